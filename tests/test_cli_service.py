"""`anymal live` as a service: no terminal, one pipe for days, disks that fill up, signals, absent devices."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

import anymal
from anymal.errors import ConfigError, SensorError
from anymal.runtime import cli, cli_live
from anymal.runtime.live_build import ContextCounts
from anymal.runtime.live_input import Line, read_line
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_status import LiveStatus, TroubleNotes, status_json
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.runtime.patient_driver import PatientDriver
from anymal.runtime.recording_name import recording_name
from anymal.runtime.termination import Terminated, terminable
from anymal.samples import Captured, Modality
from anymal.sensors import SENSORS
from anymal.sensors.driver import BaseDriver
from anymal.sensors.recording import open_recording
from tests.live_rig import picture, until
from tests.runtime_helpers import tiny_bundle
from tests.test_cli_live import (
    COMMAND,
    Patient,
    Scripted,
    conversation,
    piped,
    service,
    talked,
    typed_before,
)

SHORT = ("--json", "--max-tokens", "5")
GIVEN = ["--bundle", str(tiny_bundle()), "--threads", "1", "--max-tokens", "3", "--json"]


class Absent(BaseDriver):
    """A camera that is not there until `there` is set."""

    modality: Modality = "image"
    there = threading.Event()

    def open(self) -> None:
        if not self.there.is_set():
            raise SensorError("camera: no such device")

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        time.sleep(0.02)
        now_ns = self.clock.now_ns()
        return [Captured(picture(120, now_ns), now_ns)]


class Unmade(BaseDriver):
    """A camera whose package is not installed."""

    modality: Modality = "image"

    def open(self) -> None:
        try:
            import anymal_is_not_called_so  # type: ignore[import-not-found]  # noqa: F401
        except ImportError:
            raise SensorError("camera: no package for it") from None


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> type[Absent]:
    monkeypatch.setitem(SENSORS, "absent", ("tests.test_cli_service", "Absent"))
    monkeypatch.setitem(SENSORS, "unmade", ("tests.test_cli_service", "Unmade"))
    monkeypatch.setattr(Absent, "there", threading.Event())
    return Absent


def objects(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_no_question_waits_for_a_sensor_that_is_not_there(absent: type[Absent]) -> None:
    with (
        anymal.load(str(tiny_bundle())) as assistant,
        assistant.live(
            camera="absent:x", imu="synthetic:imu", options=LiveOptions(first_s=3600), wait_for_sensors=True
        ) as live,
    ):
        until(lambda: live.status().sensors["image"].state == "reconnecting")
        answer = live.ask("What am I doing?").answer(60)  # not in an hour
        assert [window.modality for window in answer.windows] == ["imu"]
        assert live.begun() and "no such device" in live.status().sensors["image"].trouble
        absent.there.set()
        until(lambda: {thing.modality for thing in live.sensed()} == {"image", "imu"})


def test_what_no_waiting_mends_ends_at_once(absent: type[Absent], capsys: pytest.CaptureFixture[str]) -> None:
    for address, message in (("unmade:x", "no package"), ("nonsense", "not a sensor address")):
        assert cli.main(["live", *GIVEN, "--camera", address, "--wait-for-sensors"]) == 2
        assert message in capsys.readouterr().err
    assert cli.main(["live", *GIVEN, "--camera", "absent:x"]) == 2
    assert "no such device" in capsys.readouterr().err


def test_a_device_that_was_there_once_is_lost_like_any_other(absent: type[Absent]) -> None:
    from anymal.clock import MonotonicClock
    from anymal.sensors import open_driver

    driver = PatientDriver(open_driver("absent:x", MonotonicClock(), "image"))
    driver.open()
    assert "no such device" in driver.describe() and driver.counters() == {} and driver.clock_fit() is None
    with pytest.raises(SensorError, match="no such device"):
        driver.poll(0.1)
    driver.close()
    with pytest.raises(SensorError, match="no such device"):
        driver.open()
    absent.there.set()
    driver.open()
    assert driver.poll(0.1) and driver.describe() == "absent:x"


def test_notes_come_while_a_question_waits_for_the_turn_before(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Forgetful(Scripted):
        """It takes its time to learn what was said, and its recording fails meanwhile."""

        looks = 0

        def remembers(self, timeout_s: float) -> bool:
            self.looks += 1
            return self.looks > 20

        def status(self) -> LiveStatus:
            return LiveStatus({}, {}, 0, ContextCounts(), {}, None, "failed: no space" if self.looks else "")

    live = Forgetful(dies=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO("Now?\n"))
    talk = conversation(live)
    monkeypatch.setattr("anymal.runtime.cli_conversation.STATUS_S", -1.0)
    talked_at: list[int] = []
    say = talk._say_aside
    monkeypatch.setattr(talk, "_say_aside", lambda note: (talked_at.append(live.looks), say(note)))
    assert talked(talk) == 1
    assert talked_at == [1]
    assert capsys.readouterr().err == "anymal: recording failed: no space\n"


def test_a_recording_that_fails_is_told_once() -> None:
    notes = TroubleNotes()

    def of(recording: str) -> list[str]:
        return notes.of(LiveStatus({}, {}, 0, ContextCounts(), {}, None, recording))

    assert of("recording") == []
    assert of("failed: the disk is full") == ["recording failed: the disk is full"]
    assert of("failed: the disk is full") == []


FULL = """
import resource, sys
from anymal.runtime.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
sys.exit(main(['live', *sys.argv[1:]]))
"""


def test_a_full_disk_is_told_and_is_the_exit_code(tmp_path: Path) -> None:
    command = [part if "import" not in part else FULL for part in COMMAND]
    pipe = subprocess.PIPE
    arguments = [*command, *SHORT, "--record", str(tmp_path / "full.mcap")]
    with subprocess.Popen(arguments, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdin and process.stdout and process.stderr
        told = process.stderr.readline()
        assert told.startswith("anymal: recording failed: ") and "full.mcap" in told
        process.stdin.write("What is there?\n")
        process.stdin.close()
        assert json.loads(process.stdout.readline())["windows"]
        assert process.wait(60) == 1
        assert process.stderr.read() == ""


@pytest.mark.parametrize("closed", [False, True])
def test_notes_that_cannot_be_written_are_dropped_and_answers_go_on(closed: bool) -> None:
    """A sensor that is not there is noted; standard error is a full disk, or a pipe that nobody reads."""
    pytest.importorskip("serial", reason="pyserial is not installed")
    reader, writer = os.pipe()
    if closed:
        os.close(reader)
    error = writer if closed else os.open("/dev/full", os.O_WRONLY)
    done = subprocess.run(
        [*COMMAND, "--imu", "imu:/dev/not-there", "--wait-for-sensors", *SHORT],
        input="What is there?\n" * 3,
        stdout=subprocess.PIPE,
        stderr=error,
        text=True,
        timeout=120,
        check=False,
    )
    for handle in {writer, error} if closed else {reader, writer, error}:
        os.close(handle)
    assert done.returncode == 0
    assert [one["question"] for one in objects(done.stdout)] == ["What is there?"] * 3
    assert all(one["windows"] for one in objects(done.stdout))


def test_the_exit_code_tells_an_error_that_nobody_can_read() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*COMMAND, "--imu", "imu:/dev/not-there"]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stderr=full, timeout=120, check=False)
    assert done.returncode == 2


def test_what_ended_a_command_is_told_though_standard_output_is_dead() -> None:
    program = (
        "import sys\nfrom anymal.runtime import cli\n"
        "sys.stdout.write('half an answer')\nsys.exit(cli._fail('the LLM is gone'))"
    )
    buffered = {**os.environ, "PYTHONUNBUFFERED": ""}
    command, pipe = [sys.executable, "-c", program], subprocess.PIPE
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, stdout=full, stderr=pipe, text=True, timeout=60, check=False, env=buffered
        )
    assert (done.returncode, done.stderr) == (2, "anymal: error: the LLM is gone\n")


@contextmanager
def fifo_service(fifo: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    os.mkfifo(fifo)
    with service("--questions", str(fifo), *SHORT, *arguments) as process:
        assert process.stdout is not None
        yield process, process.stdout


def test_a_fifo_of_questions_survives_its_writers(tmp_path: Path) -> None:
    fifo = tmp_path / "q.fifo"
    with fifo_service(fifo) as (process, answers):
        for question in ("What is there?", "And now?", "Was ist lauter: ä?"):
            subprocess.run(["sh", "-c", 'printf "%s\\n" "$1" > "$2"', "sh", question, str(fifo)], check=True)
            assert json.loads(answers.readline())["question"] == question
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0


@pytest.mark.parametrize(("make", "message"), [(False, "mkfifo"), (True, "is no FIFO")])
def test_questions_without_a_fifo_are_refused(tmp_path: Path, make: bool, message: str) -> None:
    path = tmp_path / "q"
    if make:
        path.write_text("What is there?\n")
    with pytest.raises(ConfigError, match=message):
        cli_live.run([*GIVEN, "--camera", "synthetic:image", "--questions", str(path)])


def test_readiness_is_told_once_and_before_anybody_asks() -> None:
    with service("--ready", *SHORT) as process:
        assert process.stdin is not None and process.stdout is not None
        assert json.loads(process.stdout.readline()) == {"ready": ["image", "imu"], "missing": []}
        process.stdin.write("What is there?\n")
        process.stdin.close()
        assert [one["question"] for one in objects(process.stdout.read())] == ["What is there?"]


def test_json_lines_give_back_ids_begin_anew_and_ask_for_the_status() -> None:
    lines = [
        {"question": "What is there?", "id": 7},
        {"new": True, "id": "a"},
        {"question": " ", "id": 8},
        {"status": True, "id": None},
        {"word": "x", "id": 2.5},
        {"question": "x", "id": [1]},
        {"question": "And now?"},
        {"question": "/new", "id": True},
    ]
    done = piped("".join(json.dumps(line) + "\n" for line in lines), "--json-lines", *SHORT)
    assert done.returncode == 1
    answered, anew, empty, status, unknown, listed, now, plain = objects(done.stdout)
    assert answered["id"] == 7 and answered["question"] == "What is there?" and answered["windows"]
    assert anew == {"new": True, "id": "a"}
    assert empty["id"] == 8 and "question is empty" in str(empty["error"])
    assert status["id"] is None
    seen = status["status"]
    assert isinstance(seen, dict) and set(seen["sensors"]) == {"image", "imu"}
    assert seen["sensors"]["imu"]["state"] == "streaming" and seen["sensors"]["imu"]["rate_hz"] > 0
    assert unknown["id"] == 2.5 and "--json-lines wants" in str(unknown["error"])
    assert "id" not in listed and "--json-lines wants" in str(listed["error"])
    assert "id" not in now and now["windows"]
    assert plain["id"] is True and plain["question"] == "/new" and plain["windows"]


@pytest.mark.parametrize("number", ["NaN", "1e999", "-Infinity"])
def test_an_id_that_is_no_json_number_is_refused(number: str) -> None:
    with pytest.raises(anymal.errors.InputError, match="--json-lines wants"):
        read_line(f'{{"question": "x", "id": {number}}}', True)


def test_lines_of_a_pipe_mean_what_they_mean_at_a_terminal() -> None:
    assert [read_line(line, False).kind for line in ("/new", " ", "What?")] == ["new", "nothing", "question"]
    assert read_line('{"draft": " what "}', True) == Line("draft", "what")
    done = piped("/new\n\nWhat is there?\n", *SHORT)
    anew, answer = objects(done.stdout)
    assert done.returncode == 0 and anew == {"new": True} and answer["windows"]


def test_ctrl_c_tells_a_pipe_which_of_its_questions_were_not_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ['{"question": "First?", "id": 1}', '{"draft": "x"}', '{"question": "Second?", "id": 2}', "[]"]
    typed_before("\n".join(lines) + "\n", monkeypatch)

    class Busy(Patient):
        """What is being answered cannot be stopped any more, and its answer is not there yet."""

        def cancel(self) -> bool:
            return False

    talk = conversation(Busy(dies=False), json=True, json_lines=True)
    turn = talk._turn

    def press() -> bool:
        if talk._stream is not None:
            raise KeyboardInterrupt
        return turn()

    monkeypatch.setattr(talk, "_turn", press)
    assert talked(talk) == 1
    told = objects(capsys.readouterr().out)
    assert [(one["question"], one.get("id")) for one in told] == [("First?", 1), ("Second?", 2), ("[]", None)]
    assert "Ctrl-C" in str(told[0]["error"])


def test_ctrl_c_takes_no_answer_that_is_complete(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed_before("First?\nSecond?\n", monkeypatch)
    with (
        anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as assistant,
        assistant.live(imu="synthetic:imu", generation=GenerationOptions(max_tokens=6)) as live,
    ):
        talk = conversation(live, json=True)  # type: ignore[arg-type]
        turn = talk._turn

        def press() -> bool:
            if talk._stream is not None:
                talk._stream.answer(30)
                until(lambda: not live.cancel())
                raise KeyboardInterrupt
            return turn()

        monkeypatch.setattr(talk, "_turn", press)
        assert talked(talk) == 1
    answer, told = objects(capsys.readouterr().out)
    assert answer["question"] == "First?" and "windows" in answer
    assert told["question"] == "Second?" and "Ctrl-C" in str(told["error"])


def test_under_nohup_a_terminal_that_is_gone_changes_nothing() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with terminable():
            os.kill(os.getpid(), signal.SIGHUP)
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        with pytest.raises(Terminated) as ended, terminable():
            os.kill(os.getpid(), signal.SIGHUP)
        assert ended.value.code == 128 + signal.SIGHUP and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_question_is_utf_8_in_any_locale() -> None:
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*COMMAND, *SHORT],
        input="Wo ist die Tür?\n".encode(),
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, **plain},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["windows"]


def test_a_recording_takes_the_place_of_another_when_it_is_whole(tmp_path: Path) -> None:
    record = tmp_path / "out.mcap"
    record.write_bytes(b"old")
    given = ("--record", str(record), *SHORT)
    refused = piped("What is there?\n", *given)
    assert refused.returncode == 2 and record.read_bytes() == b"old"
    assert piped("What is there?\n", *given, "--force").returncode == 0
    assert open_recording(record).complete


def test_the_time_in_the_name_of_a_recording() -> None:
    then = time.strptime("2026-11-30 18:30:05", "%Y-%m-%d %H:%M:%S")
    assert recording_name(Path("a/day-{time}.mcap"), then) == Path("a/day-20261130-183005.mcap")
    assert recording_name(Path("100%.mcap")) == Path("100%.mcap")
    for wrong in ("{tme}.mcap", "{.mcap", "}.mcap", "{}.mcap", "{time}{hour}.mcap"):
        with pytest.raises(ConfigError, match=r"knows \{time\}"):
            recording_name(Path(wrong))


def test_the_status_is_json() -> None:
    assert json.loads(json.dumps(status_json(LiveStatus({}, {}, 3, ContextCounts(), {}, None)))) == {
        "sensors": {},
        "skew_s": None,
        "rows": 3,
        "recording": "",
    }
