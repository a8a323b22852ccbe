"""More words people ask in how many there are: patterns for `asks_count`, and all of how many are not so.

Knows wording only; refuses to know facts and answers. Each tuple holds direct patterns, clauses, terse ones.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["COUNT", "COUNT_OTHER", "COUNT_THAT"]

COUNT: Final = (
    """
    count up the {them} {in}, [would you|will you|and tell me].
    give us a [tally|count|head count] of the {them} {in}, will you?
    run through the {them} {in} and tell me what you get to.
    the {them}, how many would you say there are {in}?
    what do the {them} {in} come to altogether?
    say there was a peg for each of the {them} {in}: how many pegs would that be?
    if I hopped over each of the {them} {in}, how many hops would it take?
    if I gave away each of the {them} {in}, how many would I give away?
    you'd need a sticker for each of the {them} {in}. how many stickers?
    clap for each of the {them} {in}: how many claps?
    I make a mark for each of the {them} {in}. how many marks do I end up with?
    [plenty of|quite a few|just a few|only a few] {them} {in}, but how many exactly?
    is it a few {them} or a lot of them {in}? [how many|the number, please|what number]?
    [wherever they sit|wherever they are|wherever they stand] {in}, how many {them} are there?
    in the corners, in the middle, everywhere {in}: how many {them}?
    how many {them} are sitting [there|around|in the corners and elsewhere] {in}?
    [here and there|left and right|front and back], how many {them} do you find {in} all in all?
    which number do I write [next to|under|beside] the {them} {in}?
    what number goes in the box for {them} {in}?
    what's the number when you count the {them} {in}?
    give me a number: how many {them} {in}?
    it's not [a sum|a riddle|a trick], I just want to know how many {them} there are {in}.
    [before I go|before you go|before we move on], how many {them} are there {in}?
    [look here|listen here|see here], how many {them} {in}?
    never mind what they look like: how many {them} {in}?
    never mind the background, how many {them} are there {in}?
    what have we got {in} in the way of {them}, how many?
    how many {them} have I got in front of me {in}?
    how many {them} would a child count {in}?
    touch each of the {them} {in} in your mind: how many did you touch?
    go from left to right {in}: how many {them} do you pass?
    they wanted [some|a few] {them} {in}. how many did they get?
    how many {them} in all {in}, near and far?
    are the {them} {in} few or many? count them for me.
    how many {them} do you reckon [I'm|we're] looking at {in}?
    how many {them} is that {in}?
    that's how many {them} {in}?
    so many {them} {in}! how many is it?
    {them} {in}, [I'd like the number|I need a number|just the number], please.
    [there's|I see] {them} {in}. how many of them, though?
    of {them}, how many are there {in}?
    in terms of {them}, what's the count {in}?
    how well can you count? the {them} {in}, how many is it?
    the police want to know how many {them} there were {in}.
    are you able to count the {them} {in}? what do you get?
    I'd be obliged for the number of {them} {in}.
    """,
    """
    what you get to when you count the {them} {in}
    how many {them} [I'm|we're] looking at {in}
    how many {them} I have in front of me
    how many {them} that is {in}
    what number to write down for the {them} {in}
    how many {them} I'd have if I picked them all up {in}
    the tally of {them} {in}
    how many times {them} turn up {in}
    """,
    """
    {them}, what's the [tally|count|number]?
    tally up the {them}.
    count up {them} {in}.
    {them} {in}, number?
    how many {them} now?
    {them}? how many?
    {them} tally {in}?
    {them}, a number please?
    how many {them} all told?
    {them} - how many?
    """,
)
COUNT_THAT: Final = (
    """
    put the rest away: how many {adj} <things> {in} do I still have?
    the {adj} ones stay, all others go {in}: how many stay?
    how often does something {adj} [come up|turn up|show up] {in}?
    [count up|tally|tot up|add up] the {adj} ones {in}.
    can you count up whatever is {adj} {in}?
    whatever their shape, how many of the <things> {in} are {adj}?
    [wherever they sit|never mind where they sit|no matter where they are] {in}, how many are {adj}?
    don't name them, just count what's {adj} {in}.
    it's the {adj} <things> {in} I'm after. how many?
    {adj} <things> {in}, can you count them?
    say each {adj} <thing> {in} got me a point: how many points would I have?
    there's a peg for each {adj} <thing> {in}. how many pegs?
    what's the number of {adj} <things> {in}, would you say?
    which number do I write down for {adj} <things> {in}?
    how many {adj} <things> have [I|we|you] got {in}?
    I only have eyes for what's {adj} {in}. how many is that?
    make a heap of the {adj} <things> {in}: how many are in it?
    if [I|you|we] picked out the {adj} ones {in}, how many would that be?
    how many of the lot {in} are {adj}?
    are they all {adj} {in}, or how many of them are?
    how many of the <things> {in} did they make {adj}?
    how many <things> that are {adj} {in}?
    the ones that are {adj} {in}: count them, please.
    [can't|couldn't] make out the {adj} <things> {in}. how many are there?
    """,
    """
    how many {adj} <things> I'd get if I picked them out {in}
    how many of the lot {in} are {adj}
    how many there are {in} that are {adj}
    how many of the <things> they made {adj} {in}
    """,
    """
    how many of em {adj}?
    {adj} ones {in}, number?
    tally of {adj} ones?
    {adj} <things>, how many?
    the {adj} ones, number?
    how many there {adj}?
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
    how many <things> {in} are something other than {adj}?
    how many of the <things> {in} would you not [call|describe as] {adj}?
    how many of the <things> {in} [can't|cannot] be called {adj}?
    forget the {adj} ones. how many <things> are left {in}?
    [take away|remove|cover up|cross out] the {adj} ones {in}. how many <things> [are left|remain]?
    everything {in} that [is not|isn't] {adj}: how many <things> is that?
    I [don't want|don't like|hate] {adj} <things>. how many can I keep {in}?
    how many <things> are there {in} [without|minus] the {adj} ones?
    how many are there {in} if you don't count the {adj} <things>?
    how many <things> {in} [ain't|is not|isn't] {adj}?
    with the {adj} <things> gone, how many [remain|are left|stay] {in}?
    [give me|tell me|note] the number of <things> {in} that [are not|aren't] {adj}.
    leave the {adj} ones out: how many <things> does that [leave|make] {in}?
    don't count the {adj} ones {in}. how many <things> [is that|are left|do you get]?
    [discount|drop|scrap|subtract] the {adj} ones {in}. how many <things> are we left with?
    if the {adj} ones went home, how many <things> would stay {in}?
    everything bar the {adj} ones {in}: how many <things>?
    how many others are there {in}, [the {adj} ones aside|besides the {adj} ones]?
    of the <things> {in}, how many don't look {adj}?
    how many of the <things> {in} are some other [kind|sort], not {adj}?
    skip whatever is {adj} {in} and count [the rest|what's left].
    you take the {adj} <things> {in} and I take the rest: how many do I get?
    how many <things> stay behind {in} if somebody [pinches|takes|hides] the {adj} ones?
    how many of the <things> {in} did they not make {adj}?
    I [can't use|have no use for|am not after] {adj} <things>. how many others are there {in}?
    what number is left when the {adj} ones are out {in}?
    some are {adj} {in}, some are not. how many are not?
    how many {in} don't [count|qualify] as {adj}?
    count [those|the <things>] that [are anything but|are not] {adj} {in}.
    they can't all be {adj} {in}: how many are not?
    how many of them {in} are not {adj} at all?
    <things> that are not {adj}, how many of those {in}?
    [number|total] of <things> {in} with the {adj} ones taken off, please?
    """,
    clauses="""
    how many of the <things> [are not|aren't] {adj} {in}
    how many <things> {in} [are not|aren't] {adj}
    how many <things> there are {in} [apart from|besides] the {adj} ones
    how many <things> are left {in} without the {adj} ones
    the number of <things> {in} that [are not|aren't] {adj}
    how many [are not|aren't] {adj} {in}
    how many others there are {in} besides the {adj} ones
    how many stay {in} if the {adj} <things> go
    how many <things> {in} [can't|couldn't] be called {adj}
    """,
    terse="""
    how many [are not|aren't] {adj}?
    not {adj}: how many?
    how many not {adj} {in}?
    how many [besides|except|without|apart from] the {adj} ones?
    non-{adj}: how many?
    [all|everything] but {adj}, how many?
    [number|count] of <things> not {adj}?
    how many ain't {adj}?
    not {adj}, number?
    how many left without the {adj} ones?
    everything bar {adj}, how many?
    """,
)
