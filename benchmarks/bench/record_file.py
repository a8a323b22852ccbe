"""A bench report as JSON and back, and as CSV.

Knows the fields of schema 1 and how to refuse a file that is not one; refuses to compute anything. The
JSON is `Report` field by field: a reader of another language needs nothing but docs/bench.md.
"""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

from anymal.bench.record import SCHEMA, Better, Figure, Floor, Machine, Report
from anymal.errors import InputError

__all__ = ["from_json", "read_report", "to_csv", "to_json"]


def to_json(report: Report) -> str:
    """Return the report as one JSON object, ending in a newline."""
    return json.dumps(asdict(report), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def read_report(path: Path) -> Report:
    """Read a report that `anymal bench -o` wrote; raises `InputError` naming what is wrong."""
    try:
        return from_json(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such bench report") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the bench report cannot be read: {error}") from error


def from_json(text: str, origin: str = "the report") -> Report:
    """Return the report that `to_json` wrote; raises `InputError` naming `origin` and the field."""
    try:
        tree = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{origin}: not JSON: {error}") from error
    if not isinstance(tree, dict) or tree.get("schema") != SCHEMA:
        found = tree.get("schema") if isinstance(tree, dict) else type(tree).__name__
        raise InputError(
            f"{origin}: a bench report has schema {SCHEMA}, found {found}; measure again with this version"
        )
    try:
        return Report(
            command=str(tree["command"]),
            machine=Machine(**tree["machine"]),
            bundle=dict(tree["bundle"]),
            scenarios={
                scenario: {name: _figure(fields) for name, fields in figures.items()}
                for scenario, figures in tree["scenarios"].items()
            },
            refused=tuple(tree["refused"]),
            floors={name: Floor(**fields) for name, fields in tree["floors"].items()},
            noise={name: dict(fields) for name, fields in tree["noise"].items()},
            unavailable=tuple(tree.get("unavailable", ())),  # reports of November 2026 have none
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(
            f"{origin}: not a whole bench report of schema {SCHEMA}: {type(error).__name__}: {error}; "
            "measure again with this version"
        ) from error


def _figure(fields: Mapping[str, Any]) -> Figure:
    one = Figure(**{**fields, "samples": tuple(float(sample) for sample in fields["samples"])})
    if one.better not in get_args(Better):
        raise ValueError(f"better of {one.name} must be lower, higher or neither, found {one.better!r}")
    if one.n != len(one.samples) or not one.n:
        raise ValueError(f"{one.name} says {one.n} samples and holds {len(one.samples)}")
    return one


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
