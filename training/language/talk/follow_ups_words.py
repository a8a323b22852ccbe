"""More words for second questions in a dialogue.

Knows patterns only; refuses to know answers.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import lines

__all__ = ["AGAIN", "ELLIPTIC", "SURE", "THANKS", "WHY", "WRONG"]

SURE: Final = lines(
    """
    are you [positive|confident|convinced|dead sure|100 percent sure|sure of yourself][| about that| there]?
    is [it|that] [really |actually |definitely ][so|the case|true|right]?
    [positive|absolutely sure|for real|seriously|truly|is that a fact|is that so|for certain]?
    [would|do] you [bet on it|stand by that|swear to that|stick with that|still say so]?
    [can|should|may] I [rely on|count on|believe|go by] [that|your answer|what you say]?
    [hm|hmm|oh|wow|huh], [really|are you sure|is that so|is that right]?
    [you're|you are] [certain|sure|positive][, are you|, right|, yes|]?
    and that is [true|right|certain|correct]?
    [I find that hard to believe|that surprises me|I'm not convinced]. [Are you sure|Really|Is that right]?
    tell me honestly, are you sure?
    sure about that?
    """
)
WHY: Final = lines(
    """
    [why's that|why so|how so|for what reason|and why|but why|but how|says who|based on what|why not]?
    what [gives you that idea|tells you that|leads you to that|brings you to that answer|is that based on]?
    how [on earth |][do|would|can] you know [that|this]?
    how [did|do] you [come to that|reach that answer|arrive at that|figure that out|get there]?
    where [did|do] you [get|have] that from?
    what's [the reason|your reason|your source|your proof|behind that answer|the proof]?
    [give|tell] me [the reason|your reason|your reasons|a reason][, please|].
    [can|could] you [explain|justify|give reasons for] [that|your answer][, please|]?
    [explain|justify] [yourself|your answer][, please|].
    [reason|your reasoning|evidence|source]?
    """
)
AGAIN: Final = lines(
    """
    [could|can|would] you [say|tell me|give me] [that|it] [again|once more|one more time][|, please]?
    [huh|eh|pardon me|beg your pardon|I beg your pardon|sorry, what|say what|you what]?
    [I missed|I didn't get|I didn't catch|I didn't quite hear] [that|it|what you said][|, sorry].
    [sorry, what was that|what was your answer|sorry, what was it]?
    [run that by me|go over that|tell me that] [again|once more|one more time][|, please].
    [repeat|repeat yourself|repeat what you said|say it once more|once again][|, please].
    [remind me of your answer|remind me what you said].
    I wasn't listening. [What did you say|What was that|Say it again, please]?
    [slower|louder], please: what did you say?
    """
)
THANKS: Final = lines(
    """
    [thanks|thank you] [so much|a lot|for that|kindly|for your help|for telling me][|, mate|, dear].
    [lovely|brilliant|wonderful|nice|right|alright|okay|got it|understood|I see], [thanks|thank you|cheers].
    [much appreciated|I appreciate that|that's kind|that's helpful, thanks|thanks a million|thx|many thanks].
    [that's all I needed|that's what I wanted to know], [thanks|thank you].
    """
)
WRONG: Final = lines(
    """
    [that's|that is|this is] [incorrect|false|rubbish|nonsense|not true|not right at all|a mistake|untrue].
    [nope|no|no no|well, no|sorry, no], [that's wrong|you're wrong|it isn't|that isn't it|that's not it].
    I [disagree|beg to differ|see it differently|know better|doubt it very much|have to disagree].
    [you got|you've got|I think you got] [that|it] wrong.
    [are you blind|are you deaf|are you mad]? that's [wrong|not right].
    [not true|not correct|incorrect|false|wrong answer|rubbish|way off].
    [you're lying|you are making that up|you made that up|you can't be serious].
    """
)
ELLIPTIC: Final[Mapping[str, tuple[str, ...]]] = {
    "picture": lines(
        """
        [now|next|then|and|okay, and] [the picture|the image|the photo|the camera], please.
        [and|so] what's [in the picture|on camera|in the photo|to be seen]?
        [and|but] do you see [something|anything][| too| as well]?
        [see|do you see] anything[| too| as well]?
        [and|now|so] what does the [camera|picture|image] show?
        and visually?
        what do you see, by the way?
        """
    ),
    "sound": lines(
        """
        [now|next|then|and|okay, and] [the sound|the audio|the noise|the microphone], please.
        [and|so] what's [that noise|that sound|to be heard|on the mic]?
        [and|but] do you hear [something|anything][| too| as well]?
        [and|now|so] what does the [microphone|mic|audio] pick up?
        and acoustically?
        what do you hear, by the way?
        any sound as well?
        """
    ),
    "motion": lines(
        """
        [now|next|then|and|okay, and] [the motion|my movement|my motion|my activity], please.
        [and|so] what am I [up to|doing]?
        [and|so|now] how am I moving?
        [and|now|so] what does the motion sensor [say|feel]?
        and what about me, what am I doing?
        what am I doing, by the way?
        and [physically|my body], what am I doing?
        """
    ),
}
