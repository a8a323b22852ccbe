"""More words in which people ask how loud a sound is, how many there are and which of two it is.

Knows questions only, in rarer sentence shapes than `sounds.details`; refuses to know
answers and facts.
"""

from typing import Final

from anymal.training.language.surface import Asking

__all__ = [
    "COUNT",
    "EITHER",
    "HOW_LOUD",
    "IS_LOUD",
    "MORE",
    "SILENT",
]

_NOW: Final = "[|||| right now| now| at the moment| here| in here| in this room| round here| where I am]"
_SOUND: Final = "[sound|noise|audio|recording|clip]"

HOW_LOUD: Final = Asking(
    direct=(
        "is it [on the quiet side or on the loud side|noisy or peaceful|noisy or quiet|soft or loud]" + _NOW,
        "what is it, [loud or quiet|quiet or loud|noisy or quiet|a loud one or a quiet one]",
        "would you call [it|that|the sound|the noise] loud or [quiet|soft|faint]",
        "how [big|strong|powerful|deafening|faint|soft|intense] is [the|this|that] [sound|noise]" + _NOW,
        "how many decibels is it, [roughly, |]many or few",
        "how high is the [volume|sound level|noise level|decibel level]" + _NOW,
        "what [volume|sound level|noise level|loudness] [is it|do you hear|do you measure|have we got]"
        + _NOW,
        "what's the [volume|noise level|loudness|sound level] [like|of it|of that]" + _NOW,
        "is the [volume|sound level|noise level|loudness] [high or low|low or high|up or down]" + _NOW,
        "how much [noise|of a racket|of a din] is there" + _NOW,
        "how hard is [it|the sound] on the ears",
        "does it [sound|come across] loud or [soft|quiet|faint]" + _NOW,
        "[do|would] I have to [shout|speak up] or is it quiet" + _NOW,
    ),
    embedded=(
        "how [noisy|quiet|strong|faint] [it|the sound|that noise] is" + _NOW,
        "how high the [volume|noise level|sound level] is" + _NOW,
        "[if|whether] [it|the sound] is [quiet or loud|noisy or quiet|soft or loud]" + _NOW,
        "the [noise|sound] level" + _NOW,
    ),
    whole=(
        "[Soft or loud|Noisy or quiet|Faint or loud|Quiet one or loud one|A whisper or a roar]?",
        "[Rate|Judge|Estimate|Measure|Report] the [volume|loudness|noise level|sound level].",
        "[Noise|Decibel|dB] level, please.",
        "How [noisy|quiet|faint|strong], the [sound|noise]?",
        "Volume: [high or low|loud or soft|what is it]?",
    ),
)

IS_LOUD: Final = Asking(
    direct=(
        "is it [a racket|a din|deafening|ear-splitting|a noisy place|noisy|blaring|on the loud side]" + _NOW,
        "is the [volume|noise level|sound level|loudness] [high|up|way up]" + _NOW,
        "does [it|that|the sound] hurt the ears",
        "should I [cover|plug|protect] my ears" + _NOW,
        "would I [need|want] [ear plugs|earplugs|ear protection|earmuffs]" + _NOW,
        "would [it|that sound|this noise] wake the [baby|neighbours|whole house]",
        "is there a lot of noise" + _NOW,
        "is there [a loud noise|a loud sound|something noisy]" + _NOW,
        "is [it|that|the sound|the noise] [high|strong] in volume",
        "do I have to [shout|raise my voice] to be heard" + _NOW,
        "would you [call it|say it's|say it is] [loud|noisy]" + _NOW,
        "is the [sound|noise] [turned up|at a high volume|at high volume]",
    ),
    embedded=(
        "[if|whether] it is [noisy|a racket|on the loud side]" + _NOW,
        "[if|whether] the [volume|noise level] is high" + _NOW,
        "[if|whether] I should [cover|protect] my ears",
    ),
    whole=(
        "[Noisy|Loud], [right|isn't it|no|yes or no|eh|innit]?",
        "[Quite a racket|What a din|What a racket|That's loud|It's loud|It is noisy], [isn't it|right|no]?",
        "So it's [loud|noisy], yes?",
        "[High volume|Loud noise|A loud one|Lots of noise]?",
        "[Earplugs needed|Need earplugs|Time for earplugs]?",
    ),
)

SILENT: Final = Asking(
    direct=(
        "is there nothing [to hear|audible|but silence|at all to hear]" + _NOW,
        "is it [dead silent|stone silent|soundless|without any sound|as silent as the grave|utterly silent]"
        + _NOW,
        "could you hear a pin drop" + _NOW,
        "is there a total lack of sound" + _NOW,
        "is there [dead|total|complete|utter|pure|absolute] silence" + _NOW,
        "is [nobody|no one] and nothing making a sound" + _NOW,
        "has [everything|it all|the room|it] [gone|fallen|become] silent",
        "is the [mic|microphone] picking up nothing",
        "is the " + _SOUND + " [blank|soundless|just silence|nothing but silence]",
        "do you get [no sound|nothing but silence|only silence|zero sound]" + _NOW,
        "are your ears picking up [nothing|no sound at all|only silence]",
        "is not a [sound|single sound] to be heard" + _NOW,
        "is it silence [that you hear|that I hear|I am hearing]" + _NOW,
    ),
    embedded=(
        "[if|whether] [there is no sound at all|nothing can be heard|nothing is audible|all is silent]"
        + _NOW,
        "[if|whether] [it is dead silent|it has gone silent|the recording is soundless]",
    ),
    whole=(
        (
            "[Not a sound|Not a peep|Dead silence|Total silence|No sound at "
            "all|Just silence|Zero sound], [right|yes|correct]?"
        ),
        "[I hear nothing|I can't hear a thing|I don't hear any sound]. Is it silent?",
        "[All|Everything] silent" + _NOW + "?",
        "It is silent, [isn't it|right|yes|am I right]?",
    ),
)

