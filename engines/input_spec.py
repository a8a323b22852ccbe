"""What the encoders of a bundle take: the input section of each modality in a manifest.

Knows sizes, rates, windows and their ranges; refuses to know how a sample is made to fit them.
"""

from dataclasses import dataclass
from typing import Literal, cast, get_args

from anymal.engines.json_fields import Fields
from anymal.samples import Modality

__all__ = [
    "IMU_CHANNELS",
    "RESAMPLINGS",
    "AudioInput",
    "Fit",
    "ImageInput",
    "ImuInput",
    "Resampling",
    "VideoInput",
    "parse_input",
]

IMU_CHANNELS = ("ax_mps2", "ay_mps2", "az_mps2", "gx_radps", "gy_radps", "gz_radps")
MAX_PIXELS_PER_SIDE = 4096
Fit = Literal["squash", "crop", "pad"]
Resampling = Literal["nearest", "bilinear", "bicubic", "lanczos", "box", "hamming"]
"""The filters of Pillow by their names: a model sees best what was resized as in its training."""
RESAMPLINGS: tuple[Resampling, ...] = get_args(Resampling)


@dataclass(frozen=True)
class ImageInput:
    """ONNX input `name`: uint8 [batch, height, width, 3]; the manifest's `size_px` is [width, height].

    `hop_s` as for `AudioInput`; `resample` is the filter of Pillow that brings a picture to this size,
    `pad_rgb` the colour that makes it a square beforehand where `fit` is `pad`.
    """

    name: str
    width_px: int
    height_px: int
    fit: Fit
    hop_s: float | None = None
    resample: Resampling = "bicubic"
    pad_rgb: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True)
class VideoInput:
    """ONNX input `name`: uint8 [batch, frames, height, width, 3], evenly spaced, oldest first.

    `picture` says how each is fitted; `hop_s` as for `AudioInput`.
    """

    name: str
    frames: int
    picture: ImageInput
    hop_s: float | None = None


@dataclass(frozen=True)
class AudioInput:
    """ONNX input `name`: float32 [batch, n_samples], mono in [-1, 1] at `rate_hz`.

    `hop_s`: the least time between two windows that the encoder is worth running for, None: any.
    """

    name: str
    rate_hz: int
    window_s: float
    hop_s: float | None = None

    @property
    def n_samples(self) -> int:
        """Samples in one window."""
        return round(self.rate_hz * self.window_s)


@dataclass(frozen=True)
class ImuInput:
    """ONNX input `name`: float32 [batch, n_steps, 6] at `rate_hz`, columns as `channels` (m/s2, rad/s).

    `hop_s` as for `AudioInput`.
    """

    name: str
    rate_hz: int
    window_s: float
    channels: tuple[str, ...] = IMU_CHANNELS
    hop_s: float | None = None

    @property
    def n_steps(self) -> int:
        """Rows in one window."""
        return round(self.rate_hz * self.window_s)


def parse_input(modality: Modality, fields: Fields) -> ImageInput | VideoInput | AudioInput | ImuInput:
    """Read the section; raises `BundleError` naming the JSON path, what was wanted and what was found."""
    name = fields.text("name")
    hop_s = fields.positive("hop_s") if "hop_s" in fields else None
    if modality == "image":
        return _picture(name, fields, hop_s)
    if modality == "video":
        frames = fields.integer("frames", least=1, most=1024)
        return VideoInput(name, frames, _picture(name, fields, hop_s), hop_s)
    rate_hz = fields.integer("rate_hz", least=1, most=1_000_000)
    window_s = fields.positive("window_s")
    if not 2 <= rate_hz * window_s <= 1e8:
        raise fields.fail("window_s", f"between 2 and 1e8 samples long at {rate_hz} Hz", f"{window_s} s")
    if modality == "audio":
        return AudioInput(name, rate_hz, window_s, hop_s)
    channels = fields.texts("channels")
    if channels != IMU_CHANNELS:
        raise fields.fail("channels", " ".join(IMU_CHANNELS), " ".join(channels))
    return ImuInput(name, rate_hz, window_s, channels, hop_s)


def _picture(name: str, fields: Fields, hop_s: float | None) -> ImageInput:
    width_px, height_px = fields.integers("size_px", count=2, least=1)
    if max(width_px, height_px) > MAX_PIXELS_PER_SIDE:
        raise fields.fail("size_px", f"at most {MAX_PIXELS_PER_SIDE} each", [width_px, height_px])
    fit = cast(Fit, fields.text("fit", default="squash", among=get_args(Fit)))
    resample = cast(Resampling, fields.text("resample", default="bicubic", among=RESAMPLINGS))
    red, green, blue = fields.integers("pad_rgb", count=3, least=0) if "pad_rgb" in fields else (0, 0, 0)
    if max(red, green, blue) > 255:
        raise fields.fail("pad_rgb", "at most 255 each", [red, green, blue])
    return ImageInput(name, width_px, height_px, fit, hop_s, resample, (red, green, blue))
