"""The live path without threads: windows from a recording, small updates, answers with and without a fork.

Knows the pieces of the live path and how to take logits from them; refuses to compare.
"""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.bench.arrivals import Speech
from anymal.runtime.assistant import Assistant
from anymal.runtime.generation import Generation
from anymal.runtime.live_context import LiveContext
from anymal.runtime.live_llm import in_order
from anymal.runtime.live_options import LiveOptions, View
from anymal.runtime.live_prompt import LivePrompt
from anymal.runtime.options import GenerationOptions
from anymal.runtime.senses import Sensed
from anymal.runtime.sensing import StreamSensing
from anymal.samples import NS_PER_S, AudioChunk, Captured, Frame, ImuChunk, Modality, Sample
from anymal.sensors.recording_reader import open_recording
from anymal.sensors.synthetic_signals import COLOURS, SHAPES

__all__ = [
    "RECORDING_S",
    "Forked",
    "Logits",
    "Made",
    "Noted",
    "Stream",
    "answer_alone",
    "answer_fork",
    "context_of",
    "questions",
    "speak",
    "updating",
]

OWN_WORDS = Path(__file__).resolve().parent.parent / "tests" / "data" / "own_words.jsonl"
TEMPLATES = (
    "Is there a {colour} {shape}?",
    "Where is the {shape}?",
    "What colour is the {shape}?",
    "Do you see something {colour}?",
    "Am I {doing}?",
    "Do you hear {sound}?",
    "What do you see and hear while I am {doing}?",
    "Please tell me about the {colour} {shape} and whether I am {doing}.",
)
WORDS = {
    "colour": tuple(COLOURS),
    "shape": SHAPES,
    "doing": ("walking", "sitting", "running", "standing", "cycling"),
    "sound": ("a beep", "a tone", "speech", "music", "a dog", "nothing"),
}
RECORDING_S = 40.0
Logits = NDArray[np.float32]
Made = tuple[list[int], list[Logits]]
"""The tokens of an answer, and the logits that each was picked from."""


class Stream:
    """The demo recording, over and over, as windows: `advance` takes one sample and returns a new window."""

    def __init__(self, assistant: Assistant, path: Path, view: View, options: LiveOptions) -> None:
        self.windows: dict[Modality, Sensed] = {}
        self.now_ns = 0
        self._order = assistant.bundle.manifest.prompt.order
        self._samples: dict[str, tuple[Sample, ...]] = {}
        self._feed = _again_and_again(path)
        self._streams: dict[str, StreamSensing] = {}
        senses: dict[str, Modality] = {"camera": view, "mic": "audio", "imu": "imu"}
        for name, modality in senses.items():
            spec = assistant.bundle.manifest.modalities[modality]
            self._streams[name] = StreamSensing(modality, spec, assistant._senses.encoder, options)

    def advance(self) -> tuple[Sensed, ...] | None:
        """Take the next sample; returns all windows when one of them is new."""
        name, captured = next(self._feed)
        self.now_ns = captured.arrival_ns
        stream = self._streams[name]
        stream.push(captured.sample)
        if not stream.due():
            return None
        samples = tuple(stream._window.take())
        sensed = stream.sense()
        if sensed is None:
            return None
        # A picture that counted as still stands for the one encoded before it: the first of a key is that.
        # One embedding may be that of all frames of a clip.
        per = len(samples) // len(sensed.embeddings)
        for number, embedding in enumerate(sensed.embeddings):
            self._samples.setdefault(embedding.key, samples[number * per : (number + 1) * per])
        self.windows[sensed.modality] = sensed
        return in_order(self.windows, self._order)

    def given(self, seen: Sequence[Sensed]) -> dict[str, Any]:
        """What `ask` must be given to see what an answer saw."""
        found = {
            thing.modality: [sample for e in thing.embeddings for sample in self._samples[e.key]]
            for thing in seen
        }
        return {name: things if name == "video" else things[0] for name, things in found.items()}


