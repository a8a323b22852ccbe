"""What two groups or two single shapes are compared, and which is more, fewer, bigger.

Knows how to choose and to name two; refuses to know yes/no questions (`pictures.questions_more`).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from anymal.training.facts import COLUMNS, ROWS, Item, PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import say
from anymal.training.language.pictures import asks_compare as asks
from anymal.training.language.pictures.scans import measure, tally
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import named
from anymal.training.language.visual_words import (
    cell,
    colour_said,
    only_one,
    plural,
    shapes_said,
)

__all__ = [
    "Group",
    "Pair",
    "both_counted",
    "both_measured",
    "compare_counts",
    "compare_sizes",
    "two_groups",
    "two_items",
]

BY_COLOUR = 0.25
OF_ONE_SHAPE = 0.45
FEWER = 0.35


@dataclass(frozen=True)
class Group:
    """Items of one shape or one colour: as an answer, a thought (`one`) and a question name them."""

    name: str
    one: str
    said: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Pair:
    """Two items, how a question and how an answer's facts name each, and how its verdict does.

    `noun` is their shape where it is one, with `ones` ("the left one") for a question that names it.
    """

    items: tuple[Item, Item]
    said: tuple[str, str]
    seen: tuple[str, str]
    names: tuple[str, str]
    noun: str = ""
    ones: tuple[str, str] = ("", "")


def both_counted(facts: PictureFacts, a: Group, b: Group) -> str:
    """The thoughts that count two groups in one go."""
    return f" {tally(facts.items, (a.one, b.one))}"


def both_measured(facts: PictureFacts, pair: Pair, asked: str, order: tuple[int, int] = (0, 1)) -> str:
    """The thoughts that look up the sizes of two items, named in the `order` that the question has."""
    return f" {asked}? {measure(facts.items, pair.items, [pair.names[index] for index in order])}"


def two_groups(facts: PictureFacts, rng: random.Random) -> tuple[Group, Group] | None:
    """Two shapes or two colours of the picture and the items of each, None where there are not two."""
    if facts.kind != "shapes":
        return None
    by_colour = rng.random() < BY_COLOUR
    kinds = sorted({item.colour if by_colour else item.shape for item in facts.items})
    if len(kinds) < 2:
        return None
    a, b = rng.sample(kinds, 2)
    if {a, b} == {"circle", "ring"}:  # both are round: who asks for one may mean the other
        return None
    noun = rng.choice(("things", "shapes", "ones", "objects", "items"))

    def group(kind: str) -> Group:
        those = tuple(item for item in facts.items if kind in (item.shape, item.colour))
        if by_colour:
            return Group(f"{kind} shapes", kind, f"{colour_said(kind, rng)} {noun}", those)
        return Group(plural(kind), kind, shapes_said(kind, rng), those)

    return group(a), group(b)


def two_items(facts: PictureFacts, rng: random.Random) -> Pair | None:
    """Two items that can be named: of two shapes, or of one and told apart by colour or by place."""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    if rng.random() < OF_ONE_SHAPE and (pair := _of_one_shape(facts, rng)) is not None:
        return pair
    items = only_one(facts, lambda item: item.shape)
    if len(items) < 2:
        return _of_one_shape(facts, rng)
    first, second = rng.sample(items, 2)
    a, b = named(first, facts, rng), named(second, facts, rng)
    if a is None or b is None:
        return None
    return Pair((first, second), (f"the {a[0]}", f"the {b[0]}"), (a[1], b[1]), (a[1], b[1]))


def _of_one_shape(facts: PictureFacts, rng: random.Random) -> Pair | None:
    first, second = rng.sample(facts.items, 2)
    those = [item for item in facts.items if item.shape == first.shape]
    if second not in those:
        return None
    noun = first.shape
    if len(those) == 2 and rng.random() < 0.6:
        return _by_place(first, second, rng)
    only = [item for item in those if sum(other.colour == item.colour for other in those) == 1]
    if first not in only or second not in only:
        return None
    colours = (first.colour, second.colour)
    full = (f"{colours[0]} {noun}", f"{colours[1]} {noun}")
    ones = (f"the {colours[0]} one", f"the {colours[1]} one")
    return Pair((first, second), (f"the {full[0]}", f"the {full[1]}"), full, full, noun, ones)


def _by_place(first: Item, second: Item, rng: random.Random) -> Pair:
    lines: list[tuple[Callable[[Item], int], str, str]] = []
    if first.column != second.column:
        lines.append((lambda item: COLUMNS.index(item.column), "left", "right"))
    if first.row != second.row:
        lines.append((lambda item: ROWS.index(item.row), "upper", "lower"))
    at, low, high = rng.choice(lines)
    sides = (low, high) if at(first) < at(second) else (high, low)
    noun = first.shape
    shown = {
        "left": "[left {n}|left {n}|{n} on the left|left-hand {n}]",
        "right": "[right {n}|right {n}|{n} on the right|right-hand {n}]",
        "upper": "[upper {n}|top {n}|{n} at the top|higher {n}]",
        "lower": "[lower {n}|bottom {n}|{n} at the bottom|lower {n}]",
    }
    said = [f"the {say(shown[side], rng, n=noun)}" for side in sides]
    ones = [f"the {say(shown[side], rng, n='one')}" for side in sides]
    seen = (f"{cell(first)} {noun}", f"{cell(second)} {noun}")
    names = (f"{sides[0]} {noun}", f"{sides[1]} {noun}")
    return Pair((first, second), (said[0], said[1]), seen, names, noun, (ones[0], ones[1]))


def compare_counts(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are there more circles or squares? Fewer?"""
    two = two_groups(facts, rng)
    if two is None:
        return None
    a, b = two
    if len(a.items) == len(b.items) and rng.random() < 0.5:
        return None
    fewer = rng.random() < FEWER
    question = ask(asks.FEWER if fewer else asks.MORE, rng, place, a=a.said, b=b.said)
    winner = a if (len(a.items) > len(b.items)) != fewer else b
    verdict = f"{'fewer' if fewer else 'more'} {winner.name}"
    if len(a.items) == len(b.items):
        verdict = "equally many"
    thoughts = f" {'fewer' if fewer else 'more'}?{both_counted(facts, a, b)}"
    answer = f"There are {verdict}."
    return Turn(question, answer, "picture/compare_counts", (verdict,), thoughts=thoughts)


