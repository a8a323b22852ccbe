"""`anymal eval`: score a bundle on a manifest of questions, in one process.

Knows the options and how a report looks on a terminal; refuses to know what makes an answer right.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from anymal.errors import AnymalError, ConfigError, InputError
from anymal.runtime.answer import Answer
from anymal.runtime.arguments import (
    Parser,
    add_assistant_arguments,
    add_generation_arguments,
    assistant_options,
    generation_options,
)
from anymal.runtime.assistant import Assistant
from anymal.runtime.evaluate import (
    Prediction,
    Report,
    evaluate,
    summarise,
)
from anymal.runtime.manifest_file import Item, read_manifest
from anymal.runtime.options import GenerationOptions
from anymal.runtime.predictions_file import PredictionsFile
from anymal.runtime.progress import Progress

__all__ = ["run"]


def run(argv: Sequence[str]) -> int:
    """Run the command; returns 0 whatever the accuracy."""
    arguments = _parser().parse_args(argv)
    if arguments.limit is not None and arguments.limit < 1:
        raise ConfigError(f"--limit must be at least 1, found {arguments.limit}")
    items = read_manifest(arguments.manifest, arguments.limit)
    output = arguments.predictions or Path(f"{arguments.manifest.stem}.predictions.jsonl")
    if not output.parent.is_dir():
        raise InputError(f"{output.parent}: no such folder for the predictions; make it, or choose another")
    if output.exists() and output.samefile(arguments.manifest):
        raise InputError(f"{output}: predictions would replace the manifest; choose another --predictions")
    generation = generation_options(arguments)
    started_s = time.monotonic()
    file = PredictionsFile(output)
    if file.earlier:
        left = ", ".join(map(str, file.earlier))
        print(f"anymal: answers of another run stay in {left}; these go to {file.part}", file=sys.stderr)
    try:
        with file, Assistant(arguments.bundle, assistant_options(arguments)) as assistant:
            predictions = _predict(assistant, items, arguments, generation, file)
    except (AnymalError, KeyboardInterrupt):
        if file.kept:
            print(f"anymal: {file.kept}", file=sys.stderr)
        raise
    seconds = time.monotonic() - started_s
    _print(summarise(predictions), arguments, output, seconds)
    return 0


def _predict(
    assistant: Assistant,
    items: Sequence[Item],
    arguments: argparse.Namespace,
    generation: GenerationOptions,
    file: PredictionsFile,
) -> tuple[Prediction, ...]:
    def respond(item: Item) -> Answer:
        paths = item.senses
        return assistant.ask(
            item.question,
            image=paths.get("image"),
            video=next(iter(paths.get("video", ())), None),
            audio=next(iter(paths.get("audio", ())), None),
            imu=next(iter(paths.get("imu", ())), None),
            system=item.system,
            generation=generation,
        )

    right = 0
    with Progress(len(items), "eval") as bar:

        def step(prediction: Prediction) -> None:
            nonlocal right
            file.add(prediction)
            right += prediction.correct
            bar.step(f"{right} right")

        return evaluate(respond, items, arguments.manifest, arguments.keep_going, step)


def _print(report: Report, arguments: argparse.Namespace, output: Path, seconds: float) -> None:
    if arguments.json:
        head = {"bundle": arguments.bundle, "manifest": str(arguments.manifest), "predictions": str(output)}
        print(json.dumps({**head, "seconds": round(seconds, 3), **report.to_json()}, ensure_ascii=False))
        return
    width = max(7, *(len(kind) for kind in report.kinds))
    print(f"{'kind':<{width}}  {'right':>6} {'of':>6}  accuracy")
    for kind, score in [*report.kinds.items(), ("overall", report.overall)]:
        failed = f"  ({score.failed} failed)" if score.failed else ""
        print(f"{kind:<{width}}  {score.correct:>6} {score.count:>6}  {score.accuracy:8.4f}{failed}")
    print(f"{'macro':<{width}}  {'':>6} {len(report.kinds):>6}  {report.macro:8.4f}")
    print(f"predictions in {output}; {seconds:.1f} s")


def _parser() -> Parser:
    parser = Parser(
        prog="anymal eval",
        description="Score a bundle on questions; an answer is right when it holds a reference.",
    )
    parser.add_argument(
        "--manifest",
        type=Path,
        required=True,
        metavar="FILE.jsonl",
        help="one JSON object per line: id, question, references, kind, and image, video, audio, imu paths",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--predictions",
        type=Path,
        metavar="OUT.jsonl",
        help="where all predictions go, as OUT.jsonl.part until the end (.part2 beside another run's) "
        "(default: MANIFEST.predictions.jsonl in the working folder)",
    )
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N questions")
    parser.add_argument(
        "--keep-going", action="store_true", help="count a line that fails as wrong and go on"
    )
    add_assistant_arguments(parser)
    add_generation_arguments(parser)
    return parser
