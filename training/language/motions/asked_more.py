"""More words in which people ask about their own motion.

Knows questions only, in rarer sentence shapes than `motions.asked`; refuses to know
answers and facts.
"""

from typing import Final

from anymal.training.language.surface import Asking

__all__ = ["CAREFUL", "EITHER", "HOW_ACTIVE", "POSTURE", "REST", "STAIRS", "UP_DOWN", "WHAT"]

_NOW: Final = "[|||| right now| now| at the moment| this second| at this moment| just now]"
_SENSOR: Final = "[motion sensor|sensor|IMU|accelerometer|gyro|movement tracker|tracker|step sensor]"
_WHO: Final = "[the wearer|the user|whoever wears this|the one with the glasses|the person wearing me]"

WHAT: Final = Asking(
    direct=(
        "what would you call what [I'm|I am] doing" + _NOW,
        "what would you call [this activity|this movement|this motion|my movement]",
        "how would you [label|name|classify|sum up] [my movement|my activity|this motion|what I'm doing]",
        "what [on earth|in the world|exactly] am I doing" + _NOW,
        "what's [the wearer|my body|yours truly|this old body|my head] [doing|up to]" + _NOW,
        "what is " + _WHO + " [up to|doing|busy with]" + _NOW,
        "what have [I|we] been [up to|doing]" + _NOW,
        "what do I seem to be doing" + _NOW,
        "what does it [look|feel|seem] like I'm [doing|up to]" + _NOW,
        "what do you [make|gather] of my [movement|motion|movements]",
        "what do you [reckon|think|guess|suppose] [I'm|I am] [doing|up to]" + _NOW,
        (
            "what can you [gather|deduce|infer|work out|tell] from [my "
            "movement|my motion|the sensor|the way I move]"
        ),
        "what do my [movements|motions|sensors] [tell you|say|suggest|give away|reveal]" + _NOW,
        "what does the " + _SENSOR + " [make of|think of|report about|say about|know about] me" + _NOW,
        "what does the " + _SENSOR + " [pick up|register|report|detect|record|read]" + _NOW,
        "what is the [reading|verdict|output] of the " + _SENSOR,
        "which [label|class|category] [fits|describes|matches] [my motion|my movement|my activity|what I do]",
        "what [label|name] would you give [my motion|my movement|my activity|this movement]",
        "what [action|task|activity] am I [performing|carrying out|engaged in|in the middle of|on]" + _NOW,
        "what [action|bodily action|physical action] [is this|is it|am I making|do I make]",
        "in what way am I moving" + _NOW,
        "am I sitting, standing, [walking or running|on the stairs or running|or on the move]" + _NOW,
        "what sort of [movement|motion|thing] am I [making|doing]" + _NOW,
        "what's the [activity|motion|movement|action] [called|you sense|you feel|here]" + _NOW,
        "what am I [physically|bodily] doing" + _NOW,
        "physically, what am I [doing|up to]" + _NOW,
        "motion-wise, what [am I doing|is going on|do you get]" + _NOW,
        "can you feel what [I'm|I am] [up to|doing|busy with]" + _NOW,
        "could you [log|note|record] [my activity|what I am doing], what is it",
        "do you know what [I'm|I am|my body is] [doing|up to]" + _NOW,
        "if you had to guess, what am I doing" + _NOW,
        "without looking, what am I [doing|up to]" + _NOW,
        "what [should|can|shall] I write in my [activity log|exercise diary|motion diary] for this moment",
        "what would [a fitness tracker|my smartwatch|a step counter app] say I am doing" + _NOW,
        "how am I using my body" + _NOW,
        "and what [might|would] I be up to" + _NOW,
        "wot am I doing" + _NOW,
        "what m I doing" + _NOW,
    ),
    embedded=(
        "what you would call what I'm doing",
        "what it [feels|seems] like I am doing" + _NOW,
        "what the " + _SENSOR + " [registers|reports|picks up|makes of me|detects]" + _NOW,
        "what [action|activity] I am [performing|engaged in|in the middle of]" + _NOW,
        "which [class|label] my [motion|movement|activity] [belongs to|has|gets]",
        "what I [seem|appear] to be [doing|up to]" + _NOW,
        "what my [movements|motions|sensors] [say|tell you|suggest|give away]" + _NOW,
        "what you [make of|gather from] my [movement|motion]",
        "what I've been [doing|up to]",
        "what kind of [thing|movement|activity] I'm [doing|in the middle of]",
        "in what way I am moving",
    ),
    whole=(
        (
            "[Sense|Feel|Read|Check|Analyse|Analyze|Interpret] my [motion|"
            "movement|movements|body] and [say|tell me] what I do."
        ),
        "[Read out|Announce|State|Log|Report|Give me] my [activity|current activity|movement|motion].",
        "[Activity|Motion|Movement] [check|report|update|status|label|class|type], please.",
        "[Take a guess|Have a guess|Go on, guess|Guess], what am I [doing|up to]?",
        "I bet you don't know what I'm doing. What is it?",
        "[I can't remember|I lost track of|Remind me|I forgot] what I am doing.",
        "[Work out|Figure out|Put a name to|Pin down|Sum up|Tag] [what I'm doing|my activity|my movement].",
        "[I'm doing something|I am up to something|I'm busy]: [what is it|what|guess what]?",
        "[Me|My body|The wearer]: what's the activity?",
        "Am I sitting, standing or [what|moving|something else]?",
        "[Current|Present|Detected|Sensed|Measured] [activity|motion|movement|action]?",
        "[From the sensor alone|From motion alone|Eyes closed|Without looking]: what am I doing?",
        "[Hey glasses|Hey there|Computer], what am I [doing|up to]?",
        "[Motion|Movement], which one?",
        "[Tell|Show] me what the " + _SENSOR + " [says|feels|registers].",
        "[wats|whats] my [activity|movement]?",
    ),
)

