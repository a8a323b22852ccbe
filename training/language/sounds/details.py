"""The words in which people ask about details of a sound: loudness, voices, words, numbers, other sounds.

Knows questions only; refuses to know answers and facts.
"""

from anymal.training.language.sounds import details_more as more
from anymal.training.language.sounds import details_people as people
from anymal.training.language.sounds import details_plain as plain
from anymal.training.language.sounds import details_plain_people as folk
from anymal.training.language.sounds import details_said as said
from anymal.training.language.surface import Asking, joined

__all__ = [
    "COUNT",
    "DISTRESS",
    "EITHER",
    "HOW_LOUD",
    "IS_LOUD",
    "MORE",
    "SILENT",
    "SPOKEN_DIGIT",
    "WHO_CRIES",
    "WHO_SCREAMS",
    "WHO_SPEAKS",
    "WORDS",
    "WORRY",
]

_NOW = "[|||| right now| now| at the moment| here| just now| currently| around me| around here| around us]"

_HOW_LOUD = Asking(
    direct=(
        "is [the sound|the noise|it|that noise|the audio] loud or [quiet|soft|faint]" + _NOW,
        "is [it|the sound] [quiet|soft] or loud",
        "how loud [is|was] [it|the sound|that|this sound|the noise|the audio]" + _NOW,
        "how [quiet|soft|noisy] is it" + _NOW,
        "what is the [volume|loudness|sound level] [of the sound|of the noise|like|here|]",
    ),
    embedded=(
        "how loud [it is|the sound is|that is|the noise is|that was]",
        "[if|whether] it is loud or [quiet|soft]",
        "the [volume|loudness] of the sound",
    ),
    whole=(
        "[Loud or quiet|Loud or soft|Quiet or loud]?",
        "[Volume|Loudness|Sound level]?",
        "How loud?",
        "Describe the [volume|loudness].",
    ),
)

_IS_LOUD = Asking(
    direct=(
        "is [it|the sound|this sound|that noise|the noise|the audio|the recording] [very |really |rather |quite |too |]loud"
        + _NOW,
        "[is|was] [that|this] a loud [sound|noise]",
        "is it [noisy|loud]" + _NOW,
        "does it sound loud" + _NOW,
        "do you hear [something loud|a loud sound|a loud noise]" + _NOW,
        "is the [volume|sound level] high",
    ),
    embedded=(
        "[if|whether] [it|the sound|that noise] is [loud|noisy]" + _NOW,
        "[if|whether] you hear a loud sound",
    ),
    whole=("[Loud|Is it loud|Noisy|Very loud]?", "It is loud, isn't it?"),
)

_SILENT = Asking(
    direct=(
        "is it [completely |totally |really |absolutely |]silent" + _NOW,
        "is there [only |]silence" + _NOW,
        "is there no [sound|noise] at all",
        "is everything [silent|still and silent]" + _NOW,
        "do you hear [nothing|only silence|nothing at all]" + _NOW,
        "is the [recording|clip|audio] [silent|empty|without sound]",
        "is [nothing|nothing at all] to be heard",
    ),
    embedded=(
        "[if|whether] it is [silent|completely silent]",
        "[if|whether] there is [silence|only silence]",
    ),
    whole=("[Silence|Silent|Only silence|Nothing to hear]?",),
)

_WHO_SCREAMS = Asking(
    direct=(
        "[is|was] it a man or a woman [screaming|who screams|who screamed|that screams]",
        "[is|was] [it|that] a woman or a man [screaming|who screams]",
        "is a man or a woman [screaming|yelling]",
        "who [is screaming|screams|screamed|is yelling|yells], a man or a woman",
        "who [is screaming|screams|screamed|is yelling|is it that screams|is shouting|is shrieking]" + _NOW,
        "[is|was] the scream [male or female|from a man or a woman|a man's or a woman's]",
        "is the [voice|screaming voice|scream] male or female",
        "did a man or a woman scream",
        "is the [one|person] [screaming|who screams] a man or a woman",
        "whose scream is [that|it|this]",
    ),
    embedded=(
        "who is [screaming|yelling]" + _NOW,
        "[if|whether] a man or a woman is [screaming|yelling]",
        "who screamed",
        "[if|whether] the scream is male or female",
    ),
    whole=(
        "[Man or woman|Male or female|Woman or man] screaming?",
        "Someone screams. [Man or woman|A man or a woman|Who]?",
        "Who screams?",
        "I hear a scream. Who is it?",
    ),
)

