"""The words in which people ask what a sound is, what it is like and where it comes from.

Knows questions only; refuses to know answers and facts.
"""

from anymal.training.language.sounds import asked_more as more
from anymal.training.language.sounds import asked_plain as plain
from anymal.training.language.sounds import asked_said as said
from anymal.training.language.surface import Asking, joined

__all__ = ["DESCRIBE", "SOURCE", "WHAT"]

_NOISE = "[sound|noise|sound|noise|sound in the background]"
_CLIP = "[audio|sound|recording|clip|audio clip|sound clip|soundtrack|microphone]"
_NOW = "[|||| right now| now| at the moment| here| just now| currently| around me| around here| around us]"

_WHAT = Asking(
    direct=(
        "what [do|can|did] you hear" + _NOW,
        "what do you hear",
        "what are you hearing" + _NOW,
        "what do your ears [hear|tell you|catch|pick up|notice]",
        "what [can|could|did] [you|we] [hear|listen to|make out]" + _NOW,
        "what [can|do|did] I [hear|listen to|just hear]" + _NOW,
        "what am I hearing" + _NOW,
        "what are we [hearing|listening to]" + _NOW,
        "what [is|was] [that|this|the] " + _NOISE,
        "what's [that|this|the] " + _NOISE,
        "what [sound|noise] is [that|this|it]",
        "what [was|is] it that [you|I|we] [hear|heard]",
        "what [sound|noise] [do|can|did] you [hear|notice|pick up|detect|recognise|recognize|make out]"
        + _NOW,
        "which [sound|noise] [do you hear|can you hear|is this|is that|is it|did you hear|is in the "
        + _CLIP
        + "]",
        "what kind of [sound|noise] [is|was] [this|that|it]",
        "what [type|sort] of [sound|noise] [is|was] [this|that|it|there]",
        "what [is|was] in the " + _CLIP,
        "what [does|did] the " + _CLIP + " [contain|hold|say|pick up|catch|capture|tell you|have in it|have]",
        "what can be heard" + _NOW,
        "what can be heard [in|on] [the|this] " + _CLIP,
        (
            "what [is|was] [to be heard|audible|making that noise|making this noise|making the noise|making that sound|"
            "making noise|causing that noise|causing the sound|behind that noise]"
        ),
        "what [makes|made] [that|this|the] [noise|sound|racket|din]",
        "what does [it|this|that] sound like",
        "what does it sound like" + _NOW,
        "how does it sound" + _NOW,
        "what [sounds|noises] [are there|do you hear|can you hear|are in the background|surround me]" + _NOW,
        "what is [there|here] to hear",
        "what is there to [hear|listen to]",
        "what [is going on|is happening|goes on|happens] [in|on] the [audio|sound|recording|clip|soundtrack]",
        "what [is|was] [recorded|playing|sounding|on the recording|on the tape]",
        "what did the microphone [pick up|catch|hear|record|capture]",
        "what [reaches|comes to|is in] your ears",
        (
            "what do [you|we] hear [in the background|over there|in this "
            "room|nearby|outside|out there|next door|behind me]"
        ),
        "hear [anything|something]",
        "can you [identify|recognise|recognize|name|classify|tell apart] [the|this|that] [sound|noise]",
        "[did|do|can] you hear [that|this], what [is|was] it",
        "what just made [that|a] [sound|noise]",
        "what's [making|causing] [that|this|the|all that] [noise|sound]",
        "what's [in|on] the [audio|recording|clip|sound clip]",
        "what's there to hear",
        "what's that I [hear|am hearing|just heard]",
        "what did that sound like",
        "what is the [sound|noise|audio] [about|of]",
    ),
    embedded=(
        "what you [hear|can hear|are hearing|heard|could hear]" + _NOW,
        "what [sound|noise] [this|that|it] [is|was]",
        "what [that|this|the] [sound|noise] [is|was|could be|might be]",
        "which [sound|noise] [this is|that is|that was|you hear|you can hear|it is]",
        "what can be heard" + _NOW,
        "what [it|this|that] sounds like",
        "what [is|was] [making|causing] [that|this|the] [noise|sound]",
        "what I [am hearing|can hear|hear|just heard]" + _NOW,
        "what [is in|is on|can be heard in] the " + _CLIP,
        "what kind of [sound|noise] [this is|that is|that was|it is]",
        "what the " + _CLIP + " [contains|holds|has in it|captured]",
        "what your ears [hear|notice|tell you]",
        "what is there to hear",
    ),
    whole=(
        "[Sound|Noise|Audio|Sounds|That noise|The sound|The noise|That sound|The audio]?",
        "Name [the|that|this] [sound|noise][, please|].",
        (
            "[Please |][identify|name|recognise|recognize|classify|label|"
            "guess] [the|this|that] [sound|noise|audio]."
        ),
        "Listen. What [is|was] [it|that|this]?",
        (
            "[Please |][listen|listen closely|listen carefully|use your ears][| "
            "now| for me] and tell me what [you hear|it is|that is]."
        ),
        "Say what you hear.",
        "Listen to the " + _CLIP + ". What [do you hear|is it|is that|is in it]?",
        (
            "[I heard|There was|I hear|There is|I think I heard] [something|a sound|a noise|a strange noise|some noise]. "
            "What [is|was] [it|that]?"
        ),
        "Did you hear that? What was it?",
        "[Anything|Something] to hear?",
        "Hear anything?",
        "I am deaf, so tell me what [you hear|the sound is|there is to hear].",
        "I can't hear [well|it|very well]. What [is|was] [that sound|the sound|the noise]?",
        "Guess [the|this|that] [sound|noise].",
        "Be my ears[.|: what do you hear?|, please.]",
        "The " + _CLIP + ": what is [it|in it|on it|to be heard]?",
        "Tell me the [sound|noise].",
        "[Tell|Give] me [what you hear|the sound you hear|the noise you hear].",
    ),
)

