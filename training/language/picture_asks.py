"""How people ask about single drawn shapes: the patterns of `picture_questions_items`.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = [
    "COLOUR_OF",
    "POSITION_OF",
    "SHAPE_OF",
    "WHAT_IS_AT",
    "WHICH_IS_COLOUR",
]

COLOUR_OF: Final = asking(
    direct="""
    <what> <colour> is {it} {in}?
    <what> <colour> is {it} {in}?
    <what> <colour> does {it} have {in}?
    <what> <colour> has {it} got {in}?
    <what> is the <colour> of {it} {in}?
    what's the <colour> of {it} {in}?
    {in} <what> <colour> is {it}?
    {it} {in} is <what> <colour>?
    {it} {in}: <what> <colour> is it?
    {it}, <what> <colour> is it?
    <what> <colour> would you [say|call] {it} [is|] {in}?
    in <what> <colour> is {it} [drawn|painted|filled|shown|coloured|colored]?
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
    [find|look at] {it} {in}. <what> [colour|color] is it?
    {it} is painted in <what> <colour>?
    <what> <colour> do you see on {it}?
    [which|what] [colour|color] paint would I need for {it}?
    [which|what] [crayon|pencil|paint|pen] would I [take|use|pick] to [draw|paint] {it}?
    is {it} red, blue or [some other|another|which] [colour|color]?
    """,
    clauses="""
    <what> <colour> {it} is {in}
    <what> <colour> {it} has {in}
    what the <colour> of {it} is {in}
    the <colour> of {it} {in}
    how {it} {in} is [coloured|colored]
    in <what> <colour> {it} is [drawn|painted|shown]
    """,
    terse="""
    <colour> of {it}?
    {it}: <colour>?
    {it} <colour>?
    {it} is what <colour>?
    [the|] <colour> of {it} {in}?
    {it}'s <colour>?
    """,
)

SHAPE_OF: Final = asking(
    direct="""
    <what> [shape|form] is {it} {in}?
    <what> [shape|form] is {it} {in}?
    <what> [shape|form] does {it} have {in}?
    <what> [shape|form] has {it} got {in}?
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
    how is {it} [shaped|formed] {in}?
    what does {it} look like?
    what might {it} be?
    what could {it} {in} be?
    look at {it} {in}. what is it?
    [which|what] geometric [shape|figure] is {it}?
    what [figure|outline|silhouette] do you see for {it}?
    what am I looking at [with|when I look at] {it}?
    """,
    clauses="""
    <what> [shape|form] {it} is {in}
    <what> [shape|form] {it} has {in}
    what the [shape|form] of {it} is {in}
    what {it} is {in}
    what {it} {in} is
    the [shape|form] of {it} {in}
    what kind of [shape|thing] {it} is {in}
    how {it} {in} is shaped
    """,
    terse="""
    [shape|form] of {it}?
    {it}: [shape|form]?
    {it} is what shape?
    [the|] shape of {it} {in}?
    {it}?
    """,
)

WHICH_IS_COLOUR: Final = asking(
    direct="""
    <what> <thing> is {colour} {in}?
    which <thing> is {colour} {in}?
    what is {colour} {in}?
    what's {colour} {in}?
    [which one|which of them|which of the <things>] is {colour} {in}?
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
    <what> <thing> did they [paint|draw|colour] {colour}?
    which shape [was|has been] [painted|drawn] {colour} {in}?
    [name|list|find|show me|point out] [everything|what is|the <thing> that is|anything] {colour} {in}.
    <what> [appears|shows up] in {colour} {in}?
    <what> [belongs to|goes with] the [colour|color] {colour} {in}?
    {colour} is the [colour|color] of <what> <thing> {in}?
    {colour}: <what> <thing> is that {in}?
    what comes in {colour} {in}?
    which <thing> {in} would you call {colour}?
    """,
    clauses="""
    <what> <thing> is {colour} {in}
    what is {colour} {in}
    which one is {colour} {in}
    which <thing> {in} is [painted|drawn|coloured] {colour}
    what you see that is {colour} {in}
    what {colour} <thing> [you see|there is] {in}
    """,
    terse="""
    {colour} <thing>?
    the {colour} one is what?
    which is {colour}?
    what's {colour}?
    the {colour} <thing> {in} is what?
    """,
)

POSITION_OF: Final = asking(
    direct="""
    where is {it} {in}?
    where is {it} {in}?
    where's {it} {in}?
    where can [I|you|we] [find|see|spot] {it} {in}?
    where do you see {it} {in}?
    where {in} is {it}?
    where exactly is {it} {in}?
    where is {it} [located|placed|positioned|situated|drawn] {in}?
    where [would|will] I find {it} {in}?
    where does {it} [sit|stand|lie|appear] {in}?
    where did they [put|draw|place] {it} {in}?
    where should I look for {it} {in}?
    where [must|do] I look to see {it}?
    what is the [position|location|place] of {it} {in}?
    what's the [position|location|place] of {it} {in}?
    <what> [position|place|spot|location] is {it} in?
    in <what> [part|area|region|section] of {pic} is {it}?
    <what> [part|area|region|section] of {pic} is {it} in?
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
    <give> [me|] the [position|location|place] of {it} {in}.
    {it} {in}: where is it?
    {it}, where is it {in}?
    {in} where is {it}?
    I [can't find|am looking for|can't see|lost] {it} {in}. where is it?
    which way [should|do|must] I look to see {it}?
    whereabouts is {it} {in}?
    [to|in|at] which [place|spot|position] [must|do] I look for {it}?
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
    """,
    terse="""
    [position|location|place] of {it}?
    {it}: where?
    {it} where?
    where {it}?
    {it} - [position|location]?
    [whereabouts|where] {it} {in}?
    """,
)

WHAT_IS_AT: Final = asking(
    direct="""
    what is {where} {in}?
    what is {where} {in}?
    what's {where} {in}?
    what is there {where} {in}?
    what do you see {where} {in}?
    what can you [see|spot|make out|find] {where} {in}?
    what can be [seen|found] {where} {in}?
    <what> <thing> is {where} {in}?
    <what> <thing> do you see {where} {in}?
    <what> [things|shapes|objects] do you see {where} {in}?
    <what> [sits|stands|lies|appears|shows up] {where} {in}?
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
    """,
    clauses="""
    what is {where} {in}
    what is {where} {in}
    what you see {where} {in}
    what there is {where} {in}
    <what> <thing> is {where} {in}
    what can be seen {where} {in}
    what I would find {where} {in}
    """,
    terse="""
    {where}?
    {where}: what?
    what {where}?
    <thing> {where}?
    and {where}?
    """,
)
