"""Questions about what the wearer does, each with a right answer.

Knows how to make turns from `MotionFacts`; other senses may be present and are left alone. Refuses
to answer what the activity does not settle: such a maker returns None.
"""

import random
from functools import partial

from anymal.training.facts import ACTIVITIES, MotionFacts, Senses
from anymal.training.language import motion_questions_asked as asked
from anymal.training.language.motion_questions_words import ACTIVITY_WORDS, LEVELS
from anymal.training.language.motion_questions_yes_no import draw_predicate
from anymal.training.language.phrasing import pick
from anymal.training.language.surface import Style, ask, raise_first
from anymal.training.language.turn import Turn, TurnMaker

__all__ = ["BRIEF_KINDS", "KINDS", "feels", "motion_references"]

_DOING = (
    "You are {x}.",
    "You are {x}.",
    "You are {x}.",
    "You are {x}.",
    "You are {x}.",
    "I feel that you are {x}.",
    "It feels like you are {x}.",
    "The motion sensor says that you are {x}.",
    "I think you are {x}.",
    "Right now you are {x}.",
    "Your motion says that you are {x}.",
)


def feels(facts: MotionFacts, rng: random.Random) -> str:
    """Say in one sentence what the wearer does."""
    return pick(_DOING, rng, x=facts.activity)


def motion_references(facts: MotionFacts) -> tuple[str, ...]:
    """Strings that show that an answer names the activity."""
    return tuple(dict.fromkeys((facts.activity, *ACTIVITY_WORDS[facts.activity].stems)))


def _what(senses: Senses, rng: random.Random, *, demand: bool = True, style: Style = "") -> Turn | None:
    if (facts := senses.motion) is None:
        return None
    references = motion_references(facts)
    asked_style: Style = style if demand else ""
    question = ask(asked.WHAT, rng, asked_style)
    if style == "one_word":
        word = ACTIVITY_WORDS[facts.activity].word
        return Turn(question, f"{raise_first(word)}.", "motion/one_word", (word, *references))
    if style == "short":
        return Turn(question, f"{raise_first(facts.activity)}.", "motion/what", references)
    return Turn(question, feels(facts, rng), "motion/what", references)


def _yes_no(senses: Senses, rng: random.Random, *, demand: bool = True, style: Style = "") -> Turn | None:
    if (facts := senses.motion) is None:
        return None
    predicate, truth = draw_predicate(facts.activity, rng)
    if not style and rng.random() < 0.12:
        style = "yes_no"
    word = "Yes" if truth else "No"
    answer = f"{word}." if style == "yes_no" else f"{word}, you are {facts.activity}."
    return Turn(ask(predicate.asking, rng, style if demand else ""), answer, "motion/is_it", (word.lower(),))


# Two names that one activity could both bear are never set against each other.
_CLOSE = frozenset(
    frozenset(pair)
    for pair in (
        ("sitting still", "sitting while moving around"),
        ("walking", "taking stairs"),
        ("standing still", "putting glasses on or off"),
    )
)
_COMMON = {
    "sitting still": "sitting",
    "sitting while moving around": "sitting",
    "standing still": "standing",
    "standing up from sitting": "standing up",
}


def _either(senses: Senses, rng: random.Random) -> Turn | None:
    if (facts := senses.motion) is None:
        return None
    true = facts.activity
    others = [name for name in ACTIVITIES if name != true and frozenset((name, true)) not in _CLOSE]
    other = rng.choice(others)
    names = []
    for name in (true, other):
        plain = _COMMON.get(name, name) if rng.random() < 0.6 else name
        names.append(pick(ACTIVITY_WORDS[name].doing, rng) if rng.random() < 0.3 else plain)
    rng.shuffle(names)
    answer = pick(("You are {x}.", "You are {x}.", "I think you are {x}."), rng, x=true)
    return Turn(
        ask(asked.EITHER, rng, a=names[0], b=names[1]), answer, "motion/either", motion_references(facts)
    )


_POSTURES = {
    "sitting still": "sitting",
    "sitting while moving around": "sitting",
    "standing still": "standing",
}


def _posture(senses: Senses, rng: random.Random) -> Turn | None:
    if (facts := senses.motion) is None or facts.activity not in _POSTURES:
        return None
    return Turn(
        ask(asked.POSTURE, rng), f"You are {facts.activity}.", "motion/posture", (_POSTURES[facts.activity],)
    )


def _how_active(senses: Senses, rng: random.Random) -> Turn | None:
    if (facts := senses.motion) is None:
        return None
    level = LEVELS[facts.activity]
    answer = pick(
        (
            "Your activity is {l}: you are {x}.",
            "Your activity level is {l}, because you are {x}.",
            "It is {l}: you are {x}.",
        ),
        rng,
        l=level,
        x=facts.activity,
    )
    return Turn(ask(asked.HOW_ACTIVE, rng), answer, "motion/how_active", (level, facts.activity))


_ADVICE = {
    "taking stairs": (
        "Yes, you are taking stairs, so hold the handrail.",
        "Yes, watch your step: you are taking stairs.",
        "Yes, be careful: you are taking stairs.",
    ),
    "running": ("Yes, you are running, so look where you go.", "Yes, be careful: you are running."),
    "sitting still": ("No, you are sitting still.", "No, you are sitting still, so there is no hurry."),
    "sitting while moving around": ("No, you are sitting while moving around.",),
    "standing still": ("No, you are standing still.",),
}


def _careful(senses: Senses, rng: random.Random) -> Turn | None:
    if (facts := senses.motion) is None or facts.activity not in _ADVICE:
        return None
    answer = rng.choice(_ADVICE[facts.activity])
    if answer.startswith("No") and rng.random() < 0.33:  # two activities say yes, three say no
        return None
    return Turn(ask(asked.CAREFUL, rng), answer, "motion/careful", (answer[:3].strip(",").lower(),))


KINDS: dict[str, TurnMaker] = {
    "motion/what": _what,
    "motion/short": partial(_what, style="short"),
    "motion/one_word": partial(_what, style="one_word"),
    "motion/is_it": _yes_no,
    "motion/either": _either,
    "motion/posture": _posture,
    "motion/how_active": _how_active,
    "motion/careful": _careful,
}
# The same questions without the demand for brevity, for a system text that demands it.
BRIEF_KINDS: dict[str, dict[str, TurnMaker]] = {
    "one_word": {
        "motion/what": partial(_what, style="one_word", demand=False),
        "motion/is_it": partial(_yes_no, style="yes_no", demand=False),
    },
    "yes_no": {"motion/is_it": partial(_yes_no, style="yes_no", demand=False)},
    "short": {"motion/what": partial(_what, style="short", demand=False)},
}
