"""Still more words in which people ask what a short video shows, what moves or changes in it and what stays.

Knows wording only, `videos.asks` puts it beside the rest; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["BACKGROUND", "CHANGE", "CHANGE_CLAUSES", "CHANGE_TERSE", "DESCRIBE", "RESTS", "WHAT_MOVES"]

DESCRIBE: Final = asking(
    direct="""
    what is {pic} all about?
    what [is shown|is displayed|is being shown|gets shown|plays out|plays] in {pic}?
    what did [I|we] [miss|just miss] in {pic}?
    I [blinked|looked away|dozed off|was on the phone|came in late]. what [happened|went on] in {pic}?
    my screen is [broken|black|too dark|tiny]. what [does {pic} show|is in {pic}|happens in {pic}]?
    I am [blind|visually impaired|driving|at the wheel], [please|so please] [describe|tell me about] {pic}.
    [write|give me|I need] [an audio description|a caption|a log entry|some notes|alt text] for {pic}.
    for [my|the] [notes|report|log|records|diary]: what [happens|happened] in {pic}?
    from [start to finish|beginning to end|the first frame to the last], what happens in {pic}?
    what [is|was] the [event|main event|main thing|big news|important bit|highlight] in {pic}?
    [someone|a friend|my niece] [sent me|showed me] {pic}. what [is it|is in it|does it show]?
    [did you see|did you watch|have you seen|have you watched] {pic}? what [happened|was in it]?
    [I filmed|I recorded|I made|here is|here's|this is] {pic}. what [do you see|happens] in it?
    [say|put] in [simple|plain|your own|easy|a few] words what [happens|goes on] in {pic}.
    [explain it like I'm five|in one breath|in short|briefly|in brief|in a nutshell]: what happens in {pic}?
    what [you see|happen|you are seeing] in {pic}?
    can you [see|watch|follow|analyse|analyze|make sense of] {pic}? what [happens|is it about]?
    [analyse|analyze|interpret|review|report on|comment on|go through|unpack] {pic}[, please|].
    [kindly|please] [elaborate on|brief me on|fill me in on|update me on|inform me about] {pic}.
    [fill me in|bring me up to speed|put me in the picture|update me]: what [happens|happened] in {pic}?
    what's the [craic|news|deal|scoop|situation] [in|with] {pic}?
    what all [is happening|happens|is there] in {pic}?
    what is it that [happens|is happening|you see|goes on] in {pic}?
    what would a [witness|viewer|bystander|reporter] [say about|tell us about|remember of] {pic}?
    [tell me|give me] the [whole|full|] story of {pic}.
    [I'd love|I'd like|I want|I need] to [hear|know|understand] what [goes on|happens] in {pic}.
    [anything|something] to see in {pic}? [what|if so, what|what is it]?
    """,
    clauses="""
    what [happens|goes on|happened] from [start to finish|beginning to end] in {pic}
    what the [gist|story|content|point] of {pic} is
    what [people|others|you all] can see in {pic}
    what {pic} [showed|contains|is all about|has to show]
    """,
    terse="""
    [gist|story|content|action|events] of {pic}?
    [describe|explain|summarise|summarize] [video|clip]?
    [video|clip|film] [summary|description|content]?
    tldr [of {pic}|]?
    """,
)
WHAT_MOVES: Final = asking(
    direct="""
    what is [changing its place|changing position|changing location|leaving its place|relocating] {in}?
    what [goes|is going|gets|travels] from one [side|end|place] to [the other|another] {in}?
    what [ran|flew|slid|glided|floated|drifted|scooted|whizzed] [past|by|along] {in}?
    there is [something moving|a moving <thing>] {in}. [what is it|what would you call it|which one]?
    what [moving|move|are moving] {in}?
    what <thing> [move|moving] {in}?
    who [moves|is moving|moved|is on the move] {in}?
    my [cat|dog|baby|toddler] is following something that moves {in}. what is it?
    [movement|motion] [detected|spotted|noticed] {in}: [what is it|which <thing>|what moved]?
    [identify|report|state] the [moving target|object in motion|moving body|moving item] {in}.
    which <thing> [is not|isn't] [standing still|at rest|stationary|staying put] {in}?
    what [can't keep still|is restless|is on a journey|has left its spot|leaves its place] {in}?
    what do my eyes [have to|need to] follow {in}, what is the <thing> that moves?
    does [anything|something] move {in}, and if so, [what|which <thing>]?
    what's that [moving|sliding|drifting|travelling|gliding] <thing> {in}?
    what's that [moving|sliding along|going along|drifting about|on the move] {in}?
    [can|could] you [name|identify|make out] [what|the <thing> that] [moves|is moving] {in}?
    what is the only <thing> [moving|that moves|on the move] {in}?
    [of|among|between] the <things> {in}, which one [moves|is moving|is on the move]?
    if one <thing> moves {in}, which [one is it|is it|would that be]?
    I can't [see well|make it out|quite see]. what [moves|is moving] {in}?
    """,
    clauses="""
    who [moves|is moving] {in}
    what it is that [is moving|slides along|travels] {in}
    what [leaves|left] its place {in}
    what [I|we] [see|saw] [moving|move] {in}
    """,
    terse="""
    [what|who] moving?
    who moves?
    [object|thing|shape] in motion?
    [what|which <thing>] is in motion?
    moving one?
    """,
)
# Filled in by `videos.asks` for each way in which a thing changes.
CHANGE: Final = """
    who {s} {in}?
    what's that {ing} {in}?
    what can be seen {ing} {in}?
    [can|could] you [name|identify|make out] what {s} {in}?
    does [anything|something] {bare} {in}, and [what|if so, what|which <thing>]?
    there is [something|a <thing>] {ing} {in}. [what is it|which one is it]?
    one <thing> {past} {in}. [which|what was it|which one]?
    what is the <thing> [you see|we see|I see] {ing} {in}?
    which [one|<thing>] [do|did] you see {bare} {in}?
    what did [we|I] [just|] see {bare} {in}?
    [report|state|identify|say] [what|which <thing>] {past} {in}.
    <what> <thing> {bare} {in}?
    my [son|daughter|friend|gran] says something {past} {in}. what was it?
    I looked away and something {past} {in}. what [was it|is it|exactly]?
    [of|out of|among] the <things> {in}, which one {s}?
    only one <thing> {s} {in}: [which|what]?
    watch closely {in}. what {s}?
    what is the only <thing> {ing} {in}?
    """
CHANGE_CLAUSES: Final = """
    who {s} {in}
    what it [was|is] that {past} {in}
    what [I|we|you] [saw|see] {bare} {in}
    """
CHANGE_TERSE: Final = """
    {ing} <thing>?
    who {s}?
    what {ing}?
    <thing> that {past}?
    """
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
    """,
    clauses="""
    who [stays still|isn't moving|keeps still] {in}
    what the other <thing> is, the one that [rests|stays put|doesn't move] {in}
    what [hasn't moved|has not moved|never moves|never moved] {in}
    """,
    terse="""
    [stationary|static|motionless|immobile|unmoving|resting] <thing>?
    [what|who] [hasn't moved|isn't moving|not moving]?
    the one not moving?
    the other one, not the mover?
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
    """,
    clauses="""
    <what> <colour> there is [at the back|in the background|behind it all] {in}
    in <what> <colour> the [background|backdrop] is [done|painted|kept] {in}
    <what> <colour> the [background|backdrop] [has|was|looks] {in}
    """,
    terse="""
    [bg|background] [colour|color]?
    [background|backdrop] is [what|which] [colour|color]?
    [background|backdrop] {in}, [what|which] [colour|color]?
    what's the background?
    """,
)
