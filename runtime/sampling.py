"""Logits in, one token out: greedy, or temperature with top-k and top-p.

Knows a row of numbers and a seeded generator; refuses to know what the tokens mean. The same
options and the same logits always give the same tokens.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ConfigError, EngineError

__all__ = ["Sampler", "SamplingOptions"]


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
        """Check the ranges once, here, so that nobody downstream has to."""
        if not (math.isfinite(self.temperature) and self.temperature >= 0):
            raise ConfigError(f"temperature must be a number >= 0 (0 is greedy), found {self.temperature}")
        if self.top_k < 0:
            raise ConfigError(f"top_k must be >= 0 (0 keeps every token), found {self.top_k}")
        if not 0 < self.top_p <= 1:
            raise ConfigError(f"top_p must be in (0, 1] (1 keeps every token), found {self.top_p}")
        if self.seed < 0:
            raise ConfigError(f"seed must be >= 0, found {self.seed}")


class Sampler:
    """Draws tokens for one answer; make a new one per answer, so that equal seeds give equal text."""

    def __init__(self, options: SamplingOptions) -> None:
        self._options = options
        self._random = np.random.default_rng(options.seed)

    def pick(self, logits: NDArray[np.float32]) -> int:
        """Return a token for `logits` float32 [n_vocab]; ties go to the lowest number.

        Raises `EngineError` when the logits are not numbers: a damaged model, or an overflow.
        """
        best = int(logits.argmax())
        if not math.isfinite(logits[best]):  # argmax finds a NaN if there is one
            raise EngineError(f"the best logit of the LLM is {logits[best]}: its file may be damaged")
        if self._options.temperature == 0:
            return best
        candidates = self._candidates(logits)
        weights = self._weights(logits[candidates].astype(np.float64))
        return int(candidates[self._random.choice(len(weights), p=weights)])

    def _candidates(self, logits: NDArray[np.float32]) -> NDArray[np.intp]:
        """Return token numbers, most likely first, cut to `top_k`."""
        order = np.argsort(-logits, kind="stable")
        return order[: self._options.top_k] if self._options.top_k else order

    def _weights(self, logits: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return probabilities of descending `logits`, zero beyond the nucleus of `top_p`."""
        weights = np.exp((logits - logits[0]) / self._options.temperature)
        weights /= weights.sum()
        if self._options.top_p < 1:
            before = np.cumsum(weights) - weights
            weights[before >= self._options.top_p] = 0.0
            weights /= weights.sum()
        return np.asarray(weights, dtype=np.float64)
