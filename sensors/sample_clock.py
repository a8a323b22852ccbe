"""A clock for devices that have none: their samples are counted, and the count is mapped like a clock.

Knows sample numbers and arrival times; refuses to know what is sampled. The period is measured
from arrivals; the mapper's line then takes out what that estimate lacks.
"""

from collections import deque
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from anymal.samples import NS_PER_S
from anymal.sensors.clock_map import ClockMapper
from anymal.sensors.driver import ClockFit

__all__ = ["SampleClock", "estimate_period_ns"]

# The period is only an estimate, so the line cannot wait for ten bins.
LINE_BINS = 3
# After a silence with fewer samples than this part of what it should have brought, the rest is lost.
SILENCE_NS, SILENCE_PART = NS_PER_S // 4, 0.25


class SampleClock:
    """Maps sample numbers, rising by 1 per sample the device took, to capture times.

    `period_ns` is the device's, as good as known. When the rate changes, the mapper notices within
    about a second (every sample contradicts its line) and the period is measured anew.
    """

    def __init__(self, period_ns: float, latency_ms: float = 0.0, after_ns: int | None = None) -> None:
        self.period_ns = period_ns
        self._mapper = ClockMapper(latency_ms, LINE_BINS, after_ns)
        self._resets = 0
        self._device = 0.0
        self._index: int | None = None
        self._recent: deque[tuple[int, int]] = deque()

    def map(
        self, index: Sequence[int] | NDArray[np.int64], arrival_ns: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return (device times, capture times), int64 [n] ns each, of samples that came together.

        The device times are the count times the period, for whoever looks for gaps.
        """
        numbers = np.asarray(index, dtype=np.int64)
        steps = np.diff(numbers, prepend=numbers[0] if self._index is None else self._index).astype(float)
        if self._recent:
            steps[0] = max(steps[0], 1.0) + self._lost_in_silence(steps, arrival_ns - self._recent[-1][1])
        device = (self._device + np.cumsum(np.maximum(steps, 0.0)) * self.period_ns).round()
        self._device, self._index = float(device[-1]), int(numbers[-1])
        times = device.astype(np.int64)
        mapped = self._mapper.map(times, arrival_ns)
        self._remember(int(numbers[-1]), arrival_ns)
        return times, mapped

    def fit(self) -> ClockFit | None:
        """Return the line of the counted time; its skew is the error of the estimated period."""
        return self._mapper.fit()

    def _lost_in_silence(self, steps: NDArray[np.float64], silence_ns: int) -> float:
        """Samples that must have been taken, but came neither late nor counted."""
        expected = silence_ns / self.period_ns
        if silence_ns < SILENCE_NS or steps.sum() > expected * SILENCE_PART:
            return 0.0
        return float(max(0, round(expected - float(steps.sum()))))

    def _remember(self, index: int, arrival_ns: int) -> None:
        self._recent.append((index, arrival_ns))
        while arrival_ns - self._recent[0][1] > NS_PER_S and len(self._recent) > 2:
            self._recent.popleft()
        if self._mapper.resets != self._resets:
            self._resets = self._mapper.resets
            self.period_ns = estimate_period_ns(self._recent) or self.period_ns


def estimate_period_ns(points: Sequence[tuple[int, int]] | deque[tuple[int, int]]) -> float | None:
    """Least-squares period of (number of the newest sample, arrival ns); None for too few to tell."""
    table = np.array(points, dtype=np.int64).reshape(-1, 2)
    if len(table) < 2:
        return None
    numbers, arrivals = (table - table[0]).T.astype(np.float64)
    centred = numbers - numbers.mean()
    period = float(centred @ arrivals / spread) if (spread := float(centred @ centred)) else 0.0
    return period if period > 0 else None
