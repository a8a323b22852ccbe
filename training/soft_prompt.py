"""Aligner rows put into the LLM's embedding sequence, as the runtime does with llama.cpp.

Knows slots, stores and aligners; refuses to know losses, optimisers and sentences.
"""

from collections.abc import Mapping
from typing import cast

import torch
from torch import nn

from anymal.models.modality import FusedModality
from anymal.training.batches import Batch
from anymal.training.chat_format import WORDS, WordRows
from anymal.training.feature_store import FeatureStore

__all__ = ["embed_batch", "word_rows"]


def embed_batch(
    batch: Batch,
    embedding: nn.Module,
    aligners: Mapping[str, FusedModality],
    stores: Mapping[str, FeatureStore],
    device: str,
    noise: float = 0.0,
) -> torch.Tensor:
    """Token embeddings [B, T, n_embd] with every slot's rows written over its places.

    A slot's `source` is its index in `stores[modality]`. Rows of words get noise `noise` times as long.
    """
    embedded: torch.Tensor = embedding(batch.ids.to(device)).clone()
    _write_words(embedded, batch, embedding, noise)
    for modality, store in stores.items():
        places = [
            (row, slot)
            for row, slots in enumerate(batch.slots)
            for slot in slots
            if slot.modality == modality
        ]
        if not places:
            continue
        features = store.take([int(str(slot.source)) for _, slot in places]).to(device)
        # A video's frames [N, frames, positions, dim] stand one after the other.
        rows = aligners[modality].align(features.flatten(1, -2))
        for (row, slot), filled in zip(places, rows, strict=True):
            embedded[row, slot.start : slot.start + slot.count] = filled.to(embedded.dtype)
    return embedded


def word_rows(phrases: list[list[int]], table: torch.Tensor) -> torch.Tensor:
    """Rows [phrases, n_embd]: the sum of each phrase's embeddings in `table` [n_vocab, n_embd], one long.

    `phrases` are token ids, at least one in each.
    """
    lengths = torch.tensor([len(phrase) for phrase in phrases])
    offsets = (lengths.cumsum(0) - lengths).to(table.device)
    flat = torch.tensor([token for phrase in phrases for token in phrase], device=table.device)
    sums = nn.functional.embedding_bag(flat, table, offsets, mode="sum")
    return sums / lengths.to(sums).sqrt()[:, None]


def _worn(rows: torch.Tensor, noise: float) -> torch.Tensor:
    """Rows with Gaussian noise, `noise` times as long as they are: an aligner never makes them exactly."""
    if not noise:
        return rows
    return rows + torch.randn_like(rows) * rows.detach().square().mean(dim=-1, keepdim=True).sqrt() * noise


def _write_words(embedded: torch.Tensor, batch: Batch, embedding: nn.Module, noise: float) -> None:
    places: list[tuple[int, int]] = []
    phrases: list[list[int]] = []
    others: list[list[int]] = []
    doubts: list[float] = []
    for row, slots in enumerate(batch.slots):
        for slot in slots:
            if slot.modality == WORDS:
                words = cast(WordRows, slot.source)
                places += [(row, slot.start + n) for n in range(slot.count)]
                phrases += words.rows
                others += words.others or words.rows
                doubts += [words.doubt] * slot.count
    if not places:
        return
    table = cast(torch.Tensor, embedding.weight)
    summed = torch.lerp(
        word_rows(phrases, table),
        word_rows(others, table),
        torch.tensor(doubts, device=table.device)[:, None],
    )
    rows, columns = torch.tensor(places, device=embedded.device).T
    embedded[rows, columns] = _worn(summed, noise).to(embedded.dtype)
