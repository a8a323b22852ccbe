"""Random facts about sounds and motions, for text-only training and for tests.

Knows how often each kind of sound and motion is drawn; refuses to know samples and sentences.
"""

import random

from anymal.training.facts import ACTIVITIES, SOUNDS, MotionFacts, SoundFacts

__all__ = ["random_motion_facts", "random_sound_facts"]

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
