"""Questions that compare numbers and sizes of drawn shapes for a yes or a no, and what there is most of.

Knows comparing; refuses to know how either of two is asked for (`picture_questions_count`).
"""

import random
from collections import Counter

from anymal.training.facts import Item, PictureFacts
from anymal.training.language import picture_asks_more as asks
from anymal.training.language.asking import Place, ask
from anymal.training.language.picture_questions_count import counted, two_shapes
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, named, yes_no
from anymal.training.language.visual_words import only_one, plural, reading_order, shapes_said

__all__ = ["is_bigger", "is_more", "most"]

MOST_KINDS = 3
# Where both are alike the answer is always "no": few of those are asked about.
DROPPED = 0.9


def is_more(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are there more circles than squares?"""
    two = two_shapes(facts, rng)
    if two is None:
        return None
    (a, of_a), (b, of_b) = two
    truth = either(rng)
    if len(of_a) == len(of_b) and (truth or rng.random() < DROPPED):
        return None
    if len(of_a) != len(of_b) and truth != (len(of_a) > len(of_b)):
        (a, of_a), (b, of_b) = (b, of_b), (a, of_a)
    fact = f"{counted(plural(a), of_a)}; {counted(plural(b), of_b)}"
    said = {"a": shapes_said(a, rng), "b": shapes_said(b, rng)}
    return yes_no("picture/is_more", asks.IS_MORE, rng, place, truth, fact, **said)


def is_bigger(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the star bigger than the circle?"""
    items = only_one(facts, lambda item: item.shape)
    if facts.kind != "shapes" or len(items) < 2:
        return None
    first, second = rng.sample(items, 2)
    names = [named(item, facts, rng) for item in (first, second)]
    more, size = rng.choice((("bigger", "large"), ("larger", "large"), ("smaller", "small")))
    truth = either(rng)
    if first.size == second.size and (truth or rng.random() < DROPPED):
        return None
    if first.size != second.size and truth != (first.size == size):
        first, second, names = second, first, names[::-1]
    if names[0] is None or names[1] is None:
        return None
    fact = f"the {names[0][1]} is {first.size} and the {names[1][1]} is {second.size}"
    said = {"a": f"the {names[0][0]}", "b": f"the {names[1][0]}", "more": more}
    return yes_no("picture/is_bigger", asks.IS_BIGGER, rng, place, truth, fact, **said)


def most(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which shape, or which colour, is there most of?"""
    if facts.kind != "shapes":
        return None
    by_colour = rng.random() < 0.4
    groups: dict[str, list[Item]] = {}
    for item in reading_order(facts.items):
        groups.setdefault(item.colour if by_colour else item.shape, []).append(item)
    ranked = Counter({name: len(those) for name, those in groups.items()}).most_common()
    if not 2 <= len(ranked) <= MOST_KINDS or ranked[0][1] == ranked[1][1]:
        return None
    listed = "; ".join(
        counted(name if by_colour else plural(name), those) for name, those in groups.items()
    )
    kind = rng.choice(("colour", "color")) if by_colour else "shape"
    verdict = f"{'colour' if by_colour else 'shape'} is {'' if by_colour else 'the '}{ranked[0][0]}"
    question = ask(asks.MOST, rng, place, kind=kind)
    answer = f"{listed[0].upper()}{listed[1:]}, so the most common {verdict}."
    return Turn(question, answer, "picture/most", (verdict,))

