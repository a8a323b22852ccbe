"""What pictures and videos are likely: draws random facts out of the closed worlds of `facts.py`.

Knows the mixture (mostly shapes, many of one shape or one colour so that counting is learned) and
what keeps facts plain to a viewer: one item per cell, colours that stand out, blur only on large
things; refuses to know pixels.
"""

import numpy as np

from anymal.training.facts import (
    BACKGROUNDS,
    COLUMNS,
    ITEM_COLOURS,
    MOVEMENTS,
    ROWS,
    SHAPES,
    SIZES,
    Item,
    PictureFacts,
    VideoFacts,
)
from anymal.training.pictures.palette import allowed_item_colours, backgrounds_of
from anymal.training.pictures.scenes import GROUND_THINGS, SKY_THINGS

__all__ = ["practice_picture", "random_picture", "random_video"]

_KINDS = ("shapes", "digit", "scene", "blank")
_KIND_SHARES = (0.60, 0.17, 0.20, 0.03)


def random_picture(rng: np.random.Generator) -> PictureFacts:
    """Draw the facts of one picture: 60 % shapes, 17 % digits, 20 % scenes, 3 % blank."""
    kind = _KINDS[int(rng.choice(len(_KINDS), p=_KIND_SHARES))]
    if kind == "shapes":
        return _random_shapes(rng)
    if kind == "scene":
        return _random_scene(rng)
    background, bright = _random_background(rng)
    if kind == "blank":
        return PictureFacts(kind="blank", background=background, bright=bright)
    return PictureFacts(
        kind="digit",
        background=background,
        digit=int(rng.integers(10)),
        digit_colour=_one_of(allowed_item_colours(background, bright), rng),
        bright=bright,
        sharp=bool(rng.random() >= 0.06),
    )


def practice_picture(rng: np.random.Generator) -> PictureFacts:
    """Draw a crowded picture, 7 to 9 items: beyond what is asked, but nine shapes to learn from at once."""
    background, bright = _random_background(rng)
    colours = allowed_item_colours(background, bright)
    items = tuple(
        Item(
            _one_of(SHAPES, rng),
            _one_of(colours, rng),
            _one_of(SIZES, rng),
            COLUMNS[cell % 3],
            ROWS[cell // 3],
        )
        for cell in rng.permutation(9)[: int(rng.integers(7, 10))].tolist()
    )
    return PictureFacts(kind="shapes", background=background, items=items, bright=bright)


def random_video(rng: np.random.Generator) -> VideoFacts:
    """Draw the facts of one clip; the resting `other` is off the path, in another row and column."""
    background, _ = _random_background(rng)
    # Clips have no `bright` fact: colours must stand out whichever shade is painted.
    colours = _clear_in_any_shade(background)
    movement = _one_of(MOVEMENTS, rng)
    column, row = _one_of(COLUMNS, rng), _one_of(ROWS, rng)
    if movement in ("left to right", "right to left"):
        column = "left" if movement.startswith("left") else "right"
    elif movement in ("top to bottom", "bottom to top"):
        row = "top" if movement.startswith("top") else "bottom"
    size = {"grows": "small", "shrinks": "large"}.get(movement, _one_of(SIZES, rng))
    item = Item(_one_of(SHAPES, rng), _one_of(colours, rng), size, column, row)
    if rng.random() < 0.6:
        return VideoFacts(item, movement, background)
    other = Item(
        _one_of(tuple(s for s in SHAPES if s != item.shape), rng),
        _one_of(tuple(c for c in colours if c != item.colour), rng),
        _one_of(SIZES, rng),
        _one_of(tuple(c for c in COLUMNS if c != column), rng),
        _one_of(tuple(r for r in ROWS if r != row), rng),
    )
    if movement in ("left to right", "right to left"):
        other = Item(other.shape, other.colour, other.size, _one_of(COLUMNS, rng), other.row)
    elif movement in ("top to bottom", "bottom to top"):
        other = Item(other.shape, other.colour, other.size, other.column, _one_of(ROWS, rng))
    return VideoFacts(item, movement, background, other)


def _one_of(choices: tuple[str, ...], rng: np.random.Generator) -> str:
    return choices[int(rng.integers(len(choices)))]


def _random_background(rng: np.random.Generator) -> tuple[str, bool]:
    name = _one_of(BACKGROUNDS, rng)
    shades = backgrounds_of(name)
    return name, shades[int(rng.integers(len(shades)))]


def _clear_in_any_shade(background: str) -> tuple[str, ...]:
    sets = [set(allowed_item_colours(background, bright)) for bright in backgrounds_of(background)]
    return tuple(c for c in ITEM_COLOURS if all(c in allowed for allowed in sets))


def _random_shapes(rng: np.random.Generator) -> PictureFacts:
    background, bright = _random_background(rng)
    colours = allowed_item_colours(background, bright)
    sharp = bool(rng.random() >= 0.07)
    count = (
        int(rng.choice(6, p=(0.26, 0.2, 0.18, 0.13, 0.12, 0.11))) + 1 if sharp else int(rng.integers(1, 4))
    )
    # What the items share decides what counting needs: all alike, one shape, one colour, or nothing.
    sharing = rng.random()
    shape = _one_of(SHAPES, rng) if sharing < 0.4 else ""
    colour = _one_of(colours, rng) if sharing < 0.22 or 0.4 <= sharing < 0.58 else ""
    size = _one_of(SIZES, rng) if rng.random() < 0.45 else ""
    pool = SHAPES if shape or rng.random() < 0.5 else tuple(rng.choice(SHAPES, 2, replace=False).tolist())
    palette = (
        colours if colour or rng.random() < 0.6 else tuple(rng.choice(colours, 2, replace=False).tolist())
    )
    cells = rng.permutation(9)[:count]
    items = tuple(
        Item(
            shape or _one_of(pool, rng),
            colour or _one_of(palette, rng),
            (size or _one_of(SIZES, rng)) if sharp else "large",
            COLUMNS[int(cell) % 3],
            ROWS[int(cell) // 3],
        )
        for cell in sorted(cells)
    )
    return PictureFacts(kind="shapes", background=background, items=items, bright=bright, sharp=sharp)


def _random_scene(rng: np.random.Generator) -> PictureFacts:
    ground = rng.permutation(GROUND_THINGS)[: int(rng.choice(4, p=(0.12, 0.35, 0.35, 0.18)))].tolist()
    sky = [thing for thing in SKY_THINGS if rng.random() < 0.35]
    far = ["mountain"] if rng.random() < 0.3 else []
    things = [str(thing) for thing in [*ground, *far, *sky]] or [_one_of(GROUND_THINGS, rng)]
    night = bool(rng.random() < 0.45)
    return PictureFacts(
        kind="scene",
        time="night" if night else "day",
        weather=_one_of(("clear", "clear", "rain", "snow"), rng),
        things=tuple(things),
        bright=not night,
    )
