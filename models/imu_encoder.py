"""The plain motion encoder: strided convolutions and a bidirectional GRU over an upright view of the signal.

Knows how raw m/s2 and rad/s become features; refuses to know activities, files and sampling.
All pre-processing is part of the graph: gravity gives "up", the board's normal (the wearer's
lateral axis for a sensor on a glasses temple) gives "side", so a sensor mounted upside down
or pitched looks the same to the layers above. nano now takes `spectral_gru_encoder`; what was
trained with this one still loads.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from anymal.models.encoder_protocol import Encoder

__all__ = ["ConvGruEncoder", "ConvGruOptions", "cross", "enlarge", "unit"]

_GRAVITY_MPS2 = 9.80665
_EPSILON = 1e-4


@dataclass(frozen=True)
class ConvGruOptions:
    """Sizes of a `ConvGruEncoder`; one convolution per entry of `widths`, each halving the rate."""

    samples: int = 500
    channels: int = 6
    widths: tuple[int, ...] = (64, 64, 128, 128, 128)
    kernels: tuple[int, ...] = (9, 7, 5, 5, 3)
    gru_width: int = 96
    summary_width: int = 128
    dropout: float = 0.4

    @property
    def positions(self) -> int:
        """Feature positions of one window."""
        length = self.samples
        for kernel in self.kernels:
            length = (length + 2 * (kernel // 2) - kernel) // 2 + 1
        return length

    @property
    def features_dim(self) -> int:
        """Width of one feature: both GRU directions, then the summary of the whole window."""
        return 2 * self.gru_width + self.summary_width


class UprightView(nn.Module):
    """[B, T, 6] in m/s2 and rad/s -> [B, 18, T]: raw, upright, and upright with small motions enlarged."""

    channels = 18

    def forward(self, raw: Tensor) -> Tensor:
        """Turn every window into its own gravity frame; the raw channels keep the head's tilt."""
        accel = raw[..., 0:3] / _GRAVITY_MPS2  # [B, T, 3] in g
        gyro = raw[..., 3:6]  # [B, T, 3]
        mean = accel.mean(dim=1, keepdim=True)  # [B, 1, 3]
        up = unit(mean)
        normal = torch.zeros_like(up) + up.new_tensor([0.0, 0.0, 1.0])
        side = unit(normal - (normal * up).sum(-1, keepdim=True) * up)
        ahead = cross(up, side)
        frame = torch.cat((ahead, side, up), dim=1).transpose(1, 2)  # [B, 3, 3], axes as columns
        move = torch.matmul(accel - mean, frame)
        turn = torch.matmul(gyro, frame)
        small = torch.cat((enlarge(move, 20.0), enlarge(turn, 10.0)), dim=-1)
        return torch.cat((accel, gyro * 0.5, move, turn * 0.5, small), dim=-1).transpose(1, 2)


class ConvGruEncoder(Encoder):
    """Motion window -> features; each feature holds its own moment and a summary of all of them."""

    def __init__(self, options: ConvGruOptions) -> None:
        super().__init__()
        self.options = options
        self.features_dim = options.features_dim
        self.positions = options.positions
        self.view = UprightView()
        blocks: list[nn.Module] = []
        width = UprightView.channels
        for out, kernel in zip(options.widths, options.kernels, strict=True):
            blocks += [
                nn.Conv1d(width, out, kernel, stride=2, padding=kernel // 2, bias=False),
                nn.BatchNorm1d(out),
                nn.GELU(),
                nn.Dropout(options.dropout / 4),
            ]
            width = out
        self.convolutions = nn.Sequential(*blocks)
        self.gru = nn.GRU(width, options.gru_width, batch_first=True, bidirectional=True)
        self.summary = nn.Sequential(
            nn.Dropout(options.dropout),
            nn.Linear(4 * options.gru_width, options.summary_width),
            nn.LayerNorm(options.summary_width),
            nn.GELU(),
        )

    def forward(self, raw: Tensor) -> Tensor:
        """[B, samples, 6] (m/s2, rad/s) -> [B, positions, features_dim]."""
        local, _ = self.gru(self.convolutions(self.view(raw)).transpose(1, 2))  # [B, P, 2 * gru_width]
        pooled = torch.cat((local.mean(dim=1), local.amax(dim=1)), dim=-1)
        summary = self.summary(pooled).unsqueeze(1)  # [B, 1, summary_width]
        return torch.cat((local, summary + torch.zeros_like(local[..., :1])), dim=-1)


def unit(vector: Tensor) -> Tensor:
    """Scale to length one; a vector near zero stays near zero instead of exploding."""
    return vector / torch.sqrt((vector * vector).sum(-1, keepdim=True) + _EPSILON)


def cross(a: Tensor, b: Tensor) -> Tensor:
    """Cross product over the last axis, written out for the exporter."""
    return a.roll(-1, -1) * b.roll(1, -1) - a.roll(1, -1) * b.roll(-1, -1)


def enlarge(signal: Tensor, gain: float) -> Tensor:
    """Compress large values so that a head's tremor and a run fit one scale (asinh, written out)."""
    size = torch.log1p(signal.abs() * gain)
    return torch.sign(signal) * size * 0.5