_DESCRIBE = Asking(
    direct=(
        "can you describe [the|this|that] [sound|noise|audio|recording]",
        "could you [please |]describe what you hear" + _NOW,
        "how would you describe [the|this|that] [sound|noise]",
        "how does [the|this|that] [sound|noise|recording|audio] sound",
        "what is the [soundscape|sound scene|audio scene|acoustic scene] like",
        "what is it like to listen to [this|the recording]",
        "can you say in words what you hear",
        "what can you [say|tell me] about [the|this|that] [sound|noise|audio|recording]",
        "what do you know about [the|this|that] [sound|noise]",
        "what [does|did] the [room|place|scene|world around me] sound like",
    ),
    embedded=("how [it|the sound|this|the noise] sounds", "more about [the|that|this] [sound|noise]"),
    whole=(
        (
            "[Please |][describe|summarise|summarize|caption] [the|this|that] "
            "[sound|noise|audio|recording|clip][, please|]."
        ),
        "[Please |][describe|report] what you [hear|can hear|are hearing|heard].",
        "Tell me [about|more about|all about|something about] [the|this|that] [sound|noise|audio|recording].",
        (
            "Give me [a description|a short description|a caption|"
            "details] of [the|this|that] [sound|noise|audio]."
        ),
        "[A|One] [sentence|caption|description] for the [sound|audio|noise], please.",
        "Write [a caption|a sentence] [for|about] the [sound|audio|recording].",
        "[Description|Details] of the [sound|audio]?",
        "Tell me everything you hear.",
    ),
)

_SOURCE = Asking(
    direct=(
        "where [does|did|could|might|would] [that|this|the] [sound|noise] come from",
        "where is [that|this|the] [sound|noise] coming from",
        "where's [that|this|the] [sound|noise] coming from",
        "what [is|was] the [source|origin|cause] of [that|this|the] [sound|noise]",
        "who or what [makes|made|is making] [that|this|the] [sound|noise]",
        "what [could|might|would] [make|cause|produce] [such a|that|this] [sound|noise]",
        "what [could|might] [it|the sound|that noise] come from",
        "what [produces|produced|causes|caused] [that|this|the] [sound|noise]",
        "what [thing|object] [makes|made|could make] [that|this|the] [sound|noise]",
        "what does [that|this|the] [sound|noise] [come|originate] from",
        "what is [it|that] the sound of",
    ),
    embedded=(
        "where [that|this|the] [sound|noise] [comes|came|could come|might come] from",
        "where [that|this|the] [sound|noise] is coming from",
        "the [source|origin|cause] of [that|this|the] [sound|noise]",
        "what [could make|makes|made|produces|causes] [such a|that|this] [sound|noise]",
    ),
    whole=(
        "[Source|Origin|Cause] of the [sound|noise]?",
        "[Where from|Sound source|Where does it come from, the sound]?",
        "Name the [source|origin] of the [sound|noise].",
    ),
)

WHAT = joined(_WHAT, more.WHAT, plain.WHAT, said.WHAT)
DESCRIBE = joined(_DESCRIBE, more.DESCRIBE, plain.DESCRIBE, said.DESCRIBE)
SOURCE = joined(_SOURCE, more.SOURCE, plain.SOURCE, said.SOURCE)
