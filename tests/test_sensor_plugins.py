"""Sensors of other people: what a driver may leave out, and what is said of one that is wrong."""

import re
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PIL import Image

from anymal.clock import Clock, ManualClock
from anymal.engines.bundle import load_bundle
from anymal.errors import ConfigError, EngineError, SensorError
from anymal.runtime.live_sensors import open_sensors
from anymal.samples import AudioChunk, Captured, Frame, ImuChunk, Modality, Sample
from anymal.sensors import SENSORS, open_driver, open_sensor
from anymal.sensors.address import SensorAddress
from anymal.sensors.driver import BaseDriver, EndOfStream
from anymal.sensors.protocols import make_parser, option_names, protocol_names, recognise
from anymal.sensors.protocols.parser import ByteParser, ImuReading
from anymal.sensors.sensor import Sensor, SensorOptions
from anymal.sensors.stamps import captured_ns
from tests.runtime_helpers import tiny_bundle

DOCUMENT = Path(__file__).parents[1] / "docs" / "sensors.md"
LONG_S = 20.0
NOW_NS = 500_000_000_000
FAST = SensorOptions(poll_s=0.01, backoff_s=(0.01,))
PIXELS = np.zeros((4, 4, 3), np.uint8)
SOUND = np.zeros(160, np.float32)


class Least(BaseDriver):
    """What the smallest driver is: a sense, and samples."""

    modality: Modality = "image"

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        now_ns = self.clock.now_ns()
        return [Captured(Frame(now_ns, PIXELS), now_ns)]


class Half:
    """Three methods and nothing else."""

    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        pass

    def open(self) -> None: ...

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        return []

    def close(self) -> None: ...


class Thermal(Least):
    modality: Modality = "thermal"  # type: ignore[assignment]


class Unmade(Least):
    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        raise RuntimeError("no licence")


class Locked(Least):
    def open(self) -> None:
        raise PermissionError(13, "Permission denied", "/dev/spidev0.0")


class Unwritten(BaseDriver):
    modality: Modality = "image"


class Stamped(Least):
    """Gives one sample whose stamps a test chooses."""

    sample: Sample = Frame(0, PIXELS)
    arrival_ns = NOW_NS

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        return [Captured(self.sample, self.arrival_ns)]


class Counted(ByteParser):
    """`#`, six bytes of whole m/s2 and rad/s, and their sum."""

    options = ("tilt",)
    sync = re.compile(rb"#")

    def _take(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        frame = buffer[start + 1 : start + 8]
        if len(frame) < 7:
            return 0
        if sum(frame[:6]) & 0xFF != frame[6]:
            return -1
        ax, ay, az, gx, gy, gz = map(float, frame[:6])
        readings.append(ImuReading((ax, ay, az), (gx, gy, gz)))
        return 8


@pytest.fixture(autouse=True)
def plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """The classes above as sensors of another distribution, each under its own name."""
    module = ModuleType("plugin_of_a_test")
    kinds = (Least, Half, Thermal, Unmade, Locked, Unwritten, Stamped, Counted, Tone)
    for kind in kinds:
        setattr(module, kind.__name__, kind)
    module.number = 7  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "plugin_of_a_test", module)
    names = {kind.__name__.lower(): kind.__name__ for kind in kinds} | {"number": "number"}
    points = [metadata.EntryPoint(k, f"plugin_of_a_test:{v}", "anymal.sensors") for k, v in names.items()]
    points.append(metadata.EntryPoint("broken", "module_that_breaks", "of any group"))
    monkeypatch.setattr(metadata, "entry_points", lambda group: metadata.EntryPoints(points))


def test_the_smallest_driver_is_a_sense_and_a_poll() -> None:
    with open_sensor("least:desk", ManualClock(NOW_NS), FAST, wanted="image") as sensor:
        assert captured_ns(sensor.read(LONG_S)) == NOW_NS
        stats = sensor.stats()
        assert (stats.state, stats.clock, stats.counters) == ("streaming", None, {})
        assert "least:desk" in stats.detail


