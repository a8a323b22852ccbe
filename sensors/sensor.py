"""A sensor that is always drained: one thread polls a driver, a bounded ring holds what nobody read yet.

Knows threads, rings, reconnecting with back-off and counting; refuses to know any device.
"""

import threading
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType

from anymal.clock import Clock, MonotonicClock
from anymal.errors import AnymalError, SensorError
from anymal.samples import NS_PER_S, Captured, Modality
from anymal.sensors.address import safe_uri
from anymal.sensors.driver import (
    ClockFit,
    Driver,
    EndOfStream,
    RawTap,
    SensorState,
    SensorStats,
    begins_anew,
    trouble_of,
)
from anymal.sensors.rate import RateMeter
from anymal.sensors.stamps import captured_ns, require_stamps, sample_count

__all__ = ["Sensor", "SensorOptions", "SensorTimeout"]

# Chunks held for a slow reader. Old pictures are worthless; sound and motion make up windows.
RING = {"image": 4, "video": 4, "audio": 1024, "imu": 1024}


class SensorTimeout(SensorError):
    """No sample came in the time given; the stream may go on."""


@dataclass(frozen=True)
class SensorOptions:
    """How long one poll may block, the waits between attempts to reconnect, and how long close() waits.

    The waits begin anew once samples came for `steady_s` without a fault.
    """

    poll_s: float = 0.1
    backoff_s: tuple[float, ...] = (0.2, 0.5, 1.0, 2.0, 5.0)
    close_s: float = 5.0
    steady_s: float = 5.0


