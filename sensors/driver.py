"""What one file must offer to be a sensor: the driver contract and the numbers it publishes.

Knows the contract; refuses to know threads, rings and reconnecting (`sensors.sensor`), so a
driver is a plain object that one thread calls.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from anymal.samples import Captured, Modality

__all__ = ["ClockFit", "Driver", "EndOfStream", "RawTap", "SensorState", "SensorStats"]

SensorState = Literal["opening", "streaming", "reconnecting", "ended", "failed", "closed"]
# Called with raw bytes and their arrival time before any parsing; a recorder listens here.
RawTap = Callable[[bytes, int], None]


class EndOfStream(Exception):
    """The stream ended by itself: no reconnecting."""


@dataclass(frozen=True)
class ClockFit:
    """How device time maps to ours: t = offset + (1 + skew) * device; `residual_ns` is its median error."""

    offset_ns: int
    skew_ppm: float
    residual_ns: int
    resets: int = 0


@dataclass(frozen=True)
class SensorStats:
    """Counts since opening and the newest state of one sensor.

    `received` samples (rows for motion, samples for sound, frames for pictures); `dropped` by us
    because nobody read them or they were stale; `gaps` in device time; `counters` are the
    driver's own, such as checksum failures. `rate_hz` is measured over the last seconds, 0 when
    unknown; `last_ns` the mapped capture time of the newest sample.
    """

    uri: str
    modality: Modality
    state: SensorState
    received: int = 0
    dropped: int = 0
    gaps: int = 0
    reconnects: int = 0
    rate_hz: float = 0.0
    last_ns: int | None = None
    clock: ClockFit | None = None
    detail: str = ""
    counters: Mapping[str, int] = field(default_factory=dict)


class Driver(Protocol):
    """One device. Constructed as `Driver(address, clock)`; called by one thread only.

    `open` connects, or raises `SensorError` and leaves nothing behind. `poll` blocks at most
    `timeout_s` and returns what came, possibly nothing; it raises `SensorError` when the device is
    gone (it is then closed and opened again with back-off) and `EndOfStream` at a natural end.
    `close` may be called at any time, also twice, also after a failed open.
    """

    modality: Modality
    raw_tap: RawTap | None

    def open(self) -> None:
        """Connect."""
        ...

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return the samples that came within `timeout_s`."""
        ...

    def close(self) -> None:
        """Disconnect and release everything."""
        ...

    def describe(self) -> str:
        """Say in a few words what was opened: format, rate, size."""
        ...

    def clock_fit(self) -> ClockFit | None:
        """Return the device clock's mapping; None for a device without clock."""
        ...

    def counters(self) -> Mapping[str, int]:
        """Return the driver's own counts, such as `bad_checksum`, `gaps`, `stale_frames`."""
        ...
