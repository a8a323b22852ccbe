"""Questions that compare numbers and sizes of drawn shapes for a yes or a no, and what there is most of.

Knows comparing; refuses to know how either of two is asked for (`pictures.questions_count`).
"""

import random
from collections import Counter

from anymal.training.facts import PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import say
from anymal.training.language.pictures import asks_more as asks
from anymal.training.language.pictures.questions_pairs import (
    Group,
    both_counted,
    both_measured,
    two_groups,
    two_items,
)
from anymal.training.language.pictures.scans import tally
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, yes_no
from anymal.training.language.visual_words import reading_order

__all__ = ["is_bigger", "is_more", "most"]

MOST_KINDS = 3
# Where both are alike the answer is always "no": few of those are asked about.
DROPPED = 0.95
AS_MANY = 0.2
SAME_SIZE = 0.2
FEWER = 0.4
RAREST = 0.25


def is_more(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are there more circles than squares? Fewer? As many?"""
    two = two_groups(facts, rng)
    if two is None:
        return None
    a, b = two
    equal, truth = len(a.items) == len(b.items), either(rng)
    if rng.random() < AS_MANY:
        if equal != truth:
            return None
        slots = {"a": a.said, "b": b.said, "thoughts": f" as many?{both_counted(facts, a, b)}"}
        fact = "there are equally many" if equal else f"there are more {_larger(a, b)}"
        return yes_no("picture/is_more", asks.AS_MANY, rng, place, truth, fact, asked="as many", **slots)
    if equal and (truth or rng.random() < DROPPED):
        return None
    fewer = rng.random() < FEWER
    if not equal and truth != ((len(a.items) < len(b.items)) == fewer):
        a, b = b, a
    group, asked = (asks.IS_FEWER, "fewer") if fewer else (asks.IS_MORE, "more")
    thoughts = f" {asked} {a.name}?{both_counted(facts, a, b)}"
    fact = "there are equally many" if equal else f"there are more {_larger(a, b)}"
    slots = {"a": a.said, "b": b.said, "thoughts": thoughts}
    return yes_no("picture/is_more", group, rng, place, truth, fact, asked=asked, **slots)


def _larger(a: Group, b: Group) -> str:
    return a.name if len(a.items) > len(b.items) else b.name


def is_bigger(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the star bigger than the circle? Are they the same size?"""
    pair = two_items(facts, rng)
    if pair is None:
        return None
    equal, truth = pair.items[0].size == pair.items[1].size, either(rng)
    order, same = (0, 1), rng.random() < SAME_SIZE
    # Equal sizes are seen more often than different ones.
    if same and (equal != truth or (equal and rng.random() < 0.5)):
        return None
    if not same and equal and (truth or rng.random() < DROPPED):
        return None
    large = rng.random() < 0.6
    if not same and not equal and truth != ((pair.items[0].size == "large") == large):
        order = (1, 0)
    first, second = (pair.items[i].size for i in order)
    fact = f"the {pair.seen[order[0]]} is {first} and the {pair.seen[order[1]]} is {second}"
    slots = {"a": pair.said[order[0]], "b": pair.said[order[1]]}
    if same:
        slots["thoughts"] = both_measured(facts, pair, "same size", order)
        return yes_no("picture/is_bigger", asks.SAME_SIZE, rng, place, truth, fact, **slots)
    more = say("[bigger|larger]" if large else "[smaller|smaller|smaller|tinier|littler]", rng)
    slots |= {"more": more, "space": "more" if large else "less"}
    slots["thoughts"] = both_measured(facts, pair, "bigger" if large else "smaller", order)
    return yes_no("picture/is_bigger", asks.IS_BIGGER, rng, place, truth, fact, **slots)


def most(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which shape, or which colour, is there most of, or least?"""
    if facts.kind != "shapes":
        return None
    by_colour = rng.random() < 0.4
    ordered = reading_order(facts.items)
    ranked = Counter(item.colour if by_colour else item.shape for item in ordered).most_common()
    least = rng.random() < RAREST
    if not 2 <= len(ranked) <= MOST_KINDS:
        return None
    ranked = ranked[::-1] if least else ranked
    if ranked[0][1] == ranked[1][1]:
        return None
    kind = rng.choice(("colour", "color")) if by_colour else "shape"
    verdict = f"{'colour' if by_colour else 'shape'} is {'' if by_colour else 'the '}{ranked[0][0]}"
    question = ask(asks.LEAST if least else asks.MOST, rng, place, kind=kind)
    common = "least common" if least else "most common"
    names = tuple(dict.fromkeys(item.colour if by_colour else item.shape for item in ordered))
    thoughts = f" {common} {'colour' if by_colour else 'shape'}: {tally(facts.items, names)}"
    return Turn(question, f"The {common} {verdict}.", "picture/most", (verdict,), thoughts=thoughts)
