"""More words people ask in whether a thing or a person is there: joined by `pictures.asks_there`.

Knows wording only, and that "no ... then, are there?" is answered by what is there; refuses to
know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["ANYONE", "IS_THERE"]

ANYONE: Final = asking(
    direct="""
    do you see a [living soul|single soul|soul] {in}?
    is there a [living soul|single soul] {in}?
    is [somebody|someone|anyone|a person] hiding {in}?
    I [heard|hear|was told] there's [someone|a person|somebody] {in}. [true|is that so|is there]?
    hello, is there [anybody|anyone|somebody] {in}?
    could I wave to [anyone|anybody|somebody] {in}?
    does it have [people|any people|a person] {in}?
    [are there any people|is there anyone|is there a person] at all {in}?
    if there's [a person|someone|somebody] {in}, say yes, if not, say no.
    have you [spotted|seen|found] [anyone|a person|a human] {in}?
    was [anyone|a person|somebody] [drawn|painted|put there] {in}?
    {in} there is [someone|a person], [right|yes|isn't there]?
    I was hoping for [people|a person] {in}. is there one?
    no [people|humans] {in} then, are there?
    [sounds daft|sounds silly|silly question], but is there [anyone|a person|anybody] {in}?
    one last thing before I go: is there [anyone|a person|somebody] {in}?
    [don't count them|never mind how many], just say [if|whether] there are people {in}.
    a human [being|] {in}, is there one?
    """,
    clauses="""
    [if|whether] there is a [soul|living soul] {in}
    [if|whether] [anyone|somebody|a person] was [drawn|painted] {in}
    """,
    terse="""
    a [soul|living soul] {in}?
    anyone there at all?
    any human [being|figure]?
    people at all?
    people, any?
    """,
)

IS_THERE: Final = asking(
    direct="""
    any [chance|hope] of {a} {in}?
    no {many} {in} then, [are there|or are there]?
    would {a} be [among them|hiding] {in}?
    is {a} [hiding|lurking|sitting|standing|lying|hidden|tucked away] [anywhere|somewhere|] {in}?
    I [heard|hear] there's {a} {in}. [is there|is that so|is that true]?
    did I hear right [that|] there's {a} {in}?
    does it sound right that there's {a} {in}?
    {pic} comes with {a}, [right|yes|doesn't it]?
    {a} is [hiding|lurking|sitting] {in}, [right|isn't it|yes]?
    there's bound to be {a} {in}. [is there|right|yes]?
    [look|search] for {a} {in} and [say|tell me] if [it's there|there is one].
    if there's {a} {in}, say yes, if not, say no.
    does [anything|something] {in} count as {a}?
    is [anything|something] {in} {a}?
    could one of them be {a} {in}?
    is one of them {a} {in}?
    among [them|what you see|what is drawn], is there {a} {in}?
    out of everything {in}, is [anything|something] {a}?
    {many}, [have we got|are there|do you see|can you see] any {in}?
    {many} by any chance {in}?
    {many} or no {many} {in}?
    have a look round for {a} {in}. [is there one|do you see one]?
    I [want|need|must have|would like] {a}. [is there one|can you see one|do you have one] {in}?
    how about {a} {in}? [is there one|there or not]?
    my [kid|nan|mate|pupil] swears there's {a} {in}. [is there|true|can you see it]?
    I'd bet [my hat|a fiver|my lunch] there's {a} {in}. [do I win|am I right]?
    if a child had to [point to|find|circle] {a} {in}, could they?
    [is there|do you see|have we got] {a} at all {in}?
    [is there|do you see|can you see] any {one} at all {in}?
    [I'm walking|I'm driving|my hands are full|I'm in a rush], so quick: is there {a} {in}?
    [sounds daft|sounds silly|silly question|stupid question], but is there {a} {in}?
    [don't count|never mind how many|don't tell me where], just say [if|whether] there is {a} {in}.
    before we [go|leave|move on]: is there {a} {in}?
    one last thing before I go: is there {a} {in}?
    look here: is there {a} {in}?
    does it have {a} {in}?
    does it have any {many} {in}?
    can it be that there is {a} {in}?
    does there [seem|appear] to be {a} {in}?
    there [seems|appears] to be {a} {in}, [right|doesn't there|yes]?
    [wasn't|isn't] there {a} {in}?
    there was {a} {in}, wasn't there?
    do I have {a} {in}?
    did [anyone|anybody|someone] [think to|bother to|remember to] draw {a} {in}?
    is {a} on [show|view|display] {in}?
    I could do with {a}. [is there one|can you see one] {in}?
    I don't suppose there's {a} {in}, is there?
    there wouldn't be {a} {in}, would there?
    is there {a} to be [had|found|seen] {in}?
    [what about|and] {many}, [are there any|is there one] {in}?
    """,
    clauses="""
    [if|whether] {a} is [hiding|among the <things>|to be seen] {in}
    [if|whether] anything {in} is {a}
    [if|whether] [one|any] of them is {a} {in}
    [if|whether] there [might|could] be {a} {in}
    whether or not there is {a} {in}
    [if|whether] there's even one {one} {in}
    [if|whether] it has {a} {in}
    """,
    terse="""
    {a}, is there?
    {a} at all?
    any {many} at all?
    {many}, any?
    {a} somewhere?
    {one} at all?
    {a}, anywhere?
    {a} or no {one}?
    {a} by any chance?
    isn't there {a}?
    {a} here?
    {one} here or not?
    """,
)
