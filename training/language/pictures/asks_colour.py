"""How people ask what colour a drawn thing has, and which thing has a colour.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking, joined
from anymal.training.language.pictures import asks_colour_more as more

__all__ = ["COLOUR_OF", "WHICH_IS_COLOUR"]

_COLOUR_OF: Final = asking(
    direct="""
    <what> <colour> is {it} {in}?
    <what> <colour> is {it} {in}?
    <what> <colour> is {it} {in}?
    <what> <colour> does {it} have {in}?
    <what> <colour> has {it} got {in}?
    what is the <colour> of {it} {in}?
    what is the <colour> of {it} {in}?
    what's the <colour> of {it} {in}?
    {in} <what> <colour> is {it}?
    {it} {in} is <what> <colour>?
    {it} {in}: <what> <colour> is it?
    {it}, <what> <colour> is it?
    <what> <colour> would you [say|call] {it} [is|] {in}?
    in <what> <colour> is {it} [drawn|painted|filled|shown|coloured|colored|printed|done] {in}?
    <what> <colour> [was|has been] used for {it} {in}?
    <what> [is|would be] the right <colour> name for {it}?
    <give> [me|] the <colour> of {it} {in}.
    [please|] [tell me|give me|name|state] the <colour> of {it} {in}.
    [describe|report] the <colour> of {it}.
    I see {it} {in}, but <what> <colour> is it?
    there is {it} {in}. <what> <colour> is it?
    how is {it} [coloured|colored] {in}?
    how would you describe the <colour> of {it}?
    what's {it}'s <colour>?
    if you look at {it} {in}, <what> <colour> is it?
    [find|look at|zoom in on|focus on|take] {it} {in}. <what> [colour|color] is it?
    {it} is painted in <what> <colour>?
    <what> <colour> do you see on {it}?
    [which|what] [colour|color] paint would I need for {it}?
    [which|what] [crayon|pencil|paint|pen|felt-tip|marker] would I [take|use|pick] to [draw|paint] {it}?
    is {it} red, blue or [some other|another|which] [colour|color]?
    is {it} [green or red|blue or yellow|black or white|pink or brown], or some other [colour|color]?
    [colour|color]-wise, what is {it} {in}?
    what is {it} {in}, [colour|color]-wise?
    as [for|regards] [colour|color], [what is {it}|how would you describe {it}] {in}?
    in terms of [colour|color], what is {it} {in}?
    remind me <what> <colour> {it} [is|was] {in}.
    I [can't|cannot] [tell|see|make out] <what> <colour> {it} is {in}[, can you?|. help me.|.]
    [guess|have a guess at|take a guess at] the <colour> of {it} {in}.
    [I'm|I am] [colour-blind|colourblind|color blind][, so|.|:] <what> [colour|color] is {it} {in}?
    my [dad|friend|boss] is [colour-blind|color blind] and [asks|wonders] <what> <colour> {it} is {in}.
    if I [had|wanted|were] to [paint|draw|copy] {it}, which [colour|color] would I [need|use|take]?
    which [crayon|felt-tip|pen|marker|pencil|paint] do I need to copy {it} {in}?
    what [colour|color] crayon [matches|goes with|would match] {it} {in}?
    fill in the [colour|color]: {it} {in} is [what|which one]?
    which [colour|color] did [they|the artist|someone|somebody] [pick|choose|use|go for|take] for {it} {in}?
    <what> [colour|color] did [they|the artist|someone|somebody] [paint|make|colour|give] {it} {in}?
    <what> [colour|color] is {it} [meant|supposed] to be {in}?
    <what> <colour> [do you think|do you reckon|would you guess|do you suppose] {it} is {in}?
    what [colour|color] [d'you|do u|do ya] [think|reckon] {it} is?
    [wat|wot|what|wht] [colour|color|col] is {it} {in}?
    what's the [colouring|coloring|paint job|coloration] of {it} {in}?
    in which <colour> [does {it} come|is {it} shown|is {it} drawn] {in}?
    [pick out|read off|identify|determine|specify|detect|check|work out] the <colour> of {it} {in}.
    [have you got|do you have|can you get|can you see] the <colour> of {it} {in}?
    the <colour> of {it} {in}, [what is it|which is it|what would that be]?
    {it} {in} - <what> <colour> [is it|is that|would that be|are we talking]?
    {it} {in} has <what> <colour>?
    what [colour|color] should I [write down|note|put down|report] for {it} {in}?
    <what> <colour> would a [child|kid|painter] say {it} is {in}?
    we are [learning|practising] [colours|colors][.|:|, so] <what> [colour|color] is {it} {in}?
    if you had to name the <colour> of {it} {in}, what would you say?
    [which|what] word [describes|fits] the <colour> of {it} [best|] {in}?
    <what> [colour|color] do you get when you zoom in on {it}?
    tell me about the <colour> of {it} {in}.
    [what about|how about] the <colour> of {it} {in}?
    [and|so] the <colour> of {it} {in} [is|would be] what?
    I [need|want|am after|only care about] the <colour> of {it} {in}.
    I have to describe {it} to someone. <what> <colour> [is it|do I say]?
    <what> <colour> do your eyes see [on|for] {it}?
    under which [colour|color] would you [file|sort|put] {it} {in}?
    [I've|I have] got to colour in {it} {in}. <what> [colour|color] do I [take|need|use]?
    I want to [paint|knit|sew|print] one just like {it} {in}. <what> [colour|color] [is it|do I need]?
    [which|what] [colour|color] of [paint|ink|wool|paper|thread|chalk] would match {it} {in}?
    [what kind of|what sort of|of what] <colour> is {it} {in}?
    <what> <colour> does {it} [look|appear|seem] to [you|be] {in}?
    <what> is the name of the <colour> [of|on] {it} {in}?
    how do you [call|name|say] the <colour> of {it} {in}?
    what [colour|color] name [goes with|belongs to|fits|would you give to] {it} {in}?
    <what> [colour|color] am I [looking at|seeing] when I look at {it}?
    is {it} [yellow|purple|orange|brown], [green|pink|white|black] or [what|something else] {in}?
    red, green, blue or [another|some other one|something else][,|:] which is {it} {in}?
    what would a [painter|decorator|witness|designer] [call|give as] the <colour> of {it} {in}?
    for the [police report|incident report|inventory|records|log|form]: <what> <colour> is {it} {in}?
    [kindly|please] [tell|mention|state] the <colour> of {it} {in}.
    [kindly|please] [tell me|say] <what> <colour> {it} is having {in}.
    {it} is having <what> <colour> {in}?
    [what|which] [colour|color] {it} [is|has|have|be] {in}?
    [say me|tell|tell me] {it} [colour|color] [please|].
    [whit|wut|wat] [colour|color] is {it} {in}?
    <what> [colour|color] might {it} [happen to|] be {in}?
    I [would have said|thought] it was [green|blue|red|yellow], but <what> [colour|color] is {it} really {in}?
    [never mind|forget] the [shape|size|position][:|,] <what> <colour> is {it} {in}?
    not the [shape|size|place], but the <colour> of {it} {in}, please.
    I don't [care|mind] [how big|where] {it} is. <what> <colour> is it {in}?
    """,
    clauses="""
    <what> <colour> {it} is {in}
    <what> <colour> {it} is {in}
    <what> <colour> {it} has {in}
    what the <colour> of {it} is {in}
    the <colour> of {it} {in}
    how {it} {in} is [coloured|colored]
    in <what> <colour> {it} is [drawn|painted|shown]
    <what> <colour> {it} [seems|appears|happens|turns out] to be {in}
    which [crayon|paint|pen|marker] I need for {it}
    <what> <colour> they [used|picked|chose] for {it} {in}
    <what> <colour> you see on {it} {in}
    <what> <colour> you would call {it}
    <what> <colour> [was|has been] used for {it} {in}
    [which|what] <colour> most people would say {it} is {in}
    which [colour|color] of [paint|ink|wool] would match {it} {in}
    what sort of <colour> {it} has {in}
    <what> [name|word] fits the <colour> of {it} {in}
    <what> <colour> {it} [was painted|has been given|was given] {in}
    """,
    terse="""
    <colour> of {it}?
    {it}: <colour>?
    <colour> [of|for|on] {it}?
    {it} is what <colour>?
    [the|] <colour> of {it} {in}?
    {it}'s <colour>?
    {it} {in}, <colour>?
    <colour>, {it}?
    {it}, <what> <colour>?
    what <colour>, {it}?
    {it} - [colour|color]?
    [colour|color] [check|please]: {it}
    <what> <colour> {it}?
    {it} <colour>?
    {it} <colour> {in}?
    [colour|color|col|clr] {it}?
    {it}: red, green, blue or?
    name the <colour>: {it}
    """,
)

_WHICH_IS_COLOUR: Final = asking(
    direct="""
    <what> <thing> is {colour} {in}?
    which <thing> is {colour} {in}?
    what is {colour} {in}?
    what is {colour} {in}?
    what's {colour} {in}?
    [which one|which of them|which of the <things>|which of these] is {colour} {in}?
    what [here|there|] is {colour}?
    <what> <thing> has the [colour|color] {colour} {in}?
    <what> [do you see|can you see] that is {colour} {in}?
    <what> [do you see|can you see] in {colour} {in}?
    [is|there is] something {colour} {in}[,|:] what is it?
    something {in} is {colour}. what is it?
    what {colour} <thing> [is there|do you see|can you see] {in}?
    what {colour} <things> [are there|do you see|can you see|appear] {in}?
    {in} what is {colour}?
    <what> <thing> {in} is [drawn|painted|coloured|colored|filled] [in|] {colour}?
    <what> <thing> did they [paint|draw|colour|make] {colour}?
    which shape [was|has been] [painted|drawn] {colour} {in}?
    [name|list|find|show me|point out] [everything|what is|the <thing> that is|anything] {colour} {in}.
    <what> [appears|shows up] in {colour} {in}?
    <what> [belongs to|goes with] the [colour|color] {colour} {in}?
    {colour} is the [colour|color] of <what> <thing> {in}?
    {colour}: <what> <thing> is that {in}?
    what comes in {colour} {in}?
    which <thing> {in} would you call {colour}?
    what's that {colour} [thing|one|thingy|blob|shape|object|doodad|whatsit|bit] {in}?
    what is [the|that|this] {colour} [thing|one|thingy|blob|shape|object] {in} [supposed|meant] to be?
    [spot|find|pick out|show me|identify] [the|whatever is] {colour} [thing|one|shape|] {in}.
    spot the {colour} [one|thing|shape] {in}. what is it?
    I spy [with my little eye|] something {colour} {in}[. what is it?|: what is it?|. what might it be?]
    [let's play I spy|we're playing I spy]: something {colour}. what is it?
    [I'm|I am] looking for something {colour} {in}. what is it?
    I [need|want|would like] [something|anything] {colour}. what is there {in}?
    which <thing> got the {colour} [paint|ink|crayon] {in}?
    what would I use a {colour} [crayon|pencil|pen|marker] for {in}?
    if I sorted the <things> by [colour|color], what would go in the {colour} [box|pile|group]?
    what goes in the {colour} [box|pile|basket|group] {in}?
    [is anything|is there anything] {colour} {in}, and [if so, what|what is it|what would that be]?
    what [do we have|have we got|have you got|do you have] in {colour} {in}?
    what [shape|form] is the {colour} [thing|one|bit|object] {in}?
    what is the [shape|form] of the {colour} [thing|one|object] {in}?
    [give me|tell me|say] what is [done|painted|drawn] in {colour} {in}.
    [read out|list|name|note down|write down] the {colour} [ones|things|shapes|items] {in}.
    looking only at the {colour} [ones|things|shapes|bits] {in}, what [is there|do you see]?
    ignore all [colours|colors] [but|except] {colour}. what [is left|do you see|is there] {in}?
    leaving out [all|the] other [colours|colors], what is {colour} {in}?
    filter by [the|] [colour|color] {colour}[.|:] what [is left|remains|do you get] {in}?
    {colour} is my favourite [colour|color]. what is {colour} {in}?
    my [son|daughter|girl|boy|wife] [loves|adores|likes] {colour}. what is {colour} {in}?
    I see [a bit of|some|something] {colour} {in}, but what is it?
    I can [only|just] [see|make out] something {colour} {in}. what is it?
    [where it says|when I say] {colour}, which <thing> [do I mean|fits] {in}?
    to which <thing> does the [colour|color] {colour} belong {in}?
    which [one|<thing>] [wears|carries|shows|sports] the [colour|color] {colour} {in}?
    which <thing> did they choose {colour} for {in}?
    remind me which <thing> [is|was] {colour} {in}.
    [guess|can you guess] which <thing> is {colour} {in}?
    what sort of <thing> is {colour} {in}?
    {colour} [things|shapes|ones] {in}: [what are they|which are they|name them|list them]?
    who spots something {colour} {in}? what is it?
    [wat|wot] is {colour} {in}?
    what's the one in {colour} {in}?
    of all the <things> {in}, which [is|would be] {colour}?
    out of these, which one is {colour}?
    what can I [find|discover|see] in {colour} {in}?
    [anything|something] {colour} {in}? what?
    there's something {colour} {in}, [isn't there|right|I think]? what is it?
    <what> <thing> [looks|seems|appears] {colour} [to you|] {in}?
    <what> <thing> is [of|in] {colour} [colour|color] {in}?
    [which|what] <thing> [have|is having|has got] {colour} [colour|color] {in}?
    <what> <thing> [was given|has been given|got] a {colour} [coat|colour|color|finish] {in}?
    [hand|pass|bring|fetch|get] me the {colour} <thing>. what is it?
    what [do|would] you point at when I say {colour} {in}?
    I [only|just] have a {colour} [pen|crayon|marker|pencil]. what can I copy {in}?
    the {colour} [crayon|pencil|paint|ink] was used for <what> <thing> {in}?
    [take|pick|choose|grab] the {colour} [one|thing|shape] {in}. what [is it|have you got|did you get]?
    [skip|never mind|forget] the rest[,|:] what is {colour} {in}?
    is it the [circle|star|square|heart] that is {colour} {in}, or [what|which one|something else]?
    what is it that [looks|is|appears] {colour} {in}?
    what {in} is [coloured|colored] {colour}?
    can you [see|find|spot] {colour} {in}? [on what|on which <thing>|what has it]?
    on <what> <thing> do you see [the colour|the color|] {colour} {in}?
    [the colour|the color|] {colour} [appears|is used|occurs|is found] on <what> <thing> {in}?
    for <what> <thing> did [they|the artist|someone] use {colour} {in}?
    for the [report|record|log|form]: what is {colour} {in}?
    which <thing> should I [tap|click|point to|touch] if I want something {colour} {in}?
    [kindly|please] [tell|mention|name] the {colour} [thing|one|shape|item] {in}.
    [kindly|please] [tell me|say|name] what is {colour} {in}.
    [whit|wut|wot] is {colour} {in}?
    what r the {colour} [ones|things|shapes] {in}?
    [tell|describe to] a [blind|short-sighted] [person|friend] what is {colour} {in}.
    what's [painted|covered|done up|decked out|dressed] in {colour} {in}?
    """,
    clauses="""
    <what> <thing> is {colour} {in}
    what is {colour} {in}
    which one is {colour} {in}
    which <thing> {in} is [painted|drawn|coloured] {colour}
    what you see that is {colour} {in}
    what {colour} <thing> [you see|there is] {in}
    what that {colour} [thing|thingy|blob|shape] is {in}
    what the {colour} [one|thing|shape] is {in}
    which of [these|them|the <things>] is {colour} {in}
    what [there is|you have|you can see] in {colour} {in}
    what [comes|is done|is drawn] in {colour} {in}
    what has the [colour|color] {colour} {in}
    which <thing> they [painted|drew|made] {colour}
    which <thing> [looks|appears|seems] {colour} {in}
    what the {colour} [things|ones|shapes] are {in}
    on <what> <thing> they used {colour} {in}
    which <thing> has {colour} [paint|ink|colour|color] on it {in}
    what I would need a {colour} [crayon|pen|pencil] for {in}
    what [sort|kind] of <thing> is {colour} {in}
    """,
    terse="""
    {colour} <thing>?
    the {colour} one is what?
    which is {colour}?
    what's {colour}?
    the {colour} <thing> {in} is what?
    {colour} = what?
    {colour} one?
    which one, the {colour}?
    [everything|all things] {colour}?
    the {colour} one {in}, what is it?
    which <thing>, {colour}?
    {colour}: [which|what]?
    {colour} [thingy|bit], what?
    [anything|something] {colour}: what?
    {colour}, which <thing>?
    name the {colour} [one|ones|thing]
    """,
)
COLOUR_OF: Final = joined(_COLOUR_OF, more.COLOUR_OF)
WHICH_IS_COLOUR: Final = joined(_WHICH_IS_COLOUR, more.WHICH_IS_COLOUR)
