"""Questions about numbers of drawn shapes: how many, how many are so, is it that many, one or several.

Knows counting; refuses to know single items, yes/no existence, comparing and other pictures.
"""

import random
from collections.abc import Callable, Sequence
from typing import Final

from anymal.training.facts import ITEM_COLOURS, SHAPES, SIZES, Item, PictureFacts
from anymal.training.language.asking import Asking, Place, ask
from anymal.training.language.phrasing import say
from anymal.training.language.pictures import asks_count as count_asks
from anymal.training.language.pictures import asks_limits as limit_asks
from anymal.training.language.pictures import scans
from anymal.training.language.pictures.questions_alike import different_colours, same_colour
from anymal.training.language.pictures.questions_pairs import (
    compare_counts,
    compare_sizes,
)
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, word_turn, yes_no
from anymal.training.language.visual_words import (
    NUMBERS,
    colour_said,
    item_said,
    number_references,
    plural,
    shape_said,
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
_ALL: Final = (
    "things",
    "objects",
    "shapes",
    "items",
    "figures",
    "shapes",
    "things",
    "separate things",
    "drawn things",
    "separate objects",
    "elements",
    "geometric shapes",
    "[thingies|doodads|thingamajigs|bits and pieces|bits]",
    "[symbols|forms|drawn shapes|single shapes|drawn figures]",
)


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
        them=say(rng.choice(_ALL), rng),
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


def is_count(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are there three circles? More than two? More than one?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    roll = rng.random()
    if roll < 0.16:
        return _is_within(facts, item, place, rng)
    if roll < 0.3:
        return _is_several(facts, item, place, rng)
    shape, them = item.shape, shapes_said(item.shape, rng)
    those = [other for other in facts.items if other.shape == shape]
    count, noun, whole = len(those), (shape, plural(shape)), rng.random() < 0.4
    if whole:
        count, them, noun = len(facts.items), say(rng.choice(_ALL), rng), ("shape", "shapes")
    truth = either(rng)
    near = [n for n in (count - 1, count + 1, count + 2) if n > 1]
    if truth and count < 2:
        return None
    if not truth and count < 2 and rng.random() < 0.9:
        return None
    asked = count if truth else rng.choice(near)
    fact = f"there {'is' if count == 1 else 'are'} {NUMBERS[count]} {noun[count != 1]}"
    slots = {"asked": NUMBERS[asked], "n": rng.choice((NUMBERS[asked], NUMBERS[asked], str(asked)))}
    slots["thoughts"] = "" if whole else f" {NUMBERS[asked]}?{_counted(facts, shape)}"
    return yes_no("picture/is_count", count_asks.IS_COUNT, rng, place, truth, fact, them=them, **slots)


# How a limit is put, and whether a count keeps to it.
_LIMITS: Final[tuple[tuple[str, str, Callable[[int, int], bool]], ...]] = (
    ("more than", "[more than|more than|over]", lambda count, limit: count > limit),
    ("fewer than", "[fewer than|less than|under]", lambda count, limit: count < limit),
    ("at least", "[at least|no fewer than|no less than]", lambda count, limit: count >= limit),
)


def _is_within(facts: PictureFacts, item: Item, place: Place, rng: random.Random) -> Turn | None:
    """Are there more than two shapes, at least three circles?"""
    whole = rng.random() < 0.6
    those = list(facts.items) if whole else [i for i in facts.items if i.shape == item.shape]
    count, truth = len(those), either(rng)
    name, said, holds = rng.choice(_LIMITS)
    limits = [[n for n in range(max(2, count - 2), count + 3) if holds(count, n) == t] for t in (False, True)]
    if not all(limits):  # or the count alone would give the answer away
        return None
    limit = rng.choice(limits[truth])
    them = say(rng.choice(_ALL), rng) if whole else shapes_said(item.shape, rng)
    one, many = ("shape", "shapes") if whole else (item.shape, plural(item.shape))
    fact = f"there {'is' if count == 1 else 'are'} {NUMBERS[count]} {one if count == 1 else many}"
    n = f"{say(said, rng)} {rng.choice((NUMBERS[limit], NUMBERS[limit], str(limit)))}"
    slots = {"asked": f"{name} {NUMBERS[limit]}", "n": n, "them": them}
    slots["thoughts"] = "" if whole else f" {slots['asked']}?{_counted(facts, item.shape)}"
    return yes_no("picture/is_count", limit_asks.LIMIT, rng, place, truth, fact, **slots)


def _is_several(facts: PictureFacts, item: Item, place: Place, rng: random.Random) -> Turn | None:
    """Is there more than one star? Only one? One or several?"""
    those = [other for other in facts.items if other.shape == item.shape]
    several, many = len(those) > 1, plural(item.shape)
    one = shape_said(item.shape, rng)
    slots = {"one": one, "them": f"{one}es" if one.endswith(("s", "x")) else f"{one}s"}
    roll = rng.random()
    if roll < 0.25:
        question = ask(limit_asks.ONE_OR_SEVERAL, rng, place, **slots)
        verdict = "several" if several else "just one"
        answer = f"There {'are several ' + many if several else 'is just one ' + item.shape}."
        references = (verdict,)
        return Turn(question, answer, "picture/is_count", references, thoughts=_counted(facts, item.shape))
    single, truth = roll < 0.6, either(rng)
    if truth != (several != single):
        return None
    group, asked = (limit_asks.IS_SINGLE, "only one") if single else (limit_asks.IS_SEVERAL, "more than one")
    there = f"{NUMBERS[len(those)]} {many if several else item.shape}"
    fact = f"there {'are' if several else 'is'} {there}"
    slots["thoughts"] = f" {asked}?{_counted(facts, item.shape)}"
    return yes_no("picture/is_count", group, rng, place, truth, fact, asked=asked, **slots)
