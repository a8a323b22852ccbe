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


def image_input(frame: Frame, spec: ImageInput) -> NDArray[np.uint8]:
    """Return uint8 [height, width, 3]: bicubic, the whole picture squashed or its centre cropped.

    Raises `InputError` when the frame is no uint8 [H, W, 3] picture.
    """
    rgb = frame.rgb
    if rgb.dtype != np.uint8 or rgb.ndim != 3 or rgb.shape[2] != 3 or min(rgb.shape) < 1:
        raise InputError(f"a picture must be uint8 [height, width, 3], found {rgb.dtype} {list(rgb.shape)}")
    height, width = rgb.shape[:2]
    if (height, width) == (spec.height_px, spec.width_px):
        return np.ascontiguousarray(rgb)
    box = (0.0, 0.0, float(width), float(height))
    if spec.fit == "crop":
        # The largest centred part with the wanted proportions.
        scale = min(width / spec.width_px, height / spec.height_px)
        half_width, half_height = scale * spec.width_px / 2, scale * spec.height_px / 2
        box = (
            max(0.0, width / 2 - half_width),
            max(0.0, height / 2 - half_height),
            min(float(width), width / 2 + half_width),
            min(float(height), height / 2 + half_height),
        )
    picture = Image.fromarray(np.ascontiguousarray(rgb))
    resized = picture.resize((spec.width_px, spec.height_px), Image.Resampling.BICUBIC, box=box)
    return np.asarray(resized, dtype=np.uint8)
