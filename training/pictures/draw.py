"""Draws facts: one picture or one short clip, as the camera of `canvas.py` sees it.

Knows where items stand in their cells, how large small and large are, and how movements unfold
over a clip; refuses to invent facts (`random_facts.py`) or to label photographs (`photos.py`).
All lengths are in picture widths.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from anymal.training.facts import COLUMNS, ROWS, Item, PictureFacts, VideoFacts
from anymal.training.pictures.canvas import Canvas, random_look
from anymal.training.pictures.numerals import digit_strokes
from anymal.training.pictures.outlines import Points, outline
from anymal.training.pictures.palette import RGB, background_rgb, backgrounds_of, item_rgb
from anymal.training.pictures.scenes import paint_scene, sky_rgb

__all__ = ["SIZE_PX", "VIDEO_FRAMES", "draw_picture", "draw_video", "frame_pictures"]

SIZE_PX = 96
VIDEO_FRAMES = 4
# Radii: no value between 0.076 and 0.11, so small and large are never in doubt.
_RADII = {"small": (0.058, 0.076), "large": (0.11, 0.14)}
_MARGIN = 0.012


def draw_picture(facts: PictureFacts, rng: np.random.Generator, size_px: int = SIZE_PX) -> NDArray[np.uint8]:
    """Draw one picture, uint8 [size_px, size_px, 3].

    Raises:
        ValueError: for kind `photo`, which is taken and not drawn.
    """
    look, seed = random_look(rng, facts.sharp), int(rng.integers(1 << 30))
    if facts.kind == "photo":
        raise ValueError("a photo cannot be drawn: take it from training.pictures.photos")
    if facts.kind == "scene":
        canvas = Canvas(size_px, sky_rgb(facts, rng), look, seed)
        paint_scene(canvas, facts, rng)
        return canvas.finish(rng)
    background = background_rgb(facts.background, facts.bright, rng)
    canvas = Canvas(size_px, background, look, seed)
    if facts.digit is not None:
        _paint_digit(canvas, facts.digit, item_rgb(facts.digit_colour, rng, background), rng)
    alone = len(facts.items) == 1
    shade: dict[str, RGB] = {}
    for item in facts.items:
        if item.colour not in shade or rng.random() < 0.2:
            shade[item.colour] = item_rgb(item.colour, rng, background)
        sprite = _sprite(item, shade[item.colour], alone, rng)
        canvas.polygon(sprite.outline * sprite.radius + sprite.place, sprite.colour)
    return canvas.finish(rng)


def draw_video(
    facts: VideoFacts, rng: np.random.Generator, frames: int = VIDEO_FRAMES, size_px: int = SIZE_PX
) -> NDArray[np.uint8]:
    """Draw one clip, uint8 [frames, size_px, size_px, 3], frames at the centres of equal parts.

    One camera, light and background serve the whole clip; only noise changes between frames.
    """
    shades = backgrounds_of(facts.background)
    background = background_rgb(facts.background, shades[int(rng.integers(len(shades)))], rng)
    look, seed = random_look(rng), int(rng.integers(1 << 30))
    mover = _sprite(facts.item, item_rgb(facts.item.colour, rng, background), False, rng)
    other = facts.other and _sprite(facts.other, item_rgb(facts.other.colour, rng, background), False, rng)
    clip = []
    for index in range(frames):
        canvas = Canvas(size_px, background, look, seed)
        if other:
            canvas.polygon(other.outline * other.radius + other.place, other.colour)
        place, radius = _at((index + 0.5) / frames, facts.movement, mover)
        if radius > 0:
            canvas.polygon(mover.outline * radius + place, mover.colour)
        clip.append(canvas.finish(rng))
    return np.stack(clip)


def frame_pictures(facts: VideoFacts) -> tuple[PictureFacts, ...]:
    """Return what is true of each of the VIDEO_FRAMES frames of a clip, looked at as a picture.

    An empty frame is a `blank` picture. `bright` is not known of clips: it says True and means nothing.
    """
    pictures = []
    for index in range(VIDEO_FRAMES):
        item = _item_at(facts, index)
        items = tuple(i for i in (item, facts.other) if i is not None)
        pictures.append(PictureFacts("shapes" if items else "blank", facts.background, items))
    return tuple(pictures)


def _item_at(facts: VideoFacts, index: int) -> Item | None:
    """Return the mover in frame `index`, None where it is not there; cells follow from `_at`."""
    item, movement = facts.item, facts.movement
    step = (0, 1, 1, 2)[index]
    if movement in ("left to right", "right to left"):
        column = COLUMNS[step if movement == "left to right" else 2 - step]
        return replace(item, column=column)
    if movement in ("top to bottom", "bottom to top"):
        return replace(item, row=ROWS[step if movement == "top to bottom" else 2 - step])
    if movement in ("grows", "shrinks"):
        late = index >= VIDEO_FRAMES // 2
        return replace(item, size="large" if late == (movement == "grows") else "small")
    gone = (movement == "appears" and index < 2) or (movement == "disappears" and index >= 2)
    return None if gone else item


@dataclass(frozen=True)
class _Sprite:
    outline: Points
    radius: float
    place: tuple[float, float]
    colour: RGB


def _sprite(item: Item, colour: RGB, alone: bool, rng: np.random.Generator) -> _Sprite:
    """Place one item: well inside its cell, a large lone one may reach beyond it."""
    low, high = _RADII[item.size]
    if alone and item.size == "large" and rng.random() < 0.5:
        low, high = high, 0.3 if item.column == item.row == "middle" else 0.2
    radius = float(rng.uniform(low, high))
    room = max(0.012, 1 / 6 - radius - _MARGIN)
    x, y = (
        (names.index(name) + 0.5) / 3 + float(rng.uniform(-room, room))
        for names, name in ((COLUMNS, item.column), (ROWS, item.row))
    )
    edge = radius + 0.02
    place = (min(max(x, edge), 1 - edge), min(max(y, edge), 1 - edge))
    # A small times sign could be taken for a star.
    points = outline(item.shape, rng, may_lean=item.size == "large")
    return _Sprite(points, radius, place, colour)


def _at(t: float, movement: str, sprite: _Sprite) -> tuple[tuple[float, float], float]:
    """Return centre and radius (0: not there) of the mover at `t` in 0 to 1 of the clip."""
    (x, y), radius = sprite.place, sprite.radius
    along = 0.12 + 0.76 * t
    if movement == "left to right":
        return (along, y), radius
    if movement == "right to left":
        return (1 - along, y), radius
    if movement == "top to bottom":
        return (x, along), radius
    if movement == "bottom to top":
        return (x, 1 - along), radius
    if movement in ("grows", "shrinks"):
        share = t if movement == "grows" else 1 - t
        radius = 0.043 * 4.6**share  # two frames small, two large: never a size between
        edge = radius + 0.02
        return (min(max(x, edge), 1 - edge), min(max(y, edge), 1 - edge)), radius
    gone = (movement == "appears" and t < 0.5) or (movement == "disappears" and t > 0.5)
    return (x, y), 0.0 if gone else radius


def _paint_digit(canvas: Canvas, digit: int, colour: RGB, rng: np.random.Generator) -> None:
    height = float(rng.uniform(0.42, 0.78))
    width = height * 0.68
    x, y = 0.5 + rng.uniform(-0.1, 0.1), 0.5 + rng.uniform(-0.06, 0.06)
    thick = height * float(rng.uniform(0.09, 0.2))
    for stroke in digit_strokes(digit, rng):
        canvas.line((stroke - 0.5) * (width, height) + (x, y), colour, thick)
