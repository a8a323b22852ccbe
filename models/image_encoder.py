"""A compact residual ConvNet for pictures: the image encoder of the nano bundle.

Knows pixels (uint8 in, scaled inside) and its own layers; refuses to know text or aligners.
BatchNorm follows every convolution directly, so exporters fold it away.
"""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from anymal.errors import ConfigError
from anymal.models.encoder_protocol import Encoder

__all__ = ["ConvNetEncoder", "ConvNetOptions"]


@dataclass(frozen=True)
class ConvNetOptions:
    """Square pictures of `size_px`; stage i halves the side: `widths[i]` channels, `blocks[i]` blocks."""

    size_px: int = 96
    widths: tuple[int, ...] = (32, 64, 96, 160)
    blocks: tuple[int, ...] = (0, 1, 2, 2)
    features_dim: int = 192


class _ConvNorm(nn.Sequential):
    def __init__(self, source: int, target: int, kernel: int = 3, stride: int = 1) -> None:
        convolution = nn.Conv2d(source, target, kernel, stride, padding=kernel // 2, bias=False)
        super().__init__(convolution, nn.BatchNorm2d(target))


class _Block(nn.Module):
    """Two 3 x 3 convolutions around a residual; the second starts at zero, so the block at identity."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = _ConvNorm(width, width)
        self.second = _ConvNorm(width, width)
        nn.init.zeros_(self.second[1].weight)  # type: ignore[arg-type]

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return functional.relu(x + self.second(functional.relu(self.first(x))))


class ConvNetEncoder(Encoder):
    """uint8 [B, size_px, size_px, 3] to features [B, positions, features_dim], positions row by row."""

    def __init__(self, options: ConvNetOptions) -> None:
        super().__init__()
        if len(options.widths) != len(options.blocks):
            raise ConfigError(
                f"ConvNet has {len(options.widths)} widths and {len(options.blocks)} block counts: "
                "give one block count per width"
            )
        if options.size_px % 2 ** len(options.widths):
            raise ConfigError(f"{options.size_px} px cannot be halved {len(options.widths)} times")
        self.options = options
        self.features_dim = options.features_dim
        self.positions = (options.size_px >> len(options.widths)) ** 2
        layers: list[nn.Module] = []
        source = 3
        for width, blocks in zip(options.widths, options.blocks, strict=True):
            layers += [_ConvNorm(source, width, stride=2), nn.ReLU()]
            layers += [_Block(width) for _ in range(blocks)]
            source = width
        self.stages = nn.Sequential(*layers)
        self.project = _ConvNorm(source, options.features_dim, kernel=1)

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Pixels are scaled to [-1, 1] here."""
        pixels = raw.permute(0, 3, 1, 2).to(torch.float32) / 127.5 - 1.0  # [B, 3, H, W]
        features: torch.Tensor = functional.relu(self.project(self.stages(pixels)))
        return features.flatten(2).transpose(1, 2)
