"""Frames around a picture question and fragments that its patterns share.

Knows politeness, openers, closers, requests for one word and shared fragments; refuses to know questions.
Every frame fits around every question and leaves its sense as it is.
"""

from collections.abc import Mapping
from typing import Final

__all__ = ["CLOSERS", "JUST", "LEADS", "MACROS", "ONE_WORD", "OPENERS"]

# Fragments that many patterns share, written <name> in a pattern.
MACROS: Final[Mapping[str, str]] = {
    "what": "[what|which|what]",
    "colour": "[colour|color|colour|color|shade|hue|tint]",
    "thing": "[thing|object|shape|item|figure]",
    "things": "[things|objects|shapes|items|figures]",
    "count": "[how many|how many|what number of|what is the number of]",
    "number": "[the number of|the total number of|the count of|a count of|how many]",
    "pic": "[picture|image|pic|photo|drawing|frame|shot|scene|view|picture|image|snapshot]",
    "give": "[tell me|give me|name|say|state]",
    "isthere": "[is there|is there|can you see|do you see|do you spot|can you spot|do you notice"
    "|can you make out|can you find|have you got|have we got|is it true that there is|do we have|can we see"
    "|are you seeing|do you think there is|would you say there is|is it right that there is]",
    "big": "[big|large]",
}
LEADS: Final = (
    "[could|can|would|will] you [please |kindly |]tell me {clause}?",
    "[could|can] you [please |]say {clause}?",
    "[do you know|any idea|can you see|can you work out|could you work out] {clause}?",
    "[please |]tell me {clause}.",
    "[I'd like to know|I want to know|I would like to know|let me know|I'd love to know] {clause}.",
    "[I wonder|I am wondering|I was wondering|I'm curious|I can't tell|I'm not sure|I don't know] {clause}.",
    "[would you mind telling me|are you able to tell me|are you able to say|can you see] {clause}?",
    "[may I ask|can I ask|could I ask|mind telling me|any clue|do you happen to know] {clause}?",
    "[could|can] you [help me|] [find out|work out|figure out] {clause}?",
    "[please|just|now] [tell me|say|let me know] {clause}.",
    "[say|state|report|find out|work out] {clause}.",
    "[I can't see well, so|my eyes are tired,|without my glasses I can't see:] [please |]tell me {clause}.",
    "[help me out:|help me here:|my question:] [tell me|do you know|can you tell] {clause}?",
    (
        "[be so kind as to|be so good as to|be a dear and|be a love and|do me a favour and"
        "|go on,] tell me {clause}."
    ),
    "I [need|want|would like|asked] you to [tell me|say|find out|work out|check] {clause}.",
    "[what I want to know is|my question is|the question is|all I need to know is] {clause}.",
    (
        "[my wife|my husband|my son|my daughter|my teacher|grandma|my friend|my doctor|the nurse"
        "|the lady here"
        "|the gentleman here|a colleague|everyone here] [wants|would like|needs] to know {clause}."
    ),
    (
        "[my kids|the children|my pupils|my parents|people here|the others] [want|would like"
        "|are asking] to know"
        " {clause}."
    ),
    "[nobody here|none of us|no one] can [tell|say|work out] {clause}. [can you|do you know|help us]?",
    (
        "[I have been asked|I've been trying to find out|I'm trying to work out|I keep wondering"
        "|I must find out"
        "|I have to report|I'm supposed to say|I need to write in my notes|it's my job to find out] {clause}."
    ),
    "[is it possible to|would it be possible to|can one|can anybody|could someone|might you] say {clause}?",
    (
        "[would you be so kind as to|would you be kind enough to|could I trouble you to|could I ask you to"
        "|can I get you to|may I ask you to|might I ask you to] tell me {clause}?"
    ),
    "[wanna know|need to know|gotta know|interested to know] {clause}.",
    "[I bet you know|you surely know|you must know|I'm sure you can say|surely you can tell] {clause}.",
    ("[let's see|let us find out|check for me|take a look and say|have a look and tell me] {clause}."),
    (
        "[I'd be grateful if you could|it would help me if you could|I'd appreciate it if you could"
        "|I would be glad if you could|it'd be great if you could] [tell me|say|find out] {clause}."
    ),
    "[gonna tell me|care to tell me|care to say|fancy telling me|can u tell me|pls tell me] {clause}?",
    (
        "[I'm blind, so|I can't look just now, so|my glasses broke, so|the light hurts my eyes, so"
        "|I'm colour-blind, so"
        "|my sight is poor, so] [please |][tell me|let me know] {clause}."
    ),
)
OPENERS: Final = (
    "[hi|hey|hello|hi there|hey there|good morning],",
    "[ok|okay|so|well|right|ok so|now|alright],",
    "[please|and|now|so]",
    "[quick question:|a question:|one question:|question:|another one:]",
    "[look at the <pic>.|looking at the <pic>,|take a look:|have a look:|judging by the <pic>,]",
    "[excuse me,|sorry,|hey assistant,|assistant,|my friend,|um,|listen,|tell me,|honestly,]",
    "[just curious.|I'm curious.|help me out.|I have a question.|one more thing.|let's see.]",
    "[but|also|then|next,|first,|again,|and now,]",
    ("[good afternoon,|good evening,|good day,|hiya,|hello again,|hey again,|dear assistant,]"),
    (
        "[yeah so|right so|okay then,|fair enough,|very well,|alright then,|all right,|okey-dokey,|aye,|och,"
        "|say,|hmm,]"
    ),
    (
        "[my question is this:|here's my question:|this is what I want to know:|what I'd like to know:"
        "|may I ask:]"
    ),
    (
        "[can I ask something?|may I ask you something?|got a second?|are you ready?|ready?|do you mind?"
        "|you there?]"
    ),
    (
        "[look here:|see here:|look closely.|look again.|look carefully.|watch closely.|use your eyes."
        "|open your eyes.]"
    ),
    "[could you help?|can you help me?|help me please.|I need your help.|I need your eyes.|be my eyes.]",
    (
        "[kindly tell:|do tell:|do tell me:|please answer:|answer me this:|answer this:|tell me this:"
        "|riddle me this:]"
    ),
    "[next question:|last question:|new question:|a simple question:|an easy question:|a small question:]",
    "[I was asked this:|they asked me this:|somebody asked:|the form asks:|the quiz asks:|my homework says:]",
    (
        "[so tell me,|come on, tell me,|now tell me,|please tell me:|go on, tell me,|just tell me:"
        "|hey, tell me,]"
    ),
    (
        "[sorry but|sorry to ask, but|pardon me,|forgive me,|beg your pardon,|if I may ask,|if you please,"
        "|I say,]"
    ),
)
CLOSERS: Final = (
    *("please", ", please", "for me", ", thanks", "thanks", ", do you think", ", would you say", "right now"),
    *(", can you tell", ", do you know", ", any idea", ", in your opinion", ", if you can tell", ", roughly"),
    *(", then", ", assistant", ", my friend", ", mate", ", according to you", ", as far as you can see"),
    *(
        ", exactly",
        ", buddy",
        ", dear",
        ", love",
        ", sir",
        ", madam",
        ", my dear",
        ", pal",
        ", bro",
        ", kindly",
    ),
    *(", if you please", ", if you don't mind", ", if I may ask", ", if possible", ", if you can see it"),
    *(
        ", pretty please",
        "pls",
        ", ta",
        ", cheers",
        ", thank you",
        ", many thanks",
        ", by the way",
        ", honestly",
    ),
    *(", from what you see", ", as you see it", ", to your eyes", ", by the looks of it", ", in your view"),
    *(", by your estimate", ", to be precise", ", I mean", ", when you look", ", you reckon"),
    *(", when you have a moment", ", when you get a second", ", old chap", ", computer"),
)
ONE_WORD: Final = (
    "[answer|reply|respond] [in|with] [one|a single] word.",
    "[one|a single] word[ only|, please| please|].",
    "[just|only] [one|a single] word.",
    "[in one word.|use one word.|one-word answer.|one word answer please.|keep it to one word.|in a word.]",
    "[use|give me|say|write] [just|only|] [one|a single] word.",
    "[I only want|I just need|I want] [one|a single] word.",
    (
        "[a single word will do|one word is enough|one word is plenty|one word suffices|nothing but one word"
        "|no more than one word|not more than one word|one word max|1 word|1 word only|single word answer]."
    ),
    "[don't say more than|limit yourself to|stick to|make it|I have time for] [one|just one|a single] word.",
    "[no sentence, just one word|no full sentence, one word|no explanation, one word|no talking, one word].",
    "[the answer should be|your answer must be|please let it be] [one|a single] word.",
)
JUST: Final[Mapping[str, str]] = {
    "colour": "[[just|only] the [colour|color][, please| please|].|[give|tell] me [just|only] the [colour"
    "|color]."
    "|nothing but the [colour|color].|the [colour|color] [alone|and nothing else|will do].]",
    "number": "[[just|only] the number[, please| please|].|[give|tell] me [just|only] the number."
    "|nothing but the number.|the number [alone|and nothing else|will do].|a bare number, please.]",
    "shape": "[[just|only] the shape[, please| please|].|[give|tell] me [just|only] the shape."
    "|nothing but the shape.|the shape [alone|and nothing else|will do].]",
    "digit": "[[just|only] the [digit|number][, please| please|].|[give|tell] me [just|only] the digit."
    "|nothing but the digit.|the digit [alone|and nothing else|will do].]",
    "yes": "[just yes or no[, please| please|].|only yes or no[, please| please|]."
    "|a plain yes or no[, please|]."
    "|answer [just|only|with just] yes or no.|[just|only|simply] say yes or no.|no more than yes or no."
    "|nothing but yes or no.|a bare yes or no will do.|yes or no and nothing else.|only a yes or a no.]",
    # Says what kind of answer, not that nothing else may be said.
    "yes or no": "[yes or no?|yes or no?|say yes or no.|please answer yes or no.|answer yes or no."
    "|yes or no, please.|is it yes or no?|yes? no?|so, yes or no?|is that a yes or a no?|tell me yes or no.]",
}
