"""Still more words in which people ask which way something goes in a video, what it does, where from and to.

Knows wording only, `videos.asks` puts it beside the rest; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["DIRECTION", "END", "START", "WHAT_DOES"]

DIRECTION: Final = asking(
    direct="""
    {it} [go|move|moving|going] [where|which way|which direction|what direction] {in}?
    [to|towards] which side {it} [goes|moves|is going|is moving] {in}?
    kindly [tell|say|state] in which direction {it} [is going|is moving|goes] {in}.
    where's {it} [going|heading|off to|headed|bound|going to|moving to] {in}?
    where [is|was] {it} [headed|bound|making for|going off to] {in}?
    which way is {it} [headed|bound|drifting|sliding|floating|travelling|traveling] {in}?
    whereabouts is {it} [going|heading|moving|off to] {in}?
    if {it} were a [car|bus|ball|bird|boat|bug], which way would it be [going|moving|travelling] {in}?
    does {it} go right, left, up or down {in}?
    up, down, left or right: which way [does {it} go|is {it} going] {in}?
    which of the four directions does {it} [take|go in|move in|choose] {in}?
    [give|state|report|log] the [vector|bearing|heading|trajectory|direction of motion] of {it} {in}.
    what [bearing|heading|trajectory|line|course] does {it} [have|follow|keep to] {in}?
    [what is|what's] the [trajectory|bearing|direction of motion|travel direction] of {it} {in}?
    [which way|in which direction] did {it} [run|run off|go off|make off|get away|escape] {in}?
    [point|show|tell] me the way {it} [goes|moves|is going|went] {in}.
    what does the [motion|movement] of {it} look like {in}, which way [is it|does it go]?
    I want to [catch|follow|chase|grab] {it}. which way [does it go|is it going] {in}?
    my [daughter|son|friend|gran] says {it} moves {in}. [which way|where to|in what direction]?
    {it} [does not|doesn't] stay where it is {in}. which way does it [go|move|head]?
    on which axis and which way does {it} move {in}?
    the [way|direction] {it} [moves|goes|is going] {in}, which is it?
    I [didn't see|missed|didn't catch] which way {it} [went|moved] {in}. [can you tell me|which was it]?
    {it}: is it going to the left, to the right, up or down {in}?
    where does {it} think [it's|it is] going {in}?
    where is {it} off to in such a hurry {in}?
    which way do I turn my head to follow {it} {in}?
    which way should I [look|point|swipe|lean] to follow {it} {in}?
    [up, down or sideways|sideways, up or down], which way does {it} go {in}?
    does {it} go this way or that way {in}? [which|which is it]?
    {it} moves {in}, [okay|fine|I get that|I see that], but which way?
    {it} is [moving|on the move|under way] {in}. [where to|which way|in which direction]?
    what's the way {it} [goes|is going|takes] {in}?
    [which|what] [side|end|edge] is {it} [making for|after|aiming at|aiming for] {in}?
    which side does {it} leave behind {in}, and which does it go to?
    in which direction must I [run|walk|go|look] to keep up with {it} {in}?
    I'm [sitting|standing] here watching {it} {in}. which way is it going?
    I know that {it} moves {in}, don't tell me that. [which way|where to|in what direction]?
    I don't ask [what it is|if it moves|whether it moves]. which way does {it} go {in}?
    in front of the background, which way does {it} [go|slide|move] {in}?
    which way [do|does] {it} be [going|moving] {in}?
    the [walk|run|ride|flight|trip] of {it} {in} goes which way?
    on its [walk|run|ride|way|journey] {in}, which way does {it} go?
    [which|what] way [you see|did you see|have you seen] {it} go {in}?
    {it}: [coming from where and going where|from where to where] {in}?
    where [is|was] {it} [at first and where at the end|to begin with and where in the end] {in}?
    """,
    clauses="""
    which way {it} is [headed|bound|drifting|sliding|travelling] {in}
    [where|whereabouts] {it} is [headed|bound|making for|heading to] {in}
    in which of the four directions {it} [moves|goes|is going] {in}
    the [trajectory|bearing|direction of motion|heading] of {it} {in}
    which way I [turn my head|have to look] to follow {it} {in}
    [which|what] [side|end] {it} is [making for|aiming for] {in}
    what way {it} [be going|is going|goes] {in}
    """,
    terse="""
    {it} [direction|heading|movement|trajectory]?
    {it} [going|moving|headed|heading] [where|which way]?
    where's {it} [going|headed|off to]?
    direction of [travel|motion|movement]?
    left, right, up or down?
    which way [did|does] {it} go?
    which way, {it}?
    going which way, {it}?
    which way it [go|goes|went]?
    """,
)
WHAT_DOES: Final = asking(
    direct="""
    what {it} [do|does|doing|is doing] {in}?
    what happen [to|with] {it} {in}?
    is [anything|something] [happening|going on] with {it} {in}? [what|what is it|if so, what]?
    what's [new|the deal|up] with {it} {in}?
    what [trick|stunt|action] does {it} [do|perform|show|pull off] {in}?
    what is {it} [busy doing|busy with|engaged in] {in}?
    does {it} move, grow, shrink, appear, disappear or rest {in}?
    move, change size, come, go or rest: what does {it} do {in}?
    [how|in what way] [did {it} change|does {it} change|does {it} act] {in}?
    what [change|event|action] [happens to|concerns|comes over] {it} {in}?
    what's [different|new] about {it} [at the end|by the end|afterwards] {in}?
    compare the start and the end of {pic}: what [did {it} do|happened to {it}]?
    I [want|need] to [know|report|write out] what {it} [does|did] {in}. please tell me.
    I can see {it} {in}, but what [does it do|is it doing|happens to it]?
    [can|could] you [follow|observe|watch|track] {it} {in} and [report|say|tell me] what it does?
    [observe|monitor|track|study|examine] {it} {in} and [report|describe|say] what it does.
    what [activity|behaviour|behavior|action] does {it} show {in}?
    what [would|do] you say {it} [does|is doing] {in}?
    what is it that {it} does {in}?
    my [kid|daughter|boss|gran|teacher] asks what {it} [does|is doing] {in}.
    what's {it} [playing at|getting up to|about] {in}?
    what does {it} do with itself {in}?
    how does {it} [spend its time|fare|carry on] {in}?
    what has happened to {it} since the [start|beginning] {in}?
    [how would you put|what would you call] what {it} does {in}?
    is {it} [just sitting there|resting|idle] {in}, or [what does it do|does it do something else]?
    does {it} move {in}, or does it do something else?
    does {it} come, go, move, grow or shrink {in}?
    which of these does {it} do {in}: move, grow, shrink, come, go or rest?
    what am I [seeing|watching] {it} do {in}?
    I'm [sitting|standing] where I can't see {it}. what does it do {in}?
    any [change|news|action] with {it} {in}? [what|what kind]?
    tell me one thing {it} does {in}.
    in front of the background, what does {it} do {in}?
    question number [one|two]: what does {it} do {in}?
    what comes of {it} {in}?
    what have they made {it} do {in}?
    what's [it|all this] about {it} {in}, what does it do?
    I know what {it} is. what does it do {in}?
    not what {it} looks like but what it does {in}, please.
    never mind the [colour|color|size] of {it}. what does it do {in}?
    {it} [do|does] [something|anything] {in}? what?
    does {it} [show off|do a trick|have a trick] {in}? [what is it|which|what]?
    """,
    clauses="""
    in what way {it} [changes|acts|behaves] {in}
    what {it} [is busy doing|has been doing|has been up to] {in}
    what [you|we|I] see {it} do {in}
    what {it} does with itself {in}
    what {it} is [playing at|getting up to] {in}
    not what {it} is but what it does {in}
    """,
    terse="""
    {it} [doing|do] what?
    what's {it} [doing|up to]?
    what {it} [do|doing]?
    [action|behaviour|behavior] of {it}?
    {it}, what happens?
    what's {it} [playing at|getting up to]?
    and what does {it} do?
    what now with {it}?
    what {it} did?
    """,
)
START: Final = asking(
    direct="""
    where [is|was] {it} [to start with|when it sets off|when it all begins|right at the start] {in}?
    where [is|was] {it} before [anything happens|the movement|it gets going|it goes anywhere] {in}?
    where had {it} been [before it moved|at first|before it set off] {in}?
    where {it} [start|starts|begin|begins|come from|comes from|from] {in}?
    from where [does|did] {it} [come|start|move|set out|travel] {in}?
    from where is {it} coming {in}?
    whereabouts does {it} [start|begin|come from|set off] {in}?
    [which|what] [side|edge|part|border] of {pic} does {it} [start at|come from|begin at|set out from]?
    does {it} come from the left, the right, the top or the bottom {in}?
    does {it} start on the left, on the right, at the top or at the bottom {in}?
    left, right, top or bottom: where does {it} [start|begin|come from] {in}?
    what [place|spot|side] does {it} [leave from|depart from|move away from|start from] {in}?
    before it moves, where [is|was] {it} {in}?
    where should I look [first|at the start] to [find|spot] {it} {in}?
    {it} must have come from somewhere {in}: where?
    I only saw where {it} ended {in}. where did it [start|begin|come from]?
    where is the first [sighting|place|position|spot] of {it} {in}?
    [give|report|note|log] the [departure|starting|start] [point|side|position] of {it} {in}.
    where does {it} [kick off|begin its journey|begin its trip|begin moving|depart] {in}?
    what's the first [place|spot|position] where you see {it} {in}?
    I [came in late|missed the start|missed the beginning]. where was {it} at first {in}?
    which side does {it} leave behind {in}?
    where did {it} [sit|stand|rest|wait|lie] [before it moved|at first|to begin with] {in}?
    where is {it} [sitting|standing|waiting|resting|parked] before it [moves|sets off|gets going] {in}?
    [which|what] side is {it} on [to begin with|at first|when it all starts] {in}?
    on which side do I look for {it} when {pic} starts?
    if I rewind {pic}, where does {it} go back to?
    from what [place|side|edge] {it} [come|comes|came] {in}?
    {it} [came|comes] in from [where|which side] {in}?
    in which part of {pic} does {it} start?
    is it on the left, on the right, at the top or at the bottom that {it} starts {in}?
    did {it} come from the left, the right, above or below {in}?
    before anything moves {in}, on which side is {it}?
    where would I put my finger on {it} at the start {in}?
    I don't mean where {it} ends {in}. where does it start?
    not where {it} goes but where it comes from {in}, please.
    I know where {it} is going {in}, but where is it coming from?
    where does the [walk|run|ride|flight|trip] of {it} [start|begin] {in}?
    what does {it} have behind it {in}, I mean which side does it come from?
    where [is|was] {it} in the first [place|moment|second] {in}?
    where [has|had] {it} been [waiting|sitting|standing] {in}?
    """,
    clauses="""
    where {it} was [before it moved|to start with|right at the start] {in}
    from where {it} [comes|came|starts|started] {in}
    whereabouts {it} [starts|begins|began|comes from] {in}
    where {it} [begins its journey|kicks off|begins moving|departs] {in}
    which side {it} leaves behind {in}
    where {it} [sat|stood|was waiting|was sitting] before it moved {in}
    [which|what] side {it} is on to begin with {in}
    """,
    terse="""
    {it} [start|from where|from which side|starting point]?
    {it} [came|coming|come] from where?
    where [did|does] {it} [start|begin|come from]?
    where from, {it}?
    {it} [at the start|at first|at the beginning]: where?
    where [at first|to begin with], {it}?
    {it}: which side first?
    came from where, {it}?
    """,
)
END: Final = asking(
    direct="""
    where [is|was] {it} [when it stops|once it has stopped|after it has moved|right at the end] {in}?
    where is {it} once [everything has happened|the movement is over|it has finished moving] {in}?
    where has {it} [gone|moved|got] to by the end of {pic}?
    where {it} [end|ends|end up|ends up|stop|stops|finish] {in}?
    where does {it} [come to a halt|pull up|settle|end its journey|end its trip|stop moving|fetch up] {in}?
    whereabouts does {it} [end|end up|stop|finish] {in}?
    [which|what] [side|edge|border] of {pic} does {it} [end up at|arrive at|stop at|finish at]?
    does {it} end up on the left, on the right, at the top or at the bottom {in}?
    does {it} stop on the left, on the right, at the top or at the bottom {in}?
    left, right, top or bottom: where does {it} [end|end up|stop|finish] {in}?
    what [place|spot|side] does {it} [arrive at|stop at|get to in the end|finish at] {in}?
    where should I look at the end to [find|spot] {it} {in}?
    {it} must stop somewhere {in}: where?
    I saw where {it} started {in}, but where does it [end|stop|finish|end up]?
    I [looked away|stopped watching|left too early]. where did {it} end up {in}?
    where is the last [sighting|place|position|spot] of {it} {in}?
    [give|report|note|log] the [arrival|end|final|finishing] [point|side|position] of {it} {in}.
    once {pic} is [over|done|finished], where is {it}?
    where can {it} be found [at the end|in the end|when it's all over|afterwards] {in}?
    where will I find {it} [at the end|when it's done|when it has stopped] {in}?
    what's the last [place|spot|position] where you see {it} {in}?
    where does {it} [sit|stand|rest|lie|wait] at the end {in}?
    [which|what] side is {it} on when [it's all done|all is said and done|it stops] {in}?
    where do I look for {it} once {pic} has [stopped|finished|ended]?
    if {pic} [stops|is paused] at the last frame, where is {it}?
    [which|what] [side|edge] does {it} [run into|bump into|get as far as] {in}?
    where does {it} get as far as {in}?
    {it} [went|goes] over to which side {in}?
    in which part of {pic} does {it} end?
    having moved, where is {it} {in}?
    where is {it} now that {pic} is over?
    where will {it} be [when|once] {pic} [ends|is over]?
    where does the [walk|run|ride|flight|trip] of {it} [end|finish] {in}?
    where does {it} finish its [walk|run|ride|flight|trip] {in}?
    I don't mean where {it} starts {in}. where does it end?
    not where {it} comes from but where it ends up {in}, please.
    I know where {it} comes from {in}, but where does it [go to in the end|stop|end up]?
    where would I put my finger on {it} at the end {in}?
    is it on the left, on the right, at the top or at the bottom that {it} ends {in}?
    on [which|what] side is {it} [sitting|standing|resting|parked] when it's over {in}?
    where [is|was] {it} in the last [moment|second|bit] {in}?
    where does {it} leave off {in}?
    """,
    clauses="""
    where {it} is [when it stops|once it has stopped|right at the end|when it's all over] {in}
    where {it} has [gone to|got to|moved to] by the end {in}
    whereabouts {it} [ends up|stops|finishes|ended up] {in}
    where {it} [ends its journey|comes to a halt|settles|stops moving] {in}
    where {it} [sits|stands|rests] at the end {in}
    which side {it} is on when it stops {in}
    where {it} finishes its [trip|run|walk] {in}
    """,
    terse="""
    {it} [end point|at the end|final place|final position]?
    where [did|does] {it} [stop|end|end up|finish]?
    {it} [at the end|in the end|finally]: where?
    {it} [stop|end up|finish] where?
    final side of {it}?
    where in the end, {it}?
    {it}: which side last?
    {it} ended [up|] where?
    """,
)
