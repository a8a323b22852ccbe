"""Scenario `overhead`: what our Python costs over the bare libraries, in the same process, turn by turn.

Knows llama.cpp's own decode loop through ctypes and a bare ONNX Runtime session beside the runtime's way to
the same tokens and rows; refuses to know how a server would do it. Blocks of both alternate, and which comes
first alternates too, so that heat and clock hit both alike; ratios are of neighbours.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import numpy as np

from anymal.bench.inputs import own_encoders, samples_for
from anymal.bench.record import Figure, figure, in_threads
from anymal.engines.bundle import Bundle
from anymal.engines.encoder import Encoder, open_encoder
from anymal.engines.llama_engine import LlamaEngine
from anymal.engines.llama_native import load_llama, open_context, open_model
from anymal.engines.onnx_threads import set_threads
from anymal.errors import ConfigError, EngineError
from anymal.runtime.generation import Generation
from anymal.runtime.live_answer import LiveStream
from anymal.runtime.open_llm import open_llm
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.runtime.text_stream import AnswerText

__all__ = ["BareLlama", "OverheadPlan", "alternate", "check_overhead", "run_overhead"]

CONTEXT = "What is going on right now? "
US_PER_MS = 1e3
LEAST_PAIRS = 12
"""With so few a token's overhead had an interval of 76 us on a quiet machine, with 60 one of 26 to 42."""
MOST_S = 3600.0
Work = Callable[[], float]


@dataclass(frozen=True)
class OverheadPlan:
    """`pairs` of blocks of `tokens` answer tokens each, and as many pairs of encoder runs, after `warmup`.

    Where `seconds` of such pairs have gone by, no more are begun, but `LEAST_PAIRS` there are in any case.
    """

    pairs: int = 60
    warmup: int = 3
    tokens: int = 32
    context: int = 64
    seconds: float = 20.0

    def __post_init__(self) -> None:
        """Raise `ConfigError` out of range."""
        limits = {"pairs": (1, 10_000), "warmup": (0, 1000), "tokens": (1, 4096), "context": (1, 1 << 20)}
        for name, (least, most) in limits.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise ConfigError(f"overhead.{name} must be between {least} and {most}, found {value}")
        if not 0 <= self.seconds <= MOST_S:
            raise ConfigError(f"overhead.seconds must be from 0 to {MOST_S}, found {self.seconds}")


class BareLlama:
    """llama.cpp's own greedy loop: `llama_batch_get_one`, `llama_decode`, the largest logit; nothing else.

    Opened with the same model and context parameters as `LlamaEngine` opens them. Raises `EngineError` when
    llama.cpp fails.
    """

    def __init__(self, model: LlamaEngine, bundle: Bundle, stack: ExitStack) -> None:
        self._llama = load_llama()
        handle = open_model(bundle.llm_path, model.options, stack)
        self._context = open_context(handle, model.n_ctx, model.threads, model.options, stack)
        self._n_vocab = model.n_vocab
        self._token = (self._llama.llama_token * 1)()

    def prefill(self, tokens: Sequence[int]) -> None:
        """Forget everything and run `tokens`."""
        llama = self._llama
        llama.llama_memory_clear(llama.llama_get_memory(self._context), True)
        self._decode((llama.llama_token * len(tokens))(*tokens), len(tokens))

    def run(self, count: int) -> float:
        """Pick and run `count` tokens, pick one more, and return the milliseconds."""
        began_s = time.perf_counter()
        self._token[0] = self._best()
        for _ in range(count):
            self._decode(self._token, 1)
            self._token[0] = self._best()
        return (time.perf_counter() - began_s) * 1e3

    def _decode(self, tokens: Any, count: int) -> None:
        batch = self._llama.llama_batch_get_one(tokens, count)
        if status := self._llama.llama_decode(self._context, batch):
            raise EngineError(f"llama.cpp's own loop cannot decode (status {status})")

    def _best(self) -> int:
        logits = self._llama.llama_get_logits_ith(self._context, -1)
        return int(np.ctypeslib.as_array(logits, shape=(self._n_vocab,)).argmax())


def run_overhead(bundle: Bundle, options: AssistantOptions, plan: OverheadPlan) -> dict[str, Figure]:
    """Measure LLM and encoders. Raises `AnymalError` when one of them does not work."""
    found: dict[str, Figure] = {}
    with ExitStack() as stack:
        model = stack.enter_context(open_llm(bundle, options))
        found |= _llm(model, BareLlama(model, bundle, stack), plan)
    for modality, spec in own_encoders(bundle.manifest).items():
        with open_encoder(bundle, modality, options.thread_count, options.device) as encoder:
            if encoder.backend == "CPU":
                path = bundle.path(spec.file)
                found |= _encoder(f"encode_{modality}", encoder, str(path), options.thread_count, plan)
    return found