@pytest.mark.parametrize(
    ("uri", "message"),
    [
        (
            "half:x",
            r"half:x: .*:Half is no driver, it lacks modality, describe, clock_fit, counters; .*BaseDriver",
        ),
        ("thermal:x", r"gives 'thermal'; a sensor's modality is one of: image, video, audio, imu"),
        ("unmade:x", r"plugin_of_a_test:Unmade cannot be made: RuntimeError: no licence"),
        ("number:x", r"plugin_of_a_test:number cannot be made: TypeError: 'int' object is not callable"),
        ("broken:x", r"'broken' is served by module_that_breaks, which cannot be imported \(ModuleNotFound"),
    ],
)
def test_what_is_no_driver_is_told_with_the_cure(uri: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        open_driver(uri)


def test_a_device_that_refuses_is_an_error_of_the_sensor() -> None:
    with pytest.raises(SensorError, match=r"locked:x: cannot be opened: .*denied: '/dev/spidev0\.0'"):
        open_sensor("locked:x")


def test_a_driver_without_poll_says_what_is_missing() -> None:
    with (
        open_sensor("unwritten:x") as sensor,
        pytest.raises(SensorError, match=r"Unwritten has no poll\(timeout_s\)"),
    ):
        sensor.read(LONG_S)


def motion(t_ns: Sequence[float]) -> ImuChunk:
    rows = np.zeros((len(t_ns), 3), np.float32)
    return ImuChunk(np.asarray(t_ns), rows, rows)


@pytest.mark.parametrize(
    ("sample", "arrival_ns", "message"),
    [
        (Frame(0, PIXELS), NOW_NS, "capture time lies 500 s before the sensor was opened"),
        (Frame(1_700_000_000_000_000_000, PIXELS), NOW_NS, r"capture time lies \d+ s in the future"),
        (Frame(5.5, PIXELS), NOW_NS, r"t_ns is 5\.5; wanted whole nanoseconds"),  # type: ignore[arg-type]
        (Frame(NOW_NS, PIXELS), 7.0, r"arrival_ns is 7\.0; wanted whole nanoseconds"),
        (Frame(NOW_NS, PIXELS), 7, "arrival lies 500 s before the sensor was opened"),
        (AudioChunk(7, SOUND, 16000), NOW_NS, "capture time lies 500 s before"),
        (motion([500.0, 500.01]), NOW_NS, "t_ns is .* wanted whole nanoseconds"),
        (motion([1, 2]), NOW_NS, "capture time lies 500 s before"),
    ],
)
def test_stamps_of_another_clock_end_the_sensor_with_the_cure(
    sample: Sample, arrival_ns: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Stamped, "sample", sample)
    monkeypatch.setattr(Stamped, "arrival_ns", arrival_ns)
    with open_sensor("stamped:x", ManualClock(NOW_NS), FAST) as sensor:
        with pytest.raises(SensorError, match=f"{message}.*a driver stamps with `clock.now_ns\\(\\)`"):
            sensor.read(LONG_S)
        assert sensor.stats().state == "failed" and "clock.now_ns" in sensor.stats().trouble


@pytest.mark.parametrize("off_s", [-59, 0, 59])
def test_stamps_of_a_slow_or_fast_device_are_taken(off_s: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp_ns = NOW_NS + off_s * 1_000_000_000
    monkeypatch.setattr(Stamped, "sample", Frame(stamp_ns, PIXELS))
    with open_sensor("stamped:x", ManualClock(NOW_NS), FAST) as sensor:
        assert captured_ns(sensor.read(LONG_S)) == stamp_ns


class Flaky(Least):
    """Lost once; opens again at the second attempt, and then gives one picture."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(SensorAddress("flaky:x", "flaky", "x"), clock)
        self.opened = self.polled = 0

    def open(self) -> None:
        self.opened += 1
        if self.opened == 2:
            raise FileNotFoundError("no such device yet")

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        self.polled += 1
        if self.polled == 1:
            raise SensorError("unplugged")
        if self.polled > 2:
            raise EndOfStream
        return super().poll(timeout_s)


def test_the_driver_in_the_documents_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(import time\n.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    module = ModuleType("driver_of_the_documents")
    monkeypatch.setitem(sys.modules, "driver_of_the_documents", module)
    exec(code, module.__dict__)
    monkeypatch.setitem(SENSORS, "folder", ("driver_of_the_documents", "FolderDriver"))
    with pytest.raises(SensorError, match="holds no"):
        open_sensor(f"folder:{tmp_path}")
    for name, colour in (("2.jpg", "blue"), ("1.jpg", "red")):
        Image.new("RGB", (8, 8), colour).save(tmp_path / name)
    with open_sensor(f"folder:{tmp_path}?pause_s=0.01", options=FAST, wanted="image") as sensor:
        frames = [sensor.read(LONG_S).sample for _ in range(2)]
        assert all(isinstance(frame, Frame) for frame in frames)
        assert [int(frame.rgb[0, 0].argmax()) for frame in frames if isinstance(frame, Frame)] == [0, 2]
        with pytest.raises(EndOfStream):
            sensor.read(LONG_S)


def test_trouble_is_kept_until_a_sample_comes() -> None:
    driver = Flaky(ManualClock(NOW_NS))
    with Sensor("flaky:x", driver, ManualClock(NOW_NS), SensorOptions(0.01, (0.2,))) as sensor:
        sensor.read(LONG_S)
        assert driver.opened == 3 and sensor.stats().reconnects == 1
        assert sensor.stats().trouble == ""


FRAMES = b"".join(bytes([35, n, 0, 9, 0, 0, n, (9 + 2 * n) & 0xFF]) for n in range(50))


def test_other_distributions_add_protocols_that_auto_finds_too() -> None:
    assert protocol_names()[:2] == ("wit", "rvc") and "counted" in protocol_names()
    assert option_names("counted") == ("tilt",)
    readings = make_parser("counted", {"tilt": "3", "axes": "xyz"}).feed(FRAMES)
    assert [reading.accel_mps2 for reading in readings[:2]] == [(0.0, 0.0, 9.0), (1.0, 0.0, 9.0)]
    assert recognise(b"junk" + FRAMES) == "counted"


def test_a_protocol_that_cannot_be_imported_is_named() -> None:
    with pytest.raises(ConfigError, match=r"protocol=broken is decoded by module_that_breaks, which cannot"):
        make_parser("broken")
    with pytest.raises(ConfigError, match=r"protocol='wat' is not one of: auto, wit, .*counted"):
        make_parser("wat")


class Tone(Least):
    """A microphone that knows no options."""

    modality: Modality = "audio"

    def open(self) -> None:
        self.address.allow()

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        return [Captured(AudioChunk(self.clock.now_ns(), SOUND, 8000), self.clock.now_ns())]


def test_a_microphone_of_others_is_given_no_options_and_a_sensor_must_be_of_the_sense(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    manifest = load_bundle(tiny_bundle()).manifest
    inputs = open_sensors(manifest, {"audio": "tone:x"}, "image")
    inputs.close()
    assert inputs.sensors["audio"].uri == "tone:x"
    with open_sensor("tone:x") as sound:
        with pytest.raises(ConfigError, match="tone:x gives audio; wanted a sensor for image"):
            open_sensors(manifest, {"image": sound}, "image")
        assert sound.stats().state == "streaming"
    with pytest.raises(SensorError, match="tone:x: the sensor is closed: open it again"):
        open_sensors(manifest, {"audio": sound}, "image")


def test_an_engine_that_cannot_be_imported_is_named() -> None:
    from anymal.engines import open_engine

    with pytest.raises(EngineError, match=r"\*\.broken is opened by module_that_breaks, which cannot"):
        open_engine(Path("graph.broken"))
