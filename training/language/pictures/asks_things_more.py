"""More words in which people ask for the sun or moon and the things of a drawn scene.

Knows wording only, `pictures.asks_things` puts it beside its own; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["COUNT_THING", "IN_SKY", "SKY_UP", "THINGS"]

IN_SKY: Final = asking(
    direct="""
    which is it up there {in}, the [sun or the moon|moon or the sun]?
    what's that [round thing|disc|disk|bright thing|shiny thing|glowing ball] in the sky {in}?
    what's that [round thing|disc|bright spot|ball] [up there|above|overhead] {in}, [sun or moon|moon or sun]?
    that [round|bright|shiny] thing [up there|in the sky] {in}[,|:] [sun or moon|moon or sun]?
    is the light {in} [sunlight or moonlight|moonlight or sunlight], so is it the [sun or the moon|moon or the sun]?
    is it [sunshine or moonlight|moonlight or sunshine] {in}, the [sun or the moon|moon or the sun]?
    are we [under|below|beneath] the [sun or the moon|moon or the sun] {in}?
    what does the sky {in} [have|hold|show], the [sun or the moon|moon or the sun]?
    does the sky {in} [have|hold|show] the [sun or the moon|moon or the sun]?
    what can [I|you|we] [see|spot|find|make out] [up in|in] the sky {in}, the [sun or the moon|moon or the sun]?
    has the [sun or the moon|moon or the sun] [risen|come up|come out|been drawn] {in}?
    which has [risen|come up|come out|been drawn] {in}, the [sun or the moon|moon or the sun]?
    is it [solar or lunar|lunar or solar] light {in}, the [sun or the moon|moon or the sun]?
    what is the [source of light|light source] in the sky {in}?
    where is the light from {in}, [sun or moon|moon or sun]?
    do I [need to|] look for the [sun or the moon|moon or the sun] {in}, which is it?
    there is a [disc|circle|ball] of light {in}. is it the [sun or the moon|moon or the sun]?
    I [can't tell|don't know|am not sure] [if|whether] that's the [sun or the moon|moon or the sun] {in}. which is it?
    my [son|daughter|kid|wife|friend] says sun, I say moon. [who is right|which is it] {in}?
    [look up|eyes up|heads up] {in}[,|:] [sun or moon|moon or sun]?
    the sky {in}[,|:] [sun or moon|moon or sun|what shines there|which light is there]?
    in the sky {in}[,|:] [sun or moon|moon or sun]?
    [identify|name|tell me] the [heavenly body|celestial body|light in the sky] {in}.
    name what [shines|hangs|is] in the sky {in}, [sun or moon|moon or sun].
    it's the [sun or the moon|moon or the sun] {in}?
    [sun or moon|moon or sun][,|:] [what did they draw|what do you see|what have we got|you choose] {in}?
    would I [get a tan or see stars|be sunbathing or moon-gazing] {in}, is it the [sun or the moon|moon or the sun]?
    who [shines|smiles down] {in}, [Mr Sun or Mr Moon|the moon or the sun|Mister Moon or Mister Sun]?
    which lamp is lit in the sky {in}, the [sun or the moon|moon or the sun]?
    is the [circle|big one|round one] in the sky {in} the [sun or the moon|moon or the sun]?
    what do I see if I [tip my head back|raise my eyes] {in}, [sun or moon|moon or sun]?
    it's either the [sun or the moon|moon or the sun] {in}. which?
    sun {in}? or moon?
    is it the [sun {in}, or is it the moon|moon {in}, or is it the sun]?
    I'm [sitting outside|lying in the grass] and look up {in}. [sun or moon|moon or sun]?
    look here: the [sun or the moon|moon or the sun] {in}?
    """,
    clauses="""
    which [you see|there is|they drew|has risen] {in}, the [sun or the moon|moon or the sun]
    [if|whether] that's the [sun or the moon|moon or the sun] [up there|in the sky|] {in}
    [if|whether] the [round|bright] thing in the sky {in} is the [sun or the moon|moon or the sun]
    [if|whether] it is [sunlight or moonlight|moonlight or sunlight] {in}, the [sun or the moon|moon or the sun]
    what that [round|bright|shiny] thing in the sky {in} is
    which [heavenly body|celestial body] is in the sky {in}
    """,
    terse="""
    sky[,|:] [sun or moon|moon or sun]?
    [sun|the sun]? or [moon|the moon]?
    up there[,|:] [sun or moon|moon or sun]?
    which [light|heavenly body|celestial body]?
    [what's shining|what shines|what's up there|what's in the sky]?
    is it [sun or moon|moon or sun]?
    round thing in the sky[,|:] [sun or moon|moon or sun]?
    [sun? moon|sun/moon|Mr Sun or Mr Moon|moon? sun]?
    """,
)
SKY_UP: Final = asking(
    direct="""
    is it the {body} {in}?
    is that round thing the {body} {in}?
    is the [light|bright thing|disc|ball|round thing] in the sky {in} the {body}?
    is there any {body} [to be seen|at all|up there|drawn|in sight|] {in}?
    is there some sign of the {body} {in}?
    any sign of the {body} {in}?
    is {body} [there|in sky|visible|out|up] {in}?
    is the {body} [out yet|up yet|with us|peeking out|beaming|glowing|lit up|on duty] {in}?
    is the {body} [among|one of] the things [drawn|you see|shown] {in}?
    is the {body} what [lights|is lighting] [up|] the scene {in}?
    is the {body} what I see [in the sky|up there|overhead] {in}?
    are we [under|below] the {body} {in}?
    has anyone drawn [a|the] {body} {in}?
    has {pic} got [a|the] {body} [in it|in the sky|]?
    has somebody put [a|the] {body} in the sky {in}?
    does the sky [have|hold|show|contain|include] [a|the] {body} {in}?
    does the light come from the {body} {in}?
    does [a|the] {body} [light|brighten] [the sky|the land|things up] {in}?
    do they have [a|the] {body} in the sky {in}?
    do I see the {body} [up there|in the sky|] {in}?
    did anybody draw [a|the] {body} {in}?
    can the {body} be [seen|spotted|found|made out] [in the sky|] {in}?
    could you [spot|find|see|check for|look for] the {body} [in the sky|] {in}?
    [can't you|don't you|do you not] see the {body} {in}?
    isn't the {body} [up|out|in the sky|shining] {in}?
    isn't there [a|the] {body} [in the sky|up there|] {in}?
    wait, is that the {body} [in the sky|up there|] {in}?
    it's the {body} [up there|in the sky|shining|] {in}, [isn't it|right|yes|innit|no|eh]?
    you can see the {body} {in}, [can't you|right|yes|correct]?
    we have the {body} in the sky {in}, [right|don't we|yes|correct]?
    somebody [drew|put] the {body} in the sky {in}, [right|didn't they|correct]?
    the {body} is there {in}, [is it|right|isn't it|yes or no]?
    the {body}, is it [up|out|in the sky|there|visible] {in}?
    the thing in the sky {in}, is [it|that] the {body}?
    someone [said|told me] the {body} is [up|out] {in}. [is it|is that right|true]?
    I [can't|cannot] [find|see] the {body} {in}. is it there?
    I [guess|believe|bet|reckon] the {body} is [out|up|there] {in}. [am I right|is that right|is it]?
    I [love|like|miss|want to see] the {body}. is it [there|out|up|in the sky] {in}?
    [show me|point me to|point out] the {body} {in}, if it is there. is it?
    [look up|look at the sky|look overhead|eyes up] {in}. is [the {body} there|that the {body}]?
    looking at the sky {in}, [is the {body} there|do you see the {body}|can you see the {body}]?
    [twinkle, twinkle|peekaboo|hello], is the {body} [out|up|there] {in}?
    if I look up {in}, [is it the {body}|will it be the {body}|do I see the {body}|is the {body} there]?
    [tell me|say] yes if the {body} is [up|out|there] {in}, else no.
    [confirm|verify] [that|whether] the {body} is [up|out|in the sky|visible] {in}.
    is [good old|dear old|our old friend] {body} [out|up] {in}?
    is the {body} [smiling down|looking down|watching over us] {in}?
    is that circle [in the sky|up there] the {body} {in}?
    is it the {body} {in}, or am I [mistaken|seeing things]?
    has the {body} [shown its face|popped up|come out to play] {in}?
    the {body} {in}? [I think so|I believe so|hope so|is it there].
    the {body} it is {in}, [right|isn't it]?
    I'm [sitting|standing|walking] outside. is the {body} [out|up|in the sky] {in}?
    [look here|let me guess|hide and seek]: is the {body} out {in}?
    """,
    clauses="""
    [if|whether] that's the {body} [up there|in the sky|] {in}
    [if|whether] there's any {body} [in the sky|] {in}
    [if|whether] the {body} can be [seen|found|spotted] {in}
    [if|whether] the sky [has|shows|holds] the {body} {in}
    [if|whether] the [light|bright thing|round thing] in the sky {in} is the {body}
    [if|whether] anyone [drew|put in] the {body} {in}
    [if|whether] the {body} is [out yet|up yet|with us] {in}
    """,
    terse="""
    {body}, [yes or no|there or not|right|is it|see it|or not]?
    {body} in sky?
    is {body} there?
    any sign of [a|the] {body}?
    [sky with|with] [a|the] {body}?
    {body} [present|showing|shining|drawn|visible] {in}?
    [it's|that's] the {body}, [right|yes|no|innit]?
    [{body} there|see {body}|got {body}|good old {body}]?
    """,
)
THINGS: Final = asking(
    direct="""
    what all [is there|is drawn|do you see|have they drawn] in the scene {in}?
    what all things are there {in}?
    <what> things is there {in}?
    <what> [things|objects] {in} [can|could|do] you [recognise|recognize|name|identify|tell apart|know]?
    <what> [things|objects] [am I looking at|are we looking at|is it I see|do I have before me] {in}?
    <what> [things|objects] [exist|are present|are depicted|are included|are found|turn up|show up] {in}?
    <what> [things|objects] [are there around|are there about|surround me|would be around me] {in}?
    <what> [things|objects] [has the artist drawn|has the painter included|did the child draw|does the artist show] {in}?
    <what> [things|objects] would [you|I] [write down|put on a list|tick off|report|note] {in}?
    <what> [things|objects] could a child [name|point at|spot] {in}?
    <what> [things|objects] should I [know about|look for|colour in|color in|watch out for] {in}?
    <what> [things|objects] would I have to draw to [copy|redraw] {pic}?
    <what> [things|objects] has {pic} got [in it|]?
    <what> [things|objects] [make the scene|is the scene made of|is the landscape made of] {in}?
    <what> [things|objects] [live|sit|stand|are] in the [landscape|scene|scenery] {in}?
    <what> [features|elements|components|items] [are there|do you see|can you make out] in the scene {in}?
    <what> stuff [is there|is drawn|do you see|did they put] in the scene {in}?
    what have they [drawn|put|placed] in the [scene|landscape] {in}?
    what have we got in the [scene|landscape|scenery] {in}?
    what is [around me|all around|about] in the [scene|landscape] {in}?
    what [are the elements|are the parts|are the features] of the [scene|landscape] {in}?
    what would I [find|see|run into] in the [scene|landscape] if I were there {in}?
    what would you [put on a list|list|name] if you had to list the things {in}?
    what would my eyes [meet|find] in the [scene|landscape] {in}, <what> things?
    what's [out there|lying about|standing around|around the place] in the [scene|landscape] {in}?
    what's drawn {in} [besides|other than|apart from] the [sky|sun or moon|weather]?
    never mind the weather[,|:] <what> things [are there|do you see|are drawn] {in}?
    not the weather, the things[,|:] [what are they|what do you see|which are there] {in}?
    let's go over the [things|objects] {in}[,|:] [what do you see|what are they|which are there]?
    I'm [blind|far away|on the phone], so [list|name|tell me] the [things|objects] {in}.
    I'm [writing|making|doing] an inventory. <what> [things|objects|items] are there {in}?
    I want to [draw|copy] the scene. <what> things [do I need|are there|should I draw] {in}?
    my [little one|daughter|pupil|student] wants to know <what> things there are {in}.
    [enumerate|itemise|itemize|catalogue|catalog|write down|spell out|call out] the [things|objects] {in}.
    [tell me|say|read out] [all|each of|every one of] the things [you see|drawn|there are] {in}.
    [identify|recognise|recognize|detect|pick out|point out] [the|all|all the] [things|objects] {in}.
    [name|list] whatever [things|objects] [there are|you find|you see] {in}.
    name what is [drawn|standing|there to see] in the [scene|landscape] {in}.
    [please|kindly] [list|name|mention] the [things|objects|items] [shown|drawn|depicted|present] {in}.
    [are there|do you see] [any|some] things {in}, and which [ones|things]?
    things {in}[,|:] [which|what are they|name them|list them|go]?
    <what> things are drawn {in}, [please|I want them all|name all of them]?
    which of these are there {in}: house, tree, car, boat, mountain, flower, person, cloud, bird?
    [house, tree, boat|car, bird, flower|mountain, cloud, person] or what things do you see {in}?
    don't count them, just [name|list] the things {in}.
    not how many, but <what> things are there {in}?
    [left and right and all over|near and far|big and small]: <what> things are there {in}?
    I'm [sitting too far away|standing too far off|moving closer]. <what> things are there {in}?
    if I [walked|strolled|ran] about there, <what> things would I [pass|see] {in}?
    there's [all sorts|stuff] {in}. <what> things [are there|are they]?
    <what> things [catch your eye|meet the eye|greet us] {in}?
    """,
    clauses="""
    <what> [things|objects] are [present|depicted|included|found] {in}
    <what> [things|objects] I'm looking at {in}
    <what> [things|objects] I would [find|see|bump into] {in}
    what all is [drawn|there] in the [scene|landscape] {in}
    <what> [elements|features|items] the scene has {in}
    what has been [drawn|put] in the [scene|landscape] {in}
    the names of the [things|objects] {in}
    <what> things {pic} [has|holds|contains|includes]
    """,
    terse="""
    things [drawn|shown|there|present], please?
    [inventory|object list|list of objects|list of things], please?
    [enumerate|identify|detect|recognise] [things|objects]?
    what all [is there|things]?
    <what> [stuff|things|objects] [is there|there|around]?
    [scene contents|contents of the scene|things in the scene|objects in the scene]?
    name [them all|the things|all objects|everything drawn]?
    things besides [the sky|sun and moon|the weather]?
    [just|only] the things, [no colours|please]?
    """,
)
COUNT_THING: Final = asking(
    direct="""
    how many {many} [is there|there are|you see|you can see] {in}?
    how many {many} [exist|are present|are there to see|are in sight|are around|turn up|are depicted] {in}?
    how many {many} [are there in|are drawn in|can be found in] {pic}?
    how many {many} [would|will|can] [I|a child|you] [meet|see|count|find] {in}?
    how many {many} [should|do] I [write down|report|note down|put on my list] {in}?
    how many {many} has {pic} got?
    how many {many} [would you say|do you reckon|do you think|do you make it|do you get] {in}?
    how many {many} [are there exactly|exactly are there|are there precisely] {in}?
    how many {many} all in all, [none, one or more|zero, one or more] {in}?
    how many [do you count|did you count|are there|can you see] {in}, {many} I mean?
    how many is it {in}, [if you count|counting] the {many}?
    {in} how many of those {many} [are there|do you see]?
    you see {many} {in}? how many?
    [do you see|are there|can you see] {many} {in}? [if so, how many|how many|and how many]?
    {many} {in}[,|:] [how many|what number|give me a number|zero, one or more]?
    {many} [present|drawn|shown|visible] {in}[,|:] how many?
    what is the [quantity|headcount|figure|sum total|exact number|overall number] of {many} {in}?
    what number of {many} [shows up|is present|is there|is shown|can be seen] {in}?
    what does counting the {many} {in} [give|get you|come to]?
    what do the {many} {in} [add up|come|amount] to?
    [find|get|work out|establish|determine|report|note] the number of {many} {in}.
    [reckon up|add up|run a count of|do a count of] the {many} {in}.
    let's count the {many} {in}. how many [are there|do you get|is that]?
    I need [a count|the count|the number|the total] of {many} {in}.
    I [lost|keep losing] count of the {many} {in}. how many are there?
    I [counted|tried to count] the {many} {in}. how many [did you get|should it be|are there]?
    I'm [blind|far away|not close enough]. how many {many} [are there|do you see] {in}?
    for my [homework|report|notes|survey|list], how many {many} [are there|do you see] {in}?
    my [son|daughter|pupil|teacher] [wants|needs] the number of {many} {in}.
    of {many}, how many [are there|do you see|did they draw] {in}?
    as [for|to] {many}, how many [are there|do you see] {in}?
    [zero, one, two|none, one, two]: how many {many} {in}?
    the number of {many} {in} is [what|how much|which]?
    the {many} {in}, [how many|count them|how many of them are there]?
    how much {many} [are there|is there|do you see] {in}?
    {many} {in}, how many would that be?
    how many {many} [left and right|near and far|big and small|all over] {in}?
    how many {many} [are dotted about|fill the scene|are to be met] {in}?
    a lot of {many} or just a few {in}, how many?
    if I looked around, how many {many} would I see {in}?
    one, two, three... how many {many} {in}?
    [never mind|forget] the colours, how many {many} are there {in}?
    """,
    clauses="""
    how many {many} [exist|are present|are depicted|are around] {in}
    the [total|tally|quantity|exact number|total number] of {many} {in}
    how many {many} [I would|you|we] [count|find|spot] {in}
    what number of {many} there is {in}
    how many {many} can be [counted|found|made out] {in}
    how many {many} [were|have been] drawn {in}
    """,
    terse="""
    {many} [tally|quantity|headcount|how many of them]?
    [total|quantity|amount|tally] of {many}?
    how many {many} [there|total|exactly|in all|please]?
    nr of {many}?
    count {many}?
    {many} {in}, [how many|number|count]?
    how much {many}?
    num of {many}?
    """,
)
