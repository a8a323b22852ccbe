"""Questions that name two or all three senses, one sense and not another, or all but one.

Knows how each sense is asked for in a few words and builds every mixture of them; refuses to know turns.
"""

from itertools import permutations
from typing import Final

from anymal.training.language.surface import Asking

__all__ = ["BUT", "NAMES", "ONLY", "PAIRS", "THREE", "WHILE"]

# Direct questions, clauses after "tell me", nouns, verbs after "what do you", and organs of each sense.
_ASKS: Final = {
    "picture": "[what [do|can|did] you see|what [do|can] I see|what is in [front of me|view|the picture]"
    "|what's [in front of me|before me|in the picture|ahead of me|there to see]|what am I looking at"
    "|what does the [camera|picture|image] show|what [are you looking at|can be seen|is visible]"
    "|what have I got in front of me|what do you spot|what's the view|what's on camera|what is there to see"
    "|what's before my eyes|what do my glasses see|what is it that I see|what have we here to look at]",
    "sound": "[what [do|can|did] you hear|what do I hear|what can I hear|what [can|could] be heard"
    "|what's [that|the|this] [sound|noise|racket|din]|what is [that|the|this] [sound|noise]"
    "|what is there to hear|what makes that [noise|sound]|what am I hearing|what does the microphone pick up"
    "|what's [making that noise|making that sound|audible]|which [sound|noise] is that|what reaches your ears"
    "|what am I listening to|what is that I hear|who or what makes that noise|what does it sound like here]",
    "motion": "[what am I [doing|up to|busy with]|how am I moving|what is my body doing|what's my activity"
    "|what [activity|movement] am I [doing|making]|what does the motion sensor say|what do I do"
    "|how is my body moving|what's my movement|in what way am I moving|what am I at|what does my body do"
    "|what is it I'm doing|which activity is this|what do my movements say|what has my body been up to]",
}
_SAYS: Final = {
    "picture": "[what you [see|can see|saw]|what I [see|can see]|what the [picture|camera|image] shows"
    "|what is [in front of me|before me|in the picture|visible]|what I'm looking at|what can be seen"
    "|what there is to see|what your eyes see|what's before my eyes]",
    "sound": "[what you [hear|can hear|heard]|what I [hear|can hear]|what that [sound|noise] is"
    "|what [can be heard|there is to hear|is making the noise|the microphone picks up|your ears get]]",
    "motion": "[what [I am|I'm] [doing|up to|busy with]|how [I am|I'm] moving|what my body is doing"
    "|what my [movement|activity] is|how my body is moving|what the motion sensor says|what my body does]",
}
_NOUNS: Final = {
    "picture": "[the picture|the image|the view|what you see|what's in front of me|the scene before me"
    "|what I'm looking at|what the camera shows]",
    "sound": "[the sound|the noise|the audio|what you hear|what can be heard|what I'm hearing|the sounds"
    "|what the microphone picks up]",
    "motion": "[my movement|my activity|the motion|what I'm doing|what I am up to|how I'm moving|my motion"
    "|what my body does]",
}
_SHORT: Final = {
    "picture": "[sight|picture|view|image|seeing|eyes|visuals|vision|camera|what you see]",
    "sound": "[sound|noise|audio|hearing|ears|listening|microphone|what you hear]",
    "motion": "[movement|motion|activity|feeling|body|action|moving|motion sensor|what I do]",
}
_VERBS: Final = {"picture": "see", "sound": "hear", "motion": "feel"}
_ORGANS: Final = {
    "picture": "[eyes|camera|lens]",
    "sound": "[ears|microphone|mic]",
    "motion": "[motion sensor|movement sensor|IMU|accelerometer]",
}
# How a question names a sense that it leaves out or that is meant to be all there is.
NAMES: Final = {
    "picture": "[the picture|the image|the view|what you see|what is in front of me]",
    "sound": "[the sound|the noise|the audio|what you hear|the sounds]",
    "motion": "[my movement|the motion|my activity|what I am doing|how I move]",
}
_BESIDE: Final = "[at the same time|meanwhile|as well|in addition|on top of that|also]"
_AND: Final = "[, and| and|, and also|, plus| and also|, and then]"


