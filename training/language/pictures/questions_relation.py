"""Questions about where drawn shapes are to each other: what is above the circle, what is left of the star.

Knows rows and columns; refuses to know counts, sizes and colours.
"""

import random
from typing import Final

from anymal.training.facts import Item, PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import say
from anymal.training.language.pictures import asks_compare as asks
from anymal.training.language.pictures.scans import beyond, sides
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import item_answered, item_references, named
from anymal.training.language.visual_words import cell

__all__ = ["SIDES", "beside", "relation"]

SIDES: Final[dict[str, str]] = {
    "above": "[above|above|above|over|higher up than|higher than|further up than]",
    "below": "[below|below|below|under|underneath|beneath|lower than|further down than]",
    "left of": "[left of|to the left of|further left than|on the left of|on the left side of]",
    "right of": "[right of|to the right of|further right than|on the right of|on the right side of]",
}


def relation(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What is above the circle? What is to the left of the star? The place first, then what is beside it."""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    item = rng.choice(facts.items)
    names = named(item, facts, rng)
    side = rng.choice(tuple(SIDES))
    those = beside(item, facts, side)
    if names is None or len(those) > 1 or (not those and rng.random() < 0.7):
        return None
    said = say(SIDES[side], rng)
    question = ask(asks.RELATION, rng, place, it=f"the {names[0]}", side=said)
    text = side if side in ("above", "below") else f"to the {side}"
    thoughts = f" {names[1]} {cell(item)}; {sides(item, facts.items, side)}"
    found = f"the {item_answered(those[0], facts)}" if those else "nothing"
    answer = f"{text.capitalize()} the {names[1]} is {found}."
    references = item_references(those)[:1] if those else ("nothing",)
    return Turn(question, answer, "picture/relation", references, thoughts=thoughts)


def beside(item: Item, facts: PictureFacts, side: str) -> list[Item]:
    """The items that lie in a row above or below, or a column left or right, of this one."""
    line, there = beyond(item, side)
    return [other for other in facts.items if getattr(other, line) in there]
