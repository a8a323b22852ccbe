"""What people say around a question, and how they type in a hurry.

Knows words that tell nothing about what is asked, short forms and slips of the finger; refuses to know questions
and answers. A small language model that never met such words takes them for the question.
"""

import random
import re
from typing import Final

from anymal.training.language.phrasing import pick

__all__ = ["among_chatter", "hurried", "slipped"]

_WHO: Final = (
    "[grandma|grandpa|granny|mum|mom|dad|daddy|mummy|my [son|daughter|wife|husband|sister|brother|friend|boss|teacher|boy|girl"
    "|nephew|niece|neighbour|colleague|little one|kid|grandson|granddaughter|flatmate|cousin|uncle|aunt]|the [kids|children"
    "|boys|girls|family|others]|our [teacher|guide|guest]|Tom|Anna|Ravi|Lucy|Ahmed|Mei|Jack|Maria]"
)
_DEAR: Final = (
    "[dear|love|mate|buddy|pal|darling|sweetheart|my dear|friend|old chap|computer|robot|glasses|nano|you clever thing"
    "|honey|dude|man|bro|sir|little helper|genius]"
)
_BEFORE: Final = (
    f"{_WHO} here.",
    f"this is {_WHO}.",
    f"{_WHO} [wants|would like|needs|asked me] to know:",
    f"{_WHO} [asks|asked|wonders|keeps asking|is asking]:",
    f"{_WHO} and I [have a bet|are having an argument|can't agree|are playing a game].",
    f"{_WHO} [made|sent me|gave me|found|showed me|got me] this.",
    f"I [promised|told|owe|have to tell] {_WHO} [an answer|the answer|to ask you].",
    f"{_DEAR},",
    f"[hello|hi|hey|oi|yo|hiya|howdy|good evening|good afternoon|greetings|g'day], {_DEAR},",
    "[quick|quickly|hurry|fast|no time]:",
    "[I forgot my|I lost my|I can't find my|without my|I left my] [glasses|specs|reading glasses|hearing aid|notes], [so|sorry]:",
    (
        "[I'm|I am] [old|tired|new here|in a hurry|a bit lost|not an expert|only a kid|testing you|just checking|confused|curious"
        "|back again|serious|not from here|learning English|almost there|late]"
    ),
    "[we're|we are] [all waiting|in a meeting|having fun|together again|ready when you are].",
    (
        "[don't laugh|be honest|be quick|think hard|take your time|no pressure|listen up|pay attention|wake up|focus|guess what"
        "|come on|here we go|one for you|easy one|tricky one|riddle|game time|quiz time|pop quiz|new round|next one],"
    ),
    (
        "[this may sound silly|this might be a stupid question|sorry to bother you|if it isn't too much trouble|if you don't mind"
        "|if you have a second|when you have a moment|between you and me|for my homework|for the record|for a report|for a test"
        "|as a check|just to be sure|to be clear|out of interest|before I forget|by the way|while we're at it|in case you know"
        "|since you asked|as I said|as usual|I'll be brief|it's important|it's urgent|this matters],"
    ),
    (
        "[wow|whoa|oops|hmm|hm|erm|uh|er|ah|oh|aha|ooh|huh|ugh|great|nice|cool|lovely|perfect|sweet|fantastic|brilliant|awesome"
        "|good grief|goodness|oh dear|blimey|crikey|my word]!"
    ),
    "[erm|uh|er|um|hmm|well|like|so like|you know|I mean|basically|anyway|anyhow|actually|okay then|righto|right then],",
    "[I need help|I could use some help|a little help|help|help please|I need you|I'm counting on you|you can do this].",
    (
        "[my eyes are bad|my eyes hurt|I'm blind|I have poor sight|I can't look right now|my hands are full|I'm busy"
        "|I'm wearing gloves|I'm half asleep|I had a long day|it's late|it's been a while]."
    ),
    "[you're|you are] [good at this|clever|my eyes and ears|so helpful|doing fine|better than me at this].",
    "[we bet|I bet] you [know|can tell|get this]:",
    "[let me test you|let me try you|let us play|let's play a game|let's try this|let's see what you've got|try this one]:",
)
_AFTER: Final = (
    f"[please|thanks|thank you|cheers|ta|tell me|go on|quickly|be quick], {_DEAR}.",
    f"{_WHO} [wants|would like|needs] to know.",
    f"{_WHO} [can't|couldn't|cannot] [tell|say|make it out].",
    "[cheers|ta|thanks a lot|thank you very much|many thanks|much appreciated|thanks in advance|ta very much|thx].",
    "[take your time|no rush|no hurry|whenever you're ready|I'm waiting|I'm all ears|go|go ahead|over to you|your turn].",
    (
        "[I can't make it out|I can't tell myself|I can't say|I have no clue|I have no idea|I honestly can't tell|no clue here|beats me"
        "|I forgot|I lost track|I wasn't paying attention|it's hard to tell|not sure myself|I'm not certain|my guess is no good]."
    ),
    "[I bet you know|you should know|surely you know|you must know|I know you can|you've got this|don't let me down].",
    "[it's for my homework|it's for a friend|it's for a game|it's for the record|it's important|it matters to me|we have a bet].",
    "[sorry to ask|sorry to bother you|sorry for asking|hope you don't mind|if that's okay|if you would|if you'd be so kind].",
)
_SHORT_FORMS: Final = {
    "you": ("u", "ya", "yu"),
    "are": ("r",),
    "your": ("ur",),
    "what": ("wat", "wot", "whut"),
    "what is": ("whats", "wats"),
    "what's": ("whats", "wots"),
    "please": ("pls", "plz"),
    "right now": ("rn",),
    "the": ("da", "teh"),
    "this": ("dis",),
    "there": ("ther",),
    "thing": ("thingy", "thingie"),
    "things": ("thingies", "thingys"),
    "I am": ("im",),
    "I'm": ("im",),
    "am I": ("am i",),
    "don't": ("dont",),
    "can't": ("cant", "cannot"),
    "isn't": ("isnt",),
    "is there": ("is ther", "theres"),
    "want to": ("wanna",),
    "going to": ("gonna",),
    "kind of": ("kinda",),
    "tell me": ("tell us", "lemme know"),
    "do you": ("d'you", "do u"),
    "does": ("duz",),
    "know": ("kno",),
    "and": ("n", "&"),
    "with": ("wiv", "w"),
    "how many": ("how meny", "hw many"),
    "colour": ("colur", "coulor", "clr"),
    "color": ("colr", "collor"),
    "picture": ("piccy", "pictur", "pixture"),
    "where": ("were", "wher"),
    "which": ("wich", "whitch"),
    "because": ("cuz", "coz"),
    "triangle": ("triangel", "tri-angle"),
    "square": ("sqare", "squre"),
    "circle": ("cirlce", "circel"),
    "middle": ("midle", "middel"),
    "anything": ("anythin", "anyting"),
    "something": ("somethin", "sumthing"),
    "doing": ("doin",),
    "moving": ("movin",),
    "hear": ("here", "heer"),
    "number": ("num", "numbr", "nr"),
}


