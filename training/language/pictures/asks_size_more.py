"""More words people ask about the size of drawn shapes in: patterns that `asks_size` joins to its own.

Knows wording only; refuses to know facts and answers. Each name holds direct patterns, clauses, terse ones.
"""

from typing import Final

__all__ = ["EXTREME", "IS_SIZE", "SIZE_OF"]

IS_SIZE: Final = (
    """
    how about {it} {in}: is it {size}?
    [be honest|come on|answer me|tell me straight], is {it} {size} {in}?
    does the word {size} [fit|suit|describe|apply to] {it} {in}?
    is {size} the [right|correct|proper] word for {it} {in}?
    am I looking at a {size} one when I look at {it} {in}?
    is it {size}, {it} {in}?
    is it a {size} one, {it} {in}?
    [somebody|someone|they|a colleague] told me {it} is {size} {in}. [is it|is it so|is that true]?
    I can't [tell|see|make out] if {it} is {size} {in}. is it?
    it looks {size} to me, {it} {in}. [right|agreed|yes|is it]?
    has {it} got a {size} size {in}?
    does {it} have a {size} size {in}?
    {it} is {size} {in}, [no|innit|eh|huh|ain't it|isn't that so|is that so]?
    ain't {it} {size} {in}?
    is {it} of {size} size {in}?
    is {it} [clearly|actually|truly|kind of|sort of|a bit|kinda|rather|noticeably|what I'd call] {size} {in}?
    would you put {it} [in|into] the {size} [group|pile|heap|category] {in}?
    would you [count|place|put|list] {it} among the {size} ones {in}?
    if I [said|wrote|told you] that {it} {in} was {size}, would I be [right|correct|telling the truth]?
    say yes if {it} is {size} {in}.
    the size of {it} {in}: is it {size}?
    [in terms of size|as regards size|size-wise], is {it} {size} {in}?
    [surely|I take it|I suppose|I guess|I'd say|I bet] {it} is {size} {in}?
    to [draw|copy] {pic}, should I make {it} {size}?
    I have to [report|write down] whether {it} is {size} {in}. is it?
    [could|can] one say {it} is {size} {in}?
    talking of {it} {in}, is that {size}?
    are we dealing with a {size} one in the case of {it} {in}?
    was {it} made to look {size} {in}?
    would a child call {it} {size} {in}?
    a {size} thing, {it} {in}, isn't it?
    {size}, is that what {it} is {in}?
    can I [say|tell my friend|write] that {it} is {size} {in}?
    does {it} strike you as {size} {in}?
    did {it} come out {size} {in}?
    I wanted {it} {size} {in}. is it?
    {it} sits there {in}: is it {size}?
    never mind where {it} [is|sits] {in}, is it {size}?
    not the colour, the size: is {it} {size} {in}?
    is {it} {size} for a <thing> {in}?
    does {it} go in the {size} [box|pile|bag] {in}?
    would I need a {size} box for {it} {in}?
    what I see of {it} {in} is {size}, [right|isn't it|yes]?
    it's {size}, [isn't it|right|is it], {it} {in}?
    is it a {size} thing, {it} {in}?
    """,
    """
    [if|whether] {it} is {size} or not {in}
    [if|whether] {it} is {size} in size {in}
    [if|whether] {it} {in} is of {size} size
    [if|whether] {size} is the right word for {it} {in}
    [if|whether] you find {it} {size} {in}
    [if|whether] {it} {in} would pass for {size}
    [if|whether] {it} comes across as {size} {in}
    [if|whether] I may call {it} {size} {in}
    [if|whether] {it} came out {size} {in}
    """,
    """
    {size} or not, {it}?
    {it} {size}, [right|yes|no|eh]?
    {it} a {size} one?
    {size} one, {it} {in}?
    is {it} {size}?
    {it} {in}: {size} y/n?
    true that {it} {size}?
    a {size} one, {it}?
    {size}? {it} {in}?
    {it}, {size} thing?
    """,
)

