"""Pixels as an outside vision model wants them: what its preprocessor says, as an input section and a module.

Knows `preprocessor_config.json`, resizing rules and mean and deviation; refuses to resize: the
device does that, and everything after it is in the graph.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch

from anymal.engines.input_spec import Fit, Resampling
from anymal.errors import ExportError
from anymal.export.sources.sourced import KeepsFloat32
from anymal.export.sources.weights import read_config

__all__ = ["PIXELS", "PixelNorm", "PixelRules", "read_pixel_rules", "read_resampling"]

FILES = ("preprocessor_config.json", "processor_config.json", "video_preprocessor_config.json")
PADS = "LlavaImageProcessor"
SECTIONS = ("image_processor", "video_processor")
# PIL.Image.Resampling, as preprocessor files write it.
RESAMPLING: tuple[Resampling, ...] = ("nearest", "lanczos", "bilinear", "bicubic", "box", "hamming")

Triple = tuple[float, float, float]


@dataclass(frozen=True)
class PixelRules:
    """The device fits a picture to `size_px` (width, height); the graph keeps the middle `crop_px` of it,
    multiplies by `scale`, takes `mean` off and divides by `std`. `origin` says where this was read,
    `resample` with which filter the device resizes, `pad_rgb` the colour around it where `fit` is `pad`.
    """

    size_px: tuple[int, int]
    crop_px: tuple[int, int]
    fit: Fit
    mean: Triple
    std: Triple
    scale: float = 1 / 255
    origin: str = "default"
    resample: Resampling = "bicubic"
    pad_rgb: tuple[int, int, int] = (0, 0, 0)

    def section(self, name: str) -> dict[str, Any]:
        """The manifest's input section of the ONNX input `name`; bicubic goes without saying there."""
        section: dict[str, Any] = {"name": name, "size_px": list(self.size_px), "fit": self.fit}
        if self.fit == "pad":
            section["pad_rgb"] = list(self.pad_rgb)
        return section if self.resample == "bicubic" else {**section, "resample": self.resample}


CLIP_MEAN, CLIP_STD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
IMAGENET_MEAN, IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
HALF = (0.5, 0.5, 0.5)

# What the image processor class of each model does when no file says otherwise: fit, mean, deviation, filter.
PIXELS: dict[str, tuple[Fit, Triple, Triple, Resampling]] = {
    "clip": ("crop", CLIP_MEAN, CLIP_STD, "bicubic"),
    "siglip": ("squash", HALF, HALF, "bicubic"),
    "dinov2": ("crop", IMAGENET_MEAN, IMAGENET_STD, "bicubic"),
    "videomae": ("crop", HALF, HALF, "bilinear"),
}


class PixelNorm(KeepsFloat32):
    """uint8 [B, H, W, 3] to float32 [B, 3, h, w] as `PixelRules` says."""

    gain: torch.Tensor
    offset: torch.Tensor

    def __init__(self, rules: PixelRules) -> None:
        super().__init__()
        (width, height), (self.width, self.height) = rules.size_px, rules.crop_px
        self.left, self.top = (width - self.width) // 2, (height - self.height) // 2
        self.whole = rules.size_px == rules.crop_px
        mean, std = (
            torch.tensor(values, dtype=torch.float64)[:, None, None] for values in (rules.mean, rules.std)
        )
        self.register_buffer("gain", (rules.scale / std).float(), persistent=False)
        self.register_buffer("offset", (-mean / std).float(), persistent=False)

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """See the class."""
        if not self.whole:
            raw = raw[:, self.top : self.top + self.height, self.left : self.left + self.width]
        return raw.permute(0, 3, 1, 2).to(torch.float32) * self.gain + self.offset


def read_pixel_rules(folder: Path, family: str, image_size: int | tuple[int, int]) -> PixelRules:
    """The rules of the checkpoint in `folder`; a file of it wins over the defaults of `family`.

    `image_size` is the model's own, (height, width) or one number. Raises `ExportError` when the file
    asks for something a fixed picture size cannot give.
    """
    height, width = (image_size, image_size) if isinstance(image_size, int) else image_size
    fit, mean, std, resample = PIXELS[family]
    origin = f"default of {family}"
    defaults = PixelRules((width, height), (width, height), fit, mean, std, origin=origin, resample=resample)
    for file in FILES:
        if (folder / file).is_file():
            values = read_config(folder, file)
            values = next((values[name] for name in SECTIONS if isinstance(values.get(name), dict)), values)
            if "image_mean" in values or "size" in values:
                return _parse(values, defaults, f"{folder / file}")
    return defaults


