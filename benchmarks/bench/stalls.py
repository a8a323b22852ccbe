"""How long this process stood still: stopped (SIGSTOP), asleep with the machine, its virtual CPU elsewhere.

Knows a thread that wakes ten times a second; refuses to know why a wake-up was late. What the process
computed meanwhile is taken off, so that native code which holds Python's lock for a second is no stall.
"""

import time
from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType

__all__ = ["StallWatch"]

EVERY_S = 0.1
"""Two wake-ups are so far apart. One costs about 0.1 ms: a thousandth of a core."""


def _wall_s() -> float:
    """Seconds that also pass while the machine is suspended, where the system has such a clock."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class StallWatch:
    """Use it with `with`; then `longest_ms` is the longest time in it that the process stood still.

    `wall_s` and `cpu_s`: clocks of this process, the CPU time of all of its threads. A test gives its own.
    """

    def __init__(
        self,
        wall_s: Callable[[], float] = _wall_s,
        cpu_s: Callable[[], float] = time.process_time,
        every_s: float = EVERY_S,
    ) -> None:
        self._wall_s, self._cpu_s, self._every_s = wall_s, cpu_s, every_s
        self._seen = wall_s(), cpu_s()
        self._ended = Event()
        self._thread = Thread(target=self._watch, name="bench stalls", daemon=True)
        self.longest_ms = 0.0

    def look(self) -> None:
        """Note how much later this is than a wake-up should be, less what was computed meanwhile."""
        now = self._wall_s(), self._cpu_s()
        gap_s, used_s = (new - old for new, old in zip(now, self._seen, strict=True))
        self._seen = now
        self.longest_ms = max(self.longest_ms, (gap_s - self._every_s - used_s) * 1e3)

    def _watch(self) -> None:
        while not self._ended.wait(self._every_s):
            self.look()

    def __enter__(self) -> "StallWatch":
        """Begin to watch."""
        self._seen = self._wall_s(), self._cpu_s()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End to watch."""
        self._ended.set()
        self._thread.join()
        self.look()
