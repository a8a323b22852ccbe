"""How people ask whether there are that many shapes.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["IS_COUNT"]

IS_COUNT: Final = asking(
    direct="""
    are there {n} {them} {in}?
    are there {n} {them} {in}?
    are there [exactly|just|precisely|really] {n} {them} {in}?
    do you [see|count|spot|find|get] {n} {them} {in}?
    can [you|we|I] [see|count|find|make out] {n} {them} {in}?
    is the number of {them} {in} {n}?
    does {pic} [have|show|contain|hold|feature|include] {n} {them}?
    {in} are there {n} {them}?
    is it [true|right|correct|a fact] that there are {n} {them} {in}?
    there are {n} {them} {in}, [right|correct|aren't there|true or not|yes|agreed]?
    I count {n} {them} {in}. [is that right|am I right|is that true|correct|do you agree]?
    [check|look|verify|see] [if|whether] there are {n} {them} {in}.
    I make it {n} {them} {in}, [do you agree|how about you|right|yes|what about you|you too]?
    so [that's|that makes|we have|you see|we've got] {n} {them} {in}, [yes|right|correct|is that so]?
    would I be [right|correct] [in saying|in thinking|to say] there are {n} {them} {in}?
    did I count [right|correctly|properly]: {n} {them} {in}?
    my [friend|brother|sister|teacher|kid|mate] [says|claims|thinks] there are {n} {them} {in}. [is it|true]?
    does {pic} really [have|show|contain] {n} {them}?
    {n} {them} {in}, [am I right|is that correct|would you agree|true or false|right or wrong]?
    do {n} {them} [appear|show up|feature|turn up] {in}?
    is {n} the [right|correct|exact] [number|count|total] [of|for] {them} {in}?
    did they [draw|put|paint|place] {n} {them} {in}?
    have [we|you|they] got {n} {them} {in}?
    if I said there were {n} {them} {in}, would [I be right|that be right|that be true|you agree]?
    can you confirm that there are {n} {them} {in}?
    true or false: there are {n} {them} {in}?
    do the {them} {in} [number|add up to|total] {n}?
    are the {them} {in} {n} in number?
    would you say there are {n} {them} {in}?
    I bet there are {n} {them} {in}. [did I win|am I right|right]?
    it looks like {n} {them} {in} to me. [do you agree|am I right|correct]?
    aren't there {n} {them} {in}?
    is it {n} {them} [that you see|that we see|you see|] {in}?
    should I be seeing {n} {them} {in}?
    are {n} {them} [visible|drawn|shown|present|there|to be seen] {in}?
    [I'm told|I heard|I read|they say] there are {n} {them} {in}. is [that|this] [true|right|correct]?
    is there {n} {them} {in}?
    are there {n} {them} {in} [in all|altogether|in total|all told]?
    does the number of {them} {in} [come to|equal|amount to|work out at] {n}?
    did you [count|get|find|see] {n} {them} {in}?
    do you also [count|get|see|find] {n} {them} {in}?
    do you [agree|think|reckon|believe] that there are {n} {them} {in}?
    I [wrote down|noted|put|said|guessed] {n} for the number of {them} {in}. [is that right|was I right]?
    the [caption|label|note|answer sheet] says {n} {them} {in}. [is that right|does it match|is it correct]?
    [can|may|should] I [write|say|report|note] that there are {n} {them} {in}?
    it's {n} {them} {in}, [isn't it|ain't it|innit|right|eh|aye]?
    {n} {them} is what [I see|I count|you see|we have] {in}, [right|correct|yes]?
    {them} {in}: are there {n} of [them|those]?
    the {them} {in}, are there {n} of them?
    suppose somebody says there are {n} {them} {in}. [would that be true|are they right|would you agree]?
    [you|we] [got|see|have] {n} {them} {in}, [yeah|yes|right|correct]?
    has {pic} [got|] {n} {them}?
    is it a [picture|image|drawing] with {n} {them}?
    would {n} be the [right|correct] answer if I asked how many {them} there are {in}?
    can it be that there are {n} {them} {in}?
    [I want to be sure|just making sure|double-checking]: are there {n} {them} {in}?
    if you counted the {them} {in}, would you [get|come to|end up with] {n}?
    count the {them} {in}. are there {n}?
    somebody [drew|put|painted] {n} {them} {in}, [right|correct|is that so|true]?
    is {n} how many {them} there are {in}?
    {n}, is that how many {them} [there are|you see|we have] {in}?
    is {n} right for the {them} {in}?
    the [right|correct] answer is {n} {them} {in}, [isn't it|right|yes|is it]?
    I've counted the {them} {in} and got {n}. [right|is that right|did you get the same|correct]?
    I can [see|count|find] {n} {them} {in}. [can you|you too|is that right|do you also]?
    there should be {n} {them} {in}. [are there|is that so|is that the case|does it fit]?
    {pic} should have {n} {them}. [does it|has it|is that so]?
    I expected {n} {them} {in}. [is that what there is|is that right]?
    does the number {n} [fit|match|suit|go with] the {them} {in}?
    my list [says|has] {n} {them}. does {pic} [match|agree|fit]?
    are you [getting|seeing|counting] {n} {them} [as well|too|like me] {in}?
    [would|will] I need [exactly|just] {n} fingers to count the {them} {in}?
    would I need exactly {n} stickers to put one on each of the {them} {in}?
    do I have to draw [exactly|just] {n} {them} to copy {pic}?
    are the {them} {in} exactly {n}?
    the {them} {in} are {n}, [right|aren't they|yes|correct|is that so]?
    is it [right|okay|correct] to put {n} for the {them} {in}?
    [let me count|help me count|count with me]: are there {n} {them} {in}?
    there's {n} of them {them} {in}, [aye|innit|eh|right]?
    is the [count|tally|total] of {them} {in} {n}?
    is {n} [what you get|what you'd say|your answer] for the {them} {in}?
    are they {n}, the {them} {in}?
    they are {n}, the {them} {in}, [right|aren't they|correct]?
    [not a guess, please|don't guess]: are there {n} {them} {in}?
    [we're arguing|we have a bet|we can't agree]: are there {n} {them} {in}?
    """,
    clauses="""
    [if|whether] there are {n} {them} {in}
    [if|whether] there are [exactly|really] {n} {them} {in}
    [if|whether] you [see|count|find] {n} {them} {in}
    [if|whether] the number of {them} {in} is {n}
    [if|whether] {pic} [has|shows|contains] {n} {them}
    [if|whether] {n} is the right number of {them} {in}
    [if|whether] I am right that there are {n} {them} {in}
    [if|whether] the {them} {in} [add up to|number|total] {n}
    [if|whether] they drew {n} {them} {in}
    [if|whether] it is {n} {them} {in}
    [if|whether] there really are {n} {them} {in}
    [if|whether] {n} is how many {them} there are {in}
    [if|whether] the {them} {in} are {n}
    [if|whether] the [count|tally] of {them} {in} is {n}
    [if|whether] you get {n} for the {them} {in}
    """,
    terse="""
    {n} {them}?
    {n} {them}, yes or no?
    {n} {them} {in}?
    {n} {them}, [right|correct|yes]?
    exactly {n} {them}?
    {them}: {n}?
    is it {n} {them}?
    {n} {them}, [is it|true|innit|yeah]?
    {n} {them} or not?
    [got|see|count] {n} {them}?
    number of {them}: {n}?
    are there {n} {them}?
    {them}, {n} of them?
    {n} for the {them}?
    {n} of them {them}?
    count of {them}: {n}?
    {them} {in}: {n}?
    so {n} {them}?
    """,
)
