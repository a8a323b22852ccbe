"""How people ask what sort of thing a picture holds, and on which side of a number a written digit lies.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["COMPARE", "SUBJECT"]

_SORTS: Final = (
    "[shapes, a digit or a scene|a digit, shapes or a scene|a scene, a digit or shapes"
    "|a number, a landscape or shapes|shapes, a number or a landscape|a landscape, shapes or a number]"
)
SUBJECT: Final = asking(
    direct=f"""
    does {{pic}} [show|have|contain|hold] {_SORTS}?
    is {{pic}} [a drawing|a picture] of {_SORTS}?
    what [is|was] [drawn|shown] in {{pic}}, {_SORTS}?
    what does {{pic}} [show|hold|contain], {_SORTS}?
    [do|can] you see {_SORTS} {{in}}?
    do [we|I] [have|see] {_SORTS} {{in}}?
    am I looking at {_SORTS} {{in}}?
    what sort of drawing is {{pic}}, {_SORTS}?
    what [kind|type|sort] of drawing [is it|have we got|do you see] {{in}}, {_SORTS}?
    did somebody draw {_SORTS} {{in}}?
    which [is it|do you see] {{in}}, {_SORTS}?
    {_SORTS}[,|:] what is drawn {{in}}?
    [sort|classify|label] {{pic}}[,|:] {_SORTS}?
    I can't see {{pic}}. is it {_SORTS}?
    """,
    clauses=f"""
    [if|whether] {{pic}} [shows|has|contains] {_SORTS}
    [if|whether] {_SORTS} [is|was] drawn {{in}}
    """,
    terse=f"""
    {_SORTS}?
    {_SORTS} {{in}}?
    """,
)
COMPARE: Final = asking(
    direct="""
    is the {num} {in} {sides}?
    is [this|that] {num} {sides} {in}?
    the {num} {in}[,|:] is it {sides}?
    which is the {num} {in}, {sides}?
    would you say the {num} {in} is {sides}?
    {sides}[,|:] which is the {num} {in}?
    I can't read the {num} {in}. is it {sides}?
    [read|look at] the {num} {in}. is it {sides}?
    [tell me|say|decide][,|:] is the {num} {in} {sides}?
    do I [have|see] a {num} {in} that is {sides}?
    """,
    clauses="""
    [if|whether] the {num} {in} is {sides}
    [if|whether] the {num} [written|shown] {in} is {sides}
    """,
    terse="""
    {sides}?
    {num} {sides}?
    """,
)
