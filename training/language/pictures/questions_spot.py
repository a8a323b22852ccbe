"""One spot and its neighbours, the odd one out, and what all shapes have in common.

Knows the cells of a picture and what all or all but one share; refuses to know counts and pairs.
"""

import random
import re
from typing import Final

from anymal.training.facts import COLUMNS, ROWS, Item, PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import say, with_article
from anymal.training.language.pictures import asks_spot as asks
from anymal.training.language.pictures import scans
from anymal.training.language.pictures.pointing import region
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, item_references, named, sentence, yes_no
from anymal.training.language.visual_words import (
    CELL_QUESTIONS,
    CELLS,
    at,
    cell,
    item_said,
    list_items,
    plural,
)

__all__ = ["anything_at", "common", "next_to", "odd_one"]

# How a question names a side, and where it lies in the grid: columns to the right, rows down.
_SIDES: Final = {
    "above": ("[above|above|over|on top of]", 0, -1),
    "below": ("[below|below|under|underneath|beneath]", 0, 1),
    "left of": ("[left of|to the left of|to the left of]", -1, 0),
    "right of": ("[right of|to the right of|to the right of]", 1, 0),
}


def anything_at(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is there anything in the middle? What is there first, then the verdict."""
    if facts.kind not in ("shapes", "blank"):
        return None
    if facts.items and rng.random() < 0.3:
        return _anything_along(facts, place, rng)
    taken, truth = {cell(item): item for item in facts.items}, either(rng)
    cells = [name for name in CELLS.values() if (name in taken) == truth]
    if not cells or (facts.kind == "blank" and rng.random() < 0.8):
        return None
    spot = rng.choice(cells)
    what = with_article(item_said(taken[spot], size=False)) if truth else "nothing"
    where = say(CELL_QUESTIONS[spot], rng).strip()
    fact = f"{at(spot)} there is {what}"
    return yes_no("picture/anything_at", asks.ANYTHING_AT, rng, place, truth, fact, where=where)


def _anything_along(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is there anything in the bottom row? On the left?"""
    truth = either(rng)
    drawn = (region(facts, rng) for _ in range(12))
    found = next((line for line in drawn if bool(line[2]) == truth), None)
    if found is None:
        return None
    where, there, those = found
    what = list_items(those, size=False) if those else "nothing"
    fact = f"{there} there {'are' if len(those) > 1 else 'is'} {what}"
    return yes_no("picture/anything_at", asks.ANYTHING_AT, rng, place, truth, fact, where=where)


def next_to(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What is directly below the star? Which cell that is, then what is there."""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    item, side = rng.choice(facts.items), rng.choice(tuple(_SIDES))
    names, beside = named(item, facts, rng), _cell_beside(item, side)
    if names is None or beside is None:
        return None
    those = [other for other in facts.items if cell(other) == beside]
    if not those and rng.random() < 0.75:
        return None
    found = f"the {item_said(those[0], size=False)}" if those else "nothing"
    where = side if side in ("above", "below") else f"to the {side}"
    thoughts = f" {names[1]} {cell(item)}; {side} it is {beside}"
    question = ask(asks.NEXT_TO, rng, place, it=f"the {names[0]}", side=say(_SIDES[side][0], rng))
    references = item_references(those)[:1] if those else ("nothing",)
    answer = f"Directly {where} the {names[1]} is {found}."
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


def common(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What colour are they all? What shape?"""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    shared = [trait for trait in scans.TRAITS if len({getattr(item, trait) for item in facts.items}) == 1]
    if not shared:
        return None
    trait = rng.choice(shared)
    said = say({"colour": "[colour|color]", "shape": "[shape|form]", "size": "size"}[trait], rng)
    question = ask(asks.COMMON, rng, place, trait=said)
    # "What do they have in common?": anything that they share is right, and the first is what is learned.
    asked = [trait] if re.search(rf"\b{said}\b", question.lower()) else shared
    answers = [f"they are all {_shared(facts, one)}." for one in asked]
    right = tuple(f"all {_shared(facts, one)}" for one in asked)
    return Turn(question, sentence(answers[:1], rng), "picture/common", right)


def _shared(facts: PictureFacts, trait: str) -> str:
    word: str = getattr(facts.items[0], trait)
    return plural(word) if trait == "shape" else word
