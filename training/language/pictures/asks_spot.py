"""How people ask about one spot and its neighbours, the odd one out, and what all shapes have in common.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

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
    """,
    clauses="""
    [if|whether] there is [anything|something|a <thing>|any <thing>] {where} {in}
    [if|whether] you see [anything|something] {where} {in}
    [if|whether] [anything|something] is {where} {in}
    [if|whether] they put [anything|something] {where} {in}
    """,
    terse="""
    anything {where}?
    something {where}?
    anything {where} {in}?
    any <thing> {where}?
    a <thing> {where}, yes or no?
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
    what is the [next|nearest|closest|very next] <thing> {side} {it} {in}?
    what comes [next|first|directly|immediately] {side} {it} {in}?
    what is one [step|cell|place|field] {side} {it} {in}?
    what is in the very next [cell|field|place|spot] {side} {it} {in}?
    what is the direct neighbour {side} {it} {in}?
    [name|tell me|give me|say] [what|the <thing> that] is [directly|right|just|immediately] {side} {it} {in}.
    what did they [draw|put|place] [directly|right|just|immediately] {side} {it} {in}?
    if I start at {it} and go one [step|cell] {side} it, what is there {in}?
    """,
    clauses="""
    what is [directly|right|just|immediately|straight] {side} {it} {in}
    [which|what] <thing> is [directly|right|just|immediately] {side} {it} {in}
    what you see [directly|right|just|immediately] {side} {it} {in}
    what comes [next|directly] {side} {it} {in}
    """,
    terse="""
    [directly|just|right|immediately] {side} {it}?
    [directly|just|right|immediately] {side} {it}: what?
    very next {side} {it}?
    what, [directly|just] {side} {it}?
    """,
)
ODD: Final = asking(
    direct="""
    [which|what] one is the odd one out {in}?
    which is the odd one out {in}?
    what is the odd one out {in}?
    [which|what] <thing> is the odd one out {in}?
    which [one|<thing>] is not like the [others|rest] {in}?
    which [one|<thing>] isn't like the [others|rest] {in}?
    one of [these|them|the <things>] is not like the [others|rest] {in}. which one?
    one of [these|them|the <things>] is different {in}. which one [is it|]?
    which [one|<thing>] is different [from the others|from the rest|from all others|] {in}?
    which [one|<thing>] [differs|stands out|sticks out|is unlike the others|looks different] {in}?
    which [one|<thing>] [does not|doesn't] [belong|fit in|fit|match|go with the rest|belong with the others] {in}?
    which [one|<thing>] [does not|doesn't] [belong to the others|fit the others|match the others] {in}?
    [find|spot|name|show me|tell me|point out] the odd one out {in}.
    [find|spot|name|point out] the [one|<thing>] that is different [from the others|] {in}.
    [find|spot|name|point out] the [one|<thing>] that [doesn't fit|doesn't belong|differs|stands out] {in}.
    [what|which <thing>] [doesn't belong|does not belong|doesn't fit] [here|] {in}?
    what is the exception {in}?
    [all|all of them] but one are alike {in}. which one is [the odd one|different|not]?
    which one is out of [place|line|the ordinary] {in}?
    which of [these|them|the <things>] is the odd one {in}?
    who is the odd one out {in}?
    there is one [strange|special|different|unusual] <thing> {in}. which?
    which one is [special|unusual|the stranger|the exception|the black sheep] {in}?
    """,
    clauses="""
    which [one|<thing>] is the odd one out {in}
    which [one|<thing>] is different from the [others|rest] {in}
    which [one|<thing>] is not like the others {in}
    which [one|<thing>] [doesn't fit|doesn't belong] {in}
    """,
    terse="""
    odd one out?
    the odd one out?
    which is different?
    odd one?
    the odd one {in}?
    different one?
    which doesn't belong?
    """,
)
COMMON: Final = asking(
    direct="""
    what {trait} are they all {in}?
    what {trait} are all of them {in}?
    what {trait} are [all the|these|all these|the] <things> {in}?
    [which|what] {trait} do they all have {in}?
    [which|what] {trait} do [all|all of] [the <things>|them] have {in}?
    [which|what] {trait} [is|has] everything {in}?
    [which|what] {trait} is every <thing> {in}?
    [which|what] {trait} is each of them {in}?
    they all have the same {trait} {in}. which one?
    they are all of one {trait} {in}. which?
    all [the|] <things> {in} share one {trait}. which is it?
    in [which|what] {trait} are they all [drawn|painted|done|shown] {in}?
    what is the {trait} of all [of them|the <things>|these <things>] {in}?
    what is their [common|shared] {trait} {in}?
    what {trait} do they [share|have in common] {in}?
    [name|tell me|give me|say] the {trait} that they all have {in}.
    [name|tell me|give me] the {trait} of all the <things> {in}.
    """,
    clauses="""
    what {trait} they all are {in}
    [which|what] {trait} they all have {in}
    what {trait} all the <things> are {in}
    what {trait} they have in common {in}
    """,
    terse="""
    {trait} of all of them?
    what {trait}, all of them?
    the {trait} of them all?
    their {trait}?
    all of them: what {trait}?
    """,
)
