"""How much worse is a regression: shares by statistic and by name, and the least that matters in each unit.

Knows names, units and numbers; refuses to know samples and verdicts.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from anymal.errors import ConfigError

__all__ = ["ENOUGH", "GENERAL", "LEAST_OF_UNIT", "MS", "STEADY", "Thresholds"]

GENERAL = ("median", "p95")
ENOUGH = 8
"""Of fewer samples a median says little, unless what they measure is `STEADY`."""
STEADY = ("MiB", "share", "windows/s", "cores", "pass")
"""Units of what a whole run or process has: nearly the same from run to run, so that one sample tells."""
LEAST_OF_UNIT: Mapping[str, float] = {
    "MiB": 1.0,  # what an allocator keeps by chance
    "MiB/min": 0.5,
    "1/min": 1.0,  # a handle or a thread a minute
    "count": 0.5,  # a whole one more is one
    "samples": 0.5,
    "updates": 5.0,
    "share": 0.1,
    "ratio": 0.02,
    "cores": 0.1,
    "windows/s": 0.5,
    "tokens/s": 0.1,
    "W": 0.2,
    "J": 0.01,
}
"""The least difference that matters, by unit, beside times; `pass` has none: each is told."""
MS: Mapping[str, float] = {"us": 1e3, "ms": 1.0, "s": 1e-3}
"""Units of time, as how many of them a millisecond is."""


@dataclass(frozen=True)
class Thresholds:
    """How much worse is a regression, as a share of the old value: of the median, of the tail, or by name.

    `median` is of the median, `p95` of the slow tail, whichever side it is on. `named` maps `scenario/figure`
    patterns (`live/*`, `*/cold_*`) to a share for both, and `median` and `p95` to theirs; the last that fits
    counts. Of fewer samples than `ENOUGH` a share counts as at least `few`, except in a `STEADY` unit: times,
    and counts of what happened, scatter from run to run. A difference of less than `least_ms` milliseconds is
    never a regression, as waking a thread costs that, and none of less than `least` of its unit.
    Raises `ConfigError` for a share that is negative or no number.
    """

    median: float = 0.05
    p95: float = 0.15
    few: float = 0.25
    least_ms: float = 0.01
    named: Mapping[str, float] = field(default_factory=dict)
    least: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        general = {"median": self.median, "p95": self.p95, "few": self.few, "least_ms": self.least_ms}
        leasts = {f"least_{unit}": value for unit, value in self.least.items()}
        for name, share in (*general.items(), *self.named.items(), *leasts.items()):
            if not (math.isfinite(share) and share >= 0):
                raise ConfigError(f"the threshold {name} must be at least 0, such as 0.05, found {share}")

    def of(self, name: str, unit: str, is_tail: bool, count: int) -> float:
        """Return the share that counts for `scenario/figure` in `unit`, of `count` samples."""
        share = self.p95 if is_tail else self.median
        for pattern, value in self.named.items():
            if pattern == GENERAL[is_tail] or (pattern not in GENERAL and fnmatchcase(name, pattern)):
                share = value
        return max(share, self.few) if count < ENOUGH and unit not in STEADY else share

    def allowed(self, name: str, before: float, unit: str, is_tail: bool, count: int) -> float:
        """Return how much worse than `before` is no regression, in `unit`."""
        if unit == "pass":
            return 0.0
        return max(self.of(name, unit, is_tail, count) * abs(before), self.least_of(unit))

    def least_of(self, unit: str) -> float:
        """Return the least difference in `unit` that matters."""
        if unit in MS and unit not in self.least:
            return self.least_ms * MS[unit]
        return self.least.get(unit, LEAST_OF_UNIT.get(unit, 0.0))
