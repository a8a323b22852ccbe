"""How people ask about the size of drawn shapes.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["BIGGEST", "IS_SIZE", "SIZE_OF", "SMALLEST"]

IS_SIZE: Final = asking(
    direct="""
    is {it} {size} {in}?
    is {it} {in} {size}?
    is {it} [rather|very|quite|really] {size} {in}?
    does {it} look {size} {in}?
    {in} is {it} {size}?
    is {it} a {size} one {in}?
    is the size of {it} {size} {in}?
    is it [true|right|correct] that {it} is {size} {in}?
    would you [call|say that] {it} [is|] {size} {in}?
    {it} {in} is {size}, [right|isn't it|correct|true or not]?
    {it} {in}: is it {size}?
    {it}, is it {size} {in}?
    I think {it} is {size} {in}. [is that right|am I right|is that true|correct]?
    did they [draw|make] {it} {size} {in}?
    is {it} drawn {size} {in}?
    [check|look] [if|whether] {it} is {size} {in}.
    """,
    clauses="""
    [if|whether] {it} is {size} {in}
    [if|whether] {it} {in} is {size}
    [if|whether] {it} looks {size} {in}
    """,
    terse="""
    {it} {size}?
    {it}: {size}?
    {size}, {it}?
    {it} {in} {size}?
    """,
)

SIZE_OF: Final = asking(
    direct="""
    how [big|large|big] is {it} {in}?
    how [big|large|small] is {it} {in}?
    what size is {it} {in}?
    what size does {it} have {in}?
    what is the size of {it} {in}?
    what's the size of {it} {in}?
    which size is {it} {in}?
    is {it} [big or small|large or small|small or large|small or big|tiny or huge|large or little] {in}?
    is {it} [big or small|large or small|small or large|small or big] {in}?
    {it} {in}: is it [big or small|large or small|small or large]?
    {it}, is it [big or small|large or small|small or large] {in}?
    {it} {in}[,|:] what size is it?
    would you call {it} [big or small|large or small|small or large]?
    would you say {it} is [big or small|large or small|small or large] {in}?
    does {it} look [big or small|large or small|small or large] {in}?
    [describe|state|give me|tell me] the size of {it} {in}.
    how much [space|room] does {it} take up {in}?
    is {it} a [big|large] one or a [small|little|tiny] one {in}?
    what can you say about the size of {it} {in}?
    [what are the dimensions|what is the scale] of {it}, [large|big] or small?
    """,
    clauses="""
    how [big|large] {it} is {in}
    how [big|large] {it} is {in}
    what size {it} is {in}
    what size {it} has {in}
    whether {it} is [big or small|large or small|small or large] {in}
    if {it} is [big or small|large or small|small or large] {in}
    the size of {it} {in}
    """,
    terse="""
    size of {it}?
    {it}: size?
    {it} [big or small|large or small|small or large]?
    [big or small|large or small], {it}?
    {it} size?
    """,
)

_MOST = (
    """
    <what> <thing> is the {most} {in}?
    which [one|of them|of these|of the <things>] is the {most} {in}?
    what is the {most} <thing> {in}?
    what's the {most} <thing> {in}?
    which is the {most} [<thing>|one|] {in}?
    what is the {most} [you see|you can see|here|of all] {in}?
    {in} which <thing> is the {most}?
    of all the <things> {in}, which is the {most}?
    which <thing> {in} is {more} than the [others|other ones|rest]?
    [name|find|show me|identify|point out] the {most} <thing> {in}.
    [tell me|say] which <thing> is the {most} {in}.
    is there a {most} <thing> {in}, and which is it?
    the {most} <thing> {in} is which?
    <what> <thing> is {more} than all the others {in}?
    which <thing> [takes up|fills|covers|has] the {space} {in}?
    """,
    """
    <what> <thing> is the {most} {in}
    which [one|of them] is the {most} {in}
    what the {most} <thing> is {in}
    which the {most} <thing> is {in}
    the {most} <thing> {in}
    """,
    """
    {most}?
    {most} <thing>?
    the {most} one?
    {most} <thing> {in}?
    """,
)


def _most(most: str, more: str, space: str) -> tuple[str, str, str]:
    direct, clauses, terse = (
        text.replace("{most}", most).replace("{more}", more).replace("{space}", space) for text in _MOST
    )
    return direct, clauses, terse


BIGGEST: Final = asking(
    *_most("[biggest|largest|biggest|largest]", "[bigger|larger]", "[most space|most room]")
)
SMALLEST: Final = asking(
    *_most("[smallest|tiniest|littlest|smallest]", "[smaller|tinier]", "[least space|least room]")
)
