"""Sensors around a scripted driver: drained, counted, reconnected, and gone without trace when closed."""

import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from anymal.clock import Clock, ManualClock
from anymal.errors import ConfigError, InputError, SensorError
from anymal.runtime.patient_driver import PatientDriver
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk, Modality
from anymal.sensors import SENSORS, open_driver, open_sensor, sensor_schemes
from anymal.sensors import sensor as sensor_module
from anymal.sensors.address import SensorAddress, parse_address, safe_uri
from anymal.sensors.driver import ClockFit, Driver, EndOfStream, RawTap
from anymal.sensors.rate import RateMeter
from anymal.sensors.recording import RecordedDriver, Recorder, StreamInfo
from anymal.sensors.sensor import RING, Sensor, SensorOptions, SensorTimeout
from anymal.sensors.stamps import captured_ns, sample_count

_LONG_S = 20.0
_FAST = SensorOptions(poll_s=0.01, backoff_s=(0.001, 0.002), close_s=_LONG_S)
_URI = "fake:it"

Step = Sequence[Captured] | BaseException | Callable[[], Sequence[Captured]]


class FakeDriver:
    """Plays a script, one step a poll: samples, an exception to raise, or a function to call."""

    recorded_times = True  # its samples are of no clock
    begins_anew = False

    def __init__(
        self,
        script: Iterable[Step] = (),
        modality: Modality = "imu",
        opens: Iterable[BaseException | None] = (),
    ) -> None:
        self.modality: Modality = modality
        self.raw_tap: RawTap | None = None
        self.script = list(script)
        self.opens = list(opens)  # what each attempt to open raises; None and beyond the end: it works
        self.close_error: BaseException | None = None
        self.is_open = False
        self.calls: list[str] = []
        self.counts: dict[str, int] = {}

    def open(self) -> None:
        self.calls.append("open")
        self.is_open = True  # as a driver that fails half-way through
        error = self.opens.pop(0) if self.opens else None
        if error is not None:
            raise error

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        if not self.script:
            time.sleep(timeout_s)
            return []
        step = self.script.pop(0)
        if isinstance(step, BaseException):
            raise step
        return step() if callable(step) else step

    def close(self) -> None:
        self.calls.append("close")
        self.is_open = False
        if self.close_error is not None:
            raise self.close_error

    def describe(self) -> str:
        return "a script"

    def clock_fit(self) -> ClockFit | None:
        return ClockFit(5, 0.5, 7) if self.modality == "imu" else None

    def counters(self) -> Mapping[str, int]:
        return self.counts


def _imu(t_ns: int, rows: int = 1) -> Captured:
    times = t_ns + np.arange(rows, dtype=np.int64) * 1_000_000
    chunk = ImuChunk(times, np.zeros((rows, 3), np.float32), np.zeros((rows, 3), np.float32))
    return Captured(chunk, t_ns + rows * 1_000_000)


def _frame(t_ns: int) -> Captured:
    return Captured(Frame(t_ns, np.zeros((2, 2, 3), np.uint8)), t_ns)


def _sensor(
    driver: FakeDriver,
    clock: Clock | None = None,
    options: SensorOptions = _FAST,
    raw_tap: RawTap | None = None,
) -> Sensor:
    return Sensor(_URI, driver, clock, options, raw_tap)


def _until(condition: Callable[[], bool]) -> None:
    """Wait for something another thread does."""
    deadline = time.monotonic() + _LONG_S
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.001)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    assert not left, f"threads left running: {left}"


def test_samples_come_in_order_with_their_times() -> None:
    driver = FakeDriver([[_imu(10), _imu(20)], [], [_imu(30)]])
    with _sensor(driver) as sensor:
        assert [captured_ns(sensor.read(_LONG_S)) for _ in range(3)] == [10, 20, 30]
        with pytest.raises(SensorTimeout, match=r"nothing came within 0\.01 s \(streaming: a script"):
            sensor.read(0.01)
    assert not driver.is_open
    assert driver.calls == ["open", "close"]


def test_drain_takes_everything_and_does_not_wait() -> None:
    with _sensor(FakeDriver([[_imu(10)], [_imu(20), _imu(30)]])) as sensor:
        _until(lambda: sensor.stats().received == 3)
        assert [captured_ns(captured) for captured in sensor.drain()] == [10, 20, 30]
        assert sensor.drain() == []


@pytest.mark.parametrize("modality", ["image", "video", "audio", "imu"])
def test_a_slow_reader_loses_the_oldest_and_it_is_counted(modality: Modality) -> None:
    count = RING[modality] + 7
    driver = FakeDriver([[_imu(n, rows=2) for n in range(count)]], modality)
    with _sensor(driver) as sensor:
        _until(lambda: sensor.stats().received == 2 * count)
        stats = sensor.stats()
        assert (stats.dropped, stats.modality) == (14, modality)
        assert captured_ns(sensor.read(0)) == captured_ns(_imu(7, rows=2))
        assert len(sensor.drain()) == RING[modality] - 1