def _parse(values: Mapping[str, Any], defaults: PixelRules, origin: str) -> PixelRules:
    size = _sides(values.get("size"), origin)
    crops = values.get("do_center_crop", defaults.fit == "crop")
    crop = _sides(values.get("crop_size"), origin) if crops else None
    fit = defaults.fit
    if not _does(values, "do_resize") or size is None:
        size = crop or defaults.size_px
    else:
        # Both sides: the picture is squashed to them. Shortest edge: its proportions are kept.
        fit = "squash" if len(size) == 2 else "crop" if isinstance(values["size"], dict) else fit
    crop = crop or size
    size, crop = (size[0], size[-1]), (crop[0], crop[-1])
    if crop[0] > size[0] or crop[1] > size[1]:
        raise ExportError(
            f"{origin}: crop_size {list(crop)} is larger than size {list(size)}; nothing to crop from"
        )
    mean = _triple(values, "image_mean", defaults.mean, origin)
    return PixelRules(
        size_px=size,
        crop_px=crop,
        fit="pad" if _pads(values) else fit,
        mean=mean if _does(values, "do_normalize") else (0.0, 0.0, 0.0),
        std=_triple(values, "image_std", defaults.std, origin)
        if _does(values, "do_normalize")
        else (1.0, 1.0, 1.0),
        scale=float(values.get("rescale_factor") or 1 / 255) if _does(values, "do_rescale") else 1.0,
        origin=Path(origin).name,
        resample=read_resampling(values, defaults.resample, origin),
        pad_rgb=_background(mean) if _pads(values) else (0, 0, 0),
    )


def _pads(values: Mapping[str, Any]) -> bool:
    """Whether pictures become squares first, as in LLaVA's own processor; others pad something else."""
    kind = str(values.get("image_processor_type"))
    return values.get("do_pad") is True and kind.removesuffix("Fast").removesuffix("Pil") == PADS


def _background(mean: Triple) -> tuple[int, int, int]:
    """The colour around a padded picture, rounded as that processor does."""
    red, green, blue = (min(255, max(0, int(value * 255))) for value in mean)
    return red, green, blue


def read_resampling(values: Mapping[str, Any], default: Resampling, origin: str) -> Resampling:
    """The filter of a preprocessor file; `default` is its class's own, for a file that does not say."""
    found = values.get("resample")
    if found is None:
        return default
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found < len(RESAMPLING):
        known = ", ".join(f"{number} ({name})" for number, name in enumerate(RESAMPLING))
        raise ExportError(f"{origin}: resample must be a filter of Pillow, {known}; found {found!r}")
    return RESAMPLING[found]


def _does(values: Mapping[str, Any], step: str) -> bool:
    """Whether a step is done; a file that does not say leaves the class's own default, which is yes."""
    return values.get(step) is not False


def _sides(value: Any, origin: str) -> tuple[int, ...] | None:
    """(width, height), or (shortest edge,)."""
    if value is None:
        return None
    if isinstance(value, int):
        return (value,)
    if isinstance(value, dict) and {"height", "width"} <= set(value):
        return int(value["width"]), int(value["height"])
    if isinstance(value, dict) and "shortest_edge" in value:
        return (int(value["shortest_edge"]),)
    raise ExportError(
        f"{origin}: size {value!r} gives no fixed picture; wanted height and width, or shortest_edge"
    )


def _triple(values: Mapping[str, Any], name: str, default: Triple, origin: str) -> Triple:
    found = values.get(name, default)
    found = (found,) * 3 if isinstance(found, int | float) else tuple(found)
    if len(found) != 3:
        raise ExportError(f"{origin}: {name} must be one number or three, found {list(found)}")
    return cast(Triple, tuple(float(value) for value in found))
