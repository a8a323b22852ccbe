"""Captions of sounds and motions: compact ones that stand where soft tokens will be, and natural ones.

Knows how to put all known facts into one line; refuses to know questions.
"""

import random

from anymal.training.facts import MotionFacts, SoundFacts
from anymal.training.language.phrasing import join_words, pick
from anymal.training.language.sounds.words import DIGITS
from anymal.training.language.surface import raise_first

__all__ = ["free_motion_caption", "free_sound_caption", "motion_caption", "sound_caption"]


def sound_caption(facts: SoundFacts) -> str:
    """Return one canonical line with every known fact: `sound: a door slamming, loud`."""
    parts = [" and ".join(facts.phrases)]
    if facts.digit is not None:
        parts.append(f"the digit {DIGITS[facts.digit]}")
    if facts.loud is not None:
        parts.append("loud" if facts.loud else "quiet")
    return f"sound: {', '.join(parts)}"


def motion_caption(facts: MotionFacts) -> str:
    """Return one canonical line: `motion: walking`."""
    return f"motion: {facts.activity}"


_SOUND = (
    "I hear {x}.",
    "I hear {x}.",
    "I can hear {x}.",
    "The sound of {x}.",
    "{^x}.",
    "It sounds like {x}.",
    "This is the sound of {x}.",
    "There is {x} in the recording.",
    "The recording holds {x}.",
    "One can hear {x}.",
)
_LOUDNESS = {
    True: ("It is loud.", "The sound is loud.", "It is a loud sound."),
    False: ("It is quiet.", "The sound is quiet.", "It is a quiet sound."),
}
_SILENCE = (
    "I hear silence.",
    "Silence.",
    "There is only silence.",
    "Nothing is heard: silence.",
    "The recording holds silence.",
)
_DIGIT = (
    "Someone says the digit {d}.",
    "I hear speech: someone says the digit {d}.",
    "A voice says the digit {d}.",
    "Speech: the digit {d}.",
    "I hear someone say the digit {d}.",
)
_MOTION = (
    "You are {x}.",
    "You are {x}.",
    "The wearer is {x}.",
    "The motion is {x}.",
    "A person {x}.",
    "{^x}.",
    "Someone is {x}.",
    "The motion sensor shows {x}.",
    "The movement of a person {x}.",
    "The person is {x}.",
)


def free_sound_caption(facts: SoundFacts, rng: random.Random) -> str:
    """Return one or two natural sentences about the sound."""
    if facts.digit is not None:
        text = pick(_DIGIT, rng, d=DIGITS[facts.digit])
    elif facts.phrases == ("silence",):
        text = rng.choice(_SILENCE)
    else:
        text = pick(_SOUND, rng, x=join_words(facts.phrases))
    if facts.loud is not None and rng.random() < 0.4:
        text = f"{text} {rng.choice(_LOUDNESS[facts.loud])}"
    return text


def free_motion_caption(facts: MotionFacts, rng: random.Random) -> str:
    """Return one natural sentence about the motion."""
    return raise_first(pick(_MOTION, rng, x=facts.activity))
