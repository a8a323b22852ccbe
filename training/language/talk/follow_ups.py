"""Second questions in a dialogue: about the last answer, or about another sense in few words.

Knows how to go on from the previous turn; refuses to contradict it.
"""

import random
import re
from collections.abc import Callable

from anymal.training.facts import Senses
from anymal.training.language.absent.questions import declines
from anymal.training.language.combined import words as asked
from anymal.training.language.combined.questions import given, picture_references
from anymal.training.language.motions.questions import feels, motion_references
from anymal.training.language.phrasing import pick
from anymal.training.language.sounds.questions import hears, sound_references
from anymal.training.language.surface import raise_first, roughen
from anymal.training.language.talk import follow_ups_words as more
from anymal.training.language.turn import Turn

__all__ = ["FOLLOW_UPS", "FollowUp"]

FollowUp = Callable[[Turn, Senses, random.Random], Turn | None]

_SURE = (
    "are you [really |quite |absolutely |completely |]sure[| about that]?",
    "really?",
    "is that [true|right|certain|correct]?",
    "[sure|certain|is it so]?",
    "do you mean that?",
    "are you certain[| of that]?",
    "can I trust that?",
    "no way?",
    "is that really so?",
    "I doubt it. Are you sure?",
    "you sure?",
    "honestly?",
)
_WHY = (
    "why?",
    "why do you [say|think] [that|so]?",
    "how do you know[| that]?",
    "how come?",
    "how can you tell?",
    "what makes you [say|think] [that|so]?",
    "how did you [find out|work that out]?",
    "why is that?",
    "where do you know that from?",
    "what is your evidence?",
    "explain[| that], please.",
    "on what grounds?",
)
_AGAIN = (
    "[say|tell me] [it|that] again[|, please].",
    "[could|can] you repeat [that|it|your answer][|, please]?",
    "repeat [that|it|your answer][|, please].",
    "what did you [just |]say?",
    "[sorry|pardon|excuse me|what][|, what did you say]?",
    "once more[|, please].",
    "I did not [hear|catch|get|understand] that.",
    "come again?",
    "say again?",
    "again, please.",
    "one more time.",
    "what was that again?",
)
_THANKS = (
    "thanks[|, that helps].",
    "thank you[| very much].",
    "ok, thanks.",
    "good to know[|, thank you].",
    "great, thanks.",
    "perfect, thank you.",
    "cheers.",
)
_WRONG = (
    "[that is|that's|you are] [wrong|not right|mistaken].",
    "I [don't think|do not think] so.",
    "no, that is [wrong|not true|a mistake].",
    "I don't believe you.",
    "that can't be right.",
    "wrong!",
    "you must be wrong.",
)
_ELLIPTIC: dict[str, tuple[str, ...]] = {
    "picture": (
        "[and|what about|how about|and what about] the [picture|image|photo|camera]?",
        "and what do you see?",
        "and now, what do you see?",
        "and in the picture?",
        "and your eyes?",
    ),
    "sound": (
        "[and|what about|how about|and what about] the [sound|noise|audio|microphone]?",
        "and what do you hear?",
        "and now, what do you hear?",
        "and the sound, what is it?",
        "and your ears?",
        "hear anything too?",
    ),
    "motion": (
        "[and|what about|how about|and what about] [the motion|my motion|my movement|my body|my activity]?",
        "and what am I doing?",
        "and me, what am I doing?",
        "and now, what am I doing?",
        "and what do you feel?",
        "and me?",
    ),
}
_SENSE_OF = {"sound": "what I hear", "motion": "what I feel", "picture": "what I see", "video": "what I see"}


_CANNOT = re.compile(r"\bcan(?:not|'t) tell\b")


def _question(patterns: tuple[str, ...], rng: random.Random) -> str:
    return roughen(raise_first(pick(patterns, rng)), rng)


def _about(previous: Turn) -> str:
    # The sense that the previous answer was about, or an empty string.
    head = previous.kind.split("/")[0]
    return head if head in _SENSE_OF else ""


