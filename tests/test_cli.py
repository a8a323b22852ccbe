"""The command line in this process: options, output, exit codes."""

import json
import sys
from importlib import metadata
from pathlib import Path

import pytest

import anymal
from anymal.errors import ConfigError
from anymal.runtime import cli, doctor
from anymal.runtime.arguments import parse_windows
from anymal.runtime.cli import COMMANDS, Command, main
from anymal.runtime.progress import Progress
from anymal.runtime.requirements import required_names
from anymal.sensors.window import Window
from tests.runtime_helpers import demo_samples, tiny_bundle

Captured = pytest.CaptureFixture[str]


def ask(*arguments: str | Path) -> int:
    options = ["--bundle", tiny_bundle(), "--threads", "1", "--max-tokens", "8"]
    return main(["ask", *map(str, [*options, *arguments])])


def test_version_and_overview(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"anymal {anymal.__version__}\n"
    assert main(["--help"]) == 0
    overview = capsys.readouterr().out
    assert all(f"  {name} " in overview for name in COMMANDS)
    assert main([]) == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_help_tells_a_user_what_to_do_and_every_default_fits(name: str, capsys: Captured) -> None:
    """A module's docstring is for who changes it, not for who runs it."""
    with pytest.raises(SystemExit):
        main([name, "--help"])
    text = " ".join(capsys.readouterr().out.split())
    assert f"usage: anymal {name} " in text
    assert "refuses to know" not in text
    assert "None)" not in text


def test_an_unknown_command_suggests_the_nearest(capsys: Captured) -> None:
    assert main(["demmo"]) == 2
    assert "anymal: error: there is no command 'demmo' (did you mean 'demo'?)" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["ask", "demo", "eval", "inspect", "doctor"])
def test_every_command_has_help_and_refuses_unknown_options(name: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([name, "--help"])
    assert leaving.value.code == 0
    assert f"usage: anymal {name}" in capsys.readouterr().out
    assert main([name, "--no-such-option"]) == 2
    assert capsys.readouterr().err.startswith("anymal: error: ")


def test_a_command_whose_dependency_is_absent_names_the_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setitem(cli.COMMANDS, "export", Command("no_such_package.cli", "run", "", extra="export"))
    assert main(["export"]) == 2
    error = capsys.readouterr().err
    assert "`anymal export` needs no_such_package" in error
    assert "anymal-edge[export]" in error


def test_every_extra_that_a_command_names_exists() -> None:
    offered = set(metadata.metadata("anymal-edge").get_all("Provides-Extra") or ())
    assert {command.extra for command in COMMANDS.values() if command.extra} <= offered


def test_the_answer_comes_as_text_or_as_json(capsys: Captured) -> None:
    samples = demo_samples()
    assert ask("--image", samples.picture, "--imu", samples.walking, "What?") == 0
    text = capsys.readouterr().out
    assert text.endswith("\n")
    assert ask("--image", samples.picture, "--imu", samples.walking, "--json", "What?") == 0
    record = json.loads(capsys.readouterr().out)
    assert record["text"] == text[:-1]
    assert set(record["context"]) == {"image", "imu"}


def test_several_images_video_and_windows_reach_the_context(capsys: Captured) -> None:
    samples = demo_samples()
    arguments: list[str | Path] = ["--image", samples.picture, "--image", samples.picture]
    arguments += ["--audio", samples.tone]
    assert ask(*arguments, "--window", "audio=1:3", "--json", "What?") == 0
    context = json.loads(capsys.readouterr().out)["context"]
    assert len(context["image"]) == 2
    assert context["audio"] == [{"start_s": 1.0, "end_s": 3.0, "tokens": 3}]


def test_temperature_and_seed_repeat(capsys: Captured) -> None:
    texts = []
    for seed in ("1", "1", "2"):
        assert ask("--temperature", "1", "--seed", seed, "What?") == 0
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1] != texts[2]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--max-tokens", "0"], "max_tokens must be at least 1"),
        (["--temperature", "-1"], "temperature must be"),
        (["--threads", "0"], "threads must be"),
        (["--n-ctx", "9999"], "n_ctx must be at most 1024"),
        (["--device", "gpu"], "GPU"),
        (["--window", "audio=1:2"], "no audio was given"),
        (["--window", "smell=1:2"], "'smell' is none of"),
        (["--window", "image=1:2"], "a picture has no duration"),
    ],
)
def test_options_that_cannot_be_are_named(options: list[str], message: str, capsys: Captured) -> None:
    assert ask(*options, "What?") == 2
    error = capsys.readouterr().err
    assert error.startswith("anymal: error: ")
    assert message in error


def test_windows_go_to_the_sense_named_or_to_all_that_have_a_duration() -> None:
    assert parse_windows(["1:3"], ["image", "audio", "imu"]) == {"audio": Window(1, 2), "imu": Window(1, 2)}
    assert parse_windows(["newest", "imu=0:1"], ["audio", "imu"]) == {"audio": Window(), "imu": Window(0, 1)}
    with pytest.raises(ConfigError):
        parse_windows(["audio=soon"], ["audio"])


