"""How people ask about the colours of all shapes, and whether all are alike in colour, shape or size.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["ALIKE", "COLOURS", "COLOURS_COUNT", "DIFFER"]

COLOURS_COUNT: Final = asking(
    direct="""
    how many [different|distinct||] [colours|colors] do the <things> have {in}?
    how many [different|distinct|separate] [colours|colors] are [used|there] [for|among] the <things> {in}?
    how many [colours|colors] [are|were] the <things> {in} [drawn|painted|done] in?
    how many [colours|colors] did they [use|need|choose] for the <things> {in}?
    how many [different|] [colours|colors] do you [see|count|find] [on|among] the <things> {in}?
    count the [different|] [colours|colors] of the <things> {in}.
    what is the number of [different|] [colours|colors] among the <things> {in}?
    in how many [different|] [colours|colors] do the <things> come {in}?
    in how many [colours|colors] are the <things> {in} [drawn|painted]?
    how many [crayons|pens|pencils|felt tips|paints] would I need to [draw|copy|colour in] the <things> {in}?
    how [colourful|colorful] are the <things> {in}: how many [colours|colors]?
    [name|give|state] the number of [different|] [colours|colors] the <things> have {in}.
    the <things> {in}: how many [different|] [colours|colors]?
    how many [hues|shades|tints] do the <things> have {in}?
    what's the [colour|color] count of the <things> {in}?
    how many [colours|colors] can [you|I|we] [see|count|make out] on the <things> {in}?
    how many [different|] [colours|colors] have [they|the <things>] got {in}?
    is it one [colour|color], two or more among the <things> {in}, how many?
    if I [wanted|had] to paint the <things> {in}, how many [pots|tubes|buckets] of paint would I need?
    if I sort the <things> {in} by [colour|color], how many [piles|groups|heaps|stacks] do I get?
    how many [different|] [colours|colors] have been used for the <things> {in}?
    not the <things> but their [colours|colors]: how many are there {in}?
    [never mind how many <things>|don't count the <things>]: how many [colours|colors] do they have {in}?
    are the <things> in one [colour|color] or more {in}, and how many?
    [tot up|add up] the [colours|colors] of the <things> {in}.
    how many [colours|colors] in all do the <things> {in} [show|come in|wear]?
    the <things> {in} come in how many [colours|colors]?
    I count the [colours|colors] of the <things> {in}. how many [should I get|do you get]?
    """,
    clauses="""
    how many [different|] [colours|colors] the <things> have {in}
    how many [different|] [colours|colors] there are among the <things> {in}
    in how many [colours|colors] the <things> are drawn {in}
    how many [colours|colors] [they|the artist] used for the <things> {in}
    the number of [colours|colors] of the <things> {in}
    how many [colours|colors] the <things> come in {in}
    how many [paints|crayons|pens] it takes to copy the <things> {in}
    """,
    terse="""
    how many [colours|colors]?
    number of [colours|colors]?
    how many [different|] [colours|colors] {in}?
    [colour|color] count?
    [colours|colors]: how many?
    how many [hues|shades]?
    [colours|colors] used, how many?
    how many [colours|colors] all told?
    count the [colours|colors]?
    """,
)
COLOURS: Final = asking(
    direct="""
    <what> [colours|colors] [do the <things> {in} have|are the <things> {in} painted in]?
    <what> [colours|colors] do the <things> have {in}?
    <what> [colours|colors] are the <things> {in}?
    <what> [colours|colors] are the <things> {in}?
    <what> [colours|colors] are [used|drawn] for the <things> {in}?
    what are the [colours|colors] of the <things> {in}?
    [list|name|give me|tell me|read out|run through|go through] the [colours|colors] of the <things> {in}.
    <what> [colours|colors] [do you see|can you see|are there|are used|appear] {in}?
    <what> [colours|colors] does {pic} have?
    [name|list|read out|run me through] the [colours|colors] {in}.
    how is everything [coloured|colored|painted|filled in] {in}?
    [list|name] [all|all the] [colours|colors] [that|which] the <things> have {in}.
    in <what> [colours|colors] are the <things> [drawn|painted|done|shown|filled in] {in}?
    in <what> [colours|colors] do the <things> come {in}?
    <what> [colours|colors] did [they|the artist|somebody] [use|pick|choose] for the <things> {in}?
    <what> [crayons|pens|paints|felt tips] would I need to [draw|copy|colour in] the <things> {in}?
    <what> [colours|colors|hues|tints|shades] are on show {in}?
    <what> [hues|shades|tints] do the <things> have {in}?
    what is the [palette|colour scheme|range of colours|color scheme] of the <things> {in}?
    talk me through the [colours|colors] of the <things> {in}.
    [I can't see colours|I am colour-blind|I'm blind]. <what> [colours|colors] are the <things> {in}?
    the <things> {in} are <what> [colours|colors]?
    the <things> {in} come in <what> [colours|colors]?
    if I wanted to paint the <things> {in}, <what> [colours|colors] would I need?
    how would you describe the [colours|colors] of the <things> {in}?
    describe the [colours|colors] of the <things> {in}.
    which [colours|colors] have the <things> got {in}?
    what are all the [colours|colors] of the <things> {in}?
    I [can't see|am blind to] [colours|colors]: which ones do the <things> have {in}?
    the <things> {in}, <what> [colours|colors] [are they|do they have|do they come in]?
    of <what> [colours|colors] are the <things> {in}?
    tell me [all|every one of] the [colours|colors] of the <things> {in}.
    <what> [paints|pencils|inks] were used for the <things> {in}?
    if I sort the <things> {in} by [colour|color], <what> [colours|colors] do I get?
    <what> [colours|colors] [have they|have the <things>|has everything] got {in}?
    my [box|set] of [crayons|pencils] is ready. <what> [colours|colors] do the <things> need {in}?
    not what they are, only the [colours|colors] of the <things> {in}, please.
    [rattle off|reel off|call out|run off] the [colours|colors] of the <things> {in}.
    <what> [colours|colors] have been used for the <things> {in}?
    """,
    clauses="""
    <what> [colours|colors] the <things> are {in}
    <what> [colours|colors] the <things> have {in}
    the [colours|colors] of the <things> {in}
    in <what> [colours|colors] the <things> are [drawn|painted|done] {in}
    <what> [colours|colors] [they|the artist] used for the <things> {in}
    how the <things> are [coloured|colored|painted] {in}
    of <what> [colours|colors] the <things> are {in}
    <what> [colours|colors] the <things> come in {in}
    <what> [colours|colors] have been used for the <things> {in}
    """,
    terse="""
    [colours|colors] of the <things>?
    the [colours|colors] of the <things> {in}?
    <things>: <what> [colours|colors]?
    [all the|the|] [colours|colors] {in}?
    [colours|colors], please?
    [colours|colors] of everything {in}?
    <what> [colours|colors]?
    [list|name] [colours|colors]?
    <things>, <what> [colours|colors] {in}?
    [colours|colors] used {in}?
    [what|which] [colours|colors], all of them?
    """,
)
# {trait} is "colour", "shape" or "size".
ALIKE: Final = asking(
    direct="""
    are [all|all of|] the <things> [the same|of the same] {trait} {in}?
    are [all|all of|] the <things> [the same|of the same] {trait} {in}?
    do [all|all of|] the <things> have the same {trait} {in}?
    are [all the|the] <things> [equal|alike|identical] in {trait} {in}?
    is everything drawn [in|with] the same {trait} {in}?
    do the <things> share [one|a|the same] {trait} {in}?
    {in} do the <things> have the same {trait}?
    is everything [the same|one] {trait} {in}?
    is everything {in} [of one|of the same] {trait}?
    are they all [the same|one] {trait} {in}?
    is there [just|only] one {trait} among the <things> {in}?
    does every <thing> {in} have the same {trait}?
    is the {trait} the same for [all|every one of] the <things> {in}?
    do all the <things> {in} match in {trait}?
    do the <things> {in} [match|agree] in {trait}?
    is one {trait} all that they used for the <things> {in}?
    does one {trait} [fit|hold for|go for] all the <things> {in}?
    would you say that all the <things> {in} have the same {trait}?
    is it [true|right|correct] that all the <things> are the same {trait} {in}?
    all the <things> {in} are the same {trait}, [right|aren't they|correct|yes]?
    I think they are all the same {trait} {in}. [am I right|is that right|do you agree|true]?
    [check|look] [if|whether] all the <things> {in} have the same {trait}.
    are the <things> all one {trait} {in}?
    do they all have [the same|one and the same] {trait} {in}?
    have all the <things> {in} got the same {trait}?
    has every <thing> {in} got the same {trait}?
    is every <thing> {in} the same {trait} as the others?
    are the <things> {in} all alike as far as {trait} goes?
    {trait}-wise, are all the <things> {in} the same?
    is the {trait} the same [everywhere|throughout|for all|for everything] {in}?
    does the {trait} stay the same from one <thing> to the next {in}?
    are the <things> {in} uniform in {trait}?
    did they [use|stick to|keep to] [one|a single|the same] {trait} for all the <things> {in}?
    look at all the <things> {in}: same {trait}?
    [true or false|yes or no]: all the <things> {in} have the same {trait}?
    is a single {trait} used for all the <things> {in}?
    would one {trait} be enough to describe all the <things> {in}?
    are the <things> {in} all the same in {trait} or not?
    [aren't they|isn't it] all the same {trait} {in}?
    my [friend|son|teacher] says the <things> {in} all have the same {trait}. [is that so|true or not]?
    [I bet|it seems|I'd say|it looks like] all the <things> {in} have the same {trait}. [right|is it so|true]?
    is it all [one|the same] {trait} {in}?
    are the <things> {in} a matching set in {trait}?
    no matter which <thing> I pick {in}, is it always the same {trait}?
    one {trait} for everything {in}, [is it|right|yes]?
    is the whole [lot|bunch|set] [the same|of one|one] {trait} {in}?
    are [they|these|those] alike in {trait} {in}, [all of them|every one|the lot]?
    is each <thing> the same {trait} as the next {in}?
    compare [them all|all the <things>] {in}: same {trait}?
    forget the rest, is the {trait} the same for all the <things> {in}?
    if I sort the <things> {in} by {trait}, do I get just one pile?
    """,
    clauses="""
    [if|whether] [all|] the <things> [have|are] the same {trait} {in}
    [if|whether] everything is the same {trait} {in}
    [if|whether] the <things> {in} are alike in {trait}
    [if|whether] the <things> {in} share one {trait}
    [if|whether] every <thing> {in} has the same {trait}
    [if|whether] they all have the same {trait} {in}
    [if|whether] there is just one {trait} among the <things> {in}
    [if|whether] the {trait} is the same for all the <things> {in}
    [if|whether] the whole lot is the same {trait} {in}
    """,
    terse="""
    same {trait}?
    all [one|the same] {trait}?
    everything the same {trait}?
    [all|all the <things>] the same {trait} {in}?
    all same {trait}?
    same {trait} for all?
    {trait}: all the same?
    {trait} all the same {in}?
    same {trait}, yes or no?
    one {trait} for all?
    the whole lot the same {trait}?
    """,
)
DIFFER: Final = asking(
    direct="""
    do the <things> differ in {trait} {in}?
    do the <things> {in} have different {trait}s?
    are the {trait}s of the <things> different {in}?
    do the <things> come in [different|several|various] {trait}s {in}?
    is there more than one {trait} among the <things> {in}?
    do the <things> have more than one {trait} {in}?
    did they use more than one {trait} for the <things> {in}?
    is there a [mix|variety|range] of {trait}s among the <things> {in}?
    does the {trait} [vary|change] from one <thing> to another {in}?
    do the <things> {in} vary in {trait}?
    is there [a|any] difference in {trait} among the <things> {in}?
    the <things> {in} have different {trait}s, [right|don't they|correct|yes]?
    are there different {trait}s among the <things> {in}?
    are there [at least two|two or more] different {trait}s among the <things> {in}?
    does any <thing> {in} differ in {trait} from another?
    is any <thing> {in} of a different {trait} than another one?
    are at least two of the <things> {in} different in {trait}?
    do the {trait}s of the <things> {in} [differ|vary]?
    is there [some|any] variation in {trait} among the <things> {in}?
    {trait}-wise, are there differences among the <things> {in}?
    would I need different {trait}s to [draw|copy] the <things> {in}?
    can [you|I|one] find two <things> {in} that differ in {trait}?
    are the <things> {in} mixed in {trait}?
    are the <things> {in} of more than a single {trait}?
    [I think|I'd say|I bet] the <things> {in} have different {trait}s. [right|am I right|is that so|true]?
    have the <things> {in} got different {trait}s?
    do they come in [different|several|various] {trait}s {in}?
    is it a mixed bag {in} as far as {trait} goes?
    do I see [different|several|various] {trait}s among the <things> {in}?
    if I sort the <things> {in} by {trait}, do I get more than one pile?
    is there [one|a <thing>] {in} whose {trait} is different from that of another?
    did they [mix|vary] the {trait}s of the <things> {in}?
    are the <things> {in} of [different|several|various] {trait}s?
    aren't the <things> {in} of different {trait}s?
    my [friend|son|teacher] says the <things> {in} have different {trait}s. [is that so|true|right]?
    [true or false|yes or no]: the <things> {in} have different {trait}s?
    do the <things> {in} come in more than one {trait}?
    would it take more than one {trait} to describe all the <things> {in}?
    [when it comes to|in terms of|as for] {trait}, do the <things> {in} differ?
    do you find more than one {trait} among the <things> {in}?
    """,
    clauses="""
    [if|whether] the <things> differ in {trait} {in}
    [if|whether] the <things> {in} have different {trait}s
    [if|whether] there is more than one {trait} among the <things> {in}
    [if|whether] the {trait}s of the <things> {in} differ
    [if|whether] there are different {trait}s among the <things> {in}
    [if|whether] the {trait} varies among the <things> {in}
    [if|whether] the <things> come in different {trait}s {in}
    [if|whether] they mixed the {trait}s of the <things> {in}
    """,
    terse="""
    different {trait}s?
    a mix of {trait}s {in}?
    {trait}s differ?
    mixed {trait}s?
    any difference in {trait}?
    {trait}s: different?
    more than one {trait}?
    [several|various] {trait}s {in}?
    differ in {trait}?
    """,
)
