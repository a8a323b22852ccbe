"""`anymal ask`: one question about files, the answer on stdout as it comes.

Knows the options and the two forms of output; refuses to know how an answer is made.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from anymal.errors import InputError
from anymal.runtime.arguments import (
    Once,
    Parser,
    add_assistant_arguments,
    add_generation_arguments,
    assistant_options,
    generation_options,
    parse_windows,
    show,
)
from anymal.runtime.assistant import Assistant
from anymal.runtime.given import gather
from anymal.runtime.question import require_question

__all__ = ["run"]


def run(argv: Sequence[str]) -> int:
    """Run the command; returns 0, or raises `AnymalError`."""
    arguments = _parser().parse_args(argv)
    require_question(arguments.question)  # before anything is loaded
    _require_files(arguments)
    files = {name: getattr(arguments, name) or None for name in ("image", "video", "audio", "imu")}
    windows = parse_windows(arguments.window, gather(**files).modalities)
    generation = generation_options(arguments)
    with Assistant(arguments.bundle, assistant_options(arguments)) as assistant:
        stream = assistant.stream(
            arguments.question,
            **files,
            system=arguments.system,
            windows=windows,
            adapter=arguments.adapter,
            generation=generation,
        )
        for piece in stream:
            if not arguments.json:
                show(piece)
    print(json.dumps(stream.answer.to_json(), ensure_ascii=False) if arguments.json else "")
    return 0


def _require_files(arguments: argparse.Namespace) -> None:
    """Refuse a missing file before the bundle is opened: the commonest mistake gets the fastest answer."""
    for path in (*arguments.image, arguments.video, arguments.audio, arguments.imu):
        try:
            missing = path is not None and not path.exists()
        except OSError as error:  # a folder that may not be entered, a name that is too long
            raise InputError(f"{path}: cannot be looked at: {error.strerror}") from error
        if missing:
            raise InputError(f"{path}: there is no such file")


def _parser() -> Parser:
    parser = Parser(
        prog="anymal ask",
        description="Ask one question about pictures, video, sound and motion.",
    )
    parser.add_argument("question", metavar="QUESTION", help="what to ask; quote it")
    parser.add_argument(
        "--image",
        type=Path,
        action="append",
        default=[],
        metavar="F",
        help="a picture; give it again for more",
    )
    parser.add_argument("--video", type=Path, action=Once, metavar="F", help="a video")
    parser.add_argument(
        "--audio", type=Path, action=Once, metavar="F", help="a sound, or a video's sound track"
    )
    parser.add_argument(
        "--imu", type=Path, action=Once, metavar="F", help="motion as CSV: t_s,ax_mps2,...,gz_radps"
    )
    parser.add_argument(
        "--window",
        action="append",
        default=[],
        metavar="[SENSE=]START:END",
        help="which seconds of a recording to sense, as `audio=3:8` (default: the newest the model takes)",
    )
    parser.add_argument("--system", metavar="S", help="system text instead of the bundle's")
    parser.add_argument(
        "--adapter",
        metavar="A",
        help="LoRA adapter of the bundle that answers (default: that of a sense given; `none`: no adapter)",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object when the answer is complete"
    )
    add_assistant_arguments(parser)
    add_generation_arguments(parser)
    return parser
