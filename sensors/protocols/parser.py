"""What every IMU byte parser offers, and the loop they share: find a start, take a frame or drop one byte.

Knows resynchronisation, bounded buffering and counting; refuses to know ports, arrival times and
what a reading is used for. A parser is fed bytes in pieces of any size and returns the same
readings for every way of cutting them. No bytes make it raise.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from anymal.errors import ConfigError
from anymal.sensors.imu_units import G_MPS2

__all__ = [
    "DEG",
    "GAUSS_UT",
    "G_MPS2",
    "ByteParser",
    "ImuReading",
    "Parser",
    "ParserCounts",
    "Unwrapper",
    "choice",
    "number",
]

DEG = 0.017453292519943295  # rad
GAUSS_UT = 100.0
Triple = tuple[float, float, float]
_FRAMES_WITHOUT_READING = 100  # about a second of any of these devices


@dataclass(frozen=True)
class ImuReading:
    """One sample of a motion sensor in SI units, gravity included, in the device's own axes.

    `device_ns` is the device's clock and `counter` its packet counter, both unwrapped (they go back
    only when the device restarts); None where it sends none. `orientation_wxyz` turns device axes
    into the world. `mag_ut` is in microtesla; `mag_raw` in the device's own units, of unknown scale.
    """

    accel_mps2: Triple
    gyro_radps: Triple | None = None
    device_ns: int | None = None
    counter: int | None = None
    orientation_wxyz: tuple[float, float, float, float] | None = None
    temperature_c: float | None = None
    mag_ut: Triple | None = None
    mag_raw: Triple | None = None


@dataclass(frozen=True)
class ParserCounts:
    """What became of the bytes since construction.

    `frames` whole and accepted (also those without a reading), `bad` starts or lines that were
    refused, `skipped_bytes` in no frame, `lost` frames or readings the device sent that never came.
    """

    frames: int = 0
    bad: int = 0
    skipped_bytes: int = 0
    lost: int = 0


class Parser(Protocol):
    """One protocol's decoder. Pure: no I/O, no clock, no thread.

    A port that is opened again gets a fresh one. `problem`: why frames arrive but no reading can come
    of them, and the cure, as a sentence; None while all is well. `unit_hint`: the options that correct
    a wrong scale, for the caller's message.
    """

    problem: str | None
    unit_hint: str

    @property
    def counts(self) -> ParserCounts:
        """The counts so far."""
        ...

    def feed(self, data: bytes) -> list[ImuReading]:
        """Take the next bytes of the stream and return the readings they completed."""
        ...

    def request(self) -> bytes | None:
        """Return the bytes that ask a polled device for its next reading; None where it streams."""
        ...

    def start(self) -> bytes:
        """Return the bytes to send once on opening; empty where the device needs none."""
        ...


class ByteParser:
    """The shared loop. A protocol gives `sync`, a pattern its frames start with, and `_take`.

    `sync` must also match a start that is cut off by the end of the buffer. `extras`: newest values of
    quantities that are in no reading, by name with unit.
    """

    options: ClassVar[tuple[str, ...]] = ()
    sync: ClassVar[re.Pattern[bytes]]
    unchecked: ClassVar[bool] = False  # the format has no checksum
    unit_hint: str = ""
    no_reading: ClassVar[str] = ""  # `problem` after many frames without a reading

    def __init__(self, options: Mapping[str, str] | None = None) -> None:
        self.given = dict(options or {})
        self.problem: str | None = None
        self.extras: dict[str, tuple[float, ...]] = {}
        self._rest = b""
        self._frames = self._bad = self._skipped = self._lost = 0
        self._frames_at_reading = 0
        self._joined = False  # the held back bytes stand right behind an accepted frame
        self._follows = False  # so does the frame now in question

    @property
    def counts(self) -> ParserCounts:
        """The counts so far."""
        return ParserCounts(self._frames, self._bad, self._skipped, self._lost)

    @property
    def buffered_bytes(self) -> int:
        """Bytes held back for a frame that is not yet whole: always less than the largest frame."""
        return len(self._rest)

    def feed(self, data: bytes) -> list[ImuReading]:
        """Take the next bytes of the stream and return the readings they completed."""
        buffer = self._rest + data
        readings: list[ImuReading] = []
        search, take = self.sync.search, self._take
        at, skipped = 0, 0
        frame_end = 0 if self._joined else -1
        while True:
            found = search(buffer, at)
            if found is None:
                skipped += len(buffer) - at
                at = len(buffer)
                break
            start = found.start()
            skipped += start - at
            at = start
            self._follows = start == frame_end
            size = take(buffer, start, readings)
            if size > 0:
                self._frames += 1
                frame_end = at = at + size
            elif size == 0:
                break
            else:  # only the first byte: the real start may stand inside what looked like a frame
                self._bad += 1
                skipped += 1
                at += 1
        self._skipped += skipped
        self._rest = buffer[at:]
        self._joined = at == frame_end
        if readings:
            self._frames_at_reading, self.problem = self._frames, None
        elif self.no_reading and self._frames > self._frames_at_reading + _FRAMES_WITHOUT_READING:
            self.problem = self.no_reading
        return readings

    def request(self) -> bytes | None:
        """Return None: the device streams by itself."""
        return None

    def start(self) -> bytes:
        """Return nothing: the device needs no invitation."""
        return b""

    def _take(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        """Return the length of the good frame at `start`, 0 if more bytes decide, -1 if it is none."""
        raise NotImplementedError


class Unwrapper:
    """A counter of `bits` bits as one that does not wrap; `lost`: how many values the last step passed over.

    A step of half the range or more is a step back (the device restarted). A byte is too short to
    tell, so there every step counts as forward.
    """

    def __init__(self, bits: int) -> None:
        self._mask = (1 << bits) - 1
        self._half = 1 << (bits - 1) if bits > 8 else 1 << bits
        self._last: int | None = None
        self.lost = 0

    def step(self, value: int) -> int:
        """Return `value` unwrapped; the first one stays as it is."""
        if self._last is None:
            self.lost, self._last = 0, value
            return value
        delta = (value - self._last) & self._mask
        if delta >= self._half:
            delta -= self._mask + 1
        elif delta == 0 and self._half > self._mask:
            delta = self._mask + 1
        self.lost = max(delta - 1, 0)
        self._last += delta
        return self._last


def number(options: Mapping[str, str], name: str, default: float, low: float, high: float) -> float:
    """Return option `name` as a number in [low, high]; raises `ConfigError`."""
    text = options.get(name)
    if text is None:
        return default
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise ConfigError(f"{name}={text!r} is not a number from {low:g} to {high:g}")
    return value


def choice(options: Mapping[str, str], name: str, *known: str) -> str:
    """Return option `name`, one of `known`, the first by default; raises `ConfigError`."""
    value = options.get(name, known[0])
    if value not in known:
        raise ConfigError(f"{name}={value!r} is not one of: {', '.join(known)}")
    return value
