"""Yes/no questions about the shape or the colour of one thing that is pointed at.

Knows things named by their colour, their shape or where they are; refuses to know what else is asked of them.
"""

import random
from typing import Final

from anymal.training.facts import ITEM_COLOURS, SHAPES, PictureFacts
from anymal.training.language.asking import Place
from anymal.training.language.phrasing import with_article
from anymal.training.language.pictures import asks_is_shape as asks
from anymal.training.language.pictures import asks_yesno as yesno_asks
from anymal.training.language.pictures.pointing import one_item
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, yes_no
from anymal.training.language.visual_words import colour_said, shape_said

__all__ = ["is_colour", "is_shape"]


# A ring is round, and a square is a rhombus: nobody could say no.
_ALIKE: Final = ({"circle", "ring"}, {"square", "diamond"})


def is_shape(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the red thing a star? Is the one on the right a square?"""
    found = one_item(facts, rng, hide_colour=False)
    if found is None:
        return None
    it, item, answered = found
    known = tuple(shape for shape in SHAPES if {shape, item.shape} not in _ALIKE)
    shape = _asked(item.shape, [other.shape for other in facts.items], known, rng)
    said = with_article(shape_said(shape, rng))
    fact = f"the {answered} is {with_article(item.shape)}"
    truth, asked = shape == item.shape, with_article(shape)
    return yes_no("picture/is_shape", asks.IS_SHAPE, rng, place, truth, fact, asked=asked, it=it, a=said)


def is_colour(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the circle red? Is the thing in the corner red?"""
    found = one_item(facts, rng, hide_colour=True)
    if found is None:
        return None
    it, item, answered = found
    colour = _asked(item.colour, [other.colour for other in facts.items], ITEM_COLOURS, rng)
    fact, truth, said = f"the {answered} is {item.colour}", colour == item.colour, colour_said(colour, rng)
    group = yesno_asks.IS_COLOUR
    return yes_no("picture/is_colour", group, rng, place, truth, fact, asked=colour, it=it, colour=said)


def _asked(true: str, there: list[str], known: tuple[str, ...], rng: random.Random) -> str:
    """What is asked for: as often as not what is true, else something that another has or nothing does."""
    if either(rng):
        return true
    others = [word for word in there if word != true and word in known]
    if others and rng.random() < 0.5:
        return rng.choice(others)
    return rng.choice([word for word in known if word != true])
