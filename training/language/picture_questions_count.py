"""Questions about numbers of drawn shapes, about two shapes compared and about relations of place.

Knows counting and comparing; refuses to know single items, yes/no existence and other pictures.
"""

import random
from collections.abc import Sequence
from typing import Final

from anymal.training.facts import ITEM_COLOURS, SHAPES, Item, PictureFacts
from anymal.training.language import picture_asks_count as count_asks
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import join_words
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, named, sentence, word_turn, yes_no
from anymal.training.language.visual_words import (
    NUMBERS,
    cell,
    colour_said,
    item_said,
    number_references,
    only_one,
    plural,
    reading_order,
    shapes_said,
    size_said,
)

__all__ = [
    "compare_counts",
    "compare_sizes",
    "count_all",
    "count_some",
    "count_that",
    "counted",
    "different_colours",
    "is_count",
    "places_of",
    "same_colour",
    "two_shapes",
]

_ALL: Final = (
    "things",
    "objects",
    "shapes",
    "items",
    "figures",
    "shapes",
    "things",
    "different things",
    "drawn things",
    "separate objects",
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
        them=rng.choice(_ALL),
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
        said = shapes_said(shape, rng)
        if said == "round shapes" and any(other.shape == "ring" for other in facts.items):
            said = "circles"
        return _some("picture/count_shape", those, said, shape, place, rng)
    if roll < 0.75:
        those = [other for other in facts.items if other.colour == item.colour]
        said = f"{colour_said(item.colour, rng)} {rng.choice(_ANY)}"
        return _some("picture/count_colour", those, said, f"{item.colour} shape", place, rng)
    if roll < 0.88:
        one = item_said(item, size=False)
        those = [other for other in facts.items if item_said(other, size=False) == one]
        return _some("picture/count_shape", those, _many(one), one, place, rng)
    those = [other for other in facts.items if other.size == item.size]
    said = f"{size_said(item.size, rng)} {rng.choice(_ANY)}"
    return _some("picture/count_size", those, said, f"{item.size} shape", place, rng)


_ANY: Final = ("things", "shapes", "objects", "items", "ones")


def _many(name: str) -> str:
    head, _, noun = name.rpartition(" ")
    return f"{head} {plural(noun)}".strip()


def places_of(those: Sequence[Item]) -> str:
    """Where these items are, in reading order: what is counted is pointed at first."""
    return join_words([cell(item) for item in reading_order(those)]) or "nowhere"


def _some(
    kind: str, those: Sequence[Item], them: str, one: str, place: Place, rng: random.Random
) -> Turn:
    count, many = len(those), _many(one)
    number = NUMBERS[count] if count else "no"
    there = f"there is {number} {one}" if count == 1 else f"there are {number} {many}"
    return word_turn(
        kind,
        count_asks.COUNT,
        rng,
        place,
        ("{^many}: {places}, so {there}.",),
        word=NUMBERS[count] if count else "none",
        references=number_references(count),
        shortest="number",
        them=them,
        many=many,
        places=places_of(those),
        there=there,
    )


def count_that(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """How many of the shapes are red?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    by_size = rng.random() < 0.3
    word = item.size if by_size else item.colour
    if not by_size and rng.random() < 0.2:
        word = rng.choice([c for c in ITEM_COLOURS if all(c != other.colour for other in facts.items)])
    those = [other for other in facts.items if word in (other.size, other.colour)]
    n = NUMBERS[len(those)] if those else "none"
    return word_turn(
        "picture/count_that",
        count_asks.COUNT_THAT,
        rng,
        place,
        ("{^that}: {places}, so {n} {is} {that}.",),
        word=n,
        references=number_references(len(those)),
        shortest="number",
        adj=size_said(word, rng) if by_size else colour_said(word, rng),
        that=word,
        n=n,
        places=places_of(those),
        **{"is": "is" if len(those) <= 1 else "are"},
    )


def is_count(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are there three circles?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    shape, them = item.shape, shapes_said(item.shape, rng)
    those = [other for other in facts.items if other.shape == shape]
    count, noun, whole = len(those), (shape, plural(shape)), rng.random() < 0.4
    if whole:
        count, them, noun = len(facts.items), rng.choice(_ALL), ("shape", "shapes")
    if them == "round shapes":
        them = "circles"
    truth = either(rng)
    near = [n for n in (count - 1, count + 1, count + 2) if n > 1]
    if truth and count < 2:
        return None
    if not truth and count < 2 and rng.random() < 0.8:
        return None
    asked = count if truth else rng.choice(near)
    there = f"there {'is' if count == 1 else 'are'} {NUMBERS[count]}"
    fact = f"{there} {noun[count != 1]}" if whole else f"{plural(shape)}: {places_of(those)}, {there}"
    n = rng.choice((NUMBERS[asked], NUMBERS[asked], str(asked)))
    return yes_no("picture/is_count", count_asks.IS_COUNT, rng, place, truth, fact, asked=NUMBERS[asked], n=n, them=them)


def same_colour(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are all shapes the same colour?"""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    colours = tuple(dict.fromkeys(item.colour for item in reading_order(facts.items)))
    truth = len(colours) == 1
    # Few pictures have one colour: most of the others are left out, or "no" would nearly always be right.
    if not truth and rng.random() < 0.92:
        return None
    fact = f"there {'is one colour' if truth else f'are {NUMBERS[len(colours)]} colours'}: {join_words(colours)}"
    return yes_no("picture/same_colour", count_asks.SAME_COLOUR, rng, place, truth, fact)


def different_colours(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which colours do the shapes have?"""
    if facts.kind != "shapes":
        return None
    colours = tuple(dict.fromkeys(item.colour for item in reading_order(facts.items)))
    words = join_words(colours)
    question = ask(count_asks.COLOURS_COUNT, rng, place)
    patterns = ("{n}: {words}.",) if "how many" in question.lower() else ("[I see|the colours are] {words}.",)
    answer = sentence(patterns, rng, words=words, n=NUMBERS[len(colours)])
    return Turn(question, answer, "picture/colours", (colours[0],))


def two_shapes(
    facts: PictureFacts, rng: random.Random
) -> tuple[tuple[str, list[Item]], tuple[str, list[Item]]] | None:
    """Two shapes of the picture and the items of each, None where there are not two to compare."""
    shapes = sorted({item.shape for item in facts.items})
    if facts.kind != "shapes" or len(shapes) < 2:
        return None
    a, b = rng.sample(shapes, 2)
    if {a, b} == {"circle", "ring"}:  # both are round: who asks for one may mean the other
        return None
    of_a, of_b = ([item for item in facts.items if item.shape == shape] for shape in (a, b))
    return (a, of_a), (b, of_b)


def counted(them: str, those: Sequence[Item]) -> str:
    """Where these items are, and then how many."""
    return f"{them}: {places_of(those)}, {NUMBERS[len(those)]}"


def compare_counts(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are there more circles or squares?"""
    two = two_shapes(facts, rng)
    if two is None:
        return None
    (a, of_a), (b, of_b) = two
    if len(of_a) == len(of_b) and rng.random() < 0.5:
        return None
    question = ask(count_asks.MORE, rng, place, a=shapes_said(a, rng), b=shapes_said(b, rng))
    both = f"{counted(plural(a).capitalize(), of_a)}; {counted(plural(b), of_b)}"
    verdict = "equally many" if len(of_a) == len(of_b) else f"more {plural(a if len(of_a) > len(of_b) else b)}"
    return Turn(question, f"{both}, so there are {verdict}.", "picture/compare_counts", (verdict,))


def compare_sizes(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which is bigger, the star or the circle?"""
    items = only_one(facts, lambda item: item.shape)
    if facts.kind != "shapes" or len(items) < 2:
        return None
    first, second = rng.sample(items, 2)
    if first.size == second.size and rng.random() < 0.6:
        return None
    large = rng.random() < 0.6
    more = rng.choice(("bigger", "larger")) if large else "smaller"
    names = [named(item, facts, rng) for item in (first, second)]
    if names[0] is None or names[1] is None:
        return None
    question = ask(count_asks.BIGGER, rng, place, a=f"the {names[0][0]}", b=f"the {names[1][0]}", more=more)
    seen = f"The {names[0][1]} is {first.size} and the {names[1][1]} is {second.size}"
    if first.size == second.size:
        return Turn(question, f"{seen}, so they are the same size.", "picture/compare_sizes", ("same size",))
    winner = names[0][1] if (first.size == "large") == large else names[1][1]
    verdicts = ("bigger", "larger") if large else ("smaller",)
    # What was asked for stands just before its answer: at "so the" it would be a question away.
    answer = f"{seen}, so the {verdicts[0]} one is the {winner}."
    right = tuple(said for v in verdicts for said in (f"{v} one is the {winner}", f"the {winner} is {v}"))
    return Turn(question, answer, "picture/compare_sizes", right)
