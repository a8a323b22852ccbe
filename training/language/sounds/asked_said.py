"""What people say aloud about a sound: with a story, an idiom or a word of another sense beside the question.

Knows questions only; words of sight and movement stand in them and decide nothing. Refuses to know answers.
"""

from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["DESCRIBE", "SOURCE", "WHAT"]

WHAT: Final[Asking] = talk_asking(
    direct="""
    what [noise|sound] is keeping [me|us|the whole street|my wife] awake
    what's that [row|ruckus|hullabaloo|kerfuffle|clamour] [out there|next door|upstairs|behind me]
    what [noise|sound] is coming [from next door|from upstairs|through the wall|from behind me]
    what do you hear [behind|through|on the other side of] the [door|wall|curtain|fence]
    what is the [noise|sound] [on the stairs|in the corner|behind me|in front of me|next door|under the table]
    what am I hearing [as I sit here|while I walk|as I stand at the door|from my seat|from where I stand]
    what [noise|sound] just [went off|rang out|reached us|came through the wall|came from over there]
    that [noise|sound] [just now|there|over there|behind me], what [would|might|could] that be
    the [noise|sound] [I'm hearing|outside|in here|over there|behind me|in front of me] is what
    the [noise|sound] you [hear|heard], what do you call it
    what have I just heard
    what is it that I'm hearing, a [sound|noise] of what
    out of all [the sounds you know|possible sounds|the sounds in the world], which [is it|do you hear]
    what's [the audio|the mic|your microphone|your hearing] giving you
    what [noise|sound] have [I|we] got here
    what are you able to hear[| now| right now| from there| over there]
    what [can|would] a blind [man|woman|child] hear [here|around me|in this place]
    with [my|your] eyes [shut|closed|covered], what [do you|would I|can one] hear
    without looking, what do you hear
    never mind the [picture|image|photo|camera|view], what do you hear
    leaving the [picture|image|camera] aside, what's the [sound|noise]
    not what you see but what you hear, what is it
    never mind [my steps|what I'm doing|how I move], what's that [sound|noise]
    I can't see a thing, so what's that [noise|sound]
    I see nothing [wrong|there|odd], but what do I hear
    what [sound|noise] goes with [this|what you see|this moment|the picture]
    what has [startled|woken|disturbed|upset] [me|the cat|the baby|grandma], which [sound|noise]
    what y'all reckon that [noise|sound] is
    what's yon [noise|racket|din]
    what did the [noise|sound] turn out to be
    you've got [ears|a microphone|a mic], so what do you hear
    """,
    embedded="""
    what [noise|sound] is keeping [me|us] awake
    what [noise|sound] just [went off|rang out|reached us]
    what I'd hear with my eyes [shut|closed]
    what the [noise|sound] [on the stairs|in the corner|behind me|next door|upstairs|in front of me] is
    what to call [that|this] [sound|noise]
    what that [row|ruckus|racket|din] [next door|upstairs|outside|behind me] is
    which of [your|the] sounds [it|this|that] is
    what you hear, not what you see
    what [sound|noise] comes through the [wall|door|ceiling|window]
    what you hear, never mind the [picture|view]
    """,
    whole="""
    What's that [noise|sound]? [I can't sleep|Can't sleep|It woke me up|It keeps me awake|It scared me].
    What's that [noise|sound]? [I'm trying to sleep|I've got work tomorrow|Nobody else hears it|It's so odd].
    [I can't sleep|Can't sleep|I was nearly asleep|I'm lying awake|I was reading]. What's that [noise|sound]?
    I can't [sleep|work|think|concentrate|read] with that [noise|sound]. What is it?
    [Someone's|Something's] making a [noise|racket|sound]. What is it?
    Did you [get|catch] that? [What was it|What was that sound|What on earth was it]?
    [There|Here] it [is|comes|goes] again! Can you hear what it is?
    [Hark|Listen|Ssh, listen]! [What's that|What was that|What could that be]?
    I'm [sitting|standing|waiting|lying] here and hear [something|a noise|a sound]. What is it?
    I was [walking along|running past|on the stairs|just getting up] and heard a [noise|sound]. What was it?
    [On the stairs|Behind the door|In the corner|Behind me|Upstairs] there's a [noise|sound]. What is it?
    [I picked up|We picked up|My phone picked up] a [sound|noise]. What was it?
    [I took my glasses off|My glasses are off|I haven't got my specs on] and only listen. What's the sound?
    [First question|Question number one|Number one|A number of people ask]: what do you hear?
    [Look|Look here|See here|Now look], what's that [noise|sound]?
    Let's see what you hear.
    I [gave|sent|played] you [a sound|some audio|a sound recording]. What is it?
    Picture this: you have only your ears. What do you hear?
    [Sound|Noise] in [the house|the room|the street|the garden]: what is it?
    [Funny|Strange|Weird|Odd|Scary|Curious] [noise|sound], [what is it|what's that|any idea]?
    That's [a funny|an odd|a strange|a peculiar] [noise|sound]. [What is it|What might it be|Any idea]?
    Ears to the [door|wall|ground]: what do you hear?
    [The neighbours complain|Mum is complaining|The teacher complains] about the [noise|sound]. What is it?
    [Don't tell me what you see|Don't describe the picture|Forget the picture]. What do you hear?
    [The sound|The noise|The audio], not the [picture|image|movement]: what is it?
    Tell me the [sound|noise], not the picture.
    I only want [the sound|what you hear|the noise][, nothing else|, please|].
    [I not hear good|No hear me|My ear bad]. What sound is?
    [What sound this|What noise this is|This sound what is|Sound is what]?
    [Whit's that noise|Whit's that soond|D'ye hear that, whit is it]?
    [Kindly tell|Do tell|Kindly inform me], which [sound|noise] is this?
    I am hearing some [sound|noise]. [Kindly tell what it is|What is it, please]?
    My [hearing's gone|ears are full of wax|ears are ringing], love. What's that [sound|noise]?
    [The dog pricked up his ears|The cat looked up|The baby turned round]. What was the [sound|noise]?
    [Ooh|Eek|Yikes|Blimey], [what's|what was] that [noise|sound]?
    [I'm on the phone|My back is turned|I'm in the bath|I'm busy cooking]: what's that [noise|sound]?
    """,
)

