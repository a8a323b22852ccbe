"""A bench report as JSON and back, and as CSV.

Knows the fields of schema 1 and how to refuse a file that is not one; refuses to compute anything. The
JSON is `Report` field by field: a reader of another language needs nothing but docs/bench.md.
"""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from anymal.bench.record import SCHEMA, Figure, Report
from anymal.bench.stats import percentile
from anymal.bench.typed_json import record_of
from anymal.errors import InputError

__all__ = ["from_json", "read_report", "to_csv", "to_json"]

OLD_UNITS = {"MB": "MiB", "MB/min": "MiB/min"}
"""What reports of before called 2**20 bytes: they are compared with those of today."""
SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
CLOSE = 1e-6  # of the largest sample: what another program's arithmetic may differ by


def to_json(report: Report) -> str:
    """Return the report as one JSON object, ending in a newline."""
    return json.dumps(asdict(report), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def read_report(path: Path) -> Report:
    """Read a report that `anymal bench -o` wrote; raises `InputError` naming what is wrong."""
    try:
        return from_json(path.read_text(encoding="utf-8-sig"), str(path))
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such bench report") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the bench report cannot be read: {error}") from error


def from_json(text: str, origin: str = "the report") -> Report:
    """Return the report that `to_json` wrote; raises `InputError` naming `origin` and the field."""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{origin}: not JSON: {error}") from error
    if not isinstance(tree, dict) or tree.get("schema") != SCHEMA:
        found = tree.get("schema") if isinstance(tree, dict) else type(tree).__name__
        raise InputError(
            f"{origin}: a bench report has schema {SCHEMA}, found {found}; measure again with this version"
        )
    try:
        report = record_of(Report, tree, "the report")
        for scenario, figures in report.scenarios.items():
            for name, one in figures.items():
                _check(f"scenarios.{scenario}.{name}", one)
    except ValueError as error:
        raise InputError(f"{origin}: {error}; measure again with this version") from error
    return replace(report, scenarios={name: _named(one) for name, one in report.scenarios.items()})


def _named(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    return {name: replace(one, unit=OLD_UNITS.get(one.unit, one.unit)) for name, one in figures.items()}


def _check(where: str, one: Figure) -> None:
    if one.n != len(one.samples) or not one.n:
        raise ValueError(f"{where} says {one.n} samples and holds {len(one.samples)}")
    of_samples = {name: percentile(one.samples, share) for name, share in SHARES.items()}
    of_samples["mean"] = sum(one.samples) / one.n
    close = CLOSE * max(map(abs, one.samples))
    for name, value in of_samples.items():
        if abs(getattr(one, name) - value) > close:
            raise ValueError(f"{where}.{name} is {getattr(one, name):g}, but its samples have {value:g}")


def to_csv(report: Report) -> str:
    """Return one line per figure: scenario, name, unit, n, percentiles, interval, floor share, note."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    columns = ("name", "unit", "n", "p50", "p95", "p99", "mean", "low", "high", "better", "note")
    writer.writerow(("scenario", *columns, "floor_ms", "floor_share"))
    for scenario, figures in report.scenarios.items():
        for name, one in figures.items():
            floor = report.floors.get(f"{scenario}/{name}")
            shares = ("", "") if floor is None else (floor.floor_ms, floor.share)
            writer.writerow((scenario, *(getattr(one, column) for column in columns), *shares))
    return text.getvalue()
