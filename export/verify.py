"""Runs both sides of every comparison: torch against ONNX, transformers against llama.cpp.

Knows how to get rows and logits out of each; refuses to judge them (`export.parity`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from anymal.engines.llama_adapter import AdapterFile
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.onnx_engine import ExactOnnxEngine
from anymal.errors import ExportError
from anymal.export.device_prompt import device_parts
from anymal.export.held_out import Ask, Slot
from anymal.export.reference_prompt import PromptPart
from anymal.export.to_onnx import OUTPUT_NAME
from anymal.models.multimodal_lm import MultimodalLm, Part

__all__ = [
    "ReferenceAnswer",
    "Rows",
    "check_prompts",
    "engine_logits",
    "onnx_rows",
    "open_llm",
    "prefill_prompt",
    "reference_answers",
    "torch_rows",
]

Array = NDArray[np.float32]
# Encoder modality -> rows float32 [samples, tokens, n_embd] of every held-out sample.
Rows = Mapping[str, Array]
BATCH = 16


@dataclass(frozen=True)
class ReferenceAnswer:
    """A reference answer: tokens, and logits [len(tokens) + 1, n_vocab] before each and after the last."""

    tokens: tuple[int, ...]
    logits: Array


@torch.no_grad()
def torch_rows(module: nn.Module, inputs: NDArray[Any]) -> Array:
    """Rows [n, tokens, n_embd] of the torch module for raw `inputs` [n, ...]."""
    batches = (torch.from_numpy(inputs[at : at + BATCH]) for at in range(0, len(inputs), BATCH))
    return np.concatenate([module(batch).numpy() for batch in batches])


def onnx_rows(path: Path, name: str, inputs: NDArray[Any], threads: int) -> Array:
    """The same rows by ONNX Runtime on the CPU: the first sample alone, the rest in batches."""
    starts = [0, *range(1, len(inputs), BATCH)]
    ends = [*starts[1:], len(inputs)]
    with ExactOnnxEngine(path, prefer="cpu", threads=threads) as engine:
        parts = [
            engine.run({name: np.ascontiguousarray(inputs[start:end])})[OUTPUT_NAME]
            for start, end in zip(starts, ends, strict=True)
        ]
    return np.concatenate(parts)


def reference_answers(
    lm: MultimodalLm,
    prompts: Sequence[Sequence[PromptPart]],
    rows: Rows,
    max_tokens: int,
    end_ids: frozenset[int],
) -> list[ReferenceAnswer]:
    """Greedy answers by transformers, each with the logits that led to it."""
    answers = []
    for prompt in prompts:
        parts: list[Part] = [
            torch.from_numpy(rows[part.modality][part.index]) if isinstance(part, Slot) else part
            for part in prompt
        ]
        tokens = lm.greedy(parts, max_tokens, end_ids)
        with torch.no_grad():
            logits = lm([*parts, tokens] if tokens else parts)[-len(tokens) - 1 :]
        answers.append(ReferenceAnswer(tuple(tokens), logits.numpy()))
    return answers


def open_llm(
    path: Path, n_ctx: int, threads: int, exact: bool, adapters: Sequence[AdapterFile] = ()
) -> LlamaEngine:
    """The GGUF on the CPU; `exact` is the comparable form: flash attention off and the cache in f32.

    `adapters` can be switched on; none is.
    """
    options = LlamaOptions(n_ctx=n_ctx, threads=threads, flash_attention=False, kv_f32=exact)
    return LlamaEngine(path, options, adapters=adapters)


def prefill_prompt(engine: LlamaEngine, prompt: Sequence[PromptPart], rows: Rows) -> int:
    """Decode `prompt` into the emptied sequence 0, samples as their rows; returns the next position."""
    engine.clear(0)
    position = 0
    for part in prompt:
        if isinstance(part, Slot):
            span = np.ascontiguousarray(rows[part.modality][part.index])
            engine.decode_rows(span, position)
            position += len(span)
        else:
            engine.decode_tokens(part, position)
            position += len(part)
    return position


def engine_logits(
    engine: LlamaEngine,
    prompts: Sequence[Sequence[PromptPart]],
    rows: Rows,
    references: Sequence[ReferenceAnswer],
) -> list[Array]:
    """Logits of llama.cpp at the reference's positions, fed the reference's answer."""
    found = []
    for prompt, reference in zip(prompts, references, strict=True):
        position = prefill_prompt(engine, prompt, rows)
        logits = [engine.logits()]
        for token in reference.tokens:
            engine.decode_tokens([token], position)
            position += 1
            logits.append(engine.logits())
        found.append(np.stack(logits))
    return found


def check_prompts(
    engine: LlamaEngine,
    prompt: Mapping[str, Any],
    asks: Sequence[Ask],
    prompts: Sequence[Sequence[PromptPart]],
    rows: Rows,
) -> None:
    """Raise `ExportError` unless the device renders every question into the reference's `prompts`.

    Covers the vocabulary, the chat template in the GGUF and the control tokens.
    """
    for ask, wanted in zip(asks, prompts, strict=True):
        found = [part for part in device_parts(engine, prompt, ask, rows) if not isinstance(part, Slot)]
        tokens = [part for part in wanted if not isinstance(part, Slot)]
        if found != tokens:
            raise ExportError(
                f"the GGUF renders {ask.question[:60]!r} to {found}, the checkpoint to {tokens}; "
                "vocabulary or chat template did not survive the conversion"
            )
