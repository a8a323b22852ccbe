"""More words in which people ask what a sound is, what it is like and where it comes from.

Knows questions only, in rarer sentence shapes than `sounds.asked`; refuses to know
answers and facts.
"""

from typing import Final

from anymal.training.language.surface import Asking

__all__ = ["DESCRIBE", "SOURCE", "WHAT"]

_NOISE: Final = "[sound|noise|racket|din|row|commotion|sound I keep hearing|noise there|audio]"
_THAT: Final = "[that|this|the|that strange|this odd|that funny|the mystery]"
_NOW: Final = "[|||| right now| now| at the moment| here| in here| round here| this second| at present]"
_ON: Final = (
    "[on the recording|in the recording|in the clip|on the mic|through the microphone|on the audio"
    "|in this audio|on the tape|in the sound file|in the audio file]"
)

WHAT: Final = Asking(
    direct=(
        "what would you call " + _THAT + " " + _NOISE,
        "what name would you [give|put] to " + _THAT + " " + _NOISE,
        "what's that " + _NOISE + " [all about|meant to be|supposed to be|I'm getting|over there]",
        "what on earth [is|was] [that|that noise|this noise|that racket|that sound|making that din]",
        "what in the world [is|was] [that|that noise|that sound]",
        "what the heck [is|was] [that noise|that sound|I just heard]",
        "what [are|is] your [ears|hearing|microphone|mic] [telling you|picking up|catching|getting]" + _NOW,
        "what [have|did] your [ears|mic|microphone] [caught|pick up|catch|register]",
        "what [have you|did you] [heard|overheard|listened to|picked up with your mic]" + _NOW,
        "what [comes|is coming] [through|over|in over] the [mic|microphone|speaker|speakers|headphones]",
        "what [can|could|would] a person [hear|listen to]" + _NOW,
        "what would I [hear|be hearing] if I [could hear|had better ears|were not deaf|took my earplugs out]",
        "what am I missing with my [earplugs|headphones|earphones|earmuffs] [in|on]",
        "what [is|was] audible " + _ON,
        "what do you [make of|reckon is] [that|this] [sound|noise|racket]",
        (
            "what do you [think|reckon|guess|suppose|believe] [that|this|"
            "the] [sound|noise] [is|was|could be|might be]"
        ),
        "what do you [think|reckon] we are [hearing|listening to]",
        "what [could|might|can|would] [that|this] [sound|noise] [be|have been|possibly be]",
        "what [sound event|kind of audio|class of sound|sound class] [is|was] [this|that|it]",
        (
            "which [category|class|label|sound|noise] [fits|matches|describes] "
            "[this|the|that] [audio|sound|clip|recording]"
        ),
        "which label [would you give|goes with|belongs to] [this|the|that] [sound|noise|audio|recording]",
        "how would you label [this|the|that] [sound|noise|audio|recording]",
        "what did [I|we|you] just [hear|listen to]",
        "what's [up with|with|going on with] [that|the|this] [noise|sound|racket]",
        "what is all [that|this|the] [noise|racket|din|commotion] [about|]",
        "what [sound|noise] [is going on|is playing|fills the room|is in the air|can be made out]" + _NOW,
        "what [sound|noise] did [I|we] just [hear|catch]",
        "what [sound|noise] [is|was] [recorded|captured|in the file|played]",
        "what is it I'm [hearing|listening to]" + _NOW,
        "anything [audible|to be heard|you can hear|worth hearing|in your ears]" + _NOW,
        "[any|got any] [sounds|noises|sound] [around|nearby|to report|you can name|you recognise]",
        "you [hear|heard|hearing] [that|this|something]" + "[, what is it| what is it|, what was it]",
        "do you [recognise|recognize|know] [that|this|the] [sound|noise][| at all| by any chance]",
        "does [that|this|the] [sound|noise|clip] ring a bell, what is it",
        "can you [make out|pick out|tell] what [that|this] [noise|sound] is",
        "would you [name|identify] [that|this|the] [sound|noise] for me",
        "could you have a listen and [name it|say what it is|tell me what it is]",
        "what do you get when you listen" + _NOW,
        "when you listen[ closely| carefully|], what [is there|do you hear|comes through]",
        "with your ears [open|alone|only], what do you [notice|get|pick up]",
        "going by [the sound|ear|the audio|sound alone], what is [it|that|this|happening]",
        "judging by [the sound|the audio|the noise], what [is it|is happening|is going on]",
        "as for the [sound|audio|noise], what is it",
        "in terms of [sound|audio|noise], what [is there|have we got|do you get]",
        "acoustically, what is [there|going on|this]",
        "what's the [sound|noise] [here|called|I'm hearing|you're hearing|in my ears]",
        (
            "what [sort of|kind of|type of]"
            " [audio|racket|sound] [have we got|are we hearing|is coming in|do I hear]" + _NOW
        ),
    ),
    embedded=(
        "what you would call " + _THAT + " [sound|noise]",
        "what that [racket|din|commotion|noise] is[| about| all about]",
        "what your [mic|microphone|ears|hearing] [picks up|picked up|is getting|caught|tells you]",
        "what is audible" + _NOW,
        "what comes through the [mic|microphone|headphones]",
        "what you [make of|think of] [that|this] [sound|noise]",
        "what [we|I] just [heard|listened to]",
        "what [I'd|a person would|one would|I would] hear" + _NOW,
        "what [there is|is there] to [hear|listen to]" + _NOW,
        "the name of [that|this|the] [sound|noise]",
        "what [could|might] be making [that|this] [noise|sound|racket]",
        "which [label|category|class] [fits|suits] [the|this] [sound|audio]",
        "what you can pick up by ear" + _NOW,
        "what's [audible|to be heard|on the recording|in the clip|on the mic]",
    ),
    whole=(
        "[Shh|Shush|Hush|Quick|Hark|Psst]! What [is|was] that [sound|noise]?",
        "[Wait|Hang on|Hold on|Stop|Oi|Hey], what's that [noise|sound|racket]?",
        "[That|This] [sound|noise] - [what is it|any ideas|which is it|what do you make of it]?",
        "[There it is again|There it goes again|Again that noise], what is [it|that sound]?",
        (
            "My [hearing aid is off|hearing aids are out|ears are "
            "blocked|hearing is poor], what is there to hear?"
        ),
        (
            "I [am hard of hearing|don't hear so well|have earplugs in|wear "
            "headphones]. What [is|was] that [sound|noise]?"
        ),
        (
            "[Lend me your ears|Act as my ears|Be my ears|Use your "
            "hearing]: what is [to be heard|there|the sound]?"
        ),
        (
            "[Have a listen|Give it a listen|Take a listen|Prick up your "
            "ears] and [name it|tell me what it is|report]."
        ),
        (
            "[Put a name to|Give a name to|Tag|Classify|Work out|Figure "
            "out|Pin down] [that|this|the] [sound|noise]."
        ),
        "Remind me what [I|we] just heard.",
        "[Read out|Report|State|Announce] what the [mic|microphone] [picks up|hears|gets].",
        "[Take a guess|Have a guess|Go on, guess|Guess]: what [sound|noise] is [this|that|it]?",
        "Name that [sound|noise]!",
        "[Noise|Sound] [check|report|ID|identification|update], please.",
        "[Sound|Audio|Noise] [label|class|category|event|type|name]?",
        "[Heard|Hearing] [anything|something|what]?",
        "[Caught that sound|You heard that|Did you catch that|You hear it too]? What [is|was] it?",
        "[Describe in a word or two|Say in a few words] what you hear.",
        "That [noise|sound] is driving me [mad|crazy|up the wall|nuts]. What is it?",
        "[My cat|My dog|The baby|Grandma] heard something. What was [it|that sound]?",
        "[u hear that|wat is that noise|wats that sound|whats dat noise|what noise is it pls|sound pls]?",
        "I [want|need] [to know|the name of] [this|that|the] sound.",
        "[Tell me|Let's hear|Let me know|Spill it]: what [do you hear|sound is it|is that noise]?",
        "It [makes|made] a [sound|noise]. [Which|What sound|Which one]?",
        (
            "[There's|There is] [a noise|a sound|something audible] [here|"
            "there|in the room|around], [what is it|name it]."
        ),
    ),
)

