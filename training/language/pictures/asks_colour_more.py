"""More words people ask about colours of drawn things in: joined by `pictures.asks_colour`.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["COLOUR_OF", "WHICH_IS_COLOUR"]

COLOUR_OF: Final = asking(
    direct="""
    which [tube|pot|tin|bucket] of paint [was used on|went on|do I need for] {it} {in}?
    <what> <colour> do I say when [they|people|the kids] ask about {it} {in}?
    [tell|describe to] a blind [person|man|woman|friend] <what> <colour> {it} is {in}.
    do you see the <colour> of {it} {in}? [what|which] is it?
    I can [see|make out] {it} {in} but not its <colour>. [which is it|what is it|help]?
    I see everything in black and white. <what> [colour|color] is {it} {in}?
    {it} {in}, <what> <colour> did they [paint|make|give|draw] it?
    {it} {in}, what's its <colour>?
    now {it}. <what> <colour> is [it|that] {in}?
    and {it} {in}, <what> <colour> is that?
    what about {it} {in}: <what> <colour>?
    {it} comes in <what> <colour> {in}?
    <what> <colour> [coat|suit|dress|jacket] is {it} wearing {in}?
    what is {it} wearing {in}, I mean the <colour>?
    <what> <colour> [covers|coats|fills|decorates] {it} {in}?
    with <what> <colour> [is|was] {it} [painted|filled|drawn|coloured|done] {in}?
    <what> <colour> did {it} [get|turn out|come out|end up] {in}?
    if {it} {in} were a [car|ball|shirt|flower|sweet], <what> <colour> would it be?
    I [heard|hear] {it} {in} [looks nice|is lovely|is pretty]. <what> <colour> is it?
    how does {it} look {in}, [colour|color]-wise?
    the <colour> [of|on] {it} {in}, if you [please|would|can].
    [I'm walking|I'm driving|my hands are full|I'm in a rush], so quick: <what> <colour> is {it} {in}?
    [sounds daft|sounds silly|silly question|stupid question], but <what> <colour> is {it} {in}?
    not the background, but {it}: <what> <colour> is it {in}?
    [forget|never mind|ignore] the background[,|:] <what> <colour> is {it} {in}?
    [don't count|don't describe it|no need to say where it is], just name the <colour> of {it} {in}.
    you see {it} {in}? <what> <colour> is [it|that]?
    {it} has a [colour|color] {in}. [which|what is it|which one]?
    is {it} [red|blue|green|yellow], or <what> <colour> is it {in}?
    my [nan|mate|sister|gran] says {it} {in} is [green|red|blue], but <what> <colour> is it really?
    [the sun is in my eyes|the light is bad here|it's dark here], <what> <colour> is {it} {in}?
    I can't see [colours|colors] [well|at all|any more]. <what> <colour> is {it} {in}?
    which of the [colours|colors] [did they use|was used|is used] on {it} {in}?
    <what> <colour> did the [kid|child|artist|painter] [reach for|pick up|grab] for {it} {in}?
    it's about {it} {in}. <what> <colour> is it?
    one thing about {it} {in}: its <colour>?
    {it} {in}, it's <what> <colour>?
    <what> <colour> is it, {it} {in}?
    <what> <colour> is it that {it} [has|is] {in}?
    <what> [colour|color] [paint|ink|crayon] is [on|used for] {it} {in}?
    before we [go|leave|move on]: <what> <colour> is {it} {in}?
    one last thing before I go: <what> <colour> is {it} {in}?
    I have to [dress|paint|wrap] something like {it} {in}. in which <colour>?
    <what> <colour> [meets|greets] the eye on {it} {in}?
    [say|shout|call] out the <colour> of {it} {in}.
    {it} {in} shines in <what> <colour>?
    I'd know the shape of {it} by touch, but <what> <colour> is it {in}?
    """,
    clauses="""
    <what> <colour> [covers|fills|coats] {it} {in}
    with <what> <colour> {it} was [painted|drawn|filled] {in}
    <what> <colour> {it} [came out|turned out|comes in] {in}
    {it}'s <colour> {in}
    <what> <colour> [they gave|to give] {it} {in}
    which of the colours is on {it} {in}
    """,
    terse="""
    {it}, what's its <colour>?
    <colour> please, {it}
    and {it}'s <colour>?
    <colour> only: {it}
    what's its <colour>, {it}?
    {it} in what <colour>?
    <what> <colour> now, {it}?
    {it}, <colour>?
    and {it}, <what> <colour>?
    so {it} is what <colour>?
    """,
)

WHICH_IS_COLOUR: Final = asking(
    direct="""
    all [things|shapes|items] [that are|which are|in] {colour} {in}[, please.|: name them.|: what are they?]
    everything {colour} {in}[, please.|: what is it?|: name it.]
    the {colour} [bit|part|spot|patch] {in}, what [shape is it|is it|is that]?
    [have a look|look] for something {colour} {in}. what [do you find|is it|have you found]?
    [the artist|someone|somebody] painted something {colour} {in}. what [was it|is it]?
    [forget|never mind] the [sizes|places|positions][:|,] which <thing> is {colour} {in}?
    who is {colour} {in}?
    who [wears|is wearing|is dressed in|is painted in|comes in] {colour} {in}?
    which one [turned out|came out|ended up|was made] {colour} {in}?
    the {colour} [one|thing|shape] {in}: what [do you call it|is its name|is it called]?
    I mean the {colour} [one|thing|bit] {in}. what is [it|that]?
    [over there|there], the {colour} [one|thing|shape] {in}, what's that?
    only {colour} [counts|matters] now: what [is there|do you see] {in}?
    [a child|my kid|my nan|my pupil] asks for the {colour} [one|thing] {in}. what is it?
    [I like|my favourite is|I fancy|I want] the {colour} [one|thing] {in}. what is it?
    what do they mean by the {colour} [one|thing|shape] {in}?
    if someone says the {colour} one, [which|what] do they mean {in}?
    [I'm walking|I'm driving|my hands are full|I'm in a rush], so quick: what is {colour} {in}?
    [sounds daft|sounds silly|silly question|stupid question], but what is {colour} {in}?
    not the background, but which <thing> is {colour} {in}?
    [no need to count|never mind how many], just what is {colour} {in}.
    what has {colour} [on|all over] it {in}?
    what's [coloured|colored] in with {colour} {in}?
    [with|in] {colour} [ink|paint|chalk], what did they draw {in}?
    what did they [draw|make|do|paint] in {colour} {in}?
    what stands out in {colour} {in}?
    I see {colour} [somewhere|] {in}. what [is that|has that colour|has that color]?
    there's [some|a bit of|a splash of] {colour} {in}. [on what|what is it on|what has it]?
    what's the name of the {colour} [one|thing|shape] {in}?
    how do you call the {colour} [one|thing|shape] {in}?
    does any <thing> {in} come in {colour}, and which?
    what [makes up|is in] the {colour} [part|bit] of {pic}?
    of {colour} [things|shapes], what [do we have|is there|can you see] {in}?
    {colour} [things|shapes] - which [are there|do you see] {in}?
    I [heard|was told] something is {colour} {in}. what?
    before we [go|leave|move on]: what is {colour} {in}?
    one last thing before I go: what is {colour} {in}?
    [the thing|the one|the shape] that is {colour} {in}, what is [it|that]?
    now the {colour} [one|thing|shape] {in}. what is it?
    what about the {colour} [one|thing|shape] {in}: what is it?
    what would be missing {in} if they ran out of {colour} [paint|ink]?
    which of them [sits|stands|is] there in {colour} {in}?
    give me [a name|the name] for the {colour} [one|thing|shape] {in}.
    look at [the|what is] {colour} {in}. what do you see?
    what do you see when you look for {colour} {in}?
    """,
    clauses="""
    who [is|wears|is dressed in] {colour} {in}
    what they [drew|made|painted] in {colour} {in}
    what the {colour} [one|thing|shape] is called {in}
    which of them [came out|turned out|is] {colour} {in}
    what they mean by the {colour} one {in}
    what has {colour} on it {in}
    """,
    terse="""
    who's {colour}?
    who's in {colour}?
    the {colour} one, what?
    that {colour} [thing|one]?
    {colour} {in}, what?
    {colour}: who?
    {colour} bits?
    the {colour} [one|thing], what's that?
    now {colour}: what?
    what, in {colour}?
    """,
)
