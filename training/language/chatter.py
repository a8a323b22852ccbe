"""What people say around a question, and how they type in a hurry.

Knows words that tell nothing about what is asked, short forms and slips of the finger; refuses to know questions
and answers. A small language model that never met such words takes them for the question.
"""

import random
import re
from typing import Final

from anymal.training.language.chatter_forms import SHORT_FORMS
from anymal.training.language.phrasing import pick

__all__ = ["among_chatter", "hurried", "slipped", "telegraphic"]

_WHO: Final = (
    "[grandma|grandpa|granny|mum|mom|dad|daddy|mummy|my [son|daughter|wife|husband|sister|brother|friend"
    "|boss|teacher|boy|girl"
    "|nephew|niece|neighbour|colleague|little one|kid|grandson|granddaughter|flatmate|cousin|uncle|aunt"
    "|roommate"
    "|carer|doctor|pupil|partner|coach|tutor|landlady|mother-in-law|stepson|twin|fiancee|client"
    "|best friend]|the [kids|children"
    "|boys|girls|family|others]|our [teacher|guide|guest|nurse|host|driver|granny]|the [nurse|officer"
    "|lady here|gentleman here|tourist|waiter|vet]"
    "|the [new girl|new boy|lad here|apprentice|inspector|professor|librarian]|Mrs Jones|Mr Patel"
    "|Auntie Jean|Uncle Bob"
    "|Olga|Kenji|Fatima|Pedro|Ingrid|Chidi|Hamish|Aisha|Wei|Carlos|Nana|Tom|Anna|Ravi|Lucy|Ahmed|Mei|Jack"
    "|Maria]"
)
_DEAR: Final = (
    "[dear|love|mate|buddy|pal|darling|sweetheart|my dear|friend|old chap|computer|robot|glasses|nano"
    "|you clever thing"
    "|honey|dude|man|bro|sir|little helper|genius|lad|lass|madam|ma'am|captain|boss|doc|champ|my good man"
    "|old friend|my little friend|chief|yaar|amigo|partner|sweetie|wise one"
    "|clever one]"
)
_BEFORE: Final = (
    f"{_WHO} here.",
    f"this is {_WHO}.",
    f"{_WHO} [wants|would like|needs] to know:",
    f"{_WHO} [asks|asked|wonders|keeps asking|is asking]:",
    f"{_WHO} and I [have a bet|are having an argument|can't agree|are playing a game].",
    f"{_WHO} [made|sent me|gave me|found|showed me|got me] this.",
    f"I [promised|told|owe|have to tell] {_WHO} [an answer|the answer|to ask you].",
    f"{_DEAR},",
    f"[hello|hi|hey|oi|yo|hiya|howdy|good evening|good afternoon|greetings|g'day], {_DEAR},",
    "[quick|quickly|hurry|fast|no time]:",
    (
        "[I forgot my|I lost my|I can't find my|without my|I left my] [glasses|specs|reading glasses"
        "|hearing aid|notes], [so|sorry]:"
    ),
    (
        "[I'm|I am] [old|tired|new here|in a hurry|a bit lost|not an expert|only a kid|testing you"
        "|just checking|confused|curious"
        "|back again|serious|not from here|learning English|almost there|late]"
    ),
    "[we're|we are] [all waiting|in a meeting|having fun|together again|ready when you are].",
    (
        "[don't laugh|be honest|be quick|think hard|take your time|no pressure|listen up|pay attention"
        "|wake up|focus|guess what"
        "|come on|here we go|one for you|easy one|tricky one|riddle|game time|quiz time|pop quiz|new round"
        "|next one],"
    ),
    (
        "[this may sound silly|this might be a stupid question|sorry to bother you"
        "|if it isn't too much trouble|if you don't mind"
        "|if you have a second|when you have a moment|between you and me|for my homework|for the record"
        "|for a report|for a test"
        "|as a check|just to be sure|to be clear|out of interest|before I forget|by the way"
        "|while we're at it|in case you know"
        "|since you asked|as I said|as usual|I'll be brief|it's important|it's urgent|this matters],"
    ),
    (
        "[wow|whoa|oops|hmm|hm|erm|uh|er|ah|oh|aha|ooh|huh|ugh|great|nice|cool|lovely|perfect|sweet"
        "|fantastic|brilliant|awesome"
        "|good grief|goodness|oh dear|blimey|crikey|my word]!"
    ),
    (
        "[erm|uh|er|um|hmm|well|like|so like|you know|I mean|basically|anyway|anyhow|actually|okay then|righto"
        "|right then],"
    ),
    (
        "[I need help|I could use some help|a little help|help|help please|I need you|I'm counting on you"
        "|you can do this]."
    ),
    (
        "[my eyes are bad|my eyes hurt|I'm blind|I have poor sight|I can't look right now"
        "|my hands are full|I'm busy"
        "|I'm wearing gloves|I'm half asleep|I had a long day|it's late|it's been a while]."
    ),
    "[you're|you are] [good at this|clever|my eyes and ears|so helpful|doing fine|better than me at this].",
    "[we bet|I bet] you [know|can tell|get this]:",
    (
        f"{_WHO} and I [were just talking about this|were wondering|see it differently|had a chat about this"
        "|need you]."
    ),
    f"{_WHO} [doesn't|does not] believe [me|a word I say|you know this|that you can do this], so:",
    f"{_WHO} [told|asked|begged|wants] me to [ask|check|ask you|try you out|find out]:",
    f"[I'm asking for|I ask on behalf of|it's for|I need this for|I'm helping] {_WHO}.",
    f"[I'm with|I'm here with|I'm together with|I'm back with] {_WHO}, and we [wonder|ask]:",
    (
        "[I'm at the doctor's|I'm at the museum|I'm at school|I'm in class|I'm on holiday|I'm at granny's"
        "|I'm at the office|I have a form to fill in|I have a report due|there's a survey"
        "|I have homework to hand in"
        "|I need it for my files|I want to label this|I have a puzzle to solve|it's a school project]."
    ),
    (
        "[my new glasses aren't ready yet|I had an eye operation|my eyesight is going|I see badly"
        "|I'm colour-blind|I'm hard of hearing"
        "|my ears aren't what they were|my contact lens fell out|I have a migraine|I got soap in my eyes]."
    ),
    (
        "[my English is not so good|sorry for my English|I am learning English|I am foreigner"
        "|English is not my language"
        "|excuse my spelling|excuse my grammar|sorry, small screen|fat fingers, sorry],"
    ),
    (
        "[I've been thinking about this|this has been bugging me|I asked before but forgot"
        "|I already asked someone else"
        "|nobody could tell me|everyone says something else|I need to be certain|I need a second opinion"
        "|I want to be sure"
        "|let me check something|I have a theory|I have a hunch|I have a doubt|I want to learn"
        "|I've got to know]."
    ),
    (
        "[with all due respect|at the risk of sounding silly|pardon my ignorance|forgive me for asking"
        "|if it's no bother"
        "|if you'd be so kind|if it pleases you|if you'd allow me|at your convenience|when you're free"
        "|with your permission"
        "|kindly|dear sir|dear madam|to whom it may concern|good day to you|may I trouble you"
        "|begging your pardon],"
    ),
    (
        "[och aye|och|wee question|right you are|y'all|listen here|hey y'all|well I never|bless your heart"
        "|now then|ey up|look mate"
        "|mate|cor|I say|good sir|arre|accha|acha tell me|kindly do the needful|hello ji|no worries but"
        "|crikey mate],"
    ),
    (
        "[for the protocol|for the police report|for the insurance|for my blog|for my diary|for the class"
        "|for my thesis|for the quiz],"
    ),
    (
        "[question for you|here goes|here's one|here's a thing|this one's for you|over to you|your turn"
        "|attention|new task|task]:"
    ),
    "[lol|haha|hehe|omg|yo|sup|bruh|hey hey|hii|heyy|okok|k so|aight|psst|ahem|yoo-hoo],",
    (
        "[phew|gosh|golly|jeez|my goodness|dear me|good heavens|hang on|hold on|wait|wait a second|one moment"
        "|oh well|never mind that]!"
    ),
    (
        "[let me test you|let me try you|let us play|let's play a game|let's try this"
        "|let's see what you've got|try this one]:"
    ),
)
_AFTER: Final = (
    f"[please|thanks|thank you|cheers|ta|tell me|go on|quickly|be quick], {_DEAR}.",
    f"{_WHO} [wants|would like|needs] to know.",
    f"{_WHO} [can't|couldn't|cannot] [tell|say|make it out].",
    (
        "[cheers|ta|thanks a lot|thank you very much|many thanks|much appreciated|thanks in advance"
        "|ta very much|thx]."
    ),
    (
        "[take your time|no rush|no hurry|whenever you're ready|I'm waiting|I'm all ears|go|go ahead"
        "|over to you|your turn]."
    ),
    (
        "[I can't make it out|I can't tell myself|I can't say|I have no clue|I have no idea"
        "|I honestly can't tell|no clue here|beats me"
        "|I forgot|I lost track|I wasn't paying attention|it's hard to tell|not sure myself"
        "|I'm not certain|my guess is no good]."
    ),
    (
        "[I bet you know|you should know|surely you know|you must know|I know you can|you've got this"
        "|don't let me down]."
    ),
    f"{_WHO} [and I|and me] [have a bet|can't agree|are curious|need it].",
    f"{_WHO} [asked me|told me to ask|keeps asking|is waiting for the answer|won't stop asking|made me ask].",
    (
        "[tia|tysm|ty|tx|many many thanks|thank you kindly|thanks a bunch|thanks mate|bless you|I owe you one"
        "|God bless]."
    ),
    (
        "[I'm colour-blind|I'm blind|I can't see a thing|my sight is poor|my glasses are broken"
        "|I don't have my glasses|I can't look now"
        "|my eyes are tired|I'm hard of hearing|I'm new to this|I'm learning|English isn't my language"
        "|sorry for my English]."
    ),
    (
        "[just asking|just checking|just wondering|I was only wondering|only curious|I'm just curious"
        "|no reason|asking for a friend"
        "|purely out of interest|I need it for my notes|I have to write it in|the form wants it"
        "|it's for the report|it's for a quiz]."
    ),
    (
        "[what do you say|what do you think|what's your view|what would you say|do you know|can you help"
        "|any ideas|could you check]?"
    ),
    (
        "[answer me|do answer|say it|tell us|let me know|come on|well|hurry up|asap"
        "|quick|now please|chop chop]."
    ),
    (
        "[I'd be grateful|I'd be so happy|that would help|it would mean a lot|that'd be grand"
        "|that would be lovely|you'd help me a lot]."
    ),
    (
        "[it's for my homework|it's for a friend|it's for a game|it's for the record|it's important"
        "|it matters to me|we have a bet]."
    ),
    (
        "[sorry to ask|sorry to bother you|sorry for asking|hope you don't mind|if that's okay|if you would"
        "|if you'd be so kind]."
    ),
)

# Words that tell nothing about what is asked.
_LITTLE: Final = frozenset(("a", "an", "the", "is", "are", "was", "were", "do", "does", "did", "of", "to"))


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
    for word, forms in SHORT_FORMS.items():
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



def telegraphic(text: str, rng: random.Random) -> str:
    """`text` without some of the little words that tell nothing, as learners and people in a hurry write."""
    *words, last = text.split(" ")
    # The last one stays: "what do you do" is not "what you".
    kept = [word for word in words if word.lower() not in _LITTLE or rng.random() < 0.3]
    return " ".join((*kept, last))
