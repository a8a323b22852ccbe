"""One spot or row and its neighbours, the odd one out, and what all shapes have in common.

Knows the cells, rows and columns of a picture and what all or all but one share; refuses to know counts and pairs.
"""

import random
import re
from typing import Final

from anymal.training.facts import COLUMNS, ROWS, Item, PictureFacts
from anymal.training.language.asking import Place, ask, those
from anymal.training.language.phrasing import say
from anymal.training.language.pictures import asks_spot as asks
from anymal.training.language.pictures import scans
from anymal.training.language.pictures.pointing import in_line, line_said
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, item_references, named, yes_no
from anymal.training.language.visual_words import (
    CELL_QUESTIONS,
    CELLS,
    at,
    cell,
    item_said,
    plural,
    there_is,
)

__all__ = ["anything_at", "common", "next_to", "odd_one"]

# How a question names a side, and where it lies in the grid: columns to the right, rows down.
_SIDES: Final = {
    "above": ("[above|above|over|on top of]", 0, -1),
    "below": ("[below|below|under|underneath|beneath]", 0, 1),
    "left of": ("[left of|to the left of|to the left of]", -1, 0),
    "right of": ("[right of|to the right of|to the right of]", 1, 0),
}


# A row is no spot.
_OF_A_LINE: Final = those(asks.ANYTHING_AT, lambda pattern: re.search(r"\b(spot|place|bit)\b", pattern) is None)


def anything_at(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is there anything in the middle? In the bottom row? What is there first, then the verdict."""
    if facts.kind not in ("shapes", "blank") or (facts.kind == "blank" and rng.random() < 0.8):
        return None
    truth, whole_line = either(rng), rng.random() < 0.3
    spots = _lines(facts, rng) if whole_line else _cells(facts, rng)
    fitting = [spot for spot in spots if bool(spot[2]) == truth]
    # Asked only where both answers can be had: a full picture would else be one of "yes".
    if not fitting or (facts.items and len(fitting) == len(spots)):
        return None
    where, said, those_there = rng.choice(fitting)
    group = _OF_A_LINE if whole_line else asks.ANYTHING_AT
    fact = f"{said} {there_is(those_there)}"
    return yes_no("picture/anything_at", group, rng, place, truth, fact, where=where)


_Spot = tuple[str, str, list[Item]]


def _cells(facts: PictureFacts, rng: random.Random) -> list[_Spot]:
    """Each cell as a question and as an answer names it, and what is there."""
    return [
        (say(CELL_QUESTIONS[name], rng).strip(), at(name), [i for i in facts.items if cell(i) == name])
        for name in CELLS.values()
    ]


def _lines(facts: PictureFacts, rng: random.Random) -> list[_Spot]:
    """The same of columns and rows."""
    both = (("column", COLUMNS), ("row", ROWS))
    return [
        (*line_said(side, line, rng), in_line(facts, side, line)) for line, sides in both for side in sides
    ]


def next_to(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What is directly below the star? Which cell that is, then what is there; beyond the edge is nothing."""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    item, side = rng.choice(facts.items), rng.choice(tuple(_SIDES))
    names, beside = named(item, facts, rng), _cell_beside(item, side)
    if names is None or (beside is None and rng.random() < 0.7):
        return None
    found = [other for other in facts.items if cell(other) == beside]
    if beside and not found and rng.random() < 0.75:
        return None
    there = item_said(found[0], size=False) if found else "nothing"
    what = f"the {there}" if found else there
    where = side if side in ("above", "below") else f"to the {side}"
    thoughts = f" {names[1]} {cell(item)}; {side} it is {beside or 'no cell'}: {there}"
    question = ask(asks.NEXT_TO, rng, place, it=f"the {names[0]}", side=say(_SIDES[side][0], rng))
    references = item_references(found)[:1] if found else ("nothing",)
    answer = f"Directly {where} the {names[1]} is {what}."
    return Turn(question, answer, "picture/next_to", references, thoughts=thoughts)


def _cell_beside(item: Item, side: str) -> str | None:
    _, right, down = _SIDES[side]
    column, row = COLUMNS.index(item.column) + right, ROWS.index(item.row) + down
    inside = 0 <= column < len(COLUMNS) and 0 <= row < len(ROWS)
    return CELLS[COLUMNS[column], ROWS[row]] if inside else None


def odd_one(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which is the odd one out? All colours, shapes and sizes, then the one that differs."""
    if facts.kind != "shapes" or len(facts.items) < 3:
        return None
    odd = {trait: scans.odd_in(facts.items, trait) for trait in scans.TRAITS}
    found = [(trait, item) for trait, item in odd.items() if item is not None]
    # Two that are odd, each in its own way, leave nothing to answer.
    if not found or any(item is not found[0][1] for _, item in found):
        return None
    trait, item = found[0]
    name = item_said(item)
    answer = f"The odd one out is the {name}: its {trait} is different."
    thoughts = f" {scans.odd_one(facts.items)}"
    right = (name,)
    return Turn(ask(asks.ODD, rng, place), answer, "picture/odd_one", right, thoughts=thoughts)


_OF_A_TRAIT: Final = those(asks.COMMON, lambda pattern: "{trait}" in pattern)
_OPEN: Final = those(asks.COMMON, lambda pattern: "{trait}" not in pattern)


def common(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What colour are they all? What shape?"""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    shared = [trait for trait in scans.TRAITS if len({getattr(item, trait) for item in facts.items}) == 1]
    if not shared:
        return None
    # "What do they have in common?": anything that they share is right, and the first is what is learned.
    open_question = rng.random() < 0.15
    asked = shared if open_question else [rng.choice(shared)]
    group = _OPEN if open_question else _OF_A_TRAIT
    said = say({"colour": "[colour|color]", "shape": "[shape|form]", "size": "size"}[asked[0]], rng)
    right = tuple(f"all {_shared(facts, trait)}" for trait in asked)
    return Turn(ask(group, rng, place, trait=said), f"They are {right[0]}.", "picture/common", right)


def _shared(facts: PictureFacts, trait: str) -> str:
    word: str = getattr(facts.items[0], trait)
    return plural(word) if trait == "shape" else word
