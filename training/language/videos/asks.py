"""How people ask about short videos: the patterns of `videos.questions`.

Knows wording only (`videos.asks_more`, `asks_further`, `asks_still`, `asks_path`, `asks_path_more` hold
the rest); refuses to know facts and answers.
"""

import random
from collections.abc import Callable
from typing import Final

from anymal.training.facts import VideoFacts
from anymal.training.language.asking import asking, joined
from anymal.training.language.turn import Turn
from anymal.training.language.videos import asks_further as further
from anymal.training.language.videos import asks_more as more
from anymal.training.language.videos import asks_path as path
from anymal.training.language.videos import asks_path_more as path_more
from anymal.training.language.videos import asks_still as still

__all__ = [
    "BACKGROUND",
    "CHANGES",
    "DESCRIBE",
    "DIRECTION",
    "END",
    "RESTS",
    "START",
    "WHAT_DOES",
    "WHAT_MOVES",
    "VideoMaker",
]

VideoMaker = Callable[[VideoFacts, random.Random], Turn | None]

_DESCRIBE = asking(
    direct="""
    what [happens|is happening|is going on|takes place|goes on] {in}?
    what [happens|is happening|is going on] in {pic}?
    what do you see in {pic}?
    what does {pic} show?
    what can be seen in {pic}?
    what is in {pic}?
    what's in {pic}?
    what's [happening|going on] in {pic}?
    describe {pic}.
    [please|] describe [{pic}|what happens in {pic}|what is happening in {pic}] [for me|].
    can you describe {pic}?
    could you [please|] describe what [happens|is going on] {in}?
    summarise {pic}.
    [give me a|write a] [short|brief|] [description|summary] of {pic}.
    tell me [about|what happens in|what is going on in] {pic}.
    what is {pic} about?
    [what did you see|what have you seen] in {pic}?
    what [changes|is changing] in {pic}?
    watch {pic} and tell me what [happens|you see].
    what did I just [see|watch|record|film] {in}?
    """,
    clauses="""
    what [happens|is happening|is going on] {in}
    what [happens|is happening|is going on] in {pic}
    what {pic} shows
    what you see in {pic}
    """,
    terse="""
    what [happens|happened|is happening|is going on]?
    what's [happening|going on]?
    [describe|describe it].
    what do you see?
    {pic}?
    """,
)
_WHAT_MOVES = asking(
    direct="""
    what [moves|is moving|moved] {in}?
    what [moves|is moving] {in}?
    <what> <thing> [moves|is moving|is in motion|changes its place|travels|changes position] {in}?
    which of the <things> [moves|is moving] {in}?
    what do you see moving {in}?
    what is in motion {in}?
    what is it that moves {in}?
    [name|tell me] the <thing> that [moves|is moving] {in}.
    {in} what [moves|is moving]?
    is [something|anything] moving {in}, and what is it?
    which one is [moving|in motion|on the move] {in}?
    what [travels|slides|glides|goes] [across|through|over] {pic}?
    """,
    clauses="""
    what [moves|is moving] {in}
    <what> <thing> [moves|is moving] {in}
    which <thing> is in motion {in}
    """,
    terse="""
    what moves?
    what's moving?
    the moving <thing>?
    moving <thing>?
    """,
)
_CHANGE = """
    what {s} {in}?
    what is {ing} {in}?
    <what> <thing> {s} {in}?
    <what> <thing> is {ing} {in}?
    which of the <things> {s} {in}?
    {in} what {s}?
    what do you see {ing} {in}?
    [name|tell me] the <thing> that {s} {in}.
    what is it that {s} {in}?
    """
_CHANGE_CLAUSES = """
    what {s} {in}
    <what> <thing> {s} {in}
    <what> <thing> is {ing} {in}
    """
_CHANGE_TERSE = """
    what {s}?
    what's {ing}?
    the {ing} <thing>?
    """
