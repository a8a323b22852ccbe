"""Yet more words in which people of many kinds ask about their own motion.

Knows questions only, beside `motions.asked` and `motions.asked_more`; refuses to know answers and facts.
"""

from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["CAREFUL", "EITHER", "HOW_ACTIVE", "POSTURE", "REST", "STAIRS", "UP_DOWN", "WHAT"]

WHAT: Final[Asking] = talk_asking(
    direct="""
    what are my [legs|feet|limbs|arms and legs] [doing|up to|busy with][| right now| now]
    what [in tarnation|the heck|on God's earth|in heaven's name|precisely] am I doing[| now| right now]
    [whatcha|whaddya|what d'you] [think|reckon|suppose] I'm doing[| right now]
    what am I at[| now| just now| the now]
    what all am I doing[| now| right now]
    what is it I'm [doing|busy with|up to][| now| at the moment| these last seconds]
    what is the [activity|movement|action|exercise] that I [do|make|am making][| now| at this moment]
    I am doing [what|which thing|which activity][| now| right now]
    which thing am I doing[| now| with my body]
    what does my body do[| now| at the moment| at this time]
    what keeps [me|my body|my legs] [busy|occupied][| now| right now]
    what am I [occupied|engaged] with[| physically][| right now]
    what would [my doctor|my coach|my physio|a nurse|an onlooker|a bystander] say I'm doing[| right now]
    what would you tell [my doctor|my wife|my husband|my mum|the nurse] I'm doing
    if someone [asked|rang and asked], what am I doing[| right now]
    if you [felt|went by] my [movement|motion] alone, what would you say I do
    which [one |]of [your|the|the known|the nine] [activities|motions|movement classes] [is it|fits|applies]
    what [class|label|activity] does [the classifier|your model|activity recognition] [give|output|predict]
    what [class|label] do you [assign|predict|output|give] for [my motion|this motion window|my activity]
    what [state of motion|motion state|movement state] am I in[| now]
    what do you [infer|conclude|read|gather] from [my IMU data|the accelerometer|the motion signal]
    does the [motion sensor|IMU|accelerometer] know what I'm doing, and what is it
    what's the [gist|nature|character] of my [movement|motion|activity]
    what sort of [exercise|bodily activity|physical task|motion] [is this|am I at|is it I'm doing]
    what [movement|activity|exercise] would you [say|guess|reckon|bet] [this is|I'm doing|it is]
    how am I [getting about|carrying myself|spending my energy|keeping busy][| right now]
    how would you put [my movement|my activity|what I'm doing] into words
    what's my [present|momentary|bodily|ongoing] [activity|movement|action|motion]
    what's my body [engaged in|busy with|going through][| right now]
    in terms of [movement|motion|activity], what am I [doing|up to]
    as far as [movement|motion] goes, what am I [doing|up to]
    [going|judging] by how my [body|head] moves, what am I doing
    do I sit, stand, walk, run or what[| right now]
    have I been sitting, walking, running or what
    what have my [legs|feet|limbs] been [doing|up to]
    what was I [at|busy with|in the middle of] [just now|a moment ago|there]
    what did I just [get up to|do with my body]
    whit am I [daein|doin|up tae][| the noo]
    can you [put a name to|pin down|call|make out|figure out] [my activity|my movement|what I'm doing]
    could you [possibly |kindly |]describe [how I'm moving|my movement|my activity][| to me| in words]
    are you able to [recognise|recognize|work out|identify|detect] what I'm doing
    you feel my movement, so what am I doing
    what verb [fits|describes] [what I'm doing|my movement|my activity]
    what shall I tell people I'm doing[| right now]
    """,
    embedded="""
    what my [legs are|body is] [doing|up to|busy with][| right now]
    what [activity|exercise|action|movement] I'm [at|doing|making|performing|carrying out][| right now]
    what the [accelerometer|IMU|motion sensor|activity tracker] [thinks|believes|says] I'm doing
    what [label|class] [fits my motion|my motion gets|you assign to my movement|you predict]
    what you [conclude|infer|read] from [my motion|my movement|the IMU|the accelerometer]
    how I'm [getting about|carrying myself|spending my time, bodily]
    what I was [at|doing] [just now|a moment ago]
    what it is I'm [doing|up to][| right now]
    what I'm [doing physically|physically doing|doing in terms of movement]
    what verb fits my movement
    """,
    whole="""
    [Finish|Complete] [the|this|my] sentence: [right now |at the moment |]I am...
    Fill in the [blank|gap]: I am...
    [I can't see myself|I can't look down|I feel numb]. What am I doing?
    I'm filling in my [activity|exercise|movement] [log|diary|journal]. What am I doing?
    My [physio|doctor|coach|trainer] [wants|asks] to know [what I'm doing|my activity|how I'm moving].
    [My mum|My wife|My boss|The nurse] is on the phone [and asks|asking] what I'm doing. What do I say?
    Put [my movement|my activity|what I'm doing] into words[, please| please| for me|].
    [Output|Print|Return|Predict] [the activity label|my activity class|the motion class|my activity].
    [Activity recognition|Movement recognition|Activity detection|Motion analysis][, please|: result|: go]?
    [Wearer's|User's] [activity|motion|movement|current activity]?
    State the [wearer's|user's] [activity|motion|current activity|movement].
    [Can you feel it|Do you feel it|Feel how I move]? What [am I doing|is it I'm doing]?
    [Let's see if you know|Let's play|Quiz time|Let's see]: what am I doing[| with my body]?
    [Sit|Sitting], [stand|standing], [walk|walking], [run|running], stairs: which [is it|one]?
    I want to know what I'm doing, [nothing more|that's all|just that].
    [Never mind why|Don't ask why], just say what I'm doing.
    You can feel [me move|my motion|my body], can't you? So what am I doing?
    You've got the motion [data|signal|readings]. What [am I doing|do they say|activity is it]?
    [My activity|My movement|My motion][ now| right now| at the moment| pls|, please]?
    [Movement|Activity|Motion] [now|pls|right now|type|class|name]?
    [What I'm doing|What I do|My doings|What my body does][, please| now|, in a word or two|]?
    Name [it|the action|the exercise|the movement]: what am I doing?
    [Am I busy|Am I occupied]? With what?
    [I've lost all sense of|I'm confused about|I no longer know] what my body is doing. [Help|Tell me].
    Someone bumped me and I got confused. What am I doing?
    Going by [movement|motion] alone, [name|guess|state] my activity.
    """,
)

