"""How people ask which of two digits it is.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["DIGIT"]

DIGIT: Final = asking(
    direct="""
    is it {a} or {b} {in}?
    is that {a} or {b} {in}?
    is the [number|digit|figure] {in} {a} or {b}?
    is the [number|digit] {a} or {b} {in}?
    is there {a} or {b} {in}?
    do you see {a} or {b} {in}?
    [does it|does that|does {pic}] [say|show|read] {a} or {b}?
    what [number|digit] is it {in}, {a} or {b}?
    which [number|digit] [is it|do you see|is shown|is there] {in}, {a} or {b}?
    would you read [it|that|the digit|the number] as {a} or {b} {in}?
    did they [write|draw|paint] {a} or {b} {in}?
    [was|is] {a} or {b} [written|drawn|shown] {in}?
    I can't tell if [it|that|the digit] is {a} or {b} {in}. which is it?
    {a} or {b} {in}, which is it?
    [am I|are we] looking at {a} or {b} {in}?
    is it more like {a} or {b} {in}?
    should I read [it|this|that] as {a} or as {b} {in}?
    could be {a}, could be {b}: which [number|digit] is it {in}?
    is it {a} {in}? or [is it|rather|] {b}?
    is it {a} that [is written|you see|they wrote] {in}, or {b}?
    is that [meant|supposed] to be {a} or {b} {in}?
    is the [writing|scribble|handwriting|handwritten number] {in} {a} or {b}?
    did [they|somebody|the child] [write|scribble|draw|put] {a} or {b} {in}?
    what did [they|somebody|the child] [write|scribble|draw|put] {in}, {a} or {b}?
    what [do you read|can you read|is written|stands written] {in}, {a} or {b}?
    do you [read|make it|see it as] {a} or {b} {in}?
    I can't read the [writing|handwriting|scrawl] {in}. is it {a} or {b}?
    it's [badly|sloppily|hastily] written {in}: is it {a} or {b}?
    looks like {a}, or is it {b} {in}?
    I see {a}, my [friend|sister|boss|teacher] sees {b} {in}. who is right?
    [we're arguing|we have a bet|we can't agree]: is it {a} or {b} {in}?
    either {a} or {b} {in}: which [number|digit|] is it?
    should I [type|write down|enter|dial|note] {a} or {b} for the [number|digit] {in}?
    [pick|choose] one: is the [number|digit] {in} {a} or {b}?
    between {a} and {b}, which [number|digit] is {in}?
    the [number|digit] {in}, {a} or {b}?
    the [number|digit] {in}, is it {a} or {b}?
    is {pic} of {a} or {b}?
    could the [number|digit] {in} be {a}, or is it {b}?
    [tell me|say] which [number|digit] you see {in}, {a} or {b}.
    I [can't decide|am not sure] whether it is {a} or {b} {in}. which [number|digit] do you see?
    """,
    clauses="""
    [if|whether] it is {a} or {b} {in}
    [if|whether] the [number|digit] {in} is {a} or {b}
    [if|whether] you see {a} or {b} {in}
    which [number|digit] it is {in}, {a} or {b}
    [if|whether] they wrote {a} or {b} {in}
    [if|whether] {pic} [shows|says|reads] {a} or {b}
    [if|whether] I should read the [number|digit] {in} as {a} or {b}
    what is written {in}, {a} or {b}
    """,
    terse="""
    {a} or {b}?
    {a}, or {b}?
    {a} or {b} {in}?
    {a}? or {b}?
    number: {a} or {b}?
    {a} or {b}, which [number|digit]?
    written: {a} or {b}?
    is it {a} or {b}?
    {a} vs {b}?
    """,
)
