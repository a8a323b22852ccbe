"""Every kind of question in one table, and how often each is asked given what is sensed.

Knows names and weights; refuses to know how any question is worded.
"""

import random
from collections.abc import Mapping
from functools import cache

from anymal.training.facts import Senses
from anymal.training.language.absent import questions as absent_questions
from anymal.training.language.captions_other import (
    free_motion_caption,
    free_sound_caption,
    motion_caption,
    sound_caption,
)
from anymal.training.language.captions_visual import dense_caption, free_caption, video_captions
from anymal.training.language.combined import questions as combined_questions
from anymal.training.language.motions import questions as motion_questions
from anymal.training.language.phrasing import pick
from anymal.training.language.pictures import photo_questions
from anymal.training.language.pictures import questions as picture_questions
from anymal.training.language.sounds import questions as sound_questions
from anymal.training.language.surface import Style
from anymal.training.language.talk import questions as small_talk
from anymal.training.language.talk.follow_ups import FOLLOW_UPS
from anymal.training.language.turn import Turn, TurnMaker
from anymal.training.language.videos import questions as video_questions

__all__ = ["CAPTION_KINDS", "FOLLOW_UPS", "KINDS", "brief_kinds", "is_brief", "kind_weights"]

KINDS: dict[str, TurnMaker] = {
    **picture_questions.KINDS,
    **photo_questions.KINDS,
    **video_questions.KINDS,
    **sound_questions.KINDS,
    **motion_questions.KINDS,
    **combined_questions.KINDS,
    **absent_questions.KINDS,
    **small_talk.KINDS,
}

_DENSE = (
    "[List|Note|Write down] [all facts|every fact|the facts] [in short form|].",
    "Write the dense caption.",
)
_FREE = (
    "[Describe|Caption] [it|this|what is given|the signal].",
    "Write a caption.",
    "[Give|Write] one caption.",
)


def _dense_turn(senses: Senses, rng: random.Random) -> Turn | None:
    text = ""
    if senses.images:
        text = dense_caption(senses.images[0], rng)
    elif senses.video is not None:
        text = " | ".join(video_captions(senses.video))
    elif senses.sound is not None:
        text = sound_caption(senses.sound)
    elif senses.motion is not None:
        text = motion_caption(senses.motion)
    return Turn(pick(_DENSE, rng), text, "caption/dense", (text,)) if text and _single(senses) else None


def _free_turn(senses: Senses, rng: random.Random) -> Turn | None:
    text = ""
    if senses.images:
        text = free_caption(senses.images[0], rng)
    elif senses.sound is not None:
        text = free_sound_caption(senses.sound, rng)
    elif senses.motion is not None:
        text = free_motion_caption(senses.motion, rng)
    return Turn(pick(_FREE, rng), text, "caption/free", (text,)) if text and _single(senses) else None


def _single(senses: Senses) -> bool:
    given = len(senses.images) + sum(s is not None for s in (senses.video, senses.sound, senses.motion))
    return given == 1


CAPTION_KINDS: dict[str, TurnMaker] = {"caption/dense": _dense_turn, "caption/free": _free_turn}
KINDS |= CAPTION_KINDS


def kind_weights(senses: Senses) -> Mapping[str, float]:
    """Weight per kind for these senses; a group's weight is shared out among its kinds."""
    present = frozenset(
        name
        for name, given in (
            ("photo", any(picture.kind == "photo" for picture in senses.images)),
            ("picture", any(picture.kind != "photo" for picture in senses.images)),
            ("video", senses.video is not None),
            ("sound", senses.sound is not None),
            ("motion", senses.motion is not None),
        )
        if given
    )
    return _weights(present)


# Kinds asked more often than their group's even share: factor on that share.
_OFTEN: Mapping[str, float] = {
    "motion/what": 4.4,
    "motion/is_it": 2.5,
    "motion/fits": 2.0,
    "sound/what": 6.0,
    "sound/fits": 2.0,
    "sound/is_it": 3.0,
    "combined/what": 2.5,
    "picture/describe": 2.0,
    "picture/what_is_at": 1.5,
    "picture/position": 1.5,
    "picture/biggest": 1.5,
    "picture/count_some": 3.0,
    "picture/count_that": 2.0,
    "picture/is_count": 2.5,
    "picture/compare_counts": 3.0,
    "picture/compare_sizes": 2.0,
    "picture/is_more": 3.0,
    "picture/is_bigger": 1.5,
    "picture/most": 2.5,
    "picture/relation": 2.5,
    "picture/side": 2.0,
    "picture/either": 1.5,
    "picture/all_so": 1.5,
    "picture/next_to": 1.5,
    "picture/odd_one": 1.5,
    "picture/common": 0.7,
    "picture/is_relation": 3.0,
    "picture/is_position": 2.5,
    "picture/is_size": 2.0,
    "picture/is_colour": 2.0,
    "picture/is_shape": 1.5,
    "picture/digit_arithmetic": 3.0,
    "picture/is_weather": 2.0,
    "picture/count_thing": 2.0,
    "picture/two_images": 2.0,
    "picture/background": 0.5,
    "picture/bright": 0.5,
    "picture/sharp": 0.5,
    "picture/kind": 0.5,
    "picture/day_or_night": 0.5,
    "picture/digit_colour": 0.5,
    "photo/objects": 2.0,
    "photo/describe": 1.5,
    "video/describe": 1.5,
    "video/does_it": 2.0,
    "video/where": 1.5,
}


@cache
def _weights(present: frozenset[str]) -> Mapping[str, float]:
    seen = "picture" in present or "photo" in present
    several = len(present - {"photo", "picture"}) + seen > 1
    groups = {
        "picture": 1.0 if seen else 0.0,
        "photo": 1.0 if "photo" in present else 0.0,
        "video": 0.8 if "video" in present else 0.0,
        "sound": 0.6 if "sound" in present else 0.0,
        "motion": 0.6 if "motion" in present else 0.0,
        "combined": 0.9 if several else 0.0,
        "absent": 0.15 if present else 1.0,
        "talk": 0.05 if present else 0.7,
        "unknown": 0.10 if present else 1.0,
        "caption": 0.06 if present else 0.0,
    }
    sizes: dict[str, int] = {}
    for name in KINDS:
        sizes[_group(name)] = sizes.get(_group(name), 0) + 1
    return {
        name: groups.get(_group(name), 0.0) * _OFTEN.get(name, 1.0) / sizes[_group(name)] for name in KINDS
    }


def brief_kinds(style: Style) -> Mapping[str, TurnMaker]:
    """The kinds to draw from under a system text that demands `style`."""
    if style not in ("one_word", "yes_no", "short"):
        return KINDS
    own = {**sound_questions.BRIEF_KINDS.get(style, {}), **motion_questions.BRIEF_KINDS.get(style, {})}
    return {**{name: maker for name, maker in KINDS.items() if _group(name) != "caption"}, **own}


def is_brief(answer: str, style: Style) -> bool:
    """Whether an answer is as short as `style` demands."""
    words = answer.rstrip(".!").split()
    if style == "one_word":
        return len(words) == 1
    if style == "yes_no":
        return answer.rstrip(".").lower() in ("yes", "no")
    return len(words) <= 7 if style == "short" else True


def _group(name: str) -> str:
    return name.split("/")[0]
