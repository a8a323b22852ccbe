"""How people ask about one spot and its neighbours; the odd one out and what all share are imported.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking
from anymal.training.language.pictures.asks_odd import COMMON, ODD

__all__ = ["ANYTHING_AT", "COMMON", "NEXT_TO", "ODD"]

ANYTHING_AT: Final = asking(
    direct="""
    is there [anything|something|a <thing>|any <thing>|one] {where} {in}?
    is there [anything|something] {in} {where}?
    {where}[,|] is there [anything|something|a <thing>|any <thing>] {in}?
    do you see [anything|something|a <thing>|any <thing>] {where} {in}?
    [can|could] you [see|find|spot|make out] [anything|something|a <thing>|any <thing>] {where} {in}?
    [have we got|have you got|did they draw|did somebody put|did they put] [anything|something|a <thing>] {where} {in}?
    [was|is] [anything|something|a <thing>] [drawn|placed|shown|put] {where} {in}?
    is [anything|something|a <thing>] {where} {in}?
    does {pic} [have|show] [anything|something|a <thing>] {where}?
    [am I right|is it right|is it true] that there is [something|a <thing>] {where} {in}?
    there is [something|a <thing>] {where} {in}, [right|isn't there|yes|correct]?
    I think there is [something|a <thing>] {where} {in}. [is that right|am I right|true|correct]?
    is it [taken|occupied|filled|used] {where} {in}?
    would I find [anything|something|a <thing>] {where} {in}?
    is there [anything|something] to be seen {where} {in}?
    did they leave [anything|something] {where} {in}?
    [check|look|see] [if|whether] there is [anything|something|a <thing>] {where} {in}.
    [I can't see|I'm blind]. is there [anything|something|a <thing>] {where} {in}?
    {where} {in}: [anything|something] there?
    {where}[,|] [got|have you got|do you get|have we] [anything|something] {in}?
    look {where} {in}. [is there anything|do you see anything|anything there|anything to see]?
    does [anything|something|a <thing>] [sit|hang|stand|lie|hide|live|appear] {where} {in}?
    is [anything|something|a <thing>] [sitting|hanging|standing|lying|hiding|waiting] {where} {in}?
    if I [look|point|reach] {where} {in}, [is there anything|will I find anything]?
    isn't there [something|anything|a <thing>] {where} {in}?
    did [anybody|somebody|someone] [draw|paint|place|leave] [anything|something|a <thing>] {where} {in}?
    has [anything|something|a <thing>] been [drawn|put|placed|left] {where} {in}?
    I [heard|hear|am told|read] there is [something|a <thing>] {where} {in}. [is that so|is it true|right]?
    my [son|gran|friend|teacher|wife] [sees|says there is] something {where} {in}. [is there|right|do you]?
    [is|are] there [any|one or more] <things> {where} {in}?
    [anything|something|any <thing>] at all {where} {in}?
    is there [owt|aught|anything at all|any sort of <thing>] {where} {in}?
    {where} {in}, [is it taken|is that spot taken|is a <thing> there|have they put something]?
    would I see [anything|something] if I looked only {where} {in}?
    is the [spot|place|space|bit] {where} [taken|in use|occupied] {in}?
    [tell me yes or no|yes or no]: [something|anything|a <thing>] {where} {in}?
    I'm only [asking about|interested in] what is {where} {in}. is there [anything|something]?
    somebody [drew|put|left] something {where} {in}, [didn't they|right|correct|true]?
    they've [put|drawn|got] something {where} {in}, [haven't they|right|yes|no]?
    there's something {where} {in}, [innit|aye|eh|no|is there]?
    can I be sure there is [something|a <thing>] {where} {in}?
    is it [true|so] that [something|a <thing>] is {where} {in}?
    do they have [something|anything] {where} {in}?
    [my view is blocked|I can't turn my head|a hand is in the way]. is there anything {where} {in}?
    """,
    clauses="""
    [if|whether] there is [anything|something|a <thing>|any <thing>] {where} {in}
    [if|whether] you see [anything|something] {where} {in}
    [if|whether] [anything|something] is {where} {in}
    [if|whether] they put [anything|something] {where} {in}
    [if|whether] [anything|something|a <thing>] [sits|is drawn|lies|is to be found|can be seen] {where} {in}
    [if|whether] somebody [drew|put|left] [anything|something] {where} {in}
    [if|whether] the [spot|place] {where} is taken {in}
    [if|whether] I'd find [anything|something] {where} {in}
    """,
    terse="""
    anything {where}?
    something {where}?
    anything {where} {in}?
    any <thing> {where}?
    a <thing> {where}, yes or no?
    {where}: anything?
    {where}, anything there?
    {where} taken?
    [see|got|find] [anything|something] {where}?
    """,
)
NEXT_TO: Final = asking(
    direct="""
    what is [directly|right|just|immediately|straight] {side} {it} {in}?
    what's [directly|right|just|immediately|straight] {side} {it} {in}?
    [which|what] <thing> is [directly|right|just|immediately] {side} {it} {in}?
    what do you see [directly|right|just|immediately|straight] {side} {it} {in}?
    what [can you see|can you find|is there|lies|sits|is drawn|have we got] [directly|right|just|immediately] {side} {it} {in}?
    [directly|right|just|immediately|straight] {side} {it}, what is [there|shown|drawn|to be seen] {in}?
    [directly|just|immediately] {side} {it} there is what {in}?
    what is the [next|very next] <thing> {side} {it} {in}?
    what comes [next|directly|immediately] {side} {it} {in}?
    what is one [step|cell|place|field] {side} {it} {in}?
    what is in the very next [cell|field|place|spot] {side} {it} {in}?
    what is the direct neighbour {side} {it} {in}?
    [name|tell me|give me|say] [what|the <thing> that] is [directly|right|just|immediately] {side} {it} {in}.
    what did they [draw|put|place] [directly|right|just|immediately] {side} {it} {in}?
    if I start at {it} and go one [step|cell] {side} it, what is there {in}?
    what's [bang|smack|slap|dead] {side} {it} {in}?
    {it} {in}[,|:] what is [directly|just|immediately] {side} it?
    {it} {in}[,|:] what has it got [directly|just|immediately] {side} it?
    what has {it} got [directly|just|immediately] {side} it {in}?
    who is the [neighbour|next-door neighbour|immediate neighbour] {side} {it} {in}?
    which <thing> is the [direct|immediate|next-door] neighbour {side} {it} {in}?
    my finger is on {it}. what is [directly|just|immediately|one place] {side} it {in}?
    put [a|your] finger on {it}. what is [directly|just|immediately] {side} it {in}?
    I take one step {side} {it} {in}. [what do I step on|what do I meet]?
    one [step|cell|place|field] {side} {it} {in}, what [is there|do I find|do you see]?
    what [fills|occupies|takes up] the [cell|place|spot|space] [directly|just] {side} {it} {in}?
    what is in the [cell|place|spot|space|slot] [directly|just|immediately] {side} {it} {in}?
    the [cell|place|spot|space] [directly|just|immediately] {side} {it} {in} [holds|has] what?
    look at {it}. now what is [directly|just|immediately] {side} it {in}?
    what did [somebody|someone|the artist] [draw|put|place] [directly|just|immediately] {side} {it} {in}?
    what has been [drawn|put|placed|left] [directly|just|immediately] {side} {it} {in}?
    there is something [directly|just|immediately] {side} {it} {in}. what?
    [directly|just|immediately] {side} {it} {in}, what have [we|they|you] [got|put|there]?
    what would I [touch|find|see|hit] [directly|just|immediately] {side} {it} {in}?
    is there something [directly|just|immediately] {side} {it} {in}, and what?
    I've found {it} {in}. what's [directly|just|immediately] {side} it?
    I [can't see well|am blind]: what is [directly|just|immediately] {side} {it} {in}?
    what is {side} {it} {in}, [right beside it|right next to it|directly touching its place]?
    """,
    clauses="""
    what is [directly|right|just|immediately|straight] {side} {it} {in}
    [which|what] <thing> is [directly|right|just|immediately] {side} {it} {in}
    what you see [directly|right|just|immediately] {side} {it} {in}
    what comes [next|directly] {side} {it} {in}
    what [sits|lies|is drawn|they put] [directly|just|immediately] {side} {it} {in}
    what is in the [cell|place|spot] [directly|just] {side} {it} {in}
    what is one [step|cell|place] {side} {it} {in}
    what {it} has [directly|just|immediately] {side} it {in}
    who the neighbour {side} {it} is {in}
    """,
    terse="""
    [directly|just|right|immediately] {side} {it}?
    [directly|just|right|immediately] {side} {it}: what?
    very next {side} {it}?
    what, [directly|just] {side} {it}?
    neighbour {side} {it}?
    one [step|cell] {side} {it}?
    [bang|smack] {side} {it}?
    {it}: [directly|just] {side} it?
    {it}, what's [just|directly] {side} it?
    thing [just|directly] {side} {it}?
    """,
)