POSTURE: Final = Asking(
    direct=(
        "am I [down on a chair or up on my feet|on a chair or on my feet|on my bum or on my feet]" + _NOW,
        "am I [on my feet or sitting|up or sat down|standing up or seated|upright or seated]" + _NOW,
        "have I got a [seat|chair] or am I [standing|on my feet]" + _NOW,
        "do I [sit or stand|stand or sit]" + _NOW,
        "is it [sitting or standing|standing or sitting] that I do" + _NOW,
        "what [pose|stance|bodily position|body posture] am I in" + _NOW,
        "how [am I positioned|is my body positioned|do I hold my body]" + _NOW,
        "which [posture|pose|position] [am I in|do you detect|do I have]" + _NOW,
        "would you say I'm [seated or standing|standing or seated|sat or stood]" + _NOW,
        "is my weight on a chair or on my feet" + _NOW,
        "is the [wearer|user|person] [sitting or standing|seated or standing|on a chair or standing]",
        "am I sat down or stood up" + _NOW,
    ),
    embedded=(
        "[if|whether] I am [seated or standing|on my feet or on a chair|standing or sitting|up or sat down]"
        + _NOW,
        "which [posture|pose] I am in" + _NOW,
        "what my [posture|pose|stance|body position] is" + _NOW,
        "[if|whether] I [sit or stand|stand or sit]" + _NOW,
    ),
    whole=(
        "[Seated or standing|Sat or stood|Standing or seated|On my feet or on my seat|Chair or feet]?",
        "[Posture|Pose|Body position] [check|report], please.",
        "[Name|Tell me|Report|Identify] my [posture|pose|body position].",
        "Me: [sitting or standing|seated or on my feet]?",
    ),
)

