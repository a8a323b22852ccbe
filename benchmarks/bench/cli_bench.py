"""`anymal bench`: measure a bundle on this machine, print the table, write JSON and CSV.

Knows the options and where results go; refuses to measure.
"""

import argparse
import difflib
import shlex
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from anymal.bench.outputs import STDOUT, check_places, write_whole
from anymal.bench.record import Report
from anymal.bench.record_file import to_csv, to_json
from anymal.bench.run import run_plan
from anymal.bench.scenario_file import BUILT_IN, built_in, read_plan
from anymal.errors import ConfigError
from anymal.runtime.arguments import Parser, add_assistant_arguments, assistant_options
from anymal.runtime.termination import terminable

__all__ = ["run"]

OTHERS = {"compare": "anymal.bench.cli_compare", "report": "anymal.bench.cli_report"}


@dataclass(frozen=True)
class _Output:
    """One form of the results, as its option names it, and where it goes."""

    option: str
    path: Path
    form: Callable[[Report], str]


def run(argv: Sequence[str]) -> int:
    """Run the command, or `compare` and `report`, which return codes of their own.

    Returns 0, 1 when figures were refused, 130 or 143 when Ctrl-C or SIGTERM ended it: what was finished by
    then is written.
    """
    if argv and argv[0] in OTHERS:
        from importlib import import_module

        return int(import_module(OTHERS[argv[0]]).run(argv[1:]))
    if argv and not argv[0].startswith("-"):
        raise ConfigError(_no_such(argv[0]))
    arguments = _parser().parse_args(argv)
    if arguments.retries < 0:
        raise ConfigError(f"--retries must be at least 0, found {arguments.retries}")
    file = _scenario_file(arguments.scenario, arguments.quick)
    plan = read_plan(file)
    outputs = _outputs(arguments)
    check_places({one.option: one.path for one in outputs}, {"the scenario": file})
    # A name of bytes that are no text must not keep the results from being written.
    command = shlex.join(["anymal", "bench", *argv]).encode("utf-8", "backslashreplace").decode()
    with terminable() as ending:
        options, retries = assistant_options(arguments), arguments.retries
        report = run_plan(plan, arguments.bundle, options, command, _say, retries=retries)
        ending()
        if report.stopped and not report.scenarios:
            outputs = []  # a report of nothing must not replace one of before
        failures = _write(outputs, report)
    if report.stopped:
        _say(_stopped_words(report, outputs))
    return _conclude(report, outputs, failures)


def _conclude(report: Report, outputs: Sequence[_Output], failures: Sequence[str]) -> int:
    """Print what goes to a terminal; files are written by then, for whoever reads may close the pipe."""
    printed = [one for one in outputs if one.path == STDOUT]
    for one in printed:
        write_whole(one.path, one.form(report))
    print(report.table(), file=sys.stderr if printed else sys.stdout)
    if failures:
        raise ConfigError("; ".join(failures))
    return report.stopped or (1 if report.refused else 0)


def _stopped_words(report: Report, outputs: Sequence[_Output]) -> str:
    if not report.scenarios:
        return "stopped before a scenario was finished: nothing is written"
    places = ", ".join(str(one.path) for one in outputs) or "the table alone, as no -o was given"
    return f"stopped; what is finished is kept ({', '.join(report.scenarios)}): {places}"


def _no_such(word: str) -> str:
    """What to say to a word that is neither an option nor `compare` or `report`."""
    close = difflib.get_close_matches(word, OTHERS, n=1)
    suggestion = f" (did you mean {close[0]!r}?)" if close else ""
    others = " and ".join(f"`anymal bench {name}`" for name in OTHERS)
    return f"anymal bench takes options, found {word!r}{suggestion}; {others} take reports"


def _scenario_file(scenario: str | None, quick: bool) -> Path:
    """The file that `--scenario` names: one the package brings, or a path."""
    if scenario is not None and quick:
        raise ConfigError("--quick is a scenario of its own: give it or --scenario, not both")
    if scenario is None:
        return built_in("quick" if quick else "standard")
    path = Path(scenario)
    is_path = path.suffix.lower() == ".toml" or scenario != path.name or path.is_file()
    return path if is_path and scenario not in BUILT_IN else built_in(scenario)


def _outputs(arguments: argparse.Namespace) -> list[_Output]:
    forms = (
        ("-o", arguments.output, to_json),
        ("--csv", arguments.csv, to_csv),
        ("--html", arguments.html, _page),
    )
    return [_Output(option, path, form) for option, path, form in forms if path is not None]


def _say(line: str) -> None:
    with suppress(OSError):  # whoever read it is gone: no reason to stop measuring
        print(line, file=sys.stderr, flush=True)


def _page(report: Report) -> str:
    from anymal.bench.report_html import report_html

    return report_html(report)


def _write(outputs: Sequence[_Output], report: Report) -> list[str]:
    """Write every form that goes to a file, each by itself; returns why what could not be written was not."""
    failures = []
    for one in outputs:
        try:
            if one.path != STDOUT:
                write_whole(one.path, one.form(report))
        except OSError as error:
            failures.append(f"{one.path}: the results cannot be written: {error.strerror or error}")
    return failures


def _parser() -> Parser:
    parser = Parser(
        prog="anymal bench",
        description="Measure a bundle on this machine: stages, cold start, live, and the machine's limits. "
        "Figures taken while the machine was busy with something else are refused, not smoothed.",
        epilog="`anymal bench compare A.json B.json` judges a change; `anymal bench report A.json` draws it.",
    )
    parser.add_argument("--quick", action="store_true", help="the scenario of under three minutes")
    parser.add_argument(
        "--scenario", metavar="S", help="a TOML file, or quick or standard (default: standard)"
    )
    parser.add_argument(
        "--retries",
        type=int,
        default=1,
        metavar="N",
        help="measure a scenario that was too noisy again, up to N times (default: 1)",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT.json", help="write the report as JSON; - prints it"
    )
    parser.add_argument("--html", type=Path, metavar="PAGE", help="draw the report as one HTML page")
    parser.add_argument("--csv", type=Path, metavar="F", help="write one line per figure as CSV")
    add_assistant_arguments(parser)
    return parser
