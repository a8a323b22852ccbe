"""Questions about two pictures at once: which one shows it, what is in the second, are they the same.

Knows pairs of drawn pictures; refuses to know more than two.
"""

import random
from dataclasses import replace
from typing import Final

from anymal.training.facts import PictureFacts, Senses
from anymal.training.language.asking import TWO, ask, asking, numbered
from anymal.training.language.phrasing import say, with_article
from anymal.training.language.pictures import questions_count as count
from anymal.training.language.pictures import questions_digit as digit
from anymal.training.language.pictures import questions_general as general
from anymal.training.language.pictures import questions_items as items
from anymal.training.language.pictures import questions_pointed as pointed
from anymal.training.language.pictures import questions_scene as scene
from anymal.training.language.pictures import questions_yesno as yesno
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import PictureMaker, drawn_only, sentence, yes_no
from anymal.training.language.visual_words import NUMBERS

__all__ = ["two_images"]

# Single-picture questions that are asked of one picture of the pair ("in the second picture").
_OF_ONE: Final[tuple[PictureMaker, ...]] = (
    general.describe,
    general.describe,
    general.background,
    items.colour_of,
    items.what_is_at,
    items.position_of,
    items.shape_of,
    count.count_all,
    count.count_some,
    yesno.is_there,
    yesno.is_there,
    pointed.is_colour,
    pointed.is_shape,
    digit.which_digit,
    digit.digit_colour,
    scene.day_or_night,
    scene.weather,
    drawn_only(general.bright),
)
_KIND: Final = "picture/two_images"
_IMAGE: Final = "[[which|what] picture|[which|what] image|which one|which of the two|which of them]"
_WHICH: Final = asking(
    direct="""
    {image} [has|shows|contains|holds|includes|is the one with] {a}?
    {image} [has|shows|contains|is the one with] {a}?
    in {image} [is|do you see|can you see|is there] {a}?
    in {image} do you [see|find|spot] {a}?
    [where|in which one] [is|do you see] {a}, in the first or the second [picture|image|]?
    is {a} in the [first or the second|second or the first] [picture|image|one]?
    is {a} in [image one or image two|picture 1 or 2|image 1 or 2]?
    {a}[,|:] in which [picture|image] is it?
    do you see {a} in the first or in the second [picture|image]?
    [find|point out] the [picture|image] with {a}.
    which one of the [pictures|images] [has|shows] {a}?
    does the first or the second [picture|image] [show|have] {a}?
    """,
    clauses="""
    {image} [has|shows|contains] {a}
    in {image} [there is|you see] {a}
    [if|whether] {a} is in the first or the second [picture|image]
    """,
    terse="""
    which [picture|image|one] has {a}?
    {a}: first or second?
    the one with {a}?
    """,
)
_SAME: Final = asking(
    direct="""
    are {pic} the same?
    are {pic} [identical|equal|alike]?
    do {pic} show the same [thing|things|]?
    is the first [picture|image] the same as the second [one|]?
    is [picture|image] [1|one] the same as [picture|image] [2|two]?
    """,
    clauses="""
    [if|whether] {pic} are [the same|identical]
    """,
    terse="""
    the same?
    same or not?
    identical?
    """,
)
_DIFFERENT: Final = asking(
    direct="""
    are {pic} different?
    is there [a|any] difference between {pic}?
    do {pic} differ?
    is the first [picture|image] different from the second [one|]?
    """,
    clauses="""
    [if|whether] {pic} are different
    [if|whether] there is a difference between {pic}
    """,
    terse="""
    different?
    any difference?
    """,
)


def two_images(senses: Senses, rng: random.Random) -> Turn | None:
    """One question about two pictures."""
    if len(senses.images) != 2 or senses.video is not None:
        return None
    first, second = senses.images
    roll = rng.random()
    if roll < 0.5:
        index = rng.randrange(2)
        turn = rng.choice(_OF_ONE)(senses.images[index], numbered(index), rng)
        return None if turn is None else _of_the_pair(turn, index)
    if roll < 0.85:
        return _which(first, second, rng)
    return _same(first, second, rng)


def _of_the_pair(turn: Turn, index: int) -> Turn | None:
    # A terse form may have left the picture out; without it the question has two answers.
    low = turn.question.lower()
    names = (("first", "1", "one"), ("second", "2", "two"))[index]
    if not any(name in low for name in names):
        return None
    if not any(noun in low for noun in ("picture", "image", "photo", "pic", "drawing", names[0])):
        return None
    return replace(turn, kind=_KIND)


def _which(first: PictureFacts, second: PictureFacts, rng: random.Random) -> Turn | None:
    differing = sorted(_marks(first) ^ _marks(second))
    if not differing:
        return None
    mark = rng.choice(differing)
    index = 0 if mark in _marks(first) else 1
    word = ("first", "second")[index]
    question = ask(_WHICH, rng, TWO, a=mark, image=say(_IMAGE, rng))
    answer = sentence(("{^a} is in the {word} [picture|image].",), rng, word=word, a=mark)
    return Turn(question, answer, _KIND, (word,))


def _marks(facts: PictureFacts) -> set[str]:
    """What can tell one picture from another, as noun phrases."""
    if facts.kind == "shapes":
        pairs = {with_article(f"{item.colour} {item.shape}") for item in facts.items}
        return {with_article(item.shape) for item in facts.items} | pairs | _ground(facts)
    if facts.kind == "digit" and facts.digit is not None:
        return {
            f"the number {NUMBERS[facts.digit]}",
            "a digit",
            with_article(facts.digit_colour) + " digit",
        } | _ground(facts)
    if facts.kind == "scene":
        weather = {"clear": set(), "rain": {"rain"}, "snow": {"snow"}}[facts.weather]
        sky = "the sun" if facts.time == "day" else "the moon"
        return {with_article(thing) for thing in facts.things} | weather | {sky}
    return _ground(facts) if facts.kind == "blank" else set()


def _ground(facts: PictureFacts) -> set[str]:
    return {f"a {facts.background} background"}


def _same(first: PictureFacts, second: PictureFacts, rng: random.Random) -> Turn | None:
    if first != second and rng.random() < 0.6:
        return None
    same, group = first == second, rng.choice((_SAME, _DIFFERENT))
    asked, seen = ("the same" if group is _SAME else "different"), ("the same" if same else "different")
    return yes_no(_KIND, group, rng, TWO, asked == seen, f"they are {seen}", asked)
