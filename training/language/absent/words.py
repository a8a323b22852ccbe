"""Questions about pictures and videos for senses that hold neither.

Knows questions only; the true picture questions live with the picture writers. Refuses to know answers.
"""

from anymal.training.language.surface import Asking

__all__ = ["PICTURE_ASKED", "VIDEO_ASKED"]

_PIC = "[picture|image|photo|photograph|drawing]"
_SHAPE = "[circle|square|triangle|star|heart|cross|ring|diamond]"
_COLOURED = "[a red|an orange|a yellow|a green|a blue|a purple|a pink|a brown|a black|a white|a grey]"
_NOW = "[|||| right now| now| here| at the moment| in front of me]"

PICTURE_ASKED = Asking(
    direct=(
        "what do you see" + _NOW,
        "what can you see" + _NOW,
        "what is in the " + _PIC,
        "what's in the " + _PIC,
        "what does the " + _PIC + " show",
        "what are you [seeing|looking at]" + _NOW,
        "what am I looking at" + _NOW,
        "what is in front of me" + _NOW,
        "what does the camera [see|show]",
        "what is [this|that] in the " + _PIC,
        "what [colour|color] is [it|the " + _SHAPE + "|the background|the thing|the car]",
        "what [colour|color] do you see",
        "which [colours|colors] [do you see|are in the " + _PIC + "]",
        "what is the main [colour|color]",
        "how many [things|objects|shapes|"
        + _SHAPE
        + "s|people|items] [are there|do you see|are in the "
        + _PIC
        + "|can you see]",
        "is there " + _COLOURED + " " + _SHAPE,
        "is there a " + _SHAPE + _NOW,
        "do you see [a|" + _COLOURED + "] " + _SHAPE,
        "can you see [a house|a tree|a car|a boat|a person|a bird|the moon|the sun]",
        "where is the " + _SHAPE,
        "is the " + _SHAPE + " [left|right] of the " + _SHAPE,
        "which is [bigger|larger|smaller], the " + _SHAPE + " or the " + _SHAPE,
        "what shape [is it|do you see|is in the " + _PIC + "]",
        "which shapes do you see",
        "is it [day or night|day|night] in the " + _PIC,
        "is it dark or bright in the " + _PIC,
        "is the " + _PIC + " [bright|dark|sharp|blurred|blurry]",
        "which [digit|number] [do you see|is in the " + _PIC + "|is shown|is written there]",
        "what is the weather [like |]in the " + _PIC,
        "is it a drawing or a photograph",
        "what is on the [left|right]",
        "what is [in the middle|at the top|at the bottom]",
        "can you describe [the " + _PIC + "|what you see]",
        "what is [drawn|painted|shown|visible]" + _NOW,
        "what is the background",
        "can you see me",
        "do you see anything" + _NOW,
        "can you read [this|that|what is written]",
        "who is in the " + _PIC,
    ),
    embedded=(
        "what you [see|can see]" + _NOW,
        "what the [camera|" + _PIC + "] shows",
        "what is in the " + _PIC,
        "what [colour|color] [it|the " + _SHAPE + "] is",
        "how many [things|shapes|" + _SHAPE + "s] there are",
        "where the " + _SHAPE + " is",
        "[if|whether] there is [a|" + _COLOURED + "] " + _SHAPE,
        "what is in front of me" + _NOW,
        "what I am looking at",
        "[if|whether] it is day or night in the " + _PIC,
    ),
    whole=(
        "[Describe|Summarise|Summarize|Caption] the " + _PIC + ".",
        "[Picture|Image|Photo|Colour|Color|Shapes|Background]?",
        "Look. What do you see?",
        "Look around. What is there?",
        "Count the [shapes|things|" + _SHAPE + "s].",
        "Tell me about the " + _PIC + ".",
        "Describe what you see.",
        "Read the number.",
        "Name the [colour|color].",
        "Say what you see.",
        "I can't see well. What is in front of me?",
    ),
)
_VID = "[video|clip|film|movie|video clip]"
VIDEO_ASKED = Asking(
    direct=(
        "what happens in the " + _VID,
        "what is happening in the " + _VID,
        "what moves in the " + _VID,
        "which way does the " + _SHAPE + " move",
        "what does the video show",
        "what do you see in the " + _VID,
        "where does the " + _SHAPE + " go in the " + _VID,
        "does anything move in the " + _VID,
        "what changes in the video",
        "what [colour|color] is the moving thing in the video",
        "does the " + _SHAPE + " grow or shrink in the video",
    ),
    embedded=("what happens in the " + _VID, "what the video shows", "what moves in the video"),
    whole=("Describe the " + _VID + ".", "Video?", "Tell me about the " + _VID + ".", "Summarise the video."),
)
