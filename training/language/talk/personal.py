"""Questions about the wearer and the surroundings beyond a camera, a microphone and a motion sensor.

Knows questions only; refuses to know any answer.
"""

from anymal.training.language.surface import Asking, joined
from anymal.training.language.talk.personal_further import PERSONAL_FURTHER
from anymal.training.language.talk.personal_more import PERSONAL_MORE

__all__ = ["PERSONAL"]

_FIRST: dict[str, Asking] = {
    "smell": Asking(
        (
            "what do you smell[| now| here| in the room| in the kitchen]",
            "what [smells|stinks] [here|so good|so bad]",
            "is there [a smell|an odour|a scent|a smell of gas] [here|in the air]",
            "what does [the flower|the soap|my shirt|the room|this place] smell like",
            "which perfume [is that|am I wearing|do you smell]",
            "what does it smell like[| here]",
            "do you smell [anything|smoke|gas|coffee|food|something burning]",
            "can you smell [anything|that|this|smoke|coffee]",
            "does it smell [good|bad|funny|of smoke] [here|]",
            "what is that smell",
            "do I smell [good|bad]",
            "do I stink",
        ),
        ("what it smells like", "what you smell"),
        ("Smell?", "What a smell! What is it?", "Describe the smell."),
    ),
    "taste": Asking(
        (
            "how does [it|this|the food|the soup|the apple|coffee] taste",
            "does [this|it|the tea|the cake] taste [good|bad|nice|fresh]",
            "what flavour [is it|does it have|is this]",
            "is there [sugar|salt|garlic] in [it|the soup]",
            "what does [it|this|the food|chocolate] taste like",
            "can you taste [anything|this|it|salt]",
            "is [it|the soup|the food] [salty|sweet|spicy|tasty|bitter|sour]",
            "what do you taste",
            "do you taste [salt|sugar|anything]",
        ),
        ("how it tastes", "what it tastes like"),
        ("Taste?", "Describe the taste."),
    ),
    "feelings": Asking(
        (
            "what am I [feeling|thinking|thinking about|dreaming of|hoping for]",
            "how do I feel[| today]",
            "am I [happy|sad|angry|tired|hungry|in love|stressed|nervous|lonely|thirsty|bored|sick|healthy|drunk]",
            "am I in a good mood",
            "what is my mood",
            "can you read my [mind|thoughts]",
            "do I look [happy|sad|tired|good|pretty]",
            "what do I want",
            "does she love me",
            "is my wife angry",
            "why am I sad",
            "do I have a fever",
        ),
        ("how I feel", "what I am thinking", "[if|whether] I am [happy|sad|hungry]"),
        ("My mood?", "My feelings?", "Guess what I am thinking.", "Read my mind."),
    ),
    "identity": Asking(
        (
            "what is my [name|age|job|address|phone number|birthday|password|weight|height|hair colour|shoe size|favourite food]",
            "what's my name",
            "who am I",
            "how old am I",
            "how tall am I",
            "how much do I weigh",
            "who is [she|he|my boss|my neighbour|my friend]",
            "what is [her|his|their] name",
            "where do I [live|work|come from]",
            "do you know my name",
            "am I a man or a woman",
            "how many children do I have",
            "do I have a [sister|brother|twin|cousin]",
        ),
        ("who I am", "my [name|age|address]", "how old I am"),
        ("My name?", "My age?"),
    ),
    "place": Asking(
        (
            "where am I[| right now]",
            "where are we[| now]",
            "which [city|country|street|building|room|town] am I in",
            "what is my [location|address|position on the map]",
            "am I [in London|at home|at work|in the office|in Germany|lost|abroad]",
            "how far is it [home|to the station|to the next shop]",
            "where is [my phone|my wallet|the station|the nearest shop|the exit|the bathroom|my bag|my dog|my wife|the nearest hospital]",
            "which way is [north|home|the station]",
            "how do I get [home|to the station|to work]",
            "where did I [park my car|leave my phone|put my bag]",
            "what is my location",
        ),
        ("where I am", "where [my phone|the station|the bathroom] is", "which city this is"),
        ("Location?", "Find my phone.", "Navigate home.", "My location?"),
    ),
    "body": Asking(
        (
            "what is my [heart rate|pulse|blood pressure|temperature|step count|blood sugar|weight]",
            "how many [steps|calories|kilometres|miles] [did I take today|have I burned|have I walked today|did I walk]",
            "how fast is my heart beating",
            "how fast am I [going in kilometres per hour|going in miles per hour]",
            "am I [ill|pregnant|having a heart attack]",
            "how long [have I slept|did I sleep|have I been awake]",
            "how high am I above sea level",
            "what is my speed in kilometres per hour",
            "how many steps today",
            "how [deep|fast] do I breathe",
            "do I have [a fever|high blood pressure]",
        ),
        (
            "how many [steps|calories] [today|so far]",
            "my [heart rate|pulse|blood pressure|step count]",
        ),
        ("Heart rate?", "Pulse?", "Steps today?", "Calories?"),
    ),
}
PERSONAL: dict[str, Asking] = {
    topic: joined(first, PERSONAL_MORE[topic], PERSONAL_FURTHER[topic]) for topic, first in _FIRST.items()
}