def test_latest_peeks_and_refuses_what_is_too_old() -> None:
    clock = ManualClock(100 * NS_PER_S)
    driver = FakeDriver([[_frame(98 * NS_PER_S), _frame(99 * NS_PER_S)]], "image")
    with _sensor(driver, clock) as sensor:
        _until(lambda: sensor.stats().received == 2)
        newest = sensor.latest(1.0)
        assert newest is not None
        assert captured_ns(newest) == 99 * NS_PER_S
        assert sensor.latest(0.9) is None
        clock.advance(NS_PER_S)
        assert sensor.latest(1.0) is None
        assert sensor.latest(2.0) is newest
        assert len(sensor.drain()) == 2
        assert sensor.latest(2.0) is newest


def test_latest_before_anything_came() -> None:
    with _sensor(FakeDriver()) as sensor:
        assert sensor.latest(1e9) is None
        assert sensor.stats().last_ns is None


def test_samples_without_content_are_no_samples() -> None:
    with _sensor(FakeDriver([[_imu(0, rows=0)], [_imu(10), _imu(20, rows=0)]])) as sensor:
        assert captured_ns(sensor.read(_LONG_S)) == 10
        _until(lambda: sensor.stats().received == 1)
        assert sensor.latest(1e9) is not None
        assert sensor.drain() == []


def test_times_and_counts_of_each_kind() -> None:
    sound = Captured(AudioChunk(NS_PER_S, np.zeros(800, np.float32), 16000), 2 * NS_PER_S)
    assert (captured_ns(sound), sample_count(sound)) == (NS_PER_S + 50_000_000, 800)
    assert (captured_ns(_imu(5, rows=3)), sample_count(_imu(5, rows=3))) == (2_000_005, 3)
    assert (captured_ns(_frame(9)), sample_count(_frame(9))) == (9, 1)


def test_stats_name_everything() -> None:
    clock = ManualClock(10 * NS_PER_S)
    driver = FakeDriver([[_imu(9 * NS_PER_S)], [_imu(9 * NS_PER_S + 500_000_000)]])
    driver.counts = {"gaps": 3, "dropped": 2, "bad_checksum": 4}
    with _sensor(driver, clock) as sensor:
        _until(lambda: sensor.stats().received == 2)
        stats = sensor.stats()
    assert (stats.uri, stats.modality, stats.state) == (_URI, "imu", "streaming")
    assert (stats.gaps, stats.dropped, stats.reconnects) == (3, 2, 0)
    assert stats.counters["bad_checksum"] == 4
    assert stats.clock == ClockFit(5, 0.5, 7)
    assert stats.detail == "streaming: a script"
    assert stats.last_ns == 9 * NS_PER_S + 500_000_000
    assert 0 < stats.rate_hz < 2
    assert sensor.stats().state == "closed"


def test_counters_may_change_while_somebody_looks() -> None:
    """The driver's thread adds keys all the time; a reader must never iterate over its live mapping."""
    driver = FakeDriver()

    def churn() -> Sequence[Captured]:
        driver.counts = {}
        for number in range(300):
            driver.counts[f"key {number}"] = number
        return [_imu(1)]

    driver.script = [churn] * 200
    with _sensor(driver) as sensor:
        while sensor.stats().received < 200:
            assert len(sensor.stats().counters) in (0, 300)


def test_raw_bytes_reach_the_tap() -> None:
    heard: list[tuple[bytes, int]] = []
    driver = FakeDriver()

    def tapped() -> Sequence[Captured]:
        assert driver.raw_tap is not None
        driver.raw_tap(b"\x55\x51", 12)
        return [_imu(1)]

    driver.script = [tapped]
    with _sensor(driver, raw_tap=lambda data, at: heard.append((data, at))) as sensor:
        sensor.read(_LONG_S)
    assert heard == [(b"\x55\x51", 12)]


# Opening


@pytest.mark.parametrize("error", [SensorError("no such device"), ConfigError("rate=0"), KeyboardInterrupt()])
def test_a_failed_open_leaves_nothing(error: BaseException) -> None:
    driver = FakeDriver(opens=[error])
    with pytest.raises(type(error)):
        _sensor(driver)
    assert not driver.is_open
    assert driver.calls == ["open", "close"]
    with _sensor(driver):
        assert driver.is_open


