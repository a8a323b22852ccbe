"""`anymal quantize`: a bundle with a smaller LLM, told by the bundle's own prompts what matters.

Knows the command line and how the table looks on a terminal; refuses to know how any of it is done.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from anymal.engines.bundle import Bundle, find_bundle, load_bundle
from anymal.engines.verified import require_verified
from anymal.errors import ConfigError
from anymal.export.bundle_prompts import find_manifests
from anymal.export.cli_arguments import add_force, add_llm_limits, add_max_tokens, add_run, llm_limits, say
from anymal.export.parity import Tolerances
from anymal.export.quantise_bundle import BundleQuantisation, check_quantisation, quantise_bundle
from anymal.export.quantise_llm import LLM_TYPES, is_quantised
from anymal.export.quantise_study import MATRICES, StudyOptions, open_study
from anymal.export.quantise_table import TABLE_TYPES, Row, cache_rows, type_rows
from anymal.export.staging import scratch
from anymal.export.to_gguf import convert
from anymal.runtime.arguments import Parser

__all__ = ["HEADINGS", "add_arguments", "line", "run", "show_row"]

DEFAULT_TYPE = "Q4_K_M"
HEADINGS = ("type", "matrix", "cache", "MB", "KL sensed", "KL text", "changed", "tokens/s", "gain")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `anymal quantize`."""
    parser.add_argument("bundle", metavar="BUNDLE", help="bundle name or folder")
    parser.add_argument("-o", "--out", type=Path, metavar="BUNDLE", help="bundle folder to write")
    parser.add_argument(
        "--llm",
        type=Path,
        metavar="GGUF|FOLDER",
        help="the exact LLM of the bundle, as f32 or f16 GGUF or Hugging Face folder "
        "(default: the bundle's own GGUF, which rounds twice)",
    )
    parser.add_argument(
        "--type",
        metavar="TYPE[,TYPE]",
        help=f"type of the LLM (default: {DEFAULT_TYPE}), with --table those to compare "
        f"({','.join(TABLE_TYPES)}); there are {', '.join(LLM_TYPES)}",
    )
    parser.add_argument(
        "--table", action="store_true", help="compare types and cache types instead of writing a bundle"
    )
    _add_matrix_arguments(parser)
    _add_judging_arguments(parser)
    add_force(parser)
    add_run(parser, "what was found")


def _add_matrix_arguments(parser: argparse.ArgumentParser) -> None:
    """The prompts, and the importance that is measured on them."""
    default = StudyOptions()
    parser.add_argument(
        "--prompts",
        type=Path,
        action="append",
        required=True,
        metavar="MANIFEST",
        help="questions about real files: a manifest of `anymal eval`, or a folder of them; may be repeated",
    )
    parser.add_argument(
        "--imatrix",
        metavar="KIND|FILE",
        help=f"importance of weights: {', '.join(MATRICES)}, or a GGUF of llama-imatrix ({MATRICES[0]})",
    )
    parser.add_argument(
        "--save-imatrix", type=Path, metavar="FILE", help="keep the importance matrix as GGUF"
    )
    parser.add_argument(
        "--imatrix-output", action="store_true", help="weigh the output matrix too, as llama.cpp does not"
    )
    parser.add_argument(
        "--calibration",
        type=int,
        default=default.calibration,
        metavar="N",
        help="prompts for the importance matrix (%(default)s)",
    )


def _add_judging_arguments(parser: argparse.ArgumentParser) -> None:
    """How much is asked, and what may be lost."""
    default = StudyOptions()
    parser.add_argument(
        "--questions",
        type=int,
        default=default.questions,
        metavar="N",
        help="other prompts, to judge by (%(default)s)",
    )
    add_max_tokens(parser, default.max_tokens)
    add_llm_limits(parser)


