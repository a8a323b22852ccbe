"""Sensors whose samples a test hands over one by one, and samples to hand over.

Knows the driver contract; refuses to know what a session does with a sample.
"""

import queue
import time
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from anymal.errors import SensorError
from anymal.runtime.assistant import Assistant
from anymal.runtime.live import LiveSession
from anymal.runtime.live_answer import LiveAnswer
from anymal.runtime.live_board import Question
from anymal.runtime.live_llm import Answering
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import GenerationOptions
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk, Modality
from anymal.sensors.driver import ClockFit, EndOfStream, RawTap
from anymal.sensors.sensor import Sensor

__all__ = ["HandDriver", "endless", "hand_sensor", "motion", "picture", "refuse", "sound", "until"]

SPOKEN = 32
"""Tokens of an endless answer that come at once; the shorter answers of a test end by themselves."""


class HandDriver:
    """Gives what `put` was called with; an exception put is raised."""

    raw_tap: RawTap | None = None

    def __init__(self, modality: Modality) -> None:
        self.modality = modality
        self.opened = 0
        self.closed = 0
        self.counts: dict[str, int] = {}
        self._waiting: queue.Queue[Captured | BaseException] = queue.Queue()

    def put(self, item: "Frame | AudioChunk | ImuChunk | BaseException") -> None:
        """Let the next poll give `item`."""
        if isinstance(item, BaseException):
            self._waiting.put(item)
        else:
            self._waiting.put(Captured(item, time.monotonic_ns()))

    def open(self) -> None:
        self.opened += 1

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        try:
            item = self._waiting.get(timeout=timeout_s)
        except queue.Empty:
            return ()
        if isinstance(item, BaseException):
            raise item
        return (item,)

    def close(self) -> None:
        self.closed += 1

    def describe(self) -> str:
        return "by hand"

    def clock_fit(self) -> ClockFit | None:
        return None

    def counters(self) -> Mapping[str, int]:
        return dict(self.counts)


def hand_sensor(modality: Modality) -> tuple[Sensor, HandDriver]:
    """Return an open sensor and the driver to feed it by."""
    driver = HandDriver(modality)
    return Sensor(f"hand:{modality}", driver), driver


def picture(value: int, t_ns: int | None = None) -> Frame:
    """A plain picture of one grey value, captured now unless told otherwise."""
    rgb = np.full((24, 32, 3), value, np.uint8)
    return Frame(time.monotonic_ns() if t_ns is None else t_ns, rgb)


def sound(level: float, seconds: float, rate_hz: int, t_ns: int | None = None) -> AudioChunk:
    """A constant level, ending now unless told otherwise."""
    samples = np.full(round(seconds * rate_hz), level, np.float32)
    start = time.monotonic_ns() - round(seconds * NS_PER_S) if t_ns is None else t_ns
    return AudioChunk(start, samples, rate_hz)


def motion(level: float, seconds: float, rate_hz: int, t_ns: int | None = None) -> ImuChunk:
    """Gravity along z plus `level` along x, ending now unless told otherwise."""
    count = round(seconds * rate_hz)
    start = time.monotonic_ns() - round(seconds * NS_PER_S) if t_ns is None else t_ns
    times = start + (np.arange(count) * (NS_PER_S / rate_hz)).astype(np.int64)
    accel = np.tile(np.array([level, 0, 9.81], np.float32), (count, 1))
    return ImuChunk(times, accel, np.full((count, 3), level / 10, np.float32))


def until(condition: "object", seconds: float = 30.0) -> None:
    """Wait until `condition()` is true; fails after a time no working code needs."""
    assert callable(condition)
    limit = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < limit, "waited in vain"
        time.sleep(0.005)


def endless(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a long answer go on until it is stopped, however late a test's thread comes to that.

    The tiny LLM ends when it likes, and says all that its context has room for in a second.
    """
    monkeypatch.setattr(assistant._model, "end_ids", frozenset())
    run = Answering.run

    def patiently(answering: Answering, question: Question, between: Callable[[], None]) -> LiveAnswer:
        said = 0

        def held() -> None:
            nonlocal said
            said += 1
            between()
            if said == SPOKEN:
                until(lambda: question.stream.cancelled)

        return run(answering, question, held)

    monkeypatch.setattr(Answering, "run", patiently)


# The errors a test feeds by hand.
LOST = SensorError("hand: the cable is out")
END = EndOfStream("hand: the end")


def refuse() -> None:
    """A cable that stays out, for a driver's `open`."""
    raise LOST


def start(
    assistant: Assistant,
    *modalities: Modality,
    options: LiveOptions | None = None,
    on_answer: Callable[[LiveAnswer], None] = lambda answer: None,
) -> tuple[LiveSession, dict[Modality, HandDriver]]:
    """A session whose sensors a test feeds by hand, of short answers."""
    sensors: dict[Modality, Sensor] = {}
    drivers: dict[Modality, HandDriver] = {}
    for name in modalities:
        sensors[name], drivers[name] = hand_sensor(name)
    live = assistant.live(
        camera=sensors.get("image"),
        mic=sensors.get("audio"),
        imu=sensors.get("imu"),
        options=options,
        generation=GenerationOptions(max_tokens=6),
        on_answer=on_answer,
    )
    return live, drivers
