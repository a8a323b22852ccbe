"""Questions about single drawn shapes: colour, shape, position, size, and what is where.

Knows kinds of questions about items; refuses to know counts, yes/no questions and other pictures.
"""

import random

from anymal.training.facts import PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import join_words, say, with_article
from anymal.training.language.pictures import asks
from anymal.training.language.pictures import asks_size as size_asks
from anymal.training.language.pictures.pointing import MOST, one_item, region
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
    plural,
    reading_order,
    there_is,
)

__all__ = ["biggest", "colour_of", "position_of", "shape_of", "size_of", "what_is_at", "which_is_colour"]


def colour_of(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What colour is the circle?"""
    found = one_item(facts, rng, hide_colour=True)
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


def shape_of(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What shape is the red thing?"""
    found = one_item(facts, rng, hide_colour=False)
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
    question = ask(asks.WHICH_IS_COLOUR, rng, place, colour=colour_said(colour, rng))
    answer = sentence((f"[I see {list_items(those, size=False)}|{there_is(those)}].",), rng)
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
        where, there, those = region(facts, rng)
    else:
        taken = rng.random() < 0.8
        name = cell(rng.choice(facts.items)) if taken else rng.choice(list(CELLS.values()))
        where, there = say(CELL_QUESTIONS[name], rng), at(name)
        those = [item for item in facts.items if cell(item) == name]
    question = ask(asks.WHAT_IS_AT, rng, place, where=where)
    answer = f"{there[0].upper()}{there[1:]} {there_is(those)}."
    right = item_references(reading_order(those)) if those else ("nothing",)
    return Turn(question, answer, "picture/what_is_at", right)


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
    thoughts = f" {MOST[size]}: {measure_all(facts.items, size)}"
    if len(those) == 1:
        named_so = item_said(those[0], size=False)
        if sum(item_said(item, size=False) == named_so for item in facts.items) > 1:
            named_so += f" {at(cell(those[0]))}"
        answer = f"The sizes are {sizes}, so the {MOST[size]} is the {named_so}."
        right = (named_so,)
        return Turn(ask(group, rng, place), answer, "picture/biggest", right, thoughts=thoughts)
    if len(those) in (0, len(facts.items)) and rng.random() < 0.5:
        answer = f"The sizes are {sizes}, so they are all the same size."
        right = ("same size",)
        return Turn(ask(group, rng, place), answer, "picture/biggest", right, thoughts=thoughts)
    return None
