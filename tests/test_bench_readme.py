"""README's table is what the newest report of nano says, and the tool that writes it does nothing else."""

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from anymal.bench.record import figure
from anymal.bench.record_file import read_report
from anymal.errors import InputError

ROOT = Path(__file__).resolve().parent.parent


def tool() -> ModuleType:
    """The script, which is in no package."""
    spec = importlib.util.spec_from_file_location("readme_table", ROOT / "tools" / "readme_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_readme_says_what_the_newest_report_says() -> None:
    made = tool()
    path = made.newest_report(ROOT / made.RESULTS)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = made.table_of(read_report(path), f"{made.RESULTS}/{path.name}")
    assert made.readme_with(text, block) == text, "run tools/readme_table.py"
    assert (ROOT / made.RESULTS / path.name).is_file()


def test_a_figure_the_report_lacks_has_no_row() -> None:
    made = tool()
    report = read_report(made.newest_report(ROOT / made.RESULTS))
    live = {"answer_ttft_ms": figure("answer_ttft_ms", "ms", [3.14159] * 20)}
    block = made.table_of(replace(report, scenarios={"live": live}), "here.json")
    rows = [line for line in block.splitlines() if line.startswith("| of it")]
    assert rows == ["| of it, from the question to the first token | 3.14 ms | 3.14 ms |"]
    assert "start" not in block


def test_a_p95_of_few_samples_is_left_empty() -> None:
    made = tool()
    report = read_report(made.newest_report(ROOT / made.RESULTS))
    live = {"answer_ttft_ms": figure("answer_ttft_ms", "ms", [3.14159] * 19)}
    block = made.table_of(replace(report, scenarios={"live": live}), "here.json")
    assert "| of it, from the question to the first token | 3.14 ms |  |" in block.splitlines()


def test_a_readme_without_marks_is_refused_and_the_rest_of_it_stays() -> None:
    made = tool()
    with pytest.raises(InputError, match="marks"):
        made.readme_with("no table here", "x")
    text = f"before\n{made.BEGIN}\nold\n{made.END}\nafter"
    assert made.readme_with(text, f"{made.BEGIN}\nnew\n{made.END}") == text.replace("old", "new")


def test_the_latest_date_counts_whatever_the_scenario_is_called(tmp_path: Path) -> None:
    made = tool()
    for name in ("bench-nano-standard-2026-01-02", "bench-nano-quick-2026-03-01", "bench-shape-2026-09-09"):
        (tmp_path / f"{name}.json").write_text("{}", encoding="utf-8")
    assert made.newest_report(tmp_path).name == "bench-nano-quick-2026-03-01.json"
    with pytest.raises(InputError, match="no bench-nano"):
        made.newest_report(tmp_path / "absent")
