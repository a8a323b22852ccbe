"""How people ask about real photographs: the things, people and places in them.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

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
    which {one} is that {in}?
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
    """,
)
NAME: Final = asking(
    direct="""
    who is [this|that|it|he|she|in {pic}|shown {in}|the person {in}]?
    who are [they|these people|the people {in}]?
    who do you see {in}?
    do you [know|recognise|recognize] [this person|anyone|somebody|the person] {in}?
    what is [the name of|] [the person|the man|the woman|the place|this place] [called|] {in}?
    where [was {pic} taken|is this|is that|am I|was it taken]?
    what [place|city|country|street|room|building] is [this|that|it] {in}?
    what objects [are there|do you see|can you see|are visible] {in}?
    what [things|object|thing|animals|animal|food|people|vehicles] [do you see|can you see] {in}?
    what [animal|object|thing|food|plant|vehicle|sport|brand|make] is [this|that|it|in {pic}]?
    what is [the person|he|she|the man|the woman|everybody] [doing|wearing|holding|eating|looking at] {in}?
    what are the people doing {in}?
    what does the [sign|text|label|writing|board|screen] {in} say?
    [read|read out] the [sign|text|label|writing|board] {in}.
    can you read [the|what it says on the] [sign|text|label|board] {in}?
    what is written on the [sign|board|wall|shirt|label] {in}?
    name the [things|objects|people|animals] {in}.
    list [the|all|all the] [things|objects|people|animals] {in}.
    identify [the|all|] [things|objects|people] {in}.
    how many [people|persons|things|objects|animals|faces] [are there|do you see] {in}?
    what is [that|the thing|the object] [on the left|on the right|in the middle|at the top|on the table] {in}?
    what [happens|is happening|is going on|are they doing] in {pic}?
    is [anyone|anybody|someone|somebody] there {in}?
    what [is|was] the weather like {in}?
    is [it|this] [inside or outside|indoors or outdoors|day or night] {in}?
    what season is it {in}?
    [how old is|what is the age of] the [person|man|woman] {in}?
    is the [person|man|woman|child] [happy|sad|smiling|angry|sitting|standing] {in}?
    what shape[s|] do you see {in}?
    what number is [it|written] {in}?
    who [might|could] [that|this|it] be {in}?
    who [took|shot|snapped] {pic}?
    whose [face|house|car|hand|dog] is [that|this|it] {in}?
    is [that|this|it] [someone|somebody|anyone] [famous|I know|you know|well known] {in}?
    is [that|this|it] [me|my mum|my brother|a celebrity|the president|my neighbour] {in}?
    do I know [this person|anybody|the people] {in}?
    are there [any|some] [people|animals|vehicles|buildings|plants|objects|faces] {in}?
    is there [an animal|a vehicle|a building|a plant|anybody|anyone|a face|some text|any writing] {in}?
    [which|what] [animal|vehicle|building|plant|landmark|person] [is there|is that|do you see] {in}?
    what [breed|species|model|type of car|kind of animal|kind of tree] is [that|this|it] {in}?
    what [object|thing|item] am I [holding|looking at|pointing at|showing you] {in}?
    what [have I got in my hand|am I holding|is in my hand|is on my plate|is on the table] {in}?
    what is [that|this|it] called {in}?
    what do you call [that|this|the thing] {in}?
    can you [name|list|identify|recognise] the [things|objects] {in}?
    [which|what] [landmark|town|beach|park|shop|street|country] is [that|this|it] {in}?
    where in the world [is this|is that|was {pic} taken|am I]?
    [in which|in what] [country|city|place|room] was {pic} taken?
    when was {pic} [taken|shot|snapped]?
    what [year|month] was {pic} taken?
    what time of [day|year] is it {in}?
    is it [raining|snowing|sunny|summer|winter|warm|cold|windy] {in}?
    do I need [an umbrella|a coat|sunglasses|a torch] {in}?
    is it [night|day|evening|morning] {in}?
    is the [sun|moon] [out|up|in the sky|shining] {in}?
    [read|read out] [the text|what it says|what is written|the number|the price|the headline] {in}.
    read [me|out] the [number|house number|number plate|bus number|price tag|menu] {in}.
    what does [it|the number plate|the price tag|the headline|the bus] say {in}?
    [which|what] [number|digit|word|letter] [is written|is on the door|is on the bus|do you see] {in}?
    what's [for dinner|on the menu|cooking|in the fridge] {in}?
    is [this|that|it] [safe to eat|edible|ripe|dangerous|broken|expensive|dirty] {in}?
    is the [door|window|gate|shop] [open|closed|locked] {in}?
    is the [traffic light|light|lamp|oven] [on|off|red|green] {in}?
    is the [road|path|way|seat|chair|table] [free|clear|empty] {in}?
    what's the [mood|expression] of the [person|man|woman] {in}?
    what [clothes|shoes] [does he wear|does she wear|is the person wearing|are they wearing] {in}?
    [describe|list|name] the [people|objects|room|street|place|building] {in}.
    what [furniture|food|fruit|clothing|tools|toys|plants] [is there|do you see|can you name] {in}?
    [spot|find|point out] the [odd one|person|animal|exit|door] {in}.
    what is the [biggest|smallest|nearest|main] [thing|object] {in}?
    what [is behind|is next to|is in front of] the [person|man|woman|building] {in}?
    how many [cars|animals|men|women|children|chairs|circles] [are there|do you see] {in}?
    """,
    clauses="""
    who [this|that] is {in}
    who is shown {in}
    what objects there are {in}
    what the sign {in} says
    what [things|objects] you see {in}
    where [this is|{pic} was taken]
    what the people {in} are doing
    how many people there are {in}
    who [took|shot] {pic}
    who [you see|that could be|the person is] {in}
    what [animal|vehicle|building|plant|thing] [it is|is there|that is] {in}
    what [the thing|this thing|that thing] is called {in}
    [if|whether] [anybody|anyone|somebody] is there {in}
    [where in the world|in which city|in which country|when] {pic} was taken
    what [it says|the text says|is written] {in}
    [if|whether] it is [raining|snowing|day or night] {in}
    """,
    terse="""
    who?
    who's this?
    who is it?
    [objects|people|things]?
    where is this?
    [what animal|what car|what building|which person|what breed|what place|which city]?
    [read the sign|read it out|read the text|read it to me].
    [anyone|anybody|people|animals] {in}?
    [where|when] was it taken?
    [name|identify] [this thing|that thing].
    """,
)
