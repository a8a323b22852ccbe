"""Timing one piece of work again and again.

Knows a clock, warm-up and milliseconds; refuses to know the work, and to drop or smooth what it timed.
"""

import time
from collections.abc import Callable

__all__ = ["Timing", "timed"]

Clock = Callable[[], float]
Work = Callable[[], object]


class Timing:
    """How often work is timed: `warmup` runs that are not kept, then `repeats`; seconds from `clock`."""

    def __init__(self, repeats: int, warmup: int, clock: Clock = time.perf_counter) -> None:
        self.repeats = repeats
        self.warmup = warmup
        self._clock = clock

    def of(self, work: Work, before: Work | None = None) -> list[float]:
        """Return the milliseconds of each kept run of `work`; `before` runs ahead of each, untimed."""
        return timed(work, self.repeats, self.warmup, self._clock, before)

    def of_difference(self, work: Work, part: Work) -> list[float]:
        """Return the milliseconds each kept run of `work` took longer than the run of `part` after it."""
        taken: list[float] = []
        for _ in range(self.repeats + self.warmup):
            whole_ms, part_ms = (timed(one, 1, 0, self._clock)[0] for one in (work, part))
            taken.append(whole_ms - part_ms)
        return taken[self.warmup :]


def timed(
    work: Work, repeats: int, warmup: int, clock: Clock = time.perf_counter, before: Work | None = None
) -> list[float]:
    """Run `work` `warmup + repeats` times and return the milliseconds of the last `repeats`."""
    taken: list[float] = []
    for number in range(warmup + repeats):
        if before is not None:
            before()
        began_s = clock()
        work()
        ended_s = clock()
        if number >= warmup:
            taken.append((ended_s - began_s) * 1e3)
    return taken
