"""Names for what can be drawn, as answers and as questions say them: shapes, positions, numbers.

Knows words for `Item` and `PictureFacts`; refuses to know questions, pixels or turns.
"""

import random
from collections import Counter
from collections.abc import Callable, Collection, Sequence
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
    "there_is",
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
_MIDDLE = "[middle|centre|center|mid]"
_CORNER = (
    "in the [[{high} {side}|{high} {side}|{high}-{side}] [corner|corner||part|area|bit|region|section]"
    "|{high} {side}-hand [corner|corner|part|area|side]]"
)
# How a question points at exactly one cell.
CELL_QUESTIONS: Final = (
    {
        name: f"[{_CORNER}|{_CORNER}|{_CORNER}|[at|at the|on the|to the|] {{row}} {{side}}"
        "|[at the {row}[,||] on the {side}|on the {side}[,||] at the {row}]"
        "|[{way} [in the|on the|at the] {row} {side}|{way} on the {side}|at the {side} end of the {row} row]"
        "|[in the {row} row[,|] [on the|at the|far] {side}|in the {row} corner on the {side}]"
        "|in the {side} {row}[ corner|]]".format(high=high, row=row, side=side, way=way)
        for name, high, row, side, way in (
            ("top left", "[top|upper|top]", "top", "left", "up"),
            ("top right", "[top|upper|top]", "top", "right", "up"),
            ("bottom left", "[bottom|lower|bottom]", "bottom", "left", "down"),
            ("bottom right", "[bottom|lower|bottom]", "bottom", "right", "down"),
        )
    }
    | {
        f"{row} middle": f"[at the {row} in the {_MID}|in the {high} {_MID}|at the {row} {_MID}"
        f"|in the {_MID} at the {row}|[at|] {row} {_MID}|{way} at the {row}, in the {_MID}"
        f"|in the {_MID} of the {row} [row|edge|part]|in the {row} row, in the {_MID}"
        f"|[halfway along the {row}|at the {row}, halfway across]|{row}-{_MID}]"
        for row, high, way in (("top", "[top|upper]", "up"), ("bottom", "[bottom|lower]", "down"))
    }
    | {
        f"middle {side}": f"[in the {_MID} {side}|on the {side} in the {_MID}|on the {side}, halfway down"
        f"|{_MID} {side}|[at|at the|on the] {_MIDDLE} {side}|halfway down the {side} [side|edge]"
        f"|[halfway up on the {side}|at the {side}, halfway up]|{_MIDDLE}-{side}"
        f"|in the {_MID} row[,|] [on the|at the|far] {side}|in the {_MID} of the {side} [side|edge|column]"
        f"|at the {side} end of the {_MID} row]"
        for side in ("left", "right")
    }
    | {
        "middle": f"[in the {_MID}|in the {_MID}|in the very {_MID}|at the {_MID}|right in the {_MID}"
        f"|in the exact {_MID}|in the dead {_MID}|[bang|smack|slap|plumb] in the {_MID}"
        "|dead [centre|center]|at the very [centre|center]|in the central [part|area|cell|field|spot]"
        "|in the middle of [everything|it all]]",
    }
)
_SHAPE_SAID: Final = {
    "circle": "[circle|circle|circle|circle|disc|dot|round shape|disk|ball]",
    "square": "[square|square|square|square|square|box|square shape]",
    "triangle": "[triangle|triangle|triangle|three-sided shape|triangle shape|three-cornered shape]",
    "star": "[star|star|star|star|star|star shape|five-pointed star]",
    "heart": "[heart|heart|heart|heart|love heart|heart shape|valentine heart]",
    "cross": "[cross|cross|cross|cross|cross|cross|cross shape|cross shape|cross]",
    "ring": "[ring|ring|ring|ring|ring|ring|hoop|ring shape|doughnut|donut]",
    "diamond": "[diamond|diamond|diamond|diamond|diamond|rhombus|lozenge|diamond shape]",
}
_SHAPES_SAID: Final = {
    "circle": "[circles|circles|circles|circles|discs|dots|round shapes|disks|balls]",
    "square": "[squares|squares|squares|squares|boxes|square shapes]",
    "triangle": "[triangles|triangles|triangles|three-sided shapes|triangle shapes|three-cornered shapes]",
    "star": "[stars|stars|stars|stars|star shapes|five-pointed stars]",
    "heart": "[hearts|hearts|hearts|hearts|love hearts|heart shapes|valentine hearts]",
    "cross": "[crosses|crosses|crosses|crosses|crosses|cross shapes]",
    "ring": "[rings|rings|rings|rings|rings|hoops|ring shapes|doughnuts|donuts]",
    "diamond": "[diamonds|diamonds|diamonds|diamonds|rhombuses|lozenges|diamond shapes]",
}
THING_SAID: Final = {
    "house": "[house|house|house|house|building|home|cottage|hut]",
    "tree": "[tree|tree|tree]",
    "car": "[car|car|car|car|car|automobile|auto|motor car]",
    "boat": "[boat|boat|boat|boat|ship|sailboat|sailing boat]",
    "mountain": "[mountain|mountain|mountain|mountain|peak]",
    "flower": "[flower|flower|flower|blossom|bloom]",
    "person": "[person|person|person|human|human being|human figure|chap|bloke]",
    "cloud": "[cloud|cloud|cloud]",
    "bird": "[bird|bird|bird|bird|bird|birdie]",
}
# Rarer words for a colour, none of which could mean another one.
_COLOUR_SAID: Final = {
    "purple": ("violet",),
    "red": ("scarlet", "crimson"),
    "black": ("jet black", "pitch-black"),
    "white": ("snow-white", "pure white"),
}
_PLURALS: Final = {"cross": "crosses", "person": "people"}


