"""How people ask which of two shapes moves or changes, and how they name one by what it does.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["AT_ALL", "AT_ALL_ING", "DOING", "WHICH_OF_TWO"]

# `{verb}` as in "does it go up", `{ing}` as in "is it going up".
WHICH_OF_TWO: Final = asking(
    direct="""
    is it {a} or {b} that is {ing} {in}?
    is it {a} that is {ing} {in}, or [is it|] {b}?
    is {a} or {b} {ing} {in}?
    is {a} {ing} {in}[,|] or [is|] {b}?
    [which|which one|which of the two] is {ing} {in}, {a} or {b}?
    [which|which one|which of them] did you see {ing} {in}, {a} or {b}?
    what is {ing} {in}: {a} or {b}?
    {a} or {b}: which [one|] is {ing} {in}?
    {a} and {b} {in}: which [one|of them|of the two] is {ing}?
    there is {a} and there is {b} {in}. which [one|] is {ing}?
    did you see {a} {verb} {in}, or {b}?
    did {a} {verb} {in}, or [did|was it] {b}?
    does {a} {verb} {in}, or does {b}?
    do I see {a} {verb} {in}, or {b}?
    [who|what|which one] did {verb} {in}, {a} or {b}?
    of {a} and {b}, which [one|] did {verb} {in}?
    of {a} and {b}, which [one|] is {ing} {in}?
    [one|only one] of them is {ing} {in}. {a} or {b}?
    [I can't tell|I'm not sure|I can't see] [whether|if] {a} or {b} is {ing} {in}. [which is it|which one]?
    [my friend|she|he|my son] says {a} is {ing} {in}, I say {b}. which is it?
    the one {ing} {in}, is [it|that] {a} or {b}?
    tell me which is {ing} {in}, {a} or {b}.
    """,
    clauses="""
    [whether|if] {a} or {b} is {ing} {in}
    [whether|if] it is {a} or {b} that is {ing} {in}
    which is {ing} {in}, {a} or {b}
    which of {a} and {b} did {verb} {in}
    """,
    terse="""
    {ing}: {a} or {b}?
    {a} or {b}, which is {ing}?
    {a} or {b} {ing}?
    which is {ing}, {a} or {b}?
    """,
)
AT_ALL: Final = (
    "[move|move|move at all|move|move about|change its place|go anywhere]"
)
AT_ALL_ING: Final = (
    "[moving|moving|moving at all|moving about|going anywhere|on the move|in motion|changing its place]"
)
# What the mover does, after "the star": "the star that pops up".
DOING: Final = {
    "grows": "that [grows|is growing|gets bigger|is getting bigger|swells|gets larger]",
    "shrinks": "that [shrinks|is shrinking|gets smaller|is getting smaller|dwindles]",
    "appears": "that [appears|pops up|shows up|turns up|comes up|comes in|is new|is added]",
    "disappears": "that [disappears|vanishes|goes away|goes missing|is gone at the end|leaves]",
    "left to right": "that [moves|is moving|goes right|moves to the right|goes across|travels]",
    "right to left": "that [moves|is moving|goes left|moves to the left|goes across|travels]",
    "top to bottom": "that [moves|is moving|goes down|falls|drops|comes down|sinks]",
    "bottom to top": "that [moves|is moving|goes up|rises|climbs]",
}
