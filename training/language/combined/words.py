"""Short summaries of each sense and the words in which people ask about several senses at once.

Knows one clause per sense and question patterns (`combined.asked`, `combined.vague`
and `combined.wide` hold more of them); refuses to know turns.
"""

import random

from anymal.training.facts import PictureFacts, Senses, VideoFacts
from anymal.training.language.combined import asked, vague, wide
from anymal.training.language.phrasing import join_words, with_article
from anymal.training.language.sounds.words import DIGITS
from anymal.training.language.surface import Asking, joined
from anymal.training.language.visual_words import list_items

__all__ = ["ALL", "PAIRS", "PICTURE", "SENSES", "SHOWS", "picture_summary", "sense_names", "video_summary"]

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def picture_summary(facts: PictureFacts) -> str:
    """Return a noun phrase that follows "I see"."""
    if facts.kind == "shapes":
        if len(facts.items) <= 3:
            return list_items(facts.items, size=len(facts.items) <= 2)
        return f"{_NUMBERS[len(facts.items)]} shapes on a {facts.background} background"
    if facts.kind == "digit":
        return f"the digit {DIGITS[facts.digit or 0]} in {facts.digit_colour}"
    if facts.kind == "scene":
        things = join_words([with_article(thing) for thing in facts.things[:3]])
        return f"a {facts.time} scene with {things}" if things else f"a {facts.time} scene"
    if facts.kind == "photo":
        light = "bright" if facts.bright else "dark"
        return f"a photograph that is {light} and mostly {join_words(facts.colours)}"
    return f"a plain {facts.background} picture"


def video_summary(facts: VideoFacts) -> str:
    """Return a noun phrase that follows "I see"."""
    item = with_article(f"{facts.item.colour} {facts.item.shape}")
    if " to " in facts.movement:
        start, end = facts.movement.split(" to ")
        return f"{item} that moves from {start} to {end}"
    return f"{item} that {facts.movement}"


def sense_names(senses: Senses, rng: random.Random) -> list[str]:
    """Names of the senses that were given, as they follow "I have"."""
    names = []
    if senses.images:
        number = len(senses.images)
        names.append("a picture" if number == 1 else f"{_NUMBERS[min(number, 6)]} pictures")
    if senses.video is not None:
        names.append("a video")
    if senses.sound is not None:
        names.append(rng.choice(("a sound", "a sound", "sound")))
    if senses.motion is not None:
        names.append("motion")
    return names


_NOW = "[||| right now| now| at the moment| here| around me| currently| at present]"

