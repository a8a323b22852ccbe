"""How a question points at one drawn shape, or at a whole row or column, and how the answer names it.

Knows what tells one shape of a picture from the others; refuses to know what is asked about it.
"""

import random
from typing import Final

from anymal.training.facts import COLUMNS, ROWS, Item, PictureFacts
from anymal.training.language.phrasing import say
from anymal.training.language.visual_words import (
    CELL_QUESTIONS,
    at,
    cell,
    colour_said,
    only_one,
    shape_said,
    size_said,
)

__all__ = ["MOST", "in_line", "line_said", "one_item", "region"]

MOST: Final = {"large": "biggest", "small": "smallest"}
_ANY_ONE: Final = "[thing|object|shape|one|item|figure]"


def one_item(facts: PictureFacts, rng: random.Random, hide_colour: bool) -> tuple[str, Item, str] | None:
    """Pick an item; name it in a question and in an answer without its colour (or without its shape)."""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    if len(facts.items) == 1 and rng.random() < 0.3:
        said = rng.choice(("it", "it", "this", "that", "the shape", "the thing", "the object"))
        return said, item, item.shape if hide_colour else f"{item.colour} one"
    if (extreme := _extreme(item, facts)) and rng.random() < 0.15:
        noun = f"{say(extreme, rng)} [shape|thing|object|figure|one]"
        return f"the {say(noun, rng)}", item, f"{MOST[item.size]} one"
    known = _known(item, facts, hide_colour, rng)
    if known is None or rng.random() < 0.2:
        where, there = _where(item, facts, rng)
        return f"the {say(f'{_ANY_ONE} {where}', rng)}", item, f"one {there}"
    noun, answered = known
    return f"the {say(noun, rng)}", item, answered


def _where(item: Item, facts: PictureFacts, rng: random.Random) -> tuple[str, str]:
    """Its cell, or its side of the picture where it is alone there."""
    edges = (("left", "column"), ("right", "column"), ("top", "row"), ("bottom", "row"))
    alone = [edge for edge in edges if in_line(facts, *edge) == [item]]
    if not alone or rng.random() < 0.6:
        return CELL_QUESTIONS[cell(item)], at(cell(item))
    return line_said(*rng.choice(alone), rng)


def _known(
    item: Item, facts: PictureFacts, hide_colour: bool, rng: random.Random
) -> tuple[str, str] | None:
    """The item by its shape (or colour), with its size where that tells it apart; None if nothing does."""

    def key(other: Item) -> str:
        return other.shape if hide_colour else other.colour

    if hide_colour:
        noun, answered = shape_said(item.shape, rng, [other.shape for other in facts.items]), item.shape
    else:
        noun = f"{colour_said(item.colour, rng)} {_ANY_ONE}"
        answered = f"{item.colour} one"
    if item in only_one(facts, key):
        return noun, answered
    if item in only_one(facts, lambda other: (other.size, key(other))):
        return f"{size_said(item.size, rng)} {noun}", f"{item.size} {answered}"
    return None


def _extreme(item: Item, facts: PictureFacts) -> str:
    """`biggest` or `smallest` where only this item is so, else empty."""
    if len(facts.items) < 2 or sum(other.size == item.size for other in facts.items) > 1:
        return ""
    return "[biggest|largest|big|large]" if item.size == "large" else "[smallest|tiniest|small|little]"


def region(facts: PictureFacts, rng: random.Random) -> tuple[str, str, list[Item]]:
    """A whole column or row as a question and as an answer names it, and the items in it; most often not empty."""
    line = rng.choice(("column", "row"))
    sides = COLUMNS if line == "column" else ROWS
    side = getattr(rng.choice(facts.items), line) if rng.random() < 0.8 else rng.choice(sides)
    return *line_said(side, line, rng), in_line(facts, side, line)


def in_line(facts: PictureFacts, side: str, line: str) -> list[Item]:
    """The items of a `column` or a `row`."""
    return [item for item in facts.items if getattr(item, line) == side]


def line_said(side: str, line: str, rng: random.Random) -> tuple[str, str]:
    """A column or a row as a question and as an answer names it."""
    if side == "middle":
        return say(f"in the [middle|middle|centre|center] {line}", rng), f"in the middle {line}"
    if line == "column":
        edge = f"[on|at|on] the {side}[| side|-hand side| hand side| edge]|in the {side} column"
        far = f"over on the {side}|to the {side}|along the {side} side"
        return say(f"[{edge}|{edge}|{far}]", rng), f"on the {side}"
    where = say(f"[at|at|in|along|near] the {side}[| row| edge| part]", rng)
    where = where.replace("in the", "at the") if where == f"in the {side}" else where
    return where, f"in the {side} row"
