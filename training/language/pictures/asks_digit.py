"""How people ask about a written digit: the patterns of `pictures.questions_digit`.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking, joined
from anymal.training.language.pictures import asks_digit_more as more
from anymal.training.language.pictures.asks_digit_sums import EVEN_ODD, PROPERTY

__all__ = [
    "DIGIT",
    "EVEN_ODD",
    "IS_DIGIT",
    "PROPERTY",
]

_DIGIT: Final = asking(
    direct="""
    <what> {num} is [this|it|that|shown|written|there|drawn|here] {in}?
    <what> {num} is there {in}?
    <what> {num} do you see {in}?
    <what> {num} can [you|I|we] [see|read|make out] {in}?
    <what> {num} does {pic} [show|have|contain|display]?
    <what> {num} is it {in}?
    what is the {num} {in}?
    what's the {num} {in}?
    what is the {num} that is [written|shown|drawn|displayed] {in}?
    <what> {num} [is written|is drawn|is shown|is displayed|appears|can be read|has been written] {in}?
    <what> {num} did [they|somebody|someone] [write|draw|paint] {in}?
    <what> {num} am I [looking at|seeing|holding] {in}?
    [read|read out|identify|recognise|recognize|name] the {num} {in}.
    [please|] read the {num} {in} [to me|for me|aloud|].
    can you read the {num} {in}?
    could you [please|] read [out|] the {num} {in} [for me|]?
    can you tell <what> {num} this is?
    which of the digits from 0 to 9 [is it|is this|do you see] {in}?
    {in} <what> {num} is written?
    {in} <what> {num} do you see?
    how does the {num} {in} read?
    what does the {num} {in} say?
    there is a {num} {in}. <what> one is it?
    I see a {num} {in}, but <what> one?
    the {num} {in} is <what>?
    <what> is the value of the {num} {in}?
    <give> [me|] the {num} {in}.
    what is written {in}?
    what's written {in}?
    what does it say {in}?
    [read|spell|call|shout] out the {num} {in}.
    [read me|tell me|give me] the {num} {in}[, please|, will you|].
    I can't [read|make out|see] the {num} {in}. [what is it|can you read it|can you|please read it to me]?
    I [have no glasses on|forgot my specs|lost my reading glasses]. <what> {num} is it {in}?
    my eyes are [bad|poor|weak]. <what> {num} [is that|is it|do you read] {in}?
    somebody [wrote|painted|drew|jotted down] a {num} {in}. <what> {num} is it?
    my [kid|daughter|son|pupil|gran] [wrote|drew|painted] a {num}. <what> {num} is it {in}?
    if this were a [house|door|bus|room|shirt|floor|page] number, <what> would it be {in}?
    if this is a [house|bus|room|door] number, <what> {num} is it {in}?
    <what> [house|door|bus|tram|room|locker] number is this {in}?
    <what> {num} [should|do|must] I [type|key in|enter|dial|press|write down] {in}?
    <what> key would I press [to type the {num}|for the {num}] {in}?
    how many fingers should I hold up for the {num} {in}?
    how would you [read|say|pronounce|read out] the {num} {in}?
    <what> {num} [would you call this|would you say it is|do you take it for|do you make it] {in}?
    <what> {num} [do you reckon|would you guess|do you think] [it is|this is|that is] {in}?
    <what> {num} [has been|was] [written|drawn|painted|put down|scribbled|scrawled|handwritten] {in}?
    <what> {num} did [they|he|she] [put down|write down|scribble|jot down|scrawl] {in}?
    <what> {num} [is meant|is that supposed to be|is this meant to be|might that be] {in}?
    <what> {num} [stands|is standing|sits|comes up|shows up] {in}?
    <what> {num} is in [the middle of|] {pic}?
    <what> {num} [have we got|have you got|do we have|do I have] {in}?
    what [has been written|was written|did they write|was scribbled] {in}?
    which of [the ten digits|zero to nine|0 to 9|the numbers nought to nine] [is it|is this|do you see] {in}?
    [is it|is that] a zero, a nine or [what|what else] {in}?
    from [zero|nought|0] to [nine|9], <what> {num} [is it|is this] {in}?
    [guess|identify|decipher|make out|decode|say|recognise] <what> {num} [this is|it is|is written] {in}.
    [please|] [type|write down|spell out] the {num} {in}.
    [please|] [transcribe|decipher|identify|report] the {num} {in}.
    [can|could] you [make out|decipher|recognise|tell me|identify] the {num} {in}?
    do you [recognise|recognize|know|get] the {num} {in}? <what> is it?
    there's a {num} [written|drawn|] {in}, but <what> [is it|{num} is it]?
    there is some {num} {in}, [isn't there|right]? <what> is it?
    the {num} {in}[,|:] [what is it|what does it say|which is it|can you read it]?
    the {num} [written|shown|drawn] {in} is [what|which]?
    {pic} [shows|has|is of] <what> {num}?
    {pic}: <what> {num}?
    what does {pic} say, number-wise?
    [remind me|tell me again|say again], <what> {num} is it {in}?
    <what> {num} [are you seeing|are we looking at|is being shown|is on display] {in}?
    <what> {num} [was|is] [penned|traced|chalked|inked|printed] {in}?
    <what> {num} do you [get|read|recognise|recognize] {in}?
    <what> {num} [have they|has somebody|has someone] [written|put|left|drawn] {in}?
    as <what> {num} [would|should] [you|I] read this {in}?
    what does [it|this|that] read {in}?
    what would you say the {num} {in} is?
    what do you take the {num} {in} [for|to be]?
    what do you make of the {num} {in}? <what> {num} is it?
    [kindly|please] [state|mention|specify|tell me] the {num} {in}.
    [may|can|could] I [have|get|know] the {num} {in}?
    I [need|want|have to write down|must report] the {num} {in}. what is it?
    this is the {num} on my [ticket|locker|key|cake|jersey|mailbox]. <what> {num} is it?
    if the {num} {in} were a [score|mark|price|grade|floor], what would it be?
    how old would I be if the {num} {in} were my age?
    <what> [gate|platform|floor|lane|track|channel] number is [this|it|that] {in}?
    how would I [write|spell] the {num} {in} [as a word|in letters|in words]?
    the {num} {in} [in words|in letters|spelled out|as a word], please?
    the {num} {in} is [hard to read|unclear to me|a mystery to me]. [what is it|can you read it]?
    [what a scrawl|what bad handwriting|such messy writing]. <what> {num} is it {in}?
    [see|here is|here's] the {num} {in}. [what is it|read it|name it|what does it say]?
    which {num} between 0 and 9 [is it|is shown|was written] {in}?
    {in} there is a {num}. [what is it|which is it|what does it say]?
    <what> {num} is [hiding|waiting|to be read|to be found] {in}?
    <what> {num} [do y'all see|d'ye see|you see|u see] {in}?
    <what> {num} [it is|this is|that is|it says|does it say] {in}?
    a [child|pupil|kid] is learning to write. <what> {num} is it meant to be {in}?
    do you know your numbers? what is the {num} {in}?
    what [numeric|numerical] value [is shown|is written|do you read] {in}?
    I [can't|cannot] see {pic}. <what> {num} is [on it|in it|written there]?
    """,
    clauses="""
    <what> {num} [this|it|that] is {in}
    <what> {num} is [shown|written|drawn|there] {in}
    <what> {num} you [see|can see|read] {in}
    what the {num} {in} is
    <what> {num} {pic} shows
    the {num} {in}
    what is written {in}
    <what> {num} [it says|was written|they wrote|somebody wrote|I am looking at] {in}
    <what> {num} [is meant|you make it|stands] {in}
    what the {num} {in} says
    <what> [house|door|bus|room] number this is {in}
    which of the ten digits it is {in}
    <what> {num} [I should|a person would] read {in}
    what [it says|it reads|you read] {in}
    how to read the {num} {in}
    <what> {num} has been [written|drawn|put down] {in}
    <what> {num} between 0 and 9 it is {in}
    the value of the {num} {in}
    """,
    terse="""
    <what> {num}?
    the {num}?
    {num}?
    {num} {in}?
    the {num} {in}?
    [read|read out|spell out|name|say] the {num}.
    <what> {num} [is it|is that|is this|then|please]?
    [it|that|this] says what?
    [reads|it reads] as what?
    {num}, please?
    read [it|this|that].
    what's it say?
    {num} [value|reading]?
    <what> {num} [shown|written|here|there]?
    [what's|whats|wots] the {num}?
    what [it|this|that] say?
    [this|that|it] is <what> {num}?
    [tell|read] me the {num}.
    """,
)
_IS_DIGIT: Final = asking(
    direct="""
    is [it|this|that] [a|the number|the digit|] {n} {in}?
    is the {num} {n} {in}?
    is the {num} {in} [a|] {n}?
    is the {num} {in} {claim}?
    is [it|this|the {num}] {claim}?
    do you [see|read] a {n} {in}?
    does {pic} [show|have|contain] a {n}?
    is there a {n} {in}?
    is it [true|correct|right] that the {num} {in} is {claim}?
    the {num} {in} is {claim}, [right|isn't it|correct|true or not]?
    I think the {num} {in} is {claim}. [is that right|am I right|is that true]?
    {in} is the {num} {claim}?
    would you say the {num} {in} is {claim}?
    could [this|it|the {num}] be {claim}?
    [check|look] [if|whether] the {num} {in} is {claim}.
    is [that|this|it] [really|actually|perhaps|maybe|possibly|] a {n} {in}?
    isn't [that|this|it] a {n} {in}?
    am I [looking at|seeing|reading] a {n} {in}?
    are we [looking at|seeing] a {n} {in}?
    did [they|somebody|someone] [write|draw|paint|scribble] a {n} {in}?
    has [somebody|someone|anybody] [written|drawn|painted] a {n} {in}?
    do [you|we] [read|see|make out|recognise|have] a {n} {in}?
    can [you|we|I] [read|see|make out|spot|find] a {n} {in}?
    have [we|you] got a {n} {in}?
    does [that|this|it] look like a {n} [to you|] {in}?
    does the {num} {in} look like a {n} [to you|]?
    is {pic} [of|showing|a drawing of] a {n}?
    is there a {n} [written|drawn|shown|painted|] {in}?
    is a {n} [written|shown|drawn|what you read|what you see] {in}?
    that's a {n} {in}, [isn't it|right|yes|correct]?
    this is a {n} {in}, [isn't it|right|yes|correct]?
    so it's a {n} {in}, [yes|right|is it|then]?
    I [read|see|make out] a {n} {in}. [is that right|am I right|do you too|you too|correct]?
    it [looks like|seems to be|might be] a {n} {in}. [is it|am I right|is that right|do you agree]?
    I'd say [it's|that's|this is] a {n} {in}. [do you agree|agreed|am I right|correct]?
    my [son|friend|teacher|sister|wife] [says|thinks] it is a {n} {in}. is [that right|that true|that so]?
    my [bus|house|door|room] is a {n}. is that [what I see|the {num}] {in}?
    I'm [looking|waiting] for a {n}. is [that|this] it {in}?
    would you [read this as|take this for|call this] a {n} {in}?
    [true or false|right or wrong|yes or no]: the {num} {in} is {claim}?
    [true or false|right or wrong|yes or no]: there is a {n} {in}?
    so the {num} {in} is {claim}, [yes|right|is it]?
    [confirm|verify] [that|whether] the {num} {in} is {claim}.
    [might|could] the {num} {in} be {claim}?
    do you [reckon|think|agree|believe|find] the {num} {in} is {claim}?
    does the {num} {in} turn out to be {claim}?
    the {num} {in}[,|:] is it {claim}?
    did you [read|see|get|make out] a {n} {in}?
    do you take the {num} {in} for a {n}?
    is the {num} {in} [meant|supposed|intended] to be a {n}?
    was it a {n} that [they|somebody] [wrote|drew|painted] {in}?
    is it a {n} [that I see|that we see|that you see|that they wrote] {in}?
    does [it|this] [say|read] {n} {in}?
    should I [read|see|recognise] a {n} {in}?
    can it be that the {num} {in} is {claim}?
    do you also [read|see|get] a {n} {in}?
    I [guess|believe|suppose|suspect] there's a {n} {in}. [is there|am I right|is that right]?
    I [read|took|wrote down] the {num} {in} as {claim}. [is that right|was that right|correct]?
    I was told it's a {n} {in}. [is it|is that right|true]?
    the {num} {in} [looks|seems] like a {n}, [doesn't it|right|yes]?
    [may|can|should] I [say|write|report|note] that the {num} {in} is {claim}?
    would I be [right|correct] [to say|in saying|in thinking] the {num} {in} is {claim}?
    if I said the {num} {in} is {claim}, would [I be right|you agree|that be true]?
    the {num} {in} is {claim}, [innit|ain't it|eh|aye|is it not|don't you think]?
    there's a {n} {in}, [isn't there|right|yes|correct]?
    a {n} is [what I see|what I read|what they wrote] {in}, [right|correct|yes|do you agree]?
    [here we have|we have|we've got|you've got] a {n} {in}, [right|yes|correct]?
    was a {n} [written|drawn|put down|painted] {in}?
    read the {num} {in}. is it {claim}?
    I can't see {pic}. is the {num} in it {claim}?
    """,
    clauses="""
    [if|whether] the {num} {in} is {claim}
    [if|whether] [it|this] is {claim}
    [if|whether] [that|this|it] is a {n} {in}
    [if|whether] there is a {n} {in}
    [if|whether] [they|somebody] [wrote|drew|painted] a {n} {in}
    [if|whether] you [read|see|make out] a {n} {in}
    [if|whether] it looks like a {n} {in}
    [if|whether] the {num} {in} [could|might] be {claim}
    [if|whether] a {n} [is|was] [written|shown|drawn] {in}
    [if|whether] the {num} {in} is [really|meant to be] {claim}
    [if|whether] I [read|see] a {n} {in}
    """,
    terse="""
    {claim}?
    {claim}, yes or no?
    {num} {claim}?
    is it {claim}?
    a {n} {in}?
    a {n}, [right|yes|correct|or not|isn't it]?
    [is that|is this|it's|that's] a {n}?
    see a {n}?
    {claim} or not?
    {num}: {claim}?
    a {n}, [innit|eh|true|yes or no]?
    the {num}, {claim}?
    so a {n}, [right|yes]?
    [reads|looks] like a {n}?
    """,
)
DIGIT: Final = joined(_DIGIT, more.DIGIT)
IS_DIGIT: Final = joined(_IS_DIGIT, more.IS_DIGIT)