def _pair(first: str, second: str) -> Asking:
    direct, embedded, whole = [], [], []
    for a, b in ((first, second), (second, first)):
        asks, says, nouns, short = ((t[a], t[b]) for t in (_ASKS, _SAYS, _NOUNS, _SHORT))
        organs = f"[your|the] {_ORGANS[a]} and [your|the|] {_ORGANS[b]}"
        direct += [asks[0] + _AND + " " + asks[1]] * 3
        direct += [
            f"what [do|can|did|could] you {_VERBS[a]} [and|and|as well as|and also] {_VERBS[b]}",
            f"what is there to {_VERBS[a]} and [to |]{_VERBS[b]}",
            f"what do {organs} [say|tell you|report|notice|pick up|make of it]",
            f"what [about|can you say about|do you know about] {nouns[0]} and {nouns[1]}",
            f"[not only {asks[0]}, but also|besides {says[0]},] {asks[1]}",
            f"{asks[0]}, and what about {nouns[1]}",
            f"{asks[0]}, and, {_BESIDE}, {asks[1]}",
            f"{asks[0]}[; |, and secondly, |, and apart from that, |, and further, ]{asks[1]}",
            f"what can you [tell|report|say] about both {nouns[0]} and {nouns[1]}",
            f"[could|can] you [describe|sum up|cover] {nouns[0]} and [also |]{nouns[1]}",
            f"how about {nouns[0]} and {nouns[1]}",
            f"what's there to say about {nouns[0]}, and about {nouns[1]}",
            f"with [your|the] {_ORGANS[a]}, {asks[0]}, and with [your|the] {_ORGANS[b]}, {asks[1]}",
            f"{asks[0]}, and [as for|what of|how about|what about] {nouns[1]}",
            f"[so|right], {asks[0]}, [and then|and while we're at it], {asks[1]}",
        ]
        embedded += [f"{says[0]}{_AND} {says[1]}"] * 2 + [f"both {says[0]} and {says[1]}"]
        whole += [
            f"[Tell me|Describe|Report|Give me|Sum up|Say|Let me know] [both |]{nouns[0]} and {nouns[1]}.",
            f"{asks[0]}? [And |Also, ||Then, ]{asks[1]}?",
            f"[Two things|Two questions|Both of these|I have two questions]: {asks[0]}, and {asks[1]}?",
            f"[Two things|Both|In two parts|Tell me two things]: {short[0]} and {short[1]}[, please|].",
            f"[First|Start with|Begin with] {nouns[0]}, then {nouns[1]}.",
            f"{short[0]}[ and | plus | & |, ]{short[1]}[?|, please.|: what is there?]",
            f"I [want|need|would like] both, {nouns[0]} and {nouns[1]}.",
            f"{nouns[0]} [and|as well as|along with|together with] {nouns[1]}[?|, please.]",
            f"[Use|Go by|With] {organs}: what is going on?",
            f"I'd like to know two things. {asks[0]}? And {asks[1]}?",
            f"[A: {asks[0]}? B|Part one: {asks[0]}? Part two|Number one: {asks[0]}? Number two]: {asks[1]}?",
            f"{nouns[0]}? And {nouns[1]}?",
            f"[One sentence|A line|A few words] [on|about] {nouns[0]} and [one |]on {nouns[1]}, please.",
            f"Don't forget {nouns[1]} when you tell me about {nouns[0]}.",
            f"[Tell me|Say|I need to know] {says[0]}. [Also|And|And then] {says[1]}.",
            f"[My mum|The nurse|My boss|My friend] wants to know {says[0]} and {says[1]}.",
            f"I can't tell {says[0]}, nor {says[1]}. [Can you|Help me|Do you know]?",
            f"{short[0]} first, {short[1]} second[, please|].",
            f"{asks[0]}? [Oh, and|And as well|Plus|Then] {asks[1]}?",
            f"[Not just|Not only] {nouns[0]}, [I want|but] {nouns[1]} too[, please|].",
            f"[Tell me about|Let's have|Gimme|I'll take] {nouns[0]}, and {nouns[1]} too[, please|].",
            f"[Two answers|Both answers], please: {nouns[0]} and {nouns[1]}.",
        ]
    return Asking(tuple(direct), tuple(embedded), tuple(whole))


PAIRS: Final = {
    (a, b): _pair(a, b) for a, b in (("picture", "sound"), ("picture", "motion"), ("sound", "motion"))
}


