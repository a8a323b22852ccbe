"""The nano motion encoder: what moves when (convolutions, GRU) beside how strongly at which rate (spectra).

Knows how raw m/s2 and rad/s become features; refuses to know activities, files and sampling.
All pre-processing is part of the graph. Gravity gives "up", the board's normal (the wearer's
lateral axis for a sensor on a glasses temple) gives "side". Which side, and which way is ahead,
one window cannot tell: the graph looks at all four readings and answers with their mean.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from anymal.models.encoder_protocol import PartedEncoder
from anymal.models.imu_encoder import cross, enlarge, unit

__all__ = ["SpectralGruEncoder", "SpectralGruOptions", "Spectrum", "upright_view"]

_GRAVITY_MPS2 = 9.80665
_EPSILON = 1e-4
_SLOW = 51  # samples of the moving average that parts tilt from shaking
_CHANNELS = 18  # of the view: tilt, move, turn, then small tilts, shakes and turns enlarged
_SIGNALS = 7  # that spectra are taken of: move, turn, size of the acceleration
_POSTURE = 5
# Which components change their sign when the sensor sits on the wearer's other side, and when it
# is turned about its x axis: tilt (pitch as a double angle, roll), acceleration, rate (axial).
_OTHER_SIDE = ((1, 1, -1), (1, -1, 1), (-1, 1, -1))
_TURNED_OVER = ((1, -1, -1), (-1, -1, 1), (-1, -1, 1))


@dataclass(frozen=True)
class SpectralGruOptions:
    """Sizes of a `SpectralGruEncoder`; the first convolution strides by 4, each other one by 2.

    `dropout` is before the summary, `channel_dropout` drops whole channels everywhere else.
    """

    samples: int = 500
    rate_hz: float = 100.0
    widths: tuple[int, ...] = (48, 64, 96, 128)
    kernels: tuple[int, ...] = (11, 5, 5, 3)
    gru_width: int = 96
    spectrum_width: int = 96
    statistics_width: int = 64
    summary_width: int = 128
    dropout: float = 0.4
    channel_dropout: float = 0.1

    @property
    def strides(self) -> tuple[int, ...]:
        """Stride of every convolution."""
        return (4, *(2 for _ in self.widths[1:]))

    @property
    def positions(self) -> int:
        """Feature positions of one window."""
        length = self.samples
        for kernel, stride in zip(self.kernels, self.strides, strict=True):
            length = (length + 2 * (kernel // 2) - kernel) // stride + 1
        return length

    @property
    def features_dim(self) -> int:
        """Width of one feature: both GRU directions, then the summary of the whole window."""
        return 2 * self.gru_width + self.summary_width


class Spectrum(nn.Module):
    """Log power at chosen frequencies in Hann windows: [B, T, C] -> [B, C * bins, frames].

    `window` and `hop` are in samples, `frequencies` is each bin's share of the sampling rate.
    """

    waves: Tensor

    def __init__(self, window: int, hop: int, frequencies: Tensor) -> None:
        super().__init__()
        self.hop = hop
        hann = torch.hann_window(window)
        phase = 2 * math.pi * frequencies[:, None] * torch.arange(window)
        waves = torch.cat((torch.cos(phase), torch.sin(phase))) * hann / hann.sum()
        self.register_buffer("waves", waves[:, None], persistent=False)  # [2 * bins, 1, window]

    def forward(self, signal: Tensor) -> Tensor:
        """[B, T, C] -> [B, C * bins, frames], about zero mean."""
        _, length, channels = signal.shape
        alone = signal.transpose(1, 2).reshape(-1, 1, length)
        cosine, sine = functional.conv1d(alone, self.waves, stride=self.hop).chunk(2, dim=1)
        power = torch.log(cosine * cosine + sine * sine + 1e-6) * 0.25 + 2.0  # [B * C, bins, frames]
        return power.reshape(-1, channels * power.shape[1], power.shape[2])


class SpectralGruEncoder(PartedEncoder):
    """Motion window -> features; each feature holds its own moment and a summary of all of them."""

    readings: Tensor

    def __init__(self, options: SpectralGruOptions) -> None:
        super().__init__()
        self.options = options
        self.features_dim = options.features_dim
        self.positions = options.positions
        self.parts_dims = (4 * options.gru_width, 2 * options.spectrum_width, options.statistics_width)
        self.convolutions = _convolutions(options)
        self.gru = nn.GRU(options.widths[-1], options.gru_width, batch_first=True, bidirectional=True)
        steps = torch.linspace(0.6, 22.0, 24) / options.rate_hz
        self.quick = Spectrum(min(128, options.samples), 32, steps)
        swings = torch.logspace(math.log10(0.2), math.log10(3.5), 12) / options.rate_hz
        self.slow = Spectrum(min(400, options.samples), 50, swings)
        self.spectrum = _spectrum_layers(_SIGNALS * len(steps), options)
        numbers = _SIGNALS * len(swings) + _SIGNALS + _POSTURE
        self.statistics = nn.Sequential(
            nn.BatchNorm1d(numbers),
            nn.Dropout(options.channel_dropout),
            nn.Linear(numbers, options.statistics_width),
            nn.BatchNorm1d(options.statistics_width),
            nn.GELU(),
        )
        self.summary = nn.Sequential(
            nn.Dropout(options.dropout),
            nn.Linear(sum(self.parts_dims), options.summary_width),
            nn.LayerNorm(options.summary_width),
            nn.GELU(),
        )
        self.register_buffer("readings", _readings(), persistent=False)

    def forward(self, raw: Tensor) -> Tensor:
        """[B, samples, 6] (m/s2, rad/s) -> [B, positions, features_dim]."""
        return self.with_parts(raw)[0]

    def with_parts(self, raw: Tensor) -> tuple[Tensor, tuple[Tensor, ...]]:
        """Features, and the pooled vectors [B, parts_dims[i]] the summary is made of.

        In training the signal is read one way (augmentation shows the others); else as the mean of four.
        """
        view, signals, posture = upright_view(raw)
        quick = self.spectrum(self.quick(signals))  # [B, spectrum_width, frames]
        quick = torch.cat((quick.mean(dim=-1), quick.amax(dim=-1)), dim=-1)
        still = self.statistics(torch.cat((self.slow(signals).mean(dim=-1), posture), dim=-1))
        readings = 1 if self.training else len(self.readings)
        if readings > 1:
            view = (view.unsqueeze(0) * self.readings).flatten(0, 1)  # [readings * B, 18, T]
        local, _ = self.gru(self.convolutions(view).transpose(1, 2))  # [readings * B, P, 2 * gru_width]
        moments = torch.cat((local.mean(dim=1), local.amax(dim=1)), dim=-1)
        parts = (moments, quick, still)
        everything = torch.cat((moments, quick.repeat(readings, 1), still.repeat(readings, 1)), dim=-1)
        summary = self.summary(everything).unsqueeze(1)  # [readings * B, 1, summary_width]
        features = torch.cat((local, summary + torch.zeros_like(local[..., :1])), dim=-1)
        if readings > 1:
            features = features.reshape(readings, -1, self.positions, self.features_dim).mean(dim=0)
        return features, parts


def upright_view(raw: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """[B, T, 6] in m/s2 and rad/s -> view [B, 18, T], signals [B, T, 7] for spectra, numbers [B, 12].

    Every window is turned into its own gravity frame (ahead, side, up). Nothing changes when the
    sensor is turned half way round its normal: the head's pitch is kept as a double angle.
    """
    accel, gyro = raw[..., 0:3] / _GRAVITY_MPS2, raw[..., 3:6]  # [B, T, 3] in g and rad/s
    mean = accel.mean(dim=1, keepdim=True)  # [B, 1, 3]
    up = unit(mean)
    normal = torch.zeros_like(up) + up.new_tensor([0.0, 0.0, 1.0])
    side = unit(normal - (normal * up).sum(-1, keepdim=True) * up)
    frame = torch.cat((cross(up, side), side, up), dim=1).transpose(1, 2)  # [B, 3, 3], axes as columns
    move, turn = torch.matmul(accel - mean, frame), torch.matmul(gyro, frame)
    x, y, z = accel.unbind(dim=-1)
    flat = torch.sqrt(x * x + y * y + _EPSILON)
    tilt = torch.stack(((x * x - y * y) / flat, 2 * x * y / flat, z), dim=-1)
    drift = functional.avg_pool1d(
        move.transpose(1, 2), _SLOW, stride=1, padding=_SLOW // 2, count_include_pad=False
    ).transpose(1, 2)
    small = (enlarge(drift, 20.0), enlarge(move - drift, 20.0), enlarge(turn, 10.0))
    view = torch.cat((tilt, move, turn * 0.5, *small), dim=-1).transpose(1, 2)
    size = torch.sqrt((accel * accel).sum(dim=-1, keepdim=True) + 1e-6)
    signals = torch.cat((move, turn, size - size.mean(dim=1, keepdim=True)), dim=-1)
    pitch, down, roll = tilt.mean(dim=1).unbind(dim=-1)  # the last two have no sign one could trust
    gravity = torch.sqrt((mean * mean).sum(dim=-1).squeeze(1) + 1e-6)
    posture = torch.stack((pitch, down.abs(), roll.abs(), gravity, size.mean(dim=(1, 2))), dim=-1)
    strength = torch.log((signals * signals).mean(dim=1) + 1e-6) * 0.25
    return view, signals, torch.cat((posture, strength), dim=-1)


def _convolutions(options: SpectralGruOptions) -> nn.Sequential:
    blocks: list[nn.Module] = []
    width = _CHANNELS
    for out, kernel, stride in zip(options.widths, options.kernels, options.strides, strict=True):
        blocks += [
            nn.Conv1d(width, out, kernel, stride=stride, padding=kernel // 2, bias=False),
            nn.BatchNorm1d(out),
            nn.GELU(),
            nn.Dropout1d(options.channel_dropout),
        ]
        width = out
    return nn.Sequential(*blocks)


def _spectrum_layers(width: int, options: SpectralGruOptions) -> nn.Sequential:
    out, dropped = options.spectrum_width, options.channel_dropout
    return nn.Sequential(
        nn.BatchNorm1d(width),
        nn.Dropout1d(dropped),
        nn.Conv1d(width, out, 3, padding=1, bias=False),
        nn.BatchNorm1d(out),
        nn.GELU(),
        nn.Dropout1d(dropped),
        nn.Conv1d(out, out, 3, padding=1, bias=False),
        nn.BatchNorm1d(out),
        nn.GELU(),
    )


def _readings() -> Tensor:
    """Signs [4, 1, 18, 1] of the view's channels: as it is, other side, turned over, both."""
    ways = []
    for tilt, accel, rate in (_OTHER_SIDE, _TURNED_OVER):
        ways.append(torch.tensor((*tilt, *accel, *rate, *accel, *accel, *rate), dtype=torch.float32))
    side, over = ways
    return torch.stack((torch.ones(_CHANNELS), side, over, side * over))[:, None, :, None]