POSTURE: Final[Asking] = talk_asking(
    direct="""
    am I [sitting down|sat|seated] or [standing up|stood up|upright][| right now| now]
    am I [standing up|upright|stood] or [sitting down|seated|sat][| right now| now]
    am I [on a chair|in a seat|on my backside|on my bottom] or on my [feet|legs][| right now]
    do I have [my bottom on a chair|a chair under me] or am I on my feet
    is [my body|the wearer] [seated or upright|upright or seated|sitting or standing]
    what [is the|would you call my] [posture|pose|position of my body][| now| right now]
    what [position|pose|posture] is my body in[| now| at the moment]
    how do I hold myself, sitting or standing
    which do I do, sit or stand
    which is it, [sitting or standing|standing or sitting|seated or on my feet]
    are my [feet|legs] carrying my weight or is a chair
    can you tell my [posture|pose] from the [sensor|motion|IMU]
    have I [sat down or am I standing|taken a seat or am I on my feet]
    """,
    embedded="""
    [if|whether] I'm [sat down or stood up|in a chair or on my feet|sitting or upright][| right now]
    [if|whether] my body is [seated or upright|upright or seated]
    what [position|pose|posture] [I'm|my body is] in
    """,
    whole="""
    [Up on my feet or sat down|Sitting down or standing up|Upright or seated|Sit or stand]?
    [Am I sitting|Am I seated]? Or [standing|on my feet]?
    Standing, sitting, which [one|is it]?
    [My pose|My stance|My body position|Wearer's posture|Stance], please?
    [Physio|The nurse|My doctor] asks about my [posture|pose].
    I can't tell if I'm [sitting or standing|standing or sitting].
    """,
)

