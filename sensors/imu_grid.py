"""Motion on a fixed rate: each grid sample is the mean over one grid period, so faster wiggles do not alias.

Knows stamped motion, gaps and windows; refuses to know what a model makes of them. The signal is
taken as straight between samples and integrated exactly (cumulative trapezoid), which keeps mean
acceleration and turned angle right under jitter and at any ratio of rates. A hole longer than
three source periods is never bridged: its grid samples are NaN and marked. 200 to 50 Hz: -0.7 dB
at 10 Hz, -2.7 at 20, and -18 dB or more where plain interpolation would alias at full strength.
"""

import math
from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ConfigError
from anymal.samples import NS_PER_S, ImuChunk

__all__ = ["GridOptions", "GridWindow", "ImuGrid"]

_MOST_ROWS = 200_000  # 30 s of a sensor that floods at 6 kHz


@dataclass(frozen=True)
class GridOptions:
    """Grid `rate_hz`; seconds of source kept; the longest hole bridged, in source periods and at least in s.

    Sources slower than `least_rate` of the grid are not motion any more: everything is marked.
    """

    rate_hz: float
    keep_s: float = 30.0
    gap_periods: float = 3.0
    least_gap_s: float = 0.0
    least_rate: float = 0.25

    def __post_init__(self) -> None:
        if not (
            0 < self.rate_hz <= 1e5 and self.keep_s > 0 and self.gap_periods >= 1 and self.least_gap_s >= 0
        ):
            raise ConfigError(f"motion grid: {self} is out of range")

    @property
    def period_ns(self) -> float:
        """Time between grid samples."""
        return NS_PER_S / self.rate_hz


@dataclass(frozen=True)
class GridWindow:
    """`chunk` on the grid and `valid` bool [n]; rows that are not valid are NaN.

    `gaps` counts the runs of rows that are missing because of holes in the middle.
    """

    chunk: ImuChunk
    valid: NDArray[np.bool_]
    gaps: int = 0