def test_ctrl_c_and_a_broken_pipe_end_quietly(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def interrupted(name: str, arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupted)
    assert main(["ask"]) == 130
    assert capsys.readouterr() == ("", "")


def test_eval_scores_and_writes_predictions(tmp_path: Path, capsys: Captured) -> None:
    samples = demo_samples()
    manifest = tmp_path / "questions.jsonl"
    ask_it = {"question": "What?", "references": ["no such answer"]}
    records = [
        {"id": 1, "kind": "picture", "image": str(samples.picture), **ask_it},
        {"id": 2, "kind": "sound", "audio": str(samples.tone), "imu": str(samples.walking), **ask_it},
    ]
    manifest.write_text("\n".join(map(json.dumps, records)))
    output = tmp_path / "out.jsonl"
    options = ["--bundle", str(tiny_bundle()), "--threads", "1", "--max-tokens", "4"]
    command = ["eval", *options, "--manifest", str(manifest), "--predictions", str(output)]
    assert main([*command, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["count"], report["correct"], report["accuracy"], report["macro"]) == (2, 0, 0.0, 0.0)
    assert set(report["kinds"]) == {"picture", "sound"}
    assert len(output.read_text().splitlines()) == 2
    assert main([*command, "--limit", "1"]) == 0
    captured = capsys.readouterr()
    assert "overall" in captured.out
    assert captured.err == ""  # no progress bar where there is no terminal


def test_eval_names_the_line_it_cannot_read(tmp_path: Path, capsys: Captured) -> None:
    manifest = tmp_path / "questions.jsonl"
    record = {"id": "q", "question": "What?", "references": ["x"], "kind": "k", "image": "absent.png"}
    manifest.write_text("\n" + json.dumps(record))
    output = tmp_path / "out.jsonl"
    options = ["--bundle", str(tiny_bundle()), "--threads", "1"]
    command = ["eval", *options, "--manifest", str(manifest), "--predictions", str(output)]
    assert main(command) == 2
    error = capsys.readouterr().err
    assert "questions.jsonl, line 2 (id q)" in error
    assert "absent.png: no such file" in error
    assert not output.exists()
    assert main([*command, "--keep-going", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["failed"] == 1


@pytest.mark.parametrize("extra", [["--limit", "0"], ["--predictions", "absent/out.jsonl"]])
def test_eval_refuses_before_it_works(extra: list[str], tmp_path: Path, capsys: Captured) -> None:
    manifest = tmp_path / "q.jsonl"
    manifest.write_text(json.dumps({"id": 1, "question": "?", "references": ["x"], "kind": "k"}))
    assert main(["eval", "--manifest", str(manifest), *extra]) == 2


def test_inspect_says_what_is_inside(capsys: Captured) -> None:
    assert main(["inspect", str(tiny_bundle())]) == 0
    page = capsys.readouterr().out
    assert "tiny 1 (schema 1" in page
    assert "4 frames through image -> 16 soft tokens" in page
    assert main(["inspect", str(tiny_bundle()), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["modalities"]["imu"] == {
        "tokens": 2,
        "takes": "5 s at 100 Hz, 6 channels",
        "file": "imu.onnx",
        "precision": "fp32",
        "variants": {},
    }
    assert report["bytes"] == sum(file["bytes"] for file in report["files"].values())
    assert main(["inspect", "no-such-bundle"]) == 2


def test_doctor_tells_what_runs_where(capsys: Captured) -> None:
    assert main(["doctor", "--bundle", str(tiny_bundle()), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["healthy"]
    names = {finding["name"] for finding in report["findings"]}
    assert {"Python", "CPU", "memory", "ONNX Runtime", "llama.cpp", "image backend", "llm backend"} <= names
    assert main(["doctor", "--bundle", "no-such-bundle"]) == 1
    page = capsys.readouterr().out
    assert "[FAIL] bundle no-such-bundle" in page
    assert "Not ready" in page


def test_doctor_looks_for_all_that_the_package_says_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    packages = list(doctor._packages())
    assert {"numpy", "mcap", "pyserial", "llama-cpp-python"} <= {finding.name for finding in packages}
    assert all(finding.status == "ok" for finding in packages)
    lines = [
        "mcap>=1.6",
        "no-such-core",
        "old>=2; python_version < '3.0'",
        'no-such-mic[x]>=1; extra == "mic"',
    ]
    monkeypatch.setattr(metadata, "requires", lambda name: lines)
    assert [(f.name, f.status) for f in doctor._packages()] == [("mcap", "ok"), ("no-such-core", "broken")]
    microphone = next(finding for finding in doctor._optional() if finding.name == "microphone")
    assert (microphone.status, microphone.found) == ("absent", "not installed: no-such-mic")
    assert microphone.cure == "when wanted: pip install 'anymal-edge[mic]'"

    def unknown(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", unknown)
    assert [finding.status for finding in doctor._packages()] == ["absent"]
    assert list(doctor._optional()) == []


def test_doctor_names_extras_that_exist_only() -> None:
    assert all(required_names(extra) for extra in doctor.OPTIONAL.values())


def test_doctor_counts_memory_as_the_kernel_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_read", lambda path: "MemTotal: 15625000 kB\nMemAvailable: 7812500 kB\n")
    assert doctor._memory() == "16.0 GB in all, 8.0 GB available"


def test_the_demo_answers_every_scene(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "samples"
    command = [
        "demo",
        "--bundle",
        str(tiny_bundle()),
        "--threads",
        "1",
        "--live-s",
        "4",
        "--samples",
        str(folder),
    ]
    assert main(command) == 0
    page = capsys.readouterr().out
    assert page.count("first word") == page.count("> ") == 13
    assert page.count("imu 0.") == 4, "the live answers say how old their windows were"
    assert {path.suffix for path in folder.iterdir()} == {".png", ".wav", ".csv", ".mcap"}
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert main([*command[:-1], str(blocked / "x")]) == 2


class Terminal:
    """A stream that says it is a terminal and keeps what is drawn."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


def test_the_progress_bar_is_drawn_on_terminals_only() -> None:
    terminal = Terminal()
    with Progress(2, "eval", terminal) as bar:  # type: ignore[arg-type]
        bar.step("a")
        bar.step("b")
    assert "2/2" in terminal.text
    assert terminal.text.endswith("\n")
    assert not sys.stderr.isatty() or terminal.text
