"""Questions about the looks of what moves and of what rests, and which of the two it is that moves.

Knows a mover and a resting thing apart; refuses to know where movements begin and end.
"""

import random
from typing import Final

from anymal.training.facts import Item, VideoFacts
from anymal.training.language.asking import VIDEO, ask
from anymal.training.language.phrasing import pick, say, with_article
from anymal.training.language.pictures import asks as picture_asks
from anymal.training.language.turn import Turn
from anymal.training.language.videos import asks_which
from anymal.training.language.videos import asks_yesno as yesno_asks
from anymal.training.language.visual_turns import either, word_turn
from anymal.training.language.visual_words import item_said, shape_said

__all__ = ["look", "mover_said", "which_of_two"]

_COLOUR_SAYS: Final = ("{who} is {word}.",)
_SHAPE_SAYS: Final = ("{who} is {a}.",)
_ROLES: Final = {
    "grows": "growing",
    "shrinks": "shrinking",
    "appears": "appearing",
    "disappears": "disappearing",
}
_ANY: Final = "[thing|shape|object|one]"


def which_of_two(facts: VideoFacts, rng: random.Random) -> Turn | None:
    """Is it the star that drops, or the ring?"""
    if facts.other is None or facts.movement == "stays still" or facts.item.shape == facts.other.shape:
        return None
    pair = [facts.item, facts.other]
    rng.shuffle(pair)
    shapes = [item.shape for item in pair]
    a, b = (f"the {shape_said(shape, rng, shapes)}" for shape in shapes)
    verb = pick(yesno_asks.VERBS[facts.movement], rng)
    ing = pick(yesno_asks.VERBS_ING[facts.movement], rng)
    if facts.movement not in _ROLES and rng.random() < 0.4:
        verb, ing = say("[move|move|go somewhere]", rng), say("[moving|moving|on the move|in motion]", rng)
    question = ask(asks_which.WHICH_OF_TWO, rng, VIDEO, a=a, b=b, verb=verb, ing=ing)
    return Turn(question, mover_said(facts), "video/which_of_two", (facts.item.shape,))


def mover_said(facts: VideoFacts) -> str:
    """`The mover is the red star.`, `The red star grows.`"""
    name = item_said(facts.item, size=False)
    return f"The {name} {facts.movement}." if facts.movement in _ROLES else f"The mover is the {name}."


def look(facts: VideoFacts, rng: random.Random) -> Turn | None:
    """Colour or shape of the mover, or of the thing that rests."""
    other = facts.other is not None and rng.random() < 0.4
    item = facts.other if other and facts.other is not None else facts.item
    if facts.movement == "stays still":
        return _plain_colour(item, facts, rng)
    it, named = _pointed(item, facts, other, rng)
    who = "what rests" if other else "the mover"
    if named or either(rng):
        return word_turn(
            "video/colour", picture_asks.COLOUR_OF, rng, VIDEO, _COLOUR_SAYS,
            word=item.colour, references=(item.colour,), shortest="colour", it=it, who=who,
        )  # fmt: skip
    return word_turn(
        "video/shape", picture_asks.SHAPE_OF, rng, VIDEO, _SHAPE_SAYS, who=who,
        word=item.shape, references=(item.shape,), shortest="shape", it=it, a=with_article(item.shape),
    )  # fmt: skip


def _pointed(item: Item, facts: VideoFacts, other: bool, rng: random.Random) -> tuple[str, bool]:
    """What a question calls it by what it does, and whether its shape is named by that."""
    named = rng.random() < 0.25
    noun = shape_said(item.shape, rng) if named else _ANY
    if other:
        return f"the {say(_resting(facts, named, rng), rng, noun=say(noun, rng))}", named
    role = _ROLES.get(facts.movement, "moving")
    doing = say(asks_which.DOING[facts.movement], rng)
    ways = (f"{{noun}} that is {role}", f"{role} {{noun}}", f"{{noun}} {doing}")
    return f"the {pick(ways, rng, noun=say(noun, rng))}", named


def _resting(facts: VideoFacts, named: bool, rng: random.Random) -> str:
    """A pattern for what rests. Where one grows, neither moves; "the other star" would be one of two stars."""
    if facts.movement in _ROLES:
        ways = ["{noun} that [does not change|doesn't change|stays as it is]"]
    else:
        ways = ["{noun} that [stays|does not move|stays still|rests|keeps still]", "[resting|still] {noun}"]
    return rng.choice(ways if named else [*ways, "other {noun}"])


def _plain_colour(item: Item, facts: VideoFacts, rng: random.Random) -> Turn:
    it = f"the {shape_said(item.shape, rng)}"
    return word_turn(
        "video/colour", picture_asks.COLOUR_OF, rng, VIDEO, _COLOUR_SAYS,
        word=item.colour, references=(item.colour,), shortest="colour", it=it, who=f"the {item.shape}",
    )  # fmt: skip