class Sensor:
    """Opens the driver at once (so its errors are the caller's), then drains it until `close`.

    Use it with `with`. All methods may be called from any thread. When the device is lost the
    thread reconnects for as long as it takes; readers meanwhile get `SensorTimeout` and `stats`
    says `reconnecting`. The same holds for options or samples that are refused once samples came: then
    it is the device that changed; but a file that `begins_anew` would only be damaged at the same place
    again. A driver that fails in any other way ends the sensor as `failed`, and `read` raises what it
    raised. Raises `SensorError` when the device does not open.
    """

    def __init__(
        self,
        uri: str,
        driver: Driver,
        clock: Clock | None = None,
        options: SensorOptions | None = None,
        raw_tap: RawTap | None = None,
    ) -> None:
        self.uri = safe_uri(uri)
        self.modality: Modality = driver.modality
        self._driver = driver
        self._clock = clock or MonotonicClock()
        self._options = options or SensorOptions()
        self._changed = threading.Condition()
        self._stop = threading.Event()
        self._ring: deque[Captured] = deque()
        self._newest: Captured | None = None
        self._state: SensorState = "opening"
        self._failure: BaseException | None = None
        self._detail = self._trouble = self._found = ""
        # A recording at full speed keeps the times it has.
        self._opened_ns = None if getattr(driver, "recorded_times", False) else self._clock.now_ns()
        self._begins_anew = begins_anew(driver)
        self._received = self._dropped = self._reconnects = 0
        self._failures = 0  # since samples came for a while; chooses the wait before the next attempt
        self._since_ns: int | None = None  # of the first sample after it was opened
        self._counters: Mapping[str, int] = {}
        self._fit: ClockFit | None = None
        self._rate = RateMeter()
        self._thread = threading.Thread(target=self._work, name=f"sensor {self.uri}", daemon=True)
        driver.raw_tap = raw_tap
        try:
            driver.open()
            self._detail, self._state = driver.describe(), "streaming"
            self._take(())
            self._thread.start()
        except BaseException as error:
            driver.close()
            if isinstance(error, OSError) and not isinstance(error, SensorError):
                raise SensorError(f"{self.uri}: cannot be opened: {error}") from error
            raise

    def __enter__(self) -> "Sensor":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, timeout_s: float) -> Captured:
        """Return the next sample in order, waiting at most `timeout_s`.

        Raises `SensorTimeout`, `EndOfStream` after the last sample of a stream that ends, and
        `SensorError` when the sensor is closed or its driver failed.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._ring or self._over(), timeout_s)
            if self._ring:
                return self._ring.popleft()
            if not self._over():
                raise SensorTimeout(f"{self.uri}: nothing came within {timeout_s:g} s ({self._said()})")
            if self._state == "ended":
                raise EndOfStream(f"{self.uri}: the stream has ended")
            raise SensorError(f"{self.uri}: the sensor is {self._said()}") from self._failure

    def drain(self) -> list[Captured]:
        """Return everything that waits, oldest first, without blocking."""
        with self._changed:
            taken = list(self._ring)
            self._ring.clear()
            return taken

    def latest(self, max_age_s: float) -> Captured | None:
        """Return the newest sample without taking it, or None when its capture is older than `max_age_s`."""
        with self._changed:
            newest = self._newest
        if newest is None or self._clock.now_ns() - captured_ns(newest) > max_age_s * NS_PER_S:
            return None
        return newest

    def stats(self) -> SensorStats:
        """Counts and state, the driver's own as they were after its last poll."""
        with self._changed:
            newest, counters = self._newest, self._counters
            return SensorStats(
                uri=self.uri,
                modality=self.modality,
                state=self._state,
                received=self._received,
                dropped=self._dropped + counters.get("dropped", 0),
                gaps=counters.get("gaps", 0),
                reconnects=self._reconnects,
                rate_hz=self._rate.rate_hz(self._clock.now_ns()),
                last_ns=captured_ns(newest) if newest is not None else None,
                clock=self._fit,
                detail=self._said(),
                trouble=self._trouble or self._found,
                counters=counters,
            )

    def close(self) -> None:
        """Stop the thread and release the device; a second call does nothing.

        Called by the driver's own thread it only asks: the device is released when the driver
        returns. Raises `SensorError` when the driver hangs; its device then stays open.
        """
        self._stop.set()
        if self._thread is threading.current_thread():
            return
        self._thread.join(self._options.close_s)
        if self._thread.is_alive():
            waited = f"did not come back within {self._options.close_s:g} s of closing"
            self._failure = SensorError(
                f"{self.uri}: its driver {waited}; the device stays open until this program ends"
            )
            self._set("failed", str(self._failure))
            raise self._failure

    def _over(self) -> bool:
        return self._state in ("ended", "failed", "closed")

    def _said(self) -> str:
        return f"{self._state}: {self._detail}" if self._detail else self._state

    def _work(self) -> None:
        state: SensorState = "closed"
        try:
            self._drain_driver()
        except EndOfStream:
            state = "ended"
        except BaseException as error:  # noqa: BLE001 -- a dead thread must be seen, whatever killed it
            state, self._failure = "failed", error
        try:
            self._driver.close()
        except BaseException as error:  # noqa: BLE001 -- the same
            state, self._failure = "failed", self._failure or error
        # Only now: who sees the end may open the device again at once.
        self._set(state, _reason(self._failure))

    def _drain_driver(self) -> None:
        while not self._stop.is_set():
            try:
                self._take(self._driver.poll(self._options.poll_s))
            except AnymalError as error:
                if not self._is_curable(error):
                    raise
                if not self._stop.is_set():
                    self._reconnect(error)

    def _is_curable(self, error: Exception) -> bool:
        """Whether another device, or time, may mend it: options that never worked may be wrong."""
        if not self._received:
            return isinstance(error, OSError)
        return not self._begins_anew and isinstance(error, AnymalError | OSError)

    def _take(self, samples: Sequence[Captured]) -> None:
        # Asked here, on the driver's own thread: nobody else may look into it while it works.
        counters, fit = dict(self._driver.counters()), self._driver.clock_fit()
        described, found = self._driver.describe(), trouble_of(self._driver)
        with self._changed:
            self._counters, self._fit, self._found = counters, fit, found
            # What a driver found out since it was opened: a speed, a format, that only zeros come.
            self._detail = described if self._state == "streaming" else self._detail
            for captured in samples:
                count = sample_count(captured)
                if not count:  # nothing was captured, so it has no time
                    continue
                if self._opened_ns is not None:
                    require_stamps(captured, self._opened_ns, self._clock.now_ns())
                self._trouble = ""
                self._received += count
                self._rate.add(captured.arrival_ns, count)
                self._ring.append(captured)
                self._newest = captured
                self._note_steady(self._clock.now_ns())
            while len(self._ring) > RING[self.modality]:
                self._dropped += sample_count(self._ring.popleft())
            self._changed.notify_all()

    def _note_steady(self, now_ns: int) -> None:
        if self._since_ns is None:
            self._since_ns = now_ns
        if now_ns - self._since_ns >= self._options.steady_s * NS_PER_S:
            self._failures = 0

    def _reconnect(self, error: AnymalError) -> None:
        """Close, wait, open again until it works or the sensor is closed.

        Waits grow until samples come for a while: a device that dies at once, or whose samples are
        refused after the first, is not hammered.
        """
        self._set("reconnecting", str(error))
        self._since_ns = None
        while True:
            self._driver.close()
            waits = self._options.backoff_s
            wait_s = waits[min(self._failures, len(waits) - 1)]
            self._failures += 1
            if self._stop.wait(wait_s):
                return
            try:
                self._driver.open()
            except (AnymalError, OSError) as again:
                if not self._is_curable(again):
                    raise
                self._set("reconnecting", _reason(again))
                continue
            break
        with self._changed:
            self._reconnects += 1
        self._set("streaming", self._driver.describe())

    def _set(self, state: SensorState, detail: str) -> None:
        with self._changed:
            if not self._over():  # an end is final, also for a thread that comes back late
                self._state, self._detail = state, detail
                if state in ("reconnecting", "failed"):  # until a sample comes: it may open and stay silent
                    self._trouble = detail
                self._changed.notify_all()


def _reason(failure: BaseException | None) -> str:
    """What to show of a failure; some exceptions, such as `KeyError`, say little without their name."""
    if failure is None:
        return ""
    return str(failure) if isinstance(failure, AnymalError) else f"{type(failure).__name__}: {failure}"