def _three() -> Asking:
    direct, embedded, whole = [], [], []
    for order in permutations(_ASKS):
        asks, says, nouns, short = (tuple(t[x] for x in order) for t in (_ASKS, _SAYS, _NOUNS, _SHORT))
        verbs, organs = tuple(_VERBS[x] for x in order), tuple(_ORGANS[x] for x in order)
        direct += [
            f"{asks[0]}, {asks[1]}{_AND} {asks[2]}",
            f"what [do|can|did] you {verbs[0]}, {verbs[1]} and {verbs[2]}",
            f"what is there to {verbs[0]}, to {verbs[1]} and to {verbs[2]}",
            f"what do [your|the] {organs[0]}, {organs[1]} and {organs[2]} [say|tell you|report|pick up]",
            f"what [about|can you tell me about] {nouns[0]}, {nouns[1]} and {nouns[2]}",
            f"how about {nouns[0]}, {nouns[1]} and {nouns[2]}",
            f"[could|can] you [describe|cover|sum up] {nouns[0]}, {nouns[1]} and also {nouns[2]}",
        ]
        embedded += [
            f"{says[0]}, {says[1]}[ and|, and] {says[2]}",
            f"what you {verbs[0]}, {verbs[1]} and {verbs[2]}",
        ]
        whole += [
            f"[Tell|Give] me [three things|all three]: {short[0]}, {short[1]}[ and|, and|,] {short[2]}.",
            f"[Three things|All three|In three parts]: {short[0]}, {short[1]}, {short[2]}[, please|].",
            f"[Describe|Sum up|Report|Give me] {nouns[0]}, {nouns[1]} and {nouns[2]}.",
            f"[Tell me|Describe|Report] everything you {verbs[0]}, {verbs[1]} and {verbs[2]}.",
            f"{short[0]}[, |, then | and ]{short[1]}[ and |, ]{short[2]}[?|, please.|: what do you have?]",
            f"{asks[0]}? {asks[1]}? And {asks[2]}?",
            f"I have three questions: {asks[0]}, {asks[1]}, and {asks[2]}?",
            f"One: {asks[0]}? Two: {asks[1]}? Three: {asks[2]}?",
            f"First: {asks[0]}? Second: {asks[1]}? Third: {asks[2]}?",
            f"I want to know {says[0]}, {says[1]} and {says[2]}.",
            f"Tell me {says[0]}. Then {says[1]}. Then {says[2]}.",
            f"[First|Start with] {nouns[0]}, then {nouns[1]}, [then|and finally] {nouns[2]}.",
            f"[One thing|A word|A line] each [for|about|on] {nouns[0]}, {nouns[1]} and {nouns[2]}.",
            f"[I'd like|I want|Let's have] [three things|all three]: {short[0]}, {short[1]} and {short[2]}.",
            f"{asks[0]}? [Next|Then], {asks[1]}? [Last|Finally], {asks[2]}?",
            f"Number one, {short[0]}; number two, {short[1]}; number three, {short[2]}.",
            f"{nouns[0]}? {nouns[1]}? {nouns[2]}?",
            f"Go through {short[0]}, {short[1]} and {short[2]}, [in a sentence|one by one|please].",
        ]
    return Asking(tuple(direct), tuple(embedded), tuple(whole))


THREE: Final = _three()


def _only(sense: str) -> Asking:
    asks, says, nouns = _ASKS[sense], _SAYS[sense], _NOUNS[sense]
    return Asking(
        direct=(
            "[never mind|forget|forget about|ignore|leave out|skip] {other}[, |: |; ]" + asks,
            "[leaving|setting] {other} aside, " + asks,
            "[regardless of|not counting|without|apart from] {other}, " + asks,
            "[just|only] this, not {other}: " + asks,
            asks + ", [ignoring|leaving out|never mind|not counting|forget] {other}",
            "[putting|pushing] {other} to one side, " + asks,
            "[no matter|disregarding|skipping|paying no heed to] {other}, " + asks,
            asks + ", [and I don't mean|and no word about|and please skip] {other}",
            "[don't tell me|I don't want to hear|don't talk|say nothing] about {other}[: |, but ]" + asks,
            "enough about {other}[, |: ]" + asks,
            "if you [ignore|leave out|forget] {other}, " + asks,
            "[leave out the rest|never mind the rest|ignore the rest|leave the rest]: " + asks,
            "[apart from everything else|all else aside|nothing else now], " + asks,
            "[all I want to know is|I ask only this]: " + asks,
            "I know {other} already, but " + asks,
        ),
        embedded=(
            says + ", [but |and |]not {other}",
            "[just|only] " + says + ", [never mind|not|without] {other}",
        ),
        whole=(
            "I [don't care about|don't need|don't mean|am not asking about] {other}. " + asks + "?",
            "[Only|Just] " + nouns + ", not {other}[, please|].",
            "[Skip|Ignore|Forget|Leave out] {other}. [Just|Only] " + nouns + "[, please|].",
            "[Not {other}|I don't mean {other}], [I mean|but] " + nouns + ".",
            "[Who cares about|I'm fed up with|I already know about] {other}. [Now|Just|So] " + asks + "?",
            "No need to [mention|describe|bring up] {other}. " + asks + "?",
            "[I'm only interested in|I only care about|My question is only about] " + nouns + ".",
            "[Stick to|Keep to|Limit yourself to|Concentrate on|Focus on] " + nouns + ", not {other}.",
            "[Drop|Cut|Disregard|Never mind] {other}. " + asks + "?",
            "Not a word about {other}, [please|just " + nouns + "]: " + asks + "?",
            "[Tell me|Describe|Report] " + nouns + " [and nothing else|only|alone|and leave out {other}].",
            "[Use only|Go only by] [your|the] " + _ORGANS[sense] + ": " + asks + "?",
            "[And|So|Now|Next,|What about|How about] " + nouns + "?",
            "[Forget|Never mind|Skip|Ignore] [the rest|everything else|all else]. " + asks + "?",
            _SHORT[sense] + " only[, please|, nothing else|].",
            "[Just|Only|Simply] " + nouns + "[, please|, thanks|, nothing else|].",
            "[One sense|One thing] only: " + nouns + ".",
            "[You told me|That was|I got] {other}. [Now|And now] " + nouns + "[, please|?|.]",
            "{other} can wait. " + asks + "?",
            "I [said|meant|asked for] " + nouns + ", not {other}.",
        ),
    )


