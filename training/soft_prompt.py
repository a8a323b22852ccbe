"""Aligner rows put into the LLM's embedding sequence, as the runtime does with llama.cpp.

Knows slots, stores and aligners; refuses to know losses, optimisers and sentences.
"""

from collections.abc import Mapping
from typing import cast

import torch
from torch import nn

from anymal.models.modality import FusedModality
from anymal.training.batches import Batch
from anymal.training.chat_format import WORDS
from anymal.training.feature_store import FeatureStore

__all__ = ["embed_batch"]

# A video's frames go through the image encoder and aligner (paper, Table 6: "AnyMAL-Image").
ALIGNER_OF = {"image": "image", "video": "image", "audio": "audio", "imu": "imu"}


def embed_batch(
    batch: Batch,
    embedding: nn.Module,
    aligners: Mapping[str, FusedModality],
    stores: Mapping[str, FeatureStore],
    device: str,
) -> torch.Tensor:
    """Token embeddings [B, T, n_embd] with every slot's rows written over its places.

    A slot's `source` is its index in `stores[modality]`.
    """
    embedded: torch.Tensor = embedding(batch.ids.to(device)).clone()
    _write_words(embedded, batch, embedding)
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
        rows = _align(features, aligners[ALIGNER_OF[modality]], nested=modality == "video")
        for (row, slot), filled in zip(places, rows, strict=True):
            embedded[row, slot.start : slot.start + slot.count] = filled.to(embedded.dtype)
    return embedded


def _write_words(embedded: torch.Tensor, batch: Batch, embedding: nn.Module) -> None:
    """Rows of words: the sum of their embeddings, scaled to the size of one."""
    places: list[tuple[int, int]] = []
    phrases: list[list[int]] = []
    for row, slots in enumerate(batch.slots):
        for slot in slots:
            if slot.modality == WORDS:
                spoken = cast(list[list[int]], slot.source)
                places += [(row, slot.start + n) for n in range(slot.count)]
                phrases += spoken
    if not places:
        return
    lengths = torch.tensor([len(phrase) for phrase in phrases])
    offsets = (lengths.cumsum(0) - lengths).to(embedded.device)
    flat = torch.tensor([token for phrase in phrases for token in phrase], device=embedded.device)
    table = cast(torch.Tensor, embedding.weight)
    sums = nn.functional.embedding_bag(flat, table, offsets, mode="sum")
    rows, columns = torch.tensor(places, device=embedded.device).T
    embedded[rows, columns] = (sums / lengths.to(sums).sqrt()[:, None]).to(embedded.dtype)


def _align(features: torch.Tensor, aligner: FusedModality, nested: bool) -> torch.Tensor:
    """Rows [N, tokens, n_embd]; videos [N, frames, positions, dim] give [N, frames * tokens, n_embd]."""
    if not nested:
        return aligner.align(features)
    count, frames = features.shape[:2]
    rows = aligner.align(features.flatten(0, 1))
    return rows.reshape(count, frames * rows.shape[1], rows.shape[2])
