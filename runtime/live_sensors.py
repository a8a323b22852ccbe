"""The sensors of a live session, opened for the senses a bundle has, and recorded when asked for.

Knows which sense each argument is for and the rate a bundle wants sound at; refuses to know
drivers. What was opened is closed again when a later one fails.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from anymal.clock import Clock, MonotonicClock
from anymal.errors import AnymalError, ConfigError, InputError, SensorError
from anymal.runtime.live_options import View
from anymal.runtime.option_values import shown
from anymal.runtime.patient_driver import PatientDriver
from anymal.samples import Modality
from anymal.sensors import SENSORS, open_driver
from anymal.sensors.address import option_mark, parse_address
from anymal.sensors.sensor import Sensor

if TYPE_CHECKING:
    from anymal.engines.manifest import Manifest
    from anymal.sensors.recording import Recorder

__all__ = ["LiveInputs", "open_sensors"]

# The arguments of `live`, which are also the names of recorded streams.
ARGUMENTS = {"image": "camera", "audio": "mic", "imu": "imu"}


@dataclass(frozen=True)
class LiveInputs:
    """Open sensors by the bundle's modality, and the recorder that listens to them, if any."""

    sensors: Mapping[Modality, Sensor]
    recorder: "Recorder | None" = None

    def close(self) -> None:
        """Close the sensors, then finish the recording; safe to call twice."""
        with ExitStack() as stack:
            if self.recorder is not None:
                stack.callback(self.recorder.close)
            for sensor in self.sensors.values():
                stack.callback(sensor.close)


def open_sensors(
    manifest: "Manifest",
    given: Mapping[Modality, str | Sensor | None],
    view: View,
    record: Path | None = None,
    clock: Clock | None = None,
    replace: bool = False,
    patient: bool = False,
) -> LiveInputs:
    """Open what is given (`image`, `audio`, `imu`: a URI or an open `Sensor`).

    `replace`: a recording may take the place of `record` when it is finished. `patient`: a device that is
    not there yet is waited for, as one that was lost is.

    Raises `ConfigError` when nothing is given or what is no sensor, an open one is of another sense or is to
    be recorded, `InputError` for a sense the bundle lacks, `SensorError` for a device that does not open or a
    sensor that is closed.
    """
    clock = clock or MonotonicClock()
    wanted = {name: value for name, value in given.items() if value is not None}
    if not wanted:
        raise ConfigError("a live session needs a sensor: give a camera, a microphone or an IMU")
    for name, value in wanted.items():
        if not isinstance(value, str | Sensor):
            example = f'"synthetic:{name}", or an open Sensor'
            raise ConfigError(
                f"{ARGUMENTS[name]} must be a sensor's address, for example {example}; found {shown(value)}"
            )
    modalities: dict[Modality, Modality] = {name: view if name == "image" else name for name in wanted}
    for modality in modalities.values():
        if modality not in manifest.modalities:
            have = ", ".join(manifest.modalities) or "text only"
            raise InputError(f"the bundle {manifest.name!r} has no {modality}, it has {have}")
    uris = {
        name: _with_rate(value, manifest) if name == "audio" else value
        for name, value in wanted.items()
        if isinstance(value, str)
    }
    with ExitStack() as stack:
        recorder = _recorder(record, wanted, uris, clock, replace)
        if recorder is not None:
            stack.callback(recorder.discard)
        sensors: dict[Modality, Sensor] = {}
        for name, value in wanted.items():
            if isinstance(value, Sensor) and value.modality not in (name, modalities[name]):
                raise ConfigError(f"{value.uri} gives {value.modality}; wanted a sensor for {name}")
            if isinstance(value, Sensor) and (state := value.stats().state) in ("closed", "failed"):
                raise SensorError(f"{value.uri}: the sensor is {state}: open it again for a new session")
            opened = value if isinstance(value, Sensor) else _open(name, uris[name], recorder, clock, patient)
            sensors[modalities[name]] = stack.enter_context(opened)
        stack.pop_all()
    return LiveInputs(sensors, recorder)


def _open(
    sense: Modality, uri: str, recorder: "Recorder | None", clock: Clock, patient: bool = False
) -> Sensor:
    driver = open_driver(uri, clock, sense)
    if recorder is not None:
        from anymal.sensors.recording import RecordedDriver

        driver = RecordedDriver(driver, recorder, ARGUMENTS[sense], _is_serial(uri), clock)
    return Sensor(uri, PatientDriver(driver) if patient else driver, clock)


def _recorder(
    path: Path | None,
    wanted: Mapping[Modality, str | Sensor],
    uris: Mapping[Modality, str],
    clock: Clock,
    replace: bool,
) -> "Recorder | None":
    if path is None:
        return None
    if len(uris) < len(wanted):
        raise ConfigError("recording needs sensors by URI: one that is open already cannot be listened to")
    from anymal.sensors.recording import Recorder, RecorderOptions, StreamInfo

    streams = [StreamInfo.from_uri(ARGUMENTS[sense], sense, uri) for sense, uri in uris.items()]
    return Recorder(path, streams, clock, RecorderOptions(replace=replace))


def _is_serial(uri: str) -> bool:
    return parse_address(uri).scheme == "imu"


def _with_rate(uri: str, manifest: "Manifest") -> str:
    """Ask a sound source for the rate the model takes, unless the user asked for another or it knows none.

    Sensors of other distributions are not asked; what comes at another rate is brought to the model's later.
    """
    from anymal.engines.manifest import AudioInput

    address = parse_address(uri)
    takes = manifest.encoder_spec("audio").input
    if "rate" in address.options or not isinstance(takes, AudioInput) or address.scheme not in SENSORS:
        return uri
    rated = f"{uri}{option_mark(address)}rate={takes.rate_hz}"
    try:
        open_driver(rated, wanted="audio")  # made to see whether it refuses, and not opened
    except AnymalError:
        return uri  # whatever else is wrong is then said of what the user gave
    return rated
