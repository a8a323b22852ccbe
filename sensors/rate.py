"""How many samples come per second, over the last few seconds.

Knows counts and arrival times; refuses to know what is counted.
"""

from collections import deque

from anymal.samples import NS_PER_S

__all__ = ["RateMeter"]


class RateMeter:
    """Mean rate over `window_s`; bursts do not matter, silence brings it down to 0."""

    def __init__(self, window_s: float = 5.0) -> None:
        self._window_ns = int(window_s * NS_PER_S)
        self._arrivals: deque[tuple[int, int]] = deque()

    def add(self, arrival_ns: int, count: int) -> None:
        """Count `count` samples that came at `arrival_ns`."""
        self._arrivals.append((arrival_ns, count))
        self._forget(arrival_ns)

    def rate_hz(self, now_ns: int) -> float:
        """Samples per second up to now; 0.0 until two arrivals lie in the window."""
        self._forget(now_ns)
        if len(self._arrivals) < 2:
            return 0.0
        first = self._arrivals[0]
        elapsed = max(now_ns, self._arrivals[-1][0]) - first[0]
        # The first arrival only starts the clock: its samples were captured before it.
        later = sum(count for _, count in self._arrivals) - first[1]
        return later * NS_PER_S / elapsed if elapsed > 0 else 0.0

    def _forget(self, now_ns: int) -> None:
        while self._arrivals and now_ns - self._arrivals[0][0] > self._window_ns:
            self._arrivals.popleft()
