"""Questions about a sense that was not given: the answer says so and invents nothing.

Knows how to decline; refuses to describe. `decline` turns any question about a missing sense into
such a turn, so that question writers of pictures can use it too.
"""

import random
import re
from functools import partial
from typing import Final

from anymal.training.facts import Senses
from anymal.training.language.absent.more import PICTURE_MORE, VIDEO_MORE
from anymal.training.language.absent.said import (
    ALL_SAID,
    MOTION_SAID,
    PICTURE_SAID,
    SOUND_SAID,
    VIDEO_SAID,
)
from anymal.training.language.absent.unsensed import ALL_MORE, MOTION_ASKED, SOUND_ASKED
from anymal.training.language.absent.wide import ALL_WIDE, MOTION_WIDE, PICTURE_WIDE, SOUND_WIDE, VIDEO_WIDE
from anymal.training.language.absent.words import PICTURE_ASKED, VIDEO_ASKED
from anymal.training.language.combined import words as asked
from anymal.training.language.combined.questions import VAGUE, combined_parts, given, says
from anymal.training.language.motions import questions as motion_questions
from anymal.training.language.phrasing import pick
from anymal.training.language.pictures import photo_questions
from anymal.training.language.pictures import questions as picture_questions
from anymal.training.language.random_other import random_motion_facts, random_sound_facts
from anymal.training.language.random_visual import random_picture_facts, random_video_facts
from anymal.training.language.sounds import questions as sound_questions
from anymal.training.language.sounds.beside import heard, is_about_sound
from anymal.training.language.surface import Asking, ask, joined
from anymal.training.language.turn import Turn, TurnMaker
from anymal.training.language.videos import questions as video_questions

__all__ = ["KINDS", "decline", "declines"]

_DECLINED: dict[str, tuple[str, ...]] = {
    "picture": (
        "I can't see anything: no picture was given.",
        "I cannot see anything, because no picture was given.",
        "I can't tell: no picture was given.",
        "I cannot tell, because there is no picture.",
        "There is no picture, so I can't tell.",
        "No picture was given, so I can't see anything.",
        "No picture was given, so I cannot tell.",
    ),
    "video": (
        "I can't see anything: no video was given.",
        "I cannot tell, because there is no video.",
        "There is no video, so I can't tell.",
        "No video was given, so I cannot tell.",
    ),
    "sound": (
        "I can't hear anything: no sound was given.",
        "I cannot hear anything, because no sound was given.",
        "I can't tell: no sound was given.",
        "I cannot tell, because there is no sound.",
        "There is no sound signal, so I can't tell.",
        "No sound was given, so I can't hear anything.",
        "No sound was given, so I cannot tell.",
    ),
    "motion": (
        "I can't feel anything: no motion was given.",
        "I cannot tell what you are doing, because no motion was given.",
        "I can't tell: no motion was given.",
        "I cannot tell, because there is no motion signal.",
        "There is no motion signal, so I can't tell.",
        "No motion was given, so I can't tell what you are doing.",
        "No motion was given, so I cannot tell.",
    ),
}
# Said when a video is asked for and only a picture was given.
_STILL: Final = (
    "There is no video, only a picture, so I can't tell.",
    "I can't tell: no video was given, only a picture.",
    "No video was given. I only have a picture, so I cannot tell.",
    "I cannot tell, because there is no video, only a picture.",
    *_DECLINED["video"][1:],
)
_PICTURE: Final = joined(PICTURE_ASKED, PICTURE_MORE, PICTURE_WIDE, PICTURE_SAID)
_VIDEO_ASKED: Final = joined(VIDEO_ASKED, VIDEO_MORE, VIDEO_WIDE, VIDEO_SAID)
_SOUND: Final = joined(SOUND_ASKED, SOUND_WIDE, SOUND_SAID)
_MOTION: Final = joined(MOTION_ASKED, MOTION_WIDE, MOTION_SAID)
_ALL_MORE: Final = joined(ALL_MORE, ALL_WIDE, ALL_SAID)
_NOTHING = (
    "I can't tell: no picture, no sound and no motion was given.",
    "I cannot tell, because nothing was given: no picture, no sound and no motion.",
    "I don't know: I have no picture, no sound and no motion, so I cannot tell.",
    "I can't sense anything: no picture, no sound and no motion was given.",
    "No picture, no sound and no motion was given, so I cannot tell.",
)


def declines(sense: str, rng: random.Random) -> str:
    """Say that `sense` (picture, video, sound or motion) was not given."""
    return rng.choice(_DECLINED[sense])


def decline(turn: Turn, sense: str, rng: random.Random) -> Turn:
    """Keep the question of `turn`, answer that `sense` was not given."""
    return Turn(turn.question, declines(sense, rng), f"absent/{sense}", _references(sense))


def _references(sense: str) -> tuple[str, ...]:
    return (f"no {sense}", "can't", "cannot", "can not", "not given")


def _sound(senses: Senses, rng: random.Random) -> Turn | None:
    if senses.sound is not None:
        return None
    if rng.random() < 0.45:
        turn: Turn | None = _own(_SOUND, "sound", rng)
    else:
        turn = _borrow(Senses(sound=random_sound_facts(rng)), sound_questions.KINDS, "sound", rng)
    if turn is None:
        return None
    return heard(senses, lambda: turn) if senses.video is None or is_about_sound(turn.question) else None


