"""From a device's clock to ours: which capture time each sample of a jittery link really has.

Knows device stamps and arrival times, nothing else; refuses to know what is sampled or how it
came. A sample cannot arrive before it was captured, and now and then one comes with hardly any
delay: the smallest arrival minus device time of each second is nearly free of jitter, and a line
through those minima over half a minute gives offset and skew of the device's clock. What is left
is the smallest delay of the link itself (1 to 3 ms over USB), which `latency_ms` takes off.
"""

import statistics
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from anymal.samples import NS_PER_S
from anymal.sensors.driver import ClockFit

__all__ = ["ClockMapper"]

BIN_NS, WINDOW_NS = NS_PER_S, 30 * NS_PER_S
# A longer step of the device's clock is a pause after which nothing is known of its offset.
LONGEST_STEP_NS = 2 * NS_PER_S
# Beyond this for a second, every sample contradicts the line: another clock, or it was set.
WORST_RESIDUAL_NS, WORST_FOR_NS = 50_000_000, NS_PER_S
# Too few bins give a bad slope, and 10 s at 50 ppm are 0.5 ms; a clock this far off cannot wait.
FEW_BINS, FEW_BINS_SLOPE = 3, 5e-3
# A new line is approached at this rate (0.5 ms/s), or within the time constant when it is far off.
SLEW, SLEW_MOST = 5e-4, 0.2
SLEW_TAU_NS, WARM_UP_TAU_NS = 4 * NS_PER_S, NS_PER_S // 2


class _Point(NamedTuple):
    """The least delayed sample of a bin: its device time and arrival minus device time, ns."""

    device: int
    delay: int


class _Line(NamedTuple):
    """Mapped time = device + delay + slope * (device - x0)."""

    x0: int
    delay: int
    slope: float
    fitted: bool = False

    def at(self, device: int) -> int:
        return device + self.delay + round(self.slope * (device - self.x0))

    def under(self, point: _Point) -> int:
        """How much less `point` was delayed than the line says."""
        return self.at(point.device) - point.device - point.delay


