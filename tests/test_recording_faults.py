"""Recordings that are cut or damaged: what is good comes back, nothing else is raised."""

import json
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anymal.errors import ConfigError, InputError
from anymal.sensors.recording import (
    PictureOptions,
    RecorderOptions,
    open_recording,
    recover,
)
from anymal.sensors.recording_date import WallClock
from anymal.sensors.recording_file import RecordingFile
from tests.recording_makers import (
    EXACT,
    MS,
    START_NS,
    STREAMS,
    Named,
    assert_same,
    frame,
    motion,
    session,
    sound,
)

_LONG_S = 30.0
_ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[Named]]:
    """A recording of several chunks, and what went into it."""
    path = tmp_path_factory.mktemp("recording") / "a.mcap"
    named = session(12)
    file = RecordingFile(path, STREAMS, WallClock(10**18), EXACT, {})
    for number, (name, captured) in enumerate(named):
        file.write_sample(name, captured)
        file.write_event("sample", json.dumps({"number": number}), captured.arrival_ns)
        if number % 4 == 3:
            file.flush()
    file.finish()
    return path.read_bytes(), named


def test_cut_anywhere_it_replays_up_to_the_cut(tmp_path: Path, written: tuple[bytes, list[Named]]) -> None:
    whole, named = written
    path = tmp_path / "cut.mcap"
    places = sorted({*np.linspace(0, len(whole) - 1, 60).astype(int).tolist(), *range(1, 40, 3)})
    counts = []
    for place in places:
        path.write_bytes(whole[:place])
        try:
            recording = open_recording(path)
        except InputError as error:
            assert place < 1500, f"cut at {place}: {error}"  # before the metadata
            continue
        found = list(recording.samples())
        assert_same(found, named[: len(found)])
        assert [event.data["number"] for event in recording.events()] == list(range(len(found)))
        assert not recording.complete
        assert recording.damaged == 0
        assert [stream.name for stream in recording.streams] == ["cam", "mic", "imu"][
            : len(recording.streams)
        ]
        counts.append(len(found))
    assert counts == sorted(counts)
    assert counts[-1] == len(named)  # only the index was cut
    assert len(set(counts)) == 1 + len(named) // 4  # each flush moved it on


def test_recover_makes_a_whole_file_of_a_cut_one(tmp_path: Path, written: tuple[bytes, list[Named]]) -> None:
    whole, named = written
    cut = tmp_path / "cut.mcap"
    for part in (0.2, 0.5, 0.99):
        cut.write_bytes(whole[: int(len(whole) * part)])
        before = list(open_recording(cut).samples())
        kept = recover(cut, tmp_path / f"{part}.mcap")
        assert not kept.was_complete
        assert kept.lost_bytes > 0
        recording = open_recording(tmp_path / f"{part}.mcap")
        assert_same(list(recording.samples()), before)
        assert recording.complete
        assert len(list(recording.events())) == len(before)
        assert recover(tmp_path / f"{part}.mcap", tmp_path / "again.mcap", replace=True).was_complete
        assert_same(list(open_recording(tmp_path / "again.mcap").samples()), before)
    with pytest.raises(ConfigError, match="is there already"):
        recover(cut, tmp_path / "again.mcap")
    recover(cut, cut, replace=True)
    assert open_recording(cut).complete
    assert_same(list(open_recording(cut).samples()), named)
    (tmp_path / "no.mcap").write_bytes(b"something else")
    with pytest.raises(InputError, match="not an MCAP file"):
        recover(tmp_path / "no.mcap", tmp_path / "out.mcap")
    assert not list(tmp_path.glob("*.part"))
    assert not (tmp_path / "out.mcap").exists()


