"""Sliding windows of video against exact ones: how far apart, by the number of slides since a fresh prefill.

Knows how to make a scene that moves and how to compare two distributions; refuses to know the rest.
"""

import random
import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from live_exactness_parts import (
    answer_alone,
    answer_fork,
    context_of,
)
from numpy.typing import NDArray

from anymal.runtime.assistant import Assistant
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_prompt import LivePrompt
from anymal.runtime.options import GenerationOptions
from anymal.runtime.senses import Sensed
from anymal.runtime.sensing import StreamSensing
from anymal.samples import NS_PER_S, Frame
from anymal.sensors.synthetic_signals import COLOURS, MOVES, SHAPES, Picture

VIDEO_QUESTIONS = (
    "What moves?",
    "Which way does it move?",
    "What happens in the clip?",
    "What colour is the shape in this video?",
    "Describe the video.",
)
SCENE_S = 12.0
SLIDE_BINS = (0, 1, 2, 3, 4, 8, 16, 64, 256, 1 << 30)


def scenes(assistant: Assistant, windows: int, seed: int) -> list[Sensed]:
    """Video windows a second apart over shapes that cross the picture; another shape every `SCENE_S`."""
    options = LiveOptions(view="video", history=0)
    manifest = assistant.bundle.manifest
    spec = manifest.modalities["video"]
    stream = StreamSensing("video", spec, assistant._senses.encoder, options)
    rng = random.Random(seed)
    made: list[Sensed] = []
    second = 0
    moves = tuple(move for move in MOVES if move != "none")
    picture = Picture(320, 240, "circle", "red", "grey", "around", 5.0, 0.4)
    while len(made) < windows:
        if second % round(SCENE_S) == 0:
            colour, background = rng.sample(sorted(COLOURS), 2)
            picture = replace(
                picture,
                shape=rng.choice(SHAPES),
                colour=colour,
                background=background,
                move=rng.choice(moves),
            )
        stream.push(Frame(second * NS_PER_S, picture.draw(float(second))))
        if stream.due() and (sensed := stream.sense()) is not None:
            made.append(sensed)
        second += 1
    return made


def sliding_against_exact(
    hot: Assistant, cold: Assistant, windows: Sequence[Sensed], refresh: int
) -> list[dict[str, Any]]:
    """Part (c): one run over `windows`, prefilled afresh every `refresh` of them (0: never)."""
    options = LiveOptions(view="video", policy="sliding", history=0)
    generation = GenerationOptions(max_tokens=32)
    model = cold._model
    prompt = LivePrompt(model, model.chat_template, cold.bundle.manifest.prompt)
    found = []
    context = context_of(hot, options, generation)
    for number, window in enumerate(windows):
        if refresh and number % refresh == 0:
            context = context_of(hot, options, generation)
        before = context.counts.slides
        context.want([window])
        context.settle()
        text = VIDEO_QUESTIONS[number % len(VIDEO_QUESTIONS)]
        near, near_logits = answer_fork(hot._model, context, text, generation, lambda: None)
        layout = prompt.context([window], ())
        pieces = [*layout.pieces, prompt.question(text, layout)]
        exact, exact_logits = answer_alone(model, pieces, generation)
        found.append(
            {
                "slides": context.counts.slides,
                "slid": context.counts.slides > before,
                "kl": divergence(exact_logits[0], near_logits[0]),
                "first": bool(exact_logits[0].argmax() == near_logits[0].argmax()),
                "same": near == exact,
            }
        )
    return found


def divergence(exact: NDArray[np.float32], near: NDArray[np.float32]) -> float:
    """KL of `near` from `exact` in nats, of the distributions behind two rows of logits."""
    log_p, log_q = (row - np.logaddexp.reduce(row) for row in (exact.astype(float), near.astype(float)))
    return max(0.0, float((np.exp(log_p) * (log_p - log_q)).sum()))


def by_slides(found: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row of the table for every range of slides."""
    rows = []
    for low, high in pairwise(SLIDE_BINS):
        part = [item for item in found if low <= item["slides"] < high]
        if not part:
            continue
        kl = [item["kl"] for item in part]
        name = (
            str(low) if high == low + 1 else f"{low} to {high - 1}" if high < SLIDE_BINS[-1] else f"{low} on"
        )
        rows.append(
            {
                "slides": name,
                "questions": len(part),
                "kl_mean": float(f"{statistics.fmean(kl):.3g}"),
                "kl_p95": float(f"{sorted(kl)[min(len(kl) - 1, int(0.95 * len(kl)))]:.3g}"),
                "kl_max": float(f"{max(kl):.3g}"),
                "first_token_same": round(sum(item["first"] for item in part) / len(part), 4),
                "answer_same": round(sum(item["same"] for item in part) / len(part), 4),
            }
        )
    return rows
