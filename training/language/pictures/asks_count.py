"""How people ask about numbers of shapes: how many, how many are so; is it that many is imported.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking
from anymal.training.language.pictures import asks_count_more as more_asks
from anymal.training.language.pictures.asks_count_more import COUNT_OTHER
from anymal.training.language.pictures.asks_is_count import IS_COUNT

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
    how many {them} is there {in}?
    howmany {them} are there {in}?
    how many {them} do you make it {in}?
    how many {them} am I [supposed|meant] to find {in}?
    how many [is|are] the {them} {in}?
    how many {them} we are having {in}?
    how many {them} [do y'all see|can y'all see|d'ye see|can ye see|you seeing] {in}?
    how many {them} are [sitting|lying|floating|scattered] about {in}?
    how many {them} got [drawn|put in|made] {in}?
    [kindly|please] [share|provide|supply|mention] the [number|count|total number] of {them} {in}.
    [may I know|I should like to know|I'd be glad to know] how many {them} there are {in}.
    {them}? how many of [them|those] [are there|do you see|can you find] {in}?
    I'm [after|interested in|only asking about] the {them} {in}. how many [are there|do you find|is that]?
    the {them} are how many in number {in}?
    you count the {them} {in}, [how many|what number do you get|what comes out]?
    go ahead and [count|number|add up] the {them} {in}.
    start counting the {them} {in}. at what number do you [stop|end|finish]?
    what do you get when you count [up|] the {them} {in}?
    if [we|you|I] [lined up|collected|gathered|picked up] all the {them} {in}, how many would that be?
    if I had to draw the {them} {in} again, how many would I draw?
    if I crossed out all of the {them} {in}, how many would I cross out?
    how often do {them} [appear|occur|show up|come up] {in}?
    for my [records|report|notes|log|inventory|spreadsheet], how many {them} are there {in}?
    I [have to|must|need to|should] write down the number of {them} {in}. [what do I put|what is it]?
    I [can't|cannot] see {pic}. how many {them} [are there|does it have|are in it]?
    [unsure|not sure] how many {them} [there are|I'm seeing] {in}. [can you count|please count them|help me]?
    are there [many|a lot of|lots of|a great many] {them} {in}? how many [exactly|is it|then]?
    my [child|pupil|grandson|niece] is learning to count. how many {them} [are there|can we count] {in}?
    [never mind the rest|leave the rest aside|nothing else matters], how many {them} are there {in}?
    [by|going by] your [count|reckoning], how many {them} are there {in}?
    [determine|establish|calculate|compute|specify|indicate] [the number of|how many] {them} {in}.
    [what's|what is] the [grand|overall|final|full] [total|number] of {them} {in}?
    what about the {them} {in}, how many are there?
    how about the {them} {in}? how many [do you see|is it|are there]?
    what's the answer if somebody asks how many {them} there are {in}?
    {them} are [drawn|shown|to be seen] how many times {in}?
    """
    + more_asks.COUNT[0],
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
    how many {them} is there {in}
    how many {them} there is {in}
    how many {them} I [should|would] [count|find|see] {in}
    how many {them} [were|got] drawn {in}
    the [tally|head count|overall number|sum] of {them} {in}
    how many {them} can be [seen|counted|found] {in}
    what the {them} {in} add up to
    """
    + more_asks.COUNT[1],
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
    howmany {them}
    {them} how many
    {them} [number|total|quantity|tally]?
    how many {them} [in there|on it|in it|inside|you see|there]?
    count of {them} please
    count {them} [pls|please|quick|now].
    how much {them}?
    how many {them} [total|altogether|in all]?
    # {them} {in}
    """
    + more_asks.COUNT[2],
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
    how many {adj} <things> [is|are] there {in}?
    how many {adj} <things> {in}?
    how many [is|are] {adj} {in}?
    how many would you [count|label|tag|list] as {adj} {in}?
    how many of the <things> {in} [can|could] be [called|described as|said to be] {adj}?
    how many <things> [were|have been] [drawn|made|painted] {adj} {in}?
    how many times do [I|you|we] see something {adj} {in}?
    sort the <things> {in}. how many go on the {adj} [pile|heap|tray]?
    [let's|let us] count [just|only] the {adj} ones {in}. how many [is that|do we get]?
    I only [care about|want|need] the {adj} <things> {in}. how many [are there|is that|do I get]?
    for how many of the <things> is {adj} [right|true|correct] {in}?
    are there [many|a lot of|lots of] {adj} <things> {in}? how many [exactly|is it]?
    some of the <things> {in} may be {adj}. how many [are|of them are]?
    if you [drop|hide|cover] everything but the {adj} <things> {in}, how many do you [keep|still see]?
    [see|check|find out|determine] how many of the <things> {in} are {adj}.
    what about the {adj} ones {in}, how many are there?
    my [son|daughter|boss|pupil|friend] wants only {adj} <things>. how many [are there|can I give] {in}?
    [please|kindly] tell how many {adj} <things> [there are|are there] {in}.
    """
    + more_asks.COUNT_THAT[0],
    clauses="""
    how many of the <things> are {adj} {in}
    how many <things> {in} are {adj}
    how many <things> are {adj} {in}
    the number of <things> that are {adj} {in}
    how many {adj} ones [there are|you see|you find] {in}
    how many of [them|these|those] are {adj} {in}
    how many of the <things> {in} [you would call|look] {adj}
    out of all the <things> {in} how many are {adj}
    how many {adj} <things> [there are|can be seen|you count] {in}
    how many of the <things> {in} [count as|can be called] {adj}
    how many [is|are] {adj} {in}
    how many <things> were drawn {adj} {in}
    """
    + more_asks.COUNT_THAT[1],
    terse="""
    how many are {adj}?
    how many {adj} {in}?
    {adj}: how many?
    {adj} ones, how many?
    [number|count] of {adj} ones?
    [number|count] of {adj} <things> {in}?
    how many {adj} ones?
    how many {adj}?
    {adj} [count|total|number]?
    {adj} how many
    count the {adj} [ones|<things>].
    [number|#|no.] of {adj}?
    """
    + more_asks.COUNT_THAT[2],
)
