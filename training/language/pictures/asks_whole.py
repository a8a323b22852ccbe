"""How people ask whether something is so of all drawn shapes, and whether all of one shape are alike.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["ALL_SO", "ANY_NOT", "SAME_AMONG"]

ALL_SO: Final = asking(
    direct="""
    are [they all|all of them|all of these|all|these all] {so} {in}?
    are all [the|] <things> {in} {so}?
    are all [the|] <things> {so} {in}?
    is everything {a} {in}?
    is everything {in} {a}?
    is each [of them|<thing>|one] {a} {in}?
    is every [<thing>|one of them|single one|single <thing>] {a} {in}?
    is every <thing> {in} {a}?
    are the <things> {in} all {so}?
    are the <things> all {so} {in}?
    [are we|are you|am I] looking at nothing but {many} {in}?
    are there [only|just|solely] {many} {in}?
    is there nothing but {many} {in}?
    does {pic} [show|have|contain|hold] [only|nothing but|just] {many}?
    do you see [only|nothing but|just] {many} {in}?
    would it be right to say that [all|all of them|they all] are {so} {in}?
    is it [true|right|so|a fact] that [all|all of them|they all|all the <things>] are {so} {in}?
    {many} only {in}, [right|yes|is that so|correct]?
    they are all {so} {in}, [right|aren't they|yes|correct|true]?
    everything {in} is {a}, [right|isn't it|yes|correct]?
    I think [they are all|all of them are] {so} {in}. [is that right|am I right|true|correct]?
    I think everything is {a} {in}. [is that right|am I right|true|correct]?
    [check|see|find out] [if|whether] [all|all of them] are {so} {in}.
    without exception {so} {in}, are they?
    is the whole lot {so} {in}?
    do [all|all of them] happen to be {so} {in}?
    """,
    clauses="""
    [if|whether] [they are all|all of them are|all are] {so} {in}
    [if|whether] everything is {a} {in}
    [if|whether] all [the|] <things> {in} are {so}
    [if|whether] every <thing> is {a} {in}
    [if|whether] there are only {many} {in}
    [if|whether] there is nothing but {many} {in}
    """,
    terse="""
    all {so}?
    only {many}?
    nothing but {many}?
    everything {a}?
    all of them {so}?
    {many} only?
    """,
)
ANY_NOT: Final = asking(
    direct="""
    is there [anything|something|any <thing>|one|a <thing>] [that|which] is not {a} {in}?
    is there [anything|something|any <thing>|one] [that|which] isn't {a} {in}?
    is [anything|something] not {a} {in}?
    are there any [<things>|] that are not {so} {in}?
    are there any [<things>|] that aren't {so} {in}?
    are there [<things>|some|ones|others] [that|which] are not {so} {in}?
    is there [anything|something] else [than|but|besides] {many} {in}?
    [is|are] there [any|other] <things> [besides|apart from|other than] {many} {in}?
    do you see [anything|something|any <thing>|one] that is not {a} {in}?
    do you see [anything|something] other than {many} {in}?
    can you [find|spot|see] [anything|something|one] [that isn't|that is not] {a} {in}?
    does {pic} [show|have|contain] [anything|something] [besides|but|other than|that isn't among] {many}?
    is any of [them|these|the <things>] not {a} {in}?
    is there an exception, one that is not {a} {in}?
    do I see [anything|one] that is not {a} {in}?
    are some of [them|the <things>] not {so} {in}?
    is one of [them|the <things>] not {a} {in}?
    apart from {many}, is there [anything|something] {in}?
    besides {many}, do you see anything {in}?
    """,
    clauses="""
    [if|whether] there is [anything|something|any <thing>|one] that is not {a} {in}
    [if|whether] there is [anything|something] [besides|other than] {many} {in}
    [if|whether] [anything|something|one of them] is not {a} {in}
    [if|whether] some [<things>|] are not {so} {in}
    """,
    terse="""
    anything not {a}?
    anything [besides|but|other than] {many}?
    any that [aren't|are not] {so}?
    something that isn't {a}?
    others than {many}?
    """,
)
SAME_AMONG: Final = asking(
    direct="""
    are [all the|the|all] {many} {in} the same {trait}?
    are [all the|the|all] {many} the same {trait} {in}?
    are the {many} {in} all the same {trait}?
    are the {many} all of the same {trait} {in}?
    are the {many} all of one {trait} {in}?
    are the {many} of one {trait} {in}?
    do [all the|the|all] {many} {in} have the same {trait}?
    do the {many} [all|] have the same {trait} {in}?
    do the {many} share [one|a|the same] {trait} {in}?
    do the {many} match in {trait} {in}?
    does every {one} have the same {trait} {in}?
    does each {one} have the same {trait} {in}?
    is every {one} the same {trait} {in}?
    is the {trait} of [all the|the] {many} the same {in}?
    is the {trait} of every {one} the same {in}?
    are the {many} [equal|alike|identical] in {trait} {in}?
    are the {many} [alike|the same] as far as {trait} goes {in}?
    did they [draw|paint|make] [all the|the] {many} in the same {trait} {in}?
    were the {many} [all|] [drawn|painted|made] in [one|the same] {trait} {in}?
    {trait}-wise, are the {many} [the same|all alike|alike] {in}?
    the {many} {in}: [are they|all] the same {trait}?
    the {many}, do they all have the same {trait} {in}?
    looking at the {many} [only|alone], are they the same {trait} {in}?
    the {many} are all the same {trait} {in}, [right|aren't they|yes|correct]?
    I think the {many} are all the same {trait} {in}. [is that right|am I right|true|correct]?
    is there just one {trait} among the {many} {in}?
    """,
    clauses="""
    [if|whether] [all the|the] {many} {in} are the same {trait}
    [if|whether] the {many} [all|] have the same {trait} {in}
    [if|whether] the {many} are of one {trait} {in}
    [if|whether] the {trait} of the {many} is the same {in}
    [if|whether] every {one} has the same {trait} {in}
    """,
    terse="""
    {many}: same {trait}?
    {many}, all the same {trait}?
    same {trait}, the {many}?
    all {many} the same {trait}?
    {many} [alike|equal] in {trait}?
    """,
)
