"""Yes/no questions about drawn shapes, and questions about what is not in the picture.

Knows balanced yes/no questions; refuses to know open questions.
"""

import random

from anymal.training.facts import COLUMNS, ITEM_COLOURS, SCENE_THINGS, SHAPES, PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import pick, say, with_article
from anymal.training.language.pictures import asks
from anymal.training.language.pictures import asks_size as size_asks
from anymal.training.language.pictures import asks_yesno as yesno_asks
from anymal.training.language.pictures.questions_relation import SIDES, beside
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, named, sentence, yes_no
from anymal.training.language.visual_words import (
    CELL_QUESTIONS,
    CELLS,
    THING_SAID,
    at,
    cell,
    plural,
    shape_said,
    shapes_said,
    size_said,
)

__all__ = ["absent", "is_position", "is_relation", "is_size", "is_there"]


def is_there(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is there a star? Is there a red circle? Is there a house? A number?"""
    if facts.kind == "photo":
        return None
    truth = either(rng)
    if facts.kind == "shapes":
        return _is_shape(facts, place, rng, truth)
    if facts.kind == "scene":
        known = [thing for thing in SCENE_THINGS if (thing in facts.things) == truth]
        if not known:
            return None
        return _exists(rng.choice(known), truth, place, rng)
    if facts.kind == "digit" and truth:
        return _exists("number", True, place, rng)
    # A blank picture has only "no" to give: ask it seldom, or the answers lose their balance.
    if truth or (facts.kind == "blank" and rng.random() < 0.6):
        return None
    return _exists(rng.choice(SHAPES + SCENE_THINGS), False, place, rng)


def _is_shape(facts: PictureFacts, place: Place, rng: random.Random, truth: bool) -> Turn | None:
    roll = rng.random()
    item = rng.choice(facts.items)
    if roll < 0.45:
        shapes = [shape for shape in SHAPES if any(i.shape == shape for i in facts.items) == truth]
        return _exists(rng.choice(shapes), truth, place, rng, facts) if shapes else None
    if roll < 0.65:
        colours = [
            c
            for c in ITEM_COLOURS
            if any(i.colour == c for i in facts.items) == truth and c != facts.background
        ]
        if not colours:
            return None
        noun = rng.choice(("shape", "thing", "object"))
        return _exists(f"{rng.choice(colours)} {noun}", truth, place, rng)
    if roll < 0.94:
        there = {(i.colour, i.shape) for i in facts.items}
        pairs = sorted(there)
        if not truth:
            near = [(c, item.shape) for c in ITEM_COLOURS] + [(item.colour, s) for s in SHAPES]
            pairs = [pair for pair in near if pair not in there]
        colour, shape = rng.choice(pairs)
        return _exists(f"{colour} {shape}", truth, place, rng)
    if truth:
        return None
    return _exists(rng.choice(("number", "house", "tree", "car", "person", "bird")), False, place, rng)


def _exists(
    name: str, truth: bool, place: Place, rng: random.Random, facts: PictureFacts | None = None
) -> Turn:
    head, _, noun = name.rpartition(" ")
    one, many = _said(noun, facts, rng)
    one, many = f"{head} {one}".strip(), f"{head} {many}".strip()
    fact = pick(
        ("there is {a}", "I see {a}", "there is {a}")
        if truth
        else ("there is no {name}", "I see no {name}"),
        rng,
        a=with_article(name),
        name=name,
    )
    if name == "person" and rng.random() < 0.5:
        return yes_no("picture/is_there", yesno_asks.ANYONE, rng, place, truth, fact)
    slots = {"a": with_article(one), "one": one, "many": many}
    return yes_no("picture/is_there", yesno_asks.IS_THERE, rng, place, truth, fact, **slots)


def _said(noun: str, facts: PictureFacts | None, rng: random.Random) -> tuple[str, str]:
    if noun in SHAPES:
        return shape_said(noun, rng), shapes_said(noun, rng)
    if noun == "number":
        return rng.choice((("number", "numbers"), ("digit", "digits"), ("numeral", "numerals")))
    if noun in THING_SAID:
        one = say(THING_SAID[noun], rng)
        return one, plural(one)
    return noun, f"{noun}s"


def is_position(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the star in the top left? On the left?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    names = named(item, facts, rng)
    if names is None:
        return None
    truth = either(rng)
    if rng.random() < 0.4:
        sides = {"left": item.column == "left", "right": item.column == "right"}
        sides |= {"top": item.row == "top", "bottom": item.row == "bottom"}
        fitting = [side for side, holds in sides.items() if holds == truth]
        if not fitting:
            return None
        side = asked = rng.choice(fitting)
        where = say(f"on the {side} [side|]" if side in COLUMNS else f"at the {side}", rng).strip()
    else:
        asked = cell(item) if truth else rng.choice([name for name in CELLS.values() if name != cell(item)])
        where = say(CELL_QUESTIONS[asked], rng)
    fact = f"the {names[1]} is {at(cell(item))}"
    return yes_no(
        "picture/is_position",
        yesno_asks.IS_AT,
        rng,
        place,
        truth,
        fact,
        asked=asked,
        it=f"the {names[0]}",
        where=where.strip(),
    )


def is_size(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the star big?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    names = named(item, facts, rng)
    if names is None or item.size in names[0].split():
        return None
    truth = either(rng)
    size = item.size if truth else ("small" if item.size == "large" else "large")
    fact = f"the {names[1]} is {item.size}"
    return yes_no(
        "picture/is_size",
        size_asks.IS_SIZE,
        rng,
        place,
        truth,
        fact,
        asked=size,
        it=f"the {names[0]}",
        size=size_said(size, rng),
    )


def is_relation(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the star to the left of the circle?"""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    item, other = rng.sample(facts.items, 2)
    names, other_names = named(item, facts, rng), named(other, facts, rng)
    truth = either(rng)
    true_sides = [side for side in SIDES if item in beside(other, facts, side)]
    opposite = {"above": "below", "below": "above", "left of": "right of", "right of": "left of"}
    if names is None or other_names is None or not true_sides:
        return None
    holds = rng.choice(true_sides)
    side = holds if truth else opposite[holds]
    line = "row" if side in ("above", "below") else "column"
    places = [getattr(one, line) for one in (item, other)]
    fact = f"the {names[1]} is in the {places[0]} {line} and the {other_names[1]} in the {places[1]} {line}"
    where = f"{say(SIDES[side], rng)} the {other_names[0]}"
    it = f"the {names[0]}"
    return yes_no(
        "picture/is_relation", yesno_asks.IS_AT, rng, place, truth, fact, asked=side, it=it, where=where
    )


def absent(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What colour is the star, when there is none?"""
    if facts.kind not in ("shapes", "digit", "blank", "scene"):
        return None
    there = {item.shape for item in facts.items}
    missing = [shape for shape in SHAPES if shape not in there]
    if facts.kind == "scene":
        # Never a plain shape: a drawn house has squares, a night sky may have stars.
        missing = [thing for thing in SCENE_THINGS if thing not in facts.things]
    shape = rng.choice(missing)
    if shape == "circle" and "ring" in there:
        shape = rng.choice([s for s in missing if s != "circle"])
    group = rng.choice((asks.COLOUR_OF, asks.POSITION_OF, size_asks.SIZE_OF))
    question = ask(group, rng, place, it=f"the {_said(shape, None, rng)[0]}")
    answer = sentence(
        (
            "there is no {shape} [in the picture|here|].",
            "I see no {shape} [in the picture|here|].",
            "the picture has no {shape}.",
        ),
        rng,
        shape=shape,
    )
    return Turn(question, answer, "picture/absent", (f"no {shape}",))