def among_chatter(text: str, rng: random.Random) -> str:
    """`text` with something said before or after it that does not matter."""
    if rng.random() < 0.72:
        before = pick(_BEFORE, rng)
        if before[-1] not in ".,:!?":
            before += "."
        return f"{before} {text}"
    if text[-1] not in ".?!":
        text += "?"
    return f"{text} {pick(_AFTER, rng)}"


def hurried(text: str, rng: random.Random) -> str:
    """`text` with some of its words in short forms, in small letters and often without marks."""
    for word, forms in _SHORT_FORMS.items():
        if rng.random() < 0.45:
            text = re.sub(rf"\b{re.escape(word)}\b", rng.choice(forms), text, flags=re.IGNORECASE)
    text = text.lower() if rng.random() < 0.8 else text
    return text.rstrip("?.") if rng.random() < 0.6 else text


def slipped(text: str, rng: random.Random) -> str:
    """`text` where a long word lost a letter, doubled it, swapped two neighbours or got another one."""
    words = text.split(" ")
    long = [index for index, word in enumerate(words) if len(word) > 3 and word.isalpha()]
    if not long:
        return text
    index = rng.choice(long)
    word = words[index]
    at = rng.randrange(1, len(word) - 1)
    words[index] = rng.choice(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + rng.choice("etaoinsrhl") + word[at + 1 :],
        )
    )
    return " ".join(words)
