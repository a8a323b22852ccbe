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
    <what> [colours|colors] [is|are] {pic}?
    <what> [colours|colors] [show up|turn up|are used|occur|are present|have been used|can be seen] {in}?
    <what> [colours|colors] [would you|do you|can you] [name|list|pick out|mention] {in}?
    <what> [colours|colors] [am I looking at|surround me|do I have before me] {in}?
    <what> [colours|colors] [could|should|would] I [buy|use] to [paint|copy] {pic}?
    <what> [colours|colors] [hit you|catch your eye|leap out|strike you] {in}?
    <what> [colours|colors] [go into|belong to|define|characterise|characterize] {pic}?
    what are the [top|biggest|most used|one or two main] [colours|colors] {in}?
    tell me about the [colours|colors] [of {pic}|{in}].
    [describe|name|list] the [colours|colors] [to a blind person|for me|you see|] {in}.
    [run|talk|walk] me through the [colours|colors] {in}.
    the [colours|colors] {in}[,|:] [which|name them|what do you see|please]?
    I'm [blind|colour-blind|color-blind], [so|] tell me the [colours|colors] {in}.
    how would you describe the [colours|colors] [of {pic}|{in}]?
    can you [tell|name|make out|describe] the [colours|colors] {in}?
    <what> [colour|color] [is|would be] {pic} [in general|overall|all in all|for the most part|at a glance]?
    <what> [colour|color] [has|have] {pic}?
    <what> [colour|color] [is used|appears|occurs|comes up|shows up|is seen] [most|the most|more than any other] {in}?
    <what> [colour|color] [takes up the most room|has the most space|fills the biggest area] {in}?
    <what> [colour|color] [do you notice|do you see] first {in}?
    <what> [colour|color] [sums up|describes] {pic}?
    <what> [colour|color] would describe {pic} best?
    <what> [colour|color] is [all over|everywhere in|spread over|the bulk of|the majority of] {pic}?
    <what> [colour|color] would a blurred copy of {pic} be?
    <what> [colour|color] would {pic} be from far away?
    if {pic} was [a paint pot|a sock|a wall|one big pixel], <what> [colour|color] would it be?
    I want to [sort|file|tag|label] {pic} by [colour|color]. which one is it?
    I need a frame that matches {pic}. <what> [colour|color] is it mostly?
    [name|give me|state|find|determine] the [main|dominant|leading|most frequent] [colour|color] {in}.
    the [main|dominant|leading] [colour|color] {in}[,|:] [which is it|what is it|can you name it]?
    {pic}[,|:] <what> [colour|color] is it [mostly|mainly|overall]?
    {pic} is mostly <what> [colour|color]?
    what [colours|colors] [do you get|do we get|have I got|have you got for me] {in}?
    what [colour|color] is {pic}, mostly [blue, green, brown or what|red, grey, white or what]?
    mostly <what> [colour|color] is {pic}?
    <what> [colour|color] do you see wherever you look {in}?
    <what> [colour|color] is there left, right and [centre|center] {in}?
    <what> [colour|color] is [number one|in first place|the winner] {in}?
    what's the [colour|color] of it all {in}?
    what [colour|color] is it mostly {in}?
    <what> [colour|color] would you [knit|weave|sew] {pic} in, mostly?
    <what> [colours|colors] would a [painter|child|knitter] [pick|take] for {pic}?
    in <what> [colours|colors] is {pic}?
    {pic} has <what> [colours|colors]?
    [look here|first question|one thing], <what> [colours|colors] do you see {in}?
    I'm [sitting too far away|walking past|in a dark corner]. <what> [colour|color] is {pic} mostly?
    I hear the [colours|colors] are lovely. which ones are there {in}?
    [forget who it is|never mind what it shows|no names, please], <what> [colours|colors] are there {in}?
    no people, no things, just the [colours|colors] {in}, please.
    which paint would run out first if I copied {pic}, I mean <what> [colour|color] is there most of?
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
    <what> [colours|colors] [show up|are used|can be seen|are present] {in}
    <what> [colours|colors] {pic} [has|shows|consists of|is made up of]
    the [most used|most common|strongest] [colours|colors] {in}
    <what> [colour|color] {pic} is [overall|on the whole|for the most part|at a glance]
    <what> [colour|color] [covers|fills|makes up] most of {pic}
    the [colour|color] [you see most of|that stands out most] {in}
    <what> [colours|colors] we get {in}
    <what> [colour|color] is [number one|wherever you look] {in}
    <what> [colour|color] it is mostly {in}
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
    [colours|colors], please?
    [list|name|describe] [colours|colors]?
    [colours|colors] of {pic}?
    [mostly|mainly|overall] <what> [colour|color]?
    <what> [colour|color] [mostly|mainly|overall|is it]?
    [colour|color] of {pic}?
    [colours|colors], [which|what|go on]?
    [number one|biggest] [colour|color]?
    which [colour|color] most?
    just the [colours|colors]?
    """,
)
IS_COLOUR: Final = asking(
    direct="""
    is {pic} [mostly|mainly|largely] {c}?
    is {c} [a|the|one] [main|dominant|strong] [colour|color] {in}?
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
    is {pic} [full of|dominated by|rich in|awash with|covered in|heavy on] {c}?
    is {pic} [in the main|by and large|more or less|generally|primarily] {c}?
    is {c} [the colour|the color|a colour|a color] [you see most|that dominates|that stands out] {in}?
    is {c} [common|dominant|prominent|in the majority|strongly present|very present] {in}?
    is {c} [everywhere|all over the place|all around] {in}?
    is the [main|dominant|overall|leading] [colour|color] {in} {c}?
    is it [mostly|mainly|largely] {c} {in}?
    is [this|that] mostly {c} {in}?
    isn't {pic} [mostly|mainly] {c}?
    are there [lots of|many] {c} [parts|areas|bits|patches] {in}?
    are large [parts|areas|bits] of {pic} {c}?
    would a [painter|child] need [a lot of|much] {c} for {pic}?
    would you [name|list|count] {c} among the [main|leading] [colours|colors] {in}?
    do you [think|reckon|find|agree] {pic} is [mostly|mainly] {c}?
    does {c} [cover|fill|take up|account for] [much|a large part|a good part] of {pic}?
    does {c} [come up a lot|show up a lot|prevail|catch the eye] {in}?
    does it look [mostly|mainly|largely] {c} {in}?
    can {pic} be called mostly {c}?
    has {c} been used a lot {in}?
    have we got [a lot of|much|lots of] {c} {in}?
    there's [a lot of|plenty of|lots of|much] {c} {in}, [isn't there|right|yes|correct]?
    I [see|notice|spot] [a lot of|mostly|much] {c} {in}. [am I right|is that right|do you too]?
    I [think|believe|guess|bet] {pic} is [mostly|mainly|largely] {c}. [am I right|is it|is that right]?
    I was told {pic} is [mostly|mainly] {c}. [is it|is that right|true]?
    I'm [colour-blind|color-blind]. is {pic} mostly {c}?
    [mostly|mainly|largely] {c}, that's {pic}, [right|isn't it|correct]?
    {c}, is that the [main|dominant] [colour|color] {in}?
    is {pic} a mostly {c} one?
    {pic}, mostly {c}? [I think so|I believe so|I'd say so|is it].
    lots of {c} {in}, [right|isn't there|is there]?
    is there {c} [wherever I look|left, right and centre|all over] {in}?
    is {c} [number one|the big one|the winner] among the [colours|colors] {in}?
    does {pic} look as if dipped in {c}?
    let me guess: {pic} is mostly {c}. [right|am I right]?
    [look here|first question|never mind what it shows], is {pic} mostly {c}?
    I'm [sitting too far away|blind|walking past]. is {pic} mostly {c}?
    does {c} [win|have the upper hand|come first] {in}?
    do my eyes see well, is {pic} mostly {c}?
    """,
    clauses="""
    [if|whether] {pic} is [mostly|mainly] {c}
    [if|whether] there is [much|a lot of] {c} {in}
    [if|whether] {c} is [a main|a dominant|a leading] [colour|color] {in}
    [if|whether] {c} [dominates|stands out in|makes up most of] {pic}
    [if|whether] you see [a lot of|much|plenty of] {c} {in}
    [if|whether] {pic} is [full of|dominated by|rich in] {c}
    [if|whether] the [main|dominant|overall] [colour|color] {in} is {c}
    [if|whether] {c} is [everywhere|common|prominent] {in}
    [if|whether] it is [mostly|mainly|largely] {c} {in}
    [if|whether] {c} is [number one|wherever you look] {in}
    [if|whether] {pic} looks dipped in {c}
    """,
    terse="""
    mostly {c}?
    much {c}?
    [mainly|largely|a lot of|plenty of|lots of] {c}?
    [much|mostly] {c} {in}?
    {c}, [mostly|mainly]?
    lots of {c} {in}?
    is it [mostly|mainly] {c}?
    main [colour|color] {c}?
    {c} [mostly|mainly|all over|everywhere|dominates]?
    [mostly|mainly] {c}, [right|yes or no|or not]?
    mostly {c}, [is it|I think|you reckon]?
    {c} [wherever you look|number one|in the main]?
    """,
)
