"""Who waits for whom in a live session, and that nobody waits in vain or for ever."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext

import numpy as np
import pytest

import anymal
from anymal.clock import ManualClock, MonotonicClock
from anymal.engines.base import Interrupted
from anymal.errors import ConfigError, EngineError
from anymal.runtime import live as live_module
from anymal.runtime import slow_encoders
from anymal.runtime.assistant import Assistant
from anymal.runtime.compute_gate import ComputeGate
from anymal.runtime.live_answer import LiveAnswer, LiveStream
from anymal.runtime.live_board import Board, Question
from anymal.runtime.live_llm import Answering, LlmWorker
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_senses import SenseWorker
from anymal.runtime.options import AssistantOptions
from anymal.runtime.senses import Sensed
from anymal.samples import NS_PER_S, Embedding, Modality
from tests.live_rig import hand_sensor, motion, picture, until
from tests.runtime_helpers import demo_samples, tiny_bundle
from tests.test_live import LONG, SHORT, feed, seen, start

NO_SPARE = LiveOptions(answer_share=0.0)


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as opened:
        yield opened


def test_a_question_does_not_wait_for_the_encoder(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image")
    with live:
        feed(assistant, live, drivers, 10)
        until(lambda: not live._context.pending)
        with live._gate.background() as entered:  # an encoder that takes its time
            assert entered
            live._board.show(live.sensed()[0])  # work for the LLM's thread, which waits for its turn
            until(lambda: live._context.pending)
            assert live.ask("Are you there?").answer(30).windows


def test_sensors_are_drained_while_a_long_answer_holds_the_encoder_back(assistant: Assistant) -> None:
    live, drivers = start(assistant, "imu")
    with live:
        feed(assistant, live, drivers, 10)
        sensor = live._sensors["imu"]
        with live._gate.question():
            for second in range(3):
                end_ns = live._clock.now_ns() + (second + 1) * NS_PER_S
                received = sensor.stats().received
                drivers["imu"].put(motion(0.1, 1.0, 100, end_ns))
                until(lambda before=received: sensor.stats().received > before and not sensor._ring)


def test_a_question_asked_at_once_waits_for_the_first_windows(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image", "imu", options=LiveOptions(first_s=600))
    with live:
        stream = live.ask("What is there?")
        until(lambda: set(live._board.wishes) == {"image", "imu"})
        feed(assistant, live, drivers, 10)
        assert {window.modality for window in stream.answer(30).windows} == {"image", "imu"}
    live, drivers = start(assistant, "image", options=LiveOptions(first_s=0))
    with live:
        assert live.ask("What is there?").answer(30).windows == ()


def test_ready_means_that_the_turn_just_spoken_is_known(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image")
    with live:
        feed(assistant, live, drivers, 10)
        answer = live.ask("What is there?").answer(30)
        assert live.ready(30)
        (turn,) = live._context.layout.history
        assert (turn.question, turn.answer) == (answer.question, answer.text)


def test_the_turn_just_spoken_is_waited_for_and_no_sensor(assistant: Assistant) -> None:
    live, _ = start(assistant, "image", options=LiveOptions(first_s=0, history=4))
    with live:
        answer = live.ask("What is there?").answer(30)
        assert live.remembers(30)
        assert [turn.question for turn in live._context.layout.history] == [answer.question]


def test_whoever_waits_for_a_stream_that_fails_is_woken(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(prepared: Sequence[object]) -> list[object]:
        raise EngineError("no")

    monkeypatch.setattr(assistant._senses.encoder("image"), "run", refuse)
    live, drivers = start(assistant, "image")
    with live:
        until(lambda: not live._context.pending)
        found = list[bool]()
        waiting = threading.Thread(target=lambda: found.append(live.ready(600)))
        waiting.start()
        drivers["image"].put(picture(10))
        waiting.join(30)
        assert found == [True]


def test_a_waiting_question_can_be_stopped_by_its_stream(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image", options=LiveOptions(wait_s=600))
    with live:
        feed(assistant, live, drivers, 10)
        stream = live.ask("What comes?", max_age_s=0)
        stream.cancel()
        with pytest.raises(EngineError, match="given up"):
            stream.answer(30)


def test_a_session_closed_by_what_it_calls_leaves_nothing(assistant: Assistant) -> None:
    before = set(threading.enumerate())
    sensor, driver = hand_sensor("image")
    close: list[Callable[[], None]] = []

    def stop(answer: LiveAnswer) -> None:
        close[0]()

    live = assistant.live(camera=sensor, generation=SHORT, on_answer=stop)
    close.append(live.close)
    driver.put(picture(10))
    assert live.ask("Is that all?").answer(30).windows
    until(lambda: set(threading.enumerate()) == before)
    assert driver.closed
    live.close()
    with pytest.raises(EngineError, match="the live session is closed"):
        live.check()


def test_nothing_is_freed_under_a_thread_that_still_computes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_module, "JOIN_S", 0.05)
    go_on, inside = threading.Event(), threading.Event()
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as assistant:
        live, drivers = start(assistant, "image")

        def hang(between: Callable[[], None]) -> None:
            inside.set()
            go_on.wait(30)

        monkeypatch.setattr(live._streams["image"], "sense", hang)
        drivers["image"].put(picture(10))
        assert inside.wait(30)
        with pytest.raises(EngineError, match=r"still computing .*: .*anymal encoder"):
            assistant.close()
        assert assistant._model.resident(0) >= 0, "the LLM is open still"
        assert drivers["image"].closed
        go_on.set()
        until(lambda: not any(thread.is_alive() for thread in live._threads))


def test_a_session_that_cannot_begin_closes_its_sensors(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ConfigError("no")

    monkeypatch.setattr(live_module, "LiveContext", refuse)
    sensor, driver = hand_sensor("image")
    with pytest.raises(ConfigError, match="no"):
        assistant.live(camera=sensor)
    assert driver.closed


def test_a_status_is_of_its_moment(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image")
    with live:
        before = live.status()
        feed(assistant, live, drivers, 10)
        assert live.status().context.updates > before.context.updates
        assert (before.sensing["image"].encoded, live.status().sensing["image"].encoded) == (0, 1)


def test_questions_in_a_burst_all_end_and_the_last_is_answered(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, drivers = start(assistant, "image")
    run, asked = Answering.run, threading.Event()

    def held(answering: Answering, question: Question, between: Callable[[], None]) -> LiveAnswer:
        asked.wait(30)  # no answer ends by itself before all are asked
        return run(answering, question, between)

    monkeypatch.setattr(Answering, "run", held)
    with live:
        feed(assistant, live, drivers, 10)
        streams = [live.ask(f"Question {number}?", generation=LONG) for number in range(30)]
        last = live.ask("And this?")
        asked.set()
        assert last.answer(30).finish_reason in ("stop", "length")
        for stream in streams:
            try:
                assert stream.answer(30).finish_reason == "cancelled"
            except EngineError as error:
                assert "given up" in str(error)
        assert seen(live) == {"image"}


def test_what_the_memory_of_the_llm_cannot_do_is_said(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, _ = start(assistant, "image")
    with live:
        assert live.status().fallback == ""
    monkeypatch.setattr(assistant._model, "can_shift", False)
    live, _ = start(assistant, "image", options=LiveOptions(policy="sliding"))
    with live:
        assert "cannot be shifted" in live.status().fallback
    monkeypatch.setattr(assistant._model, "can_truncate", False)
    live, _ = start(assistant, "image")
    with live:
        assert "decoded again" in live.status().fallback


def test_a_session_that_died_is_over_before_the_assistant_does_anything_else(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image")
    inside, go_on = threading.Event(), threading.Event()

    def hang(*_: object, **__: object) -> object:
        inside.set()
        go_on.wait(30)
        raise EngineError("late")

    feed(assistant, live, drivers, 10)
    until(lambda: not live._context.pending)
    live._context.fork = hang  # type: ignore[method-assign]
    live.ask("Hello?")
    assert inside.wait(30)
    live._board.fail("encoder", MemoryError("no more"))
    asking = threading.Thread(target=lambda: assistant.ask("And now?", generation=SHORT))
    asking.start()
    assert live.computing
    assert not drivers["image"].closed, "closed only after the threads came back"
    go_on.set()
    asking.join(30)
    assert not asking.is_alive() and not live.computing and drivers["image"].closed


def test_what_is_sensed_is_known_before_the_next_window_is_encoded() -> None:
    steps: list[int] = []

    class Context:
        pending = True
        stoppable = nullcontext

        def step(self, size: int | None = None) -> bool:
            steps.append(len(steps))
            self.pending = len(steps) < 3
            return self.pending

    gate, board, seen_by_encoder = ComputeGate(exclusive=True), Board(), list[int]()
    llm = LlmWorker(board, Context(), None, gate, MonotonicClock(), (), NO_SPARE, dict)  # type: ignore[arg-type]

    def encode() -> None:
        with gate.background():
            seen_by_encoder.append(len(steps))

    threads = [threading.Thread(target=llm._step, args=(board.asks,)), threading.Thread(target=encode)]
    with gate.background():
        for number, thread in enumerate(threads):
            thread.start()
            until(lambda number=number: len(gate._waiting) == number + 1)
    for thread in threads:
        thread.join(10)
    assert seen_by_encoder == [3]


def test_a_stop_that_comes_late_does_not_outlast_its_batch() -> None:
    class Context:
        pending, stopped, begun = True, False, 0

        @contextmanager
        def stoppable(self) -> Iterator[None]:
            yield
            self.stopped = False

        def step(self, size: int | None = None) -> bool:
            self.begun += 1
            self.stopped |= self.begun == 1  # pressed for a question this turn knew of already
            self.pending = self.stopped
            return self.pending

    context, board = Context(), Board()
    gate = ComputeGate(exclusive=True)
    llm = LlmWorker(board, context, None, gate, MonotonicClock(), (), NO_SPARE, dict)  # type: ignore[arg-type]
    thread = threading.Thread(target=llm._step, args=(board.asks,), daemon=True)
    thread.start()
    thread.join(10)
    assert not thread.is_alive() and context.begun == 2


@pytest.mark.parametrize(
    ("wish_ns", "building_ns", "shown_ns", "given_up"),
    [
        (100, 50, 150, True),
        (100, 110, 150, False),  # what is in the making will do
        (100, 50, 60, False),  # what is shown will not do either
        (None, 50, 150, False),  # nobody waits: every update comes to its end
        (100, None, 150, False),
    ],
)
def test_a_context_too_old_for_the_question_that_waits_is_given_up(
    wish_ns: int | None, building_ns: int | None, shown_ns: int, given_up: bool
) -> None:
    def window(end_ns: int) -> Sensed:
        return Sensed("image", (Embedding("image", np.zeros((1, 1), np.float32), 0, end_ns, str(end_ns)),))

    said: list[str] = []

    class Context:
        building = None if building_ns is None else (window(building_ns),)

        def give_up_build(self) -> None:
            said.append("given up")

        stoppable = nullcontext

        def want(self, windows: tuple[Sensed, ...]) -> None:
            said.append(f"want {windows[0].embeddings[0].end_ns}")

        def step(self, size: int | None = None) -> bool:
            said.append("a large step" if size else "a step")
            return False

    board, gate = Board(), ComputeGate(exclusive=True)
    llm = LlmWorker(board, Context(), None, gate, MonotonicClock(), ("image",), NO_SPARE, dict)  # type: ignore[arg-type]
    if wish_ns is not None:
        board.ask(Question("now?", 0, LiveStream("now?"), SHORT, {"image": wish_ns}, deadline_ns=NS_PER_S))
        assert board.next_question((), 0) is None
    board.show(window(shown_ns))
    llm._take_windows()
    llm._one_batch(board.asks)
    awaited = wish_ns is not None and shown_ns >= wish_ns
    step = "a large step" if awaited else "a step"
    assert said == ["given up"] * given_up + [f"want {shown_ns}", step]


def test_an_encoder_is_kept_apart_for_its_runs_and_not_for_being_opened() -> None:
    clock, apart = ManualClock(), list[int]()

    class Stream:
        took = (0.3, 0.01, 0.3, 0.3)
        end_ns, runs = 0, 0

        def due(self, newer_than_ns: int | None = None) -> bool:
            return self.runs < len(self.took)

        def sense(self, between: Callable[[], None]) -> Sensed | None:
            clock.advance(round(self.took[self.runs] * NS_PER_S))
            self.runs += 1
            return None

        def isolate(self, between: Callable[[], None]) -> None:
            apart.append(self.runs)

    sensor, _ = hand_sensor("image")
    gate, board = ComputeGate(exclusive=True), Board()
    with sensor:
        worker = SenseWorker(board, gate, {"image": sensor}, {"image": Stream()}, clock, 10.0)  # type: ignore[dict-item]
        while worker._sense():
            pass
    assert apart == [4]


def test_senses_that_are_always_due_take_turns() -> None:
    """Each run's rows keep the LLM so long that the first sense is due again before the next has a turn."""
    runs: list[str] = []
    free = [True]

    class Gate(ComputeGate):
        @contextmanager
        def background(self, *given: object, **named: object) -> Iterator[bool]:
            entered, free[0] = free[0], False
            yield entered

    class Stream:
        end_ns = 0

        def __init__(self, name: str) -> None:
            self.name = name

        def due(self, newer_than_ns: int | None = None) -> bool:
            return True

        def sense(self, between: Callable[[], None]) -> Sensed | None:
            runs.append(self.name)
            return None

    names = ("image", "audio", "imu")
    sensors = {name: hand_sensor(name)[0] for name in names}
    streams = {name: Stream(name) for name in names}
    with sensors["image"], sensors["audio"], sensors["imu"]:
        worker = SenseWorker(Board(), Gate(exclusive=True), sensors, streams, ManualClock(), 10.0)  # type: ignore[arg-type]
        for _ in range(6):
            free[0] = True
            worker._sense()
    assert runs == [*names, *names]


