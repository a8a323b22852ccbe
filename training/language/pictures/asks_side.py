"""How people ask where one drawn shape is as seen from another.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["SIDE", "WHERE_TO"]

SIDE: Final = asking(
    direct="""
    is {a} {one} or {other} {b} {in}?
    is {a} {one} {b} or {other} it {in}?
    is {a} {in} {one} or {other} {b}?
    {in} is {a} {one} or {other} {b}?
    {a}[,|:] is it {one} or {other} {b} {in}?
    {one} or {other} {b}[,|:] where is {a} {in}?
    would you say {a} is {one} or {other} {b} {in}?
    [does|will] {a} [lie|sit|stand|come|appear] {one} or {other} {b} {in}?
    [did they|did somebody|did the artist] [draw|put|place|paint] {a} {one} or {other} {b} {in}?
    [was|is] {a} [drawn|placed|put|shown] {one} or {other} {b} {in}?
    do [I|you|we] [see|find|have] {a} {one} or {other} {b} {in}?
    [which is it|what is it], is {a} {one} or {other} {b} {in}?
    [looking|going|starting] from {b}, is {a} {one} or {other} it {in}?
    as seen from {b}, is {a} {one} or {other} it {in}?
    I can't [tell|make out|see] if {a} is {one} or {other} {b} {in}. which is it?
    I need to know: {a} {in}, is it {one} or {other} {b}?
    [compared to|relative to|next to] {b}, is {a} {one} or {other} it {in}?
    [one of us says|my friend says] {a} is {one} {b}, [the other|my brother] says {other}. who is right?
    should I look {one} or {other} {b} for {a} {in}?
    to find {a} {in}, do I look {one} or {other} {b}?
    is it {one} or {other} {b} that {a} is {in}?
    tell me [one thing|this]: is {a} {one} or {other} {b} {in}?
    {a} is {one} or {other} {b} {in}?
    """,
    clauses="""
    [if|whether] {a} is {one} or {other} {b} {in}
    [if|whether] {a} {in} is {one} {b} or {other} it
    [if|whether] {a} [lies|sits|is drawn|stands] {one} or {other} {b} {in}
    [if|whether] I have to look {one} or {other} {b} for {a} {in}
    """,
    terse="""
    {a}: {one} or {other} {b}?
    {a}, {one} or {other} {b}?
    {a} {one} or {other} {b}?
    {one} or {other} {b}, {a}?
    {one} {b} or {other}, {a}?
    """,
)
WHERE_TO: Final = asking(
    direct="""
    where is {a} [relative to|in relation to|compared to|as seen from|with respect to|seen from] {b} {in}?
    where is {a} {in} [relative to|in relation to|compared to|as seen from|with respect to] {b}?
    where is {a} if you [look from|start from|start at|stand at|go from] {b} {in}?
    where [does|would] {a} [lie|sit|stand|appear] [relative to|compared to|in relation to|as seen from] {b} {in}?
    on [which|what] side of {b} is {a} {in}?
    on [which|what] side of {b} [do you see|can you see|do I find|would I find] {a} {in}?
    [which|what] side of {b} is {a} on {in}?
    [which|what] way from {b} is {a} {in}?
    [which|what] way do I [go|look|move|turn] from {b} to [get to|find|reach|see] {a} {in}?
    in [which|what] direction from {b} is {a} {in}?
    in [which|what] direction [do I look|should I look|must I look|would I go] from {b} to find {a} {in}?
    how do I get from {b} to {a} {in}?
    from {b}, where is {a} {in}?
    [starting from|seen from|going from|looking from] {b}, where is {a} {in}?
    [relative to|in relation to|compared to|with respect to] {b}, where is {a} {in}?
    my finger is on {b}. where [is|do I find] {a}?
    I have found {b} {in}. [where is|where do I find|and] {a}?
    how are {a} and {b} placed to each other {in}?
    [describe|explain|give me|tell me|state] [where|the position of] {a} [is from|relative to|in relation to] {b} {in}.
    [describe|explain|give|tell me] the position of {a} [relative to|in relation to|with respect to] {b} {in}.
    where did they [draw|put|place] {a} [relative to|in relation to|compared to] {b} {in}?
    where [has|was] {a} [been put|drawn|placed] [relative to|in relation to|as seen from] {b} {in}?
    {a} {in}, where is it [relative to|in relation to|compared to|as seen from] {b}?
    where would you say {a} is [relative to|compared to|in relation to] {b} {in}?
    what is the [position|place] of {a} [relative to|in relation to|with respect to] {b} {in}?
    where is {a} from {b} {in}?
    """,
    clauses="""
    where {a} is [relative to|in relation to|compared to|as seen from|with respect to] {b} {in}
    on [which|what] side of {b} {a} is {in}
    [which|what] side of {b} {a} is on {in}
    in [which|what] direction from {b} {a} is {in}
    how to get from {b} to {a} {in}
    which way I must look from {b} to find {a} {in}
    """,
    terse="""
    {a} [relative to|from|compared to|as seen from] {b}?
    from {b} to {a}: which way?
    [which|what] side of {b}, {a}?
    where is {a} from {b}?
    {a} to {b}, where?
    """,
)
