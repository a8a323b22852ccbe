"""What a session takes down: windows that no newer one follows, and everything from before it slept."""

import time
from collections.abc import Iterator, Sequence

import numpy as np
import pytest

import anymal
from anymal.clock import ManualClock, suspended_ns
from anymal.runtime import live_wakes
from anymal.runtime.assistant import Assistant
from anymal.runtime.compute_gate import ComputeGate
from anymal.runtime.live_answer import LiveStream
from anymal.runtime.live_board import Board, Question
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_senses import SenseWorker
from anymal.runtime.live_wakes import Wakes
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.runtime.senses import Sensed
from anymal.runtime.sensing import StreamSensing
from anymal.samples import NS_PER_S, Captured, Embedding, Frame, ImuChunk, Modality, Sample
from anymal.sensors.driver import SensorStats
from tests.live_rig import LOST, hand_sensor, motion, picture, refuse, start, until
from tests.runtime_helpers import tiny_bundle
from tests.test_live_faults import senses_of

HOURS = 8 * 3600 * NS_PER_S


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as opened:
        yield opened


class Given:
    """A sensor that streams, whatever comes of it."""

    def __init__(self, modality: Modality) -> None:
        self._modality = modality
        self._waiting: list[Captured] = []

    def drain(self) -> list[Captured]:
        taken, self._waiting = self._waiting, []
        return taken

    def give(self, sample: Sample, arrival_ns: int) -> None:
        self._waiting.append(Captured(sample, arrival_ns))

    def stats(self) -> SensorStats:
        return SensorStats("given:x", self._modality, "streaming")


class Sensing:
    """One sensor and the worker that senses it, on a clock that moves when told to."""

    def __init__(self, assistant: Assistant, modality: Modality) -> None:
        self.clock = ManualClock(1000 * NS_PER_S)
        self.board = Board()
        self.sensor = Given(modality)
        spec = assistant.bundle.manifest.modalities[modality]
        self.stream = StreamSensing(modality, spec, assistant._senses.encoder, LiveOptions())
        awake = Wakes(self.clock, 1e6)
        self.worker = SenseWorker(
            self.board,
            ComputeGate(False),
            {modality: self.sensor},  # type: ignore[dict-item]
            {modality: self.stream},
            self.clock,
            10.0,
            awake,
        )

    def give(self, sample: Sample) -> None:
        """A sample comes now, whatever it says of itself, and is sensed."""
        self.sensor.give(sample, self.clock.now_ns())
        self.look()

    def look(self, after_s: float = 0.0) -> bool:
        """Do one round of the worker; returns whether a window is up."""
        self.clock.advance(round(after_s * NS_PER_S))
        self.worker._drain()
        self.worker._forget()
        self.worker._sense()
        return bool(self.board._sensed)

    def frame(self, value: int) -> Frame:
        return picture(value, self.clock.now_ns())

    def moved(self, rate_hz: int, seconds: float = 1.0) -> ImuChunk:
        return motion(0.2, seconds, rate_hz, self.clock.now_ns() - round(seconds * NS_PER_S))


def test_the_last_good_window_of_a_motion_that_is_refused_leaves(assistant: Assistant) -> None:
    here = Sensing(assistant, "imu")
    for _ in range(8):
        here.clock.advance(NS_PER_S)
        here.give(here.moved(100))
    assert here.board._sensed and here.worker.coming() == ("imu",)
    up = []
    for _ in range(25):
        here.clock.advance(NS_PER_S)
        here.give(here.moved(4))
        up.append(bool(here.board._sensed))
    assert "Hz" in here.stream.counts.refusal and here.worker.coming() == ()
    assert up[8] and not up[-1]
    for _ in range(8):
        here.clock.advance(NS_PER_S)
        here.give(here.moved(100))
    assert here.board._sensed and here.worker.coming() == ("imu",)


