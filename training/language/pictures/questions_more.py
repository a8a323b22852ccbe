"""Questions that compare numbers and sizes of drawn shapes for a yes or a no, and what there is most of.

Knows comparing; refuses to know how either of two is asked for (`pictures.questions_count`).
"""

import random
from collections import Counter

from anymal.training.facts import Item, PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import say
from anymal.training.language.pictures import asks_more as asks
from anymal.training.language.pictures.questions_pairs import counted, two_groups, two_items
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, yes_no
from anymal.training.language.visual_words import plural, reading_order

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
        fact = f"{counted(a.name, a.items)}; {counted(b.name, b.items)}"
        said = {"a": a.said, "b": b.said}
        return yes_no("picture/is_more", asks.AS_MANY, rng, place, truth, fact, asked="as many", **said)
    if equal and (truth or rng.random() < DROPPED):
        return None
    fewer = rng.random() < FEWER
    if not equal and truth != ((len(a.items) < len(b.items)) == fewer):
        a, b = b, a
    fact = f"{counted(a.name, a.items)}; {counted(b.name, b.items)}"
    group, asked = (asks.IS_FEWER, "fewer") if fewer else (asks.IS_MORE, "more")
    asked = f"{asked} {a.name}"
    return yes_no("picture/is_more", group, rng, place, truth, fact, asked=asked, a=a.said, b=b.said)


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
        return yes_no(
            "picture/is_bigger", asks.SAME_SIZE, rng, place, truth, fact, asked="the same size", **slots
        )
    more = say("[bigger|larger]" if large else "[smaller|smaller|smaller|tinier|littler]", rng)
    slots |= {"more": more, "space": "more" if large else "less"}
    asked = "bigger" if large else "smaller"
    return yes_no("picture/is_bigger", asks.IS_BIGGER, rng, place, truth, fact, asked=asked, **slots)


def most(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which shape, or which colour, is there most of, or least?"""
    if facts.kind != "shapes":
        return None
    by_colour = rng.random() < 0.4
    groups: dict[str, list[Item]] = {}
    for item in reading_order(facts.items):
        groups.setdefault(item.colour if by_colour else item.shape, []).append(item)
    ranked = Counter({name: len(those) for name, those in groups.items()}).most_common()
    least = rng.random() < RAREST
    if not 2 <= len(ranked) <= MOST_KINDS:
        return None
    ranked = ranked[::-1] if least else ranked
    if ranked[0][1] == ranked[1][1]:
        return None
    listed = "; ".join(counted(name if by_colour else plural(name), those) for name, those in groups.items())
    kind = rng.choice(("colour", "color")) if by_colour else "shape"
    verdict = f"{'colour' if by_colour else 'shape'} is {'' if by_colour else 'the '}{ranked[0][0]}"
    question = ask(asks.LEAST if least else asks.MOST, rng, place, kind=kind)
    answer = f"{listed[0].upper()}{listed[1:]}, so the {'least' if least else 'most'} common {verdict}."
    return Turn(question, answer, "picture/most", (verdict,))