_ALL = Asking(
    direct=(
        "what is [going on|happening]" + _NOW,
        "what's [going on|happening|up here]" + _NOW,
        "what is [going on|happening] around me",
        "what do your senses [tell you|say|report|pick up]" + _NOW,
        "what do you [sense|perceive|notice|experience]" + _NOW,
        "what can you [sense|perceive|notice|tell me|say|report]" + _NOW,
        "what is [the situation|my situation|the current situation]" + _NOW,
        "what do the sensors [say|tell you|show]",
        "what do you [know|make out] about [my surroundings|this moment|the situation|my situation]",
        (
            "can you [describe|summarise|summarize] [the situation|everything|this moment|what is going on|"
            "my situation]"
        ),
        "how would you describe [the situation|this moment|what is going on|my situation]",
        "what are you [picking up|noticing|sensing|perceiving]" + _NOW,
        "what's the [situation|story]" + _NOW,
        "what am I in the middle of",
        "what goes on" + _NOW,
        "what [can|do] you tell me about [what is going on|what is around me|the world around me|right now]",
        "what do you make of [this|the situation|all this|everything]",
        "what is the state of things" + _NOW,
        "can you [give me a summary|sum it up|sum up the situation|fill me in|bring me up to date]",
        "how do things look" + _NOW,
        "what are your [impressions|observations|senses telling you]" + _NOW,
        "what do your sensors [tell you|say|pick up]",
        "what do you notice with all your senses",
        "what is the [whole picture of the situation|overall situation]" + _NOW,
        "what is it that you sense" + _NOW,
        "what is [this all about|all this]",
        "what have you [noticed|perceived|sensed]" + _NOW,
        "what [just |]happened" + _NOW,
    ),
    embedded=(
        "what is [going on|happening]" + _NOW,
        "what's [going on|happening]" + _NOW,
        "what you [sense|perceive|notice]" + _NOW,
        "what your senses [say|tell you]",
        "what the situation is" + _NOW,
    ),
    whole=(
        (
            "[Please |][describe|summarise|summarize|report] [everything|the situation|what is going on|"
            "what is happening|all you sense|everything you sense|this moment|my surroundings]."
        ),
        (
            "Tell me [everything|all you know|everything you sense|"
            "about the situation|what is going on around me]."
        ),
        "[Situation|Summary|Status|Report|Situation report|The situation|Everything you sense]?",
        (
            "Give me [a summary|an overview|a report|the whole picture of the situation|"
            "a short summary][, please|]."
        ),
        "Put everything together. What is going on?",
        "[Fill me in|Sum it up|Bring me up to date|Sum up the situation][, please|].",
        "[I just woke up|I am lost|I am blind|I don't get it]. What is [going on|happening]?",
        "[Look and listen|Look, listen and feel]. What is [going on|happening]?",
        "[Talk me through|Walk me through] [it|the situation|everything].",
        "Use all your senses. What [is going on|is happening|do you notice]?",
        "Describe [my surroundings|the moment|the scene] with all your senses.",
        "[Combine|Use] [the senses|all senses|all sensors] and tell me what is going on.",
    ),
)

