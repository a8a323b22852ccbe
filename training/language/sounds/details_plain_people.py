"""Everyday words in which all sorts of people ask who is heard, what is said and whether it is alarming.

Knows questions only: short, broken, polite or with a story before them; refuses to know answers and facts.
"""

from typing import Final

from anymal.training.language.sounds.plain_words import ANY, IT, NOW
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

_SAID: Final = "[said|spoken|uttered|read out|called out|announced]"
_NUMBER: Final = "[digit|number|numeral|figure]"
_VOICE: Final = "[the voice|the speaker|the person|he|she|they|the one speaking]"

DISTRESS: Final = Asking(
    direct=(
        f"does {ANY} sound [upset|troubled|hurt or upset|as if they need help|in bad shape|scared or sad]"
        + NOW,
        f"is there {ANY} [in distress|in trouble|in need of help|who is suffering|to comfort]" + NOW,
        f"do you hear {ANY} [in distress|in trouble|in need of help|who needs help|suffering]" + NOW,
        f"is {ANY} [not well and in distress|not okay by the sound of it|in a bad way]",
        "is it the voice of [someone in distress|somebody in need|a person who needs help]",
        "would a [nurse|police officer|good neighbour|parent] go and see if somebody needs help",
        f"could {ANY} be [in need of|needing|wanting] [help|comfort|support]",
        f"by the voice, does {ANY} need [help|comforting|support]",
        "do I need to [comfort|help|rescue|support] [someone|somebody]" + NOW,
        "is help [needed|wanted|called for] by somebody I hear",
        f"do I hear that {ANY} [suffers|is in distress|is in trouble|needs help]",
        "is the voice [distressed|troubled|desperate|one of distress]",
    ),
    embedded=(
        f"[if|whether] {ANY} [is suffering|sounds upset|sounds distressed|could use help]" + NOW,
        "[if|whether] the voice sounds [distressed|desperate|like someone in trouble]",
        "[if|whether] I [have to|must|need to] [help|comfort] [someone|somebody]",
    ),
    whole=(
        "[Somebody in trouble|Person in distress|Someone suffering|Someone need help|Anybody need help]?",
        "[I'm a nurse|I'm on duty|I am the caretaker|I live alone]. Does somebody sound in distress?",
        f"[I think|I fear|I'd say|I suspect] {ANY} is in distress. [Am I right|Is that so|Correct|True]?",
        "[Should I call someone|Should I knock next door|Must I go over]? Does somebody need help?",
        "Distress in the voice: yes or no?",
    ),
)

SPOKEN_DIGIT: Final = Asking(
    direct=(
        "[which|what] " + _NUMBER + f" [was it|is it] that {_VOICE} said",
        "[which|what] "
        + _NUMBER
        + " [is heard|was heard|can be heard|comes from the voice|did the voice give]",
        "[which|what] " + _NUMBER + " you [hear|heard|hear in the voice|catch]",
        "[which|what] " + _NUMBER + f" {_VOICE} [said|was saying]",
        f"{_VOICE} said [which|what] " + _NUMBER,
        "the voice [says|said|is saying] [what|which number|which digit]",
        f"the {_NUMBER} [they said|that was said|I heard|on the recording], what [is|was] it",
        "[which|what] " + _NUMBER + " [should I note|do I write down|shall I enter] from the voice",
        "[which|what] " + _NUMBER + " did your [ears|microphone|mic] [catch|get|pick up]",
        "[which|what] of the numbers from [zero|0] to [nine|9] [did they say|was said|do you hear]",
        "from zero to nine, which [digit|number] [did they say|was said|do you hear]",
        "what was that [digit|number] [again|the voice said|I just heard|someone called out]",
        "can you [tell|say|confirm] [the [digit|number] that|which [digit|number]] [was said|they said]",
        "could you hear which [digit|number] [it was|was said|they said]",
        "what [did|does] the voice [say|tell me|read out|call]",
        "did you get the [spoken digit|spoken number|number that was called]",
    ),
    embedded=(
        f"[which|what] {_NUMBER} [came up in the speech|was heard|the person called out|is being {_SAID}]",
        "what the [spoken|announced] [digit|number] [is|was]",
        f"[which|what] {_NUMBER} [I|we] [just heard|are hearing]",
    ),
    whole=(
        "[Number they said|Digit they said|What number said|Which digit heard|Voice says what|Said number]?",
        (
            "[They|He|She|Someone] [called|read out|said|announced] my [number|digit]. [Which was "
            "it|What was it]?"
        ),
        "[I am hard of hearing|I wasn't listening|It was too fast for me]. Which [number|digit] was said?",
        "[Repeat|Tell me|Give me|Write|Type|Say again] the [spoken number|spoken digit|number you heard].",
        "[Dictation|Phone code|PIN digit|Bingo]: which [number|digit] was said?",
        "You hear a [number|digit]. [Which|What is it|Which one]?",
        "[Zero to nine|0 to 9|From 0 to 9]: which one was said?",
        "[What's|What was] the number? [The one they said|I mean the one that was said|The spoken one].",
    ),
)

