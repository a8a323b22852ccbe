"""Questions about single drawn shapes: colour, shape, position, size, and what is where.

Knows kinds of questions about items; refuses to know counts, yes/no questions and other pictures.
"""

import random

from anymal.training.facts import Item, PictureFacts
from anymal.training.language import picture_asks as asks
from anymal.training.language import picture_asks_size as size_asks
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import say, with_article
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import (
    item_answered,
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
        (
            "[it is|it's|it is] {word}.",
            "the {answered} is {word}.",
            "the {answered} is {word}.",
            "{word}.",
            "[its colour is|the colour is] {word}.",
        ),
        word=item.colour,
        references=(item.colour,),
        shortest="colour",
        it=it,
        answered=answered,
    )


def _one_item(
    facts: PictureFacts, place: Place, rng: random.Random, hide_colour: bool
) -> tuple[str, Item, str] | None:
    """Pick an item and name it in a question without its colour (or without its shape)."""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    key = "shape" if hide_colour else "colour"
    noun = shape_said(item.shape, rng) if hide_colour else "[thing|object|shape|one|item|figure]"
    if noun == "round shape" and any(other.shape == "ring" for other in facts.items):
        noun = "circle"
    answered = item.shape if hide_colour else f"{item.colour} one"
    if not hide_colour and rng.random() < 0.85:
        noun = f"{colour_said(item.colour, rng)} {noun}"
    if len(facts.items) == 1 and rng.random() < 0.3:
        if rng.random() < 0.4:
            return rng.choice(("it", "it", "this", "that")), item, answered
        noun = "[shape|thing|object|figure|item]" if hide_colour else "[thing|object|figure|item]"
    elif (extreme := _extreme(item, facts)) and rng.random() < 0.15:
        noun = f"{extreme} [shape|thing|object|figure|one]"
    elif hide_colour and rng.random() < 0.15:
        noun = f"[shape|thing|object|figure] {CELL_QUESTIONS[cell(item)]}"
    elif getattr(item, key) not in {getattr(i, key) for i in only_one(facts, lambda i: getattr(i, key))}:
        if item in only_one(facts, lambda i: (i.size, getattr(i, key))) and rng.random() < 0.5:
            noun = f"{size_said(item.size, rng)} {noun}"
        else:
            noun = f"{noun} {CELL_QUESTIONS[cell(item)]}"
    elif not hide_colour and item.colour not in noun:
        noun = f"[shape|thing|object] {CELL_QUESTIONS[cell(item)]}"
    return f"the {say(noun, rng)}", item, answered


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
        (
            "[it is|it's|it is] {a_word}.",
            "the {answered} is {a_word}.",
            "[it is|it's] {a_full}.",
            "{a_word}.",
            "[its shape is|the shape is] {a_word}.",
        ),
        word=item.shape,
        references=(item.shape,),
        shortest="shape",
        it=it,
        answered=answered,
        a_word=with_article(item.shape),
        a_full=with_article(f"{item.colour} {item.shape}"),
    )


