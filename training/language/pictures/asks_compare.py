"""How people ask which of two there are more of, which of two is bigger, and what lies beside a shape.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking
from anymal.training.language.pictures import asks_compare_more as more_asks

__all__ = ["BIGGER", "BIGGER_ONE", "FEWER", "MORE", "RELATION"]

_EITHER: Final = (
    """
    are there {more} {a} or [{more}|] {b} {in}?
    are there {more} {a} or [{more}|] {b} {in}?
    [is|are] there [{more}|a {larger} number] of {a} or [of|] {b} {in}?
    do you see {more} {a} or [{more}|] {b} {in}?
    can [you|we|I] [see|count|find|spot] {more} {a} or [{more}|] {b} {in}?
    what are there {more} of {in}, {a} or {b}?
    what do you [see|have|find|count] {more} of {in}, {a} or {b}?
    which are [{numerous}] {in}, [the|] {a} or [the|] {b}?
    which is there {more} of {in}, {a} or {b}?
    {a} or {b}[,|:] [which|what] are there {more} of {in}?
    {a} or {b} {in}[,|:] which are {more}?
    who [{wins}] by number {in}, {a} or {b}?
    compare the number of {a} and {b} {in}: which are {more}?
    compare {a} and {b} {in}: which are {more}?
    does {pic} [have|show|contain|hold] {more} {a} or [{more}|] {b}?
    of {a} and {b}, which are [{numerous}] {in}?
    between {a} and {b}, which are there {more} of {in}?
    which [group|kind|sort|team|set] is {larger} {in}, [the|] {a} or [the|] {b}?
    which of [these|the two|the two kinds] are [{numerous}] {in}: {a} or {b}?
    which [kind|sort] has {more} [of them|members|examples] {in}, {a} or {b}?
    is the number of {a} or the number of {b} {larger} {in}?
    which number is {larger} {in}, that of {a} or that of {b}?
    if {a} and {b} [held a vote|had a vote|were two teams] {in}, which side would have {more} members?
    count {a} and {b} {in}. which are {more}?
    count the {a}, then the {b} {in}. [what|which] are there {more} of?
    [would you say|do you think|do you reckon] there are {more} {a} or {more} {b} {in}?
    have [we|you|they] got {more} {a} or {more} {b} {in}?
    did they draw {more} {a} or {more} {b} {in}?
    {a} and {b} {in}: [which|what] have we got {more} of?
    {a} against {b} {in}[,|:] who [{wins}] in number?
    {a} versus {b} {in}[,|:] which are {more}?
    I can't decide what there are {more} of {in}, {a} or {b}?
    is it the {a} or the {b} that are [{numerous}] {in}?
    are the {a} or the {b} [{numerous}] {in}?
    [tell me|say|name] what there are {more} of {in}, {a} or {b}.
    """,
    """
    [whether|if] there are {more} {a} or [{more}|] {b} {in}
    [whether|if] you see {more} {a} or [{more}|] {b} {in}
    [what|which] there are {more} of {in}, {a} or {b}
    [what|which] you see {more} of {in}, {a} or {b}
    which are [{numerous}] {in}, {a} or {b}
    [whether|if] the {a} or the {b} are [{numerous}] {in}
    """,
    """
    {more} {a} or {b}?
    {more} {a} or {more} {b} {in}?
    {a} or {b}, which {more}?
    {a} vs {b}, {more} of which?
    {more} of which: {a} or {b}?
    {a} or {b}, which are [{numerous}]?
    """,
)


def _either(
    own: tuple[str, str, str], more: str, larger: str, numerous: str, wins: str
) -> tuple[str, str, str]:
    slots = {"{more}": more, "{larger}": larger, "{numerous}": numerous, "{wins}": wins}
    texts = ["".join(parts) for parts in zip(_EITHER, more_asks.EITHER, own, strict=True)]
    for slot, words in slots.items():
        texts = [text.replace(slot, words) for text in texts]
    return texts[0], texts[1], texts[2]


MORE: Final = asking(
    *_either(
        more_asks.ONLY_MORE,
        "more",
        "[larger|greater|bigger|higher]",
        "more|more numerous|greater in number|more common|more plentiful|in the majority|the majority"
        "|more abundant|more frequent|better represented|the larger group",
        "wins|leads|is ahead|comes out on top|takes the lead|comes first|has the upper hand",
    )
)
FEWER: Final = asking(
    *_either(
        more_asks.ONLY_FEWER,
        "[fewer|fewer|less]",
        "[smaller|lower]",
        "fewer|less numerous|smaller in number|rarer|scarcer|less common|in the minority|outnumbered"
        "|the minority|less plentiful|less frequent|more rare|the smaller group",
        "loses|is behind|comes last|falls short|trails|lags behind|comes off worse",
    )
)
# {more} is "bigger" or "smaller", {space} "more" or "less".
BIGGER: Final = asking(
    direct="""
    which is {more}, {a} or {b} {in}?
    which is {more}, {a} or {b} {in}?
    which [one|of them|of the two|of these] is {more} {in}, {a} or {b}?
    what is {more} {in}, {a} or {b}?
    what's {more} {in}, {a} or {b}?
    is {a} or {b} {more} {in}?
    is {a} {more} or {b} {in}?
    is {a} {more}, or is {b} {in}?
    {a} or {b}[,|:] which [one|] is {more} {in}?
    compare {a} and {b} {in}. which is {more}?
    compare the size of {a} and {b} {in}: which is {more}?
    of {a} and {b}, which is {more} {in}?
    between {a} and {b} {in}, which is {more}?
    [looking at|take|consider|considering] {a} and {b} {in}, which is {more}?
    which [takes up|fills|covers|needs|uses] {space} [space|room|area] {in}, {a} or {b}?
    [does|would] {a} or {b} take up {space} [space|room] {in}?
    which [one|] would you [call|say is] the {more} one {in}, {a} or {b}?
    which [one|] is [drawn|shown|made] {more} {in}, {a} or {b}?
    which did they [draw|make|paint] {more} {in}, {a} or {b}?
    which [one|] looks {more} {in}, {a} or {b}?
    who is {more} {in}, {a} or {b}?
    is the {more} one {a} or {b} {in}?
    is the {more} of the two {a} or {b} {in}?
    [pick|point out|choose|name] the {more} one {in}: {a} or {b}.
    I have {a} and {b} {in}. which is the {more} one?
    there is {a} and {b} {in}: which of them is {more}?
    {a} next to {b}: which is {more} {in}?
    put {a} and {b} side by side: which is {more} {in}?
    {a} versus {b} {in}[,|:] which is {more}?
    size-wise {in}, which is {more}, {a} or {b}?
    [going by|in terms of|in] size, which is {more} {in}, {a} or {b}?
    would you say {a} or {b} is {more} {in}?
    which of the two is {more} [in size|] {in}: {a} or {b}?
    is it {a} or {b} that is {more} {in}?
    """
    + more_asks.BIGGER[0],
    clauses="""
    which is {more}, {a} or {b} {in}
    which [one|of them] is {more} {in}, {a} or {b}
    [whether|if] {a} or {b} is {more} {in}
    which [looks|is drawn] {more} {in}, {a} or {b}
    which is the {more} one {in}, {a} or {b}
    which takes up {space} [space|room] {in}, {a} or {b}
    """
    + more_asks.BIGGER[1],
    terse="""
    {more}, {a} or {b}?
    {a} or {b}, {more} one?
    {a} or {b}, which is {more}?
    {a} vs {b}, which is {more}?
    {more} one: {a} or {b}?
    which is {more}, {a} or {b}?
    """
    + more_asks.BIGGER[2],
)
# Two of one shape: {noun} is "star", {a} "the left one", {b} "the right one".
BIGGER_ONE: Final = asking(
    direct="""
    which {noun} is {more}, {a} or {b} {in}?
    which {noun} is {more} {in}, {a} or {b}?
    which {noun} {in} is the {more} one, {a} or {b}?
    which of the {nouns} {in} is {more}, {a} or {b}?
    which of the two {nouns} is {more} {in}, {a} or {b}?
    of the two {nouns} {in}, is {a} or {b} {more}?
    [compare|look at|consider] the two {nouns} {in}: is {a} {more} or {b}?
    there are two {nouns} {in}. which is {more}, {a} or {b}?
    which {noun} looks {more} {in}, {a} or {b}?
    which {noun} [takes up|fills|covers] {space} [space|room] {in}, {a} or {b}?
    the two {nouns} {in}: which is {more}, {a} or {b}?
    is the {more} {noun} {a} or {b} {in}?
    """
    + more_asks.BIGGER_ONE[0],
    clauses="""
    which {noun} is {more} {in}, {a} or {b}
    which of the two {nouns} is {more} {in}, {a} or {b}
    [whether|if] the {more} {noun} is {a} or {b} {in}
    """
    + more_asks.BIGGER_ONE[1],
    terse="""
    {more} {noun}, {a} or {b}?
    which {noun} is {more}, {a} or {b}?
    {more} {noun} {in}: {a} or {b}?
    """
    + more_asks.BIGGER_ONE[2],
)
RELATION: Final = asking(
    direct="""
    what is {side} {it} {in}?
    what is {side} {it} {in}?
    what's {side} {it} {in}?
    what is there {side} {it} {in}?
    <what> <thing> is {side} {it} {in}?
    what do you [see|have|find|notice|spot] {side} {it} {in}?
    what can [you|I|we] [see|find|spot|make out] {side} {it} {in}?
    what [stands|lies|sits|appears|goes|comes|is placed|is located|is drawn] {side} {it} {in}?
    {in} what is {side} {it}?
    {side} {it} {in}[,|] what do you see?
    <what> <thing> did they [draw|put|place] {side} {it} {in}?
    [name|describe|identify|point out] the <thing> {side} {it} {in}.
    is there [something|anything] {side} {it} {in}, and what is it?
    is there [something|anything] {side} {it} {in}? what is it?
    if I look {side} {it} {in}, what do I [see|find|get]?
    when I look {side} {it} {in}, what is there?
    look {side} {it} {in}: what is there?
    look {side} {it} {in}[,|.] what do you [see|find]?
    [find|look for] {it} {in}. what is {side} it?
    start at {it} {in}: what is {side} it?
    <what> <thing> [do you see|can you see|do we have|have we got] {side} {it} {in}?
    <what> <thing> would I find {side} {it} {in}?
    <what> <thing> [has its place|is positioned|is located|can be found|is to be seen] {side} {it} {in}?
    what [did they|did somebody|did the artist] [draw|put|place] {side} {it} {in}?
    what has been [drawn|put|placed] {side} {it} {in}?
    what about {side} {it} {in}, what is there?
    what would you say is {side} {it} {in}?
    something is {side} {it} {in}. what [is it|would you call it|could it be]?
    there's {it} {in}, and what is {side} it?
    and {side} {it} {in}, what's there?
    the <thing> {side} {it} {in} is what?
    [what do you call|what would you call] the <thing> {side} {it} {in}?
    [tell me|say|read out] what is {side} {it} {in}.
    starting from {it}, what is {side} it {in}?
    seen from {it}, what is {side} it {in}?
    I see {it} {in}, but what is {side} it?
    """
    + more_asks.RELATION[0],
    clauses="""
    what is {side} {it} {in}
    what is {side} {it} {in}
    <what> <thing> is {side} {it} {in}
    what you [see|find] {side} {it} {in}
    what there is {side} {it} {in}
    what [stands|lies|sits|is drawn|is placed] {side} {it} {in}
    what [they|the artist] [drew|put] {side} {it} {in}
    """
    + more_asks.RELATION[1],
    terse="""
    {side} {it}?
    what {side} {it}?
    what's {side} {it}?
    {side} {it} {in}?
    thing {side} {it}?
    """
    + more_asks.RELATION[2],
)
