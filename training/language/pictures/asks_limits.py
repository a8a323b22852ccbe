"""How people ask about more or fewer than a number, and about one or several.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["IS_SEVERAL", "IS_SINGLE", "LIMIT", "ONE_OR_SEVERAL"]

# {n} is "more than two", "at least three", "fewer than four".
LIMIT: Final = asking(
    direct="""
    are there {n} {them} {in}?
    are there {n} {them} {in}?
    do you [see|count|spot|find|get] {n} {them} {in}?
    can [you|we|I] [see|count|find|make out] {n} {them} {in}?
    does {pic} [have|show|contain|hold|feature] {n} {them}?
    {in} are there {n} {them}?
    would you say there are {n} {them} {in}?
    are {n} {them} [visible|drawn|shown|present|to be seen] {in}?
    have [we|you|they] got {n} {them} {in}?
    is it [true|right|correct] that there are {n} {them} {in}?
    there are {n} {them} {in}, [right|correct|aren't there|yes|true or not]?
    I [think|believe|reckon] there are {n} {them} {in}. [am I right|is that right|do you agree|true]?
    is the number of {them} {in} {n}?
    did they [draw|put|place] {n} {them} {in}?
    true or false: there are {n} {them} {in}?
    [check|look|verify] [if|whether] there are {n} {them} {in}.
    is there {n} {them} {in}?
    do you [think|reckon|believe] there are {n} {them} {in}?
    {them} {in}: are there {n} of [them|those]?
    would it be [right|true|fair|correct] to say there are {n} {them} {in}?
    my [friend|teacher|son|brother|daughter] says there are {n} {them} {in}. [is that right|is that so|true]?
    can [I|we|you] say there are {n} {them} {in}?
    I bet there are {n} {them} {in}. [do I win|am I right|right]?
    does the number of {them} {in} come to {n}?
    are the {them} {in} {n} in number?
    has {pic} [got|] {n} {them}?
    do {n} {them} [appear|show up|turn up] {in}?
    count the {them} {in}. are there {n}?
    are there {n} {them} [altogether|in total|in all|all told] {in}?
    can you confirm that there are {n} {them} {in}?
    so [we have|you see|that makes] {n} {them} {in}, [yes|right|correct]?
    if I said there were {n} {them} {in}, would [I be right|that be true|you agree]?
    the {them} {in}, are there {n}?
    would you count {n} {them} {in}?
    I [heard|hear] there are {n} {them} {in}. [is that so|is that true|are there]?
    [sounds daft|sounds silly|silly question], but are there {n} {them} {in}?
    do the {them} {in} add up to {n}?
    [don't give me|never mind] the exact number, just say [if|whether] there are {n} {them} {in}.
    if you count the {them} {in}, do you get {n}?
    {them}: {n} of them {in}, [right|yes|or not]?
    one last thing before I go: are there {n} {them} {in}?
    it's {n} {them} {in}, [right|isn't it|yes]?
    does it have {n} {them} {in}?
    """,
    clauses="""
    [if|whether] there are {n} {them} {in}
    [if|whether] you [see|count|find] {n} {them} {in}
    [if|whether] {pic} [has|shows|contains] {n} {them}
    [if|whether] it is true that there are {n} {them} {in}
    [if|whether] the number of {them} {in} is {n}
    [if|whether] {n} {them} are [drawn|shown|visible] {in}
    [if|whether] I'd count {n} {them} {in}
    [if|whether] the {them} {in} add up to {n}
    """,
    terse="""
    {n} {them}?
    {n} {them} {in}?
    {n} {them}, yes or no?
    {n} {them}, [right|correct|true|innit]?
    {them}: {n}?
    [got|see] {n} {them}?
    {n} {them} or not?
    are there {n} {them}?
    so {n} {them}?
    {n} of them, the {them}?
    """,
)
IS_SEVERAL: Final = asking(
    direct="""
    is there more than [one|a single|just one] {one} {in}?
    is there more than one {one} {in}?
    are there [two or more|at least two|more than one of the|more than one of these] {them} {in}?
    do you [see|count|spot|find|notice] more than [one|a single] {one} {in}?
    can [you|we|I] [see|count|find] more than [one|a single] {one} {in}?
    does {pic} [have|show|contain|hold] more than [one|a single] {one}?
    did they draw more than one {one} {in}?
    have [we|you] got more than one {one} {in}?
    is there another {one} {in} besides the first?
    would you say there is more than one {one} {in}?
    is it [true|right|correct] that there is more than one {one} {in}?
    there's more than one {one} {in}, [right|isn't there|correct|yes]?
    I think there is more than one {one} {in}. [am I right|is that right|do you agree]?
    [check|look] [if|whether] there is more than one {one} {in}.
    are there multiple {them} {in}?
    is there a second {one} {in}?
    does the {one} [come up|appear|show up|occur] more than once {in}?
    did they draw the {one} more than once {in}?
    apart from the first {one}, is there [another|a second] {in}?
    I found a {one} {in}. [is there another|is there a second|are there others|are there more of them]?
    I [see|have|count] one {one} {in}. are there more of [them|those]?
    has {pic} [got|] more than one {one}?
    would I [find|count|see] more than one {one} {in}?
    can I point at more than one {one} {in}?
    is the number of {them} {in} [more|greater|higher] than one?
    do {them} [appear|show up|turn up] more than once {in}?
    my [friend|son|sister|teacher] says there is more than one {one} {in}. [is that right|is that so|true]?
    [true or false|right or wrong]: there is more than one {one} {in}?
    are there [any|some] more {them} {in} once I've found one?
    I've got one {one} {in}. [any more|is there another one]?
    does more than one {one} [appear|show up] {in}?
    could I [point at|touch|tick off] more than one {one} {in}?
    [sounds daft|sounds silly|silly question], but is there more than one {one} {in}?
    never mind the exact number, is there more than one {one} {in}?
    I [heard|hear] there is more than one {one} {in}. [is that so|is that true|is there]?
    there isn't more than one {one} {in}, is there?
    a couple of {them} or more {in}, [right|yes|or not]?
    """,
    clauses="""
    [if|whether] there is more than [one|a single] {one} {in}
    [if|whether] you see more than one {one} {in}
    [if|whether] there are [two or more|at least two] {them} {in}
    [if|whether] there is [a second|another] {one} {in}
    [if|whether] the {one} appears more than once {in}
    [if|whether] {pic} [has|shows|contains] more than one {one}
    [if|whether] more than one {one} [appears|shows up] {in}
    [if|whether] I'd find more than one {one} {in}
    """,
    terse="""
    more than one {one}?
    more than one {one} {in}?
    [two or more|at least two] {them}?
    another {one} {in}?
    a second {one}?
    [multiple|two or more] {them} {in}?
    more than one {one}, [right|yes or no|or not]?
    more {them} than one?
    any more {them} than one?
    not just one {one}?
    """,
)
IS_SINGLE: Final = asking(
    direct="""
    is there [only|just|exactly] [one|a single] {one} {in}?
    is there [only|just] one {one} {in}?
    do you [see|count|spot|find] [only|just|no more than] [one|a single] {one} {in}?
    does {pic} [have|show|contain|hold] [only|just|no more than] [one|a single] {one}?
    is [only|just] one {one} [drawn|shown|visible|there|present|to be seen] {in}?
    is the {one} {in} the only one [of its kind|of its sort|there is]?
    is the {one} the only {one} {in}?
    did they draw [only|just] one {one} {in}?
    have [we|you] got [only|just] one {one} {in}?
    is it [true|right|correct] that there is [only|just] one {one} {in}?
    there's [only|just] one {one} {in}, [right|isn't there|correct|yes]?
    I see [only|just] one {one} {in}. [is that all|is that right|am I right|do you agree]?
    [check|look] [if|whether] there is only one {one} {in}.
    is there one {one} and no [more|other] {in}?
    is there [a lone|one lone|a solitary] {one} {in}?
    does the {one} appear [only|just|exactly] once {in}?
    did they draw the {one} [only|just] once {in}?
    is it [only|just] [the one|one] {one} {in}?
    is that the only {one} {in}?
    is the number of {them} {in} [exactly|just] one?
    has {pic} [got|] [only|just] one {one}?
    I found one {one} {in}. is that [all of them|the only one|the lot]?
    would you say there is [only|just] one {one} {in}?
    do I see [only|just] one {one} {in}?
    there is one {one} {in} and [that's it|no more], [right|yes|correct]?
    my [friend|son|sister|teacher] says there is [only|just] one {one} {in}. [is that right|is that so|true]?
    [true or false|right or wrong]: there is [only|just|exactly] one {one} {in}?
    is one {one} all the {them} there are {in}?
    would I find [just|only] one {one} {in}?
    [sounds daft|sounds silly|silly question], but is there only one {one} {in}?
    I [heard|hear] there is only one {one} {in}. [is that so|is that true]?
    one {one} {in} and not one more, [right|yes|is that so]?
    is the {one} {in} without a second?
    is there no more than one {one} {in}?
    never mind the rest, is there only one {one} {in}?
    """,
    clauses="""
    [if|whether] there is [only|just|exactly] [one|a single] {one} {in}
    [if|whether] you see [only|just] one {one} {in}
    [if|whether] the {one} {in} is the only one
    [if|whether] the {one} appears [only|just] once {in}
    [if|whether] {pic} [has|shows|contains] [only|just] one {one}
    [if|whether] one {one} is all the {them} there are {in}
    [if|whether] I'd find [just|only] one {one} {in}
    """,
    terse="""
    [only|just] one {one}?
    [only|just] [one|a single] {one} {in}?
    the only {one}?
    one {one} [only|and no more]?
    the one and only {one}?
    is it the only {one} {in}?
    just the one {one}?
    one {one}, that's all?
    no more than one {one}?
    a single {one}, is it?
    """,
)
ONE_OR_SEVERAL: Final = asking(
    direct="""
    is there [one|just one|a single] {one} or [are there|] [several|more|a few|multiple] {in}?
    [one|just one|a single] {one} or [several|more|multiple] {in}?
    is there one {one} {in} or [more than one|more of them|are there more]?
    do you see [one|just one|a single] {one} or [several|more|multiple ones] {in}?
    does {pic} [have|show] [one|a single] {one} or [several|more|multiple]?
    did they draw one {one} or [several|more] {in}?
    the {one} {in}: [just one|only one|a single one] or [several|more|many]?
    are there several {them} {in} or [only|just] one?
    is it [one|a single] {one} or [several|a group of them|a few] {in}?
    {one} or {them}, which [is it|do you see] {in}?
    is it one {one}, or are there more {in}?
    [single|just one] or [multiple|several], the {one} {in}?
    do I [have|see] [one|a single] {one} or [several|more|a few] {in}?
    does the {one} come [once or several times|once or more often] {in}?
    is the {one} {in} [a single one|the only one] or one of [several|many|a few]?
    are we looking at one {one} or [several|more] {in}?
    I see a {one} {in}. is it [the only one or are there more|just the one or are there several]?
    have [we|you] got [one|a single] {one} or [several|a few|more] {in}?
    would you say [one|a single] {one} or [several|more] {in}?
    [one or several|one or many|just one or several|single or several] {them} {in}?
    as for {them} {in}, is it [one or several|just one or more]?
    one or more than one, the {one} {in}?
    just the one {one} {in}, or [a few|several|more]?
    could I find [one|only one] {one} or [several|more] {in}?
    would you say one {one} or several {them} {in}?
    [sounds daft|sounds silly|silly question], but is there one {one} {in} or several?
    never mind the exact number[,|:] one {one} or several {in}?
    when you look for a {one} {in}, do you find one or several?
    is it a {one} or a few {them} {in}?
    """,
    clauses="""
    [if|whether] there is [one|a single] {one} or [several|more] {in}
    [if|whether] you see one {one} or [several|more] {in}
    [if|whether] there are several {them} or just one {in}
    [if|whether] it is one {one} or [several|more] {in}
    [if|whether] the {one} is a single one or one of several {in}
    [if|whether] I'd find one {one} or several {in}
    [if|whether] it is just the one {one} or [several|more] {in}
    """,
    terse="""
    [one|a single] {one} or [several|more]?
    {them}: one or [several|more]?
    {one}: one or many?
    [one or several|one or many|single or multiple] {them}?
    [just|only] one {one} or more?
    {one} or {them}?
    one {one}, or a few?
    {them}: several or one?
    just the one {one} or several?
    """,
)
