"""Still more words people ask in whether this is more or bigger than that: patterns for `asks_more`.

Knows wording only; refuses to know facts and answers. Each name holds direct patterns, clauses, terse ones.
"""

from typing import Final

__all__ = ["AS_MANY", "IS_BIGGER", "RANK", "SAME_SIZE", "THAN"]

# Slots as in `asks_more`.
THAN: Final = (
    """
    are there {more} {a} {in} than there are {b}?
    I spy {more} {a} than {b} {in}, [don't I|right|yes|do you too]?
    if you count [up|them up] {in}, are there {more} {a} than {b}?
    is the [tally|total|score] of {a} {larger} than the [tally|total|score] of {b} {in}?
    does the [heap|pile|bunch|lot] of {a} have {more} in it than that of {b} {in}?
    [not by size but by number|by number, not by size], are there {more} {a} than {b} {in}?
    it doesn't matter how big they are: are there {more} {a} than {b} {in}?
    the number of {a} {in}: is it {larger} than the number of {b}?
    is there {more} {a} around {in} than {b}?
    {a} in this box, {b} in that {in}: does the first box hold {more}?
    have I [got|drawn] {more} {a} than {b} {in}?
    did [somebody|someone] draw {more} {a} {in} than {b}?
    are there {more} {a} than {b} sitting {in}?
    [wherever they sit|never mind where they are] {in}, are there {more} {a} than {b}?
    would I need {more} stickers for the {a} than for the {b} {in}?
    I'd say {more} {a} than {b} {in}. [would you|you too|agreed|right]?
    {more} in number, the {a} {in}, [than|compared with] the {b}?
    one tally for the {a}, one for the {b} {in}: is the first {larger}?
    take the {a} and the {b} {in}: have you got {more} of the {a}?
    {more} {a} {in} than {b}, is that what you [see|get|count]?
    there's {more} {a} than {b} {in}, [isn't there|right|or not|is there]?
    are we [looking at|seeing] {more} {a} than {b} {in}?
    """,
    """
    [whether|if] I [have|can see|would count] {more} {a} than {b} {in}
    [whether|if] the pile of {a} has {more} in it than that of {b} {in}
    [whether|if] there's {more} {a} than {b} {in}
    [whether|if] by number there are {more} {a} than {b} {in}
    """,
    """
    {more} {a}? than {b}?
    {a}, {more} than {b}?
    {more} {a} than {b}, eh?
    tally of {a} {larger} than of {b}?
    {a} {more} in number than {b}?
    """,
)
AS_MANY: Final = (
    """
    is it [even|evens|even stevens|fifty-fifty|level pegging] between {a} and {b} in number {in}?
    is there one of the {b} for every one of the {a} {in}, no more, no less?
    do {a} and {b} come to the same [number|total|tally|figure] {in}?
    if the {a} played the {b} {in}, would both teams have the same number of players?
    not the size, the number: is it the same for {a} and {b} {in}?
    have I got as many {a} as {b} {in}, exactly?
    is it the same number {in}, {a} and {b}?
    {a} and {b} {in}, is that the same number of each?
    are there {a} and {b} {in} in the same number?
    does the count come out the same for {a} and {b} {in}?
    do I see just as many {a} {in} as I see {b}?
    would the {a} and the {b} {in} pair off with nobody left over?
    are the {a} and the {b} {in} as many as each other?
    same number of {a} as of {b} {in}, [right|is it|am I right|yes or no]?
    we want as many {a} as {b} {in}, no more and no fewer. is it so?
    did they draw the same number of {a} and {b} {in}?
    """,
    """
    [whether|if] {a} and {b} come to the same number {in}
    [whether|if] it is even between {a} and {b} in number {in}
    [whether|if] they drew the same number of {a} and {b} {in}
    """,
    """
    even, {a} and {b}, in number?
    same number, {a} and {b}?
    {a} and {b}: equally many?
    as many {a} as {b}, exactly?
    same number of each, {a} and {b}?
    {a} and {b}, is it even?
    """,
)
IS_BIGGER: Final = (
    """
    put {a} beside {b} {in}: is {a} the {more} one?
    is {a} the {more} of the pair {in}, next to {b}?
    not how many, but how big: is {a} {more} than {b} {in}?
    would {a} need {space} [paint|ink|paper] than {b} {in}?
    if I cut out {a} and {b} {in}, would the first be {more}?
    did {a} come out {more} than {b} {in}?
    I wanted {a} {more} than {b} {in}. is it?
    [wherever they sit|never mind where they are|never mind the colour], is {a} {more} than {b} {in}?
    {a} sits {in} and so does {b}. is the first {more}?
    {more}, is that what {a} is {in}, compared with {b}?
    is {a} {more} when you hold it against {b} {in}?
    has {a} got the {more} size {in}, not {b}?
    would you call {a} the {more} one {in}, and not {b}?
    to me {a} looks {more} than {b} {in}. [does it to you|is it|right|agreed]?
    does {a} come across as {more} than {b} {in}?
    """,
    """
    [whether|if] {a} is the {more} of the pair {in}, next to {b}
    [whether|if] {a} came out {more} than {b} {in}
    [whether|if] {a} needs {space} room than {b} {in}
    """,
    """
    {a}? {more} than {b}?
    {a} {more}, {b} not?
    {more}, {a} than {b}?
    {a} the {more} of the pair, not {b}?
    {a} {more} next to {b}?
    """,
)
SAME_SIZE: Final = (
    """
    is {a} as big as {b} {in}, no more and no less?
    are {a} and {b} two of a size {in}?
    do {a} and {b} measure the same {in}?
    did {a} and {b} come out the same size {in}?
    in size, is {a} the same as {b} {in}?
    is there just one size for both {in}, {a} and {b}?
    not the shape, not the colour, the size: is it the same for {a} and {b} {in}?
    {a} {in}, is it the same size as {b}?
    does {a} have the size of {b} {in}?
    are they twins in size {in}, {a} and {b}?
    never mind where they sit: are {a} and {b} the same size {in}?
    would {a} and {b} take the same size of box {in}?
    {a} and {b} {in}, one as big as the other, [right|is that so|yes|true]?
    """,
    """
    [whether|if] {a} and {b} came out the same size {in}
    [whether|if] one is as big as the other {in}, {a} and {b}
    [whether|if] {a} and {b} measure the same {in}
    """,
    """
    {a}, {b}: one size?
    {a} and {b} equally big?
    same size {in}, {a} and {b}?
    {a} as big as {b}, exactly?
    """,
)
RANK: Final = (
    """
    sort them by {kind} {in}: which heap is [{big}]?
    sort them by {kind} {in}, which [heap|pile|stack] is the [{big}] [one|]?
    [pile|stack|heap] them up by {kind} {in}: which [heap|pile|stack] is the [{big}]?
    put {kind} to {kind} {in}: which lot has the [{big}] number?
    if I put [the same|each] {kind} in a box of its own {in}, which box would have the [{big}] number in it?
    count up the {kind}s {in}: which [{wins}]?
    [tally|tot up|add up] the {kind}s {in}. which is [the|] [{common}]?
    I don't mean size, I mean number: which {kind} is [the|] [{common}] {in}?
    not by size but by number: which {kind} is [{place}] {in}?
    if {kind}s were parties {in}, which would get the [{big}] vote?
    {kind}-wise, what is there [{most}] of {in}?
    when it comes to {kind}, what do [I|you|we] see [{most}] of {in}?
    as [for|to] {kind}, what's [the|] [{common}] {in}?
    go by {kind} {in}: what is there [{most}] of?
    <what> {kind} do [I|you|we] [see|have|find|get] [{most}] of {in}?
    what's the {kind} there is [{most}] of {in}?
    which {kind} of sticker would I use [{often}] to copy {pic}?
    a question of {kind}: which is [the|] [{common}] {in}?
    which {kind} has the [{big}] [tally|total|following|family] {in}?
    wherever they sit {in}, <what> {kind} is [the|] [{common}]?
    what is the [{common}] of the {kind}s {in}?
    what {kind} are there [{most}] of {in}?
    {kind}s {in}: of which do you count [{most}]?
    one {kind} [{wins}] by number {in}. which [is it|one is that]?
    which {kind} would I [meet|come across] [{often}] {in}?
    """,
    """
    <what> {kind} [I|we] have [{most}] of {in}
    which heap is the [{big}] when you sort them by {kind} {in}
    which {kind} has the [{big}] tally {in}
    what there is [{most}] of {in}, going by {kind}
    """,
    """
    {kind}, [{most}] of?
    which {kind} [{most}] of?
    sorted by {kind}, [{big}] heap?
    {kind}: which [{wins}] in number?
    [{most}] of which {kind}?
    """,
)
