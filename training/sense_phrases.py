"""Wordings of the sounds, spoken digits and activities, for contrastive training against text.

Knows several ways to say each class; refuses to know what they are compared with. The first
wording of every class is the word of `facts.py` itself.
"""

from anymal.training.facts import ACTIVITIES, SOUNDS

__all__ = ["DIGIT_PHRASES", "MOTION_PHRASES", "SOUND_PHRASES"]

_DIGIT_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_SOUND_WORDINGS: dict[str, tuple[str, ...]] = {
    "a baby crying": ("a crying baby", "an infant wails", "a baby is upset"),
    "breathing": ("somebody breathes in and out", "heavy breathing", "a person taking breaths"),
    "coughing": ("a cough", "somebody coughs", "a person with a cough"),
    "dishes clattering": ("plates and cups clatter", "dishes being handled in a kitchen", "crockery"),
    "a door slamming": ("a slammed door", "a door shuts with a bang", "somebody slams the door"),
    "a door opening": ("a door is opened", "a door handle and a creaking door", "somebody opens the door"),
    "an electric shaver": ("an electric razor buzzing", "somebody shaves with a machine", "a shaver hums"),
    "a woman crying": ("a crying woman", "a woman sobs", "a woman weeping"),
    "a woman screaming": ("a screaming woman", "a woman's scream", "a high scream of a woman"),
    "glass breaking": ("broken glass", "glass shatters", "a window or a bottle breaks"),
    "a hair dryer": ("a hair dryer blowing", "somebody dries their hair", "a blow dryer is on"),
    "hands clapping": ("applause", "somebody claps", "clapping hands"),
    "typing on a keyboard": ("keyboard typing", "somebody types", "keys of a computer being pressed"),
    "keys jingling": ("a jingling bunch of keys", "metal keys rattle", "keys on a key ring"),
    "laughter": ("somebody laughs", "people laughing", "a laugh"),
    "a man screaming": ("a screaming man", "a man's scream", "a man shouts and screams"),
    "paper rustling": ("rustling paper", "pages being turned", "somebody crumples paper"),
    "a sneeze": ("sneezing", "somebody sneezes", "achoo"),
    "speech": ("somebody speaks", "a person talking", "a voice saying words"),
    "running water": ("water runs from a tap", "flowing water", "a running shower or tap"),
    "a yawn": ("yawning", "somebody yawns", "a tired yawn"),
    "silence": ("nothing is heard", "no sound at all", "it is quiet"),
    "a steady tone": ("a constant tone", "one unchanging pitch", "a continuous test tone"),
    "beeping": ("beeps", "an alarm beeps on and off", "a repeated beep"),
}

_MOTION_WORDINGS: dict[str, tuple[str, ...]] = {
    "sitting still": (
        "the wearer sits still and reads",
        "seated, writing or using a computer",
        "sitting quietly",
    ),
    "sitting while moving around": (
        "seated, moving head and body",
        "moving about on a chair",
        "restless in the seat",
    ),
    "putting glasses on or off": ("the glasses are put on", "taking the glasses off", "handling the glasses"),
    "picking up items": (
        "bending down to the floor",
        "picks something up",
        "picking things up from the floor",
    ),
    "standing still": (
        "the wearer stands in place",
        "on their feet without walking",
        "standing upright, not moving",
    ),
    "standing up from sitting": (
        "getting up from a chair",
        "the wearer stands up",
        "rising and sitting down again",
    ),
    "taking stairs": ("climbing stairs", "going up or down the stairs", "walking on a staircase"),
    "walking": ("the wearer walks", "going for a walk", "steady steps on the level"),
    "running": ("the wearer runs", "jogging", "fast running steps"),
}

SOUND_PHRASES: tuple[tuple[str, ...], ...] = tuple((name, *_SOUND_WORDINGS[name]) for name in SOUNDS)
DIGIT_PHRASES: tuple[tuple[str, ...], ...] = tuple(
    (f"the spoken digit {word}", f"somebody says {word}", f"the word {word}", f"a voice says {word}")
    for word in _DIGIT_WORDS
)
MOTION_PHRASES: tuple[tuple[str, ...], ...] = tuple((name, *_MOTION_WORDINGS[name]) for name in ACTIVITIES)