def run(argv: Sequence[str]) -> int:
    """Quantise or compare, and return 0; raises `AnymalError` (exit code 2) when a step fails or drifts."""
    parser = Parser(prog="anymal quantize", description="Make the LLM of a bundle smaller.")
    add_arguments(parser)
    arguments = parser.parse_args(argv)
    types = _types(arguments)
    options = StudyOptions(
        calibration=arguments.calibration,
        questions=arguments.questions,
        max_tokens=arguments.max_tokens,
        threads=arguments.threads,
        outputs=arguments.imatrix_output,
    )
    bundle = load_bundle(find_bundle(arguments.bundle))
    require_verified(bundle.manifest)
    wanted = BundleQuantisation(
        quantization=types[0],
        matrix=arguments.imatrix or MATRICES[0],
        keep_matrix=arguments.save_imatrix,
        force=arguments.force,
        tolerances=Tolerances(**llm_limits(arguments)),
    )
    # What only shows after the exact model was converted and has answered would be a waste.
    find_manifests(arguments.prompts)
    if arguments.out is not None:
        check_quantisation(bundle, arguments.out, wanted)
    with scratch("anymal-quantize") as work:
        exact = _exact(bundle, arguments.llm, work)
        study = open_study(bundle, exact, tuple(arguments.prompts), options, say)
        if arguments.out is None:
            say(line(HEADINGS))
            found = cache_rows(study, _say_row)
            found += type_rows(study, types, work, _say_row)
            result: object = [row.to_json() for row in found]
        else:
            result = quantise_bundle(bundle, study, arguments.out, wanted, say)
    if arguments.json:
        print(json.dumps(result, indent=1))
    return 0


def show_row(row: Row) -> str:
    """One line of the table."""
    gain = f"{row.gain.difference:+.1e} [{row.gain.low:+.1e}, {row.gain.high:+.1e}]" if row.gain else ""
    return line(
        (
            row.quantization,
            row.matrix,
            row.cache,
            f"{row.n_bytes / 1e6:.2f}",
            f"{row.sensed.mean_kl:.2e}",
            f"{row.text.mean_kl:.2e}",
            f"{row.sensed.answers_changed:.1%}",
            "" if row.speed.tokens_per_s is None else f"{row.speed.tokens_per_s:.0f}",
            gain,
        )
    )


def _types(arguments: argparse.Namespace) -> tuple[str, ...]:
    """The types asked for; raises `ConfigError` for an unknown one, or unless one thing is asked for."""
    if (arguments.out is None) != arguments.table:
        raise ConfigError("wanted either --out BUNDLE to write, or --table to compare types")
    if arguments.table and arguments.save_imatrix:
        raise ConfigError("--save-imatrix wants --out: --table measures several matrices")
    if arguments.table and arguments.imatrix is not None:
        raise ConfigError(f"--imatrix wants --out: --table measures {', '.join(MATRICES)} beside each other")
    if arguments.type is None:
        return TABLE_TYPES if arguments.table else (DEFAULT_TYPE,)
    types = tuple(str(arguments.type).split(","))
    for name in types:
        if name not in LLM_TYPES:
            raise ConfigError(f"--type {name}: is unknown; there are {', '.join(LLM_TYPES)}")
    if len(types) > 1 and not arguments.table:
        raise ConfigError(f"--type {arguments.type}: a bundle has one; --table compares several")
    return types


def _exact(bundle: Bundle, given: Path | None, work: Path) -> Path:
    """The best form of the bundle's LLM that there is, as GGUF."""
    if given is None:
        if is_quantised(bundle.llm_header):
            say("no --llm: the bundle's own is quantised already, and rounding twice costs answers")
        return bundle.llm_path
    return convert(given, work / "exact.gguf") if given.is_dir() else given


def line(cells: Sequence[str]) -> str:
    """Cells under their `HEADINGS`."""
    widths = (8, 8, 17, 8, 10, 10, 8, 9, 0)
    return " ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def _say_row(row: Row) -> None:
    say(show_row(row))