EITHER: Final = Asking(
    direct=(
        "is that {a} I hear, or {b}",
        "am I hearing {a} or {b}",
        "would you call it {a} or {b}",
        "what would you say, {a} or {b}",
        "what is more likely, {a} or {b}",
        "which is closer, {a} or {b}",
        "which of the two is it, {a} or {b}",
        "which of these do you hear: {a} or {b}",
        "was it {a}[ that I heard| I heard just now|], or {b}",
        "should I take it for {a} or for {b}",
        "do your ears say {a} or {b}",
        "is the [recording|clip|audio] of {a} or of {b}",
        "[could|might] [it|that] be {a}, or is it {b}",
        "my friend says {a}, I say {b}, who is right",
        "is it {a} or is it {b}" + _NOW,
        "do we have {a} or {b}" + _NOW,
    ),
    embedded=(
        "which of the two it is, {a} or {b}",
        "[if|whether] [that|it] [was|is] {a} or rather {b}",
        "[if|whether] I [hear|am hearing] {a} or {b}",
        "which is the right one, {a} or {b}",
    ),
    whole=(
        "Is it {a}? Or {b}?",
        "Choose one: {a} or {b}.",
        "[Pick|Choose|Decide|Which label]: {a} or {b}?",
        "[I can't decide|I'm torn|Help me decide]: {a} or {b}?",
        "[That sound|This noise|The sound|That noise]: {a} or {b}?",
        "{^a}... or is it {b}?",
        "Either {a} or {b}, [which|which is it|what is it]?",
    ),
)

COUNT: Final = Asking(
    direct=(
        "how many [sources of sound|sound sources|sound events|things making noise] are there" + _NOW,
        "how many things are making [noise|a sound]" + _NOW,
        "how many [sounds|noises] [can you tell apart|can you count|do you make out|would you say there are]",
        "how many [sounds|noises] [am I|are we] hearing" + _NOW,
        "is it [a single sound|just one sound|one sound], or are there two",
        "is it one [noise|sound] or a [mix|mixture|blend] of two",
        "do I hear one [thing|noise|sound] or two [things|noises|sounds]",
        "are there [two|several|multiple] [sounds|noises] or [just one|only one|a single one]",
        "what's the [tally|count|total|number] of [sounds|noises]",
        "to how many [sounds|noises] am I listening",
        "is there one sound source or two" + _NOW,
    ),
    embedded=(
        "how many [sounds|noises|things] [can be heard|are audible|you make out]" + _NOW,
        "[if|whether] [it is|there is|you hear] one sound or two",
        "the [count|tally|total] of [sounds|noises]",
    ),
    whole=(
        "[Sounds|Noises], how many?",
        "[Number|Count|Tally|Total] of [audible |different |distinct |][sounds|noises], please.",
        "[One noise or two|One or two sounds|Single sound or two|Just one sound or two]?",
        "[I make it|I count|I get] [one sound|two sounds]. How many do you [make it|hear|count|get]?",
    ),
)

MORE: Final = Asking(
    direct=(
        "I get {x}, and what else [do you hear|is there|can be heard]",
        (
            "is {x} [all there is|the only sound|everything you hear|all "
            "you hear], or is there [more|something else]"
        ),
        "is {x} all [I hear|you get], or [is there|do you hear] another sound",
        "what [sound|noise] [goes along with|accompanies] {x}",
        "what [can be heard|is audible] [on top of|as well as|along with|beyond|besides|apart from] {x}",
        "what [is mixed with|do you hear along with] {x}",
        "[ignoring|leaving aside|not counting|setting aside|leaving out] {x}, what [do|can] you hear",
        "[ignoring|leaving aside|not counting] {x}, what [sound|noise] is [left|there]",
        "if you [ignore|leave out|take away|filter out|mute] {x}, what [is left|remains|do you hear]",
        "anything else besides {x}",
        "anything [other than|apart from|beyond|on top of|in addition to] {x}",
        "do you hear {x} alone, or something else too",
        "there's {x} for sure, what else",
    ),
    embedded=(
        "what [is there|there is] [on top of|in addition to|as well as|beyond] {x}",
        "what remains without {x}",
        "what else there is to hear besides {x}",
        "[if|whether] there is [anything|any sound] besides {x}",
    ),
    whole=(
        "[Besides|Apart from|Other than|On top of|Not counting|Except for] {x}, [anything|what|what else]?",
        "I know about {x}. What else [is there|do you hear]?",
        "Ignore {x}. What [else|is left|other sound is there]?",
        "{^x}, and [anything else|something else|what else|nothing more]?",
        "[Name|Tell me] what you hear besides {x}.",
    ),
)
