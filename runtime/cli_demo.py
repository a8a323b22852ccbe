"""`anymal demo`: a scripted tour on samples the project makes itself.

Knows the script and how to print it; refuses to know what the answers should be.
"""

import math
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from anymal.errors import ConfigError, InputError
from anymal.runtime.answer import Answer
from anymal.runtime.arguments import Parser, add_assistant_arguments, assistant_options, show
from anymal.runtime.assistant import Assistant
from anymal.runtime.demo_recording import sound_rate_hz, write_recording
from anymal.runtime.demo_samples import DemoSamples, write_samples
from anymal.runtime.live import LiveSession
from anymal.runtime.live_answer import LiveAnswer
from anymal.samples import Modality

__all__ = ["run"]

LIVE_S = 20.0
# Until the first windows are there: the motion encoder wants two seconds.
READY_S = 3.0
# What is asked live, and after which part of the time; sound and motion change in the middle.
LIVE_SCRIPT = (
    (0.15, "What is going on?"),
    (0.35, "What am I doing?"),
    (0.90, "What do you hear now?"),
    (0.95, "And what am I doing now?"),
)


@dataclass(frozen=True)
class Scene:
    """One stop of the tour: what is given, and the questions about it."""

    title: str
    questions: tuple[str, ...]
    senses: Mapping[Modality, Path] = field(default_factory=dict)


def run(argv: Sequence[str]) -> int:
    """Run the command; returns 0, or raises `AnymalError`."""
    arguments = _parser().parse_args(argv)
    if not 0 <= arguments.live_s < math.inf:
        raise ConfigError(f"--live-s: wanted 0 or more, found {arguments.live_s:g}")
    with ExitStack() as stack:
        folder = arguments.samples or Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="anymal-demo-"))
        )
        samples = _make_samples(folder)
        assistant = stack.enter_context(Assistant(arguments.bundle, assistant_options(arguments)))
        print(f"bundle {assistant.bundle.manifest.name}, opened in {assistant.load_ms:.0f} ms")
        for scene in _script(samples):
            _play(assistant, scene)
        if arguments.live_s > 0:
            _play_live(assistant, folder / "scene.mcap", arguments.live_s)
        if arguments.samples:
            print(f"\nThe samples are in {folder}; ask about them with `anymal ask`.")
    return 0


def _script(samples: DemoSamples) -> tuple[Scene, ...]:
    everything: Mapping[Modality, Path] = {
        "image": samples.picture,
        "audio": samples.beeping,
        "imu": samples.walking,
    }
    return (
        Scene("Nothing but words", ("What can you do?",)),
        Scene(
            "A picture: a large red circle on the left, a small blue square on the right",
            (
                "What is in the picture?",
                "What colour is the circle? Answer in one word.",
                "How many shapes are there?",
            ),
            {"image": samples.picture},
        ),
        Scene("A sound: beeping", ("What do you hear?",), {"audio": samples.beeping}),
        Scene("A sound: a steady tone", ("What do you hear?",), {"audio": samples.tone}),
        Scene("A motion: walking", ("What am I doing?",), {"imu": samples.walking}),
        Scene("A motion: sitting still", ("What am I doing?",), {"imu": samples.sitting}),
        Scene("All three: the picture, the beeping and the walk", ("What is going on?",), everything),
    )


def _play(assistant: Assistant, scene: Scene) -> None:
    print(f"\n== {scene.title}")
    missing = [name for name in scene.senses if name not in assistant.modalities]
    if missing:
        print(f"   skipped: this bundle has no {' and no '.join(missing)}")
        return
    senses = scene.senses
    for question in scene.questions:
        print(f"   > {question}")
        show("   ")
        stream = assistant.stream(
            question, image=senses.get("image"), audio=senses.get("audio"), imu=senses.get("imu")
        )
        for piece in stream:
            show(piece.replace("\n", "\n   "))
        print(f"\n     {_times(stream.answer)}")


def _play_live(assistant: Assistant, path: Path, seconds: float) -> None:
    """Play a recording we make into a live session, in real time, and ask while it runs."""
    missing = [name for name in ("image", "audio", "imu") if name not in assistant.modalities]
    if missing:
        print(f"\n== Live: skipped, this bundle has no {' and no '.join(missing)}")
        return
    print(f"\n== Live, {seconds:.0f} s of a recording: beeping and walking, then a tone and sitting still")
    write_recording(path, seconds, rate_hz=sound_rate_hz(assistant.bundle.manifest))
    uri = f"replay:{path}"
    with assistant.live(camera=uri, mic=uri, imu=uri) as live:
        live.ready(seconds)
        began_s = time.monotonic()
        for share, question in LIVE_SCRIPT:
            _wait(live, began_s + share * (seconds - READY_S))
            print(f"   > {question}")
            show("   ")
            stream = live.ask(question)
            for piece in stream:
                show(piece)
            print(f"\n     {_live_times(stream.answer())}")


def _wait(live: LiveSession, until_s: float) -> None:
    """Let the recording run on; the session keeps the context up to date meanwhile."""
    while (left_s := until_s - time.monotonic()) > 0 and not live.closed:
        time.sleep(min(left_s, 0.2))


def _live_times(answer: LiveAnswer) -> str:
    ages = ", ".join(f"{window.modality} {window.age_s:.1f} s" for window in answer.windows)
    return f"[first word: {answer.timings.ttft_ms:.0f} ms; newest of {ages} ago]"


def _times(answer: Answer) -> str:
    timings = answer.timings
    tokens = sum(entry.tokens for entries in answer.context.values() for entry in entries)
    sensed = f", {tokens} soft tokens" if tokens else ""
    return f"[first word: {timings.ttft_ms:.0f} ms{sensed}, then {timings.decode_tokens_per_s:.0f} tokens/s]"


def _make_samples(folder: Path) -> DemoSamples:
    try:
        return write_samples(folder)
    except OSError as error:
        raise InputError(
            f"{folder}: the demo's samples cannot be written: {error.strerror or error}"
        ) from error


def _parser() -> Parser:
    parser = Parser(prog="anymal demo", description="A short tour on samples the project makes itself.")
    parser.add_argument(
        "--samples",
        type=Path,
        metavar="DIR",
        help="keep the samples in DIR (default: a folder that goes away)",
    )
    parser.add_argument(
        "--live-s",
        type=float,
        default=LIVE_S,
        metavar="S",
        help="length of the live part, 0 for none (%(default)s)",
    )
    add_assistant_arguments(parser)
    return parser
