"""Recordings that meet a disk that is full, slow or dead, and processes that are killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from anymal.clock import ManualClock
from anymal.sensors.recording import (
    PictureOptions,
    Recorder,
    RecorderOptions,
    open_recording,
    recover,
)
from anymal.sensors.recording_sink import McapSink, Sink
from tests.recording_makers import (
    EXACT,
    MS,
    START_NS,
    STREAMS,
    assert_same,
    frame,
    motion,
    record,
    session,
    sound,
)

_LONG_S = 30.0
_ROOT = Path(__file__).resolve().parent.parent


_CHILD = """
import sys, time
from pathlib import Path
from tests.recording_makers import *
path, limit = Path(sys.argv[1]), int(sys.argv[2])
if limit:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
with Recorder(path, STREAMS, ManualClock(START_NS), EXACT) as recorder:
    for number in range(100_000):
        recorder.add("cam", frame(START_NS + number * MS, number, size=(60, 80)))
        recorder.add("imu", motion(START_NS + number * MS, number))
        if limit and recorder.stats().state == "failed":
            break
        time.sleep(0.001)
        if number == 20:
            print("running", flush=True)
    recorder.add("imu", motion(START_NS))
    stats = recorder.close()
print(stats.state, stats.dropped["imu"], recorder._queued, stats.detail, sep="|")
"""


def _child(path: Path, limit: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path), str(limit)], stdout=subprocess.PIPE, text=True, cwd=_ROOT
    )


def test_a_full_disk_ends_the_recording_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    with _child(path, 300_000) as child:
        out, _ = child.communicate(timeout=_LONG_S)
    assert child.returncode == 0
    state, dropped, queued, detail = out.splitlines()[-1].split("|")
    assert state == "failed"
    assert int(dropped) >= 1
    assert int(queued) == 0
    assert "File too large" in detail
    assert str(path) in detail
    recording = open_recording(path)
    found = list(recording.samples())
    assert 1 <= len([name for name, _ in found if name == "cam"]) <= 300_000 // (60 * 80 * 3) + 1
    assert not recording.complete
    assert recover(path, tmp_path / "b.mcap").lost_bytes == 0  # it was cut back to the last whole chunk


def test_a_killed_process_leaves_a_recording(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    with _child(path, 0) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "running\n"
        deadline = time.monotonic() + _LONG_S
        while path.stat().st_size < 200_000 and time.monotonic() < deadline:
            time.sleep(0.01)
        os.kill(child.pid, signal.SIGKILL)
    found = list(open_recording(path).samples(("cam",)))
    assert len(found) > 5
    assert_same(found, [("cam", frame(START_NS + n * MS, n, size=(60, 80))) for n in range(len(found))])


class _Disk(threading.Event):
    """It takes nothing while it is not set; `asked` once a writer waits for that."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Disk]:
    """A disk that takes nothing after the file's head until it is set."""
    go = _Disk()
    go.set()
    write = Sink.write

    def slow(self: Sink, data: bytes) -> int:
        if not go.is_set():
            go.asked.set()
        if not go.wait(_LONG_S):
            raise OSError("the test forgot the disk")
        return write(self, data)

    monkeypatch.setattr(Sink, "write", slow)
    yield go
    go.set()


def test_a_slow_disk_blocks_no_sensor(tmp_path: Path, stuck: _Disk) -> None:
    options = RecorderOptions(PictureOptions("png"), flush_s=0.001, queue_bytes=200_000)
    with Recorder(tmp_path / "a.mcap", STREAMS, ManualClock(START_NS), options) as recorder:
        stuck.clear()
        recorder.add("imu", motion(START_NS))
        assert stuck.asked.wait(_LONG_S)  # the writer takes nothing more, however long the rest takes
        for number in range(1, 200):  # returns at once, or the watchdog ends the test
            recorder.add("cam", frame(START_NS + number, number, size=(100, 100)))
            recorder.add("imu", motion(START_NS + number, number))
        stats = recorder.stats()
        assert recorder._queued <= 200_000
        assert stats.dropped["cam"] >= 190
        assert stats.dropped["imu"] < stats.dropped["cam"]  # pictures leave room for what is small
        stuck.set()
        after = recorder.close()
    assert after.state == "finished"
    found = list(open_recording(tmp_path / "a.mcap").samples())
    assert len([1 for name, _ in found if name == "cam"]) == 199 - after.dropped["cam"]
    assert len([1 for name, _ in found if name == "imu"]) == 200 - after.dropped["imu"]


def test_closing_does_not_wait_for_ever(tmp_path: Path, stuck: _Disk) -> None:
    options = RecorderOptions(flush_s=0.001, close_s=0.05)
    recorder = Recorder(tmp_path / "a.mcap", STREAMS, ManualClock(START_NS), options)
    stuck.clear()
    recorder.add("imu", motion(START_NS))
    stats = recorder.close()
    assert stats.state == "failed"
    assert "did not answer" in stats.detail
    stuck.set()
    recorder._thread.join(_LONG_S)
    assert recorder.stats().state == "failed"


def test_a_disk_that_fails_at_the_end_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = record(tmp_path / "a.mcap", session(1))
    good = path.read_bytes()

    def full(self: Sink) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Sink, "sync", full)
    with Recorder(path, STREAMS, ManualClock(START_NS), RecorderOptions(replace=True)) as recorder:
        recorder.add("cam", frame(START_NS))
        assert "No space left on device" in recorder.close().detail
    assert path.read_bytes() == good
    assert len(list(open_recording(tmp_path / "a.mcap.part").samples())) == 1
    with pytest.raises(OSError, match=r"b\.mcap: cannot be written: No space left"):
        recover(path, tmp_path / "b.mcap")
    assert not (tmp_path / "b.mcap").exists()


def test_a_writer_that_dies_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: McapSink, *_: object) -> None:
        raise RuntimeError("a bug")

    with Recorder(tmp_path / "a.mcap", STREAMS, ManualClock(START_NS), EXACT) as recorder:
        monkeypatch.setattr(McapSink, "add_message", broken)
        recorder.add("mic", sound(START_NS))
        stats = recorder.close()
    assert stats.state == "failed"
    assert "a bug" in stats.detail
