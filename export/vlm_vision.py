"""The eyes of a vision-language model: vision tower and projector as one module, pixels in, rows out.

Knows the classes of `transformers` that this works for and how their parts are called: LLaVA-1.5,
LLaVA-NeXT with the whole picture as its one tile, Idefics3 and SmolVLM with the picture unsplit.
Refuses to know their language models and prompts (`export.vlm`). What it builds is compared with the
model's own `get_image_features` before anybody uses it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from torch import nn

from anymal.errors import ExportError
from anymal.export.sources.pixels import (
    HALF,
    PixelNorm,
    PixelRules,
    Triple,
    read_pixel_rules,
    read_resampling,
)
from anymal.export.sources.sourced import SourceFacts
from anymal.export.sources.vision import VISION, VisionEncoder
from anymal.export.sources.weights import read_config
from anymal.models.encoder_protocol import Encoder

__all__ = ["VLM_KINDS", "VlmKind", "VlmVision", "open_eyes"]

# Summation order of a sliced tower may differ from the whole model's.
SAME = 1e-4


class VlmVision(nn.Module):
    """uint8 [B, H, W, 3] to rows float32 [B, tokens, n_embd]; `last` [n_embd] ends every picture's rows."""

    def __init__(
        self, encoder: Encoder, projector: nn.Module, n_embd: int, last: torch.Tensor | None
    ) -> None:
        super().__init__()
        self.encoder, self.projector = encoder, projector
        self.last = None if last is None else nn.Parameter(last.detach().clone())
        with torch.no_grad():
            rows = self.projector(torch.zeros(1, encoder.positions, encoder.features_dim))
        if rows.shape[-1] != n_embd:
            raise ExportError(f"the projector makes rows of width {rows.shape[-1]}; the LLM reads {n_embd}")
        self.options = SourceFacts("image", rows.shape[1] + (last is not None), n_embd)
        self.eval()

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """See the class."""
        rows = self.projector(self.encoder(raw))
        if self.last is not None:
            rows = torch.cat((rows, self.last.expand(rows.shape[0], 1, -1)), dim=1)
        return cast(torch.Tensor, rows)


class _SquareTower(Encoder):
    """Idefics3's vision transformer on whole square pictures of its own size: every patch is seen."""

    places: torch.Tensor

    def __init__(self, tower: Any, rules: PixelRules) -> None:
        super().__init__()
        self.pixels = PixelNorm(rules)
        self.patches, self.table = tower.embeddings.patch_embedding, tower.embeddings.position_embedding
        self.layers, self.last_norm = tower.encoder.layers, tower.post_layernorm
        side = int(tower.config.image_size) // int(tower.config.patch_size)
        self.positions, self.features_dim = side * side, int(tower.config.hidden_size)
        self.register_buffer("places", _places(tower, rules), persistent=False)
        self.eval()

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Pixels [B, H, W, 3] to features [B, positions, features_dim]."""
        pixels = self.pixels(raw).to(self.table.weight.dtype)
        hidden = self.patches(pixels).flatten(2).transpose(1, 2) + self.table(self.places)
        for layer in self.layers:
            hidden = layer(hidden, None)
        return cast(torch.Tensor, self.last_norm(hidden))


def _places(tower: Any, rules: PixelRules) -> torch.Tensor:
    """Position ids [1, positions] that the model's own rule gives a whole picture, computed once."""
    seen: list[torch.Tensor] = []
    hook = tower.embeddings.position_embedding.register_forward_pre_hook(
        lambda module, given: seen.append(given[0])
    )
    side = int(tower.config.image_size) // int(tower.config.patch_size)
    try:
        with torch.no_grad():
            blank = torch.zeros(1, 3, rules.crop_px[1], rules.crop_px[0])
            tower.embeddings(blank, torch.ones(1, side, side, dtype=torch.bool))
    finally:
        hook.remove()
    return seen[0]


@dataclass(frozen=True)
class VlmKind:
    """One `model_type` of config.json: names of its parts, and how its eyes are put together.

    `around`: what its processor writes before and after the rows of a picture.
    """

    language_model: str
    around: tuple[str, str]
    eyes: Callable[[Any, Path, int], tuple[VlmVision, PixelRules]]