def which_is_colour(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which thing is red?"""
    if facts.kind != "shapes":
        return None
    colour = rng.choice(facts.items).colour
    those = reading_order([item for item in facts.items if item.colour == colour])
    plain = list_items(those, size=False)
    many = len(those) > 1
    question = ask(asks.WHICH_IS_COLOUR, rng, place, colour=colour_said(colour, rng))
    answer = sentence(
        (
            "[it is|that is] {items}." if not many else "[those are|they are] {items}.",
            "{the} is {colour}." if not many else "{items} are {colour}.",
            "[I see|I can see] {items}.",
            "{items}.",
        ),
        rng,
        items=plain,
        the=f"the {those[0].shape}",
        colour=colour,
    )
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
    where = at(name)
    it = f"the {names[0]}"
    if len(facts.items) == 1 and rng.random() < 0.2:
        it = rng.choice(("it", "the shape", "the object", "the thing"))
    question = ask(asks.POSITION_OF, rng, place, it=it)
    answer = sentence(
        (
            "[it is|it's|it is] {where}.",
            "the {answered} is {where}.",
            "the {answered} is {where} of the picture.",
            "{where}.",
            "[you find it|it sits|it can be found] {where}.",
        ),
        rng,
        where=where,
        answered=names[1],
    )
    return Turn(question, answer, "picture/position", cell_references(name))


def what_is_at(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What is in the top left? What is on the left?"""
    if facts.kind != "shapes":
        return None
    if rng.random() < 0.35:
        where, those = _region(facts, rng)
    else:
        taken = rng.random() < 0.8
        name = cell(rng.choice(facts.items)) if taken else rng.choice(list(CELLS.values()))
        where = say(CELL_QUESTIONS[name], rng)
        those = [item for item in facts.items if cell(item) == name]
    question = ask(asks.WHAT_IS_AT, rng, place, where=where)
    if not those:
        answer = sentence(
            (
                "nothing is there.",
                "there is nothing there.",
                "nothing[, that part is empty|].",
                "I see nothing there.",
            ),
            rng,
        )
        return Turn(question, answer, "picture/what_is_at", ("nothing",))
    ordered = reading_order(those)
    size = rng.random() < 0.4
    items = list_items(those, size=size)
    answer = sentence(
        ("[there is|I see|that is|it is] {items}.", "{items}.", "{items} {are} there.")
        if items.startswith("a")
        else ("[there are|I see|those are] {items}.", "{items}.", "{items} {are} there."),
        rng,
        items=items,
        are="is" if len(those) == 1 else "are",
    )
    return Turn(question, answer, "picture/what_is_at", item_references(ordered))


def _region(facts: PictureFacts, rng: random.Random) -> tuple[str, list[Item]]:
    """A whole column or row, and the items in it."""
    taken = rng.choice(facts.items)
    if rng.random() < 0.5:
        side = taken.column if rng.random() < 0.8 else rng.choice(("left", "right"))
        side = rng.choice(("left", "right")) if side == "middle" else side
        where = say(f"[on|at|on] the {side}[| side|-hand side| hand side| edge]", rng)
        return where, [item for item in facts.items if item.column == side]
    side = taken.row if rng.random() < 0.8 else rng.choice(("top", "bottom"))
    side = rng.choice(("top", "bottom")) if side == "middle" else side
    where = say(f"[at|at|in|along|near] the {side}[| row| edge| part]", rng)
    where = where.replace("in the top", "at the top") if where in ("in the top", "in the bottom") else where
    return where, [item for item in facts.items if item.row == side]


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
        (
            "[it is|it's|it is] {word}.",
            "the {answered} is {word}.",
            "{word}.",
            "[its size is|it looks] {word}.",
        ),
        word=item.size,
        references=references,
        shortest="word",
        it=f"the {names[0]}",
        answered=names[1],
    )


def biggest(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which is the biggest?"""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    size = rng.choice(("large", "small"))
    most, group = ("biggest", size_asks.BIGGEST) if size == "large" else ("smallest", size_asks.SMALLEST)
    those = [item for item in facts.items if item.size == size]
    if len(those) == 1:
        item = those[0]
        answer = sentence(
            (
                "the {item} is the {most}.",
                "[it is|that is] the {item}.",
                "the {item}[, it is {size}|].",
                "the {most} is the {item}.",
            ),
            rng,
            item=item_answered(item, facts).replace(f"{size} ", ""),
            most=most,
            size=size,
        )
        return Turn(ask(group, rng, place), answer, "picture/biggest", (item.shape,))
    if len(those) in (0, len(facts.items)) and rng.random() < 0.5:
        answer = sentence(
            (
                "they are all the same size.",
                "all of them are the same size.",
                "none, they have the same size.",
            ),
            rng,
        )
        return Turn(ask(group, rng, place), answer, "picture/biggest", ("same size",))
    return None
