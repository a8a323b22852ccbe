"""A picture encoder over the frames of a video: the video encoder of the nano bundle.

Knows that frames are encoded one by one, so that their features can be kept, and stand one after the other
as positions; refuses to know what the aligner reads out of them.
"""

from dataclasses import dataclass, field

import torch

from anymal.models.encoder_protocol import Encoder
from anymal.models.image_encoder import ConvNetEncoder, ConvNetOptions

__all__ = ["FrameConvNetEncoder", "FrameConvNetOptions"]


@dataclass(frozen=True)
class FrameConvNetOptions(ConvNetOptions):
    """A ConvNet of these options, used on each of `frames` frames."""

    frames: int = field(default=4, kw_only=True)


class FrameConvNetEncoder(Encoder):
    """uint8 [B, frames, H, W, 3] to features [B, frames * positions, features_dim], oldest frame first."""

    def __init__(self, options: FrameConvNetOptions) -> None:
        super().__init__()
        self.options = options
        picture = ConvNetOptions(options.size_px, options.widths, options.blocks, options.features_dim)
        self.picture = ConvNetEncoder(picture)
        self.features_dim = self.picture.features_dim
        self.positions = options.frames * self.picture.positions

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Frames become the batch and come back in order."""
        features: torch.Tensor = self.picture(raw.flatten(0, 1))
        return features.reshape(raw.shape[0], -1, self.features_dim)
