"""Evaluation: what counts as right, what a manifest may hold, how scores are averaged."""

import json
import os
import re
import threading
from pathlib import Path

import pytest

from anymal.errors import BundleError, InputError
from anymal.runtime.answer import Answer, Timings
from anymal.runtime.cli_eval import run as run_eval
from anymal.runtime.evaluate import Prediction, evaluate, summarise
from anymal.runtime.manifest_file import Item, read_manifest
from anymal.runtime.predictions_file import PredictionsFile
from anymal.runtime.scoring import is_correct, normalise


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("It is RED.", ["red"]),
        ("There are three circles.", ["3"]),
        ("There are 3 circles!", ["three circles"]),
        ("You are taking the stairs.", ["taking stairs"]),
        ("A dog's bark", ["dogs bark"]),
        ("left-to-right", ["left to right"]),
        ("It’s blue", ["its blue"]),
        ("perhaps green", ["red", "green"]),
        ("the", ["The"]),
        ("ＲＥＤ", ["red"]),
    ],
)
def test_right(text: str, references: list[str]) -> None:
    assert is_correct(text, references)


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("I am bored.", ["red"]),
        ("red and blue circle", ["red circle"]),
        ("13", ["3"]),
        ("", ["red"]),
        ("anything", [""]),
        ("anything", ["!?"]),
        ("someone", ["one"]),
        ("yesterday", ["yes"]),
    ],
)
def test_wrong(text: str, references: list[str]) -> None:
    assert not is_correct(text, references)


def test_normalise_drops_articles_and_turns_number_words_into_digits() -> None:
    assert normalise("The cat, a DOG and an owl: twenty.") == ("cat", "dog", "and", "owl", "20")


def write_manifest(folder: Path, *records: object) -> Path:
    path = folder / "manifest.jsonl"
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records))
    return path


def record(number: int = 1, **changes: object) -> dict[str, object]:
    return {"id": f"q{number}", "question": "What?", "references": ["red"], "kind": "colour", **changes}


def test_paths_are_relative_to_the_manifest(tmp_path: Path) -> None:
    path = write_manifest(tmp_path, record(image=["a.png", "b.png"], audio="s.wav"), "", record(2))
    first, second = read_manifest(path)
    assert first.senses == {"image": (tmp_path / "a.png", tmp_path / "b.png"), "audio": (tmp_path / "s.wav",)}
    assert (second.line, second.senses) == (3, {})


def test_the_limit_stops_reading(tmp_path: Path) -> None:
    path = write_manifest(tmp_path, record(), record(2), "not even JSON")
    assert len(read_manifest(path, limit=2)) == 2


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["{"], "line 1: not JSON"),
        (['{"id": ' + "1" * 5000 + "}"], "line 1: not JSON"),
        ([record(id="\ud83d")], "line 1: id holds half a surrogate pair"),
        ([record(question="hi \ud83d")], "line 1: question holds half a surrogate pair"),
        (["[]"], "line 1: a line must be a JSON object"),
        ([record(), {"id": 1}], "line 2: lacks kind, question, references"),
        ([record(imagee="a.png")], "has unknown imagee"),
        ([record(references=[])], "references must be a list"),
        ([record(references="red")], "references must be a list"),
        ([record(references=[" "])], "references must be a text"),
        ([record(question=3)], "question must be a text"),
        ([record(audio=["a.wav", "b.wav"])], "audio must be one path"),
        ([record(), record()], "id 'q1' was already used in line 1"),
        ([""], "no questions"),
    ],
)
def test_a_manifest_that_is_not_one_names_its_line(tmp_path: Path, lines: list[object], message: str) -> None:
    path = write_manifest(tmp_path, *lines)
    with pytest.raises(InputError, match=message):
        read_manifest(path)


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\x0b"])
def test_a_text_may_hold_what_ends_lines_elsewhere(tmp_path: Path, end: str) -> None:
    path = tmp_path / "manifest.jsonl"
    lines = [json.dumps(record(n, question=f"one{end}two?"), ensure_ascii=False) for n in (1, 2)]
    path.write_bytes("\r\n".join(lines).replace("\\u000b", end).encode())
    if end == "\x0b":  # JSON refuses it raw, and says in which line
        with pytest.raises(InputError, match="line 1: not JSON"):
            read_manifest(path)
        return
    assert [item.question for item in read_manifest(path)] == [f"one{end}two?"] * 2


def test_a_missing_or_binary_manifest_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such manifest"):
        read_manifest(tmp_path / "absent.jsonl")
    binary = tmp_path / "binary.jsonl"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="no text in UTF-8"):
        read_manifest(binary)


def respond(item: Item) -> Answer:
    if item.kind == "broken":
        raise InputError("a.png: truncated")
    return Answer(item.question, "stop", Timings(0, {}, 0, 0, 0), {})


def test_scores_per_kind_overall_and_macro(tmp_path: Path) -> None:
    path = write_manifest(
        tmp_path,
        record(1, question="red it is"),
        record(2, question="blue"),
        record(3, question="red", kind="shape"),
        record(4, kind="broken"),
    )
    predictions = evaluate(respond, read_manifest(path), path, keep_going=True)
    report = summarise(predictions)
    assert {kind: (s.correct, s.count, s.failed) for kind, s in report.kinds.items()} == {
        "colour": (1, 2, 0),
        "shape": (1, 1, 0),
        "broken": (0, 1, 1),
    }
    assert report.overall.accuracy == 0.5
    assert report.macro == pytest.approx((0.5 + 1 + 0) / 3)
    assert report.to_json()["accuracy"] == 0.5


