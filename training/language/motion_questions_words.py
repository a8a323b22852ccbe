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
        ),
        "sitting",
        ("sitting",),
    ),
    "sitting while moving around": ActivityWords(
        (
            "sitting [while|and] moving around",
            "[fidgeting|shifting|moving] [in|on] my [seat|chair]",
            "moving around while [sitting|seated]",
            "sitting [restlessly|and moving my head]",
            "restless in my [chair|seat]",
        ),
        "sitting",
        ("sitting",),
    ),
    "putting glasses on or off": ActivityWords(
        (
            "putting [my |the |]glasses on or off",
            "putting [on my glasses|my glasses on]",
            "taking [off my glasses|my glasses off]",
            "[adjusting|touching|handling|moving|removing] [my|the] [glasses|spectacles]",
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
        ),
        "picking",
        ("picking up", "picking"),
    ),
    "standing still": ActivityWords(
        (
            "standing still",
            "standing [motionless|without moving|in one place|quietly|on one spot]",
            "just standing [here|there|around]",
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
            "getting to my feet",
        ),
        "rising",
        ("standing up",),
    ),
    "taking stairs": ActivityWords(
        (
            "[on|taking|using|climbing] [the |some |]stairs",
            "[going|walking|moving] [up|down|up or down] [the |some |]stairs",
            "climbing [steps|a staircase|stairs]",
            "on [a staircase|the steps]",
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
        ),
        "walking",
        ("walk",),
    ),
    "running": ActivityWords(
        (
            "running",
            "[jogging|sprinting|out for a run|going for a run|on a run]",
            "running [around|fast|along]",
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
