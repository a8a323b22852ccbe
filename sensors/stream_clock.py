"""The clock of a network stream, through stalls: capture time of what comes late together.

Knows that a network holds data back and then sends all of it at once; refuses to know what the
stream carries. `clock_map` follows the clock as long as things come in time. What comes later than
`max_lag` is not shown to it (it would take a backlog for another clock) but placed by the line it
had. When lateness stays and does not shrink, it was no backlog: the camera's clock stood still or
was set, and the line starts anew. A stream may also begin with a backlog (what was read to recognise
it, or what a server keeps for newcomers): until things come at real-time pace, nothing is known.
"""

from collections import deque

from anymal.samples import NS_PER_S
from anymal.sensors.clock_map import ClockMapper
from anymal.sensors.driver import ClockFit

__all__ = ["StreamClock"]

_LATE_FOR_NS = NS_PER_S  # how long a backlog may fail to shrink
_LIVE_PACE = 0.75  # things less than this times their distance apart come from a store
_PACE_OVER_NS = 100_000_000  # seen over this much of the stream's time, or one step of a slow stream
_LONGEST_START = 2000  # samples; a store larger than this is no start any more
_SHRINKS_BY = 0.1  # of the time that passes; a backlog sent at 1.1 times real time still counts as one


class StreamClock:
    """Maps a stream's time stamps to `time.monotonic_ns()` of capture, less a constant `latency_ms`."""

    def __init__(self, max_lag_ns: int, latency_ms: float = 0.0) -> None:
        self._mapper = ClockMapper(latency_ms)
        self._latency_ns = round(latency_ms * 1e6)
        self._max_lag_ns = max_lag_ns
        self._late: tuple[int, int] | None = None  # arrival and lateness when it began
        self._first: deque[tuple[int, int]] = deque()  # device times and arrivals, while starting
        self._starting = _LONGEST_START

    def map_one(self, device_ns: int, arrival_ns: int) -> int | None:
        """Return the capture time, never later than arrival less the latency; None while starting."""
        if self._starting and self._is_stored(device_ns, arrival_ns):
            return None
        fit = self._mapper.fit()
        if fit is not None:
            mapped = device_ns + fit.offset_ns + round(device_ns * fit.skew_ppm * 1e-6)
            lateness = arrival_ns - self._latency_ns - mapped
            if lateness <= self._max_lag_ns:
                self._late = None
            elif self._is_backlog(arrival_ns, lateness):
                return mapped
            else:
                self._late = None
                self._mapper.reset()
        return self._mapper.map_one(device_ns, arrival_ns)

    def fit(self) -> ClockFit | None:
        """The line in use; None before the first sample."""
        return self._mapper.fit()

    def _is_stored(self, device_ns: int, arrival_ns: int) -> bool:
        seen = self._first
        while len(seen) > 1 and device_ns - seen[1][0] >= _PACE_OVER_NS:
            seen.popleft()
        span_ns = device_ns - seen[0][0] if seen else 0
        live = span_ns >= _PACE_OVER_NS and arrival_ns - seen[0][1] >= _LIVE_PACE * span_ns
        seen.append((device_ns, arrival_ns))
        self._starting = 0 if live else self._starting - 1
        return not live

    def _is_backlog(self, arrival_ns: int, lateness: int) -> bool:
        if self._late is None:
            self._late = arrival_ns, lateness
        since_ns, at_first = self._late
        elapsed = arrival_ns - since_ns
        if elapsed < _LATE_FOR_NS:
            return True
        self._late = arrival_ns, lateness
        return at_first - lateness >= _SHRINKS_BY * elapsed