DESCRIBE: Final[Asking] = talk_asking(
    direct="""
    what's there to say about [the|that] [sound|noise]
    what words would you use for [the|that|this] [sound|noise]
    can you describe [the|that] [sound|noise] so that I can imagine it
    how does [the world|my home|this corner|this place] sound[| right now| to you]
    could you be so kind and describe the [sound|noise|audio]
    how would you tell [grandma|a child|my deaf brother|the officer] about that [sound|noise]
    what would you note about the [sound|noise] in a police report
    """,
    embedded="""
    how the [world|place|room] sounds to you
    in your own words what the [sound|noise] is like
    """,
    whole="""
    Describe the [sound|noise|audio], not the picture.
    Make me hear it: [describe|explain] the [sound|noise].
    A [line|few words] about the [sound|noise], please.
    I'm writing [a report|a letter|subtitles|a script|a statement]. [Describe|Sum up] the [sound|noise].
    Tell me what it sounds like, [in full|in your own words|as if I couldn't hear].
    For the deaf [lady|man|boy] next to me, describe the [sound|noise].
    [I see it|The picture is clear|I saw the picture]. Now describe the [sound|noise].
    """,
)

SOURCE: Final[Asking] = talk_asking(
    direct="""
    who do I [have to thank|blame|tell off] for that [noise|sound|racket]
    whose doing is [that|the] [noise|racket|din]
    what lies behind [that|the] [sound|noise]
    where's that [noise|sound] at
    where [that|this] [noise|sound] come from
    what does it come from, [that|the] [sound|noise]
    what thing is it whose sound I hear
    what's to be found where the [sound|noise] comes from
    """,
    embedded="""
    who or what I have to thank for that [noise|racket]
    what lies behind [that|the] [sound|noise]
    """,
    whole="""
    That [noise|sound] must come from something. [What|From what]?
    [I looked behind the door|I checked upstairs|I looked about]. Where does the [sound|noise] come from?
    Help me find where the [sound|noise] comes from.
    Who's making that [noise|racket]? [I want to sleep|I'm trying to read|I've a headache].
    Where is that [noise|sound] coming from? [It drives me mad|I can't see a thing|I looked everywhere].
    """,
)