EITHER: Final[Asking] = talk_asking(
    direct="""
    between {a} and {b}, which [fits|is it|am I doing|describes me]
    out of {a} and {b}, which [fits|is it|am I doing|is true of me]
    what's [right|true|correct], {a} or {b}
    which [is right|is true|is correct|fits better|describes me better], {a} or {b}
    which one is it that I'm doing, {a} or {b}
    what fits [my movement|me|what I do] better, {a} or {b}
    am I {a} or am I rather {b}
    am I {a} or would you say {b}
    am I {a} or maybe {b}
    tell me, am I {a} or {b}
    I'm {a} or {b}, which is it
    which activity is it, {a} or {b}
    [are we|am I] talking about {a} or {b}
    does my [body|movement] feel like {a} or like {b}
    if you had to [choose|pick|bet], {a} or {b}
    what shall I put down, {a} or {b}
    have I been {a} or rather {b}
    """,
    embedded="""
    which [fits|is true|is right|it is], {a} or {b}
    [if|whether] my body is {a} or {b}
    [if|whether] it's {a} or {b} [that I'm doing|I'm doing]
    """,
    whole="""
    [Two choices|Two options|Multiple choice|Quiz]: {a} or {b}?
    A: {a}. B: {b}. Which [is it|one is true|am I doing]?
    [I say|I think] {a}, my [friend|wife|brother|mate] says {b}. [Who's right|Who wins|Which is it]?
    It's [either|one of two,] {a} or {b}. [Which|Which one|Which is it]?
    [My activity|My motion] is one of these: {a}, {b}. Which?
    I'm not sure [if|whether] I'm {a} or {b}.
    {^a}, or rather {b}?
    [Either|It's either] {a} or {b}, [you choose|you say|pick one].
    """,
)

HOW_ACTIVE: Final[Asking] = talk_asking(
    direct="""
    do I move [a lot or a little|much or little|much or hardly at all][| right now]
    am I moving [a lot or a little|much or just a bit|much or little][| right now]
    am I [taking it easy or going hard|being active or lazy|lazy or active|working hard or hardly working]
    how [sporty|athletic|physical|exhausting|taxing|heavy|energetic] is [this|what I'm doing|my activity]
    how much [oomph|exertion|work|power|movement] is in [this|what I'm doing|my activity]
    how much [activity|exertion|movement] do you [measure|feel|register|detect][| in me| from me]
    how high is my [activity|activity level|effort|exertion|energy level][| right now]
    how [low or high|high or low] is my [activity|effort|exertion]
    how strongly am I [moving|exerting myself][| right now]
    how much of a [strain|load|challenge] [is this|is it] [for|on] my body
    how [heavily|intensively|vigorously|strenuously] do I move[| right now]
    what [effort|exertion|exercise intensity|workload] [is this|am I at|would you say]
    what's my [exertion|effort|workload|energy output|exercise intensity][| right now]
    where am I on the [activity|effort|exertion] scale
    is it [gentle|light|easy] or [hard|heavy|intense] [exercise|work|going], what I'm doing
    would you [call|say] my activity [is |]low, medium or high
    """,
    embedded="""
    how much I [move|exert myself|am on the move][| right now]
    how [physical|exhausting|taxing|vigorous|energetic] my [activity|movement] is
    how [high|intense] my [effort|exertion|activity level] is
    what my [effort|exertion|workload|activity level] is[| right now]
    [if|whether] I move a lot or a little
    """,
    whole="""
    [Workload|Exercise intensity|Amount of movement|Physical effort|Energy level][, please|]?
    My [coach|doctor|physio|watch] asks how [active|busy|energetic] I am[| right now].
    [Grade|Score|Rate] my [effort|activity|movement]: low, medium, high.
    [A lot of movement or little|Much effort or little|Lots of effort or hardly any]?
    [Easy|Light], [medium|moderate] or [hard|tough]: how [active|intense] is [this|my activity]?
    Put my activity on a scale: low, medium or high.
    """,
)