DESCRIBE: Final = Asking(
    direct=(
        (
            "how would you [put|sum up|characterise|characterize|report|"
            "explain] [the|this|that] [sound|noise|audio]"
        ),
        "how would you tell a deaf person about [the|this|that] [sound|noise]",
        (
            "how would you explain [the|this|that] [sound|noise] to "
            "[someone who can't hear|a deaf friend|a child]"
        ),
        "what [is|was] [the|that|this] [sound|noise|recording] like",
        "what can you [report|share|work out|figure out|gather] about [the|this|that] [sound|noise|audio]",
        "what do your ears make of [the|this|that] [sound|noise|recording]",
        (
            "what would [a caption|a subtitle|the subtitles|closed "
            "captions] say for [the|this|that] [sound|audio]"
        ),
        "what is [the audio like|the sound scene|to be said about the sound|the acoustic picture]" + _NOW,
        (
            "can you [walk me through|talk me through|sum up|caption|put "
            "into words] [the|this|that] [sound|audio|noise]"
        ),
        "could you paint me a picture of [the|this|that] [sound|noise] in words",
        "would you [describe|characterise|summarise] [the|this|that] [sound|noise|audio] for me",
        "what [details|impression] [do you get|have you got] from [the|this|that] [sound|noise|audio]",
        "how does it all sound" + _NOW,
        "what does it sound like [in here|in there|out there|where I am|round here]",
        "do you have more [details|information|to say] on [the|this|that] [sound|noise]",
        "what can be said about [the|this|that] [sound|noise|audio|recording]",
    ),
    embedded=(
        "what [the|this|that] [sound|noise|audio|recording] is like",
        "what you can [say|gather|work out] about [the|this|that] [sound|noise]",
        "how you would [describe|put|caption] [the|this|that] [sound|noise]",
        "all about [the|this|that] [sound|noise|audio]",
        "what it sounds like [in here|where I am|around me|out there]",
    ),
    whole=(
        (
            "[Sum up|Characterise|Characterize|Put into words|Explain|"
            "Paraphrase] [the|this|that] [sound|noise|audio]."
        ),
        "[Subtitle|Caption|Closed caption] for [the|this|that] [sound|noise|audio][, please|]?",
        (
            "Make [a subtitle|a caption|a note|an audio description] "
            "for [the|this|that] [sound|noise|recording]."
        ),
        "[Fill me in|Brief me] on [the|this|that] [sound|noise|audio].",
        "I can't hear, so [describe|put into words] [the|this|that] [sound|noise][ for me|].",
        "[Everything|All] you can [say|tell] about [the|this|that] [sound|noise], please.",
        "[Imagine|Suppose] I am deaf and describe [the|this|that] [sound|noise].",
        "[Full|Short|Quick|Brief] [audio|sound] [description|report|summary], please.",
        "Paint [the|this|that] [sound|noise] in words.",
        "Let me know how [it|everything|the place] sounds.",
    ),
)

