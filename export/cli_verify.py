"""`anymal verify`: is this bundle still what its checkpoint says? Figures, a record, and a page to look at.

Knows the command line and where the page goes; refuses to know how anything is compared.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from anymal.engines.bundle import find_bundle
from anymal.engines.llama_native import usable_cores
from anymal.errors import ExportError
from anymal.export.verify_bundle import VerifyOptions, record_verification, verify_bundle
from anymal.export.verify_record import Verification, VerifyLimits
from anymal.export.verify_report import report_html, save_worst_samples
from anymal.runtime.arguments import Parser

__all__ = ["add_arguments", "run"]

REPORT_FILE = "report.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `anymal verify`."""
    default, limits = VerifyOptions(), VerifyLimits()
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
        ("--max-tokens", default.max_tokens, "longest answer"),
    )
    for name, count, words in counts:
        parser.add_argument(name, type=int, default=count, metavar="N", help=f"{words} (%(default)s)")
    parser.add_argument(
        "--max-changed",
        type=float,
        default=limits.quantised_answers_changed,
        metavar="SHARE",
        help="share of answers the quantised LLM may change (%(default)s)",
    )
    parser.add_argument(
        "--max-kl",
        type=float,
        default=limits.quantised_mean_kl,
        metavar="NATS",
        help="mean KL the quantised LLM may have (%(default)s)",
    )
    parser.add_argument(
        "--threads", type=int, default=usable_cores(), metavar="N", help="CPU threads (%(default)s)"
    )
    parser.add_argument(
        "--no-record", action="store_true", help="leave the manifest as it is; only look, and write the page"
    )
    parser.add_argument("--json", action="store_true", help="print the record as one JSON object")


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
        limits=VerifyLimits(
            quantised_answers_changed=arguments.max_changed, quantised_mean_kl=arguments.max_kl
        ),
    )
    folder = find_bundle(arguments.bundle)
    found = verify_bundle(folder, arguments.reference, options, _say)
    # Recorded first: a page that cannot be written must not lose it.
    if not arguments.no_record and not record_verification(folder, found):
        _say("not recorded: the bundle was looked at beside itself only; give --reference to prove more")
    _write_page(found, arguments.out or folder.resolve().with_name(f"{folder.resolve().name}-verified"))
    if arguments.json:
        print(json.dumps(found.to_json(), indent=1, ensure_ascii=False))
    return _verdict(found)


def _write_page(found: Verification, out: Path) -> None:
    page = out / REPORT_FILE
    try:
        out.mkdir(parents=True, exist_ok=True)
        save_worst_samples(found, out)
        page.write_text(report_html(found), encoding="utf-8")
    except OSError as error:
        raise ExportError(f"{page}: cannot be written: {error}; choose another folder with --out") from error
    _say(f"page: {page}")


def _verdict(found: Verification) -> int:
    failed = found.failed
    if failed is None:
        _say(f"{found.bundle}: verified, {len(found.checks)} checks")
        return 0
    _say(f"{found.bundle}: NOT verified; the first bad stage is {failed}")
    return 1


def _say(line: str) -> None:
    """One line to stderr, so that --json stays clean."""
    print(line, file=sys.stderr, flush=True)
