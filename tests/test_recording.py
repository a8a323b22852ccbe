"""Recordings: what goes in comes out, in one order, with all its times, and readable by others."""

import json
import sys
import threading
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anymal.clock import ManualClock
from anymal.errors import ConfigError, InputError, SensorError
from anymal.samples import NS_PER_S, Captured, Frame, ImuChunk
from anymal.sensors import open_driver, recording_date
from anymal.sensors.driver import ClockFit
from anymal.sensors.recording import (
    PictureOptions,
    Recorder,
    RecorderOptions,
    StreamInfo,
    open_recording,
    recover,
)
from anymal.sensors.recording_date import Dates, WallClock
from anymal.sensors.recording_file import RecordingFile
from anymal.sensors.recording_layout import Channel
from anymal.sensors.recording_sink import McapSink, Sink
from anymal.sensors.recording_wire import AUDIO, IMAGE, VIDEO, Payload, decode, descriptor_set, encode
from tests.camera_rig import wait_until
from tests.recording_makers import (
    EXACT,
    MS,
    START_NS,
    STREAMS,
    Named,
    assert_same,
    frame,
    motion,
    record,
    session,
    sound,
)


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) <= before


def test_every_sense_and_every_time_comes_back(tmp_path: Path) -> None:
    named = session(20)
    recording = open_recording(record(tmp_path / "a.mcap", named))
    assert_same(list(recording.samples()), named)
    assert recording.complete
    assert (recording.damaged, recording.skipped) == (0, 0)
    assert recording.start_ns == START_NS
    assert [(s.name, s.modality) for s in recording.streams] == [(s.name, s.modality) for s in STREAMS]
    assert_same(list(recording.samples(("imu",))), [one for one in named if one[0] == "imu"])


def test_two_passes_and_two_files_give_the_same(tmp_path: Path) -> None:
    named = session(10)
    one = open_recording(record(tmp_path / "a.mcap", named))
    other = open_recording(record(tmp_path / "b.mcap", named))
    assert_same(list(one.samples()), list(one.samples()))
    assert_same(list(one.samples()), list(other.samples()))


