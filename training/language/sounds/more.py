"""Questions about details of a sound: silence, voices, words, numbers, other sounds.

Knows how to make turns from `SoundFacts`; other senses may be present and are left alone. Refuses
to answer what the facts do not settle: such a maker returns None.
"""

import random

from anymal.training.facts import Senses, SoundFacts
from anymal.training.language.phrasing import join_words, pick
from anymal.training.language.sounds import details
from anymal.training.language.sounds.answers import (
    plainly,
    sound_references,
    sound_turn,
)
from anymal.training.language.sounds.words import DIGITS, SOUND_WORDS
from anymal.training.language.sounds.yes_no import heard_name
from anymal.training.language.surface import Style, raise_first
from anymal.training.language.turn import Turn

__all__ = [
    "about_words",
    "alarming",
    "anything_else",
    "how_many",
    "one_or_other",
    "silent",
    "spoken_digit",
    "who",
]


def silent(senses: Senses, rng: random.Random, *, demand: bool = True, style: Style = "") -> Turn | None:
    """Ask whether there is silence."""
    if (facts := senses.sound) is None:
        return None
    silent = facts.phrases == ("silence",)
    if not silent and rng.random() < 0.965:  # silence is one sound of 30, so most noes are skipped
        return None
    word = "yes" if silent else "no"
    fact = "I hear only silence" if silent else plainly(facts)
    answer = f"{raise_first(word)}." if style == "yes_no" else f"{fact}, so {word}."
    return sound_turn(details.SILENT, answer, "sound/silent", (word,), rng, style if demand else "")


def who(senses: Senses, rng: random.Random) -> Turn | None:
    """Ask who screams or cries."""
    if (facts := senses.sound) is None:
        return None
    voices = [phrase.split() for phrase in facts.phrases if phrase.endswith(("screaming", "crying"))]
    if len(voices) != 1:
        return None
    _, who, act = voices[0]
    answer = pick(("I hear a {w} {v}.", "It is a {w}: I hear a {w} {v}.", "A {w} is {v}."), rng, w=who, v=act)
    asking = details.WHO_SCREAMS if act == "screaming" else details.WHO_CRIES
    return sound_turn(asking, answer, "sound/who", (f"a {who}",), rng)


def spoken_digit(
    senses: Senses, rng: random.Random, *, demand: bool = True, style: Style = ""
) -> Turn | None:
    """Ask which digit was said; of speech whose words are not known, it says that it cannot tell."""
    if (facts := senses.sound) is None:
        return None
    if facts.digit is None:
        return _untold_digit(facts, rng) if demand and not style and "speech" in facts.phrases else None
    digit = DIGITS[facts.digit]
    if not style and rng.random() < 0.12:
        style = "one_word"
    if style == "one_word":
        return sound_turn(
            details.SPOKEN_DIGIT,
            f"{raise_first(digit)}.",
            "sound/digit",
            (digit,),
            rng,
            style if demand else "",
        )
    answer = pick(
        (
            "Someone says the digit {d}.",
            "Someone says the digit {d}.",
            "I hear the digit {d}.",
            "The digit is {d}.",
            "It is the digit {d}.",
        ),
        rng,
        d=digit,
    )
    return sound_turn(details.SPOKEN_DIGIT, answer, "sound/digit", (digit, str(facts.digit)), rng)


def _untold_digit(facts: SoundFacts, rng: random.Random) -> Turn | None:
    answer = pick(
        (
            "I hear speech, but I can't tell which {n}.",
            "I hear speech, but I cannot tell the {n}.",
            "Someone speaks, but I can't tell which {n} it is.",
            "I can't tell: I hear that someone speaks, but not the words.",
        ),
        rng,
        n=rng.choice(("digit", "number")),
    )
    return sound_turn(details.SPOKEN_DIGIT, answer, "sound/digit", ("can't tell", "cannot tell"), rng)


def how_many(senses: Senses, rng: random.Random) -> Turn | None:
    """Count the sounds."""
    if (facts := senses.sound) is None:
        return None
    phrases = facts.phrases
    if phrases == ("silence",):
        return sound_turn(
            details.COUNT,
            "I hear no sound, only silence.",
            "sound/count",
            ("no sound", "silence", "none"),
            rng,
        )
    if len(phrases) == 1:
        if rng.random() < 0.75:  # mixtures are rare; keep "one" and "two" about as frequent
            return None
        answer = pick(
            ("I hear one sound: {x}.", "There is one sound: {x}.", "One sound: {x}."), rng, x=phrases[0]
        )
        return sound_turn(details.COUNT, answer, "sound/count", ("one sound", "one"), rng)
    answer = pick(
        ("I hear two sounds: {x}.", "There are two sounds: {x}.", "Two sounds: {x}."),
        rng,
        x=join_words(phrases),
    )
    return sound_turn(details.COUNT, answer, "sound/count", ("two", "2"), rng)