def check_overhead(n_ctx: int, plan: OverheadPlan) -> None:
    """Raise `ConfigError` when an LLM with `n_ctx` positions has no room for the plan's tokens."""
    if (needed := plan.context + plan.tokens + 1) > n_ctx:
        raise ConfigError(
            f"overhead.context and tokens need {needed} positions, the bundle has {n_ctx}: ask for fewer"
        )


def _llm(model: LlamaEngine, bare: BareLlama, plan: OverheadPlan) -> dict[str, Figure]:
    words = model.tokenize(CONTEXT) or [0]
    tokens = (words * (plan.context // len(words) + 1))[: plan.context]
    check_overhead(model.n_ctx, plan)
    # An answer that goes on, all of it said: both loops run the same tokens.
    model.end_ids, model.thought_ids = frozenset(), None

    def ours() -> float:
        model.clear(None)
        model.decode_tokens(tokens, 0)
        return _speak(model, len(tokens), plan.tokens)

    def theirs() -> float:
        bare.prefill(tokens)
        return bare.run(plan.tokens)

    ours_ms, bare_ms = alternate(ours, theirs, plan)
    per_token = [np.asarray(taken) / plan.tokens for taken in (ours_ms, bare_ms)]
    cost_us = (per_token[0] - per_token[1]) * US_PER_MS
    note = f"per token of {plan.tokens} after {len(tokens)} positions, {in_threads(model.threads)}"
    whole = "from logits to text in the reader's hands"
    return {
        "decode_ours": figure("decode_ours", "ms", list(per_token[0]), f"{note}; {whole}"),
        "decode_bare": figure("decode_bare", "ms", list(per_token[1]), f"{note}; llama_decode and argmax"),
        "decode_speed": figure(
            "decode_speed",
            "ratio",
            list(per_token[1] / per_token[0]),
            "our tokens/s over those of llama.cpp's own loop, block by block",
            better="higher",
        ),
        "token_overhead_us": figure("token_overhead_us", "us", list(cost_us), "ours less bare, per token"),
    }


def _speak(model: LlamaEngine, position: int, count: int) -> float:
    """The runtime's way to `count + 1` tokens: picked, run, turned into text, handed over; milliseconds."""
    generation = Generation(model, GenerationOptions(max_tokens=count + 1), position=position)
    text, stream = AnswerText(), LiveStream("")
    began_s = time.perf_counter()
    for token in generation.tokens():
        if piece := text.push(model.piece(token), generation.voice):
            stream.push(piece)
    return (time.perf_counter() - began_s) * 1e3


def _encoder(name: str, encoder: Encoder, path: str, threads: int, plan: OverheadPlan) -> dict[str, Figure]:
    import onnxruntime

    def session(ours: bool) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        if ours:
            set_threads(options, onnxruntime.__version__, threads)
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    prepared = encoder.prepare_all(samples_for(encoder.spec))
    feeds = {encoder.spec.input.name: np.stack([item.values for item in prepared])}
    found: dict[str, Figure] = {}
    for label, same in (("bare", True), ("bare_spinning", False)):
        runner = session(same)
        taken = alternate(
            _timed(lambda: encoder.run(prepared)),
            _timed(lambda runner=runner: runner.run(None, feeds)),  # type: ignore[misc]
            plan,
        )
        del runner  # its threads would spin beside the next
        ours, bare = (np.asarray(part) for part in taken)
        words = "the same settings" if same else "ONNX Runtime's default: threads spin"
        found[f"{name}_{label}"] = figure(f"{name}_{label}", "ms", list(bare), f"session.run; {words}")
        ratio = f"{name}_over_{label}"
        found[ratio] = figure(ratio, "ratio", list(ours / bare), "our latency over the bare loop's")
        if same:
            found[f"{name}_ours"] = figure(f"{name}_ours", "ms", list(ours), "Encoder.run, checks included")
    return found


def _timed(work: Callable[[], object]) -> Work:
    def timed() -> float:
        began_s = time.perf_counter()
        work()
        return (time.perf_counter() - began_s) * 1e3

    return timed


def alternate(ours: Work, theirs: Work, plan: OverheadPlan) -> tuple[list[float], list[float]]:
    """Run both in turns, the first one changing with every pair; return what the kept runs of each said."""
    taken: tuple[list[float], list[float]] = ([], [])
    until_s = time.monotonic() + plan.seconds
    for number in range(plan.warmup + plan.pairs):
        if number >= plan.warmup + LEAST_PAIRS and time.monotonic() > until_s:
            break
        both = [(0, ours), (1, theirs)]
        for which, work in both if number % 2 == 0 else reversed(both):
            value = work()
            if number >= plan.warmup:
                taken[which].append(value)
    return taken
