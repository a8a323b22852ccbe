"""How people ask whether a written digit is even or odd, larger or smaller.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["EVEN_ODD", "PROPERTY"]

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
    is the {num} {in} one of the [even or one of the odd|odd or one of the even] [numbers|digits]?
    into which [group|pile|box|column] does the {num} {in} go, [even or odd|odd or even]?
    does the {num} {in} [fall|go|belong] with the [even or the odd|odd or the even] [numbers|ones]?
    what kind of number is the {num} {in}, [even or odd|odd or even]?
    read the {num} {in} and [tell me|say] [if|whether] it is [even or odd|odd or even].
    take the {num} {in}. [is it|would you call it] [even or odd|odd or even]?
    the {num} {in} is [even or odd|odd or even], which [is it|]?
    {in} there is a {num}. is it [even or odd|odd or even]?
    should I mark the {num} {in} as [even or odd|odd or even]?
    [what|how] about the {num} {in}, is it [even or odd|odd or even]?
    what [would|do] you call the {num} {in}, [even or odd|odd or even]?
    of even and odd, which is the {num} {in}?
    I [have to|must|need to] [sort|mark|label] the {num} {in} as [even or odd|odd or even]. which is it?
    my [son|daughter|pupil|niece] has to know: is the {num} {in} [even or odd|odd or even]?
    did they write an [even or an odd|odd or an even] {num} {in}?
    can the {num} {in} be halved evenly, or is it odd?
    does the {num} {in} split into two equal [halves|piles|heaps], or is it odd?
    does two go into the {num} {in} evenly, or is it odd?
    if that many [socks|gloves] pair up {in}, is one left over, is the {num} [even or odd|odd or even]?
    [pairs or one left over|one left over or none], is the {num} {in} [even or odd|odd or even]?
    is it odd {in}, or is it even?
    is it [odd {in}? or even|even {in}? or odd]?
    an [even {num} or an odd one|odd {num} or an even one] {in}?
    [which|what] [sort|type|kind] of number did [I|she|he|they] write {in}, [even or odd|odd or even]?
    odd ones live on the left of our street, even ones on the right. which is the {num} {in}?
    we [learn|are doing] even and odd numbers [at school|in class]. which is the {num} {in}?
    I'm [sitting over my sums|stuck on my homework|moving on]. is the {num} {in} [even or odd|odd or even]?
    [look here|never mind the colour], is the {num} {in} [even or odd|odd or even]?
    the {num} I [hold up|wrote|drew] {in}, is it [even or odd|odd or even]?
    """,
    clauses="""
    [if|whether] the {num} {in} is [even or odd|odd or even]
    [if|whether] it is an [even or odd|odd or even] number
    [if|whether] it is [even or odd|odd or even] {in}
    [if|whether] the {num} you see {in} is [even or odd|odd or even]
    what the parity of the {num} {in} is
    which the {num} {in} is, [even or odd|odd or even]
    [if|whether] they wrote an [even or an odd|odd or an even] number {in}
    [if|whether] the {num} {in} counts as [even or odd|odd or even]
    what kind of number the {num} {in} is, [even or odd|odd or even]
    [if|whether] the {num} {in} [can be halved or is odd|is odd or can be halved]
    [if|whether] I [hold up|wrote] an [even or an odd|odd or an even] number {in}
    """,
    terse="""
    [even or odd|odd or even]?
    {num} [even or odd|odd or even]?
    is [it|this|that] [even or odd|odd or even]?
    [parity|parity of the {num}]?
    [even or odd|odd or even], [the {num}|which|which is it|would you say]?
    [even or odd|odd or even] {num}?
    the {num} {in}: [even or odd|odd or even]?
    [even or odd|odd or even] {in}?
    [even, or odd|odd, or even]?
    [number|digit] parity?
    [odd? even|even? odd|even/odd|odd/even]?
    [odd one or even one|even one or odd one]?
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
    would the {num} {in} be {claim}?
    did they write a {num} {in} that is {claim}?
    does the {num} {in} happen to be {claim}?
    is the written {num} {claim} {in}?
    could the {num} {in} be {claim}?
    can it be that the {num} {in} is {claim}?
    [in maths|in math|mathematically], is the {num} {in} {claim}?
    [may|should|can] I [write|report|note] that the {num} {in} is {claim}?
    I was told the {num} {in} is {claim}. [is it|is that right|true]?
    I need a {num} that is {claim}. is that the case {in}?
    I bet the {num} {in} is {claim}. [do I win|am I right|right]?
    if I said the {num} {in} is {claim}, would [I be right|you agree|that be true]?
    the {num} {in} is {claim}, [innit|ain't it|eh|aye|is it not|don't you think]?
    the {num} {in}, is it {claim}?
    {in} there is a {num}. is it {claim}?
    [think|do the maths|work it out]: is the {num} {in} {claim}?
    [they say|somebody says|people say] the {num} {in} is {claim}. [is that so|true|correct]?
    I can't see {pic}. is the {num} in it {claim}?
    is the {num} [I hold up|on the card|on the sheet|on the sign] {in} {claim}?
    is what I [wrote|hold up|drew] {in} {claim}?
    did I write a {num} {in} that is {claim}?
    if I read it [right|well], the {num} {in} is {claim}. [is it|correct]?
    the {num} {in}, {claim}? [I think so|I believe so|I'd say so|I doubt it].
    let me guess: the {num} {in} is {claim}. [right|am I right|correct]?
    [look here|first question|one thing]: is the {num} {in} {claim}?
    never mind the colour: is the {num} {in} {claim}?
    I'm [sitting in class|at the blackboard|learning to count|moving on]. is the {num} {in} {claim}?
    would [you|a teacher|my gran] call the {num} {in} {claim}?
    can the {num} {in} be called {claim}?
    take a good look at the {num} {in}. is it {claim}?
    tell me [straight|honestly]: is the {num} {in} {claim}?
    my [mum|brother|mate] bets the {num} {in} is {claim}. is that right?
    """,
    clauses="""
    [if|whether] the {num} {in} is {claim}
    [if|whether] [it|this] is {claim}
    [if|whether] the {num} [written|shown|that you see|you read] {in} is {claim}
    [if|whether] [that|this] {num} is {claim} {in}
    [if|whether] it is a {num} {in} that is {claim}
    [if|whether] the {num} {in} could be {claim}
    [if|whether] they wrote a {num} {in} that is {claim}
    [if|whether] the {num} {in} happens to be {claim}
    [if|whether] the {num} [on the card|I hold up|I wrote] {in} is {claim}
    [if|whether] I can call the {num} {in} {claim}
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
    {num}: {claim}?
    {claim}, [innit|eh|true|correct]?
    {claim}, [is it|I think|you reckon]?
    [is that one|so it's|that one] {claim}?
    """,
)
