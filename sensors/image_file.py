"""Picture files to frames: anything Pillow opens, as upright RGB.

Knows orientation, transparency, palettes and 16-bit samples; refuses to know the size a model
wants. Colour profiles are ignored; of an animation the first frame is taken.
"""

import struct
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.samples import Frame
from anymal.sensors.file_check import describe_file, require_file

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["frame_of", "read_image"]

# What Pillow's decoders are known to raise on damaged files; SyntaxError is its own choice for
# broken PNG, ArithmeticError, AttributeError and the rest come from header fields nobody checked.
_DECODER_FAILURES = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, AttributeError,
    ArithmeticError, MemoryError, RuntimeError, AssertionError, struct.error,
)  # fmt: skip

_CURE = "Open it in a viewer, or save it again as JPEG or PNG."


def read_image(path: Path) -> Frame:
    """Read a picture as RGB uint8 [H, W, 3] with `t_ns` 0.

    EXIF rotation is applied, transparency is laid over white, 16-bit grey is scaled to 8 bits.
    Raises `InputError` when the file is missing, empty, truncated, not a picture, larger than
    Pillow's limit of pixels, or holds samples whose range is not declared.
    """
    file = require_file(path, "picture")
    from PIL import Image, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a decoder's remark about odd metadata is no use to a user
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(file) as image:
                return Frame(0, _upright_rgb(image, path))
        except UnidentifiedImageError:
            found = describe_file(file)
            raise InputError(f"{path}: not a picture Pillow can open; found {found}. {_CURE}") from None
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            limit = Image.MAX_IMAGE_PIXELS
            raise InputError(f"{path}: more than {limit} pixels ({error}). Scale it down first.") from None
        except InputError:
            raise
        except _DECODER_FAILURES as error:
            found = describe_file(file)
            raise InputError(f"{path}: truncated or damaged: found {found}, but {error}. {_CURE}") from error


def frame_of(image: "Image.Image", name: str) -> Frame:
    """Return an image opened or made with Pillow as `read_image` returns a file; `name` opens messages."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return Frame(0, _upright_rgb(image, name))
        except InputError:
            raise
        except _DECODER_FAILURES as error:
            raise InputError(f"{name}: this Pillow image cannot be decoded: {error}. {_CURE}") from error


def _upright_rgb(image: "Image.Image", path: Path | str) -> NDArray[np.uint8]:
    """Decode, turn upright, and flatten any mode to RGB [H, W, 3]."""
    if image.format == "EPS":  # Pillow would start Ghostscript, an interpreter, on it
        raise InputError(f"{path}: is PostScript, which is a program. Save it as PNG.")
    image.load()
    upright = _apply_orientation(image)
    rgb = np.ascontiguousarray(np.asarray(_to_rgb(upright, path)))
    if rgb.ndim != 3 or rgb.size == 0:
        raise InputError(f"{path}: a picture of {image.width} x {image.height} pixels shows nothing. {_CURE}")
    return rgb


def _apply_orientation(image: "Image.Image") -> "Image.Image":
    from PIL import ImageOps

    try:
        return ImageOps.exif_transpose(image)
    except _DECODER_FAILURES:
        return image  # an unreadable EXIF block tells no orientation; the pixels are still good


def _to_rgb(image: "Image.Image", path: Path | str) -> "Image.Image":
    from PIL import Image

    if image.mode.startswith("I") or image.mode == "F":
        return Image.fromarray(_to_8_bits(np.asarray(image), image.mode, path)).convert("RGB")
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        rgba = image.convert("RGBA")
        white = Image.new("RGBA", rgba.size, "white")
        return Image.alpha_composite(white, rgba).convert("RGB")
    return image.convert("RGB")


def _to_8_bits(grey: NDArray[np.generic], mode: str, path: Path | str) -> NDArray[np.uint8]:
    """Scale one-channel 16-bit (0..65535) or float (0..1) samples to uint8 [H, W].

    Pillow itself would clip at 255, which turns most 16-bit pictures white.
    """
    values = grey.astype(np.float64)
    top = 1.0 if mode == "F" else 65535.0
    low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 0.0)
    if not (low >= 0 and high <= top):  # also catches NaN
        raise InputError(
            f"{path}: {mode} samples from {low:g} to {high:g}; wanted 0 to {top:g}. "
            "Save it with 8 or 16 bits."
        )
    return np.round(values * (255.0 / top)).astype(np.uint8)
