"""Random facts about sounds and motions, for text-only training and for tests.

Knows how often each kind of sound and motion is drawn and how often an encoder is in doubt of it; refuses
to know samples and sentences.
"""

import random
from dataclasses import dataclass, replace
from typing import Final

from anymal.training.facts import ACTIVITIES, SOUNDS, MotionFacts, SoundFacts

__all__ = ["Doubt", "random_motion_doubt", "random_motion_facts", "random_sound_doubt", "random_sound_facts"]

# Three in ten rows of motions nobody trained on lie about as near to a second activity as to the first.
_IN_DOUBT: Final = 0.6
_MOST_DOUBT: Final = 0.48


@dataclass(frozen=True)
class Doubt:
    """What a sense could be taken for besides, and its share of the rows: below one half, or it would be so."""

    other: SoundFacts | MotionFacts
    share: float


_MIXABLE = tuple(sound for sound in SOUNDS if sound != "silence")


def random_sound_facts(rng: random.Random) -> SoundFacts:
    """Draw one sound (80 %), a mixture of two (12 %) or a spoken digit (8 %); loudness known for half of them."""
    loud = rng.choice((None, None, True, False))
    chance = rng.random()
    if chance < 0.80:
        phrase = rng.choice(SOUNDS)
        return SoundFacts((phrase,), loud=None if phrase == "silence" else loud)
    if chance < 0.92:
        first, second = rng.sample(_MIXABLE, 2)
        return SoundFacts((first, second), loud=loud)
    return SoundFacts(("speech",), loud=loud, digit=rng.randrange(10))


def random_motion_facts(rng: random.Random) -> MotionFacts:
    """Draw one of the activities, each as often."""
    return MotionFacts(rng.choice(ACTIVITIES))


def random_sound_doubt(facts: SoundFacts, rng: random.Random) -> Doubt | None:
    """Another sound that this one may be taken for, if any; none where two are heard or a digit is spoken."""
    if len(facts.phrases) != 1 or facts.digit is not None:
        return None
    other = rng.choice([sound for sound in SOUNDS if sound not in facts.phrases])
    return _doubt(replace(facts, phrases=(other,)), rng)


def random_motion_doubt(facts: MotionFacts, rng: random.Random) -> Doubt | None:
    """Another activity that this one may be taken for, if any."""
    other = rng.choice([activity for activity in ACTIVITIES if activity != facts.activity])
    return _doubt(MotionFacts(other), rng)


def _doubt(other: SoundFacts | MotionFacts, rng: random.Random) -> Doubt | None:
    return Doubt(other, rng.uniform(0.0, _MOST_DOUBT)) if rng.random() < _IN_DOUBT else None
