"""`anymal live` as it is typed and piped: questions in, answers out, Ctrl-C, the status line."""

import argparse
import fcntl
import io
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

import anymal
from anymal.errors import EngineError, SensorError
from anymal.runtime import cli_live
from anymal.runtime.cli_conversation import Conversation
from anymal.runtime.live_answer import LiveStream
from anymal.runtime.live_build import ContextCounts
from anymal.runtime.live_status import LiveStatus, TroubleNotes, status_text
from anymal.runtime.question_lines import QuestionLines
from anymal.runtime.terminal import StatusLine
from anymal.runtime.termination import terminable
from anymal.samples import Captured, Modality
from anymal.sensors import SENSORS
from anymal.sensors.driver import BaseDriver, SensorStats
from anymal.sensors.recording import open_recording
from tests.runtime_helpers import tiny_bundle

# A question that comes first waits for the senses however slow the machine is.
PROGRAM = """import sys
from anymal.runtime import cli, cli_live
cli_live.FIRST_S = 600.0
sys.exit(cli.main(['live', *sys.argv[1:]]))
"""
SENSES = ("--camera", "synthetic:image?fps=10", "--imu", "synthetic:imu")
COMMAND = (sys.executable, "-c", PROGRAM, "--bundle", str(tiny_bundle()), "--threads", "1", *SENSES)


def piped(text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], input=text, capture_output=True, text=True, timeout=120, check=False
    )


def test_a_pipe_gets_an_answer_per_line(tmp_path: Path) -> None:
    record = tmp_path / "out.mcap"
    done = piped(
        "What is there?\n\nWhat am I doing?\n", "--max-tokens", "5", "--json", "--record", str(record)
    )
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["question"] for answer in answers] == ["What is there?", "What am I doing?"]
    for answer in answers:
        assert {window["modality"] for window in answer["windows"]} == {"image", "imu"}
        assert answer["timings"]["ttft_ms"] > 0
    recording = open_recording(record)
    assert recording.complete
    kinds = [event.kind for event in recording.events()]
    assert kinds.count("question") == kinds.count("answer") == 2
    assert {name for name, _ in recording.samples()} == {"camera", "imu"}


def test_bytes_that_are_no_text_are_refused_and_the_next_question_is_answered() -> None:
    done = subprocess.run(
        [*COMMAND, "--max-tokens", "5", "--json"],
        input=b"What is \xff there?\nWhat is there?\n",
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
    )
    refused, answered = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 1 and "UTF-8" in refused["error"], done.stderr
    assert answered["question"] == "What is there?" and answered["windows"]


def test_a_pipe_can_tell_the_words_of_a_question_as_they_come() -> None:
    lines = [{"draft": "What is"}, {"draft": "What is there in"}, {"question": "What is there in front?"}]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    done = piped(text, "--json-lines", "--max-tokens", "5", "--json")
    assert done.returncode == 0, done.stderr
    (answer,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert answer["question"] == "What is there in front?"
    assert answer["question_tokens"] > answer["drafted_tokens"]  # which may have come too late to be read


def test_a_watch_speaks_or_stays_silent_until_the_time_is_over() -> None:
    done = piped("", "--watch", "tell me when it is dark", "--seconds", "4", "--max-tokens", "3")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--camera", "nonsense"), "not a sensor address"),
        (("--camera", "synthetic:imu"), "synthetic:imu"),
        (("--imu", "imu:/dev/not-there"), "/dev/not-there"),
        (("--history", "-1"), "LiveOptions.history"),
        (("--watch", " "), "the wish to watch for is empty"),
        (("--record", "/nowhere/x.mcap"), "/nowhere/x.mcap"),
    ],
)
def test_what_cannot_be_is_said_and_exits_with_two(arguments: tuple[str, ...], message: str) -> None:
    done = piped("", *arguments)
    assert done.returncode == 2, done.stdout + done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


class Typist:
    """A person at a terminal."""

    def __init__(self, *arguments: str) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 120, 0, 0))
        environment = {**os.environ, "TERM": "xterm"}
        self.process = subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        os.close(slave)
        self.page = ""

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def see(self, wanted: str, seconds: float = 60.0) -> None:
        """Read what is shown until `wanted` (a pattern) is in it."""
        limit = time.monotonic() + seconds
        while not re.search(wanted, self.page, re.DOTALL):
            assert time.monotonic() < limit, f"never saw {wanted!r} in {self.page!r}"
            if select.select([self._master], [], [], 0.2)[0]:
                try:
                    self.page += os.read(self._master, 4096).decode("utf-8", "replace")
                except OSError:
                    raise AssertionError(f"it ended before {wanted!r} came: {self.page!r}") from None
        self.page = ""

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._master)


