"""How people ask what shape a drawn thing has.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["SHAPE_OF"]

SHAPE_OF: Final = asking(
    direct="""
    <what> [shape|form] is {it} {in}?
    <what> [shape|form] is {it} {in}?
    <what> [shape|form] is {it} {in}?
    <what> [shape|form] does {it} have {in}?
    <what> [shape|form] has {it} got {in}?
    what is {it} {in}?
    what is {it} {in}?
    what's {it} {in}?
    what is the [shape|form] of {it} {in}?
    what's the [shape|form] of {it} {in}?
    <what> kind of [shape|thing|figure|object] is {it} {in}?
    what sort of [shape|thing|figure|object] is {it}?
    what type of [shape|figure] is {it} {in}?
    what would you call {it} {in}?
    what do you call the shape of {it}?
    <give> [me|] the [shape|form] of {it} {in}.
    [please|] [name|identify|describe] the [shape|form] of {it} {in}.
    {in} <what> [shape|form] is {it}?
    {it} {in} is <what> [shape|form]?
    {it} {in}: <what> [shape|form] is it?
    {it}, what is it?
    {it} {in}, is it a circle, a square or [what|something else]?
    is {it} {in} a circle, a star or [what|something else]?
    is {it} {in} a [heart or a cross|ring or a diamond|star or a square], or something else?
    how is {it} [shaped|formed] {in}?
    what does {it} look like?
    what might {it} be?
    what could {it} {in} be?
    look at {it} {in}. what is it?
    [which|what] [geometric|geometrical|basic|simple] [shape|figure|form] is {it} {in}?
    what [figure|outline|silhouette] do you see for {it}?
    what am I looking at [with|when I look at] {it}?
    what is {it} {in} [supposed|meant] to be?
    what would you [name|label|say is] {it} {in}?
    shape-wise, what is {it} {in}?
    what is {it} {in}, shape-wise?
    as [for|regards] [shape|form], what is {it} {in}?
    in terms of [shape|form], what is {it} {in}?
    remind me what [shape|form] {it} [is|was] {in}.
    remind me what {it} {in} is.
    [have a guess|take a guess|guess][:|,] what [shape|figure] is {it} {in}?
    if I [traced|cut out|drew round|drew around] {it}, what shape would I [get|end up with|have]?
    if I ran my finger [round|around] {it}, what shape would I [feel|trace|draw]?
    [which|what] [cookie cutter|biscuit cutter|stencil|stamp] would [make|give me|match] {it}?
    <what> shape should I draw [to copy|if I want to copy|for] {it} {in}?
    [I'm|I am] teaching my [kid|son|daughter|grandson] shapes[:|.] what [shape|] is {it} {in}?
    we are [learning|practising] shapes[.|:] what [shape|] is {it} {in}?
    [can|could] you put a name to {it} {in}?
    what's the [word|name|term] for [a shape like|the shape of] {it} {in}?
    how do you call [the shape of|] {it} {in}?
    [identify|recognise|recognize|name] {it} {in}.
    [determine|specify|work out|check|find out] the [shape|form|outline] of {it} {in}.
    what kind of [thingy|doodad|whatsit|blob] is {it} {in}?
    <what> [outline|contour|silhouette] [has {it} got|does {it} have] {in}?
    describe the [outline|contour|silhouette] of {it} {in}.
    what does {it} [resemble|look like|represent] {in}?
    in <what> [shape|form] [is|was] {it} [drawn|made|cut|shown|printed] {in}?
    {it} {in} has the [shape|form] of what?
    the [shape|form] of {it} {in} is what?
    {it} {in} - what [is it|shape is that|would that be|shape are we talking]?
    {it} {in}: [circle, square or what|round, square or what|star, heart or what]?
    if {it} were a [sticker|biscuit|button|cookie], what shape would it be?
    I [see|notice|can make out] {it} {in}, but [what shape is it|what is it]?
    I [can't|cannot] [tell|see|make out] what [shape|form] {it} is {in}[, can you?|. help me.|.]
    [name that shape|shape quiz|quick quiz]: {it} {in}?
    fill in the [shape|form]: {it} {in} is a what?
    which [shape|figure|form] did [they|the artist|someone|somebody] [draw|choose|pick|use] for {it} {in}?
    <what> [shape|form] [do you think|do you reckon|would you say|would you guess] {it} is {in}?
    what do you [think|reckon|suppose] {it} is {in}?
    what [d'you|do u|do ya] [think|reckon] {it} is?
    [wat|wot|wht] shape is {it} {in}?
    whats {it} {in}?
    what [shape|figure] should I [write down|note|put down|report] for {it} {in}?
    I have to describe the [shape|form] of {it} to someone. what do I say?
    tell me about the [shape|form] of {it} {in}.
    [what about|how about] the [shape|form] of {it} {in}?
    I [need|want|am after|only care about] the [shape|form] of {it} {in}.
    what [would|does] a [maths teacher|mathematician|child|kid] call {it}?
    is {it} {in} [round|pointed|square|angular], or what shape [is it|does it have]?
    is {it} something like a [circle|square|triangle|star], or what?
    which shape name [fits|suits|goes with] {it} [best|] {in}?
    pretend I can't see it: what [shape|form] is {it} {in}?
    of <what> [shape|form] is {it} {in}?
    {it} is having <what> [shape|form] {in}?
    [which|what] [shape|form] {it} [is|has|have] {in}?
    <what> [shape|form] [might|could|would] {it} be {in}?
    what shape does {it} [make|take|form|come in] {in}?
    what [exactly|precisely|actually|really|on earth] is {it} {in}?
    {it} {in} is a what [exactly|now|]?
    is {it} {in} a [triangle or a diamond|circle or a ring|cross or a star], or [neither|what]?
    circle, square, triangle, star or [another|some other one|something else][:|,] which is {it} {in}?
    does {it} have [corners|points|straight sides] {in}, or what shape is it?
    I [tapped|touched|clicked on|pointed at|am pointing at] {it} {in}. what [is it|shape is that]?
    [never mind|forget] the [colour|color|size|position][:|,] what [shape|form] is {it} {in}?
    not the [colour|color|size], but the [shape|form] of {it} {in}, please.
    I don't [care|mind] [where|how big] {it} is. what shape is it {in}?
    I know [the colour|the color|where it is|how big it is], but what shape is {it} {in}?
    if I [carved|baked|folded|modelled|cut out] one like {it} {in}, what shape would it [be|have]?
    what would I [draw|sketch|cut out] to [copy|match] {it} {in}?
    as <what> [shape|form] [would|does] {it} count {in}?
    under which shape would you [file|sort|put|list] {it} {in}?
    into which [hole|slot] of a shape sorter would {it} [go|fit] {in}?
    for the [report|record|log|form|inventory]: what shape is {it} {in}?
    [kindly|please] [tell|mention|give|state] the [shape|form] of {it} {in}.
    [kindly|please] [tell me|say] what shape {it} is having {in}.
    [whit|wut|wat] shape is {it} {in}?
    how is {it} {in} called?
    what is {it} called {in}?
    what [shape|] did [they|the artist|someone|somebody] draw as {it} {in}?
    [tell|describe to] a blind [person|friend|man|woman] what shape {it} is {in}.
    I need a [cutter|mould|mold|stencil|template] for {it} {in}. [which|what] shape?
    if my [pupil|student|toddler|little one] asks what {it} is {in}, what do I say?
    I [thought|would have said] it was a [circle|square|star|heart], but what is {it} really {in}?
    what's the [geometrical|geometric|proper|correct|usual] name [for|of] {it} {in}?
    what [shape|form|outline] [can|do] you [make out|see|recognise|recognize] for {it} {in}?
    do you recognise {it} {in}? what [is it|shape is it]?
    [any idea|any clue] what {it} is [supposed to be|meant to be|] {in}?
    what [shape|form|figure] [goes by|hides behind|is meant by] {it} {in}?
    which [shape|figure] would I have to [look for|learn] to know {it} {in}?
    what sort of [form|outline|figure] has {it} {in}?
    I'm [knitting|sewing|making|cutting] a copy of {it} {in}. what shape [is it|should I make]?
    {it} {in} has a shape. [which one|what is it|which]?
    {it} {in}, what's its [shape|form]?
    now {it}. what shape is [it|that] {in}?
    and {it} {in}, what is that?
    what about {it} {in}: <what> shape?
    who or what is {it} {in}?
    which shape does {it} {in} [belong to|go under|stand for]?
    which one of the shapes is {it} {in}?
    of all [the|] shapes, which [one|] is {it} {in}?
    what did they [draw|make|paint] {it} as {in}?
    I [see|have|found] {it} {in}. is it [round|square|pointy|heart-shaped] or [what|what else]?
    my [nan|mate|sister|kid] says {it} {in} is a [star|circle|heart|square]. what is it really?
    [I'm walking|I'm driving|my hands are full|I'm in a rush], so quick: what shape is {it} {in}?
    [sounds daft|sounds silly|silly question|stupid question], but what is {it} {in}?
    [never mind|ignore|not] the background[,|:] what shape is {it} {in}?
    by what name [does {it} go|do you know {it}] {in}?
    what [do they|would they] call {it} at school?
    it's about {it} {in}. what shape [is it|does it have]?
    one thing about {it} {in}: its [shape|form]?
    you see {it} {in}? what shape is [that|it]?
    <what> [shape|form] is it, {it} {in}?
    what is it, {it} {in}?
    <what> [shape|form] is it that {it} has {in}?
    I can't put a name to {it} {in}. what [is it|shape is it]?
    the [edge|rim|border] of {it} {in} makes what shape?
    could {it} {in} be a [heart|star|square|cross], or what is it?
    if {it} {in} were a [balloon|pillow|cake|window|badge], what shape would it have?
    what shape did {it} [get|turn out|end up as] {in}?
    before we [go|leave|move on]: what shape is {it} {in}?
    one last thing before I go: what is {it} {in}?
    I can tell the [colour|color] of {it} {in}, but not its shape. what is it?
    [round|square] or not, what shape is {it} {in}?
    """,
    clauses="""
    <what> [shape|form] {it} is {in}
    <what> [shape|form] {it} is {in}
    <what> [shape|form] {it} has {in}
    what the [shape|form] of {it} is {in}
    what {it} is {in}
    what {it} {in} is
    the [shape|form] of {it} {in}
    what kind of [shape|thing|figure] {it} is {in}
    how {it} {in} is shaped
    what {it} {in} is [supposed|meant] to be
    what [you'd|you would|people] call {it} {in}
    which [basic|geometric|] [shape|figure] {it} is {in}
    what {it} {in} [looks like|might be|could be]
    in <what> [shape|form] {it} is [drawn|shown|made] {in}
    what [outline|contour|silhouette] {it} has {in}
    what shape {it} [has|makes|takes] {in}
    what [name|word] fits the shape of {it} {in}
    what {it} is called {in}
    which [cutter|stencil|stamp] would make {it} {in}
    which shape they [drew|picked|chose] for {it} {in}
    what [most people|a child|a teacher] would call {it} {in}
    [if|whether] {it} {in} is a [circle, a square|star, a heart|ring, a cross] or something else
    who or what {it} is {in}
    which of the shapes {it} is {in}
    by what name {it} goes {in}
    {it}'s [shape|form] {in}
    what shape {it} [comes in|turned out] {in}
    what to call {it} {in}
    """,
    terse="""
    [shape|form] of {it}?
    {it}: [shape|form]?
    {it} is what shape?
    [the|] shape of {it} {in}?
    {it}?
    {it} {in}, [shape|form|what is it]?
    {it}: what?
    {it} - shape?
    which shape, {it}?
    {it} = what shape?
    shape [check|please]: {it}
    [what|which] [shape|form] {it}?
    {it} shape?
    {it} {in} what shape?
    {it} is [a|] what?
    {it}: [circle, star|round, square|heart, cross] or what?
    name of {it}?
    name that shape: {it}
    {it}'s [shape|form]?
    what's its shape, {it}?
    {it} please, shape?
    {it} is called?
    [shape|form] only: {it}
    {it}, round or square or what?
    and {it}, shape?
    {it}, who is that?
    what's that, {it}?
    """,
)
