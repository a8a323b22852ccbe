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
    [is that|would that be] your [final|last|honest] [answer|word]?
    [no kidding|you don't say|is it really|oh is it]?
    [oh really|u sure|u sure about that|honest]?
    [my son|grandma|my friend] doesn't believe it. [Are you sure|Is that so|Is it true]?
    [I'd have said something else|I thought otherwise|I was expecting something else]. [Are you sure|Sure]?
    [are you a hundred per cent sure|how sure are you, really sure]?
    [do you stick to your answer|do you vouch for it]?
    [ye sure|you're sure, aye|that's right, is it|that's true, is it|that's correct, yes|it is so, yes]?
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
    [wherefrom|wherefore|why though|y|y tho|how so|whys that|how do u know|why you say that|why you think so]?
    what [convinced you|makes you so sure|gave it away|gave you that impression|is your reason|is your basis]?
    on what [do you base that|is that based|basis|evidence]?
    [back that up|prove it|convince me|show me your proof|give me proof|tell me why|say why][, please|].
    who [told you that|told you|says so]?
    my teacher says always give a reason. [What is yours|Why is it so|So why]?
    [I'd like to know why|I want to know why|I don't see why|I wonder why you say that|I wonder how you know].
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
    [I was distracted|my son was talking]. [What did you say|Again, please]?
    [it was too fast|I'm hard of hearing|I dropped my pen]. [What did you say|Again, please]?
    [come again, please|say that again, love|what's that again|wha]?
    [wot|sorry what|u what|repeat pls|again pls]?
    [would you mind repeating that|do you mind saying that again|could I hear that again|may I hear it again]?
    [I couldn't follow|I didn't follow|I lost you there].
    [you lost me|I didn't get a word|that went past me|I zoned out].
    [what was it you said|what did you answer|how was that again|what was the answer again|your answer was]?
    [give it to me again|let me hear it again], please.
    [say it one more time|tell us again|one more time for my wife], please.
    """
)
THANKS: Final = lines(
    """
    [thanks|thank you] [so much|a lot|for that|kindly|for your help|for telling me][|, mate|, dear].
    [lovely|brilliant|wonderful|nice|right|alright|okay|got it|understood|I see], [thanks|thank you|cheers].
    [much appreciated|I appreciate that|that's kind|that's helpful, thanks|thanks a million|thx|many thanks].
    [that's all I needed|that's what I wanted to know], [thanks|thank you].
    [ta|ta love|thnx|ty|tysm].
    [cheers mate|thanks pal|thank ye|thanks heaps|thank you kindly|bless you, thank you].
    [that was quick|that was fast|how helpful|how kind], [thanks|thank you|ta].
    [that's grand|super|fab|cool|sweet], [thanks|thank you|ta].
    [my wife|my son|grandma|the class] [says thanks|says thank you|thanks you].
    [you've been a great help|you helped me a lot|now I know|I'm glad to hear it], [thanks|thank you].
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
    [never|nonsense|wrong again|error|mistake].
    [not so|far from it|I doubt that|come off it|give over|pull the other one].
    [my son|grandma|my wife|everyone here] [says you're wrong|says that's not right].
    [my son|grandma|my wife|everyone here] sees it differently.
    [I looked myself|I checked|I know for a fact], and [that's wrong|you're wrong].
    [I looked myself|I checked|I know for a fact], and [it's not so|you are mistaken].
    [sorry to say|with respect|I am afraid|sorry but], [that's wrong|you're wrong].
    [sorry to say|with respect|I am afraid|sorry but], [you are mistaken|it's not so].
    [you should have your eyes tested|check again, you're wrong].
    [try again, that's wrong|that isn't what it is].
    [it is not like that|you not right|this not correct|thats wrong].
    [ur wrong|u r wrong|that aint right|it ain't so].
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
        [as for|turning to|coming to|now to] the [picture|image|photo|camera]: what [is there|do you see]?
        [and|so] what can be seen?
        [and|now] with your eyes, what do you [see|notice]?
        [what about seeing|and in front of the camera|and on the photo|and the pic|how about your camera]?
        [describe|tell me about] the [picture|image|photo] [too|as well|now].
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
        [as for|turning to|coming to|now to] the [sound|noise|audio|microphone]: what [is there|do you hear]?
        [and|so] what can be heard?
        [and|now] with your ears, what do you [hear|notice]?
        [what about hearing|and on the microphone|and acoustically speaking|and the mic|and audio wise]?
        [describe|tell me about] the [sound|noise|audio] [too|as well|now].
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
        [as for|turning to|coming to] [me|my body|my movement]: what am I doing?
        [and|so|now] which activity am I doing?
        [and|now] from the motion sensor, what [do you feel|am I doing]?
        [what about my activity|and motion wise|and my movements|and the sensor on me|and movement]?
        [describe|tell me about] my [movement|motion|activity] [too|as well|now].
        """
    ),
}
