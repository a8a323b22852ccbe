"""How people ask whether one thing has this shape, for a yes or no.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["IS_SHAPE"]

IS_SHAPE: Final = asking(
    direct="""
    is {it} {a} {in}?
    {it} {in}, is it {a}?
    {it}: is it {a} [or not|or something else|or another shape|]?
    is {it} {in} {a} [or not|or something else|or another shape|yes or no]?
    is {it} [shaped like|in the shape of|in the form of] {a} {in}?
    does {it} [look like|have the shape of|have the form of|resemble] {a} {in}?
    would you call {it} {a} {in}?
    would you say [that|] {it} is {a} {in}?
    do you [think|reckon|believe] {it} is {a} {in}?
    [am I right|is it right|is it true] that {it} is {a} {in}?
    {it} is {a} {in}, [right|isn't it|yes|no|correct|is it not]?
    {it} isn't {a} {in}, is it?
    I [think|believe|guess|say] {it} is {a} {in}. [is that right|am I right|right|true|correct|yes or no]?
    I [take|took] {it} {in} for {a}. [is that right|was I right|is it one]?
    my [friend|wife|son|teacher] says {it} is {a} {in}. [is that so|is it|right]?
    is it {a}, {it} {in}?
    is that {a}, {it} {in}?
    that's {a}, {it} {in}, [right|isn't it|no]?
    can {it} be {a} {in}?
    could {it} be {a} {in}?
    did they [draw {it} as|make {it}] {a} {in}?
    was {it} drawn as {a} {in}?
    isn't {it} {a} {in}?
    [what about|how about] {it} {in}: is [it|that] {a}?
    [I can't see|I'm blind|I can't make it out]. is {it} {a} {in}?
    see {it} {in}? is [it|that|this] {a}?
    look at {it} {in}. is [it|that] {a}?
    [that thing|the thing I mean] is {it}. is it {a}?
    when I [trace|touch|follow] {it} {in}, do I [trace|touch|follow] {a}?
    can I [call {it}|write {it} down as] {a} {in}?
    [check|confirm] {it} {in}: {a}, yes or no?
    say yes if {it} is {a} {in}, otherwise no.
    {a}, is that what {it} is {in}?
    in [shape|form], is {it} {a} {in}?
    """,
    clauses="""
    [if|whether] {it} is {a} {in}
    [if|whether] {it} is {a} or not {in}
    [if|whether] {it} [looks like|has the shape of|is shaped like] {a} {in}
    [if|whether] I am right that {it} is {a} {in}
    [if|whether] they drew {it} as {a} {in}
    [if|whether] you would call {it} {a} {in}
    """,
    terse="""
    {it} {a}?
    {it}: {a}?
    {it}, {a}?
    {it} = {a}?
    {it} {in}: {a}, yes or no?
    {it} - {a} or not?
    {it} is {a}, [right|yes|no]?
    {a}, {it}?
    """,
)
