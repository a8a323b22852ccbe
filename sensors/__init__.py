"""Bytes of the real world in, stamped samples out. The table of sensors, and `open_sensor`.

Knows which module serves which URI scheme, and imports it only when it is opened; refuses to
know what any device needs, and what a model does with a sample. Importing this package, or any
file reader in it, loads no media library. Other distributions add sensors through the entry
point group `anymal.sensors` (name = URI scheme, value = `module:class`, a `driver.Driver` called
with `address, clock`); a scheme of ours stays ours.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, get_args

from anymal.clock import MonotonicClock
from anymal.errors import AnymalError, ConfigError
from anymal.plugins import find_plugin, plugin_names

if TYPE_CHECKING:
    from anymal.clock import Clock
    from anymal.samples import Modality
    from anymal.sensors.driver import Driver, RawTap
    from anymal.sensors.sensor import Sensor, SensorOptions

__all__ = ["ENTRY_POINTS", "SENSORS", "open_driver", "open_sensor", "sensor_schemes"]

ENTRY_POINTS = "anymal.sensors"
# One for all: what is opened without a clock is on the same, so replays of one file stay in step.
_CLOCK = MonotonicClock()
SENSORS = {
    "camera": ("anymal.sensors.camera", "CameraDriver"),
    "rtsp": ("anymal.sensors.camera", "CameraDriver"),
    "rtsps": ("anymal.sensors.camera", "CameraDriver"),
    "rtmp-listen": ("anymal.sensors.camera", "CameraDriver"),
    "http": ("anymal.sensors.camera", "CameraDriver"),
    "https": ("anymal.sensors.camera", "CameraDriver"),
    "gst": ("anymal.sensors.gst_camera", "GstCameraDriver"),
    "mic": ("anymal.sensors.microphone", "MicrophoneDriver"),
    "imu": ("anymal.sensors.serial_imu", "SerialImuDriver"),
    "file": ("anymal.sensors.file_stream", "FileDriver"),
    "synthetic": ("anymal.sensors.synthetic", "SyntheticDriver"),
    "ws-listen": ("anymal.sensors.ws_listen", "WsListenDriver"),
    "replay": ("anymal.sensors.replay", "ReplayDriver"),
}
# `raw_tap` may be set later; a driver from `sensors.driver.BaseDriver` has all of them.
_DRIVER = ("modality", "open", "poll", "close", "describe", "clock_fit", "counters")


def open_sensor(
    uri: str,
    clock: "Clock | None" = None,
    options: "SensorOptions | None" = None,
    raw_tap: "RawTap | None" = None,
    wanted: "Modality | None" = None,
) -> "Sensor":
    """Open a device or stream and drain it from now on; use it with `with`.

    `wanted` picks the sense of a stream that carries several (a file, an RTSP camera with sound).

    Raises `ConfigError` for an address that cannot be read or a scheme nobody serves, and
    `SensorError` when the device is missing, busy or refused.
    """
    from anymal.sensors.sensor import Sensor

    return Sensor(uri, open_driver(uri, clock, wanted), clock, options, raw_tap)


def open_driver(uri: str, clock: "Clock | None" = None, wanted: "Modality | None" = None) -> "Driver":
    """Construct the driver of a URI without opening it.

    Raises `ConfigError` as `open_sensor` does, and where another distribution's driver cannot be imported or
    made, or is none.
    """
    from anymal.sensors.address import parse_address

    address = parse_address(uri, wanted)
    driver_class, served_by = _driver_class(address.scheme)
    try:
        driver: Driver = driver_class(address, clock or _CLOCK)
    except AnymalError:
        raise
    except Exception as error:
        raise ConfigError(
            f"{address.uri}: {served_by} cannot be made: {type(error).__name__}: {error}"
        ) from error
    _require_whole(driver, address.uri, served_by)
    if wanted is not None and driver.modality != wanted:
        raise ConfigError(f"{address.uri} gives {driver.modality}; wanted a sensor for {wanted}")
    return driver


def _require_whole(driver: "Driver", uri: str, served_by: str) -> None:
    """Raise `ConfigError` for what is no driver, naming what it lacks."""
    from anymal.samples import Modality

    lacks = [name for name in _DRIVER if not hasattr(driver, name)]
    if lacks:
        cure = "`anymal.sensors.driver.BaseDriver` has all but open and poll"
        raise ConfigError(f"{uri}: {served_by} is no driver, it lacks {', '.join(lacks)}; {cure}")
    if driver.modality not in get_args(Modality):
        senses = ", ".join(get_args(Modality))
        raise ConfigError(
            f"{uri}: {served_by} gives {driver.modality!r}; a sensor's modality is one of: {senses}"
        )


def sensor_schemes() -> tuple[str, ...]:
    """Return every URI scheme that can be opened, ours first."""
    return (*SENSORS, *plugin_names(ENTRY_POINTS))


def _driver_class(scheme: str) -> tuple[Any, str]:
    """The class that serves a scheme, and how messages name it."""
    if scheme in SENSORS:
        module, name = SENSORS[scheme]
        return getattr(import_module(module), name), name
    if found := find_plugin(ENTRY_POINTS, scheme, f"{scheme!r} is served by", ConfigError):
        return found
    raise ConfigError(f"no sensor is called {scheme!r}; known: {', '.join(sensor_schemes())}")
