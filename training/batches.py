"""Sequences into padded batches of about equal length.

Knows padding and token budgets; refuses to know what the tokens mean.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import torch

from anymal.training.chat_format import Answer, Sequence, SoftSlot

__all__ = ["Batch", "batches", "collate"]


@dataclass(frozen=True)
class Batch:
    """`ids` int64, `weights` float32, `mask` bool (true where a token is), all [B, T].

    `slots` and `answers` per row.
    """

    ids: torch.Tensor
    weights: torch.Tensor
    mask: torch.Tensor
    slots: tuple[tuple[SoftSlot, ...], ...]
    answers: tuple[tuple[Answer, ...], ...] = ()


def collate(sequences: list[Sequence]) -> Batch:
    """Pad at the end to the longest; padding has weight 0."""
    longest = max(len(sequence.ids) for sequence in sequences)
    ids = torch.zeros(len(sequences), longest, dtype=torch.int64)
    weights = torch.zeros(len(sequences), longest)
    mask = torch.zeros(len(sequences), longest, dtype=torch.bool)
    for row, sequence in enumerate(sequences):
        length = len(sequence.ids)
        ids[row, :length] = torch.tensor(sequence.ids)
        weights[row, :length] = torch.tensor(sequence.weights)
        mask[row, :length] = True
    slots = tuple(tuple(sequence.slots) for sequence in sequences)
    return Batch(ids, weights, mask, slots, tuple(tuple(sequence.answers) for sequence in sequences))


def batches(
    sequences: Iterable[Sequence], tokens: int, rng: random.Random, pool: int = 2048, longest: int = 512
) -> Iterator[Batch]:
    """Batches of about `tokens` tokens each, sorted by length within pools so that little is padding."""
    stream = (sequence for sequence in sequences if len(sequence.ids) <= longest)
    while drawn := sorted(islice(stream, pool), key=lambda sequence: len(sequence.ids)):
        groups = _groups(drawn, tokens)
        rng.shuffle(groups)
        yield from (collate(group) for group in groups)


def _groups(ordered: list[Sequence], tokens: int) -> list[list[Sequence]]:
    groups: list[list[Sequence]] = [[]]
    for sequence in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(sequence.ids) > tokens:
            groups.append([])
        groups[-1].append(sequence)
    return groups
