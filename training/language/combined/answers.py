"""What can be said of several senses at once, and the strings that show that an answer covers each.

Knows sentences and references out of facts; refuses to say anything about a sense that was not given.
"""

import random
from typing import Final

from anymal.training.facts import Senses, SoundFacts
from anymal.training.language.combined import words as asked
from anymal.training.language.motions.questions import motion_references
from anymal.training.language.phrasing import join_words
from anymal.training.language.sounds.questions import sound_references
from anymal.training.language.sounds.words import DIGITS
from anymal.training.language.surface import raise_first
from anymal.training.language.visual_words import plural

__all__ = ["MISSING", "combined_parts", "given", "heard", "picture_references", "says"]

# How an answer names a sense that was not given.
MISSING: Final = {"picture": "no picture", "sound": "no sound", "motion": "no motion"}


def given(senses: Senses) -> tuple[str, ...]:
    """Names of the senses that were given, out of picture, sound, motion; a video counts as a picture."""
    named = (
        ("picture", bool(senses.images) or senses.video is not None),
        ("sound", senses.sound is not None),
        ("motion", senses.motion is not None),
    )
    return tuple(name for name, there in named if there)


def _seen(senses: Senses) -> str:
    if senses.video is not None:
        return asked.video_summary(senses.video)
    first = asked.picture_summary(senses.images[0])
    if len(senses.images) == 1:
        return first
    return f"{first}, and in the second picture {asked.picture_summary(senses.images[1])}"


def heard(facts: SoundFacts) -> str:
    """What follows "I hear"."""
    return (
        f"speech, the digit {DIGITS[facts.digit]}" if facts.digit is not None else join_words(facts.phrases)
    )


def picture_references(senses: Senses) -> tuple[str, ...]:
    """Strings that show that an answer names the picture or the video."""
    if senses.video is not None:
        return (f"{senses.video.item.colour} {senses.video.item.shape}", senses.video.item.shape)
    facts = senses.images[0]
    if facts.kind == "shapes":
        if len(facts.items) > 3:
            return (f"{len(facts.items)} shapes", asked.picture_summary(facts).split(" on ")[0])
        names = tuple(f"{item.colour} {item.shape}" for item in facts.items)
        return (*names, *(f"{item.colour} {plural(item.shape)}" for item in facts.items))
    if facts.kind == "digit":
        return (DIGITS[facts.digit or 0],)
    if facts.kind == "scene":
        return (facts.time, *facts.things[:3])
    return ("photo", *facts.colours) if facts.kind == "photo" else (facts.background,)


def combined_parts(senses: Senses) -> dict[str, tuple[str, ...]]:
    """Strings per given sense that show that an answer covers it: a grader of parts needs all of them."""
    parts: dict[str, tuple[str, ...]] = {}
    if "picture" in given(senses):
        parts["picture"] = picture_references(senses)
    if senses.sound is not None:
        parts["sound"] = sound_references(senses.sound)
    if senses.motion is not None:
        parts["motion"] = motion_references(senses.motion)
    return parts


def says(senses: Senses, wanted: tuple[str, ...], rng: random.Random) -> str:
    """Say what the `wanted` senses give in one sentence; each of them must have been given."""
    clauses = []
    for name in wanted:
        if name == "picture":
            clauses.append(f"I see {_seen(senses)}")
        elif name == "sound" and senses.sound is not None:
            clauses.append(f"I hear {heard(senses.sound)}")
        elif senses.motion is not None:
            clauses.append(f"you are {senses.motion.activity}")
    if len(clauses) > 1 and rng.random() < 0.15:
        rng.shuffle(clauses)
    if len(clauses) == 1:
        return raise_first(f"{clauses[0]}.")
    # The comma before "and" keeps "I hear laughter and speech, and you are ..." readable.
    return raise_first(f"{', '.join(clauses[:-1])}, and {clauses[-1]}.")
