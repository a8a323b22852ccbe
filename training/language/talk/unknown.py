"""Questions about the world outside the senses, which the assistant cannot answer.

Knows a wide spread of topics, so that declining generalises; refuses to know any answer.
"""

from anymal.training.language.surface import Asking, joined
from anymal.training.language.talk.unknown_further import TOPICS_FURTHER
from anymal.training.language.talk.unknown_more import TOPICS_MORE
from anymal.training.language.talk.unknown_topics import FURTHER_TOPICS

__all__ = ["TOPICS"]

_COUNTRY = "[France|Germany|Spain|Italy|Japan|China|India|Brazil|Canada|Egypt|Kenya|Peru|Norway|Poland|Greece|Turkey|Mexico|Australia|Russia|England|Sweden|Portugal|Austria|Chile|Cuba]"
_CITY = (
    "[London|Paris|Berlin|Rome|Madrid|Tokyo|New York|Cairo|Moscow|Vienna|Sydney|Boston|Munich|Chicago|Oslo]"
)
_PERSON = "[the president|the king|the queen|the chancellor|the prime minister|the mayor|the pope|Einstein|Newton|Mozart|Shakespeare|Picasso|Napoleon|Caesar|Cleopatra|Beethoven|Darwin]"
_NUMBER = "[two|three|four|five|seven|eight|nine|ten|12|15|17|23|48|100|365|1000]"
_THING = "[democracy|gravity|electricity|an atom|photosynthesis|a computer|the meaning of life|love|time|philosophy|mathematics|a black hole|DNA|inflation|a noun|quantum physics|blockchain|an engine|bread|coffee|a tiger]"

