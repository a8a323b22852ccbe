"""Everyday words in which all sorts of people ask what a sound is, what it is like and where it comes from.

Knows questions only: short, broken, polite or with a story before them; refuses to know answers and facts.
"""

from typing import Final

from anymal.training.language.sounds.plain_words import NOW
from anymal.training.language.surface import Asking

__all__ = ["DESCRIBE", "SOURCE", "WHAT"]

_THAT: Final = "[that|this|the]"
_SOUND: Final = "[sound|noise]"

WHAT: Final = Asking(
    direct=(
        "what [sort of|kind of|] [sound|noise] would you say [this|that|it] [is|was]",
        "what [sound|noise] [am I|are we] [hearing|listening to]" + NOW,
        "what [sound|noise] [is there|have you got|do we have|do you get|comes in|reaches you]" + NOW,
        "what [sound|noise] [is heard|can be heard|was heard|is being made|was made|was that]",
        f"[that|this] {_SOUND}, what is it",
        f"[that|this] {_SOUND} [is|was] what",
        "what is [it|that|this] [by|from] the sound of it",
        "[you can|you could|can you] hear what" + NOW,
        "you hear what" + NOW,
        "what you hear" + NOW,
        "what you are hearing" + NOW,
        f"what {_THAT} {_SOUND} is",
        f"do you have [a name|a word|words] for {_THAT} {_SOUND}",
        f"is there a [name|word] for {_THAT} {_SOUND}, and which",
        f"how [do you call|would you name|do people call|should I call] {_THAT} {_SOUND}",
        f"what's {_THAT} {_SOUND} [called|named|known as]",
        f"what [does|would] a person with good ears [say|call] {_THAT} {_SOUND}",
        "what has your [hearing|ear|microphone|sound sensor|audio sensor] [noticed|found|got|registered]",
        "what does your [hearing|ear|sound sensor|audio sensor|listening] [say|tell you|give|report]" + NOW,
        "what [is|was] it that made [that|this|such a|the] [sound|noise]",
        "what [is|was] the last [sound|noise] [you heard|that came in|you picked up]",
        "what [sound|noise] [woke|startled|disturbed|reached] [me|us]",
        "what [sound|noise] [did I miss|have I missed|am I missing|can't I hear]",
        "what is [going on|happening|up] [sound-wise|by ear|as far as the sound goes|as far as you can hear]",
        "what do you hear [if|when] you [listen|pay attention|keep still|keep quiet]",
        "what [are the sounds|is the noise|is the sound] [around me|in this place|in here|of this place]",
        "what [type|kind|sort] of [noise|sound] [do you hear|can you hear|do you detect|has been recorded]",
        "what [noise|sound] would you [write down|put down|note|log] for this",
        "what should I [write|put|note] under [sound|noise|audio]",
        "what do the [ears|headphones|microphones] [hear|say|get]" + NOW,
        "what [audio|sound|noise] [do you have|have you received|is coming through|is on]" + NOW,
        "what do you detect [by ear|acoustically|in the audio|in the sound|on the audio channel]",
        "what does the audio [tell|show|reveal|give away|indicate]",
        "what [can|do] you tell from the [sound|noise|audio]",
        "can you hear [it|that], what [sound|noise] is it",
        f"can you tell me {_THAT} {_SOUND}",
        (
            f"[any idea|any clue|a guess|any guess|any thoughts] what {_THAT} {_SOUND} [is|was|might "
            f"be|could be]"
        ),
        f"[any idea|any clue|a guess] about {_THAT} {_SOUND}",
        f"do you know what {_THAT} {_SOUND} [is|was|might be]",
        "have you any notion what [I'm hearing|I just heard|that noise is]",
        f"would you be able to put a name to {_THAT} {_SOUND}",
        f"is there any way to tell what {_THAT} {_SOUND} is",
        "[whatever [is|was] that [noise|sound]|whatever can that [noise|sound] be]",
        "what the hell [is|was] that [noise|sound]",
        "what the devil [is|was] that [noise|sound|racket]",
        "what's a' that [noise|racket|din]",
        "what might y'all be hearing",
        "what y'all hear" + NOW,
        "what noise is coming",
        "which [sound|noise] [is coming|is it|is there|came|have you heard|has been recorded]",
        "which of the sounds you know is [this|that|it]",
        f"{_THAT} {_SOUND} [reminds you of|sounds like|resembles|makes you think of] what",
        f"what does {_THAT} {_SOUND} [remind you of|resemble|make you think of]",
        "what is [that|this|it] in my [ears|ear|headphones|earphones]",
        "what is making itself heard",
        "what is so [noisy|loud or quiet] here, what do you hear",
    ),
    embedded=(
        f"what {_THAT} {_SOUND} is [called|supposed to be|meant to be]",
        f"what kind of {_SOUND} [I hear|I am hearing|we hear|is there|it was]",
        f"what sort of {_SOUND} [this|that|it] [is|was]",
        "what the sound [is|was|could be]",
        f"which {_SOUND} [it|that] [was|is]",
        "what you [notice|make out|pick up|detect|get] [by ear|with your ears|when you listen]",
        "what [the audio|the sound|the noise] [tells you|reveals|gives away]",
        f"what made {_THAT} {_SOUND}",
        "what I [should be hearing|can't hear|just listened to|would hear]" + NOW,
        "what there is to be heard" + NOW,
        f"the [right word|proper name|name|word] for {_THAT} {_SOUND}",
        f"what {_SOUND} [is going on|can be heard|there is|you get]" + NOW,
        "what is going on by the sound of it",
        "what everyone else [can hear|is hearing|hears]",
    ),
    whole=(
        "[What sound|What noise|Which sound|Which noise|Sound what|What you hear|Noise type|Heard what]?",
        "[Sound|Noise], [what is it|which one|what|name]?",
        "[You hear|Hear that|Hear it|Listen to that]. What [sound|noise] is it?",
        (
            "[I was asleep|I was miles away|I had my earphones in|I wasn't listening] and "
            "missed it: what [sound|noise] was that?"
        ),
        "I [jumped|got a fright|woke up|looked up] because of [a noise|a sound]. What was it?",
        "[Something|There is something] [I can't quite hear|I can hear but not place]. What sound is it?",
        (
            f"I [can't place|can't identify|don't recognise|don't know|can't make out] {_THAT} "
            f"{_SOUND}. [Can you|Do you]?"
        ),
        (
            f"I don't [know|understand|recognise] {_THAT} {_SOUND}. [What is it|Please explain|Tell "
            f"me what it is]?"
        ),
        "You have [better|good|sharp|sharper] ears [than me|than I have]: what do you hear?",
        "I hear [badly|poorly|nothing on my left side|only a mumble]. What is the sound?",
        "[Say|Tell me] in [your own|simple|plain|easy] words what you hear.",
        "[Please |Kindly |][give|tell|say] the [name|type|kind] of [the|this|that] [sound|noise].",
        "[Kindly|Please|Do] [let me know|inform me|advise] what [sound|noise] [this|that] is.",
        "[What do you hear|What can you hear|What's the sound]? [Be honest|Take your time|Listen well].",
        "[Ears on|Ears open|Listen up|Ears]: what [do you hear|do you get|is the sound]?",
        "[Make a guess|Your best guess|Best guess|Your guess|One guess]: [what|which] [sound|noise] is it?",
        "[Sound quiz|Guess the noise|Guess the sound|Riddle|Listening test]: what [do you hear|is it]?",
        "For the [log|report|record|file], what [sound|noise] [was|is] [heard|that|recorded]?",
        f"[Recognise|Recognize|Know] {_THAT} {_SOUND}?",
        f"[Help me|Please help me|Could you help me] [with|name|place|identify] {_THAT} {_SOUND}.",
        "Before I [go on|answer|go in|open the door], what do you hear?",
        "[Tell me the truth|Come on], what is that [noise|sound]?",
        "We [heard|hear] [it|something|a noise] [too|as well]. What do you think the sound is?",
        "I am [new here|in a strange place|on my own|in the dark]. What is that [noise|sound]?",
        "[Do you hear that|Can you hear it|Did you get that sound]? [Tell me what it is|Name it|What is it].",
    ),
)

