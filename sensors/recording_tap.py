"""A driver that is recorded: what it says goes to the recorder on its way to the sensor.

Knows the driver contract and what a recorder wants; refuses to know either's insides. Because it
sits before the sensor's ring, every sample is recorded exactly once, whoever reads it and
however late.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from anymal.clock import Clock, MonotonicClock
from anymal.samples import NS_PER_S, Captured, Modality
from anymal.sensors.driver import ClockFit, Driver, RawTap, begins_anew, trouble_of

if TYPE_CHECKING:
    from typing import Any

__all__ = ["RecordedDriver"]

_FIT_EVERY_NS = 2 * NS_PER_S


class _Recorder(Protocol):
    def add(self, name: str, captured: Captured) -> None: ...
    def add_raw(self, name: str, data: bytes, arrival_ns: int) -> None: ...
    def add_clock_fit(self, name: str, fit: ClockFit) -> None: ...
    def add_event(self, kind: str, data: "Mapping[str, Any]", at_ns: int | None = None) -> None: ...


class RecordedDriver:
    """Wraps `driver` as stream `name`: `Sensor(uri, RecordedDriver(driver, recorder, name, raw=..))`.

    Also records clock fits every two seconds, what was opened and when, and, with `raw`, the
    bytes as they arrive.
    """

    def __init__(
        self, driver: Driver, recorder: _Recorder, name: str, raw: bool = False, clock: Clock | None = None
    ) -> None:
        self.modality: Modality = driver.modality
        self.recorded_times: bool = getattr(driver, "recorded_times", False)
        self.begins_anew = begins_anew(driver)
        self._driver = driver
        self._recorder = recorder
        self._name = name
        self._raw = raw
        self._clock = clock or MonotonicClock()
        self._listener: RawTap | None = None
        self._fit: ClockFit | None = None
        self._fit_ns = 0

    @property
    def raw_tap(self) -> RawTap | None:
        """Who else listens to the bytes."""
        return self._listener

    @raw_tap.setter
    def raw_tap(self, listener: RawTap | None) -> None:
        self._listener = listener
        self._driver.raw_tap = self._on_raw if self._raw else listener

    def open(self) -> None:
        """Connect, and record that it happened."""
        if self._raw:
            self._recorder.add_raw(self._name, b"", self._clock.now_ns())  # replay begins a new parser here
        self._driver.open()
        said = {"stream": self._name, "detail": self._driver.describe()}
        self._recorder.add_event("opened", said, self._clock.now_ns())

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return what came, which is then recorded too."""
        samples = self._driver.poll(timeout_s)
        for captured in samples:
            self._recorder.add(self._name, captured)
        if samples and self._clock.now_ns() - self._fit_ns >= _FIT_EVERY_NS:
            self._record_fit()
        return samples

    def close(self) -> None:
        """Disconnect."""
        self._driver.close()

    def describe(self) -> str:
        """Say what was opened."""
        return self._driver.describe()

    def clock_fit(self) -> ClockFit | None:
        """Return the device clock's mapping."""
        return self._driver.clock_fit()

    def counters(self) -> Mapping[str, int]:
        """Return the driver's own counts."""
        return self._driver.counters()

    def trouble(self) -> str:
        """Say what the driver finds wrong with what comes."""
        return trouble_of(self._driver)

    def _record_fit(self) -> None:
        fit = self._driver.clock_fit()
        self._fit_ns = self._clock.now_ns()
        if fit is not None and fit != self._fit:
            self._fit = fit
            self._recorder.add_clock_fit(self._name, fit)

    def _on_raw(self, data: bytes, arrival_ns: int) -> None:
        self._recorder.add_raw(self._name, data, arrival_ns)
        if self._listener is not None:
            self._listener(data, arrival_ns)
