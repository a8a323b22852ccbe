"""How people ask about numbers of shapes: how many, how many are so, is it that many.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["COUNT", "COUNT_OTHER", "COUNT_THAT", "IS_COUNT"]

COUNT: Final = asking(
    direct="""
    how many {them} are there {in}?
    how many {them} are there {in}?
    how many {them} are there {in}?
    how many {them} do you see {in}?
    how many {them} can [you|we|I] [see|spot|count|find|make out|pick out|discern|identify] {in}?
    how many {them} appear {in}?
    how many {them} [are visible|are shown|are drawn|appear|show up|exist|can be seen|can be found] {in}?
    how many {them} does {pic} [have|show|contain|hold|feature|include|consist of|depict]?
    how many {them} did [they|the artist|the painter|somebody|whoever made this] [draw|put|place|leave] {in}?
    how many {them} [have|did] you [count|counted|see|seen] {in}?
    how many {them} {in}?
    {in} how many {them} are there?
    {in} how many {them} do you see?
    what is [the number|the total number|the count|the total] of {them} {in}?
    what's [the number|the total number|the count|the total] of {them} {in}?
    what number of {them} [is there|do you see|can you see] {in}?
    count [the|all the|all|up the] {them} {in}.
    [please|] count {them} {in}.
    can you count [the|all the|] {them} {in}?
    could you [please|] count [the|all the|] {them} {in} [for me|]?
    if you count [the|all|] {them} {in}, how many [are there|do you get]?
    if I [count|counted] [the|all|] {them} {in}, [what would I get|how many would I get]?
    give me [the number|the total|the count|a count|a tally|a head count] of {them} {in}.
    there are how many {them} {in}?
    you see how many {them} {in}?
    {them} {in}: how many are there?
    {them} {in}, how many?
    [the number|the count] of {them} {in} is [what|how much]?
    how many {them} [in total|altogether|in all|all told|all in all|overall] {in}?
    how many {them} are there [in total|altogether|in all|all told|overall|at the moment] {in}?
    how large is the number of {them} {in}?
    how many times [do you see|can I see] {them} {in}?
    how many {them} [have we got|have you got|do we have|do you have|do I have] {in}?
    how many {them} [would you say|do you think|do you reckon|do you believe] there are {in}?
    how many {them} [are we looking at|am I looking at|are we dealing with|are we talking about] {in}?
    how many {them} [make up|are part of|fill|populate|decorate] {pic}?
    how many {them} [catch your eye|jump out at you|do you notice|pop up|turn up|do you get] {in}?
    how many {them} [can be counted|are to be seen|are to be found|are on show|are on display] {in}?
    how many {them} have been [drawn|painted|placed|put|used] {in}?
    [what's|what is] [your|the] [count|tally|head count|final count] [for|of] the {them} {in}?
    what [figure|number|total|sum] do you [get|come to|arrive at] [for|when counting] the {them} {in}?
    what quantity of {them} [is there|do you see|have we got] {in}?
    [run|do|make|take] a [count|tally|head count|quick count] of the {them} {in}.
    [tally|add up|tot up|count up|number] the {them} {in} [for me|please|].
    [report|state|write down|note down|record] the [number|quantity|total] of {them} {in}.
    I need [the number|a count|a tally|the exact number] of [the|] {them} {in}.
    I'm counting {them} {in}. [how many should I get|what should I end up with|how many do you get]?
    I [keep losing count|lost count|am bad at counting]. how many {them} are there {in}?
    my [daughter|son|kid|teacher|wife|husband|friend|gran] [asks|wonders] how many {them} there are {in}.
    let's count [the|] {them} {in}. how many [are there|do we get|is it|did you get]?
    if I put a sticker on each of the {them} {in}, how many stickers would I need?
    if each of the {them} {in} cost a dollar, how many dollars would I pay?
    if I pointed at each of the {them} {in}, how [often|many times] would I point?
    [guess|remind me|tell us|show me|work out|find out|check] how many {them} there are {in}.
    help me count the {them} {in}.
    [are there any|any|do you see any] {them} {in}, and how many?
    [are there any|any|do you see any] {them} {in}? [if so, how many|if so, what number]?
    the {them} {in}: what's [the|your] [count|number|total|tally]?
    when it comes to {them}, how many are there {in}?
    as for {them} {in}, how many [are there|do you see|would that be]?
    {pic} [has|shows|contains|holds|features] how many {them}?
    put a number on the {them} {in}.
    how numerous are the {them} {in}?
    what does the number of {them} {in} [come to|amount to|add up to]?
    [never mind where they are|forget their places|no need for details], just count the {them} {in}.
    [scan|check|go over|search|go through] {pic} and [count|tally|number] the {them}.
    [scan|check|go over|look over] {pic}: how many {them} [are there|do you find|turn up]?
    how much {them} [are there|do you see] {in}?
    how many {them} [it has|you see|there are|we have] {in}?
    [could|can] you put a [number|figure] on the {them} {in}?
    [a|one more] counting question: how many {them} {in}?
    """,
    clauses="""
    how many {them} there are {in}
    how many {them} there are {in}
    how many {them} are there {in}
    how many {them} appear {in}
    how many {them} you [see|can see|count|spot|make out|come across|find] {in}
    how many {them} [are visible|appear|are drawn|are present|are to be seen|have been drawn] {in}
    [the number|the total number|the count|the quantity|the exact number] of {them} {in}
    how many {them} {pic} [has|shows|contains|consists of|holds]
    how many {them} [we have|we've got|you've got|I have got] {in}
    how many {them} [somebody|the artist|they] [drew|put|placed] {in}
    what the [number|total|count] of {them} is {in}
    what number of {them} [you see|there is|is drawn] {in}
    """,
    terse="""
    how many {them}?
    how many {them} though?
    [number|count|total] of {them}?
    {them}: how many?
    {them}, how many?
    # of {them}?
    no. of {them}?
    {them} count?
    {them}, in numbers?
    [total|number of|count of] {them} {in}?
    [and|so] the {them}, how many?
    [quantity|amount|tally] of {them}?
    count {them}.
    """,
)
COUNT_THAT: Final = asking(
    direct="""
    how many of the <things> [are|look] {adj} {in}?
    how many of the <things> [are|look] {adj} {in}?
    how many of [them|these|those|all these|the lot|the bunch] are {adj} {in}?
    how many <things> {in} are {adj}?
    how many <things> are {adj} {in}?
    how many <things> [do you see|can you see] that are {adj} {in}?
    {in} how many <things> are {adj}?
    how many [are|of those are] {adj} {in}?
    count the <things> that are {adj} {in}.
    what is the number of <things> that are {adj} {in}?
    of the <things> {in}, how many are {adj}?
    how many <things> [turn out to be|happen to be|seem|appear] {adj} {in}?
    how many of the <things> {in} would you [call|describe as] {adj}?
    how many {adj} ones [are there|do you see|have we got|can you find|did they draw] {in}?
    [looking only at|considering just|taking only] {adj} <things>, how many are there {in}?
    leave out everything that isn't {adj}: how many <things> are left {in}?
    ignoring whatever is not {adj}, how many <things> [remain|are left] {in}?
    if I only kept the {adj} <things> {in}, how many would I [have|keep]?
    if I took away the {adj} <things> {in}, how many would I take?
    count only what is {adj} {in}.
    [please|just] count the {adj} ones {in}.
    [are any|are some] of the <things> {in} {adj}, and [if so|] how many?
    [is anything|is something] {adj} {in}? if so, how many <things>?
    the {adj} ones {in}[,|:] how many [are there|are they|do you get]?
    what's the [count|number|tally|total] of {adj} ones {in}?
    [I'm after|I need|I want] the [number|count] of {adj} <things> {in}.
    [give me|report|note] the [number|count|total] of {adj} <things> {in}.
    out of [all|everything|all the <things>] {in}, how many are {adj}?
    among the <things> {in}, [how many|what number] are {adj}?
    [how many|what number] of the drawn <things> are {adj} {in}?
    with how many of the <things> {in} is it right to say {adj}?
    <things> that are {adj} {in}: how many?
    I like {adj} <things>. how many of those are there {in}?
    [point at|pick out] the {adj} ones {in} and count them.
    """,
    clauses="""
    how many of the <things> are {adj} {in}
    how many <things> {in} are {adj}
    how many <things> are {adj} {in}
    the number of <things> that are {adj} {in}
    how many {adj} ones [there are|you see|you find] {in}
    how many of [them|these|those] are {adj} {in}
    how many of the <things> {in} [you would call|look] {adj}
    out of all the <things> {in} how many are {adj}
    """,
    terse="""
    how many are {adj}?
    how many {adj} {in}?
    {adj}: how many?
    {adj} ones, how many?
    [number|count] of {adj} ones?
    [number|count] of {adj} <things> {in}?
    """,
)
# What is not so: "anything but", "apart from", "other than".
COUNT_OTHER: Final = asking(
    direct="""
    how many of the <things> [are not|aren't] {adj} {in}?
    how many <things> {in} [are not|aren't] {adj}?
    how many <things> [are not|aren't] {adj} {in}?
    how many of [them|these|those] [are not|aren't] {adj} {in}?
    how many <things> are [anything but|other than] {adj} {in}?
    [apart from|except for|besides|other than|not counting] the {adj} ones, how many <things> are there {in}?
    [leaving out|ignoring|skipping|setting aside] the {adj} <things>, how many are left {in}?
    if I [took away|removed|rubbed out|erased] the {adj} <things> {in}, how many would [remain|be left|stay]?
    how many <things> [remain|are left] {in} once the {adj} ones are gone?
    count the <things> that [are not|aren't] {adj} {in}.
    count everything {in} [but|except] the {adj} <things>.
    what is the number of <things> {in} that [are not|aren't] {adj}?
    how many non-{adj} <things> are there {in}?
    """,
    clauses="""
    how many of the <things> [are not|aren't] {adj} {in}
    how many <things> {in} [are not|aren't] {adj}
    how many <things> there are {in} [apart from|besides] the {adj} ones
    """,
    terse="""
    how many [are not|aren't] {adj}?
    not {adj}: how many?
    how many not {adj} {in}?
    """,
)
IS_COUNT: Final = asking(
    direct="""
    are there {n} {them} {in}?
    are there {n} {them} {in}?
    are there [exactly|just|precisely|really] {n} {them} {in}?
    do you [see|count|spot|find|get] {n} {them} {in}?
    can [you|we|I] [see|count|find|make out] {n} {them} {in}?
    is the number of {them} {in} {n}?
    does {pic} [have|show|contain|hold|feature|include] {n} {them}?
    {in} are there {n} {them}?
    is it [true|right|correct|a fact] that there are {n} {them} {in}?
    there are {n} {them} {in}, [right|correct|aren't there|true or not|yes|agreed]?
    I count {n} {them} {in}. [is that right|am I right|is that true|correct|do you agree]?
    [check|look|verify|see] [if|whether] there are {n} {them} {in}.
    I make it {n} {them} {in}, [do you agree|how about you|right|yes|what about you|you too]?
    so [that's|that makes|we have|you see|we've got] {n} {them} {in}, [yes|right|correct|is that so]?
    would I be [right|correct] [in saying|in thinking|to say] there are {n} {them} {in}?
    did I count [right|correctly|properly]: {n} {them} {in}?
    my [friend|brother|sister|teacher|kid|mate] [says|claims|thinks] there are {n} {them} {in}. [is it|true]?
    does {pic} really [have|show|contain] {n} {them}?
    {n} {them} {in}, [am I right|is that correct|would you agree|true or false|right or wrong]?
    do {n} {them} [appear|show up|feature|turn up] {in}?
    is {n} the [right|correct|exact] [number|count|total] [of|for] {them} {in}?
    did they [draw|put|paint|place] {n} {them} {in}?
    have [we|you|they] got {n} {them} {in}?
    if I said there were {n} {them} {in}, would [I be right|that be right|that be true|you agree]?
    can you confirm that there are {n} {them} {in}?
    true or false: there are {n} {them} {in}?
    do the {them} {in} [number|add up to|total] {n}?
    are the {them} {in} {n} in number?
    would you say there are {n} {them} {in}?
    I bet there are {n} {them} {in}. [did I win|am I right|right]?
    it looks like {n} {them} {in} to me. [do you agree|am I right|correct]?
    aren't there {n} {them} {in}?
    is it {n} {them} [that you see|that we see|you see|] {in}?
    should I be seeing {n} {them} {in}?
    are {n} {them} [visible|drawn|shown|present|there|to be seen] {in}?
    [I'm told|I heard|I read|they say] there are {n} {them} {in}. is [that|this] [true|right|correct]?
    """,
    clauses="""
    [if|whether] there are {n} {them} {in}
    [if|whether] there are [exactly|really] {n} {them} {in}
    [if|whether] you [see|count|find] {n} {them} {in}
    [if|whether] the number of {them} {in} is {n}
    [if|whether] {pic} [has|shows|contains] {n} {them}
    [if|whether] {n} is the right number of {them} {in}
    """,
    terse="""
    {n} {them}?
    {n} {them}, yes or no?
    {n} {them} {in}?
    {n} {them}, [right|correct|yes]?
    exactly {n} {them}?
    {them}: {n}?
    """,
)
