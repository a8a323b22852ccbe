"""How people ask for a list of all the drawn shapes.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["LIST_SHAPES"]

LIST_SHAPES: Final = asking(
    direct="""
    [what|which] [shapes|figures|forms] are [there|drawn|shown|visible] {in}?
    [what|which] [shapes|figures|forms] are there {in}?
    [what|which] [shapes|figures|forms] [do you|can you|can we] see {in}?
    [list|name|read out|write down|note down|run through|call out] [all|] the [shapes|figures] {in}.
    [list|name|describe] [each|every] [shape|figure] {in}.
    [list|name] [all|] the <things> that are drawn {in}.
    give me a list of [all|] the [shapes|figures] {in}.
    I need a list of [all|] the [shapes|figures] {in}.
    [what|which] [geometric|basic|] [shapes|figures] does {pic} [show|have|contain|include|hold]?
    [what|which] [shapes|figures] [appear|show up|turn up|can be seen|can be found] {in}?
    [what|which] [shapes|figures] did [they|the artist|someone] [draw|put|include] {in}?
    [what|which] [shapes|figures] [have we|have you] got {in}?
    what are the [shapes|figures] {in}?
    one by one, what [shapes|figures] are there {in}?
    take me through the [shapes|figures] {in}.
    [what|which] [stickers|cut-outs|stencils] would I need to copy {pic}?
    if I wanted to copy {pic}, which shapes would I have to draw?
    we are learning shapes. which ones [are there|do you see] {in}?
    [make|write] an inventory of the [shapes|figures] {in}.
    the [shapes|figures] {in}, what are they?
    remind me [what|which] [shapes|figures] [there are|there were] {in}.
    tell me about [all|] the [shapes|figures] {in}.
    [wat|wot] shapes are there {in}?
    [what|which] [shapes|figures|forms] make up {pic}?
    [what|which] [shapes|figures] is {pic} [made of|composed of|built from|made up of]?
    [what|which] shapes would a child [point at|name|call out] {in}?
    tell me [each|every] [shape|figure] {in}, one after the other.
    [go|walk|run] through the [shapes|figures] {in} one by one.
    [enumerate|itemise|itemize|catalogue|identify|report] [all|] the [shapes|figures|forms] {in}.
    name every [shape|figure|thing] that [was|is] drawn {in}.
    [what|which] [shapes|figures] [am I|are we] looking at {in}?
    [kindly|please] [list|name|mention] [all|] the [shapes|figures] [present|visible|] {in}.
    I [can't|cannot] see {pic}. [what|which] [shapes|figures] are [in it|there|on it]?
    [shapes|figures]: what do [you|we] [have|see|find] {in}?
    what [kinds|sorts|types] of [shapes|figures] are there {in}?
    my [son|daughter|pupil|toddler] is learning the shapes. which ones can we find {in}?
    [what|which] shapes is there {in}?
    any shapes {in}? [which ones|what are they|name them|list them]?
    can you [see|find|spot] any shapes {in}? [list them|name them|which ones|what are they]?
    I'd like the [shapes|figures] {in} [read out|listed|named] to me.
    all of the [shapes|figures] {in}[,|:] [name them|list them|what are they called].
    name the lot {in}, I mean the shapes.
    name [me|] all the shapes [you see|you find] {in}.
    which shapes are there {in}: [hearts, stars, crosses or others|circles, squares, rings or what]?
    any [hearts, stars or crosses|circles, squares or rings] {in}, or which shapes are there?
    who's who among the shapes {in}?
    give me the [names|full list|whole list|lot] of the shapes {in}.
    I want [all|every one of] the shapes {in} by name.
    [tick|check] off the shapes {in} for me.
    roll call of the shapes {in}[.|, please.]
    [what|which] shapes [sit|stand|live|lie] there {in}?
    what shapes have they [drawn|put|used|stuck] {in}?
    shape by shape, what [is there|do you see] {in}?
    the shapes {in} - [which ones|what kinds|which are they]?
    no need to count[,|:] just [name|list] the shapes {in}.
    [never mind|forget] the background, what shapes are there {in}?
    [I'm walking|I'm driving|my hands are full], so quick: which shapes are there {in}?
    [sounds daft|sounds silly|silly question], but which shapes are there {in}?
    I [heard|was told] there are shapes {in}. which [ones|are they]?
    if I ran my finger over {pic}, which shapes would I [feel|find|meet]?
    [class|kids|everybody], which shapes are there {in}?
    what sorts of shapes [did they use|do we have] {in}?
    which shapes does it have {in}?
    before we [go|leave|move on]: which shapes are there {in}?
    """,
    clauses="""
    [what|which] [shapes|figures] there are {in}
    [what|which] [shapes|figures] are [there|shown|drawn|visible] {in}
    [what|which] [shapes|figures] you [see|can see|find] {in}
    [all|] the [shapes|figures] {in}
    [what|which] [shapes|figures] {pic} [shows|has|contains]
    what [kinds|sorts|types] of shapes there are {in}
    [what|which] [shapes|figures] make up {pic}
    [what|which] [shapes|figures] were drawn {in}
    [what|which] shapes I am looking at {in}
    the names of the [shapes|figures] {in}
    [what|which] shapes they [put|used|drew] {in}
    all the shapes {in} by name
    [what|which] shapes [sit|stand|lie] there {in}
    """,
    terse="""
    [what|which] shapes?
    [what|which] shapes {in}?
    the shapes {in}?
    list of shapes?
    shapes: list them
    [all|] the shapes, please
    shapes {in}?
    list [all|the|] [shapes|figures].
    name [the|all|all the] [shapes|figures].
    which [figures|forms]?
    shape list?
    what shapes [you see|u see|there|on it]?
    name the lot
    list the lot
    the lot of shapes, please
    shapes please
    which shapes then?
    any shapes? which?
    name me the shapes
    all shapes?
    """,
)
