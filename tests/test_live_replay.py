"""A recording answered again and again: the same bytes every time, and what a live session would say."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import anymal
from anymal.errors import ConfigError, InputError
from anymal.runtime.assistant import Assistant
from anymal.runtime.demo_recording import write_recording
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_replay import ReplayQuestion, read_questions
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame
from anymal.sensors.recording import Recorder, StreamInfo, open_recording
from tests.live_rig import sound
from tests.runtime_helpers import run_anymal, tiny_bundle

SHORT = GenerationOptions(max_tokens=6)
QUESTIONS = [
    ReplayQuestion(3.21, "What is there?"),
    ReplayQuestion(4.5, "What do you hear?"),
    ReplayQuestion(4.5, "And what am I doing?", {"imu": 0.0}),
    ReplayQuestion(60.0, "What was the end?"),
]


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("replay") / "scene.mcap"
    write_recording(path, 6.0)
    return path


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as opened:
        yield opened


def replay(assistant: Assistant, recording: Path, options: LiveOptions | None = None) -> str:
    run = assistant.replay(recording, options, SHORT)
    return "\n".join(json.dumps(answer.to_json(run.start_ns)) for answer in run.answers(QUESTIONS))


@pytest.mark.parametrize("view", ["image", "video"])
def test_twenty_replays_give_the_same_bytes_beside_a_busy_process(
    assistant: Assistant, recording: Path, view: str
) -> None:
    options = LiveOptions(view=view)  # type: ignore[arg-type]
    alone = replay(assistant, recording, options)
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        assert {replay(assistant, recording, options) for _ in range(20)} == {alone}
    finally:
        busy.kill()
        busy.wait()
    answers = [json.loads(line) for line in alone.splitlines()]
    assert [answer["question"] for answer in answers] == [question.text for question in QUESTIONS]
    assert all(answer["windows"] for answer in answers)
    assert answers[-1]["updates"] > answers[0]["updates"] > 0


def test_an_answer_sees_what_was_captured_before_it_was_asked(assistant: Assistant, recording: Path) -> None:
    run = assistant.replay(recording, None, SHORT)
    first, second, third, last = run.answers(QUESTIONS)
    for answer in (first, second):
        assert answer.answer is not None
        assert all(window.end_ns <= answer.answer.asked_ns for window in answer.answer.windows)
        assert all(0 <= window.age_s < 1.0 for window in answer.answer.windows)
    assert third.answer is not None
    newest = {window.modality: window.end_ns for window in third.answer.windows}
    assert newest["imu"] >= third.answer.asked_ns
    assert last.answer is not None
    assert min(window.age_s for window in last.answer.windows) > 50


def test_questions_after_the_end_are_answered_at_their_own_times(
    assistant: Assistant, recording: Path
) -> None:
    run = assistant.replay(recording, None, SHORT)
    one, other = run.answers([ReplayQuestion(20.0, "Now?"), ReplayQuestion(60.0, "Now?")])
    assert one.answer is not None and other.answer is not None
    for early, late in zip(one.answer.windows, other.answer.windows, strict=True):
        assert late.age_s - early.age_s == pytest.approx(40.0)


def test_what_never_comes_is_said(assistant: Assistant, recording: Path) -> None:
    run = assistant.replay(recording, LiveOptions(wait_s=0.5), SHORT)
    (answer,) = run.answers([ReplayQuestion(30.0, "Now?", {"image": 0.0})])
    assert answer.answer is None
    assert answer.error == "nothing new enough came: image"
    assert answer.to_json(run.start_ns)["error"] == answer.error


def test_a_recording_the_bundle_cannot_sense_is_refused(assistant: Assistant, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        assistant.replay(tmp_path / "missing.mcap")
    path = tmp_path / "rate.mcap"
    with Recorder(path, (StreamInfo("mic", "audio", "synthetic:audio"),)) as recorder:
        chunk = sound(0.1, 0.5, 800, t_ns=0)
        assert isinstance(chunk, AudioChunk)
        recorder.add("mic", Captured(chunk, 1))
    with pytest.raises(InputError, match="sound comes at 800 Hz"):
        list(assistant.replay(path).answers([ReplayQuestion(0, "What?")]))


@pytest.mark.parametrize("rate_hz", [8_000, 44_100])
def test_recorded_sound_of_any_rate_is_heard(assistant: Assistant, tmp_path: Path, rate_hz: int) -> None:
    path = tmp_path / "rate.mcap"
    with Recorder(path, (StreamInfo("mic", "audio", "mic:default"),)) as recorder:
        for fiftieth in range(150):
            end_ns = (fiftieth + 1) * NS_PER_S // 50
            recorder.add("mic", Captured(sound(0.1, 0.02, rate_hz, t_ns=end_ns - NS_PER_S // 50), end_ns))
    (answer,) = assistant.replay(path, None, SHORT).answers([ReplayQuestion(3.0, "What?")])
    assert answer.answer is not None
    (window,) = answer.answer.windows
    assert window.modality == "audio"
    assert window.end_ns == pytest.approx(3 * NS_PER_S, abs=NS_PER_S)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no questions"),
        ("{", "line 1: wanted"),
        ('{"t_s": 1, "question": "a"}\n{"t_s": -1, "question": "b"}', "line 2: wanted"),
        ('{"t_s": "x", "question": "b"}', "line 1: wanted"),
        ('{"t_s": true, "question": "b"}', "line 1: wanted"),
        ("[" * 9000, r"line 1: wanted .*\.\.'"),
        ('{"question": "b"}', "line 1: wanted"),
        ('{"t_s": 1, "question": " "}', "line 1: wanted"),
        ('{"t_s": 1, "question": "a", "max_age_s": true}', "line 1: wanted"),
        ('{"t_s": 1, "question": "a", "max_age_s": {"image": NaN}}', "line 1: wanted"),
        ('{"t_s": 1, "question": "a", "max_age_s": {"image": -1}}', "line 1: wanted"),
        ('{"t_s": 1, "question": "a", "max_age_s": {"smell": 1}}', "line 1: wanted .* found smell: 1"),
    ],
)
def test_bad_questions_name_their_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        read_questions(path)


def test_one_age_may_be_for_all_senses(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"t_s": 1, "question": "a", "max_age_s": 2}\n{"t_s": 2, "question": "b"}\n')
    assert [question.max_age_s for question in read_questions(path)] == [2, None]


def test_questions_may_hold_any_line_end_of_unicode_and_begin_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    texts = ["What\u2028is it?", "And\x85now?"]
    lines = [json.dumps({"t_s": 1, "question": text}, ensure_ascii=False) for text in texts]
    path.write_text("\r\n\r\n".join(lines), encoding="utf-8-sig", newline="")
    assert [question.text for question in read_questions(path)] == texts


@pytest.mark.parametrize(("name", "message"), [("none", "no such file of questions"), (".", "is a folder")])
def test_questions_that_cannot_be_read_say_why(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        read_questions(tmp_path / name)


def test_ages_are_checked_before_anything_is_replayed(assistant: Assistant, recording: Path) -> None:
    run = assistant.replay(recording, None, SHORT)
    wrong = ReplayQuestion(1.0, "Now?", {"video": 1.0})
    with pytest.raises(ConfigError, match=r"with a sensor \(image, audio, imu\), found video: 1\.0"):
        run.answers([ReplayQuestion(0.5, "Before?"), wrong])
    (answer,) = run.answers([ReplayQuestion(3.0, "Now?", 1.0)])  # one age is for all
    assert answer.answer is not None and all(window.age_s < 1.5 for window in answer.answer.windows)


def test_the_command_replays(recording: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"t_s": 3.5, "question": "What is there?"}\n', encoding="utf-8")
    command = ("live", "--bundle", tiny_bundle(), "--max-tokens", "6", "--replay", recording)
    first = run_anymal(*command, "--questions", questions, "--json")
    assert first.returncode == 0, first.stderr
    again = run_anymal(*command, "--questions", questions, "--json")
    assert first.stdout == again.stdout
    assert json.loads(first.stdout)["question"] == "What is there?"
    alone = run_anymal(*command)
    assert alone.returncode == 2
    assert "--replay and --questions go together" in alone.stderr
    asked = (*command, "--questions", questions)
    sensing = run_anymal(*asked, "--camera", "camera:x", "--record", tmp_path / "x.mcap", "--json-lines")
    assert sensing.returncode == 2
    assert "leave out --camera, --record, --json-lines" in sensing.stderr


def test_an_answer_long_after_the_end_says_how_old_it_is(recording: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"t_s": 90, "question": "What is there?"}\n', encoding="utf-8")
    command = ("live", "--bundle", tiny_bundle(), "--max-tokens", "6", "--replay", recording)
    late = run_anymal(*command, "--questions", questions)
    assert late.returncode == 0, late.stderr
    assert re.search(r"\(of [678]\d s before\)", late.stdout), late.stdout
    assert re.search(r"scene\.mcap: ends at 6.00 s; .* answered from its end: 1\n", late.stderr), late.stderr


def test_no_two_frames_of_the_made_recording_are_the_same(tmp_path: Path) -> None:
    seconds = 8.0  # the circle is back where it was after seven
    write_recording(tmp_path / "made.mcap", seconds)
    samples = open_recording(tmp_path / "made.mcap").samples(("camera",))
    frames = [one.sample.rgb.tobytes() for _, one in samples if isinstance(one.sample, Frame)]
    assert len(set(frames)) == len(frames) == 80


def test_a_cut_recording_says_so_beside_its_answers(recording: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.mcap"
    cut.write_bytes(recording.read_bytes()[: recording.stat().st_size // 2])
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"t_s": 2, "question": "What is there?"}\n', encoding="utf-8")
    command = ("live", "--bundle", tiny_bundle(), "--max-tokens", "6", "--questions", questions, "--replay")
    assert "its end may be missing" in run_anymal(*command, cut).stderr
    whole = run_anymal(*command, recording).stderr
    assert "missing" not in whole and "ends at" not in whole
