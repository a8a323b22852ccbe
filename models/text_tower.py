"""A small text encoder for contrastive training: phrases to unit vectors.

Knows how a phrase is cut into words, word pairs and letter triples and looked up by a stable
hash; refuses to know which phrases there are or what they are compared with. It teaches the
encoders and is thrown away: nothing of it reaches a bundle.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import nn
from torch.nn import functional

__all__ = ["TextTower", "TextTowerOptions"]


@dataclass(frozen=True)
class TextTowerOptions:
    """`dim` of the vectors, `width` of the hashed embeddings, `buckets` of the hash."""

    dim: int = 128
    width: int = 128
    buckets: int = 4096


class TextTower(nn.Module):
    """Hashed words, word pairs and letter triples, averaged, through a small MLP, normalised."""

    def __init__(self, options: TextTowerOptions) -> None:
        super().__init__()
        self.options = options
        self.pieces = nn.EmbeddingBag(options.buckets, options.width, mode="mean")
        self.mix = nn.Sequential(
            nn.LayerNorm(options.width),
            nn.Linear(options.width, 2 * options.width),
            nn.GELU(),
            nn.Linear(2 * options.width, options.dim),
        )

    def forward(self, phrases: Sequence[str]) -> torch.Tensor:
        """`phrases` (N strings) to float32 [N, dim] of length 1."""
        ids: list[int] = []
        offsets: list[int] = []
        for phrase in phrases:
            offsets.append(len(ids))
            ids += [zlib.crc32(piece.encode()) % self.options.buckets for piece in _pieces(phrase)]
        device = self.pieces.weight.device
        bags = self.pieces(torch.tensor(ids, device=device), torch.tensor(offsets, device=device))
        return functional.normalize(self.mix(bags), dim=-1)


def _pieces(phrase: str) -> list[str]:
    """Words, pairs of neighbours, letter triples; pairs keep the order (left to right, right to left)."""
    words = phrase.lower().split()
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    triples = [f"#{f' {word} '[at : at + 3]}" for word in words for at in range(len(word))]
    return [*words, *pairs, *triples] or [""]
