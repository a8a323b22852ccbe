"""Questions by situation: umbrella or torch, which animal or vehicle, a steady camera, above or below five.

Knows what follows from a picture's facts for a person who asks; refuses to know wording
(`pictures.asks_situation`, `pictures.asks_subject`) and what does not follow, which is not asked.
"""

import random
from collections.abc import Mapping
from typing import Final

from anymal.training.facts import PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import join_words, with_article
from anymal.training.language.pictures import asks_situation as asks
from anymal.training.language.pictures import asks_subject as subject_asks
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import (
    PictureMaker,
    drawn_only,
    either,
    sentence,
    word_turn,
    yes_no,
)
from anymal.training.language.visual_words import NUMBERS

__all__ = ["MAKERS", "camera", "digit_side", "is_sort", "need", "subject", "which_sort"]

_WEATHER_FACT: Final = {"clear": "it is clear", "rain": "it is raining", "snow": "it is snowing"}


def _needs(facts: PictureFacts) -> Mapping[str, tuple[bool, str]]:
    """What is plainly needed or plainly not, and the fact it follows from; doubtful ones are left out."""
    sky, night = _WEATHER_FACT[facts.weather], facts.time == "night"
    found = {"snow": (facts.weather == "snow", sky), "torch": (night, f"it is {facts.time}")}
    if facts.weather != "snow":
        found |= {"wet": (facts.weather == "rain", sky), "dry": (facts.weather == "clear", sky)}
    if night or facts.weather == "clear":
        found["shades"] = (not night, "it is night" if night else "it is day and clear")
    return found


def need(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Do I need an umbrella?"""
    if facts.kind != "scene":
        return None
    truth = either(rng)
    fitting = [(name, fact) for name, (holds, fact) in _needs(facts).items() if holds == truth]
    name, fact = rng.choice(fitting)
    return yes_no("picture/need", asks.NEEDS[name], rng, place, truth, fact)


# What people call it, and which things of a scene are such.
_SORTS: Final = {
    "animal": ("bird",),
    "building": ("house",),
    "plant": ("tree", "flower"),
    "vehicle": ("car", "boat"),
}
_SORT_SAID: Final = {
    "animal": ("animal", "beast"),
    "building": ("building",),
    "plant": ("plant",),
    "vehicle": ("vehicle", "means of transport"),
}
_ANYBODY: Final = ("anybody", "anyone", "somebody", "a human", "a human being")


def _sort(facts: PictureFacts, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    sort = rng.choice(tuple(_SORTS))
    return sort, tuple(thing for thing in facts.things if thing in _SORTS[sort])


def _said(sort: str, there: tuple[str, ...], rng: random.Random) -> str:
    # "Vehicle" says car elsewhere (`THING_SAID`), so a boat is never asked for by that word.
    return "means of transport" if "boat" in there else rng.choice(_SORT_SAID[sort])


def which_sort(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Which animal is there?"""
    if facts.kind != "scene":
        return None
    sort, there = _sort(facts, rng)
    if not there and rng.random() < 0.6:
        return None
    said = _said(sort, there, rng)
    words = join_words([with_article(thing) for thing in there]) or f"no {sort}"
    if len(there) > 1:
        answer = sentence(("[I see|there is] {words}.",), rng, words=words)
        return Turn(ask(asks.WHICH_SORT, rng, place, sort=said), answer, "picture/which_sort", there)
    patterns = ("[I see|there is|it is] {words}.", "{words}.") if there else ("[I see|there is] {words}.",)
    return word_turn(
        "picture/which_sort",
        asks.WHICH_SORT,
        rng,
        place,
        patterns,
        word=there[0] if there else "none",
        references=there or (f"no {sort}", "none"),
        shortest="word",
        sort=said,
        words=words,
    )


def is_sort(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is there an animal? Is anybody there?"""
    if facts.kind != "scene":
        return None
    truth = either(rng)
    fitting = [sort for sort, of in _SORTS.items() if any(thing in of for thing in facts.things) == truth]
    if ("person" in facts.things) == truth:
        fitting.append("person")
    if not fitting:
        return None
    noun = rng.choice(fitting)
    there = tuple(thing for thing in facts.things if thing in _SORTS.get(noun, ("person",)))
    said = rng.choice(_ANYBODY) if noun == "person" else with_article(_said(noun, there, rng))
    fact = f"I see {join_words([with_article(thing) for thing in there]) or f'no {noun}'}"
    return yes_no("picture/is_sort", asks.IS_SORT, rng, place, truth, fact, any=said)


def camera(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Did I hold the camera still? Was there enough light?"""
    truth = either(rng)
    if rng.random() < 0.65:
        group = asks.STEADY if facts.sharp == truth else asks.SHAKEN
        fact = f"the picture is {'sharp' if facts.sharp else 'blurred'}"
    else:
        group = asks.LIT if facts.bright == truth else asks.DULL
        fact = f"the picture is {'bright' if facts.bright else 'dark'}"
    return yes_no("picture/camera", group, rng, place, truth, fact)


_SUBJECTS: Final = {
    "shapes": ("[it shows|it is a drawing of|I see] {word}.", "shapes"),
    "digit": ("[it shows|it is a drawing of|I see] a {word}.", "digit"),
    "scene": ("[it shows|it is a drawing of|I see] a {word}.", "scene"),
}


def subject(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Does it show shapes, a digit or a scene?"""
    if facts.kind not in _SUBJECTS:
        return None
    pattern, word = _SUBJECTS[facts.kind]
    return word_turn(
        "picture/subject",
        subject_asks.SUBJECT,
        rng,
        place,
        (pattern,),
        word=word,
        references={"shapes": ("shapes",), "digit": ("digit", "number"), "scene": ("scene", "landscape")}[
            word
        ],
        shortest="word",
    )


_SIDES: Final = (
    ("larger than", "smaller than"),
    ("bigger than", "smaller than"),
    ("more than", "less than"),
    ("above", "below"),
    ("over", "under"),
    ("higher than", "lower than"),
)


def digit_side(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is it above or below five?"""
    if facts.digit is None:
        return None
    limit = rng.choice([n for n in range(1, 9) if n != facts.digit])
    sides = list(rng.choice(_SIDES))
    rng.shuffle(sides)
    of = rng.choice((NUMBERS[limit], str(limit)))
    sides_said = rng.choice((f"{sides[0]} or {sides[1]} {of}", f"{sides[0]} {of} or {sides[1]} it"))
    word = "larger" if facts.digit > limit else "smaller"
    return word_turn(
        "picture/digit_side",
        subject_asks.COMPARE,
        rng,
        place,
        (f"it is the digit {NUMBERS[facts.digit]}, so it is {{word}} than {NUMBERS[limit]}.",),
        word=word,
        references=(word,),
        shortest="word",
        looks=f" it is the digit {NUMBERS[facts.digit]} and the limit is {NUMBERS[limit]}",
        num=rng.choice(("number", "digit", "numeral", "figure")),
        sides=sides_said,
    )


# `camera` of photographs stands in `pictures.photo_questions`.
MAKERS: Final[dict[str, PictureMaker]] = {
    "picture/need": need,
    "picture/which_sort": which_sort,
    "picture/is_sort": is_sort,
    "picture/camera": drawn_only(camera),
    "picture/subject": subject,
    "picture/digit_side": digit_side,
}
