"""More words in which people ask whether anything moves in a short video.

Knows wording only, `videos.asks_yesno` puts it beside its own; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["MOVES"]

MOVES: Final = asking(
    direct="""
    anything [moving|on the go|moving about|in motion|stirring] {in}?
    is [anything|something] [stirring|on the go|under way|travelling|drifting|going somewhere] {in}?
    [does|did] [a single|at least one|any] <thing> [move|leave its spot|go somewhere|shift] {in}?
    do you [detect|catch|pick up|register|perceive|observe] [any|some] [movement|motion] {in}?
    is [any|] [motion|movement] [visible|detected|present|to be seen|shown] {in}?
    can [any|] [movement|motion] be [seen|detected|noticed|made out] {in}?
    any [sign|trace|hint] of [movement|motion|something moving] {in}?
    is there [a|any] [mover|moving <thing>|moving part] {in}?
    have any of the <things> [moved|shifted|changed place|gone anywhere] {in}?
    [does|did] it move {in}?
    is it moving {in}?
    [I can't see well|I blinked|I wasn't looking|my eyes are bad]: does anything move {in}?
    something [moved|moves] {in}, [right|no|yes|or not|am I right]?
    didn't something move {in}?
    I thought I saw [something move|some movement|something moving] {in}. [did I|am I right|is that so]?
    [movement|motion] {in}[, yes or no|, is there any|: yes or no]?
    would a [motion detector|movement sensor|motion sensor] [notice|react to] anything {in}?
    does [anything|something] end up in [another|a different|a new] place {in}?
    [check|scan|inspect] {pic} for [movement|motion]: is there any?
    are [any|some] of the <things> [moving|on the move|travelling|in motion] {in}?
    [my friend|she|he|someone] says something moves {in}. [is that so|is that right|true]?
    does it move at all {in}?
    does it [even|ever|actually|really] move {in}?
    is it moving at all {in}?
    does it move or [not|doesn't it|what] {in}?
    did it [budge|shift|go anywhere|move at all] {in}?
    is it [going anywhere|on the move|in motion|going places] {in}?
    has it moved [at all|] {in}?
    does [that|this|the] <thing> move [at all|] {in}?
    is [that|this|the] <thing> moving [at all|] {in}?
    is there any life {in}, does anything move?
    is there [even|so much as] a [bit|trace|hint] of [movement|motion] {in}?
    does [anything|something] [go|get] from here to there {in}?
    [will|would] [anything|something] move {in}?
    do things move {in}?
    are things moving {in}?
    I'm [sitting|standing] here waiting for something to move {in}. does it?
    look here, does anything move {in}?
    leaving the background aside, does anything move {in}?
    is there [one|a] <thing> that doesn't stay where it is {in}?
    I don't ask where to: does it move at all {in}?
    never mind [which way|where to|what it is], does [anything|something] move {in}?
    I don't want to know what moves {in}, only whether anything does.
    can [anything|something] be seen [to move|moving] {in}?
    do my eyes have to follow anything that moves {in}?
    """,
    clauses="""
    [if|whether] anything [is stirring|is in motion|goes anywhere|changes position] {in}
    [if|whether] [any|] [movement|motion] can be [seen|noticed|detected] {in}
    whether or not [anything|something] [moves|is moving] {in}
    [if|whether] there is [a moving <thing>|something that moves|a mover] {in}
    [if|whether] it moves at all {in}
    [if|whether] it is moving [at all|or not] {in}
    [if|whether] [that|the] <thing> moves [at all|] {in}
    """,
    terse="""
    any motion at all?
    [something|anything] moving, [yes|no|yes or no]?
    movement, [yes or no|yes|any]?
    [motion|movement] {in}?
    [motion|movement] detected?
    does it move?
    does it move at all?
    moving at all?
    moving or not?
    it moves, [yes|does it|no]?
    is it moving?
    did it move?
    """,
)
