"""How people ask about a written digit: the patterns of `picture_questions_digit`.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = [
    "DIGIT",
    "EVEN_ODD",
    "IS_DIGIT",
    "PROPERTY",
]

DIGIT: Final = asking(
    direct="""
    <what> {num} is [this|it|that|shown|written|there|drawn|here] {in}?
    <what> {num} is {in}?
    <what> {num} do you see {in}?
    <what> {num} can [you|I|we] [see|read|make out] {in}?
    <what> {num} does {pic} [show|have|contain|display]?
    <what> {num} is it {in}?
    what is the {num} {in}?
    what's the {num} {in}?
    what is the {num} that is [written|shown|drawn|displayed] {in}?
    <what> {num} [is written|is drawn|is shown|is displayed|appears|can be read|has been written] {in}?
    <what> {num} did [they|somebody|someone] [write|draw|paint] {in}?
    <what> {num} am I [looking at|seeing|holding] {in}?
    [read|read out|identify|recognise|recognize|name] the {num} {in}.
    [please|] read the {num} {in} [to me|for me|aloud|].
    can you read the {num} {in}?
    could you [please|] read [out|] the {num} {in} [for me|]?
    can you tell <what> {num} this is?
    which of the digits from 0 to 9 [is it|is this|do you see] {in}?
    {in} <what> {num} is written?
    {in} <what> {num} do you see?
    how does the {num} {in} read?
    what does the {num} {in} say?
    there is a {num} {in}. <what> one is it?
    I see a {num} {in}, but <what> one?
    the {num} {in} is <what>?
    <what> is the value of the {num} {in}?
    <give> [me|] the {num} {in}.
    what is written {in}?
    what's written {in}?
    what does it say {in}?
    """,
    clauses="""
    <what> {num} [this|it|that] is {in}
    <what> {num} is [shown|written|drawn|there] {in}
    <what> {num} you [see|can see|read] {in}
    what the {num} {in} is
    <what> {num} {pic} shows
    the {num} {in}
    what is written {in}
    """,
    terse="""
    <what> {num}?
    the {num}?
    {num}?
    {num} {in}?
    the {num} {in}?
    """,
)
IS_DIGIT: Final = asking(
    direct="""
    is [it|this|that] [a|the number|the digit|] {n} {in}?
    is the {num} {n} {in}?
    is the {num} {in} [a|] {n}?
    is the {num} {in} {claim}?
    is [it|this|the {num}] {claim}?
    do you [see|read] a {n} {in}?
    does {pic} [show|have|contain] a {n}?
    is there a {n} {in}?
    is it [true|correct|right] that the {num} {in} is {claim}?
    the {num} {in} is {claim}, [right|isn't it|correct|true or not]?
    I think the {num} {in} is {claim}. [is that right|am I right|is that true]?
    {in} is the {num} {claim}?
    would you say the {num} {in} is {claim}?
    could [this|it|the {num}] be {claim}?
    [check|look] [if|whether] the {num} {in} is {claim}.
    """,
    clauses="""
    [if|whether] the {num} {in} is {claim}
    [if|whether] [it|this] is {claim}
    [if|whether] you see {claim} {in}
    """,
    terse="""
    {claim}?
    {claim}, yes or no?
    {num} {claim}?
    is it {claim}?
    """,
)
EVEN_ODD: Final = asking(
    direct="""
    is the {num} even or odd {in}?
    is the {num} {in} odd or even?
    is [it|this|that] an [even or an odd|odd or an even] number {in}?
    the {num} {in}[,|:] is it [even or odd|odd or even]?
    [odd or even|even or odd], the {num} {in}?
    would you call the {num} {in} [even or odd|odd or even]?
    is it [even or odd|odd or even]?
    """,
    clauses="""
    [if|whether] the {num} {in} is [even or odd|odd or even]
    [if|whether] it is an [even or odd|odd or even] number
    """,
    terse="""
    [even or odd|odd or even]?
    {num} [even or odd|odd or even]?
    """,
)
PROPERTY: Final = asking(
    direct="""
    is [it|this] {claim}?
    is the {num} {claim} {in}?
    is the {num} {in} {claim}?
    is the {num} [written|shown|drawn] {in} {claim}?
    is the {num} that you see {claim}?
    is it [true|correct|right] that the {num} {in} is {claim}?
    the {num} {in}[,|:] is it {claim}?
    the {num} {in} is {claim}, [right|isn't it|correct]?
    {in} is the {num} {claim}?
    would you say the {num} {in} is {claim}?
    do you see a {num} that is {claim}?
    I think the {num} {in} is {claim}. [is that right|am I right|is that true]?
    [check|look] [if|whether] the {num} {in} is {claim}.
    """,
    clauses="""
    [if|whether] the {num} {in} is {claim}
    [if|whether] [it|this] is {claim}
    """,
    terse="""
    {claim}?
    {claim}, yes or no?
    {num} {claim}?
    """,
)
