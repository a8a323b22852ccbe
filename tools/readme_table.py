"""Writes the table of measured figures in README.md, from the newest report of nano in benchmarks/results.

Knows which figures stand there and in which words; refuses to measure, and to keep a row whose figure the
report lacks (a scenario that was refused). A test fails when README and report disagree.

    python tools/readme_table.py            # writes README.md
    python tools/readme_table.py --check    # exit code 1 when it is not what the report says
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from anymal.bench.record import Figure, Report
from anymal.bench.record_file import read_report
from anymal.errors import InputError

__all__ = ["newest_report", "readme_with", "table_of"]

ROOT = Path(__file__).resolve().parent.parent
RESULTS = "benchmarks/results"
BEGIN, END = "<!-- bench -->", "<!-- end of bench -->"


@dataclass(frozen=True)
class Row:
    """One row: what it says, which figure it is, and how a value is written."""

    words: str
    name: str  # scenario/figure
    form: str = "{0:.3g} {unit}"
    tail: bool = True  # whether p95 stands beside the median


ROWS = (
    Row("question's end to the first word, live", "live/answer_response_ms"),
    Row("of it, from the question to the first token", "live/answer_ttft_ms"),
    Row("age of the newest sample at that token", "live/capture_to_first_ms_any"),
    Row("first word about new samples without a live context (`ask`)", "cold/ttft_ms"),
    Row("a token", "stages/decode_token"),
    Row("decoding speed beside llama.cpp's own loop", "overhead/decode_speed", "{0:.3f} of it", False),
    Row("opening the bundle to the end of the first answer", "start_up/load_to_answer_ms"),
    Row("peak memory of a live session", "soak/peak_rss_mb", tail=False),
)


def newest_report(folder: Path) -> Path:
    """Return the report of nano with the latest date in its name. Raises `InputError` when there is none."""
    found = sorted(folder.glob("bench-nano-*.json"), key=lambda path: path.stem[-len("2026-01-01") :])
    if not found:
        raise InputError(f"{folder}: there is no bench-nano-*.json; make one with `anymal bench -o`")
    return found[-1]


def table_of(report: Report, source: str) -> str:
    """Return the marked block: a sentence about the machine, then a row per figure the report has."""
    machine = report.machine
    where = f"{machine.cpu}, {machine.cores} cores, {machine.gpu or 'no GPU'}"
    links = f"[report]({source}), [how](docs/bench.md)"
    lines = [
        BEGIN,
        f"nano on {where}, {machine.date[:10]} ({links}); p95 only of 20 samples or more:",
        "",
        "| what | median | p95 |",
        "|---|--:|--:|",
    ]
    for row in ROWS:
        scenario, _, name = row.name.partition("/")
        one = report.scenarios.get(scenario, {}).get(name)
        if one is not None:
            p95 = one.tail("p95") if row.tail else None  # of fewer than 20 samples there is none
            tail = "" if p95 is None else _written(one, p95, row)
            lines.append(f"| {row.words} | {_written(one, one.p50, row)} | {tail} |")
    return "\n".join([*lines, END])


def _written(one: Figure, value: float, row: Row) -> str:
    return row.form.format(value, unit=one.unit)


def readme_with(readme: str, block: str) -> str:
    """Return `readme` with `block` between its marks. Raises `InputError` when a mark is missing."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise InputError(f"README.md: the marks {BEGIN} and {END} must stand around the table")
    return before + block + after


def main() -> int:
    """Write or check the table; returns 1 when `--check` finds another."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    path = newest_report(ROOT / RESULTS)
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    wanted = readme_with(text, table_of(read_report(path), f"{RESULTS}/{path.name}"))
    if arguments.check:
        return int(text != wanted)
    readme.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