DESCRIBE: Final = Asking(
    direct=(
        f"[can|could] you [tell|say|explain] [a bit|a little|something] about {_THAT} [sound|noise|audio]",
        (
            "[can|could|would] you give me [an idea|a picture|an impression] of [what you hear|the "
            "sound|the noise]"
        ),
        f"what kind of [impression|picture] does {_THAT} [sound|noise] give",
        f"what would you write about {_THAT} [sound|noise|audio] in a [diary|letter|report|log]",
        (
            f"what would you tell a [blind|deaf|hard of hearing] [man|woman|person|friend] about "
            f"{_THAT} {_SOUND}"
        ),
        "how would you describe what [can be heard|you hear|is to be heard|there is to hear]" + NOW,
        "how do things sound" + NOW,
        f"{_THAT} {_SOUND}, how would you describe it",
        f"{_THAT} {_SOUND}, what is it like",
        f"[is there|have you] [anything|something|more] to [say|tell|report] about {_THAT} {_SOUND}",
        f"would you mind describing {_THAT} [sound|noise|audio]",
        f"may I have a description of {_THAT} [sound|noise|audio]",
        "what does it all sound like" + NOW,
        "what is there to say about what you hear",
        f"how is {_THAT} {_SOUND}",
    ),
    embedded=(
        f"[something|a little|a bit] about {_THAT} [sound|noise|audio]",
        "how [things|it all|everything] [sounds|sound] to you",
        f"what {_THAT} {_SOUND} [sounds like|is like] to you",
        f"what one could say about {_THAT} [sound|noise|audio]",
    ),
    whole=(
        "[Describe|Explain|Sum up] [with words|in words|in a sentence|in plain words] what you hear.",
        (
            f"[Describe|Explain] {_THAT} [sound|noise|audio] to [me|us|a child|my deaf uncle|someone "
            f"who is deaf]."
        ),
        f"{_THAT} {_SOUND}: [describe it|a description|tell me about it|tell me more].",
        f"[Talk|Tell me more|Say something|Say a few words|Go on] about {_THAT} [sound|noise|audio].",
        "[I'm deaf|I can't hear|My ears are no good], [tell me about|describe] the [sound|noise].",
        "[Put|Turn|Translate] the [sound|noise|audio] [into words|into text|into a sentence].",
        "[Sound|Noise|Audio]: [describe|description|details|caption][, please|].",
        "I'd [like|love] [a description|to read a description|a short account] of the [sound|noise|audio].",
        "Give [us|me] the [full story|whole story|lowdown] on [the|that|this] [sound|noise].",
        "[Report|Write|Note down] [everything|all] that you hear.",
        "What do you hear? [Describe it|Tell me all about it|Give me details|Say more than a word].",
    ),
)

