"""Two bench reports against each other: which figures got worse, which better, and which nobody can tell.

Knows intervals, thresholds and verdicts; refuses to know how anything was measured. A figure is worse only
when it is worse by more than its threshold and the interval of the difference says that it is no chance.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from anymal.bench.record import Figure, Report
from anymal.errors import ConfigError, InputError

__all__ = ["Change", "Comparison", "Thresholds", "compare", "difference_interval"]

Statistic = Literal["p50", "p95"]
Verdict = Literal["worse", "better", "same", "unclear", "shown"]

SHARES: Mapping[Statistic, float] = {"p50": 0.5, "p95": 0.95}
LEAST: Mapping[Statistic, int] = {"p50": 8, "p95": 40}
"""Fewer samples than this say too little about the statistic to judge it."""
RESAMPLES = 20_000
CONFIDENCE = 0.999  # of each figure: a run has dozens, and one false alarm makes the whole run one
SCATTER = "the samples scatter too much to tell: take more of them"
OF_MACHINE = "floors"  # the scenario of rates of the machine, which is not what is judged
RATE_CHANGE = 0.05  # of a rate measured in the run itself: below, it is how such measurements scatter
SAME_MACHINE = ("cpu", "cores", "governor", "gpu", "python")


@dataclass(frozen=True)
class Thresholds:
    """How much worse is a regression, as a share of the old value: of the median, of p95, or by name.

    `named` maps `scenario/figure` patterns (`live/*`, `*/cold_*`) to a share for both; the last that fits
    counts. A difference of less than `least_ms` milliseconds is never one: waking a thread costs that.
    Raises `ConfigError` for a share that is negative or no number.
    """

    median: float = 0.05
    p95: float = 0.15
    least_ms: float = 0.01
    named: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        general = {"median": self.median, "p95": self.p95, "least_ms": self.least_ms}
        for name, share in {**general, **self.named}.items():
            if not (math.isfinite(share) and share >= 0):
                raise ConfigError(f"the threshold {name} must be at least 0, such as 0.05, found {share}")

    def of(self, name: str, statistic: Statistic) -> float:
        """Return the share that counts for `scenario/figure`."""
        fitting = [share for pattern, share in self.named.items() if fnmatchcase(name, pattern)]
        if fitting:
            return fitting[-1]
        return self.median if statistic == "p50" else self.p95

    def allowed(self, name: str, statistic: Statistic, before: float, unit: str) -> float:
        """Return how much worse than `before` is no regression, in `unit`."""
        return max(self.of(name, statistic) * abs(before), self.least_ms if unit == "ms" else 0.0)


@dataclass(frozen=True)
class Change:
    """One statistic of one figure, before and after.

    `difference` is after - before, [`low`, `high`] its 99.9 % interval, `allowed` what is no regression; all
    in `unit`. `verdict` is `shown` for a figure of which neither direction is better, and for rates of the
    machine itself; `why` says why it is unclear.
    """

    name: str
    statistic: Statistic
    unit: str
    before: float
    after: float
    difference: float
    low: float
    high: float
    allowed: float
    verdict: Verdict
    why: str = ""

    @property
    def few(self) -> bool:
        """Whether it is unclear because there are too few samples, and not because they scatter."""
        return self.verdict == "unclear" and self.why != SCATTER

    @property
    def share(self) -> float:
        """The difference as a share of `before`; infinite when that was 0 and is no longer."""
        if self.before:
            return self.difference / abs(self.before)
        return math.copysign(math.inf, self.difference) if self.difference else 0.0


@dataclass(frozen=True)
class Comparison:
    """Every change, what only one report has, and in what the two runs are not alike."""

    changes: tuple[Change, ...]
    absent: tuple[str, ...]
    new: tuple[str, ...]
    unlike: tuple[str, ...]

    @property
    def worse(self) -> tuple[Change, ...]:
        """The regressions."""
        return tuple(change for change in self.changes if change.verdict == "worse")


def compare(before: Report, after: Report, thresholds: Thresholds | None = None) -> Comparison:
    """Judge every figure that both reports have.

    Raises `InputError` when they have none in common, or one is in different units; `ConfigError` for a
    named threshold that fits no figure.
    """
    limits = thresholds or Thresholds()
    old, new = _flat(before), _flat(after)
    common = [name for name in old if name in new]
    if not common:
        raise InputError("the two bench reports have no figure in common: measure the same scenarios")
    for pattern in limits.named:
        if not any(fnmatchcase(name, pattern) for name in common):
            raise ConfigError(f"the threshold {pattern!r} fits no figure; there are {', '.join(common)}")
    changes = []
    for name in common:
        if old[name].unit != new[name].unit:
            raise InputError(
                f"{name} is in {old[name].unit} before and in {new[name].unit} after: not comparable"
            )
        for statistic in SHARES:
            if statistic == "p50" or _enough(old[name], new[name], statistic):
                changes.append(_change(name, statistic, old[name], new[name], limits))
    return Comparison(
        tuple(changes),
        absent=tuple(name for name in old if name not in new),
        new=tuple(name for name in new if name not in old),
        unlike=tuple(_unlike(before, after)),
    )


def _flat(report: Report) -> dict[str, Figure]:
    return {
        f"{scenario}/{name}": one
        for scenario, figures in report.scenarios.items()
        for name, one in figures.items()
    }


def _enough(old: Figure, new: Figure, statistic: Statistic) -> bool:
    return min(old.n, new.n) >= LEAST[statistic]


def _change(name: str, statistic: Statistic, old: Figure, new: Figure, limits: Thresholds) -> Change:
    low, high = difference_interval(old.samples, new.samples, SHARES[statistic])
    before, after = float(getattr(old, statistic)), float(getattr(new, statistic))
    difference, allowed = after - before, limits.allowed(name, statistic, before, new.unit)
    worsening = (low, difference, high) if new.better == "lower" else (-high, -difference, -low)
    verdict, why = _verdict(worsening, allowed)
    if new.better == "neither" or name.startswith(f"{OF_MACHINE}/"):
        verdict, why = "shown", ""
    elif not _enough(old, new, statistic) and old.samples != new.samples:
        verdict, why = "unclear", f"{min(old.n, new.n)} of the {LEAST[statistic]} samples it takes"
    return Change(name, statistic, new.unit, before, after, difference, low, high, allowed, verdict, why)


def _verdict(worsening: tuple[float, float, float], allowed: float) -> tuple[Verdict, str]:
    near, middle, far = worsening
    if middle > allowed and near > 0:
        return "worse", ""
    if -middle > allowed and far < 0:
        return "better", ""
    if far <= allowed and -near <= allowed:
        return "same", ""
    return "unclear", SCATTER


def difference_interval(
    before: Sequence[float], after: Sequence[float], share: float, seed: int = 0
) -> tuple[float, float]:
    """Return the 99.9 % interval of quantile `share` of `after` minus that of `before`.

    Percentile bootstrap, 20 000 resamples of each side on its own, the same every time. Raises `ValueError`
    for no samples.
    """
    dice = np.random.default_rng(seed)
    drawn = _resampled(after, share, dice) - _resampled(before, share, dice)
    tail = (1.0 - CONFIDENCE) / 2.0
    low, high = np.quantile(drawn, (tail, 1.0 - tail))
    return float(low), float(high)


def _resampled(samples: Sequence[float], share: float, dice: np.random.Generator) -> NDArray[np.float64]:
    """Quantile `share`, between neighbours linearly, of RESAMPLES resamples [RESAMPLES].

    No resample is made: the ranks of its k-th smallest value and of the one after it are those of uniform
    numbers, U_k ~ Beta(k, n - k + 1), and 1 - U_(k+1) is 1 - U_k times V^(1 / (n - k)) with uniform V
    (David and Nagaraja, Order Statistics, sections 2.1 and 2.5). So ten thousand samples cost what ten do.
    """
    if not len(samples):
        raise ValueError("an interval of no samples")
    ordered = np.sort(np.asarray(samples, np.float64))
    count = len(ordered)
    place = share * (count - 1)
    k = math.floor(place) + 1
    first = dice.beta(k, count - k + 1, RESAMPLES)
    second = 1.0 - (1.0 - first) * dice.random(RESAMPLES) ** (1.0 / (count - k)) if k < count else first
    ranks = [np.minimum((uniform * count).astype(int), count - 1) for uniform in (first, second)]
    between = place - math.floor(place)
    found: NDArray[np.float64] = ordered[ranks[0]] * (1.0 - between) + ordered[ranks[1]] * between
    return found


def _unlike(before: Report, after: Report) -> list[str]:
    """In what the two runs differ, beside their figures: whatever it is may be what moved them."""
    words = []
    for name in SAME_MACHINE:
        old, new = getattr(before.machine, name), getattr(after.machine, name)
        if old != new:
            words.append(f"{name}: {old or 'none'} -> {new or 'none'}")
    pairs = (("", before.machine.versions, after.machine.versions), ("bundle ", before.bundle, after.bundle))
    for prefix, was, now in pairs:
        for name in sorted({*was, *now}):
            if was.get(name) != now.get(name):
                words.append(f"{prefix}{name}: {was.get(name, 'none')} -> {now.get(name, 'none')}")
    rates = [run.scenarios.get(OF_MACHINE, {}) for run in (before, after)]
    for name in rates[0]:
        if name in rates[1]:
            slow, fast = sorted(rate[name].p50 for rate in rates)
            if fast - slow > RATE_CHANGE * slow:
                both = " -> ".join(f"{rate[name].p50:.4g}" for rate in rates)
                words.append(f"the machine's own {name}: {both} {rates[0][name].unit}")
    return words
