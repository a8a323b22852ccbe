"""More words in which people ask which way something goes in a short video, what it does, where from and to.

Knows wording only, `videos.asks` puts it beside its own; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["DIRECTION", "END", "START", "WHAT_DOES"]

DIRECTION: Final = asking(
    direct="""
    [which|what] way [did {it} [go|move|travel|head]|was {it} [going|moving|heading]] {in}?
    in what direction [did {it} [move|go|travel]|was {it} [moving|heading]|does {it} [head|shift|drift]] {in}?
    [which|what] direction does {it} [go|go in|move in|take|travel|head|have|follow] {in}?
    where [does {it} [head|travel|drift|slide] to|is {it} off to|was {it} going|did {it} go] {in}?
    [which|what] [path|route|course|line|track] [does {it} [take|follow]|did {it} take|is {it} on] {in}?
    [which|what] [course|route] does {it} [move|travel] along {in}?
    is {it} [going|moving|heading] [sideways|across] or up and down {in}, and which way?
    does {it} go [sideways|across] or [up and down|vertically] {in}, and [which|what] way exactly?
    does {it} move [horizontally or vertically|sideways or up and down] {in}, [and|so] which way?
    [what's|what is] the [path|route|course|heading|direction of travel|movement] of {it} {in}?
    how does {it} [travel|get across|make its way|cross the screen|go along] {in}?
    how would you [describe|call] the [way|direction] {it} [goes|moves|travels] {in}?
    [towards|toward] [which|what] [side|edge] [does {it} [go|move|head]|is {it} [moving|heading]] {in}?
    [trace|track|follow] {it} {in}. [which way|in what direction|where] does it go?
    [watch|follow|keep an eye on|look at] {it} {in}: [which way|what direction] [does it go|is it going]?
    I [see|can see] {it} [moving|move] {in}, but [which way|in which direction|where to]?
    I can tell that {it} [moves|is moving] {in}. [which way|in what direction] is it?
    if I [watch|follow] {it} {in}, [which way|in what direction] do my eyes [go|move]?
    if you had to draw an arrow for {it}, [which way|where] would it point?
    which way does the arrow point for the [motion|movement] of {it}?
    {it} [goes|moves|travels] [which way|where|in what direction] {in}?
    {it} [is moving|is going|is heading] [which way|where|in what direction] {in}?
    {it} {in} goes from where to where?
    from [which|what] side to [which|what] side does {it} [go|move|travel|cross] {in}?
    starting where and ending where does {it} move {in}?
    where does {it} come from and where does it go {in}?
    [give me|tell me|state|name|report] the [direction|heading|path|course|direction of travel] of {it} {in}.
    [point out|show me|guess|say] [which way|in which direction] {it} [goes|moves|is going] {in}.
    what [way|direction] [would you say|do you think] {it} [goes|moves|is going|is heading] {in}?
    [which|what] way do you see {it} [go|moving|heading] {in}?
    """,
    clauses="""
    [which|what] [way|direction] {it} [went|moved|was going|is heading|heads|drifts] {in}
    in [which|what] direction {it} [travels|is moving|is travelling|moved|went|heads] {in}
    [towards|toward] [which|what] [side|edge] {it} [moves|goes|is heading] {in}
    what [path|route|course] {it} [takes|follows|took] {in}
    from [which|what] side to which {it} [moves|goes] {in}
    the [path|heading|course] of {it} {in}
    where {it} [is off to|heads|travels to|went] {in}
    """,
    terse="""
    {it}: [heading|direction|path|course|route]?
    [path|heading|course|route] of {it}?
    {it}, [which way|where to|what direction]?
    {it} goes [where|which way]?
    [moving|heading|going|headed] [which way|where]?
    from where to where?
    in [which|what] direction?
    """,
)
WHAT_DOES: Final = asking(
    direct="""
    what [was {it} doing|is {it} up to|has {it} been doing|did {it} get up to|does {it} get up to] {in}?
    what [happened|has happened|is going on|goes on] [to|with] {it} {in}?
    what's [happening|going on] [to|with] {it} {in}?
    what's {it} [doing|up to] {in}?
    what [becomes|became] of {it} {in}?
    what's the story with {it} {in}?
    what [kind|sort] of [thing|change|move|action] does {it} [do|make|go through] {in}?
    what [change|changes|action] do you [see|notice] in {it} {in}?
    what do you [see|notice] {it} [do|doing] {in}?
    what can you [say|tell me] about what {it} does {in}?
    how would you [describe|sum up|put into words] what {it} does {in}?
    [describe|explain|report|sum up] the [behaviour|behavior|action] of {it} {in}.
    [keep an eye on|follow|focus on|concentrate on] {it} {in}. what [does it do|happens|happens to it]?
    does {it} [do anything|do something] {in}, and what?
    does anything happen to {it} {in}? [what|if so, what]?
    does {it} move, change or rest {in}? [how|say how].
    [just|] what does {it} do [in the course of {pic}|while {pic} plays|over time|as time goes by]?
    as {pic} [plays|goes on|runs], what [does {it} do|happens to {it}]?
    by the end of {pic}, what has {it} done?
    {it} {in}: what [does it do|happens to it|is it doing|is it up to]?
    {it} does what {in}?
    tell me [about|more about|the story of] {it} {in}: what does it do?
    I [missed|didn't see] what {it} [did|does] {in}. [what was it|tell me]?
    guess what {it} [does|is doing] {in}.
    I'm looking at {it} {in}. what [does it do|is it doing]?
    what role does {it} play {in}, what does it do?
    """,
    clauses="""
    what {it} [did|is up to|gets up to|has done|was doing] {in}
    what [happened|has happened|is happening|goes on] [to|with] {it} {in}
    what [becomes|became] of {it} {in}
    how {it} behaves {in}
    """,
    terse="""
    {it}: [doing what|what's it up to|what is it doing|what goes on]?
    {it} does what?
    what did {it} do?
    what happens [to|with] {it}?
    and {it}?
    """,
)
START: Final = asking(
    direct="""
    where [did|does] {it} [originate|set out|set off|get going|start out|start moving|enter] {in}?
    where [is|was] {it} [when {pic} [starts|began]|in the first frame|initially|originally] {in}?
    where is {it} [before it moves|before it sets off|before moving|in the opening frame] {in}?
    where was {it} [at first|at the start|at the beginning|to begin with|in the beginning] {in}?
    where [do|did] you first see {it} {in}?
    where do I [first see|find] {it} when {pic} starts?
    [which|what] [side|edge|end] [did|does] {it} [start from|begin at|come from|set off from|start on] {in}?
    from [which|what] [side|edge|end|direction] [did {it} [come|start]|is {it} coming|was {it} coming] {in}?
    on [which|what] [side|edge|end] [is|was] {it} [at first|at the start|at the beginning|initially] {in}?
    at [which|what] [edge|end|side] does {it} [start|begin|set off] {in}?
    what's the [initial|first|original|starting|opening] [position|place|spot|location|point] of {it} {in}?
    what is the [origin|point of departure|starting line|first position|start] of {it} {in}?
    where's {it} [from|coming from|starting|at the start|at first] {in}?
    where has {it} come from {in}?
    where does the [journey|trip|path|way|movement|motion] of {it} [start|begin] {in}?
    [tell me|name|state|say|give me] the [starting point|starting place|initial position|start] of {it} {in}.
    [rewind|go back] to the start of {pic}: where is {it}?
    at the [very|] [start|beginning] of {pic}, where [is|was] {it}?
    when {pic} [starts|begins], where [is|do I find|can I see] {it}?
    I [see|can see] {it} moving {in}, but where [did it come from|does it start|did it start]?
    {it} [comes from|starts|set off from|begins] where {in}?
    {it} {in}: where [does it start|did it begin|was it at first|does it come from]?
    think of the first frame: where is {it}?
    """,
    clauses="""
    where {it} [started|came from|set off|sets out|began|is coming from] {in}
    where {it} [was|is] [at first|initially|to begin with|in the first frame] {in}
    [which|what] [side|edge] {it} [comes from|starts from|started on|came from] {in}
    the [starting point|initial position|origin] of {it} {in}
    on which [side|edge] {it} [starts|begins|started] {in}
    """,
    terse="""
    {it}: [start|starting point|origin|starts where|from which side]?
    [origin|initial position|first position|first place] of {it}?
    {it} [comes from|starts] where?
    from which side?
    which side does it [start on|come from]?
    """,
)
END: Final = asking(
    direct="""
    where [did|does] {it} [come to rest|come to a stop|wind up|finish up|get to|halt|arrive] {in}?
    where [is|was] {it} [when {pic} [ends|is over]|in the last frame|by the end|in the final frame] {in}?
    where was {it} [at the end|in the end|finally] {in}?
    where [is {it} going to end up|will {it} end up|will {it} finally stop] {in}?
    where [do|did] you last see {it} {in}?
    where do I find {it} [when {pic} is over|once {pic} is over|at the end of {pic}|after its move]?
    where [has {it} got to|does {it} get to|has {it} ended up] by the end {in}?
    on [which|what] [side|edge|end] [is|was] {it} [at the end|in the end|finally|at last] {in}?
    on [which|what] [side|edge] [did|does] {it} [end up|finish|finish up|stop|arrive|wind up] {in}?
    [which|what] [side|edge|end] does {it} [reach|arrive at|end at|end up on|finish on|get to|stop at] {in}?
    at [which|what] [edge|end|side] does {it} [stop|finish|end up|arrive] {in}?
    what's the [final|last|closing|end] [position|place|spot|location|point] of {it} {in}?
    what is the [destination|finish|finishing point|goal|end point|final stop|resting place] of {it} {in}?
    where's {it} [at the end|in the end|when it's over|finally|at last] {in}?
    where does the [journey|trip|path|way|movement|motion] of {it} [end|stop|finish] {in}?
    [tell me|name|state|say|give me] the [end point|final position|destination|finishing place] of {it} {in}.
    [skip|jump|go] to the end of {pic}: where is {it}?
    at the [very|] end of {pic}, where [is|was] {it}?
    when {pic} [ends|is over|stops], where [is|do I find|can I see] {it}?
    I [see|can see] {it} moving {in}, but where does it [end up|stop|finish|arrive]?
    after [moving|its move|all that], where [is {it}|does {it} end up] {in}?
    {it} [ends up|stops|finishes|arrives] where {in}?
    {it} {in}: where [does it end up|did it stop|is it in the end|does it finish]?
    think of the last frame: where is {it}?
    """,
    clauses="""
    where {it} [ended up|finished|stopped|winds up|arrives|comes to rest|lands] {in}
    where {it} [was|is] [in the end|finally|in the last frame|when it is over] {in}
    [which|what] [side|edge] {it} [reaches|ends up on|arrives at|finishes on] {in}
    the [destination|final position|end point] of {it} {in}
    on which [side|edge] {it} [ends up|finishes|stops] {in}
    """,
    terse="""
    {it}: [end|end point|destination|ends where|stops where|ends on which side]?
    [destination|final place|last position|last place] of {it}?
    {it} [ends up|stops|finishes] where?
    where [to in the end|does it end up]?
    which side does it [end on|stop on|arrive at]?
    """,
)
