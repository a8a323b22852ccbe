"""Questions that fit any drawn picture: what it shows, its background, its light, its sharpness.

Knows describing and what holds for a whole picture; refuses to know single items and photographs' contents.
"""

import random
from typing import Final

from anymal.training.facts import COLOURS, PictureFacts
from anymal.training.language.asking import Place, ask, those
from anymal.training.language.phrasing import join_words, with_article
from anymal.training.language.pictures import asks_general as general_asks
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, item_references, sentence, word_turn, yes_no
from anymal.training.language.visual_words import (
    NUMBERS,
    colour_said,
    list_items,
    number_references,
    reading_order,
)

__all__ = [
    "background",
    "bright",
    "describe",
    "describe_answer",
    "empty",
    "is_background",
    "kind_of",
    "sharp",
]

# "Is it empty?" and "Is anything there?": a yes to one is a no to the other.
_EMPTY_WORDS: Final = ("empty", "blank", "bare", "nothing")
_EMPTY: Final = those(general_asks.EMPTY, lambda pattern: any(word in pattern for word in _EMPTY_WORDS))
_ANYTHING: Final = those(general_asks.EMPTY, lambda pattern: not any(word in pattern for word in _EMPTY_WORDS))
_SHAPES_SAY: Final = (
    "[there {is}|I see|I can see|the picture shows|it shows] {items}.",
    "[I see|there {is}] {items} on a {background} background.",
    "{items} on a {background} background.",
    "[there {is}|I see] {items}. the background is {background}.",
)
_DIGIT_SAY = (
    "[I see|there is|it shows|it is] {a} {n}.",
    "[I see|there is|it shows|it is] {a} {n} on a {background} background.",
    "the [number|digit] {n} on {background}.",
    "the picture shows the [number|digit] {n}.",
)
_SCENE_SAY = (
    "[I see|there is|it shows] {words}. it is {time} and {sky}.",
    "a {time} scene with {words}[ and {fall}|].",
    "it is {time} and {sky}. I see {words}.",
    "a drawn scene with {words}, {when}.",
)
_BLANK_SAY = (
    "nothing is in it, it is plain {c}.",
    "the picture is blank, plain {c}.",
    "[I see nothing|there is nothing], only plain {c}.",
    "only {c}, nothing else: it is blank.",
)


