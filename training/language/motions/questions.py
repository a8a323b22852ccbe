"""Questions about what the wearer does, each with a right answer.

Knows how to make turns from `MotionFacts`; other senses may be present and are left alone. Refuses
to answer what the activity does not settle: such a maker returns None.
"""

import random
import re
from functools import partial
from typing import Final

from anymal.training.facts import ACTIVITIES, MotionFacts, Senses
from anymal.training.language.motions import asked
from anymal.training.language.motions.words import ACTIVITY_WORDS, LEVELS
from anymal.training.language.motions.yes_no import draw_group, draw_named, draw_predicate
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
    if not style and rng.random() < 0.12:
        style = "yes_no"
    # A bare yes or no needs practice on everything; a full answer to what has to be inferred is `_fits`.
    predicate, truth = (draw_predicate if style else draw_named)(facts.activity, rng)
    word = "Yes" if truth else "No"
    answer = f"{word}." if style == "yes_no" else f"{word}, you are {facts.activity}."
    return Turn(ask(predicate.asking, rng, style if demand else ""), answer, "motion/is_it", (word.lower(),))


def _fits(senses: Senses, rng: random.Random) -> Turn | None:
    # The fact first, then what follows from it: a small model cannot infer and judge within one token.
    if (facts := senses.motion) is None:
        return None
    predicate, truth = draw_group(facts.activity, rng)
    word = "yes" if truth else "no"
    answer = f"You are {facts.activity}, so {word}."
    return Turn(ask(predicate.asking, rng), answer, "motion/fits", (word,))


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
_STEPS: Final = ("walking", "running", "taking stairs")


def _posture(senses: Senses, rng: random.Random) -> Turn | None:
    if (facts := senses.motion) is None:
        return None
    if facts.activity in _STEPS and rng.random() < 0.4:
        answer = f"You are {facts.activity}, so you are on your feet."
        return Turn(ask(asked.POSTURE, rng), answer, "motion/posture", ("on your feet",))
    if facts.activity not in _POSTURES:
        return None
    return Turn(
        ask(asked.POSTURE, rng), f"You are {facts.activity}.", "motion/posture", (_POSTURES[facts.activity],)
    )


def _rest(senses: Senses, rng: random.Random) -> Turn | None:
    if (facts := senses.motion) is None or facts.activity == "sitting while moving around":
        return None
    if facts.activity == "putting glasses on or off":
        return None
    still = facts.activity in ("sitting still", "standing still")
    if not still and rng.random() < 0.6:  # two activities rest, five move
        return None
    state = "at rest" if still else "moving"
    answer = f"You are {facts.activity}, so you are {state}."
    return Turn(ask(asked.REST, rng), answer, "motion/rest", (state,))


def _up_or_down(senses: Senses, rng: random.Random) -> Turn | None:
    # Which way the stairs are taken is not among the facts; walking is too close to stairs to be sure.
    if (facts := senses.motion) is None or facts.activity == "walking":
        return None
    if facts.activity == "taking stairs":
        answer = pick(
            (
                "You are taking stairs, but I cannot tell up from down.",
                "You are taking stairs, but I can't tell whether up or down.",
            ),
            rng,
        )
        references = ("cannot tell", "can't tell")
        return Turn(ask(rng.choice((asked.STAIRS, asked.UP_DOWN)), rng), answer, "motion/stairs", references)
    if rng.random() < 0.8:  # seven activities are no stairs
        return None
    answer = f"You are {facts.activity}, not taking stairs."
    return Turn(ask(asked.STAIRS, rng), answer, "motion/stairs", ("not taking stairs",))


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
        "You are taking stairs, so yes.",
        "You are taking stairs, so yes: watch your step.",
        "You are taking stairs, so yes: hold the handrail.",
    ),
    "running": ("You are running, so yes.", "You are running, so yes: look where you go."),
    "sitting still": ("You are sitting still, so no.", "You are sitting still, so no: there is no hurry."),
    "sitting while moving around": ("You are sitting while moving around, so no.",),
    "standing still": ("You are standing still, so no.",),
}


def _careful(senses: Senses, rng: random.Random) -> Turn | None:
    if (facts := senses.motion) is None or facts.activity not in _ADVICE:
        return None
    answer = rng.choice(_ADVICE[facts.activity])
    word = "yes" if ", so yes" in answer else "no"
    if word == "no" and rng.random() < 0.33:  # two activities say yes, three say no
        return None
    return Turn(ask(asked.CAREFUL, rng), answer, "motion/careful", (word,))


_SOMEBODY: Final = re.compile(r"\bperson\b", re.IGNORECASE)


def _of_wearer(maker: TurnMaker) -> TurnMaker:
    # "The person" is the wearer, unless there is somebody to be seen.
    def make(senses: Senses, rng: random.Random) -> Turn | None:
        turn = maker(senses, rng)
        seen = bool(senses.images) or senses.video is not None
        return None if turn is not None and seen and _SOMEBODY.search(turn.question) else turn

    return make


KINDS: dict[str, TurnMaker] = {
    "motion/what": _what,
    "motion/short": partial(_what, style="short"),
    "motion/one_word": partial(_what, style="one_word"),
    "motion/is_it": _yes_no,
    "motion/fits": _fits,
    "motion/either": _either,
    "motion/posture": _posture,
    "motion/rest": _rest,
    "motion/stairs": _up_or_down,
    "motion/how_active": _how_active,
    "motion/careful": _careful,
}
KINDS |= {name: _of_wearer(maker) for name, maker in KINDS.items()}
# The same questions without the demand for brevity, for a system text that demands it.
BRIEF_KINDS: dict[str, dict[str, TurnMaker]] = {
    "one_word": {
        "motion/what": partial(_what, style="one_word", demand=False),
        "motion/is_it": partial(_yes_no, style="yes_no", demand=False),
    },
    "yes_no": {"motion/is_it": partial(_yes_no, style="yes_no", demand=False)},
    "short": {"motion/what": partial(_what, style="short", demand=False)},
}
