"""How people ask about the size of drawn shapes.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking
from anymal.training.language.pictures import asks_size_more as more_asks

__all__ = ["BIGGEST", "IS_SIZE", "SIZE_OF", "SMALLEST"]

IS_SIZE: Final = asking(
    direct="""
    is {it} {size} {in}?
    is {it} {size} {in}?
    is {it} {in} {size}?
    is {it} [rather|very|quite|really|pretty|fairly] {size} {in}?
    does {it} [look|seem|appear] {size} {in}?
    {in} is {it} {size}?
    is {it} a {size} one {in}?
    is the size of {it} {size} {in}?
    is it [true|right|correct|so|a fact] that {it} is {size} {in}?
    would you [call {it}|say that {it} is|say {it} is] {size} {in}?
    {it} {in} is {size}, [right|isn't it|correct|true or not|yes|agreed]?
    {it} {in}: is it {size}?
    {it}, is it {size} {in}?
    I think {it} is {size} {in}. [is that right|am I right|is that true|correct|do you agree]?
    did [they|somebody|the artist] [draw|make|paint] {it} {size} {in}?
    is {it} [drawn|shown|painted|made] {size} {in}?
    [check|look|verify|see] [if|whether] {it} is {size} {in}.
    [is it fair|would it be right|is it correct|am I right] to call {it} {size} {in}?
    should I [picture|imagine|think of|draw] {it} as {size}?
    would you describe {it} as {size} {in}?
    does {it} count as {size} {in}?
    is {it} [one of the|among the] {size} ones {in}?
    is {it} what you would call {size} {in}?
    is {it} {size} in size {in}?
    is {it} on the {size} side {in}?
    {it} {in} is a {size} one, [right|isn't it|correct|yes|true or not]?
    so {it} is {size} {in}, [right|is it|correct|yes|is that so]?
    {it} {in}[,|:] {size} or not?
    is {it} {size} or not {in}?
    can you confirm that {it} is {size} {in}?
    true or false: {it} is {size} {in}?
    would I be right in saying {it} is {size} {in}?
    do you [find|think|reckon|agree] {it} is {size} {in}?
    it's a {size} size that {it} has {in}, [right|correct|yes]?
    my [friend|son|daughter|teacher|mate] says {it} is {size} {in}. [is that so|true or not|true]?
    isn't {it} {size} {in}?
    can {it} be called {size} {in}?
    when you look at {it} {in}, is it {size}?
    [to your eye|to you|in your eyes], is {it} {size} {in}?
    """
    + more_asks.IS_SIZE[0],
    clauses="""
    [if|whether] {it} is {size} {in}
    [if|whether] {it} is {size} {in}
    [if|whether] {it} {in} is {size}
    [if|whether] {it} [looks|seems|is drawn] {size} {in}
    [if|whether] {it} is a {size} one {in}
    [if|whether] you would call {it} {size} {in}
    [if|whether] {it} counts as {size} {in}
    """
    + more_asks.IS_SIZE[1],
    terse="""
    {it} {size}?
    {it}: {size}?
    {size}, {it}?
    {it} {in} {size}?
    {it} - {size}?
    {it} {size} or not?
    {it} {size}, yes or no?
    """
    + more_asks.IS_SIZE[2],
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
    is {it} [big or small|large or small|small or large|small or big|little or big|huge or tiny] {in}?
    {it} {in}: is it [big or small|large or small|small or large|little or large]?
    {it}, is it [big or small|large or small|small or large] {in}?
    {it} {in}[,|:] what size is it?
    would you call {it} [big or small|large or small|small or large|huge or tiny]?
    would you say {it} is [big or small|large or small|small or large] {in}?
    does {it} look [big or small|large or small|small or large|tiny or huge] {in}?
    [describe|state|give me|tell me|report|judge|estimate] the size of {it} {in}.
    how much [space|room|area] does {it} [take up|fill|cover|need] {in}?
    is {it} a [big|large] one or a [small|little|tiny] one {in}?
    what can you say about the size of {it} {in}?
    [what are the dimensions|what is the scale] of {it}, [large|big] or small?
    how [big|large] would you say {it} is {in}?
    how [big|large|small] does {it} look {in}?
    how [big|large|small] did [they|somebody|the artist] [draw|make|paint] {it} {in}?
    how [big|large|small] [a thing|a shape] is {it} {in}?
    how [big|large|small] [has {it} been|was {it}] drawn {in}?
    was {it} drawn [big or small|large or small|small or large] {in}?
    did they [draw|make] {it} [big or small|large or small|small or large] {in}?
    in what size [is|was] {it} [drawn|shown|painted] {in}?
    what sort of size is {it} {in}?
    what size would you [give {it}|say {it} is|say {it} has] {in}?
    if {it} were a T-shirt, would it be a small or a large {in}?
    [large|big] or small: which [fits|describes|suits] {it} {in}?
    [small|little] or [large|big]: what is {it} {in}?
    does {it} take up [much|a lot] or [little|a little] [space|room] {in}?
    is {it} [more on the big side or on the small side|on the small side or on the large side] {in}?
    size-wise, [what|how] is {it} {in}?
    as for size, [what|how] is {it} {in}?
    should I [picture|imagine] {it} [big or small|large or small|small or large]?
    I can't judge {it} {in}: [big or small|large or small|what size is it]?
    {it} {in} is [what|which] size?
    {it} {in}, how [big|large] is it?
    the size of {it} {in} is [what|which]?
    what about {it} {in}, [is it big or small|big or small|how big is it]?
    [pick|choose] one for {it} {in}: [small or large|large or small|big or small]?
    """
    + more_asks.SIZE_OF[0],
    clauses="""
    how [big|large] {it} is {in}
    how [big|large|small] {it} is {in}
    how [big|large] {it} looks {in}
    how [big|large|small] {it} was drawn {in}
    what size {it} is {in}
    what size {it} has {in}
    whether {it} is [big or small|large or small|small or large] {in}
    if {it} is [big or small|large or small|small or large|little or big] {in}
    [if|whether] {it} was drawn [big or small|large or small] {in}
    [if|whether] {it} is a [big|large] one or a [small|little] one {in}
    the size of {it} {in}
    """
    + more_asks.SIZE_OF[1],
    terse="""
    size of {it}?
    {it}: size?
    {it} [big or small|large or small|small or large]?
    [big or small|large or small], {it}?
    {it} size?
    {it}, how [big|large]?
    {it}: how [big|large]?
    how [big|large], {it}?
    {it} {in}, size?
    """
    + more_asks.SIZE_OF[2],
)

# {most}, {more}, {space}, {nick} (a nickname) and {top} are filled for the biggest and for the smallest.
_MOST = (
    """
    <what> <thing> is the {most} {in}?
    <what> <thing> is the {most} {in}?
    which [one|of them|of these|of the <things>] is the {most} {in}?
    what is the {most} <thing> {in}?
    what's the {most} <thing> {in}?
    which is the {most} [<thing>|one|] {in}?
    what is the {most} [you see|you can see|here|of all|of the bunch|of the lot] {in}?
    {in} which <thing> is the {most}?
    of all the <things> {in}, which is the {most}?
    of [everything|all|all that is] {in}, <what> <thing> is the {most}?
    which <thing> {in} is {more} than the [others|other ones|rest|remaining ones]?
    [name|find|show me|identify|point out|pick out|spot|single out] the {most} <thing> {in}.
    [tell me|say] which <thing> is the {most} {in}.
    is there a {most} <thing> {in}, and which is it?
    the {most} <thing> {in} is which?
    <what> <thing> is {more} than all the others {in}?
    <what> <thing> is {more} than [any other|every other one|everything else] {in}?
    which <thing> [takes up|fills|covers|has|uses|needs] the {space} {in}?
    <what> [takes up|fills|covers] the {space} {in}?
    which <thing> is {nick} [of the bunch|of the lot|of the group|of the family|] {in}?
    who is {nick} [among|of] the <things> {in}?
    going by size {in}, which <thing> is {top}?
    [sort|line up|rank|order] the <things> {in} by size: which <thing> is {top}?
    if I [sorted|ranked|lined up] the <things> {in} by size, which would be {top}?
    which <thing> did they [draw|make|paint] [the|] {most} {in}?
    <what> <thing> [was|is] [drawn|made|painted|shown] [the|] {most} {in}?
    which <thing> would you [call|say is] the {most} {in}?
    which <thing> [looks|seems|appears to be] [the|] {most} {in}?
    compare the sizes {in}: which <thing> is the {most}?
    compare all the <things> {in}. which is the {most}?
    comparing the <things> {in}, which is the {most}?
    I'm [looking for|after|searching for] the {most} <thing> {in}. which is it?
    [guess|remind me|show us] which <thing> is the {most} {in}.
    is any <thing> {more} than the rest {in}, and which?
    does one <thing> {in} stand out as the {most}? which [one|]?
    the {most} of the <things> {in}: which is it?
    among the <things> {in}, which is the {most}?
    which is {more} than all the rest {in}?
    what do you see as the {most} <thing> {in}?
    size-wise {in}, which <thing> is the {most}?
    """,
    """
    <what> <thing> is the {most} {in}
    <what> <thing> is the {most} {in}
    which [one|of them] is the {most} {in}
    what the {most} <thing> is {in}
    which the {most} <thing> is {in}
    the {most} <thing> {in}
    which <thing> [looks|was drawn] the {most} {in}
    which <thing> is {more} than the [others|rest] {in}
    which <thing> [takes up|fills|covers] the {space} {in}
    which <thing> is {nick} of the [bunch|lot] {in}
    """,
    """
    {most}?
    {most} <thing>?
    the {most} one?
    {most} <thing> {in}?
    {most} of [all|them|the lot]?
    which one's {most}?
    {most} one {in}?
    who is [the|] {most}?
    """,
)


def _most(most: str, more: str, space: str, nick: str, top: str) -> tuple[str, str, str]:
    slots = {"{most}": most, "{more}": more, "{space}": space, "{nick}": nick, "{top}": top}
    texts = [own + more for own, more in zip(_MOST, more_asks.EXTREME, strict=True)]
    for slot, words in slots.items():
        texts = [text.replace(slot, words) for text in texts]
    return texts[0], texts[1], texts[2]


BIGGEST: Final = asking(
    *_most(
        "[biggest|largest|biggest|largest|biggest|largest|hugest|bulkiest|most massive|greatest]",
        "[bigger|larger|bigger|larger|more big|greater]",
        "[most space|most room|most area]",
        "[the giant|the whopper|the heavyweight|the king in size|the big one|the monster|the jumbo one]",
        "[at the big end|the largest|the biggest]",
    )
)
SMALLEST: Final = asking(
    *_most(
        "[smallest|tiniest|littlest|smallest|teeniest|smallest|smallest|most tiny|least big|weest]",
        "[smaller|tinier|smaller|littler|less big]",
        "[least space|least room|least area]",
        "[the tiddler|the baby|the dwarf|the runt|the little one|the mini one|the titch]",
        "[at the small end|the smallest|the tiniest]",
    )
)
