"""Yet more words for everything at once, for the picture alone, and for what was given.

Knows wording only, `combined.words` puts it beside its own; refuses to know turns.
"""

from typing import Final

from anymal.training.language.asking_lines import lines, talk_asking
from anymal.training.language.surface import Asking

__all__ = ["ALL", "PICTURE", "SENSES", "SHOWS"]

ALL: Final[Asking] = talk_asking(
    direct="""
    what's [the scene|the scoop|the score|the lay of the land|the long and short of it][| here| right now]
    what's [new|afoot|doing|shaking|the news] [around me|here|round here|where I am]
    what [on earth|in the world|the heck|in heaven's name] is [going on|happening][| here| around me]
    what [is|be] [going on|happening] [round|about] me[| now]
    what is it that's [going on|happening][| here| around me| right now]
    whatever is [going on|happening][| here| around me]
    what is [all around me|surrounding me|in my surroundings|about me][| now| right now]
    what [surrounds|is there around|goes on around|happens around] me[| right now| just now]
    what's the [state of affairs|present situation|big picture|overall picture][| here| right now]
    what sort of [scene|moment|surroundings|setting] am I in
    what [could|can] you say about [where I am and what I do|the here and now|my surroundings|this moment]
    what [information|impressions|news] [can you give me|do you have for me] about [here and now|this moment]
    what do you get from [all your senses|everything you have|all the sensors|all inputs together]
    what do [eyes, ears and motion sensor|your inputs|the signals] [together |]tell you[| now]
    what [do you|can you] [observe|discern|make out|report|pass on][| around me| right now| with your senses]
    what is your [report|assessment|reading|take on the situation|summary][| right now|, please]
    what [would|can] you tell [a blind and deaf man|somebody who can't sense anything] about this moment
    what [should|do] I [tell|write to|text] [my mum|my friends|the team|base] about what's going on here
    how would you [paint|narrate|report|tell the story of] [this moment|what's going on|the situation]
    how [are things|is everything|is the situation] [here|around me|where I am]
    what kind of [thing|stuff] is [going on|happening][| here| around me| right now]
    is [something|anything] [going on|happening] [here|around me], and what
    does [anything|something] [go on|happen] [here|around me][, and what| and what is it]
    can you [tell|explain to] me what is the [matter|situation] [here|around me]
    would you [kindly |please |]give me [an account|a report] of [what's going on|my surroundings]
    could you [describe|report] [all that you sense|all you notice|everything you perceive][| for me]
    what have you [got for me|picked up|registered|been sensing][| right now| so far]
    whit's [gaun on|happenin|going on][| here| the noo]
    what all is [going on|happening][| here| around me]
    what is [happening|going on] please and what [do you|can you] [notice|sense]
    how do [things|matters] stand[| here| around me| right now]
    what's [cooking|brewing|in the air|the long story short][| here| around me| right now]
    [what is|what's] there to [see, hear and feel|hear, see and feel|notice]
    what have [we|I] [here|got here], all in all
    what is [life|the world] up to [around me|here]
    what's [all the|this] [fuss|hubbub|bustle] [about|for]
    what do you say [is going on|is happening][| here| around me]
    what's going on [with my world|on my side|on this end|where I sit|where I stand]
    what [does|do] [the whole lot|all of it|it all] add up to
    how would you put [all this|it all|this moment] in words
    what [would|do] I [notice|learn] if I had all [my|the] senses
    """,
    embedded="""
    what on earth is [going on|happening][| here| around me]
    what [surrounds me|goes on around me|happens around me|is all around me][| right now]
    what the [big picture|state of affairs|present situation|overall picture] is[| right now]
    what you [observe|discern|make out with all your senses|get from all your sensors]
    what all your [inputs|sensors|senses] [add up to|tell you|give you]
    how [things are|everything is] [around me|here]
    everything [you sense|you notice|you perceive|that goes on|that is happening][| right now]
    all [you sense|you perceive|that is going on|about this moment][| right now]
    how [things|matters] stand[| here| around me]
    what there is to [see, hear and feel|hear, see and feel|notice]
    what it all adds up to
    """,
    whole="""
    [I've|I have] no idea what's going on. [Enlighten me|Explain|Tell me|Help me][, please|].
    [I'm|I am] [new here|lost|confused|dazed|a bit lost]. What's [all this|happening|going on][| around me]?
    I [just sat up|opened my eyes|took a nap|zoned out]. What [is going on|happens here|did I miss]?
    [Describe|Report on|Narrate|Summarize] [this moment|the here and now|my world|what's around me].
    [Put|Sum] [it all up|everything|the whole situation] [in one sentence|in a sentence] for me.
    [All you know|All you've got|Everything you have|Whatever you sense][, please|, go on|, quickly]?
    [Share|Pass on|Tell me] [your impressions|your observations|what you've noticed|whatever you sense].
    [Report|Speak|Describe|Summarise], [soldier|officer|captain|partner]: what's going on?
    [Control here|Base here|Dispatch here]: what's [your|the] situation?
    [Situation|Surroundings|Environment|Scene report|State of affairs|Big picture|The moment], please?
    [What's going on|What's happening|What goes on]? [All of it|Everything|Use every sense|Leave nothing out].
    Like a [reporter|radio reporter|narrator], [tell|say] what's [going on|happening][| here| around me].
    [Tell|Explain to] [grandad|grandma|my son|the nurse] what is going on [here|around me].
    [Every sense you have|All senses on|With all you have|All inputs together]: what's [happening|going on]?
    One sentence about [everything you sense|all you sense|what's going on|this moment], please.
    I [can't see, hear or feel a thing|feel cut off from the world]. What's going on?
    [Hello|Hey], what's [happening|going on] [over here|here|around me], then?
    [So|Well|Right], [tell me everything|let's have it all|give me the lot|let's hear it all].
    Something's [up|going on|happening]. [What is it|What|Tell me what]?
    I'm [sitting|standing|lying] here [blindfolded|in the dark|with no idea]. What's [going on|happening]?
    [Look here|Listen here|Look here, you]: what's [going on|happening][| around me]?
    [Run it by me|Run me through it|Walk me through all of it][, please|].
    [Grandpa's|Granny's] question: what's [going on|happening] [round|around] me?
    [Sight, sound and all|Eyes, ears and all|With eyes and ears], what is [going on|happening]?
    [See, hear, feel|Look, listen, feel]: [report|tell me|what's going on|what have you got].
    [Not one thing|Not just one sense], [tell me|I want] [all of it|everything].
    [Number one priority|First things first]: what's [going on|happening] [here|around me]?
    [What's behind all this|What lies behind all this]? [Describe|Tell me] everything you sense.
    All of it, [not just the picture|not only the sound|the whole lot][, please|].
    """,
)
PICTURE: Final[Asking] = talk_asking(
    direct="""
    what [have we got|is there|do we have] [in the picture|to look at|in front of us|before our eyes]
    what's [the picture of|the image of|in this shot|to see|to be seen|visible][| here| right now]
    what does [this|the|my] [picture|photo|image|shot] [show|depict|contain|present]
    what [could|can] [somebody|anyone|one] see [here|in the picture|in front of me]
    what is [depicted|pictured|in view|in the frame|before my eyes|there to look at][| right now]
    what am I [facing|staring at|pointing the camera at|looking towards]
    what do [your|the] [eyes|camera] [show|find|detect|have][| right now]
    what [would|does] a [photographer|painter|sighted friend] see [here|in front of me]
    what's [my view|the view|the view from here|the sight]
    which [thing|things] do you see[| in the picture| in front of me]
    how would you [describe|caption|sum up|title] [the picture|this image|the view|the photo]
    can you [see for me|look for me|check the camera], what is there
    what [have I got|do I have] before my [eyes|nose]
    what's there to see [here|in front of me|in the picture|for my eyes]
    what is [it|that] I [see|have] in front of me
    what did [the camera|my glasses|the lens] [catch|get|take in]
    what would [the picture|this image|the photo] tell [a blind man|me] in words
    what [do you|can you] see, [never mind|forget] [the rest|the sound|the noise]
    what is [in|on] this [picture|image|photo]
    """,
    embedded="""
    what [the view is|is before my eyes|is in the frame|there is to look at]
    what [the|this] [photo|image|picture|shot] [contains|is of|presents]
    what [I'm|I am] [facing|staring at|pointing the camera at]
    what a sighted friend would see [here|in front of me]
    what [there is to see|my glasses see|the camera catches][| here| in front of me]
    what [is|lies] before my [eyes|nose]
    """,
    whole="""
    [Use|Open] your eyes[.|: what's there?|. What do you see?]
    [I've got my eyes shut|My eyes are closed|My sight is poor]. What's [in front of me|in the picture]?
    [See|Look|Peek]: what's [there|in front of me|in the picture]?
    [Image|Photo|Picture] [description|caption|summary][, please|]?
    [Title|Caption|Describe] this [picture|image|photo|view][| for me].
    [Read|Tell|Describe] me the [picture|image|view].
    [And the picture|And the view|What about the picture|Now the picture|So, the picture]?
    [Eyes only|Sight only|Only the picture|Just the view|Picture only][, please|].
    [Forget the rest|Never mind the rest]. What do you see?
    I'm [sitting|standing] here and can't see it. What's in the [picture|image|photo]?
    Not what you hear, what you see[, please|].
    """,
)
SENSES: Final[Asking] = talk_asking(
    direct="""
    what [do you have|have you got] [as input|for input|to sense with|available][| right now]
    what are your [inputs|sources|active sensors|available senses|current inputs][| right now]
    what [kinds of signal|modalities|input channels|streams] [do you have|are available|are coming in]
    which modalities [are present|do you have|were given|are available][| right now]
    which of your [senses|inputs|sensors] [was given something|got input|hold data|receive something]
    what was [given|handed|sent|fed|passed] to you[| this time| just now]
    what did you get from me[| this time| just now]
    do you have [pictures, sound, motion or what|sight, hearing or motion, and which]
    how many of your senses [got something|are active|are in use], and which
    what can you [use|work with|rely on][| right now]: picture, sound or motion
    what can you [sense with|perceive with][| right now| at the moment]
    is it [eyes, ears or both|sight, hearing or what] that you [have|use][| right now]
    what did I [feed|bring] you[| this time]
    what is [turned on|plugged in|working] [in|on] you[| right now]
    what [reaches|gets to|gets through to] you[| right now| at the moment]
    with [what|which] [senses|sensors|inputs] are you [working|running][| right now]
    which [senses|inputs] did I [switch on|turn on|give you|let you have]
    """,
    embedded="""
    what [inputs|signals|senses|modalities] [are available|you were given|you work with][| right now]
    what was [given|handed|sent|fed] to you
    which of your senses [are in use|got input|are active][| right now]
    """,
    whole="""
    [Modalities|Input channels|Available senses|Available inputs|Sensor status|Which modalities]?
    [Report|Enumerate|State|Go through] your [inputs|senses|sensors|active senses].
    [System check|Sensor check|Input check]: which senses do you have?
    Which senses: [picture, sound, motion|sight, sound, motion]?
    Tell me [what you were given|which inputs you got|what came in].
    [Eyes, ears, motion|Sight, sound, movement]: what [have you got|did you get|works]?
    [How many senses, and which|What senses, just now|What senses, please]?
    Don't [describe|explain] anything, just [list|name] [your inputs|the senses you have].
    """,
)
SHOWS: Final[dict[str, tuple[str, ...]]] = {
    "picture": lines("""
    do you [hold|possess] [a picture|an image|a photo][| right now]
    has [a picture|an image|a photo] [arrived|come in|been given|been sent|reached you]
    any [picture|image|photo] [there|given|received|coming in][| right now]
    did you [receive|get sent|get hold of] [a picture|an image|a photo]
    is there [an image|a picture|a photo] [for you|to look at|with this]
    have I [sent|given|shown] you [a picture|an image|a photo]
    do your eyes get [a picture|an image]
    got [a picture|an image|a photo][| there]
    have you got [a picture|an image|a photo], [yes or no|or not|or none]
    do you see [a picture|an image] at all
    is there [a picture|an image|a photo] at all[| right now]
    did [a picture|an image|a photo] come with [this|it|my question]
    """),
    "sound": lines("""
    has [a sound|audio|a recording] [arrived|come in|been given|been sent|reached you]
    any [sound recording|audio|sound input] [there|given|received|coming in][| right now]
    did you [receive|get sent|get hold of] [a sound|audio|a recording]
    is there [audio|a recording|a sound] [for you|to listen to|with this]
    have I [sent|given] you [a sound|audio|a recording]
    do your ears get [a sound|audio]
    got [audio|a sound|a recording][| there]
    have you got [a sound|audio|a recording], [yes or no|or not|or none]
    is there [audio|a recording] at all[| right now]
    did [a sound|audio|a recording] come with [this|it|my question]
    did I let you [have|listen to] [a sound|a recording|audio]
    """),
    "motion": lines("""
    has [motion data|a motion signal] [arrived|come in|been given|been sent|reached you]
    any [motion data|motion signal|movement data] [there|given|received|coming in][| right now]
    did you [receive|get sent|get hold of] [motion data|a motion signal]
    is there [motion data|a motion signal] [for you|with this]
    have I [sent|given] you [motion data|a motion signal]
    do you get [data|a signal] from the [motion sensor|IMU|accelerometer][| right now]
    got [motion data|a motion signal][| there]
    have you got [motion|motion data|movement data], [yes or no|or not|or none]
    is there [any |]motion data at all[| right now]
    did [motion data|a motion signal] come with [this|it|my question]
    did I let you have [motion data|my motion|a motion signal]
    """),
}
