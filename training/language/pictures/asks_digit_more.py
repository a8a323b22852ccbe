"""More words in which people ask which digit is written, and whether it is a certain one.

Knows wording only, `pictures.asks_digit` puts it beside its own; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["DIGIT", "IS_DIGIT"]

DIGIT: Final = asking(
    direct="""
    is it a [letter or a number|number or a letter] that I [hold up|have here|show you] {in}, and which one?
    is [this|that|it] a [letter or a number|number or a letter] {in}, and which one?
    [letter or number|number or letter] {in}, and which one is it?
    is that a {num} {in}, and if so which?
    I [hold|am holding] up a [card|sheet|sign|piece of paper]. <what> {num} is on it {in}?
    I [wrote|scribbled|drew] something {in}. [can you read it|what does it say|what did I write]?
    I [drew|wrote] a {num} [for you|] {in}. [guess which|which one|what is it]?
    it's a {num} {in}, but I [forget|can't tell|can't think] which. what is it?
    what [squiggle|scribble|doodle|scrawl] is this {in}, <what> {num}?
    <what> {num} does [the squiggle|the scrawl|the handwriting] {in} [stand for|mean|make]?
    <what> {num} comes out if you read it {in}?
    <what> {num} is on the [card|sheet|sign|blackboard|wall|door|cake|shirt] {in}?
    <what> {num} would [a child|a teacher|a postman|my gran|a bus driver] read {in}?
    <what> {num} is it that I [hold|point at|have here|see] {in}?
    <what> [is|was] the {num} {in} [again|now|then|once more]?
    <what> is this {num} {in}?
    what does the [card|sheet|sign|paper|blackboard|screen] {in} say, <what> {num}?
    what's it say {in}? my eyes are [no good|useless|poor].
    what does it say {in}? I can't read it.
    can you read {num}s? <what> one is it {in}?
    [look here|see here|look at this|over here|have a look]: <what> {num} is it {in}?
    I'm [sitting in class|doing my sums|moving house|at the bus stop]. <what> {num} [is it|is that] {in}?
    [bingo|lotto|raffle] time: <what> {num} [came up|is it|was drawn] {in}?
    my [glasses|specs] are [steamed up|dirty|at home|broken]. <what> {num} is [it|written] {in}?
    never mind [the colour|what is behind it|the background], <what> {num} is it {in}?
    not the colour, the {num}: <what> one is it {in}?
    if it were a birthday candle, <what> {num} would it be {in}?
    how many [apples|pencils|sweets|candles] would the {num} {in} stand for?
    how much is the {num} {in}?
    what do I [put|write] on the form for the {num} {in}?
    that {num} {in}[,|:] [what is it|read it to me|which one is it]?
    [say|read] the {num} {in} [aloud|out loud|for me|again].
    [tell|say|read] {num} {in}, please.
    [read|tell me] what it says {in}.
    read this {in}[ for me| to me| aloud|].
    """,
    clauses="""
    [if|whether] it is a [letter or a number|number or a letter] {in}, and which
    what the [scribble|squiggle|scrawl|sign|card] {in} says
    <what> {num} [is on the card|is on the sheet|I hold up|I wrote|came up] {in}
    what I [wrote|hold up|have written] {in}
    <what> {num} the [squiggle|scrawl|handwriting] {in} stands for
    """,
    terse="""
    [letter or number|number or letter], [and which|which one]?
    {num}, [which|what|read it|which one]?
    {num} on [the card|the sign|it|the sheet]?
    [read|say] it [aloud|for me|to me], please.
    what does it say?
    <what> {num} that?
    """,
)
IS_DIGIT: Final = asking(
    direct="""
    that's a {n} [I hold up|on my card|on the sheet|on the sign] {in}, [isn't it|right|yes]?
    is a {n} on the [card|sheet|sign|blackboard|paper] {in}?
    did I [write|draw|hold up|make] a {n} {in}?
    I [wrote|drew|tried to write] a {n} {in}. [did it work|did I do it right|is that right]?
    is [that|the] [squiggle|scrawl|scribble|doodle] a {n} {in}?
    am I seeing things, or is that a {n} {in}?
    is it a {n} {in}, or do my eyes [trick|fool|deceive] me?
    without my glasses I see a {n} {in}. is that right?
    a {n} {in}? [I think so|I believe so|I'd say so|looks like it|is it].
    [look here|first question|hand on heart], is that a {n} {in}?
    would [a teacher|my gran|a postman|a child] read a {n} {in}?
    does a {n} [stand|appear|show up] {in}?
    should that be a {n} {in}?
    not sure [if|whether] I see a {n} {in}. do I?
    you'd read that as a {n} {in}, [right|wouldn't you]?
    is the {num} on the [card|sign|sheet|door] {in} {claim}?
    the {num} that I [hold up|wrote|drew] {in}, is it {claim}?
    let me guess: it is a {n} {in}. [right|am I right]?
    I'm [sitting in class|at the bus stop|standing at the door|moving closer]. is the {num} {in} {claim}?
    if I read the {num} {in} [right|well], it is a {n}. [is it|correct]?
    """,
    clauses="""
    [if|whether] I [wrote|drew|hold up] a {n} {in}
    [if|whether] the [squiggle|scribble|scrawl] is a {n} {in}
    [if|whether] a {n} is on the [card|sheet|sign] {in}
    [if|whether] the {num} that I [hold up|wrote] {in} is {claim}
    """,
    terse="""
    a {n}, [is it|I think|maybe|I guess]?
    that a {n}?
    {num} {claim}, [right|yes]?
    a {n} on the [card|sheet|sign]?
    """,
)
