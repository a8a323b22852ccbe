"""How people ask about a written digit: the patterns of `pictures.questions_digit`.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = [
    "DIGIT",
    "EVEN_ODD",
    "IS_DIGIT",
    "PROPERTY",
]

DIGIT: Final = asking(
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
    """,
)
IS_DIGIT: Final = asking(
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
    """,
    clauses="""
    [if|whether] the {num} {in} is {claim}
    [if|whether] [it|this] is {claim}
    [if|whether] [that|this|it] is a {n} {in}
    [if|whether] there is a {n} {in}
    [if|whether] [they|somebody] [wrote|drew|painted] a {n} {in}
    [if|whether] you [read|see|make out] a {n} {in}
    [if|whether] it looks like a {n} {in}
    """,
    terse="""
    {claim}?
    {claim}, yes or no?
    {num} {claim}?
    is it {claim}?
    a {n} {in}?
    a {n}, [right|yes|correct|or not|isn't it]?
    [is that|is this|it's|that's] a {n}?
    [see|got] a {n}?
    {claim} or not?
    """,
)
EVEN_ODD: Final = asking(
    direct="""
    is the {num} even or odd {in}?
    is the {num} {in} odd or even?
    is [it|this|that] an [even or an odd|odd or an even] number {in}?
    the {num} {in}[,|:] is it [even or odd|odd or even]?
    [odd or even|even or odd], the {num} {in}?
    would you call the {num} {in} [even or odd|odd or even]?
    is it [even or odd|odd or even]?
    is the {num} an [even or an odd|odd or an even] [one|number] {in}?
    is the {num} [written|shown|drawn] {in} [even or odd|odd or even]?
    is that an [even or an odd|odd or an even] {num} {in}?
    is what you [read|see] {in} [an even or an odd|an odd or an even] number?
    does the {num} {in} count as [even or odd|odd or even]?
    does it [belong to|go with] the [even or the odd|odd or the even] numbers {in}?
    do I [see|have|read] an [even or an odd|odd or an even] number {in}?
    do you [see|read] an [even or an odd|odd or an even] number {in}?
    would you say the {num} {in} is [even or odd|odd or even]?
    on which side of the street is that house number {in}, the [even or the odd|odd or the even] one?
    which is the {num} {in}, [even or odd|odd or even]?
    which is it, [even or odd|odd or even], the {num} {in}?
    [even or odd|odd or even][,|:] which is the {num} {in}?
    [even or odd|odd or even][,|:] what [is|would you call] the {num} {in}?
    [sort|classify] the {num} {in}[,|:] [even or odd|odd or even]?
    [tell me|say|decide|judge][,|:] is the {num} {in} [even or odd|odd or even]?
    what is the parity of the {num} {in}, [even or odd|odd or even]?
    what is the parity of the {num} {in}?
    [name|give|tell me|state] the parity of the {num} {in}.
    can I share that many sweets between us, is the {num} {in} [even or odd|odd or even]?
    I can't [tell|remember] [if|whether] the {num} {in} is [even or odd|odd or even]. [can you|which is it]?
    my homework asks [if|whether] the {num} {in} is [even or odd|odd or even]. [which is it|do you know]?
    the {num} {in} is [an even or an odd|an odd or an even] [one|number]?
    """,
    clauses="""
    [if|whether] the {num} {in} is [even or odd|odd or even]
    [if|whether] it is an [even or odd|odd or even] number
    [if|whether] it is [even or odd|odd or even] {in}
    [if|whether] the {num} you see {in} is [even or odd|odd or even]
    what the parity of the {num} {in} is
    which the {num} {in} is, [even or odd|odd or even]
    """,
    terse="""
    [even or odd|odd or even]?
    {num} [even or odd|odd or even]?
    is [it|this|that] [even or odd|odd or even]?
    [parity|parity of the {num}]?
    [even or odd|odd or even], [the {num}|which|which is it|would you say]?
    [even or odd|odd or even] {num}?
    """,
)
PROPERTY: Final = asking(
    direct="""
    is [it|this] {claim}?
    is the {num} {claim} {in}?
    is the {num} {in} {claim}?
    is the {num} [written|shown|drawn] {in} {claim}?
    is the {num} that you see {claim}?
    is it [true|correct|right] that the {num} {in} is {claim}?
    the {num} {in}[,|:] is it {claim}?
    the {num} {in} is {claim}, [right|isn't it|correct]?
    {in} is the {num} {claim}?
    would you say the {num} {in} is {claim}?
    do you see a {num} that is {claim}?
    I think the {num} {in} is {claim}. [is that right|am I right|is that true]?
    [check|look] [if|whether] the {num} {in} is {claim}.
    is [that|this] {num} {claim} {in}?
    is the {num} [really|actually|by any chance|] {claim} {in}?
    is what [is written|you read|they wrote|you see] {in} {claim}?
    is the {num} you [see|read] {in} {claim}?
    isn't the {num} {in} {claim}?
    is the value of the {num} {in} {claim}?
    has somebody written a {num} that is {claim} {in}?
    have we got a {num} {in} that is {claim}?
    do I [have|see] a {num} {in} that is {claim}?
    do you [read|have|find] a {num} {in} that is {claim}?
    does {pic} show a {num} that is {claim}?
    do you [think|agree|find|reckon] the {num} {in} is {claim}?
    can [you|we|I] say the {num} {in} is {claim}?
    would it be [right|true|correct|fair] to say the {num} {in} is {claim}?
    would you [agree|guess] [that|] the {num} {in} is {claim}?
    am I right [that|in thinking|to say] the {num} {in} is {claim}?
    if you read the {num} {in}, is it {claim}?
    [reading|looking at] the {num} {in}, would you say it is {claim}?
    read the {num} {in}. is it {claim}?
    [look at|take] the {num} {in}. is it {claim}?
    so the {num} {in} is {claim}, [yes|right|is it|then]?
    that {num} is {claim} {in}, [isn't it|right|yes|am I right]?
    [I'd say|I believe|I guess|I reckon] the {num} {in} is {claim}. [correct|am I right|do you agree|is it]?
    my [son|daughter|friend|pupil|teacher] says the {num} {in} is {claim}. is [that right|that true|that so]?
    my homework says the {num} {in} is {claim}. is [that right|that true|it]?
    [true or false|right or wrong|yes or no]: the {num} {in} is {claim}?
    [confirm|verify|see|work out] [if|whether] the {num} {in} is {claim}.
    the {num} {in}[,|:] {claim} or not?
    {claim} or not, the {num} {in}?
    """,
    clauses="""
    [if|whether] the {num} {in} is {claim}
    [if|whether] [it|this] is {claim}
    [if|whether] the {num} [written|shown|that you see|you read] {in} is {claim}
    [if|whether] [that|this] {num} is {claim} {in}
    [if|whether] it is a {num} {in} that is {claim}
    """,
    terse="""
    {claim}?
    {claim}, yes or no?
    {num} {claim}?
    [is it|is that|is this] {claim}?
    is the {num} {claim}?
    {claim} [or not|would you say]?
    it's {claim}, [right|yes|isn't it|correct]?
    the {num} {in}, {claim}?
    """,
)
