"""A wrong argument, a bad sample, a listener that raises: told to whoever did it, and the session goes on."""

import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

import anymal
from anymal.errors import AnymalError, ConfigError, ContextFull, EngineError, InputError
from anymal.runtime.assistant import Assistant
from anymal.runtime.live import LiveSession
from anymal.runtime.live_answer import LiveAnswer, LiveStream
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_status import status_text
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import AudioChunk, Frame, ImuChunk, Modality
from tests.live_rig import HandDriver, endless, motion, picture, sound, start, until
from tests.runtime_helpers import tiny_bundle

SHORT = GenerationOptions(max_tokens=6)
LONG = GenerationOptions(max_tokens=900)


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as opened:
        yield opened


def flat_motion(driver: HandDriver) -> None:
    now_ns = time.monotonic_ns()
    driver.put(motion(0.2, 5.0, 100, now_ns - 5_000_000_000))
    chunk = motion(0.2, 1.0, 100, now_ns)
    driver.put(ImuChunk(chunk.t_ns, chunk.accel_mps2[:, 0], chunk.gyro_radps[:, 0]))


def no_turning(driver: HandDriver) -> None:
    now_ns = time.monotonic_ns()
    driver.put(motion(0.2, 5.0, 100, now_ns - 5_000_000_000))
    chunk = motion(0.2, 0.5, 100, now_ns)
    driver.put(ImuChunk(chunk.t_ns, chunk.accel_mps2, None))  # type: ignore[arg-type]


def stereo(driver: HandDriver) -> None:
    now_ns = time.monotonic_ns()
    driver.put(sound(0.1, 3.0, 16_000, now_ns - 3_000_000_000))
    driver.put(AudioChunk(now_ns, np.zeros((16_000, 2), np.float32), 16_000))


def listed_picture(driver: HandDriver) -> None:
    driver.put(Frame(time.monotonic_ns(), [[0, 0, 0]]))  # type: ignore[arg-type]


BAD_SAMPLES: list[tuple[Modality, Modality, Callable[[HandDriver], None]]] = [
    ("imu", "image", no_turning),
    ("imu", "image", flat_motion),
    ("audio", "image", stereo),
    ("image", "imu", listed_picture),
]


@pytest.mark.parametrize(("bad", "good", "feed"), BAD_SAMPLES)
def test_a_malformed_sample_stops_its_stream_alone(
    assistant: Assistant, bad: Modality, good: Modality, feed: Callable[[HandDriver], None]
) -> None:
    live, drivers = start(assistant, bad, good)
    with live:
        feed(drivers[bad])
        until(lambda: trouble(live, bad))
        drivers[good].put(picture(90) if good == "image" else motion(0.1, 5.0, 100))  # type: ignore[arg-type]
        until(lambda: good in {thing.modality for thing in live.sensed()})
        answer = live.ask("Still there?").answer(30)
        assert good in {window.modality for window in answer.windows}
        assert trouble(live, bad) in status_text(live.status())
        live.check()


def trouble(live: LiveSession, name: Modality) -> str:
    """Why a stream gives no windows: it stopped, or its newest one is refused, or its sensor failed."""
    status = live.status()
    return status.failures.get(name) or status.sensing[name].refusal or status.sensors[name].trouble


