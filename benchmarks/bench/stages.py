"""Scenario `stages`: each step from a sample to a token by itself, warm, on one thread of control.

Knows which call is which stage; refuses to know clocks, noise and floors. The LLM's stages run on a fork of a
context that holds what a live session's would: system text and the rows of every sense.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.bench.aligner import aligner_times, not_measurable
from anymal.bench.inputs import JPEG_PX, own_encoders, samples_for, write_jpeg
from anymal.bench.record import Absent, Figure, figure, in_threads
from anymal.bench.timing import Timing
from anymal.engines.bundle import Bundle
from anymal.engines.encoder import open_encoder
from anymal.engines.llama_engine import LlamaEngine
from anymal.engines.manifest import Manifest
from anymal.engines.onnx_engine import OnnxEngine
from anymal.errors import ConfigError, EngineError
from anymal.runtime.open_llm import open_llm
from anymal.runtime.options import AssistantOptions
from anymal.runtime.sampling import Sampler, SamplingOptions
from anymal.sensors.image_file import read_image

__all__ = ["StagesFound", "StagesPlan", "check_stages", "run_stages"]

BASE, SCRATCH = 0, 2
"""Sequences: the context, and the fork an answer runs on."""


@dataclass(frozen=True)
class StagesPlan:
    """`repeats` kept runs of each stage after `warmup`; `rows`: how many soft tokens to prefill at once."""

    repeats: int = 30
    warmup: int = 5
    rows: tuple[int, ...] = (8, 32, 64, 128)
    question: str = "What is going on right now?"

    def __post_init__(self) -> None:
        """Raise `ConfigError` out of range."""
        if not (1 <= self.repeats <= 100_000 and 0 <= self.warmup <= 100_000):
            raise ConfigError(
                f"stages.repeats must be at least 1, warmup at least 0, found {self.repeats}, {self.warmup}"
            )
        if not self.rows or min(self.rows) < 1:
            raise ConfigError(f"stages.rows must be counts of at least 1, found {list(self.rows)}")
        if not self.question.strip():
            raise ConfigError("stages.question must not be empty")


@dataclass(frozen=True)
class StagesFound:
    """Figures, and what floors need.

    `context`: positions before the question; `question`: its tokens; `rows`: the counts that were prefilled;
    `positions`: how many a decoded token saw on average; `threads`: of the LLM.
    """

    figures: dict[str, Figure]
    context: int
    question: int
    rows: tuple[int, ...]
    positions: int
    threads: int
    on_gpu: bool


def run_stages(
    bundle: Bundle,
    options: AssistantOptions,
    plan: StagesPlan,
    timing: Timing,
    absent: Absent = lambda line: None,
) -> StagesFound:
    """Time every stage; `absent` is told which have no figure.

    Raises `AnymalError` for a bundle or backend that does not work.
    """
    figures = _encoder_stages(bundle, options, timing, absent)
    with open_llm(bundle, options) as model:
        stages = _LlmStages(model, bundle, plan, timing)
        for count in plan.rows:
            if count not in stages.rows:
                absent(f"prefill_{count}: {stages.context} positions lie before it, there are {model.n_ctx}")
        figures |= stages.figures()
        question = len(stages.question)
        return StagesFound(
            figures,
            stages.context,
            question,
            stages.rows,
            stages.context + question + plan.warmup + plan.repeats // 2,
            model.threads,
            model.options.gpu_layers != 0,
        )


def _encoder_stages(
    bundle: Bundle, options: AssistantOptions, timing: Timing, absent: Absent
) -> dict[str, Figure]:
    found: dict[str, Figure] = {}

    def add(name: str, samples: Sequence[float], note: str) -> None:
        found[name] = figure(name, "ms", samples, note)

    with tempfile.TemporaryDirectory() as folder:
        jpeg = write_jpeg(Path(folder))
        note = f"JPEG of {JPEG_PX[0]} x {JPEG_PX[1]} from a file to uint8 RGB"
        add("decode_jpeg", timing.of(lambda: read_image(jpeg)), note)
    for modality, spec in own_encoders(bundle.manifest).items():
        samples = samples_for(spec)
        with open_encoder(bundle, modality, options.thread_count, options.device) as encoder:
            prepared = encoder.prepare_all(samples)
            add(f"prepare_{modality}", timing.of(partial(encoder.prepare_all, samples)), spec.file)
            threads = in_threads(options.thread_count)
            note = f"{spec.tokens} rows, {spec.precision}, {encoder.backend}, {threads}"
            add(f"encode_{modality}", timing.of(partial(encoder.run, prepared)), note)
            feeds = {spec.input.name: np.stack([item.values for item in prepared])}
            on_cpu = encoder.backend == "CPU"
        if on_cpu:
            taken = aligner_times(bundle.path(spec.file), feeds, options.thread_count, timing)
            if taken is not None:
                name, note = f"aligner_{modality}", "of it, the aligner: the graph less its encoder's part"
                one = figure(name, "ms", taken, note)
                if why := not_measurable(one, found[f"encode_{modality}"].p50):
                    absent(f"{name}: {why}")
                else:
                    found[name] = one
        for precision, file in spec.variants.items():
            name = f"encode_{modality}_{precision}"
            taken, note = _variant_times(bundle.path(file), feeds, options, timing)
            if taken is None:
                absent(f"{name}: ONNX Runtime cannot run {file} here")
            else:
                add(name, taken, note)
    return found


def _variant_times(
    path: Path, feeds: dict[str, NDArray[Any]], options: AssistantOptions, timing: Timing
) -> tuple[list[float] | None, str]:
    """Times of another precision of an encoder; None for a plan, or where ONNX Runtime cannot run it."""
    if path.suffix != ".onnx":
        return None, ""
    try:
        with OnnxEngine(path, options.device, options.thread_count) as engine:
            note = f"{path.name}, {engine.backend}, {in_threads(options.thread_count)}"
            return timing.of(lambda: engine.run(feeds)), note
    except EngineError:  # e.g. half precision on a CPU without kernels for it
        return None, ""


def _before(model: LlamaEngine, manifest: Manifest) -> tuple[Sequence[int], int]:
    """The tokens of the system text, and how many rows of senses come after it."""
    system = model.tokenize(manifest.prompt.system or "You are helpful.")
    return system, sum(spec.tokens for spec in own_encoders(manifest).values())


def check_stages(model: LlamaEngine, manifest: Manifest, plan: StagesPlan) -> Sequence[int]:
    """Return the question's tokens; raises `ConfigError` when context, question and runs have no room."""
    system, rows = _before(model, manifest)
    question = model.tokenize(plan.question)
    context, tokens = len(system) + rows, plan.repeats + plan.warmup + 1
    if context + len(question) + tokens > model.n_ctx:
        raise ConfigError(
            f"stages needs {context} positions of context, {len(question)} of question and {tokens} tokens, "
            f"but the bundle has {model.n_ctx}: ask for fewer stages.repeats or a shorter stages.question"
        )
    return question


