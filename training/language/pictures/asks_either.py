"""How people ask which of two it is: what is there, what colour, what shape, which digit.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["COLOUR", "DIGIT", "SHAPE", "THERE"]

THERE: Final = asking(
    direct="""
    is there {a} or {b} {in}?
    is there {a} or [rather|maybe|perhaps] {b} {in}?
    is it {a} or {b} [that I see|that you see|we see] {in}?
    is that {a} or {b} {in}?
    is it {a} or {b} {in}?
    do you see {a} or {b} {in}?
    [can you see|can you spot|can you find|do you find|do you spot|do you notice] {a} or {b} {in}?
    {in} is there {a} or {b}?
    which is {in}, {a} or {b}?
    which [one|of the two|of these] [is there|do you see|is shown|can you see|is drawn] {in}, {a} or {b}?
    what is {in}, {a} or {b}?
    what [do you see|is there|can you see|is shown|have we got|have we here] {in}, {a} or {b}?
    [am I|are we|are you] looking at {a} or {b} {in}?
    does {pic} [show|have|contain|hold|include] {a} or {b}?
    did they draw {a} or {b} {in}?
    [was|is] {a} or {b} [drawn|shown|painted] {in}?
    {a} or {b} {in}, [what is it|which is it|which one|what do you see]?
    {a} or {b}: which [is|can be seen|is there] {in}?
    I can't tell if [there is|it is|that is|this is] {a} or {b} {in}. which is it?
    I [think|believe] I see {a}, or is [it|that] {b} {in}?
    [one of us sees|my friend sees] {a}, the other {b} {in}. who is right?
    would you [call that|say that is|say it is] {a} or {b} {in}?
    have we got {a} or {b} {in}?
    is {a} there, or {b} {in}?
    there is {a} {in}, or is it {b}?
    """,
    clauses="""
    [if|whether] there is {a} or {b} {in}
    [if|whether] it is {a} or {b} {in}
    [if|whether] you see {a} or {b} {in}
    which of the two is {in}, {a} or {b}
    what is {in}, {a} or {b}
    """,
    terse="""
    {a} or {b}?
    {a}, or {b}?
    {a} or {b} {in}?
    {a}? or {b}?
    which, {a} or {b}?
    """,
)
COLOUR: Final = asking(
    direct="""
    is {it} {a} or {b} {in}?
    is {it} {in} {a} or {b}?
    {in} is {it} {a} or {b}?
    is {it} [more|rather|really|actually] {a} or {b} {in}?
    is {it} {a}, or is it {b} {in}?
    is the <colour> of {it} {a} or {b} {in}?
    which <colour> is {it} {in}, {a} or {b}?
    what <colour> is {it} {in}, {a} or {b}?
    what is {it} {in}, {a} or {b}?
    {it} {in}[,|:] is it {a} or {b}?
    {it} {in}[,|:] {a} or {b}?
    would you [call {it}|say {it} is] {a} or {b} {in}?
    does {it} [look|seem|appear] {a} or {b} {in}?
    did they [paint|draw|make|colour] {it} {a} or {b} {in}?
    [was|is] {it} [painted|drawn|coloured|done] {a} or {b} {in}?
    [was|is] {it} [painted|drawn|done] in {a} or in {b} {in}?
    I can't tell if {it} is {a} or {b} {in}. which is it?
    I see {it} as {a}, [my wife|my friend|my son] as {b}. who is right?
    [I am colour-blind|I can't see colours|I'm blind]: is {it} {a} or {b} {in}?
    do you see {it} in {a} or in {b} {in}?
    [pick|choose] one: is {it} {a} or {b} {in}?
    {a} or {b}[,|:] which is {it} {in}?
    is it {a} or {b} that {it} is {in}?
    """,
    clauses="""
    [if|whether] {it} is {a} or {b} {in}
    [if|whether] {it} {in} is {a} or {b}
    [if|whether] {it} looks {a} or {b} {in}
    which {it} is {in}, {a} or {b}
    """,
    terse="""
    {it}, {a} or {b}?
    {it}: {a} or {b}?
    {it} {a} or {b}?
    {a} or {b}, {it}?
    """,
)
SHAPE: Final = asking(
    direct="""
    is {it} {a} or {b} {in}?
    is {it} {in} {a} or {b}?
    {in} is {it} {a} or {b}?
    is {it} {a}, or is it {b} {in}?
    is {it} [more like|rather|really|actually] {a} or {b} {in}?
    what is {it} {in}, {a} or {b}?
    what [shape|form] is {it} {in}, {a} or {b}?
    which is {it} {in}, {a} or {b}?
    {it} {in}[,|:] is it {a} or {b}?
    would you [call {it}|say {it} is] {a} or {b} {in}?
    does {it} [look like|have the shape of] {a} or {b} {in}?
    is {it} [shaped like|in the shape of|in the form of] {a} or {b} {in}?
    did they draw {it} as {a} or as {b} {in}?
    [was|is] {it} drawn as {a} or {b} {in}?
    I can't tell if {it} is {a} or {b} {in}. which is it?
    do you see {it} as {a} or as {b} {in}?
    {a} or {b}[,|:] what is {it} {in}?
    [I think|my son thinks] {it} is {a}, or is it {b} {in}?
    [pick|choose] one: is {it} {a} or {b} {in}?
    """,
    clauses="""
    [if|whether] {it} is {a} or {b} {in}
    [if|whether] {it} {in} is {a} or {b}
    [if|whether] {it} looks like {a} or {b} {in}
    what {it} is {in}, {a} or {b}
    """,
    terse="""
    {it}, {a} or {b}?
    {it}: {a} or {b}?
    {a} or {b}, {it}?
    """,
)
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
    """,
    clauses="""
    [if|whether] it is {a} or {b} {in}
    [if|whether] the [number|digit] {in} is {a} or {b}
    [if|whether] you see {a} or {b} {in}
    which [number|digit] it is {in}, {a} or {b}
    """,
    terse="""
    {a} or {b}?
    {a}, or {b}?
    {a} or {b} {in}?
    {a}? or {b}?
    """,
)