def test_a_sensor_that_is_over_is_told_though_another_is_always_due() -> None:
    rounds: list[frozenset[Modality]] = []

    class Stream:
        end_ns = 0

        def __init__(self, busy: bool) -> None:
            self.busy = busy

        def due(self, newer_than_ns: int | None = None) -> bool:
            return self.busy

        def sense(self, between: Callable[[], None]) -> Sensed | None:
            rounds.append(frozenset(worker.expected()))
            if len(rounds) == 3:
                worker.stop()
            return None

    sensors = {name: hand_sensor(name)[0] for name in ("image", "imu")}
    streams = {"image": Stream(True), "imu": Stream(False)}
    with sensors["image"], sensors["imu"]:
        sensors["imu"].close()
        worker = SenseWorker(Board(), ComputeGate(False), sensors, streams, ManualClock(), 10.0)  # type: ignore[arg-type]
        worker.work()
    assert rounds[-1] == {"image"}


class SlowStream:
    """A stream whose encoder runs until it is interrupted or let go; `begun` are its windows' times."""

    def __init__(self) -> None:
        self.end_ns = 0
        self.begun: list[int] = []
        self.interrupts = 0
        self._stopped = threading.Event()
        self._done = threading.Event()

    def push(self, sample: object) -> None:
        raise AssertionError("nothing is captured")

    def due(self, newer_than_ns: int | None = None) -> bool:
        return True

    def isolate(self, between: Callable[[], None]) -> None:
        raise AssertionError("it ran for too long")

    def pause(self) -> bool:
        return False

    def resume(self) -> None:
        raise AssertionError("it never stood still")

    def sense(self, between: Callable[[], None]) -> Sensed:
        end_ns = self.end_ns
        self.begun.append(end_ns)
        until(lambda: self._stopped.is_set() or self._done.is_set())
        if self._stopped.is_set():
            self._stopped.clear()
            raise Interrupted("image")
        self._done.clear()
        return Sensed(
            "image", (Embedding("image", np.zeros((1, 4), np.float32), end_ns, end_ns, str(end_ns)),)
        )

    def interrupt(self) -> None:
        self.interrupts += 1
        self._stopped.set()

    def finish(self) -> None:
        """Let the run in the making come to its end."""
        self._done.set()


