"""Questions about all shapes at once: which colours they have, and whether they are alike.

Knows what all shapes share; refuses to know counts of some of them and comparisons of two.
"""

import random
from typing import Final

from anymal.training.facts import Item, PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import join_words, say
from anymal.training.language.pictures import asks_alike as asks
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import sentence, yes_no
from anymal.training.language.visual_words import NUMBERS, plural, reading_order

__all__ = ["different_colours", "same_colour"]

# Few pictures are all of one colour, shape or size: share of the others that is left out, or "no" would
# nearly always be right.
DROPPED: Final = {"colour": 0.35, "shape": 0.25, "size": 0.07}
DIFFER = 0.3
_SAID: Final = {"colour": "[colour|color]", "shape": "[shape|shape|form]", "size": "size"}


def same_colour(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Are all shapes the same colour, the same shape, the same size? Do they differ?"""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    trait = rng.choice(("colour", "colour", "shape", "size"))
    ordered = reading_order(facts.items)
    values = tuple(dict.fromkeys(_value(item, trait) for item in ordered))
    one = len(values) == 1
    if not one and rng.random() < DROPPED[trait]:
        return None
    differ = rng.random() < DIFFER
    truth = one != differ
    if trait == "size":
        fact = f"the sizes are {join_words([item.size for item in ordered])}"
    else:
        noun = "colour" if trait == "colour" else "kind"
        there = f"there {'is one ' + noun if one else 'are ' + NUMBERS[len(values)] + ' ' + noun + 's'}"
        fact = f"{there}: {join_words([v if trait == 'colour' else plural(v) for v in values])}"
    asked = f"different {trait}s" if differ else f"the same {trait}"
    group = asks.DIFFER if differ else asks.ALIKE
    said = say(_SAID[trait], rng)
    return yes_no("picture/same_colour", group, rng, place, truth, fact, asked=asked, trait=said)


def _value(item: Item, trait: str) -> str:
    return {"colour": item.colour, "shape": item.shape, "size": item.size}[trait]


def different_colours(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which colours do the shapes have, and how many?"""
    if facts.kind != "shapes":
        return None
    colours = tuple(dict.fromkeys(item.colour for item in reading_order(facts.items)))
    words, count = join_words(colours), rng.random() < 0.3
    question = ask(asks.COLOURS_COUNT if count else asks.COLOURS, rng, place)
    patterns = ("{n}: {words}.",) if count else ("[I see|the colours are] {words}.",)
    answer = sentence(patterns, rng, words=words, n=NUMBERS[len(colours)])
    return Turn(question, answer, "picture/colours", (colours[0],))
