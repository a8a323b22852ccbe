"""Is a live answer the answer? Against `ask`, against an answer without a fork, and sliding against exact.

(a) `live`: questions over the demo recording, the context updated in small steps, often half-way when the
question comes, and after every token; each text beside `Assistant.ask` on the same samples.
(b) `fork`: an answer on a fork, while its parent takes new windows between every two tokens, beside the
same context and question without a fork, on an LLM that does nothing else, and beside a fork whose parent
rests: tokens, and logits as long as the tokens agree; and a question told word by word (`LiveContext.draft`)
beside the same one read at once. As a measure of mere rounding, the answer without a
fork is also made from rows larger by a millionth: a Q8_0 model rounds activations to 8 bits, so that the
last bit of a sum, such as the order of cells in the cache decides, may move logits by some hundredths.
(c) `sliding`: a video window over a moving scene, kept by shifting, beside a fresh prefill of the same
rows: KL of the first token's distribution and agreement of the greedy answers, by the number of slides
since the last exact prefill. Half of the table comes from a run that is prefilled afresh every
`--refresh` windows, the rest from one that never is.

Everything is in stream time, without threads, and the same on every run. Knows the pieces of the live
path; refuses to know wall-clock time.

    python benchmarks/live_exactness.py --output benchmarks/results/live_exactness.json
"""

import argparse
import json
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from live_exactness_parts import (
    RECORDING_S,
    Forked,
    Logits,
    Made,
    Noted,
    Stream,
    answer_alone,
    answer_fork,
    context_of,
    questions,
    speak,
    updating,
)
from live_exactness_sliding import by_slides, scenes, sliding_against_exact

import anymal
from anymal.clock import ManualClock
from anymal.runtime.assistant import Assistant
from anymal.runtime.demo_recording import sound_rate_hz, write_recording
from anymal.runtime.live_answer import LiveStream
from anymal.runtime.live_board import Question
from anymal.runtime.live_llm import Answering
from anymal.runtime.live_options import LiveOptions, View
from anymal.runtime.options import AssistantOptions, GenerationOptions

SHOWN = 5
NEARLY = np.float32(1 + 1e-6)


def live_against_ask(
    hot: Assistant, cold: Assistant, recording: Path, view: View, asked: Sequence[str], seed: int
) -> dict[str, Any]:
    """Part (a) for one view of the camera."""
    options, generation = LiveOptions(view=view, history=0), GenerationOptions(max_tokens=32)
    rng = random.Random(seed)
    stream = Stream(hot, recording, view, options)
    context, clock = context_of(hot, options, generation), ManualClock()
    answering = Answering(hot._model, hot._model.piece, context, clock)
    update = updating(stream, context, lambda: rng.randrange(3))
    different, half_way, windows = [], 0, []
    while len(stream.windows) < 3:
        update()
    for text in asked:
        for _ in range(rng.randrange(1, 12)):
            update()
        half_way += context.pending
        clock.advance(max(0, stream.now_ns - clock.now_ns()))
        question = Question(text, clock.now_ns(), LiveStream(text), generation)
        with Noted(hot._model) as mine, Forked(context) as forked:
            answer = answering.run(question, update)
        with Noted(cold._model) as theirs:
            found = cold.ask(text, generation=generation, **stream.given(forked.sensed))
        windows.append(len(answer.windows))
        if found.text != answer.text:
            parting = where_they_part(mine.logits, theirs.logits)
            different.append({"question": text, "live": answer.text, "ask": found.text, **parting})
    return {
        "questions": len(asked),
        "identical": len(asked) - len(different),
        "asked_in_the_middle_of_an_update": half_way,
        "windows_seen": {str(number): windows.count(number) for number in sorted(set(windows))},
        "updates": context.counts.updates,
        "superseded": context.counts.superseded,
        "rows_decoded": context.counts.decoded,
        "rows_reused": context.counts.reused,
        "different": different[:SHOWN],
    }


def where_they_part(mine: Sequence[Logits], theirs: Sequence[Logits]) -> dict[str, float]:
    """The first token two answers differ in: by how much `ask` preferred its own, and how far they are apart.

    A difference like that of `rounding` in part (b) is rounding; a much larger one is another context.
    """
    for number, (one, other) in enumerate(zip(mine, theirs, strict=False)):
        if one.argmax() != other.argmax():
            second, first = np.sort(other)[-2:]
            apart = float(np.abs(one - other).max())
            return {
                "token": number,
                "margin_of_ask": float(f"{first - second:.3g}"),
                "logit_difference": float(f"{apart:.3g}"),
            }
    return {}


class Pairs:
    """Pairs of answers: how many are the same, and how far their logits are apart while they are."""

    def __init__(self) -> None:
        self._same = self._steps = 0
        self._worst: list[float] = []

    def add(self, one: Made, other: Made) -> None:
        """Compare two answers; the logits of the first token that differs still count."""
        agreed = next((n for n, (x, y) in enumerate(zip(one[0], other[0], strict=False)) if x != y), None)
        pairs = list(zip(one[1], other[1], strict=False))[: None if agreed is None else agreed + 1]
        self._same += one[0] == other[0]
        self._steps += len(pairs)
        self._worst.append(max(float(np.abs(mine - yours).max()) for mine, yours in pairs))

    def found(self) -> dict[str, Any]:
        """The figures."""
        worst = {
            "p50": float(f"{statistics.median(self._worst):.3g}"),
            "max": float(f"{max(self._worst):.3g}"),
        }
        return {"identical": self._same, "steps_compared": self._steps, "largest_logit_difference": worst}