@pytest.mark.parametrize("kept_as", ["jpeg", "h264"])
@pytest.mark.parametrize("size", [(48, 64), (49, 63)])
def test_compressed_pictures_look_alike(tmp_path: Path, kept_as: str, size: tuple[int, int]) -> None:
    y, x = np.mgrid[: size[0], : size[1]]
    pictures = [np.stack([x * 2 + i, y * 2, x + y], -1).astype(np.uint8) for i in range(70)]
    named: list[Named] = [
        ("cam", Captured(Frame(START_NS + i, rgb), START_NS + i)) for i, rgb in enumerate(pictures)
    ]
    recording = open_recording(
        record(tmp_path / "a.mcap", named, RecorderOptions(PictureOptions(kept_as, 95)))
    )
    found = [captured.sample for _, captured in recording.samples()]
    assert len(found) == len(pictures)
    for sample, rgb in zip(found, pictures, strict=True):
        assert isinstance(sample, Frame)
        height, width = sample.rgb.shape[:2]
        assert (height, width) == (size if kept_as == "jpeg" else (size[0] // 2 * 2, size[1] // 2 * 2))
        assert np.abs(sample.rgb.astype(int) - rgb[:height, :width]).mean() < 8


def test_a_camera_that_changes_its_size(tmp_path: Path) -> None:
    sizes = [(32, 48), (64, 32), (32, 48)]
    named = [("cam", frame(START_NS + i, i, size=size)) for i, size in enumerate(sizes)]
    path = record(tmp_path / "a.mcap", named, RecorderOptions(PictureOptions("h264")))
    found = [captured.sample for _, captured in open_recording(path).samples()]
    assert [sample.rgb.shape[:2] for sample in found if isinstance(sample, Frame)] == sizes


def test_odd_samples(tmp_path: Path) -> None:
    nothing = Captured(ImuChunk(np.empty(0, np.int64), *np.empty((2, 0, 3), np.float32)), START_NS)
    wild = motion(START_NS + 1)
    assert isinstance(wild.sample, ImuChunk)
    wild.sample.gyro_radps[:] = (np.nan, np.inf, -0.0)
    named = [("imu", nothing), ("imu", wild), ("mic", sound(START_NS + 2, count=0))]
    assert_same(list(open_recording(record(tmp_path / "a.mcap", named)).samples()), named)


_MAKERS = {"cam": lambda t, n: frame(t, n, size=(2, 3)), "mic": sound, "imu": motion}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    plan=st.lists(
        st.tuples(st.sampled_from(sorted(_MAKERS)), st.integers(0, 2**40), st.integers(0, 9)), max_size=40
    ),
)
def test_any_interleaving(tmp_path: Path, plan: list[tuple[str, int, int]]) -> None:
    path = tmp_path / "a.mcap"
    path.unlink(missing_ok=True)
    named = [(name, _MAKERS[name](t_ns, seed)) for name, t_ns, seed in plan]
    recording = open_recording(record(path, named))
    assert_same(list(recording.samples()), sorted(named, key=lambda one: (one[1].arrival_ns, one[0])))


def test_events_fits_and_metadata(tmp_path: Path) -> None:
    clock = ManualClock(START_NS)
    fit = ClockFit(5, -1.5, 7, 2)
    with Recorder(tmp_path / "a.mcap", STREAMS, clock, EXACT, {"bundle": "nano"}) as recorder:
        recorder.add_event("answer", {"text": "grün \N{SNOWMAN}", "windows": [{"age_s": 0.1}]}, START_NS + 5)
        recorder.add_event("question", {"text": "What?"})
        clock.advance(7)
        recorder.add_clock_fit("imu", fit)
        with pytest.raises(InputError, match="'bad' cannot be recorded as JSON"):
            recorder.add_event("bad", {"x": object()})
        with pytest.raises(InputError, match="JSON"):
            recorder.add_event("bad", {"x": float("nan")})
    recording = open_recording(tmp_path / "a.mcap")
    events = [(event.t_ns, event.kind, event.data["text"]) for event in recording.events()]
    assert events == [(START_NS, "question", "What?"), (START_NS + 5, "answer", "grün \N{SNOWMAN}")]
    assert list(recording.clock_fits()) == [("imu", START_NS + 7, fit)]
    assert recording.metadata["bundle"] == "nano"
    assert list(recording.samples()) == []
    assert recording.start_ns is None


@pytest.mark.parametrize("cut", [False, True])
def test_the_date_is_that_of_the_clock_after_it_was_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: bool
) -> None:
    """A board without a battery starts in 1970, and NTP sets its clock while it records."""
    path, set_ns = tmp_path / "a.mcap", 1_700_000_000 * NS_PER_S
    wall_ns = 5 * NS_PER_S
    monkeypatch.setattr(time, "time_ns", lambda: wall_ns)
    with Recorder(path, STREAMS, ManualClock(START_NS), EXACT) as recorder:
        recorder.add("imu", motion(START_NS))
        assert recorder.drain()
        wall_ns = set_ns
        wait_until(lambda: b"anymal.wall_clock" in path.read_bytes(), "the clock was noted")
        before_close = path.read_bytes()
        wall_ns = set_ns + 7  # less than a second is told at the end
    assert path.read_bytes().count(b"anymal.wall_clock") == 4, "both also in the index, none at every flush"
    if cut:
        path.write_bytes(before_close)
    recording = open_recording(path)
    assert recording.complete is not cut
    assert recording.utc_ns(START_NS) == set_ns + (0 if cut else 7)
    assert recording.date == "2023-11-14 22:13:20 UTC"
    assert_same([("imu", motion(START_NS))], list(recording.samples()))
    recover(path, tmp_path / "whole.mcap")
    whole = open_recording(tmp_path / "whole.mcap")
    assert whole.utc_ns(START_NS) == recording.utc_ns(START_NS)


