"""Questions about real photographs: what can be said (light, colours, sharpness), and what cannot.

Knows a photograph's brightness, dominant colours and sharpness; refuses to name its objects,
people, places or text, and teaches to say so.
"""

import random
from dataclasses import replace
from typing import Final

from anymal.training.facts import PHOTO_COLOURS, PictureFacts
from anymal.training.language.asking import Place, ask, those
from anymal.training.language.phrasing import join_words, pick, say
from anymal.training.language.pictures import photo_asks
from anymal.training.language.pictures import photo_asks_things as things_asks
from anymal.training.language.pictures.asks_general import DESCRIBE
from anymal.training.language.pictures.questions_general import bright, kind_of, sharp
from anymal.training.language.pictures.questions_situation import camera
from anymal.training.language.turn import Turn, TurnMaker
from anymal.training.language.visual_turns import PictureMaker, about_one_picture, either, sentence, yes_no
from anymal.training.language.visual_words import colour_said

__all__ = ["KINDS", "MAKERS"]

# "Which colours?" is answered with all of them, "which colour?" may be answered with the first.
_ALL_WORDS: Final = ("colours", "scheme", "crayons", "palette")
_ALL: Final = those(photo_asks.COLOURS, lambda pattern: any(word in pattern for word in _ALL_WORDS))
_MAIN: Final = those(photo_asks.COLOURS, lambda pattern: not any(word in pattern for word in _ALL_WORDS))
_CANNOT: Final = (
    "I cannot [name|tell] the things in a photograph",
    "I cannot [name|recognise] [the things|what is] in a photograph",
    "I cannot [say|tell] what is in a photograph",
    "naming the things in it is something I cannot do",
)
_DESCRIBE_SAYS: Final = (
    "[this|it] is a photograph, {light} and mostly {colours}. {^cannot}.",
    "[this|it] is a {light} photograph, mostly {colours}, but {cannot}.",
    "a photograph: {light}, {sharp}, mostly {colours}. {^cannot}.",
    "[I see|this is] a photograph with mostly {colours}; {cannot}.",
)
_REFUSE: Final = (
    "{^cannot}.",
    "[this|it] is a photograph, and {cannot}.",
    "{^cannot}; [I only see that it is|it is] {light} and mostly {colours}.",
    "I cannot tell. it is a photograph, {light} and mostly {colours}.",
    "I cannot tell that from a photograph.",
)
_REFERENCES: Final = ("cannot", "can't", "photograph")


def _slots(facts: PictureFacts, rng: random.Random) -> dict[str, str]:
    return {
        "light": "bright" if facts.bright else "dark",
        "sharp": "sharp" if facts.sharp else "blurred",
        "colours": join_words(facts.colours),
        "cannot": say(rng.choice(_CANNOT), rng),
    }


def _honest(patterns: tuple[str, ...], facts: PictureFacts, rng: random.Random) -> str:
    return sentence(patterns, rng, **_slots(facts, rng)).replace(". it is", ". It is")


def _describe(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    if facts.kind != "photo":
        return None
    return Turn(ask(DESCRIBE, rng, place), _honest(_DESCRIBE_SAYS, facts, rng), "photo/describe", _REFERENCES)


# Things people ask for in photographs; never said in an answer.
_OBJECTS: Final = tuple(
    """
    dog cat man woman child person boy girl baby horse bird car bus train truck bicycle bike
    motorbike boat plane house building tree flower road street table chair sofa bed lamp door
    window television phone laptop computer keyboard cup bottle plate fork knife spoon pizza
    cake sandwich apple banana orange pear bowl glass book clock bag backpack umbrella hat
    shirt shoe tie ball kite surfboard skateboard sign traffic_light bench fence cow sheep
    elephant giraffe zebra bear river beach mountain bridge face circle square star triangle
    heart number
    """.split()  # noqa: SIM905
)


def _objects(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    if facts.kind != "photo":
        return None
    if rng.random() < 0.5:
        thing = rng.choice(_OBJECTS).replace("_", " ")
        many = {
            "man": "men",
            "woman": "women",
            "child": "children",
            "person": "people",
            "sheep": "sheep",
        }.get(thing)
        many = many or (f"{thing}es" if thing.endswith(("s", "x", "ch", "sh")) else f"{thing}s")
        many = many.replace("babys", "babies").replace("knifes", "knives")
        article = "an" if thing[0] in "aeiou" else "a"
        question = ask(things_asks.THERE, rng, place, a=f"{article} {thing}", one=thing, many=many)
    else:
        question = ask(things_asks.NAME, rng, place)
    return Turn(question, _honest(_REFUSE, facts, rng), "photo/objects", _REFERENCES)


def _colours(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    if facts.kind != "photo" or not facts.colours:
        return None
    group = rng.choice((_ALL, _MAIN))
    patterns: tuple[str, ...] = ("[it is|it's] mostly {w}.", "mostly {w}.", "the photograph is mostly {w}.")
    if group is _MAIN:
        patterns = ("[it is|it's] mostly {w}.", "[the main colour is|mainly|mostly] {f}.")
    answer = sentence(patterns, rng, w=join_words(facts.colours), f=facts.colours[0])
    return Turn(ask(group, rng, place), answer, "photo/colours", (facts.colours[0],))


def _is_colour(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    if facts.kind != "photo" or not facts.colours:
        return None
    truth = either(rng)
    colour = facts.colours[0] if truth else rng.choice([c for c in PHOTO_COLOURS if c not in facts.colours])
    fact = pick(
        ("it is mostly {w}", "mostly {w}", "the photograph is mostly {w}"), rng, w=join_words(facts.colours)
    )
    return yes_no(
        "photo/is_colour",
        photo_asks.IS_COLOUR,
        rng,
        place,
        truth,
        fact,
        asked=colour,
        c=colour_said(colour, rng),
    )


def _photo_only(maker: PictureMaker) -> PictureMaker:
    def make(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
        turn = maker(facts, place, rng) if facts.kind == "photo" else None
        if turn is None:
            return None
        return replace(turn, kind=turn.kind.replace("picture/", "photo/"))

    return make


MAKERS: Final[dict[str, PictureMaker]] = {
    "photo/describe": _describe,
    "photo/objects": _objects,
    "photo/colours": _colours,
    "photo/is_colour": _is_colour,
    "photo/bright": _photo_only(bright),
    "photo/sharp": _photo_only(sharp),
    "photo/kind": _photo_only(kind_of),
    "photo/camera": _photo_only(camera),
}
KINDS: Final[dict[str, TurnMaker]] = {name: about_one_picture(name, maker) for name, maker in MAKERS.items()}