def fork_against_alone(
    hot: Assistant, cold: Assistant, recording: Path, asked: Sequence[str], seed: int
) -> dict[str, Any]:
    """Part (b)."""
    options, generation = LiveOptions(history=0), GenerationOptions(max_tokens=32)
    rng = random.Random(seed)
    stream = Stream(hot, recording, "image", options)
    context = context_of(hot, options, generation)
    update = updating(stream, context, lambda: 1)
    while len(stream.windows) < 3:
        update()
    busy_alone, busy_quiet, quiet_alone, drafted_quiet, rounding = (Pairs() for _ in range(5))
    updates, spreads, drafted = [], [], 0
    for text in asked:
        for _ in range(rng.randrange(1, 12)):
            update()
        if context.layout.length == 0:
            context.settle()
        layout = context.layout
        question = context._prompt.question(text, layout)
        quiet = answer_fork(hot._model, context, text, generation, lambda: None)
        drafted += speak(context, text)
        drafted_quiet.add(answer_fork(hot._model, context, text, generation, lambda: None), quiet)
        before = context.counts.decoded
        busy = answer_fork(hot._model, context, text, generation, update)
        updates.append(context.counts.decoded - before)
        alone = answer_alone(cold._model, [*layout.pieces, question], generation)
        busy_alone.add(busy, alone)
        busy_quiet.add(busy, quiet)
        quiet_alone.add(quiet, alone)
        nearly = [piece if isinstance(piece, tuple) else piece * NEARLY for piece in layout.pieces]
        rounding.add(answer_alone(cold._model, [*nearly, question], generation), alone)
        spreads.append(float(np.std(alone[1][0])))
    return {
        "questions": len(asked),
        "busy_fork_against_no_fork": busy_alone.found(),
        "busy_fork_against_quiet_fork": busy_quiet.found(),
        "quiet_fork_against_no_fork": quiet_alone.found(),
        "word_by_word_against_at_once": drafted_quiet.found(),
        "positions_read_before_the_last_word": drafted,
        "rounding": rounding.found(),
        "standard_deviation_of_logits": round(statistics.median(spreads), 3),
        "rows_decoded_into_the_parent_per_answer": {
            "median": statistics.median(updates),
            "max": max(updates),
        },
    }


def measure(arguments: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """All three parts, as far as they are wanted."""
    options = AssistantOptions(threads=arguments.threads, reuse=False)
    rng = random.Random(arguments.seed)
    result: dict[str, Any] = {}
    recording = folder / "scene.mcap"
    with anymal.load(arguments.bundle, options) as hot, anymal.load(arguments.bundle, options) as cold:
        if {"live", "fork"} & set(arguments.parts):
            write_recording(recording, RECORDING_S, rate_hz=sound_rate_hz(hot.bundle.manifest))
        if "live" in arguments.parts:
            asked = questions(arguments.questions, rng)
            half = len(asked) // 2
            views: dict[View, list[str]] = {"image": asked[half:], "video": asked[:half]}
            result["live"] = {
                view: live_against_ask(hot, cold, recording, view, texts, arguments.seed)
                for view, texts in views.items()
            }
        if "fork" in arguments.parts:
            asked = questions(arguments.forked, rng)
            result["fork"] = fork_against_alone(hot, cold, recording, asked, arguments.seed)
        if "sliding" in arguments.parts:
            windows = scenes(hot, round(arguments.minutes * 60), arguments.seed)
            runs = [sliding_against_exact(hot, cold, windows, every) for every in (arguments.refresh, 0)]
            # Of the run without refresh only what the other cannot show.
            late = [item for item in runs[1] if item["slides"] >= arguments.refresh]
            result["sliding"] = {
                "windows": len(windows),
                "slid_share": round(statistics.fmean(item["slid"] for item in runs[1]), 4),
                "by_slides": by_slides([*runs[0], *late]),
            }
    return result


def tables(result: dict[str, Any]) -> str:
    """What was found, for people."""
    lines = []
    for view, found in result.get("live", {}).items():
        lines.append(
            f"live against ask, view {view}: {found['identical']} of {found['questions']} texts identical, "
            f"{found['asked_in_the_middle_of_an_update']} asked in the middle of an update"
        )
    if "fork" in result:
        count = result["fork"]["questions"]
        for name, found in result["fork"].items():
            if isinstance(found, dict) and "identical" in found:
                lines.append(
                    f"{name.replace('_', ' ')}: {found['identical']} of {count} identical, largest logit "
                    f"difference {found['largest_logit_difference']['max']:.2g}"
                )
    if "sliding" in result:
        names = ("slides", "questions", "kl_mean", "kl_p95", "kl_max", "first_token_same", "answer_same")
        lines.append("".join(f"{name:>17}" for name in names))
        for row in result["sliding"]["by_slides"]:
            lines.append("".join(f"{row[name]!s:>17}" for name in names))
    return "\n".join(lines)


def main() -> None:
    """Measure, print and write the result file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bundle", default="nano")
    parser.add_argument(
        "--parts",
        nargs="+",
        default=["live", "fork", "sliding"],
        choices=["live", "fork", "sliding"],
    )
    parser.add_argument("--questions", type=int, default=300, help="of part (a), half of them with video")
    parser.add_argument("--forked", type=int, default=100, help="questions of part (b)")
    parser.add_argument("--minutes", type=float, default=10.0, help="of video in part (c)")
    parser.add_argument("--refresh", type=int, default=16, help="windows between exact prefills")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(arguments, Path(folder))
    result = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "machine": platform.machine(),
        },
        **measured,
    }
    text = json.dumps(result, indent=1)
    print(text)
    print(tables(measured))
    if arguments.output:
        arguments.output.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
