"""Random facts about pictures and videos for tests and for text-only training.

Knows the constraints of the drawn worlds; refuses to know how they are drawn or put into words.
"""

import random

from anymal.training.facts import (
    BACKGROUNDS,
    COLUMNS,
    ITEM_COLOURS,
    MOVEMENTS,
    PHOTO_COLOURS,
    ROWS,
    SCENE_THINGS,
    SHAPES,
    SIZES,
    Item,
    PictureFacts,
    VideoFacts,
)

__all__ = ["random_picture_facts", "random_video_facts"]

_CELLS = tuple((column, row) for row in ROWS for column in COLUMNS)
_KINDS = ("shapes", "shapes", "shapes", "shapes", "digit", "digit", "scene", "scene", "photo", "blank")


def random_picture_facts(rng: random.Random, kind: str | None = None) -> PictureFacts:
    """Draw the facts of one picture; no two items share a cell, none has the colour of the background."""
    kind = kind or rng.choice(_KINDS)
    bright, sharp = rng.random() < 0.7, rng.random() < 0.8
    background = rng.choice(BACKGROUNDS)
    if kind == "shapes":
        return PictureFacts(
            "shapes", background=background, items=_items(background, rng), bright=bright, sharp=sharp
        )
    if kind == "digit":
        colour = rng.choice([c for c in ITEM_COLOURS if c != background])
        return PictureFacts(
            "digit",
            background=background,
            digit=rng.randrange(10),
            digit_colour=colour,
            bright=bright,
            sharp=sharp,
        )
    if kind == "scene":
        things = tuple(rng.sample(SCENE_THINGS, rng.choice((1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6))))
        time, weather = rng.choice(("day", "night")), rng.choice(("clear", "clear", "rain", "snow"))
        return PictureFacts("scene", time=time, weather=weather, things=things, bright=bright, sharp=sharp)
    if kind == "photo":
        colours = tuple(rng.sample(PHOTO_COLOURS, rng.randint(1, 2)))
        return PictureFacts("photo", bright=bright, sharp=sharp, colours=colours)
    return PictureFacts("blank", background=background, bright=bright, sharp=sharp)


def _items(background: str, rng: random.Random) -> tuple[Item, ...]:
    """As alike as drawn ones are (`pictures.random_facts`), so that lists of one colour, shape or size grow long."""
    count = rng.choices((1, 2, 3, 4, 5, 6), (22, 20, 18, 14, 13, 13))[0]
    colours = [colour for colour in ITEM_COLOURS if colour != background]
    sharing = rng.random()
    shapes: tuple[str, ...] = (rng.choice(SHAPES),) if sharing < 0.35 else SHAPES
    sizes: tuple[str, ...] = SIZES
    if sharing < 0.2 or 0.35 <= sharing < 0.5:
        colours = [rng.choice(colours)]
    elif rng.random() < 0.4:
        colours = rng.sample(colours, 2)
    if len(shapes) > 1 and rng.random() < 0.45:
        shapes = tuple(rng.sample(SHAPES, 2))
    if rng.random() < 0.35:
        sizes = (rng.choice(SIZES),)
    return tuple(
        Item(rng.choice(shapes), rng.choice(colours), rng.choice(sizes), column, row)
        for column, row in rng.sample(_CELLS, count)
    )


def random_video_facts(rng: random.Random, movement: str | None = None) -> VideoFacts:
    """Draw the facts of one video; `other` differs in shape and colour and stands off the mover's path."""
    movement = movement or rng.choice(MOVEMENTS)
    background = rng.choice(BACKGROUNDS)
    column, row = rng.choice(_CELLS)
    column = {"left to right": "left", "right to left": "right"}.get(movement, column)
    row = {"top to bottom": "top", "bottom to top": "bottom"}.get(movement, row)
    size = {"grows": "small", "shrinks": "large"}.get(movement, rng.choice(SIZES))
    colours = [colour for colour in ITEM_COLOURS if colour != background]
    shape, colour = rng.choice(SHAPES), rng.choice(colours)
    item = Item(shape, colour, size, column, row)
    if rng.random() < 0.5:
        return VideoFacts(item, movement, background)
    if movement in ("left to right", "right to left"):
        free = [at for at in _CELLS if at[1] != row]
    elif movement in ("top to bottom", "bottom to top"):
        free = [at for at in _CELLS if at[0] != column]
    else:
        free = [at for at in _CELLS if at != (column, row)]
    other_column, other_row = rng.choice(free)
    other = Item(
        rng.choice([s for s in SHAPES if s != shape]),
        rng.choice([c for c in colours if c != colour]),
        rng.choice(SIZES),
        other_column,
        other_row,
    )
    return VideoFacts(item, movement, background, other)