def test_no_predictions_have_no_scores() -> None:
    with pytest.raises(InputError, match="no predictions to summarise: wanted at least one"):
        summarise([])


def test_a_line_that_fails_is_named_unless_told_to_keep_going(tmp_path: Path) -> None:
    path = write_manifest(tmp_path, record(1), record(2, kind="broken"))
    with pytest.raises(InputError, match=r"line 2 \(id q2\): a.png: truncated"):
        evaluate(respond, read_manifest(path), path)


def predicted(tmp_path: Path) -> tuple[Prediction, ...]:
    path = write_manifest(tmp_path, record(1, question="é red"), record(2, kind="broken"))
    return evaluate(respond, read_manifest(path), path, keep_going=True)


def test_predictions_are_written_whole(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    with PredictionsFile(output) as file:
        for prediction in predicted(tmp_path):
            file.add(prediction)
            assert not output.exists()
    lines = [json.loads(line) for line in output.read_text().splitlines()]
    assert [(line["id"], line["text"]) for line in lines] == [("q1", "é red"), ("q2", "")]
    assert [line["correct"] for line in lines] == [True, False]
    assert lines[1]["error"] == "a.png: truncated"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["manifest.jsonl", "out.jsonl"]
    assert output.stat().st_mode == (tmp_path / "manifest.jsonl").stat().st_mode


@pytest.mark.parametrize("answered", [0, 1])
def test_what_was_answered_before_a_failure_is_kept(tmp_path: Path, answered: int) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("of a run before\n")
    with pytest.raises(KeyboardInterrupt), PredictionsFile(output) as file:
        for prediction in predicted(tmp_path)[:answered]:
            file.add(prediction)
        raise KeyboardInterrupt
    part = tmp_path / "out.jsonl.part"
    assert output.read_text() == "of a run before\n"
    assert file.kept == (f"1 answers are kept in {part}" if answered else "")
    assert part.exists() == bool(answered)
    if answered:
        assert json.loads(part.read_text())["id"] == "q1"


def test_a_run_that_fails_at_once_leaves_the_answers_of_an_interrupted_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, path = tmp_path / "out.jsonl", write_manifest(tmp_path, record(1))
    with pytest.raises(KeyboardInterrupt), PredictionsFile(output) as file:
        file.add(predicted(tmp_path)[0])
        raise KeyboardInterrupt
    kept = file.part.read_bytes()
    with pytest.raises(BundleError):
        run_eval(["--manifest", str(path), "--predictions", str(output), "--bundle", str(tmp_path / "none")])
    assert file.part.read_bytes() == kept != b""
    part = f"{output}.part"
    assert f"answers of another run stay in {part}; these go to {part}2" in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["manifest.jsonl", "out.jsonl.part"]


def test_two_runs_at_once_write_a_file_each(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    first, second = predicted(tmp_path)
    with PredictionsFile(output) as one:
        with PredictionsFile(output) as other:  # the first one has answered nothing yet
            one.add(first)
            other.add(second)
        assert json.loads(output.read_text())["id"] == "q2"
    assert json.loads(output.read_text())["id"] == "q1"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["manifest.jsonl", "out.jsonl"]


def test_a_full_disk_is_an_input_error(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match="/dev/full: the predictions cannot be written: No space left"),
        PredictionsFile(Path("/dev/full")) as file,
    ):
        file.add(predicted(tmp_path)[0])
    assert Path("/dev/full").is_char_device()


def test_what_is_no_regular_file_is_written_to_and_a_link_is_followed(tmp_path: Path) -> None:
    pipe, link, target = tmp_path / "pipe", tmp_path / "link", tmp_path / "target"
    os.mkfifo(pipe)
    link.symlink_to(target)
    lines = []
    reader = threading.Thread(target=lambda: lines.extend(pipe.read_text().splitlines()))
    reader.start()
    for path in (pipe, link):
        with PredictionsFile(path) as file:
            file.add(predicted(tmp_path)[0])
    reader.join(timeout=30)
    assert [json.loads(line)["id"] for line in lines] == ["q1"]
    assert pipe.is_fifo() and link.is_symlink()
    assert json.loads(target.read_text())["id"] == "q1"


@pytest.mark.parametrize("kind", ["absent", "folder", "loop"])
def test_where_predictions_cannot_go_is_said_before_anything_is_answered(tmp_path: Path, kind: str) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    path = {"absent": tmp_path / "absent" / "out.jsonl", "folder": tmp_path, "loop": loop}[kind]
    with pytest.raises(InputError, match=f"{re.escape(str(path))}: (is a folder|the predictions cannot be)"):
        PredictionsFile(path)


def test_predictions_never_replace_their_manifest(tmp_path: Path) -> None:
    path = write_manifest(tmp_path, record(1))
    before = path.read_bytes()
    with pytest.raises(InputError, match="would replace the manifest"):
        run_eval(["--manifest", str(path), "--predictions", str(tmp_path / "." / path.name)])
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "message"), [(b"[" * 9000, "line 1: not JSON"), (b"\x80\x81", "no text in UTF-8")]
)
def test_a_manifest_that_is_none_says_so(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "manifest.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_manifest(path)
    with pytest.raises(InputError, match="is a folder"):
        read_manifest(tmp_path)