_WHO_CRIES = Asking(
    direct=(
        "[is|was] it a baby or a [woman|grown-up|lady] [crying|who cries|that cries]",
        "[is|was] [it|that] a woman or a baby [crying|who cries]",
        "is a baby or a woman [crying|weeping]",
        "who [is crying|cries|cried|is weeping|is sobbing|is it that cries]" + _NOW,
        "who [is crying|cries], a baby or a woman",
        "[is|was] the one who cries a baby or a woman",
        "whose crying is [that|it|this]",
        "who is in tears" + _NOW,
        "who [is upset|is sad]" + _NOW,
    ),
    embedded=(
        "who is [crying|weeping|sobbing]" + _NOW,
        "who [cried|cries]",
        "[if|whether] a baby or a woman is crying",
    ),
    whole=(
        "[Baby or woman|Woman or baby] crying?",
        "Someone cries. [Who|Who is it|A baby or a woman]?",
        "Who cries?",
        "I hear crying. Who is it?",
    ),
)

_EITHER = Asking(
    direct=(
        "is [it|that|this|the sound|the noise] {a} or {b}",
        "do you hear {a} or {b}",
        "[is|was] [that|it] {a} or {b}",
        "what [is it|do you hear], {a} or {b}",
        "is [it|the sound] [rather |more likely |]{a} or {b}",
        "does it sound like {a} or {b}",
        "would you say it is {a} or {b}",
        "which [is it|do you hear], {a} or {b}",
        "[did you hear|have you heard|can you hear] {a} or {b}",
        "is there {a} or {b}" + _NOW,
    ),
    embedded=(
        "[if|whether] [it|that|the sound] is {a} or {b}",
        "[if|whether] you hear {a} or {b}",
        "which it is, {a} or {b}",
    ),
    whole=(
        "{^a} or {b}?",
        "{^a} or {b}, [which one|which is it|what do you think|which do you hear]?",
        "Was that {a}, or {b}?",
    ),
)

_COUNT = Asking(
    direct=(
        "how many [different |distinct |separate |][sounds|noises|things|kinds of sound] [do|can|did] you hear"
        + _NOW,
        "how many [sounds|noises] are there" + _NOW,
        "how many [sounds|noises] [are|can be heard] in the [audio|recording|clip|sound clip]",
        "do you hear one sound or two",
        "is there [just |only |]one sound or [two|more than one|several]",
        "what is the number of [different |]sounds",
    ),
    embedded=(
        "how many [different |][sounds|noises] [you hear|there are|you can hear]",
        "the number of sounds [you hear|]",
    ),
    whole=(
        "Number of [sounds|noises]?",
        "Count the [different |][sounds|noises].",
        "[One sound or two|How many sounds]?",
    ),
)

_MORE = Asking(
    direct=(
        "[besides|apart from|other than|in addition to|next to|except for] {x}, what [do|can] you hear",
        "what else [do|can] you hear [besides|apart from|other than|in addition to|next to|except] {x}",
        "what other [sound|noise] [is there|do you hear|can you hear] [besides|apart from|other than] {x}",
        "I hear {x}, what else is there",
        "there is {x}, [and what else|what else do you hear|what is the other sound]",
        "what is the other [sound|noise] [besides|apart from|next to] {x}",
        "do you hear anything [besides|apart from|other than] {x}",
        "is there [another sound|something else|anything else] [besides|apart from|next to] {x}",
    ),
    embedded=(
        "what else you hear [besides|apart from|next to] {x}",
        "what [else|other sound] there is [besides|apart from] {x}",
    ),
    whole=("{^x} and what else?", "Apart from {x}, name the other sound.", "What else, besides {x}?"),
)

_WORRY = Asking(
    direct=(
        "[should I|do I need to|do I have to] worry about [that|this|the] [sound|noise]",
        (
            "does [it|that|the sound] sound [alarming|dangerous|worrying|"
            "like trouble|like an emergency|like danger]"
        ),
        "is [the sound|that noise|what you hear] [alarming|worrying|a bad sign|an alarming sound]",
        "is there [any |]sign of [trouble|danger|distress] in the sound",
        "do you hear anything [alarming|worrying|dangerous|unusual and alarming]",
    ),
    embedded=("[if|whether] [it|that|the sound] sounds [alarming|worrying|dangerous]",),
    whole=(
        "[Anything alarming|Anything worrying|Any danger|Any trouble] to hear?",
        "Does it sound dangerous?",
    ),
)