WHO_CRIES: Final = Asking(
    direct=(
        "who [is it that I hear crying|do I hear crying|do you hear cry|do we hear sobbing]",
        "who is the [one crying|one in tears|person crying|crying person]" + NOW,
        "the one who [cries|is crying], who is it",
        "the one who [cries|is crying] is [a baby or a woman|a woman or a baby|who]",
        "is the [person|one] crying a baby or [a woman|an adult|a lady]",
        "is the crying a baby's or a woman's",
        "is it a woman's crying or a baby's",
        "who cry" + NOW,
        "who [cries|is crying] [so much|like this|like that|so sadly]",
        "by whom is the crying",
        "from whom [does|is] the [crying|sobbing] [come|coming]",
        "who does the crying [come from|belong to]",
        "do I hear a baby cry or a woman",
        "[is|was] that a baby or a woman [crying|in tears|sobbing]",
        "who [do I have to|should I|must I] [comfort|console|calm down], who is crying",
        "a baby or a woman, who is [crying|in tears]",
    ),
    embedded=(
        "who [it is that cries|does the crying|I hear crying|the crying comes from]",
        "who [sounds so sad|is so upset|is shedding tears]" + NOW,
        "[if|whether] it's a baby or a woman that I hear crying",
    ),
    whole=(
        "[Crying, who|Who crying|Who in tears|Who's that crying|Crying by whom]?",
        (
            "[I hear|There is|I heard] [crying|sobbing|weeping][| next door| upstairs| over there]. "
            "Who [is it|could it be]?"
        ),
        "[Poor thing|Oh no|Oh dear], who is [crying|sobbing]?",
        "[Tell me|Say|Find out] who is [crying|weeping|in tears].",
        "Crying: [baby or woman|woman or baby|who]?",
        "Is it a baby crying? Or a woman?",
    ),
)

WHO_SCREAMS: Final = Asking(
    direct=(
        "who [is it that I hear screaming|do I hear screaming|do you hear scream|do we hear yelling]",
        "who is the [one screaming|person screaming|screamer|screaming person]" + NOW,
        "the one who [screams|is screaming], [who is it|man or woman|male or female]",
        "the one who [screams|is screaming] is [a man or a woman|a woman or a man|who]",
        "is the scream a man's or a woman's",
        "who scream" + NOW,
        "who [screams|is screaming] [so|like this|like mad|at the top of their voice]",
        "by whom was the scream",
        "from whom [does|is] the [scream|screaming] [come|coming]",
        "who does the scream [come from|belong to]",
        "do I hear a man scream or a woman",
        "is it a he or a she [screaming|that screams|who screamed]",
        "is it [a lady or a gentleman|a guy or a woman|a woman or a guy] [screaming|that screams]",
        "what gender [is|has] the [screamer|screaming person|person who screams]",
        "does a man or a woman scream",
        "is the screaming done by a man or by a woman",
        "a man or a woman, who [screams|is screaming|screamed]",
    ),
    embedded=(
        "who [it is that screams|does the screaming|I hear screaming|the scream comes from]",
        "what [sex|gender] the screamer is",
        "[if|whether] it's a man or a woman that I hear screaming",
    ),
    whole=(
        "[Scream, who|Who screaming|Who's that screaming|Screaming by whom|Scream from whom]?",
        (
            "[I hear|There was|I heard] [screaming|a scream][| next door| upstairs| over there]. Who "
            "[is it|was it]?"
        ),
        "[For my report|Officer speaking|For the file]: was it a man or a woman screaming?",
        "[Tell me|Say|Find out] who is [screaming|yelling].",
        "Screaming: [man or woman|woman or man|male or female|who]?",
        "Is it a man screaming? Or a woman?",
    ),
)

