"""`anymal record` and `anymal recover` as a user runs them."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from anymal.errors import AnymalError, ConfigError, InputError, SensorError
from anymal.runtime import cli_record
from anymal.samples import Captured, Modality
from anymal.sensors import SENSORS
from anymal.sensors.driver import BaseDriver
from anymal.sensors.recording import Recorder, RecorderStats, open_recording
from anymal.sensors.recording_sink import Sink
from anymal.sensors.sensor import Sensor
from tests.live_rig import until
from tests.recording_makers import STREAMS, assert_same, record, session

_LONG_S = 60.0
_ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A recording to record from."""
    return record(tmp_path / "source.mcap", session(20))


def _uris(source: Path, speed: str = "max") -> list[str]:
    return [f"{stream.name}=replay:{source}?speed={speed}&stream={stream.name}" for stream in STREAMS]


def test_recording_until_everything_has_ended(
    tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.mcap"
    assert cli_record.run(["-o", str(out), "--pictures", "png", *_uris(source)]) == 0
    assert_same(list(open_recording(out).samples()), list(open_recording(source).samples()))
    told = capsys.readouterr()
    assert "cam: 20 pictures, 0 dropped" in told.out
    assert "mic: 3200 samples, 0 dropped" in told.out
    assert "imu: 60 rows, 0 dropped" in told.out
    assert "finishing" in told.err
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("sensor", "recorder"))]


def test_names_of_senses_and_free_names(tmp_path: Path, source: Path) -> None:
    out = tmp_path / "out.mcap"
    sensors = [f"audio=replay:{source}?speed=max", *[f"replay:{source}?speed=max&stream=imu"] * 2]
    assert cli_record.run(["-o", str(out), *sensors]) == 0
    streams = [(stream.name, stream.modality) for stream in open_recording(out).streams]
    assert streams == [("audio", "audio"), ("replay", "imu"), ("replay2", "imu")]


def test_seconds_end_it(tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.mcap"
    started_s = time.monotonic()
    assert cli_record.run(["-o", str(out), "--seconds", "1.3", *_uris(source, "0.01")]) == 0
    assert time.monotonic() - started_s >= 1.3
    assert open_recording(out).complete
    assert re.search(r"^\d s, 0\.0 MB \| cam", capsys.readouterr().err, re.MULTILINE)


class Silent(BaseDriver):
    """Opens, is lost at once, and never gives a row."""

    modality: Modality = "imu"

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        raise SensorError("bytes of no known protocol")


def test_a_stream_of_nothing_is_an_error_with_its_reason(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(SENSORS, "silent", ("tests.test_cli_record", "Silent"))
    watch = cli_record._watch

    def late(recorder: Recorder, sensors: Sequence[Sensor], *given: Any) -> None:
        until(lambda: sensors[1].stats().state == "ended")  # all its pictures came, however slowly
        watch(recorder, sensors, *given)

    monkeypatch.setattr(cli_record, "_watch", late)
    given = ["-o", str(tmp_path / "out.mcap"), "--seconds", "1.2", "silent:x", _uris(source)[0]]
    assert cli_record.run(given) == 1
    told = capsys.readouterr()
    assert "silent: 0 rows, 0 dropped; bytes of no known protocol" in told.out
    assert "silent bytes of no known protocol, 0 dropped" in told.err
    assert "cam: 20 pictures, 0 dropped\n" in told.out


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ([], ConfigError, "SENSOR"),
        (["replay:none.mcap"], SensorError, "no such file"),
        (["nothing:x"], ConfigError, "no sensor is called 'nothing'"),
        (["--seconds", "0", "SOURCE"], ConfigError, "--seconds 0"),
        (["--seconds", "nan", "SOURCE"], ConfigError, "--seconds nan"),
        (["--quality", "200", "SOURCE"], ConfigError, "quality 200"),
        (["a=SOURCE", "a=SOURCE"], ConfigError, "two streams are called 'a'"),
    ],
)
def test_mistakes_leave_no_file(
    tmp_path: Path, source: Path, arguments: list[str], error: type[AnymalError], words: str
) -> None:
    given = [text.replace("SOURCE", f"replay:{source}?stream=mic") for text in arguments]
    with pytest.raises(error, match=words):
        cli_record.run(["-o", str(tmp_path / "out.mcap"), *given])
    assert sorted(tmp_path.iterdir()) == [source]


def test_a_sensor_that_does_not_open_leaves_no_file(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: object) -> None:
        raise SensorError("the port is busy")

    monkeypatch.setattr("anymal.sensors.replay.ReplayDriver.open", refuse)
    with pytest.raises(SensorError, match="busy"):
        cli_record.run(["-o", str(tmp_path / "out.mcap"), *_uris(source)])
    assert sorted(tmp_path.iterdir()) == [source]


def test_a_full_disk_is_an_error_with_its_cure(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Sink.write

    def full(self: Sink, data: bytes) -> int:
        if self.tell() > 2000:
            raise OSError(28, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Sink, "write", full)
    with pytest.raises(SensorError, match=r"out\.mcap: recording stopped: No space left.*Make room"):
        cli_record.run(["-o", str(tmp_path / "out.mcap"), *_uris(source)])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_finishes_the_file(tmp_path: Path, source: Path, number: int) -> None:
    out = tmp_path / "out.mcap"
    program = "import sys\nfrom anymal.runtime.cli_record import run\nsys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "-o", str(out), *_uris(source, "0.01")]
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=_ROOT,
        # Tests run in the background inherit an ignored SIGINT, and so would the child.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as child:
        assert child.stderr is not None
        assert "MB | cam" in child.stderr.readline()  # the first status line: it records
        os.kill(child.pid, number)
        told, _ = child.communicate(timeout=_LONG_S)
    assert child.returncode == 0
    assert "out.mcap" in told
    assert open_recording(out).complete


def test_a_sigterm_cuts_off_no_closing_that_an_error_began(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise BrokenPipeError("nobody reads the status")

    close = Recorder.close

    def interrupted(self: Recorder) -> RecorderStats:
        os.kill(os.getpid(), signal.SIGTERM)
        return close(self)

    monkeypatch.setattr(cli_record, "_watch", fail)
    monkeypatch.setattr(Recorder, "close", interrupted)
    out = tmp_path / "out.mcap"
    with pytest.raises(BrokenPipeError, match="nobody reads"):
        cli_record.run(["-o", str(out), *_uris(source, "0.01")])
    assert open_recording(out).complete


def test_recover(tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut, out = tmp_path / "cut.mcap", tmp_path / "out.mcap"
    cut.write_bytes(source.read_bytes()[:-100])
    assert cli_record.run_recover([str(cut), "-o", str(out)]) == 0
    assert "at the end and 0 damaged chunks were left behind" in capsys.readouterr().out
    assert open_recording(out).complete
    with pytest.raises(ConfigError, match="is there already"):
        cli_record.run_recover([str(cut), "-o", str(out)])
    assert cli_record.run_recover([str(source), "-o", str(out), "--force"]) == 0
    told = capsys.readouterr().out
    assert f" messages from {open_recording(source).date} on; the recording was whole" in told
    with pytest.raises(InputError, match="no such file"):
        cli_record.run_recover([str(tmp_path / "none"), "-o", str(out)])