@pytest.mark.parametrize("where", ["push", "sense"])
def test_a_stream_that_breaks_is_told_with_the_kind_of_error(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    live, drivers = start(assistant, "image", "imu")

    def break_down(*given: object) -> None:
        raise KeyError("rows")

    monkeypatch.setattr(live._streams["imu"], where, break_down)
    with live:
        drivers["imu"].put(motion(0.2, 5.0, 100))
        until(lambda: "imu" in live.status().failures)
        assert live.status().failures == {"imu": "KeyError: 'rows'"}
        drivers["image"].put(picture(90))
        until(lambda: live.ready(0.1))
        assert [w.modality for w in live.ask("Still there?").answer(30).windows] == ["image"]


WRONG_USES: list[tuple[type[AnymalError], str, Callable[[LiveSession], object]]] = [
    (InputError, "the draft must be", lambda live: live.draft(5)),  # type: ignore[arg-type]
    (InputError, "the draft is not valid UTF-8", lambda live: live.draft("\udc80")),
    (
        ConfigError,
        r"generation must be a GenerationOptions, .* found \{'max_tokens': 4\} \(dict\)",
        lambda live: live.ask("Now?", generation={"max_tokens": 4}),  # type: ignore[arg-type]
    ),
    (ConfigError, "question must be a str", lambda live: live.offer(5)),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("kind", "told", "use"), WRONG_USES)
def test_a_wrong_argument_fails_for_who_gave_it_and_nobody_else(
    assistant: Assistant, kind: type[AnymalError], told: str, use: Callable[[LiveSession], object]
) -> None:
    live, drivers = start(assistant, "image")
    with live:
        drivers["image"].put(picture(90))
        until(lambda: live.ready(0.1))
        with pytest.raises(kind, match=told):
            use(live)
        assert live.ask("And now?").answer(30).finish_reason in ("stop", "length")
        live.check()


def test_an_error_of_a_listener_is_shown_and_the_session_goes_on(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", shown.append)
    heard: list[str] = []

    def listen(answer: LiveAnswer) -> None:
        heard.append(answer.question)
        raise ZeroDivisionError("of the listener")

    live, _ = start(assistant, "image", on_answer=listen)
    with live:
        for question in ("One?", "Two?"):
            live.ask(question).answer(30)
        until(lambda: len(shown) == 2)
        live.check()
    assert heard == ["One?", "Two?"]
    assert [one.exc_type for one in shown] == [ZeroDivisionError] * 2
    assert shown[0].thread is not None and shown[0].thread.name == "anymal LLM"
    assert shown[0].exc_traceback is not None


@pytest.mark.parametrize(
    "wait", [LiveStream.answer, list, lambda stream: stream.answer(3600)], ids=["answer", "list", "limited"]
)
def test_a_listener_that_waits_for_the_next_answer_is_told_that_it_cannot(
    assistant: Assistant, wait: Callable[[LiveStream], object]
) -> None:
    told: list[str] = []
    asked: list[LiveStream] = []

    def listen(answer: LiveAnswer) -> None:
        if not asked:
            asked.append(live.ask("And then?"))
            try:
                wait(asked[0])
            except EngineError as error:
                told.append(str(error))

    live, _ = start(assistant, "image", on_answer=listen)
    with live:
        live.ask("First?").answer(30)
        until(lambda: bool(asked))
        assert asked[0].answer(30).question == "And then?"
        assert len(told) == 1 and "'And then?'" in told[0] and "on_answer" in told[0]


def test_a_listener_that_asks_whether_all_is_ready_is_told_at_once(assistant: Assistant) -> None:
    told: list[bool] = []
    live, drivers = start(assistant, "image", on_answer=lambda answer: told.append(live.ready(3600)))
    with live:
        drivers["image"].put(picture(9))
        live.ask("First?").answer(30)
        until(lambda: bool(told))
        assert live.ready(30)
    assert told == [False]  # the turn just spoken is not in the context before this thread puts it there


def test_an_answer_that_is_complete_cannot_be_stopped(assistant: Assistant) -> None:
    stopped: list[bool] = []
    live, _ = start(assistant, "image", on_answer=lambda answer: stopped.append(live.cancel()))
    with live:
        live.ask("First?").answer(30)
        until(lambda: bool(stopped))
    assert stopped == [False]


def test_a_listener_may_read_the_answer_it_was_called_with(assistant: Assistant) -> None:
    read: list[tuple[str, str]] = []
    streams: list[LiveStream] = []
    there = threading.Event()

    def listen(answer: LiveAnswer) -> None:
        there.wait(30)
        read.append(("".join(streams[0]), streams[0].answer().text))

    live, _ = start(assistant, "image", on_answer=listen)
    with live:
        streams.append(live.ask("First?"))
        there.set()
        until(lambda: bool(read))
    assert read[0][0] == read[0][1]


def test_the_pieces_of_a_stopped_answer_end_and_the_answer_tells_that_it_was(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless(assistant, monkeypatch)
    live, _ = start(assistant, "image")
    with live:
        first = live.ask("Tell me everything", generation=LONG)
        pieces = [next(first)]
        live.ask("No, wait: this?").answer(30)
        pieces += first
        assert first.answer().finish_reason == "cancelled"
        assert first.answer().text == "".join(pieces)


def test_a_system_text_that_leaves_no_room_is_told_when_the_session_is_opened(assistant: Assistant) -> None:
    with pytest.raises(ContextFull, match=r"the system text wants \d+ positions and an answer \d+"):
        assistant.live(imu="synthetic:imu", options=LiveOptions(system="word " * 1000))
    with pytest.raises(ConfigError, match="generation must be a GenerationOptions"):
        assistant.live(imu="synthetic:imu", generation={"max_tokens": 4})  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="options must be a LiveOptions"):
        assistant.live(imu="synthetic:imu", options={"view": "video"})  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="generation must be a GenerationOptions"):
        assistant.ask("Who?", generation={"max_tokens": 4})  # type: ignore[arg-type]
    with assistant.live(imu="synthetic:imu") as live:
        assert live.ready(30.0)


@pytest.mark.parametrize(
    ("told", "use"),
    [
        ("options must be a LiveOptions", lambda own: own.replay("none.mcap", {"view": "video"})),
        (r"recording must be a path, .* found 5", lambda own: own.replay(5)),
        (r"record must be a path, .* found 5", lambda own: own.live(imu="synthetic:imu", record=5)),
        (r"imu must be a sensor's address, .* found 5", lambda own: own.live(imu=5)),
        (r"camera must be .* found b'x:y' \(bytes\)", lambda own: own.live(camera=b"x:y")),
    ],
)
def test_what_is_no_option_sensor_or_path_is_said(
    assistant: Assistant, told: str, use: Callable[[Assistant], object]
) -> None:
    with pytest.raises(ConfigError, match=told):
        use(assistant)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("gst:videotestsrc", "gives image; wanted a sensor for audio"),
        ("camera:/dev/video0", "use mic:default"),
        ("imu:/dev/ttyUSB0", "gives imu; wanted a sensor for audio"),
        ("mic:default?chanel=1", r"^mic:default\?chanel=1: unknown option 'chanel'"),
    ],
)
def test_nothing_is_said_of_a_rate_that_nobody_gave(assistant: Assistant, address: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told) as error:
        assistant.live(mic=address)
    assert "rate=" not in str(error.value) and "'rate'" not in str(error.value)


def test_a_sound_source_that_knows_a_rate_is_asked_for_the_models(assistant: Assistant) -> None:
    with assistant.live(mic="synthetic:audio") as live:
        assert live.status().sensors["audio"].uri == "synthetic:audio?rate=16000"
    with assistant.live(mic="synthetic:audio?rate=8000") as live:
        assert live.status().sensors["audio"].uri == "synthetic:audio?rate=8000"