_WORDS = Asking(
    direct=(
        "what [did|does] [they|the person|the voice|the speaker|he|she|the man|the woman] say",
        "what [is|was] [said|being said|spoken about]",
        "what are [they|the people] [talking|speaking] about",
        "what is [the person|the voice|someone|she|he] saying",
        "which words [do you hear|are said|are spoken]",
        "what is the [conversation|talk|speech] about",
        "can you [understand|make out|transcribe] [the words|what is said|what they say]",
    ),
    embedded=(
        "what [is|was] said",
        "what [the person|she|he|the voice] [says|said|is saying]",
        "which words are said",
        "what they are talking about",
    ),
    whole=(
        "[Transcribe|Write down] [the speech|what is said|the words].",
        "[The words|Words|What words]?",
        "Repeat what [was said|the person says|they said].",
    ),
)

_WHO_SPEAKS = Asking(
    direct=(
        "who is [talking|speaking|it that talks]" + _NOW,
        "whose voice [is|was] [that|it|this]",
        "who [am I|are we] listening to",
        "what is the [name of the speaker|speaker's name]",
        "who could be [talking|speaking]",
        "who [talks|speaks|said that|says that]",
        "do you [know|recognise|recognize] the [voice|speaker]",
        "is that [my wife|my boss|Peter|Anna|my mother|my father] [talking|speaking]",
    ),
    embedded=("who is [talking|speaking]", "whose voice [that|this|it] is"),
    whole=("[Speaker|Who speaks|Whose voice]?", "Name the [speaker|person who speaks]."),
)

_SPOKEN_DIGIT = Asking(
    direct=(
        (
            "[which|what] [digit|number|numeral|figure] [do you hear|is said|was "
            "said|did you hear|is spoken|was spoken|can you hear]"
        ),
        "[which|what] [digit|number] [did|does] [they|he|she|the person|the voice|the speaker|someone] say",
        "[which|what] [digit|number] is [the person|the voice|the speaker|someone] saying",
        "what [did|does] [they|the person|the voice|the speaker|he|she] say",
        "what [is|was] [said|spoken|being said]",
        "what [word|number word] [is|was] [said|spoken]",
        "what is [the person|the voice|the speaker|someone] saying",
        "[what|which] is the spoken [digit|number]",
        "can you [understand|make out|hear] the [digit|number]",
        "which number from zero to nine [is|was] [said|spoken]",
    ),
    embedded=(
        "[which|what] [digit|number] [is|was] [said|spoken]",
        "[which|what] [digit|number] you [hear|heard|can hear]",
        "what [the person|the voice|the speaker|someone] [says|said|is saying]",
        "the [spoken|said] [digit|number]",
    ),
    whole=(
        "[Digit|Number|Spoken digit|Spoken number|The number|The digit]?",
        "[Name|Repeat|Write down|Say] the [spoken digit|digit you hear|number you hear|digit that was said].",
        "Someone says a [number|digit]. [Which|Which one|What is it|Which one is it]?",
        "Transcribe the [sound|speech|audio|number].",
    ),
)

COUNT = joined(_COUNT, more.COUNT, plain.COUNT, said.COUNT)
DISTRESS = joined(people.DISTRESS, folk.DISTRESS, said.DISTRESS)
EITHER = joined(_EITHER, more.EITHER, plain.EITHER, said.EITHER)
HOW_LOUD = joined(_HOW_LOUD, more.HOW_LOUD, plain.HOW_LOUD, said.HOW_LOUD)
IS_LOUD = joined(_IS_LOUD, more.IS_LOUD, plain.IS_LOUD, said.IS_LOUD)
MORE = joined(_MORE, more.MORE, plain.MORE, said.MORE)
SILENT = joined(_SILENT, more.SILENT, plain.SILENT, said.SILENT)
SPOKEN_DIGIT = joined(_SPOKEN_DIGIT, people.SPOKEN_DIGIT, folk.SPOKEN_DIGIT, said.SPOKEN_DIGIT)
WHO_CRIES = joined(_WHO_CRIES, people.WHO_CRIES, folk.WHO_CRIES, said.WHO_CRIES)
WHO_SCREAMS = joined(_WHO_SCREAMS, people.WHO_SCREAMS, folk.WHO_SCREAMS, said.WHO_SCREAMS)
WHO_SPEAKS = joined(_WHO_SPEAKS, people.WHO_SPEAKS, folk.WHO_SPEAKS, said.WHO_SPEAKS)
WORDS = joined(_WORDS, people.WORDS, folk.WORDS, said.WORDS)
WORRY = joined(_WORRY, people.WORRY, folk.WORRY, said.WORRY)
