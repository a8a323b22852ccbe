"""What can be asked of a motion with yes or no, and for which activities it is true or false.

Knows predicates over the closed world of activities; an activity in neither set leaves the question
unasked. Refuses to know how an answer is worded.
"""

import random
from dataclasses import dataclass

from anymal.training.facts import ACTIVITIES
from anymal.training.language.motion_questions_words import ACTIVITY_WORDS
from anymal.training.language.surface import Asking, yes_no_asking

__all__ = ["PREDICATES", "MotionPredicate", "draw_predicate", "true_of"]

_NOW = "[|||| right now| now| at the moment| currently| just now]"


@dataclass(frozen=True)
class MotionPredicate:
    """`asking` is answered with yes for activities in `true`, with no for those in `false`."""

    asking: Asking
    true: frozenset[str]
    false: frozenset[str]


_ALL = frozenset(ACTIVITIES)
_SITTING = frozenset(("sitting still", "sitting while moving around"))
_STILL = frozenset(("sitting still", "standing still"))
_STEPS = frozenset(("walking", "running", "taking stairs"))
_UP = frozenset(("standing up from sitting",))
_HANDS = frozenset(("putting glasses on or off", "picking up items"))


def _doing(*doing: str, whole: tuple[str, ...] = ()) -> Asking:
    inverted: list[str] = []
    plain: list[str] = []
    for words in doing:
        inverted += [
            f"am I {words}{_NOW}",
            f"am I {words}",
            f"[is the wearer|is the person|is the user|is this person] {words}",
        ]
        inverted += [
            f"[was I|have I been] [just |]{words}",
            f"[do I seem to be|do I appear to be|could I be|might I be] {words}",
        ]
        inverted += [
            f"[does it feel|does it look|does it seem] [like|as if] I am {words}",
            f"[can you feel|do you feel|do you notice|can you sense] me {words}",
        ]
        inverted.append(
            f"does the [motion sensor|sensor|IMU|accelerometer|motion] [say|show|tell you|suggest] that I am {words}"
        )
        plain += [f"I am {words}", f"I'm {words}", f"I am {words}{_NOW}"]
        whole += (
            f"[{words}|Me, {words}]?",
            f"[I think|I believe|I guess|I feel like] I am {words}. [Is that right|Am I right|Correct|Right|True]?",
        )
    return yes_no_asking(inverted, plain, whole)


def _free(*inverted: str, clauses: tuple[str, ...] = ()) -> Asking:
    return yes_no_asking(inverted, clauses)


# Words after "do I" and "did I".
_DO: dict[str, str] = {
    "sitting still": "[sit still|keep my seat|sit without moving]",
    "sitting while moving around": "[fidget in my chair|move around in my seat|move while I sit]",
    "putting glasses on or off": "[put my glasses on|take my glasses off|touch my glasses|adjust my glasses|put on glasses]",
    "picking up items": "[pick something up|pick up things|grab something|lift something|bend down]",
    "standing still": "[stand still|just stand there|stand without moving]",
    "standing up from sitting": "[stand up|get up|rise from my chair|leave my seat]",
    "taking stairs": "[take the stairs|climb the stairs|go up the stairs|go down the stairs|use the stairs|climb steps]",
    "walking": "[walk|walk around|take a walk|go for a walk|stroll]",
    "running": "[run|jog|sprint|go for a run]",
}


