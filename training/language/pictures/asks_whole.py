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
    are they {so}, [all of them|every one|the whole lot|every last one|each and every one] {in}?
    is [every last one|each and every one|every one of these|every single <thing>] {a} {in}?
    [every last one|each and every one|every single one] {in} is {a}, [right|yes|correct|is that so]?
    are [the lot of them|all those|all of those|the whole bunch] {so} {in}?
    {so}, [the whole lot|the whole bunch|all of them|every one of them], is that [right|so|true] {in}?
    are they all {so} {in} or not?
    so they are all {so} {in}?
    [can|could|may|should] I call them all {so} {in}?
    [can|could|may] I say [that|] [they are all|everything is|all are] {so} {in}?
    if I said [all of them|they all] were {so} {in}, would [I be right|that be right|that be true|you agree]?
    my [son|friend|teacher|gran|boss] says they are all {so} {in}. [is that so|is that right|true|correct]?
    [I bet|I'd say|it seems|looks like] they are all {so} {in}. [am I right|right|true|do you agree]?
    [true or false|right or wrong|yes or no]: they are all {so} {in}?
    did they draw [only|nothing but|just] {many} {in}?
    is {pic} all {many}?
    is {pic} [made up|full] of {many} [only|alone|and nothing else]?
    is it {many} [and nothing else|only|throughout] {in}?
    {many} and nothing else {in}, [is it|right|is that so|correct|true]?
    am I [seeing|looking at] [only|just|nothing but] {many} {in}?
    do I have [only|just|nothing but] {many} {in}?
    have we got {many} [only|and nothing else|alone] {in}?
    is it [only|just|nothing but] {many} [that you see|you see|we have|they drew] {in}?
    no matter which [one|<thing>] I [pick|take|point at] {in}, is it {a}?
    whichever [one|<thing>] I [pick|take|point at|touch] {in}, will it be {a}?
    look at every <thing> {in}. is each one {a}?
    look at them one by one {in}: are all {so}?
    do they all [count as|pass for|qualify as] {so} {in}?
    does it hold for all of them {in} that they are {so}?
    one and all {so} {in}, [are they|right|yes]?
    are they {so} [to the last one|without exception|across the board|one and all] {in}?
    the <things> {in}, are they all {so}?
    the <things> {in}: {so}, all of them?
    is {a} what every one of them is {in}?
    could you [confirm|verify|swear] that all [of them|] are {so} {in}?
    I want [only|nothing but] {many}. is that what [I get|I have|there is] {in}?
    """,
    clauses="""
    [if|whether] [they are all|all of them are|all are] {so} {in}
    [if|whether] everything is {a} {in}
    [if|whether] all [the|] <things> {in} are {so}
    [if|whether] every <thing> is {a} {in}
    [if|whether] there are only {many} {in}
    [if|whether] there is nothing but {many} {in}
    [if|whether] each and every one is {a} {in}
    [if|whether] they are {so} without exception {in}
    [if|whether] {pic} [shows|has|holds] [only|nothing but] {many}
    [if|whether] I can call them all {so} {in}
    [if|whether] the whole lot [is|are] {so} {in}
    [if|whether] whichever one I pick is {a} {in}
    """,
    terse="""
    all {so}?
    only {many}?
    nothing but {many}?
    everything {a}?
    all of them {so}?
    {many} only?
    all {so} {in}?
    {so}, all of them?
    {so}, the lot?
    every one {a}?
    just {many} {in}?
    {many} and nothing else?
    are they all {so}?
    the whole lot {so}?
    all {so} or not?
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
    is there [even|at least] one [that|which] [isn't|is not] {a} {in}?
    is there [even a single|a single] <thing> that [isn't|is not] {a} {in}?
    are any [of them|of these|of the <things>|<things>] not {so} {in}?
    [is|are] any of [them|these] something [other than|else than|different from] {a} {in}?
    is [one|any|at least one] of them something other than {a} {in}?
    if I [took away|removed|crossed out|ignored] [all|] the {many} {in}, would anything [be left|remain]?
    if I [take away|cover up|cross out] [all|] the {many} {in}, is [anything|something] left?
    take away the {many} {in}. is [anything|something] left?
    leaving [out|aside] the {many}, is there anything [else|left] {in}?
    not counting the {many}, is there [anything|something] {in}?
    did they draw [anything|something|any <thing>] [besides|other than|apart from] {many} {in}?
    did [anything|something] [that isn't|not] {a} [slip in|sneak in|get in|turn up] {in}?
    has [anything|something] that is not {a} been [drawn|put|shown] {in}?
    have we got [anything|something|one] that [isn't|is not] {a} {in}?
    do you have [anything|one] that [isn't|is not|ain't] {a} {in}?
    I'm [looking for|after|searching for] [one|something|a <thing>] that isn't {a}. is there one {in}?
    could I find [one|a <thing>|something] that [isn't|is not] {a} {in}?
    are there exceptions {in}, <things> that are not {so}?
    does [anything|one of them] break the rule by not being {a} {in}?
    does [anything|any <thing>|one of them] {in} fail to be {a}?
    what about <things> that are not {so}: [are there any|any|do you see any] {in}?
    there is [something|one|a <thing>] that [isn't|is not] {a} {in}, [right|isn't there|true|correct]?
    I think there is [one|something] that is not {a} {in}. [am I right|right|is that so|do you agree]?
    my [friend|son|sister|boss] saw one that wasn't {a} {in}. [is there one|is that right|is that true]?
    among the <things> {in}, is there one that [isn't|is not] {a}?
    [check|see|look] [if|whether] there is [anything|one] that is not {a} {in}.
    {many} aside, [is there anything|do you see anything|anything else] {in}?
    other than {many}, is there anything else {in}?
    """,
    clauses="""
    [if|whether] there is [anything|something|any <thing>|one] that is not {a} {in}
    [if|whether] there is [anything|something] [besides|other than] {many} {in}
    [if|whether] [anything|something|one of them] is not {a} {in}
    [if|whether] some [<things>|] are not {so} {in}
    [if|whether] [any|at least one] of them is not {a} {in}
    [if|whether] there is even one that isn't {a} {in}
    [if|whether] anything is left without the {many} {in}
    [if|whether] they drew anything [other than|besides] {many} {in}
    [if|whether] there are exceptions that are not {so} {in}
    """,
    terse="""
    anything not {a}?
    anything [besides|but|other than] {many}?
    any that [aren't|are not] {so}?
    something that isn't {a}?
    others than {many}?
    one that isn't {a}?
    any [not|that ain't] {so} {in}?
    anything [apart from|except] {many} {in}?
    even one not {a}?
    at least one not {a}?
    a <thing> that's not {a} {in}?
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
    have [all|all of|] the {many} got the same {trait} {in}?
    has every {one} got the same {trait} {in}?
    is it one {trait} for all the {many} {in}?
    one {trait} for all the {many} {in}, [right|is it|yes|correct]?
    did they [use|choose|pick|take] [one|a single|the same] {trait} for [all|] the {many} {in}?
    do [all|] the {many} [agree|come out the same] in {trait} {in}?
    do the {many} come in [one|a single|just one] {trait} {in}?
    is one {one} the same {trait} as the next {in}?
    is every {one} {in} the same {trait} as the other {many}?
    compare the {many} {in}: [same {trait}|are they the same {trait}|do they have the same {trait}]?
    compare the {trait} of the {many} {in}. is it the same?
    [check|look at] the {many} {in}. are they all the same {trait}?
    [check|find out|see] [if|whether] the {many} are all the same {trait} {in}.
    would you say [all|] the {many} are the same {trait} {in}?
    is it [true|right|correct|so] that [all|] the {many} have the same {trait} {in}?
    my [friend|son|teacher|sister] says the {many} are all the same {trait} {in}. [is that so|true|right]?
    [I bet|it seems|I'd say] the {many} all have the same {trait} {in}. [right|true|am I right]?
    if I said the {many} were all the same {trait} {in}, would I be right?
    no matter which {one} I pick {in}, is it always the same {trait}?
    never mind the other <things>: are the {many} the same {trait} {in}?
    forget the rest, do [all|] the {many} have the same {trait} {in}?
    as for the {many} {in}, is the {trait} the same for all?
    when it comes to {trait}, are the {many} {in} [all the same|alike|equal]?
    in terms of {trait}, are the {many} {in} [the same|alike|equal|a match]?
    does the {trait} stay the same from one {one} to the next {in}?
    is the same {trait} used for [all|all of] the {many} {in}?
    are the {many} {in} [a matching set|like twins|a perfect match] in {trait}?
    same {trait} for all the {many} {in} or not?
    [true or false|yes or no]: the {many} {in} are all the same {trait}?
    can one {trait} describe all the {many} {in}?
    are the {many} {in}, [all of them|every one], the same {trait}?
    """,
    clauses="""
    [if|whether] [all the|the] {many} {in} are the same {trait}
    [if|whether] the {many} [all|] have the same {trait} {in}
    [if|whether] the {many} are of one {trait} {in}
    [if|whether] the {trait} of the {many} is the same {in}
    [if|whether] every {one} has the same {trait} {in}
    [if|whether] one {trait} was used for all the {many} {in}
    [if|whether] the {many} come in one {trait} {in}
    [if|whether] the {many} [agree|match] in {trait} {in}
    [if|whether] all {many} have got the same {trait} {in}
    [if|whether] one {one} has the same {trait} as the next {in}
    """,
    terse="""
    {many}: same {trait}?
    {many}, all the same {trait}?
    same {trait}, the {many}?
    all {many} the same {trait}?
    {many} [alike|equal] in {trait}?
    one {trait} for the {many}?
    {many} all one {trait}?
    {trait} of the {many}: the same?
    are the {many} the same {trait}?
    {many} same {trait} {in}?
    every {one} the same {trait}?
    """,
)
