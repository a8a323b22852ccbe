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
    """,
    clauses="""
    [what|which] [shapes|figures] there are {in}
    [what|which] [shapes|figures] are [there|shown|drawn|visible] {in}
    [what|which] [shapes|figures] you [see|can see|find] {in}
    [all|] the [shapes|figures] {in}
    [what|which] [shapes|figures] {pic} [shows|has|contains]
    """,
    terse="""
    [what|which] shapes?
    [what|which] shapes {in}?
    the shapes {in}?
    list of shapes?
    shapes: list them
    [all|] the shapes, please
    """,
)