def open_eyes(kind: VlmKind, model: Any, folder: Path) -> tuple[VlmVision, PixelRules]:
    """The eyes of `model`, proven to give what `model.get_image_features` gives.

    Raises `ExportError` when the model's options are none that this can follow.
    """
    n_embd = int(model.config.text_config.hidden_size)
    vision, rules = kind.eyes(model, folder, n_embd)
    dice = torch.Generator().manual_seed(0)
    width, height = rules.size_px
    raw = torch.randint(0, 256, (1, height, width, 3), generator=dice, dtype=torch.uint8)
    encoder = cast(Any, vision.encoder)
    with torch.no_grad():
        found = vision(raw)[0]
        wanted = _own_features(model, encoder.pixels(raw))
    if found.shape != wanted.shape or not torch.allclose(found, wanted, atol=SAME, rtol=SAME):
        worst = float((found - wanted).abs().max()) if found.shape == wanted.shape else float("inf")
        raise ExportError(
            f"{folder}: vision tower and projector give {list(found.shape)}, the whole model "
            f"{list(wanted.shape)}, max abs difference {worst:.3g}; this model has options that export "
            "does not follow"
        )
    return vision, rules


def _own_features(model: Any, pixels: torch.Tensor) -> torch.Tensor:
    """Rows [tokens, n_embd] by the model's own code for one picture [1, 3, H, W]."""
    kind = model.config.model_type
    if kind == "llava_next":
        # Its own method always cuts tiles; a picture of one tile is packed the same way.
        layer, rule = model.config.vision_feature_layer, model.config.vision_feature_select_strategy
        hidden = model.model.vision_tower(pixels, output_hidden_states=True).hidden_states[layer]
        rows = model.model.multi_modal_projector(hidden[:, 1:] if rule == "default" else hidden)
        sizes = torch.tensor([pixels.shape[2:]])
        newline = model.model.image_newline
        packed, _ = model.model.pack_image_features([rows], sizes, rule, image_newline=newline)
        return cast(torch.Tensor, packed[0])
    given = pixels[None] if kind in ("idefics3", "smolvlm") else pixels
    features = model.get_image_features(pixel_values=given)
    pooled = getattr(features, "pooler_output", features)
    return cast(torch.Tensor, pooled[0])


def _llava(model: Any, folder: Path, n_embd: int) -> tuple[VlmVision, PixelRules]:
    tower, config = model.model.vision_tower, model.config
    layer, rule = config.vision_feature_layer, config.vision_feature_select_strategy
    family = VISION.get(tower.config.model_type)
    if family is None or not isinstance(layer, int):
        raise ExportError(
            f"{folder}: a {tower.config.model_type} tower read at {layer}; export follows "
            f"{', '.join(VISION)} read at one layer"
        )
    rules = read_pixel_rules(folder, family.rules, tower.config.image_size)
    # LLaVA's -1 is the last block's output; `VisionEncoder`'s is what the norm behind it makes of that.
    blocks = int(tower.config.num_hidden_layers)
    read = blocks + 1 + layer if -blocks <= layer + 1 <= 0 else layer
    encoder = VisionEncoder(tower, rules, read, class_token=rule == "full" and family.class_token)
    last = getattr(model.model, "image_newline", None)
    return VlmVision(encoder, model.model.multi_modal_projector, n_embd, last), rules


def _idefics(model: Any, folder: Path, n_embd: int) -> tuple[VlmVision, PixelRules]:
    tower = model.model.vision_model
    side = int(tower.config.image_size)
    rules = _square_rules(folder, side)
    return VlmVision(_SquareTower(tower, rules), model.model.connector, n_embd, None), rules


def _square_rules(folder: Path, side: int) -> PixelRules:
    """Pictures unsplit, as Idefics3's processor makes them: both sides squashed to the tower's."""
    values: dict[str, Any] = {}
    origin = str(folder)
    for name in ("preprocessor_config.json", "processor_config.json"):
        if (folder / name).is_file():
            found = read_config(folder, name)
            values, origin = found.get("image_processor", found), f"{folder / name}"
            break
    longest = (values.get("max_image_size") or {}).get("longest_edge", side)
    if longest != side:
        raise ExportError(f"{folder}: pictures of {longest} px for a vision tower of {side} px")
    mean, std = (
        cast(Triple, tuple(map(float, values.get(key) or HALF))) for key in ("image_mean", "image_std")
    )
    scale = float(values.get("rescale_factor") or 1 / 255)
    resample = read_resampling(values, "lanczos", origin)
    origin = "one unsplit picture"
    return PixelRules((side, side), (side, side), "squash", mean, std, scale, origin, resample)


# model_type of config.json -> how it is taken apart.
VLM_KINDS: dict[str, VlmKind] = {
    "llava": VlmKind("language_model", ("", ""), _llava),
    "llava_next": VlmKind("language_model", ("", ""), _llava),
    "idefics3": VlmKind(
        "text_model", ("<fake_token_around_image><global-img>", "<fake_token_around_image>"), _idefics
    ),
    "smolvlm": VlmKind(
        "text_model", ("<fake_token_around_image><global-img>", "<fake_token_around_image>"), _idefics
    ),
}