def test_the_last_picture_of_a_camera_that_sends_nothing_of_use_leaves(assistant: Assistant) -> None:
    here = Sensing(assistant, "image")
    for value in (10, 90, 170):
        here.clock.advance(NS_PER_S // 10)
        here.give(here.frame(value))
    assert here.look(9.0)
    assert not here.look(2.0)
    here.give(here.frame(200))
    assert here.board._sensed


def test_a_picture_a_minute_stays_until_it_has_not_come_for_longer_than_usual(assistant: Assistant) -> None:
    here = Sensing(assistant, "image")
    here.give(here.frame(10))
    assert here.look(59.0), "of a single picture nobody knows when the next one comes"
    for value in (90, 170, 250):
        here.give(here.frame(value))
        assert here.look(59.0)
    assert here.look(60.0)
    assert not here.look(120.0)


def test_a_motion_whose_clock_stands_still_leaves(assistant: Assistant) -> None:
    here = Sensing(assistant, "imu")
    for _ in range(8):
        here.clock.advance(NS_PER_S)
        here.give(here.moved(100))
    standing = here.moved(100)
    for _ in range(9):
        here.clock.advance(NS_PER_S)
        here.give(standing)
        assert here.board._sensed
    for _ in range(9):
        here.clock.advance(NS_PER_S)
        here.give(standing)
    assert not here.board._sensed


def test_a_window_stays_while_an_encoder_slower_than_that_makes_the_next_one(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Sensing(assistant, "image")
    run = assistant._senses.encoder("image").run

    def slowly(prepared: Sequence[object]) -> list[Embedding]:
        for _ in range(30):  # half a second apart, and 15 s in all
            here.clock.advance(NS_PER_S // 2)
            here.sensor.give(here.frame(int(here.clock.now_ns() // NS_PER_S % 200)), here.clock.now_ns())
        return run(prepared)  # type: ignore[arg-type]

    monkeypatch.setattr(assistant._senses.encoder("image"), "run", slowly)
    here.give(here.frame(10))
    for _ in range(4):
        assert here.look()
    assert here.stream.counts.encoded == 5


def test_what_keeps_the_times_of_a_recording_stays(assistant: Assistant) -> None:
    here = Sensing(assistant, "image")
    for value in (10, 90, 170):
        here.clock.advance(NS_PER_S)
        here.give(picture(value, value * NS_PER_S))
    assert here.look(100.0)


def test_a_session_slept_when_a_clock_says_so_or_nobody_looked_for_long() -> None:
    clock, asleep, told = ManualClock(), [0], list[int]()
    wakes = Wakes(clock, 10.0, lambda: told.append(clock.now_ns()), lambda: asleep[0])
    clock.advance(9 * NS_PER_S)
    assert wakes.look() == 0 and wakes.since_ns == 0
    clock.advance(11 * NS_PER_S)  # stopped by a signal: this clock goes on
    assert wakes.look() == 1 and wakes.since_ns == clock.now_ns()
    asleep[0] += HOURS  # suspended: this clock stood still
    assert wakes.look() == wakes.look() == 2
    assert told == [20 * NS_PER_S] * 2
    assert suspended_ns() >= 0


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="a clock of Linux")
def test_a_thread_that_waits_between_two_clocks_was_not_suspended(monkeypatch: pytest.MonkeyPatch) -> None:
    awake_ns, waits_ns = [HOURS], [0, NS_PER_S]  # before every second reading, the last one first

    def read(clock: int) -> int:
        if clock == time.CLOCK_BOOTTIME:
            awake_ns[0] += waits_ns.pop()
        return awake_ns[0] + (7 if clock == time.CLOCK_BOOTTIME else 0)

    monkeypatch.setattr(time, "clock_gettime_ns", read)
    assert suspended_ns() == 7 and not waits_ns


def test_a_question_asked_after_a_sleep_waits_until_the_context_has_forgotten() -> None:
    board = Board()
    before = Sensed("image", (Embedding("image", np.zeros((1, 1), np.float32), 0, 0, "before"),))
    board.withdraw_all()
    board.ask(Question("And now?", 1, LiveStream("And now?"), GenerationOptions()))
    assert board.next_question((before,), 2) is None and board.asked
    board.show_again()
    assert board.next_question((), 2) is not None


@pytest.fixture
def asleep(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How long the machine was suspended; add to it."""
    slept = [0]
    monkeypatch.setattr(live_wakes, "suspended_ns", lambda: slept[0])
    return slept


@pytest.mark.parametrize("max_age_s", [None, 3600.0])
def test_no_answer_sees_what_was_sensed_before_the_machine_slept(
    assistant: Assistant, asleep: list[int], max_age_s: float | None
) -> None:
    live, drivers = start(assistant, "image", options=LiveOptions(first_s=600, wait_s=600))
    with live:
        drivers["image"].put(picture(40))
        (before,) = live.ask("What is there?").answer(30).windows
        asleep[0] += HOURS
        stream = live.ask("And now?", max_age_s=max_age_s)
        until(lambda: "image" in live._board.wishes and live._senser._woke == 1)
        assert not stream.done and live.sensed() == ()
        drivers["image"].put(picture(40))
        (after,) = stream.answer(30).windows
        assert after.start_ns > before.end_ns


def test_after_sleep_nothing_is_waited_for_that_cannot_come(
    assistant: Assistant, asleep: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    live, drivers = start(assistant, "image", options=LiveOptions(first_s=600))
    with live:
        drivers["image"].put(picture(40))
        assert live.ask("What is there?").answer(30).windows
        monkeypatch.setattr(drivers["image"], "open", refuse)
        drivers["image"].put(LOST)
        until(lambda: live.status().sensors["image"].state == "reconnecting")
        assert live.ask("What was there?").answer(30).windows
        asleep[0] += HOURS
        assert live.ask("And now?").answer(30).windows == ()


def test_motion_from_before_a_sleep_does_not_go_on_after_it(assistant: Assistant, asleep: list[int]) -> None:
    """The clock that stamps it stood still, so that one would seem to follow the other."""
    live, drivers = start(assistant, "imu")
    with live:
        before = motion(0.2, 5.0, 100)
        drivers["imu"].put(before)
        until(lambda: senses_of(live) == {"imu"})
        asleep[0] += HOURS
        until(lambda: live._senser._woke == 1 and senses_of(live) == set())
        drivers["imu"].put(motion(0.2, 0.1, 100, int(before.t_ns[-1]) + NS_PER_S // 100))
        until(lambda: live._streams["imu"].end_ns not in (None, int(before.t_ns[-1])))
        assert not live._streams["imu"]._window.take()
        assert senses_of(live) == set()


def test_nobody_waits_for_a_server_without_a_client(assistant: Assistant) -> None:
    (camera, pictures), (imu, motions) = hand_sensor("image"), hand_sensor("imu")
    pictures.counts = {"clients": 0}
    with assistant.live(camera=camera, imu=imu, options=LiveOptions(first_s=3600)) as live:
        until(lambda: camera.stats().counters == {"clients": 0})
        motions.put(motion(0.2, 5.0, 100))
        answer = live.ask("What am I doing?").answer(30)  # not in an hour
        assert [window.modality for window in answer.windows] == ["imu"] and live.begun()
