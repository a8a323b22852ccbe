"""How people ask yes/no questions about short videos.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["DOES_IT", "IS_DOING", "MOVES", "VERBS", "VERBS_ING"]

# What a yes/no question claims, as a bare verb.
VERBS: Final = {
    "left to right": ("[move|go|travel] [from left to right|to the right|right|rightwards|left to right]",),
    "right to left": ("[move|go|travel] [from right to left|to the left|left|leftwards|right to left]",),
    "top to bottom": (
        "[move|go|travel] [from top to bottom|down|downwards|top to bottom]",
        "[fall|sink|drop|go down]",
    ),
    "bottom to top": ("[move|go|travel] [from bottom to top|up|upwards|bottom to top]", "[rise|climb|go up]"),
    "grows": ("[grow|get bigger|get larger|become bigger|grow larger|increase in size]",),
    "shrinks": ("[shrink|get smaller|become smaller|decrease in size]",),
    "stays still": ("[stay still|stay where it is|stay in place|rest|stand still|stay put]",),
    "appears": ("[appear|show up|come into view|pop up]",),
    "disappears": ("[disappear|vanish|go away]",),
}
DOES_IT: Final = asking(
    direct="""
    does {it} {verb} {in}?
    does {it} {verb} {in}?
    does {it} {in} {verb}?
    did {it} {verb} {in}?
    {in} does {it} {verb}?
    can you see {it} {verb} {in}?
    do you see {it} {verb} {in}?
    would you say that {it} does {verb} {in}?
    is it [true|right|correct] that {it} does {verb} {in}?
    I think I saw {it} {verb} {in}. [is that right|am I right|is that true]?
    [check|look] [if|whether] you see {it} {verb} {in}.
    {it}[,|:] does it {verb} {in}?
    {it} does {verb} {in}, [right|doesn't it|correct]?
    """,
    clauses="""
    [if|whether] you see {it} {verb} {in}
    [if|whether] {it} does {verb} {in}
    """,
    terse="""
    {it}: {verb}?
    does {it} {verb}?
    """,
)
# What a yes/no question claims, as a verb in -ing.
VERBS_ING: Final = {
    "left to right": (
        "[moving|going|travelling|traveling|heading] [from left to right|to the right|right|rightwards]",
    ),
    "right to left": (
        "[moving|going|travelling|traveling|heading] [from right to left|to the left|left|leftwards]",
    ),
    "top to bottom": (
        "[moving|going|travelling|heading] [from top to bottom|down|downwards]",
        "[falling|sinking]",
    ),
    "bottom to top": (
        "[moving|going|travelling|heading] [from bottom to top|up|upwards]",
        "[rising|climbing]",
    ),
    "grows": ("[growing|getting bigger|getting larger|becoming bigger]",),
    "shrinks": ("[shrinking|getting smaller|becoming smaller]",),
    "stays still": ("[staying still|staying where it is|resting|standing still|still]",),
    "appears": ("[appearing|showing up|coming into view]",),
    "disappears": ("[disappearing|vanishing|going away]",),
}
IS_DOING: Final = asking(
    direct="""
    is {it} {verb} {in}?
    is {it} {in} {verb}?
    {in} is {it} {verb}?
    do you see {it} {verb} {in}?
    would you say {it} is {verb} {in}?
    is it [true|right|correct] that {it} is {verb} {in}?
    {it} is {verb} {in}, [right|isn't it|correct|true or not]?
    I think {it} is {verb} {in}. [is that right|am I right|is that true]?
    {it} {in}: is it {verb}?
    does it look like {it} is {verb} {in}?
    [check|look] [if|whether] {it} is {verb} {in}.
    """,
    clauses="""
    [if|whether] {it} is {verb} {in}
    """,
    terse="""
    {it} {verb}?
    is {it} {verb}?
    {verb}, {it}?
    """,
)
MOVES: Final = asking(
    direct="""
    does [anything|something] move {in}?
    is [anything|something] moving {in}?
    is there [any|some] [movement|motion] {in}?
    do you see [any|some] [movement|motion] {in}?
    do you see [anything|something] move {in}?
    is [something|anything] in motion {in}?
    does [something|anything] change [its|] place {in}?
    {in} does [anything|something] move?
    can you see [anything|something] moving {in}?
    """,
    clauses="""
    [if|whether] [anything|something] [moves|is moving] {in}
    [if|whether] there is [any|] [movement|motion] {in}
    """,
    terse="""
    any [movement|motion]?
    [anything|something] moving?
    movement?
    """,
)
