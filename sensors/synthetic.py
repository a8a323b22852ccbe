"""Sensors for people without hardware: a moving shape, a tone, a known rotation, at their real pace.

Knows when each sample is due by the clock, and what a device does when nobody fetches it; refuses
to know what the values mean (`synthetic_signals`). The values depend on the sample's number and
the options alone, so two runs see the same.

    synthetic:image?width=640&height=480&fps=15&shape=circle&colour=red&move=left-to-right
    synthetic:audio?sound=tone&hz=440&level=0.3&rate=16000
    synthetic:imu?rate=100&turn_dps=90&axis=z&motion=still
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

import numpy as np

from anymal.clock import Clock
from anymal.errors import ConfigError, SensorError
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk, Modality, Sample
from anymal.sensors.address import SensorAddress
from anymal.sensors.driver import ClockFit, RawTap
from anymal.sensors.synthetic_signals import (
    AXES,
    COLOURS,
    MOTIONS,
    MOVES,
    SHAPES,
    SOUNDS,
    Motion,
    Picture,
    Sound,
)

__all__ = ["SyntheticDriver"]

_COMMON = ("seed", "latency_ms")
_RATE_UNIT = 1000  # rates are held in mHz, so that 29.97 frames per second stay exact
# What a device would buffer of sound and motion; a reader that is later than this finds a gap.
_BUFFER_NS = 10 * NS_PER_S
_SHORTEST_SLEEP_S = 0.001  # a clock that stands still must not make a busy loop


class _Source(ABC):
    """Samples in portions: `portion` samples at `rate_mhz` each; frames go stale, the rest does not."""

    modality: Modality
    rate_mhz: int
    portion: int = 1

    @abstractmethod
    def make(self, number: int, start_ns: int) -> Sample:
        """Return the portion of this number, with times from `start_ns` on."""

    @abstractmethod
    def describe(self) -> str:
        """Say what is made."""

    def offset_ns(self, sample: int) -> int:
        """Time of a sample after the start."""
        return sample * NS_PER_S * _RATE_UNIT // self.rate_mhz

    def due_ns(self, number: int) -> int:
        """When the portion's last sample has been captured, after the start; sound fills its last one."""
        return self.offset_ns(number * self.portion + self.portion - (self.modality != "audio"))


class _Pictures(_Source):
    modality: Modality = "image"

    def __init__(self, address: SensorAddress) -> None:
        address.allow(
            "width", "height", "fps", "shape", "colour", "background", "move", "period_s", "size", *_COMMON
        )
        self.rate_mhz = round(address.number("fps", 15, 0.1, 240) * _RATE_UNIT)
        self._picture = Picture(
            width=address.integer("width", 640, 16, 8192),
            height=address.integer("height", 480, 16, 8192),
            shape=address.text("shape", "circle", SHAPES),
            colour=address.text("colour", "red", tuple(COLOURS)),
            background=address.text("background", "grey", tuple(COLOURS)),
            move=address.text("move", "left-to-right", MOVES),
            period_s=address.number("period_s", 4, 0.01, 86400),
            size=address.number("size", 0.4, 0.01, 1),
        )

    def make(self, number: int, start_ns: int) -> Sample:
        offset_ns = self.offset_ns(number)
        return Frame(start_ns + offset_ns, self._picture.draw(offset_ns / NS_PER_S))

    def describe(self) -> str:
        p = self._picture
        pace = f"{p.width}x{p.height} at {self.rate_mhz / _RATE_UNIT:g} frames/s"
        return f"a {p.colour} {p.shape} on {p.background}, {p.move}, {pace}"


