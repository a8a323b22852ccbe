"""What is heard, said in a sentence.

Knows answers about a `SoundFacts` and how a turn about a sound is put together; refuses to know questions.
"""

import random

from anymal.training.facts import SoundFacts
from anymal.training.language.phrasing import join_words, pick
from anymal.training.language.sounds.words import DIGITS, SOUND_WORDS
from anymal.training.language.surface import Asking, Style, ask
from anymal.training.language.turn import Turn

__all__ = ["LOUDNESS", "copula", "hears", "plainly", "sound_references", "sound_turn"]

_HEAR = (
    "I hear {x}.",
    "I hear {x}.",
    "I hear {x}.",
    "I hear {x}.",
    "I can hear {x}.",
    "It sounds like {x}.",
    "That is {x}.",
    "That sounds like {x}.",
    "I hear the sound of {x}.",
    "It is {x}.",
    "What I hear is {x}.",
)
_HEAR_SILENCE = (
    "I hear silence.",
    "I hear silence.",
    "I hear only silence.",
    "I hear nothing but silence.",
    "There is only silence.",
    "It is silence: there is nothing to hear.",
)
_HEAR_TWO = (
    "I hear {x}.",
    "I hear {x}.",
    "I can hear {x}.",
    "I hear two sounds: {x}.",
    "It sounds like {x}.",
    "There are two sounds: {x}.",
)
_HEAR_DIGIT = (
    "I hear speech: someone says the digit {d}.",
    "Someone says the digit {d}.",
    "I hear speech, the digit {d}.",
    "I hear someone say the digit {d}.",
)
LOUDNESS = {True: "loud", False: "quiet"}


def hears(facts: SoundFacts, rng: random.Random) -> str:
    """Say in one sentence what is heard."""
    if facts.digit is not None:
        return pick(_HEAR_DIGIT, rng, d=DIGITS[facts.digit])
    if facts.phrases == ("silence",):
        return rng.choice(_HEAR_SILENCE)
    return pick(_HEAR if len(facts.phrases) == 1 else _HEAR_TWO, rng, x=join_words(facts.phrases))


def sound_references(facts: SoundFacts) -> tuple[str, ...]:
    """Strings that show that an answer names the sound."""
    digit = () if facts.digit is None else (DIGITS[facts.digit],)
    stems = tuple(stem for phrase in facts.phrases for stem in SOUND_WORDS[phrase].stems)
    return tuple(dict.fromkeys((*digit, *facts.phrases, *stems)))


def plainly(facts: SoundFacts) -> str:
    """The shortest clause that names what is heard, for yes/no answers."""
    if facts.digit is not None:
        return f"I hear speech, the digit {DIGITS[facts.digit]}"
    return f"I hear {join_words(facts.phrases)}"


def sound_turn(
    asking: Asking,
    answer: str,
    kind: str,
    references: tuple[str, ...],
    rng: random.Random,
    style: Style = "",
    **slots: str,
) -> Turn:
    """Ask, and put question and answer together."""
    return Turn(ask(asking, rng, style, **slots), answer, kind, references)


_PLURAL = frozenset(("[dishes|plates]", "[keys|some keys]", "people"))


def copula(subject: str) -> str:
    """`is` or `are`, by the subject pattern of a clause."""
    return "are" if subject in _PLURAL else "is"
