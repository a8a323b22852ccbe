"""`anymal bench report`: the page of a report that `anymal bench -o` wrote.

Knows the command line and where the page goes; refuses to know what stands on it.
"""

from collections.abc import Sequence
from pathlib import Path

from anymal.bench.outputs import STDOUT, check_apart, write_whole
from anymal.bench.record_file import read_report
from anymal.bench.report_html import report_html
from anymal.errors import InputError
from anymal.runtime.arguments import Parser

__all__ = ["run", "write_page"]


def run(argv: Sequence[str]) -> int:
    """Write the page and print its path; returns 0. Raises `InputError` (exit code 2) for no report."""
    parser = Parser(prog="anymal bench report", description="Make a page of a report of `anymal bench -o`.")
    parser.add_argument("report", type=Path, metavar="REPORT.json", help="what `anymal bench -o` wrote")
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="PAGE.html",
        help="where it goes (default: beside the report); - prints it",
    )
    arguments = parser.parse_args(argv)
    page = arguments.out or arguments.report.with_suffix(".html")
    report = read_report(arguments.report)
    check_apart({"-o": page}, {"the report": arguments.report})
    write_page(report_html(report), page)
    if page != STDOUT:
        print(page)
    return 0


def write_page(text: str, page: Path) -> None:
    """Write `text` to `page`, whole or not at all; raises `InputError` when that cannot be done."""
    try:
        write_whole(page, text)
    except BrokenPipeError:  # of the standard output, which is nobody's mistake
        raise
    except OSError as error:
        raise InputError(f"{page}: the page cannot be written: {error.strerror or error}") from error