class _LlmStages:
    """The LLM's part; `context` positions of system text and rows lie in sequence `BASE`."""

    def __init__(self, model: LlamaEngine, bundle: Bundle, plan: StagesPlan, timing: Timing) -> None:
        self._model, self._plan, self._timing = model, plan, timing
        self._random = np.random.default_rng(0)
        # On a GPU a decode only begins the work: reading the logits waits for its end.
        self._waits = model.options.gpu_layers != 0
        self.question = check_stages(model, bundle.manifest, plan)
        system, rows = _before(model, bundle.manifest)
        self.context = len(system) + rows
        self.rows = tuple(count for count in plan.rows if count + self.context <= model.n_ctx)
        model.clear(None)
        model.decode_tokens(system, 0, BASE, logits=False)
        if rows:
            model.decode_rows(self._rows(rows), len(system), BASE, logits=False)

    def figures(self) -> dict[str, Figure]:
        """Prefill by row count, the question, tokens one by one, and picking one."""
        found = {f"prefill_{count}": self._prefill(count) for count in self.rows}
        found["prefill_question"] = self._question()
        found["decode_token"] = self._decode()
        found["sample_greedy"] = self._sample("sample_greedy", SamplingOptions())
        found["sample_top_k"] = self._sample("sample_top_k", SamplingOptions(temperature=0.8, top_k=40))
        return found

    def _prefill(self, count: int) -> Figure:
        rows = self._rows(count)
        taken = self._timing.of(lambda: self._run_rows(rows), before=lambda: self._model.clear(SCRATCH))
        self._model.clear(SCRATCH)
        return figure(f"prefill_{count}", "ms", taken, f"{count} rows into an empty sequence, no logits")

    def _run_rows(self, rows: NDArray[np.float32]) -> None:
        self._model.decode_rows(rows, 0, SCRATCH, logits=self._waits)
        if self._waits:
            self._model.argmax()

    def _question(self) -> Figure:
        taken = self._timing.of(self._ask, before=self._fork)
        note = f"{len(self.question)} tokens after {self.context} positions, with logits"
        return figure("prefill_question", "ms", taken, note)

    def _ask(self) -> None:
        self._model.decode_tokens(self.question, self.context, SCRATCH)
        self._model.argmax()

    def _fork(self) -> None:
        self._model.clear(SCRATCH)
        self._model.fork(BASE, SCRATCH)

    def _decode(self) -> Figure:
        self._fork()
        self._ask()
        taken = self._timing.of(self._step)
        note = f"one token at a time from position {self.context + len(self.question)} on"
        return figure("decode_token", "ms", taken, note)

    def _step(self) -> None:
        # Also past an end token: the cost is the same, and every run has the same length.
        token = self._model.argmax()
        self._model.decode_tokens([token], self._model.resident(SCRATCH), SCRATCH)
        if self._waits:
            self._model.argmax()

    def _sample(self, name: str, options: SamplingOptions) -> Figure:
        sampler = Sampler(options)
        taken = self._timing.of(lambda: sampler.pick(self._model.logits_view()))
        return figure(name, "ms", taken, f"of {self._model.n_vocab} logits, read where they lie")

    def _rows(self, count: int) -> NDArray[np.float32]:
        values = 0.02 * self._random.standard_normal((count, self._model.n_embd))
        return np.asarray(values, np.float32)