def test_a_driver_that_cannot_describe_itself_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = FakeDriver()

    def mute() -> str:
        raise SensorError("the camera went away while it was asked for its size")

    monkeypatch.setattr(driver, "describe", mute)
    with pytest.raises(SensorError, match="went away"):
        _sensor(driver)
    assert not driver.is_open


def test_no_thread_to_be_had_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    driver = FakeDriver()
    monkeypatch.setattr(threading.Thread, "start", refuse)
    with pytest.raises(RuntimeError, match="can't start"):
        _sensor(driver)
    assert not driver.is_open


# Losing the device


def test_a_lost_device_is_opened_again() -> None:
    lost, absent = SensorError("unplugged"), SensorError("no such device")
    driver = FakeDriver([[_imu(10)], lost, [_imu(20)]], opens=[None, absent, absent, None])
    with _sensor(driver) as sensor:
        assert captured_ns(sensor.read(_LONG_S)) == 10
        assert captured_ns(sensor.read(_LONG_S)) == 20
        stats = sensor.stats()
        assert (stats.state, stats.reconnects, stats.received) == ("streaming", 1, 2)
    assert driver.calls == ["open", "close", "open", "close", "open", "close", "open", "close"]


def test_readers_hear_why_there_is_nothing() -> None:
    driver = FakeDriver([SensorError("unplugged")], opens=[None, *[SensorError("no such device")] * 10_000])
    with _sensor(driver) as sensor:
        _until(lambda: sensor.stats().state == "reconnecting")
        with pytest.raises(SensorTimeout, match=r"reconnecting: (unplugged|no such device)"):
            sensor.read(0.02)
        assert sensor.stats().reconnects == 0
    assert sensor.stats().state == "closed"


class _RecordingEvent(threading.Event):
    """Waits not at all, and remembers how long it should have."""

    waits: list[float | None]

    def wait(self, timeout: float | None = None) -> bool:
        self.waits.append(timeout)
        return self.is_set()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float | None]:
    """The pauses of the sensors' back-off, which take no time."""
    _RecordingEvent.waits = []
    threads = SimpleNamespace(**{name: getattr(threading, name) for name in threading.__all__})
    threads.Event = _RecordingEvent
    monkeypatch.setattr(sensor_module, "threading", threads)
    return _RecordingEvent.waits


def test_attempts_come_further_apart(waits: list[float | None]) -> None:
    opens = [None, *[SensorError("no such device")] * 6]
    options = SensorOptions(poll_s=0.01, backoff_s=(0.2, 0.5, 1.0))
    with _sensor(FakeDriver([SensorError("unplugged"), [_imu(1)]], opens=opens), None, options) as sensor:
        sensor.read(_LONG_S)
    assert waits == [0.2, 0.5, *[1.0] * 5]


def test_a_device_that_opens_but_dies_at_once_is_not_hammered(waits: list[float | None]) -> None:
    lost = SensorError("unplugged")
    script: list[Step] = [lost, [], lost, lost, [_imu(1)], lost, [_imu(2)]]
    options = SensorOptions(poll_s=0.01, backoff_s=(0.2, 0.5, 1.0))
    with _sensor(FakeDriver(script), None, options) as sensor:
        sensor.read(_LONG_S)
        sensor.read(_LONG_S)
        _until(lambda: sensor.stats().reconnects == 4)
    assert waits == [0.2, 0.5, 1.0, 1.0]


@pytest.mark.parametrize("error", [SensorError("unplugged"), ConfigError("units say g")])
def test_only_what_streamed_for_a_while_is_opened_again_soon(
    waits: list[float | None], error: Exception
) -> None:
    """A board that gives a sample and is then refused would be opened five times a second for days."""
    clock = ManualClock(0)

    def after(seconds: float) -> Step:
        def sample() -> Sequence[Captured]:
            clock.advance(round(seconds * NS_PER_S))
            return [_imu(clock.now_ns())]

        return sample

    streams = [[after(0.0), after(4.9)], [after(9.0), after(4.9)], [after(9.0), after(4.9), after(0.2)]]
    script = [step for stream in streams for step in (*stream, error)]
    options = SensorOptions(poll_s=0.01, backoff_s=(0.2, 0.5, 1.0))
    with _sensor(FakeDriver([*script, [_imu(1)]]), clock, options) as sensor:
        _until(lambda: sensor.stats().received == 8)
    assert waits == [0.2, 0.5, 0.2]


def test_a_cure_that_is_refused_for_good_ends_the_sensor() -> None:
    driver = FakeDriver([SensorError("unplugged")], opens=[None, ConfigError("protocol=wit does not fit")])
    with _sensor(driver) as sensor, pytest.raises(SensorError, match="failed: protocol=wit"):
        sensor.read(_LONG_S)