class _Machine:
    """A machine that can sleep: our clock stands still meanwhile, so the system's seems to jump as if set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, wall_ns: int) -> None:
        self.clock = ManualClock(START_NS)
        self.wall_ns, self.slept_ns = wall_ns, 2 * 3600 * NS_PER_S
        monkeypatch.setattr(time, "time_ns", lambda: self.wall_ns)
        monkeypatch.setattr(recording_date, "suspended_ns", lambda: self.slept_ns)

    def runs(self, ns: int) -> None:
        self.clock.advance(ns)
        self.wall_ns += ns

    def sleeps(self, ns: int) -> None:
        self.slept_ns += ns
        self.wall_ns += ns


# Its writer looks at the clocks when something comes, not by itself halfway through a step of the machine.
_PATIENT = replace(EXACT, flush_s=3600.0)


def test_a_suspend_dates_what_is_after_it_and_a_clock_that_was_set_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sample is put a moment after it arrived, so we learn of a suspend after its first sample came."""
    path, began_ns, hour_ns = tmp_path / "a.mcap", 1_700_000_000 * NS_PER_S, 3600 * NS_PER_S
    machine, moment_ns = _Machine(monkeypatch, began_ns), 5_000_000
    with Recorder(path, STREAMS, machine.clock, _PATIENT) as recorder:
        machine.runs(moment_ns)
        recorder.add("imu", motion(START_NS))
        assert recorder.drain()
        machine.runs(NS_PER_S - moment_ns)
        machine.sleeps(8 * hour_ns)
        machine.runs(moment_ns)
        recorder.add("imu", motion(START_NS + NS_PER_S))
        assert recorder.drain()
        machine.wall_ns += hour_ns  # and NTP says that it was an hour slow all the time
    recording = open_recording(path)
    dates = [recording.utc_ns(captured.arrival_ns) for _, captured in recording.samples()]
    assert dates == [began_ns + hour_ns, began_ns + 9 * hour_ns + NS_PER_S]
    assert recording.date == "2023-11-14 23:13:20 UTC"
    assert f" of {recording.date} " in open_driver(f"replay:{path}?stream=imu").describe()


def test_what_waits_for_the_disk_during_a_suspend_is_dated_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began_ns, hour_ns, moment_ns = 1_700_000_000 * NS_PER_S, 3600 * NS_PER_S, 5_000_000
    machine, writing, goes_on = _Machine(monkeypatch, began_ns), threading.Event(), threading.Event()

    def wait(*_: object) -> None:
        writing.set()
        assert goes_on.wait(30)

    monkeypatch.setattr(RecordingFile, "write_event", wait)
    with Recorder(tmp_path / "a.mcap", STREAMS, machine.clock, _PATIENT) as recorder:
        recorder.add_event("slow", {})
        assert writing.wait(30)
        machine.runs(NS_PER_S + moment_ns)
        recorder.add("imu", motion(START_NS + NS_PER_S))
        machine.sleeps(8 * hour_ns)
        machine.runs(NS_PER_S)
        recorder.add("imu", motion(START_NS + 2 * NS_PER_S))
        goes_on.set()
    recording = open_recording(tmp_path / "a.mcap")
    dates = [recording.utc_ns(captured.arrival_ns) - began_ns for _, captured in recording.samples()]
    assert dates == [NS_PER_S, 8 * hour_ns + 2 * NS_PER_S]


def test_a_recording_that_knows_nothing_of_suspends_has_a_date_all_the_same() -> None:
    later = [{"t_ns": "9", "epoch_offset_ns": "70"}, {"t_ns": "10", "epoch_offset_ns": "?"}, {}]
    assert Dates(WallClock.from_metadata({"epoch_offset_ns": "5"}), later).utc_ns(3) == 73


def test_a_long_recording_takes_little_memory_and_is_what_the_library_writes(tmp_path: Path) -> None:
    """The index of chunks is kept as bytes: a chunk every half second, for days."""
    from mcap.writer import Writer

    sink = Sink(tmp_path / "ours.mcap")
    ours = McapSink(sink)
    with (tmp_path / "theirs.mcap").open("wb") as file:
        theirs = Writer(file)
        theirs.start(library="anymal")
        for number in range(1, 8):
            theirs.register_channel(f"/{number}", "json", 0)
            ours.add_channel(number, Channel(f"/{number}", "json", None))
        chunks = [[(number, chunk) for number in range(1, 8)] for chunk in range(500)]
        for chunk in chunks:
            for number, at_ns in chunk:
                theirs.add_message(number, at_ns, b"{}", at_ns, at_ns)
            theirs.flush()
        theirs.finish()
    tracemalloc.start()
    try:
        for chunk in chunks:
            for number, at_ns in chunk:
                ours.add_message(number, at_ns, at_ns, b"{}", at_ns)
            ours.flush()
        kept = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    ours.finish()
    sink.finish()
    assert (tmp_path / "ours.mcap").read_bytes() == (tmp_path / "theirs.mcap").read_bytes()
    assert kept < 300 * len(chunks)


