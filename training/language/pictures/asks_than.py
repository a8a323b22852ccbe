"""More words people ask in whether this is more or bigger than that: patterns `asks_more` joins to its own.

Knows wording only; refuses to know facts and answers. Each name holds direct patterns, clauses, terse ones.
"""

from typing import Final

__all__ = [
    "AS_MANY",
    "IS_BIGGER",
    "ONLY_FEWER",
    "ONLY_LEAST",
    "ONLY_MORE",
    "ONLY_MOST",
    "RANK",
    "SAME_SIZE",
    "THAN",
]

THAN: Final = (
    """
    is it {more} {a} than {b} {in}?
    is there {more} {a} than {b} {in}?
    are the {a} {more} than the {b} {in}?
    [aren't|ain't] there {more} {a} than {b} {in}?
    do we have {more} {a} {in} than we have {b}?
    would I [find|count|see|get] {more} {a} than {b} {in}?
    [someone|somebody|a pal] [said|claims] there are {more} {a} than {b} {in}. [is that so|is it true]?
    {more} {a} than {b} {in}, [right|yes|correct|no|is that so|innit|eh]?
    {more} {a} than {b} {in} - [true or false|yes or no|true|right or wrong]?
    it looks like there are {more} {a} than {b} {in}. [are there|is that right|agreed|yes]?
    count [them|both] {in}: are there {more} {a} than {b}?
    count the {a}, then the {b} {in}: are there {more} {a}?
    say yes if there are {more} {a} than {b} {in}.
    I [bet|guess|suppose|believe|say] there are {more} {a} than {b} {in}. [am I right|is it so|correct|yes]?
    [surely|so|I take it] there are {more} {a} than {b} {in}?
    when it comes to {a} and {b} {in}, are there {more} {a}?
    are {a} [{numerous}] than {b} {in}?
    {a} {in}: are they [{numerous}] than {b}?
    is there {more} of {a} than of {b} {in}?
    when you compare the {a} with the {b} {in}, are the {a} [{numerous}]?
    if {a} and {b} {in} were two teams, would the {a} have {more} players?
    could it be that there are {more} {a} than {b} {in}?
    is it [the case|a fact] that there are {more} {a} than {b} {in}?
    [if|when] you count, do you [get|reach] a {larger} number for {a} than for {b} {in}?
    do the {a} make a {larger} [group|number|total] than the {b} {in}?
    [number-wise|by count|in terms of numbers], are there {more} {a} than {b} {in}?
    I [need|have|want] to know: are there {more} {a} than {b} {in}?
    {a} compared with {b} {in}: are there {more} of them?
    we [disagree|can't agree]: are there {more} {a} than {b} {in}?
    """,
    """
    [whether|if] it is {more} {a} than {b} {in}
    [whether|if] there are {more} of the {a} than of the {b} {in}
    [whether|if] the {a} [{beat}] the {b} in number {in}
    [whether|if] we have {more} {a} than {b} {in}
    [whether|if] {a} are [{numerous}] than {b} {in}
    """,
    """
    {more} {a} than {b}, [right|true|correct|no]?
    are {a} {more} than {b}?
    {a} {more} than {b}?
    {a} vs {b}: {more} {a}?
    {a} [{numerous}] than {b}?
    {larger} number of {a} than of {b}?
    """,
)
ONLY_MORE: Final = (
    """
    are the {b} outnumbered by the {a} {in}?
    are the {a} [ahead of|in the lead over] the {b} in [number|numbers] {in}?
    do the {a} have the [edge|upper hand|majority] over the {b} in numbers {in}?
    are the {a} in the majority compared with the {b} {in}?
    is there a surplus of {a} over {b} {in}?
    are there too few {b} for all the {a} {in}?
    are there not enough {b} to go round all the {a} {in}?
    if each of the {a} wanted one of the {b} {in}, would some go without?
    if each of the {b} took one of the {a} {in}, would there be {a} left over?
    are the {a} thicker on the ground than the {b} {in}?
    are there a few {a} too many to pair them all with {b} {in}?
    """,
    """
    [whether|if] the {a} are in the majority over the {b} {in}
    [whether|if] there are too few {b} for all the {a} {in}
    """,
    """
    {a} outnumber {b}?
    {a} ahead of {b} in number?
    too few {b} for all the {a}?
    """,
)
ONLY_FEWER: Final = (
    """
    are the {a} outnumbered by the {b} {in}?
    are the {a} behind the {b} in [number|numbers] {in}?
    do the {b} outnumber the {a} {in}?
    are the {a} in the minority compared with the {b} {in}?
    are the {a} in shorter supply than the {b} {in}?
    are there too few {a} for all the {b} {in}?
    are there not enough {a} to go round all the {b} {in}?
    if each of the {b} wanted one of the {a} {in}, would some go without?
    if each of the {a} took one of the {b} {in}, would there be {b} left over?
    are the {a} thinner on the ground than the {b} {in}?
    is the number of {a} short of the number of {b} {in}?
    are the {a} a minority next to the {b} {in}?
    """,
    """
    [whether|if] the {a} are outnumbered by the {b} {in}
    [whether|if] there are too few {a} for all the {b} {in}
    """,
    """
    {a} outnumbered by {b}?
    {a} behind {b} in number?
    too few {a} for all the {b}?
    """,
)
AS_MANY: Final = (
    """
    is the number of {a} and of {b} the same {in}?
    do {a} and {b} [balance out|come out even|tie] in number {in}?
    are the {a} and the {b} [neck and neck|on a par|at a draw|all square] in number {in}?
    do {a} and {b} [occur|come|appear] in equal [numbers|amounts|quantities] {in}?
    is it the same [amount|quantity|count] of {a} and {b} {in}?
    is there an equal number of {a} and {b} {in}?
    are {a} and {b} equally [common|numerous|frequent] {in}?
    no more {a} than {b} {in} and no fewer, is that right?
    [do I|will I|would I] [get|find|count] the same number for {a} and for {b} {in}?
    count the {a}, count the {b} {in}: same [number|result|count|total]?
    I [think|bet|believe] there are equal numbers of {a} and {b} {in}. [right|am I right|is that so|true]?
    if every one of the {a} took one of the {b} {in}, would it come out even?
    [true or false|yes or no]: there are exactly as many {a} as {b} {in}?
    is the count of {a} the same as the count of {b} {in}?
    have we got {a} and {b} in the same number {in}?
    """,
    """
    [whether|if] there is an equal number of {a} and {b} {in}
    [whether|if] there are equal numbers of {a} and {b} {in}
    [whether|if] you [see|count|find] the same number of {a} and {b} {in}
    """,
    """
    equal number of {a} and {b}?
    {a} and {b}: same number?
    {a} and {b}, same [count|amount]?
    {a} and {b}, a tie in number?
    number of {a} = number of {b}?
    exactly as many {a} {in} as {b}?
    """,
)
IS_BIGGER: Final = (
    """
    [isn't|ain't] {a} {more} than {b} {in}?
    is {a} {in} {more} than {b}?
    is {a} [clearly|visibly|actually|really|indeed|any] {more} than {b} {in}?
    is the size of {a} {more} than that of {b} {in}?
    is {a} {more} in size than {b} {in}?
    does {a} have a {more} size than {b} {in}?
    would {a} need {space} [room|space] than {b} {in}?
    [could|can|may] one call {a} {more} than {b} {in}?
    [I'd say|I bet|I believe|I guess|it seems] {a} is {more} than {b} {in}. [agree|right|is it|true|yes]?
    [someone|somebody|they] told me {a} is {more} than {b} {in}. [is that so|is it true|correct]?
    when I look at {a} and {b} {in}, is the first one {more}?
    side by side, is {a} {more} than {b} {in}?
    {a} against {b} {in}: is {a} {more}?
    we have {a} and {b} {in}. is {a} {more}?
    say yes if {a} is {more} than {b} {in}.
    {a} is {more} than {b} {in}, [no|innit|eh|huh|is that so|agreed]?
    {a}, is it {more} than {b} {in}?
    is it {a} that is {more}, compared with {b} {in}?
    to copy {pic}, should I draw {a} {more} than {b}?
    was {a} [made|drawn|painted] {more} than {b} {in}?
    [surely|so|I take it] {a} is {more} than {b} {in}?
    could it be that {a} is {more} than {b} {in}?
    I can't tell if {a} is {more} than {b} {in}. is it?
    [size-wise|in terms of size|as to size], is {a} {more} than {b} {in}?
    [if|when] I measure both {in}, is {a} {more} than {b}?
    """,
    """
    [whether|if] {a} is {more} in size than {b} {in}
    [whether|if] {a} has a {more} size than {b} {in}
    [whether|if] {a} is {more} than {b} or not {in}
    [whether|if] {a} was made {more} than {b} {in}
    """,
    """
    {more} than {b}, {a}?
    {a} vs {b}: {a} {more}?
    {a} {more} than {b}, [right|true|no|correct]?
    is {a} {more} than {b}?
    {a} the {more} one, not {b}?
    {a} {more} than {b} or not?
    """,
)
SAME_SIZE: Final = (
    """
    are {a} and {b} [as big as each other|one size|alike in size|identical in size|matching in size] {in}?
    is {a} [just as big as|exactly as big as|exactly as large as|neither bigger nor smaller than] {b} {in}?
    compare {a} and {b} {in}: are they the same size?
    are {a} and {b} drawn [at the same scale|in the same size|equally big] {in}?
    do {a} and {b} look the same size {in}?
    [I think|I'd say|I bet] {a} and {b} are the same size {in}. [right|is that so|true|am I right]?
    [size-wise|in size], are {a} and {b} [the same|equal|alike] {in}?
    [true or false|yes or no]: {a} and {b} are the same size {in}?
    are both of the same size {in}, {a} and {b}?
    were {a} and {b} [made|drawn|painted] the same size {in}?
    have {a} and {b} got the same size {in}?
    my [friend|sister|teacher] says {a} and {b} are the same size {in}. [is that so|true or not]?
    is it one size for {a} and {b} {in}?
    [say yes if|check whether] {a} and {b} are the same size {in}.
    """,
    """
    [whether|if] {a} is exactly as big as {b} {in}
    [whether|if] {a} and {b} match in size {in}
    [whether|if] {a} and {b} were drawn the same size {in}
    """,
    """
    equal size, {a} and {b}?
    {a} exactly as big as {b}?
    {a} and {b} same size?
    size of {a} and {b} the same?
    """,
)
# Slots as in `asks_more`.
RANK: Final = (
    """
    if you had to [name|pick|choose] the [{common}] {kind} {in}, what would it be?
    looking at all the <things> {in}, which {kind} is [the|] [{common}]?
    by number of <things> {in}, which {kind} is [{place}]?
    <what> {kind} can I [find|see|count] [{most}] {in}?
    in a bar chart of the <things> by {kind} {in}, which bar would be the [{big}]?
    the {kind} that [is used|comes up|appears] [{often}] {in}, [what|which] is it?
    I'm [after|looking for] the [{common}] {kind} {in}. [what|which] is it?
    group the <things> {in} by {kind}. which group has the [{big}] number?
    my [teacher|boss|son|daughter] asks for the [{common}] {kind} {in}. [what|which] is it?
    among the {kind}s {in}, which is [the|] [{common}]?
    if each {kind} were a [team|club], which would have the [{big}] number of members {in}?
    when you count them up {in}, which {kind} [{wins}]?
    which {kind} [pops up|occurs|is found|is seen|is present|crops up] [{often}] {in}?
    there are different {kind}s {in}: which [one|] is [the|] [{common}]?
    [say|work out|figure out] which {kind} is [the|] [{common}] {in}.
    rank the {kind}s {in} by number: which is [{place}]?
    <what> {kind} [do you reckon|do you think|would you guess] is [the|] [{common}] {in}?
    I can't tell which {kind} is [the|] [{common}] {in}.
    is there a [{common}] {kind} {in}, and which is it?
    """,
    """
    which {kind} [{wins}] by number {in}
    which of the {kind}s {in} is [the|] [{common}]
    which {kind} has the [{big}] number of <things> {in}
    which {kind} [occurs|is found|turns up] [{often}] {in}
    """,
    """
    which {kind} [{often}]?
    by number, which {kind} [{wins}]?
    {kind}: [{common}]?
    which {kind} is [{common}]?
    [{common}] {kind} here?
    {kind} with the [{big}] number {in}?
    """,
)
ONLY_MOST: Final = """
    <what> {kind} outnumbers [all the others|the others|the rest] {in}?
    <what> {kind} are the majority of the <things> {in}?
    are the <things> {in} mostly of one {kind}, and which?
    mainly, <what> {kind} do the <things> have {in}?
    <what> {kind} is there a majority of {in}?
    mainly <what> {kind} are [they|the <things>] {in}?
    mostly <what> {kind}, [the <things>|all these <things>] {in}?
    <what> {kind} [keeps turning up|keeps coming up|comes up over and over] {in}?
    for the most part, <what> {kind} are the <things> {in}?
    the bulk of the <things> {in} [is|are] <what> {kind}?
    <what> {kind} [makes up|is] the majority {in}?
    """
ONLY_LEAST: Final = """
    <what> {kind} is [shared|used] by the fewest <things> {in}?
    <what> {kind} is outnumbered by [all the others|the others|the rest] {in}?
    <what> {kind} is there the [smallest|lowest] number of {in}?
    <what> {kind} is in shortest supply {in}?
    <what> {kind} is the most poorly represented {in}?
    <what> {kind} is the [rare one|minority|rarity] {in}?
    <what> {kind} is there hardly any of {in}?
    <what> {kind} do hardly any of the <things> have {in}?
    <what> {kind} is thinnest on the ground {in}?
    <what> {kind} comes up just now and then {in}?
    """
