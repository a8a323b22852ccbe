"""The LLM with an adapter switched on, against transformers with the same adapter merged into its weights.

Knows how both sides of that comparison are made, on a few prompts, one adapter at a time; refuses to
judge it, and adapters that came as GGUF, which nothing but llama.cpp can read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from anymal.engines.llama_adapter import AdapterFile
from anymal.export.parity import LogitsParity, compare_logits
from anymal.export.reference_prompt import PromptPart
from anymal.export.verify import Rows, engine_logits, open_llm, reference_answers
from anymal.models.multimodal_lm import MultimodalLm, load_llm

__all__ = ["MOST_PROMPTS", "AdapterCase", "compare_adapter"]

# The LLM itself is compared on every prompt; an adapter only has to show that it is switched on and right.
MOST_PROMPTS = 8


@dataclass(frozen=True)
class AdapterCase:
    """What every adapter of one LLM is compared on.

    `rows` are as llama.cpp reads them, `scale` times what transformers reads. `exact` runs the GGUF with
    its cache in f32, for comparisons that are held to the tight limits.
    """

    gguf: Path
    n_ctx: int
    threads: int
    prompts: Sequence[Sequence[PromptPart]]
    rows: Rows
    scale: float
    max_tokens: int
    end_ids: frozenset[int]
    exact: bool


def compare_adapter(case: AdapterCase, adapter: AdapterFile, merged: Callable[[], Path]) -> LogitsParity:
    """Logits of the GGUF with `adapter` on, fed the greedy answers of the folder that `merged` makes."""
    prompts = case.prompts[:MOST_PROMPTS]
    theirs = {name: values / np.float32(case.scale) for name, values in case.rows.items()}
    lm = MultimodalLm(load_llm(merged()))
    references = reference_answers(lm, prompts, theirs, case.max_tokens, case.end_ids)
    del lm  # before llama.cpp loads a second copy
    with open_llm(case.gguf, case.n_ctx, case.threads, case.exact, (adapter,)) as engine:
        engine.use_adapters([adapter.name])
        found = engine_logits(engine, prompts, case.rows, references)
    return compare_logits([reference.logits for reference in references], found)
