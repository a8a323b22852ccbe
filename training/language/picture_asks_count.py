"""How people ask about numbers of shapes, comparisons and relations.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = [
    "BIGGER",
    "COLOURS_COUNT",
    "COUNT",
    "COUNT_THAT",
    "IS_COUNT",
    "MORE",
    "RELATION",
    "SAME_COLOUR",
]

COUNT: Final = asking(
    direct="""
    how many {them} are there {in}?
    how many {them} are there {in}?
    how many {them} do you see {in}?
    how many {them} can you [see|spot|count|find|make out] {in}?
    how many {them} are {in}?
    how many {them} [are visible|are shown|are drawn|appear|show up|exist|can be seen|can be found] {in}?
    how many {them} does {pic} [have|show|contain|hold]?
    how many {them} did they draw {in}?
    how many {them} [have|did] you [count|counted|see|seen] {in}?
    how many {them} {in}?
    {in} how many {them} are there?
    {in} how many {them} do you see?
    what is [the number|the total number|the count|the total] of {them} {in}?
    what's [the number|the total number|the count|the total] of {them} {in}?
    what number of {them} [is there|do you see|can you see] {in}?
    count [the|all the|all|up the] {them} {in}.
    [please|] count {them} {in}.
    can you count [the|all the|] {them} {in}?
    could you [please|] count [the|all the|] {them} {in} [for me|]?
    if you count [the|all|] {them} {in}, how many [are there|do you get]?
    if I [count|counted] [the|all|] {them} {in}, [what would I get|how many would I get]?
    give me [the number|the total|the count|a count] of {them} {in}.
    there are how many {them} {in}?
    you see how many {them} {in}?
    {them} {in}: how many are there?
    {them} {in}, how many?
    [the number|the count] of {them} {in} is [what|how much]?
    how many {them} [in total|altogether|in all] {in}?
    how many {them} are there [in total|altogether|in all] {in}?
    how large is the number of {them} {in}?
    how many times [do you see|can I see] {them} {in}?
    """,
    clauses="""
    how many {them} there are {in}
    how many {them} are there {in}
    how many {them} are {in}
    how many {them} you [see|can see|count] {in}
    how many {them} [are visible|appear|are drawn] {in}
    [the number|the total number|the count] of {them} {in}
    how many {them} {pic} [has|shows|contains]
    """,
    terse="""
    how many {them}?
    [number|count|total] of {them}?
    {them}: how many?
    {them}, how many?
    # of {them}?
    {them} count?
    [total|number of] {them} {in}?
    """,
)
COLOURS_COUNT: Final = asking(
    direct="""
    how many [different|distinct||] [colours|colors] do the <things> have {in}?
    how many [different|distinct] [colours|colors] are [used|there] [for|among] the <things> {in}?
    <what> [colours|colors] [do|are] the <things> {in} [have|painted in]?
    <what> [colours|colors] do the <things> have {in}?
    <what> [colours|colors] are the <things> {in}?
    <what> [colours|colors] are [used|drawn] for the <things> {in}?
    what are the [colours|colors] of the <things> {in}?
    [list|name|give me|tell me] the [colours|colors] of the <things> {in}.
    <what> [colours|colors] [do you see|can you see|are there|are used|appear] {in}?
    <what> [colours|colors] does {pic} have?
    [name|list] the [colours|colors] {in}.
    how is everything [coloured|colored] {in}?
    [list|name] [all|all the] [colours|colors] [that|which] the <things> have {in}.
    """,
    clauses="""
    <what> [colours|colors] the <things> are {in}
    <what> [colours|colors] the <things> have {in}
    the [colours|colors] of the <things> {in}
    """,
    terse="""
    [colours|colors] of the <things>?
    the [colours|colors] of the <things> {in}?
    <things>: <what> [colours|colors]?
    """,
)
MORE: Final = asking(
    direct="""
    are there more {a} or [more|] {b} {in}?
    are there more {a} or [more|] {b} {in}?
    [is|are] there [more|a larger number] of {a} or [of|] {b} {in}?
    do you see more {a} or [more|] {b} {in}?
    can you [see|count|find] more {a} or [more|] {b} {in}?
    what are there more of {in}, {a} or {b}?
    what do you see more of {in}, {a} or {b}?
    which are [more|more numerous|greater in number] {in}, [the|] {a} or [the|] {b}?
    which is there more of {in}, {a} or {b}?
    {a} or {b}[,|:] [which|what] are there more of {in}?
    {a} or {b} {in}[,|:] which are more?
    who wins by number {in}, {a} or {b}?
    compare the number of {a} and {b} {in}.
    compare {a} and {b} {in}: which are more?
    does {pic} [have|show|contain] more {a} or [more|] {b}?
    """,
    clauses="""
    [whether|if] there are more {a} or [more|] {b} {in}
    [whether|if] you see more {a} or [more|] {b} {in}
    [what|which] there are more of {in}, {a} or {b}
    """,
    terse="""
    more {a} or {b}?
    more {a} or more {b} {in}?
    {a} or {b}, which more?
    """,
)
BIGGER: Final = asking(
    direct="""
    which is {more}, {a} or {b} {in}?
    which [one|of them|of the two|of these] is {more} {in}, {a} or {b}?
    what is {more} {in}, {a} or {b}?
    is {a} or {b} {more} {in}?
    is {a} {more} or {b} {in}?
    {a} or {b}[,|:] which [one|] is {more} {in}?
    compare {a} and {b} {in}. which is {more}?
    compare the size of {a} and {b} {in}: which is {more}?
    of {a} and {b}, which is {more} {in}?
    between {a} and {b} {in}, which is {more}?
    [looking at|take] {a} and {b} {in}, which is {more}?
    """,
    clauses="""
    which is {more}, {a} or {b} {in}
    which [one|of them] is {more} {in}, {a} or {b}
    [whether|if] {a} or {b} is {more} {in}
    """,
    terse="""
    {more}, {a} or {b}?
    {a} or {b}, {more} one?
    """,
)
RELATION: Final = asking(
    direct="""
    what is {side} {it} {in}?
    what's {side} {it} {in}?
    what is there {side} {it} {in}?
    <what> <thing> is {side} {it} {in}?
    what do you see {side} {it} {in}?
    what can [you|I] [see|find] {side} {it} {in}?
    what [stands|lies|sits|appears] {side} {it} {in}?
    {in} what is {side} {it}?
    {side} {it} {in}[,|] what do you see?
    <what> <thing> did they draw {side} {it} {in}?
    [name|describe] the <thing> {side} {it} {in}.
    is there [something|anything] {side} {it} {in}, and what is it?
    """,
    clauses="""
    what is {side} {it} {in}
    <what> <thing> is {side} {it} {in}
    what you see {side} {it} {in}
    """,
    terse="""
    {side} {it}?
    what {side} {it}?
    """,
)
COUNT_THAT: Final = asking(
    direct="""
    how many of the <things> [are|look] {adj} {in}?
    how many of [them|these] are {adj} {in}?
    how many <things> {in} are {adj}?
    how many <things> are {adj} {in}?
    how many <things> [do you see|can you see] that are {adj} {in}?
    {in} how many <things> are {adj}?
    how many [are|of those are] {adj} {in}?
    count the <things> that are {adj} {in}.
    what is the number of <things> that are {adj} {in}?
    of the <things> {in}, how many are {adj}?
    """,
    clauses="""
    how many of the <things> are {adj} {in}
    how many <things> {in} are {adj}
    how many <things> are {adj} {in}
    the number of <things> that are {adj} {in}
    """,
    terse="""
    how many are {adj}?
    how many {adj} {in}?
    {adj}: how many?
    """,
)
IS_COUNT: Final = asking(
    direct="""
    are there {n} {them} {in}?
    are there [exactly|just] {n} {them} {in}?
    do you [see|count] {n} {them} {in}?
    can you [see|count|find] {n} {them} {in}?
    is the number of {them} {in} {n}?
    does {pic} [have|show|contain] {n} {them}?
    {in} are there {n} {them}?
    is it [true|right|correct] that there are {n} {them} {in}?
    there are {n} {them} {in}, [right|correct|aren't there|true or not]?
    I count {n} {them} {in}. [is that right|am I right|is that true|correct]?
    [check|look] [if|whether] there are {n} {them} {in}.
    """,
    clauses="""
    [if|whether] there are {n} {them} {in}
    [if|whether] you [see|count] {n} {them} {in}
    """,
    terse="""
    {n} {them}?
    {n} {them}, yes or no?
    {n} {them} {in}?
    """,
)
SAME_COLOUR: Final = asking(
    direct="""
    are [all|all of|] the <things> [the same|of the same] [colour|color] {in}?
    do [all|all of|] the <things> have the same [colour|color] {in}?
    are [all the|the] <things> [equal|alike] in [colour|color] {in}?
    is everything drawn [in|with] [the same|one] [colour|color] {in}?
    do the <things> share [one|a] [colour|color] {in}?
    {in} do the <things> have the same [colour|color]?
    """,
    clauses="""
    [if|whether] [all|] the <things> [have|are] the same [colour|color] {in}
    """,
    terse="""
    same [colour|color]?
    all [one|the same] [colour|color]?
    """,
)
