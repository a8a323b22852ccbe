"""Small talk and questions beyond the senses, each with a modest answer.

Knows how to make such turns whatever senses are present; refuses to answer from knowledge of the world.
"""

import random
from functools import partial

from anymal.training.facts import Senses
from anymal.training.language.combined.answers import given, says
from anymal.training.language.surface import ask
from anymal.training.language.talk.chat import CHAT
from anymal.training.language.talk.follow_ups import FOLLOW_UPS
from anymal.training.language.talk.personal import PERSONAL
from anymal.training.language.talk.unknown import TOPICS
from anymal.training.language.talk.wishes import WISHES
from anymal.training.language.turn import Turn, TurnMaker

__all__ = ["FOLLOW_UPS", "KINDS"]

_UNKNOWN = (
    "I can't tell: I only know what my camera, microphone and motion sensor give.",
    "I cannot tell that. I only know what I see, hear and feel.",
    "I can't tell that: I only answer from what I sense.",
    "I don't know that. I can't tell more than what I see, hear and feel.",
    "Sorry, I cannot tell: I only answer from pictures, sounds and motion.",
    "I can't tell. I know only what my camera, microphone and motion sensor give.",
    "I cannot tell: that is beyond my senses.",
    "I can't tell, because I only see, hear and feel motion.",
)
_OWN = {
    "smell": (
        "I can't smell: I only see, hear and feel motion.",
        "I cannot smell anything. I only have a camera, a microphone and a motion sensor.",
    ),
    "taste": (
        "I can't taste: I only see, hear and feel motion.",
        "I cannot taste anything. I only have a camera, a microphone and a motion sensor.",
    ),
    "feelings": (
        "I can't tell how you feel: I only see, hear and feel motion.",
        "I cannot tell your feelings or thoughts from my senses.",
    ),
    "identity": ("I can't tell: I don't know who people are.", "I cannot tell that. I don't know people."),
    "place": (
        "I can't tell where that is: I only see, hear and feel motion.",
        "I cannot tell places. I have no map.",
    ),
    "body": (
        "I can't tell that: I have no sensor for it.",
        "I cannot tell: my motion sensor does not measure that.",
    ),
}
_CANNOT = ("can't", "cannot")


def _chat(senses: Senses, rng: random.Random, *, topic: str) -> Turn | None:
    chat = CHAT[topic]
    return Turn(ask(chat.asking, rng), rng.choice(chat.answers), f"talk/{topic}", chat.references)


def _unknown(senses: Senses, rng: random.Random, *, topic: str) -> Turn | None:
    answer = _and_what_is_sensed(rng.choice(_UNKNOWN), senses, rng)
    return Turn(ask(TOPICS[topic], rng), answer, f"unknown/{topic}", _CANNOT)


def _personal(senses: Senses, rng: random.Random, *, topic: str) -> Turn | None:
    answer = _and_what_is_sensed(rng.choice(_OWN[topic] * 2 + _UNKNOWN), senses, rng)
    return Turn(ask(PERSONAL[topic], rng), answer, f"unknown/{topic}", _CANNOT)


def _and_what_is_sensed(declined: str, senses: Senses, rng: random.Random) -> str:
    """What was asked may only have been put in words unknown here: what there is to tell is told as well."""
    named = given(senses)
    return f"{declined} {says(senses, named, rng)}" if named else declined


def _wish(senses: Senses, rng: random.Random) -> Turn | None:
    return Turn(ask(WISHES.asking, rng), rng.choice(WISHES.answers), "unknown/wishes", WISHES.references)


KINDS: dict[str, TurnMaker] = {
    **{f"talk/{topic}": partial(_chat, topic=topic) for topic in CHAT},
    **{f"unknown/{topic}": partial(_unknown, topic=topic) for topic in TOPICS},
    **{f"unknown/{topic}": partial(_personal, topic=topic) for topic in PERSONAL},
    "unknown/wishes": _wish,
}
