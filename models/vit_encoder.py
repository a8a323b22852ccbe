"""A small Vision Transformer: the attention-based alternative to the ConvNet image encoder.

Knows patches and pre-norm transformer blocks; refuses to know text or aligners.
"""

from dataclasses import dataclass
from typing import cast

import torch
from torch import nn
from torch.nn import functional

from anymal.errors import ConfigError
from anymal.models.encoder_protocol import Encoder

__all__ = ["VitEncoder", "VitOptions"]


@dataclass(frozen=True)
class VitOptions:
    """Square pictures of `size_px`, cut into square patches of `patch_px`."""

    size_px: int = 96
    patch_px: int = 16
    width: int = 192
    layers: int = 6
    heads: int = 6
    feed_forward: int = 4


class _Block(nn.Module):
    def __init__(self, options: VitOptions) -> None:
        super().__init__()
        width = options.width
        self.heads = options.heads
        self.norm_attention = nn.LayerNorm(width)
        self.query_key_value = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.feed_forward = nn.Sequential(
            nn.LayerNorm(width),
            nn.Linear(width, options.feed_forward * width),
            nn.GELU(),
            nn.Linear(options.feed_forward * width, width),
        )

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        parts = self.query_key_value(self.norm_attention(patches)).chunk(3, dim=-1)
        batch, count, width = patches.shape
        heads = (batch, count, self.heads, width // self.heads)
        query, key, value = (part.reshape(heads).transpose(1, 2) for part in parts)
        mixed = functional.scaled_dot_product_attention(query, key, value)  # [B, heads, P, W / heads]
        patches = patches + self.out(mixed.transpose(1, 2).flatten(2))
        return patches + cast(torch.Tensor, self.feed_forward(patches))


class VitEncoder(Encoder):
    """uint8 [B, size_px, size_px, 3] to features [B, patches, width], one per patch, no class token."""

    def __init__(self, options: VitOptions) -> None:
        super().__init__()
        if options.size_px % options.patch_px:
            raise ConfigError(f"{options.size_px} px cannot be cut into patches of {options.patch_px} px")
        if options.width % options.heads:
            raise ConfigError(f"ViT width {options.width} cannot be split over {options.heads} heads")
        self.options = options
        self.features_dim = options.width
        self.positions = (options.size_px // options.patch_px) ** 2
        self.patches = nn.Conv2d(3, options.width, options.patch_px, stride=options.patch_px)
        self.places = nn.Parameter(torch.randn(self.positions, options.width) * 0.02)
        self.blocks = nn.Sequential(*(_Block(options) for _ in range(options.layers)))
        self.norm = nn.LayerNorm(options.width)

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Pixels are scaled to [-1, 1] here."""
        pixels = raw.permute(0, 3, 1, 2).to(torch.float32) / 127.5 - 1.0  # [B, 3, H, W]
        patches = self.patches(pixels).flatten(2).transpose(1, 2) + self.places
        return cast(torch.Tensor, self.norm(self.blocks(patches)))
