"""Serial motion sensors on ptys: what a user sees of unplugging, floods, wrong speeds and wrong options."""

import errno
import itertools
import os
import socket
import struct
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from anymal.clock import Clock, ManualClock, MonotonicClock
from anymal.errors import ConfigError, SensorError
from anymal.samples import NS_PER_S, Captured, ImuChunk
from anymal.sensors import open_driver, open_sensor, serial_port
from anymal.sensors.address import parse_address
from anymal.sensors.imu_pipeline import ImuPipeline
from anymal.sensors.sensor import Sensor, SensorOptions
from anymal.sensors.serial_imu import SerialImuDriver
from anymal.sensors.serial_port import PortInfo, find_port
from tests.serial_rig import PtyDevice, rvc_frame, streaming, wit_burst, ximu3_line

pytest.importorskip("serial", reason="pyserial is not installed")

MS = 1_000_000
WAIT_S = 30.0
QUICK = SensorOptions(poll_s=0.02, backoff_s=(0.05,))


@pytest.fixture
def device(tmp_path: Path) -> Iterator[PtyDevice]:
    device = PtyDevice(tmp_path / "ttyIMU")
    yield device
    device.unplug()


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """No test may leave a thread or an open file behind."""
    threads, handles = set(threading.enumerate()), _handles()
    yield
    assert set(threading.enumerate()) <= threads
    assert _handles() <= handles


def _handles() -> int:
    return len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0  # noqa: PTH208


def _driver(uri: str, clock: Clock | None = None) -> SerialImuDriver:
    driver = open_driver(uri, clock)
    assert isinstance(driver, SerialImuDriver)
    return driver


def _pump(
    driver: SerialImuDriver, device: PtyDevice, clock: ManualClock, pieces: list[tuple[bytes, int]]
) -> list[Captured]:
    """Send each piece at its time and poll until it is taken."""
    made: list[Captured] = []
    wanted = driver.counters()["bytes"]
    for data, at_ns in pieces:
        clock.advance(at_ns - clock.now_ns())
        device.send(data)
        wanted += len(data)
        while driver.counters()["bytes"] < wanted:
            made += driver.poll(1.0)
    return made


def _times(made: list[Captured]) -> NDArray[np.int64]:
    return np.concatenate([c.sample.t_ns for c in made if isinstance(c.sample, ImuChunk)])


def _wit(start: int, count: int, period_ns: int = 10 * MS) -> list[tuple[bytes, int]]:
    return [(wit_burst(gyro_dps=(0.0, 0.0, 90.0)), NS_PER_S + start + k * period_ns) for k in range(count)]


def _read(sensor: Sensor) -> ImuChunk:
    sample = sensor.read(WAIT_S).sample
    assert isinstance(sample, ImuChunk)
    return sample


def _until(condition: object) -> None:
    """Wait for something that another thread brings about."""
    end = time.monotonic() + WAIT_S
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def _answer(request: bytes) -> bytes:
    """MSP_RAW_IMU of a sensor at rest, for each request in it."""
    payload = bytes([18, 102]) + struct.pack("<9h", 0, 0, 512, 0, 0, 0, 0, 0, 0)
    check = 0
    for byte in payload:
        check ^= byte
    return (b"$M>" + payload + bytes([check])) * request.count(b"$M<")


def test_a_sensor_streams_in_si_units(device: PtyDevice) -> None:
    burst = wit_burst((0.5, 0.0, 0.866), (0.0, 0.0, 90.0))
    with (
        streaming(lambda: device.send(burst), 200),
        open_sensor(f"imu:{device.path}", options=QUICK) as sensor,
    ):
        chunk = _read(sensor)
        np.testing.assert_allclose(chunk.accel_mps2[0], [4.903, 0, 8.492], atol=0.01)
        np.testing.assert_allclose(chunk.gyro_radps[0], [0, 0, np.pi / 2], atol=0.01)
        for _ in range(50):
            later = _read(sensor)
            assert later.t_ns[0] > chunk.t_ns[-1]
            chunk = later
        assert chunk.t_ns[-1] <= time.monotonic_ns()
        stats = sensor.stats()
        assert stats.state == "streaming"
        assert stats.counters["bad"] == 0
        assert stats.clock is None, "WitMotion sends no time"
        assert stats.counters["clock_resets"] == 0


