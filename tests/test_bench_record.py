"""Bench records: percentiles, intervals, JSON there and back, CSV, the table, files that are no reports."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from anymal.bench.record import Figure, Floor, Machine, Question, Report, dependent, figure
from anymal.bench.record_file import from_json, read_report, to_csv, to_json
from anymal.bench.stats import median_interval, percentile
from anymal.errors import InputError

MACHINE = Machine(
    "a CPU", 2, 8.0, "", 2600.0, 0.1, 0.2, "3.11.0", {"numpy": "2"}, "", "2026-01-01T00:00:00+00:00"
)


def made_report() -> Report:
    fast = figure("decode_token", "ms", [1.0, 2.0, 3.0], "a note, with a comma")
    assert fast.low is None  # null in the file
    return Report(
        command="anymal bench --quick",
        machine=MACHINE,
        bundle={"name": "nano", "version": "1", "bytes.llm.gguf": 12},
        scenarios={"stages": {"decode_token": fast}},
        refused=("live: too noisy: somebody was busy" + 10 * " and another",),
        floors={"stages/decode_token": Floor("bandwidth", 1e7, 1e10, 1.0, 0.5)},
        noise={"stages": {"foreign_share": 0.01}},
    )


def test_figure_has_percentiles_mean_and_all_samples_in_order() -> None:
    one = figure("x", "ms", [4.0, 1.0, 3.0, 2.0])
    assert one.samples == (4.0, 1.0, 3.0, 2.0)
    assert (one.n, one.p50, one.mean) == (4, 2.5, 2.5)
    assert one.p50 <= one.p95 <= one.p99 <= 4.0
    with pytest.raises(ValueError, match="no samples"):
        figure("x", "ms", [])


def test_memory_of_reports_of_before_is_in_the_unit_it_always_was() -> None:
    figures = {"rss": figure("rss", "MB", [144.0]), "slope": figure("slope", "MB/min", [0.5])}
    found = from_json(to_json(replace(made_report(), scenarios={"soak": figures}))).scenarios["soak"]
    assert {name: (one.unit, one.p50) for name, one in found.items()} == {
        "rss": ("MiB", 144.0),
        "slope": ("MiB/min", 0.5),
    }


def test_percentiles_are_those_of_a_known_distribution() -> None:
    samples = [float(value) for value in range(101)]
    assert [percentile(samples, share) for share in (0.0, 0.5, 0.95, 1.0)] == [0.0, 50.0, 95.0, 100.0]


def held(count: int, runs: int) -> float:
    """How often the interval of `count` samples holds the true median."""
    rng, median = np.random.default_rng(1), np.log(2.0)
    found = [median_interval(rng.exponential(1.0, count).tolist()) for _ in range(runs)]
    return sum(one is not None and one[0] <= median <= one[1] for one in found) / runs


@pytest.mark.parametrize("count", [6, 7, 8, 12, 20, 40, 60, 100])
def test_interval_holds_the_true_median_as_often_as_it_says(count: int) -> None:
    assert held(count, 4000) >= 0.94  # 0.95, and the chance of 4000 runs


def test_interval_narrows_with_samples_and_a_few_have_none() -> None:
    rng = np.random.default_rng(5)
    few, many = rng.normal(10, 2, 20).tolist(), rng.normal(10, 2, 2000).tolist()
    widths = [one[1] - one[0] for one in map(median_interval, (few, many)) if one is not None]
    assert widths[1] < widths[0] / 3
    assert [median_interval([1.0] * count) for count in (1, 2, 5)] == [None, None, None]
    assert median_interval([3.0, 1.0, 2.0, 6.0, 5.0, 4.0]) == (1.0, 6.0)
    assert median_interval([float(value) for value in range(40)]) == (13.0, 26.0)  # tables: the 14th and 27th
    with pytest.raises(ValueError, match="no samples"):
        median_interval([])


def test_the_interval_of_many_samples_goes_on_where_that_of_fewer_ended() -> None:
    (low, high), (next_low, next_high) = (
        median_interval([float(value) for value in range(count)]) or (0.0, 0.0) for count in (1000, 1001)
    )
    assert abs(next_low - low) <= 1
    assert abs(next_high - high) <= 2


def test_a_percentile_is_told_when_samples_lie_beyond_it() -> None:
    told = {
        count: [figure("x", "ms", [1.0] * count).tail(name) for name in ("p95", "p99")]
        for count in (19, 20, 99, 100)
    }
    assert told == {19: [None, None], 20: [1.0, None], 99: [1.0, None], 100: [1.0, 1.0]}


def test_the_table_prints_no_interval_and_no_tail_that_is_none() -> None:
    rows = {"one": [1.0], "four": [1.0] * 4, "six": [1.0] * 6, "level": [1.0] * 30}
    figures = {name: figure(name, "ms", values) for name, values in rows.items()}
    figures["level"] = dependent(figures["level"])
    lines = Report("c", MACHINE, {}, {"s": figures}).table().splitlines()
    assert [" ".join(line.split()) for line in lines[1:5]] == [
        "one [ms] 1 1",
        "four [ms] 4 1 none: n < 6",
        "six [ms] 6 1 1 to 1",
        "level [ms] 30 1 1 none: not independent",
    ]
    assert "not independent" in figures["level"].note


def test_json_comes_back_as_it_was(tmp_path: Path) -> None:
    report = made_report()
    path = tmp_path / "report.json"
    path.write_text(to_json(report), encoding="utf-8")
    assert read_report(path) == report


def test_plan_options_questions_and_an_early_end_come_back_and_may_be_absent() -> None:
    report = replace(
        made_report(),
        plan={"stages": {"rows": (8, 32), "question": "What?"}, "live": {"per_s": 1.0, "seed": 1}},
        options={"threads": None, "verify": True, "device": "auto"},
        questions=(Question(0.5, 0, "What do you see?"),),
        stopped=130,
        definition=2,
    )
    assert from_json(to_json(report)) == report
    tree = json.loads(to_json(report))
    for name in ("plan", "options", "questions", "stopped", "definition"):
        del tree[name]
    assert from_json(json.dumps(tree)) == made_report()
    tree["plan"] = {"stages": {"rows": [8, "many"]}}
    with pytest.raises(InputError, match=r"plan\.stages\.rows must be a text or .* or a list"):
        from_json(json.dumps(tree))


def test_the_table_says_which_limits_were_widened() -> None:
    report = made_report()
    assert "widened" not in report.table()
    seen = {
        "foreign_share": 0.9,
        "foreign_share_limit": 1e9,
        "spin_change_limit": 0.15,
        "spin_stretch_limit": 0,
    }
    text = replace(report, noise={"stages": seen, "live": seen}).table()
    assert replace(report, plan={"limits": {"foreign_share": 1e9, "spin_stretch": 0.0}}).table() == text
    assert "limits widened  foreign_share 1e+09 (not 0.1): what else ran may be in these figures" in text


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("not json", "not JSON"),
        ("[]", "schema 1, found list"),
        ('{"schema": 2}', "schema 1, found 2"),
        ('{"schema": 1}', "the report lacks command, machine, bundle, scenarios"),
        ("[" * 100_000, "not JSON"),
        ("1" * 5000, "not JSON"),
        (to_json(made_report()).replace('"n": 3', '"n": 4'), "says 4 samples and holds 3"),
        (to_json(made_report()).replace('"p50": 2.0', '"p50": 1.0'), "p50 is 1, but its samples have 2"),
        (to_json(made_report()).replace('"mean": 2.0', '"mean": 2.1'), "mean is 2.1, but its samples have 2"),
        (to_json(made_report()).replace("  3.0\n", "  9.0\n"), "p95 is 2.9, but its samples have 8.3"),
        (to_json(made_report()).replace('"better": "lower"', '"better": "blue"'), "blue"),
        (to_json(made_report()).replace('"cores"', '"kernels"'), "kernels"),
        (to_json(made_report()).replace('"scenarios": {', '"scenarios": 3, "others": {'), "unknown others"),
        (
            to_json(made_report()).replace('"cores": 2', '"cores": "two"'),
            "machine.cores must be a whole number",
        ),
        (to_json(made_report()).replace('"cores": 2', '"cores": true'), "a whole number, found True"),
        (to_json(made_report()).replace("8.0", "NaN"), "memory_gb must be a number, found nan"),
        (to_json(made_report()).replace("8.0", "1" + "0" * 400), "memory_gb must be a number, found 1000"),
        (to_json(made_report()).replace('"nano"', "null"), "bundle.name must be a text or a whole number or"),
        (
            to_json(made_report()).replace('"2026', '["2026').replace('+00:00"', '+00:00"]'),
            "date must be a te",
        ),
        (to_json(made_report()).replace("3.0", '"3"'), r"decode_token.samples\[2\] must be a number"),
        (
            to_json(made_report()).replace('"bound": "bandwidth"', '"bound": 3'),
            "bound must be bandwidth or ma",
        ),
        (
            to_json(made_report()).replace('"refused": [', '"refused": {}, "noise": ['),
            "refused must be a list",
        ),
    ],
)
def test_what_is_no_report_is_refused_by_name(text: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint) as caught:
        from_json(text, "here.json")
    assert str(caught.value).startswith("here.json: ")


def test_a_missing_report_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such bench report"):
        read_report(tmp_path / "absent.json")
    with pytest.raises(InputError, match="cannot be read"):
        read_report(tmp_path)


def test_a_figure_that_is_no_number_is_not_written() -> None:
    report = made_report()
    broken = Report(report.command, MACHINE, {}, {"s": {"x": figure("x", "ms", [float("nan")])}})
    with pytest.raises(ValueError, match="JSON"):
        to_json(broken)


def test_csv_has_a_line_per_figure_with_its_floor() -> None:
    header, line = csv.reader(io.StringIO(to_csv(made_report())))
    found = dict(zip(header, line, strict=True))
    assert (found["scenario"], found["name"], found["p50"]) == ("stages", "decode_token", "2.0")
    assert (found["floor_ms"], found["floor_share"]) == ("1.0", "0.5")
    assert found["note"] == "a note, with a comma"


def test_table_shows_figures_floors_and_refusals_within_a_terminal() -> None:
    text = made_report().table()
    assert "decode_token [ms]" in text
    assert "50% of bandwidth" in text
    assert "refused  live: too noisy" in text
    assert max(len(line) for line in text.splitlines()) <= 110


def test_schema_is_documented_by_its_fields() -> None:
    tree = json.loads(to_json(made_report()))
    assert tree["schema"] == 1
    assert set(tree) == set(Report.__dataclass_fields__)
    assert set(tree["scenarios"]["stages"]["decode_token"]) == set(Figure.__dataclass_fields__)
