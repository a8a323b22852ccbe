"""Questions about single drawn shapes: colour, shape, position, size, and what is where.

Knows kinds of questions about items; refuses to know counts, yes/no questions and other pictures.
"""

import random
from typing import Final

from anymal.training.facts import Item, PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import join_words, say, with_article
from anymal.training.language.pictures import asks
from anymal.training.language.pictures import asks_size as size_asks
from anymal.training.language.pictures.scans import measure_all
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import (
    item_references,
    named,
    sentence,
    word_turn,
)
from anymal.training.language.visual_words import (
    CELL_QUESTIONS,
    CELLS,
    at,
    cell,
    cell_references,
    colour_said,
    item_said,
    list_items,
    only_one,
    plural,
    reading_order,
    shape_said,
    size_said,
)

__all__ = ["biggest", "colour_of", "position_of", "shape_of", "size_of", "what_is_at", "which_is_colour"]


def colour_of(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What colour is the circle?"""
    found = _one_item(facts, place, rng, hide_colour=True)
    if found is None:
        return None
    it, item, answered = found
    return word_turn(
        "picture/colour",
        asks.COLOUR_OF,
        rng,
        place,
        ("the {answered} is {word}.",),
        word=item.colour,
        references=(item.colour,),
        shortest="colour",
        it=it,
        answered=answered,
    )


def _one_item(
    facts: PictureFacts, place: Place, rng: random.Random, hide_colour: bool
) -> tuple[str, Item, str] | None:
    """Pick an item; name it in a question and in an answer without its colour (or without its shape)."""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    any_one = "[thing|object|shape|one|item|figure]"
    if len(facts.items) == 1 and rng.random() < 0.3:
        said = rng.choice(("it", "it", "this", "that", "the shape", "the thing", "the object"))
        return said, item, item.shape if hide_colour else f"{item.colour} one"
    if (extreme := _extreme(item, facts)) and rng.random() < 0.15:
        noun, answered = f"{say(extreme, rng)} [shape|thing|object|figure|one]", "one"
        return f"the {say(noun, rng)}", item, f"{_MOST[item.size]} {answered}"
    known = _known(item, facts, hide_colour, rng)
    if known is None or rng.random() < 0.15:
        return f"the {say(f'{any_one} {CELL_QUESTIONS[cell(item)]}', rng)}", item, f"one {at(cell(item))}"
    noun, answered = known
    return f"the {say(noun, rng)}", item, answered


_MOST: Final = {"large": "biggest", "small": "smallest"}


def _known(
    item: Item, facts: PictureFacts, hide_colour: bool, rng: random.Random
) -> tuple[str, str] | None:
    """The item by its shape (or colour), with its size where that tells it from others; None if nothing does."""

    def key(other: Item) -> str:
        return other.shape if hide_colour else other.colour

    if hide_colour:
        noun, answered = shape_said(item.shape, rng, [other.shape for other in facts.items]), item.shape
    else:
        noun = f"{colour_said(item.colour, rng)} [thing|object|shape|one|item|figure]"
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
    return "[biggest|largest]" if item.size == "large" else "[smallest|tiniest]"


def shape_of(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What shape is the red thing?"""
    found = _one_item(facts, place, rng, hide_colour=False)
    if found is None:
        return None
    it, item, answered = found
    return word_turn(
        "picture/shape",
        asks.SHAPE_OF,
        rng,
        place,
        ("the {answered} is {a_word}.",),
        word=item.shape,
        references=(item.shape,),
        shortest="shape",
        it=it,
        answered=answered,
        a_word=with_article(item.shape),
    )


def which_is_colour(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which thing is red?"""
    if facts.kind != "shapes":
        return None
    colour = rng.choice(facts.items).colour
    those = reading_order([item for item in facts.items if item.colour == colour])
    plain = list_items(those, size=False)
    question = ask(asks.WHICH_IS_COLOUR, rng, place, colour=colour_said(colour, rng))
    there = "there is" if plain.startswith("a") else "there are"
    answer = sentence((f"[I see|{there}] {{items}}.",), rng, items=plain)
    return Turn(question, answer, "picture/which_is_colour", (those[0].shape, plural(those[0].shape)))


def position_of(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Where is the star?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    names = named(item, facts, rng)
    if names is None:
        return None
    name = cell(item)
    it = f"the {names[0]}"
    if len(facts.items) == 1 and rng.random() < 0.2:
        it = rng.choice(("it", "the shape", "the object", "the thing"))
    question = ask(asks.POSITION_OF, rng, place, it=it)
    answer = f"The {names[1]} is {at(name)}."
    return Turn(question, answer, "picture/position", cell_references(name))


def what_is_at(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What is in the top left? What is on the left?"""
    if facts.kind != "shapes":
        return None
    if rng.random() < 0.35:
        where, there, those = _region(facts, rng)
    else:
        taken = rng.random() < 0.8
        name = cell(rng.choice(facts.items)) if taken else rng.choice(list(CELLS.values()))
        where, there = say(CELL_QUESTIONS[name], rng), at(name)
        those = [item for item in facts.items if cell(item) == name]
    question = ask(asks.WHAT_IS_AT, rng, place, where=where)
    there = f"{there[0].upper()}{there[1:]}"
    if not those:
        return Turn(question, f"{there} there is nothing.", "picture/what_is_at", ("nothing",))
    items = list_items(those, size=False)
    answer = f"{there} there {'is' if items.startswith('a') else 'are'} {items}."
    return Turn(question, answer, "picture/what_is_at", item_references(reading_order(those)))


def _region(facts: PictureFacts, rng: random.Random) -> tuple[str, str, list[Item]]:
    """A whole column or row as a question and as an answer names it, and the items in it."""
    taken = rng.choice(facts.items)
    if rng.random() < 0.5:
        side = taken.column if rng.random() < 0.8 else rng.choice(("left", "right"))
        side = rng.choice(("left", "right")) if side == "middle" else side
        where = say(f"[on|at|on] the {side}[| side|-hand side| hand side| edge]", rng)
        return where, f"on the {side}", [item for item in facts.items if item.column == side]
    side = taken.row if rng.random() < 0.8 else rng.choice(("top", "bottom"))
    side = rng.choice(("top", "bottom")) if side == "middle" else side
    where = say(f"[at|at|in|along|near] the {side}[| row| edge| part]", rng)
    where = where.replace("in the top", "at the top") if where in ("in the top", "in the bottom") else where
    return where, f"in the {side} row", [item for item in facts.items if item.row == side]


def size_of(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """How big is the star?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    names = named(item, facts, rng)
    if names is None or item.size in names[0].split():
        return None
    references = ("large", "big") if item.size == "large" else ("small", "little")
    return word_turn(
        "picture/size",
        size_asks.SIZE_OF,
        rng,
        place,
        ("the {answered} is {word}.",),
        word=item.size,
        references=references,
        shortest="word",
        it=f"the {names[0]}",
        answered=names[1],
    )


def biggest(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which is the biggest? The sizes first, in reading order, then what follows from them."""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    size = rng.choice(("large", "small"))
    group = size_asks.BIGGEST if size == "large" else size_asks.SMALLEST
    those = [item for item in facts.items if item.size == size]
    sizes = join_words([item.size for item in reading_order(facts.items)])
    thoughts = f" {_MOST[size]}: {measure_all(facts.items, size)}"
    if len(those) == 1:
        named_so = item_said(those[0], size=False)
        if sum(item_said(item, size=False) == named_so for item in facts.items) > 1:
            named_so += f" {at(cell(those[0]))}"
        answer = f"The sizes are {sizes}, so the {_MOST[size]} is the {named_so}."
        right = (named_so,)
        return Turn(ask(group, rng, place), answer, "picture/biggest", right, thoughts=thoughts)
    if len(those) in (0, len(facts.items)) and rng.random() < 0.5:
        answer = f"The sizes are {sizes}, so they are all the same size."
        right = ("same size",)
        return Turn(ask(group, rng, place), answer, "picture/biggest", right, thoughts=thoughts)
    return None
