"""More words in which people ask who is heard, what is said and whether it is alarming.

Knows questions only, in rarer sentence shapes than `sounds.details`; refuses to know
answers and facts.
"""

from typing import Final

from anymal.training.language.surface import Asking

__all__ = [
    "DISTRESS",
    "SPOKEN_DIGIT",
    "WHO_CRIES",
    "WHO_SCREAMS",
    "WHO_SPEAKS",
    "WORDS",
    "WORRY",
]

_NOW: Final = "[|||| right now| now| at the moment| here| in here| in this room| round here| where I am]"
_SAID: Final = "[said|spoken|uttered|read out|called out|announced|pronounced|voiced]"
_NUMBER: Final = "[digit|number|numeral|figure]"

# Only of voices: nobody can tell from a thing that breaks how people are.
DISTRESS: Final = Asking(
    direct=(
        "is [someone|anyone|somebody|anybody] [in trouble|in distress|in need of help|crying for help]"
        + _NOW,
        "does [anyone|someone|somebody] [need|seem to need] [help|my help|assistance|comforting]" + _NOW,
        "is that a [cry for help|cry of distress|call for help|sign of distress]",
        "do I hear [someone in distress|someone in need|somebody who needs help|a person in trouble]",
        "does [anybody|anyone|someone] sound [distressed|desperate|in distress|in need of help|frantic]"
        + _NOW,
        "is [someone|anyone|somebody] [distressed|badly upset|having a bad time|suffering]" + _NOW,
        "should I [check on someone|go to someone's aid|help somebody|offer help|go and comfort someone]",
        "is there [someone|somebody|anyone] who [needs help|needs me|could use some help]" + _NOW,
    ),
    embedded=(
        "[if|whether] [someone|somebody|anyone] [needs help|is in distress|is in trouble]" + _NOW,
        "[if|whether] I should go and help [someone|somebody]",
    ),
    whole=(
        "[Someone in distress|Anyone in trouble|Anybody in need|Help needed|A cry for help]?",
        "[Someone needs help|Somebody is in trouble|Someone is in distress], [right|yes|is that so|correct]?",
        "I'm worried about someone. Do they sound in distress?",
    ),
)

SPOKEN_DIGIT: Final = Asking(
    direct=(
        "[which|what] " + _NUMBER + " [is|was|has been] " + _SAID,
        "[which|what] " + _NUMBER + " [came|comes] out of [his|her|their|the speaker's] mouth",
        "[which|what] " + _NUMBER + " did [I|you|we] just hear",
        "[which|what] "
        + _NUMBER
        + " [did|does] the [voice|speaker|person|caller|audio|recording] [mention|read out]",
        "[which|what] " + _NUMBER + " [am I|are we] hearing",
        "[which|what] " + _NUMBER + " does the [voice|recording|audio|speech|clip] [say|contain|give|name]",
        "what [is|was] the "
        + _NUMBER
        + " [that was said|they said|the voice says|in the audio|in the recording]",
        "what [is|was] the [spoken|uttered|pronounced] [digit|number|numeral]",
        "what's the [number they said|number being said|spoken number|digit in the audio|number that I hear]",
        "[which|what] single digit [is|was] " + _SAID,
        "how do you [understand|hear] the spoken [digit|number]",
        "did [they|he|she] say a [digit|number], and which",
        "did you [catch|get|hear] [the|that] [digit|number] [they|he|she|the voice] said",
        "what should I [write down|type|key in|dial] [going by|from] what the voice says",
        "which of the ten digits do you hear",
    ),
    embedded=(
        "[which|what] " + _NUMBER + " [is|was] " + _SAID,
        "[which|what] " + _NUMBER + " [they|he|she|the voice|the speaker] [said|says|read out]",
        "the [digit|number] [they said|in the recording|that was said|I just heard]",
        "[which|what] " + _NUMBER + " the [recording|audio|voice|clip] [contains|gives|says]",
    ),
    whole=(
        (
            "[Note|Jot down|Type|Dictate back|Read back|Tell me|Give "
            "me] the [digit|number] [they|the voice] said."
        ),
        (
            "I [missed|didn't catch|didn't get] the [number|digit] [they|"
            "he|she|the voice] said. [What|Which] was it?"
        ),
        "The [voice|speaker|person] says a [digit|number]: [which|which one|what is it]?",
        "[Spoken digit|Spoken number|The spoken digit], please.",
        "Remind me [which|what] [digit|number] [was said|they said|I heard].",
        "[Which number was that|What digit was that|Number said|Digit heard|Number heard]?",
    ),
)

WHO_CRIES: Final = Asking(
    direct=(
        "who's [crying|sobbing|weeping|bawling|in tears|doing the crying|crying their eyes out]" + _NOW,
        "is the [crying|sobbing|weeping] [from|that of] a baby or a [woman|grown woman|lady]",
        "does the crying [come from|belong to] a baby or a [woman|lady|grown-up]",
        "is it a little one or a [grown-up|grown woman|lady] [crying|in tears|who cries]",
        "who [sheds|is shedding|is wiping away] tears" + _NOW,
        "who needs [comforting|a hug|cheering up|a tissue|consoling]" + _NOW,
        "who [started|began] crying",
        "whose [sobs|tears] do I hear",
        "how old is the one who cries, a baby or a [grown-up|grown woman]",
        "who [is|was] making the crying sound",
    ),
    embedded=(
        "who [needs comforting|is in tears|is bawling]" + _NOW,
        "whose [crying|sobbing] [that|it|this] is",
        "[if|whether] the crying is from a baby or a [woman|lady]",
    ),
    whole=(
        "[The|That] crying: [a baby or a woman|baby or grown-up|who is it|whose is it]?",
        "Somebody is [crying|in tears], [who|who is it|a baby or a woman]?",
        "[Name|Identify] the one who cries.",
        "[A tot or a lady|A little one or a woman], the one crying?",
    ),
)

