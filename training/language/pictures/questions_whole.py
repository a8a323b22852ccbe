"""Whether something is so of all shapes, or of all of one shape: all red, anything not red, squares of one size.

Knows what all of some share; refuses to know counts and comparisons of two.
"""

import random

from anymal.training.facts import ITEM_COLOURS, SHAPES, SIZES, Item, PictureFacts
from anymal.training.language.asking import Place
from anymal.training.language.phrasing import join_words, with_article
from anymal.training.language.pictures import asks_whole as asks
from anymal.training.language.pictures.scans import count_others, traits
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, yes_no
from anymal.training.language.visual_words import (
    NUMBERS,
    colour_said,
    plural,
    reading_order,
    shape_said,
    shapes_said,
    size_said,
)

__all__ = ["all_so", "same_among"]

NOT_ALL = 0.3
NONE_SO = 0.25  # share of those that may ask for what nothing is
DROPPED = 0.9
_KNOWN = {"shape": SHAPES, "colour": ITEM_COLOURS, "size": SIZES}


def all_so(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are all of them red? Is anything not red?"""
    if facts.kind != "shapes":
        return None
    trait, is_so = rng.choice(tuple(_KNOWN)), either(rng)
    values = sorted({getattr(item, trait) for item in facts.items})
    if (len(values) == 1) != is_so:
        return None
    # Of one shape alone few would ask that.
    if is_so and len(facts.items) == 1 and rng.random() < DROPPED:
        return None
    name = rng.choice(values)
    if not is_so and rng.random() < NONE_SO:
        name = rng.choice(_KNOWN[trait])
    if {"circle", "ring"} <= {name, *values}:  # both are round: who asks for one may mean the other
        return None
    others = [item for item in facts.items if getattr(item, trait) != name]
    any_not = rng.random() < NOT_ALL
    fact = f"{NUMBERS[len(others)]} {'is' if len(others) == 1 else 'are'} not {_so(name, trait, len(others))}"
    if not others:
        fact = f"all are {_so(name, trait, 2)}"
    thoughts = f" {count_others(facts.items, name)}"
    group = asks.ANY_NOT if any_not else asks.ALL_SO
    slots = _slots(name, trait, rng)
    return yes_no("picture/all_so", group, rng, place, is_so != any_not, fact, thoughts=thoughts, **slots)


def _so(name: str, trait: str, number: int) -> str:
    if trait != "shape":
        return name
    return with_article(name) if number == 1 else plural(name)


def _slots(name: str, trait: str, rng: random.Random) -> dict[str, str]:
    """`so` after "are", `a` after "is", `many` as a noun."""
    if trait == "shape":
        many = shapes_said(name, rng)
        return {"so": many, "a": with_article(shape_said(name, rng)), "many": many}
    word = colour_said(name, rng) if trait == "colour" else size_said(name, rng)
    return {"so": word, "a": word, "many": f"{word} {rng.choice(('things', 'shapes', 'ones', 'objects'))}"}


def same_among(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are all the squares the same colour, the same size?"""
    if facts.kind != "shapes":
        return None
    several = sorted(
        {item.shape for item in facts.items if sum(o.shape == item.shape for o in facts.items) > 1}
    )
    # Where all are of one shape `picture/same_colour` asks the same.
    if not several or (len({item.shape for item in facts.items}) == 1 and rng.random() < 0.8):
        return None
    shape, trait, truth = rng.choice(several), rng.choice(("colour", "size")), either(rng)
    those = [item for item in reading_order(facts.items) if item.shape == shape]
    if _alike(those, trait) != truth:
        return None
    values = join_words(tuple(dict.fromkeys(getattr(item, trait) for item in those)))
    fact = f"the {plural(shape)} are {'all ' if truth else ''}{values}"
    said = rng.choice(("colour", "color")) if trait == "colour" else "size"
    slots = {"trait": said, "many": shapes_said(shape, rng), "one": shape_said(shape, rng)}
    slots["thoughts"] = f" same {trait}? {traits(facts.items, shape, trait)}"
    return yes_no("picture/same_among", asks.SAME_AMONG, rng, place, truth, fact, **slots)


def _alike(items: list[Item], trait: str) -> bool:
    return len({getattr(item, trait) for item in items}) == 1
