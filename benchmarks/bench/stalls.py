"""How long this process stood still: stopped (SIGSTOP), asleep with the machine, its virtual CPU elsewhere.

Knows a thread that wakes ten times a second; refuses to know why a wake-up was late. What a thread computed
meanwhile is taken off, so that native code which holds Python's lock for a second is no stall: one thread
holds it, and no thread computes while the process stands still, however many do before and after.
"""

import os
import time
from collections.abc import Callable, Mapping
from threading import Event, Thread
from types import TracebackType

__all__ = ["StallWatch", "busiest_s", "threads_s"]

EVERY_S = 0.1
"""Two wake-ups are so far apart. One costs about 0.1 ms: a thousandth of a core."""
TASKS = "/proc/self/task"
ENDED = 0
"""Stands for the threads that ended, and for all of them where the system does not tell them apart."""
Threads = Mapping[int, float]


def _wall_s() -> float:
    """Seconds that also pass while the machine is suspended, where the system has such a clock."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


def threads_s() -> dict[int, float]:
    """Return the CPU seconds of each thread by its number; of all as one where there is no /proc."""
    found: dict[int, float] = {}
    try:
        numbers = [int(name) for name in os.listdir(TASKS)]  # noqa: PTH208
    except OSError:
        numbers = []
    for number in numbers:
        try:
            # CPUCLOCK_PERTHREAD and CPUCLOCK_SCHED of the kernel's posix-timers.h, as pthread_getcpuclockid.
            found[number] = time.clock_gettime(~number << 3 | 4 | 2)
        except OSError:  # it has just ended
            continue
    return {**found, ENDED: time.process_time() - sum(found.values())}


def busiest_s(before: Threads, now: Threads) -> float:
    """Return the most CPU time that one thread used between two readings; those that ended count as one."""
    used = {number: taken_s - before.get(number, 0.0) for number, taken_s in now.items()}
    used[ENDED] = used.get(ENDED, 0.0) - sum(before[number] for number in before if number not in now)
    return max(used.values())


class StallWatch:
    """Use it with `with`; then `longest_ms` is the longest time in it that the process stood still.

    It may be short by `EVERY_S`, which a thread may have computed for; where the system does not tell threads
    apart, by what all of them computed in that time. `wall_s` and `cpu_s`: clocks of this process, the second
    of each thread. A test gives its own.
    """

    def __init__(
        self,
        wall_s: Callable[[], float] = _wall_s,
        cpu_s: Callable[[], Threads] = threads_s,
        every_s: float = EVERY_S,
    ) -> None:
        self._wall_s, self._cpu_s, self._every_s = wall_s, cpu_s, every_s
        self._seen_s, self._used_s = wall_s(), cpu_s()
        self._ended = Event()
        self._thread = Thread(target=self._watch, name="bench stalls", daemon=True)
        self.longest_ms = 0.0

    def look(self) -> None:
        """Note how much later this is than a wake-up should be, less what one thread computed meanwhile."""
        seen_s, used_s = self._wall_s(), self._cpu_s()
        late_s = seen_s - self._seen_s - self._every_s - busiest_s(self._used_s, used_s)
        self._seen_s, self._used_s = seen_s, used_s
        self.longest_ms = max(self.longest_ms, late_s * 1e3)

    def _watch(self) -> None:
        while not self._ended.wait(self._every_s):
            self.look()

    def __enter__(self) -> "StallWatch":
        """Begin to watch."""
        self._seen_s, self._used_s = self._wall_s(), self._cpu_s()
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
