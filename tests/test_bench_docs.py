"""docs/bench.md names every key of a scenario with its default, and every figure that a run has."""

import re
from dataclasses import asdict, fields
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from anymal.bench.live_scenario import LEAST_DUE
from anymal.bench.noise import Noise, NoiseLimits
from anymal.bench.record import Report
from anymal.bench.record_file import read_report
from anymal.bench.scenario_file import SCENARIOS, built_in, parse_plan, read_plan

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "bench.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL)))
DEFAULTS = parse_plan('name = "x"\n' + "\n".join(f"[{table}]" for table in (*SCENARIOS, "limits")))


def newest() -> Report:
    """The newest record of a quick run of nano, which has every scenario that needs no meter."""
    found = sorted((ROOT / "benchmarks" / "results").glob("bench-nano-quick-*.json"))
    return read_report(found[-1])


LIVE = TEXT[TEXT.index("`answer_response_ms` is") : TEXT.index("## How")]


def row(scenario: str) -> set[str]:
    """Patterns of the figures in the table's row of `scenario`; `live` has a part of its own below it."""
    line = re.search(rf"^\| `{scenario}` \|.*$", TEXT, flags=re.MULTILINE)
    assert line is not None, scenario
    names = re.findall(r"`([^`\n]+)`", LIVE if scenario == "live" else line.group())
    return {re.sub(r"<[^>]+>|N", "*", name) for name in names}


@pytest.mark.parametrize("scenario", [name for name in SCENARIOS if name != "energy"])
def test_every_figure_of_a_run_is_named(scenario: str) -> None:
    figures, patterns = newest().scenarios[scenario], row(scenario)
    assert [one for one in figures if not any(fnmatchcase(one, name) for name in patterns)] == []


@pytest.mark.parametrize("table", [*SCENARIOS, "limits"])
def test_every_key_of_a_scenario_is_named_with_its_default(table: str) -> None:
    line = re.search(rf"^\| `\[{table}\]` \|(.*)$", TEXT, flags=re.MULTILINE)
    assert line is not None
    for key, value in asdict(getattr(DEFAULTS, table)).items():
        assert f"`{key}`" in line.group(1), key
        if isinstance(value, int | float):
            assert re.search(rf"`{key}` \({value:g}[):]", line.group(1)), f"{key} ({value:g})"


def test_every_sign_of_noise_is_named() -> None:
    names = [one.name for one in fields(Noise)] + [one.name for one in fields(NoiseLimits)]
    assert [name for name in names if name not in NAMED] == []


@pytest.mark.parametrize("name", ["quick", "standard"])
def test_built_in_scenarios_judge_every_rate_they_try(name: str) -> None:
    plan = read_plan(built_in(name)).scaling
    assert plan is not None
    assert min(plan.windows_per_s) * plan.seconds >= LEAST_DUE
