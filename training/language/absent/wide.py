"""Yet more questions about a sense for senses that do not hold it.

Knows questions only; refuses to know answers.
"""

from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["ALL_WIDE", "MOTION_WIDE", "PICTURE_WIDE", "SOUND_WIDE", "VIDEO_WIDE"]

PICTURE_WIDE: Final[Asking] = talk_asking(
    direct="""
    what [objects|items|stuff|shapes|figures|colours|colors] [do you see|are in view|can you make out]
    what [have I got|is there] in front of [me|my eyes|the camera|my face]
    what [could|would] a sighted [friend|man|woman] see here
    what kind of [picture|photo|image|place|room|building|street] [do you see|can you see|is in the picture]
    what [is|was] the [photographer|painter|camera] [showing|aiming at|looking at]
    what [meets your eyes|is there to look at|comes into view|greets the eye]
    what does it look like [here|in front of me|out there|in this place]
    how does [it|the view|this place|the room] look[| right now| from here]
    what [pattern|symbol|figure|letter|numeral] [is drawn|is on the picture|do you see|is on the paper]
    which [colour|color|shade] [dominates|stands out|is most of the picture|is the shape|is the background]
    is [the thing|the shape|it] in the picture [red|blue|green|yellow|round|square|big|small]
    are there [any |][people|shapes|circles|stars|trees|houses|cars] in [the|this|my] [picture|photo|image]
    how many [different |][colours|colors|shapes|objects] [are in the picture|can you see|do you see]
    is the [circle|star|square|heart] [bigger|smaller] than the [cross|ring|triangle|diamond]
    what's [beside|next to|under|above|left of|right of] the [star|circle|square|heart|house|tree]
    do any of the [shapes|things] [in the picture |you see ]look [alike|the same]
    is there a [number|digit|sign] [to read|you can read|in the picture]
    can you [look at|have a look at|check|examine|inspect] [this|the picture|my photo|what's in front of me]
    could you [look|glance] [ahead|in front of me|through the camera] and [tell me what's there|describe]
    does [my hat|my shirt|this jacket|my tie] look [red|blue|black|good|alright] to you
    is [the path|the road|the way|the door] [clear|free|open|visible] [ahead|in front of me]
    is there [an obstacle|something|somebody|a wall|a door] [ahead of|in front of|before] me
    who [is|stands|sits] in front of me
    what [page|book|label|price|brand] am I looking at
    is the picture [empty|blank|plain|colourful|colorful|black and white|upside down|crooked]
    what's the [difference|odd one out|pattern] in the picture
    """,
    embedded="""
    what [there is to look at|meets your eyes|is in view|comes into view]
    what [objects|shapes|colours|colors] [you see|are in the picture|you can make out]
    what [it|this place|the view] looks like
    [if|whether] [somebody|something|a wall|a door] is in front of me
    [if|whether] the picture is [empty|colourful|colorful|plain|blank]
    what's [beside|above|under|next to] the [star|circle|square|heart]
    what [this|the] [photo|drawing|picture|image] is of
    """,
    whole="""
    I [can't see|don't see well|lost my sight]. What's [ahead|there|in front of me|in the picture]?
    [Describe|Tell me about] [what's ahead|the view|this place as you see it|my photo|how it looks].
    [Eyes open|Look up|Look down|Look left|Look there|Look closely][.|!] What do you see?
    [Do you see it|See it|See that|Can you see this|You see this]? What is it?
    [What's this a picture of|Picture of what|Image of what|Photo of what|A picture of what]?
    [Left or right|Above or below|Bigger or smaller], the [star|circle|heart|square] in the picture?
    [Red or blue|Round or square|Dark or bright|Day or night], [the picture|the thing in the picture]?
    My [daughter|son|grandson] drew [this|a picture]. What [did she draw|is it|do you see]?
    I [took|snapped|just took] a [photo|picture]. What [is on it|does it show]?
    [Describe|Count|Name|List|Sort] the [shapes|colours|colors|things|objects] [you see|in the picture].
    [Zoom in|Look again|Look harder]: what [do you see|is it|is in the picture]?
    I see a [red circle|blue star|green square|house], [do you see it too|don't you|you too]?
    [Tell|Show] me the [colour|color|shape|digit] [in the picture|you see|shown].
    """,
)
VIDEO_WIDE: Final[Asking] = talk_asking(
    direct="""
    what [unfolds|plays out|occurs|takes place|is to be seen] in the [video|clip|film|footage]
    what did the [video|film|footage|clip] [show|contain|end with|begin with]
    how does the [shape|thing|circle|star|heart] [move|change|travel] in the [video|clip|film]
    how many things [move|are there|appear] in the [video|clip|film|footage]
    what's the [plot|content|main thing|moving thing|last thing|first thing] in the [video|clip|film]
    which way [is|was] it [moving|going|heading] in the [video|clip|film|footage]
    is the thing in the [video|clip|film] [moving|growing|shrinking|still|changing]
    does the [video|clip|film|footage] show [movement|anything|a moving shape|a circle|something red]
    can you [describe|explain|summarise|summarize|narrate] the [video|clip|film|footage|movie]
    could you [look at|view|play|watch] the [video|film|clip] and say what [happens|moves|it shows]
    what [shape|object|colour|color] [appears|moves|is seen] in the [video|clip|film|footage]
    what would I see if I [watched|played] the [video|clip|film]
    """,
    embedded="""
    what [unfolds|plays out|takes place|is shown] in the [video|clip|film|footage]
    how the thing in the [video|clip|film] [moves|changes]
    [if|whether] the thing in the [video|clip|film] [moves|grows|shrinks|stays put]
    what the [video|film|footage] [contains|is of]
    """,
    whole="""
    [Narrate|Explain|Summarize|Describe|Outline] the [video|clip|film|footage][ for me|, please|].
    I [recorded|shot|made|sent] a [video|clip|film]. What [happens|moves|is on it|does it show]?
    [My son|My friend|My sister] [sent|showed] me a [video|clip]. What's [in it|it about]?
    The [video|clip|film|footage]: what [moves|happens|changes|do you see] in it?
    [Up or down|Left or right|Growing or shrinking], what does the thing in the [video|clip|film] do?
    I [missed|slept through|couldn't watch] the [video|film|clip]. What happened in it?
    """,
)
SOUND_WIDE: Final[Asking] = talk_asking(
    direct="""
    what [kind of |sort of |][noise|sound|voice|music] [is that|do I hear|can be heard][| now]
    what [made|makes|caused|is causing] that [noise|sound|racket|bang|din]
    what [sounds|noises] [are there|do you hear|are around me|are going on][| right now]
    what is [to be heard|audible|sounding|ringing|making such a noise][| right now| around me]
    what does it sound like[| here| around me| out there]
    what's [the noise|the sound|the racket|all that noise] [about|outside|behind me|next door|in here]
    what do [your|the] ears [tell you|say|hear|catch|pick up]
    what did you [overhear|make out|hear just now|catch]
    did [anyone|anybody|someone|he|she] [say|shout|whisper|sing] [something|a number|anything]
    do you hear [a voice|anybody|somebody|music|a bell|rain|a car|footsteps|knocking|birds|anything]
    is [something|anything] [audible|making a noise|ringing|humming|beeping|to be heard]
    is [it|that] [a man|a woman|a child|a dog|a machine] [I hear|making that noise|speaking]
    is the [kettle|washing machine|tap|radio|phone|telly] [on|running|ringing], can you hear it
    was that [a knock|a bang|thunder|a cough|a sneeze|a bark|applause|the doorbell|glass breaking]
    which [sound|noise|animal|instrument|number|digit] [did you hear|do you hear|can be heard]
    how [noisy|quiet|loud] [are things|is it] [here|around me|outside]
    can you [listen|have a listen] and [tell me what it is|say what you hear|name the sound]
    could you [identify|recognise|recognize|classify|label] [the|that|this] [sound|noise|audio]
    is my [baby|dog|neighbour|husband|phone] making [a|that] noise
    are [people|children|dogs|birds] [talking|making noise|to be heard] [nearby|around me|here]
    what was [spoken|said|called|shouted|whispered][| just now]
    """,
    embedded="""
    what [made|makes|is making] that [noise|sound|racket]
    what [sounds|noises] [you hear|there are|are around me]
    what it sounds like [here|around me]
    what [was said|they said|the voice said|I just heard|is to be heard]
    [if|whether] [anything|something|somebody] [is audible|is to be heard|makes a noise]
    [if|whether] you hear [a voice|music|a bell|footsteps|rain|anything]
    which [sound|noise|spoken digit] [it is|that was|you hear]
    """,
    whole="""
    I [can't hear|don't hear well|am deaf in one ear]. What [is that sound|do you hear|was said]?
    [Close your eyes and listen|Ears open|Just listen|Listen closely|Listen out]. What [do you hear|is it]?
    [Do you hear that|Can you hear that|Do you hear it too|You hear it]? What is it?
    I [heard|thought I heard|just heard] [something|a noise|a voice|a bang]. What was it?
    [What's the sound|Sound of what|Noise of what|The sound of what|What noise]?
    [Describe|Identify|Name|Tell me] what you hear[| around me| right now|, please].
    [Name|Classify|Label|Recognise|Recognize] the [sound|audio|noise].
    [Music or speech|Loud or quiet|A voice or a machine|Man or animal], what do you hear?
    I hear [a dog|music|somebody|rain|a siren], [do you hear it too|don't you|you too]?
    Use your [ears|microphone|hearing]. What's [there|that|to be heard]?
    What did [they|the man|the woman|the voice] say? I [didn't catch it|missed it|couldn't hear].
    Something [is ringing|is beeping|makes a noise|went bang]. What is it?
    """,
)
MOTION_WIDE: Final[Asking] = talk_asking(
    direct="""
    what are my [legs|feet|limbs] [doing|up to][| now| right now]
    what [have I been|was I] [doing|up to][| just now| with my body]
    what [activity|exercise|movement] [do I do|am I doing|do you feel|do you detect][| now]
    what would [my coach|my physio|a step counter|a smartwatch] say I'm doing
    what does my body [do|get up to][| right now]
    what [label|class] does my [motion|movement|activity] get
    can you [feel|sense|detect|tell from my movement] [if I move|what I'm doing|how I move|my motion]
    can you [recognise|recognize|identify|name|guess] my [activity|movement|motion]
    do you feel [me moving|me walking|me running|my steps|how I move|my movement|that I move]
    am I [taking steps|being active|keeping still|sitting down|getting out of my chair|taking the stairs]
    am I [exercising|resting|idle|active|fidgeting|bending down|lifting something][| right now]
    am I [sitting or standing|standing or walking|walking or running|moving or resting][| right now]
    is my [body|head] [moving|still|at rest|in motion][| right now]
    is it [walking|running|sitting|standing|exercise] [I'm doing|that I do]
    are my [legs|feet] [moving|still|busy][| right now]
    have I [moved|got up|sat down|been running|taken the stairs|touched my glasses][| just now| lately]
    in what way [do I move|am I moving]
    how much [do I move|am I moving|effort am I making]
    how [fast|hard|intensely] am I moving
    does [the sensor|the IMU] [show|say|feel] [that I move|I'm walking|what I'm doing|movement]
    do I need to [be careful on the stairs|watch my step|hold the rail]
    """,
    embedded="""
    what my [legs are|body is] [doing|up to]
    what [activity|exercise|movement] [I'm doing|you feel|I do|it is I'm doing]
    [if|whether] I [move|am active|have got up|keep still|am resting|am taking steps][| right now]
    how much I [move|am moving]
    what the [motion data|sensor|IMU|accelerometer] [shows|says|tells you about my activity]
    """,
    whole="""
    [Finish the sentence|Complete this]: I am...
    I lost the feeling for my body. [Am I moving|What am I doing|Am I standing]?
    My [coach|doctor|physio|watch] asks [what I'm doing|for my activity|if I'm moving].
    [Do you feel that|Can you feel it|Do you feel me moving]? What am I doing?
    I [think|guess|believe] I'm [walking|running|sitting|standing still|on the stairs]. Am I?
    [Walking|Running|Sitting|Standing] or [not|something else], [me|my body|what am I doing]?
    Use the [motion sensor|IMU|accelerometer]. What [am I doing|does it say]?
    [State|Log|Detect|Classify|Recognise|Recognize] my [activity|movement|motion].
    [My body|My legs|My activity|My motion]: what's the movement?
    [True or false|Right or wrong]: I am [walking|running|sitting|standing|taking stairs].
    """,
)
ALL_WIDE: Final[Asking] = talk_asking(
    direct="""
    what [on earth|in the world|the heck] is [going on|happening][| here| around me]
    what [do you|can you] [see or hear|feel or hear|see or feel|sense or notice|detect][| right now]
    what [is around me|surrounds me|is the scene|is my situation][| right now]
    what do [eyes, ears and sensors|your sensors|your inputs] [tell|give|show] you
    do you [see or hear|sense|get|perceive] anything [of me|of the world|around me|here]
    is there anything [going on|happening|to report|to notice|you sense][| here| around me]
    can you tell me [anything|something|more] about [my situation|where I am|what's going on here]
    can you [see|feel|hear] what is [happening|going on][| around me| here]
    how do things [stand|look] [here|around me][| right now]
    how would you [report|narrate|describe] [this moment|what is around me]
    """,
    embedded="""
    what on earth is [going on|happening][| here]
    what [surrounds me|is around me|is my situation]
    [anything|whatever|all] you [sense|notice|perceive|see or hear][| right now]
    how things [are|look] around me
    """,
    whole="""
    [I have no idea what's going on|I'm confused]. What's [happening here|going on|all this]?
    [Report|Situation|Surroundings|What's going on|What's happening][, please|, quickly| around me]?
    [Tell|Give] me [anything you sense|all you notice|all you have|a report of what's around me].
    [Use every sense|All senses on|Look, listen, feel][.|:] What's [there|going on|happening]?
    [Eyes and ears open|Sharpen your senses]! What's going on?
    """,
)
