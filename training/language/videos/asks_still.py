"""Still more words in which people ask what rests in a short video and what is behind it all.

Knows wording only, `videos.asks` puts it beside the rest; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["BACKGROUND", "RESTS"]

RESTS: Final = asking(
    direct="""
    what [does nothing|is doing nothing|isn't doing anything|just rests|just stays there] {in}?
    what [has not|hasn't] [moved|budged|shifted|left its place|gone anywhere] {in}?
    which [one|<thing>] [hasn't moved|didn't move|never moves|refuses to move|is lazy] {in}?
    who [stays still|doesn't move|keeps still|is standing still|is not moving] {in}?
    what [not move|not moving|no move] {in}?
    one <thing> is [moving|on the move] {in}. [what is the other|which one is not|what is the one that isn't]?
    while one <thing> moves {in}, [what|which <thing>] [rests|stays put|stays where it is|keeps still]?
    what's [just sitting|just standing|just lying|resting|parked] there {in}?
    what [rests|stands still|stays put] [beside|next to|near] the [mover|moving <thing>] {in}?
    what else is [there|in {pic}], not moving?
    [identify|report|state|name] the [stationary|immobile|fixed|static] [object|body|target|item] {in}.
    is there a <thing> that [doesn't move|stays put|keeps still] {in}, and [what|which one] is it?
    what is the only <thing> [not moving|that stays put|that keeps still|at rest] {in}?
    [forget|ignore|never mind] the [mover|moving <thing>]. what [else is there|is the other one] {in}?
    what [stays|remains] exactly where it [is|was|started] {in}?
    [of|among] the <things> {in}, which one [stays put|doesn't move|rests|isn't moving]?
    I can see what moves {in}, but what [doesn't|does not|stays put|rests]?
    what does the moving <thing> have for company {in}?
    which one [just sits there|just stands there|rests|does nothing|takes it easy|is idle] {in}?
    which of them [rests|just sits there|does nothing|stays put|never moves] {in}?
    who is the [couch potato|lazybones|lazy one] {in}, the one that never moves?
    what sits [about|around|there all the time] and [does nothing|never moves] {in}?
    what [stands|sits|rests] in front of the background and never moves {in}?
    what [stays|is left] behind when the mover [leaves|goes on its way] {in}?
    what does the mover [leave behind|not take along] {in}?
    [which one|which <thing>] is [asleep|dozing|napping] {in}, I mean which one never moves?
    nothing happens to one <thing> {in}. which [is it|one|one is it]?
    one of them [doesn't|does not] move {in}: which [is it|one]?
    the mover has a [neighbour|neighbor|companion] {in}. what is it?
    what [doesn't|does not|won't] [join in|take part|come along|go along] {in}?
    what can I put my finger on without having to [chase|follow] it {in}?
    which <thing> has no [motion|movement|speed] {in}?
    whose place [stays the same|doesn't change|never changes] {in}?
    the <thing> with no [motion|movement] {in}, what is it?
    besides the one that moves, what [sits|stands|lies] there {in}?
    the still one {in}, [what|which <thing>] is it?
    [what|which <thing>] is [at|in] the same [spot|place] from start to end {in}?
    is there something that doesn't move {in}? [name it|what is it|which one]?
    I don't mean the mover. what's the other one {in}?
    [what|which <thing>] is [idle|lazy|inactive|immovable|unbudging] {in}?
    what [just hangs about|hangs around|lazes about|takes a rest|has a rest] {in}?
    what's the one doing nothing {in}?
    [one is moving|one moves, one rests|one goes, one stays] {in}. which one [rests|stays]?
    """,
    clauses="""
    who [stays still|isn't moving|keeps still] {in}
    what the other <thing> is, the one that [rests|stays put|doesn't move] {in}
    what [hasn't moved|has not moved|never moves|never moved] {in}
    which one [just sits there|does nothing|rests|never moves] {in}
    what [stays|is left] behind when the mover goes {in}
    whose place [stays the same|never changes] {in}
    """,
    terse="""
    [stationary|static|motionless|immobile|unmoving|resting] <thing>?
    [what|who] [hasn't moved|isn't moving|not moving]?
    the one not moving?
    the other one, not the mover?
    which one does nothing?
    which one just sits there?
    the [lazy|idle] one?
    what's [idle|at rest]?
    """,
)
BACKGROUND: Final = asking(
    direct="""
    <what> <colour> is the [wall|board|paper|page|sheet|screen] behind the <things> {in}?
    <what> <colour> is the [empty space|empty part|free space|area|space] around the <things> {in}?
    <what> <colour> do you see [in the back|at the back|in the background|in the rear] {in}?
    what [colour|color] [is it|it is] [in the back|at the back|in the background] {in}?
    the [background|backdrop], <what> <colour> [is it|does it have|would you say it is] {in}?
    [as for|regarding|concerning|about] the [background|backdrop] {in}: <what> <colour> is it?
    if I [paint|draw|remake|copy] {pic}, <what> <colour> [do I need|should I use] for the background?
    which [paint|crayon|pencil] would I [need|use|pick] for the [background|backdrop] {in}?
    [I'm colour blind|I'm color blind|I can't see colours]. <what> <colour> is the background {in}?
    in <what> <colour> is the [background|backdrop] [done|kept|painted|filled in|shown] {in}?
    what [colour|color] did [they|someone|you] [use|pick|choose] for the [background|backdrop] {in}?
    [check|look at|see] the [background|backdrop] {in}: <what> <colour>?
    [I need|I want|I'd like] the [background|backdrop] <colour> [of {pic}|{in}].
    how does the [background|backdrop] look {in}, <what> <colour> is it?
    the background {in} [has|is of|shows] <what> <colour>?
    <what> <colour> is it all [painted|drawn|set] on {in}?
    <what> <colour> is behind the [mover|moving <thing>|thing that moves] {in}?
    the <things> are on <what> <colour> {in}?
    <what> <colour> is the part that never moves, the background {in}?
    if everything [left|vanished|moved out of the way] {in}, <what> <colour> would be left?
    <what> <colour> is the [stage|field|wallpaper|setting] it all happens on {in}?
    never mind what moves {in}: <what> <colour> is the background?
    forget the <thing> that moves. <what> <colour> is behind it {in}?
    everything [sits|stands|rests|is] on [a|some] background {in}. <what> <colour> is it?
    is the [background|backdrop] [white, black or|dark, light or|red, blue or] what <colour> {in}?
    <what> <colour> [surrounds|is around|is all round] the <thing> {in}?
    the [back|rear|ground] {in} is <what> <colour>?
    what's the [base|ground|main] <colour> {in}, behind the <things>?
    background first: <what> <colour> is it {in}?
    look past the <things> {in}. <what> <colour> is there?
    [moving or not|still or moving], the <thing> is on a background {in}. <what> <colour>?
    I'm [sitting|standing] too far away to see the background {in}. <what> <colour> is it?
    not the <thing> but what's behind it {in}: <what> <colour> is that?
    """,
    clauses="""
    <what> <colour> there is [at the back|in the background|behind it all] {in}
    in <what> <colour> the [background|backdrop] is [done|painted|kept] {in}
    <what> <colour> the [background|backdrop] [has|was|looks] {in}
    <what> <colour> it is all [painted|drawn|set] on {in}
    <what> <colour> [surrounds|is behind] the <thing> {in}
    """,
    terse="""
    [bg|background] [colour|color]?
    [background|backdrop] is [what|which] [colour|color]?
    [background|backdrop] {in}, [what|which] [colour|color]?
    what's the background?
    what's behind it all, <colour>?
    behind the mover, <what> <colour>?
    """,
)