SIZE_OF: Final = (
    """
    of what size is {it} {in}?
    how [huge|tiny|little|massive|wee] is {it} {in}?
    is {it} [a giant or a dwarf|a whopper or a tiddler|an elephant or a mouse|a whale or a shrimp] {in}?
    is {it} [massive or tiny|massive or wee|wee or big|teeny or huge|enormous or tiny|mini or maxi] {in}?
    would {it} [count|pass] as [big or small|large or small|small or large] {in}?
    which is it for {it} {in}, [big or small|large or small|small or large]?
    [big or small|large or small|small or large], what would you say {it} is {in}?
    I [need|have|want] to know the size of {it} {in}: [large or small|big or small|little or large]?
    what is {it} {in}: a [big|large] one or a [small|little|wee|tiny] one?
    can you [guess|judge|estimate|gauge|see] how [big|large] {it} is {in}?
    [size up|measure|gauge|estimate] {it} {in}: [big|large] or small?
    does {it} belong [with|to|among] the [big|large] ones or the [small|little] ones {in}?
    would I need a [big|large] box or a [small|little] box for {it} {in}?
    if I [copy|redraw|draw] {it} {in}, should I make it [large or small|big or small|small or big]?
    which kind of size [has|is] {it} {in}?
    {it} {in} has what size?
    how [big|large] [do you think|do you reckon|would you guess|do you suppose] {it} is {in}?
    how [big|large] does {it} [come across|appear|seem|look to you] {in}?
    on a scale from small to large, where is {it} {in}?
    which word [fits|describes|suits] {it} [best|better] {in}: small or large?
    I can't [tell|decide|make out] whether {it} is [big or small|large or small] {in}. what do you say?
    we [disagree|can't agree] about {it} {in}: is it [big or small|large or small]?
    is {it} of [large size or of small size|small size or of large size] {in}?
    does {it} look [big|large] to you or rather small {in}?
    I'm writing it down: {it} {in} is [big or small|large or small|what size]?
    [please|kindly] describe how [big|large] {it} is {in}.
    what did they go for with {it} {in}, [large or small|small or large|a big one or a small one]?
    it's about {it} {in}. [what size is it|is it big or small|how big is it]?
    what have we got here, is {it} [big or small|large or small|tiny or huge] {in}?
    {it} {in} - [is that a big one or a small one|big one or small one|would that be large or small]?
    does {it} [need|use up] [lots of|much] room {in}, or is it [small|little|tiny]?
    is {it} [a big fellow or a wee one|a biggie or a tiddler|a large thing or a small thing] {in}?
    tell me about {it} {in}, the size I mean.
    not the colour, not the place, just the size of {it} {in}.
    I know what colour {it} is {in}. what size?
    never mind where {it} sits {in}: is it [big or small|large or small|small or big]?
    S or L, what size would you print on {it} {in}?
    does {it} come in large or in small {in}?
    which size did {it} get {in}?
    what's {it} like in size {in}?
    what about its size, {it} {in}?
    how big a thing is it, {it} {in}?
    how big, would you say, {it} {in}?
    if {it} {in} were a pizza, would it be a small or a large?
    [large|big], small, what is {it} {in}?
    I'd like to know about {it} {in}: [is it big|is it large] or is it small?
    if I reached for {it} {in}, would it be a big one or a small one?
    they drew {it} {in}. how big?
    could you give me an idea how big {it} is {in}?
    look here, how big is {it} {in}?
    """,
    """
    of what size {it} is {in}
    how [huge|tiny|little|massive] {it} is {in}
    how [big|large] [you think|you reckon|you would say] {it} is {in}
    [if|whether] {it} is [massive or tiny|wee or big|huge or tiny|enormous or tiny] {in}
    [if|whether] {it} {in} counts as [large or small|big or small|small or big]
    which of the two {it} is {in}, large or small
    what size they [made|drew|gave] {it} {in}
    what {it} is like in size {in}
    which size {it} got {in}
    [if|whether] {it} is a big thing or a small thing {in}
    """,
    """
    {it}, [big or small|large or small|small or large]?
    size please, {it}?
    {it} what size?
    what size {it} {in}?
    how big {it}?
    {it} [tiny or huge|wee or big|massive or tiny]?
    {it} - how [big|large]?
    {it} dimensions, large or small?
    {it}, S or L?
    {it}: large? small?
    size for {it}?
    big, small, {it}?
    """,
)

