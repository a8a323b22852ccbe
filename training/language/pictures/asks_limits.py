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
    """,
    clauses="""
    [if|whether] there are {n} {them} {in}
    [if|whether] you [see|count|find] {n} {them} {in}
    [if|whether] {pic} [has|shows|contains] {n} {them}
    """,
    terse="""
    {n} {them}?
    {n} {them} {in}?
    {n} {them}, yes or no?
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
    """,
    clauses="""
    [if|whether] there is more than [one|a single] {one} {in}
    [if|whether] you see more than one {one} {in}
    [if|whether] there are [two or more|at least two] {them} {in}
    """,
    terse="""
    more than one {one}?
    more than one {one} {in}?
    [two or more|at least two] {them}?
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
    """,
    clauses="""
    [if|whether] there is [only|just|exactly] [one|a single] {one} {in}
    [if|whether] you see [only|just] one {one} {in}
    [if|whether] the {one} {in} is the only one
    """,
    terse="""
    [only|just] one {one}?
    [only|just] [one|a single] {one} {in}?
    the only {one}?
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
    """,
    clauses="""
    [if|whether] there is [one|a single] {one} or [several|more] {in}
    [if|whether] you see one {one} or [several|more] {in}
    [if|whether] there are several {them} or just one {in}
    """,
    terse="""
    [one|a single] {one} or [several|more]?
    {them}: one or [several|more]?
    {one}: one or many?
    """,
)
