"""Whether a live session slept: the machine was suspended, or the program stopped.

Knows two clocks and how far apart its looks may lie; refuses to know what is done about it. Frames are
stamped with CLOCK_MONOTONIC, which stands still in a suspended machine: windows from before a night would
count as a moment old.
"""

import threading
from collections.abc import Callable

from anymal.clock import Clock, suspended_ns
from anymal.samples import NS_PER_S

__all__ = ["Wakes"]

SUSPENDED_NS = NS_PER_S // 10
"""Ages of windows may be wrong by this much."""
LEAST_GAP_S = 5.0
"""A machine that swaps, or a batch on a slow one, may keep all threads from looking for seconds."""


class Wakes:
    """`look` every now and then, from any thread; `count` says how often the session woke up.

    `on_wake` is called in the look that finds out, before anybody else sees the new count.
    """

    def __init__(
        self,
        clock: Clock,
        forget_s: float,
        on_wake: Callable[[], None] = lambda: None,
        suspended: Callable[[], int] | None = None,
    ) -> None:
        self._clock = clock
        self._suspended = suspended or suspended_ns
        self._gap_ns = round(max(forget_s, LEAST_GAP_S) * NS_PER_S)
        self._on_wake = on_wake
        self._lock = threading.Lock()
        self.since_ns = self._looked_ns = clock.now_ns()
        """When the session began, or woke up last."""
        self._asleep_ns = self._suspended()
        self.count = 0

    def look(self) -> int:
        """Find out, and return `count`."""
        with self._lock:
            now_ns, asleep_ns = self._clock.now_ns(), self._suspended()
            slept = asleep_ns - self._asleep_ns > SUSPENDED_NS or now_ns - self._looked_ns > self._gap_ns
            self._looked_ns, self._asleep_ns = now_ns, asleep_ns
            if slept:
                self.since_ns = now_ns
                self._on_wake()
                self.count += 1
            return self.count
