"""When a live picture was captured, whether it is too old to be shown, and whether it is wanted at all.

Knows time stamps and arrivals; refuses to know pixels and packets. Three kinds of stamp:

- *kernel*: V4L2 stamps each buffer with CLOCK_MONOTONIC, which is our clock already;
- *mapped*: the stream carries the camera's clock (RTP, FLV, MPEG-TS); `stream_clock` maps it;
- *arrival*: no clock (MJPEG over HTTP), or one that runs backwards.

A picture is stale when it arrived more than `max_lag` after its capture (the backlog of a stall), or
when its age is not known yet, as in the first tenth of a second of a network stream.
Without a clock the backlog is known by its pace: after a silence pictures come in a burst, so the
first one and those that follow faster than half the usual interval are stale.
"""

import statistics
from collections import deque
from dataclasses import dataclass
from typing import Literal

from anymal.samples import NS_PER_S
from anymal.sensors.driver import ClockFit
from anymal.sensors.stream_clock import StreamClock

__all__ = ["ClockKind", "PictureClock", "Stamp", "Thinner"]

ClockKind = Literal["kernel", "mapped", "arrival"]
_EARLY_NS = NS_PER_S // 10  # drivers round a stamp up to the end of its frame; another clock is far off
_KERNEL_LIMIT_NS = 2 * NS_PER_S  # a buffer older than this when it arrives has another clock's stamp
_BACKWARDS_LIMIT = 3  # so many steps back, and the stream's clock is not believed any more
_PACE_OF = 31  # intervals whose median is the usual one
_GAP_OF = 3  # a silence is this many usual intervals, and more than max_lag


@dataclass(frozen=True)
class Stamp:
    """Capture time `t_ns`, the camera's own `device_ns` (None without one), and whether it is stale.

    `late_ns` is how much later than its capture it came, as far as the clock tells.
    """

    t_ns: int
    device_ns: int | None
    late_ns: int
    stale: bool


class PictureClock:
    """Stamps the pictures of one connection, in the order in which they came.

    `held`: the demuxer gives a picture out only when the next one begins. So a picture really came
    when the one before was given out, and that is the arrival its stamp is mapped with.
    """

    def __init__(self, kind: ClockKind, max_lag_ns: int, latency_ns: int = 0, held: bool = False) -> None:
        self.kind: ClockKind = kind
        self.backwards = 0
        self._max_lag_ns = max_lag_ns
        self._latency_ns = latency_ns
        self._held = held
        self._stream_clock = StreamClock(max_lag_ns)
        self._last_pts: int | None = None
        self._last_arrival: int | None = None
        self._steps: deque[int] = deque(maxlen=_PACE_OF)
        self._burst = _Burst(max_lag_ns)

    def stamp(self, pts_ns: int | None, arrival_ns: int) -> Stamp:
        """Return the stamp of a picture with presentation time `pts_ns` (any epoch) that came now."""
        first = self._last_pts is None
        if pts_ns is None and self._last_pts is not None:
            pts_ns = self._last_pts + self._interval()  # FFmpeg loses the stamps of some key frames
        if pts_ns is not None and self.kind != "arrival":
            self._check_order(pts_ns)
        if pts_ns is None or self.kind == "arrival":
            return Stamp(arrival_ns - self._latency_ns, None, 0, self._burst.stale(arrival_ns))
        age_ns = arrival_ns - pts_ns
        if self.kind == "kernel" and (age_ns < -_EARLY_NS or (first and age_ns > _KERNEL_LIMIT_NS)):
            self.kind = "mapped"  # later, an old stamp of a clock that proved to be ours is a backlog
        came_ns, self._last_arrival = (self._last_arrival if self._held else arrival_ns), arrival_ns
        mapped: int | None = pts_ns
        if self.kind == "mapped":
            mapped = None if came_ns is None else self._stream_clock.map_one(pts_ns, came_ns)
        if mapped is None:
            return Stamp(arrival_ns, pts_ns, self._max_lag_ns, True)
        late_ns = max(0, arrival_ns - mapped)
        return Stamp(arrival_ns - late_ns - self._latency_ns, pts_ns, late_ns, late_ns > self._max_lag_ns)

    def too_old(self, stamp: Stamp, waited_ns: int) -> bool:
        """Whether a picture that has waited here since it came has become stale."""
        return stamp.late_ns + waited_ns > self._max_lag_ns

    def fit(self) -> ClockFit | None:
        """The mapping in use; None where the stream has no clock."""
        if self.kind == "kernel":
            return ClockFit(-self._latency_ns, 0.0, 0)
        return self._stream_clock.fit() if self.kind == "mapped" else None

    def _interval(self) -> int:
        return round(statistics.median(self._steps)) if self._steps else 1

    def _check_order(self, pts_ns: int) -> None:
        if self._last_pts is not None:
            self._steps.append(pts_ns - self._last_pts)
            if pts_ns <= self._last_pts:
                self.backwards += 1
                if self.backwards >= _BACKWARDS_LIMIT:
                    self.kind = "arrival"
        self._last_pts = pts_ns


class _Burst:
    """Recognises a backlog by the pace of arrivals alone."""

    def __init__(self, max_lag_ns: int) -> None:
        self._max_lag_ns = max_lag_ns
        self._intervals: deque[int] = deque(maxlen=_PACE_OF)
        self._last: int | None = None
        self._backlog = 0  # pictures the silence can have held back, at most

    def stale(self, arrival_ns: int) -> bool:
        """Take in an arrival; True while it belongs to a backlog."""
        interval = arrival_ns - self._last if self._last is not None else None
        self._last = arrival_ns
        if interval is None:
            return False
        usual = statistics.median(self._intervals) if self._intervals else interval
        if interval > max(self._max_lag_ns, _GAP_OF * usual):
            self._backlog = round(interval / max(1, usual))
            return True
        if self._backlog and interval < usual / 2:
            self._backlog -= 1
            return True
        self._backlog = 0
        self._intervals.append(interval)
        return False


class Thinner:
    """Lets at most `fps` pictures per second through, evenly spaced; 0 lets all through."""

    def __init__(self, fps: float) -> None:
        self._period_ns = round(NS_PER_S / fps) if fps else 0
        self._due_ns: int | None = None

    def wants(self, t_ns: int) -> bool:
        """Whether the picture of this time is due; its place in the rhythm is then taken."""
        if not self._period_ns:
            return True
        # A quarter of a period early is still in time, or jitter would skip pictures at equal rates.
        if self._due_ns is not None and t_ns < self._due_ns - self._period_ns // 4:
            return False
        behind = self._due_ns is None or t_ns > self._due_ns + self._period_ns
        self._due_ns = (t_ns if behind or self._due_ns is None else self._due_ns) + self._period_ns
        return True