def compare_sizes(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which is bigger, the star or the circle? The left or the right star?"""
    pair = two_items(facts, rng)
    if pair is None:
        return None
    first, second = pair.items
    if first.size == second.size and rng.random() < 0.6:
        return None
    large = rng.random() < 0.55
    more = say("[bigger|larger|bigger|larger]" if large else "[smaller|smaller|smaller|tinier|littler]", rng)
    slots = {"more": more, "space": "more" if large else "less"}
    if pair.noun and rng.random() < 0.5:
        slots |= {"noun": pair.noun, "nouns": plural(pair.noun), "a": pair.ones[0], "b": pair.ones[1]}
        question = ask(asks.BIGGER_ONE, rng, place, **slots)
    else:
        question = ask(asks.BIGGER, rng, place, a=pair.said[0], b=pair.said[1], **slots)
    verdicts = ("bigger", "larger") if large else ("smaller",)
    thoughts = both_measured(facts, pair, verdicts[0])
    seen = f"The {pair.seen[0]} is {first.size} and the {pair.seen[1]} is {second.size}"
    kind = "picture/compare_sizes"
    if first.size == second.size:
        return Turn(question, f"{seen}, so they are the same size.", kind, ("same size",), thoughts=thoughts)
    winner = pair.names[0] if (first.size == "large") == large else pair.names[1]
    # What was asked for stands just before its answer: at "so the" it would be a question away.
    answer = f"{seen}, so the {verdicts[0]} one is the {winner}."
    right = tuple(said for v in verdicts for said in (f"{v} one is the {winner}", f"the {winner} is {v}"))
    return Turn(question, answer, kind, right, thoughts=thoughts)
