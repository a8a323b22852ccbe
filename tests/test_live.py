"""A live session on a tiny bundle: ready before the question, stopped at once, honest about what it saw."""

import threading
import time
from collections.abc import Iterator, Sequence

import pytest

import anymal
from anymal.engines.manifest import AudioInput, ImuInput
from anymal.errors import ConfigError, EngineError, InputError, SensorError
from anymal.runtime.assistant import Assistant
from anymal.runtime.live import LiveSession
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import NS_PER_S, Modality
from tests.live_rig import LOST, HandDriver, endless, motion, picture, refuse, sound, start, until
from tests.runtime_helpers import tiny_bundle

SHORT = GenerationOptions(max_tokens=6)
LONG = GenerationOptions(max_tokens=900)


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as opened:
        yield opened


def feed(
    assistant: Assistant, live: LiveSession, drivers: dict[Modality, HandDriver], level: int
) -> dict[str, object]:
    """Hand every sensor one window and wait until the context holds it; returns the samples."""
    takes = {name: assistant.bundle.manifest.encoder_spec(name).input for name in drivers}
    given: dict[str, object] = {}
    for name, driver in drivers.items():
        spec = takes[name]
        sample: object = picture(level)
        if isinstance(spec, AudioInput):
            sample = sound(level / 300, spec.window_s, spec.rate_hz)
        elif isinstance(spec, ImuInput):
            sample = motion(level / 100, spec.window_s, spec.rate_hz)
        driver.put(sample)  # type: ignore[arg-type]
        given[name] = sample
    shown = live.status().context.updates
    until(lambda: seen(live) == set(drivers) and live.status().context.updates > shown - len(drivers))
    return given


def seen(live: LiveSession) -> set[str]:
    return {thing.modality for thing in live._context.layout.sensed}