def _exact(name: str) -> Asking:
    asking = _doing(*ACTIVITY_WORDS[name].doing)
    acts = (
        f"do I {_DO[name]}{_NOW}",
        f"did I [just |]{_DO[name]}",
        f"[can you tell|do you feel] that I {_DO[name]}",
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
    MotionPredicate(_exact(name), frozenset((name,)), _ALL - {name} - _UNSURE.get(name, frozenset()))
    for name in ACTIVITY_WORDS
)
_MOVE = _STEPS | _UP | {"sitting while moving around", "picking up items"}
_GROUPS = (
    MotionPredicate(_doing("moving", "[in motion|moving about|moving at all|on the move]"), _MOVE, _STILL),
    MotionPredicate(
        _free(
            "is [there any movement|my body moving|there any motion|anything moving in the motion sensor]",
            "do I move",
            "[do|can] you feel [any |]movement",
            "does the [sensor|motion sensor|IMU|accelerometer] [feel|measure|show] [movement|motion]",
            clauses=("my body is moving", "there is movement", "I move"),
        ),
        _MOVE,
        _STILL,
    ),
    MotionPredicate(
        _free("are my legs moving", "do my legs move", "am I using my legs", clauses=("my legs are moving",)),
        _STEPS,
        _STILL,
    ),
    MotionPredicate(
        _free(
            "am I [in|on] [a|my] [chair|seat]",
            "do I [sit|sit in a chair]",
            "have I sat down",
            clauses=("I sit", "I have a chair under me"),
        ),
        _SITTING,
        _STEPS | {"standing still"},
    ),
    MotionPredicate(
        _free("do I [stand|stand there]", "am I upright", clauses=("I stand",)),
        frozenset(("standing still",)),
        _SITTING,
    ),
    MotionPredicate(
        _free(
            "am I [lazy|relaxing|taking it easy|idle]", "am I having a rest", clauses=("I am having a rest",)
        ),
        _STILL,
        _STEPS,
    ),
    MotionPredicate(
        _free("am I [active|physically active|busy moving]", clauses=("I am physically active",)),
        _STEPS,
        _STILL,
    ),
    MotionPredicate(
        _doing(
            "still",
            "[motionless|keeping still|holding still|not moving|staying still|inactive|at rest|resting]",
        ),
        _STILL,
        _MOVE,
    ),
    MotionPredicate(
        _doing("sitting", "[seated|in a chair|on a chair|sitting down|in my seat]"),
        _SITTING,
        frozenset(("standing still", *_STEPS, *_UP)),
    ),
    MotionPredicate(
        _doing("standing", "[upright and still|standing there]"),
        frozenset(("standing still",)),
        _SITTING | {"walking", "running"},
    ),
    MotionPredicate(_doing("on my feet"), _STEPS | {"standing still"}, _SITTING),
    MotionPredicate(
        _doing("[exercising|doing sports|working out|doing a workout|training hard]"),
        frozenset(("running",)),
        _SITTING | {"standing still", "putting glasses on or off", "standing up from sitting"},
    ),
    MotionPredicate(
        _free(
            "is [this|it|what I do] [exercise|sport|a workout]",
            "does this count as [exercise|sport]",
            "do I get any exercise",
            clauses=("this is exercise", "this counts as sport"),
        ),
        frozenset(("running",)),
        _SITTING | {"standing still", "putting glasses on or off"},
    ),
    MotionPredicate(
        _free(
            "did I [just |][stand up|get up|rise]",
            "have I [just |][stood up|got up|gotten up|risen]",
            clauses=("I [stood|got] up", "I have just got up"),
        ),
        _UP,
        _ALL - _UP,
    ),
    MotionPredicate(
        _free(
            "are [my|the] [glasses|spectacles] [being adjusted|being moved|being put on|being taken off|being touched|coming off]",
            "did I [just |][touch|adjust|take off|put on|remove|move] my [glasses|spectacles]",
            "is [someone|somebody] moving my glasses",
            clauses=(
                "my glasses are being [moved|adjusted|touched|taken off]",
                "I [touched|adjusted|took off] my glasses",
            ),
        ),
        frozenset(("putting glasses on or off",)),
        _ALL - {"putting glasses on or off"},
    ),
    MotionPredicate(
        _free(
            "did I [just |][pick something up|pick up something|grab something|bend down for something]",
            "have I picked [something|an item] up",
            clauses=("I picked something up",),
        ),
        frozenset(("picking up items",)),
        _ALL - {"picking up items"},
    ),
    MotionPredicate(
        _free(
            "are there [any |][stairs|steps] [under my feet|here]",
            "did I [take|use|climb] the stairs",
            "do I [use|take|climb] [the |]stairs",
            clauses=("I [use|take|climb] the stairs", "there are stairs under my feet"),
        ),
        frozenset(("taking stairs",)),
        _ALL - {"taking stairs"},
    ),
    MotionPredicate(
        _doing("[moving fast|in a hurry|rushing|going fast|moving quickly]"),
        frozenset(("running",)),
        _SITTING | {"standing still"},
    ),
    MotionPredicate(
        _free(
            "[do I take|am I taking|am I making|do you feel|do you count any|are there any] [steps|footsteps]",
            clauses=("I am taking steps", "I take steps"),
        ),
        frozenset(("walking", "running")),
        _SITTING | {"standing still"},
    ),
)
# Never in our world, so always answered with no.
_NEVER = (
    "[lying down|lying in bed|lying on the floor]",
    "[asleep|sleeping|napping]",
    "[driving|driving a car|in a car]",
    "[swimming|in the water]",
    "[cycling|riding a bike|riding a bicycle|on a bike]",
    "[dancing|dancing around]",
    "[jumping|jumping up and down|hopping]",
    "[falling|falling down|tripping]",
    "[flying|in the air]",
    "[skiing|skating|surfing]",
    "[crawling|on my knees]",
    "[rowing|paddling]",
    "[doing push-ups|doing sit-ups|lifting weights]",
    "[playing tennis|playing football|playing golf]",
    "[climbing a tree|climbing a ladder]",
    "[doing yoga|stretching|spinning around]",
    "[mowing the lawn|gardening]",
)
_FALSE_ONLY = tuple(MotionPredicate(_doing(words), frozenset(), _ALL) for words in _NEVER)
PREDICATES = (*_EXACT, *_GROUPS, *_FALSE_ONLY)


def true_of(predicate: MotionPredicate, activity: str) -> bool | None:
    """Whether the predicate holds, or None when it cannot be settled."""
    if activity in predicate.true:
        return True
    return False if activity in predicate.false else None


def draw_predicate(activity: str, rng: random.Random) -> tuple[MotionPredicate, bool]:
    """Draw a predicate whose answer is yes in half of the cases."""
    wanted = rng.random() < 0.5
    pools = (_EXACT, _EXACT, _GROUPS, _GROUPS, _GROUPS if wanted else _FALSE_ONLY)
    for _ in range(8):
        fitting = [predicate for predicate in rng.choice(pools) if true_of(predicate, activity) is wanted]
        if fitting:
            return rng.choice(fitting), wanted
    return next((p, wanted) for p in _EXACT if true_of(p, activity) is wanted)
