"""What can be asked of a motion with yes or no, and for which activities it is true or false.

Knows predicates over the closed world of activities; an activity in neither set leaves the question
unasked. Refuses to know how an answer is worded.
"""

import random
from typing import Final

from anymal.training.language.motions.groups import GROUPS as COMMON_GROUPS
from anymal.training.language.motions.groups_more import GROUPS_MORE
from anymal.training.language.motions.never import FALSE_ONLY
from anymal.training.language.motions.predicates import ALL, MotionPredicate, doing
from anymal.training.language.motions.words import ACTIVITY_WORDS
from anymal.training.language.surface import Asking

__all__ = ["PREDICATES", "MotionPredicate", "draw_group", "draw_named", "draw_predicate", "true_of"]

_NOW: Final = "[|||| right now| now| at the moment| currently| just now]"

# Words after "do I" and "did I".
_DO: dict[str, str] = {
    "sitting still": "[sit still|keep my seat|sit without moving|sit quietly|sit motionless]",
    "sitting while moving around": "[fidget in my chair|move around in my seat"
    "|move while I sit|fidget while sitting]",
    "putting glasses on or off": "[put my glasses on|take my glasses off|touch my glasses"
    "|adjust my glasses|put on glasses"
    "|remove my glasses|handle my glasses|put my specs on|take my specs off|take my sunglasses off"
    "|put my shades on]",
    "picking up items": "[pick something up|pick up things|grab something"
    "|lift something|bend down|reach for something|pick up the box|lift a box|grab a bag|pick a toy up]",
    "standing still": "[stand still|just stand there|stand without moving"
    "|stand motionless|stand on the spot]",
    "standing up from sitting": "[stand up|get up|rise from my chair|leave my seat"
    "|get to my feet|get out of my chair|get off my bum]",
    "taking stairs": "[take the stairs|climb the stairs|go up or down the stairs|use the stairs|climb steps"
    "|walk on the stairs|take a staircase]",
    "walking": "[walk|walk around|take a walk|go for a walk|stroll|wander along]",
    "running": "[run|jog|sprint|go for a run|go running|run along]",
}


def _exact(name: str) -> Asking:
    asking = doing(*ACTIVITY_WORDS[name].doing)
    acts = (
        f"do I {_DO[name]}{_NOW}",
        f"did I [just |]{_DO[name]}",
        f"[can you tell|do you feel] that I {_DO[name]}",
        f"[does it feel|does it seem] as if I {_DO[name]}",
        f"is it so that I {_DO[name]}{_NOW}",
    )
    return Asking(
        asking.direct + acts * 4, (*asking.embedded, f"[if|whether] I {_DO[name]}{_NOW}"), asking.whole
    )


_UNSURE: dict[str, frozenset[str]] = {
    "walking": frozenset(("taking stairs",)),
    "sitting still": frozenset(("sitting while moving around",)),
    "standing still": frozenset(("putting glasses on or off",)),
}
_EXACT = tuple(
    MotionPredicate(_exact(name), frozenset((name,)), ALL - {name} - _UNSURE.get(name, frozenset()))
    for name in ACTIVITY_WORDS
)
GROUPS: Final = (*COMMON_GROUPS, *GROUPS_MORE)
PREDICATES = (*_EXACT, *GROUPS, *FALSE_ONLY)


def true_of(predicate: MotionPredicate, activity: str) -> bool | None:
    """Whether the predicate holds, or None when it cannot be settled."""
    if activity in predicate.true:
        return True
    return False if activity in predicate.false else None


def draw_predicate(activity: str, rng: random.Random) -> tuple[MotionPredicate, bool]:
    """Draw any predicate whose answer is yes in half of the cases."""
    return _draw(activity, rng.random() < 0.5, (_EXACT, _EXACT, GROUPS, GROUPS, GROUPS, FALSE_ONLY), rng)


def draw_named(activity: str, rng: random.Random) -> tuple[MotionPredicate, bool]:
    """Draw a predicate that names one activity, ours or a strange one."""
    return _draw(activity, rng.random() < 0.5, (_EXACT, _EXACT, _EXACT, FALSE_ONLY), rng)


def draw_group(activity: str, rng: random.Random) -> tuple[MotionPredicate, bool]:
    """Draw a predicate that fits several activities, so that its answer has to be inferred."""
    return _draw(activity, rng.random() < 0.5, (GROUPS,), rng)


_Pools = tuple[tuple[MotionPredicate, ...], ...]


def _draw(activity: str, wanted: bool, pools: _Pools, rng: random.Random) -> tuple[MotionPredicate, bool]:
    for _ in range(8):
        fitting = [predicate for predicate in rng.choice(pools) if true_of(predicate, activity) is wanted]
        if fitting:
            return rng.choice(fitting), wanted
    return next((p, wanted) for p in _EXACT if true_of(p, activity) is wanted)
