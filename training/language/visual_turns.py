"""Putting a question about a picture and its answer together.

Knows which senses a question about one picture applies to and how short and full answers look;
refuses to know the kinds of questions.
"""

import random
from collections.abc import Callable, Sequence
from typing import Final

from anymal.training.facts import Item, PictureFacts, Senses
from anymal.training.language.asking import ONE, ONE_NAMED, Asking, Place, ask, wants_one_word
from anymal.training.language.phrasing import pick
from anymal.training.language.turn import Turn, TurnMaker
from anymal.training.language.visual_words import item_said, plural, shape_said

__all__ = [
    "PictureMaker",
    "about_one_picture",
    "drawn_only",
    "either",
    "item_answered",
    "item_references",
    "named",
    "sentence",
    "word_turn",
    "yes_no",
]

# Share of yes/no questions that end in "yes or no?" and are answered in full all the same.
YES_OR_NO = 0.1

# Makes a turn about one picture; the place says how the question names it.
PictureMaker = Callable[[PictureFacts, Place, random.Random], Turn | None]


# "What is this?" is about everything given, "Which number is it?" about a spoken one as well.
_UNCLEAR: Final = frozenset(("picture/describe", "picture/empty", "photo/describe", "photo/objects"))
_OF_NUMBERS: Final = frozenset(
    ("picture/digit", "picture/is_digit", "picture/digit_arithmetic", "picture/digit_side")
)


def about_one_picture(name: str, maker: PictureMaker) -> TurnMaker:
    """Ask only when one picture, and no video, is given; name it where another sense could be meant."""

    def make(senses: Senses, rng: random.Random) -> Turn | None:
        if len(senses.images) != 1 or senses.video is not None:
            return None
        sound, motion = senses.sound, senses.motion
        unclear = name in _UNCLEAR and (sound is not None or motion is not None)
        unclear |= name in _OF_NUMBERS and sound is not None and sound.digit is not None
        return maker(senses.images[0], ONE_NAMED if unclear else ONE, rng)

    return make


def drawn_only(maker: PictureMaker) -> PictureMaker:
    """Leave photographs to `pictures.photo_questions`."""

    def make(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
        return None if facts.kind == "photo" else maker(facts, place, rng)

    return make


def sentence(patterns: Sequence[str], rng: random.Random, **slots: str) -> str:
    """Draw one answer and raise its first letter."""
    text = pick(patterns, rng, **slots).replace(" .", ".").replace(" ,", ",")
    return text[0].upper() + text[1:]


def word_turn(
    kind: str,
    group: Asking,
    rng: random.Random,
    place: Place,
    patterns: Sequence[str],
    *,
    word: str,
    references: tuple[str, ...],
    shortest: str,
    thoughts: str = "",
    looks: str = "",
    **slots: str,
) -> Turn:
    """Ask for one word; sometimes only that word is wanted. `{word}` in `patterns` is the word.

    `thoughts` come before any answer, `looks` before one of a single word: what else would be said with it.
    """
    if wants_one_word(rng):
        question = ask(group, rng, place, shortest, **slots)
        said = f"{word[0].upper()}{word[1:]}."
        return Turn(question, said, kind, references, thoughts=thoughts or looks)
    question = ask(group, rng, place, **slots)
    said = sentence(patterns, rng, word=word, **slots)
    return Turn(question, said, kind, references, thoughts=thoughts)


def yes_no(
    kind: str,
    group: Asking,
    rng: random.Random,
    place: Place,
    truth: bool,
    fact: str,
    asked: str = "",
    thoughts: str = "",
    **slots: str,
) -> Turn:
    """Ask for yes or no; `fact` is what holds, as a clause without a full stop.

    The answer says what was asked for, what it looked at, then what follows ("Blue? The star is red, so
    no."): a small model that must say the verdict first has to look twice and compare within one token.
    `asked` is left out where the fact itself says whether something is there. Where only the verdict is
    wanted, the same is thought instead; `thoughts` come first, before any answer.
    """
    word = "yes" if truth else "no"
    short = wants_one_word(rng)
    wanted = "yes" if short else "yes or no" if rng.random() < YES_OR_NO else None
    question = ask(group, rng, place, wanted, **slots)
    if short or not fact:
        looks = f"{thoughts}; {fact}" if thoughts else f"{f' {asked}?' if asked else ''} {fact}"
        return Turn(question, f"{word.capitalize()}.", kind, (word,), thoughts=looks if fact else "")
    echo = f"{asked[0].upper()}{asked[1:]}? " if asked and not thoughts else ""
    said = f"{echo}{fact[0].upper()}{fact[1:]}, so {word}."
    return Turn(question, said, kind, (word,), thoughts=thoughts)


def either(rng: random.Random) -> bool:
    """Which answer a yes/no question shall have."""
    return rng.random() < 0.5


def named(item: Item, facts: PictureFacts, rng: random.Random) -> tuple[str, str] | None:
    """How a question and how an answer name this item, without article, or None if others look the same.

    The answer's name fits no other item: it is what the words after it are looked up by.
    """
    same_shape = [other for other in facts.items if other.shape == item.shape]
    same_colour = [other for other in same_shape if other.colour == item.colour]
    colour_shape = item_said(item, size=False)
    said = shape_said(item.shape, rng, [other.shape for other in facts.items])
    if len(same_shape) == 1 and rng.random() < 0.7:
        return said, item.shape
    if len(same_colour) == 1:
        only_colour = sum(other.colour == item.colour for other in facts.items) == 1
        if only_colour and rng.random() < 0.2:
            return f"{item.colour} {rng.choice(('one', 'thing', 'shape', 'object'))}", colour_shape
        return f"{item.colour} {said}", colour_shape
    if sum(other.size == item.size for other in same_colour) == 1:
        return f"{item.size} {item.colour} {said}", item_said(item)
    return None


def item_answered(item: Item, facts: PictureFacts) -> str:
    """`red circle`, or `large red circle` where another red circle of another size is in the picture."""
    others = [o for o in facts.items if (o.colour, o.shape) == (item.colour, item.shape)]
    return item_said(item, size=len({other.size for other in others}) > 1)


def item_references(items: Sequence[Item]) -> tuple[str, ...]:
    """`red circle` or, where the answer may count equal items together, `red circles`."""
    first = items[0]
    name = item_said(first, size=False)
    return (name, f"{first.colour} {plural(first.shape)}")
