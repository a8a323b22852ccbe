"""How people ask about drawn shapes, to be answered with yes or no.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = [
    "ANYONE",
    "IS_AT",
    "IS_COLOUR",
    "IS_THERE",
]

ANYONE: Final = asking(
    direct="""
    is [anyone|anybody|someone|somebody] [there|] {in}?
    is there [anyone|anybody|someone|somebody|a man or woman] {in}?
    do you see [anyone|anybody|someone|somebody|people|any people] {in}?
    are there [people|any people|humans] {in}?
    can you see [anyone|anybody|someone|somebody|people] {in}?
    does {pic} show [anyone|anybody|somebody|people]?
    is [anyone|anybody|somebody] [standing|visible|to be seen] {in}?
    {in} is there [anyone|anybody|somebody]?
    """,
    clauses="""
    [if|whether] [anyone|anybody|someone|somebody] is {in}
    [if|whether] you see [anyone|anybody|people] {in}
    """,
    terse="""
    [anyone|anybody|people] {in}?
    [anyone|anybody|any people]?
    """,
)
IS_THERE: Final = asking(
    direct="""
    <isthere> {a} {in}?
    is there {a} {in}?
    is there [a|any] {one} {in}?
    do you see {a} {in}?
    can you see {a} {in}?
    are there [any|some] {many} {in}?
    do you [see|spot|notice|find] any {many} {in}?
    can [you|I|we] [see|spot|find] [any|some] {many} {in}?
    does {pic} [have|show|contain|include|hold|feature] {a}?
    does {pic} [have|show|contain] [any|some] {many}?
    is {a} [visible|shown|drawn|to be seen|present|there] {in}?
    is {a} [part of|in] {pic}?
    {in} is there {a}?
    {in} do you see {a}?
    did they [draw|put] {a} {in}?
    has [somebody|someone|anybody] drawn {a} {in}?
    would I [see|find] {a} {in}?
    I am looking for {a} {in}. is there one?
    I think [there is|I see] {a} {in}. is that [right|true|so|correct]?
    is it [true|right|correct] that there is {a} {in}?
    is one of the <things> {in} {a}?
    is any of the <things> {in} {a}?
    [check|look] [if|whether] there is {a} {in}.
    there is {a} {in}, [right|isn't there|correct|true or not]?
    {a} {in}, is there one?
    is at least one {one} [there|drawn|visible] {in}?
    """,
    clauses="""
    [if|whether] there is {a} {in}
    [if|whether] there is {a} {in}
    [if|whether] you [see|can see|spot] {a} {in}
    [if|whether] there are any {many} {in}
    [if|whether] {pic} [has|shows|contains] {a}
    [if|whether] {a} is [visible|shown|drawn] {in}
    """,
    terse="""
    any {many}?
    any {many} {in}?
    {a}?
    {a} {in}?
    {a}, yes or no?
    is {a} there?
    """,
)
IS_COLOUR: Final = asking(
    direct="""
    is {it} {colour} {in}?
    is {it} {colour} {in}?
    is {it} {in} {colour}?
    is the [colour|color] of {it} {colour} {in}?
    does {it} [have the|have a|look] {colour} [colour|color] {in}?
    does {it} look {colour} {in}?
    {in} is {it} {colour}?
    is it [true|right|correct] that {it} is {colour} {in}?
    would you [call|say that] {it} {colour} {in}?
    {it} {in} is {colour}, [right|isn't it|correct|true or not]?
    {it} {in}: is it {colour}?
    {it}, is it {colour} {in}?
    I think {it} is {colour} {in}. [is that right|am I right|is that true|correct]?
    did they [paint|draw|colour] {it} {colour} {in}?
    is {it} [painted|drawn|filled|coloured] {colour} {in}?
    [check|look] [if|whether] {it} is {colour} {in}.
    """,
    clauses="""
    [if|whether] {it} is {colour} {in}
    [if|whether] {it} {in} is {colour}
    [if|whether] the [colour|color] of {it} is {colour} {in}
    """,
    terse="""
    {it} {colour}?
    {colour} {it}, yes or no?
    {it}: {colour}?
    {it} {in} {colour}?
    """,
)
IS_AT: Final = asking(
    direct="""
    is {it} {where} {in}?
    is {it} {where} {in}?
    is {it} {in} {where}?
    is {it} [located|placed|positioned|drawn|shown] {where} {in}?
    do you see {it} {where} {in}?
    can [I|you|we] [see|find] {it} {where} {in}?
    does {it} [sit|stand|lie|appear] {where} {in}?
    {in} is {it} {where}?
    is it [true|right|correct] that {it} is {where} {in}?
    {it} is {where} {in}, [right|isn't it|correct|true or not]?
    {it} {in}: is it {where}?
    {it}, is it {where} {in}?
    I think {it} is {where} {in}. [is that right|am I right|is that true|correct]?
    is {where} where {it} is {in}?
    [check|look] [if|whether] {it} is {where} {in}.
    """,
    clauses="""
    [if|whether] {it} is {where} {in}
    [if|whether] {it} is [located|placed|drawn] {where} {in}
    [if|whether] you see {it} {where} {in}
    """,
    terse="""
    {it} {where}?
    {it}: {where}?
    {it} {where}, yes or no?
    """,
)