class _Sounds(_Source):
    modality: Modality = "audio"

    def __init__(self, address: SensorAddress) -> None:
        address.allow("sound", "hz", "level", "rate", "chunk_ms", *_COMMON)
        rate_hz = address.integer("rate", 16_000, 4_000, 192_000)
        self.rate_mhz = rate_hz * _RATE_UNIT
        self.portion = max(1, rate_hz * address.integer("chunk_ms", 20, 1, 1000) // 1000)
        self._sound = Sound(
            rate_hz=rate_hz,
            sound=address.text("sound", "tone", SOUNDS),
            hz=address.number("hz", 440, 1, rate_hz / 2),
            level=address.number("level", 0.3, 0, 1),
            seed=address.integer("seed", 0),
        )

    def make(self, number: int, start_ns: int) -> Sample:
        first = number * self.portion
        samples = self._sound.samples(first, self.portion)
        return AudioChunk(start_ns + self.offset_ns(first), samples, self._sound.rate_hz)

    def describe(self) -> str:
        s = self._sound
        pitch = f" of {s.hz:g} Hz" if s.sound in ("tone", "beeps") else ""
        return f"{s.sound}{pitch}, level {s.level:g}, {s.rate_hz} Hz"


class _Motions(_Source):
    modality: Modality = "imu"

    def __init__(self, address: SensorAddress) -> None:
        address.allow("rate", "turn_dps", "axis", "up", "motion", "noise", *_COMMON)
        rate_hz = address.integer("rate", 100, 1, 10_000)
        self.rate_mhz = rate_hz * _RATE_UNIT
        self.portion = max(1, rate_hz // 50)
        self._motion = Motion(
            turn_dps=address.number("turn_dps", 0, -4000, 4000),
            axis=address.text("axis", "z", AXES),
            up=address.text("up", "z", AXES),
            motion=address.text("motion", "still", tuple(MOTIONS)),
            noise_mps2=address.number("noise", 0, 0, 10),
            seed=address.integer("seed", 0),
        )

    def make(self, number: int, start_ns: int) -> Sample:
        first = number * self.portion
        offsets = np.array([self.offset_ns(first + k) for k in range(self.portion)], dtype=np.int64)
        return ImuChunk(start_ns + offsets, *self._motion.rows(first, offsets / NS_PER_S))

    def describe(self) -> str:
        m = self._motion
        turn = f", turning {m.turn_dps:g} deg/s about {m.axis}" if m.turn_dps else ""
        return f"{m.motion}, {m.up} up{turn}, {self.rate_mhz / _RATE_UNIT:g} Hz"


_SOURCES: dict[str, type[_Pictures] | type[_Sounds] | type[_Motions]] = {
    "image": _Pictures,
    "audio": _Sounds,
    "imu": _Motions,
}


class SyntheticDriver:
    """Makes samples when they are due; frames nobody fetched are dropped, sound and motion kept for 10 s.

    The device's clock counts from opening, and its mapping to ours is exact.
    """

    begins_anew = True

    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        if address.target not in _SOURCES:
            raise ConfigError(
                f"{address.uri}: {address.target!r} cannot be made; wanted synthetic:image, synthetic:audio "
                "or synthetic:imu"
            )
        self._source = _SOURCES[address.target](address)
        self.modality: Modality = self._source.modality
        self.raw_tap: RawTap | None = None
        self._latency_ns = round(address.number("latency_ms", 0, -10_000, 10_000) * 1e6)
        self._clock = clock
        self._start_ns: int | None = None
        self._number = 0
        self._dropped = self._gaps = self._lost = 0

    def open(self) -> None:
        """Start counting from now."""
        self._start_ns, self._number = self._clock.now_ns(), 0

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return every portion that is due, waiting for the next one."""
        wait_s = (self._next_due_ns() - self._clock.now_ns()) / NS_PER_S
        if wait_s > 0:
            time.sleep(min(timeout_s, max(wait_s, _SHORTEST_SLEEP_S)))
        now_ns = self._clock.now_ns()
        self._skip(now_ns)
        ready: list[Captured] = []
        while self._next_due_ns() <= now_ns:
            ready.append(self._make(now_ns))
            self._number += 1
        return ready

    def close(self) -> None:
        """Nothing is held."""

    def describe(self) -> str:
        """Say what is made."""
        return self._source.describe()

    def clock_fit(self) -> ClockFit | None:
        """The device's clock is ours, less the time of opening."""
        return None if self._start_ns is None else ClockFit(self._start_ns - self._latency_ns, 0.0, 0)

    def counters(self) -> Mapping[str, int]:
        """Frames `dropped` as stale; `gaps` in sound or motion and the samples `lost` in them."""
        return {"dropped": self._dropped, "gaps": self._gaps, "lost": self._lost}

    def _next_due_ns(self) -> int:
        if self._start_ns is None:
            raise SensorError("a synthetic sensor was polled before it was opened; open it first")
        return self._start_ns + self._source.due_ns(self._number)

    def _make(self, now_ns: int) -> Captured:
        start_ns = self._start_ns or 0
        sample = self._source.make(self._number, start_ns - self._latency_ns)
        t_ns = sample.t_ns if isinstance(sample, ImuChunk) else np.array([sample.t_ns], dtype=np.int64)
        return Captured(sample, now_ns, t_ns + self._latency_ns - start_ns)

    def _skip(self, now_ns: int) -> None:
        """Leave out what a device would have overwritten by now."""
        is_picture = self.modality == "image"
        late_ns = now_ns - self._next_due_ns()
        buffered = 0 if is_picture else _BUFFER_NS
        if late_ns <= buffered:
            return
        per_portion = self._source.portion * NS_PER_S * _RATE_UNIT
        skipped = (late_ns - buffered) * self._source.rate_mhz // per_portion
        self._number += skipped
        if is_picture:
            self._dropped += skipped
        elif skipped:
            self._gaps += 1
            self._lost += skipped * self._source.portion