@pytest.mark.parametrize(
    "error", [ConfigError("this sensor sends no turn rates"), InputError("a wild stamp")]
)
def test_what_a_device_sends_ends_no_sensor_that_worked(error: Exception) -> None:
    """Another board on the cable: refused for as long as it is there, also when it is opened."""
    script: list[Step] = [[_imu(10)], error, error, [_imu(20)]]
    with _sensor(FakeDriver(script, opens=[None, None, error])) as sensor:
        assert captured_ns(sensor.read(_LONG_S)) == 10
        assert captured_ns(sensor.read(_LONG_S)) == 20
        assert (sensor.stats().state, sensor.stats().reconnects) == ("streaming", 2)


@pytest.mark.parametrize(
    "error", [ConfigError("this sensor sends no turn rates"), InputError("a wild stamp")]
)
def test_what_never_worked_is_told_at_once(error: Exception) -> None:
    driver = FakeDriver([error, [_imu(10)]])
    with _sensor(driver) as sensor, pytest.raises(SensorError, match=f"failed: {error}"):
        sensor.read(_LONG_S)
    assert driver.calls.count("open") == 1


@pytest.mark.parametrize("error", [InputError("NaN"), ConfigError("cannot loop"), SensorError("disk error")])
@pytest.mark.parametrize("recorded", [False, True])
def test_what_begins_anew_is_not_played_again_when_it_fails(
    tmp_path: Path, error: Exception, recorded: bool
) -> None:
    driver = FakeDriver([[_imu(10)], error, [_imu(20)]])
    driver.begins_anew = True
    with Recorder(tmp_path / "it.mcap", [StreamInfo("it", "imu")]) as recorder:
        opened = RecordedDriver(driver, recorder, "it") if recorded else driver
        with Sensor(_URI, PatientDriver(opened), None, _FAST) as sensor:
            assert captured_ns(sensor.read(_LONG_S)) == 10
            with pytest.raises(SensorError, match=f"failed: {error}"):
                sensor.read(_LONG_S)
    assert (driver.calls.count("open"), sensor.stats().reconnects) == (1, 0)


class Muted(FakeDriver):
    wrong = "only zeros come"

    def trouble(self) -> str:
        return self.wrong


def test_what_a_driver_finds_wrong_is_told_while_samples_come(tmp_path: Path) -> None:
    driver = Muted([[_imu(10)]])
    with (
        Recorder(tmp_path / "muted.mcap", [StreamInfo("it", "imu")]) as recorder,
        Sensor(_URI, PatientDriver(RecordedDriver(driver, recorder, "it")), None, _FAST) as sensor,
    ):
        assert sensor.stats().trouble == "only zeros come"
        assert captured_ns(sensor.read(_LONG_S)) == 10
        assert (sensor.stats().state, sensor.stats().trouble) == ("streaming", "only zeros come")
        driver.wrong = ""
        _until(lambda: sensor.stats().trouble == "")


# Ends


def test_the_end_comes_after_the_last_sample() -> None:
    with _sensor(FakeDriver([[_imu(10)], [_imu(20)], EndOfStream()])) as sensor:
        _until(lambda: sensor.stats().state == "ended")
        assert [captured_ns(sensor.read(_LONG_S)) for _ in range(2)] == [10, 20]
        for _ in range(2):
            with pytest.raises(EndOfStream, match="has ended"):
                sensor.read(_LONG_S)
    assert sensor.stats().state == "ended"


@pytest.mark.parametrize(
    "error", [ValueError("seven is not a checksum"), OSError(28, "disk full"), KeyError("x")]
)
def test_a_dead_driver_is_seen_with_its_error(error: Exception) -> None:
    driver = FakeDriver([[_imu(10)], error])
    with _sensor(driver) as sensor:
        assert captured_ns(sensor.read(_LONG_S)) == 10
        with pytest.raises(
            SensorError, match=f"fake:it: the sensor is failed: {type(error).__name__}"
        ) as seen:
            sensor.read(_LONG_S)
        assert seen.value.__cause__ is error
        assert not driver.is_open
        assert str(error) in sensor.stats().detail
    assert sensor.stats().state == "failed"


def test_who_sees_the_end_may_open_the_device_again() -> None:
    """The device is released before the end is told."""
    for end in (EndOfStream(), ValueError("broken")):
        driver = FakeDriver([end])
        with _sensor(driver) as sensor:
            with pytest.raises((EndOfStream, SensorError)):
                sensor.read(_LONG_S)
            assert not driver.is_open


def test_a_driver_that_fails_while_closing_is_seen() -> None:
    driver = FakeDriver([EndOfStream()])
    driver.close_error = RuntimeError("handle is stale")
    with _sensor(driver) as sensor, pytest.raises(SensorError, match="RuntimeError: handle is stale"):
        sensor.read(_LONG_S)