class ClockMapper:
    """Maps rising device times, in ns of any epoch, to `time.monotonic_ns()` of capture.

    The result rises strictly and is never later than arrival (as long as arrivals are further
    apart than their samples, in ns). It starts anew when the device's clock goes back, stands
    still for more than 2 s of its own time, or disagrees by more than 50 ms for one second. Until
    `line_bins` seconds are known it takes the clock's rate for exact.

    Sound: give `map_one` the samples counted up to the block's end, over the rate, and take the
    block's length off the result. `reset` after an overflow, which loses an unknown count. After a
    reconnection `after_ns` is the newest time that the mapper before this one gave out.
    """

    def __init__(self, latency_ms: float = 0.0, line_bins: int = 10, after_ns: int | None = None) -> None:
        self.resets = 0
        self._latency_ns = round(latency_ms * 1e6)
        self._line_bins = line_bins
        self._last_mapped = None if after_ns is None else after_ns + self._latency_ns
        self._forget()

    def map(self, device_ns: Sequence[int] | NDArray[np.int64], arrival_ns: int) -> NDArray[np.int64]:
        """Return int64 [n]: capture times of samples that reached us together at `arrival_ns`."""
        mapped: list[int] = []
        part: list[int] = []
        for device in np.asarray(device_ns, dtype=np.int64).tolist():
            before = part[-1] if part else self._last_device
            if before is not None and not 0 <= device - before <= LONGEST_STEP_NS:
                mapped += self._map_part(part, arrival_ns)
                part = []
                self.reset()
            part.append(device)
        mapped += self._map_part(part, arrival_ns)
        return np.array(self._in_order(mapped, arrival_ns), dtype=np.int64) - self._latency_ns

    def map_one(self, device_ns: int, arrival_ns: int) -> int:
        """Return the capture time of one sample."""
        return int(self.map([device_ns], arrival_ns)[0])

    def reset(self) -> None:
        """Forget the fit: device time has lost its meaning. Mapped times go on rising."""
        self.resets += 1
        self._forget()

    def fit(self) -> ClockFit | None:
        """Return the present line; None before the first sample."""
        line = self._line
        if line is None:
            return None
        errors = [abs(p.device + p.delay - line.at(p.device)) for p in self._bins]
        residual = round(statistics.median(errors)) if errors else 0
        offset = line.at(0) - self._latency_ns
        return ClockFit(offset, line.slope * 1e6, residual, self.resets)

    def _forget(self) -> None:
        self._bins: deque[_Point] = deque()
        self._bin = self._origin = 0
        self._best = _Point(0, 0)  # of the bin that is filling
        self._line: _Line | None = None
        self._lead = 0.0  # what the published time is ahead of the line, to be slewed away
        self._last_device: int | None = None
        self._bad_since: int | None = None

    def _map_part(self, part: list[int], arrival: int) -> list[int]:
        """Map samples without a jump between them."""
        if not part:
            return []
        line = self._observe(part[-1], arrival)
        first = part[0] if self._last_device is None else self._last_device
        span, before = part[-1] - first, self._lead
        self._lead = self._slewed(before, span)
        ramp = (self._lead - before) / span if span else 0.0
        self._last_device = part[-1]
        mapped = [line.at(device) + round(before + ramp * (device - first)) for device in part]
        excess = max(0, mapped[-1] - arrival)
        return [time - excess for time in mapped]

    def _observe(self, device: int, arrival: int) -> _Line:
        """Take in the newest sample of a read: the older ones only waited longer."""
        line = self._line
        if line is not None and self._contradicted(arrival - line.at(device), arrival):
            self.reset()
            line = None
        point = _Point(device, arrival - device)
        if line is None:
            line = _Line(device, point.delay, 0.0)
            self._line, self._best, self._origin = line, point, device
            return line
        if (number := (device - self._origin) // BIN_NS) != self._bin:
            self._bins.append(self._best)
            while device - self._bins[0].device > WINDOW_NS + BIN_NS:
                self._bins.popleft()
            self._bin, self._best = number, point
            line = self._replace(line, self._fitted(line))
        elif line.under(point) > line.under(self._best):
            self._best = point
        if not line.fitted and line.under(point) > 0:
            line = self._replace(line, _Line(device, point.delay, 0.0))
        return line

    def _contradicted(self, residual: int, arrival: int) -> bool:
        if abs(residual) <= WORST_RESIDUAL_NS:
            self._bad_since = None
        elif self._bad_since is None:
            self._bad_since = arrival
        return self._bad_since is not None and arrival - self._bad_since >= WORST_FOR_NS

    def _fitted(self, line: _Line) -> _Line:
        """Least squares through the bins' minima; while they are few, the running minimum."""
        x0, y0 = self._bins[-1]
        device = np.array([point.device - x0 for point in self._bins], dtype=np.float64)
        delay = np.array([point.delay - y0 for point in self._bins], dtype=np.float64)
        if len(self._bins) >= FEW_BINS:
            centred = device - device.mean()
            slope = float(centred @ delay / (centred @ centred))
            if len(self._bins) >= self._line_bins or abs(slope) > FEW_BINS_SLOPE:
                middle = float(delay.mean() - slope * device.mean())
                return _Line(x0, y0 + round(middle), slope, fitted=True)
        return _Line(x0, y0 + round(delay.min()), 0.0) if line.fitted else line

    def _replace(self, old: _Line, new: _Line) -> _Line:
        """Change the line without moving what was published."""
        if self._last_device is not None:
            self._lead += old.at(self._last_device) - new.at(self._last_device)
        self._line = new
        return new

    def _slewed(self, lead: float, span: int) -> float:
        """Return what is left of `lead` after `span` ns."""
        tau = SLEW_TAU_NS if len(self._bins) >= self._line_bins else WARM_UP_TAU_NS
        rate = min(max(SLEW, abs(lead) / tau), SLEW_MOST)
        left = max(0.0, abs(lead) - rate * span)
        return left if lead > 0 else -left

    def _in_order(self, mapped: list[int], arrival: int) -> list[int]:
        """Make times rise strictly, up to arrival, above what was published before."""
        latest = arrival
        for i in range(len(mapped) - 1, -1, -1):
            latest = min(mapped[i], latest)
            mapped[i] = latest
            latest -= 1
        before = self._last_mapped
        if mapped and before is not None and mapped[0] <= before:
            room = max(mapped[-1] - before, len(mapped))
            mapped = [before + room * (i + 1) // len(mapped) for i in range(len(mapped))]
        if mapped:
            self._last_mapped = mapped[-1]
        return mapped