def _again_and_again(path: Path) -> Iterator[tuple[str, Captured]]:
    shift_ns = 0
    while True:
        for name, captured in open_recording(path).samples():
            sample = captured.sample
            if isinstance(sample, Frame):
                moved: Sample = Frame(sample.t_ns + shift_ns, sample.rgb)
            elif isinstance(sample, AudioChunk):
                moved = AudioChunk(sample.t_ns + shift_ns, sample.samples, sample.rate_hz)
            else:
                moved = ImuChunk(sample.t_ns + shift_ns, sample.accel_mps2, sample.gyro_radps)
            yield name, Captured(moved, captured.arrival_ns + shift_ns)
        shift_ns += round(RECORDING_S * NS_PER_S)


def questions(count: int, rng: random.Random) -> list[str]:
    """People's own questions, then templates filled in, `count` in all and in random order."""
    asked = [json.loads(line)["question"] for line in OWN_WORDS.read_text(encoding="utf-8").splitlines()]
    asked = asked[: max(1, count // 2)]
    seen = set(asked)
    while len(asked) < count:
        words = {name: rng.choice(choices) for name, choices in WORDS.items()}
        text = rng.choice(TEMPLATES).format(**words)
        if text not in seen or len(seen) > 1500:
            seen.add(text)
            asked.append(text)
    rng.shuffle(asked)
    return asked


def context_of(assistant: Assistant, options: LiveOptions, generation: GenerationOptions) -> LiveContext:
    """A fresh live context on the assistant's LLM."""
    model = assistant._model
    prompt = LivePrompt(model, model.chat_template, assistant.bundle.manifest.prompt)
    return LiveContext(model, prompt, options, generation.max_tokens)


def updating(stream: Stream, context: LiveContext, steps: Callable[[], int]) -> Callable[[], None]:
    """What happens between two tokens: one sample more, and some batches towards what it brought."""

    def between() -> None:
        wanted = stream.advance()
        if wanted is not None:
            context.want(wanted)
        for _ in range(steps()):
            context.step(LiveOptions().answer_step)

    return between


def speak(context: LiveContext, question: str) -> int:
    """Let `context` read every word of `question` but the last; return the positions that were read."""

    def read(said: str) -> None:
        while context.drafted != said:
            context.draft(said)

    Speech(read, 0.0).say(question)
    return len(context._drafts)


class Forked:
    """Keeps what was sensed when the context was last forked, while inside `with`."""

    def __init__(self, context: LiveContext) -> None:
        self._context = context
        self.sensed: tuple[Sensed, ...] = ()

    def __enter__(self) -> "Forked":
        work = self._context.fork

        def noted(*given: Any, **named: Any) -> Any:
            made = work(*given, **named)
            self.sensed = self._context.layout.sensed
            return made

        self._context.fork = noted  # type: ignore[method-assign]
        return self

    def __exit__(self, *_: object) -> None:
        del self._context.fork


class Noted:
    """Keeps the logits after every single-token decode of one model while inside `with`."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self.logits: list[NDArray[np.float32]] = []

    def __enter__(self) -> "Noted":
        work = self._model.decode_tokens

        def noted(tokens: Sequence[int], *given: Any, **named: Any) -> None:
            work(tokens, *given, **named)
            if named.get("logits", True):
                self.logits.append(self._model.logits())

        self._model.decode_tokens = noted
        return self

    def __exit__(self, *_: object) -> None:
        del self._model.decode_tokens


def answer_fork(
    model: Any, context: LiveContext, text: str, options: GenerationOptions, between: Callable[[], None]
) -> Made:
    """Tokens and logits of an answer on a fork of the context."""
    sequence, position, tokens = context.fork(text, options.most_positions(model.thought_ids))
    generation, made = Generation(model, options, sequence, position, context.known), []
    with Noted(model) as noted:
        generation.extend([tokens] if tokens else [])
        for token in generation.tokens():
            made.append(token)
            between()
    context.release()
    return made, noted.logits


def answer_alone(model: Any, pieces: Sequence[Any], options: GenerationOptions) -> Made:
    """Tokens and logits of an answer after a fresh prefill of `pieces` on an LLM that does nothing else."""
    generation = Generation(model, options)
    with Noted(model) as noted:
        generation.prefill(pieces)
        made = list(generation.tokens())
    return made, noted.logits