class ImuGrid:
    """Push motion as it comes, take windows of it on the grid.

    Grid times are multiples of the period since time 0, so that windows which overlap agree. The
    result of a window depends on the motion's times alone, not on the pieces it came in.
    """

    def __init__(self, options: GridOptions) -> None:
        self.options = options
        self._chunks: deque[ImuChunk] = deque()
        self._rows = 0

    def push(self, chunk: ImuChunk) -> None:
        """Add rows that are later than all before; older than `keep_s` are forgotten."""
        if not len(chunk.t_ns):
            return
        if self._chunks and chunk.t_ns[0] <= self._chunks[-1].t_ns[-1]:
            self.clear()  # another clock: the old rows have no place on it
        self._chunks.append(chunk)
        self._rows += len(chunk.t_ns)
        oldest = chunk.t_ns[-1] - round(self.options.keep_s * NS_PER_S)
        while len(self._chunks) > 1 and (self._chunks[0].t_ns[-1] < oldest or self._rows > _MOST_ROWS):
            self._rows -= len(self._chunks.popleft().t_ns)

    def clear(self) -> None:
        """Forget everything."""
        self._chunks.clear()
        self._rows = 0

    @property
    def ready_ns(self) -> int | None:
        """Windows that end here or earlier are complete; None without motion."""
        if not self._chunks:
            return None
        return int(self._chunks[-1].t_ns[-1] - math.ceil(self.options.period_ns / 2))

    def window(self, start_ns: int, end_ns: int) -> GridWindow:
        """Return the grid samples in [start, end): round((end - start) * rate) rows from the first in it.

        Rows before the first and after the last motion, and in holes, are not valid.
        """
        period = self.options.period_ns
        count = max(0, round((end_ns - start_ns) / period))
        first = math.ceil(start_ns / period)
        # In whole ns from exact multiples: a cumulated float would drift.
        times = np.array([round((first + k) * period) for k in range(count)], dtype=np.int64)
        source, values = self._rows_around(start_ns, end_ns)
        if not len(source) or not count:
            nothing = np.full((count, 3), np.nan, dtype=np.float32)
            return GridWindow(ImuChunk(times, nothing, nothing.copy()), np.zeros(count, dtype=np.bool_))
        return _on_grid(times, source, values, self.options)

    def _rows_around(self, start_ns: int, end_ns: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return times and values [n, 6] that matter, chosen by time alone, so pieces make no difference."""
        longest = round(self.options.period_ns * self.options.gap_periods / self.options.least_rate)
        low, high = start_ns - longest, end_ns + longest
        if not self._chunks:
            return np.zeros(0, dtype=np.int64), np.zeros((0, 6))
        times = np.concatenate([chunk.t_ns for chunk in self._chunks])
        # One row more on each side, so that a hole across the edge is seen as one.
        part = slice(
            max(0, int(np.searchsorted(times, low)) - 1), int(np.searchsorted(times, high, side="right")) + 1
        )
        accel = np.concatenate([chunk.accel_mps2 for chunk in self._chunks])[part]
        gyro = np.concatenate([chunk.gyro_radps for chunk in self._chunks])[part]
        return times[part], np.concatenate([accel, gyro], axis=1, dtype=np.float64)


def _on_grid(
    times: NDArray[np.int64], source: NDArray[np.int64], values: NDArray[np.float64], options: GridOptions
) -> GridWindow:
    """Average `values` float64 [m, 6] at `source` over one period around each of `times`."""
    epoch = int(source[0])
    at_s, half_s = (source - epoch) / NS_PER_S, options.period_ns / NS_PER_S / 2
    centre_s = (times - epoch) / NS_PER_S
    hole = _holes(at_s, options)
    left_s, right_s = centre_s - half_s, centre_s + half_s
    before = np.concatenate([[0], np.cumsum(hole)])
    # Steps touched by each box: from the one that holds its left edge to the one that holds its right edge.
    low = np.clip(np.searchsorted(at_s, left_s, side="right") - 1, 0, len(hole))
    high = np.clip(np.searchsorted(at_s, right_s, side="left"), 0, len(hole))
    slack_s = 1e-9
    inside = (left_s >= at_s[0] - slack_s) & (right_s <= at_s[-1] + slack_s)
    holed = inside & (before[np.maximum(high, low)] > before[low])
    valid = inside & ~holed
    mean = np.full((len(times), values.shape[1]), np.nan)
    if valid.any():
        edges = _integral(at_s, values, np.concatenate([left_s[valid], right_s[valid]]))
        count = int(valid.sum())
        mean[valid] = (edges[count:] - edges[:count]) / (2 * half_s)
    runs = int(np.count_nonzero(np.diff(holed.astype(np.int8), prepend=0) == 1))
    out = mean.astype(np.float32)
    chunk = ImuChunk(times, np.ascontiguousarray(out[:, :3]), np.ascontiguousarray(out[:, 3:]))
    return GridWindow(chunk, valid, runs)


def _holes(at_s: NDArray[np.float64], options: GridOptions) -> NDArray[np.bool_]:
    """Mark each of the m - 1 steps that is too long to be bridged."""
    steps = np.diff(at_s)
    if not len(steps):
        return np.zeros(0, dtype=np.bool_)
    usual_s = float(np.median(steps))
    if usual_s * options.rate_hz * options.least_rate > 1 + 1e-6:
        return np.ones(len(steps), dtype=np.bool_)
    return steps > max(options.gap_periods * usual_s, options.least_gap_s) * (1 + 1e-6)


def _integral(
    at_s: NDArray[np.float64], values: NDArray[np.float64], where_s: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Integrate the piecewise straight signal from its start to each of `where_s`."""
    steps = np.diff(at_s)[:, None]
    sums = np.concatenate(
        [np.zeros((1, values.shape[1])), np.cumsum((values[1:] + values[:-1]) / 2 * steps, axis=0)]
    )
    slopes = np.diff(values, axis=0) / steps
    left = np.clip(np.searchsorted(at_s, where_s, side="right") - 1, 0, len(at_s) - 2)
    rest = (np.clip(where_s, at_s[0], at_s[-1]) - at_s[left])[:, None]
    area: NDArray[np.float64] = sums[left] + values[left] * rest + slopes[left] * rest**2 / 2
    return area
