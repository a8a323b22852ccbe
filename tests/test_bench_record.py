"""Bench records: percentiles, intervals, JSON there and back, CSV, the table, files that are no reports."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from anymal.bench.record import Figure, Floor, Machine, Report, figure
from anymal.bench.record_file import from_json, read_report, to_csv, to_json
from anymal.bench.stats import median_interval, percentile
from anymal.errors import InputError

MACHINE = Machine(
    "a CPU", 2, 8.0, "", 2600.0, 0.1, 0.2, "3.11.0", {"numpy": "2"}, "", "2026-01-01T00:00:00+00:00"
)


def made_report() -> Report:
    fast = figure("decode_token", "ms", [1.0, 2.0, 3.0], "a note, with a comma")
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


def test_interval_is_the_same_every_time_and_narrows_with_samples() -> None:
    rng = np.random.default_rng(5)
    few, many = rng.normal(10, 2, 20).tolist(), rng.normal(10, 2, 2000).tolist()
    assert median_interval(few) == median_interval(few)
    widths = [high - low for low, high in (median_interval(few), median_interval(many))]
    assert widths[1] < widths[0] / 3
    assert median_interval([7.0]) == (7.0, 7.0)


def test_interval_holds_the_true_median_about_as_often_as_it_says() -> None:
    rng = np.random.default_rng(1)
    held = 0
    for _ in range(100):
        low, high = median_interval(rng.exponential(1.0, 60).tolist())
        held += low <= np.log(2.0) <= high
    assert held >= 88


def test_json_comes_back_as_it_was(tmp_path: Path) -> None:
    report = made_report()
    path = tmp_path / "report.json"
    path.write_text(to_json(report), encoding="utf-8")
    assert read_report(path) == report


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
