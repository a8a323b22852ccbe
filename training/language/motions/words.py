"""Each activity of the closed world in many words.

Knows vocabulary only; refuses to know questions and answers.
"""

from dataclasses import dataclass

__all__ = ["ACTIVITY_WORDS", "LEVELS", "ActivityWords"]


@dataclass(frozen=True)
class ActivityWords:
    """`doing`: words after "am I"; `word`: the one-word answer; `stems`: accepted in an answer."""

    doing: tuple[str, ...]
    word: str
    stems: tuple[str, ...]


ACTIVITY_WORDS: dict[str, ActivityWords] = {
    "sitting still": ActivityWords(
        (
            "sitting still",
            "[sitting|seated] [quietly|motionless|without moving]",
            "sitting [and not moving|in one place]",
            "[sat|perched|planted] [quietly|motionless|still] [in|on] [a|my] [chair|seat]",
            "sitting [like a statue|as still as a mouse|there quietly|quite still]",
            "[sitting|seated] [calmly|without stirring|without budging|completely still|and keeping still]",
            "[sitting|seated] on [a chair|a bench|my seat] [without moving|motionless|quietly]",
            "motionless [in|on] [my|a] [chair|seat]",
            "sitting [in the corner|by the window|at my desk|on the sofa] without moving",
            "sat here [quietly|like a statue|and not moving]",
        ),
        "sitting",
        ("sitting",),
    ),
    "sitting while moving around": ActivityWords(
        (
            "sitting [while|and] moving around",
            "[fidgeting|shifting|moving] [in|on] my [seat|chair]",
            "moving around while [sitting|seated]",
            "[fidgeting|jiggling|shuffling] about [on the sofa|in my seat|in my chair|on the bench]",
            "sitting [restlessly|and moving my head]",
            "restless in my [chair|seat]",
            "[wriggling|squirming|wiggling|swivelling|rocking] [about |around |][in|on] my [chair|seat]",
            "[seated|sitting] [but|and] [moving|fidgeting|restless|shifting about]",
            "[fidgeting|fidgety|restless|moving about|swaying] while [sitting|seated|I sit]",
            "[sitting|seated] and [turning|twisting|looking around|leaning about|rocking]",
        ),
        "sitting",
        ("sitting",),
    ),
    "putting glasses on or off": ActivityWords(
        (
            "putting [my |the |]glasses on or off",
            "putting [on my glasses|my glasses on]",
            "taking [off my glasses|my glasses off]",
            "[adjusting|touching|handling|moving|removing] [my|the] [glasses|spectacles|specs|eyeglasses]",
            "[fiddling with|fumbling with|straightening|playing with] my [glasses|specs|spectacles|eyewear]",
            "[popping|slipping] my [glasses|specs] [on|off|on or off]",
            "[changing|donning|lifting off|readjusting|pushing up] my [glasses|spectacles|specs]",
            "doing something with my [glasses|specs|spectacles|eyeglasses]",
            "[putting|popping] my [sunglasses|shades|specs|reading glasses] [on|on or off]",
            "taking my [sunglasses|shades|specs|reading glasses] off",
            "whipping my [glasses|specs] [on|off]",
        ),
        "glasses",
        ("glasses",),
    ),
    "picking up items": ActivityWords(
        (
            "picking [something|things|items|an item|stuff] up",
            "picking up [something|things|items|an object|objects]",
            "[bending down|reaching down] to [get|pick up|grab] something",
            "[grabbing|lifting|collecting] [things|items|something|objects]",
            (
                "[gathering up|fetching|scooping up|taking] [things|stuff|"
                "bits and bobs] off the [floor|table|ground]"
            ),
            "[stooping|crouching|leaning down] to [pick something up|grab an item|get a thing]",
            "[lifting|picking|taking] [something|things|an item] [up from|off] the [floor|ground|table|desk]",
            "[reaching for|fetching|retrieving] [something|things|an object|an item]",
            "[bending|stooping|reaching] for [something|things|an item]",
            "[picking up|lifting|grabbing] [a box|the box|a bag|a parcel|my things|a cup|a toy|the shopping]",
            "[picking|lifting] [a box|the box|a bag|a parcel|a toy] up[| off the floor]",
            "taking something off the [floor|shelf|ground]",
        ),
        "picking",
        ("picking up", "picking"),
    ),
    "standing still": ActivityWords(
        (
            "standing still",
            "standing [motionless|without moving|in one place|quietly|on one spot]",
            "just standing [here|there|around]",
            "[stood|standing] [like a statue|on the spot|in one spot|rooted to the spot]",
            "[waiting on my feet|on my feet without moving|on my feet but not walking]",
            "[stood|standing] [perfectly|completely|quite] still",
            "standing [and|but] not [moving|walking|going anywhere]",
            "standing [calmly|without budging|without a move|in the same spot|stock still]",
            "on my feet [and going nowhere|and staying put]",
            "standing [in a queue|in the corner|by the door|in front of something] without moving",
        ),
        "standing",
        ("standing still", "standing"),
    ),
    "standing up from sitting": ActivityWords(
        (
            "standing up",
            "getting up",
            "rising from [my|a|the] [chair|seat]",
            "standing up from [my|a|the] [chair|seat|sofa]",
            "getting [up from|out of] my [chair|seat]",
            "[getting|rising|springing|struggling] to my feet",
            "[leaving|coming out of|getting off] [my|the] [chair|seat|couch|sofa]",
            "[going|changing] from sitting to standing",
            "[getting|rising|coming|pushing myself] up [from sitting|from a seat|out of a chair]",
            "[just getting up|coming to my feet|moving from sitting to standing]",
            "[rising|raising myself] from a sitting position",
            "[hauling|heaving|pushing] myself [out of|up from] my [chair|armchair|sofa]",
            "getting off my [bum|backside|bottom]",
        ),
        "rising",
        ("standing up",),
    ),
    "taking stairs": ActivityWords(
        (
            "[on|taking|using|climbing] [the |some |]stairs",
            "[going|walking|moving] up or down [the |some |]stairs",
            "climbing [steps|a staircase|stairs]",
            "on [a staircase|the steps|a flight of stairs|some steps]",
            "[using|taking] [the steps|a flight of stairs|the staircase|a flight of steps]",
            "on the [stairs|staircase|stairway][ between two floors| in a stairwell|]",
            "going [upstairs or downstairs|up or down steps|by the stairs]",
            "[walking|moving|travelling] on [stairs|the stairs|the steps|a staircase]",
            "doing [the stairs|stairs]",
            "nipping [up or down|up and down] the stairs",
            "[treading|mounting or descending] the [steps|stairs]",
        ),
        "stairs",
        ("stairs",),
    ),
    "walking": ActivityWords(
        (
            "walking",
            "[strolling|taking a walk|on a walk|going for a walk]",
            "walking [around|along|about|forward|somewhere]",
            "going [somewhere |]on foot",
            "[ambling|strolling|wandering|sauntering|marching] [along|about|around]",
            "[having|out for|taking] a [stroll|walk|wander]",
            "[walking|strolling] at [a normal pace|my own pace|an easy pace]",
            "[just walking|on a stroll|on my walk|stretching my legs with a walk]",
            "[plodding|trudging|tramping|traipsing|rambling] [along|about]",
            "[out walking|having a wander|walking it|going at a walk]",
        ),
        "walking",
        ("walk",),
    ),
    "running": ActivityWords(
        (
            "running",
            "[jogging|sprinting|out for a run|going for a run|on a run]",
            "running [around|fast|along]",
            "[having|out for|doing] a [jog|run|sprint]",
            "[racing|sprinting|jogging] [along|about|around|flat out]",
            "[going|moving] at [a run|a jog|a sprint]",
            "[just running|on my run|on a jog|doing my run|having my jog|running quickly]",
            "[pelting|belting|tearing] along",
            "[legging it|out running|running for the bus|pounding the pavement]",
        ),
        "running",
        ("running",),
    ),
}
LEVELS: dict[str, str] = {
    "sitting still": "low",
    "standing still": "low",
    "sitting while moving around": "low",
    "putting glasses on or off": "low",
    "picking up items": "medium",
    "standing up from sitting": "medium",
    "walking": "medium",
    "taking stairs": "medium",
    "running": "high",
}
