"""What can be asked of a motion in words that fit several activities, or none.

Knows which activities each such question is true and false of; refuses to know how an answer is worded.
"""

from typing import Final

from anymal.training.language.motions.predicates import ALL, MotionPredicate, doing, free

__all__ = ["GROUPS"]

_SITTING: Final = frozenset(("sitting still", "sitting while moving around"))
_STILL: Final = frozenset(("sitting still", "standing still"))
_STEPS: Final = frozenset(("walking", "running", "taking stairs"))
_UP: Final = frozenset(("standing up from sitting",))
_MOVE: Final = _STEPS | _UP | {"sitting while moving around", "picking up items"}

GROUPS: Final = (
    MotionPredicate(
        doing(
            "moving",
            "[in motion|moving about|moving at all|on the move|on the go|in movement|moving my body]",
        ),
        _MOVE,
        _STILL,
    ),
    MotionPredicate(
        free(
            "is [there any movement in me|my body moving|anything moving in the motion sensor]",
            "do I move",
            "is my body in motion",
            "is there movement [in my body|on the sensor|to feel]",
            "does my body [move|show movement]",
            "is the wearer [moving|in motion]",
            "do you [detect|pick up|sense|notice|register] [any |some |][motion|movement] [from|in] [me|my body]",
            "[do|can] you feel [any |]movement",
            "does the [sensor|motion sensor|IMU|accelerometer] [feel|measure|show] [movement|motion]",
            clauses=("my body is moving", "there is movement in my body", "I move"),
        ),
        _MOVE,
        _STILL,
    ),
    MotionPredicate(
        free(
            "are my legs [moving|at work|going|busy|carrying me along]",
            "do my legs move",
            "am I using my legs",
            "are my feet moving",
            "am I putting one foot in front of the other",
            clauses=("my legs are moving", "my feet are moving", "I use my legs"),
        ),
        _STEPS,
        _STILL,
    ),
    MotionPredicate(
        free(
            "am I [in|on] [a|my] [chair|seat]",
            "am I [on my bum|on my bottom|on my backside|sat down|parked in a chair|sitting in a seat]",
            "am I off my feet",
            "have I [taken a seat|got a seat|got a chair under me]",
            "is there a [chair|seat] under me",
            "am I in a sitting position",
            "do I [sit|sit in a chair]",
            "have I sat down",
            clauses=("I sit", "I have a chair under me"),
        ),
        _SITTING,
        _STEPS | {"standing still"},
    ),
    MotionPredicate(
        free(
            "do I [stand|stand there]",
            "am I in a standing position",
            "am I stood up in one spot",
            "have I got up and am I standing there",
            clauses=("I stand", "I am in a standing position"),
        ),
        frozenset(("standing still",)),
        _SITTING,
    ),
    MotionPredicate(
        free(
            (
                "am I [lazy|relaxing|taking it easy|idle|being lazy|"
                "unwinding|chilling|chilling out|lazing about]"
            ),
            (
                "am I [having a rest|taking a break|having a breather|putting "
                "my feet up|loafing about|being a couch potato]"
            ),
            "do I [rest|relax|take it easy|do nothing|laze about]",
            "is my body [at rest|resting|relaxed]",
            "am I [doing nothing|not doing much|doing nothing much]",
            "am I getting some rest",
            clauses=("I am having a rest", "I am taking it easy", "I do nothing", "my body is at rest"),
        ),
        _STILL,
        _STEPS,
    ),
    MotionPredicate(
        free(
            (
                "am I [active|physically active|busy moving|being active|"
                "keeping active|up and about|keeping busy]"
            ),
            "do I [keep active|keep moving|get about]",
            "is this physical activity",
            "am I [getting my steps in|stretching my legs|giving my legs some work]",
            "am I [going places|getting somewhere|making headway|travelling under my own power]",
            "am I changing [places|location|position in the world]",
            clauses=("I am physically active", "I am up and about", "I keep moving"),
        ),
        _STEPS,
        _STILL,
    ),
    MotionPredicate(
        doing(
            "still",
            "[motionless|keeping still|holding still|not moving|staying still|inactive|at rest|resting]",
            (
                "[as still as a statue|frozen to the spot|rooted to the "
                "spot|staying put|stationary]"
            ),
            "[doing nothing with my body|not going anywhere|at a standstill|immobile|without movement]",
        ),
        _STILL,
        _MOVE,
    ),
    MotionPredicate(
        doing(
            "sitting",
            "[seated|in a chair|on a chair|sat down|in my seat|in a seat|on my behind|having a sit]",
        ),
        _SITTING,
        frozenset(("standing still", *_STEPS, *_UP)),
    ),
    MotionPredicate(
        doing("standing", "[upright and still|standing there|in a standing position|stood in one spot]"),
        frozenset(("standing still",)),
        _SITTING | {"walking", "running"},
    ),
    MotionPredicate(
        doing("on my feet", "[on my own two feet|up on my feet|on my legs|on both feet]"),
        _STEPS | {"standing still"},
        _SITTING,
    ),
    MotionPredicate(
        doing(
            (
                "[exercising|doing sports|working out|doing a workout|"
                "training hard|doing cardio|working up a sweat]"
            ),
            "[getting my heart rate up|getting my pulse up|pushing myself|exerting myself|breaking a sweat]",
        ),
        frozenset(("running",)),
        _SITTING | {"standing still", "putting glasses on or off", "standing up from sitting"},
    ),
    MotionPredicate(
        free(
            "is [this|it|what I do] [exercise|sport|a workout]",
            "does this count as [exercise|sport]",
            "do I get any exercise",
            "do I get a workout",
            "would [a gym teacher|my doctor|a coach] call this [exercise|a workout|sport]",
            "am I [likely to be out of breath|likely to sweat|likely to be puffing|burning a lot of energy]",
            "is this [hard work|strenuous|intense|tough on the body|a high-intensity activity|vigorous]",
            "does this [make me sweat|get my heart pumping|take a lot of effort|take it out of me]",
            "is my [effort|exertion|activity level|activity] [high|intense|vigorous]",
            clauses=("this is exercise", "this counts as sport", "my effort is high"),
        ),
        frozenset(("running",)),
        _SITTING | {"standing still", "putting glasses on or off"},
    ),
    MotionPredicate(
        free(
            "did I [just |][stand up|get up|rise]",
            "have I [just |][stood up|got up|gotten up|risen]",
            "did I [just |]leave my [chair|seat]",
            (
                "have I just [left my chair|left my seat|got to my feet|"
                "risen to my feet|gone from sitting to standing]"
            ),
            "am I [rising|on my way up from my chair|going from sitting to standing|getting up on my feet]",
            clauses=("I [stood|got] up", "I have just got up"),
        ),
        _UP,
        ALL - _UP,
    ),
    MotionPredicate(
        free(
            (
                "are [my|the] [glasses|spectacles] [being adjusted|being moved|"
                "being put on|being taken off|being touched|coming off]"
            ),
            "did I [just |][touch|adjust|take off|put on|remove|move] my [glasses|spectacles]",
            "is [someone|somebody] moving my glasses",
            "[am I|was I] [fiddling|fumbling|messing|busy] with my [glasses|specs|spectacles|eyewear]",
            "do I [fiddle|fumble] with my [glasses|specs|eyewear]",
            "are my [specs|glasses|eyeglasses] in my hands",
            "am I [putting on|taking off|adjusting] my [specs|glasses|eyewear]",
            clauses=(
                "my glasses are being [moved|adjusted|touched|taken off]",
                "I [touched|adjusted|took off] my glasses",
            ),
        ),
        frozenset(("putting glasses on or off",)),
        ALL - {"putting glasses on or off"},
    ),
    MotionPredicate(
        free(
            "did I [just |][pick something up|pick up something|grab something|bend down for something]",
            "have I picked [something|an item|a thing|stuff] up",
            (
                "[am I|was I] [tidying up|gathering things up|fetching "
                "something from the floor|collecting stuff]"
            ),
            "do I have something in my [hand|hands] that I just picked up",
            "did I [bend down|stoop|reach down] [for something|to get something|and grab something]",
            "have I [lifted|grabbed|scooped up|fetched|collected] [something|an item|a few things]",
            clauses=("I picked something up",),
        ),
        frozenset(("picking up items",)),
        ALL - {"picking up items"},
    ),
    MotionPredicate(
        free(
            "are there [any |]stairs under my feet",
            "did I [take|use|climb] the stairs",
            "am I on a [stairway|staircase|flight of stairs|flight of steps|stairwell]",
            "am I [changing floors|going to another floor|between two floors] [by|on] [the stairs|foot]",
            "have I got stairs under my feet",
            "do I [use|take|climb] [the |]stairs",
            clauses=("I [use|take|climb] the stairs", "there are stairs under my feet"),
        ),
        frozenset(("taking stairs",)),
        ALL - {"taking stairs"},
    ),
    MotionPredicate(
        doing(
            "[moving fast|in a hurry|rushing|going fast|moving quickly|hurrying|dashing|in a rush]",
            "[going at a fast pace|going at speed|moving at speed|zooming along|racing along|legging it]",
        ),
        frozenset(("running",)),
        _SITTING | {"standing still"},
    ),
    MotionPredicate(
        free(
            (
                "[do I take|am I taking|am I making|do you feel|do you "
                "count any] [steps|footsteps]"
            ),
            (
                "[would|does] a [step counter|pedometer] count [steps|"
                "my steps] [now|right now|here|at the moment]"
            ),
            "am I [taking strides|pacing|putting one foot before the other|adding to my step count]",
            clauses=("I am taking steps", "I take steps"),
        ),
        frozenset(("walking", "running")),
        _SITTING | {"standing still"},
    ),
    MotionPredicate(
        free(
            "do I make [little|hardly any|no] effort",
            "is my [effort|exertion|activity level|activity] [low|light|minimal]",
            "is this [easy on the body|light exercise|effortless|no effort|a low-effort activity]",
            "is my body [quiet|still|idle|inactive]",
            clauses=("my effort is low", "my activity level is low", "my body is still"),
        ),
        _STILL,
        frozenset(("running",)),
    ),
    MotionPredicate(
        free(
            "are my feet [taking me somewhere|carrying me along|leaving the ground]",
            "am I [covering ground|covering distance|getting from A to B|travelling on foot|going along]",
            "do I [cover any distance|get anywhere|go anywhere|make any headway]",
            "am I [going|heading] [somewhere|anywhere|places]",
            clauses=("I am going somewhere", "I am covering ground", "I go from A to B"),
        ),
        frozenset(("walking", "running")),
        _SITTING | {"standing still"},
    ),
    MotionPredicate(
        free(
            "am I staying [put|where I am|in one place|in the same place|in the same spot]",
            "do I stay [put|where I am|in one place|on the spot|in one spot]",
            "am I in the same [place|spot] all the time",
            clauses=("I stay put", "I stay in one place", "I stay where I am"),
        ),
        _SITTING | {"standing still"},
        _STEPS,
    ),
)
