"""What one file must offer to be a sensor: the driver contract and the numbers it publishes.

Knows the contract; refuses to know threads, rings and reconnecting (`sensors.sensor`), so a
driver is a plain object that one thread calls.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from anymal.samples import Captured, Modality

if TYPE_CHECKING:
    from anymal.clock import Clock
    from anymal.sensors.address import SensorAddress

__all__ = [
    "BaseDriver",
    "ClockFit",
    "Driver",
    "EndOfStream",
    "RawTap",
    "SensorState",
    "SensorStats",
    "begins_anew",
    "trouble_of",
]

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
    unknown; `last_ns` the mapped capture time of the newest sample. `trouble` says why it was lost or
    failed last, until a sample comes again, or what its driver finds wrong with what comes.
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
    trouble: str = ""
    counters: Mapping[str, int] = field(default_factory=dict)


class Driver(Protocol):
    """One device. Constructed as `Driver(address, clock)`; called by one thread only.

    `open` connects, or raises `SensorError` and leaves nothing behind. `poll` blocks at most
    `timeout_s` and returns what came, possibly nothing; it raises `SensorError` when the device is
    gone (it is then closed and opened again with back-off, unless it `begins_anew`) and `EndOfStream`
    at a natural end.
    `close` may be called at any time, also twice, also after a failed open. Samples are stamped in
    nanoseconds of `clock.now_ns()`, at capture where the device tells it, else when they came. Arrays are
    handed over: a buffer that is filled again must be copied, for windows keep samples for seconds.
    `BaseDriver` has what most drivers do alike, and what a driver may go without: `trouble`,
    `begins_anew` and `recorded_times`.
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


class BaseDriver:
    """What a driver without a clock, counts and raw bytes of its own has; `open` and `poll` are yours.

        class Thermometer(BaseDriver):
            modality: Modality = "imu"

            def open(self) -> None: ...

            def poll(self, timeout_s: float) -> list[Captured]: ...

    `modality` is what it gives. `recorded_times`: its samples keep times of another session, so they are
    not compared with this one's clock. `begins_anew`: opened again it starts from its beginning, as a
    file does and no device; what fails once samples came is then final.
    """

    modality: Modality
    raw_tap: RawTap | None = None
    recorded_times = False
    begins_anew = False

    def __init__(self, address: "SensorAddress", clock: "Clock") -> None:
        self.address, self.clock = address, clock

    def open(self) -> None:
        """Connect; nothing to do unless overridden."""

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return the samples that came within `timeout_s`."""
        raise NotImplementedError(f"{type(self).__name__} has no poll(timeout_s), which brings its samples")

    def close(self) -> None:
        """Disconnect; nothing to do unless overridden."""

    def describe(self) -> str:
        """Say what was opened: its address, unless overridden."""
        return self.address.uri

    def clock_fit(self) -> ClockFit | None:
        """None: the device has no clock."""
        return None

    def counters(self) -> Mapping[str, int]:
        """No counts of its own."""
        return {}

    def trouble(self) -> str:
        """Say what a user must hear although the device streams: it is muted, its pictures are broken."""
        return ""


def trouble_of(driver: Driver) -> str:
    """What `driver` finds wrong with what comes at present; nothing for one that does not look."""
    says: Callable[[], str] | None = getattr(driver, "trouble", None)
    return says() if says is not None else ""


def begins_anew(driver: Driver) -> bool:
    """Whether `driver`, opened again, starts from its beginning; a driver that does not say is a device."""
    return bool(getattr(driver, "begins_anew", False))
