"""Questions about numbers of drawn shapes: how many, how many are so, is it that many, one or several.

Knows counting; refuses to know single items, yes/no existence, comparing and other pictures.
"""

import random
from collections.abc import Sequence
from typing import Final

from anymal.training.facts import ITEM_COLOURS, SHAPES, SIZES, Item, PictureFacts
from anymal.training.language.asking import Asking, Place
from anymal.training.language.phrasing import say
from anymal.training.language.pictures import asks_count as count_asks
from anymal.training.language.pictures import scans
from anymal.training.language.pictures.questions_alike import different_colours, same_colour
from anymal.training.language.pictures.questions_is_count import ALL_SAID, is_count
from anymal.training.language.pictures.questions_pairs import compare_counts, compare_sizes
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import word_turn
from anymal.training.language.visual_words import (
    NUMBERS,
    colour_said,
    item_said,
    number_references,
    plural,
    shapes_said,
    size_said,
)

__all__ = [
    "compare_counts",
    "compare_sizes",
    "count_all",
    "count_some",
    "count_that",
    "different_colours",
    "is_count",
    "same_colour",
]

# Share of "how many are not red?" among "how many are red?".
OTHERS = 0.15


def count_all(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """How many shapes are there?"""
    if facts.kind not in ("shapes", "blank"):
        return None
    count = len(facts.items)
    number = NUMBERS[count] if count else "no"
    return word_turn(
        "picture/count",
        count_asks.COUNT,
        rng,
        place,
        ("[there is|I see] {n} shape.",) if count == 1 else ("[there are|I see] {n} shapes.",),
        word=NUMBERS[count] if count else "none",
        references=number_references(count),
        shortest="number",
        them=say(rng.choice(ALL_SAID), rng),
        n=number,
    )


def count_some(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """How many circles, how many red things, how many red circles, how many large shapes?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    roll = rng.random()
    if roll < 0.5:
        shape = item.shape if rng.random() < 0.8 else rng.choice(SHAPES)
        those = [other for other in facts.items if other.shape == shape]
        said = shapes_said(shape, rng, [other.shape for other in facts.items])
        return _some("picture/count_shape", facts, those, said, shape, place, rng)
    if roll < 0.75:
        those = [other for other in facts.items if other.colour == item.colour]
        said = f"{colour_said(item.colour, rng)} {rng.choice(_ANY)}"
        return _some("picture/count_colour", facts, those, said, f"{item.colour} shape", place, rng)
    if roll < 0.88:
        one = item_said(item, size=False)
        those = [other for other in facts.items if item_said(other, size=False) == one]
        return _some("picture/count_shape", facts, those, _many(one), one, place, rng)
    those = [other for other in facts.items if other.size == item.size]
    said = f"{size_said(item.size, rng)} {rng.choice(_ANY)}"
    return _some("picture/count_size", facts, those, said, f"{item.size} shape", place, rng)


_ANY: Final = ("things", "shapes", "objects", "items", "ones")


def _many(name: str) -> str:
    head, _, noun = name.rpartition(" ")
    return f"{head} {plural(noun)}".strip()


def _counted(facts: PictureFacts, name: str) -> str:
    """The thoughts that count what is called `name`."""
    return f" {scans.count(facts.items, name)}"


def _some(
    kind: str,
    facts: PictureFacts,
    those: Sequence[Item],
    them: str,
    one: str,
    place: Place,
    rng: random.Random,
) -> Turn:
    count, many = len(those), _many(one)
    number = NUMBERS[count] if count else "no"
    there = f"there is {number} {one}" if count == 1 else f"there are {number} {many}"
    return word_turn(
        kind,
        count_asks.COUNT,
        rng,
        place,
        ("{there}.", "{there}.", "I [see|can see|count] {n}."),
        word=NUMBERS[count] if count else "none",
        references=number_references(count),
        shortest="number",
        thoughts=_counted(facts, one.removesuffix(" shape")),
        them=them,
        n=f"{number} {one if count == 1 else many}",
        there=there,
    )


def count_that(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """How many of the shapes are red? How many are not?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    if rng.random() < OTHERS:
        return _count_other(facts, item, place, rng)
    by_size = rng.random() < 0.3
    word = item.size if by_size else item.colour
    if not by_size and rng.random() < 0.2:
        word = rng.choice([c for c in ITEM_COLOURS if all(c != other.colour for other in facts.items)])
    those = [other for other in facts.items if word in (other.size, other.colour)]
    return _how_many(facts, count_asks.COUNT_THAT, those, word, place, rng)


def _count_other(facts: PictureFacts, item: Item, place: Place, rng: random.Random) -> Turn | None:
    by_size = rng.random() < 0.3
    word = item.size if by_size else item.colour
    those = [other for other in facts.items if word not in (other.size, other.colour)]
    if not those:
        return None
    return _how_many(facts, count_asks.COUNT_OTHER, those, word, place, rng, others=True)


def _how_many(
    facts: PictureFacts,
    asks: Asking,
    those: Sequence[Item],
    word: str,
    place: Place,
    rng: random.Random,
    others: bool = False,
) -> Turn:
    """Ask for the number of `those`, which a size or a colour, `word`, tells apart; with `others`, of the rest."""
    n = NUMBERS[len(those)] if those else "none"
    thoughts = f" {scans.count_others(facts.items, word)}" if others else _counted(facts, word)
    return word_turn(
        "picture/count_that",
        asks,
        rng,
        place,
        ("{n} {is} not {that}." if others else "{n} {is} {that}.",),
        word=n,
        references=number_references(len(those)),
        shortest="number",
        thoughts=thoughts,
        adj=size_said(word, rng) if word in SIZES else colour_said(word, rng),
        that=word,
        n=n,
        **{"is": "is" if len(those) <= 1 else "are"},
    )
