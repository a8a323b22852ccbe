"""Drivers recorded on the way to their sensor, and serial bytes replayed through the real parser."""

import os
import pty
import struct
import threading
import tty
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from anymal.clock import ManualClock, MonotonicClock
from anymal.errors import SensorError
from anymal.samples import NS_PER_S, Captured, ImuChunk, Modality
from anymal.sensors import open_driver
from anymal.sensors.driver import ClockFit, EndOfStream, RawTap
from anymal.sensors.imu_pipeline import ImuPipeline
from anymal.sensors.recording import RecordedDriver, Recorder, StreamInfo, open_recording
from anymal.sensors.sensor import Sensor, SensorOptions
from anymal.sensors.stamps import sample_count
from tests.recording_makers import EXACT, MS, START_NS, STREAMS, Named, assert_same, motion, session

_LONG_S = 30.0
_FAST = SensorOptions(poll_s=0.01, backoff_s=(0.001,), close_s=_LONG_S)


class _Scripted:
    """Serial bytes through a real pipeline, as the serial driver does it; loses its port once."""

    recorded_times = True

    modality: Modality = "imu"

    def __init__(self, reads: Sequence[tuple[bytes, int] | None], clock: ManualClock) -> None:
        self.raw_tap: RawTap | None = None
        self.made: list[Captured] = []
        self._reads = list(reads)
        self._clock = clock
        self._pipeline = ImuPipeline("wit", {"latency_ms": "1"})

    def open(self) -> None:
        newest = self.made[-1].sample if self.made else None
        after_ns = int(newest.t_ns[-1]) if isinstance(newest, ImuChunk) else None
        self._pipeline = ImuPipeline("wit", {"latency_ms": "1"}, after_ns=after_ns)

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        if not self._reads:
            raise EndOfStream("the script has ended")
        read = self._reads.pop(0)
        if read is None:
            raise SensorError("unplugged")
        self._clock.advance(max(0, read[1] - self._clock.now_ns()))
        assert self.raw_tap is not None
        self.raw_tap(*read)
        made = self._pipeline.feed(*read)
        self.made += made
        return made

    def close(self) -> None:
        pass

    def describe(self) -> str:
        return "a script"

    def clock_fit(self) -> ClockFit | None:
        return ClockFit(len(self.made) // 100, 0.0, 1)

    def counters(self) -> Mapping[str, int]:
        return self._pipeline.counters()


def _wit(number: int) -> bytes:
    frames = b""
    for kind, words in ((0x51, (number % 100, 0, 2048, 0)), (0x52, (3, 5, number % 300, 0))):
        body = struct.pack("<BB4h", 0x55, kind, *words)
        frames += body + bytes([sum(body) & 0xFF])
    return frames


def _reads(first_ns: int, count: int) -> list[tuple[bytes, int] | None]:
    """Bytes of a 100 Hz sensor, cut anywhere, with noise and jitter."""
    random = np.random.default_rng(count)
    stream = b"".join(_wit(n) + (random.bytes(3) if n % 50 == 7 else b"") for n in range(count))
    cuts = np.sort(random.integers(0, len(stream), count))
    pieces = [stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    arrivals = [first_ns + n * 10 * MS + int(random.integers(0, 3 * MS)) for n in range(len(pieces))]
    return [(piece, at) for piece, at in zip(pieces, arrivals, strict=True) if piece]


def test_raw_bytes_go_through_the_parser_again(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    clock = ManualClock(START_NS)
    scripted = _Scripted([*_reads(START_NS, 300), None, *_reads(START_NS + 5 * NS_PER_S, 250)], clock)
    stream = StreamInfo.from_uri("imu", "imu", "imu:/dev/ttyUSB0?protocol=wit&baud=9600&latency_ms=1")
    assert stream.raw
    with Recorder(path, [stream], ManualClock(START_NS), EXACT) as recorder:
        heard: list[bytes] = []
        driver = RecordedDriver(scripted, recorder, "imu", raw=True, clock=clock)
        with Sensor("imu:x", driver, options=_FAST, raw_tap=lambda data, _: heard.append(data)) as sensor:
            with pytest.raises(EndOfStream):
                while True:
                    sensor.read(_LONG_S)
            assert sensor.stats().reconnects == 1
    recording = open_recording(path)
    live: list[Named] = [("imu", captured) for captured in scripted.made]
    assert sum(sample_count(captured) for _, captured in live) > 500
    assert_same(list(recording.samples(raw=False)), live)
    assert_same(list(recording.samples()), live)
    assert recording.skipped == 0
    assert sum(map(len, heard)) > 300 * 22
    assert [event.data["detail"] for event in recording.events()] == ["a script"] * 2
    fits = [(name, fit.offset_ns) for name, _, fit in recording.clock_fits()]
    assert fits == sorted(set(fits))  # each once, every two seconds at most
    assert 2 <= len(fits) <= 4


def test_what_a_parser_holds_back_stays_in_order(tmp_path: Path) -> None:
    """The first second of motion comes out late, but stands where it arrived."""
    path = tmp_path / "a.mcap"
    serial = StreamInfo.from_uri("imu", "imu", "imu:/dev/ttyUSB0?protocol=wit")
    with Recorder(path, [serial, STREAMS[1]], ManualClock(START_NS), EXACT) as recorder:
        for read in _reads(START_NS, 200):
            assert read is not None
            recorder.add_raw("imu", *read)
        for name, captured in session(40):
            if name == "mic":
                recorder.add(name, captured)
    found = [(captured.arrival_ns, name) for name, captured in open_recording(path).samples()]
    assert {name for _, name in found[:10]} == {"imu", "mic"}
    assert found == sorted(found)


def test_bytes_that_make_no_sense_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    odd = StreamInfo("odd", "imu", "imu:x", True, {"protocol": "wit", "axes": "nonsense"})
    bad = StreamInfo("bad", "imu", "imu:x", True, {"protocol": "wit"})
    tapped = StreamInfo("tapped", "imu", "x:y", True)  # a driver that taps nothing
    with Recorder(path, [odd, bad, tapped], ManualClock(START_NS), EXACT) as recorder:
        for number in range(20):
            for name in ("odd", "bad"):
                recorder.add_raw(name, b"noise " * 50, START_NS + number * NS_PER_S)
        recorder.add_raw("tapped", b"", START_NS)
        recorder.add("tapped", motion(START_NS))
    recording = open_recording(path)
    assert_same(list(recording.samples()), [("tapped", motion(START_NS))])
    assert recording.skipped > 0


def test_a_serial_port_replays_to_the_bit(tmp_path: Path) -> None:
    pytest.importorskip("serial")
    master, slave = pty.openpty()
    tty.setraw(slave)
    uri = f"imu:{os.ttyname(slave)}?protocol=wit&baud=115200"
    clock, path, enough = MonotonicClock(), tmp_path / "a.mcap", threading.Event()

    def feed() -> None:
        number = 0
        while not enough.wait(0.01):
            os.write(master, _wit(number))
            number += 1

    feeder = threading.Thread(target=feed)
    live: list[Named] = []
    try:
        with Recorder(path, [StreamInfo.from_uri("imu", "imu", uri)], clock, EXACT) as recorder:
            driver = RecordedDriver(open_driver(uri, clock), recorder, "imu", raw=True, clock=clock)
            with Sensor(uri, driver, clock, _FAST) as sensor:
                feeder.start()
                while len(live) < 150:
                    live.append(("imu", sensor.read(_LONG_S)))
                enough.set()
    finally:
        enough.set()
        feeder.join(_LONG_S)
        os.close(slave)
        os.close(master)
    recording = open_recording(path)
    replayed = list(recording.samples())
    assert_same(replayed[:150], live)
    assert_same(replayed, list(recording.samples(raw=False)))