CAREFUL: Final[Asking] = talk_asking(
    direct="""
    ought I to [be careful|take care|watch my step|mind my feet|hold on][| right now| here]
    had I better [be careful|watch my step|hold on|mind my feet|hold the rail][| right now]
    am I [in danger|at risk] of [tripping|falling|stumbling|slipping][| right now]
    am I likely to [trip|fall|stumble|slip|lose my balance][| right now]
    do I run [a|any] risk of [falling|tripping|stumbling|slipping]
    is it [wise|advisable|necessary|sensible] to [be careful|take care|watch my step|hold the rail]
    is [a fall|a stumble|a slip] [likely|on the cards][| right now]
    is there [any need|a reason|a need] to [be careful|watch my step|take care|hold on][| right now]
    could I [hurt myself|come a cropper|take a tumble|go flying|twist an ankle|miss a step][| right now]
    do you think I [should be careful|could fall|might trip|should hold on to something]
    would it be [better|wise|good] to [hold on|watch my step|hold the handrail|look where I go]
    should I [put a hand on the rail|keep a hand free|take extra care|step carefully|tread carefully]
    does [what I'm doing|my activity|this movement] [call for|need|require] [care|caution|extra care]
    """,
    embedded="""
    [if|whether] I [ought to|had better] [be careful|watch my step|hold on]
    [if|whether] I'm [in danger|at risk] of [falling|tripping|stumbling]
    [if|whether] [it's wise|I need] to hold the [rail|handrail|banister]
    """,
    whole="""
    [Be careful or not|Careful or not|Do I need care|Is care needed|Better hold on|Better be careful]?
    [Risk of tripping|Risk of stumbling|Danger of falling|Chance of a fall|Any chance I trip|Falling risk]?
    I [broke my hip last year|get dizzy|have bad knees|wobble]. Should I [be careful|watch my step|hold on]?
    [My daughter|My doctor|The nurse] says I must not fall. Do I have to be careful[| right now]?
    I'm [carrying a tray|wearing heels|wearing slippers]. Should I [be careful|watch my step]?
    """,
)

STAIRS: Final[Asking] = talk_asking(
    direct="""
    am I [climbing up|walking up|coming up] the [stairs|steps] or [going|coming|walking] down[| them]
    am I [coming|walking|heading] [up or down|down or up] the [stairs|steps|staircase][| right now]
    on the [stairs|steps|staircase], [am I going|do I go|am I walking] [up or down|down or up]
    which way on the stairs, up or down
    is it [upstairs or downstairs|downstairs or upstairs] on the [staircase|steps]
    are the [stairs|steps] [leading|taking] me up or down
    up the stairs or down the stairs, [which is it|what am I doing]
    which direction do I [walk|go] on the [stairs|steps|staircase]
    am I mounting the [stairs|steps] or [going|coming] down[| them]
    """,
    embedded="""
    [if|whether] it's up or down the [stairs|steps] [I'm going|that I go]
    [if|whether] I'm [coming|walking] up or down the [stairs|steps]
    which direction I take on the stairs
    """,
    whole="""
    [Stairs up or stairs down|Up the steps or down the steps|Up the stairs or down them]?
    [Me and the stairs|Me on the stairs]: up or down?
    I'm [on the stairs|taking the stairs], [right|yes]? Up or down?
    """,
)

UP_DOWN: Final[Asking] = talk_asking(
    direct="""
    do I [climb or descend|ascend or descend|gain or lose height][| right now]
    am I [gaining or losing height|on the way up or down|on my way up or on my way down][| right now]
    [up or down|down or up|upwards or downwards], which [way|is it|way am I going]
    which way am I [going|moving|heading], up or down
    is my [body|movement] going [up or down|upwards or downwards]
    """,
    embedded="""
    [if|whether] I'm [on the way up or down|heading up or down|gaining or losing height]
    which way I go, up or down
    """,
    whole="""
    [Up|Going up|Upwards]? Or [down|downwards]?
    [Am I going up|Do I climb]? Or down?
    [Ascending or descending|Rising or sinking, floor by floor|Upwards or downwards]?
    """,
)

REST: Final[Asking] = talk_asking(
    direct="""
    am I [stationary or mobile|mobile or stationary|static or moving|moving or stationary][| right now]
    am I [moving or standing or sitting still|moving or keeping still|on the go or at rest][| right now]
    am I [resting|having a rest] or [on the go|moving about|up and moving][| right now]
    is my body [quiet or busy|resting or moving|idle or active|static or in motion][| right now]
    do I [rest|keep still|sit or stand still] or [move about|am I on the go|am I moving][| right now]
    is there movement or rest[| in my body| on the sensor]
    which is it, [rest or movement|moving or resting|still or moving|motion or rest]
    does the sensor feel me [resting or moving|moving or at rest|still or in motion]
    have I been [resting or moving|still or on the move]
    """,
    embedded="""
    [if|whether] I'm [stationary or mobile|resting or on the go|keeping still or moving][| right now]
    [if|whether] the sensor [shows|feels] [rest or movement|movement or rest]
    """,
    whole="""
    [Stationary or moving|Static or moving|Mobile or stationary|On the move or resting]?
    [Moving|In motion]? Or [at rest|still]?
    [The nurse|My doctor] asks if I'm [resting or moving|at rest or active].
    """,
)
