"""Recordings replayed as sensors: paced, at once, in step with each other."""

import gc
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from anymal.clock import ManualClock, MonotonicClock
from anymal.errors import ConfigError, SensorError
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk, Modality
from anymal.sensors import open_driver, open_sensor
from anymal.sensors.address import parse_address
from anymal.sensors.driver import ClockFit, Driver, EndOfStream
from anymal.sensors.recording import RecordedDriver, Recorder, open_recording
from anymal.sensors.replay import ReplayDriver
from anymal.sensors.sensor import Sensor, SensorOptions
from tests.recording_makers import EXACT, MS, START_NS, STREAMS, assert_same, motion, record, session

_LONG_S = 30.0
_FAST = SensorOptions(poll_s=0.01, backoff_s=(0.001,), close_s=_LONG_S)


def _take(driver: Driver, count: int, timeout_s: float = 0.0) -> list[Captured]:
    """Poll until `count` samples have come."""
    found: list[Captured] = []
    deadline_s = time.monotonic() + _LONG_S
    while len(found) < count and time.monotonic() < deadline_s:
        found += driver.poll(timeout_s)
    return found


def test_as_fast_as_read_gives_the_recorded_times(tmp_path: Path) -> None:
    named = session(100)
    path = record(tmp_path / "a.mcap", named)
    driver = open_driver(f"replay:{path}?speed=max&stream=imu")
    driver.open()
    found = _take(driver, 100)
    assert_same([("imu", one) for one in found], [one for one in named if one[0] == "imu"])
    with pytest.raises(EndOfStream, match="has ended"):
        driver.poll(0)
    driver.close()
    with pytest.raises(SensorError, match="not open"):
        driver.poll(0)
    driver.open()  # from the beginning
    assert _take(driver, 1)[0].arrival_ns == found[0].arrival_ns
    driver.close()
    driver.close()


def test_in_its_own_rhythm_from_now_on(tmp_path: Path) -> None:
    path = record(tmp_path / "a.mcap", session(5))
    clock = ManualClock(77 * NS_PER_S)
    driver = open_driver(f"replay:{path}", clock, "image")
    driver.open()
    first = driver.poll(0)
    assert [captured.arrival_ns for captured in first] == [77 * NS_PER_S]
    assert isinstance(first[0].sample, Frame)
    assert first[0].sample.t_ns == 77 * NS_PER_S - 3 * MS
    clock.advance(39 * MS)
    assert driver.poll(0.001) == []
    clock.advance(1 * MS)
    assert [captured.arrival_ns for captured in driver.poll(0)] == [clock.now_ns()]
    clock.advance(NS_PER_S)
    assert len(_take(driver, 3)) == 3
    assert driver.modality == "image"
    driver.close()