WHO_SPEAKS: Final = Asking(
    direct=(
        "who [is it that I hear talking|do I hear talking|do you hear speak|is the talking person]",
        "who speak" + NOW,
        "the voice [is whose|belongs to whom|comes from whom]",
        "who is the [owner of the voice|person behind the voice|man or woman talking]",
        "do you know whose voice [this|that|it] is",
        "do you know [him|her|them|the person] by voice",
        "is the voice [my dad's|my mum's|my neighbour's|the president's|our teacher's|Ravi's|Lucy's]",
        "whom do I hear [talking|speaking]",
        "what is the [person|man|woman] called whose voice I hear",
        "can you tell by the voice who [it is|is talking|is speaking]",
        "which of my [friends|relatives|colleagues|neighbours] is [talking|speaking]",
    ),
    embedded=(
        "who [I hear talking|said that|is speaking to me|owns that voice]",
        "the name of the one whose voice I hear",
        "whose [voice|speech] I [hear|am listening to]",
    ),
    whole=(
        "[Who talking|Who's speaking|Voice of whom|Voice: whose|Who said it|Name of speaker]?",
        "[Somebody|Someone] is [talking|speaking]. Who [is it|could it be]?",
        "[I can't see who it is|My eyes are bad]. Who is [talking|speaking]?",
        "[Tell me|Say|Find out] who is [talking|speaking].",
        "[Do I know that voice|I know that voice]. Whose is it?",
    ),
)

WORDS: Final = Asking(
    direct=(
        f"what [did|does] {_VOICE} [tell|want to say|want to tell me|talk about|mention]",
        f"{_VOICE} said what",
        f"what {_VOICE} said",
        "what is the [talk|talking|chat|discussion|message|announcement] about",
        "which [words|sentence|phrase] [did they use|was it|can be heard|did I miss]",
        "what words [did you hear|can be heard|are in the speech|come out of the mouth]",
        "can you tell me [what they said|the words|what was said|what the talk is about]",
        "could you repeat [the words|what was said|what they said]",
        "what [story|news|joke] is being told",
        "what [question|answer] did the [speaker|voice|person] give",
        "what is the [content|meaning|gist|topic|subject] of the [speech|conversation|talk]",
        "what was it they [said|were saying|talked about]",
        "would you transcribe the [speech|words|conversation]",
    ),
    embedded=(
        "the [gist|topic|content] of the [speech|talk|conversation]",
        "what words [were said|are spoken|you hear]",
        "what I was just told",
        "what [they|the people] talked about",
    ),
    whole=(
        "[What they say|They say what|Said what|Topic of the talk|What's the talk about]?",
        "[Sum up|Summarise|Summarize|Translate|Report] what [they say|is being said|was said].",
        "[I'm deaf|I can't hear well|I don't understand English well]: what are they saying?",
        "[Subtitle|Caption] the [speech|words] for me.",
        "[Tell me|Give me] the [gist|topic] of what is being said.",
        "Someone talks. What about?",
    ),
)

WORRY: Final = Asking(
    direct=(
        (
            f"is {IT} [something to worry about|a sign of danger|a sign of trouble|bad news|a cause "
            f"for concern]"
        ),
        f"is {IT} [a worrying|a worrisome|a frightening|an alarming|a dangerous] one",
        f"does {IT} [worry|alarm|concern|scare] you",
        f"does {IT} [bode ill|mean something bad|point to danger|point to trouble|warn me of something bad]",
        f"[would|should] {IT} [worry|alarm|concern] [me|us|a parent|a guard|the police]",
        "do I have [cause|reason] to [worry|be alarmed|be concerned|be afraid]" + NOW,
        "must I [worry|be worried|be alarmed]" + NOW,
        "is something [not right|bad happening|alarming going on]" + NOW,
        "is there [something|anything] [alarming|worrying|frightening|to be afraid of] in what you hear",
        "has there been [an incident|trouble] by the sound of it",
        "would a [guard|watchman|caretaker] [raise the alarm|be worried|be alarmed] at this sound",
        "is it wise to [check what happened|be alarmed] after that sound",
        "do you hear [trouble|danger|something bad|an emergency]" + NOW,
        "am I right to be [worried|alarmed|concerned] by that [sound|noise]",
        "is it dangerous by the sound of it",
        f"is {IT} worrying",
    ),
    embedded=(
        f"[if|whether] {IT} is [worrying|alarming|a sign of trouble|something to worry about]",
        "[if|whether] something bad [is going on|has happened]" + NOW,
        "[if|whether] I [must|need to|have to] be [worried|alarmed]" + NOW,
    ),
    whole=(
        (
            "[Worry or not|Alarming|Worrying|Bad sign|Sound of danger|Danger to hear|Some trouble|"
            "Need to worry]?"
        ),
        f"[I think|I fear|I'd say|I suspect] {IT} is alarming. [Am I right|Is that so|Correct|True]?",
        "[I'm alone at home|I'm on night watch|I look after the children]. Is that sound alarming?",
        "[Grandma|My wife|The dog's owner|My neighbour] got scared. Is the [sound|noise] alarming?",
        "[Tell me|Be honest|Yes or no]: is the [sound|noise] [worrying|alarming]?",
    ),
)