def test_secrets_stay_out_of_the_file(tmp_path: Path) -> None:
    uris = ("rtsp://me:a@s3cret@host/a?token=s3cret#latency_ms=5", "http://me:s3cret@host/x?key=s3cret")
    streams = [StreamInfo.from_uri(f"s{i}", "image", uri) for i, uri in enumerate(uris)]
    listener = "ws-listen://127.0.0.1:8765?sense=image&token=s3cret"
    streams.append(StreamInfo.from_uri("s2", "image", listener))
    assert streams[2].options == {"sense": "image"}
    assert streams[0].uri == "rtsp://host/a#latency_ms=5"
    assert streams[1].uri == "http://host/x"
    given = ("gst:rtspsrc%20user-pw='my%20s3cret'", "mine:x?api_key=s3cret&to=1;password=s3cret")
    streams += [StreamInfo.from_uri(f"t{i}", "image", uri) for i, uri in enumerate(given)]
    assert streams[4].options == {"to": "1;password=***"}
    with Recorder(tmp_path / "a.mcap", streams):
        pass
    assert b"s3cret" not in (tmp_path / "a.mcap").read_bytes()


def test_other_readers_understand_the_file(tmp_path: Path) -> None:
    reader = pytest.importorskip("mcap.reader")
    record(tmp_path / "a.mcap", session(3))
    with (tmp_path / "a.mcap").open("rb") as file:
        mcap = reader.make_reader(file, validate_crcs=True)
        found = {channel.topic: (schema, channel) for schema, channel, _ in mcap.iter_messages()}
        summary = mcap.get_summary()
    assert summary.statistics.message_count == 3 * (1 + 4 + 1)
    kinds = {topic: (schema.name, channel.message_encoding) for topic, (schema, channel) in found.items()}
    assert kinds == {
        "/camera/cam": ("foxglove.CompressedImage", "protobuf"),
        "/mic/mic": ("foxglove.RawAudio", "protobuf"),
        "/imu/imu": ("sensor_msgs/msg/Imu", "cdr"),
        "/imu/imu/chunk": ("anymal.ImuChunk", "json"),
    }
    assert json.loads(found["/imu/imu/chunk"][0].data)["type"] == "object"


def test_schemas_agree_with_the_protobuf_library() -> None:
    pytest.importorskip("google.protobuf")
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

    for shape in (IMAGE, VIDEO, AUDIO):
        files = descriptor_pb2.FileDescriptorSet.FromString(descriptor_set(shape))
        pool = descriptor_pool.DescriptorPool()
        for file in files.file:
            pool.Add(file)
        kind = message_factory.GetMessageClass(pool.FindMessageTypeByName(f"foxglove.{shape.name}"))
        payload = Payload(-1_500_000_000, b"\0abc" * 100, "ä", "cam" * bool(shape.frame_id),
                          16_000 * bool(shape.rate), (0, -5, 2**62))  # fmt: skip
        message = kind.FromString(encode(shape, payload))
        assert (message.timestamp.seconds, message.timestamp.nanos) == (-2, 500_000_000)
        assert (message.data, message.format) == (payload.data, "ä")
        assert list(message.device_ns) == [0, -5, 2**62]
        assert not shape.rate or (message.sample_rate, message.number_of_channels) == (16_000, 1)
        assert decode(shape, message.SerializeToString()) == payload


