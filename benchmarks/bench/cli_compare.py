"""`anymal bench compare`: is the second report worse than the first? A table, and the verdict as exit code.

Knows the command line and the words; refuses to judge, `compare` does.
"""

import argparse
import json
import math
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from textwrap import wrap

from anymal.bench.compare import Change, Comparison, compare
from anymal.bench.record_file import read_report
from anymal.bench.thresholds import Thresholds
from anymal.errors import ConfigError, InputError
from anymal.runtime.arguments import Parser

__all__ = ["add_arguments", "run"]

WIDTH = 110
MOST_NAMED = 6
MOST_PERCENT = 100.0  # beyond a hundredfold, percents are no longer read
UNIT_MARK = "least_"  # before the unit of which --threshold gives the least that matters
UNCLEAR = "too few samples, or they scatter: no verdict on those"
DESCRIPTION = """Compare two reports of `anymal bench -o`: BEFORE.json with AFTER.json.

Exit code 0: nothing got worse. 1: a regression. 2: it cannot be said, because AFTER lacks figures
that BEFORE has (a scenario was refused: measure again on a quiet machine), with --strict because a figure
is unclear, or a file is no report."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `anymal bench compare`."""
    default = Thresholds()
    parser.add_argument("before", type=Path, metavar="BEFORE.json", help="a report of `anymal bench -o`")
    parser.add_argument("after", type=Path, metavar="AFTER.json", help="the report to judge by it")
    parser.add_argument(
        "--threshold",
        action="append",
        default=[],
        metavar="NAME=SHARE",
        help="how much worse is a regression: NAME is median "
        f"(default {default.median:g}), p95 (default {default.p95:g}; of the slow tail), or a pattern of "
        "scenario/figure, such as 'live/*=0.1'; the last that fits counts; few "
        f"(default {default.few:g}) is the least for times and counts of few samples; least_ms (default "
        f"{default.least_ms:g}), least_MiB, least_share and so on are in the unit they name and no shares",
    )
    parser.add_argument(
        "--allow-absent", action="store_true", help="figures that AFTER lacks are listed and no failure"
    )
    parser.add_argument(
        "--strict", action="store_true", help="a figure that may have got worse or not (unclear) is a failure"
    )
    parser.add_argument("--all", action="store_true", help="list also what stayed the same in the tail")
    parser.add_argument("--json", action="store_true", help="print the comparison as one JSON object")


def run(argv: Sequence[str]) -> int:
    """Compare; returns 1 when a figure got worse, else 0.

    Raises `AnymalError` (exit code 2) for files that are no reports, have nothing in common, or when
    nothing got worse but figures are absent, or unclear and `--strict` was said.
    """
    parser = Parser(
        prog="anymal bench compare",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_arguments(parser)
    arguments = parser.parse_args(argv)
    thresholds = parse_thresholds(arguments.threshold)
    found = compare(read_report(arguments.before), read_report(arguments.after), thresholds)
    sys.stdout.write(_json(found) if arguments.json else _table(found, arguments.all))
    if found.worse:
        return 1
    if found.absent and not arguments.allow_absent:
        raise InputError(
            f"{arguments.after} lacks {_named(found.absent)}: nothing can be said about them; measure again "
            "on a quiet machine, or say --allow-absent"
        )
    if found.unclear and arguments.strict:
        names = [f"{change.name} {change.statistic}" for change in found.unclear]
        raise InputError(
            f"{_named(names)} may have got worse or not: take more samples, or widen --threshold for them"
        )
    return 0


def parse_thresholds(texts: Sequence[str]) -> Thresholds:
    """Read `NAME=SHARE` texts; raises `ConfigError` for one that is none."""
    shares: dict[str, float] = {}
    for text in texts:
        name, _, share = text.rpartition("=")
        try:
            value = float(share)
        except ValueError:
            name = ""
        if not name:
            raise ConfigError(f"--threshold {text}: wanted NAME=SHARE, such as median=0.05 or 'live/*=0.1'")
        shares.pop(name, None)  # what is said again comes last
        shares[name] = value
    general = {name: shares.pop(name) for name in ("few", "least_ms") if name in shares}
    least = {name: shares.pop(name) for name in tuple(shares) if name.startswith(UNIT_MARK)}
    return Thresholds(
        **general, named=shares, least={name.removeprefix(UNIT_MARK): value for name, value in least.items()}
    )


def _table(found: Comparison, everything: bool) -> str:
    """The comparison as aligned text, at most 110 columns wide."""
    lines = [f"{'':<8}{'figure':<40}{'before':>11}{'after':>11}{'change':>9}   99.9 % of the difference"]
    for change in found.changes:
        if change.statistic == "p50" or change.verdict in ("worse", "better") or everything:
            lines.append(_row(change))
    lines += [f"absent  {name}" for name in found.absent]
    lines += [f"new     {name}" for name in found.new]
    for mark, all_words in (("untold", found.untold), ("unlike", found.unlike)):
        for words in all_words:
            lines += wrap(f"{mark}  {words}", WIDTH, subsequent_indent=" " * 8)
    counts = ", ".join(
        f"{count} {verdict}"
        for verdict in ("worse", "better", "same", "shown", "unclear")
        if (count := sum(change.verdict == verdict for change in found.changes))
    )
    note = f" ({UNCLEAR})" if found.unclear else ""
    lines.append(f"{'REGRESSION' if found.worse else 'no regression'}: {counts}{note}")
    return "\n".join(lines) + "\n"


def _row(change: Change) -> str:
    name = f"{change.name} {change.statistic} [{change.unit}]"
    words = f"{change.low:+.3g} to {change.high:+.3g}"
    if change.by_range:
        words = "single" if change.n == 1 else f"{words}, n={change.n}"
    if change.unit == "pass":
        both = ("pass" if value else "FAIL" for value in (change.before, change.after))
        return f"{change.verdict:<8}{name:<40}{''.join(f'{word:>11}' for word in both)}"
    figures = f"{change.before:>11.4g}{change.after:>11.4g}{_percent(change):>9}"
    return f"{change.verdict:<8}{name:<40}{figures}   {words}"


def _percent(change: Change) -> str:
    if not math.isfinite(change.share):
        return "from 0"
    return f"{change.share:+.1%}" if change.share < MOST_PERCENT else f"x{1.0 + change.share:.2g}"


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more


def _json(found: Comparison) -> str:
    tree = asdict(found) | {"regression": bool(found.worse), "unclear": len(found.unclear)}
    return json.dumps(tree, indent=1, ensure_ascii=False) + "\n"
