"""Whether a plan can be measured on a bundle at all, looked at before minutes are spent on it.

Knows what the scenarios need of the LLM's context; refuses to measure. What only measuring can show, such as
answers slower than their recording, is refused by the scenario itself.
"""

import numpy as np

from anymal.bench.cold import QUESTION
from anymal.bench.inputs import own_encoders
from anymal.bench.overhead import check_overhead
from anymal.bench.scenario_file import Plan
from anymal.bench.stages import check_stages
from anymal.engines.bundle import Bundle
from anymal.engines.llama_engine import LlamaEngine
from anymal.errors import ConfigError, ContextFull
from anymal.runtime.open_llm import open_llm
from anymal.runtime.options import AssistantOptions
from anymal.runtime.prompt import build_prompt, check_room
from anymal.runtime.senses import Sensed
from anymal.samples import Embedding

__all__ = ["check_plan"]

ASKING = ("start_up", "cold", "live", "soak", "energy")
"""Scenarios that ask about what is sensed."""


def check_plan(plan: Plan, bundle: Bundle, options: AssistantOptions) -> None:
    """Raise `ConfigError` for a plan whose tokens have no room, and what opening the LLM raises."""
    asking = [name for name in ASKING if getattr(plan, name) is not None]
    if not (asking or plan.stages or plan.overhead or plan.scaling):
        return
    with open_llm(bundle, options) as model:
        if plan.stages:
            check_stages(model, bundle.manifest, plan.stages)
        if plan.overhead:
            check_overhead(model.n_ctx, plan.overhead)
        if asking:
            _check_question(model, bundle, ", ".join(asking))


def _check_question(model: LlamaEngine, bundle: Bundle, names: str) -> None:
    """Whether a question about one of everything has room for a token of answer."""
    manifest = bundle.manifest
    sensed = [
        Sensed(modality, (Embedding(modality, np.zeros((spec.tokens, model.n_embd), np.float32), 0, 1, ""),))
        for modality, spec in own_encoders(manifest).items()
        if modality != "video"  # its pictures are what is asked about
    ]
    try:
        check_room(build_prompt(model, model.chat_template, manifest.prompt, QUESTION, sensed), model.n_ctx)
    except ContextFull as error:
        raise ConfigError(f"{names}: {error}; or allow a longer context (--n-ctx)") from error
