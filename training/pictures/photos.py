"""Real photographs as training pictures, labelled by rule from their pixels, never by their objects.

Knows the photographs and video frames of the shared data folder, how to crop and recolour them,
and three rules; refuses to say what a photograph shows.

The rules look at the final 96 x 96 RGB picture.

*Brightness.* Mean luma Y = 0.299 R + 0.587 G + 0.114 B: dark below 78, bright above 108; pictures
between are not used.

*Colour.* The picture is averaged to 32 x 32 blocks; each block gets a name from value
v = max/255, saturation s = (max - min)/max and hue h in degrees, first rule that holds:
1. black: v < 0.15, or v < 0.22 with s < 0.3 (dark brown wood stays brown).
2. no hue (s < 0.13, or s < 0.2 where h is 20 to 300: warm lamps and cold shade tint walls):
   white if Y >= 190, else grey.
3. red, h >= 345 or h < 13: red if s >= 0.55 and v >= 0.35, pink if v >= 0.75 and s < 0.55 with
   h >= 330 or h < 5, else brown (skin, brick, dark red wood).
4. h 13 to 42: orange if v >= 0.75 and s >= 0.62, no name if s < 0.27 and v > 0.75 (cream), else
   brown (wood, skin, sand).
5. h 42 to 68: yellow if v >= 0.6 and s >= 0.45; dull ones: no name if v > 0.7, else brown below
   h 52 and green above it (dry grass, olive).
6. h 68 to 168: green. h 168 to 184: no name (turquoise). h 184 to 252: blue.
7. h 252 to 298: purple. h 298 to 345: pink if v >= 0.55, else purple.

Shares of names are over all blocks, hued names counting 1.2 times (a third of green grass before
grey road reads as green). Two colours are dominant if the second's share is >= 0.2 and more
than the first's / 2.2, together they are >= 0.55 and the third is <= 0.7 times the second; else one
is if its share is >= 0.38 and >= 1.6 times the next; else the picture has no clear colour and is not used.

*Sharpness.* The mean absolute Laplacian of luma relative to the spread of luma: pictures are taken
as they are (sharp) if it is >= 0.2, or Gaussian-blurred by 1.9 to 3.5 pixels and used if then <= 0.09.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from anymal.errors import InputError
from anymal.training.facts import PHOTO_COLOURS, PictureFacts

__all__ = ["PhotoWorld", "dominant_colours", "is_bright", "load_photos"]

Pixels = NDArray[np.uint8]
_DARK, _BRIGHT = 78.0, 108.0
_SHARP, _BLURRED = 0.2, 0.09
_STORED_PX = 288
_VALIDATION_PHOTOS = 15
_NONE = len(PHOTO_COLOURS)


@dataclass(frozen=True)
class PhotoWorld:
    """A pool of photographs, RGB with the shorter side at 288 px, and what may be made of them."""

    images: tuple[Image.Image, ...]

    def sample(self, rng: np.random.Generator, size_px: int = 96) -> tuple[PictureFacts, Pixels]:
        """Return facts of kind `photo` and uint8 [size_px, size_px, 3]; doubtful ones are taken again."""
        while True:
            sharp = bool(rng.random() >= 0.35)
            pixels = self._take(rng, sharp, size_px)
            bright, detail = is_bright(pixels), _detail(pixels)
            if bright is None or (detail < _SHARP if sharp else detail > _BLURRED):
                continue
            colours = dominant_colours(pixels)
            # Rooms and streets are grey, brown and black: half of those make room for other colours.
            common = set(colours) <= {"grey", "brown", "black"} and rng.random() < 0.5
            if colours and not common:
                return PictureFacts("photo", bright=bright, sharp=sharp, colours=colours), pixels

    def _take(self, rng: np.random.Generator, sharp: bool, size_px: int) -> Pixels:
        image = self.images[int(rng.integers(len(self.images)))]
        share = float(rng.uniform(0.55, 1.0))
        width, height = image.width * share, image.height * share
        left, top = rng.uniform(0, image.width - width), rng.uniform(0, image.height - height)
        box = (left, top, left + width, top + height)
        image = image.resize((size_px, size_px), Image.Resampling.BILINEAR, box=box, reducing_gap=2.0)
        if rng.random() < 0.5:
            image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        if rng.random() < 0.4:
            image = _turn_hue(image, rng)
        if not sharp:
            image = image.filter(ImageFilter.GaussianBlur(float(rng.uniform(1.9, 3.5)) * size_px / 96))
        pixels = np.asarray(image, dtype=np.float32)
        # Exposed to be clearly dark or clearly bright, as far as gentle means go.
        mean = max(1.0, float((pixels.mean(axis=(0, 1)) * (0.299, 0.587, 0.114)).sum()))
        wanted = rng.uniform(30, 75) if rng.random() < 0.42 else rng.uniform(112, 185)
        gain = float(np.clip(wanted / mean, 0.35, 1.5))
        grey = pixels.mean(axis=2, keepdims=True)
        # White balance, saturation, exposure.
        tint = rng.uniform(0.88, 1.12, size=3).astype(np.float32) if rng.random() < 0.5 else np.float32(1.0)
        pixels = (grey + (pixels - grey) * float(rng.uniform(0.75, 1.4))) * gain * tint
        if rng.random() < 0.5:
            pixels = pixels + rng.standard_normal(pixels.shape, dtype=np.float32) * float(rng.uniform(0, 4))
        taken: Pixels = np.clip(pixels, 0, 255).astype(np.uint8)
        return taken


def load_photos(shared: Path, split: Literal["train", "validation"]) -> PhotoWorld:
    """Load the photographs of a split from the shared folder: COCO-MINI and one frame in ~2 s of video.

    The last 15 photos by file name, and the bottle clip, are validation.

    Raises:
        InputError: where the folder holds no photographs.
    """
    paths = sorted((shared / "data" / "photos_coco_mini" / "train").glob("*.jpg"))
    if len(paths) <= _VALIDATION_PHOTOS:
        raise InputError(
            f"{shared}/data/photos_coco_mini/train: wanted more than {_VALIDATION_PHOTOS} photographs, "
            f"found {len(paths)}; point ANYMAL_SHARED at the shared folder"
        )
    videos = shared / "data" / "video_intel"
    if split == "train":
        paths = paths[:-_VALIDATION_PHOTOS]
        clips = [videos / "one-by-one-person-detection.mp4", *sorted((videos / "asl_gestures").glob("*.mkv"))]
        frames = [frame for clip in clips for frame in _frames(clip, 12)]
    else:
        paths = paths[-_VALIDATION_PHOTOS:]
        frames = _frames(videos / "bottle-detection.mp4", 4)
    photos = []
    for path in paths:
        with Image.open(path) as image:
            photos.append(_stored(image.convert("RGB")))
    # Frames look alike: each photograph stands twice so that photographs stay the majority.
    return PhotoWorld((*photos, *photos, *frames))


def is_bright(pixels: Pixels) -> bool | None:
    """Return whether a picture is bright by the rule above, None in the dead zone."""
    mean = float((pixels.reshape(-1, 3).mean(axis=0) * (0.299, 0.587, 0.114)).sum())
    return True if mean > _BRIGHT else False if mean < _DARK else None


def dominant_colours(pixels: Pixels) -> tuple[str, ...]:
    """Return the one or two dominant colours by the rule above, most frequent first; empty if unclear."""
    small = Image.fromarray(pixels).resize((32, 32), Image.Resampling.BOX)
    names = _name_blocks(np.asarray(small, dtype=np.float32).reshape(-1, 3))
    shares = np.bincount(names, minlength=_NONE + 1)[:_NONE] / len(names)
    shares = shares * [1.0 if colour in ("black", "white", "grey") else 1.2 for colour in PHOTO_COLOURS]
    order = np.argsort(-shares, kind="stable")
    first, second, third = (float(shares[i]) for i in order[:3])
    if second >= 0.2 and first < 2.2 * second and first + second >= 0.55 and third <= 0.7 * second:
        return PHOTO_COLOURS[order[0]], PHOTO_COLOURS[order[1]]
    if first >= 0.38 and first >= 1.6 * second:
        return (PHOTO_COLOURS[order[0]],)
    return ()


def _name_blocks(rgb: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the index into PHOTO_COLOURS of every block [n, 3], one past the end for no name."""
    high, low = rgb.max(axis=1), rgb.min(axis=1)
    spread = np.maximum(high - low, 1e-3)
    v, s = high / 255, (high - low) / np.maximum(high, 1.0)
    red, green, blue = rgb.T
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    sector = np.where(
        high == red,
        ((green - blue) / spread) % 6,
        np.where(high == green, (blue - red) / spread + 2, (red - green) / spread + 4),
    )
    h = sector * 60
    near_red = (h >= 345) | (h < 13)
    plain = (s < 0.13) | ((s < 0.2) & (h >= 20) & (h < 300))
    rules = [
        ((v < 0.15) | ((v < 0.22) & (s < 0.3)), "black"),
        (plain & (luma >= 190), "white"),
        (plain, "grey"),
        (near_red & (s >= 0.55) & (v >= 0.35), "red"),
        (near_red & (v >= 0.75) & ((h >= 330) | (h < 5)), "pink"),
        (near_red, "brown"),
        ((h < 42) & (v >= 0.75) & (s >= 0.62), "orange"),
        ((h < 42) & (s < 0.27) & (v > 0.75), ""),
        (h < 42, "brown"),
        ((h < 68) & (v >= 0.6) & (s >= 0.45), "yellow"),
        ((h < 68) & (v > 0.7), ""),
        (h < 52, "brown"),
        (h < 168, "green"),
        (h < 184, ""),
        (h < 252, "blue"),
        (h < 298, "purple"),
        ((h < 345) & (v >= 0.55), "pink"),
    ]
    names = [PHOTO_COLOURS.index(name) if name else _NONE for _, name in rules]
    return np.select([rule for rule, _ in rules], names, default=PHOTO_COLOURS.index("purple"))


