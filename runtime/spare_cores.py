"""With how many threads an LLM computes while other programs want the same cores.

A batch is cut evenly over its threads, and each of its many steps ends when the last one has done its
part: one foreign busy process on two cores made two threads slower than one (docs/bench.md). Logits do not
depend on the number of threads, to the last bit. Knows what the kernel says of processor time; refuses to
know models.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["CoreWatch", "SpareCores", "children_of", "spare_cores", "watch_cores"]

PROC = Path("/proc")
EVERY_S = 0.2
"""The kernel counts in hundredths of a second: a shorter look says little."""
FIRST_S = 0.07
"""A first look may be as short: some counts too many or too few are less than half a core."""
STALE_S = 1.0
"""What others did while nobody computed for so long says nothing of now."""
SLACK = 0.15
"""By how much of a core the load must pass a half before the number of threads changes."""


@dataclass(frozen=True)
class CoreWatch:
    """Clocks in seconds: `wall_s`; processor time of all programs on our cores (-1: not told), and ours."""

    wall_s: Callable[[], float]
    all_s: Callable[[], float]
    own_s: Callable[[], float]
    cores: int
    """How many there are."""


def watch_cores(proc: Path = PROC) -> CoreWatch:
    """Watch the cores this process may use; processes that it started count as its own."""
    told = hasattr(os, "sched_getaffinity")  # Linux has it, and `proc`
    cores = frozenset(f"cpu{number}" for number in os.sched_getaffinity(0)) if told else frozenset()
    return CoreWatch(time.monotonic, lambda: _all_s(proc, cores), lambda: _own_s(proc), len(cores))


class SpareCores:
    """Calls `use` with the number of threads, at most `most`, whenever `look` finds that it should change."""

    def __init__(self, most: int, use: Callable[[int], None], watch: CoreWatch) -> None:
        self._most = self.threads = most
        self._use = use
        self._watch = watch
        self._foreign: float | None = None  # cores that others kept busy lately
        self._before: tuple[float, float, float] | None = None

    def look(self) -> None:
        """Look at the load and change the number of threads if need be; cheap to call often."""
        if self._most < 2:
            return
        now_s = self._watch.wall_s()
        least_s = FIRST_S if self._foreign is None else EVERY_S
        if self._before is not None and now_s - self._before[0] < least_s:
            return
        before, self._before = self._before, (now_s, self._watch.all_s(), self._watch.own_s())
        if before is None or min(before[1], self._before[1]) < 0.0:
            return
        span_s, all_s, own_s = (now - then for now, then in zip(self._before, before, strict=True))
        foreign = min(max(0.0, all_s - own_s) / span_s, float(self._watch.cores))
        self._foreign = foreign if self._foreign is None else (self._foreign + foreign) / 2
        least, most = (self._left(self._foreign + slack) for slack in (SLACK, -SLACK))
        wanted = min(max(self.threads, least), most)
        if wanted != self.threads:
            self.threads = wanted
            self._use(wanted)

    def look_anew(self) -> None:
        """Look before something is computed after a pause: after a long one all threads are ours."""
        if self._before is not None and self._watch.wall_s() - self._before[0] > STALE_S:
            self._before = self._foreign = None
            self.restore()
        self.look()

    def begin(self) -> None:
        """Tell `use` of all threads; on the thread that computes, before it does."""
        if self._most > 1:
            self._use(self.threads)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """One thread meanwhile: what others start on this one must not inherit that each has its core."""
        if self._most > 1:
            self._use(1)
        try:
            yield
        finally:
            self.begin()

    def restore(self) -> None:
        """All threads again: whoever uses the LLM next looks for itself."""
        if self.threads != self._most:
            self.threads = self._most
            self._use(self._most)

    def _left(self, foreign: float) -> int:
        return max(1, min(self._most, self._watch.cores - int(max(0.0, foreign) + 0.5)))


def spare_cores(most: int, use: Callable[[int], None]) -> SpareCores:
    """`SpareCores` of this process that has looked once, so that its next look has something to compare."""
    spare = SpareCores(most, use, watch_cores())
    spare.look()
    return spare


def _all_s(proc: Path, cores: Iterable[str]) -> float:
    """User, nice, system, interrupts of `cores`, without what a hypervisor took (proc(5), `/proc/stat`)."""
    try:
        lines = (proc / "stat").read_text(encoding="ascii").splitlines()
        rows = [line.split() for line in lines if line.startswith("cpu")]
        ticks = sum(sum(map(int, row[1:4])) + sum(map(int, row[6:8])) for row in rows if row[0] in cores)
    except (OSError, ValueError, IndexError):
        return -1.0
    return ticks / os.sysconf("SC_CLK_TCK") if ticks else -1.0


def _own_s(proc: Path) -> float:
    """Processor time of this process and of those it started, whether they still run or have ended."""
    ticks = sum(_ticks(proc / str(child) / "stat") for child in children_of(proc / "self"))
    return sum(os.times()[:4]) + (ticks / os.sysconf("SC_CLK_TCK") if ticks else 0.0)


def children_of(process: Path = PROC / "self") -> tuple[int, ...]:
    """Process ids of the children of a folder of proc(5), as far as the kernel lists them."""
    found: list[int] = []
    for task in (process / "task").glob("*"):
        try:
            found += map(int, (task / "children").read_text(encoding="ascii").split())
        except OSError:  # a task that has ended, or a kernel that does not list children
            continue
    return tuple(found)


def _ticks(stat: Path) -> int:
    try:
        fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])  # utime, stime
    except (OSError, ValueError, IndexError):  # it has ended
        return 0