# {most}, {more}, {space} and {top} are filled for the biggest and for the smallest, as in `asks_size`.
EXTREME: Final = (
    """
    can you [see|find|spot] the {most} <thing> {in}? which [one|] is it?
    there must be a {most} <thing> {in}. which [one|] is it?
    I need the {most} <thing> {in}. which [do I take|should I take|is it|one is that]?
    my [son|daughter|boss|teacher] wants the {most} <thing> {in}. which [one|] is [it|that]?
    if I [had to|could|may] [choose|pick|take] only the {most} <thing> {in}, which would [it|that] be?
    there is no <thing> {more} than this one {in}: which is it?
    put [them|the <things>] in order of size {in}: which is {top}?
    one of the <things> {in} must be the {most}. which [one|]?
    I can't [make out|tell|see|decide] which <thing> is the {most} {in}.
    help me find the {most} <thing> {in}: which is it?
    which [one|] [of them all|out of these|out of all of these|of this lot] is the {most} {in}?
    which <thing> is the {most} in size {in}?
    [where|as far as] size is concerned, which <thing> {in} is the {most}?
    do you know the {most} one {in}? which is it?
    <what> would you [pick|choose|vote for] as the {most} [one|<thing>] {in}?
    which <thing> {in} gets the title of {most}?
    the {most} {in}, [which|what] is it?
    if the <things> {in} were [animals|boxes|T-shirts], which would be the {most}?
    [measure|look over|check] all the <things> {in} and [tell me|say] which is the {most}.
    which <thing> {in} is {more} than all its [companions|fellows|friends]?
    hold on, which <thing> is the {most} {in}?
    I bet there's a {most} <thing> {in}. [which|what] is it?
    size ranking {in}: which <thing> is {top}?
    we [disagree|are arguing|can't agree] about the {most} <thing> {in}. which is it?
    who is the {most} {in}?
    which <thing> [do you reckon|do you think|would you guess] is the {most} {in}?
    which <thing> has got the {space} {in}?
    what is it that is the {most} {in}?
    the <things> {in}: is one of them the {most}, and which?
    who of them all is {nick}?
    never mind how many there are: which <thing> is the {most} {in}?
    not what there is most of, but which single <thing> is the {most} in size {in}?
    I want to colour in the {most} <thing> {in}. which is that?
    out of the lot {in}, which is the {most}?
    if I cut them all out {in}, which would be the {most} piece?
    who would win the prize for the {most} <thing> {in}?
    which would be {more} than all the others if you laid them side by side {in}?
    by size {in}, who comes out as the {most}?
    [wherever they sit|whatever their colour] {in}, which <thing> is the {most}?
    what here would you call the {most} <thing>?
    which did they make {more} than all the rest {in}?
    what's the {most} thing [I've got|we've got|to be found] {in}?
    some are {more} than others {in}: which is the {most}?
    which <thing> needs the {space} {in}?
    the {most} one sitting there {in}, which is it?
    look here, which is the {most} {in}?
    """,
    """
    which of the <things> {in} is the {most}
    <what> <thing> they drew the {most} {in}
    what is the {most} {in}
    which <thing> is the {most} in size {in}
    which <thing> {in} [turns out|happens] to be the {most}
    which one [comes out as|would count as] the {most} {in}
    which single <thing> is the {most} in size {in}
    which <thing> needs the {space} {in}
    which is the {most} of the lot {in}
    """,
    """
    which {most}?
    {most} in size {in}?
    and the {most}?
    the {most} <thing>, please?
    size: {most}?
    what's {most} {in}?
    {most} here?
    {more} than the rest, which?
    find {most}?
    {nick}, which is it?
    {most} of the lot?
    which has the {space}?
    the {most}, which?
    """,
)
