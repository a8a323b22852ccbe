"""`anymal quantize`: a bundle with a smaller LLM, told by the bundle's own prompts what matters.

Knows the command line and how the table looks on a terminal; refuses to know how any of it is done.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from anymal.engines.bundle import Bundle, find_bundle, load_bundle
from anymal.engines.llama_native import usable_cores
from anymal.engines.verified import require_verified
from anymal.errors import ConfigError
from anymal.export.parity import Tolerances
from anymal.export.quantise_bundle import BundleQuantisation, quantise_bundle
from anymal.export.quantise_llm import LLM_TYPES, is_quantised
from anymal.export.quantise_study import MATRICES, StudyOptions, open_study
from anymal.export.quantise_table import TABLE_TYPES, Row, cache_rows, type_rows
from anymal.export.to_gguf import convert
from anymal.runtime.arguments import Parser

__all__ = ["HEADINGS", "add_arguments", "line", "run", "show_row"]

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
        "--type", choices=tuple(LLM_TYPES), default="Q4_K_M", help="type of the LLM (default: %(default)s)"
    )
    parser.add_argument(
        "--table",
        nargs="*",
        choices=tuple(LLM_TYPES),
        metavar="TYPE",
        help=f"compare these types and the cache types instead ({' '.join(TABLE_TYPES)})",
    )
    _add_matrix_arguments(parser)
    _add_judging_arguments(parser)
    parser.add_argument(
        "--threads", type=int, default=usable_cores(), metavar="N", help="CPU threads (%(default)s)"
    )
    parser.add_argument("--force", action="store_true", help="replace a bundle that is already there")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")


def _add_matrix_arguments(parser: argparse.ArgumentParser) -> None:
    """The prompts, and the importance that is measured on them."""
    default = StudyOptions()
    parser.add_argument(
        "--prompts",
        type=Path,
        nargs="+",
        required=True,
        metavar="MANIFEST",
        help="questions about real files: manifests of `anymal eval`, or a folder of them",
    )
    parser.add_argument(
        "--imatrix",
        default=MATRICES[0],
        metavar="KIND|FILE",
        help=f"importance of weights: {', '.join(MATRICES)}, or a GGUF of llama-imatrix (%(default)s)",
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
    default, limits = StudyOptions(), Tolerances()
    parser.add_argument(
        "--questions",
        type=int,
        default=default.questions,
        metavar="N",
        help="other prompts, to judge by (%(default)s)",
    )
    parser.add_argument(
        "--max-tokens", type=int, default=default.max_tokens, metavar="N", help="longest answer (%(default)s)"
    )
    parser.add_argument(
        "--max-changed",
        type=float,
        default=limits.quantised_answers_changed,
        metavar="SHARE",
        help="share of answers that may change (%(default)s)",
    )
    parser.add_argument(
        "--max-kl",
        type=float,
        default=limits.quantised_mean_kl,
        metavar="NATS",
        help="mean KL that answers may drift (%(default)s)",
    )


def run(argv: Sequence[str]) -> int:
    """Quantise or compare, and return 0; raises `AnymalError` (exit code 2) when a step fails or drifts."""
    parser = Parser(prog="anymal quantize", description="Make the LLM of a bundle smaller.")
    add_arguments(parser)
    arguments = parser.parse_args(argv)
    if (arguments.out is None) == (arguments.table is None):
        raise ConfigError("wanted either --out BUNDLE to write, or --table to compare types")
    options = StudyOptions(
        calibration=arguments.calibration,
        questions=arguments.questions,
        max_tokens=arguments.max_tokens,
        threads=arguments.threads,
        outputs=arguments.imatrix_output,
    )
    bundle = load_bundle(find_bundle(arguments.bundle))
    require_verified(bundle.manifest)
    with tempfile.TemporaryDirectory(prefix="anymal-quantize-") as name:
        exact = _exact(bundle, arguments.llm, Path(name))
        study = open_study(bundle, exact, tuple(arguments.prompts), options, _say)
        if arguments.table is not None:
            _say(line(HEADINGS))
            found = cache_rows(study, _say_row)
            found += type_rows(study, arguments.table or TABLE_TYPES, Path(name), _say_row)
            result: object = [row.to_json() for row in found]
        else:
            wanted = BundleQuantisation(
                quantization=arguments.type,
                matrix=arguments.imatrix,
                keep_matrix=arguments.save_imatrix,
                force=arguments.force,
                tolerances=Tolerances(
                    quantised_answers_changed=arguments.max_changed, quantised_mean_kl=arguments.max_kl
                ),
            )
            result = quantise_bundle(bundle, study, arguments.out, wanted, _say)
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
            f"{row.speed.tokens_per_s:.0f}",
            gain,
        )
    )


def _exact(bundle: Bundle, given: Path | None, work: Path) -> Path:
    """The best form of the bundle's LLM that there is, as GGUF."""
    if given is None:
        if is_quantised(bundle.llm_header):
            _say("no --llm: the bundle's own is quantised already, and rounding twice costs answers")
        return bundle.llm_path
    return convert(given, work / "exact.gguf") if given.is_dir() else given


def line(cells: Sequence[str]) -> str:
    """Cells under their `HEADINGS`."""
    widths = (8, 8, 17, 8, 10, 10, 8, 9, 0)
    return " ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def _say_row(row: Row) -> None:
    _say(show_row(row))


def _say(text: str) -> None:
    """One step to stderr, so that --json stays clean."""
    print(text, file=sys.stderr, flush=True)
