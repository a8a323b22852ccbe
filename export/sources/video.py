"""Video: frames one by one through a picture encoder, or all at once through VideoMAE.

Knows how frames become one run of positions; refuses to know which frames a moment is made of.
"""

from pathlib import Path
from typing import Any, cast

import torch
from torch import nn

from anymal.errors import ConfigError, ExportError
from anymal.export.sources.pixels import PixelNorm, PixelRules, read_pixel_rules
from anymal.export.sources.sourced import OpenedEncoder
from anymal.export.sources.spec import ModalitySource
from anymal.export.sources.vision import VISION, layers_read, open_vision
from anymal.export.sources.weights import folder_hashes, load_pretrained
from anymal.models.encoder_protocol import Encoder

__all__ = ["FrameWise", "FramesEncoder", "VideoMaeEncoder", "open_video"]


class FrameWise(nn.Module):
    """An aligner used once per frame: [B, frames * positions, D] to [B, frames * tokens, n_embd]."""

    def __init__(self, aligner: nn.Module, frames: int) -> None:
        super().__init__()
        self.aligner, self.frames = aligner, frames

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """See the class; the rows of one frame depend on that frame alone."""
        batch, positions, width = features.shape
        rows = self.aligner(features.reshape(-1, positions // self.frames, width))
        return cast(torch.Tensor, rows.reshape(batch, -1, rows.shape[-1]))


class FramesEncoder(Encoder):
    """uint8 [B, frames, H, W, 3] to [B, frames * positions, D]: each frame through a picture encoder."""

    def __init__(self, encoder: Encoder, frames: int) -> None:
        super().__init__()
        self.encoder, self.frames = encoder, frames
        self.features_dim = encoder.features_dim
        self.positions = frames * encoder.positions

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Frames become the batch and come back in order."""
        features = self.encoder(raw.flatten(0, 1))
        return cast(torch.Tensor, features.reshape(raw.shape[0], -1, self.features_dim))


class VideoMaeEncoder(Encoder):
    """uint8 [B, frames, H, W, 3] to float32 [B, positions, hidden] of a VideoMAEModel.

    `layer` as in `VisionEncoder`. Raises `ConfigError` when there is no such layer and `ExportError`
    when the pictures' size does not fit the model.
    """

    def __init__(self, model: Any, rules: PixelRules, layer: int = -1) -> None:
        super().__init__()
        config = model.config
        side = config.image_size if isinstance(config.image_size, int) else config.image_size[0]
        if rules.crop_px != (side, side):
            raise ExportError(
                f"{rules.origin} gives frames of {rules.crop_px[0]} x {rules.crop_px[1]} px; "
                f"config.json wants {side} x {side}"
            )
        count, last = layers_read(layer, len(model.encoder.layer), type(model).__name__)
        self.pixels = PixelNorm(rules)
        self.patches = model.embeddings.patch_embeddings
        places = model.embeddings.position_embeddings.detach().clone()  # [1, positions, hidden], fixed sines
        self.places = nn.Parameter(places, requires_grad=False)
        self.blocks = nn.ModuleList(model.encoder.layer[:count])
        self.last_norm = model.layernorm if last and model.layernorm is not None else nn.Identity()
        self.frames = int(config.num_frames)
        self.features_dim = int(config.hidden_size)
        self.positions = int(model.embeddings.num_patches)
        self.eval()

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Pixels are cropped and normalised here."""
        pixels = self.pixels(raw.flatten(0, 1)).to(self.places.dtype)  # [B * frames, 3, H, W]
        pixels = pixels.reshape(-1, self.frames, *pixels.shape[1:])
        hidden = self.patches(pixels) + self.places
        for block in self.blocks:
            hidden = block(hidden)
        return cast(torch.Tensor, self.last_norm(hidden))


def open_video(source: ModalitySource, folder: Path, model_type: str) -> OpenedEncoder:
    """The video encoder in `folder`: VideoMAE, or `source.frames` frames through a vision tower."""
    if model_type in VISION:
        opened = open_vision(source, folder, model_type)
        return OpenedEncoder(
            FramesEncoder(opened.encoder, source.frames),
            {**opened.input, "name": "frames", "frames": source.frames},
            {**opened.provenance, "frames": source.frames},
        )
    import transformers

    if source.class_token:
        raise ConfigError("VideoMAEModel has no class token; set class_token = false")
    model = load_pretrained(transformers.VideoMAEModel, folder)
    rules = read_pixel_rules(folder, "videomae", model.config.image_size)
    encoder = VideoMaeEncoder(model, rules, source.layer)
    provenance = {
        "class": "VideoMAEModel",
        "layer": source.layer,
        "folder": folder.name,
        "normalisation": rules.origin,
        "resample": rules.resample,
        "frames": encoder.frames,
        "weights": folder_hashes(folder),
    }
    return OpenedEncoder(encoder, {**rules.section("frames"), "frames": encoder.frames}, provenance)
