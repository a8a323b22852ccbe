"""More words people ask in where a drawn thing is and what is at a place: joined by `pictures.asks_place`.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["POSITION_OF", "WHAT_IS_AT"]

POSITION_OF: Final = asking(
    direct="""
    where'd {it} [get to|go|end up|go to] {in}?
    at <what> end of {pic} is {it}?
    <what> end is {it} at {in}?
    to <what> [corner|spot|part|side] has {it} been [put|moved|sent|pushed] {in}?
    where does {it} [hang out|stay|dwell|reside|rest|have its home|have its place] {in}?
    somebody [hid|put|left|drew] {it} {in}. where?
    which of the nine [fields|cells|boxes|places] [is {it} in|has {it}|holds {it}] {in}?
    what is {it}'s [position|place|spot|location|whereabouts] {in}?
    my eyes [can't land on|miss|can't find|pass over] {it} {in}. where is it?
    [I'm walking|I'm on my bike|I'm driving|my hands are full|I'm on the bus], so quick: where is {it} {in}?
    I [heard|hear|was told] {it} is [somewhere|about|around] {in}. where [exactly|would that be|is it]?
    [don't describe|don't explain|no need to describe] it, just [say|tell me] where {it} is {in}.
    not how many and not [what colour|how big], but where: {it} {in}?
    how far [up and across|across and down|along and up] is {it} {in}?
    is {it} {in} [above or below|left or right of] the middle, or where?
    is it the [left or the right|top or the bottom] where I see {it} {in}?
    should I look [up or down|left or right|down or up] to see {it} {in}, or where?
    where [does one|do people|would anyone|would a stranger] find {it} {in}?
    I'm copying {pic}. where [do I put|should I put|do I draw] {it}?
    I'm copying {pic}. where does {it} [go|belong]?
    {it} is [hiding|hidden|sitting|lurking] somewhere {in}. where?
    is {it} in the [north, south, east or west|north or the south, the east or the west] of {pic}?
    what's the best place to look for {it} {in}?
    [could|can] you [show|tell] me the way to {it} {in}?
    give me directions to {it} {in}.
    [can't|cannot] for the life of me [find|see|spot] {it} {in}. where [is it|did it go]?
    [grandpa|my dad|nan|the little one|a child] is looking for {it} {in}. where should they look?
    [where's wally|where's waldo|a game of hide and seek]: where's {it} {in}?
    {it} [lies|sits|stands|stays|hides] where {in}?
    {it} was [drawn|put|placed|stuck] where {in}?
    and {it}, where's that {in}?
    now {it}. where [is it|is that|should I look] {in}?
    what about {it} {in}: where [is it|does it sit|do I look]?
    left or right, [high or low|up or down]: {it} {in}?
    [which|what] [bit|part|corner] of {pic} is home to {it}?
    where would [an arrow|a pointer|a finger] [point|have to point] to show {it} {in}?
    [sounds daft|sounds silly|silly question|stupid question], but where is {it} {in}?
    you [see|know|remember] {it} {in}? where is it [again|exactly|then]?
    where [again|then|now|precisely] is {it} {in}?
    before we [go|leave|move on]: where is {it} {in}?
    one last thing before I go: where is {it} {in}?
    look here: where is {it} {in}?
    it's {it} I'm after {in}. where [is it|do I look]?
    where {in} would you [put your finger|tap|point] if I said {it}?
    [which|what] way from the middle is {it} {in}?
    {it} {in} sits in <what> [corner|row and column|part|place]?
    would you [show|point out to] me where {it} is {in}?
    """,
    clauses="""
    where {it} has [gone|been hiding|its place|got to] {in}
    at <what> end of {pic} {it} is
    which way to look for {it} {in}
    how far up and across {it} is {in}
    where exactly {it} [sits|stands|lies|hides] {in}
    where [one|a person|somebody] can find {it} {in}
    [the way|directions] to {it} {in}
    {it}'s [position|place|location] {in}
    where {it} belongs if I copy {pic}
    """,
    terse="""
    {it}: left or right, up or down?
    where's {it}?
    {it} whereabouts?
    [spot|point to|point at] {it}
    where at, {it}?
    {it} - which corner?
    show me where {it} is
    and {it}, where?
    where's {it} then?
    {it} hiding where?
    place please: {it}
    """,
)

WHAT_IS_AT: Final = asking(
    direct="""
    who [sits|is|lives|stands|lies|hides|is sitting|is standing] {where} {in}?
    who [has|got|took|was given] the [place|spot|seat] {where} {in}?
    who or what is {where} {in}?
    {where} {in}[,|:] who is it?
    {where} {in}[,|:] [tell me what's there|say what's there|name it].
    {where}, what [have we got|have you got|is going on|is that|is there] {in}?
    what've [we|you|they] got {where} {in}?
    <what> <thing> got the [place|spot|seat] {where} {in}?
    which of [them|these|those] [sits|is sitting|is standing|is parked|hangs|ended up|is] {where} {in}?
    something's [sitting|standing|lurking|parked|hanging] {where} {in}. [what|what is it|what can it be]?
    I mean {where} {in}. what is [that|there|it]?
    not the rest, only {where} {in}: what is there?
    I [only|just] [want|need] to know what's {where} {in}.
    what'd they [draw|put|stick|place] {where} {in}?
    which [one|shape|thing] did they [put|draw|stick] {where} {in}?
    can you [see|tell|make out] what's {where} {in}? [what is it|is it a star, a heart or what]?
    has it got [anything|something] {where} {in}, and what would that be?
    if there's nothing {where} {in}, say so, otherwise what is there?
    is the [spot|place|space] {where} taken {in}, and by what?
    what would be [gone|missing|hidden] if I covered the [bit|part] {where} {in}?
    my [thumb|hand|cup|mug] covers the bit {where} {in}. what is [under it|it hiding]?
    what's happening {where} {in}?
    let your eyes [wander|go|rest] {where} {in}. what do they [find|see|meet]?
    what does the [space|spot|cell|place|field] {where} {in} [hold|contain|show|have in it]?
    what is in the [space|spot|cell|place|field] {where} {in}?
    what am I missing {where} {in}?
    [I'm walking|I'm on my bike|I'm driving|my hands are full], so quick: what is {where} {in}?
    what [was|got|has been] [stuck|placed|put|drawn|left] {where} {in}?
    [sounds daft|sounds silly|silly question|stupid question], but what is {where} {in}?
    just [say|name] what is {where} {in}.
    [never mind|not] the background, what is {where} {in}?
    [which ones|which shapes|which shape or shapes] are {where} {in}?
    there, {where} {in}, what's that?
    {where} {in}, is that a [star|circle|heart], or what?
    what do I have {where} {in}?
    my [son|grandson|niece|pupil] points at something {where} {in}. what is it?
    and {where} {in}, what about there?
    what about [the one|the thing|that one|that] {where} {in}?
    tell us [who|what] [lives|hides|sits|is] {where} {in}.
    I [heard|was told] there's something {where} {in}. what?
    before we [go|leave|move on]: what is {where} {in}?
    one last thing before I go: what is {where} {in}?
    how would you name what's {where} {in}?
    what stands {where} {in}, a circle, a square or what?
    [careful now|think well|take your time]: what is {where} {in}?
    it's [dark|blurry|hard to see] for me {where} {in}. what is there?
    """,
    clauses="""
    who [sits|is|lives|hides] {where} {in}
    which [one|shape] is {where} {in}
    what has the [spot|place|seat] {where} {in}
    what the [space|spot|place] {where} {in} holds
    which [one|of them] they [put|stuck|drew] {where} {in}
    what's happening {where} {in}
    """,
    terse="""
    who's {where}?
    {where}, who?
    that [thing|one] {where}?
    {where}, tell me
    {where}, then?
    what's that, {where}?
    there, {where}?
    {where} what you see?
    what now {where}?
    name it: {where}
    """,
)
