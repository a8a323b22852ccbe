"""Questions about where drawn shapes are to each other: what is above the circle, what is left of the star.

Knows rows and columns; refuses to know counts, sizes and colours.
"""

import random
from typing import Final

from anymal.training.facts import Item, PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import say
from anymal.training.language.pictures import asks_compare as asks
from anymal.training.language.pictures import asks_side
from anymal.training.language.pictures.scans import apart, beyond, both_ways, sides
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import item_answered, item_references, named
from anymal.training.language.visual_words import at, cell

__all__ = ["SIDES", "beside", "relation", "side"]

SIDES: Final[dict[str, str]] = {
    "above": "[above|above|above|over|higher up than|higher than|further up than]",
    "below": "[below|below|below|under|underneath|beneath|lower than|further down than]",
    "left of": "[left of|to the left of|further left than|on the left of|on the left side of]",
    "right of": "[right of|to the right of|further right than|on the right of|on the right side of]",
}
_SIDE: Final = "picture/side"
# Of two ways that a question names, as people name both.
_EITHER: Final[dict[str, str]] = {
    "above": "[above|above|above|over|higher than]",
    "below": "[below|below|under|underneath|lower than]",
    "left of": "[left of|to the left of|on the left of]",
    "right of": "[right of|to the right of|on the right of]",
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


def side(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the star above or below the circle? Where is it relative to the circle? Both places, then the verdict."""
    if facts.kind != "shapes" or len(facts.items) < 2:
        return None
    item, other = rng.sample(facts.items, 2)
    names, others = named(item, facts, rng), named(other, facts, rng)
    if names is None or others is None:
        return None
    slots = {"a": f"the {names[0]}", "b": f"the {others[0]}"}
    upright, across = apart(item, other)
    if rng.random() < 0.4:
        where = " and ".join(way for way in (upright, f"to the {across} of" if across else "") if way) + " it"
        seen = f"The {names[1]} is {at(cell(item))} and the {others[1]} {at(cell(other))}"
        question = ask(asks_side.WHERE_TO, rng, place, **slots)
        thoughts = f" {names[1]} {cell(item)}, {others[1]} {cell(other)}; {both_ways(item, other)}"
        return Turn(question, f"{seen}, so it is {where}.", _SIDE, (f"so it is {where}",), thoughts=thoughts)
    line, found = ("row", upright) if rng.random() < 0.5 else ("column", across)
    if not found and rng.random() < 0.7:
        return None
    ways = ["above", "below"] if line == "row" else ["left of", "right of"]
    rng.shuffle(ways)
    places = [getattr(one, line) for one in (item, other)]
    seen = f"The {names[1]} is in the {places[0]} {line} and the {others[1]} in the {places[1]} {line}"
    verdict = f"so it is {found if line == 'row' else f'to the {found} of'} it" if found else "so neither"
    slots |= {"one": say(_EITHER[ways[0]], rng), "other": say(_EITHER[ways[1]], rng)}
    return Turn(ask(asks_side.SIDE, rng, place, **slots), f"{seen}, {verdict}.", _SIDE, (verdict,))


def beside(item: Item, facts: PictureFacts, side: str) -> list[Item]:
    """The items that lie in a row above or below, or a column left or right, of this one."""
    line, there = beyond(item, side)
    return [other for other in facts.items if getattr(other, line) in there]
