"""How people ask yes/no questions about short videos.

Knows wording only (`videos.asks_yesno_more` and `videos.asks_moves` hold the rest of it); refuses to know
facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking, joined
from anymal.training.language.videos import asks_moves
from anymal.training.language.videos import asks_yesno_more as more

__all__ = ["DOES_IT", "IS_DOING", "MOVES", "VERBS", "VERBS_ING"]

# What a yes/no question claims, as a bare verb.
_VERBS: Final = {
    "left to right": (
        "[move|go|travel] [from left to right|to the right|right|rightwards|left to right|rightward]",
        "[head|drift|slide|shift|glide|float] [from left to right|to the right|rightwards|over to the right]",
        "[make its way|work its way|cross over] [from left to right|to the right|rightwards]",
        "[head|make] for the right [side|edge|]",
        "[cross|go across] the [screen|view] from left to right",
    ),
    "right to left": (
        "[move|go|travel] [from right to left|to the left|left|leftwards|right to left|leftward]",
        "[head|drift|slide|shift|glide|float] [from right to left|to the left|leftwards|over to the left]",
        "[make its way|work its way|cross over] [from right to left|to the left|leftwards]",
        "[head|make] for the left [side|edge|]",
        "[cross|go across] the [screen|view] from right to left",
    ),
    "top to bottom": (
        "[move|go|travel] [from top to bottom|down|downwards|top to bottom|downward]",
        "[fall|sink|drop|go down|descend|come down|plunge|fall down|drop down|go lower]",
        "[head|drift|slide|shift|glide|float] [from top to bottom|down|downwards|to the bottom]",
        "[make its way|work its way] [down|from top to bottom|downwards]",
        "[head|make] for the bottom",
    ),
    "bottom to top": (
        "[move|go|travel] [from bottom to top|up|upwards|bottom to top|upward]",
        "[rise|climb|go up|ascend|come up|go higher|soar|rise up|lift]",
        "[head|drift|slide|shift|glide|float] [from bottom to top|up|upwards|to the top]",
        "[make its way|work its way] [up|from bottom to top|upwards]",
        "[head|make] for the top",
    ),
    "grows": (
        "[grow|get bigger|get larger|become bigger|grow larger|increase in size]",
        "[expand|swell|swell up|enlarge|puff up|become larger|gain size|grow bigger]",
        "[become|get] [a bit|a lot|much|] [bigger|larger]",
    ),
    "shrinks": (
        "[shrink|get smaller|become smaller|decrease in size]",
        "[contract|dwindle|shrivel|get tinier|become tiny|lose size|get littler|reduce in size]",
        "[become|get] [a bit|a lot|much|] smaller",
    ),
    "stays still": (
        "[stay still|stay where it is|stay in place|rest|stand still|stay put]",
        "[remain still|keep still|sit still|rest there|sit there motionless|stay motionless|just sit there]",
        "[remain|stay|keep] [at rest|stationary|motionless|quite still|just as it is]",
    ),
    "appears": (
        "[appear|show up|come into view|pop up|turn up|emerge|become visible|come into sight]",
        "[appear|pop up|show up|come] out of nowhere",
        "[suddenly|] [appear|pop up|turn up]",
    ),
    "disappears": (
        "[disappear|vanish|go away|go missing|drop out of sight|go out of sight|melt away]",
        "[disappear|vanish] [completely|altogether|into thin air|from view]",
        "[suddenly|] [disappear|vanish]",
    ),
}
_DOES_IT: Final = asking(
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
    did you [see|notice|watch] {it} {verb} {in}?
    {it} does {verb} {in}, [yes|yeah|no|am I right|innit|right or wrong|true or false]?
    so {it} does {verb} {in}, [yes|right|correct|doesn't it]?
    so does {it} {verb} {in}, or [not|am I wrong|am I seeing things]?
    is it [just me|only me|my eyes], or does {it} {verb} {in}?
    am I [right|correct] [that|in thinking that|in saying that] {it} does {verb} {in}?
    am I [wrong|mistaken], or does {it} {verb} {in}?
    [true or false|right or wrong|yes or no]: {it} does {verb} {in}.
    [my|a] [friend|child|brother|mate|nan] says {it} does {verb} {in}. [is that right|is that true|agree]?
    someone [told me|claims|said] that {it} does {verb} {in}. [is that right|is that so|true]?
    [confirm|can you confirm|please confirm] that {it} does {verb} {in}.
    [could|might] it be that {it} does {verb} {in}?
    is it [a fact|so|the case|accurate] that {it} does {verb} {in}?
    would it be [right|fair|correct|true] to say that {it} does {verb} {in}?
    do we [see|watch] {it} {verb} {in}?
    do I see {it} {verb} {in}?
    does {it} [really|actually|indeed|at some point] {verb} {in}?
    does {it} {verb} at any [point|time|moment] {in}?
    does {pic} show {it} {verb}?
    [watch|look at|follow] {it} {in}. does it {verb}?
    if you [watch|look at] {it} {in}, does it {verb}?
    what do you [think|say]: does {it} {verb} {in}?
    [I bet|I guess|I'd say|I believe|I reckon] {it} does {verb} {in}. [am I right|right|agree|correct]?
    I need to know [this|one thing]: does {it} {verb} {in}?
    do you [agree|think|reckon|believe|find] that {it} does {verb} {in}?
    [can it be said|can we say] that {it} does {verb} {in}?
    """,
    clauses="""
    [if|whether] you see {it} {verb} {in}
    [if|whether] {it} does {verb} {in}
    [if|whether] {it} [really|actually|] does {verb} {in}
    [if|whether] {pic} shows {it} {verb}
    [if|whether] you [saw|noticed] {it} {verb} {in}
    [if|whether] it is [true|right|so] that {it} does {verb} {in}
    """,
    terse="""
    {it}: {verb}?
    does {it} {verb}?
    {it} does {verb}?
    did {it} {verb}?
    {it} does {verb}, [right|yes|true]?
    see {it} {verb}?
    """,
)
# What a yes/no question claims, as a verb in -ing.
_VERBS_ING: Final = {
    "left to right": (
        "[moving|going|travelling|traveling|heading] [from left to right|to the right|right|rightwards]",
        "[drifting|sliding|shifting|gliding|floating] [from left to right|to the right|rightwards]",
        "[making its way|on its way] [to the right|from left to right|rightwards]",
        "crossing [from left to right|the [screen|view] from left to right]",
    ),
    "right to left": (
        "[moving|going|travelling|traveling|heading] [from right to left|to the left|left|leftwards]",
        "[drifting|sliding|shifting|gliding|floating] [from right to left|to the left|leftwards]",
        "[making its way|on its way] [to the left|from right to left|leftwards]",
        "crossing [from right to left|the [screen|view] from right to left]",
    ),
    "top to bottom": (
        "[moving|going|travelling|heading] [from top to bottom|down|downwards]",
        "[falling|sinking|dropping|descending|coming down|on its way down|getting lower]",
        "[drifting|sliding|shifting|gliding|floating] [from top to bottom|down|downwards]",
    ),
    "bottom to top": (
        "[moving|going|travelling|heading] [from bottom to top|up|upwards]",
        "[rising|climbing|ascending|going up|coming up|on its way up|getting higher]",
        "[drifting|sliding|shifting|gliding|floating] [from bottom to top|up|upwards]",
    ),
    "grows": (
        "[growing|getting bigger|getting larger|becoming bigger]",
        "[expanding|swelling|swelling up|increasing in size|becoming larger|growing larger|puffing up]",
    ),
    "shrinks": (
        "[shrinking|getting smaller|becoming smaller]",
        "[contracting|dwindling|decreasing in size|getting tinier|shrivelling|losing size]",
    ),
    "stays still": (
        "[staying still|staying where it is|resting|standing still|still]",
        "[motionless|stationary|at rest|keeping still|sitting still|staying put|just sitting there]",
    ),
    "appears": (
        "[appearing|showing up|coming into view]",
        "[popping up|turning up|emerging|becoming visible|coming into sight|appearing out of nowhere]",
    ),
    "disappears": (
        "[disappearing|vanishing|going away]",
        "[going missing|dropping out of sight|going out of sight|vanishing from view|melting away]",
    ),
}
_IS_DOING: Final = asking(
    direct="""
    is {it} {verb} {in}?
    is {it} {in} {verb}?
    is {it} {verb} or not {in}?
    do you see {it} {verb} {in}?
    would you say {it} is {verb} {in}?
    is it [true|right|correct] that {it} is {verb} {in}?
    {it} is {verb} {in}, [right|isn't it|correct|true or not]?
    I think {it} is {verb} {in}. [is that right|am I right|is that true]?
    {it} {in}: is it {verb}?
    does it look like {it} is {verb} {in}?
    [check|look] [if|whether] {it} is {verb} {in}.
    was {it} {verb} {in}?
    so {it} is {verb} {in}, [yes|right|correct|isn't it|is it]?
    {it} is {verb} {in}, [yeah|innit|am I right|right or wrong|true or false|no]?
    is it [just me|only me|my eyes], or is {it} {verb} {in}?
    am I [right|correct] [that|in thinking that|in saying that] {it} is {verb} {in}?
    am I [wrong|mistaken], or is {it} {verb} {in}?
    [true or false|right or wrong|yes or no]: {it} is {verb} {in}.
    [my|a] [friend|child|sister|mate|grandson] says {it} is {verb} {in}. [is that right|is that true|agree]?
    someone [told me|claims|said] that {it} is {verb} {in}. [is that right|is that so|true]?
    [confirm|can you confirm|please confirm] that {it} is {verb} {in}.
    [could|might|can] it be that {it} is {verb} {in}?
    [could|might] {it} be {verb} {in}?
    is it [a fact|so|the case|accurate] that {it} is {verb} {in}?
    would it be [right|fair|correct|true] to say that {it} is {verb} {in}?
    do you [think|reckon|agree|believe|find] {it} is {verb} {in}?
    [can|could|did] you see {it} {verb} {in}?
    does {pic} show {it} {verb}?
    is what I see {it} {verb} {in}?
    [I bet|I guess|I'd say|I believe|I reckon] {it} is {verb} {in}. [am I right|right|agree|correct]?
    [watch|look at|follow] {it} {in}. is it {verb}?
    what do you [think|say]: is {it} {verb} {in}?
    is {it} [really|actually|indeed|by any chance] {verb} {in}?
    it looks to me like {it} is {verb} {in}. [right|do you agree|is that so]?
    {it} [seems to be|appears to be|looks to be] {verb} {in}. [is that so|is that right|correct]?
    """,
    clauses="""
    [if|whether] {it} is {verb} {in}
    [if|whether] {it} is [really|actually|indeed|] {verb} {in}
    [if|whether] {it} was {verb} {in}
    [if|whether] {pic} shows {it} {verb}
    [if|whether] it is [true|right|so] that {it} is {verb} {in}
    """,
    terse="""
    {it} {verb}?
    is {it} {verb}?
    {verb}, {it}?
    {it} is {verb}, [right|yes|true|isn't it]?
    {it}: {verb}?
    {it}, is it {verb}?
    """,
)
_MOVES: Final = asking(
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
    did [anything|something] [move|shift|budge] {in}?
    does [anything|something] [budge|shift|stir|get moving|move about|move around|go anywhere] {in}?
    is [anything|something] [on the move|shifting|in motion|going anywhere|moving about|moving around] {in}?
    is there [anything|something|a <thing>] [moving|that moves|in motion|on the move] {in}?
    are there any moving <things> {in}?
    [do|does] any of the <things> [move|change places|change position|go anywhere] {in}?
    do any <things> [move|travel|shift] {in}?
    is [any|one] of the <things> [moving|in motion|on the move|travelling] {in}?
    has [anything|something] [moved|shifted|changed its place|changed position] {in}?
    [can|did] you [see|notice|detect|spot|make out] [any|some] [movement|motion] {in}?
    [did|do] you [notice|see|spot] [anything|something] [move|moving|shift|shifting] {in}?
    [anything|something] [moves|is moving] {in}, [right|yes|doesn't it|or not|am I right]?
    so something [moves|is moving] {in}, [yes|right|correct]?
    I think [something|a <thing>] [moves|is moving] {in}. [am I right|is that so|is that right]?
    am I right that something [moves|is moving] {in}?
    is it just me, or [does something move|is something moving] {in}?
    [true or false|right or wrong|yes or no]: something [moves|is moving] {in}.
    is it [true|right|correct] that something [moves|is moving] {in}?
    would you say that [something|a <thing>] [moves|is moving|changes place] {in}?
    does {pic} [show|have|contain] [any|some] [movement|motion]?
    does {pic} show [anything|something] [moving|in motion|on the move]?
    does [anything|something] [go|travel] from one place to another {in}?
    [watch closely|look closely|keep your eyes open]. does [anything|something] move {in}?
    does [a|any|one] <thing> [change its place|leave its place|move from its spot] {in}?
    """,
    clauses="""
    [if|whether] [anything|something] [moves|is moving] {in}
    [if|whether] there is [any|] [movement|motion] {in}
    [if|whether] [anything|something] [moved|shifts|changes its place|is on the move] {in}
    [if|whether] any of the <things> [moves|is moving] {in}
    [if|whether] {pic} [has|shows] any [movement|motion]
    [if|whether] you [see|notice|saw] any [movement|motion] {in}
    """,
    terse="""
    any [movement|motion]?
    [anything|something] moving?
    movement?
    something moves, [right|yes|no]?
    [anything|something] on the move?
    [does|did] anything move?
    motion, yes or no?
    any moving <things>?
    """,
)
VERBS: Final = {movement: verbs + more.VERBS[movement] for movement, verbs in _VERBS.items()}
VERBS_ING: Final = {movement: verbs + more.VERBS_ING[movement] for movement, verbs in _VERBS_ING.items()}
DOES_IT: Final = joined(_DOES_IT, more.DOES_IT)
IS_DOING: Final = joined(_IS_DOING, more.IS_DOING)
MOVES: Final = joined(_MOVES, asks_moves.MOVES)
