"""How people ask who, what, which place and which text a real photograph shows.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["NAME"]

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
    who all [is|are] there {in}?
    who [are we looking at|am I looking at|am I talking to|stands there|is standing there] {in}?
    who [is on the left|is on the right|is in the middle|is at the back|is sitting|is standing] {in}?
    who is the [man|woman|child|boy|girl|lady|guy|actor|singer|player|baby] {in}?
    who does [that|this|he|she] look like {in}?
    what [is [this|that] [thing|object]|are [these|those] [things|objects]] [I'm showing you|I have here|] {in}?
    what [is|are] on the [table|wall|floor|shelf|desk|plate|bed|roof|road|chair] {in}?
    what [is|are] in [the background|the foreground|the corner|the distance|the box|the bag|the window] {in}?
    what [objects|items|things] [can you identify|can you name|do you recognise|did you detect|stand out] {in}?
    what have I [photographed|snapped|taken a photo of|got here] {in}?
    what did I [photograph|snap|take a photo of|point the camera at] {in}?
    what is [ahead of me|on my left|on my right|to my left|to my right|behind me|at my feet] {in}?
    what is the [subject|main object|main thing|title|story|occasion|event] of {pic}?
    what [event|party|match|game|holiday|wedding|concert|meal|dish] is [this|that|it] {in}?
    what is [for sale|on offer|being sold|being cooked|being built|being played|being served] {in}?
    what [material|fabric|wood|metal|stone] is [this|that|it|the thing] {in}?
    what does the [person|man|woman|child] [look like|feel|hold|want|say] {in}?
    what [language|font|script] is the [text|sign|writing] {in}?
    what time does the clock {in} [show|say]?
    what [floor|platform|bus|gate|aisle|page] is [this|that|it] {in}?
    what [medicine|pill|tin|packet|bottle|coin|banknote] is [this|that|it] {in}?
    how much [is it|does it cost|money is there|is this worth] {in}?
    how many [fingers|people|kids|trees|windows|plates|books|steps|coins|bottles] [are there|do you see] {in}?
    how many [men|women|adults|children] can you [count|make out|see] {in}?
    how [busy|crowded|tall|deep|high|heavy|old] is [it|this|the place|the thing] {in}?
    how does the [person|man|woman|place|room] look {in}?
    is there [a way out|a free seat|a door|an exit|a crossing|a step|a kerb|anything in my way] {in}?
    is there [something|anything] [dangerous|to eat|to drink|to sit on|alive|in front of me] {in}?
    is [somebody|anybody|someone] [looking at me|waving|smiling|in danger|hurt|following me] {in}?
    is [this|that|it] [my house|my street|my school|our garden|Paris|London|my car|my friend Tom] {in}?
    is [this|that|it] [a person|an animal|a vehicle|a building|a plant|food|furniture|a toy|a tool] {in}?
    is [this|that|it] [male or female|a boy or a girl|a cat or a dog|alive or not|a fruit or a vegetable] {in}?
    is [this|that|it] the [city|countryside|seaside|kitchen|bedroom|office|beach|station] {in}?
    is it [cloudy|foggy|stormy|hot|freezing|dry|spring|autumn|midday|dusk|dawn] {in}?
    is it [indoors|outdoors|inside|outside] {in}?
    are [they|the people|these two] [friends|a couple|related|fighting|dancing|playing|hugging|cooking] {in}?
    are there [people|animals|cars|obstacles|stairs|houses|trees|words|letters] {in}?
    where [are they|are we|are the people|does this take place|is the exit|is the door] {in}?
    where on [earth|the map|the globe] [is this|was this taken|are we] {in}?
    when [is this|was this|did this happen] {in}, what year?
    can I [eat this|drink this|cross the road|sit down|walk on|go in] {in}?
    can you [see people|see anyone|read it|recognise me|see my face|tell who it is] {in}?
    can you read [it|the text|that|the label|the small print] [to me|out loud|for me|] {in}?
    do you see [anyone|anybody|people|animals|cars|any text|my keys|my phone|my wallet] {in}?
    does it say [anything|something|a name|a price|a date] {in}?
    did I [drop|lose|forget|leave] something {in}?
    should I [worry|be afraid|be careful|stop|step aside] because of something {in}?
    [I'm|I am] [lost|blind]. what is [in front of me|around me|this place] {in}?
    I can't [see|read|make out] it. what [objects|things] are there {in}?
    I [don't know|forgot] what this [thing|object] is called {in}. what is it?
    my [son|daughter|friend|mother] wants to know what [thing|object|animal|place] that is {in}.
    [recognise|recognize|detect|classify|enumerate] the [objects|things|people|faces] {in}.
    [translate|transcribe|copy out|spell] the [text|sign|writing|words] {in}.
    [tell me|say] who [that is|is there|you see] {in}.
    [tell me|say] what [objects|things|animals|people] [there are|you see] {in}.
    [guess|tell me] the [place|age of the person|name of the person|country|year] {in}.
    [find|look for] my [keys|phone|glasses|wallet|dog|bag] {in}.
    [name|tag|label] [every object|each thing|all objects|everybody|each person] {in}.
    what make of [car|bike|camera|watch|phone|piano] is [that|this|it] {in}?
    what [ship|hill|peak|insect|mushroom|toy|tool|gadget|flag|dress|uniform] is [that|this|it] {in}?
    what's that [thing|thingy|thingamajig|whatsit|contraption|gizmo] [in front of me|] {in}?
    who's the [bloke|chap|fellow|lass|lady|gent|old man|kid] {in}?
    is there a [chap|bloke|fellow|lassie|gent|granny|toddler|policeman|nurse] {in}?
    is there a [cottage|ship|hill|peak|automobile|birdie|steeple|windmill|lighthouse] {in}?
    do you see any [hills|peaks|cottages|ships|automobiles|blossoms|birdies|clouds|puddles] {in}?
    is that [my gran|our Tom|Aunt Mary|the vicar|Elvis|Einstein] {in}?
    what's the [bloke|chap|lady|kid|dog|cat] up to {in}?
    what's [growing|parked|lying|flying|swimming|walking about] {in}?
    who is [walking|sitting in the corner|running|dancing|moving about] {in}?
    who is behind [him|her|me|the tree|the car] {in}?
    what's behind the [tree|car|house|fence|sofa] {in}?
    what's the [house number|price|bus number|phone number|page number] {in}?
    what does it say on the [tin|packet|door|bus|box|menu] {in}?
    can you [read|make out] the [figure|number|letters|name|price] {in}?
    how many [ships|hills|birds|clouds|flowers|cups|dogs|cats|wheels] [are there|do you see] {in}?
    would I [recognise|know] [anyone|the place|the street] {in}?
    was {pic} taken [at home|abroad|on holiday|at the seaside|in the garden]?
    whose [wedding|birthday|party|garden] is [that|this|it] {in}?
    tell me about the [people|place|person|animal|building] {in}.
    is there anything [with wheels|with wings|that flies|that floats|made of wood] {in}?
    does anybody [live there|sit there|wave|smile] {in}?
    where did I [put|leave] my [keys|cup|bag|book] {in}?
    do they look [happy|cross|tired|related|rich] {in}?
    is [he|she] [tall|old|smiling|sitting|standing|walking] {in}?
    is it [chucking it down|stormy|a fine day|bedtime|freezing] {in}?
    I can't think of the name of that thing {in}. what's it called?
    I [found|was sent|was given] {pic}. [who is it|where is it|whose is it]?
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
    who [is standing there|the people are|he is|she is|is on the left] {in}
    what is [on the table|in front of me|on the left|in the background|in my hand] {in}
    what [I photographed|I have here|I'm holding|I'm pointing at] {in}
    [if|whether] there are [people|animals|vehicles|buildings|plants|any words] {in}
    [if|whether] it is [indoors or outdoors|sunny|summer or winter|a man or a woman] {in}
    what [city|country|place|room|street] this is {in}
    how old the [person|man|woman|child] is {in}
    what the person {in} is [wearing|holding|doing|called]
    how many [objects|faces|animals|things] there are {in}
    who the [bloke|chap|lady|gent|kid] {in} is
    what that [thing|thingy|gadget|contraption] {in} is [called|for]
    what make of [car|bike|watch] it is {in}
    who is [sitting|walking|standing] [there|behind me|in the corner] {in}
    where {pic} comes from
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
    [what thing|what object|what animal|what food|which place|which country|which street] {in}?
    [who's that|who dis|who are they|whose is it|who is there] {in}?
    [read text|read this|read label|what does it say|translate it].
    [object names|list objects|detect objects|name objects|recognise objects|identify object].
    [indoors or outdoors|inside or outside|man or woman|people or animals]?
    [how old|how much|which year|which season|what brand]?
    [what place|where] {in}?
    [who's he|who's she|who's the chap|who's the lady|which make of car]?
    [what's that thing|what's that gadget|what's it called|whatsit called]?
    """,
)
