"""The IMU2CLIP motion encoder "mw2" (Moon et al. 2022, MW2StackRNNPooling), layer by layer.

Knows its exact layers and the axis quirk of the published code; refuses to know other window
lengths than the one it was designed for when the quirk is on.
"""

from dataclasses import dataclass
from typing import cast

import torch
from torch import nn

from anymal.errors import ConfigError
from anymal.models.encoder_protocol import Encoder

__all__ = ["Imu2ClipEncoder", "Imu2ClipOptions"]

CHANNELS = 6
CONV_CHANNELS = 32
KERNELS = (10, 5, 5)
DILATION = 2
POOL = 3


@dataclass(frozen=True)
class Imu2ClipOptions:
    """`rate_hz` * `window_s` samples of 6 channels; the published model has 200 Hz, 5 s, hidden 512.

    `gru_over_channels` repeats the published code, whose GRU steps over the 32 channels with
    time as features: it only fits when 32 time steps are left, and its weights mean nothing else.
    """

    hidden: int = 512
    rate_hz: int = 200
    window_s: float = 5.0
    gru_over_channels: bool = False


class Imu2ClipEncoder(Encoder):
    """float32 [B, T, 6] to the last hidden state [B, 1, hidden]; 850,892 parameters at hidden 512."""

    def __init__(self, options: Imu2ClipOptions) -> None:
        super().__init__()
        self.options = options
        self.samples = round(options.rate_hz * options.window_s)
        steps = _steps_left(self.samples)
        if steps < 1:
            raise ConfigError(
                f"IMU2CLIP: {self.samples} samples are too short for its convolutions; wanted 1000"
            )
        if options.gru_over_channels and steps != CONV_CHANNELS:
            raise ConfigError(
                f"IMU2CLIP with gru_over_channels needs {CONV_CHANNELS} time steps after its convolutions, "
                f"{self.samples} samples leave {steps}; use 1000 samples or gru_over_channels=False"
            )
        self.features_dim = options.hidden
        self.positions = 1
        # Two groups: acceleration and rotation are normalised apart.
        self.norm_input = nn.GroupNorm(2, CHANNELS)
        inputs = (CHANNELS, CONV_CHANNELS, CONV_CHANNELS)
        self.blocks = nn.Sequential(
            *(
                nn.Sequential(
                    nn.Conv1d(width, CONV_CHANNELS, kernel, dilation=DILATION, bias=False), nn.MaxPool1d(POOL)
                )
                for width, kernel in zip(inputs, KERNELS, strict=True)
            )
        )
        self.norm_output = nn.GroupNorm(4, CONV_CHANNELS)
        self.gru = nn.GRU(CONV_CHANNELS, options.hidden, batch_first=True)

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """m/s2 and rad/s; each half is normalised over the window here."""
        channels = self.norm_output(self.blocks(self.norm_input(raw.transpose(1, 2))))  # [B, 32, steps]
        steps = channels if self.options.gru_over_channels else channels.transpose(1, 2)
        _, last = self.gru(steps)
        return cast(torch.Tensor, last.transpose(0, 1))  # [B, 1, hidden]


def _steps_left(samples: int) -> int:
    """Time steps after the three blocks: 1000 -> 982 -> 327 -> 319 -> 106 -> 98 -> 32."""
    for kernel in KERNELS:
        samples = (samples - DILATION * (kernel - 1)) // POOL
    return samples
