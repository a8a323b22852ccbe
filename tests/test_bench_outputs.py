"""Results of minutes of measuring are not lost to a place, a reader or a signal, and replace nothing else."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from anymal.bench import cli_bench, cli_report
from anymal.bench.outputs import write_whole
from anymal.bench.record_file import read_report
from anymal.errors import ConfigError
from tests.camera_rig import wait_until
from tests.runtime_helpers import tiny_bundle

FULL = Path("/dev/full")
SHORT = """name = "short"
[limits]
foreign_share = 100
spin_change = 100
spin_stretch = 100
stall_ms = 1e9
[floors]
megabytes = 1
matrix = 32
repeats = 1
"""


@pytest.fixture
def measuring(tmp_path: Path) -> list[str]:
    scenario = tmp_path / "short.toml"
    scenario.write_text(SHORT, encoding="utf-8")
    return ["--scenario", str(scenario), "--bundle", str(tiny_bundle()), "--threads", "1"]


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_full_disk_under_one_form_leaves_the_others(
    measuring: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, page = tmp_path / "out.csv", tmp_path / "out.html"
    with pytest.raises(ConfigError, match=r"/dev/full: the results cannot be written: No space left"):
        cli_bench.run([*measuring, "-o", str(FULL), "--csv", str(table), "--html", str(page)])
    assert table.read_text(encoding="utf-8").startswith("scenario,name,unit")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "floors" in capsys.readouterr().out, "the table is shown all the same"


@pytest.mark.parametrize("option", ["-o", "--csv", "--html"])
def test_a_place_that_takes_no_file_is_told_before_anything_is_measured(
    option: str, measuring: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_bench, "run_plan", lambda *given, **named: pytest.fail("it measured"))
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "absent" / "out.json")
    with pytest.raises(ConfigError, match=r"link\.json: cannot be written: .*choose another place"):
        cli_bench.run([*measuring, option, str(link)])
    with pytest.raises(ConfigError, match="File name too long"):
        cli_bench.run([*measuring, option, str(tmp_path / ("x" * 300))])


def test_asking_whether_a_place_can_be_written_changes_nothing(
    measuring: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*given: object, **named: object) -> None:
        raise ConfigError("stopped before it measured")

    monkeypatch.setattr(cli_bench, "run_plan", stopped)
    old = tmp_path / "old.json"
    old.write_text("of before", encoding="utf-8")
    with pytest.raises(ConfigError, match="stopped"):
        cli_bench.run([*measuring, "-o", str(old), "--csv", str(tmp_path / "new.csv")])
    assert old.read_text(encoding="utf-8") == "of before"
    assert not (tmp_path / "new.csv").exists()


def test_results_replace_a_file_of_before(measuring: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("of before " * 10_000, encoding="utf-8")
    assert cli_bench.run([*measuring, "-o", str(out)]) == 0
    assert set(read_report(out).scenarios) == {"floors"}


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process")
def test_a_full_disk_leaves_the_files_of_before(measuring: list[str], tmp_path: Path) -> None:
    places = {"-o": tmp_path / "out.json", "--csv": tmp_path / "out.csv", "--html": tmp_path / "out.html"}
    for path in places.values():
        path.write_text("of before", encoding="utf-8")
    options = [word for option, path in places.items() for word in (option, str(path))]
    program = (
        "import resource, sys\n"
        "from anymal.runtime.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"  # no file takes more, as on a full disk
        "sys.exit(main(['bench', *sys.argv[1:]]))\n"
    )
    command = [sys.executable, "-c", program, *measuring, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("the results cannot be written: File too large") == 3
    assert {path.read_text(encoding="utf-8") for path in places.values()} == {"of before"}
    assert sorted(tmp_path.iterdir()) == sorted([*places.values(), tmp_path / "short.toml"])


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files")
def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    write_whole(out, "of before")
    out.chmod(0o640)
    write_whole(out, "of now")
    assert out.read_text(encoding="utf-8") == "of now"
    assert out.stat().st_mode & 0o777 == 0o640


def test_a_link_is_written_through_and_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    link.symlink_to(real)
    for text in ("first", "second"):
        write_whole(link, text)
        assert real.read_text(encoding="utf-8") == text
    assert link.is_symlink()


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["-o", "out.x", "--csv", "out.x"], r"--csv .*out\.x: would overwrite -o"),
        (["--csv", "out.x", "--html", "./sub/../out.x"], r"--html .*out\.x: would overwrite --csv"),
        (["-o", "short.toml"], r"-o .*short\.toml: would overwrite the scenario"),
        (["-o", "hard.toml"], r"-o .*hard\.toml: would overwrite the scenario"),
        (["-o", "-", "--html", "-"], "--html -: would overwrite -o"),
    ],
)
def test_no_place_is_used_twice(
    options: list[str],
    complaint: str,
    measuring: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cli_bench, "run_plan", lambda *given, **named: pytest.fail("it measured"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "hard.toml").hardlink_to(tmp_path / "short.toml")
    with pytest.raises(ConfigError, match=complaint):
        cli_bench.run([*measuring, *options])
    assert (tmp_path / "short.toml").read_text(encoding="utf-8") == SHORT


def test_a_page_never_overwrites_its_report(measuring: list[str], tmp_path: Path) -> None:
    report = tmp_path / "run.html"
    assert cli_bench.run([*measuring, "-o", str(report)]) == 0
    written = report.read_bytes()
    for options in ([], ["-o", str(report)]):
        with pytest.raises(ConfigError, match=r"run\.html: would overwrite the report"):
            cli_report.run([str(report), *options])
    assert report.read_bytes() == written


def test_a_dash_prints_the_report_alone(measuring: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli_bench.run([*measuring, "-o", "-"]) == 0
    printed = capsys.readouterr()
    tree = json.loads(printed.out)
    assert tree["plan"]["floors"] == {"megabytes": 1, "matrix": 32, "repeats": 1}
    assert tree["plan"]["limits"]["spin_change"] == 100.0
    assert tree["options"]["threads"] == tree["options"]["llm_threads"] == 1
    assert tree["options"]["n_ctx"] is None
    assert "95 % of p50" in printed.err


def test_a_word_that_is_no_option_is_told_what_there_is(measuring: list[str]) -> None:
    with pytest.raises(ConfigError, match=r"'comapre' \(did you mean 'compare'\?\); `anymal bench compare`"):
        cli_bench.run(["comapre", "a.json", "b.json"])


def test_a_scenario_may_have_any_name(measuring: list[str], tmp_path: Path) -> None:
    for name in ("SHORT.TOML", "short"):
        scenario = tmp_path / name
        scenario.write_text(SHORT, encoding="utf-8")
        out = tmp_path / "out.json"
        assert cli_bench.run([*measuring, "--scenario", str(scenario), "-o", str(out)]) == 0
    with pytest.raises(ConfigError, match="name must be a text that is not empty"):
        cli_bench.run(["--scenario", os.devnull])


STARTS = "[start_up]\nruns = 1000\n"
# Tests run in the background inherit an ignored SIGINT, and so would the command.
COMMAND = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from anymal.runtime.cli import main; sys.exit(main(['bench', *sys.argv[1:]]))"
)
HOURS = SHORT.replace("megabytes = 1\n", "megabytes = 64\n").replace("repeats = 1\n", "repeats = 10000\n")


@contextmanager
def running(
    arguments: list[str], scenario: str, folder: Path
) -> Iterator[tuple["subprocess.Popen[str]", Callable[[], list[psutil.Process]]]]:
    """The command on `scenario`, its temporary files in `folder`, and what tells the processes it started."""
    Path(arguments[arguments.index("--scenario") + 1]).write_text(scenario, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(folder)},
        start_new_session=True,
    )

    def others() -> list[psutil.Process]:
        found = []
        for one in psutil.process_iter():
            with suppress(psutil.Error, OSError):
                if os.getsid(one.pid) == process.pid != one.pid and one.status() != psutil.STATUS_ZOMBIE:
                    found.append(one)
        return found

    with process:
        try:
            yield process, others
        finally:
            process.kill()
            for one in others():
                one.kill()


def says(process: "subprocess.Popen[str]", words: str) -> bool:
    """Read what the command tells until `words` begin a line; False when it ends first."""
    assert process.stderr is not None
    return any(line.startswith(words) for line in process.stderr)


@pytest.mark.skipif(sys.platform != "linux", reason="sessions and signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_what_is_finished_is_kept_when_the_run_is_stopped(
    number: signal.Signals, code: int, measuring: list[str], tmp_path: Path
) -> None:
    out, temporary = tmp_path / "out.json", tmp_path / "temporary"
    temporary.mkdir()
    with running([*measuring, "-o", str(out)], SHORT + STARTS, temporary) as (process, others):
        assert says(process, "start_up")
        wait_until(lambda: bool(others()), "a process of the scenario")
        process.send_signal(number)
        printed, said = process.communicate(timeout=60)
        wait_until(lambda: not others(), "the end of the scenario's process")
    assert process.returncode == code
    assert "stopped; what is finished is kept (floors)" in said
    assert "refused  start_up: not finished: the run was stopped" in printed
    report = read_report(out)
    assert (set(report.scenarios), report.stopped) == ({"floors"}, code)
    assert report.refused == ("start_up: not finished: the run was stopped",)
    assert not list(temporary.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="sessions and signals")
def test_of_nothing_finished_nothing_is_written(measuring: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("of before", encoding="utf-8")
    with running([*measuring, "-o", str(out)], HOURS, tmp_path) as (process, _):
        assert says(process, "floors")
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 143
    assert "stopped before a scenario was finished: nothing is written" in said
    assert out.read_text(encoding="utf-8") == "of before"


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help")
def test_a_measuring_process_ends_with_its_parent_however_that_ends(
    measuring: list[str], tmp_path: Path
) -> None:
    with running(measuring, HOURS, tmp_path) as (process, others):
        assert says(process, "floors")
        wait_until(lambda: bool(others()), "a process of the scenario")
        process.kill()
        wait_until(lambda: not others(), "the end of the scenario's process")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes")
def test_readers_that_are_gone_cost_no_results(measuring: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "anymal.runtime.cli", "bench", *measuring, "-o", str(out)],
            stdout=gone,
            stderr=gone,
            check=False,
        )
    assert done.returncode == 141
    assert set(read_report(out).scenarios) == {"floors"}


def test_a_name_that_is_no_text_costs_no_results(measuring: list[str], tmp_path: Path) -> None:
    out = tmp_path / os.fsdecode(b"caf\xe9.json")
    try:
        out.touch()
    except OSError:
        pytest.skip("this file system takes text alone")
    assert cli_bench.run([*measuring, "-o", str(out)]) == 0
    assert "caf\\udce9" in read_report(out).command