def test_a_person_types_sees_the_status_and_leaves_with_ctrl_c() -> None:
    typist = Typist("--max-tokens", "20")
    try:
        typist.see(r"image \d+/s.*imu \d+/s.*rows")
        typist.type("What is there?\n")
        typist.see(r"first word after \d+ ms")
        os.kill(typist.process.pid, signal.SIGINT)
        assert typist.process.wait(30) == 0
    finally:
        typist.close()


@contextmanager
def service(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A session that nobody asks anything, as a service manager runs it."""
    pipe = subprocess.PIPE
    with subprocess.Popen([*COMMAND, *arguments], stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP], ids=["service", "terminal gone"])
def test_a_program_that_is_asked_to_end_finishes_its_recording(tmp_path: Path, asked: signal.Signals) -> None:
    record = tmp_path / "out.mcap"
    with service("--json", "--max-tokens", "5", "--record", str(record)) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write("What is there?\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["windows"]
        process.send_signal(asked)
        assert process.wait(60) == 0
    recording = open_recording(record)
    assert recording.complete
    assert {name for name, _ in recording.samples()} == {"camera", "imu"}


def test_being_asked_to_end_ends_the_program_whatever_is_being_said(monkeypatch: pytest.MonkeyPatch) -> None:
    live = Interrupted()
    talk = conversation(live)  # type: ignore[arg-type]
    talk._stream = LiveStream("What is going on?")
    monkeypatch.setattr(talk, "_turn", lambda: os.kill(os.getpid(), signal.SIGTERM))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    before = signal.getsignal(signal.SIGTERM)
    with terminable():
        assert talked(talk) == 0
        os.kill(os.getpid(), signal.SIGTERM)  # what is being closed then is not disturbed
    assert not live.cancelled and signal.getsignal(signal.SIGTERM) is before
    interrupt = signal.getsignal(signal.SIGINT)
    with terminable() as ending:
        ending()
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is interrupt
    with pytest.raises(SystemExit) as early, terminable():
        os.kill(os.getpid(), signal.SIGTERM)
    assert early.value.code == 143


def test_a_session_without_standard_input_is_like_one_whose_input_has_ended() -> None:
    command = ["sh", "-c", 'exec "$@" <&-', "sh", *COMMAND]
    for more, said in (((), "standard input ended before anything was asked"), (("--seconds", "1"), "")):
        done = subprocess.run([*command, *more], capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0 and bool(done.stderr) == bool(said) and said in done.stderr


class Interrupted:
    """A session in which Ctrl-C is pressed over and over; one answer is being spoken."""

    closed = False

    def __init__(self) -> None:
        self.cancelled: list[bool] = []

    def status(self) -> LiveStatus:
        return LiveStatus({}, {}, 0, ContextCounts(), {}, None)

    def cancel(self) -> bool:
        self.cancelled.append(not self.cancelled)
        return self.cancelled[-1]


class Scripted:
    """A session that dies, or cannot answer."""

    closed = False

    def __init__(self, dies: bool) -> None:
        self.dies = dies
        self.told: list[str] = []

    def draft(self, text: str) -> None:
        self.told.append(text)

    def status(self) -> LiveStatus:
        return LiveStatus({}, {}, 0, ContextCounts(), {}, None)

    def check(self) -> None:
        if self.dies:
            raise EngineError("the live session ended: its encoder thread failed: no more")

    def remembers(self, timeout_s: float) -> bool:
        return True

    def ask(self, question: str, max_age_s: float | None = None) -> LiveStream:
        self.told.append(f"ask: {question}")
        stream = LiveStream(question)
        stream.fail(SensorError("nothing new enough came"))
        return stream


def conversation(live: Scripted, **options: object) -> Conversation:
    flags = dict.fromkeys(("json", "json_lines", "ready"), False)
    arguments = argparse.Namespace(**{**flags, "seconds": None, "max_age": None, "watch": [], **options})
    return Conversation(live, StatusLine(io.StringIO()), QuestionLines(), arguments)  # type: ignore[arg-type]


def typed_before(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all of `text` be read before the session looks: the thread that reads it may be late."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    monkeypatch.setattr(QuestionLines, "start", QuestionLines._read)


def talked(talk: Conversation) -> int:
    """Let it run to its end; returns the exit code."""
    talk.run()
    return talk.conclude()


def test_a_session_that_dies_between_questions_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(EngineError, match="its encoder thread failed"):
        conversation(Scripted(dies=True), seconds=30.0).run()


def test_a_question_of_a_pipe_without_answer_is_json_too_and_exits_with_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Now?\n"))
    assert talked(conversation(Scripted(dies=False), json=True)) == 1
    assert json.loads(capsys.readouterr().out) == {"question": "Now?", "error": "nothing new enough came"}


@pytest.mark.parametrize(
    "line",
    [
        "What is it?",
        "[1, 2]",
        "[" * 100_000,
        '{"draft": 1}',
        '{"word": "what"}',
        '{"draft": "a", "question": "b"}',
        "1",
    ],
)
def test_a_line_that_is_not_what_json_lines_want_is_told_and_the_next_one_is_read(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    after = '{"draft": " what"}\n\n{"draft": ""}\n{"question": "Now?"}\n'
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{line}\n{after}"))
    live = Scripted(dies=False)
    assert talked(conversation(live, json=True, json_lines=True)) == 1
    refused, _ = map(json.loads, capsys.readouterr().out.splitlines())
    assert refused["question"] == line
    assert "--json-lines wants" in refused["error"] and line[:50] in refused["error"]
    assert live.told == ["what", "", "ask: Now?"]


class Patient(Scripted):
    """Its answers never come."""

    def ask(self, question: str, max_age_s: float | None = None) -> LiveStream:
        self.told.append(question)
        return LiveStream(question)


def test_questions_that_time_was_too_short_for_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed_before("First?\nSecond?\n", monkeypatch)
    assert talked(conversation(Patient(dies=False), json=True, seconds=0.3)) == 1
    refused = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["question"] for one in refused] == ["First?", "Second?"]
    assert {one["error"] for one in refused} == {"--seconds 0.3 were over before it was answered"}


class Crash(BaseDriver):
    """A camera that breaks at its first picture."""

    modality: Modality = "image"

    def poll(self, timeout_s: float) -> Sequence[Captured]:
        raise ValueError("a wire is loose")


def test_a_pipe_is_told_once_why_a_sensor_gives_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(SENSORS, "crash", ("tests.test_cli_live", "Crash"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("What is there?\nAnd now?\n"))
    given = ["--bundle", str(tiny_bundle()), "--threads", "1", "--max-tokens", "3", "--camera", "crash:x"]
    assert cli_live.run(given) == 0
    assert capsys.readouterr().err.count("anymal: image: ValueError: a wire is loose\n") == 1


def test_nobody_waits_for_a_sensor_that_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SENSORS, "crash", ("tests.test_cli_live", "Crash"))
    with anymal.load(str(tiny_bundle())) as assistant, assistant.live(camera="crash:x") as live:
        assert live.ready(3600.0) is False  # which the watchdog of tests would not sit through


def test_trouble_is_noted_when_it_begins_and_when_it_ends() -> None:
    notes = TroubleNotes()

    def of(trouble: str, failure: str = "") -> list[str]:
        sensor = SensorStats("imu:x", "imu", "streaming", trouble=trouble)
        failures: dict[Modality, str] = {"imu": failure} if failure else {}
        return notes.of(LiveStatus({"imu": sensor}, {}, 0, ContextCounts(), failures, None))

    assert of("") == []
    assert of("unplugged") == ["imu: unplugged"]
    assert of("still unplugged") == []
    assert of("") == ["imu: works again"]
    assert of("", "too fast") == ["imu: too fast"]


def test_ctrl_c_stops_the_answer_first_and_the_program_second(monkeypatch: pytest.MonkeyPatch) -> None:
    live = Interrupted()
    talk = conversation(live)  # type: ignore[arg-type]
    talk._stream = LiveStream("What is going on?")

    def press() -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(talk, "_turn", press)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert talked(talk) == 0
    assert live.cancelled == [True, False]
    # What a watch asks by itself is not what a person stops.
    live.cancelled.clear()
    talk._stream = None
    assert talked(talk) == 0
    assert not live.cancelled


def test_the_status_line_is_silent_off_a_terminal() -> None:
    stream = io.StringIO()
    with StatusLine(stream) as line:
        line.show("anything")
    assert stream.getvalue() == ""
    assert status_text.__doc__
