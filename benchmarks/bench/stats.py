"""Percentiles and bootstrap intervals of measured samples.

Knows arithmetic on lists of numbers; refuses to know what they measure, and never throws a sample away.
"""

from collections.abc import Sequence

import numpy as np

__all__ = ["median_interval", "percentile"]

RESAMPLES = 1000
CONFIDENCE = 0.95


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0 to 1) of `samples` lie, between neighbours linearly.

    Raises `ValueError` for no samples.
    """
    if not samples:
        raise ValueError("a percentile of no samples")
    return float(np.quantile(np.asarray(samples, np.float64), share))


def median_interval(samples: Sequence[float], seed: int = 0) -> tuple[float, float]:
    """Return the 95 % interval of the median: percentile bootstrap, 1000 resamples, the same every time.

    Efron and Tibshirani, An Introduction to the Bootstrap, section 13.3. One sample is its own interval.
    Raises `ValueError` for no samples.
    """
    if not samples:
        raise ValueError("an interval of no samples")
    values = np.asarray(samples, np.float64)
    drawn = np.random.default_rng(seed).integers(0, len(values), (RESAMPLES, len(values)))
    medians = np.median(values[drawn], axis=1)
    tail = (1.0 - CONFIDENCE) / 2.0
    low, high = np.quantile(medians, (tail, 1.0 - tail))
    return float(low), float(high)
