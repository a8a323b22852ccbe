"""More words in which one asks what fits several activities, or one of them said in another way.

Knows which activities each such question is true and false of, as in `motions.groups`; refuses to know how an
answer is worded.
"""

from typing import Final

from anymal.training.language.motions.predicates import ALL, MotionPredicate, doing, free

__all__ = ["GROUPS_MORE"]

_SITTING: Final = frozenset(("sitting still", "sitting while moving around"))
_STILL: Final = frozenset(("sitting still", "standing still"))
_STEPS: Final = frozenset(("walking", "running", "taking stairs"))
_UP: Final = frozenset(("standing up from sitting",))
_MOVE: Final = _STEPS | _UP | {"sitting while moving around", "picking up items"}

GROUPS_MORE: Final = (
    MotionPredicate(
        free(
            "is [anything|something] in me moving",
            "do my limbs move[| at all| right now]",
            "[is|was] there [any|some] [movement|motion|activity] [of mine|on my part|on my side]",
            "have I [moved|been moving|stirred|budged]",
            "did I [move|stir|budge]",
            "[am I|is my body] doing any moving",
            "can you [make out|measure|register|tell] [any |]movement of mine",
            "is the [motion sensor|accelerometer|IMU] [showing|registering|picking up] [movement|motion]",
            clauses=("I have moved", "I have been moving", "something is moving in me"),
        ),
        _MOVE,
        _STILL,
    ),
    MotionPredicate(
        free(
            "am I [keeping|holding|staying] [perfectly |completely |]still",
            "have I stopped [moving|in my tracks]",
            "have I come to [rest|a stop|a standstill|a halt]",
            "do I [keep|hold|stay] still",
            "is my body [motionless|calm|stationary|immobile]",
            "is the [motion sensor|accelerometer|IMU] [quiet|calm|flat|showing nothing but rest]",
            clauses=("I keep still", "I have stopped moving", "my body is motionless", "I hold still"),
        ),
        _STILL,
        _MOVE,
    ),
    MotionPredicate(
        free(
            "is my [bottom|bum|behind|backside|rear] [on|in] a [seat|chair]",
            "am I [sitting down|seated|having a seat|using a chair|resting on a chair]",
            "have I [a seat|got myself a seat|sat myself down]",
            "does a [chair|seat] [carry|hold] [me|my weight]",
            "is the wearer [seated|sitting|in a chair|sat down]",
            "is my posture a sitting one",
            clauses=("I am seated", "I have a seat", "I am sitting down", "a chair carries me"),
        ),
        _SITTING,
        _STEPS | {"standing still"},
    ),
    MotionPredicate(
        free(
            "are my feet [carrying me|carrying my weight|holding me up]",
            "am I [upright on my feet|up on my legs|on my two feet|out of my chair]",
            "is my weight on my [feet|legs]",
            "do my legs [carry|hold] me",
            "is the wearer on [their feet|their own feet]",
            "am I up and on my feet",
            clauses=("my legs carry me", "I am upright on my feet", "my weight is on my feet"),
        ),
        _STEPS | {"standing still"},
        _SITTING,
    ),
    MotionPredicate(
        free(
            "are my legs [doing the work|in action|on the go]",
            "do I [step along|put one leg before the other|move on foot|use my feet to get about]",
            "am I [travelling by foot|using my feet to get about|moving on foot|moving from place to place]",
            "am I [getting around|getting about|leaving my spot|moving away from where I was]",
            clauses=("I move on foot", "I use my feet to get about", "I am leaving my spot"),
        ),
        _STEPS,
        _STILL,
    ),
    MotionPredicate(
        free(
            "am I [going hard|giving it some welly|giving it my all|at full tilt|flat out|at full speed]",
            "is my [pace|speed|tempo] [high|fast|quick]",
            "is my heart [racing|beating fast|pounding] from this",
            "do I [hurry|rush|dash|go fast|move fast|speed along]",
            "is this [demanding|exhausting|tough going|heavy exercise|good cardio]",
            clauses=("I am going fast", "I am in a rush", "my pace is high", "this is exhausting"),
        ),
        frozenset(("running",)),
        _SITTING | {"standing still"},
    ),
    MotionPredicate(
        free(
            "am I [leaving|getting off|getting out of] my [seat|chair|sofa|stool]",
            "am I [on the way to my feet|coming up from a seat|no longer sitting but getting up]",
            "do I [get up|rise|get to my feet|leave my chair][| right now]",
            clauses=("I am leaving my seat", "I get up from my chair"),
        ),
        _UP,
        ALL - _UP,
    ),
    MotionPredicate(
        free(
            "[are|were] my [hands|fingers] [on|at] my [glasses|specs|spectacles]",
            "is something happening [to|with] my [glasses|specs|spectacles]",
            "am I doing something [to|with] my [glasses|specs|spectacles]",
            "do my glasses [go on or off|come off or go on|get put on or off]",
            "have I just [touched|adjusted|removed|taken off|put on|handled] my [glasses|specs|spectacles]",
            "did my [specs|glasses|sunglasses|shades] [just |][come off|go on or off]",
            "have I just had my [hands|fingers] on my [glasses|specs]",
            clauses=("I am doing something with my glasses", "I have just touched my glasses"),
        ),
        frozenset(("putting glasses on or off",)),
        ALL - {"putting glasses on or off"},
    ),
    MotionPredicate(
        free(
            "have I just [taken|picked|got] [something|anything|an item] [off|up from] the [floor|table]",
            "did I [reach|bend|stoop] [for|down for|down to get] [something|an item|a thing]",
            "am I [busy picking|bending to pick|stooping to pick] [something|things] up",
            "am I [lifting|grabbing|fetching|gathering] [something|anything|items|objects]",
            "is my hand [picking something up|reaching for something|grabbing an item]",
            "did I just [pick the box up|lift a box|grab the bag|take something off the floor|lift a parcel]",
            "have I just [got hold of|lifted|picked up] [the box|a bag|a thing|something]",
            clauses=("I have just grabbed something", "I am lifting something", "I bent down for something"),
        ),
        frozenset(("picking up items",)),
        ALL - {"picking up items"},
    ),
    MotionPredicate(
        free(
            "are there [stairs|steps] [beneath|below|under] [me|my feet]",
            "am I going [from floor to floor|from one floor to another] [on foot|by the stairs]",
            "have I just [taken|used|got onto|climbed] the [stairs|staircase]",
            "is this a [staircase|stairway|flight of stairs] [I'm on|I am on]",
            "is it stairs [I'm on|I walk on|I am taking]",
            "am I [climbing or descending stairs|going up or down stairs|treading stairs|using a staircase]",
            clauses=("I am on a staircase", "I am using a staircase", "it's stairs I am on"),
        ),
        frozenset(("taking stairs",)),
        ALL - {"taking stairs"},
    ),
    MotionPredicate(
        doing(
            "[idling|loafing|doing nothing much|having a quiet moment]",
            "[hanging around|waiting|waiting quietly|killing time]",
        ),
        _STILL,
        _STEPS,
    ),
    MotionPredicate(
        doing(
            "[on the way somewhere|going somewhere|getting ahead|moving forward|making progress]",
            "[travelling on foot|on foot and moving|on the road on foot|moving ahead on my feet]",
        ),
        frozenset(("walking", "running")),
        _SITTING | {"standing still"},
    ),
)
