"""Which kinds of question are answered wrong, and how much more often to ask them for it.

An answer counts as right when every token of it that carries more than the usual loss weight (the words a
grader looks for, and facts) would have been chosen, given those before it; how it is worded is free. A kind
that is learned needs few of the questions, and one that comes late needs many: the share of a group's
questions goes to its kinds by their errors. Knows kinds and errors; refuses to know questions and optimisers.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import torch

from anymal.training.batches import Batch
from anymal.training.dialogue import ANSWER_WEIGHT

__all__ = ["KindErrors", "Spread"]

# Groups whose kinds differ in how hard they are; the others keep their shares.
_SHARED_OUT = frozenset({"picture", "photo", "video", "combined"})
_UNKNOWN = 0.3
_ENOUGH = 20
_SMOOTH = 0.02


@dataclass(frozen=True)
class Spread:
    """How far apart kinds of one group may be asked: between `least` and `most` times their mean.

    `floor` is added to every error, so that a kind that is never wrong stays among those asked.
    """

    least: float = 0.25
    most: float = 4.0
    floor: float = 0.02


class KindErrors:
    """Running share of wrong answers per kind; starts knowing nothing."""

    def __init__(self, spread: Spread = Spread()) -> None:
        self._spread = spread
        self._wrong: dict[str, float] = defaultdict(float)
        self._seen: Counter[str] = Counter()

    def note(self, batch: Batch, chosen: torch.Tensor, logits: torch.Tensor) -> None:
        """Note the answers of `batch`: `logits` [N, vocabulary] stand where `chosen` [B, T - 1] is true."""
        right = torch.ones_like(chosen)
        right[chosen] = (logits.argmax(dim=-1) == batch.ids[:, 1:].to(logits.device)[chosen]).to(right.device)
        key = batch.weights[:, 1:].to(right.device) > ANSWER_WEIGHT
        for row, answers in enumerate(batch.answers):
            for answer in answers:
                place = slice(answer.start - 1, answer.end - 1)
                counts = key[row, place]
                counts = counts if bool(counts.any()) else torch.ones_like(counts)
                self._add(answer.kind, bool(right[row, place][counts].all()))

    def _add(self, kind: str, right: bool) -> None:
        self._seen[kind] += 1
        pace = max(_SMOOTH, 1 / self._seen[kind])
        self._wrong[kind] += pace * ((not right) - self._wrong[kind])

    def wrong(self, kind: str) -> float:
        """Share of wrong answers of `kind` lately; `_UNKNOWN` until some were seen."""
        return self._wrong[kind] if self._seen[kind] >= _ENOUGH else _UNKNOWN

    def hardest(self, count: int) -> list[tuple[str, float]]:
        """The `count` kinds that are wrong most often, worst first."""
        known = [(kind, self.wrong(kind)) for kind, seen in self._seen.items() if seen >= _ENOUGH]
        return sorted(known, key=lambda found: -found[1])[:count]

    def share_out(self, weights: Mapping[str, float]) -> Mapping[str, float]:
        """`weights` by kind, each group's sum kept and given to its kinds by their errors."""
        groups: dict[str, list[str]] = defaultdict(list)
        for kind, weight in weights.items():
            if weight > 0.0 and _group(kind) in _SHARED_OUT:
                groups[_group(kind)].append(kind)
        shared = dict(weights)
        for kinds in groups.values():
            factors = {kind: self._factor(kind, kinds) for kind in kinds}
            total = sum(factors.values())
            mass = sum(weights[kind] for kind in kinds)
            shared |= {kind: mass * factor / total for kind, factor in factors.items()}
        return shared

    def _factor(self, kind: str, kinds: list[str]) -> float:
        mean = sum(self.wrong(one) for one in kinds) / len(kinds)
        spread = self._spread
        return min(spread.most, max(spread.least, (self.wrong(kind) + spread.floor) / (mean + spread.floor)))


def _group(kind: str) -> str:
    return kind.split("/")[0]
