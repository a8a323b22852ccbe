"""How people ask whether there are more of this than of that, whether it is bigger, and what is commonest.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking
from anymal.training.language.pictures import asks_than as than_asks
from anymal.training.language.pictures import asks_than_more as more_asks

__all__ = ["AS_MANY", "IS_BIGGER", "IS_FEWER", "IS_MORE", "LEAST", "MOST", "SAME_SIZE"]

_THAN: Final = (
    """
    are there {more} {a} than {b} {in}?
    are there {more} {a} than {b} {in}?
    are there {more} {a} {in} than {b}?
    do you [see|count|find|spot|notice|get] {more} {a} than {b} {in}?
    can [you|we|I] [see|count|find|spot] {more} {a} than {b} {in}?
    does {pic} [have|show|contain|hold|feature|include] {more} {a} than {b}?
    is it [true|right|correct|so] that there are {more} {a} than {b} {in}?
    are the {a} [{numerous}] than the {b} {in}?
    is the number of {a} {larger} than [the number|that] of {b} {in}?
    {in} are there {more} {a} than {b}?
    do the {a} [{beat}] the {b} [in number|by number|in numbers] {in}?
    would you say there are {more} {a} than {b} {in}?
    do you [think|reckon|believe] there are {more} {a} than {b} {in}?
    have [we|you|they] got {more} {a} than {b} {in}?
    did they [draw|put|use] {more} {a} than {b} {in}?
    there are {more} {a} than {b} {in}, [right|aren't there|correct|yes|true or not]?
    I [think|see|count] {more} {a} than {b} {in}. [am I right|is that right|do you agree|true]?
    compared with the {b}, are there {more} {a} {in}?
    compare {a} and {b} {in}: are there {more} {a}?
    are there {more} of the {a} than of the {b} {in}?
    is the group of {a} {larger} than the group of {b} {in}?
    is the count of {a} {larger} than the count of {b} {in}?
    [if I count, will|when I count, do] I get {more} {a} than {b} {in}?
    {a} and {b} {in}: are there {more} of the former?
    {a} {in}: are there {more} of them than {b}?
    next to the {b}, are the {a} {more} in number {in}?
    can you confirm that there are {more} {a} than {b} {in}?
    true or false: there are {more} {a} than {b} {in}?
    would I be right in saying there are {more} {a} than {b} {in}?
    my [friend|son|daughter|teacher] says there are {more} {a} than {b} {in}. [is that so|true or not]?
    [check|look|see|count] [if|whether] there are {more} {a} than {b} {in}.
    """,
    """
    [whether|if] there are {more} {a} than {b} {in}
    [whether|if] there are {more} {a} than {b} {in}
    [whether|if] you [see|count|find] {more} {a} than {b} {in}
    [whether|if] the {a} are [{numerous}] than the {b} {in}
    [whether|if] the number of {a} is {larger} than that of {b} {in}
    [whether|if] {pic} [has|shows|contains] {more} {a} than {b}
    """,
    """
    {more} {a} than {b}?
    {more} {a} than {b} {in}?
    {a}: {more} than {b}?
    {more} {a} than {b}, yes or no?
    """,
)


def _than(
    own: tuple[str, str, str], more: str, larger: str, numerous: str, beat: str
) -> tuple[str, str, str]:
    slots = {"{more}": more, "{larger}": larger, "{numerous}": numerous, "{beat}": beat}
    texts = ["".join(parts) for parts in zip(_THAN, than_asks.THAN, more_asks.THAN, own, strict=True)]
    for slot, words in slots.items():
        texts = [text.replace(slot, words) for text in texts]
    return texts[0], texts[1], texts[2]


IS_MORE: Final = asking(
    *_than(
        than_asks.ONLY_MORE,
        "more",
        "[larger|greater|higher|bigger]",
        "more numerous|more common|more plentiful|more frequent|more abundant|better represented",
        "outnumber|beat|exceed|outdo|surpass|top|outstrip|win against",
    )
)
IS_FEWER: Final = asking(
    *_than(
        than_asks.ONLY_FEWER,
        "[fewer|fewer|less]",
        "[smaller|lower]",
        "less numerous|less common|rarer|scarcer|less frequent|less plentiful|more rare",
        "lose to|fall short of|trail|fall behind|lose against|lag behind|come behind",
    )
)
AS_MANY: Final = asking(
    direct="""
    are there [just|exactly|precisely] as many {a} as {b} {in}?
    are there exactly as many {a} as {b} {in}?
    is there the same number of {a} and [of|] {b} {in}?
    do you [see|count|find|get] the same number of {a} and {b} {in}?
    are [the|] {a} and [the|] {b} equal in number {in}?
    are there equally many {a} and {b} {in}?
    are there equal numbers of {a} and {b} {in}?
    is the number of {a} [equal to|the same as|identical to] the number of {b} {in}?
    does {pic} [have|show|contain] [exactly as many|just as many] {a} as {b}?
    does the number of {a} [match|equal] the number of {b} {in}?
    is it a [tie|draw] between {a} and {b} in number {in}?
    are {a} and {b} [level|tied|evenly matched] in number {in}?
    could [each|every one] of the {a} be paired with one of the {b} {in}, with none left over?
    count {a} and {b} {in}. is it the same number?
    is it [true|right|correct] that there are exactly as many {a} as {b} {in}?
    there are just as many {a} as {b} {in}, [right|aren't there|correct|yes]?
    """
    + than_asks.AS_MANY[0]
    + more_asks.AS_MANY[0],
    clauses="""
    [whether|if] there are [just|exactly] as many {a} as {b} {in}
    [whether|if] the number of {a} [equals|is the same as] the number of {b} {in}
    [whether|if] {a} and {b} are equal in number {in}
    """
    + than_asks.AS_MANY[1]
    + more_asks.AS_MANY[1],
    terse="""
    [just|exactly] as many {a} as {b}?
    same number of {a} and {b}?
    equally many {a} and {b} {in}?
    """
    + than_asks.AS_MANY[2]
    + more_asks.AS_MANY[2],
)
# {more} is "bigger" or "smaller", {space} "more" or "less".
IS_BIGGER: Final = asking(
    direct="""
    is {a} {more} than {b} {in}?
    is {a} {more} than {b} {in}?
    {in} is {a} {more} than {b}?
    is {a} [drawn|shown|painted|made] {more} than {b} {in}?
    does {a} [look|seem|appear] {more} than {b} {in}?
    would you [say|call] {a} {more} than {b} {in}?
    would you say {a} is {more} than {b} {in}?
    is it [true|right|correct|so] that {a} is {more} than {b} {in}?
    compared [with|to] {b}, is {a} {more} {in}?
    next to {b}, is {a} {more} {in}?
    does {a} [take up|fill|cover|need|use] {space} [space|room|area] than {b} {in}?
    is {a} the {more} one [of the two|] {in}, compared with {b}?
    of {a} and {b}, is the first {more} {in}?
    {a} is {more} than {b} {in}, [right|isn't it|correct|yes|true or not]?
    I think {a} is {more} than {b} {in}. [am I right|is that right|do you agree|true]?
    did they [draw|make|paint] {a} {more} than {b} {in}?
    do you [think|reckon|find] {a} is {more} than {b} {in}?
    in size, is {a} {more} than {b} {in}?
    can you confirm that {a} is {more} than {b} {in}?
    true or false: {a} is {more} than {b} {in}?
    would I be right in saying that {a} is {more} than {b} {in}?
    compare {a} with {b} {in}: is it {more}?
    take {a} {in}: is it {more} than {b}?
    does {a} beat {b} at being {more} {in}?
    [check|look|see] [if|whether] {a} is {more} than {b} {in}.
    my [friend|son|daughter|teacher] says {a} is {more} than {b} {in}. [is that so|true or not]?
    """
    + than_asks.IS_BIGGER[0]
    + more_asks.IS_BIGGER[0],
    clauses="""
    [whether|if] {a} is {more} than {b} {in}
    [whether|if] {a} [looks|seems|is drawn] {more} than {b} {in}
    [whether|if] {a} takes up {space} [space|room] than {b} {in}
    [whether|if] {a} is {more} {in} than {b}
    """
    + than_asks.IS_BIGGER[1]
    + more_asks.IS_BIGGER[1],
    terse="""
    {a} {more} than {b}?
    {a}: {more} than {b}?
    {a} {more} than {b}, yes or no?
    {a} {in}, {more} than {b}?
    """
    + than_asks.IS_BIGGER[2]
    + more_asks.IS_BIGGER[2],
)
SAME_SIZE: Final = asking(
    direct="""
    are {a} and {b} [the same size|of the same size|equally big|equally large|equal in size] {in}?
    are {a} and {b} the same size {in}?
    do {a} and {b} have the same size {in}?
    is {a} [the same size as|equal in size to|of the same size as] {b} {in}?
    is the size of {a} the same as the size of {b} {in}?
    do {a} and {b} [match|agree] in size {in}?
    did they draw {a} and {b} the same size {in}?
    would you say {a} and {b} are [the same size|equal in size] {in}?
    {a} and {b} {in}: [same size|equal in size|the same size]?
    {a} and {b} are the same size {in}, [right|aren't they|correct|yes]?
    is it [true|right|correct] that {a} and {b} are the same size {in}?
    do {a} and {b} take up the same [space|room] {in}?
    """
    + than_asks.SAME_SIZE[0]
    + more_asks.SAME_SIZE[0],
    clauses="""
    [whether|if] {a} and {b} are [the same size|equal in size] {in}
    [whether|if] {a} is the same size as {b} {in}
    [whether|if] {a} and {b} have the same size {in}
    """
    + than_asks.SAME_SIZE[1]
    + more_asks.SAME_SIZE[1],
    terse="""
    {a} and {b}, same size?
    same size, {a} and {b}?
    {a} the same size as {b}?
    """
    + than_asks.SAME_SIZE[2]
    + more_asks.SAME_SIZE[2],
)
_RANK: Final = (
    """
    <what> {kind} do you [see|find|count|meet|come across] [{most}] {in}?
    <what> {kind} is there [{most}] of {in}?
    <what> {kind} [is|appears|shows up|comes up|turns up|is used|was used|is drawn] [{often}] {in}?
    <what> is the [{common}] {kind} {in}?
    <what> {kind} is [the|] [{common}] {in}?
    {few}
    [name|give me|tell me|find|identify|report] the [{common}] {kind} {in}.
    {in} <what> {kind} do you see [{most}]?
    <what> {kind} [{wins}] by number {in}?
    of all the {kind}s {in}, which is [the|] [{common}]?
    of the {kind}s {in}, which is there [{most}] of?
    counting the <things> {in}, <what> {kind} [{wins}]?
    count by {kind}: which {kind} comes up [{often}] {in}?
    sort the <things> {in} by {kind}: which [pile|group|heap] is the [{big}]?
    if I sorted the <things> {in} by {kind}, which {kind} would have the [{big}] [pile|group|heap]?
    which {kind} has the [{big}] [number|count|share] of <things> {in}?
    <what> {kind} did [they|the artist|somebody] [use|draw|pick] [{often}] {in}?
    <what> {kind} would you say is [the|] [{common}] {in}?
    <what> {kind} [is|comes] [{place}] when you count [them|the <things>] {in}?
    the [{common}] {kind} {in} is [what|which]?
    """,
    """
    <what> {kind} there is [{most}] of {in}
    <what> {kind} you see [{most}] {in}
    <what> {kind} is [the|] [{common}] {in}
    <what> {kind} [comes up|appears|is used] [{often}] {in}
    the [{common}] {kind} {in}
    """,
    """
    [{common}] {kind}?
    the [{common}] {kind} {in}?
    {kind} [{most}] used?
    [{common}] {kind}, please?
    """,
)


def _rank(few: str, **slots: str) -> tuple[str, str, str]:
    texts = ["".join(parts) for parts in zip(_RANK, than_asks.RANK, more_asks.RANK, strict=True)]
    for slot, words in {"few": few, **slots}.items():
        texts = [text.replace(f"{{{slot}}}", words) for text in texts]
    return texts[0], texts[1], texts[2]


MOST: Final = asking(
    *_rank(
        "<what> {kind} are most <things> {in}?\n<what> {kind} do most of the <things> have {in}?"
        "\n<what> {kind} [dominates|prevails|predominates|is in the majority] among the <things> {in}?"
        "\n<what> is the [main|predominant|prevailing|favourite] {kind} of the <things> {in}?"
        + than_asks.ONLY_MOST,
        most="most|the most",
        often="most often|the most|most|most frequently",
        common="most common|most frequent|commonest|most numerous|most popular|most usual|most widespread",
        wins="wins|leads|is ahead|comes out on top|takes first place",
        big="biggest|largest|greatest|highest",
        place="first|out on top|in first place",
    )
)
LEAST: Final = asking(
    *_rank(
        "<what> {kind} do the fewest <things> have {in}?\n<what> {kind} is in the minority {in}?"
        + than_asks.ONLY_LEAST,
        most="least|the least",
        often="least often|the least|least|least frequently|most rarely",
        common="least common|least frequent|rarest|scarcest|least numerous|most uncommon|least usual",
        wins="loses|is behind|trails|comes last|comes off worst",
        big="smallest|lowest|tiniest",
        place="last|in last place",
    )
)
