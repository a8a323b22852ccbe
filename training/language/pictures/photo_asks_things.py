"""How people ask about a thing in a real photograph (who, what and where it is: `pictures.photo_asks_names`).

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking
from anymal.training.language.pictures.photo_asks_names import NAME

__all__ = ["NAME", "THERE"]

THERE: Final = asking(
    direct="""
    <isthere> {a} {in}?
    is there {a} {in}?
    are there [any|some] {many} {in}?
    do you see {a} {in}?
    do you [see|spot|notice] any {many} {in}?
    can [you|I] see {a} {in}?
    does {pic} [show|contain|have] {a}?
    is {a} [visible|shown|to be seen] {in}?
    is [this|that|it] {a}?
    how many {many} [are there|do you see|can you count] {in}?
    count the {many} {in}.
    where is the {one} {in}?
    what colour is the {one} {in}?
    what is the {one} doing {in}?
    how big is the {one} {in}?
    what is [next to|behind|on|under|beside|in front of] the {one} {in}?
    what kind of {one} is [it|that|this] {in}?
    is there {a} [anywhere|at all|to be seen|somewhere|around|] {in}?
    is there {a} {in} or not?
    do [you|we] [have|get|find] {a} {in}?
    have [you|we|they] got {a} {in}?
    can [you|we|I] [spot|find|make out|detect|recognise|point to] {a} {in}?
    could that be {a} {in}?
    does [that|this|it] look like {a} [to you|] {in}?
    is [that|this] thing {in} {a}?
    isn't that {a} {in}?
    that's {a} {in}, [isn't it|right|yes|correct]?
    there's {a} {in}, [isn't there|right|yes|correct]?
    I [think I|can|seem to] see {a} {in}. [am I right|is that right|do you too]?
    I'm looking for the {one} {in}. [where is it|can you find it|is it there]?
    [find|spot|point to|point out|show me|locate|look for] the {one} {in}.
    [describe|tell me about] the {one} {in}.
    [check|look|see] [if|whether] there is {a} {in}.
    does somebody [hold|have|carry] {a} {in}?
    what is the {one} [like|made of|called|for] {in}?
    what [size|shape|brand|kind|sort] is the {one} {in}?
    what [happens|is wrong] with the {one} {in}?
    [how tall|how old|how far away|how heavy] is the {one} {in}?
    [whose|which] {one} is [that|this|it] {in}?
    are the {many} {in} [real|new|old|big|far away]?
    on which side is the {one} {in}?
    [how many|what number of] {many} [can I find|did you find|show up|have we got] {in}?
    are there more than two {many} {in}?
    [name|tell me|say] the colour of the {one} {in}.
    [no|not a single] {one} {in}, [right|correct]?
    is there [by any chance|maybe|perhaps] {a} {in}?
    is there not {a} {in}?
    is the {one} [on the left|on the right|in the middle|far away|close by|moving|new|old|broken] {in}?
    is it {a} or something else {in}?
    is what I [see|hold|point at] {a} {in}?
    are {many} [visible|shown|present|drawn|to be seen] {in}?
    are those {many} {in}?
    any sign of {a} {in}?
    has {pic} got {a} [in it|]?
    has somebody [left|put|dropped] {a} {in}?
    does {a} [appear|show up|feature|turn up] {in}?
    did I [leave|photograph|catch|snap] {a} {in}?
    do I [see|have|hold] {a} {in}?
    will I [find|bump into|trip over|meet] {a} {in}?
    would you say [that|this|it] is {a} {in}?
    could you [count|find|describe|name|check for] the {many} {in}?
    how [far|far away|close|near|wide|high] is the {one} {in}?
    how [do I get to|far is it to|can I reach] the {one} {in}?
    where [can I find|do you see|did I put|should I look for] the {one} {in}?
    where are the {many} {in}?
    what is there [near|around|close to|to the left of|to the right of] the {one} {in}?
    what do you know about the {one} {in}?
    who [owns|has|holds|is near|is with] the {one} {in}?
    which way [is the {one} facing|does the {one} face|is the {one} turned] {in}?
    why is the {one} [there|like that] {in}?
    I [lost|can't find|dropped|need|want] {a}. is there one {in}?
    I can't [see|tell|make out] [if|whether] that is {a} {in}. is it?
    I [bet|guess|reckon] there is {a} {in}. [am I right|right|is there]?
    my [son|daughter|mum|friend] says that's {a} {in}. is [it|that right|that true]?
    somebody told me there is {a} {in}. is there?
    watch out for {a} {in}: is there one?
    [true or false|yes or no]: there is {a} {in}?
    [count|number|tally|list|name|find] [all|all the] {many} {in}.
    [guide|take|lead] me to the {one} {in}.
    [confirm|verify] [that|whether] there is {a} {in}.
    a {one} {in}[,|:] [is there one|do you see one|yes or no]?
    {many} {in}[,|:] [how many|any|are there any|where]?
    is there {a} [on the left|on the right|in the corner|in the background] {in}?
    is {a} [hiding|waiting|standing|moving about] {in}?
    is the {one} [sitting|moving|standing|hiding|walking] {in}?
    am I seeing things, or is that {a} {in}?
    I [fancy|could swear] that's {a} {in}. is it?
    {a} {in}? [I think so|I believe so|is it|can you see it].
    [look here|have a look|first question], is that {a} {in}?
    what is written on the {one} {in}?
    what's the {one} [up to|worth|made for] {in}?
    does the {one} [move|look new|belong to me|make a noise] {in}?
    who [left|put] {a} [there|lying about] {in}?
    one {one} or two {in}?
    how many {many} {in}, one or two?
    what colour are the {many} {in}?
    would you call that {a} {in}?
    I could do with {a}. is there one {in}?
    big or small, is there {a} {in}?
    there's got to be {a} {in}, [right|surely]?
    have you [spotted|noticed|found] {a} {in}?
    """,
    clauses="""
    [if|whether] there is {a} {in}
    [if|whether] you see {a} {in}
    how many {many} there are {in}
    where the {one} is {in}
    what the {one} {in} is doing
    [if|whether] [that|this|it] is {a} {in}
    [if|whether] {pic} [has|shows|contains] {a}
    [if|whether] you [spot|recognise|find] {a} {in}
    what [colour|size|kind] the {one} {in} is
    how many {many} you [see|find|can count] {in}
    [if|whether] there are [any|some] {many} {in}
    [if|whether] I'm [looking at|holding|pointing at] {a} {in}
    [if|whether] what I see {in} is {a}
    where I can find the {one} {in}
    how [far|big|close] the {one} {in} is
    what is [next to|behind|near] the {one} {in}
    [if|whether] that's {a} {in}
    [if|whether] {a} is [hiding|waiting|standing] {in}
    who [left|put] {a} there {in}
    """,
    terse="""
    any {many} {in}?
    {a}?
    {a} {in}?
    the {one}?
    [is that|is this|isn't that] {a}?
    how many {many}?
    where's the {one}?
    [see|spot] {a}?
    {many}?
    {a} [there|or not|yes or no|somewhere]?
    [find|count|locate] the {one}?
    where {one}?
    [some|any] {one} {in}?
    {one} {in}?
    that's {a}, [right|no|innit]?
    {a}, [is it|I think|maybe|perhaps]?
    one {one} or two?
    any {one}?
    """,
)
