"""Percentiles of measured samples, and which of them so many samples can say anything about.

Knows arithmetic on lists of numbers; refuses to know what they measure, and never throws a sample away.
"""

import math
from collections.abc import Sequence

import numpy as np

__all__ = ["LEAST_FOR_INTERVAL", "has_tail", "median_interval", "percentile"]

LEAST_FOR_INTERVAL = 6
"""The smallest and the largest of fewer samples hold the median less often than 95 % of the time."""
DOUBT = 40  # each end of the interval may miss the median once in so many runs: 2.5 %
EXACT = 1000  # beyond, the binomial distribution is as good as normal
NORMAL = 1.96


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0 to 1) of `samples` lie, between neighbours linearly.

    Raises `ValueError` for no samples.
    """
    if not samples:
        raise ValueError("a percentile of no samples")
    return float(np.quantile(np.asarray(samples, np.float64), share))


def has_tail(count: int, share: float) -> bool:
    """Return whether of `count` samples at least one lies beyond percentile `share`, so that it is told."""
    return count * (1.0 - share) >= 1.0


def median_interval(samples: Sequence[float]) -> tuple[float, float] | None:
    """Return what holds the true median with at least 95 % confidence, or None.

    The k-th smallest and the k-th largest sample, k as large as the binomial distribution allows: true for
    independent samples of any distribution (David and Nagaraja, Order Statistics, section 7.1). None for
    fewer than `LEAST_FOR_INTERVAL` samples; raises `ValueError` for no samples.
    """
    if not samples:
        raise ValueError("an interval of no samples")
    if len(samples) < LEAST_FOR_INTERVAL:
        return None
    ordered, rank = sorted(samples), _rank(len(samples))
    return float(ordered[rank - 1]), float(ordered[-rank])


def _rank(count: int) -> int:
    """The largest k for which fewer than k heads in `count` tosses come at most once in `DOUBT` runs."""
    if count > EXACT:
        return math.floor((count - NORMAL * math.sqrt(count)) / 2)
    rank, below = 0, 1
    while below * DOUBT <= 1 << count:
        rank += 1
        below += math.comb(count, rank)
    return rank