def test_wrong_streams_and_options(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    for name in ("", "a b", "x" * 65, "../x"):
        with pytest.raises(ConfigError, match="cannot name a stream"):
            Recorder(path, [StreamInfo(name, "imu")])
    with pytest.raises(ConfigError, match="two streams are called 'a'"):
        Recorder(path, [StreamInfo("a", "imu"), StreamInfo("a", "audio")])
    with pytest.raises(ConfigError, match="bmp"):
        RecorderOptions(PictureOptions("bmp"))
    with pytest.raises(ConfigError, match="quality 0"):
        RecorderOptions(PictureOptions(quality=0))
    with pytest.raises(ConfigError, match="No such file or directory"):
        Recorder(tmp_path / "none" / "a.mcap", STREAMS)
    assert list(tmp_path.iterdir()) == []
    with Recorder(path, STREAMS) as recorder:
        with pytest.raises(ConfigError, match="no stream is called 'x'; known: cam, mic, imu"):
            recorder.add("x", frame(START_NS))
        with pytest.raises(ConfigError, match="not declared with raw"):
            recorder.add_raw("imu", b"x", START_NS)


def test_a_sample_in_the_wrong_stream_is_counted_not_fatal(tmp_path: Path) -> None:
    with Recorder(tmp_path / "a.mcap", STREAMS, ManualClock(START_NS), EXACT) as recorder:
        recorder.add("imu", frame(START_NS))
        recorder.add("mic", sound(START_NS))
        stats = recorder.close()
    assert stats.state == "finished"
    assert stats.dropped == {"cam": 0, "mic": 0, "imu": 1}
    assert "a Frame in a stream of imu" in stats.detail
    assert len(list(open_recording(tmp_path / "a.mcap").samples())) == 1


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    path = record(tmp_path / "a.mcap", session(2))
    good = path.read_bytes()
    with pytest.raises(ConfigError, match="is there already; choose another name"):
        Recorder(path, STREAMS)
    options = RecorderOptions(PictureOptions("png"), replace=True)
    with Recorder(path, STREAMS, ManualClock(START_NS), options) as recorder:
        recorder.add("cam", frame(START_NS))
        assert path.read_bytes() == good
        with pytest.raises(ConfigError, match="part: is there already; recover or delete it"):
            Recorder(path, STREAMS, options=options)
    assert len(list(open_recording(path).samples())) == 1
    with Recorder(path, STREAMS, options=options) as recorder:
        recorder.discard()
    assert len(list(open_recording(path).samples())) == 1
    assert list(tmp_path.iterdir()) == [path]


def test_closing_twice_and_adding_afterwards(tmp_path: Path) -> None:
    with Recorder(tmp_path / "a.mcap", STREAMS) as recorder:
        assert recorder.close() == recorder.close()
        recorder.add("cam", frame(START_NS))
        assert recorder.stats().dropped["cam"] == 1


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = record(tmp_path / "a.mcap", [])
    monkeypatch.setitem(sys.modules, "mcap.writer", None)
    for attempt in (lambda: Recorder(tmp_path / "b.mcap", STREAMS), lambda: open_recording(path)):
        with pytest.raises(SensorError, match=r"mcap.*not installed: pip install"):
            attempt()


def test_files_that_are_no_recordings(tmp_path: Path) -> None:
    def refused(content: bytes | None) -> str:
        path = tmp_path / "x.mcap"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(InputError) as caught:
            open_recording(path)
        assert str(path) in str(caught.value)
        return str(caught.value)

    assert "no such file" in refused(None)
    assert "0 bytes" in refused(b"")
    assert "not an MCAP file" in refused(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert "not recorded with `anymal record`" in refused(b"\x89MCAP0\r\n")
    whole = record(tmp_path / "a.mcap", []).read_bytes()
    assert "version 9" in refused(whole.replace(b"version\x01\0\0\x001", b"version\x01\0\0\x009"))
    with pytest.raises(InputError, match="is a folder"):
        open_recording(tmp_path)


def test_unit_of_order_is_arrival_then_name(tmp_path: Path) -> None:
    named = [("mic", sound(START_NS)), ("imu", motion(START_NS)), ("cam", frame(START_NS))]
    named += [("mic", sound(START_NS - MS, 1)), ("imu", motion(START_NS, 2))]
    found = open_recording(record(tmp_path / "a.mcap", named)).samples()
    assert_same(list(found), [named[3], named[2], named[1], named[4], named[0]])
    assert decode(IMAGE, encode(IMAGE, Payload(5, b"x", "jpeg"))) == Payload(5, b"x", "jpeg")
