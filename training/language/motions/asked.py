"""The words in which people ask about their own motion.

Knows questions only; refuses to know answers and facts.
"""

from anymal.training.language.motions import asked_more as more
from anymal.training.language.motions import asked_said as said
from anymal.training.language.motions import asked_wide as wide
from anymal.training.language.surface import Asking, joined

__all__ = ["CAREFUL", "EITHER", "HOW_ACTIVE", "POSTURE", "REST", "STAIRS", "UP_DOWN", "WHAT"]

_NOW = "[|||| right now| now| at the moment| currently| just now| at present]"
_SENSOR = "[motion sensor|sensor|IMU|accelerometer|gyroscope|motion data|motion|movement sensor|movement|inertial sensor]"
_WHO = "[the wearer|the person|the user|the wearer of the glasses|the person with the glasses|this person]"

_WHAT = Asking(
    direct=(
        "what am I doing" + _NOW,
        "what am I doing",
        "what am I up to" + _NOW,
        "what I am doing" + _NOW,
        "what do I do" + _NOW,
        "what [was I|have I been] doing",
        "what [did I just do|have I just done]",
        "what is it [that |]I am doing",
        "what [is|was] my [activity|current activity|motion|movement|physical activity|body motion]" + _NOW,
        "what's my [activity|current activity|movement|motion]" + _NOW,
        (
            "what [activity|movement|motion|action|kind of activity|kind "
            "of movement|type of activity] is [this|that|it]"
        ),
        "which [activity|movement|motion|action] [is this|is it|am I doing|do I do|do you feel|do you detect|do you recognise|do you recognize]"
        + _NOW,
        "what [activity|movement|motion] [do|can|did] you [feel|detect|notice|sense|recognise|recognize|measure]"
        + _NOW,
        "what kind of [activity|movement|motion|exercise] am I [doing|making]",
        "what kind of [movement|motion] [do you feel|is it|do you sense|is this]",
        "how am I moving" + _NOW,
        "how do I move" + _NOW,
        "how is my [body|head] moving" + _NOW,
        "what is my body doing" + _NOW,
        "what's my body [doing|up to]" + _NOW,
        "what does the " + _SENSOR + " [say|show|tell you|tell|indicate|feel|measure|suggest|mean|reveal]",
        ("what do the [motion readings|movements|sensor readings|motion data] [say|show|tell you|mean|feel]"),
        "what [do|can] you [feel|feel in my motion|sense about my movement|sense from my motion]" + _NOW,
        "what is happening with my body" + _NOW,
        "what is going on with my [body|movement|motion]" + _NOW,
        "what does my [movement|motion] [look|feel] like",
        "what [is|was] " + _WHO + " doing" + _NOW,
        "what am I busy [doing|with]" + _NOW,
        "what [could|might|would] I be doing" + _NOW,
        "what [do you think I am|do you think I'm|would you say I am|do you believe I am] doing" + _NOW,
        (
            "can you [guess|tell|recognise|recognize|identify|name|work out] "
            "my [activity|movement|motion|current activity]"
        ),
        "can you [guess|tell|feel|sense|work out] what I am doing" + _NOW,
        "[am I doing anything|am I doing something]" + ", and what",
        "what movement am I making" + _NOW,
        "what [am I|are we] doing here",
        "what are we doing" + _NOW,
        "how would you describe my [movement|motion|activity]",
        "what [is|was] the [activity|movement|motion]" + _NOW,
        "what [physical |]activity am I engaged in" + _NOW,
        "judging by [the|my] [motion|movement], what am I doing",
        "going by the " + _SENSOR + ", what am I doing",
        "what [does|did] " + _WHO + " do",
        "what's my body doing",
        "[am I walking, sitting or what|sitting, standing, walking or running, which is it]",
    ),
    embedded=(
        "what [I am|I'm] doing" + _NOW,
        "what [I am|I'm] [up to|busy with]" + _NOW,
        "how [I am|I'm] moving" + _NOW,
        "which [activity|movement] [this is|I am doing|it is|you feel]",
        "what [kind of |][activity|movement|motion] [this is|it is|I am doing|that is]",
        "what my [body is doing|activity is|current activity is|movement is|motion is]" + _NOW,
        "what the " + _SENSOR + " [says|shows|tells you|measures|feels]",
        "what you [feel|can feel]" + _NOW,
        "what " + _WHO + " is doing" + _NOW,
        "what [I did|I was doing|I have been doing]",
        "my [current |][activity|movement]",
    ),
    whole=(
        (
            "[Activity|Motion|Movement|My activity|My motion|My movement|"
            "Current activity|Body motion|The motion]?"
        ),
        (
            "[Please |][guess|name|recognise|recognize|identify|classify|label] "
            "my [activity|movement|motion|current activity]."
        ),
        "[Please |]guess what [I am|I'm] doing" + _NOW + ".",
        (
            "[Please |]describe [my movement|my motion|my activity|what I "
            "am doing|the motion|how I move|how I am moving]."
        ),
        "[Please |]tell me what I am doing" + _NOW + ".",
        "Tell me about my [movement|motion|activity].",
        "[Give|Tell] me [my activity|the activity|the movement].",
        "Say what I am doing" + _NOW + ".",
        (
            "[Feel my movement.|Use the motion sensor.|Check my motion.|Look "
            "at my motion.] What [am I doing|is it|do you feel]?"
        ),
        "[Sitting, standing, walking or running|Walking or sitting or what]?",
        "Me, what am I doing?",
        "[My body|Me]: doing what?",
        "Use the " + _SENSOR + " and tell me what I am doing.",
        "Report my [activity|motion|movement].",
        "Doing what" + _NOW + "?",
    ),
)

