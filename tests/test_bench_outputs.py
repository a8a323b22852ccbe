"""Results of minutes of measuring are not lost to a place that cannot be written."""

from pathlib import Path

import pytest

from anymal.bench import cli_bench
from anymal.bench.record_file import read_report
from anymal.errors import ConfigError
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
    monkeypatch.setattr(cli_bench, "run_plan", lambda *given: pytest.fail("it measured"))
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "absent" / "out.json")
    with pytest.raises(ConfigError, match=r"link\.json: cannot be written: .*choose another place"):
        cli_bench.run([*measuring, option, str(link)])
    with pytest.raises(ConfigError, match="File name too long"):
        cli_bench.run([*measuring, option, str(tmp_path / ("x" * 300))])


def test_asking_whether_a_place_can_be_written_changes_nothing(
    measuring: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*given: object) -> None:
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
