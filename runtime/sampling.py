"""Logits in, one token out: greedy, or temperature with top-k and top-p.

Knows a row of numbers and a seeded generator; refuses to know what the tokens mean. The same
options and the same logits always give the same tokens.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ConfigError, EngineError
from anymal.runtime.option_values import require_number, require_whole

__all__ = ["Sampler", "SamplingOptions"]

FIRST_LOOK = 256
"""Likeliest tokens that are looked at first for a nucleus; most nuclei are smaller."""


@dataclass(frozen=True)
class SamplingOptions:
    """How to pick a token. `temperature` 0 is greedy; `top_k` 0 and `top_p` 1 keep every token.

    Raises `ConfigError` for values that mean nothing.
    """

    temperature: float = 0.0
    top_k: int = 0
    top_p: float = 1.0
    seed: int = 0

    def __post_init__(self) -> None:
        """Check kinds and ranges once, so that nobody downstream has to; NumPy's numbers become plain."""
        numbers: dict[str, float] = {
            "temperature": require_number("temperature", self.temperature, 0, note=" (0 is greedy)"),
            "top_k": require_whole("top_k", self.top_k, 0, note=" (0 keeps every token)"),
            "top_p": require_number("top_p", self.top_p, 0, 1, note=" (1 keeps every token)"),
            "seed": require_whole("seed", self.seed, 0),
        }
        if not numbers["top_p"]:
            raise ConfigError(f"top_p must be more than 0 (1 keeps every token), found {self.top_p}")
        for name, number in numbers.items():
            object.__setattr__(self, name, number)


class Sampler:
    """Draws tokens for one answer; make a new one per answer, so that equal seeds give equal text."""

    def __init__(self, options: SamplingOptions) -> None:
        self._options = options

    @cached_property
    def _random(self) -> np.random.Generator:
        """Made when first needed: greedy answers never need it, and it would delay their first token."""
        return np.random.default_rng(self._options.seed)

    def pick(self, logits: NDArray[np.float32]) -> int:
        """Return a token for `logits` float32 [n_vocab]; ties go to the lowest number.

        Raises `EngineError` when the logits are not numbers: a damaged model, or an overflow.
        """
        best = int(logits.argmax())
        if not math.isfinite(logits[best]):  # argmax finds a NaN if there is one
            raise EngineError(f"the best logit of the LLM is {logits[best]}: its file may be damaged")
        if self._options.temperature == 0:
            return best
        candidates, weights = self._kept(logits.astype(np.float64))
        return int(candidates[self._random.choice(len(weights), p=weights / weights.sum())])

    def _kept(self, logits: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Return token numbers and their weights: of the `top_k` likeliest, and of those the nucleus.

        Sorting a whole vocabulary costs more than decoding a token, so only what may stay is sorted.
        """
        weights = np.exp((logits - logits.max()) / self._options.temperature)
        if self._options.top_k:
            candidates = _likeliest(logits, self._options.top_k)
            kept = weights[candidates]
            return self._nucleus(candidates, kept, float(kept.sum()))
        if self._options.top_p == 1:
            return np.arange(len(weights)), weights
        total, count = float(weights.sum()), FIRST_LOOK
        while True:
            candidates = _likeliest(logits, count)
            kept = weights[candidates]
            if len(candidates) == len(logits) or kept.sum() >= self._options.top_p * total:
                return self._nucleus(candidates, kept, total)
            count *= 4

    def _nucleus(
        self, candidates: NDArray[np.intp], weights: NDArray[np.float64], total: float
    ) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Cut descending `weights` where those before make up `top_p` of `total`."""
        if self._options.top_p == 1:
            return candidates, weights
        stays = np.cumsum(weights) - weights < self._options.top_p * total
        return candidates[stays], weights[stays]


def _likeliest(logits: NDArray[np.float64], count: int) -> NDArray[np.intp]:
    """The numbers of the `count` largest, largest first; ties go to the lowest number."""
    if count >= len(logits):
        return np.argsort(-logits, kind="stable")
    least = np.partition(logits, len(logits) - count)[len(logits) - count]
    found = np.flatnonzero(logits >= least)
    return found[np.argsort(-logits[found], kind="stable")][:count]
