"""How people ask where a drawn thing is, and what is at a place.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking, joined
from anymal.training.language.pictures import asks_place_more as more

__all__ = ["POSITION_OF", "WHAT_IS_AT"]

_POSITION_OF: Final = asking(
    direct="""
    where is {it} {in}?
    where is {it} {in}?
    where is {it} {in}?
    where's {it} {in}?
    where can [I|you|we] [find|see|spot] {it} {in}?
    where do you see {it} {in}?
    where {in} is {it}?
    where exactly is {it} {in}?
    where is {it} [located|placed|positioned|situated|drawn] {in}?
    where [would|will] I find {it} {in}?
    where does {it} [sit|stand|lie|appear|live|belong|show up] {in}?
    where did they [put|draw|place|stick] {it} {in}?
    where should I look for {it} {in}?
    where [must|do] I look to see {it}?
    what is the [position|location|place] of {it} {in}?
    what's the [position|location|place] of {it} {in}?
    <what> [position|place|spot|location] is {it} in?
    in <what> [part|area|region|section|bit|zone] of {pic} is {it}?
    <what> [part|area|region|section|bit] of {pic} is {it} in?
    in <what> [position|place|spot] is {it} {in}?
    on <what> side is {it} {in}?
    on <what> side of {pic} is {it}?
    <what> side is {it} on {in}?
    [in|] <what> corner or side [is|has] {it} {in}?
    <what> corner is {it} in, or is it somewhere else?
    is {it} {in} on the left, in the middle or on the right?
    is {it} {in} at the top, in the middle or at the bottom?
    [locate|find|point to|point out] {it} {in}.
    [please|] [locate|find] {it} {in} for me.
    <give> [me|] the [position|location|place|whereabouts] of {it} {in}.
    {it} {in}: where is it?
    {it}, where is it {in}?
    {in} where is {it}?
    I [can't find|am looking for|can't see|lost] {it} {in}. where is it?
    which way [should|do|must] I look to see {it}?
    whereabouts is {it} {in}?
    [to|in|at] which [place|spot|position] [must|do] I look for {it}?
    whereabouts [would|can|will] I [find|see|spot] {it} {in}?
    what are the whereabouts of {it} {in}?
    [point|direct|guide|lead] me to {it} {in}.
    where's {it} at {in}?
    where has {it} [got to|ended up|been put|been drawn|gone] {in}?
    where's {it} [hiding|hidden|sitting|tucked away] {in}?
    where [do|should|would] I [tap|click|touch|press|point] to hit {it} {in}?
    if I wanted to [tap|touch|click on|point at] {it}, where would I [go|put my finger|aim]?
    where would I stick a pin to mark {it} {in}?
    [where|which way] should my eyes go to find {it} {in}?
    is {it} [more to|further to|over on|towards] the left or the right {in}?
    is {it} [high up or low down|near the top or near the bottom|up top or down below] {in}?
    left, right, top, bottom: where is {it} {in}?
    [left, middle or right|top, middle or bottom][:|,] where is {it} {in}?
    is {it} left or right, [up or down|top or bottom] {in}?
    on a three by three grid, [which cell has|which cell holds|in which cell is] {it}?
    if you [split|divide|cut] {pic} into nine [parts|cells|fields], which one is {it} in?
    has [anybody|anyone] seen {it} {in}? where is it?
    [help me|can you help me] [find|locate|spot] {it} {in}.
    [spot|find|look for] {it} {in} and [tell me|say] where it is.
    describe [where|the place where|the spot where] {it} [sits|is] {in}.
    [pinpoint|pin down|track down] {it} {in}.
    how would you describe the [position|location|placement] of {it} {in}?
    [which|what] [spot|place] did [they|the artist|someone] [pick|choose|find] for {it} {in}?
    {it} {in} is where?
    {it} {in} - where [is it|is that|would that be|exactly]?
    {it} {in}, whereabouts?
    I've lost {it} {in}[, where did it go?|, where is it?|. where to look?]
    remind me where {it} [is|was] {in}.
    [guess|have a guess|take a guess][:|,] where is {it} {in}?
    [I'm|I am] [blind|nearly blind|without my glasses][, so|.|:] where is {it} {in}?
    my [son|daughter|grandma|friend] can't find {it} {in}. where is it?
    I know {it} is [somewhere|there], but where {in}?
    there's {it} somewhere {in}, but where?
    where [abouts|about] is {it} {in}?
    where [do you think|do you reckon|would you say|would you put|do you suppose] {it} is {in}?
    [wher|were] is {it} {in}?
    which [area|part|corner|bit] of {pic} [holds|has|shows|contains] {it}?
    to find {it} {in}, where [do|should] I look?
    position-wise, where is {it} {in}?
    in <what> direction do I [look|turn my eyes] for {it} {in}?
    tell me about the [position|location|place] of {it} {in}.
    [what about|how about] the [position|place|location] of {it} {in}?
    how do I [get to|find|spot] {it} {in}?
    [report|note|check|determine|specify] the [position|location] of {it} {in}.
    if {pic} were a [map|page|wall], where would {it} be?
    where [on earth|the heck|in the world] is {it} {in}?
    where [might|could] {it} be {in}?
    where'd [they put|you see|you find] {it} {in}?
    where {it} is {in}?
    where is {it} kept {in}?
    at <what> [place|position|spot|location] {it} is [there|lying|kept] {in}?
    [kindly|please] [tell|give|mention] the [position|location|place] of {it} {in}.
    [where's|whaur's|whereabout's] {it} [to|at] {in}?
    in which row and [in which|] column is {it} {in}?
    is {it} [high or low|up or down], left or right {in}?
    is {it} in a corner {in}, or where is it?
    which way do I [turn|move|swipe|scroll|reach] to get to {it} {in}?
    on a tic-tac-toe board, where would {it} be {in}?
    [never mind|forget] the [colour|color|size|shape][:|,] where is {it} {in}?
    I don't need [the colour|the size|the shape], [just|only] where {it} is {in}.
    I know what it [is|looks like], but where is {it} {in}?
    <what> part of {pic} should I [crop|cut out|enlarge|zoom in on] to get {it}?
    for the [report|record|log|form]: where is {it} {in}?
    [tell|describe to] a blind [person|friend|man|woman] where {it} is {in}.
    if [someone|they|my boss] asked me where {it} is {in}, what [should|would] I say?
    what is the [spot|area|part|zone] where {it} [is|sits|was drawn] {in}?
    where did {it} [go|get to|end up|land] {in}?
    [have you seen|do you see|did you find|can you spot] {it} {in}? where [is it|exactly]?
    {it} must be somewhere {in}. [where|but where|tell me where]?
    I [give up|can't spot it|looked everywhere]. where is {it} {in}?
    [hide and seek|treasure hunt|seek and find]: where is {it} {in}?
    my [finger|hand|cursor|mouse] should go to {it} {in}. where [is that|do I move it]?
    """,
    clauses="""
    where {it} is {in}
    where {it} is {in}
    where {it} is [located|placed|positioned] {in}
    where {in} {it} is
    where I can find {it} {in}
    where to [find|look for|see] {it} {in}
    where you see {it} {in}
    in <what> [part|area|corner|position] {it} is {in}
    on <what> side {it} is {in}
    the [position|location] of {it} {in}
    the [whereabouts|placement] of {it} {in}
    whereabouts {it} is {in}
    where {it} [sits|is hiding|ended up|has got to|has been put] {in}
    where to [tap|click|point|touch] for {it} {in}
    <what> [spot|bit|part] of {pic} {it} is in
    where they [put|drew|placed] {it} {in}
    whether {it} is left or right, [up or down|top or bottom] {in}
    where {it} [might|could] be {in}
    in which row and column {it} is {in}
    where I should look [for|to see] {it} {in}
    where [in the world|on earth] {it} is {in}
    <what> [corner|part|side|area] {it} is in
    """,
    terse="""
    [position|location|place] of {it}?
    {it}: where?
    {it} where?
    where {it}?
    {it} - [position|location]?
    [whereabouts|where] {it} {in}?
    {it}: left, right, top, bottom?
    {it} is where?
    where, {it}?
    {it} {in}, which [side|spot|part]?
    [find|locate] {it}
    {it} {in} where?
    {it} [pos|loc|spot]?
    [pos|loc|cell|row and column] of {it}?
    {it}, [which|what] [side|corner|part]?
    see {it}? where?
    """,
)

_WHAT_IS_AT: Final = asking(
    direct="""
    what is {where} {in}?
    what is {where} {in}?
    what is {where} {in}?
    what's {where} {in}?
    what is there {where} {in}?
    what do you see {where} {in}?
    what can you [see|spot|make out|find|recognise] {where} {in}?
    what can be [seen|found] {where} {in}?
    <what> <thing> is {where} {in}?
    <what> <thing> do you see {where} {in}?
    <what> [things|shapes|objects] do you see {where} {in}?
    <what> [sits|stands|lies|appears|shows up|lives|rests] {where} {in}?
    what is [located|placed|drawn|shown|visible|displayed] {where} {in}?
    {where} {in}[,|] what do you see?
    {where} {in}[,|] what is there?
    {where}[,|] what is it?
    {in} what is {where}?
    [look|looking] {where} {in}[,|:] what do you see?
    if I look {where} {in}, what do I see?
    what will I find {where} {in}?
    what did they [draw|put|place] {where} {in}?
    [describe|name|tell me] what is {where} {in}.
    what have we got {where} {in}?
    is there [something|anything] {where} {in}, and what is it?
    what would I see {where} {in}?
    what's that [thing|shape|thingy|blob|object|doodad|bit|] {where} {in}?
    what's [sitting|hiding|going on|hanging out|waiting] {where} {in}?
    there's something {where} {in}[, what is it?|. what is it?|, but what?|. what might it be?]
    {where} {in} I see [something|a thing|a blob]. what is it?
    [anything|something] {where} {in}? [what|if so, what|what is it]?
    is it empty {where} {in}, or what is there?
    is there nothing {where} {in}, or what is there?
    what would I [touch|hit|get] if I [tapped|clicked|pointed|pressed] {where} {in}?
    if I put my finger {where} {in}, what [is under it|do I touch|would I be touching]?
    which <thing> [has its place|lives|is found|can be found|ended up] {where} {in}?
    [read out|list|note down|write down|call out|name] what's {where} {in}.
    [name|list|give me] [everything|all|whatever] {where} {in}.
    remind me what [is|was] {where} {in}.
    only look {where} {in}[:|.] what is there?
    [concentrate on|focus on|zoom in on|just take] what's {where} {in}. what [is it|do you see]?
    what [did the artist|did someone|did somebody|have they] put {where} {in}?
    what fills the space {where} {in}?
    what [catches your eye|do you notice|strikes you|do you find|do you spot] {where} {in}?
    {where} {in} [we have|there is|you see|I'd find] what?
    what do [you|we|I] [get|have] {where} {in}?
    what is {where} {in}, and in <what> [colour|color]?
    <what> [colour|color] and shape is the thing {where} {in}?
    what kind of <thing> is {where} {in}?
    [I'm|I am] [blind|nearly blind|without my glasses][, so|.|:] what is {where} {in}?
    I [can't|cannot] [see|tell|make out] what is {where} {in}[, can you?|. help me.|.]
    [guess|have a guess|take a guess][:|,] what is {where} {in}?
    my eyes are on what's {where} {in}. what is it?
    [wat|wot] is {where} {in}?
    what [do you think|do you reckon|would you say|would you guess] is {where} {in}?
    when you look {where} {in}, what [is there|meets your eye|do you see]?
    [show|tell] me the <thing> {where} {in}.
    describe the <thing> {where} {in}.
    what [could|might] that be {where} {in}?
    what's [there|on show|to be seen] {where} {in}?
    [just|only|] {where} {in}: what do we have?
    tell me [all|] about what is {where} {in}.
    [how about|what about] {where} {in}?
    what [shape|figure] [occurs|turns up|pops up|comes up] {where} {in}?
    someone drew something {where} {in}. what?
    starting {where} {in}, what do you see there?
    what is it that [is|sits|I see] {where} {in}?
    what [lies|is lying|is kept|is placed|is present] {where} {in}?
    what [exactly|actually|on earth|precisely] is {where} {in}?
    which of the <things> is {where} {in}?
    what [might|could] be {where} {in}?
    what [have they drawn|have they got|was drawn|was put|was painted] {where} {in}?
    I [am looking|look|looked] {where} {in}. what [do I see|is it|is there]?
    I [tapped|clicked|touched|pressed] {where} {in}. what did I hit?
    my [finger|cursor|mouse|hand] is {where} {in}. what [is there|is it on|does it touch]?
    [kindly|please] [tell|mention|say] what is there {where} {in}.
    what all [is there|do you see|do we have] {where} {in}?
    [whit|wut|wot] is {where} {in}?
    for the [report|record|log|form]: what is {where} {in}?
    [tell|describe to] a blind [person|friend|man|woman] what is {where} {in}.
    [never mind|ignore|skip|forget] the rest[,|:] what is {where} {in}?
    if I [cropped|cut out|tore off|kept] the bit {where} {in}, what would I have?
    is it [a circle, a square|a star, a heart|a ring, a cross] or [something else|what] {where} {in}?
    what [shape|thing] would I [reach|meet|come across|run into] {where} {in}?
    what do your eyes [find|meet|see] {where} {in}?
    what [occupies|takes up|fills] the [spot|place|bit] {where} {in}?
    did [they|someone] put [something|anything] {where} {in}? [what|if so, what]?
    """,
    clauses="""
    what is {where} {in}
    what is {where} {in}
    what you see {where} {in}
    what there is {where} {in}
    <what> <thing> is {where} {in}
    what can be seen {where} {in}
    what I would find {where} {in}
    what's [sitting|hiding|shown|drawn|placed] {where} {in}
    what that [thing|shape|blob] {where} {in} is
    what [they|someone|the artist] put {where} {in}
    which <things> are {where} {in}
    what [we have|you have|you notice|you spot] {where} {in}
    what kind of <thing> is {where} {in}
    what [lies|is kept|is present|is placed] {where} {in}
    what I see when I look {where} {in}
    what was [drawn|painted|put] {where} {in}
    what all is {where} {in}
    """,
    terse="""
    {where}?
    {where}: what?
    what {where}?
    <thing> {where}?
    and {where}?
    {where} {in}?
    {where} is what?
    {where} there is?
    what's {where}?
    [anything|something] {where}, what?
    contents {where}?
    {where} [we have|has|we see] what?
    what's there {where}?
    {where}, [what is it|what's that]?
    look {where}: what?
    """,
)
POSITION_OF: Final = joined(_POSITION_OF, more.POSITION_OF)
WHAT_IS_AT: Final = joined(_WHAT_IS_AT, more.WHAT_IS_AT)
