"""`anymal export`: a training checkpoint into a bundle, with every step's figures as it goes.

Knows the command line; refuses to know how export works.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from anymal.engines.llama_native import usable_cores
from anymal.export.make_bundle import ExportOptions, make_bundle
from anymal.export.parity import Tolerances
from anymal.export.to_gguf import QUANTIZATIONS
from anymal.runtime.arguments import Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `anymal export`."""
    default, limits = ExportOptions(), Tolerances()
    parser.add_argument(
        "checkpoint", type=Path, metavar="CHECKPOINT", help="folder that `anymal train` leaves"
    )
    parser.add_argument(
        "-o", "--out", type=Path, required=True, metavar="BUNDLE", help="bundle folder to write"
    )
    parser.add_argument(
        "--llm-quant",
        choices=tuple(QUANTIZATIONS),
        default=default.llm_quantization,
        help="type of the LLM's matrices (default: %(default)s)",
    )
    parser.add_argument("--no-int8", action="store_true", help="keep all encoders in fp32")
    parser.add_argument("--name", default="", help="name of the bundle (default: the recipe's)")
    parser.add_argument(
        "--bundle-version", default=default.version, metavar="V", help="version of the bundle"
    )
    parser.add_argument(
        "--questions",
        type=int,
        default=default.questions,
        metavar="N",
        help="held-out questions (%(default)s)",
    )
    parser.add_argument(
        "--max-tokens", type=int, default=default.max_tokens, metavar="N", help="longest answer (%(default)s)"
    )
    parser.add_argument(
        "--max-changed",
        type=float,
        default=limits.quantised_answers_changed,
        metavar="SHARE",
        help="share of answers the quantised LLM may change (%(default)s)",
    )
    parser.add_argument(
        "--threads", type=int, default=usable_cores(), metavar="N", help="CPU threads (%(default)s)"
    )
    parser.add_argument("--force", action="store_true", help="replace a bundle that is already there")
    parser.add_argument("--json", action="store_true", help="print the parity record as one JSON object")


def run(argv: Sequence[str]) -> int:
    """Export and return 0; raises `AnymalError` (exit code 2) when a step fails or drifts."""
    parser = Parser(prog="anymal export", description="Turn a training checkpoint into a bundle.")
    add_arguments(parser)
    arguments = parser.parse_args(argv)
    options = ExportOptions(
        llm_quantization=arguments.llm_quant,
        int8=not arguments.no_int8,
        questions=arguments.questions,
        max_tokens=arguments.max_tokens,
        name=arguments.name,
        version=arguments.bundle_version,
        threads=arguments.threads,
        force=arguments.force,
        tolerances=Tolerances(quantised_answers_changed=arguments.max_changed),
    )
    parity = make_bundle(arguments.checkpoint, arguments.out, options, _say)
    if arguments.json:
        print(json.dumps(parity.to_json(), indent=1))
    return 0


def _say(line: str) -> None:
    """One step to stderr, so that --json stays clean."""
    print(line, file=sys.stderr, flush=True)