ONLY: Final = {sense: _only(sense) for sense in _ASKS}
_BUT: Final = "[apart from|except for|leaving out|other than|besides|aside from|not counting|without|except]"
BUT: Final = Asking(
    direct=(
        f"what [is going on|is happening|do you sense|do you notice|do you know], {_BUT} {{other}}",
        f"what [is going on|is happening|do you sense|do you notice|can you tell me] {_BUT} {{other}}",
        f"{_BUT} {{other}}, what [is going on|is happening|do you sense|do you notice]",
        "what else is [going on|there|happening|to be noticed], not counting {other}",
        "what is the rest, without {other}",
        f"what do [your|the] [other |]senses [say|tell you|report] {_BUT} {{other}}",
        f"what [can you say|have you noticed|do you perceive|would you report] {_BUT} {{other}}",
        "[if I leave out|if you skip|if we ignore] {other}, what [is going on|is happening|is left]",
        "what [remains|is left|is there], when you take away {other}",
        "what [is going on|do you sense|happens] besides {other}",
    ),
    embedded=(
        f"what [is going on|you sense|you notice|is happening] {_BUT} {{other}}",
        "everything [but|except|apart from] {other}",
    ),
    whole=(
        "[Tell me|Describe|Report|Give me] [everything|all] [but|except|apart from|other than] {other}.",
        "[Everything|All] [but|except|apart from] {other}[, please|].",
        "[Leave out|Skip|Ignore|Forget] {other}. What [is going on|else is there|else do you notice]?",
        "I know about {other}. What else [is going on|do you sense|is there]?",
        "[Never mind|Don't mention|No word about|Not] {other}. [Tell me the rest|The rest, please].",
        "[The rest|All the rest|The others], [but|just] not {other}[, please|].",
        "[I don't need|I've already got|I already know] {other}, [tell|give] me [the rest|everything else].",
        "[Cover|Report|Mention|Describe] everything else, [just |]not {other}.",
        "[All senses|All inputs|Everything] minus {other}[, please|].",
        "[So much for|That was|Okay, that's] {other}. [And the rest|What else|Anything else]?",
        "[Anything|What] other than {other}?",
        "What [else is there|else have you got|else]? I [know|have] {other} already.",
        "[You may|Feel free to] [skip|drop|leave out] {other}, but tell me the rest.",
    ),
)
_AS: Final = "[while|as|whilst|when]"
# One sense is asked for, another is mentioned: "{motion}" follows "while I am", "{sound}" is a clause.
_MENTIONED: Final = {
    "motion": f"[{_AS} [I'm|I am] {{motion}}|{_AS} [I'm|I am] {{motion}}|{_AS} I move like this|as I move]",
    "sound": f"[{_AS} {{sound}}|{_AS} {{sound}}|while that [sound|noise] goes on]",
}
WHILE: Final = {
    (asked, said): Asking(
        direct=(
            f"{_ASKS[asked]} {_MENTIONED[said]}",
            f"{_ASKS[asked]} {_MENTIONED[said]}",
            f"{_MENTIONED[said]}, {_ASKS[asked]}",
            f"{_ASKS[asked]}, {_MENTIONED[said]}",
            f"now, {_MENTIONED[said]}, {_ASKS[asked]}",
        ),
        embedded=(f"{_SAYS[asked]} {_MENTIONED[said]}", f"{_MENTIONED[said]}, {_SAYS[asked]}"),
        whole=(
            f"[Describe|Tell me|Report] {_SAYS[asked]} {_MENTIONED[said]}.",
            f"[I'm|I am] {{motion}}. {_ASKS[asked]}?"
            if said == "motion"
            else f"[I can hear that|It sounds like] {{sound}}. {_ASKS[asked]}?",
        ),
    )
    for asked in _ASKS
    for said in _MENTIONED
    if asked != said
}