def plural(noun: str) -> str:
    """`circles`, `crosses`, `people`."""
    return _PLURALS.get(noun, f"{noun}s")


def shape_said(shape: str, rng: random.Random, beside: Collection[str] = ("ring",)) -> str:
    """A word a person may use for this shape, singular.

    `beside`: which shapes there are, as far as one knows. No circle is a round shape beside a ring.
    """
    said = say(_SHAPE_SAID[shape], rng)
    return shape if said == "round shape" and "ring" in beside else said


def shapes_said(shape: str, rng: random.Random, beside: Collection[str] = ("ring",)) -> str:
    """A word a person may use for this shape, plural; `beside` as in `shape_said`."""
    said = say(_SHAPES_SAID[shape], rng)
    return plural(shape) if said == "round shapes" and "ring" in beside else said


def colour_said(colour: str, rng: random.Random) -> str:
    """A word a person may use for this colour."""
    if colour == "grey":
        return rng.choice(("grey", "gray"))
    return rng.choice(_COLOUR_SAID[colour]) if colour in _COLOUR_SAID and rng.random() < 0.08 else colour


def size_said(size: str, rng: random.Random) -> str:
    """A word a person may use for this size."""
    return rng.choice(
        ("small", "small", "small", "little", "little", "tiny", "wee", "mini", "teeny")
        if size == "small"
        else ("large", "large", "big", "big", "big", "huge", "giant", "enormous", "massive")
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


def there_is(items: Sequence[Item]) -> str:
    """`there is a red circle`, `there are two blue squares`, `there is nothing`: colours and shapes."""
    listed = list_items(items, size=False) if items else "nothing"
    return f"there {'is' if listed.startswith(('a ', 'an ', 'nothing')) else 'are'} {listed}"


def _many(name: str) -> str:
    head, _, noun = name.rpartition(" ")
    return f"{head} {plural(noun)}"


def only_one(facts: PictureFacts, key: Callable[[Item], object]) -> list[Item]:
    """The items that no other item shares `key` with."""
    counts = Counter(key(item) for item in facts.items)
    return [item for item in facts.items if counts[key(item)] == 1]
