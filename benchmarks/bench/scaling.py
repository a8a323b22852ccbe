"""Scenario `scaling`: what a longer context, more pictures, more threads and more windows per second cost.

Knows which quantity is measured along which axis; refuses to fit curves. A figure `<quantity>_by_<axis>@<x>`
is one point of a cost curve; the windows per second, which need live sessions, are in `scaling_live`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from anymal.bench.inputs import new_samples, own_encoders
from anymal.bench.record import Absent, Figure, figure
from anymal.bench.timing import Timing
from anymal.engines.bundle import Bundle
from anymal.engines.encoder import Encoder, open_encoder
from anymal.engines.llama_engine import LlamaEngine
from anymal.engines.manifest import EncoderSpec
from anymal.errors import ConfigError
from anymal.runtime.open_llm import open_llm
from anymal.runtime.options import AssistantOptions

__all__ = ["ScalingPlan", "curve_of", "run_scaling"]

BASE, SCRATCH = 0, 2
QUESTION = "What is going on right now?"
LEAST_HZ, MOST_HZ = 1, 50
ROWS = 64
"""Rows of the prefill that is timed for each number of threads."""


@dataclass(frozen=True)
class ScalingPlan:
    """The points of each axis; an empty list leaves one out. Points out of reach are named, not measured.

    `contexts`: positions before a question. `images`: pictures in one prompt. `threads`: of LLM and encoder.
    `windows_per_s`: of every sense at once, divisors of 50, each for `seconds`. `repeats` runs are kept per
    point after `warmup`.
    """

    repeats: int = 8
    warmup: int = 2
    contexts: tuple[int, ...] = (64, 128, 256, 512, 1024, 2048)
    images: tuple[int, ...] = (1, 2, 4, 8, 16)
    threads: tuple[int, ...] = (1, 2, 4, 8)
    windows_per_s: tuple[int, ...] = (1, 2, 5, 10, 25, 50)
    seconds: float = 20.0

    def __post_init__(self) -> None:
        """Raise `ConfigError` out of range."""
        if not (1 <= self.repeats <= 100_000 and 0 <= self.warmup <= 1000):
            raise ConfigError(
                f"scaling.repeats must be at least 1, warmup at least 0, found {self.repeats}, {self.warmup}"
            )
        for name, most in (("contexts", 1 << 24), ("images", 10_000), ("threads", 512)):
            points = getattr(self, name)
            if any(not 1 <= point <= most for point in points):
                raise ConfigError(f"scaling.{name} must be from 1 to {most}, found {list(points)}")
        if any(point < LEAST_HZ or MOST_HZ % point for point in self.windows_per_s):
            raise ConfigError(
                f"scaling.windows_per_s must be divisors of {MOST_HZ}, found {list(self.windows_per_s)}"
            )
        if not (self.contexts or self.images or self.threads or self.windows_per_s):
            raise ConfigError("scaling has no points: give some of contexts, images, threads, windows_per_s")
        if not 0.5 <= self.seconds <= 3600:
            raise ConfigError(f"scaling.seconds must be from 0.5 to 3600, found {self.seconds}")


def curve_of(name: str) -> tuple[str, float] | None:
    """Return the curve and the x of a figure `<quantity>_by_<axis>@<x>`, None for another name."""
    curve, mark, x = name.partition("@")
    try:
        return (curve, float(x)) if mark and "_by_" in curve else None
    except ValueError:
        return None


def run_scaling(
    bundle: Bundle, options: AssistantOptions, plan: ScalingPlan, absent: Absent = lambda line: None
) -> dict[str, Figure]:
    """Measure every axis but the live one; `absent` is told the points out of reach.

    Raises `AnymalError` for a bundle that does not work.
    """
    timing = Timing(plan.repeats, plan.warmup)
    found: dict[str, Figure] = {}
    with open_llm(bundle, options) as model:
        llm = _Llm(model, timing, absent)
        for positions in plan.contexts:
            found |= llm.at_context(positions)
        spec = own_encoders(bundle.manifest).get("image")
        if spec is None and plan.images:
            absent("images: this bundle has no encoder of pictures")
        if spec is not None and plan.images:
            with open_encoder(bundle, "image", options.thread_count, options.device) as encoder:
                for count in plan.images:
                    found |= llm.with_images(encoder, spec, count)
    for threads in plan.threads:
        if threads > options.thread_count:
            absent(f"threads {threads}: there are {options.thread_count}")
        else:
            found |= _with_threads(bundle, replace(options, threads=threads), timing, absent)
    return found


def _with_threads(
    bundle: Bundle, options: AssistantOptions, timing: Timing, absent: Absent
) -> dict[str, Figure]:
    threads = options.thread_count
    with open_llm(bundle, options) as model:
        found = _Llm(model, timing, absent).with_threads(threads)
    spec = own_encoders(bundle.manifest).get("image")
    if spec is None:
        return found
    with open_encoder(bundle, "image", threads, options.device) as encoder:
        prepared = encoder.prepare_all(new_samples(spec, 0))
        taken = timing.of(lambda: encoder.run(prepared))
    return found | _point("encode_image", "threads", threads, taken, f"{spec.precision}, {encoder.backend}")


def _point(quantity: str, axis: str, x: int, taken: Sequence[float], note: str) -> dict[str, Figure]:
    name = f"{quantity}_by_{axis}@{x}"
    return {name: figure(name, "ms", taken, note)}


class _Llm:
    """The LLM's part of every axis; keeps nothing between calls."""

    def __init__(self, model: LlamaEngine, timing: Timing, absent: Absent) -> None:
        self._model, self._timing, self._absent = model, timing, absent
        self._random = np.random.default_rng(0)
        self._question = model.tokenize(QUESTION)

    def at_context(self, positions: int) -> dict[str, Figure]:
        """The whole prefill, the question after it, and one token after that; nothing when it has no room."""
        model, question = self._model, self._question
        if not self._has_room(f"contexts {positions}", positions):
            return {}
        rows = self._rows(positions)
        whole = self._timing.of(lambda: self._prefill(rows), before=lambda: model.clear(None))

        def ask() -> None:
            model.decode_tokens(question, positions, SCRATCH)
            model.argmax()

        def step() -> None:
            model.decode_tokens([model.argmax()], positions + len(question), SCRATCH)
            model.argmax()

        def fork() -> None:
            model.clear(SCRATCH)
            model.fork(BASE, SCRATCH)

        def fork_and_ask() -> None:
            fork()
            ask()

        asked = self._timing.of(ask, before=fork)
        decoded = self._timing.of(step, before=fork_and_ask)
        note = f"{len(question)} tokens after the context"
        return {
            **_point("prefill", "context", positions, whole, "the whole context as rows, from nothing"),
            **_point("question", "context", positions, asked, note),
            **_point("decode_token", "context", positions, decoded, "one token after context and question"),
        }

    def with_images(self, encoder: Encoder, spec: EncoderSpec, count: int) -> dict[str, Figure]:
        """From `count` new pictures to the first token: encoders, all rows, the question."""
        model = self._model
        if not self._has_room(f"images {count}", count * spec.tokens):
            return {}
        numbers = iter(range(1 << 30))
        pictures: list[NDArray[np.float32]] = []

        def answer() -> None:
            for prepared in waiting:
                pictures.extend(embedding.rows for embedding in encoder.run([prepared]))
            self._prefill(np.concatenate(pictures))
            model.decode_tokens(self._question, model.resident(BASE), BASE)
            model.argmax()

        def new() -> None:
            pictures.clear()
            waiting[:] = [encoder.prepare_all(new_samples(spec, next(numbers)))[0] for _ in range(count)]
            model.clear(None)

        waiting = [encoder.prepare_all(new_samples(spec, 0))[0]]
        taken = self._timing.of(answer, before=new)
        note = f"{count} x {spec.tokens} rows and the question; pictures decoded and scaled before"
        return _point("first_token", "images", count, taken, note)

    def with_threads(self, threads: int) -> dict[str, Figure]:
        """Prefill of `ROWS` rows and one token after them."""
        model, rows = self._model, self._rows(min(ROWS, self._model.n_ctx // 2))
        model.clear(None)
        taken = self._timing.of(lambda: self._prefill(rows), before=lambda: model.clear(None))

        def step() -> None:
            model.decode_tokens([model.argmax()], len(rows), BASE)
            model.argmax()

        def again() -> None:
            model.clear(None)
            model.decode_rows(rows, 0, BASE)

        return {
            **_point("prefill", "threads", threads, taken, f"{len(rows)} rows"),
            **_point("decode_token", "threads", threads, self._timing.of(step, before=again), ""),
        }

    def _has_room(self, point: str, positions: int) -> bool:
        """Whether `positions`, the question and one token fit; else the `point` is told as absent."""
        needed = positions + len(self._question) + 1
        if needed > self._model.n_ctx:
            self._absent(f"{point}: {needed} positions with the question, there are {self._model.n_ctx}")
        return needed <= self._model.n_ctx

    def _prefill(self, rows: NDArray[np.float32]) -> None:
        self._model.decode_rows(rows, 0, BASE)
        self._model.argmax()  # on a GPU a decode only begins the work: reading the logits waits for its end

    def _rows(self, count: int) -> NDArray[np.float32]:
        values = 0.02 * self._random.standard_normal((count, self._model.n_embd))
        return np.asarray(values, np.float32)