SOURCE: Final = Asking(
    direct=(
        f"what is it that [makes|made|is making|gives|produces] {_THAT} {_SOUND}",
        f"who or what [did|does|could have done|caused|is causing] {_THAT} {_SOUND}",
        f"{_THAT} {_SOUND}, where does it come from",
        f"{_THAT} {_SOUND}, what [makes|made|is making|causes|caused] it",
        f"{_THAT} {_SOUND} comes from [what|where|who or what]",
        f"{_THAT} {_SOUND} is coming from [what|where|who or what]",
        f"from [what|where|whom or what] [is|does] {_THAT} {_SOUND} [coming|come]",
        f"what is {_THAT} {_SOUND} [made by|caused by|produced by|coming out of|due to|made with]",
        f"by [what|whom or what] is {_THAT} {_SOUND} [made|caused|produced]",
        f"what [led to|brought about|set off|is the root of] {_THAT} {_SOUND}",
        f"what do I owe {_THAT} {_SOUND} to",
        f"why is there {_THAT} {_SOUND}, what makes it",
        f"what could {_THAT} {_SOUND} be coming from",
        f"what [object|thing|item|source] does {_THAT} {_SOUND} [belong to|come from|go with]",
        f"have you any idea where {_THAT} {_SOUND} [is coming|comes|came] from",
        f"can you tell what is [making|causing|behind|producing] {_THAT} {_SOUND}",
        f"what can make {_THAT} {_SOUND}",
        f"who made {_THAT} {_SOUND}, or what",
    ),
    embedded=(
        f"what {_THAT} {_SOUND} [comes|came|is coming] from",
        f"what {_THAT} {_SOUND} is [made|caused|produced] by",
        f"[who|which thing] or what is behind {_THAT} {_SOUND}",
        f"what the [source|origin|cause] of {_THAT} {_SOUND} [is|was|may be|could be]",
    ),
    whole=(
        f"[Explain|Tell me|Say|Find out] where {_THAT} {_SOUND} comes from.",
        f"{_THAT} {_SOUND} [comes|came] from somewhere. [From what|Where from|What is the source]?",
        "I [looked everywhere|can't find it|searched the house]: where does the [sound|noise] come from?",
        f"Something [makes|is making|made] {_THAT} {_SOUND}. [What is it|What could it be]?",
        f"[Whence|From where|From what] {_THAT} {_SOUND}?",
        "[Source|Origin|Cause|Maker] of [sound|noise][, please|]?",
        f"[What's making it|What makes it|Who or what did it], {_THAT} {_SOUND}?",
    ),
)
