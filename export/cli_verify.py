"""`anymal verify`: is this bundle still what its checkpoint says? Figures, a record, and a page to look at.

Knows the command line and where the page goes; refuses to know how anything is compared.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from anymal.engines.bundle import find_bundle
from anymal.errors import ExportError
from anymal.export.cli_arguments import add_llm_limits, add_max_tokens, add_run, llm_limits, say
from anymal.export.outputs import require_folder_place, require_outside
from anymal.export.verify_bundle import VerifyOptions, record_verification, verify_bundle
from anymal.export.verify_record import Verification, VerifyLimits
from anymal.export.verify_report import report_html, save_worst_samples
from anymal.runtime.arguments import Parser

__all__ = ["add_arguments", "run"]

REPORT_FILE = "report.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `anymal verify`."""
    default = VerifyOptions()
    parser.add_argument("bundle", metavar="BUNDLE", help="a name or a folder")
    parser.add_argument(
        "--reference",
        type=Path,
        metavar="SOURCE",
        help="checkpoint folder or recipe (.toml) that it was exported from; without it the bundle is only "
        "compared with itself",
    )
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="FOLDER",
        help=f"where {REPORT_FILE} and the worst samples go (default: BUNDLE-verified beside the bundle)",
    )
    counts = (
        ("--questions", default.questions, "held-out questions"),
        ("--samples", default.samples, "held-out inputs per encoder, at most"),
    )
    for name, count, words in counts:
        parser.add_argument(name, type=int, default=count, metavar="N", help=f"{words} (%(default)s)")
    add_max_tokens(parser, default.max_tokens)
    add_llm_limits(parser)
    parser.add_argument(
        "--no-record", action="store_true", help="leave the manifest as it is; only look, and write the page"
    )
    add_run(parser, "the record")


def run(argv: Sequence[str]) -> int:
    """Verify; returns 1 when a stage is out of tolerance, naming the first, else 0.

    Raises `AnymalError` (exit code 2) for a bundle or checkpoint that cannot be compared at all.
    """
    parser = Parser(
        prog="anymal verify",
        description="Compare a bundle, stage by stage, with what it was exported from.",
    )
    add_arguments(parser)
    arguments = parser.parse_args(argv)
    options = VerifyOptions(
        questions=arguments.questions,
        samples=arguments.samples,
        max_tokens=arguments.max_tokens,
        threads=arguments.threads,
        limits=VerifyLimits(**llm_limits(arguments)),
    )
    folder = find_bundle(arguments.bundle)
    out = arguments.out or folder.resolve().with_name(f"{folder.resolve().name}-verified")
    _check_places(folder, out, recorded=not arguments.no_record)
    found = verify_bundle(folder, arguments.reference, options, say)
    # Recorded first: a page that cannot be written must not lose it.
    recorded = not arguments.no_record and record_verification(folder, found)
    if not arguments.no_record and not recorded:
        say("not recorded: the bundle was looked at beside itself only; give --reference to prove more")
    _write_page(found, out)
    if arguments.json:
        print(json.dumps(found.to_json(), indent=1, ensure_ascii=False))
    return _verdict(found, recorded)


def _check_places(folder: Path, out: Path, recorded: bool) -> None:
    """Raise `ExportError` now, rather than after the work, for a place that cannot be written."""
    require_outside(out, folder, "--out")
    if out.resolve() == folder.resolve():
        raise ExportError(f"--out {out}: is the bundle itself; choose another folder")
    require_folder_place(out, "--out")
    if recorded:
        try:
            require_folder_place(folder, "the record in")
        except ExportError as error:
            raise ExportError(f"{error}; --no-record only looks") from error


def _write_page(found: Verification, out: Path) -> None:
    page = out / REPORT_FILE
    try:
        out.mkdir(parents=True, exist_ok=True)
        save_worst_samples(found, out)
        page.write_text(report_html(found), encoding="utf-8")
    except OSError as error:
        raise ExportError(f"{page}: cannot be written: {error}; choose another folder with --out") from error
    say(f"page: {page}")


def _verdict(found: Verification, recorded: bool) -> int:
    failed = found.failed
    if failed is None:
        said = "verified" if recorded else "passed but not recorded as verified"
        say(f"{found.bundle}: {said}, {len(found.checks)} checks")
        return 0
    say(f"{found.bundle}: NOT verified; the first bad stage is {failed}")
    return 1
