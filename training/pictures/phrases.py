"""The phrase bank of contrastive training: what may be said of a picture, and which of it is true.

Knows groups of phrases that exclude each other ("two stars" | "three stars" | ...), which view of
a picture each group is about, and the true phrase of each group for given facts; refuses to know
pixels, models and the sentences of the dialogue corpus.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from anymal.training.facts import (
    BACKGROUNDS,
    COLOURS,
    COLUMNS,
    ITEM_COLOURS,
    ROWS,
    SCENE_THINGS,
    SHAPES,
    SIZES,
    Item,
    PictureFacts,
)

__all__ = ["CELL_GROUPS", "GROUPS", "UNKNOWN", "PhraseGroup", "cell_targets", "picture_targets"]

UNKNOWN = -1
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_KINDS = {
    "shapes": "a drawing of shapes",
    "digit": "a digit",
    "scene": "a drawn scene outdoors",
    "photo": "a real photograph",
    "blank": "an empty picture of one plain colour",
}


@dataclass(frozen=True)
class PhraseGroup:
    """Phrases of which exactly one is true wherever the group applies; `view` names who answers."""

    name: str
    view: str
    phrases: tuple[str, ...]


def _counted(noun: str) -> tuple[str, ...]:
    return tuple(f"{n} {noun}" if n == "one" else f"{n} {_plural(noun)}" for n in _NUMBERS)


def _plural(noun: str) -> str:
    return f"{noun}es" if noun.endswith("s") else f"{noun}s"


GROUPS: tuple[PhraseGroup, ...] = (
    PhraseGroup("kind", "whole", tuple(_KINDS.values())),
    PhraseGroup("background", "whole", tuple(f"on a {name} background" for name in BACKGROUNDS)),
    PhraseGroup("brightness", "whole", ("a dark picture", "a bright picture")),
    PhraseGroup("sharpness", "whole", ("a blurred picture", "a sharp picture")),
    PhraseGroup("colour", "whole", tuple(f"mostly {name}" for name in COLOURS)),
    PhraseGroup("second colour", "whole", ("nothing else", *(f"also {name}" for name in COLOURS))),
    PhraseGroup("count", "count", _counted("shape")),
    *(PhraseGroup(f"{shape} count", "count", _counted(shape)) for shape in SHAPES),
    *(PhraseGroup(f"{colour} count", "count", _counted(f"{colour} shape")) for colour in ITEM_COLOURS),
    *(PhraseGroup(f"{size} count", "count", _counted(f"{size} shape")) for size in SIZES),
    PhraseGroup("digit", "digit", tuple(f"the digit {name}" for name in _DIGITS)),
    PhraseGroup("digit colour", "digit", tuple(f"a digit in {name}" for name in ITEM_COLOURS)),
    PhraseGroup("time", "scene", ("by day with the sun", "at night with the moon")),
    PhraseGroup("weather", "scene", ("clear weather", "rain", "snow")),
    *(PhraseGroup(thing, "scene", (f"no {thing}", f"there is a {thing}")) for thing in SCENE_THINGS),
)
# Asked of each cell of the 3 x 3 grid, row by row.
CELL_GROUPS: tuple[PhraseGroup, ...] = (
    PhraseGroup("cell shape", "cell", (*(f"a {shape} here" for shape in SHAPES), "nothing here")),
    PhraseGroup("cell colour", "cell", tuple(f"something {colour} here" for colour in ITEM_COLOURS)),
    PhraseGroup("cell size", "cell", tuple(f"something {size} here" for size in SIZES)),
)
_INDEX = {group.name: i for i, group in enumerate(GROUPS)}


def picture_targets(
    facts: PictureFacts, brightness_known: bool = True, colours: tuple[str, ...] = ()
) -> NDArray[np.int64]:
    """Return the index of the true phrase of each of GROUPS, int64 [groups], UNKNOWN where none applies.

    `colours` are the dominant colours by the rule of `photos.py`, which is as true of drawings.
    """
    found = {"kind": tuple(_KINDS).index(facts.kind), "sharpness": int(facts.sharp)}
    if brightness_known:
        found["brightness"] = int(facts.bright)
    if facts.background:
        found["background"] = BACKGROUNDS.index(facts.background)
    colours = facts.colours or colours
    if colours:
        found["colour"] = COLOURS.index(colours[0])
        found["second colour"] = 1 + COLOURS.index(colours[1]) if len(colours) > 1 else 0
    if facts.kind in ("shapes", "blank") and len(facts.items) < len(_NUMBERS):
        found.update(_counts(facts.items))
    if facts.digit is not None:
        found["digit"] = facts.digit
        found["digit colour"] = ITEM_COLOURS.index(facts.digit_colour)
    if facts.kind == "scene":
        found["time"] = int(facts.time == "night")
        found["weather"] = ("clear", "rain", "snow").index(facts.weather)
        found.update({thing: int(thing in facts.things) for thing in SCENE_THINGS})
    targets = np.full(len(GROUPS), UNKNOWN, dtype=np.int64)
    for name, value in found.items():
        targets[_INDEX[name]] = value
    return targets


def cell_targets(facts: PictureFacts) -> NDArray[np.int64]:
    """Return the true phrases of CELL_GROUPS per cell, int64 [3 groups, 9 cells]."""
    targets = np.full((len(CELL_GROUPS), 9), UNKNOWN, dtype=np.int64)
    if facts.kind not in ("shapes", "blank"):
        return targets
    targets[0] = len(SHAPES)
    for item in facts.items:
        cell = ROWS.index(item.row) * 3 + COLUMNS.index(item.column)
        targets[:, cell] = (
            SHAPES.index(item.shape),
            ITEM_COLOURS.index(item.colour),
            SIZES.index(item.size),
        )
    return targets


def _counts(items: tuple[Item, ...]) -> dict[str, int]:
    counts = {"count": len(items)}
    for shape in SHAPES:
        counts[f"{shape} count"] = sum(item.shape == shape for item in items)
    for colour in ITEM_COLOURS:
        counts[f"{colour} count"] = sum(item.colour == colour for item in items)
    for size in SIZES:
        counts[f"{size} count"] = sum(item.size == size for item in items)
    return counts