@contextmanager
def slow_encoder() -> Iterator[tuple[SlowStream, ComputeGate, Board]]:
    stream, gate, board = SlowStream(), ComputeGate(exclusive=True), Board()
    sensor, _ = hand_sensor("image")
    worker = SenseWorker(board, gate, {"image": sensor}, {"image": stream}, ManualClock(), 10.0)  # type: ignore[dict-item]
    thread = threading.Thread(target=worker.work, daemon=True)
    with sensor:
        thread.start()
        try:
            yield stream, gate, board
        finally:
            worker.stop()
            stream.finish()
            thread.join(10)
    assert not thread.is_alive() and not worker.failures


def know(board: Board) -> None:
    """Do as the LLM's thread does when its context holds all that is up."""
    board.take_sensed()
    board.digest()


def test_a_question_interrupts_an_encoder_once_and_no_more() -> None:
    with slow_encoder() as (stream, gate, board):
        until(lambda: len(stream.begun) == 1)
        with gate.question():
            until(lambda: not gate._busy)
            assert len(stream.begun) == 1, "it waits for the question"
        until(lambda: len(stream.begun) == 2)
        with gate.question():
            assert (stream.interrupts, gate._busy) == (1, True)
            stream.finish()
        until(lambda: not board.digested)
        know(board)
        until(lambda: len(stream.begun) == 3)
        with gate.question():
            until(lambda: stream.interrupts == 2)


