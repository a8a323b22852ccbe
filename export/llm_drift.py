"""How far a quantised LLM drifts from the exact one: answers of the exact model, scored by every other.

Knows greedy answers, divergences per prompt and what a difference of two means; refuses to know
how a model was made smaller. Both sides run in llama.cpp; that its f32 form agrees with
transformers is the export's own check (`export.verify`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ExportError
from anymal.export.bundle_prompts import BundlePrompt
from anymal.export.probe_llm import ProbeLlm

__all__ = ["Drift", "Gain", "Told", "compare_gain", "measure_drift", "tell"]

Array = NDArray[np.float64]
RESAMPLES, SEED = 2000, 20


@dataclass(frozen=True)
class Told:
    """A prompt with the exact model's greedy answer and its logits [len(answer) + 1, n_vocab] throughout."""

    prompt: BundlePrompt
    answer: tuple[int, ...]
    logits: NDArray[np.float32]


@dataclass(frozen=True)
class Drift:
    """Per prompt: mean KL over the answer's positions in nats, exact to candidate, and whether it changed.

    An answer changed when greedy decoding would leave the exact one anywhere. `rows` counts the
    prompt's soft tokens.
    """

    kl: Array
    changed: NDArray[np.bool_]
    rows: NDArray[np.int64]

    def where(self, sensed: bool) -> "Drift":
        """Only the prompts with soft tokens, or only those without."""
        mask = (self.rows > 0) == sensed
        return Drift(self.kl[mask], self.changed[mask], self.rows[mask])

    @property
    def mean_kl(self) -> float:
        """Mean over prompts, in nats; every prompt counts the same, however long its answer."""
        return float(self.kl.mean()) if len(self.kl) else float("nan")

    @property
    def answers_changed(self) -> float:
        """Share of prompts whose answer is another."""
        return float(self.changed.mean()) if len(self.changed) else float("nan")


@dataclass(frozen=True)
class Gain:
    """Mean KL of one candidate minus that of another on the same prompts, in nats: below 0, it is closer.

    `low` and `high` bound 95 of 100 resamplings of the prompts; `better` is the share of prompts
    where it is closer.
    """

    difference: float
    low: float
    high: float
    better: float


def tell(llm: ProbeLlm, prompts: Sequence[BundlePrompt], max_tokens: int) -> tuple[Told, ...]:
    """Greedy answers of `llm` to every prompt, of up to `max_tokens` tokens."""
    told = []
    for prompt in prompts:
        logits = llm.prefill(prompt.pieces)
        rows, answer = [logits[-1]], list[int]()
        while len(answer) < max_tokens:
            token = int(rows[-1].argmax())
            if token in llm.end_ids:
                break
            answer.append(token)
            rows.append(llm.extend((token,))[-1])
        told.append(Told(prompt, tuple(answer), np.stack(rows)))
    return tuple(told)


def measure_drift(llm: ProbeLlm, told: Sequence[Told]) -> Drift:
    """Score the exact answers with `llm`. Raises `ExportError` when a logit is not a number."""
    divergences, changed = [], []
    for item in told:
        logits = llm.prefill(item.prompt.pieces)
        if item.answer:
            logits = np.concatenate([logits, llm.extend(item.answer)])
        if not np.isfinite(logits).all():
            raise ExportError(f"{llm.path.name}: its logits hold NaN or infinity")
        divergences.append(float(divergence(item.logits, logits).mean()))
        changed.append(bool((item.logits.argmax(axis=-1) != logits.argmax(axis=-1)).any()))
    rows = [item.prompt.rows for item in told]
    return Drift(np.array(divergences), np.array(changed, bool), np.array(rows, np.int64))


def compare_gain(candidate: Drift, other: Drift) -> Gain:
    """What `candidate` gains over `other`, prompt by prompt, with a bootstrap over the prompts."""
    difference = candidate.kl - other.kl
    dice = np.random.default_rng(SEED)
    picks = dice.integers(0, len(difference), (RESAMPLES, len(difference)))
    low, high = np.percentile(difference[picks].mean(axis=1), (2.5, 97.5))
    return Gain(float(difference.mean()), float(low), float(high), float((difference < 0).mean()))


def divergence(reference: NDArray[np.float32], candidate: NDArray[np.float32]) -> Array:
    """KL in nats of softmaxed logits [positions, n_vocab], reference to candidate, [positions]."""
    wide, other = _log_softmax(reference), _log_softmax(candidate)
    found: Array = (np.exp(wide) * (wide - other)).sum(axis=-1)
    return np.maximum(found, 0.0)


def _log_softmax(logits: NDArray[np.float32]) -> Array:
    shifted = logits.astype(np.float64) - logits.max(axis=-1, keepdims=True)
    normalised: Array = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normalised