WHO_SCREAMS: Final = Asking(
    direct=(
        "was that a [man's or a woman's|woman's or a man's|male or a female] [scream|shriek|yell]",
        "does the [scream|shriek|yell] [come from|belong to] a man or a woman",
        "does the [screamer|person who screams] sound male or female",
        "is the screamer [male or female|a man or a woman|a he or a she|a guy or a lady|a bloke or a woman]",
        "who [let out|gave|uttered] [that|the|a] [scream|yell|shriek]",
        "who's [screaming|yelling|doing the screaming|screaming like that|screaming their head off]" + _NOW,
        "what sex is the [screamer|one screaming|person screaming]",
        "he or she, the one who is screaming",
        "who [is|was] making the [scream|screams|screaming]",
    ),
    embedded=(
        "who [let out|gave] [that|the] [scream|yell]",
        "whose scream [that|it|this] [is|was]",
        "[if|whether] the screamer is [male or female|a man or a woman]",
    ),
    whole=(
        "[The|That] scream: [male or female|man or woman|a he or a she|his or hers|who was it]?",
        "[Name|Identify] the [screamer|one who screams].",
        "[A guy or a lady|A bloke or a lady|A gentleman or a lady], the one [screaming|who screams]?",
        "Somebody is [screaming|yelling], [who|who is it|man or woman]?",
    ),
)

WHO_SPEAKS: Final = Asking(
    direct=(
        "who's [talking|speaking|that talking|the speaker|the person talking]" + _NOW,
        "to whom does [that|this|the] voice belong",
        "who does [that|this|the] voice belong to",
        "do I know the [person|one] [talking|speaking|who speaks]",
        "can you [recognise|recognize|identify|name] [the speaker|the voice|who is talking]",
        "what's the name of the [person|one] [talking|speaking|who speaks]",
        (
            "is it [my brother|my sister|my husband|Tom|Sarah|grandma|"
            "my colleague|the neighbour] [talking|speaking]"
        ),
        "which [person|friend of mine|colleague] is [talking|speaking]",
        "who [am I|are we] hearing talk",
    ),
    embedded=(
        "who [the speaker is|that voice belongs to|is doing the talking|it is that talks]",
        "the [name|identity] of the [speaker|person speaking]",
    ),
    whole=(
        "[Identify|Recognise|Recognize] the [speaker|voice].",
        "[That voice|The speaker|The voice], who is it?",
        "I hear a voice. Whose is it?",
        "Who's there talking?",
    ),
)

WORDS: Final = Asking(
    direct=(
        "what are the [words|exact words|spoken words]",
        "what exactly [is|was] being said",
        "what [topic|subject] are they [on|discussing|talking about]",
        "what [sentence|sentences|words] [did|does] [the speaker|the person|the voice|someone] [say|use]",
        "what is [he|she|the speaker|that person] [on about|going on about|talking about|telling us]",
        "what did [he|she|they|the speaker] [just |][say|mention|tell me]",
        "can you [repeat|quote|write down|type out|subtitle] what [is|was] [said|being said]",
        "did you [catch|get|understand] [what was said|the words|a word of that]",
        "word for word, what [is|was] said",
        "what does the [speech|talk|voice|conversation] say",
        "what do the [words|people] say",
    ),
    embedded=(
        "what they are [saying|on about|discussing|chatting about]",
        "the [exact|spoken] words",
        "what the [speech|talk|conversation|chat] is about",
        "what the speaker [said|is saying|tells us]",
    ),
    whole=(
        "[Quote|Type out|Give me|Dictate] [the words|what was said|what they say].",
        "[A transcript|Transcript|Subtitles for the speech|Transcription of the speech], please.",
        "I [missed|didn't catch] what [they|he|she] said. What was it?",
        "[Word for word|Literally], what is being said?",
    ),
)

WORRY: Final = Asking(
    direct=(
        "does [it|that|the sound|this noise] [call for|need] [action|help|my attention|an emergency call]",
        "is [this|that|it] an emergency",
        "is there an emergency" + _NOW,
        "is there [any |]reason to [worry|be worried|be alarmed|panic|be concerned|be afraid]" + _NOW,
        "is there [cause|reason] for [alarm|concern|worry]" + _NOW,
        "is something [wrong|bad going on|the matter|amiss]" + _NOW,
        "has something [bad|terrible|awful|worrying] happened" + _NOW,
        "should I be [worried|alarmed|concerned|scared|on my guard|frightened]" + _NOW,
        "should I [go and check|go and see|rush over|go and help|check on someone|see what happened]",
        "is that a [bad sign|worrying sound|sound to worry about|red flag]",
        "is [that|it] a sound I should worry about",
        "does [that|it|the sound] [spell|mean|suggest] [trouble|danger|bad news]",
    ),
    embedded=(
        "[if|whether] [there is reason to worry|I should be worried|something is wrong]" + _NOW,
        "[if|whether] [this could be an emergency|I should go and check|that is a bad sign]",
        "[if|whether] there is [cause for alarm|an emergency|trouble]" + _NOW,
    ),
    whole=(
        "[Emergency|An emergency|Trouble|Danger|Bad news|Cause for alarm]?",
        "[Anything wrong|Something wrong|Anything the matter|Anything to worry about|Reason to worry]?",
        "[I'm worried|I'm scared|I am nervous|I'm uneasy]. Does [that|it|the sound] mean trouble?",
        "[Something bad happened|Something is wrong], [right|yes|is that so|correct]?",
        "Worrying sound, [yes or no|right|or not]?",
    ),
)
