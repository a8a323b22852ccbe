"""A canvas on which polygons become a photograph-like picture: texture, light, lens, noise.

Knows pixels: how to paint a background, fill polygons given in picture widths (0 to 1) through
one gentle perspective, and what a cheap camera does afterwards (lighting gradient, blur, noise,
JPEG, odd resolutions); refuses to know what the polygons mean. A `Look` is drawn once and may
serve every frame of a clip.
"""

import io
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from anymal.training.pictures.outlines import Points
from anymal.training.pictures.palette import RGB

__all__ = ["Canvas", "Look", "random_look"]

_NOISE = np.random.default_rng(7).standard_normal(1 << 18).astype(np.float32)


@dataclass(frozen=True)
class Look:
    """How a camera sees one clip.

    `warp` is a 3 x 3 homography of the unit square, `light` the brightness factors of the four
    corners, `blur` a Gaussian sigma and `noise` a standard deviation in grey levels, both at 96
    pixels; `scale` is rendered pixels per final pixel; `jpeg` a quality, 0 for none.
    """

    warp: NDArray[np.float64]
    light: tuple[float, float, float, float]
    blur: float
    noise: float
    scale: float
    jpeg: int
    texture: str
    texture_strength: float


def random_look(rng: np.random.Generator, sharp: bool = True) -> Look:
    """Draw a camera: mild in all things if `sharp`, else out of focus by 1.9 to 2.6 pixels of 96."""
    tilt = rng.normal(0.0, 0.02, size=4)
    perspective = rng.normal(0.0, 0.015, size=2)
    warp = np.array([[1 + tilt[0], tilt[1], 0.0], [tilt[2], 1 + tilt[3], 0.0], [*perspective, 1.0]])
    light = (1.0, 1.0, 1.0, 1.0)
    if rng.random() < 0.5:
        light = tuple(1.0 + rng.uniform(-0.13, 0.06, size=4))
    blur = 0.0 if rng.random() < 0.6 else float(rng.uniform(0.2, 0.6))
    if not sharp:
        blur = float(rng.uniform(1.9, 2.6))
    return Look(
        warp=warp,
        light=light,
        blur=blur,
        noise=0.0 if rng.random() < 0.3 else float(rng.uniform(1.0, 8.0)),
        scale=float(rng.choice((1.0, 1.5, 2.0, 2.0, 2.0))),
        jpeg=int(rng.integers(55, 95)) if rng.random() < 0.2 else 0,
        texture=str(rng.choice(("plain", "plain", "clouds", "gradient", "stripes", "speckle"))),
        texture_strength=float(rng.uniform(4.0, 13.0)),
    )


class Canvas:
    """One picture being painted; coordinates are picture widths, (0, 0) the top left corner."""

    def __init__(self, size_px: int, background: RGB, look: Look, texture_seed: int) -> None:
        self._size_px = size_px
        self._look = look
        self._side = max(8, round(size_px * look.scale))
        self._image = Image.new("RGB", (self._side, self._side), background)
        if look.texture != "plain":
            self._paint_texture(background, np.random.default_rng(texture_seed))
        self._draw = ImageDraw.Draw(self._image)

    def polygon(self, points: Points, colour: RGB) -> None:
        """Fill the polygon [n, 2] with one colour."""
        self._draw.polygon(self._to_pixels(points), fill=colour)

    def line(self, points: Points, colour: RGB, width: float) -> None:
        """Draw a polyline [n, 2] with round joints; `width` in picture widths."""
        pixels = self._to_pixels(points)
        thick = max(1, round(width * self._side))
        self._draw.line(pixels, fill=colour, width=thick, joint="curve")
        radius = thick / 2
        if thick > 2:
            for x, y in (pixels[0], pixels[-1]):
                self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def finish(self, rng: np.random.Generator) -> NDArray[np.uint8]:
        """Return the picture as the camera saw it, uint8 [size_px, size_px, 3]."""
        look, size = self._look, self._size_px
        image = self._image
        if self._side == 2 * size:
            image = image.reduce(2)
        elif self._side != size:
            image = image.resize((size, size), Image.Resampling.BILINEAR)
        if look.blur > 0:
            image = image.filter(ImageFilter.GaussianBlur(look.blur * size / 96))
        pixels = np.asarray(image)
        if look.noise > 0 or look.light != (1.0, 1.0, 1.0, 1.0):
            pixels = self._expose(pixels, rng)
        if look.jpeg:
            buffer = io.BytesIO()
            Image.fromarray(pixels).save(buffer, "JPEG", quality=look.jpeg)
            with Image.open(buffer) as decoded:
                pixels = np.asarray(decoded)
        return np.array(pixels, dtype=np.uint8)

    def _expose(self, pixels: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
        size = self._size_px
        a, b, c, d = self._look.light
        across = np.linspace(0.0, 1.0, size, dtype=np.float32)
        top, bottom = a + (b - a) * across, c + (d - c) * across
        lit = pixels * (top + (bottom - top) * across[:, None])[:, :, None]
        if self._look.noise > 0:
            # Slices of one long noise tape: fresh normals would cost more than the drawing.
            count = size * size * 3
            start = int(rng.integers(0, len(_NOISE)))
            tape = np.take(_NOISE, np.arange(start, start + count), mode="wrap")
            lit = lit + tape.reshape(size, size, 3) * np.float32(self._look.noise)
        return np.clip(lit, 0, 255).astype(np.uint8)

    def _to_pixels(self, points: Points) -> list[tuple[float, float]]:
        centred = points - 0.5
        moved = centred @ self._look.warp[:2, :2].T
        depth = 1.0 + centred @ self._look.warp[2, :2]
        flat = (moved / depth[:, None] + 0.5) * self._side
        return [(x, y) for x, y in flat.tolist()]

    def _paint_texture(self, background: RGB, rng: np.random.Generator) -> None:
        strength = self._look.texture_strength
        if self._look.texture == "gradient":
            grid = rng.uniform(-strength, strength, size=(2, 2, 1))
        elif self._look.texture == "clouds":
            cells = int(rng.integers(3, 9))
            grid = rng.uniform(-strength, strength, size=(cells, cells, 1))
        elif self._look.texture == "stripes":
            period = rng.uniform(3.0, 10.0)
            angle = rng.uniform(0.0, math.pi)
            y, x = np.mgrid[0:24, 0:24]
            wave = np.sin((x * math.cos(angle) + y * math.sin(angle)) * (2 * math.pi / period))
            grid = wave[:, :, None] * strength * 0.6
        else:
            grid = rng.normal(0.0, strength * 0.6, size=(32, 32, 1))
        tile = np.clip(np.array(background) + grid, 0, 255).astype(np.uint8)
        method = Image.Resampling.BILINEAR
        self._image = Image.fromarray(tile).resize((self._side, self._side), method)