EITHER: Final = Asking(
    direct=(
        "which of the two am I doing, {a} or {b}",
        "which is closer to the truth, {a} or {b}",
        "would you call it {a} or {b}",
        "what would you say, {a} or {b}",
        "is it more {a} or more {b}",
        "is the activity {a} or {b}",
        "is my [activity|movement|motion] {a} or {b}" + _NOW,
        "do I seem to be {a} or {b}" + _NOW,
        "does the [IMU|sensor|motion sensor|accelerometer] [say|suggest] {a} or {b}",
        "what does the sensor say, {a} or {b}",
        "should I log this as {a} or {b}",
        "am I {a}, or is it {b}",
        "my watch says {a}, I say {b}, who is right",
        "do you [reckon|think|feel] I'm {a} or {b}" + _NOW,
        "[could|might] I be {a}, or am I {b}",
        "do you feel me {a} or {b}",
    ),
    embedded=(
        "which of the two I am doing, {a} or {b}",
        "[if|whether] [my activity|the activity|this] is {a} or {b}",
        "[if|whether] I am {a} or rather {b}" + _NOW,
        "[if|whether] the sensor says {a} or {b}",
    ),
    whole=(
        "Am I {a}? Or {b}?",
        "[Pick|Choose|Decide]: {a} or {b}?",
        "Choose one for me: {a} or {b}.",
        "[My activity|My movement|Me|What I do]: {a} or {b}?",
        "[I can't decide|Help me decide|Settle this]: am I {a} or {b}?",
        "Either I am {a} or {b}, [which|which is it]?",
        "{^a}... or {b}?",
    ),
)

HOW_ACTIVE: Final = Asking(
    direct=(
        "how [busy|lively|sporty|lazy|inactive|energetic] am I" + _NOW,
        "how much [effort|energy|exertion|exercise] [is this|am I putting in|does this take|do I use]" + _NOW,
        "how much [effort|energy] am I [spending|using|making|burning]" + _NOW,
        "how [hard|tough|demanding|tiring|light|gentle] is [this activity|what I do|what I am doing]" + _NOW,
        "how hard [do I work|am I pushing myself|is my body working]" + _NOW,
        "is [this|what I do|my movement] light, moderate or [hard|vigorous|intense]" + _NOW,
        "is my [effort|exertion|activity level|energy level] low, medium or high" + _NOW,
        "what [level|intensity|amount] of [activity|effort|exertion|exercise] [is this|is it|do I show]"
        + _NOW,
        "on a scale of low, medium and high, how active am I" + _NOW,
        "what's the intensity of my [movement|activity|workout|motion]" + _NOW,
        "how would you rate my [effort|activity|activity level|exertion|movement]" + _NOW,
        "am I [barely|hardly] active, fairly active or very active" + _NOW,
        "how [much of a workout|physically demanding] is this",
    ),
    embedded=(
        "how much [effort|energy] [this takes|I put in|I am using]" + _NOW,
        "how [hard|strenuous|demanding|tiring] [this|my activity|what I do] is" + _NOW,
        "the intensity of my [activity|movement|effort]",
        "[if|whether] my [effort|activity level] is low, medium or high",
    ),
    whole=(
        "[Effort|Exertion|Effort level|Exertion level|Intensity|Activity intensity]?",
        "[Rate|Estimate|Judge|Grade|Report] my [effort|exertion|intensity|activity].",
        "[Low, medium or high|Light, moderate or hard|Low or high] [effort|activity|intensity]?",
        "How [hard|much effort|intense], what I'm doing?",
        "My [effort|exertion|intensity]: low, medium or high?",
    ),
)

CAREFUL: Final = Asking(
    direct=(
        "should I [look where I step|look where I put my feet|keep an eye on my feet|slow down]" + _NOW,
        "could I [trip|fall|stumble|slip|lose my footing]" + _NOW,
        "might I [trip|fall|stumble|slip|twist an ankle]" + _NOW,
        "is there a [risk|danger|chance] [of me falling|of tripping|that I fall|of a fall|that I trip]"
        + _NOW,
        "do I have to take care" + _NOW,
        "do I need [to mind my step|to hold the railing|a handrail|to mind my feet|to look down]" + _NOW,
        "should I [grab|hold|use|keep hold of] the [banister|railing|rail|handrail]" + _NOW,
        "is [what I'm doing|my activity|moving like this] [risky|dangerous|a bit risky]" + _NOW,
        "must I be careful" + _NOW,
        "is caution [needed|advised|called for]" + _NOW,
        "would you [tell|advise|warn] me to be careful" + _NOW,
        "should I [put my phone away|stop looking at my phone|keep my eyes on the ground]" + _NOW,
    ),
    embedded=(
        "[if|whether] I [could trip|might fall|need to take care|have to mind my step]" + _NOW,
        "[if|whether] there is a risk [of falling|that I trip|of a fall]" + _NOW,
        "[if|whether] caution is needed" + _NOW,
    ),
    whole=(
        "[Any danger of falling|Any risk of tripping|Risk of falling|Risk of a fall|Fall risk|Trip hazard]?",
        "[Careful now|Caution needed|Watch my step|Mind my step|Need to take care|Hold the rail]?",
        "I'm a bit wobbly. Should I be careful?",
        "[I am unsteady on my feet|I fall easily|I'm frail]. Do I have to watch my step?",
    ),
)

