"""Scenario `cold`: questions about new samples to an open assistant, nothing of them in the context before.

Knows one question after the other, each about samples nobody has seen; refuses to know sessions. It is what a
user waits who has no live context: every encoder, then the whole prompt, then the first word.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import anymal
from anymal.bench.inputs import new_samples, own_encoders
from anymal.bench.record import Figure, figure
from anymal.errors import ConfigError
from anymal.runtime.answer import Answer
from anymal.runtime.options import AssistantOptions, GenerationOptions

__all__ = ["ColdPlan", "cold_figures", "run_cold"]

QUESTION = "What is going on right now?"


@dataclass(frozen=True)
class ColdPlan:
    """`questions` that are kept, after `warmup`; answers of at most `max_tokens`."""

    questions: int = 30
    warmup: int = 3
    max_tokens: int = 8

    def __post_init__(self) -> None:
        """Raise `ConfigError` out of range."""
        limits = {"questions": (1, 100_000), "warmup": (0, 1000), "max_tokens": (1, 100_000)}
        for name, (least, most) in limits.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise ConfigError(f"cold.{name} must be between {least} and {most}, found {value}")


def run_cold(bundle: Path, options: AssistantOptions, plan: ColdPlan) -> dict[str, Figure]:
    """Ask about a new sample of every sense each time. Raises `AnymalError` when the bundle does not work."""
    generation = GenerationOptions(max_tokens=plan.max_tokens)
    answers: list[Answer] = []
    with anymal.load(str(bundle), replace(options, reuse=False)) as assistant:
        encoders = own_encoders(assistant.bundle.manifest)
        for number in range(plan.warmup + plan.questions):
            given: dict[str, Any] = {
                modality: new_samples(spec, number)[0]
                for modality, spec in encoders.items()
                if modality != "video"  # a video is a file; its pictures are what it costs
            }
            answers.append(assistant.ask(QUESTION, generation=generation, **given))
    return cold_figures(answers[plan.warmup :])


def cold_figures(answers: list[Answer]) -> dict[str, Figure]:
    """Return the figures of `answers`; sample i of each is of answer i."""
    timings = [answer.timings for answer in answers]
    note = "from `ask` to the first word, about samples never seen: all encoders, whole prompt"
    found = {"ttft_ms": figure("ttft_ms", "ms", [t.ttft_ms for t in timings], note)}
    for modality in timings[0].encode_ms:
        name = f"encode_ms_{modality}"
        values = [t.encode_ms[modality] for t in timings]
        found[name] = figure(name, "ms", values, "of it, from the sample to its soft tokens")
    values = [t.prefill_ms for t in timings]
    found["prefill_ms"] = figure("prefill_ms", "ms", values, "of it, the whole prompt through the LLM")
    rates = [t.decode_tokens_per_s for t in timings if t.decode_tokens_per_s]
    if rates:
        found["decode_rate"] = figure("decode_rate", "tokens/s", rates, better="higher")
    return found