def describe_answer(facts: PictureFacts, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    """Say what a drawn picture shows, and what such an answer must hold."""
    if facts.kind == "shapes":
        return _describe_shapes(facts, rng)
    if facts.kind == "digit":
        return _describe_digit(facts, rng)
    if facts.kind == "scene":
        return _describe_scene(facts, rng)
    answer = sentence(_BLANK_SAY, rng, c=facts.background)
    return answer, (f"plain {facts.background}", "nothing", "blank")


def _describe_shapes(facts: PictureFacts, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    count = len(facts.items)
    # What is told of each thing follows from how many there are: an answer that may say less teaches less.
    items = list_items(facts.items, size=count < 4, position=count < 3)
    patterns = _SHAPES_SAY if count < 5 else _SHAPES_SAY[:1]
    slots = {"items": items, "background": facts.background, "is": "is" if items.startswith("a") else "are"}
    answer = sentence(patterns, rng, **slots).replace(". the ", ". The ")
    return answer, item_references(reading_order(facts.items))


def _describe_digit(facts: PictureFacts, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    digit = facts.digit or 0
    slots = {"a": with_article(facts.digit_colour), "n": NUMBERS[digit], "background": facts.background}
    return sentence(_DIGIT_SAY, rng, **slots), number_references(digit) if digit else ("zero", "0")


def _describe_scene(facts: PictureFacts, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    slots = {
        "words": join_words([with_article(thing) for thing in facts.things]) or "a landscape",
        "time": facts.time,
        "sky": {"clear": "clear", "rain": "raining", "snow": "snowing"}[facts.weather],
        "fall": {"clear": "a clear sky", "rain": "rain", "snow": "snow"}[facts.weather],
        "when": "by day" if facts.time == "day" else "at night",
    }
    answer = sentence(_SCENE_SAY, rng, **slots).replace(". it is", ". It is")
    return answer, facts.things[:1] or (facts.time,)


def describe(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What do you see?"""
    if facts.kind == "photo":
        return None
    answer, references = describe_answer(facts, rng)
    return Turn(ask(general_asks.DESCRIBE, rng, place), answer, "picture/describe", references)


def background(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What colour is the background?"""
    if not facts.background:
        return None
    return word_turn(
        "picture/background",
        general_asks.BACKGROUND,
        rng,
        place,
        ("the background is {word}.",),
        word=facts.background,
        references=(facts.background,) if facts.background != "grey" else ("grey", "gray"),
        shortest="colour",
    )


def is_background(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the background blue?"""
    if not facts.background:
        return None
    truth = either(rng)
    wrong = [item.colour for item in facts.items] or [c for c in COLOURS if c != facts.background]
    if rng.random() < 0.5:
        wrong = [c for c in COLOURS if c != facts.background]
    colour = facts.background if truth else rng.choice(wrong)
    fact = f"the background is {facts.background}"
    return yes_no(
        "picture/is_background",
        general_asks.IS_BACKGROUND,
        rng,
        place,
        truth,
        fact,
        asked=colour,
        c=colour_said(colour, rng),
    )


def bright(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the picture bright or dark?"""
    said = {True: ("bright", "light", "well lit"), False: ("dark", "dim")}
    slots = {
        "one": "bright",
        "other": "dark",
        "how": rng.choice(("bright", "dark")),
        "noun": rng.choice(("brightness", "lighting", "light")),
    }
    return _look("bright", facts.bright, ("bright", "dark"), said, slots, place, rng)


def sharp(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the picture sharp or blurred?"""
    said = {True: ("sharp", "in focus", "crisp"), False: ("blurred", "blurry", "out of focus", "fuzzy")}
    slots = {
        "one": rng.choice(("sharp", "sharp", "in focus")),
        "other": rng.choice(("blurred", "blurry", "out of focus")),
        "how": rng.choice(("sharp", "blurry")),
        "noun": rng.choice(("sharpness", "focus")),
    }
    return _look("sharp", facts.sharp, ("sharp", "blurred"), said, slots, place, rng)


def _look(
    name: str,
    holds: bool,
    words: tuple[str, str],
    said: dict[bool, tuple[str, ...]],
    slots: dict[str, str],
    place: Place,
    rng: random.Random,
) -> Turn:
    word = words[0] if holds else words[1]
    if rng.random() < 0.5:
        patterns = ("[it|the picture] is {word}.",)
        references = {"dark": ("dark", "dim"), "blurred": ("blurred", "blurry")}.get(word, (word,))
        return word_turn(
            f"picture/{name}",
            general_asks.LOOK,
            rng,
            place,
            patterns,
            word=word,
            references=references,
            shortest="word",
            **slots,
        )
    truth = either(rng)
    asked = words[0] if holds == truth else words[1]
    claim = rng.choice(said[holds == truth])
    fact = f"it is {word}"
    return yes_no(f"picture/is_{name}", general_asks.IS_LOOK, rng, place, truth, fact, asked=asked, claim=claim)


def empty(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the picture empty? Is there anything in it?"""
    if facts.kind == "photo" or (facts.kind != "blank" and rng.random() < 0.7):
        return None
    truth, blank = either(rng), facts.kind == "blank"
    seen = f"it is plain {facts.background}" if blank else "there is something in it"
    return yes_no("picture/empty", _EMPTY if blank == truth else _ANYTHING, rng, place, truth, seen)


def kind_of(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is it a photo or a drawing?"""
    if facts.kind == "blank":
        return None
    word = "photograph" if facts.kind == "photo" else "drawing"
    patterns = ("[it|this] is a {word}.",)
    references = ("photograph", "photo") if word == "photograph" else ("drawing", "drawn")
    return word_turn(
        "picture/kind",
        general_asks.KIND,
        rng,
        place,
        patterns,
        word=word,
        references=references,
        shortest="word",
    )