def test_speed_squeezes_all_times(tmp_path: Path) -> None:
    path = record(tmp_path / "a.mcap", session(3))
    clock = ManualClock(0)
    driver = open_driver(f"replay:{path}?speed=2&stream=imu", clock)
    driver.open()
    clock.advance(NS_PER_S)
    found = _take(driver, 3)
    assert [captured.arrival_ns for captured in found] == [MS // 2, MS // 2 + 20 * MS, MS // 2 + 40 * MS]
    for captured in found:
        assert isinstance(captured.sample, ImuChunk)
        assert np.diff(captured.sample.t_ns).tolist() == [5 * MS // 2] * 2
        assert captured.sample.t_ns[-1] == captured.arrival_ns - 5 * MS // 2
    driver.close()


def test_replays_of_one_file_stay_in_step(tmp_path: Path) -> None:
    path = record(tmp_path / "a.mcap", session(5))
    clock = ManualClock(10 * NS_PER_S)
    image = open_driver(f"replay:{path}", clock, "image")
    image.open()
    clock.advance(100 * MS)  # the second one is opened later
    audio = open_driver(f"replay:{path}", clock, "audio")
    audio.open()
    assert _take(audio, 1)[0].arrival_ns == _take(image, 1)[0].arrival_ns + 2 * MS == 10 * NS_PER_S + 2 * MS
    image.close()
    audio.close()
    gc.collect()
    image.open()  # nobody holds the old beginning any more
    assert _take(image, 1)[0].arrival_ns == clock.now_ns()
    image.close()


def test_replays_opened_without_a_clock_stay_in_step_too(tmp_path: Path) -> None:
    path = record(tmp_path / "a.mcap", session(5))
    image, audio = (open_driver(f"replay:{path}", wanted=sense) for sense in ("image", "audio"))  # type: ignore[arg-type]
    image.open()
    audio.open()
    assert _take(audio, 1, 1.0)[0].arrival_ns == _take(image, 1, 1.0)[0].arrival_ns + 2 * MS
    image.close()
    audio.close()


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(tmp_path / "a b.mcap", session(5))
    monkeypatch.setenv("HOME", str(tmp_path))
    with open_sensor("replay:~/a b.mcap?speed=max", wanted="imu") as sensor:
        assert isinstance(sensor.read(_LONG_S).sample, ImuChunk)


@pytest.mark.parametrize(("option", "wanted", "name"), [("", "image", "cam"), ("", "video", "cam"),
    ("", "audio", "mic"), ("?stream=imu", None, "imu")])  # fmt: skip
def test_which_stream(tmp_path: Path, option: str, wanted: Modality | None, name: str) -> None:
    path = record(tmp_path / "a.mcap", session(1))
    driver = open_driver(f"replay:{path}{option}", wanted=wanted)
    assert driver.describe().startswith(name)
    assert wanted in (None, driver.modality)


def test_streams_that_are_not_there(tmp_path: Path) -> None:
    path = record(tmp_path / "a.mcap", session(1))
    for uri, wanted, words in [
        ("", None, "one stream of any sense.*cam .image., mic .audio., imu .imu.*stream=NAME"),
        ("?stream=x", None, "a stream 'x'"),
        ("?stream=mic", "imu", "a stream 'mic'"),
        ("?speed=0", "imu", "speed='0'"),
        ("?speed=fast", "imu", "speed='fast'"),
        ("?pace=1", "imu", "unknown option 'pace'"),
    ]:
        with pytest.raises(ConfigError, match=words):
            open_driver(f"replay:{path}{uri}", wanted=wanted)  # type: ignore[arg-type]
    with pytest.raises(SensorError, match=r"none\.mcap: no such file"):
        open_driver(f"replay:{tmp_path / 'none.mcap'}", wanted="imu")


def test_a_cut_recording_replays_through_a_sensor(tmp_path: Path) -> None:
    named = session(40)
    path = record(tmp_path / "a.mcap", named)
    path.write_bytes(path.read_bytes()[:-40])
    found = []
    sensor = open_sensor(f"replay:{path}?speed=max", options=_FAST, wanted="audio")
    with sensor, pytest.raises(EndOfStream):
        while True:
            found.append(sensor.read(_LONG_S))
    assert_same([("mic", one) for one in found], [one for one in named if one[0] == "mic"])
    assert "was cut" in open_driver(f"replay:{path}", wanted="audio").describe()


def test_a_replay_records_again_to_the_same_samples(tmp_path: Path) -> None:
    named = session(30)
    path = record(tmp_path / "a.mcap", named)
    clock = MonotonicClock()
    with Recorder(tmp_path / "b.mcap", STREAMS, clock, EXACT) as recorder:
        sensors = [
            Sensor(
                stream.name,
                RecordedDriver(
                    open_driver(f"replay:{path}?speed=max&stream={stream.name}"), recorder, stream.name
                ),
                options=_FAST,
            )
            for stream in STREAMS
        ]
        for sensor in sensors:
            with sensor, pytest.raises(EndOfStream):
                while True:
                    sensor.read(_LONG_S)
    assert_same(list(open_recording(tmp_path / "b.mcap").samples()), named)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("sensor", "recorder"))]


def test_the_fit_of_that_time_moves_with_the_samples(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    clock = ManualClock(START_NS)
    with Recorder(path, STREAMS, clock, EXACT) as recorder:
        recorder.add_clock_fit("imu", ClockFit(5, 1.0, 2))
        recorder.add("imu", motion(START_NS + 1))
    driver = ReplayDriver(parse_address(f"replay:{path}?stream=imu"), ManualClock(START_NS + 101))
    driver.open()
    assert driver.clock_fit() is None
    assert len(_take(driver, 1)) == 1
    assert driver.clock_fit() == ClockFit(5 + 100, 1.0, 2)
    assert driver.counters() == {"undecodable": 0}
    driver.close()


def test_sound_keeps_its_rate(tmp_path: Path) -> None:
    path = record(tmp_path / "a.mcap", session(2))
    for _, captured in open_recording(path).samples(("mic",)):
        assert isinstance(captured.sample, AudioChunk)
        assert captured.sample.rate_hz == 16_000
