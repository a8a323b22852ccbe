"""The shapes of questions whether a sound is heard: one pattern a line, around a clause or a name of a sound.

Knows wording only; refuses to know sounds and answers (`sounds.predicates` fills them in).
"""

from typing import Final

from anymal.training.language.asking_lines import lines

__all__ = ["CLAUSE", "CLAUSE_HEARD", "CLAUSE_PLAIN", "CLAUSE_WHOLE", "NAME", "NAME_PLAIN", "NAME_WHOLE"]

CLAUSE: Final = lines(
    """
    {verb} {subject} {doing}{now}
    {verb} {subject} {doing}
    does it [sound|seem] [like|as if] {subject} {verb} {doing}
    [by the sound of it|from what you hear|going by the sound|judging by ear], {verb} {subject} {doing}
    [am I right|is it right|is it so|can you confirm|are you sure|is it a fact] that {subject} {verb} {doing}
    {subject} {verb} {doing}{now}
    {verb} {subject} {doing} [again|now|there|by any chance|or what|or am I dreaming]
    """
)
CLAUSE_HEARD: Final = lines(
    """
    [have you heard|do you make out|do we hear|do I hear] {subject} {doing}{now}
    can {subject} be heard {doing}
    do I hear {subject} {doing} [behind me|next door|upstairs|over there|in the corner]
    [can|do|did] you [hear|notice|catch|pick up] {subject} {doing}
    """
)
CLAUSE_PLAIN: Final = lines(
    """
    {subject} {verb} {doing}
    """
)
CLAUSE_WHOLE: Final = lines(
    """
    [I think|I'd say|I reckon|I guess|My guess is] {subject} {verb} {doing}. {right}?
    [Check|Verify|Confirm|Tell me] whether {subject} {verb} {doing}.
    {subject} {doing}[|, or not|, yes or no|, right|, is that so]?
    [I suspect|I have a feeling|It seems to me|I believe|It sounds as if] {subject} {verb} {doing}. {right}?
    [I can't hear|I'm deaf|My hearing is bad|I had my earphones in]. {Verb} {subject} {doing}?
    [Listen|Shh|Hush|Hear that|Use your ears]: {verb} {subject} {doing}?
    {sayer} says {subject} {verb} {doing}. [Is that so|True|Right|Can you hear it]?
    {Verb} {subject} {doing}? [I can't sleep|I can't see from here|I'm upstairs|It's dark|I only hear it].
    [Did you hear that|Did you get that|Hear that|Hark]? {Verb} {subject} {doing}?
    [True or not|Right or wrong|Yes or no|Fact or not]: {subject} {verb} {doing}?
    """
)
NAME: Final = lines(
    """
    [do you hear|can you hear|did you hear|is there|do we hear|can I hear|do I hear] {name}{now}
    [is|was] [that|this|it|that sound|that noise|the sound|the noise] {name}
    does [it|that|this|the recording] sound like {name}
    [have you heard|do you notice|do you make out|can you detect|do you recognise] {name}
    [do you hear|can you hear|is there|do I hear|is that|do you pick up] {name}
    [could|might|can|would] [it|that|this|the sound|that noise] be {name}
    [would you call|would you label|can I call] [this|that|it] {name}
    [have we got|have you got|do you get|are you getting|are you picking up] {name}{now}
    is {name} [what I hear|what you hear|the sound|what this is|audible|to be heard]
    is it {name} [that I hear|that you hear|I'm hearing|or something else that I hear]
    [any trace of|any sign of|any hint of] {name}{now}
    am I [hearing|listening to] {name}
    are we [hearing|listening to] {name}
    isn't [that|this|it|the sound] {name}
    [was|is] there {name}[ just now| a moment ago| on the recording| somewhere| here| maybe]
    did [your ears|the microphone|the mic|the recorder] [catch|pick up|get|notice] {name}
    does the [audio|recording|sound|sound clip] [contain|have|include] {name}
    [by the sound of it|judging by ear|from what you hear], is [that|this|it] {name}
    is the [sound|noise] [I hear|you hear|on the recording|here|around me] {name}
    what do you think of the sound, is it {name}
    is [that|this|it] [really|truly|maybe|perhaps|by any chance|actually] {name}
    is [that|this|it] {name} or [not|something else|some other sound]
    am I right that [it's|this is|I hear|the sound is] {name}
    would [a person|my dog|someone with good ears] [hear|be hearing] {name}{now}
    is {name} [in the background|going on|there|around|in the audio|part of what you hear]
    can {name} be heard{now}
    [if I said|if I guessed|suppose I say] the sound is {name}, [am I right|is that right|is it true]
    did I [just |]hear {name}[| just now| a second ago| there]
    was it {name} that [woke me|made me jump|I heard behind me|I heard next door|the dog heard]
    is that {name} [again|I hear|behind me|next door|upstairs|over there|on the stairs|in the corner]
    did you [get|catch|hear] that, was it {name}
    you [hear|hearing|heard] {name}{now}
    [there is|this sound is|it is|the noise is] {name}
    [should|can|may|could] I [call|label|tag] the [sound|noise] [as |]{name}
    does the [sound|noise] [match|count as|resemble|remind you of|come across as] {name}
    {name}, [is that what I hear|is that the sound|do you hear that|can that be heard|is it there]
    """
)
NAME_PLAIN: Final = lines(
    """
    [this|that|it|the sound|the noise] is {name}
    you [hear|can hear] {name}
    there is {name}
    what [I|you|we] hear is {name}
    """
)
NAME_WHOLE: Final = lines(
    """
    [Is that|Is this|Was that|Hear|Any sign of|Could that be] {name}?
    {name}?
    [I think I hear|I think that is|It sounds like|Maybe it is|I'd say it's] {name}. {right}?
    [That's|This is|It's|That was|So that's|So it's] {name}, {tag}?
    [Sounds like|Looks like we have|I bet it's|Must be|Surely that's] {name}, [right|yes|correct|or not]?
    [My friend|My wife|My grandson|Somebody|My neighbour] says it's {name}. [Is that so|True|Right]?
    [Is it|The sound is|The noise is|Sound of|Sounds like|You hear|There|Maybe] {name}?
    {name}, [yes|right|correct|isn't it|no|is it|was it|or not|is that so]?
    {name}: [yes or no|true or not|do you hear it|is it there|can you hear that|right]?
    [I thought I heard|I could swear I heard|I believe I heard] {name}. [Did I|Was I right|Am I right]?
    [Tell me|Check|Confirm|Let me know|Say] if [you hear|there is|the sound is|I hear] {name}.
    {sayer} [heard|claims to hear|has heard] {name}. [Right|Is that right|Can you hear it|True]?
    [I'm deaf|I can't hear|My hearing aid is off|I wear ear plugs], is [the sound|there|it] {name}?
    Is it {name}? [I can't hear well|My ears are bad|I only heard a bit|I didn't listen].
    [Bless you|Oh|Wait|My goodness|Hush|Hang on|Pardon]! Or was that {name}?
    [There|Upstairs|Next door|Behind me|In the corner|Behind the door|On the stairs], is that {name} I hear?
    Is that {name}? [I can't sleep|I'm lying awake|It woke me|I can't see a thing|I'm upstairs|It's dark].
    I'm [sitting|standing|walking|waiting] here and hear something. Is it {name}?
    [Never mind|Forget] the picture. [Do you hear|Is the sound] {name}?
    [Guess what I hear|I know that one|That one's easy|I've got it]: {name}, [right|is that it|yes]?
    At first I thought of something else. Is it {name} I hear?
    [Heard|Hear|Hearing|Notice|Catch] {name}[ there| now| at all| anywhere|]?
    [There's a noise|I hear something|What a sound|I heard something]. [Is it|Could it be|Is that] {name}?
    [Listen for|Check for] {name}: [is it there|anything|do you hear it|yes or no|there or not]?
    """
)
