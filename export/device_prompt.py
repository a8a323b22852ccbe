"""A held-out question as the device would put it to the LLM, before there is a bundle.

Knows the runtime's own prompt code and the manifest section it reads; refuses to know the reference's
side of it.
"""

from collections.abc import Mapping
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from anymal.engines.chat_template import Piece
from anymal.engines.json_fields import Fields
from anymal.engines.llama_engine import LlamaEngine
from anymal.engines.prompt_spec import parse_prompt
from anymal.export.held_out import Ask, Slot
from anymal.runtime.prompt import build_prompt
from anymal.runtime.senses import Sensed
from anymal.samples import Embedding, Modality

__all__ = ["device_parts"]

Rows = Mapping[str, NDArray[np.float32]]


def device_parts(
    engine: LlamaEngine, prompt: Mapping[str, Any], ask: Ask, rows: Rows
) -> list[list[int] | Slot]:
    """Token ids and slots of `ask` under the manifest section `prompt`, rendered by the runtime.

    Raises `BundleError` when the chat template in `prompt` or in the GGUF does not work.
    """
    sensed = [
        Sensed(
            cast(Modality, sense),
            tuple(Embedding(cast(Modality, sense), rows[s.modality][s.index], 0, 0, "") for s in slots),
        )
        for sense, slots in ask.senses.items()
    ]
    spec = parse_prompt(Fields(prompt, "the recipe", "prompt"))
    order = [sense for sense in prompt["order"] if sense in ask.senses]
    waiting = iter([slot for sense in order for slot in ask.senses[sense]])
    pieces: list[Piece] = build_prompt(engine, engine.chat_template, spec, ask.question, sensed)
    return [list(piece) if isinstance(piece, tuple) else next(waiting) for piece in pieces]