def test_a_tail_of_zeros_is_a_cut(tmp_path: Path, written: tuple[bytes, list[Named]]) -> None:
    whole, named = written
    path = tmp_path / "a.mcap"
    path.write_bytes(whole[: len(whole) // 2] + bytes(1 << 20))
    found = list(open_recording(path).samples())
    assert 0 < len(found) < len(named)
    assert_same(found, named[: len(found)])


def test_a_damaged_chunk_is_left_out_and_counted(tmp_path: Path, written: tuple[bytes, list[Named]]) -> None:
    whole, named = written
    path = tmp_path / "a.mcap"
    middle = len(whole) // 2
    path.write_bytes(
        whole[:middle] + bytes(b ^ 0xFF for b in whole[middle : middle + 64]) + whole[middle + 64 :]
    )
    recording = open_recording(path)
    found = list(recording.samples())
    assert recording.damaged == 1
    assert recording.complete
    assert len(found) == len(named) - 4
    assert recover(path, tmp_path / "b.mcap").lost_chunks == 1
    assert_same(list(open_recording(tmp_path / "b.mcap").samples()), found)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edits=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=12)), min_size=1, max_size=6),
    cut=st.floats(0.01, 1),
)
def test_malformed_bytes_raise_nothing_else_and_end(
    tmp_path: Path, written: tuple[bytes, list[Named]], edits: list[tuple[float, bytes]], cut: float
) -> None:
    damaged = bytearray(written[0])
    for place, piece in edits:
        at = int(place * (len(damaged) - len(piece)))
        damaged[at : at + len(piece)] = piece
    path = tmp_path / "a.mcap"
    path.write_bytes(damaged[: max(1, int(len(damaged) * cut))])
    try:
        recording = open_recording(path)
    except InputError:
        return
    assert len(list(recording.samples())) <= len(written[1])
    list(recording.events())
    list(recording.clock_fits())


_GARBAGE = [
    b'{"rows": 1, "device_ns": null}',
    b'{"rows": -1, "device_ns": {}}',
    b"[" * 5000,
    b"\x12\x04\xff\xd8\xff\xe0",
    b'{"stream": 1}',
    struct.pack("<iII", 1, 2, 2**31),
]
_TOPICS = ["/camera/cam", "/mic/mic", "/imu/imu", "/imu/imu/chunk", "/events", "/clock"]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    messages=st.lists(
        st.tuples(st.sampled_from(_TOPICS), st.one_of(st.binary(max_size=80), st.sampled_from(_GARBAGE))),
        max_size=20,
    )
)
def test_messages_of_garbage_are_skipped(tmp_path: Path, messages: list[tuple[str, bytes]]) -> None:
    path = tmp_path / "a.mcap"
    path.unlink(missing_ok=True)
    file = RecordingFile(path, STREAMS, WallClock(0), EXACT, {})
    for topic, data in messages:
        file._write(topic, START_NS, data)
    file.write_sample("mic", sound(START_NS + MS))
    file.finish()
    recording = open_recording(path)
    found = list(recording.samples())
    assert found[-1][0] == "mic"
    list(recording.events())
    list(recording.clock_fits())


def test_motion_that_is_not_all_there_is_counted(tmp_path: Path) -> None:
    """Rows that were lost in the middle, rows that have no chunk, and a chunk cut off at the end."""
    file = RecordingFile(tmp_path / "a.mcap", STREAMS, WallClock(0), EXACT, {})
    head, whole = b'{"rows": 3, "device_ns": null}', motion(START_NS + MS)
    file._write("/imu/imu/chunk", START_NS, head)
    file.write_sample("imu", whole)
    file._write("/imu/imu", START_NS + 2 * MS, b"a row too many")
    file._write("/imu/imu/chunk", START_NS + 3 * MS, head)
    file.finish()
    recording = open_recording(tmp_path / "a.mcap")
    assert_same(list(recording.samples()), [("imu", whole)])
    assert recording.skipped == 3


def test_video_goes_on_after_a_lost_chunk(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    file = RecordingFile(path, STREAMS, WallClock(0), RecorderOptions(PictureOptions("h264")), {})
    ends = []
    for number in range(90):
        file.write_sample("cam", frame(START_NS + number * MS, number, size=(32, 32)))
        if number % 10 == 9:
            file.flush()
            ends.append(file.size)
    file.finish()
    whole = bytearray(path.read_bytes())
    whole[ends[3] + 200] ^= 0xFF  # the chunk of 40 to 49; keys are at 0, 30 and 60
    path.write_bytes(whole)
    recording = open_recording(path)
    arrivals = [captured.arrival_ns for _, captured in recording.samples()]
    assert recording.damaged == 1
    assert set(range(START_NS + 60 * MS, START_NS + 90 * MS, MS)) <= set(arrivals)