def _detail(pixels: Pixels) -> float:
    """Return the mean absolute Laplacian of luma over the standard deviation of luma."""
    y = pixels.astype(np.float32) @ np.array([0.299, 0.587, 0.114], dtype=np.float32)
    inner = 4 * y[1:-1, 1:-1] - y[:-2, 1:-1] - y[2:, 1:-1] - y[1:-1, :-2] - y[1:-1, 2:]
    return float(np.abs(inner).mean() / max(float(y.std()), 4.0))


def _turn_hue(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Turn all hues by one angle: photographs hold little pink and purple of their own."""
    hsv = np.array(image.convert("HSV"))
    hsv[:, :, 0] += np.uint8(rng.integers(256))
    return Image.fromarray(hsv, "HSV").convert("RGB")


def _stored(image: Image.Image) -> Image.Image:
    ratio = _STORED_PX / min(image.size)
    return image.resize((round(image.width * ratio), round(image.height * ratio)), Image.Resampling.BOX)


def _frames(path: Path, count: int) -> list[Image.Image]:
    """Return `count` frames spread over a clip (fewer where the clip has fewer), from its key frames on."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.codec_context.skip_frame = "NONKEY"
        frames = [
            _stored(Image.fromarray(frame.to_ndarray(format="rgb24"))) for frame in container.decode(stream)
        ]
    step = max(1, len(frames) // count)
    return frames[::step][:count]