def test_a_live_answer_is_what_ask_says_about_the_same_samples(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image", "audio", "imu")
    with live:
        given = feed(assistant, live, drivers, 40)
        answer = live.ask("What is going on?").answer(30)
    asked = assistant.ask("What is going on?", generation=SHORT, **given)  # type: ignore[arg-type]
    assert answer.text == asked.text
    assert [window.modality for window in answer.windows] == ["image", "audio", "imu"]
    assert all(window.age_s > 0 for window in answer.windows)
    assert answer.timings.ttft_ms >= answer.timings.prefill_ms > 0


def test_pieces_come_as_they_are_made_and_join_to_the_text(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image")
    with live:
        feed(assistant, live, drivers, 90)
        stream = live.ask("Well?")
        pieces = list(stream)
        assert "".join(pieces) == stream.answer().text
        assert live.status().last == stream.answer()


def test_an_answer_can_be_stopped_and_the_next_question_is_answered(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless(assistant, monkeypatch)
    live, drivers = start(assistant, "image")
    with live:
        feed(assistant, live, drivers, 10)
        stream = live.ask("Tell me everything", generation=LONG)
        next(stream)
        assert live.cancel()
        answer = stream.answer(30)
        assert answer.finish_reason == "cancelled"
        first = live.ask("And now?", generation=LONG)
        next(first)
        second = live.ask("No, wait: this?")  # barge-in
        assert first.answer(30).finish_reason == "cancelled"
        assert second.answer(30).finish_reason in ("stop", "length")
        assert not live.cancel()


def test_a_question_waits_for_something_newer_when_told_to(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image")
    with live:
        feed(assistant, live, drivers, 10)
        stream = live.ask("What do you see now?", max_age_s=0)
        until(lambda: live._board.wishes)
        assert not stream.done
        drivers["image"].put(picture(200))
        answer = stream.answer(30)
        assert answer.windows[0].end_ns > answer.asked_ns


def test_nothing_newer_is_an_error_that_says_so(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image", options=LiveOptions(wait_s=0.05))
    with live:
        feed(assistant, live, drivers, 10)
        with pytest.raises(
            SensorError, match=r"nothing new enough came within 0\.05 s; wanted at most: image of 0 s"
        ):
            live.ask("Now?", max_age_s={"image": 0}).answer(30)
        with pytest.raises(ConfigError, match="max_age_s takes"):
            live.ask("Now?", max_age_s={"audio": 1})
        assert live.ask("And from what you have?").answer(30).windows


def test_a_still_picture_is_not_encoded_again(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image", options=LiveOptions(hop_s={"image": 0.01}))
    with live:
        feed(assistant, live, drivers, 100)
        encoded = live.status().sensing["image"].encoded
        drivers["image"].put(picture(101, time.monotonic_ns() + NS_PER_S))
        until(lambda: live.status().sensing["image"].still == 1)
        drivers["image"].put(picture(180, time.monotonic_ns() + 2 * NS_PER_S))
        until(lambda: live.status().sensing["image"].encoded == encoded + 1)


def test_a_lost_sensor_leaves_the_rest_working(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    live, drivers = start(assistant, "image", "imu")
    with live:
        feed(assistant, live, drivers, 30)
        with monkeypatch.context() as unplugged:  # else it is back before anybody has looked
            unplugged.setattr(drivers["imu"], "open", refuse)
            drivers["imu"].put(LOST)
            until(lambda: live.status().sensors["imu"].state == "reconnecting")
            assert "cable" in live.status().sensors["imu"].detail
            drivers["image"].put(picture(220))
            assert live.ask("Still there?").answer(30).text is not None
        until(lambda: live.status().sensors["imu"].state == "streaming")
        assert live.status().sensors["imu"].reconnects == 1


def test_an_encoder_that_fails_stops_its_stream_only(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = assistant._senses.encoder("imu")

    def refuse(prepared: Sequence[object]) -> list[object]:
        raise EngineError("the device fell off the bus")

    monkeypatch.setattr(encoder, "run", refuse)
    live, drivers = start(assistant, "image", "imu")
    with live:
        drivers["imu"].put(motion(0.5, 5.0, 100))
        until(lambda: "imu" in live.status().failures)
        assert "fell off the bus" in live.status().failures["imu"]
        drivers["image"].put(picture(70))
        until(lambda: seen(live) == {"image"})
        assert [w.modality for w in live.ask("What now?").answer(30).windows] == ["image"]


@pytest.mark.parametrize("part", ["LLM", "encoder"])
def test_a_dead_thread_ends_the_session_with_its_name(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    live, drivers = start(assistant, "image")
    with live:
        feed(assistant, live, drivers, 30)

        def break_down(*_: object, **__: object) -> None:
            raise MemoryError("no more")

        if part == "LLM":
            monkeypatch.setattr(live._context, "fork", break_down)
            stream = live.ask("Hello?")
            with pytest.raises(EngineError, match="its LLM thread failed: no more"):
                stream.answer(30)
        else:
            monkeypatch.setattr(live._board, "show", break_down)
            drivers["image"].put(picture(250, time.monotonic_ns() + 2 * NS_PER_S))
            until(lambda: live.closed)
        with pytest.raises(EngineError, match=f"its {part} thread failed: no more"):
            live.ask("Anybody?")


def test_nothing_is_left_after_closing(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    endless(assistant, monkeypatch)
    before = set(threading.enumerate())
    live, drivers = start(assistant, "image", "imu")
    with live:
        stream = live.ask("Tell me everything", generation=LONG)
        with pytest.raises(EngineError, match="a live session has this assistant"):
            assistant.ask("Me too?")
    with pytest.raises(EngineError, match="closed"):
        stream.answer(30)
    assert set(threading.enumerate()) == before
    assert all(driver.closed for driver in drivers.values())
    live.close()
    assert assistant.ask("And now?", generation=SHORT).finish_reason


def test_what_cannot_be_asked_or_opened(assistant: Assistant) -> None:
    with pytest.raises(ConfigError, match="needs a sensor"):
        assistant.live()
    with pytest.raises(ConfigError, match="not a sensor address"):
        assistant.live(camera="nonsense")
    live, _ = start(assistant, "image")
    with live, pytest.raises(InputError, match="the question is empty"):
        live.ask("  ")


def test_a_standing_question_gives_way_and_is_not_remembered(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless(assistant, monkeypatch)
    live, drivers = start(assistant, "image")
    with live:
        feed(assistant, live, drivers, 30)
        stream = live.offer("Is it dark?")
        assert stream is not None
        stream.answer(30)
        assert not live._context._turns.kept
        talking = live.ask("Tell me everything", generation=LONG)
        next(talking)
        assert live.offer("Is it dark?") is None
        live.cancel()
