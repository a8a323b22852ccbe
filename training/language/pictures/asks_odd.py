"""How people ask for the odd one out, and for what all shapes have in common.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["COMMON", "ODD"]

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
    [which|what] one [ain't|isn't|is not] the same [as the rest|as the others] {in}?
    which of [them|these|the <things>] [ain't|isn't|is not] like the [rest|others] {in}?
    one of [them|these|the <things>] [doesn't match|does not match|doesn't fit|is wrong] {in}. which [one|]?
    [all|everything] the same [except|but|bar|save] one {in}. which [one|is that one|one is it]?
    they are all the same [except|but|bar] one {in}. [which one|what is that one|name it].
    they all match [except|but|bar] one {in}. [which is it|which one|what is the other one]?
    which one is the [misfit|outsider|oddball|intruder|impostor|imposter|outlier|loner|rebel] {in}?
    who is the [misfit|outsider|intruder|impostor|imposter|black sheep|oddball] {in}?
    [find|spot|name|tell me|show me] the [misfit|intruder|impostor|outlier|black sheep|different one] {in}.
    which [one|<thing>] [breaks the pattern|spoils the set|breaks the rule|ruins the match] {in}?
    which [one|<thing>] would you [take out|throw out|remove|kick out|leave out] so the rest match {in}?
    if one had to go {in}, which [one|<thing>] [doesn't fit|is different|does not match]?
    [take away|remove|cross out] one so that the rest are alike {in}. which one?
    which one sticks out like a sore thumb {in}?
    what [sticks out as different|jumps out as different|looks out of place] {in}?
    which one is [out of tune|out of step|at odds] with the [others|rest] {in}?
    which one [dances|sings|marches] to a different tune {in}?
    which one has [lost its way|come to the wrong party|no business being there] {in}?
    one is [different|odd|not the same] {in}: [which|which one|what is it]?
    [which|what] is the [different|odd|strange|only different] one {in}?
    [which|what] one is different [to|than|from] [the rest|the others|all the others] {in}?
    which [one|<thing>] is [not the same|different] {in}?
    which [one|<thing>] [goes its own way|is in a class of its own|is the exception to the rule] {in}?
    is there an odd one out {in}, and which is it?
    I have to [cross out|circle|tick] the one that [doesn't belong|is different] {in}. which [one|]?
    my [son|daughter|pupil|gran] must find the odd one out {in}. [which is it|what is it|help].
    [let's play|time for|a round of] odd one out. which [is it|one] {in}?
    one of these things just [doesn't belong|isn't like the others] {in}. [which|which one]?
    [it's not the number, it's the look|compare them all|look at every one]: which differs {in}?
    [which|who] doesn't [go|sit|play] with the others {in}?
    """,
    clauses="""
    which [one|<thing>] is the odd one out {in}
    which [one|<thing>] is different from the [others|rest] {in}
    which [one|<thing>] is not like the others {in}
    which [one|<thing>] [doesn't fit|doesn't belong] {in}
    which [one|<thing>] is the [misfit|intruder|exception|outlier|different one] {in}
    which [one|<thing>] [does not|doesn't] [match|go with] the [others|rest] {in}
    which [one|<thing>] [stands out|sticks out|breaks the pattern] {in}
    what the odd one out is {in}
    which one to [remove|take out|cross out] so the rest match {in}
    which of [them|these] is [not the same|unlike the rest] {in}
    """,
    terse="""
    odd one out?
    the odd one out?
    which is different?
    odd one?
    the odd one {in}?
    different one?
    which doesn't belong?
    which one's [different|odd|wrong]?
    which isn't like the others?
    who's the [impostor|intruder|misfit]?
    the misfit {in}?
    not like the others: which?
    which sticks out?
    [spot|find] the odd one?
    which one doesn't match {in}?
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
    everything is the same {trait} {in}. [what is it|which one|which {trait} is it]?
    what is the {trait} of everything {in}?
    what {trait} is the whole [lot|bunch|set|group] {in}?
    the whole [lot|bunch|set] {in} is what {trait}?
    they are all what {trait} {in}?
    all of them {in} have what {trait}?
    [which|what] one {trait} [do they all have|covers them all|fits them all|goes for all of them] {in}?
    what {trait} would you [give|write down|note] for all of them {in}?
    [which|what] {trait} did they [choose|pick|use|take] for all [of them|the <things>|of these] {in}?
    [which|what] {trait} [unites them|ties them together|runs through them all|is common to all] {in}?
    [which|what] {trait} is [common to|shared by|the same for] all [of them|the <things>] {in}?
    as for {trait}, what do they all have in common {in}?
    they match in {trait} {in}. [which {trait} is it|what is it|which]?
    I see they [all match|are all alike] in {trait} {in}. [but which|which one|what {trait} is it]?
    they all look the same {trait} to me {in}. [which one|what {trait}|which {trait} is it]?
    {trait}-wise they are all alike {in}. [what are they|what {trait}|how]?
    what do they all have in common {in}?
    what do [all the <things>|all of them|all these <things>|these] have in common {in}?
    what is the same [about|for|in|with] all of them {in}?
    what [do they all share|have they all got in common|makes them all alike|unites them all] {in}?
    in what way are they all [alike|the same|similar] {in}?
    how are [all the <things>|they all|these] [alike|the same] {in}?
    [tell me|say|name|find] [what is the same about all of them|what they all have in common] {in}.
    [tell me|say|name|find] [one thing|something|what] they all [share|have in common] {in}.
    if I [bought|ordered|drew|made] them all {in}, what {trait} would I [ask for|need|take]?
    every <thing> {in} has the same {trait}: [which|what is it|which one]?
    no matter which one I pick {in}, what {trait} is it?
    """,
    clauses="""
    what {trait} they all are {in}
    [which|what] {trait} they all have {in}
    what {trait} all the <things> are {in}
    what {trait} they have in common {in}
    what [they all have in common|all of them share|is the same about all of them] {in}
    [which|what] {trait} [everything is|every <thing> has|the whole lot is] {in}
    the {trait} of [everything|all of them|the whole lot] {in}
    [which|what] {trait} is [shared by|common to] all of them {in}
    in what way they are all alike {in}
    """,
    terse="""
    {trait} of all of them?
    what {trait}, all of them?
    the {trait} of them all?
    their {trait}?
    all of them: what {trait}?
    common {trait}?
    the {trait} they share?
    {trait} of [everything|the lot|the whole bunch] {in}?
    in common?
    what's the same {in}?
    everything: what {trait}?
    [shared|common] {trait} {in}?
    """,
)