def anything_else(senses: Senses, rng: random.Random) -> Turn | None:
    """Ask what else is heard besides one sound."""
    if (facts := senses.sound) is None or facts.phrases == ("silence",):
        return None
    if len(facts.phrases) == 1 and rng.random() < 0.7:
        return None
    phrases = list(facts.phrases)
    rng.shuffle(phrases)
    name = phrases[0] if rng.random() < 0.5 else heard_name(phrases[0], rng)
    if len(phrases) == 1:
        answer = pick(("I hear nothing else, only {x}.", "Nothing else: I hear only {x}."), rng, x=phrases[0])
        return sound_turn(details.MORE, answer, "sound/more", ("nothing else",), rng, x=name)
    answer = pick(("I also hear {x}.", "I also hear {x}.", "The other sound is {x}."), rng, x=phrases[1])
    return sound_turn(
        details.MORE, answer, "sound/more", sound_references(SoundFacts((phrases[1],))), rng, x=name
    )


def about_words(senses: Senses, rng: random.Random) -> Turn | None:
    """Ask for the words or the speaker, which cannot be told."""
    # Speech is heard but not understood; who speaks cannot be told either.
    if (facts := senses.sound) is None or facts.digit is not None:
        return None
    if "speech" in facts.phrases:
        answer = pick(
            ("I hear speech, but I cannot tell the words.", "I hear speech, but I can't tell what is said."),
            rng,
        )
        asking, references = details.WORDS, ("cannot tell", "can't tell", "speech")
        if rng.random() < 0.35:
            asking = details.WHO_SPEAKS
            answer = pick(
                (
                    "I hear speech, but I cannot tell who speaks.",
                    "I hear speech, but I can't tell who it is.",
                ),
                rng,
            )
        return sound_turn(asking, answer, "sound/words", references, rng)
    if rng.random() < 0.85:  # speech is one sound of 24
        return None
    answer = pick(
        ("I hear no speech: I hear {x}.", "Nobody speaks: I hear {x}."), rng, x=join_words(facts.phrases)
    )
    return sound_turn(
        rng.choice((details.WORDS, details.WHO_SPEAKS)),
        answer,
        "sound/words",
        ("no speech", "nobody speaks"),
        rng,
    )


def one_or_other(senses: Senses, rng: random.Random) -> Turn | None:
    """Ask which of two sounds it is."""
    if (facts := senses.sound) is None or len(facts.phrases) != 1 or facts.digit is not None:
        return None
    true = facts.phrases[0]
    sides = [true, rng.choice([phrase for phrase in SOUND_WORDS if phrase not in (true, "silence")])]
    names = [side if rng.random() < 0.5 else heard_name(side, rng) for side in sides]
    rng.shuffle(names)
    return sound_turn(
        details.EITHER,
        f"{plainly(facts)}.",
        "sound/either",
        sound_references(facts),
        rng,
        a=names[0],
        b=names[1],
    )


_ALARMING = frozenset(("a woman screaming", "a man screaming", "a woman crying", "glass breaking"))
_HARMLESS = frozenset(
    (
        "typing on a keyboard",
        "paper rustling",
        "hands clapping",
        "laughter",
        "a yawn",
        "keys jingling",
        "a door opening",
        "a hair dryer",
        "an electric shaver",
        "silence",
        "running water",
        "a sneeze",
        "speech",
        "dishes clattering",
    ),
)


def alarming(senses: Senses, rng: random.Random) -> Turn | None:
    """Ask whether the sound is alarming."""
    if (facts := senses.sound) is None or len(facts.phrases) != 1:
        return None
    phrase = facts.phrases[0]
    if phrase in _ALARMING:
        asking = details.WORRY if phrase == "glass breaking" or rng.random() < 0.6 else details.DISTRESS
        return sound_turn(asking, f"I hear {phrase}, so yes.", "sound/worry", ("yes",), rng)
    if phrase in _HARMLESS and rng.random() < 0.245:
        asking = details.WORRY if rng.random() < 0.7 else details.DISTRESS
        return sound_turn(asking, f"{plainly(facts)}, so no.", "sound/worry", ("no",), rng)
    return None
