"""Two bench reports against each other: which figures got worse, which better, and which nobody can tell.

Knows intervals, ranges and verdicts; refuses to know how anything was measured. A figure is worse only when
it is worse by more than its threshold and the interval of the difference says that it is no chance; where
there is no interval, of few samples or of a level over time, when not one is as good as the worst of before.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from anymal.bench.definitions import changed_figures
from anymal.bench.record import Figure, Report
from anymal.bench.stats import percentile
from anymal.bench.thresholds import ENOUGH, GENERAL, Thresholds
from anymal.bench.unlike import OF_MACHINE, unlike
from anymal.errors import ConfigError, InputError

__all__ = ["Change", "Comparison", "compare", "difference_interval"]

Statistic = Literal["p50", "p95", "p5"]
Verdict = Literal["worse", "better", "same", "unclear", "shown"]
Bounds = tuple[float, float]

SHARES: dict[Statistic, float] = {"p50": 0.5, "p95": 0.95, "p5": 0.05}
LEAST_SAMPLES: dict[Statistic, int] = {"p50": ENOUGH, "p95": 40, "p5": 40}
"""Fewer than this say too little about the statistic for an interval."""
RESAMPLES = 20_000
CONFIDENCE = 0.999  # of each figure: a run has dozens, and one false alarm makes the whole run one
SCATTER = "the samples scatter too much to tell: take more of them"
OVERLAP = "their ranges overlap: take more of them"


@dataclass(frozen=True)
class Change:
    """One statistic of one figure, before and after; the slow tail is p5 where higher is better.

    `difference` is after - before, [`low`, `high`] its 99.9 % interval, `allowed` what is no regression; all
    in `unit`. `by_range`: with few samples (`n` on the poorer side), or ones that are not independent, it is
    instead from the least to the greatest difference of any two. `verdict` is `shown` for a figure of which
    neither direction is better, which counts otherwise since, and for rates of the machine itself; `why` says
    why it is unclear.
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
    n: int
    by_range: bool = False
    why: str = ""

    @property
    def share(self) -> float:
        """The difference as a share of `before`; infinite when that was 0 and is no longer."""
        if self.before:
            return self.difference / abs(self.before)
        return math.copysign(math.inf, self.difference) if self.difference else 0.0


@dataclass(frozen=True)
class Comparison:
    """Every change, what only one report has, and in what the two runs are not alike.

    `untold`: figures of before of which the report of after itself says why it has none, such as the time of
    an aligner that drowned in the encoder's; they are not `absent`. A pass or FAIL that is gone always is.
    """

    changes: tuple[Change, ...]
    absent: tuple[str, ...]
    untold: tuple[str, ...]
    new: tuple[str, ...]
    unlike: tuple[str, ...]

    @property
    def worse(self) -> tuple[Change, ...]:
        """The regressions."""
        return tuple(change for change in self.changes if change.verdict == "worse")

    @property
    def unclear(self) -> tuple[Change, ...]:
        """What may or may not have got worse."""
        return tuple(change for change in self.changes if change.verdict == "unclear")


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
        if pattern not in GENERAL and not any(fnmatchcase(name, pattern) for name in common):
            raise ConfigError(f"the threshold {pattern!r} fits no figure; there are {', '.join(common)}")
    units = sorted({old[name].unit for name in common})
    for unit in limits.least:
        if unit not in units:
            raise ConfigError(f"the threshold 'least_{unit}' fits no figure; units are {', '.join(units)}")
    changes = []
    for name in common:
        if old[name].unit != new[name].unit:
            raise InputError(
                f"{name} is in {old[name].unit} before and in {new[name].unit} after: not comparable"
            )
        changes.append(_change(name, "p50", old[name], new[name], limits))
        tail: Statistic = "p5" if new[name].better == "higher" else "p95"
        if not _needs_range(old[name], new[name], tail):
            changes.append(_change(name, tail, old[name], new[name], limits))
    otherwise = changed_figures(before.definition, after.definition)
    changes = [_of_one_meaning(change, otherwise) for change in changes]
    gone = [name for name in old if name not in new]
    untold = {name: why for name in gone if old[name].unit != "pass" and (why := _why(name, after))}
    return Comparison(
        tuple(changes),
        absent=tuple(name for name in gone if name not in untold),
        untold=tuple(f"{name}: {why}" for name, why in untold.items()),
        new=tuple(name for name in new if name not in old),
        unlike=tuple(unlike(before, after)),
    )


def _of_one_meaning(change: Change, otherwise: Sequence[str]) -> Change:
    """A figure that counts `otherwise` since is shown: what changed may be its meaning alone."""
    if not any(fnmatchcase(change.name, pattern) for pattern in otherwise):
        return change
    return replace(change, verdict="shown", why="")


def _flat(report: Report) -> dict[str, Figure]:
    return {
        f"{scenario}/{name}": one
        for scenario, figures in report.scenarios.items()
        for name, one in figures.items()
    }


def _why(name: str, report: Report) -> str:
    """What the report says of a figure it could not give; "" for nothing."""
    scenario, _, figure = name.partition("/")
    start = f"{scenario}: {figure}: "
    return next((line.removeprefix(start) for line in report.unavailable if line.startswith(start)), "")


def _needs_range(old: Figure, new: Figure, statistic: Statistic) -> bool:
    """Whether an interval would say nothing: of few samples, or where a figure has none of its median."""
    return min(old.n, new.n) < LEAST_SAMPLES[statistic] or any(one.low is None for one in (old, new))


def _change(name: str, statistic: Statistic, old: Figure, new: Figure, limits: Thresholds) -> Change:
    n, share, is_lower = min(old.n, new.n), SHARES[statistic], new.better == "lower"
    by_range, is_tail = _needs_range(old, new, statistic), statistic != "p50"
    was, now = (_counted(one.samples) if is_lower else one.samples for one in (old, new))
    low, high = _range(was, now) if by_range else difference_interval(was, now, share)
    difference = percentile(now, share) - percentile(was, share)
    allowed = limits.allowed(name, percentile(was, share), new.unit, is_tail, n)
    worsening = (low, difference, high) if is_lower else (-high, -difference, -low)
    verdict, why = _verdict(worsening, allowed)
    if new.better == "neither" or name.startswith(f"{OF_MACHINE}/"):
        verdict, why = "shown", ""
    elif old.samples == new.samples:
        verdict, why = "same", ""
    elif by_range and why:
        wanted = LEAST_SAMPLES[statistic]
        few = f"{n} of the {wanted} samples it takes"
        why = f"{few if n < wanted else 'samples that are not independent'}; {OVERLAP}"
    before, after = percentile(old.samples, share), percentile(new.samples, share)
    return Change(
        name, statistic, new.unit, before, after, difference, low, high, allowed, verdict, n, by_range, why
    )


def _counted(samples: Sequence[float]) -> tuple[float, ...]:
    """Where less is better nothing is as good as less than nothing: a leak that shrinks, a time of noise."""
    return tuple(max(0.0, sample) for sample in samples)


def _range(before: Sequence[float], after: Sequence[float]) -> Bounds:
    """The least and the greatest difference of any two samples."""
    return min(after) - max(before), max(after) - min(before)


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
) -> Bounds:
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
