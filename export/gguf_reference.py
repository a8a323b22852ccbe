"""References from llama.cpp itself, for a GGUF that came without the model it was made from.

Knows greedy decoding on the exact file; refuses to call that the truth: it shows what quantisation and
int8 encoders change, not whether the GGUF is right.
"""

from collections.abc import Sequence

import numpy as np

from anymal.engines.llama_engine import LlamaEngine
from anymal.export.held_out import Slot
from anymal.export.verify import ReferenceAnswer, Rows, prefill_prompt

__all__ = ["gguf_answers"]


def gguf_answers(
    engine: LlamaEngine, prompts: Sequence[Sequence[list[int] | Slot]], rows: Rows, max_tokens: int
) -> list[ReferenceAnswer]:
    """Greedy answers of the open GGUF, each with the logits that led to it."""
    answers = []
    for prompt in prompts:
        position = prefill_prompt(engine, prompt, rows)
        tokens: list[int] = []
        logits = [engine.logits()]
        while len(tokens) < max_tokens and (best := int(logits[-1].argmax())) not in engine.end_ids:
            tokens.append(best)
            engine.decode_tokens([best], position)
            position += 1
            logits.append(engine.logits())
        answers.append(ReferenceAnswer(tuple(tokens), np.stack(logits)))
    return answers