def test_unplugged_and_plugged_in_again(device: PtyDevice) -> None:
    burst = wit_burst()
    lock = threading.Lock()

    def send() -> None:
        with lock:
            if device.plugged:
                device.send(burst)

    uri = f"imu:{device.path}?protocol=wit&baud=115200"
    with streaming(send, 200), open_sensor(uri, options=QUICK) as sensor:
        before = _read(sensor)
        with lock:
            device.unplug()
        _until(lambda: sensor.stats().state == "reconnecting")
        _until(lambda: "is not there" in sensor.stats().detail)
        before = (sensor.drain() or [Captured(before, 0)])[-1].sample  # type: ignore[assignment]
        received = sensor.stats().counters["frames"]
        with lock:
            device.plug()
        _until(lambda: sensor.stats().state == "streaming")
        after = _read(sensor)
        assert after.t_ns[0] > before.t_ns[-1]
        stats = sensor.stats()
        assert stats.reconnects == 1
        assert stats.counters["frames"] > received, "counts go on over a reconnection"


def test_another_board_on_the_cable_and_the_right_one_again(device: PtyDevice) -> None:
    """One without gyroscope is refused for as long as it is there, and no longer."""
    numbers = itertools.count()
    boards: list[Callable[[], bytes]] = [wit_burst]
    lock = threading.Lock()

    def send() -> None:
        with lock:
            if device.plugged:
                device.send(boards[-1]())

    def swap(board: Callable[[], bytes]) -> None:
        with lock:
            device.unplug()
        _until(lambda: "is not there" in sensor.stats().detail)
        with lock:
            boards.append(board)
            device.plug()

    with streaming(send, 200), open_sensor(f"imu:{device.path}", options=QUICK) as sensor:
        before = _read(sensor)
        swap(lambda: rvc_frame(next(numbers)))
        _until(lambda: "this rvc sensor sends no turn rates" in sensor.stats().trouble)
        before = (sensor.drain() or [Captured(before, 0)])[-1].sample  # type: ignore[assignment]
        swap(wit_burst)
        assert _read(sensor).t_ns[0] > before.t_ns[-1]
        assert (sensor.stats().state, sensor.stats().trouble) == ("streaming", "")


