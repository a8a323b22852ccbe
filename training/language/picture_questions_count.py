"""Questions about numbers of drawn shapes, about two shapes compared and about relations of place.

Knows counting and comparing; refuses to know single items, yes/no existence and other pictures.
"""

import random
from typing import Final

from anymal.training.facts import ITEM_COLOURS, SHAPES, PictureFacts
from anymal.training.language import picture_asks_count as count_asks
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import join_words
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, named, sentence, word_turn, yes_no
from anymal.training.language.visual_words import (
    NUMBERS,
    colour_said,
    item_said,
    number_references,
    only_one,
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
    return _count("picture/count", len(facts.items), rng.choice(_ALL), "shape", "shapes", place, rng)


def count_some(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """How many circles, how many red things, how many red circles, how many large shapes?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    roll = rng.random()
    if roll < 0.5:
        shape = item.shape if rng.random() < 0.8 else rng.choice(SHAPES)
        count = sum(other.shape == shape for other in facts.items)
        said = shapes_said(shape, rng)
        if said == "round shapes" and any(other.shape == "ring" for other in facts.items):
            said = "circles"
        return _count("picture/count_shape", count, said, shape, plural(shape), place, rng)
    if roll < 0.75:
        count = sum(other.colour == item.colour for other in facts.items)
        said = (
            f"{colour_said(item.colour, rng)} {rng.choice(('things', 'shapes', 'objects', 'items', 'ones'))}"
        )
        one = f"{item.colour} shape"
        return _count("picture/count_colour", count, said, one, f"{one}s", place, rng)
    if roll < 0.88:
        count = sum((other.colour, other.shape) == (item.colour, item.shape) for other in facts.items)
        one = item_said(item, size=False)
        return _count("picture/count_shape", count, plural(one), one, _many(one), place, rng)
    count = sum(other.size == item.size for other in facts.items)
    said = f"{size_said(item.size, rng)} {rng.choice(('things', 'shapes', 'objects', 'ones'))}"
    one = f"{item.size} shape"
    return _count("picture/count_size", count, said, one, f"{one}s", place, rng)


def _many(name: str) -> str:
    head, _, noun = name.rpartition(" ")
    return f"{head} {plural(noun)}"


def _count(kind: str, count: int, them: str, one: str, many: str, place: Place, rng: random.Random) -> Turn:
    noun = one if count == 1 else many
    word = NUMBERS[count] if count else "no"
    patterns: tuple[str, ...] = (
        "[there is|I see|I can see|I count] {n} {noun}."
        if count == 1
        else "[there are|I see|I can see|I count] {n} {noun}.",
        "there is {n} {noun}." if count == 1 else "there are {n} {noun}.",
        "{n} {noun}.",
    )
    patterns += ("{word}.",) if count else ("none, there are no {noun}.",)
    return word_turn(
        kind,
        count_asks.COUNT,
        rng,
        place,
        patterns,
        word=NUMBERS[count] if count else "none",
        references=number_references(count),
        shortest="number",
        them=them if them != plural(one) else many,
        n=word,
        noun=noun,
    )


def count_that(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """How many of the shapes are red?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    by_size = rng.random() < 0.3
    word = item.size if by_size else item.colour
    count = sum(word in (other.size, other.colour) for other in facts.items)
    if not by_size and rng.random() < 0.2:
        unseen = [c for c in ITEM_COLOURS if all(c != other.colour for other in facts.items)]
        word, count = rng.choice(unseen), 0
    adjective = size_said(word, rng) if by_size else colour_said(word, rng)
    noun = f"{word} {'shape' if count == 1 else 'shapes'}"
    n = NUMBERS[count] if count else "none"
    patterns = ("{n} [of them |]{is} {adj}.", "{n}.", "[there {is}|I see] {some} {noun}.", "{n}.")
    return word_turn(
        "picture/count_that", count_asks.COUNT_THAT, rng, place, patterns, word=n,
        references=number_references(count), shortest="number",
        adj=adjective, noun=noun, n=n, some=n if count else "no", **{"is": "is" if count == 1 else "are"},
    )  # fmt: skip


def is_count(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are there three circles?"""
    if facts.kind != "shapes":
        return None
    item = rng.choice(facts.items)
    shape, them = item.shape, shapes_said(item.shape, rng)
    count = sum(other.shape == shape for other in facts.items)
    noun = (shape, plural(shape))
    if rng.random() < 0.4:
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
    fact = f"there {'is' if count == 1 else 'are'} {NUMBERS[count]} {noun[count != 1]}"
    n = rng.choice((NUMBERS[asked], NUMBERS[asked], str(asked)))
    return yes_no("picture/is_count", count_asks.IS_COUNT, rng, place, truth, fact, n=n, them=them)


def same_colour(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are all shapes the same colour?"""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    colours = tuple(dict.fromkeys(item.colour for item in facts.items))
    truth = len(colours) == 1
    # Few pictures have one colour: most of the others are left out, or "no" would nearly always be right.
    if not truth and rng.random() < 0.92:
        return None
    fact = f"they are {'all ' if truth and len(facts.items) > 2 else ''}{join_words(colours)}"
    return yes_no("picture/same_colour", count_asks.SAME_COLOUR, rng, place, truth, fact)


def different_colours(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which colours do the shapes have?"""
    if facts.kind != "shapes":
        return None
    colours = tuple(dict.fromkeys(item.colour for item in facts.items))
    words = join_words(colours)
    patterns: tuple[str, ...] = (
        "[they are|the shapes are] {words}.",
        "[I see|there is|the colours are] {words}.",
        "{words}.",
    )
    if len(colours) == 1:
        patterns = ("[it is|they are|all is] {words}.", "only {words}.", "{words}.")
        if len(facts.items) == 1:
            patterns = ("it is {words}.", "only {words}.", "{words}.")
    question = ask(count_asks.COLOURS_COUNT, rng, place)
    if "how many" in question.lower():
        patterns = ("{n}: {words}.",)
    answer = sentence(patterns, rng, words=words, n=NUMBERS[len(colours)])
    return Turn(question, answer, "picture/colours", (colours[0],))


def compare_counts(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are there more circles or squares?"""
    shapes = sorted({item.shape for item in facts.items})
    if facts.kind != "shapes" or len(shapes) < 2:
        return None
    a, b = rng.sample(shapes, 2)
    if {a, b} == {"circle", "ring"}:
        return None
    n_a, n_b = (sum(item.shape == shape for item in facts.items) for shape in (a, b))
    if n_a == n_b and rng.random() < 0.5:
        return None
    question = ask(count_asks.MORE, rng, place, a=shapes_said(a, rng), b=shapes_said(b, rng))
    if n_a == n_b:
        noun = f"{NUMBERS[n_a]} of each"
        answer = sentence(
            ("there are equally many, {noun}.", "equally many.", "[the same number|equally many]: {noun}."),
            rng,
            noun=noun,
        )
        return Turn(question, answer, "picture/compare_counts", ("equally many", "same number"))
    more, less = (a, b) if n_a > n_b else (b, a)
    answer = sentence(
        ("there are more {more}.", "more {more}.", "{^more}.", "there are more {more} than {less}."),
        rng,
        more=plural(more),
        less=plural(less),
    )
    return Turn(question, answer, "picture/compare_counts", (f"more {plural(more)}", plural(more)))


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
    if first.size == second.size:
        answer = sentence(
            ("they are the same size.", "both are the same size.", "neither, they are the same size."), rng
        )
        return Turn(question, answer, "picture/compare_sizes", ("same size",))
    winner, loser = (first, second) if (first.size == "large") == large else (second, first)
    answer = sentence(
        ("the {w} is {more}.", "the {w}.", "the {w} is {more} than the {l}."),
        rng,
        w=winner.shape,
        l=loser.shape,
        more=more,
    )
    return Turn(question, answer, "picture/compare_sizes", (f"the {winner.shape}",))
