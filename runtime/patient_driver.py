"""A sensor's driver that may be opened before its device is there, and then is like one that was unplugged.

Knows the driver contract, and which errors no waiting mends; refuses to know devices, and when to try again
(`sensors.sensor` does, as for a device that was lost).
"""

from collections.abc import Mapping, Sequence

from anymal.errors import SensorError
from anymal.samples import Captured, Modality
from anymal.sensors.driver import ClockFit, Driver, RawTap, begins_anew, trouble_of

__all__ = ["PatientDriver"]


class PatientDriver:
    """Wraps `driver`: where its first `open` finds no device, `poll` raises that, once.

    A package that is missing is told at once: it does not come by itself.
    """

    def __init__(self, driver: Driver) -> None:
        self.modality: Modality = driver.modality
        self.recorded_times: bool = getattr(driver, "recorded_times", False)
        self.begins_anew = begins_anew(driver)
        self._driver = driver
        self._tried = False
        self._absent: OSError | None = None

    @property
    def raw_tap(self) -> RawTap | None:
        """Who listens to the bytes."""
        return self._driver.raw_tap

    @raw_tap.setter
    def raw_tap(self, listener: RawTap | None) -> None:
        self._driver.raw_tap = listener

    def open(self) -> None:
        """Connect; the first time it need not succeed."""
        self._absent = None
        try:
            self._driver.open()
        except OSError as error:
            if self._tried or _lacks_library(error):
                raise
            self._driver.close()
            self._absent = error
        self._tried = True

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        """Return what came; raises `SensorError` for a device that was not there."""
        if self._absent is not None:
            raise SensorError(str(self._absent)) from self._absent
        return self._driver.poll(timeout_s)

    def close(self) -> None:
        """Disconnect."""
        self._driver.close()

    def describe(self) -> str:
        """Say what was opened, or why nothing was."""
        return self._driver.describe() if self._absent is None else str(self._absent)

    def clock_fit(self) -> ClockFit | None:
        """Return the device clock's mapping."""
        return self._driver.clock_fit() if self._absent is None else None

    def counters(self) -> Mapping[str, int]:
        """Return the driver's own counts."""
        return self._driver.counters() if self._absent is None else {}

    def trouble(self) -> str:
        """Return what is wrong with what comes."""
        return trouble_of(self._driver) if self._absent is None else ""


def _lacks_library(error: BaseException | None) -> bool:
    """Whether a package, or the library under it, could not be loaded, as `__context__` tells."""
    while error is not None:
        if isinstance(error, ImportError) or (type(error) is OSError and error.errno is None):
            return True
        error = error.__cause__ or error.__context__
    return False
