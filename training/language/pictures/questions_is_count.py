"""Whether there are that many: three circles, more than two red things, only one small star.

Knows numbers for a yes or a no; refuses to know questions for a number (`pictures.questions_count`).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from anymal.training.facts import Item, PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import say
from anymal.training.language.pictures import asks_count as count_asks
from anymal.training.language.pictures import asks_limits as limit_asks
from anymal.training.language.pictures import scans
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, yes_no
from anymal.training.language.visual_words import (
    NUMBERS,
    colour_said,
    item_said,
    plural,
    shape_said,
    shapes_said,
    size_said,
)

__all__ = ["ALL_SAID", "is_count"]

ALL_SAID: Final = (
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


@dataclass(frozen=True)
class _Sort:
    """Items that have one name: `word` in thoughts, `one` and `many` in answers, `said` in questions."""

    word: str
    one: str
    many: str
    said: tuple[str, str]
    items: tuple[Item, ...]


def _sort_of(facts: PictureFacts, rng: random.Random) -> _Sort:
    """Those of one shape, one colour, one size, or of one colour and shape."""
    item, roll = rng.choice(facts.items), rng.random()
    if roll < 0.65:
        word, one, many = item.shape, item.shape, plural(item.shape)
        said = (shape_said(word, rng), shapes_said(word, rng))
    elif roll < 0.75:
        word = item_said(item, size=False)
        one, many = word, f"{item.colour} {plural(item.shape)}"
        colour = colour_said(item.colour, rng)
        said = (f"{colour} {shape_said(item.shape, rng)}", f"{colour} {shapes_said(item.shape, rng)}")
    else:
        word = item.colour if roll < 0.88 else item.size
        called = colour_said(word, rng) if roll < 0.88 else size_said(word, rng)
        noun = rng.choice(("thing", "shape", "object", "item", "one"))
        one, many, said = f"{word} shape", f"{word} shapes", (f"{called} {noun}", f"{called} {noun}s")
    named = scans.trait_of(word)
    return _Sort(word, one, many, said, tuple(other for other in facts.items if named(other) == word))


def is_count(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are there three circles? More than two? More than one?"""
    if facts.kind != "shapes":
        return None
    roll = rng.random()
    if roll < 0.2:
        return _is_within(facts, place, rng)
    if roll < 0.38:
        return _is_several(facts, place, rng)
    sort, whole, truth = _sort_of(facts, rng), rng.random() < 0.4, either(rng)
    count = len(facts.items if whole else sort.items)
    near = [n for n in (count - 1, count + 1, count + 2) if n > 1]
    if truth and count < 2:
        return None
    if not truth and count < 2 and rng.random() < 0.9:
        return None
    asked = count if truth else rng.choice(near)
    slots = {"asked": NUMBERS[asked], "n": rng.choice((NUMBERS[asked], NUMBERS[asked], str(asked)))}
    slots |= _of_sort(facts, None if whole else sort, f" {NUMBERS[asked]}?", rng)
    fact = _counted(count, None if whole else sort)
    return yes_no("picture/is_count", count_asks.IS_COUNT, rng, place, truth, fact, **slots)


def _of_sort(facts: PictureFacts, sort: _Sort | None, asked: str, rng: random.Random) -> dict[str, str]:
    """How those are named in the question, and what is thought about them; nothing is about all."""
    if sort is None:
        return {"them": say(rng.choice(ALL_SAID), rng), "thoughts": ""}
    return {"them": sort.said[1], "thoughts": f"{asked} {scans.count(facts.items, sort.word)}"}


def _counted(count: int, sort: _Sort | None) -> str:
    one, many = ("shape", "shapes") if sort is None else (sort.one, sort.many)
    return f"there {'is' if count == 1 else 'are'} {NUMBERS[count]} {one if count == 1 else many}"


# How a limit is put, and whether a count keeps to it.
_LIMITS: Final[tuple[tuple[str, str, Callable[[int, int], bool]], ...]] = (
    ("more than", "[more than|more than|over]", lambda count, limit: count > limit),
    ("fewer than", "[fewer than|less than|under]", lambda count, limit: count < limit),
    ("at least", "[at least|no fewer than|no less than]", lambda count, limit: count >= limit),
)


def _is_within(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are there more than two shapes, at least three circles?"""
    sort = None if rng.random() < 0.6 else _sort_of(facts, rng)
    count, truth = len(facts.items if sort is None else sort.items), either(rng)
    name, said, holds = rng.choice(_LIMITS)
    limits = [[n for n in range(max(2, count - 2), count + 3) if holds(count, n) == t] for t in (False, True)]
    if not all(limits):  # or the count alone would give the answer away
        return None
    limit = rng.choice(limits[truth])
    asked = f"{name} {NUMBERS[limit]}"
    n = f"{say(said, rng)} {rng.choice((NUMBERS[limit], NUMBERS[limit], str(limit)))}"
    slots = {"asked": asked, "n": n, **_of_sort(facts, sort, f" {asked}?", rng)}
    return yes_no("picture/is_count", limit_asks.LIMIT, rng, place, truth, _counted(count, sort), **slots)


def _is_several(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is there more than one star? Only one small shape? One or several?"""
    sort = _sort_of(facts, rng)
    several, one = len(sort.items) > 1, sort.said[0]
    slots = {"one": one, "them": f"{one}es" if one.endswith(("s", "x")) else f"{one}s"}
    thoughts = f" {scans.count(facts.items, sort.word)}"
    roll = rng.random()
    if roll < 0.25:
        question = ask(limit_asks.ONE_OR_SEVERAL, rng, place, **slots)
        verdict = "several" if several else "just one"
        answer = f"There {'are several ' + sort.many if several else 'is just one ' + sort.one}."
        return Turn(question, answer, "picture/is_count", (verdict,), thoughts=thoughts)
    single, truth = roll < 0.6, either(rng)
    if truth != (several != single):
        return None
    group, asked = (limit_asks.IS_SINGLE, "only one") if single else (limit_asks.IS_SEVERAL, "more than one")
    slots |= {"asked": asked, "thoughts": f" {asked}?{thoughts}"}
    fact = _counted(len(sort.items), sort)
    return yes_no("picture/is_count", group, rng, place, truth, fact, **slots)