_POSTURE = Asking(
    direct=(
        "what is my [posture|body posture|body position]" + _NOW,
        "what's my [posture|body position]" + _NOW,
        "what posture am I in",
        "am I sitting or standing" + _NOW,
        "am I standing or sitting" + _NOW,
        "am I seated or on my feet" + _NOW,
        "am I [sitting down|in a chair] or [standing]",
    ),
    embedded=("[if|whether] I am sitting or standing" + _NOW, "my posture"),
    whole=("[Posture|My posture]?", "[Sitting or standing|Standing or sitting]?"),
)

_EITHER = Asking(
    direct=(
        "am I {a} or {b}" + _NOW,
        "am I {a} or {b}",
        "am I {a} or am I {b}",
        "is it {a} or {b}",
        "am I [rather |more likely |probably |]{a} or {b}",
        "[is the wearer|is the person] {a} or {b}",
        "what am I doing, {a} or {b}",
        "which is it, {a} or {b}",
        "do you think I am {a} or {b}",
        "would you say I am {a} or {b}",
        "does it [feel|look|seem] like I am {a} or {b}",
        "[was I|have I been] {a} or {b}",
        "does the motion [sensor |]say that I am {a} or {b}",
        "which am I doing, {a} or {b}" + _NOW,
    ),
    embedded=(
        "[if|whether] I am {a} or {b}" + _NOW,
        "[if|whether] I'm {a} or {b}",
        "which I am doing, {a} or {b}",
    ),
    whole=(
        "{^a} or {b}?",
        "{^a} or {b}, [which one|which is it|which am I doing|what do you think]?",
        "Am I {a}, or {b}?",
    ),
)

_HOW_ACTIVE = Asking(
    direct=(
        "how active am I" + _NOW,
        "how [intense|strenuous|vigorous|energetic] is my [movement|motion|activity]",
        "what is my [activity level|level of activity|activity intensity]" + _NOW,
        "what's my [activity level|level of activity]" + _NOW,
        "is my [activity|activity level|level of activity] [low, medium or high|low or high|high or low]",
        "how much am I moving" + _NOW,
        "how much do I move" + _NOW,
        "how [hard|intensely] am I [moving|exercising|working]",
    ),
    embedded=(
        "how active I am" + _NOW,
        "how much I am moving" + _NOW,
        "my [activity level|level of activity]",
        "how intense my movement is",
    ),
    whole=(
        "[Activity level|Level of activity|My activity level]?",
        "[Rate|Estimate] [my activity level|how active I am].",
        "My activity: low, medium or high?",
    ),
)

_CAREFUL = Asking(
    direct=(
        "should I be careful" + _NOW,
        "should I be careful on the stairs",
        "do I need to [be careful|watch my step|take care|hold on to something|hold the handrail]" + _NOW,
        "should I [watch my step|hold on to the handrail|hold the handrail|mind my step]",
        "is there any risk that I [trip|fall]",
        "do I have to watch my step" + _NOW,
        "any [safety |]advice for [me|what I am doing]",
    ),
    embedded=("[if|whether] I should be careful", "[if|whether] I should watch my step"),
    whole=("Should I be careful?", "Any [safety advice|advice] for me?"),
)

CAREFUL = joined(_CAREFUL, more.CAREFUL, wide.CAREFUL, said.CAREFUL)
EITHER = joined(_EITHER, more.EITHER, wide.EITHER, said.EITHER)
HOW_ACTIVE = joined(_HOW_ACTIVE, more.HOW_ACTIVE, wide.HOW_ACTIVE, said.HOW_ACTIVE)
POSTURE = joined(_POSTURE, more.POSTURE, wide.POSTURE, said.POSTURE)
WHAT = joined(_WHAT, more.WHAT, wide.WHAT, said.WHAT)
REST = joined(more.REST, wide.REST, said.REST)
STAIRS = joined(more.STAIRS, wide.STAIRS, said.STAIRS)
UP_DOWN = joined(more.UP_DOWN, wide.UP_DOWN, said.UP_DOWN)
