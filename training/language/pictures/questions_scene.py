"""Questions about drawn scenes: day or night, sun or moon, the weather, and which things are in them.

Knows scene pictures; refuses to know shapes, digits and photographs.
"""

import random
from typing import Final

from anymal.training.facts import SCENE_THINGS, PictureFacts
from anymal.training.language.asking import Place, ask
from anymal.training.language.phrasing import join_words, say, with_article
from anymal.training.language.pictures import asks_scene as scene_asks
from anymal.training.language.turn import Turn
from anymal.training.language.visual_turns import either, sentence, word_turn, yes_no
from anymal.training.language.visual_words import NUMBERS, THING_SAID, number_references, plural

__all__ = ["count_thing", "day_or_night", "is_time", "is_weather", "sky", "things", "weather"]


def day_or_night(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is it day or night?"""
    if facts.kind != "scene":
        return None
    patterns = ("it is {word}.", "it is {word}, I see {sky}.")
    return word_turn(
        "picture/day_or_night",
        scene_asks.DAY,
        rng,
        place,
        patterns,
        word=facts.time,
        references=(facts.time, "daytime" if facts.time == "day" else "night time"),
        shortest="word",
        sky="the sun" if facts.time == "day" else "the moon",
    )


def is_time(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is it night? Is the sun up?"""
    if facts.kind != "scene":
        return None
    truth = either(rng)
    asked = facts.time if truth else ("night" if facts.time == "day" else "day")
    claim = rng.choice(
        ("day", "daytime", "day time") if asked == "day" else ("night", "nighttime", "night time", "at night")
    )
    claim = claim.replace("at night", "night")
    fact = f"it is {facts.time}"
    return yes_no("picture/is_time", scene_asks.IS, rng, place, truth, fact, asked=asked, claim=claim)


_WEATHER_SAYS: Final = {
    "clear": (
        "it is clear.",
        "the weather is clear.",
        "it is clear[, no rain and no snow|].",
        "[a clear sky|clear weather].",
    ),
    "rain": (
        "it is raining.",
        "there is rain.",
        "the weather is rainy: it is raining.",
        "[I see rain|rain].",
    ),
    "snow": (
        "it is snowing.",
        "there is snow.",
        "the weather is snowy: it is snowing.",
        "[I see snow|snow].",
    ),
}
_WEATHER_REFERENCES: Final = {
    "clear": ("clear",),
    "rain": ("rain", "raining", "rainy"),
    "snow": ("snow", "snowing", "snowy"),
}
_WEATHER_CLAIMS: Final = {
    "clear": ("clear", "clear weather", "dry"),
    "rain": ("raining", "rainy", "wet with rain"),
    "snow": ("snowing", "snowy"),
}


def weather(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What is the weather like?"""
    if facts.kind != "scene":
        return None
    return word_turn(
        "picture/weather",
        scene_asks.WEATHER,
        rng,
        place,
        _WEATHER_SAYS[facts.weather],
        word={"clear": "clear", "rain": "rain", "snow": "snow"}[facts.weather],
        references=_WEATHER_REFERENCES[facts.weather],
        shortest="word",
    )


def is_weather(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is it raining?"""
    if facts.kind != "scene":
        return None
    truth = either(rng)
    wrong = [name for name in _WEATHER_CLAIMS if name != facts.weather]
    asked = facts.weather if truth else rng.choice(wrong)
    claim = rng.choice(_WEATHER_CLAIMS[asked])
    if claim == "dry" and facts.weather == "snow":
        claim = "clear"
    fact = f"the weather is {facts.weather}"
    return yes_no("picture/is_weather", scene_asks.IS, rng, place, truth, fact, asked=asked, claim=claim)


def sky(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """Is the sun up? Sun or moon?"""
    if facts.kind != "scene":
        return None
    body = "sun" if facts.time == "day" else "moon"
    if rng.random() < 0.35:
        patterns = ("[it is|I see|there is] the {word}.", "the {word}.", "the {word} is in the sky.")
        return word_turn(
            "picture/sky",
            scene_asks.IN_SKY,
            rng,
            place,
            patterns,
            word=body,
            references=(body,),
            shortest="word",
        )
    truth = either(rng)
    asked = body if truth else ("moon" if body == "sun" else "sun")
    fact = f"I see the {body}"
    return yes_no("picture/is_sky", scene_asks.SKY_UP, rng, place, truth, fact, asked=asked, body=asked)


def things(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """What things are in the scene?"""
    if facts.kind != "scene" or not facts.things:
        return None
    words = join_words([with_article(thing) for thing in facts.things])
    question = ask(scene_asks.THINGS, rng, place)
    answer = sentence(("[I see|there is|I can see|it shows] {words}.", "{words}."), rng, words=words)
    return Turn(question, answer, "picture/things", (facts.things[0],))


def count_thing(facts: PictureFacts, place: Place, rng: random.Random) -> Turn | None:
    """How many houses are there in the scene?"""
    if facts.kind != "scene" or not facts.things:
        return None
    thing = rng.choice(facts.things) if rng.random() < 0.6 else rng.choice(SCENE_THINGS)
    count = facts.things.count(thing)
    patterns = ("[there is|I see] one {one}.", "one {one}.", "{word}.")
    if count == 0:
        patterns = ("there are no {many}.", "none, I see no {one}.", "[there is|I see] no {one}.")
    elif count > 1:
        patterns = ("[there are|I see] {word} {many}.", "{word} {many}.", "{word}.")
    said = say(THING_SAID[thing], rng)
    return word_turn(
        "picture/count_thing",
        scene_asks.COUNT_THING,
        rng,
        place,
        tuple(pattern.replace("{many}", plural(thing)) for pattern in patterns),
        word=NUMBERS[count] if count else "none",
        references=number_references(count),
        shortest="number",
        one=thing,
        many=plural(said),
    )
