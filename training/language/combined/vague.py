"""More words in which people ask for everything at once, for the picture alone, and for what was given.

Knows wording only, `combined.words` puts it beside its own; refuses to know turns.
"""

from typing import Final

from anymal.training.language.surface import Asking

__all__ = ["ALL", "PICTURE", "SENSES", "SHOWS"]


_NOW: Final = "[||| right now| now| at the moment| just now| here| around me| currently| this minute]"

ALL: Final = Asking(
    direct=(
        "what [is|was] [up|all this|all that about|the commotion]" + _NOW,
        "what [is going down|is taking place|is occurring|goes down]" + _NOW,
        "what's [going down|occurring|the craic|cooking|the deal|the state of play]" + _NOW,
        "what [are my surroundings like|are things like|is it like where I am]" + "[| right now]",
        "how is [it|everything] [around me|where I am|here]",
        "what [would|could] you [say|report] [about|of] [all this|my surroundings|this moment|the moment]",
        "what do you [gather|pick up on|register|detect|take in]" + _NOW,
        "what [can|could] you [gather|pick up|register|detect|work out|take in]" + _NOW,
        "what is [the environment|my environment|it] like" + _NOW,
        "what have I [got here|walked into|got into]",
        "where am I and what is [going on|happening]",
        "what [should|must|do] I [need to |]know about [what is going on|my surroundings|the situation]",
        "what is [there|] to [know|notice|report|tell]" + _NOW,
        "what [stands out|strikes you]" + _NOW,
        "what [have I missed|did I miss]",
        "what [all |]do you [perceive|sense|notice|detect] with [all your senses|everything you have]",
        "what [picture|impression] do you [get|have] of [the situation|it all|my surroundings]",
        (
            "what do all [the|your] [senses|sensors|inputs] [say|tell you|report] [together|combined|"
            "taken together|]"
        ),
        "what do [the|your] [senses|sensors|inputs] add up to",
        "if you put it all together, what [is going on|do you get|is happening]",
        "what [is life|are things] like [around me|here]" + "[| right now| at the moment]",
        "[could|can] you [be my eyes and ears|paint me the whole scene|brief me|clue me in|catch me up]",
        (
            "[could|can] you tell me [everything|all] [that is going on|you notice|you sense|"
            "that happens]" + _NOW
        ),
        (
            "what is [happening|going on] [with me|in my world|on my end|over here|in my life] [right now|"
            "at the moment|]"
        ),
        "what kind of [situation|moment] [is this|am I in|do you make out]",
        "what are you [aware of|sensing|taking in]" + _NOW,
        "how would you [sum up|summarise|put into words] [what is going on|all this|everything|the moment]",
    ),
    embedded=(
        "what is [up|taking place|occurring|going on around me|happening around me]" + _NOW,
        "what's [going on around me|happening where I am|up]",
        "what you [gather|detect|pick up|take in|are aware of]" + _NOW,
        "what [kind of situation this is|situation I am in|I have missed|I walked into]",
        "what [all your|your] [senses|sensors|inputs] [say|report|tell you] [together|taken together|]",
        "what [my surroundings are|it is] like" + _NOW,
    ),
    whole=(
        (
            "[Brief me|Clue me in|Catch me up|Update me|Put me in the picture|"
            "Bring me up to speed][, please| please|]."
        ),
        "[Be my eyes and ears|Be my senses][.|: what is going on?|. What is happening?]",
        (
            "[Run|Talk|Walk|Take] me through [what is going on|what's happening|everything|the moment|"
            "my surroundings]."
        ),
        (
            "[Report|Status report|Sitrep|Update|Overview|Rundown|Full report|Status update][, please|"
            " please|?|.]"
        ),
        (
            "[Give me|I'd like|I want|Let me have] [the full picture|the lot|the works|a rundown|"
            "a quick update|a sitrep]."
        ),
        "[Give me|I need] [everything|all] you [have|have got|sense|know].",
        "[Nan|Grandma|My mum|My friend] asks what is [going on|happening] [here|with me|around me].",
        (
            "[I can't see or hear well|I am blind and deaf|"
            "My senses are poor], so tell me what is [going on|happening]."
        ),
        "[I was asleep|I just got here|I dozed off|I wasn't paying attention]. What is [going on|happening]?",
        "[Right|So|OK], [what have we got|what's all this|what is the situation][ here| then|]?",
        "[Sum up|Summarise|Describe|Report] [all|everything] you [perceive|notice|sense|are given|pick up].",
        (
            "[Describe|Explain|Picture] [the world around me|where I am|my situation|the moment]"
            "[ for me| to me|]."
        ),
        "[Taken|Putting it all] together, what [is going on|is happening|do you notice]?",
        "Don't leave anything out: what [is going on|is happening|do you sense|do you notice]?",
        "[Say|Tell me] it all: what [is going on|is happening] [around me|here|right now]?",
        "[Anything|Something] [going on|happening] [around me|here]? What?",
        (
            "In [a sentence|one sentence|a nutshell|short], what [is going on|is happening] [around me|"
            "here|right now]?"
        ),
        "[All senses|Everything|The whole lot|All of it][, please|, go].",
    ),
)
PICTURE: Final = Asking(
    direct=(
        "what [is|lies|stands] [before|ahead of|in front of] [me|us|you]" + "[| now| right now]",
        "what's [in front of me|before me|ahead|in sight|in view|on camera|in shot|in the photo]",
        "what [can|could|do|did] [I|we] see [here|there|in front of me|in the picture|]",
        "what [meets the eye|comes into view|is on view|is in sight|is in shot|is on display]",
        "what do your eyes [see|tell you|say|pick up]",
        "what does [the camera|your camera|the lens] [see|pick up|capture|make out|tell you]",
        "what [have|has] [you|the camera] [spotted|captured|seen|got in view]",
        "what do you [spot|make out|recognise|notice] in the [picture|image|photo|view]",
        "what is [the view|the picture|the image|this picture] [like|of|about]",
        "what is [drawn|depicted|pictured|displayed] [here|in the picture|in the image|]",
        "what would I see [if I had my glasses on|with my glasses on|if I could see|if I looked]",
        "how does the [picture|view|scene in front of me] look",
        "what [sort|kind] of [picture|view|image] do you have, what is in it",
        "[can|could] you [look|have a look|take a look] and say what [you see|is there|is in front of me]",
    ),
    embedded=(
        "what [is in front of me|lies before me|is in sight|is in view]" + "[| now| right now]",
        "what [I am|I'm|we are] looking at",
        "what [I see|I would see|can be seen|there is to see]",
        "what your eyes [see|tell you]",
        "what the [picture|image|photo] [depicts|shows|is of|is about|looks like]",
        "what the camera [sees|picks up|has in view]",
    ),
    whole=(
        "[Look|Have a look|Take a look|Look ahead][.|:] [What is there|What's there|What is in front of me]?",
        "[I can't see|I'm blind|I lost my specs|Without my glasses I'm lost], what is in front of me?",
        "[Be my eyes|Lend me your eyes][.|: what is in front of me?|: what do you see?]",
        "[Describe|Report|Tell me] [the view|what is in view|what's in front of me|what the camera shows].",
        "[View|Sight|Camera|In view|In front of me|Visuals|The view]?",
        "[Caption|Summarise|Sum up|Put into words] the [picture|image|photo|view].",
        "[What's|What is] the [picture|image|view][, then|, please|]?",
        "[See|Spot] anything? What?",
        "[Paint|Give] me a picture in words of what you see.",
    ),
)
_TIME: Final = "[|| right now| now| at the moment| currently| today]"
SENSES: Final = Asking(
    direct=(
        "what are you [getting|receiving|being given|being fed]" + _TIME,
        (
            "what kind of [signals|inputs|data] [are you getting|reach you|are coming in|"
            "have you got]" + _TIME
        ),
        (
            "which [channels|sensors|inputs|senses] [are live|are working|are connected|are switched on|"
            "have data]" + _TIME
        ),
        "which [of picture, sound and motion|of sight, hearing and motion] do you have" + _TIME,
        "[is it|are you getting] picture, sound, motion or [which|what]",
        "how many [senses|inputs|signals|sensors] do you have[ and which|, and which]" + _TIME,
        "what [information|material|evidence] [do you have|have you got|were you given]" + _TIME,
        "what [came|comes|is coming] in" + _TIME,
        "what did [you receive|you get|I hand you|I pass you|I feed you]",
        "what [sources|senses] are you [using|drawing on|working with|relying on]" + _TIME,
    ),
    embedded=(
        "which [inputs|channels|signals|sources] [you have|are live|you got]" + _TIME,
        "which of picture, sound and motion you [have|got]" + _TIME,
        "what [I sent you|I gave you|you were given|you received|is coming in]",
        "how many senses you have[, and which| and which ones]",
    ),
    whole=(
        "[Name|Tell me|List|Say] [your inputs|the inputs you have|what you were given|your active senses].",
        "[Which senses|What inputs|Which sensors|Which signals|What signals|Inputs given][, then|, please|]?",
        "[Picture, sound, motion|Sight, hearing, motion]: which do you have?",
        "[Check|Test] your [senses|sensors|inputs]. Which [are on|do you have|work]?",
    ),
)
_OFF: Final = "[|| right now| now| at the moment| at all| today]"
SHOWS: Final[dict[str, tuple[str, ...]]] = {
    "picture": (
        "are you [getting|receiving|given] [a picture|an image|a photo]" + _OFF,
        "is [a picture|an image|a photo] [coming in|there|available|attached|given]" + _OFF,
        "was [a picture|an image|a photo] [given|sent|attached] to you",
        "did [a picture|an image|a photo] [arrive|come through|get through|reach you]",
        "have you [received|been given|been sent] [a picture|an image|a photo]" + _OFF,
        "do you have [visual input|anything to look at|pictures]" + _OFF,
        "is your [camera|sight] [live|active|switched on]" + _OFF,
        "can you use your [eyes|camera]" + _OFF,
    ),
    "sound": (
        "are you [getting|receiving|given] [sound|audio|a sound signal]" + _OFF,
        "is [sound|audio|a sound|a recording] [coming in|there|available|attached|given]" + _OFF,
        "was [a sound|audio|a recording] [given|sent|attached] to you",
        "did [a sound|the audio|a recording] [arrive|come through|get through|reach you]",
        "have you [received|been given|been sent] [a sound|audio|a recording]" + _OFF,
        "do you have [audio input|anything to listen to]" + _OFF,
        "is your [microphone|mic|hearing] [live|active|switched on|working]" + _OFF,
        "can you use your [ears|microphone]" + _OFF,
    ),
    "motion": (
        "are you [getting|receiving|given] [motion data|motion|movement data]" + _OFF,
        "is [motion data|a motion signal|movement data] [coming in|there|available|attached|given]" + _OFF,
        "was [motion data|a motion signal] [given|sent|attached] to you",
        "did [motion data|a motion signal|the motion signal] [arrive|come through|get through|reach you]",
        "have you [received|been given|been sent] [motion data|a motion signal]" + _OFF,
        "do you have [motion input|data from the motion sensor|readings of my movement]" + _OFF,
        "is your [motion sensor|movement sensor|IMU] [live|active|switched on|working]" + _OFF,
        "can you use your motion sensor" + _OFF,
    ),
}
