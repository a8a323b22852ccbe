"""`anymal export`: a checkpoint, a recipe or a few flags into a bundle, with every step's figures as it goes.

Knows the command line; refuses to know how export works.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from anymal.errors import ConfigError
from anymal.export.cli_arguments import add_force, add_llm_limits, add_max_tokens, add_run, llm_limits, say
from anymal.export.make_bundle import EXPORTERS, ExportOptions, make_bundle
from anymal.export.parity import Tolerances
from anymal.export.precisions import DEFAULT_PRECISIONS, PRECISIONS, parse_precisions
from anymal.export.recipe import ExportRecipe, is_recipe, read_recipe
from anymal.export.recipe_flags import add_recipe_flags, recipe_of_flags
from anymal.export.to_gguf import QUANTIZATIONS
from anymal.runtime.arguments import Parser

__all__ = ["add_arguments", "run"]

# A checkpoint's LLM is small; a recipe's may need seconds per token in float32.
RECIPE_QUESTIONS = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `anymal export`."""
    default = ExportOptions()
    parser.add_argument(
        "source",
        type=Path,
        nargs="?",
        metavar="SOURCE",
        help="folder that `anymal train` leaves, or a recipe (.toml, see docs/export.md); or none, with "
        "--vlm or --llm",
    )
    parser.add_argument(
        "-o", "--out", type=Path, required=True, metavar="BUNDLE", help="bundle folder to write"
    )
    parser.add_argument(
        "--llm-quant",
        choices=tuple(QUANTIZATIONS),
        help=f"type of the LLM's matrices (default: the recipe's, else {default.llm_quantization})",
    )
    parser.add_argument(
        "--precisions",
        action="append",
        default=[],
        metavar="[SENSE=]A,B",
        help="graphs to make of every encoder, or of one sense's; may be repeated: "
        f"{', '.join(PRECISIONS)} (default: the recipe's, else {','.join(DEFAULT_PRECISIONS)})",
    )
    parser.add_argument("--no-int8", action="store_true", help="leave int8 out: encoders ship in fp32")
    parser.add_argument("--name", default="", help="name of the bundle (default: the recipe's)")
    parser.add_argument("--bundle-version", default="", metavar="V", help="version of the bundle")
    parser.add_argument(
        "--questions",
        type=int,
        metavar="N",
        help=f"questions to compare on ({default.questions} for a checkpoint, {RECIPE_QUESTIONS} for others)",
    )
    parser.add_argument(
        "--inputs",
        type=int,
        default=default.inputs,
        metavar="N",
        help="samples per encoder, where there are no held-out ones (%(default)s)",
    )
    add_max_tokens(parser, default.max_tokens)
    add_llm_limits(parser)
    parser.add_argument(
        "--exporter", choices=EXPORTERS, default=default.exporter, help="of vision towers (%(default)s)"
    )
    add_force(parser)
    add_run(parser, "the parity record")
    add_recipe_flags(parser)


def run(argv: Sequence[str]) -> int:
    """Export and return 0; raises `AnymalError` (exit code 2) when a step fails or drifts."""
    parser = Parser(
        prog="anymal export", description="Turn a checkpoint, or models of other people, into a bundle."
    )
    add_arguments(parser)
    arguments = parser.parse_args(argv)
    source = _source(arguments)
    usual = RECIPE_QUESTIONS if isinstance(source, ExportRecipe) else ExportOptions.questions
    options = ExportOptions(
        llm_quantization=arguments.llm_quant or ExportOptions.llm_quantization,
        int8=not arguments.no_int8,
        precisions=parse_precisions(arguments.precisions),
        questions=usual if arguments.questions is None else arguments.questions,
        max_tokens=arguments.max_tokens,
        inputs=arguments.inputs,
        name=arguments.name,
        version=arguments.bundle_version,
        threads=arguments.threads,
        exporter=arguments.exporter,
        force=arguments.force,
        tolerances=Tolerances(**llm_limits(arguments)),
    )
    parity = make_bundle(source, arguments.out, options, say)
    if arguments.json:
        print(json.dumps(parity.to_json(), indent=1))
    return 0


def _source(arguments: argparse.Namespace) -> Path | ExportRecipe:
    """What is to be exported; raises `ConfigError` unless it is exactly one thing."""
    flags = recipe_of_flags(arguments)
    source: Path | None = arguments.source
    if (source is None) == (flags is None):
        raise ConfigError(
            "give one thing to export: a checkpoint folder, a recipe (.toml), --vlm, or --llm with encoders"
        )
    if flags is not None:
        return flags
    if source is not None and is_recipe(source):
        recipe = read_recipe(source)
        return recipe.with_quantization(arguments.llm_quant) if arguments.llm_quant else recipe
    return Path(arguments.source)
