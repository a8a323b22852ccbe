"""Names for what can be drawn, as answers and as questions say them: shapes, positions, numbers.

Knows words for `Item` and `PictureFacts`; refuses to know questions, pixels or turns.
"""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from anymal.training.facts import COLUMNS, ROWS, Item, PictureFacts
from anymal.training.language.phrasing import join_words, say, with_article

__all__ = [
    "CELLS",
    "CELL_QUESTIONS",
    "NUMBERS",
    "THING_SAID",
    "at",
    "cell",
    "cell_references",
    "colour_said",
    "item_said",
    "list_items",
    "number_references",
    "only_one",
    "plural",
    "reading_order",
    "shape_said",
    "shapes_said",
    "size_said",
]

NUMBERS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# (column, row) -> the canonical name of the cell, as captions and answers say it.
CELLS: Final = {
    ("left", "top"): "top left",
    ("middle", "top"): "top middle",
    ("right", "top"): "top right",
    ("left", "middle"): "middle left",
    ("middle", "middle"): "middle",
    ("right", "middle"): "middle right",
    ("left", "bottom"): "bottom left",
    ("middle", "bottom"): "bottom middle",
    ("right", "bottom"): "bottom right",
}
_MID = "[middle|centre|center]"
# How a question points at exactly one cell.
CELL_QUESTIONS: Final = {
    name: f"in the [[{high} {side}|{high} {side}|{high}-{side}] [corner|corner||part|area]"
    f"|{high} {side}-hand [corner|corner|part|area]]"
    for name, high, side in (
        ("top left", "[top|upper|top]", "left"),
        ("top right", "[top|upper|top]", "right"),
        ("bottom left", "[bottom|lower|bottom]", "left"),
        ("bottom right", "[bottom|lower|bottom]", "right"),
    )
} | {
    "top middle": f"[at the top in the {_MID}|in the [top|upper] {_MID}|at the top {_MID}|in the {_MID} at the top]",
    "bottom middle": f"[at the bottom in the {_MID}|in the [bottom|lower] {_MID}|at the bottom {_MID}"
    f"|in the {_MID} at the bottom]",
    "middle left": f"[in the {_MID} left|on the left in the {_MID}|on the left, halfway down|{_MID} left]",
    "middle right": f"[in the {_MID} right|on the right in the {_MID}|on the right, halfway down|{_MID} right]",
    "middle": f"[in the {_MID}|in the very {_MID}|at the {_MID}|right in the {_MID}|in the exact {_MID}]",
}
_SHAPE_SAID: Final = {
    "circle": "[circle|circle|circle|circle|disc|dot|round shape]",
    "square": "[square|square|square|square|box]",
    "triangle": "[triangle|triangle|triangle|triangle|three-sided shape]",
    "star": "[star|star|star|star|star shape]",
    "heart": "[heart|heart|heart|heart|love heart|heart shape]",
    "cross": "[cross|cross|cross|cross|cross shape]",
    "ring": "[ring|ring|ring|ring|hoop]",
    "diamond": "[diamond|diamond|diamond|diamond|rhombus|lozenge]",
}
_SHAPES_SAID: Final = {
    "circle": "[circles|circles|circles|discs|dots|round shapes]",
    "square": "[squares|squares|squares|boxes]",
    "triangle": "[triangles|triangles|triangles|three-sided shapes]",
    "star": "[stars|stars|stars|star shapes]",
    "heart": "[hearts|hearts|hearts|love hearts]",
    "cross": "[crosses|crosses|crosses|cross shapes]",
    "ring": "[rings|rings|rings|hoops]",
    "diamond": "[diamonds|diamonds|diamonds|rhombuses]",
}
THING_SAID: Final = {
    "house": "[house|house|house|building|home]",
    "tree": "[tree|tree|tree]",
    "car": "[car|car|car|vehicle]",
    "boat": "[boat|boat|boat|ship]",
    "mountain": "[mountain|mountain|mountain|peak]",
    "flower": "[flower|flower|blossom]",
    "person": "[person|person|human|human being]",
    "cloud": "[cloud|cloud|cloud]",
    "bird": "[bird|bird|bird]",
}
_PLURALS: Final = {"cross": "crosses", "person": "people"}


def plural(noun: str) -> str:
    """`circles`, `crosses`, `people`."""
    return _PLURALS.get(noun, f"{noun}s")


def shape_said(shape: str, rng: random.Random) -> str:
    """A word a person may use for this shape, singular."""
    return say(_SHAPE_SAID[shape], rng)


def shapes_said(shape: str, rng: random.Random) -> str:
    """A word a person may use for this shape, plural."""
    return say(_SHAPES_SAID[shape], rng)


def colour_said(colour: str, rng: random.Random) -> str:
    """A word a person may use for this colour."""
    if colour == "grey":
        return rng.choice(("grey", "gray"))
    return "violet" if colour == "purple" and rng.random() < 0.08 else colour


def size_said(size: str, rng: random.Random) -> str:
    """A word a person may use for this size."""
    return rng.choice(
        ("small", "small", "little", "tiny") if size == "small" else ("large", "big", "big", "huge")
    )


def cell(item: Item) -> str:
    """The canonical name of the item's cell."""
    return CELLS[item.column, item.row]


def at(name: str) -> str:
    """`at the top left`, `at the middle right`, `in the middle`: the words of its row, in their order."""
    return "in the middle" if name == "middle" else f"at the {name}"


def cell_references(name: str) -> tuple[str, ...]:
    """What an answer about this position must hold: no word of one cell alone, which others share."""
    if name == "middle":
        return ("in the middle", "centre", "center")
    row, column = name.split()
    return (name, f"{row.replace('top', 'upper').replace('bottom', 'lower')} {column}", f"{column} {row}")


def number_references(count: int) -> tuple[str, ...]:
    """`("two", "2")`; for none also `no` and `none`."""
    return ("no", "none", "zero", "0", "nothing") if count == 0 else (NUMBERS[count], str(count))


def item_said(item: Item, size: bool = True) -> str:
    """`large red circle`."""
    return f"{item.size} {item.colour} {item.shape}" if size else f"{item.colour} {item.shape}"


def reading_order(items: Sequence[Item]) -> tuple[Item, ...]:
    """Top to bottom, left to right."""
    return tuple(sorted(items, key=lambda item: (ROWS.index(item.row), COLUMNS.index(item.column))))


def list_items(items: Sequence[Item], size: bool = True, position: bool = False) -> str:
    """`a large red circle on the left and two small blue squares`; equal items are counted together."""
    ordered = reading_order(items)
    if position:
        return join_words([f"{with_article(item_said(i, size))} {at(cell(i))}" for i in ordered])
    groups = Counter(item_said(item, size) for item in ordered)
    return join_words(
        [with_article(name) if n == 1 else f"{NUMBERS[n]} {_many(name)}" for name, n in groups.items()]
    )


def _many(name: str) -> str:
    head, _, noun = name.rpartition(" ")
    return f"{head} {plural(noun)}"


def only_one(facts: PictureFacts, key: Callable[[Item], object]) -> list[Item]:
    """The items that no other item shares `key` with."""
    counts = Counter(key(item) for item in facts.items)
    return [item for item in facts.items if counts[key(item)] == 1]