CHANGES: Final = {
    verb: joined(
        asking(
            *(
                text.replace("{s}", forms["s"]).replace("{ing}", forms["ing"])
                for text in (_CHANGE, _CHANGE_CLAUSES, _CHANGE_TERSE)
            )
        ),
        more.CHANGES[verb],
    )
    for verb, forms in more.FORMS.items()
}
_DIRECTION = asking(
    direct="""
    [which|what] [way|direction] [does {it} [move|go|travel]|is {it} [moving|going|heading]] {in}?
    in [which|what] direction [does {it} [move|go|travel]|is {it} [moving|going|travelling|heading]] {in}?
    where [does {it} [go|move|travel]|is {it} [going|moving|heading]] {in}?
    how [does {it} move|is {it} moving] {in}?
    what is the direction of {it} {in}?
    what's the direction of {it} {in}?
    what path does {it} [take|follow] {in}?
    from where to where does {it} [go|move|travel] {in}?
    {in} [which|what] way does {it} [go|move]?
    {in} where does {it} go?
    does {it} move left, right, up or down {in}?
    is {it} moving [left or right, up or down|left, right, up or down] {in}?
    [describe|state] the [movement|motion|direction|path] of {it} {in}.
    to which side [does {it} [go|move]|is {it} [going|moving]] {in}?
    what [movement|motion] does {it} make {in}?
    """,
    clauses="""
    [which|what] [way|direction] {it} [moves|goes|is moving|is going|travels] {in}
    in [which|what] direction {it} [moves|goes|is moving] {in}
    where {it} [goes|moves|is going|is heading] {in}
    how {it} moves {in}
    from where to where {it} [goes|moves] {in}
    the direction of {it} {in}
    """,
    terse="""
    [which way|what direction|direction]?
    direction of {it}?
    {it}: [which way|direction]?
    which way?
    """,
)
_WHAT_DOES = asking(
    direct="""
    what does {it} do {in}?
    what is {it} doing {in}?
    what happens [to|with] {it} {in}?
    what is happening [to|with] {it} {in}?
    how does {it} [behave|change] {in}?
    what [did|has] {it} [do|done] {in}?
    {in} what does {it} do?
    {in} what happens [to|with] {it}?
    [describe|tell me|say] what {it} does {in}.
    [describe|tell me|say] what happens to {it} {in}.
    watch {it} {in}. what does it do?
    look at {it} {in}. what happens to it?
    """,
    clauses="""
    what {it} does {in}
    what {it} is doing {in}
    what happens [to|with] {it} {in}
    """,
    terse="""
    what does {it} do?
    {it}: what does it do?
    {it}: what happens?
    """,
)
_START = asking(
    direct="""
    where does {it} [start|begin|come from|set off|start from] {in}?
    where is {it} [at first|at the start|at the beginning|in the beginning|to begin with] {in}?
    where did {it} [start|begin|come from] {in}?
    where is {it} coming from {in}?
    from [where|which side|which edge] does {it} [come|start|move] {in}?
    on [which|what] side does {it} [start|begin] {in}?
    what is the starting [point|position|place] of {it} {in}?
    {in} where does {it} [start|come from]?
    [which|what] side does {it} come from {in}?
    """,
    clauses="""
    where {it} [starts|begins|comes from] {in}
    where {it} is at the [start|beginning] {in}
    from which side {it} comes {in}
    """,
    terse="""
    [start|starting point|starting position] of {it}?
    {it}: where from?
    """,
)
_END = asking(
    direct="""
    where does {it} [end|stop|end up|finish|arrive|land] {in}?
    where is {it} [at the end|in the end|at last|finally] {in}?
    where did {it} [end|stop|end up|finish] {in}?
    on [which|what] side does {it} [end|stop|finish|end up] {in}?
    what is the [end|final|last] [point|position|place] of {it} {in}?
    {in} where does {it} [end up|stop|finish]?
    [to|towards] which side does {it} [go|move] {in}?
    """,
    clauses="""
    where {it} [ends|stops|ends up|finishes] {in}
    where {it} is at the end {in}
    to which side {it} [goes|moves] {in}
    """,
    terse="""
    [end|end point|final position] of {it}?
    {it}: where to?
    """,
)
_RESTS = asking(
    direct="""
    what [does not|doesn't] move {in}?
    what [stays still|is still|stays in place|stays put|rests|stands still|stays where it is] {in}?
    <what> <thing> [does not move|doesn't move|stays still|is not moving|stays in place] {in}?
    which of the <things> [does not move|stays still|is still] {in}?
    <what> <thing> [remains|stays] where it is {in}?
    {in} what [does not move|stays still]?
    what is not moving {in}?
    what is the other <thing>, the one that stays still {in}?
    """,
    clauses="""
    what [does not move|stays still|stays in place] {in}
    <what> <thing> [does not move|stays still] {in}
    """,
    terse="""
    what rests?
    what stays still?
    the still <thing>?
    """,
)
_BACKGROUND = asking(
    direct="""
    <what> <colour> is the [background|backdrop] [of {pic}|{in}|]?
    <what> <colour> does the [background|backdrop] have {in}?
    what is the [background|backdrop] <colour> {in}?
    what's the <colour> of the [background|backdrop] {in}?
    {in} <what> <colour> is the [background|backdrop]?
    <give> the <colour> of the [background|backdrop] {in}.
    <what> <colour> is behind [everything|it all|it|the <things>] {in}?
    """,
    clauses="""
    <what> <colour> the [background|backdrop] is {in}
    the <colour> of the [background|backdrop] {in}
    """,
    terse="""
    [background|backdrop]?
    [background|backdrop] <colour>?
    """,
)
DESCRIBE: Final = joined(joined(_DESCRIBE, more.DESCRIBE), further.DESCRIBE)
WHAT_MOVES: Final = joined(joined(_WHAT_MOVES, more.WHAT_MOVES), further.WHAT_MOVES)
DIRECTION: Final = joined(joined(_DIRECTION, path.DIRECTION), path_more.DIRECTION)
WHAT_DOES: Final = joined(joined(_WHAT_DOES, path.WHAT_DOES), path_more.WHAT_DOES)
START: Final = joined(joined(_START, path.START), path_more.START)
END: Final = joined(joined(_END, path.END), path_more.END)
RESTS: Final = joined(joined(_RESTS, more.RESTS), still.RESTS)
BACKGROUND: Final = joined(joined(_BACKGROUND, more.BACKGROUND), still.BACKGROUND)