@pytest.mark.parametrize("factor", [10, 0.1])
def test_flood_and_crawl(device: PtyDevice, factor: float) -> None:
    """Without a clock in the device: stamps rise, never pass arrival, and follow the new rate."""
    clock = ManualClock(NS_PER_S)
    driver = _driver(f"imu:{device.path}?protocol=wit&baud=115200", clock)
    driver.open()
    period = round(10 * MS / factor)
    usual = _wit(0, 300)
    changed = _wit(3 * NS_PER_S, round(500 * max(1, factor)) if factor > 1 else 100, period)
    made = _pump(driver, device, clock, usual + changed)
    times = _times(made)
    assert len(times) == len(usual) + len(changed)
    assert (np.diff(times) > 0).all()
    for captured in made:
        assert isinstance(captured.sample, ImuChunk)
        assert captured.sample.t_ns[-1] <= captured.arrival_ns
    arrivals = np.array([at for _, at in changed])
    assert np.abs(times[-len(changed) // 4 :] - arrivals[-len(changed) // 4 :]).max() < 5 * MS
    driver.close()


def test_a_clock_that_jumps(device: PtyDevice) -> None:
    clock = ManualClock(NS_PER_S)
    driver = _driver(f"imu:{device.path}?protocol=ximu3&baud=115200", clock)
    driver.open()
    lines = [
        (
            ximu3_line(10_000 * k + (90_000_000 if k > 300 else 0) - (80_000_000 if k > 500 else 0)),
            NS_PER_S + k * 10 * MS,
        )
        for k in range(700)
    ]
    times = _times(_pump(driver, device, clock, lines))
    np.testing.assert_allclose(times, [at for _, at in lines], atol=MS)
    assert driver.counters()["clock_resets"] == 2
    driver.close()


def test_raw_bytes_replay_to_the_same_motion(device: PtyDevice) -> None:
    clock = ManualClock(NS_PER_S)
    driver = _driver(f"imu:{device.path}?baud=115200&axes=y,-x,z&latency_ms=3", clock)
    heard: list[tuple[bytes, int]] = []
    driver.raw_tap = lambda data, at_ns: heard.append((data, at_ns))
    driver.open()
    made = _pump(driver, device, clock, _wit(0, 250))
    pipeline = ImuPipeline("auto", parse_address(driver._address.uri).options)
    again = [captured for data, at_ns in heard for captured in pipeline.feed(data, at_ns)]
    assert len(_times(made)) == 250
    assert driver.protocol == pipeline.protocol == "wit"
    for one, other in zip(made, again, strict=True):
        assert isinstance(one.sample, ImuChunk)
        assert isinstance(other.sample, ImuChunk)
        np.testing.assert_array_equal(one.sample.t_ns, other.sample.t_ns)
        np.testing.assert_array_equal(one.sample.accel_mps2, other.sample.accel_mps2)
        np.testing.assert_array_equal(one.sample.gyro_radps, other.sample.gyro_radps)
    driver.close()


def test_the_speed_is_found(device: PtyDevice) -> None:
    clock = ManualClock(NS_PER_S)
    driver = _driver(f"imu:{device.path}", clock)
    heard: list[bytes] = []
    driver.raw_tap = lambda data, at_ns: heard.append(data)
    driver.open()
    assert device.baud() == termios.B115200
    random = np.random.default_rng(0)
    made: list[Captured] = []
    for _ in range(600):
        clock.advance(10 * MS)
        right = device.baud() == termios.B921600
        device.send(wit_burst() if right else random.integers(0, 256, 22).astype(np.uint8).tobytes())
        made += driver.poll(0.2)
    assert device.baud() == termios.B921600
    assert made
    assert driver.protocol == "wit"
    assert "921600 baud, low latency" not in driver.describe(), "a pty has no such mode, which is no error"
    assert b"".join(heard).startswith(b"\x55\x51"), "what was heard at wrong speeds is not recorded"
    assert driver.counters()["bad"] == 0
    driver.close()


def test_after_garbage_the_same_speed_and_protocol_are_found_first(device: PtyDevice) -> None:
    """Lines of an x-IMU3 among garbage look like text, and 115200 is not its speed."""
    clock = ManualClock(NS_PER_S)
    driver = _driver(f"imu:{device.path}", clock)
    driver.open()
    random = np.random.default_rng(0)

    def play(count: int, garbage: int, speed: int = termios.B921600) -> list[Captured]:
        made: list[Captured] = []
        for _ in range(count):
            clock.advance(10 * MS)
            noise = random.integers(128, 256, garbage, dtype=np.uint8).tobytes()
            line = ximu3_line(clock.now_ns() // 1000)
            device.send(noise + line if device.baud() == speed else bytes(40))
            made += driver.poll(0.2)
        return made

    assert play(600, 0) and driver.protocol == "ximu3"
    driver.open()
    assert device.baud() == termios.B921600
    made = play(150, 60)
    assert driver.protocol == "ximu3" and made
    driver.close()


def test_no_speed_makes_sense(device: PtyDevice) -> None:
    clock = ManualClock(NS_PER_S)
    driver = _driver(f"imu:{device.path}?protocol=xsens", clock)
    driver.open()
    with pytest.raises(SensorError, match=r"at any of 115200, 9600") as caught:
        for _ in range(2000):
            clock.advance(10 * MS)
            device.send(b"\x80\x00\xf8" * 4)
            driver.poll(0.2)
    assert "protocol xsens" in str(caught.value)
    driver.close()


def test_silence_is_told(device: PtyDevice) -> None:
    clock = ManualClock(NS_PER_S)
    driver = _driver(f"imu:{device.path}?baud=9600&protocol=wit", clock)
    driver.open()
    clock.advance(4 * NS_PER_S)
    assert driver.poll(0.001) == []
    clock.advance(2 * NS_PER_S)
    with pytest.raises(SensorError, match="nothing came for 5 s") as caught:
        driver.poll(0.001)
    assert f"{device.path} at 9600 baud" in str(caught.value)
    driver.close()


def test_wrong_units_are_seen_in_the_state(device: PtyDevice) -> None:
    light = wit_burst((0.0, 0.0, 0.1))
    with (
        streaming(lambda: device.send(light), 200),
        open_sensor(f"imu:{device.path}?protocol=wit&baud=115200", options=QUICK) as sensor,
    ):
        _until(lambda: "wanted 0.5 to 2 g" in sensor.stats().detail)
        assert sensor.stats().received == 0


def test_a_polled_sensor_is_asked(device: PtyDevice) -> None:
    """MSP: every request is answered; one answer in ten is lost, and asked for again."""
    asked = 0

    def answer() -> None:
        nonlocal asked
        data = device.received()
        if data:
            asked += 1
            if asked % 10:
                device.send(_answer(data))

    uri = f"imu:{device.path}?protocol=msp&poll_hz=200"
    with streaming(answer, 1000), open_sensor(uri, options=QUICK) as sensor:
        chunk = _read(sensor)
        np.testing.assert_allclose(chunk.accel_mps2[0], [0, 0, 9.80665], atol=0.05)
        for _ in range(20):
            _read(sensor)
        assert sensor.stats().clock is None


def test_opening_bytes_are_sent(device: PtyDevice) -> None:
    driver = _driver(f"imu:{device.path}?protocol=xsens&baud=115200")
    driver.open()
    sent = bytearray()

    def got() -> bool:
        sent.extend(device.received())
        return bytes.fromhex("fa ff 10 00 f1") in sent

    _until(got)
    driver.close()


def test_missing_busy_forbidden_and_no_terminal(
    device: PtyDevice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import serial

    missing = _driver(f"imu:{tmp_path}/ttyNone")
    with pytest.raises(SensorError, match=r"ttyNone is not there.*anymal devices"):
        missing.open()
    first, second = _driver(f"imu:{device.path}"), _driver(f"imu:{device.path}")
    first.open()
    with pytest.raises(SensorError, match="in use by another program"):
        second.open()
    first.close()
    second.open()
    second.close()
    (tmp_path / "file").write_text("not a port")
    with pytest.raises(SensorError, match="cannot be opened as a serial port"):
        _driver(f"imu:{tmp_path}/file").open()

    def refuse(port: object) -> None:
        raise serial.SerialException(errno.EACCES, "could not open port: Permission denied")

    monkeypatch.setattr(serial.Serial, "open", refuse)
    with pytest.raises(SensorError, match=r"no permission .* usermod -aG dialout"):
        second.open()


def test_closing_twice_and_before_opening(device: PtyDevice) -> None:
    driver = _driver(f"imu:{device.path}")
    driver.close()
    with pytest.raises(SensorError, match="not open"):
        driver.poll(0.01)
    driver.open()
    driver.open()
    driver.close()
    driver.close()
    assert driver.describe().startswith("closed")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ("?baud=fast", "baud='fast' is not a whole number"),
        ("?baud=1", "baud='1' is not a whole number"),
        ("?protocol=wat", "protocol='wat' is not one of"),
        ("?bauds=9600", "unknown option 'bauds'"),
        ("?poll_hz=0", "poll_hz='0' is not a number"),
        ("?axes=x,z,y", "mirrors"),
    ],
)
def test_wrong_options_fail_before_opening(options: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why):
        open_driver(f"imu:/dev/ttyUSB0{options}")


def test_the_only_adapter_is_found() -> None:
    one = PortInfo("/dev/ttyUSB3", "/dev/serial/by-id/usb-FTDI_X-if00", "FT232R")
    other = PortInfo("/dev/ttyACM0", None, "Arduino")
    assert find_port("/dev/ttyTHS1", "imu", []) == "/dev/ttyTHS1"
    assert find_port("auto", "imu", [one]) == "/dev/serial/by-id/usb-FTDI_X-if00"
    assert find_port("auto", "imu", [other]) == "/dev/ttyACM0"
    with pytest.raises(SensorError, match="no USB serial adapter"):
        find_port("auto", "imu:auto", [])
    with pytest.raises(SensorError, match="2 serial adapters") as caught:
        find_port("auto", "imu:auto", [one, other])
    assert "imu:/dev/serial/by-id/usb-FTDI_X-if00 (FT232R), imu:/dev/ttyACM0 (Arduino)" in str(caught.value)


def test_over_tcp_with_a_server_that_comes_back() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        driver = _driver(f"imu:tcp://127.0.0.1:{port}?protocol=ximu3", clock := ManualClock(NS_PER_S))
        driver.open()
        link, _ = server.accept()
        made: list[Captured] = []
        for k in range(150):
            clock.advance(10 * MS)
            link.sendall(ximu3_line(k * 10_000))
            made += driver.poll(1.0)
        assert len(_times(made)) > 100
        assert driver.describe().startswith(f"TCP 127.0.0.1:{port}, ximu3")
        link.close()
        with pytest.raises(SensorError, match="closed the connection"):
            while True:
                driver.poll(1.0)
        driver.close()
    with pytest.raises(SensorError, match=r"cannot connect to 127\.0\.0\.1"):
        driver.open()


def test_over_udp() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        driver = _driver(f"imu:udp://127.0.0.1:{port}", clock := ManualClock(NS_PER_S))
        driver.open()
        made: list[Captured] = []
        for k in range(150):
            clock.advance(10 * MS)
            sender.sendto(ximu3_line(k * 10_000), ("127.0.0.1", port))
            made += driver.poll(1.0)
        assert driver.protocol == "ximu3"
        assert len(_times(made)) == 150
        other = _driver(f"imu:udp://127.0.0.1:{port}")
        with pytest.raises(SensorError, match=r"cannot listen on 127\.0\.0\.1"):
            other.open()
        driver.close()


def test_asking_over_a_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        uri = f"imu:tcp://127.0.0.1:{server.getsockname()[1]}?protocol=msp"
        driver = _driver(uri, clock := ManualClock(NS_PER_S))
        driver.open()
        link, _ = server.accept()
        link.settimeout(WAIT_S)
        made: list[Captured] = []
        for _ in range(130):
            clock.advance(10 * MS)
            driver.poll(0.0)
            link.sendall(_answer(link.recv(4096)))
            made += driver.poll(1.0)
        assert len(_times(made)) >= 120
        link.close()
        driver.close()


def test_adapters_are_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from types import SimpleNamespace

    from serial.tools import list_ports

    (tmp_path / "ttyUSB0").touch()
    (tmp_path / "by-id").mkdir()
    (tmp_path / "by-id" / "usb-X").symlink_to(tmp_path / "ttyUSB0")
    monkeypatch.setattr(serial_port, "_BY_ID", tmp_path / "by-id")
    found = [
        SimpleNamespace(device="/dev/ttyS0", vid=None, description="n/a"),
        SimpleNamespace(device="/dev/ttyACM1", vid=0x2341, description=None),
        SimpleNamespace(device=str(tmp_path / "ttyUSB0"), vid=0x403, description="FT232R"),
    ]
    monkeypatch.setattr(list_ports, "comports", lambda: found)
    ports = serial_port.serial_ports()
    assert [(port.path, port.description) for port in ports] == [
        ("/dev/ttyACM1", "serial adapter"),
        (str(tmp_path / "by-id" / "usb-X"), "FT232R"),
    ]


def test_without_pyserial(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "serial", None)
    with pytest.raises(SensorError, match=r"pyserial is not installed.*pip install"):
        _driver("imu:/dev/ttyUSB0").open()


@pytest.mark.parametrize(
    ("uri", "why"),
    [
        ("imu:tcp://localhost", "wanted host:port"),
        ("imu:udp://127.0.0.1:99999", "wanted host:port"),
        ("imu:tcp://1.2.3.4:5?baud=9600", "network link has none"),
    ],
)
def test_network_addresses_that_are_none(uri: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why):
        open_driver(uri, MonotonicClock()).open()
