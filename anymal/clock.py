"""Monotonic time behind a protocol, so that tests own the clock.

Knows nanoseconds and nothing else; refuses to know wall-clock time, which jumps.
"""

import time
from typing import Protocol

__all__ = ["Clock", "ManualClock", "MonotonicClock", "suspended_ns"]

_AT_ONCE_NS = 10_000_000
"""Clocks that were read within this time of each other may be compared."""


class Clock(Protocol):
    """A source of monotonic nanoseconds."""

    def now_ns(self) -> int:
        """Return the present in nanoseconds; never runs backwards."""
        ...


class MonotonicClock:
    """`time.monotonic_ns`, the clock every capture stamp is mapped to."""

    def now_ns(self) -> int:
        """Return `time.monotonic_ns()`."""
        return time.monotonic_ns()


def suspended_ns() -> int:
    """How long the machine was suspended since it booted, which `time.monotonic_ns` does not count.

    0 where no clock tells it.
    """
    if not hasattr(time, "CLOCK_BOOTTIME"):
        return 0
    while True:  # between two readings this thread may be kept waiting, which is no suspend
        awake_ns = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
        found_ns = time.clock_gettime_ns(time.CLOCK_BOOTTIME) - awake_ns
        if time.clock_gettime_ns(time.CLOCK_MONOTONIC) - awake_ns < _AT_ONCE_NS:
            return found_ns


class ManualClock:
    """A clock that moves only when told to."""

    def __init__(self, start_ns: int = 0) -> None:
        self._now_ns = start_ns

    def now_ns(self) -> int:
        """Return the time last set."""
        return self._now_ns

    def advance(self, delta_ns: int) -> None:
        """Move forward by `delta_ns`; raises `ValueError` for a negative step."""
        if delta_ns < 0:
            raise ValueError(f"ManualClock.advance: a monotonic clock cannot go back {-delta_ns} ns")
        self._now_ns += delta_ns
