"""Questions about how loud a sound is, what kind of thing makes it and which digit it may be.

Knows how to make turns from `SoundFacts`, the fact first and then what follows from it; refuses to answer
what the facts do not settle: such a maker returns None.
"""

import random
from typing import Final

from anymal.training.facts import Senses, SoundFacts
from anymal.training.language.phrasing import join_words, pick
from anymal.training.language.sounds import details
from anymal.training.language.sounds import level_asked as asked
from anymal.training.language.sounds.answers import LOUDNESS, plainly, sound_turn
from anymal.training.language.sounds.words import DIGITS, SOUND_WORDS
from anymal.training.language.surface import Asking, ask, raise_first
from anymal.training.language.turn import Turn

__all__ = ["how_loud", "is_digit", "is_loud", "made_by"]


def how_loud(senses: Senses, rng: random.Random) -> Turn | None:
    """Ask how loud it is, when that is known."""
    if (facts := senses.sound) is None:
        return None
    if facts.phrases == ("silence",):
        answer = pick(("It is silent: there is nothing to hear.", "It is quiet: I hear only silence."), rng)
        return Turn(ask(details.HOW_LOUD, rng), answer, "sound/loud", ("silent", "silence"))
    if facts.loud is None:
        return None
    level = LOUDNESS[facts.loud]
    answer = pick(
        ("It is {l}: I hear {x}.", "The sound is {l}.", "It is {l}."),
        rng,
        l=level,
        x=join_words(facts.phrases),
    )
    return Turn(ask(details.HOW_LOUD, rng), answer, "sound/loud", (level,))


def is_loud(senses: Senses, rng: random.Random) -> Turn | None:
    """Ask whether it is loud, or whether it is quiet, when that is known."""
    if (facts := senses.sound) is None:
        return None
    silent = facts.phrases == ("silence",)
    if facts.loud is None and not silent:
        return None
    loud = facts.loud is True
    asks_loud = rng.random() < 0.5
    word = "yes" if asks_loud is loud else "no"
    fact = "I hear only silence" if silent else f"it is {LOUDNESS[loud]}"
    answer = raise_first(f"{fact}, so {word}.")
    return Turn(ask(details.IS_LOUD if asks_loud else asked.IS_QUIET, rng), answer, "sound/is_loud", (word,))


# What surely makes a sound; a thing that people handle is left out, since it may be either.
_BY_HAND: Final = ("hands clapping", "typing on a keyboard")
_DEVICES: Final = ("an electric shaver", "a hair dryer", "a steady tone", "beeping")


def _maker(phrase: str) -> str:
    if phrase in _BY_HAND or SOUND_WORDS[phrase].kind in ("a human voice", "a body sound"):
        return "person"
    return "machine" if phrase in _DEVICES else ""


def made_by(senses: Senses, rng: random.Random) -> Turn | None:
    """Ask whether a person, an animal or a machine makes the sound."""
    if (facts := senses.sound) is None or len(facts.phrases) != 1:
        return None
    maker = _maker(facts.phrases[0])
    if not maker or (maker == "person" and rng.random() < 0.6):  # twelve sounds of people, four of machines
        return None
    answer = f"{plainly(facts)}, so it is a {maker}."
    return sound_turn(asked.MADE_BY, answer, "sound/made_by", (f"a {maker}",), rng)


def is_digit(senses: Senses, rng: random.Random) -> Turn | None:
    """Ask whether the spoken digit is a certain one, odd or even, high or low."""
    if (facts := senses.sound) is None or "speech" not in facts.phrases:
        return None
    if facts.digit is None:
        return _untold_digit(facts, rng)
    asking, other, truth = _digit_question(facts, facts.digit, rng)
    word = "yes" if truth else "no"
    answer = pick(
        ("Someone says the digit {d}, so {w}.", "I hear the digit {d}, so {w}."),
        rng,
        d=DIGITS[facts.digit],
        w=word,
    )
    return sound_turn(asking, answer, "sound/is_digit", (word,), rng, d=other)


def _untold_digit(facts: SoundFacts, rng: random.Random) -> Turn | None:
    """Whether it was a certain digit, of speech whose words are not known."""
    asking, other, _ = _digit_question(facts, rng.randrange(10), rng)
    answer = pick(
        ("I hear speech, but I can't tell which digit.", "I hear speech, but I cannot tell the words."), rng
    )
    return sound_turn(asking, answer, "sound/is_digit", ("can't tell", "cannot tell"), rng, d=other)


def _digit_question(facts: SoundFacts, digit: int, rng: random.Random) -> tuple[Asking, str, bool]:
    truth = rng.random() < 0.5
    if rng.random() < 0.7:
        other = digit if truth else rng.choice([n for n in range(10) if n != digit])
        return asked.IS_DIGIT, DIGITS[other], truth
    even = digit % 2 == 0
    return (asked.IS_EVEN if truth is even else asked.IS_ODD), "", truth
