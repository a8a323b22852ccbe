"""Pictures through a vision tower of transformers: CLIP, SigLIP, DINOv2.

Knows their layers by name, which hidden layer is read and which positions are kept; refuses to know
aligners, and resizing, which the device does. The layers after the one that is read are dropped.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from torch import nn

from anymal.errors import ConfigError, ExportError
from anymal.export.sources.pixels import PixelNorm, PixelRules, read_pixel_rules
from anymal.export.sources.sourced import OpenedEncoder
from anymal.export.sources.spec import ModalitySource
from anymal.export.sources.weights import folder_hashes, load_pretrained
from anymal.models.encoder_protocol import Encoder

__all__ = ["VISION", "VisionEncoder", "layers_read", "open_vision"]


@dataclass(frozen=True)
class _Family:
    """Names inside one class: `layers` of blocks, the norm before and after them (empty: none)."""

    kind: str
    rules: str
    layers: str
    first_norm: str
    last_norm: str
    class_token: bool


CLIP = _Family("CLIPVisionModel", "clip", "encoder.layers", "pre_layrnorm", "", True)
SIGLIP = _Family("SiglipVisionModel", "siglip", "encoder.layers", "", "post_layernorm", False)
DINOV2 = _Family("Dinov2Model", "dinov2", "encoder.layer", "", "layernorm", True)

# model_type of config.json -> family
VISION: dict[str, _Family] = {
    "clip": CLIP,
    "clip_vision_model": CLIP,
    "siglip": SIGLIP,
    "siglip_vision_model": SIGLIP,
    "dinov2": DINOV2,
}


class VisionEncoder(Encoder):
    """uint8 [B, H, W, 3] to float32 [B, positions, hidden] of one hidden layer of a vision tower.

    `model` is a CLIPVisionModel, SiglipVisionModel or Dinov2Model and loses the layers that are not
    read. `layer` counts as transformers counts `hidden_states` (0 is the input of the first block,
    the number of blocks is the output of the last); -1 is `last_hidden_state`, which SigLIP and
    DINOv2 normalise once more. Raises `ConfigError` when there is no such layer, or no class token
    to keep, and `ExportError` when the pictures' size does not fit the model.
    """

    def __init__(self, model: Any, rules: PixelRules, layer: int = -1, class_token: bool = False) -> None:
        super().__init__()
        family = next((item for item in VISION.values() if item.kind == type(model).__name__), None)
        if family is None:
            raise ExportError(
                f"{type(model).__name__} is no vision tower that can be read; there are {_kinds()}"
            )
        blocks = cast(nn.ModuleList, model.get_submodule(family.layers))
        count, last = layers_read(layer, len(blocks), type(model).__name__)
        if class_token and not family.class_token:
            raise ConfigError(f"{family.kind} has no class token; set class_token = false")
        self.pixels = PixelNorm(rules)
        self.embed = _embedding(model, rules)
        self.first_norm = model.get_submodule(family.first_norm) if family.first_norm else nn.Identity()
        self.blocks = nn.ModuleList(blocks[:count])
        self.last_norm = model.get_submodule(family.last_norm) if last and family.last_norm else nn.Identity()
        self.features_dim = int(model.config.hidden_size)
        patch = int(model.config.patch_size)
        self.first = 1 if family.class_token and not class_token else 0
        self.positions = (rules.crop_px[0] // patch) * (rules.crop_px[1] // patch) + int(class_token)
        self.eval()

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Pixels are cropped and normalised here."""
        pixels = self.pixels(raw)
        weight = cast(torch.Tensor, next(self.embed.parameters()))
        hidden = self.first_norm(self.embed(pixels.to(weight.dtype)))
        for block in self.blocks:
            hidden = block(hidden, None)
        return cast(torch.Tensor, self.last_norm(hidden)[:, self.first :])


class _ResizedPlaces(nn.Module):
    """DINOv2's embeddings for one picture size, its position table resized once instead of in the graph."""

    def __init__(self, embeddings: Any, rules: PixelRules) -> None:
        super().__init__()
        width, height = rules.crop_px
        self.patches, self.class_token = embeddings.patch_embeddings, embeddings.cls_token
        patch = int(embeddings.patch_size)
        with torch.no_grad():
            like = torch.zeros(1, 1 + (height // patch) * (width // patch), self.class_token.shape[-1])
            places = embeddings.interpolate_pos_encoding(like, height, width)
        self.places = nn.Parameter(places.detach().clone())

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Pixels [B, 3, H, W] to [B, 1 + patches, hidden]."""
        patches = self.patches(pixels)
        classes = self.class_token.expand(patches.shape[0], -1, -1)
        return torch.cat((classes, patches), dim=1) + self.places


def _embedding(model: Any, rules: PixelRules) -> nn.Module:
    width, height = rules.crop_px
    patch, wanted = int(model.config.patch_size), model.config.image_size
    if type(model).__name__ == DINOV2.kind:
        if width % patch or height % patch:
            raise ExportError(
                f"{rules.origin}: pictures of {width} x {height} px cannot be cut into patches of {patch} px"
            )
        return _ResizedPlaces(model.embeddings, rules)
    wanted = (wanted, wanted) if isinstance(wanted, int) else tuple(wanted)
    if (height, width) != wanted:
        raise ExportError(
            f"{rules.origin} gives pictures of {width} x {height} px; config.json wants "
            f"{wanted[1]} x {wanted[0]}: take both files from the same checkpoint"
        )
    return cast(nn.Module, model.embeddings)


def layers_read(layer: int, blocks: int, kind: str) -> tuple[int, bool]:
    """How many blocks run for hidden layer `layer`, and whether the norm after the last one does."""
    count = layer if layer >= 0 else blocks + 1 + layer
    if not 0 <= count <= blocks:
        raise ConfigError(f"layer {layer} of {kind} does not exist; it has {-blocks - 1} to {blocks}")
    return count, layer == -1


def open_vision(source: ModalitySource, folder: Path, model_type: str) -> OpenedEncoder:
    """The picture encoder in `folder`; raises `ExportError` or `ConfigError` (see `VisionEncoder`)."""
    import transformers

    family = VISION[model_type]
    model = load_pretrained(getattr(transformers, family.kind), folder)
    rules = read_pixel_rules(folder, family.rules, model.config.image_size)
    encoder = VisionEncoder(model, rules, source.layer, source.class_token)
    provenance = {
        "class": family.kind,
        "layer": source.layer,
        "folder": folder.name,
        "normalisation": rules.origin,
        "resample": rules.resample,
        "weights": folder_hashes(folder),
    }
    return OpenedEncoder(encoder, rules.section("rgb"), provenance)


def _kinds() -> str:
    return ", ".join(dict.fromkeys(family.kind for family in VISION.values()))
