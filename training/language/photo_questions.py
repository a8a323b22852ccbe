"""Questions about real photographs: what can be said (light, colours, sharpness), and what cannot.

Knows a photograph's brightness, dominant colours and sharpness; refuses to name its objects,
people, places or text, and teaches to say so.
"""

import random
from typing import Final

from anymal.training.facts import PHOTO_COLOURS, PictureFacts
from anymal.training.language.asking import Place, ask, asking
from anymal.training.language.phrasing import join_words, pick, say
from anymal.training.language.picture_asks_general import DESCRIBE
from anymal.training.language.picture_questions_general import bright, kind_of, sharp
from anymal.training.language.turn import Turn, TurnMaker
from anymal.training.language.visual_turns import PictureMaker, about_one_picture, either, sentence, yes_no
from anymal.training.language.visual_words import colour_said

__all__ = ["KINDS", "MAKERS"]

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
_THERE: Final = asking(
    direct="""
    <isthere> {a} {in}?
    is there {a} {in}?
    are there [any|some] {many} {in}?
    do you see {a} {in}?
    do you [see|spot|notice] any {many} {in}?
    can [you|I] see {a} {in}?
    does {pic} [show|contain|have] {a}?
    is {a} [visible|shown|to be seen] {in}?
    is [this|that|it] {a}?
    how many {many} [are there|do you see|are|can you count] {in}?
    count the {many} {in}.
    where is the {one} {in}?
    what colour is the {one} {in}?
    what is the {one} doing {in}?
    how big is the {one} {in}?
    what is [next to|behind|on|under|beside|in front of] the {one} {in}?
    which {one} is that {in}?
    what kind of {one} is [it|that|this] {in}?
    """,
    clauses="""
    [if|whether] there is {a} {in}
    [if|whether] you see {a} {in}
    how many {many} there are {in}
    where the {one} is {in}
    what the {one} {in} is doing
    """,
    terse="""
    any {many} {in}?
    {a}?
    {a} {in}?
    """,
)
_NAME: Final = asking(
    direct="""
    who is [this|that|it|he|she|in {pic}|shown {in}|the person {in}]?
    who are [they|these people|the people {in}]?
    who do you see {in}?
    do you [know|recognise|recognize] [this person|anyone|somebody|the person] {in}?
    what is [the name of|] [the person|the man|the woman|the place|this place] [called|] {in}?
    where [was {pic} taken|is this|is that|am I|was it taken]?
    what [place|city|country|street|room|building] is [this|that|it] {in}?
    what objects [are there|do you see|can you see|are|are visible] {in}?
    what [things|object|thing|animals|animal|food|people|vehicles] [do you see|can you see] {in}?
    what [animal|object|thing|food|plant|vehicle|sport|brand|make] is [this|that|it|in {pic}]?
    what is [the person|he|she|the man|the woman|everybody] [doing|wearing|holding|eating|looking at] {in}?
    what are the people doing {in}?
    what does the [sign|text|label|writing|board|screen] {in} say?
    [read|read out] the [sign|text|label|writing|board] {in}.
    can you read [the|what it says on the] [sign|text|label|board] {in}?
    what is written on the [sign|board|wall|shirt|label] {in}?
    name the [things|objects|people|animals] {in}.
    list [the|all|all the] [things|objects|people|animals] {in}.
    identify [the|all|] [things|objects|people] {in}.
    how many [people|persons|things|objects|animals|faces] [are there|do you see|are] {in}?
    what is [that|the thing|the object] [on the left|on the right|in the middle|at the top|on the table] {in}?
    what [happens|is happening|is going on|are they doing] {in}?
    is [anyone|anybody|someone|somebody] {in}?
    what [is|was] the weather like {in}?
    is [it|this] [inside or outside|indoors or outdoors|day or night] {in}?
    what season is it {in}?
    [how old is|what is the age of] the [person|man|woman] {in}?
    is the [person|man|woman|child] [happy|sad|smiling|angry|sitting|standing] {in}?
    what shape[s|] do you see {in}?
    what number is [it|written] {in}?
    """,
    clauses="""
    who [this|that] is {in}
    who is {in}
    what objects are {in}
    what the sign {in} says
    what [things|objects] you see {in}
    where [this is|{pic} was taken]
    what the people {in} are doing
    how many people are {in}
    """,
    terse="""
    who?
    who's this?
    who is it?
    [objects|people|things]?
    where is this?
    """,
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
        question = ask(_THERE, rng, place, a=f"{article} {thing}", one=thing, many=many)
    else:
        question = ask(_NAME, rng, place)
    return Turn(question, _honest(_REFUSE, facts, rng), "photo/objects", _REFERENCES)


_COLOURS: Final = asking(
    direct="""
    <what> [colour|color] is {pic} [mostly|mainly]?
    <what> [colours|colors] [do you see|can you see|are there|are|dominate|appear most|stand out] {in}?
    <what> [colour|color] [do you see|is there] most {in}?
    what is the [main|dominant|most common|strongest] [colour|color] [of {pic}|{in}]?
    what are the [main|dominant|most common|strongest] [colours|colors] [of {pic}|{in}]?
    what [colour|color] dominates {pic}?
    <what> [colours|colors] does {pic} have?
    [name|list|give me|tell me] the [main|dominant|] [colours|colors] [of {pic}|{in}].
    what is the [overall|general] [colour|color|tone] of {pic}?
    {in} <what> [colours|colors] are there?
    how is {pic} [coloured|colored]?
    which [colour|color] covers most of {pic}?
    """,
    clauses="""
    <what> [colours|colors] you see {in}
    <what> [colours|colors] are {in}
    <what> [colour|color] {pic} mostly is
    the [main|dominant] [colour|color] of {pic}
    the [main|dominant] [colours|colors] {in}
    """,
    terse="""
    [colours|colors]?
    main [colour|color]?
    [colours|colors] {in}?
    dominant [colour|color]?
    """,
)


def _colours(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    if facts.kind != "photo" or not facts.colours:
        return None
    question = ask(_COLOURS, rng, place)
    patterns = (
        "[it is|it's] mostly {w}.",
        "mostly {w}.",
        "the photograph is mostly {w}.",
        "[the main colour is|mainly] {f}.",
    )
    answer = sentence(patterns, rng, w=join_words(facts.colours), f=facts.colours[0])
    return Turn(question, answer, "photo/colours", (facts.colours[0],))


_IS_COLOUR: Final = asking(
    direct="""
    is {pic} [mostly|mainly|largely] {c}?
    is {c} [a|the|one] [main|dominant|strong] [colour|color] {in}?
    is there [much|a lot of] {c} {in}?
    do you see [much|a lot of|mostly] {c} {in}?
    does {pic} [have|contain|show] [much|a lot of|mostly] {c}?
    is most of {pic} {c}?
    would you say {pic} is [mostly|mainly] {c}?
    """,
    clauses="""
    [if|whether] {pic} is [mostly|mainly] {c}
    [if|whether] there is [much|a lot of] {c} {in}
    """,
    terse="""
    mostly {c}?
    much {c}?
    """,
)


def _is_colour(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    if facts.kind != "photo" or not facts.colours:
        return None
    truth = either(rng)
    colour = facts.colours[0] if truth else rng.choice([c for c in PHOTO_COLOURS if c not in facts.colours])
    fact = pick(
        ("it is mostly {w}", "mostly {w}", "the photograph is mostly {w}"), rng, w=join_words(facts.colours)
    )
    return yes_no("photo/is_colour", _IS_COLOUR, rng, place, truth, fact, asked=colour, c=colour_said(colour, rng))


def _photo_only(maker: PictureMaker) -> PictureMaker:
    def make(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
        turn = maker(facts, place, rng) if facts.kind == "photo" else None
        if turn is None:
            return None
        return Turn(turn.question, turn.answer, turn.kind.replace("picture/", "photo/"), turn.references)

    return make


MAKERS: Final[dict[str, PictureMaker]] = {
    "photo/describe": _describe,
    "photo/objects": _objects,
    "photo/colours": _colours,
    "photo/is_colour": _is_colour,
    "photo/bright": _photo_only(bright),
    "photo/sharp": _photo_only(sharp),
    "photo/kind": _photo_only(kind_of),
}
KINDS: Final[dict[str, TurnMaker]] = {name: about_one_picture(maker) for name, maker in MAKERS.items()}
