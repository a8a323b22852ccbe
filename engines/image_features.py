"""A picture, made the size an image encoder takes.

Knows fitting and resizing; refuses to know normalisation, which is inside the ONNX graph.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from anymal.engines.manifest import ImageInput
from anymal.errors import InputError
from anymal.samples import Frame

__all__ = ["image_input"]

LONGEST = 16
"""How many times as long as wide a picture may be before its ends are left out."""
STRIP = 64
"""Rows of a picture that are padded at a time."""


def image_input(frame: Frame, spec: ImageInput) -> NDArray[np.uint8]:
    """Return uint8 [height, width, 3]: resized by `spec.resample`, squashed, padded or its centre cropped.

    Raises `InputError` when the frame is no uint8 [H, W, 3] picture.
    """
    rgb = frame.rgb
    if rgb.dtype != np.uint8 or rgb.ndim != 3 or rgb.shape[2] != 3 or min(rgb.shape) < 1:
        raise InputError(f"a picture must be uint8 [height, width, 3], found {rgb.dtype} {list(rgb.shape)}")
    height, width = rgb.shape[:2]
    if (height, width) == (spec.height_px, spec.width_px):
        return np.array(rgb, order="C")  # a copy, as a resized one is: it outlives the frame
    picture = Image.fromarray(np.ascontiguousarray(rgb))
    if spec.fit == "crop":
        return _centre(_without_ends(picture), spec)
    if spec.fit == "pad":
        return _padded(_without_ends(picture), spec)
    resized = picture.resize((spec.width_px, spec.height_px), _filter(spec))
    return np.asarray(resized, dtype=np.uint8)


def _without_ends(picture: Image.Image) -> Image.Image:
    """Of very long pictures only the middle is looked at: all of it may not fit in memory."""
    width, height = picture.size
    longest = LONGEST * min(width, height)
    if max(width, height) <= longest:
        return picture
    left, top = max(0, width - longest) // 2, max(0, height - longest) // 2
    return picture.crop((left, top, left + min(width, longest), top + min(height, longest)))


def _padded(picture: Image.Image, spec: ImageInput) -> NDArray[np.uint8]:
    """The picture in the middle of a square of `spec.pad_rgb`, resized, as LLaVA's own processor does.

    Pillow resizes rows before columns, so strips of rows give what the square would, which may be large.
    """
    width, height = picture.size
    side = max(width, height)
    left, top = (side - width) // 2, (side - height) // 2
    rows = Image.new("RGB", (spec.width_px, side), spec.pad_rgb)
    for start in range(0, height, STRIP):
        strip = Image.new("RGB", (side, min(STRIP, height - start)), spec.pad_rgb)
        strip.paste(picture.crop((0, start, width, start + strip.height)), (left, 0))
        rows.paste(strip.resize((spec.width_px, strip.height), _filter(spec)), (0, top + start))
    return np.asarray(rows.resize((spec.width_px, spec.height_px), _filter(spec)), dtype=np.uint8)


def _centre(picture: Image.Image, spec: ImageInput) -> NDArray[np.uint8]:
    """The picture made as small as covers the wanted size, then its middle, as transformers rounds it."""
    width, height = picture.size
    if width * spec.height_px <= height * spec.width_px:
        size = (spec.width_px, max(spec.height_px, spec.width_px * height // width))
    else:
        size = (max(spec.width_px, spec.height_px * width // height), spec.height_px)
    left, top = (size[0] - spec.width_px) // 2, (size[1] - spec.height_px) // 2
    whole = picture.resize(size, _filter(spec))
    middle = whole.crop((left, top, left + spec.width_px, top + spec.height_px))
    return np.asarray(middle, dtype=np.uint8)


def _filter(spec: ImageInput) -> Image.Resampling:
    return Image.Resampling[spec.resample.upper()]