_PAIRS: dict[tuple[str, str], Asking] = {
    ("picture", "sound"): Asking(
        direct=(
            "what do you [see and hear|hear and see]" + _NOW,
            "what can you [see and hear|hear and see]" + _NOW,
            "what do you [see|see here], and what do you hear",
            "what do you hear, and what do you see",
            "what is in the picture and what is [the sound|to be heard]",
            "what do you see and what [sound|noise] is that",
            (
                "what do the [camera and the microphone|image and the sound|picture and the audio] [say|"
                "tell you|show]"
            ),
            "what do your eyes and [your |]ears tell you",
        ),
        embedded=("what you [see and hear|hear and see]" + _NOW, "what you see and what you hear"),
        whole=(
            "[Describe|Tell me] what you [see and hear|hear and see].",
            "[Picture and sound|Sound and picture|Image and audio]?",
            "Describe the [picture and the sound|sound and the picture|image and the audio].",
        ),
    ),
    ("picture", "motion"): Asking(
        direct=(
            "what do you see and what am I doing" + _NOW,
            "what am I doing and what do you see" + _NOW,
            "what is in the picture, and what am I doing",
            "what am I [doing|up to], and what is [in front of me|in the picture]",
            "what do the [camera and the motion sensor|picture and the motion] [say|tell you]",
            "what do you see and feel" + _NOW,
        ),
        embedded=(
            "what you see and what I am doing" + _NOW,
            "what I am doing and what you see",
            "what you see and feel",
        ),
        whole=(
            "Tell me what you see and what I am doing.",
            "[Picture and motion|Motion and picture]?",
            "Describe the picture and [my movement|the motion|my activity].",
        ),
    ),
    ("sound", "motion"): Asking(
        direct=(
            "what do you hear and what am I doing" + _NOW,
            "what am I doing and what do you hear" + _NOW,
            "what am I doing, and what is that [sound|noise]",
            "what [sound|noise] is that, and what am I doing" + _NOW,
            "what do the [microphone and the motion sensor|sound and the motion] [say|tell you]",
            "what do you hear and feel" + _NOW,
            "what am I up to and what can be heard" + _NOW,
        ),
        embedded=(
            "what you hear and what I am doing" + _NOW,
            "what I am doing and what you hear",
            "what you hear and feel",
        ),
        whole=(
            "Tell me what you hear and what I am doing.",
            "[Sound and motion|Motion and sound|Noise and movement]?",
            "Describe the sound and [my movement|the motion|my activity].",
        ),
    ),
}
_TIME = "[|| right now| now| at the moment| currently]"
_SENSES = Asking(
    direct=(
        "which senses do you have" + _TIME,
        "what senses do you have" + _TIME,
        "which senses [are on|are active|work|do you use|can you use]" + _TIME,
        "what [input|inputs|data|signals|sensor data] "
        "[do you have|did you get|have you got|are there|were you given]" + _TIME,
        "what did I [give|send|show] you",
        "what [have you been|were you] given",
        "which [sensors|inputs|signals] do you have" + _TIME,
        "what do you have [to work with|to go on]" + _TIME,
        "do you have a picture, a sound or motion",
        "what kind of [input|data] [is this|do you have]",
        "which of your senses [do you have|are active|got something]" + _TIME,
    ),
    embedded=(
        "which senses you have" + _TIME,
        "what [input|data|signals] you [have|got]" + _TIME,
        "which [sensors|senses] are [on|active]",
    ),
    whole=(
        "[Senses|Inputs|Signals|Active senses|Your senses]?",
        "[List|Name] [your senses|the senses you have|your inputs].",
        "Tell me which senses you have.",
    ),
)
_PICTURE = Asking(
    direct=(
        "what do you see" + _NOW,
        "what can you see" + _NOW,
        "what is in the [picture|image|photo]",
        "what does the [picture|image|camera] show",
        "what [is|do you see] in front of me",
        "what are you [seeing|looking at]" + _NOW,
        "what is [shown|visible|to be seen]" + _NOW,
        "what am I looking at" + _NOW,
        "what's in the [picture|image|frame]",
    ),
    embedded=(
        "what you see" + _NOW,
        "what the [picture|image|camera] shows",
        "what is in the [picture|image]",
    ),
    whole=(
        "[Describe|Summarise|Summarize] the [picture|image].",
        "[Picture|Image|The picture]?",
        "Look. What do you see?",
        "Say what you see.",
        "Tell me about the [picture|image].",
    ),
)
# Yes/no questions whether a sense was given at all; "hear anything" is about sound, not about a given sound.
_SHOWS: dict[str, tuple[str, ...]] = {
    "picture": (
        "do you have [a picture|a photo|an image]" + _TIME,
        "did you get [a picture|a photo|an image]",
        "is there [a picture|a photo|an image]" + _TIME,
        "did I [give|show|send] you [a picture|a photo|an image]",
        "is the camera [on|working|giving you a picture]" + _TIME,
        "have you got [a picture|an image]" + _TIME,
        "do you receive a picture" + _TIME,
        "can you see" + _TIME,
    ),
    "sound": (
        "do you have [a sound|a recording|audio|sound]" + _TIME,
        "did you get [a sound|audio|a recording]",
        "did I [give|send] you [a sound|audio|a recording]",
        "is the microphone [on|working|giving you sound]" + _TIME,
        "have you got [audio|a sound|sound]" + _TIME,
        "can you hear" + _TIME,
        "can you hear [me|us]" + _TIME,
    ),
    "motion": (
        "do you have [motion|motion data|motion signals]" + _TIME,
        "did you get [motion data|a motion signal|motion]",
        "did I [give|send] you motion data",
        "is the [motion sensor|IMU] [on|working|giving you data]" + _TIME,
        "have you got motion data" + _TIME,
        "can you feel my movement" + _TIME,
    ),
}
ALL = joined(_ALL, vague.ALL, wide.ALL)
PAIRS = {pair: joined(asking, asked.PAIRS[pair]) for pair, asking in _PAIRS.items()}
SENSES = joined(_SENSES, vague.SENSES, wide.SENSES)
PICTURE = joined(_PICTURE, vague.PICTURE, wide.PICTURE)
SHOWS = {sense: (*patterns, *vague.SHOWS[sense], *wide.SHOWS[sense]) for sense, patterns in _SHOWS.items()}