def _motion(senses: Senses, rng: random.Random) -> Turn | None:
    if senses.motion is not None:
        return None
    if rng.random() < 0.45:
        return _own(_MOTION, "motion", rng)
    return _borrow(Senses(motion=random_motion_facts(rng)), motion_questions.KINDS, "motion", rng)


def _own(asking: Asking, sense: str, rng: random.Random) -> Turn:
    return Turn(ask(asking, rng), declines(sense, rng), f"absent/{sense}", _references(sense))


def _borrow(pretended: Senses, kinds: dict[str, TurnMaker], sense: str, rng: random.Random) -> Turn | None:
    # The question of a pretended world, answered in the real one.
    first = f"{sense}/what"
    name = first if first in kinds and rng.random() < 0.4 else rng.choice(tuple(kinds))
    turn = kinds[name](pretended, rng)
    return None if turn is None else decline(turn, sense, rng)


def _picture(senses: Senses, rng: random.Random) -> Turn | None:
    if "picture" in given(senses):
        return None
    if rng.random() < 0.5:
        return _borrow(Senses(images=(random_picture_facts(rng),)), _SEEN, "picture", rng)
    return _own(_PICTURE, "picture", rng)


def _video(senses: Senses, rng: random.Random) -> Turn | None:
    return None if "picture" in given(senses) else _video_asked(senses, rng)


def _video_but_picture(senses: Senses, rng: random.Random) -> Turn | None:
    # "Play back the video" with nothing but a picture: the picture is not described in its place.
    if len(senses.images) != 1 or senses.video is not None:
        return None
    turn = _video_asked(senses, rng)
    if turn is None or not _VIDEO_WORD.search(turn.question):
        return None
    return Turn(turn.question, rng.choice(_STILL), turn.kind, turn.references)


def _video_asked(senses: Senses, rng: random.Random) -> Turn | None:
    word = _VIDEO_WORD
    if rng.random() < 0.3:
        turn = _borrow(Senses(video=random_video_facts(rng)), _MOVING, "video", rng)
    else:
        turn, word = _own(_VIDEO_ASKED, "video", rng), _ANY
    if senses.sound is not None:
        word = _SEEN_WORD
    return turn if turn is not None and word.search(turn.question) else None


_SEEN = {
    name: make
    for name, make in (picture_questions.KINDS | photo_questions.KINDS).items()
    if name not in VAGUE
}
_MOVING = {name: make for name, make in video_questions.KINDS.items() if name not in VAGUE}
_ANY = re.compile("")
_VIDEO_WORD = re.compile(r"video|clip|movie|film|footage|animation", re.IGNORECASE)
# A clip may be one of sound.
_SEEN_WORD = re.compile(r"video|movie|film|footage|animation", re.IGNORECASE)


def _all(senses: Senses, rng: random.Random) -> Turn | None:
    if given(senses):
        return None
    asking = rng.choice((asked.ALL, asked.ALL, _ALL_MORE, _ALL_MORE, *asked.PAIRS.values()))
    return Turn(ask(asking, rng), rng.choice(_NOTHING), "absent/all", ("no picture", "can't", "cannot"))


_MISSING = {"picture": "no picture", "sound": "no sound", "motion": "no motion"}
_CANNOT = {
    "picture": "I can't see anything",
    "sound": "I can't hear anything",
    "motion": "I can't tell what you are doing",
}


def _partly(senses: Senses, rng: random.Random) -> Turn | None:
    names = given(senses)
    pairs = [pair for pair in asked.PAIRS if len(set(pair) & set(names)) == 1]
    if not pairs or len(senses.images) > 1:
        return None
    pair = rng.choice(pairs)
    there, gone = pair if pair[0] in names else pair[::-1]
    said = says(senses, (there,), rng).removesuffix(".")
    answer = pick(
        ("{s}, but {c}: {n} was given.", "{s}, but {n} was given.", "{s}. {^n} was given."),
        rng,
        s=said,
        c=_CANNOT[gone],
        n=_MISSING[gone],
    )
    references = (*combined_parts(senses)[there], _MISSING[gone])
    return Turn(ask(asked.PAIRS[pair], rng), answer, "absent/partly", references)


def _nothing(senses: Senses, rng: random.Random, *, sense: str) -> Turn | None:
    # One sense asked for while nothing at all was given.
    if given(senses):
        return None
    return {"picture": _picture, "video": _video, "sound": _sound, "motion": _motion}[sense](senses, rng)


KINDS: dict[str, TurnMaker] = {
    "absent/picture": _picture,
    "absent/video": _video,
    "absent/video_but_picture": _video_but_picture,
    "absent/sound": _sound,
    "absent/motion": _motion,
    "absent/all": _all,
    "absent/partly": _partly,
    "absent/picture_and_nothing": partial(_nothing, sense="picture"),
    "absent/sound_and_nothing": partial(_nothing, sense="sound"),
    "absent/motion_and_nothing": partial(_nothing, sense="motion"),
}
