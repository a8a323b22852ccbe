"""`anymal bench`: measure a bundle on this machine, print the table, write JSON and CSV.

Knows the options and where results go; refuses to measure.
"""

import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from anymal.bench.record import Report
from anymal.bench.record_file import to_csv, to_json
from anymal.bench.run import run_plan
from anymal.bench.scenario_file import Plan, built_in, read_plan
from anymal.errors import ConfigError
from anymal.runtime.arguments import Parser, add_assistant_arguments, assistant_options

__all__ = ["run"]

OTHERS = {"compare": "anymal.bench.cli_compare", "report": "anymal.bench.cli_report"}


def run(argv: Sequence[str]) -> int:
    """Run the command; returns 1 when figures were refused, else 0, or what `compare` and `report` return."""
    if argv and argv[0] in OTHERS:
        from importlib import import_module

        return int(import_module(OTHERS[argv[0]]).run(argv[1:]))
    arguments = _parser().parse_args(argv)
    plan = _plan(arguments.scenario, arguments.quick)
    outputs = {
        path: form
        for path, form in ((arguments.output, to_json), (arguments.csv, to_csv), (arguments.html, _page))
        if path is not None
    }
    for path in outputs:
        _check_place(path)
    command = shlex.join(["anymal", "bench", *argv])
    report = run_plan(plan, arguments.bundle, assistant_options(arguments), command, _say)
    failures = _write(outputs, report)  # before the table: whoever reads that may close the pipe
    print(report.table())
    if failures:
        raise ConfigError("; ".join(failures))
    return 1 if report.refused else 0


def _check_place(path: Path) -> None:
    """Whether results can go there, before minutes of measuring; what is there stays as it is."""
    try:
        if not path.absolute().parent.is_dir():
            raise ConfigError(f"{path}: its folder does not exist; make it first")
        if path.is_dir():
            raise ConfigError(f"{path}: is a folder; name a file in it")
        place = path.resolve()
        is_new = not place.exists()
        if not is_new and not place.is_file():
            return  # a device or a pipe: opening one may wait for its reader, or be seen by it
        with place.open("ab"):
            pass
        if is_new:
            place.unlink()
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be written: {error.strerror or error}; choose another place, or make room and "
            "permissions there"
        ) from error


def _plan(scenario: str | None, quick: bool) -> Plan:
    if scenario is not None and quick:
        raise ConfigError("--quick is a scenario of its own: give it or --scenario, not both")
    if scenario is None:
        return read_plan(built_in("quick" if quick else "standard"))
    is_file = scenario.endswith(".toml")
    return read_plan(Path(scenario) if is_file else built_in(scenario))


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _page(report: Report) -> str:
    from anymal.bench.report_html import report_html

    return report_html(report)


def _write(outputs: Mapping[Path, Callable[[Report], str]], report: Report) -> list[str]:
    """Write every form of the report; one that cannot be written takes no other with it. Returns why not."""
    failures = []
    for path, form in outputs.items():
        try:
            path.write_text(form(report), encoding="utf-8")
        except OSError as error:
            failures.append(f"{path}: the results cannot be written: {error.strerror or error}")
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
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.json", help="write the report as JSON")
    parser.add_argument("--html", type=Path, metavar="PAGE", help="draw the report as one HTML page")
    parser.add_argument("--csv", type=Path, metavar="F", help="write one line per figure as CSV")
    add_assistant_arguments(parser)
    return parser
