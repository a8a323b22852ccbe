"""How people ask about real photographs: their colours.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["COLOURS", "IS_COLOUR"]

COLOURS: Final = asking(
    direct="""
    <what> [colour|color] is {pic} [mostly|mainly]?
    <what> [colours|colors] [do you see|can you see|are there|dominate|appear most|stand out] {in}?
    <what> [colour|color] [do you see|is there] most {in}?
    what is the [main|dominant|most common|strongest] [colour|color] [of {pic}|{in}]?
    what are the [main|dominant|most common|strongest] [colours|colors] [of {pic}|{in}]?
    what [colour|color] dominates {pic}?
    <what> [colours|colors] does {pic} have?
    [name|list|give me|tell me] the [main|dominant|] [colours|colors] [of {pic}|{in}].
    what is the [overall|general] [colour|color|tone] of {pic}?
    {in} <what> [colours|colors] are there?
    how is {pic} [coloured|colored]?
    which [colour|color] covers most of {pic}?
    <what> [colour|color] [strikes you|hits your eye|jumps out|meets the eye] most in {pic}?
    <what> [colour|color] is there [the most of|most of] {in}?
    <what> [colour|color] [makes up|takes up|fills|is on|rules] most of {pic}?
    <what> [colour|color] would you say {pic} mostly is?
    <what> [colour|color] would you [paint|draw] {pic} with, mostly?
    <what> [colours|colors] [prevail|dominate|are used most|come up most] {in}?
    <what> [colours|colors] [make up|fill|rule|run through] {pic}?
    <what> [colours|colors] [does {pic} consist of|is {pic} made up of|is {pic} made of]?
    <what> [crayons|paints|pencils] would I need most to [copy|draw|paint] {pic}?
    if I squint, <what> [colour|color] is {pic}?
    if {pic} were [one blob|a single blob], <what> [colour|color] would it be?
    what is the [prevailing|overriding|leading|chief|strongest|most frequent] [colour|color] [of {pic}|{in}]?
    what are the [prevailing|chief|leading|key|most frequent] [colours|colors] [of {pic}|{in}]?
    what's the [[colour|color] scheme|palette|overall [colour|color]] of {pic}?
    what [[colour|color] scheme|palette] does {pic} have?
    what can you say about the [colours|colors] [of {pic}|{in}]?
    what about the [colours|colors] {in}?
    what [colour|color] is {pic} on the whole?
    [describe|sum up|report|state] the [[colours|colors]|[colour|color] scheme] of {pic}.
    [tell me|say] which [colours|colors] [there are|you see|stand out] {in}.
    I'm colour-blind. <what> [colours|colors] [are there|do you see] {in}?
    I can't see [colours|colors] well. <what> [colour|color] is {pic} mostly?
    I want to paint my wall like {pic}. <what> [colour|color] [do I need|is it mostly]?
    is there [a main|a dominant|a leading] [colour|color] {in}, and which?
    the [colours|colors] of {pic}[,|:] [what are they|which are they]?
    """,
    clauses="""
    <what> [colours|colors] you see {in}
    <what> [colours|colors] there are {in}
    <what> [colour|color] {pic} mostly is
    the [main|dominant] [colour|color] of {pic}
    the [main|dominant] [colours|colors] {in}
    <what> [colour|color] [dominates|prevails|stands out] {in}
    <what> [colour|color] there is most of {in}
    <what> [colours|colors] [stand out|prevail|dominate] {in}
    the [[colour|color] scheme|palette|overall [colour|color]] of {pic}
    """,
    terse="""
    [colours|colors]?
    main [colour|color]?
    [colours|colors] {in}?
    dominant [colour|color]?
    [which|what] [colours|colors]?
    [chief|overall|most common|leading] [colour|color]?
    [palette|[colour|color] scheme]?
    the [main|dominant] [colours|colors]?
    """,
)
IS_COLOUR: Final = asking(
    direct="""
    is {pic} [mostly|mainly|largely] {c}?
    is {c} [a|the|one] [main|dominant|strong] [colour|color] {in}?
    is there [much|a lot of] {c} {in}?
    do you see [much|a lot of|mostly] {c} {in}?
    does {pic} [have|contain|show] [much|a lot of|mostly] {c}?
    is most of {pic} {c}?
    would you say {pic} is [mostly|mainly] {c}?
    is {pic} [on the whole|overall|for the most part|predominantly|chiefly|basically] {c}?
    is {c} one of the [main|chief|leading] [colours|colors] {in}?
    is {c} what you see a lot of {in}?
    is {c} [much used|a colour that stands out|among the main [colours|colors]] {in}?
    does {c} [dominate|stand out in|make up much of] {pic}?
    does {pic} [look|seem|appear] [mostly|mainly|largely|] {c} [to you|]?
    is there [plenty|lots|loads|a good deal|heaps] of {c} {in}?
    is there [a lot of|much|lots of] {c} [to be seen|] {in}?
    do [you|we] [find|have|get] [much|a lot of|lots of|plenty of] {c} {in}?
    can you see [much|a lot of|lots of|plenty of] {c} {in}?
    has {pic} [much|lots of|plenty of|a lot of] {c} [in it|]?
    would I need [much|a lot of|plenty of] {c} paint to [copy|paint] {pic}?
    would you [call {pic} mostly|describe {pic} as mainly] {c}?
    so {pic} is [mostly|mainly|largely] {c}, [yes|right|is it]?
    {pic} is [mostly|mainly|largely] {c}, [isn't it|right|yes|correct]?
    it's [mostly|mainly|largely] {c} {in}, [isn't it|right|correct]?
    I'd say {pic} is [mostly|mainly] {c}. [am I right|do you agree|agreed|correct]?
    my [mum|friend|sister|wife] says {pic} is [mostly|mainly] {c}. is [that right|that so|that true]?
    [true or false|right or wrong|yes or no]: {pic} is [mostly|mainly] {c}?
    [check|confirm|verify] [that|whether] {pic} is [mostly|mainly] {c}.
    """,
    clauses="""
    [if|whether] {pic} is [mostly|mainly] {c}
    [if|whether] there is [much|a lot of] {c} {in}
    [if|whether] {c} is [a main|a dominant|a leading] [colour|color] {in}
    [if|whether] {c} [dominates|stands out in|makes up most of] {pic}
    [if|whether] you see [a lot of|much|plenty of] {c} {in}
    """,
    terse="""
    mostly {c}?
    much {c}?
    [mainly|largely|a lot of|plenty of|lots of] {c}?
    [much|mostly] {c} {in}?
    {c}, [mostly|mainly]?
    """,
)