# Closing


def test_close_wakes_a_reader_and_does_nothing_the_second_time() -> None:
    driver = FakeDriver()
    sensor = _sensor(driver)
    found: list[str] = []

    def read() -> None:
        with pytest.raises(SensorError, match="the sensor is closed"):
            sensor.read(_LONG_S)
        found.append("closed")

    reader = threading.Thread(target=read)
    reader.start()
    sensor.close()
    sensor.close()
    reader.join(_LONG_S)
    assert found == ["closed"]
    assert driver.calls == ["open", "close"]
    with pytest.raises(SensorError, match="the sensor is closed"):
        sensor.read(0)


def test_close_while_it_waits_to_reconnect() -> None:
    options = SensorOptions(poll_s=0.01, backoff_s=(1000.0,), close_s=_LONG_S)
    driver = FakeDriver([SensorError("unplugged")])
    with _sensor(driver, None, options) as sensor:
        _until(lambda: sensor.stats().state == "reconnecting")
    assert (sensor.stats().state, driver.is_open) == ("closed", False)


def test_close_while_it_opens_again() -> None:
    opening, go_on = threading.Event(), threading.Event()

    class SlowToOpen(FakeDriver):
        def open(self) -> None:
            if "open" in self.calls:
                opening.set()
                assert go_on.wait(_LONG_S)
            super().open()

    driver = SlowToOpen([SensorError("unplugged")])
    sensor = _sensor(driver)
    assert opening.wait(_LONG_S)
    closer = threading.Thread(target=sensor.close)
    closer.start()
    go_on.set()
    closer.join(_LONG_S)
    assert (sensor.stats().state, driver.is_open) == ("closed", False)


@pytest.mark.parametrize(
    ("raised", "state"), [(SensorError("cancelled"), "closed"), (ValueError("handle is gone"), "failed")]
)
def test_a_poll_that_raises_because_of_the_close(raised: Exception, state: str) -> None:
    driver, polling = FakeDriver(), threading.Event()
    closing = threading.Event()

    def interrupted() -> Sequence[Captured]:
        polling.set()
        assert closing.wait(_LONG_S)
        raise raised

    driver.script = [interrupted]
    sensor = _sensor(driver)
    assert polling.wait(_LONG_S)
    closer = threading.Thread(target=sensor.close)
    closer.start()
    _until(lambda: sensor._stop.is_set())
    closing.set()
    closer.join(_LONG_S)
    assert (sensor.stats().state, driver.is_open, driver.calls.count("open")) == (state, False, 1)


def test_close_from_within() -> None:
    """A recorder whose disk is full may close the sensor from the sensor's own thread."""
    driver, box = FakeDriver(), []
    ready = threading.Event()

    def close_it() -> Sequence[Captured]:
        assert ready.wait(_LONG_S)
        box[0].close()
        return [_imu(10)]

    driver.script = [close_it]
    box.append(_sensor(driver))
    ready.set()
    _until(lambda: box[0].stats().state == "closed")
    assert not driver.is_open
    box[0].close()


def test_a_driver_that_hangs_is_reported_and_stays_reported() -> None:
    driver, release = FakeDriver(), threading.Event()
    hanging = threading.Event()

    def hang() -> Sequence[Captured]:
        hanging.set()
        assert release.wait(_LONG_S)
        return [_imu(10)]

    driver.script = [hang]
    sensor = _sensor(driver, None, SensorOptions(poll_s=0.01, close_s=0.05))
    assert hanging.wait(_LONG_S)
    with pytest.raises(SensorError, match=r"did not come back within 0\.05 s of closing; the device stays"):
        sensor.close()
    with pytest.raises(SensorError, match="failed: fake:it: its driver did not come back"):
        sensor.read(0)
    release.set()
    _until(lambda: not driver.is_open and not sensor._thread.is_alive())
    sensor.close()
    assert sensor.stats().state == "failed"


def test_close_after_the_end_and_after_a_failure() -> None:
    for end in (EndOfStream(), ValueError("broken")):
        sensor = _sensor(FakeDriver([end]))
        _until(lambda: sensor.stats().state in ("ended", "failed"))  # noqa: B023
        sensor.close()
        sensor.close()


# Rates