def test_what_a_question_waits_for_is_encoded_first_and_then_the_cores_are_for_the_llm() -> None:
    with slow_encoder() as (stream, gate, board):
        until(lambda: len(stream.begun) == 1)
        answer = LiveStream("Now?")
        board.ask(Question("Now?", 50, answer, SHORT, newer_ns={"image": 50}, deadline_ns=1 << 62))
        assert board.next_question((), 60) is None
        assert board.starved
        gate.make_way()  # as the LLM's thread does
        until(lambda: stream.interrupts == 1 and not gate._busy)
        assert stream.begun == [0], "a frame from before the question is not worth a run"
        stream.end_ns = 100
        until(lambda: stream.begun == [0, 100])
        stream.finish()
        until(lambda: not board.starved and not gate._busy)
        with gate.background(urgent=True, timeout_s=10) as entered:
            assert entered, "the encoder does not take the cores again before the LLM has had its turn"
            assert stream.begun == [0, 100]
        board.cancel()
        board.next_question((), 60)
        know(board)
        until(lambda: len(stream.begun) == 3)


def test_the_next_window_is_not_encoded_before_the_last_one_is_known() -> None:
    with slow_encoder() as (stream, gate, board):
        until(lambda: len(stream.begun) == 1)
        stream.end_ns = 100
        stream.finish()
        until(lambda: not board.digested and not gate._busy)
        with gate.background(timeout_s=10) as entered:
            assert entered, "the LLM has its turn, however late its thread wakes up"
        assert stream.begun == [0]
        know(board)
        until(lambda: stream.begun == [0, 100])


def test_an_encoder_that_is_slow_beside_an_llm_gets_a_process_that_stands_still_for_questions(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow_encoders, "LONG_NS", -1)
    live, drivers = start(assistant, "image")
    with live:
        feed(assistant, live, drivers, 1)
        encoder = assistant._senses.encoder("image")
        drivers["image"].put(picture(120, time.monotonic_ns() + NS_PER_S))
        until(lambda: "process of its own" in encoder.reason)
        drivers["image"].put(picture(200, time.monotonic_ns() + 2 * NS_PER_S))
        until(lambda: live.status().sensing["image"].encoded == 3)
        until(lambda: live._board.digested)
        assert live.ask("What now?", generation=SHORT).answer(60).text
    shown = demo_samples().picture
    alone = assistant.ask("What?", image=shown, generation=SHORT)
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as fresh:
        assert fresh.ask("What?", image=shown, generation=SHORT).text == alone.text
