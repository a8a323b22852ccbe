"""docs/bench.md names every key of a scenario with its default, and every figure that a run has."""

import re
from dataclasses import asdict, fields
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from anymal.bench.compare import LEAST_SAMPLES
from anymal.bench.definitions import CHANGED
from anymal.bench.live_scenario import LEAST_DUE
from anymal.bench.noise import Noise, NoiseLimits
from anymal.bench.record import Figure, Floor, Machine, Question, Report
from anymal.bench.record_file import read_report
from anymal.bench.scenario_file import SCENARIOS, built_in, parse_plan, read_plan
from anymal.bench.thresholds import Thresholds

WIDTH = 120
ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "bench.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL)))
DEFAULTS = parse_plan('name = "x"\n' + "\n".join(f"[{table}]" for table in (*SCENARIOS, "limits")))


def newest() -> Report:
    """The newest record of a quick run of nano, which has every scenario that needs no meter."""
    found = sorted((ROOT / "benchmarks" / "results").glob("bench-nano-quick-*.json"))
    return read_report(found[-1])


MEASURED = TEXT[TEXT.index("## What is measured") : TEXT.index("## How")]
LIVE = TEXT[TEXT.index("`answer_response_ms` is") : TEXT.index("## How")]


def row(scenario: str) -> set[str]:
    """Patterns of the figures in the table's rows of `scenario`; `live` has a part of its own below it."""
    lines = re.findall(rf"^\| `{scenario}` \|.*$", MEASURED, flags=re.MULTILINE)
    assert lines, scenario
    names = re.findall(r"`([^`\n]+)`", LIVE if scenario == "live" else "".join(lines))
    return {re.sub(r"<[^>]+>|N", "*", name) for name in names}


@pytest.mark.parametrize("scenario", [name for name in SCENARIOS if name != "energy"])
def test_every_figure_of_a_run_is_named(scenario: str) -> None:
    figures, patterns = newest().scenarios[scenario], row(scenario)
    assert [one for one in figures if not any(fnmatchcase(one, name) for name in patterns)] == []


@pytest.mark.parametrize("table", [*SCENARIOS, "limits"])
def test_every_key_of_a_scenario_is_named_with_its_default(table: str) -> None:
    line = "".join(re.findall(rf"^\| `\[{table}\]` \|(.*)$", TEXT, flags=re.MULTILINE))
    for key, value in asdict(getattr(DEFAULTS, table)).items():
        assert f"`{key}`" in line, key
        if isinstance(value, int | float):
            assert re.search(rf"`{key}` \({value:g}[):]", line), f"{key} ({value:g})"


def test_every_sign_of_noise_is_named() -> None:
    names = [one.name for one in fields(Noise)] + [one.name for one in fields(NoiseLimits)]
    assert [name for name in names if name not in NAMED] == []


def test_every_field_of_the_json_is_named() -> None:
    names = [one.name for kind in (Report, Machine, Figure, Floor, Question) for one in fields(kind)]
    assert [name for name in names if name not in NAMED] == []


def test_every_definition_says_what_changed() -> None:
    assert [number for number in CHANGED if f"\n| {number} | " not in TEXT] == []


def test_thresholds_are_those_that_are_documented() -> None:
    limits = Thresholds()
    said = f"{limits.median:.0%} of a median and {limits.p95:.0%} of the slow tail".replace("%", " %")
    assert said in " ".join(TEXT.split())
    assert f"at least {limits.few:.0%} (`few`)".replace("%", " %") in TEXT
    assert f"\n| {LEAST_SAMPLES['p50']} or more (tail: {LEAST_SAMPLES['p95']}), independent |" in TEXT


def test_no_line_is_wider_than_can_be_read() -> None:
    assert [line for line in TEXT.splitlines() if len(line) > WIDTH] == []


@pytest.mark.parametrize("name", ["quick", "standard"])
def test_built_in_scenarios_judge_every_rate_they_try(name: str) -> None:
    plan = read_plan(built_in(name)).scaling
    assert plan is not None
    assert min(plan.windows_per_s) * plan.seconds >= LEAST_DUE