def test_rates() -> None:
    meter = RateMeter(window_s=2.0)
    assert meter.rate_hz(0) == 0.0
    for tick in range(11):
        meter.add(tick * NS_PER_S // 10, 20)
    assert meter.rate_hz(NS_PER_S) == pytest.approx(200.0)
    assert meter.rate_hz(2 * NS_PER_S) == pytest.approx(100.0)  # silence counts
    assert meter.rate_hz(4 * NS_PER_S) == 0.0
    meter.add(10 * NS_PER_S, 5)
    assert meter.rate_hz(10 * NS_PER_S) == 0.0  # one arrival has no rate
    meter.add(10 * NS_PER_S, 5)
    assert meter.rate_hz(10 * NS_PER_S) == 0.0  # nor have two at once


# Addresses


def test_addresses_are_taken_apart() -> None:
    camera = parse_address(" camera:/dev/v4l/by-id/usb%3Fcam?width=640&fps=29.97&low=1 ")
    assert (camera.scheme, camera.target) == ("camera", "/dev/v4l/by-id/usb?cam")
    assert (camera.integer("width", 1), camera.number("fps", 0), camera.flag("low")) == (640, 29.97, True)
    assert (camera.integer("height", 480), camera.text("mode", "fast", ("fast", "slow"))) == (480, "fast")
    server = parse_address("rtsp://host:554/live?user=me#latency_ms=5", "audio")
    assert (server.target, server.options) == ("rtsp://host:554/live?user=me", {"latency_ms": "5"})
    assert server.wanted == "audio"
    ingest = parse_address("ws-listen://127.0.0.1:8765?stream=glasses")
    assert (ingest.target, ingest.options) == ("//127.0.0.1:8765", {"stream": "glasses"})


def test_a_plus_in_an_option_is_a_plus() -> None:
    assert parse_address("imu:/dev/ttyUSB0?mount=+x-z+y").text("mount") == "+x-z+y"
    assert parse_address("mic:x?name=USB%20Audio").text("name") == "USB Audio"


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("", "wanted scheme:target, for example camera:/dev/video0"),
        ("camera", "`anymal devices` lists what is connected"),
        ("camera:", "is not a sensor address"),
        (":/dev/video0", "is not a sensor address"),
        ("camera:x?fps", "option 'fps' has no value; wanted name=value once"),
        ("camera:x?fps=1&fps=2", "option 'fps' is given twice"),
        ("camera:x?&", "is not a list of options"),
    ],
)
def test_wrong_addresses_name_the_cure(uri: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_address(uri)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda a: a.integer("rate", 1), "rate='fast' is not a whole number from 0"),
        (lambda a: a.integer("half", 1), "half='0.5' is not a whole number"),
        (lambda a: a.number("nan", 1), "nan='nan' is not a number from 0"),
        (lambda a: a.number("half", 1, 2, 5), "half='0.5' is not a number from 2 to 5"),
        (lambda a: a.number("inf", 1), "inf='inf' is not a number"),
        (lambda a: a.flag("half"), "half='0.5' is not 0 or 1"),
        (lambda a: a.text("rate", "slow", ("slow", "quick")), "rate='fast' is not one of: slow, quick"),
        (lambda a: a.allow("rate", "half"), "unknown option 'nan'; this sensor knows: half, rate"),
        (lambda a: a.allow(), "unknown option 'rate'; this sensor knows: none"),
    ],
)
def test_wrong_options_name_the_cure(ask: Callable[[SensorAddress], object], said: str) -> None:
    address = parse_address("fake:x?rate=fast&half=0.5&nan=nan&inf=inf")
    with pytest.raises(ConfigError) as caught:
        ask(address)
    assert said in str(caught.value)
    assert str(caught.value).startswith(address.uri)


