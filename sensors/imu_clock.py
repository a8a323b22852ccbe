"""Which clock stamps a motion sensor's readings: its own, its sample count, or their arrival.

Knows readings and the three ways to map them; refuses to know protocols. A device that is asked
for each reading has no rhythm of its own, so there the arrival of the answer is the best stamp.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from anymal.sensors.clock_map import ClockMapper
from anymal.sensors.driver import ClockFit
from anymal.sensors.protocols.parser import ImuReading
from anymal.sensors.sample_clock import SampleClock, estimate_period_ns

__all__ = ["Batch", "MotionClock", "Stamped", "arrival_period_ns", "choose_clock"]

# UDP may swap packets: a reading this little late is left out, one later means the device restarted.
LATE_NS = 100_000_000
# Before two reads came, the commonest rate.
USUAL_PERIOD_NS = 10_000_000.0


@dataclass(frozen=True)
class Batch:
    """Readings that reached us together, and how many were `lost` before them."""

    readings: list[ImuReading]
    lost: int
    arrival_ns: int


@dataclass(frozen=True)
class Stamped:
    """Readings kept, with device or counted time and capture time, ns; `late` were left out."""

    readings: list[ImuReading]
    device: list[int]
    mapped: list[int]
    late: int = 0


class MotionClock(Protocol):
    """Stamps batches in the order they came."""

    own: bool
    """Whether the device time is the device's own clock."""

    def stamp(self, batch: Batch) -> Stamped:
        """Return the batch with times."""
        ...

    def fit(self) -> ClockFit | None:
        """Return the mapping of the device's clock or count; None where arrivals are taken."""
        ...


def choose_clock(
    batches: Sequence[Batch], polled: bool, latency_ms: float, after_ns: int | None
) -> MotionClock:
    """Choose by what the first second of readings brought."""
    readings = [reading for batch in batches for reading in batch.readings]
    if polled:
        return _ArrivalClock(latency_ms, after_ns)
    if readings and all(reading.device_ns is not None for reading in readings):
        return _DeviceClock(latency_ms, after_ns)
    return _CountClock(arrival_period_ns(batches) or USUAL_PERIOD_NS, latency_ms, after_ns)


def arrival_period_ns(batches: Sequence[Batch]) -> float | None:
    """Return the time between the device's readings, as arrivals show it; None for too few to tell."""
    counter = _Counter()
    points = [(counter.numbers(batch)[-1], batch.arrival_ns) for batch in batches if batch.readings]
    return estimate_period_ns(points)


class _DeviceClock:
    """The device's own clock through a `ClockMapper`."""

    own = True

    def __init__(self, latency_ms: float, after_ns: int | None) -> None:
        self._mapper = ClockMapper(latency_ms, after_ns=after_ns)
        self._newest: int | None = None

    def stamp(self, batch: Batch) -> Stamped:
        kept: list[ImuReading] = []
        device: list[int] = []
        for reading in batch.readings:
            time = reading.device_ns
            if time is None or (self._newest is not None and 0 < self._newest - time < LATE_NS):
                continue
            self._newest = time
            kept.append(reading)
            device.append(time)
        late = len(batch.readings) - len(kept)
        return Stamped(kept, device, self._mapper.map(device, batch.arrival_ns).tolist(), late)

    def fit(self) -> ClockFit | None:
        return self._mapper.fit()


class _CountClock:
    """Sample numbers, the device's or counted here, through a `SampleClock`."""

    own = False

    def __init__(self, period_ns: float, latency_ms: float, after_ns: int | None) -> None:
        self._clock = SampleClock(period_ns, latency_ms, after_ns)
        self._counter = _Counter()

    def stamp(self, batch: Batch) -> Stamped:
        if not batch.readings:
            return Stamped([], [], [])
        device, mapped = self._clock.map(self._counter.numbers(batch), batch.arrival_ns)
        return Stamped(batch.readings, device.tolist(), mapped.tolist())

    def fit(self) -> ClockFit | None:
        return self._clock.fit()


class _ArrivalClock:
    """The arrival itself, less the latency."""

    own = False

    def __init__(self, latency_ms: float, after_ns: int | None) -> None:
        self._latency_ns = round(latency_ms * 1e6)
        self._last = after_ns

    def stamp(self, batch: Batch) -> Stamped:
        count = len(batch.readings)
        newest = batch.arrival_ns - self._latency_ns
        first = newest - count + 1 if self._last is None else max(self._last + 1, newest - count + 1)
        times = np.arange(first, first + count).tolist()
        if times:
            self._last = times[-1]
        return Stamped(batch.readings, times, times)

    def fit(self) -> ClockFit | None:
        return None


class _Counter:
    """Numbers readings: by the device's counter where it has one, else counted with what was lost."""

    def __init__(self) -> None:
        self._next = 0

    def numbers(self, batch: Batch) -> list[int]:
        self._next += batch.lost
        found: list[int] = []
        for reading in batch.readings:
            number = self._next if reading.counter is None else reading.counter
            found.append(number)
            self._next = number + 1
        return found