def _sure(previous: Turn, senses: Senses, rng: random.Random) -> Turn | None:
    if previous.kind.startswith(("talk/", "follow/")):
        return None
    if previous.kind.startswith("absent/"):
        answer = rng.choice(("Yes, it was not given to me.", "Yes, as far as I can tell."))
        return Turn(_question(_SURE + more.SURE, rng), answer, "follow/sure", ("yes",))
    about = _SENSE_OF.get(_about(previous), "what I sense")
    answer = pick(
        (
            "Yes, that is {w}.",
            "Yes, as far as I can tell.",
            "Yes, but I can be wrong.",
            "Yes, I answer from {w}.",
        ),
        rng,
        w=about,
    )
    return Turn(_question(_SURE + more.SURE, rng), answer, "follow/sure", ("yes",))


def _why(previous: Turn, senses: Senses, rng: random.Random) -> Turn | None:
    if previous.kind.startswith("absent/"):
        return Turn(
            _question(_WHY + more.WHY, rng),
            rng.choice(("It was not given to me.", "That signal was not given.")),
            "follow/why",
            ("not given",),
        )
    if previous.kind.startswith("unknown/") or _CANNOT.search(previous.answer):
        return Turn(
            _question(_WHY + more.WHY, rng),
            "I only know what I see, hear and feel.",
            "follow/why",
            ("only",),
        )
    if previous.kind.startswith(("talk/", "follow/")):
        return None
    source = {
        "sound": "the sound",
        "motion": "the motion sensor",
        "picture": "the picture",
        "video": "the video",
    }.get(_about(previous), "my senses")
    answer = pick(
        ("That is what {s} tells me.", "I know it from {s}.", "I can tell from {s}."), rng, s=source
    ).replace("my senses tells", "my senses tell")
    return Turn(_question(_WHY + more.WHY, rng), answer, "follow/why", (source,))


def _again(previous: Turn, senses: Senses, rng: random.Random) -> Turn | None:
    if len(previous.answer) > 160:
        return None
    return Turn(_question(_AGAIN + more.AGAIN, rng), previous.answer, "follow/again", previous.references)


def _thanks(previous: Turn, senses: Senses, rng: random.Random) -> Turn | None:
    return Turn(
        _question(_THANKS + more.THANKS, rng),
        rng.choice(("You are welcome.", "You are welcome!", "Gladly.")),
        "follow/thanks",
        ("welcome", "gladly"),
    )


def _wrong(previous: Turn, senses: Senses, rng: random.Random) -> Turn | None:
    if previous.kind.startswith(("talk/", "follow/")):
        return None
    return Turn(
        _question(_WRONG + more.WRONG, rng),
        rng.choice(
            (
                "I am sorry, I can be wrong.",
                "Sorry, that is all I can tell.",
                "I may be wrong, sorry. It is all I can tell.",
            )
        ),
        "follow/wrong",
        ("sorry",),
    )


def _other_sense(previous: Turn, senses: Senses, rng: random.Random) -> Turn | None:
    # "And the sound?": a question in few words whose meaning comes from the dialogue.
    if len(senses.images) > 1 or senses.video is not None:
        return None
    sense = rng.choice([name for name in _ELLIPTIC if name != _about(previous)])
    question = _question(_ELLIPTIC[sense] + more.ELLIPTIC[sense], rng)
    if sense not in given(senses):
        return Turn(question, declines(sense, rng), "follow/absent", (f"no {sense}", "can't", "cannot"))
    if sense == "sound" and senses.sound is not None:
        return Turn(question, hears(senses.sound, rng), "follow/sound", sound_references(senses.sound))
    if sense == "motion" and senses.motion is not None:
        return Turn(question, feels(senses.motion, rng), "follow/motion", motion_references(senses.motion))
    return Turn(
        question,
        f"I see {asked.picture_summary(senses.images[0])}.",
        "follow/picture",
        picture_references(senses),
    )


FOLLOW_UPS: dict[str, FollowUp] = {
    "follow/sure": _sure,
    "follow/why": _why,
    "follow/again": _again,
    "follow/thanks": _thanks,
    "follow/wrong": _wrong,
    "follow/other_sense": _other_sense,
}
