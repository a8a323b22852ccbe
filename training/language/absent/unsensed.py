"""Questions about a sound, a motion or anything at all, for senses that hold none of it.

Knows questions only; refuses to know answers.
"""

from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["ALL_MORE", "MOTION_ASKED", "SOUND_ASKED"]

SOUND_ASKED: Final[Asking] = talk_asking(
    direct="""
    what [do|can|did] you hear[| now| out there| just now| in the background]
    what's that [noise|sound|racket|din|row|ruckus|hum|beeping|rumble|bang]
    what was that [noise|sound|bang|thud|crash|click]
    did you [hear|catch|get|pick up] [that|that noise|that bang|what was said|the sound]
    what [did|does] the [microphone|mic|audio] [pick up|say|contain|catch]
    what [did|does] the [sound recording|soundtrack|voice note] [pick up|say|contain|catch]
    is [anyone|anybody|someone|somebody] [talking|speaking|singing|shouting|crying|laughing|clapping|snoring]
    is there [music|a siren|a voice|an alarm|any noise|a dog barking|rain to hear] [in the background|]
    is [a baby|a child|a dog|the phone|the doorbell|an alarm] [crying|making noise|ringing|to be heard]
    is it [quiet|noisy|loud|silent|peaceful|dead quiet] [around here|in here|in the recording|to your ears]
    how [loud|noisy|quiet] is [it|the recording|the noise|the sound]
    who is [talking|speaking|singing|making that noise|making a racket]
    how many [voices|people talking|sounds|noises] do you hear
    what did [he|she|they|the voice|the speaker] say
    which [digit|number|word] was [spoken|said|called out|read out]
    what can be heard [on the tape|in the clip|outside|next door]
    where does that [noise|sound|racket] come from
    is that [noise|sound] [dangerous|normal|something to worry about|a car|a machine|an animal|water]
    what's [playing|on the recording|on the tape|making that racket|making all that noise|to be heard]
    does it sound like [a car|an engine|water|laughter|somebody walking|a machine|a vacuum cleaner]
    what [song|tune|music] [is that|is playing|do you hear]
    can you hear [the music|a voice|the rain|somebody|that hum|my voice|footsteps|anything at all]
    what reaches your ears
    what am I [listening to|hearing]
    what would you call [that|this] [noise|sound]
    what sort of [racket|sound|noise] is it
    are those [footsteps|voices|birds|bells|drums] I hear
    """,
    embedded="""
    what [that|this|the] [noise|sound|racket|bang] [is|was]
    what you [can hear|heard|are hearing|picked up]
    what the [mic|microphone|sound recording|voice note] [picks up|picked up|says]
    who is [talking|speaking|making that noise|singing]
    [if|whether] [someone|anybody|somebody] is [talking|crying|singing|laughing]
    [if|whether] it is [quiet|noisy|loud] [around here|in the recording]
    which [digit|number] was [said|spoken]
    where the [noise|sound] comes from
    """,
    whole="""
    [Listen|Listen up|Hush|Shh|Prick up your ears|Cock an ear]. What [is it|do you hear|was that]?
    [Hear that|Did you hear it|Hear it|Hear anything|Anything to hear|Any sound|Any noise|Loud or quiet]?
    Be my ears[.|: what's the sound?|. What's that noise?]
    I'm [deaf|hard of hearing]. What [sound is there|is that noise|can be heard]?
    My hearing aid is off. What's [that sound|that noise|to be heard]?
    [Play back|Repeat|Write down|Transcribe] [what was said|the words you hear].
    [Play back|Repeat|Write down|Transcribe] [the sound recording|the speech].
    [Name|Guess|Identify|Describe] [that|the] [noise|sound|voice|tune].
    That's [music|a car|a voice|water|an alarm] I hear, [isn't it|right|yes]?
    What a [noise|racket|din]! [What is it|Where is it from|Who makes it]?
    So [someone's talking|a baby is crying|it's quiet|a door slammed], [right|yes|am I right]?
    There's [a strange noise|something humming|a bang|a funny sound]. [What is it|What could it be]?
    [Sound|Noise|Audio|Mic|Voices|Music|Speech|Volume|Your ears]?
    Here's [a sound recording|a sound|a voice note]. What [is it|do you hear]?
    """,
)
MOTION_ASKED: Final[Asking] = talk_asking(
    direct="""
    what am I [doing|up to|busy with|in the middle of doing][| now| right now| at the moment| with my body]
    how am I [moving|moving about|getting about]
    am I [walking|running|sitting|standing|climbing stairs|on the move|jogging|strolling|moving about]
    am I [moving|in motion|walking about] or [still|at rest|standing around|having a sit]
    am I [on my feet|seated|sitting down|upright|in a chair]
    am I [going up the stairs|picking something up|getting up|taking my glasses off|putting my glasses on]
    do I [move|walk|run|sit still|stand still] [right now|at the moment|or not]
    have I [been walking|stopped moving|just stood up|sat down|picked something up|started to run]
    did I just [stand up|sit down|pick something up|start running|take my glasses off]
    what does my [movement|body|activity] [tell you|say|show]
    what do my [movements|steps|motion readings] [tell you|say|show]
    what does the [motion sensor|IMU|accelerometer|gyro|movement sensor] [say|feel|read|report|pick up]
    what [kind|sort] of [exercise|movement|activity|motion] am I doing
    what can you [feel|sense] from my movement[|s]
    how [active|busy|fidgety|lively] am I[| right now]
    which [activity|movement|exercise] is this
    what's my [posture|activity|body doing|current activity|activity level]
    is the wearer [walking|running|sitting|standing|moving|at rest]
    what is the [wearer|person wearing you|wearer of the glasses] [doing|up to]
    should I [watch my step|hold the handrail|mind the steps]
    does it feel like I'm [walking|running|sitting|standing|going upstairs]
    what would you call what I'm doing [with my body|at the moment|right now]
    how would you describe [my movement|the way I move|my motion]
    """,
    embedded="""
    what I'm [up to|doing|doing right now|busy doing]
    [if|whether] I'm [walking|running|sitting|standing|moving|on the stairs|jogging|at rest]
    how I'm [moving|moving about]
    what my [movement|motion|body|activity] [is|is like|tells you]
    what the [motion sensor|accelerometer|IMU] [says|reads|feels]
    which [activity|exercise] I'm doing
    how active I am
    """,
    whole="""
    [Guess|Name|Feel|Check] [what I'm doing|my activity|my movement|what I am up to].
    [Moving|Walking|Running|Sitting|Standing|Jogging|On the stairs], am I?
    [I'm walking|I'm running|I'm sitting|I'm standing up|I'm on the stairs], [right|aren't I|am I not|yes]?
    [Am I moving|Sitting or standing|Moving or still|Walking or running|Up on my feet or sitting]?
    [My movement|My motion|My posture|Activity|Motion sensor|IMU|My steps, walking or running]?
    [Feel it|Feel that|Notice my movement]? What am I doing?
    So I'm [walking|sitting still|running|standing about], [are you sure|yes|correct]?
    [Describe|Report|Tell me about] [my movement|how I move|my activity|what my body does].
    Remind me what I'm [doing|up to].
    Me: [on the move or not|sitting or standing|walking or not|doing what]?
    I lost track. What am I doing[| right now]?
    """,
)
ALL_MORE: Final[Asking] = talk_asking(
    direct="""
    what's [going on|happening|cooking|the matter|the situation][| around me| here| right now| around here]
    what's [around me|all around me|around us|out there]
    what do you [notice|sense|perceive|pick up|get|register|observe][| now| around me| of the world]
    is [anything|something] [happening|going on][| here| around me| right now]
    do you [notice|sense|perceive|register] [anything|something][| at all| now]
    what do [your senses|your sensors|all your senses] [say|tell you|give|pick up|bring in]
    what [can|could] you tell me about [my surroundings|what's around me|this place and moment]
    what are things like [around me|here|right now]
    what [comes|is coming] in [through|from|over] your [senses|sensors]
    anything I should know about [what's around me|my surroundings|the situation]
    how would you [sum up|describe] [what's going on|my surroundings|the situation]
    can you [sum up|describe|paint a picture in words of] [what's going on|my surroundings|what you sense]
    what can you [see, hear or feel|see, hear and feel|hear, see and feel]
    what do you [see, hear or feel|see, hear and feel|perceive with your senses]
    """,
    embedded="""
    what's [going on|happening][| here| around me]
    what's around me
    what you [sense|notice|perceive|pick up][| now| around me]
    what your [senses|sensors] [give|pick up|tell you]
    [if|whether] [anything|something] is [going on|happening]
    [if|whether] you [sense|notice] anything
    """,
    whole="""
    [Anything|Anything happening|Something going on|Anything to report|Any impressions]?
    [Describe|Report|Tell me] [everything you sense|what you sense|what's going on|what's around me].
    [Put me in the picture|Keep me posted|Give me the lowdown|Brief me]: what's going on?
    [I've just come in|I just woke up|I'm lost|I missed it all]. What's [going on|happening]?
    Tell me [what's around me|what's up around me|the situation|all you sense].
    [What's what here|What goes|Status report|Sitrep|State of things]?
    Use [your senses|all your sensors] and tell me what's going on.
    """,
)