_FIRST: dict[str, Asking] = {
    "geography": Asking(
        (
            f"what is the capital of {_COUNTRY}",
            f"where is [{_COUNTRY}|{_CITY}|the Nile|Mount Everest|the Sahara]",
            f"how many people live in [{_COUNTRY}|{_CITY}]",
            f"which language do people speak in {_COUNTRY}",
            f"how far is it to [{_CITY}|the moon|the sun]",
            "what is the [highest mountain|longest river|largest country|biggest city|deepest ocean] [in the world|on earth|in Europe]",
            f"what is the currency of {_COUNTRY}",
            f"in which country is {_CITY}",
            f"is {_CITY} in {_COUNTRY}",
            "how many countries are there",
            "how big is the earth",
            f"which flag does {_COUNTRY} have",
            f"how do I get to {_CITY}",
        ),
        (f"the capital of {_COUNTRY}", f"where {_CITY} is", f"how many people live in {_COUNTRY}"),
        (f"Capital of {_COUNTRY}?", f"Tell me about [{_COUNTRY}|{_CITY}]."),
    ),
    "weather": Asking(
        (
            "what will the weather be [tomorrow|next week|tonight|on Sunday|later]",
            "will it [rain|snow|be sunny|be cold|storm] [tomorrow|tonight|this weekend|next week]",
            "what is the [weather forecast|forecast|weather tomorrow|temperature outside|temperature]",
            "how [cold|warm|hot] is it [outside|here|today|in here]",
            "do I need [an umbrella|a coat|sunglasses] [tomorrow|next week]",
            "when will it [rain|snow] next",
            f"what's the weather in {_CITY}",
            "how many degrees is it",
        ),
        (
            "what the weather will be [tomorrow|next week]",
            "how cold it is outside",
            "[if|whether] it will rain tomorrow",
        ),
        ("Weather [tomorrow|forecast|next week]?", "Temperature?", "Forecast?"),
    ),
    "time": Asking(
        (
            "what time is it",
            "what's the time",
            "what day is [it|today]",
            "what is the date[| today]",
            "which [year|month|day of the week] is it",
            "when is [Christmas|Easter|my birthday|the next holiday|sunset]",
            "how late is it",
            "how long until [noon|midnight|dinner|Friday]",
            "what time does the [shop open|train leave|bus leave|museum close|shop close]",
            "is it [Monday|Friday|the weekend] [already|now]",
        ),
        ("what time it is", "the [time|date]", "which day it is"),
        (
            "Time?",
            "The time, please.",
            "Date?",
            "Today's date?",
        ),
    ),
    "maths": Asking(
        (
            f"what is {_NUMBER} [plus|minus|times|divided by|and] {_NUMBER}",
            f"how much is {_NUMBER} [plus|minus|times|divided by] {_NUMBER}",
            f"what is the square root of {_NUMBER}",
            "can you [calculate|count to ten|do maths|solve an equation]",
            "what is pi",
            "how many [minutes are in an hour|days are in a year|metres are in a mile|grams are in a pound]",
            f"is {_NUMBER} a prime number",
            "what is 2 + 2",
            "what is [3 * 4|7 - 2|10 / 5|12 + 30|9 x 9]",
            f"what is half of {_NUMBER}",
        ),
        (f"what {_NUMBER} times {_NUMBER} is",),
        (
            "[2 + 2|3 * 7|10 - 4|8 / 2]?",
            f"Calculate {_NUMBER} times {_NUMBER}.",
            "Solve this equation.",
            "Convert ten miles to kilometres.",
        ),
    ),
    "people": Asking(
        (
            f"who [is|was] {_PERSON}",
            f"when was {_PERSON} born",
            f"who is the president of {_COUNTRY}",
            "who wrote [Hamlet|the Bible|Faust|Harry Potter|this book]",
            "who invented [the telephone|the wheel|the light bulb|the computer|paper]",
            "who won [the election|the World Cup|the match|the war|the race|the game]",
            "who painted the Mona Lisa",
            "who discovered America",
            "who is the [richest|tallest|oldest|fastest] [person|man|woman] in the world",
            "who was the first man on the moon",
            "how old is the queen",
        ),
        (f"who {_PERSON} [is|was]", "who invented [the telephone|the wheel]"),
        (f"Tell me about {_PERSON}.",),
    ),
    "knowledge": Asking(
        (
            f"what is {_THING}",
            f"what does {_THING} mean",
            f"can you explain {_THING}",
            "why is the sky blue",
            "how does [a car engine|the internet|a plane|a fridge|a vaccine|the brain|a battery] work",
            "when did the [war|French revolution|second world war|Roman empire] [end|start|begin]",
            "how many [legs does a spider have|planets are there|bones are in the body|teeth does a shark have]",
            "what do [cats|dogs|pandas|whales|bees] eat",
            "how [fast|big|heavy|old] is [a cheetah|an elephant|the universe|a whale]",
            "how tall is the Eiffel Tower",
            "how do you spell [banana|necessary|rhythm|Mississippi]",
            "what is the [chemical formula of water|speed of light|opposite of hot|plural of mouse|boiling point of water]",
            "what came first, the chicken or the egg",
            "what is [two|three|four] in [French|German|Spanish]",
            "is there life on Mars",
            "does god exist",
            "how do I [bake a cake|cook rice|tie a tie|fix my car|learn to swim|lose weight|boil an egg|make coffee|change a tyre]",
            "what is the meaning of life",
            "why do [cats purr|birds sing|leaves fall|people dream]",
            "are tomatoes fruit",
        ),
        (
            f"what {_THING} is",
            "why the sky is blue",
            "how [a car|the internet] works",
            "how to [bake a cake|cook rice|boil an egg]",
        ),
        (
            f"Explain {_THING}.",
            f"Define {_THING}.",
            "Give me a recipe for [soup|bread|pancakes|pizza].",
            "Translate [hello|thank you|good morning] into [French|German|Spanish].",
            "Summarise [the Bible|this book|the news].",
            "Tell me a fact.",
        ),
    ),
    "news": Asking(
        (
            "what is in the news[| today]",
            "what's the latest news",
            "what happened in [the world|politics|sports] today",
            "how is the stock market",
            "what is the price of [gold|oil|bitcoin|bread|milk|a ticket]",
            "did [my team|Bayern|Liverpool|Real Madrid] win",
            "what is on TV [tonight|today]",
            "which film is in the cinema",
            "how is the traffic[| today]",
            "when does the next [bus|train|flight|tram] [leave|come|go]",
            "who is going to win the election",
            "is the [shop|museum|library|bank] open",
            "what is the best [phone|restaurant|hotel|film] [here|in town|]",
            "will I [win the lottery|be rich|get the job|pass the exam|find love|live long]",
            "what will happen [tomorrow|next year|in the future]",
            "where can I buy [bread|a phone|shoes|glasses]",
            "which stocks should I buy",
        ),
        ("what is in the news", "the price of [gold|bread]", "what will happen tomorrow"),
        (
            "News?",
            "[Read|Tell] me the news.",
        ),
    ),
}
_SO_FAR: dict[str, Asking] = {
    **{topic: joined(first, TOPICS_MORE[topic]) for topic, first in _FIRST.items()},
    **FURTHER_TOPICS,
}
TOPICS: dict[str, Asking] = {
    topic: joined(asking, TOPICS_FURTHER.get(topic, Asking())) for topic, asking in _SO_FAR.items()
}
