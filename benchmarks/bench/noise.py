"""Whether the machine was quiet enough for a figure to be believed.

Knows the signs of contention around a scenario: CPU time of others, how long a calibration spin takes before
and after, how much longer it takes than its own CPU time, our own CPU share, and whether the process stood
still meanwhile. Refuses to correct a figure: it is good, or it is refused with the reason.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from anymal.bench.stalls import StallWatch
from anymal.engines.llama_native import usable_cores

__all__ = ["Noise", "NoiseLimits", "Probes", "watched"]

SPIN_TURNS = 200_000
SPINS = 7
Result = TypeVar("Result")


@dataclass(frozen=True)
class NoiseLimits:
    """Above these a scenario is refused.

    `foreign_share`: CPU time of other processes over all CPU time there was; 0.1 is a fifth of a core on
    two cores. `spin_change`: how far the calibration spin drifted from before to after. `spin_stretch`: by
    how much the spin's wall time exceeds its CPU time, which shows that it was kept from running. `stall_ms`:
    the longest time the process stood still, stopped or suspended. Busy cores delay a thread by less than
    10 ms (`benchmarks/stall_watch.py`, docs/bench.md); half a second is something else.
    """

    foreign_share: float = 0.1
    spin_change: float = 0.15
    spin_stretch: float = 0.1
    stall_ms: float = 500.0


@dataclass(frozen=True)
class Noise:
    """What was seen around one scenario; `foreign_share` is -1 where the system does not tell."""

    wall_s: float
    cpu_share: float
    foreign_share: float
    spin_change: float
    spin_stretch: float
    longest_stall_ms: float = 0.0

    def verdict(self, limits: NoiseLimits) -> str:
        """Return why the figures must be refused, empty when they may be believed."""
        reasons = []
        if self.foreign_share > limits.foreign_share:
            reasons.append(
                f"other processes took {self.foreign_share:.0%} of the CPU, limit {limits.foreign_share:.0%}"
            )
        if self.spin_change > limits.spin_change:
            reasons.append(
                f"a calibration spin changed by {self.spin_change:.0%}, limit {limits.spin_change:.0%}"
            )
        if self.spin_stretch > limits.spin_stretch:
            reasons.append(
                f"a calibration spin had to wait {self.spin_stretch:.0%}, limit {limits.spin_stretch:.0%}"
            )
        if self.longest_stall_ms > limits.stall_ms:
            reasons.append(
                f"the process stood still for {self.longest_stall_ms:.0f} ms, limit {limits.stall_ms:.0f} ms"
            )
        return f"too noisy: {'; '.join(reasons)}; stop what else runs and measure again" if reasons else ""


def _own_cpu_s() -> float:
    """CPU seconds of this process and of its children that ended."""
    return sum(os.times()[:4])


def _busy_cpu_s(path: Path = Path("/proc/stat")) -> float | None:
    """CPU seconds anything ran on this machine, stolen time included; None where the system does not tell.

    `/proc/stat`, first line (proc(5)): user nice system idle iowait irq softirq steal guest guest_nice.
    """
    try:
        fields = [int(text) for text in path.read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]]
    except (OSError, ValueError):
        return None
    if len(fields) < 8 or not sum(fields):
        return None
    return float(sum(fields) - fields[3] - fields[4]) / float(os.sysconf("SC_CLK_TCK"))


def _spin() -> tuple[float, float]:
    """Wall and CPU seconds of a fixed amount of Python, the median of a few by wall time."""
    taken = []
    for _ in range(SPINS):
        wall_s, cpu_s = time.perf_counter(), time.thread_time()
        total = 0
        for number in range(SPIN_TURNS):
            total += number
        taken.append((time.perf_counter() - wall_s, time.thread_time() - cpu_s))
    return sorted(taken)[SPINS // 2]


def _machine_cores() -> int:
    return os.cpu_count() or usable_cores()


@dataclass(frozen=True)
class Probes:
    """Where the signs come from; a test puts its own in place.

    `wall_s`, `own_cpu_s`: clocks in seconds. `busy_cpu_s`: CPU seconds of everything on the machine, or
    None. `spin`: wall and CPU seconds of the calibration. `stalls`: watches for standing still. `cores`: of
    the whole machine.
    """

    wall_s: Callable[[], float] = time.perf_counter
    own_cpu_s: Callable[[], float] = _own_cpu_s
    busy_cpu_s: Callable[[], float | None] = _busy_cpu_s
    spin: Callable[[], tuple[float, float]] = _spin
    stalls: Callable[[], StallWatch] = StallWatch
    cores: int = field(default_factory=_machine_cores)


def watched(work: Callable[[], Result], probes: Probes) -> tuple[Result, Noise]:
    """Run `work` between two calibration spins and return its result with what the machine did meanwhile."""
    spin_before = probes.spin()
    with probes.stalls() as stalls:
        wall_s, own_s, busy_s = probes.wall_s(), probes.own_cpu_s(), probes.busy_cpu_s()
        result = work()
    lasted_s = max(probes.wall_s() - wall_s, 1e-9)
    own_s = probes.own_cpu_s() - own_s
    busy_now_s = probes.busy_cpu_s()
    spin_after = probes.spin()
    could_s = lasted_s * probes.cores
    foreign = -1.0
    if busy_s is not None and busy_now_s is not None:
        foreign = max(0.0, busy_now_s - busy_s - own_s) / could_s
    stretch = max(wall / cpu - 1.0 if cpu > 0 else 0.0 for wall, cpu in (spin_before, spin_after))
    change = abs(spin_after[0] / spin_before[0] - 1.0)
    stretch = max(0.0, stretch)
    return result, Noise(lasted_s, own_s / could_s, foreign, change, stretch, stalls.longest_ms)
