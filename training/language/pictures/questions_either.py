"""Which of two it is: what is there, the colour or the shape of one thing, which digit.

Knows how the two are chosen; refuses to know questions without alternatives.
"""

import random
from collections.abc import Callable, Sequence

from anymal.training.facts import ITEM_COLOURS, SCENE_THINGS, SHAPES, Item, PictureFacts
from anymal.training.language.asking import Asking, Place, ask
from anymal.training.language.phrasing import say, with_article
from anymal.training.language.pictures import asks_either as asks
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import named
from anymal.training.language.visual_words import NUMBERS, THING_SAID, colour_said, only_one, shape_said

__all__ = ["which_of_two"]

KIND = "picture/either"
BOTH = 0.12
NEITHER = 0.12


def which_of_two(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """A star or a ring? Is the star red or blue? Is it a three or an eight?"""
    if facts.kind == "scene":
        return _there(facts.things, SCENE_THINGS, place, rng)
    if facts.kind == "digit":
        return _digit(facts, place, rng)
    if facts.kind != "shapes":
        return None
    roll = rng.random()
    if roll < 0.4:
        return _there(tuple(sorted({item.shape for item in facts.items})), SHAPES, place, rng)
    item = rng.choice(facts.items)
    return _colour(item, facts, place, rng) if roll < 0.75 else _shape(item, facts, place, rng)


def _there(there: Sequence[str], known: Sequence[str], place: Place, rng: random.Random) -> Turn | None:
    absent = [name for name in known if name not in there]
    roll = rng.random()
    if roll < BOTH:
        two = rng.sample(there, 2) if len(there) > 1 else []
    elif roll < BOTH + NEITHER:
        two = rng.sample(absent, 2) if len(absent) > 1 else []
    else:
        two = [rng.choice(there), rng.choice(absent)] if there and absent else []
    if not two or set(two) == {"circle", "ring"}:  # both are round: who asks for one may mean the other
        return None
    rng.shuffle(two)
    found = [with_article(name) for name in two if name in there]
    said = f"there is {' and '.join(found)}" if found else ""
    if len(found) == 1:
        said += f", but no {next(name for name in two if name not in there)}"
    verdict = said or f"there is no {two[0]} and no {two[1]}"
    a, b = (with_article(_said(name, rng)) for name in two)
    question = ask(asks.THERE, rng, place, a=a, b=b)
    return Turn(question, f"{verdict[0].upper()}{verdict[1:]}.", KIND, (verdict,))


def _two(
    found: str, known: Sequence[str], rng: random.Random, said: Callable[[str, random.Random], str]
) -> tuple[str, str]:
    """What there is and another, or seldom two others, in random order and in people's words."""
    others = rng.sample([name for name in known if name != found], 2)
    two = others if rng.random() < NEITHER else [found, others[0]]
    rng.shuffle(two)
    return said(two[0], rng), said(two[1], rng)


def _of(group: Asking, place: Place, rng: random.Random, it: str, two: tuple[str, str]) -> str:
    return ask(group, rng, place, it=f"the {it}", a=two[0], b=two[1])


def _said(name: str, rng: random.Random) -> str:
    return say(THING_SAID[name], rng) if name in THING_SAID else shape_said(name, rng)


def _colour(item: Item, facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    names = named(item, facts, rng)
    if names is None or item.colour in names[0]:
        return None
    question = _of(asks.COLOUR, place, rng, names[0], _two(item.colour, ITEM_COLOURS, rng, colour_said))
    return Turn(question, f"The {names[1]} is {item.colour}.", KIND, (item.colour,))


def _shape(item: Item, facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    if item not in only_one(facts, lambda one: one.colour):
        return None
    names = tuple(name for name in SHAPES if {name, item.shape} != {"circle", "ring"})
    it = f"{item.colour} {rng.choice(('one', 'thing', 'shape', 'object', 'item'))}"
    two = _two(item.shape, names, rng, lambda name, dice: with_article(shape_said(name, dice)))
    question = _of(asks.SHAPE, place, rng, it, two)
    return Turn(question, f"The {item.colour} one is {with_article(item.shape)}.", KIND, (item.shape,))


def _digit(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    if facts.digit is None:
        return None
    words = rng.random() < 0.5
    names = tuple(NUMBERS[:10])
    two = _two(NUMBERS[facts.digit], names, rng, lambda name, _: name if words else str(names.index(name)))
    a, b = (with_article(name) if words else name for name in two)
    question = ask(asks.DIGIT, rng, place, a=a, b=b)
    word = NUMBERS[facts.digit]
    return Turn(question, f"It is the digit {word}.", KIND, (word, str(facts.digit)))
