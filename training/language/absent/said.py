"""What people say aloud for one sense while they speak of another one, or with a story before it.

Knows questions for senses that are not given; refuses to know answers.
"""

from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["ALL_SAID", "MOTION_SAID", "PICTURE_SAID", "SOUND_SAID", "VIDEO_SAID"]

SOUND_SAID: Final[Asking] = talk_asking(
    direct="""
    never mind the [picture|image|photo|view|camera], what do you hear
    you can see, but what do you hear
    not what you see but what you hear, what is it
    what's the sound [to|with|that goes with] [the|this] picture
    is the [little one|baby|wee one] awake, do you hear [her|him]
    who is [crying|screaming|coughing|snoring|singing][| upstairs| next door| behind me| in the corner]
    what [noise|sound] is keeping [me|us] awake
    what's that [noise|sound] [behind me|on the stairs|in the corner|next door|behind the door|upstairs]
    is there a sound [as well|too|at all]
    what about the [sound|noise|audio|microphone]
    do you hear [what I say|me talking|me singing|me cough|the clock|my dog]
    is [somebody|anybody|a baby] [crying|laughing|coughing] [upstairs|next door|in the corner|behind the door]
    which number do you hear, not see
    how does [it|this|the place|what you see] sound
    with [your|my] eyes shut, what do you hear
    never mind [my steps|how I move|what I'm doing], what do you hear
    are your ears [on|working|open], what do you hear
    """,
    embedded="""
    what you hear, not what you see
    what [noise|sound] is keeping me awake
    what the [noise|sound] [on the stairs|behind me|in the corner|next door] is
    [if|whether] the [baby|little one] is crying
    who is crying[| next door| upstairs]
    what it sounds like, never mind the picture
    """,
    whole="""
    What's that noise? [I can't sleep|Can't sleep|It woke me up|It keeps me awake|It scared me].
    [I can't sleep|I was nearly asleep|I'm lying awake]. What's that [noise|sound]?
    Bless you! Or was that a [cough|sneeze|laugh]?
    Did you [hear that|get that sound|catch that sound]?
    [You have the picture|You got my photo|You feel my steps]. What do you hear?
    I see the picture myself, but what's the [sound|noise]?
    Tell me the [sound|noise], not the picture.
    I'm [sitting|walking|standing|waiting] here and hear [something|a noise|a sound]. What is it?
    Someone's [crying|coughing|laughing|talking] behind me, [right|yes|am I right]?
    [Look|Look here|See], what's that [noise|sound]?
    Don't describe the picture. What do you hear?
    I gave you [a sound|a recording of a sound|some audio]. [What is it|What do you hear]?
    The [sound|audio], not the [picture|movement]: what is it?
    """,
)
MOTION_SAID: Final[Asking] = talk_asking(
    direct="""
    never mind the [picture|sound|noise|view|camera], what am I doing
    you can see and hear, but what am I doing
    not what you see but what you feel, what am I doing
    what's [happening|going on] with [my|these] glasses
    did I just [take my specs off|put my glasses on|take off my sunglasses|pick up the box|leave my chair]
    what did I just do [with the box|with my glasses|with my legs|there|with my body]
    am I sitting [in the corner|on a chair] or standing
    never mind the people in the picture, am I [walking|sitting|standing|running]
    what about my [motion|movement|steps|body|activity]
    what do [my|the|these] glasses feel
    are my legs [going|moving|carrying me]
    what have I just [been at|got up to]
    am I [having a wee rest|on the go|out of my chair|on my way]
    what's the one who wears you doing
    """,
    embedded="""
    what I'm doing, never mind the [picture|sound]
    what I just did[| with the box| with my glasses]
    what are the glasses up to on my nose
    [if|whether] I just took my [specs|glasses] off
    """,
    whole="""
    Guess what I just did[| with the box| with my glasses| with my legs].
    [You have the picture|You hear the noise|You can see and hear]. What am I doing?
    [Did you feel that|Did you get that]? What did I just do?
    Don't describe the picture. What am I doing?
    [Something's happening|Something's up] with my glasses. What am I doing?
    Don't look, feel: what am I doing?
    [Listen|Look here|Look|Picture this]: what am I doing?
    And me? What am I doing?
    I gave you my motion. What [am I doing|is it|does it say]?
    [Going up the stairs|On my feet|In my chair|Out for a run], am I?
    """,
)
PICTURE_SAID: Final[Asking] = talk_asking(
    direct="""
    never mind the [noise|sound|racket], what do you see
    you can hear, but what do you see
    not what you hear but what you see, what is it
    I know what it sounds like, but what does it look like
    what's that [sitting|standing|lying] [in the corner|in front of me|over there], can you see it
    who's [sitting|standing|running about] in front of me, can you see [him|her|them]
    is anybody [sitting|standing] [in the corner|on the bench|in front of me], do you see
    what's [behind|beside|in front of] the [house|tree|star|circle] in the picture
    what about the [picture|photo|image|camera]
    never mind how I move, what do you see
    are your eyes [open|working], what do you see
    what does the thing that makes the noise look like
    which number do you see, not hear
    """,
    embedded="""
    what you see, not what you hear
    what it looks like, never mind the sound
    """,
    whole="""
    [I sent you|I've just sent you|Here comes|I gave you] a [photo|picture]. What's on it?
    I hear [it|something], but what do you see?
    Don't listen, look: what [is there|do you see]?
    I'm [walking|standing|sitting|running] here. What do you see in front of me?
    [You hear the noise|You feel my steps]. What do you see?
    [Listen|Hear me out|Hark]: what do you see?
    I can hear it but not see it. What does it look like?
    Tell me what you see, not what you hear.
    """,
)
VIDEO_SAID: Final[Asking] = talk_asking(
    direct="""
    never mind the sound, what happens in the [video|film|movie]
    you can hear, but what happens in the [video|film|movie]
    """,
    embedded="""
    what moves in the [video|film], never mind the sound
    """,
    whole="""
    I sent you a [video|film|movie]. [What moves in it|What happens in it]?
    Never mind what you hear. What moves in the [video|film]?
    """,
)
ALL_SAID: Final[Asking] = talk_asking(
    direct="""
    can you sense a thing
    what's [the craic|occurring|afoot|what] [here|around me]
    what have you got [for me|from your senses]
    """,
    embedded="""
    what you've got [for me|from your senses]
    """,
    whole="""
    I sent you something. What is going on?
    [I walked in and it felt odd|I've a funny feeling]. What's going on?
    What gives[| here| around me]?
    """,
)