@pytest.mark.parametrize(
    ("uri", "shown"),
    [
        ("rtsp://user:s3cret@cam/1", "rtsp://cam/1"),
        ("rtsp://user:s3@cret@cam:554/1", "rtsp://cam:554/1"),
        ("rtsp://user:s3@cret@cam", "rtsp://cam"),
        ("rtsp://cam/@1?x=a@b", "rtsp://cam/@1?x=a@b"),
        ("gst:rtspsrc location=rtsp://user:s3@cret@cam/1", "gst:rtspsrc location=rtsp://cam/1"),
        ("ws-listen://127.0.0.1:1?token=s3cret&stream=x", "ws-listen://127.0.0.1:1?token=***&stream=x"),
        ("http://cam/v?user=me&pwd=s3cret#fps=1", "http://cam/v?user=me&pwd=***#fps=1"),
        ("mine:x?password=s3cret", "mine:x?password=***"),
        ("mine:x?Token=s3cret&PASS=s3cret", "mine:x?Token=***&PASS=***"),
        ("http://cam/v?pass=s3cret", "http://cam/v?pass=***"),
        ("rtsp://cam?user=a&password=s3@cret", "rtsp://cam?user=a&password=***"),
        ("rtsp://user:s3@cret@cam:554?pwd=s3@cret", "rtsp://cam:554?pwd=***"),
        ("rtsp://user:s3cret@[fe80::1]:554?to=a@b", "rtsp://[fe80::1]:554?to=a@b"),
        ("rtsp://user:s3?a=cret@cam/1", "rtsp://cam/1"),
        (
            "ws-listen://127.0.0.1:1?token=s3@cret&sense=image",
            "ws-listen://127.0.0.1:1?token=***&sense=image",
        ),
        ("ws-listen://[::1]:1?sense=image&token=s3@cret", "ws-listen://[::1]:1?sense=image&token=***"),
        ("ws-listen://here:port?token=s3@cret", "ws-listen://here:port?token=***"),
        ("imu:tcp://user:s3cret@board:1?protocol=wit", "imu:tcp://board:1?protocol=wit"),
        ("gst:a location=rtsp://u:s3cret@cam ! b text=x@y", "gst:a location=rtsp://cam ! b text=x@y"),
        ('gst:rtspsrc user-id=me user-pw="s3 cret" ! b', "gst:rtspsrc user-id=me user-pw=*** ! b"),
        (r"gst:rtspsrc user-pw=my\ s3cret ! b", "gst:rtspsrc user-pw=*** ! b"),
        ("gst:rtspsrc user-pw='my s3cret' ! b", "gst:rtspsrc user-pw=*** ! b"),
        (r'gst:rtspsrc user-pw="my \" s3cret" ! b', "gst:rtspsrc user-pw=*** ! b"),
        (r"gst:rtspsrc user-pw='my \' s3cret' ! b", "gst:rtspsrc user-pw=*** ! b"),
        ('gst:rtspsrc user-pw="my s3cret', "gst:rtspsrc user-pw=***"),
        ("gst:rtspsrc user-pw = s3cret ! b", "gst:rtspsrc user-pw = *** ! b"),
        ("gst:rtspsrc%20user-pw=s3cret%20!%20b", "gst:rtspsrc user-pw=*** ! b"),
        ("gst:rtspsrc user%2Dpw%3D%22my%20s3cret%22 ! b", "gst:rtspsrc user-pw=*** ! b"),
        ("gst:videotestsrc%20!%20b", "gst:videotestsrc%20!%20b"),
        (
            "gst:rtspsrc location=rtsp://cam user-pw='a@s3 cret' ! b",
            "gst:rtspsrc location=rtsp://cam user-pw=*** ! b",
        ),
        ("gst:rtspsrc location=rtsp://me:s3%2Fcret@cam/1 ! b", "gst:rtspsrc location=rtsp://cam/1 ! b"),
        (
            "gst:souphttpsrc proxy-pw=s3cret location=http://h/x",
            "gst:souphttpsrc proxy-pw=*** location=http://h/x",
        ),
        ("gst:rtmp2src password=s3cret ! b", "gst:rtmp2src password=*** ! b"),
        ("gst:srtsrc passphrase=s3cret ! b", "gst:srtsrc passphrase=*** ! b"),
        ("gst:x264enc key-int-max=60 ! b", "gst:x264enc key-int-max=60 ! b"),
        ("rtsp://u:5554?x=s3cret@h/x", "rtsp://h/x"),
        ("rtsp://user:?ab=s3cret@h/x", "rtsp://h/x"),
        ("rtsp://user:s3cret?key=b@h/x", "rtsp://?key=***"),
        ("rtsp://user:s3/cret@h/x", "rtsp://h/x"),
        ("rtsp://cam/#token=a@/s3cret@/", "rtsp://cam/#token=***"),
        ("rtsp://user:/s3cret@h/x", "rtsp://h/x"),
        ("rtsp://cam:554/@1?x=a@b", "rtsp://cam:554/@1?x=a@b"),
        ("http://cam/v?api_key=s3cret&fps=1", "http://cam/v?api_key=***&fps=1"),
        ("http://cam/v?access_token=s3cret&auth=s3cret", "http://cam/v?access_token=***&auth=***"),
        ("http://cam/v?client-secret=s3cret", "http://cam/v?client-secret=***"),
        ("http://cam/v?user=me;password=s3cret", "http://cam/v?user=me;password=***"),
        ("http://cam/v?pass%77ord=s3cret", "http://cam/v?password=***"),
        ("rtsp://cam/v?to=a%40b", "rtsp://cam/v?to=a%40b"),
        ("file:/day=1/key=2/b.wav", "file:/day=1/key=2/b.wav"),
        ("file:/a//b@c.wav", "file:/a//b@c.wav"),
        ("file://b@c.wav", "file://b@c.wav"),
        ("replay:/a//b@c.mcap?stream=mic", "replay:/a//b@c.mcap?stream=mic"),
    ],
)
def test_an_address_shown_tells_no_secret(uri: str, shown: str) -> None:
    assert safe_uri(uri) == shown
    address = parse_address(uri)
    assert address.uri == shown
    assert "s3" in f"{address.target} {address.options}" or "s3" not in uri, "the driver needs it"