STAIRS: Final = Asking(
    direct=(
        "am I going up or down [the|these|some] [stairs|steps]" + _NOW,
        "am I going [up|down] [the|these|some] [stairs|steps|flights of stairs]" + _NOW,
        "do I [go|walk] [up|down] the [stairs|steps|staircase]" + _NOW,
        "am I [climbing or descending|descending or climbing] [the |][stairs|steps]" + _NOW,
        "do I go [up or down|down or up] the [stairs|steps|staircase]" + _NOW,
        "which way am I [going|heading] on the [stairs|steps|staircase]" + _NOW,
        "am I on the way up or down the [stairs|steps|staircase]" + _NOW,
        "do I [take|use] the [stairs|steps] up or down" + _NOW,
        "do the stairs take me up or down",
        "is it up the stairs or down the stairs that I [go|am going]",
        "in which direction do I take the [stairs|steps]",
    ),
    embedded=(
        "[if|whether] I am going up or down the [stairs|steps|staircase]" + _NOW,
        "[if|whether] I [climb|go up] or [descend|go down] the [stairs|steps]" + _NOW,
        "which way I take the [stairs|steps]",
    ),
    whole=(
        "[Up or down|Down or up] the [stairs|steps|staircase]?",
        "[Stairs|The stairs|Steps]: up or down?",
        "On the stairs, am I going up or down?",
    ),
)

UP_DOWN: Final = Asking(
    direct=(
        "am I [going|heading|on my way|moving] [up or down|down or up|upstairs or downstairs]" + _NOW,
        "am I [ascending or descending|climbing or descending|going upwards or downwards]" + _NOW,
        "do I go [up or down|upstairs or downstairs|upwards or downwards]" + _NOW,
        "is it [up or down|upstairs or downstairs] that I [go|am going]",
        "which is it, [up or down|upstairs or downstairs]",
        "am I getting [higher or lower|to a higher floor or a lower one]" + _NOW,
    ),
    embedded=(
        "[if|whether] I am going [up or down|upstairs or downstairs|upwards or downwards]" + _NOW,
        "[if|whether] I [climb or descend|ascend or descend]" + _NOW,
    ),
    whole=(
        "[Upstairs or downstairs|Going up or going down|Up or down|Climbing or descending]?",
        "[Higher or lower|One floor up or one floor down]?",
    ),
)

_STILL: Final = "[resting|at rest|still|idle|inactive|taking it easy|having a rest|motionless]"
_MOVING: Final = "[moving|active|in motion|on the go|on the move|up and about|busy moving]"
REST: Final = Asking(
    direct=(
        f"am I {_STILL} or {_MOVING}{_NOW}",
        f"am I {_MOVING} or {_STILL}{_NOW}",
        f"would you [say I am|say I'm|call me] {_STILL} or {_MOVING}{_NOW}",
        "am I [moving or not|moving around or not|in motion or not]" + _NOW,
        "do I [rest or move|keep still or move|move or keep still|stay put or move]" + _NOW,
        "is my body [at rest or in motion|still or moving|moving or still|in motion or at rest]" + _NOW,
        "is the [wearer|user|person] [at rest or active|still or moving|moving or not]" + _NOW,
        "does the [motion |][sensor|IMU] [say|show] rest or movement",
        f"what am I, {_STILL} or {_MOVING}",
    ),
    embedded=(
        f"[if|whether] I am {_STILL} or {_MOVING}{_NOW}",
        "[if|whether] my body is [at rest or in motion|still or moving]" + _NOW,
        "[if|whether] I [rest or move|move or keep still]" + _NOW,
    ),
    whole=(
        (
            "[Resting or active|At rest or moving|Still or moving|"
            "Moving or still|Active or idle|Rest or motion]?"
        ),
        "[Me|My body]: [resting or moving|at rest or in motion|moving or still]?",
    ),
)