SOURCE: Final = Asking(
    direct=(
        "what's [behind|the reason for|the source of|responsible for|to blame for] [that|this|the] " + _NOISE,
        (
            "what [is|was|could be] [behind|responsible for|to blame for|"
            "at the bottom of] [that|this|the] [sound|noise]"
        ),
        (
            "who's [to blame for|behind|responsible for|making] [that|"
            "this|all that|the] [noise|racket|din|sound]"
        ),
        "who or what is [behind|responsible for|to blame for] [that|this|the] [sound|noise]",
        "what [thing|sort of thing|kind of thing|object] [is|could be] behind [that|this|the] [sound|noise]",
        "what [gives off|gave off|emits|emitted|is giving off] [that|this|the] [sound|noise]",
        "what [could|might|would] be the [source|origin|cause] of [that|this|the] [sound|noise]",
        "where [has|might|could] [that|this|the] [sound|noise] [come|have come|originate] from",
        "where did [that|this|the] [sound|noise] [come|originate|stem] from",
        "from where [does|did] [that|this|the] [sound|noise] come",
        "out of what does [that|this|the] [sound|noise] come",
        "what does [that|this|the] [sound|noise] [stem|spring|arise] from",
        (
            "what [do you think|do you reckon|would you say] [makes|made|"
            "is making|is behind] [that|this] [sound|noise]"
        ),
        "what [sort|kind|type] of [thing|source] [makes|made|would make] [that|this|such a] [sound|noise]",
        "what is [the origin|the culprit|the source|to blame] here, by the sound of it",
        (
            "what [would|could] I find if I [followed|went to look for|"
            "tracked down] [that|this|the] [sound|noise]"
        ),
        "what should I look for if I want to find the [source|origin] of [that|this|the] [sound|noise]",
    ),
    embedded=(
        "what is behind [that|this|the] [sound|noise|racket]",
        "who or what [makes|made|is making] [that|this|the] [sound|noise]",
        "what [gives|gave] off [that|this|the] [sound|noise]",
        "where [that|this|the] [sound|noise] [originates|has its origin]",
        "what is to blame for [that|this|the] [sound|noise|din]",
    ),
    whole=(
        (
            "[Point me to|Track down|Find|Locate|Pinpoint|Trace] the [source|"
            "origin|cause] of [that|this|the] [sound|noise]."
        ),
        "[Who or what|Whatever] [makes|made|is making] [that|this] [sound|noise]?",
        "That [noise|sound], where [is it coming|does it come|did it come] from?",
        "[Noise|Sound] [source|origin|coming from what|coming from where]?",
        "Tell me what it comes from, [that|this|the] [sound|noise].",
        "[The culprit|The source|The origin] of [that|this|the] [noise|sound] is what?",
    ),
)