@pytest.mark.parametrize(
    "uri",
    [
        "rtsp://user:s3@cret@cam/1#wdth=3",
        "rtsp://user:s3cret@cam/1#fps=fast",
        "rtsp://user:s3cret@cam/1#transport=pigeon",
        "rtsp://user:s3cret@cam/1#as=imu",
        "rtsp://user:s3cret@cam/1#fps",
        "rtsp://user:s3cret@cam/1#&",
        "rtsp://user:p#s3cret@cam/1",
        "http://user:s3cret@cam/1#nonsense=1",
        "nobody://user:s3cret@cam/1#x",
        "//user:s3cret@cam/1",
        "ws-listen://127.0.0.1:1?token=s3cret",
        "ws-listen://127.0.0.1:1?sense=image&token=s3cret&wdth=3",
        "ws-listen://127.0.0.1?sense=image&token=s3cret",
        "ws-listen://0.0.0.0:1?sense=image&token=s3cret",
        "ws-listen://0.0.0.0:1?sense=image&token=s3cret&allow_remote=yes",
        "ws-listen://127.0.0.1:1?sense=image&token=s3cret&token=again",
        "ws-listen://127.0.0.1:1#token=s3cret",
        "ws-listen://127.0.0.1:1?token=s3@cret&sense=image&wdth=1",
        "ws-listen://127.0.0.1:99999?token=s3@cret&sense=image",
        "ws-listen://127.0.0.1:1?sense=image&Token=s3cret",
        "rtsp://cam?password=s3@cret#wdth=3",
        "rtsp://user:s3?a=cret@cam/1#wdth=3",
        "mic:x?token=s3cret",
    ],
)
def test_a_refused_address_tells_no_secret(uri: str) -> None:
    with pytest.raises(ConfigError) as caught:
        open_driver(uri)
    assert "s3" not in str(caught.value) and "cret" not in str(caught.value)


def test_a_hash_in_a_password_is_named_as_such() -> None:
    with pytest.raises(ConfigError, match=r"^rtsp://cam/1: .* in a user name or password write it %23$"):
        parse_address("rtsp://user:p#q@cam/1")
    assert parse_address("rtsp://user:p%23q@cam/1#fps=5").target == "rtsp://user:p%23q@cam/1"


# The table


class PluginDriver(FakeDriver):
    """As another distribution would ship it."""

    def __init__(self, address: SensorAddress, clock: Clock) -> None:
        super().__init__([[_imu(clock.now_ns())]])
        self.address = address


def _fakes(monkeypatch: pytest.MonkeyPatch, value: str = "plugin_of_a_test:PluginDriver") -> None:
    module = ModuleType("plugin_of_a_test")
    module.PluginDriver = PluginDriver  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "plugin_of_a_test", module)
    point = metadata.EntryPoint("ring", value, "anymal.sensors")

    def found(group: str) -> metadata.EntryPoints:
        return metadata.EntryPoints([point] if group == "anymal.sensors" else [])

    monkeypatch.setattr(metadata, "entry_points", found)


def test_other_distributions_add_sensors(monkeypatch: pytest.MonkeyPatch) -> None:
    _fakes(monkeypatch)
    assert sensor_schemes() == (*SENSORS, "ring")
    with open_sensor("ring:left?finger=2", ManualClock(77), _FAST, wanted="imu") as sensor:
        assert (sensor.uri, sensor.modality) == ("ring:left?finger=2", "imu")
        assert captured_ns(sensor.read(_LONG_S)) == 77
    driver: Driver = open_driver("ring:left?finger=2")
    assert isinstance(driver, PluginDriver)
    assert driver.address.options == {"finger": "2"}


def test_a_sensor_for_another_sense_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _fakes(monkeypatch)
    with pytest.raises(ConfigError, match="ring:left gives imu; wanted a sensor for audio"):
        open_sensor("ring:left", wanted="audio")


def test_a_scheme_nobody_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    _fakes(monkeypatch)
    with pytest.raises(ConfigError, match=r"no sensor is called 'lidar'; known: camera,.* ring"):
        open_sensor("lidar:front")


@pytest.mark.parametrize("value", ["no_such_module_of_a_test:PluginDriver", "plugin_of_a_test:Missing"])
def test_a_broken_plugin_is_named(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    _fakes(monkeypatch, value)
    with pytest.raises(ConfigError, match=r"'ring' is served by .*which cannot be imported"):
        open_sensor("ring:left")
