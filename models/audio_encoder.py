"""The nano sound encoder: log-mel as a convolution inside the graph, then a small 2-D CNN.

Knows how 5 s of 16 kHz mono become features; refuses to know classes, files and resampling.
The log-mel image is taken relative to its loudest cell, so loudness does not change it; the
level itself enters as a plane of its own, so digital silence still looks different from sound.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from anymal.errors import ConfigError
from anymal.models.encoder_protocol import Encoder

__all__ = ["LogMelCnnEncoder", "LogMelCnnOptions", "mel_matrix"]

_FLOOR_POWER = 1e-10  # -100 dB re one full-scale mel band
_RANGE_DB = 70.0  # quieter than this below the loudest cell is nothing


@dataclass(frozen=True)
class LogMelCnnOptions:
    """Sizes of a `LogMelCnnEncoder`; the hop must divide `samples` so that frames come out exact."""

    samples: int = 80_000
    rate_hz: int = 16_000
    window: int = 512
    hop: int = 320  # 20 ms
    bands: int = 64
    lowest_hz: float = 50.0
    highest_hz: float = 8_000.0
    widths: tuple[int, ...] = (16, 32, 64, 128)
    summary_width: int = 128
    dropout: float = 0.3
    band_mask: int = 10
    frame_mask: int = 30

    @property
    def frames(self) -> int:
        """Log-mel frames of one window."""
        return self.samples // self.hop

    @property
    def positions(self) -> int:
        """Feature positions of one window: every stage halves time."""
        return int(self.frames // 2 ** len(self.widths))

    @property
    def features_dim(self) -> int:
        """Width of one feature: the last stage, then the summary of the whole window."""
        return self.widths[-1] + self.summary_width


def mel_matrix(options: LogMelCnnOptions) -> Tensor:
    """Triangular mel filters [bands, window / 2 + 1], HTK mel scale, each of peak one."""
    bins_hz = torch.linspace(0, options.rate_hz / 2, options.window // 2 + 1, dtype=torch.float64)
    edges = torch.tensor([options.lowest_hz, options.highest_hz], dtype=torch.float64)
    low, high = (2595 * torch.log10(1 + edges / 700)).tolist()
    corners = 700 * (10 ** (torch.linspace(low, high, options.bands + 2, dtype=torch.float64) / 2595) - 1)
    left, peak, right = corners[:-2, None], corners[1:-1, None], corners[2:, None]
    rising = (bins_hz - left) / (peak - left)
    falling = (right - bins_hz) / (right - peak)
    filters = torch.minimum(rising, falling).clamp(min=0)
    # The lowest triangles are narrower than a bin and may miss them all: give those the nearest bin.
    empty = filters.sum(dim=1) == 0
    nearest = (bins_hz[None] - peak).abs().argmin(dim=1)
    filters[empty, nearest[empty]] = 1.0
    return filters.float()


class LogMel(nn.Module):
    """float32 [B, samples] in [-1, 1] -> [B, 3, bands, frames]: relative log-mel, level, band position."""

    basis: Tensor
    mel: Tensor
    ramp: Tensor

    def __init__(self, options: LogMelCnnOptions) -> None:
        super().__init__()
        if options.samples % options.hop or (options.window - options.hop) % 2:
            raise ConfigError(
                f"log-mel: {options.samples} samples, window {options.window} and hop {options.hop} do not "
                "give whole frames; choose a hop that divides the samples and differs evenly from the window"
            )
        self.options = options
        n = torch.arange(options.window, dtype=torch.float64)
        k = torch.arange(options.window // 2 + 1, dtype=torch.float64)[:, None]
        hann = torch.hann_window(options.window, periodic=True, dtype=torch.float64)
        angle = 2 * torch.pi * k * n / options.window
        scale = hann / hann.sum() * 2  # a full-scale sine has amplitude one
        basis = torch.cat((torch.cos(angle) * scale, torch.sin(angle) * scale))
        self.register_buffer("basis", basis.float().unsqueeze(1), persistent=False)  # [2 * bins, 1, window]
        self.register_buffer("mel", mel_matrix(options).unsqueeze(-1), persistent=False)  # [bands, bins, 1]
        ramp = torch.linspace(-1, 1, options.bands)[None, None, :, None]
        self.register_buffer("ramp", ramp, persistent=False)

    def forward(self, raw: Tensor) -> Tensor:
        """See the class; every plane is within about [-2, 2]."""
        options = self.options
        pad = (options.window - options.hop) // 2
        spectrum = functional.conv1d(raw.unsqueeze(1), self.basis, stride=options.hop, padding=pad)
        bins = options.window // 2 + 1
        power = spectrum[:, :bins].square() + spectrum[:, bins:].square()  # [B, bins, frames]
        log_mel = 10 * torch.log10(functional.conv1d(power, self.mel) + _FLOOR_POWER)  # [B, bands, frames]
        level = log_mel.amax(dim=(1, 2), keepdim=True)  # [B, 1, 1] in dB
        relative = torch.clamp(log_mel - level, min=-_RANGE_DB) / 20 + 2  # [-1.5, 2]
        like = torch.zeros_like(relative)
        planes = (relative, like + level / 30 + 1.5)
        return torch.cat((torch.stack(planes, dim=1), like.unsqueeze(1) + self.ramp), dim=1)


class LogMelCnnEncoder(Encoder):
    """Sound window -> features; each feature holds its own moment and a summary of all of them."""

    def __init__(self, options: LogMelCnnOptions) -> None:
        super().__init__()
        self.options = options
        self.features_dim = options.features_dim
        self.positions = options.positions
        self.log_mel = LogMel(options)
        stages: list[nn.Module] = []
        width = 3
        for out in options.widths:
            stages += [*_convolution(width, out), *_convolution(out, out), nn.AvgPool2d(2)]
            width = out
        # Channels last is twice as fast in bfloat16 on a CPU; it changes no value and no file.
        self.stages = nn.Sequential(*stages).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.summary = nn.Sequential(
            nn.Dropout(options.dropout),
            nn.Linear(2 * width, options.summary_width),
            nn.LayerNorm(options.summary_width),
            nn.GELU(),
        )

    def forward(self, raw: Tensor) -> Tensor:
        """float32 [B, samples] in [-1, 1] -> [B, positions, features_dim]."""
        planes = self._masked_planes(raw) if self.training else self.log_mel(raw)
        grid = self.stages(planes)  # [B, W, bands / 16, positions]
        local = (grid.mean(dim=2) + grid.amax(dim=2)).transpose(1, 2)  # [B, P, W]
        summary = self.summary(torch.cat((local.mean(dim=1), local.amax(dim=1)), dim=-1)).unsqueeze(1)
        return torch.cat((local, summary + torch.zeros_like(local[..., :1])), dim=-1)

    def _masked_planes(self, raw: Tensor) -> Tensor:
        """SpecAugment (Park et al., 2019): hide one run of bands and one run of frames per sample, twice.

        The log-mel itself never runs in bfloat16: its range is 100 dB.
        """
        with torch.no_grad(), torch.autocast(raw.device.type, enabled=False):
            planes = self.log_mel(raw)
        batch, _, bands, frames = planes.shape
        keep = torch.ones(batch, 1, bands, frames, device=planes.device)
        for _ in range(2):
            keep = keep * _stripe(batch, bands, self.options.band_mask, planes.device)[:, None, :, None]
            keep = keep * _stripe(batch, frames, self.options.frame_mask, planes.device)[:, None, None, :]
        floor = 2 - _RANGE_DB / 20
        relative = planes[:, :1] * keep + floor * (1 - keep)
        return torch.cat((relative, planes[:, 1:]), dim=1)


def _stripe(batch: int, length: int, widest: int, device: torch.device) -> Tensor:
    """[batch, length] of ones with one run of up to `widest` zeros per row."""
    width = torch.rand(batch, 1, device=device) * widest
    start = torch.rand(batch, 1, device=device) * (length - width)
    at = torch.arange(length, device=device)
    return ((at < start) | (at >= start + width)).float()


def _convolution(width: int, out: int) -> list[nn.Module]:
    return [nn.Conv2d(width, out, 3, padding=1, bias=False), nn.BatchNorm2d(out), nn.ReLU()]
