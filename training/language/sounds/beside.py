"""Questions about a sound that stay about it while something is seen too.

Knows which words leave no doubt that hearing is meant; refuses to know answers and facts.
"""

import random
import re
from collections.abc import Callable
from functools import partial
from typing import Final

from anymal.training.facts import Senses
from anymal.training.language.turn import Turn, TurnMaker

__all__ = ["beside", "heard", "is_about_sound"]

_TRIES: Final = 8
_HEARING: Final = (
    r"hear|listen|\bears?\b|sound|nois|audi|silen|quiet|loud|microphone|\bmic\b|voice|speech|spoken"
    r"|\bsa(?:y|ys|id)\b|read out|utter|racket"
)
# What can only be heard is no less plain ("is that a sneeze?", "is someone coughing?").
_EVENT: Final = (
    r"\b(?!some|any|no|every)\w{3,}ing\b|scream|shriek|sneez|yawn|laugh|giggle|applau|cough|\bsobs?\b"
    r"|\bcr(?:y|ies)\b|breath|beep|bleep|\btone\b|slam|\bbang|chuckle|music|song|clap|bless"
)
_ABOUT_SOUND: Final = re.compile(_HEARING, re.IGNORECASE)
_HEARD: Final = re.compile(f"{_HEARING}|{_EVENT}", re.IGNORECASE)
# A clip or a recording may be one of pictures.
_EITHER_WAY: Final = re.compile(r"\b(?:clip|recording|recorded|tape|playing)\b", re.IGNORECASE)


def is_about_sound(question: str) -> bool:
    """Whether `question` does not ask for a clip or recording that may as well be a video."""
    return _EITHER_WAY.search(question) is None or _ABOUT_SOUND.search(question) is not None


def heard(senses: Senses, make: Callable[[], Turn | None]) -> Turn | None:
    """Make a turn until its question cannot be about the picture that is given as well."""
    seen = bool(senses.images) or senses.video is not None
    for _ in range(_TRIES):
        turn = make()
        if turn is None or not seen or _HEARD.search(turn.question):
            return turn
    return None


def beside(maker: TurnMaker) -> TurnMaker:
    """The turns of `maker` that name no clip when there is a video, and nothing that may be seen."""
    return partial(_beside, maker=maker)


def _beside(senses: Senses, rng: random.Random, *, maker: TurnMaker) -> Turn | None:
    turn = heard(senses, partial(maker, senses, rng))
    clear = turn is None or senses.video is None or is_about_sound(turn.question)
    return turn if clear else None
