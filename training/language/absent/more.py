"""More questions about pictures and videos for senses that hold neither.

Knows questions only; refuses to know answers.
"""

from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["PICTURE_MORE", "VIDEO_MORE"]

PICTURE_MORE: Final[Asking] = talk_asking(
    direct="""
    what's [before|in front of|right in front of] [me|my eyes|us|the lens|my nose]
    what would you call the [thing|object|shape] in the [picture|image|pic|shot]
    which of these [shapes|things|colours|colors] is [the biggest|the smallest|on the left|at the top]
    what [catches|meets] your eye[| first]
    what's the [biggest|largest|smallest|tiniest] [thing|shape|figure] you can see
    what [shade|hue|tint|colour|color] is the [star|heart|square|ring|backdrop|wall|paint|flower|house]
    how many [stars|hearts|rings|shapes|birds|trees|dots|doodads|thingies] can you [count|spot|make out]
    are there [more|fewer] [stars|circles|rings|red things] than [squares|hearts|crosses|blue things]
    is there [anything|something|nothing] [red|blue|green|yellow|round|square] [to see|in view|in the picture]
    can you [spot|find|make out|point me to] [a star|a heart|a house|anything red|the little circle|a car]
    whereabouts is the [star|heart|square|ring|house|tree|car]
    which corner is the [star|heart|square|ring] in
    is the [star|heart|square|ring] [above|below|next to|left of] the [circle|cross|diamond|triangle]
    what's [on|in] the [top left|top right|bottom left|bottom right|far left|far right][| corner]
    what's dead [centre|center]
    what [digit|numeral|house number|figure] [is written|is drawn|stands there|is it]
    which [numeral|digit] [do you read|can you read|does the picture show]
    what does the [sign|label|page|screen|note] [say|show]
    can you read [the sign|the label|my screen|this page|what's on the paper] [to me|out loud|for me]
    how does the [sky|landscape|scene] look in the [picture|photo|image]
    is it [sunny|rainy|snowy|night-time|daytime] in the [picture|photo|scene|painting]
    is the [photo|pic|shot|image] [in focus|out of focus|fuzzy|crisp|too dark|nice and bright]
    what do you make of [the picture|this photo|this image|my drawing|the pic]
    what did I [draw|paint|sketch|photograph|take a picture of|snap]
    do you like [my drawing|the picture|this photo], and what is on it
    does the [photo|picture|image] [show|contain] [people|a dog|a house|any shapes|text]
    what's [up there|down there|over there] in the [image|picture|photo]
    what [is|was] [photographed|pictured|depicted|displayed]
    what's on [the screen|the canvas|camera|my display|the photo]
    what can be seen through the [camera|lens|glasses]
    what is your camera [pointed|aimed|pointing] at
    anything [interesting|worth noting|unusual] in the [picture|photo|image]
    who's that in the [photo|picture|snap]
    what am I [holding|holding up|showing you|pointing at|wearing]
    how many fingers am I holding up
    what does the view look like
    do you see what I see
    is there anything to see
    is anybody to be seen
    is the [light|lamp|screen] [on|off], can you see it
    """,
    embedded="""
    what's [before me|in the photo|in the pic|on the screen|in view|in the shot]
    what I [drew|painted|photographed|am holding up|am showing you]
    which [colour|color|shape|digit|numeral] [you see|is shown|it is in the picture]
    how many [stars|hearts|circles|birds|people] you can [see|count|spot]
    [if|whether] there's [anything red|a star|a house|a heart|somebody] in the [picture|image|photo]
    [if|whether] the [photo|picture|image] is [sharp|blurry|dark|bright]
    where in the [picture|image] the [star|heart|house|tree] is
    what the [sign|label|screen] says
    what your camera is [pointed at|looking at|seeing]
    what [digit|number] is written there
    """,
    whole="""
    [I'm|I am] blind[.|:| and alone.] What's [in front of me|around me to see|before me]?
    Be my eyes. What [is there|do you see|is in front of me]?
    [Have a look|Take a look|Have a peek|Take a gander|Look here|Look at this].
    [Have a look|Take a look|Look at this]. What is it?
    Spot the [star|heart|red one|odd one out|difference|circle].
    Read [out|me] the [digit|sign|label|page|number].
    Point me to the [star|heart|square|biggest shape|house].
    Show and tell: what's in the [picture|photo]?
    [Camera|Colours|Colors|What colour|How many shapes|What shape|Which digit|Scenery|The photo]?
    Guess what's in [the photo|my picture|the image].
    [I make it three shapes|I count four stars|I see two circles], [you|what about you|do you agree]?
    So there's a [star|heart|house|red circle], [yes|right|isn't there]?
    [The circle is red|The star is on the left|It's night in the picture], [isn't it|right|yes]?
    Here's [a picture|a photo|my drawing|an image]. [What is it|What do you see|Describe it]?
    [Check|See] [if|whether] there is [a star|a heart|a person|anything green] in the picture.
    [Explain|Talk me through|Walk me through] the [picture|photo|image|view].
    What a [nice|lovely|strange|funny] picture! What's on it?
    I forgot my [glasses|specs|reading glasses]. What [does it show|is in front of me|colour is it]?
    Picture, please: what's on it?
    List [everything you see|the colours you see|the shapes|what's visible].
    Find the [heart|star|ring|tree|house][| for me].
    Give me the [colours|colors|main colour|number of shapes|digit in the image].
    """,
)
VIDEO_MORE: Final[Asking] = talk_asking(
    direct="""
    what goes on in [the|this|that|my] [video|clip|film|footage|recording of the camera]
    what did I [film|record with the camera|catch on film|catch on camera]
    what's [happening|going on|shown|the action] in [the|this|that|my] [video|clip|film|footage|movie]
    what takes place [in the clip|in the video|during the video|over the video]
    which [thing|shape|object|one] [moves|is moving|is in motion|slides by] in the [video|clip|film]
    which thing [grows|shrinks|appears|vanishes|stays put] in the [video|clip|film]
    how does the [video|clip|film|footage] [start|end|go on|finish]
    where does the [circle|star|heart|square|ball] [end up|start|land|head] in the [video|clip|film]
    what's at the [start|end|beginning] of the [video|clip|movie]
    in [which|what] direction does it [go|travel|slide|move] in the [video|clip|film]
    does it go [left or right|up or down] in the [video|clip|film]
    what can be seen [moving|changing|growing] in the [video|clip|footage]
    what [is|was] the [video|clip|film|footage|movie] [about|of]
    what is playing in the [video|clip|movie]
    what [story|scene] does the [video|clip|film] [tell|show]
    what stays still in the [video|clip|film]
    does anything [appear|disappear|change|grow|vanish|turn up] in the [video|clip|film]
    is anything [moving|going on|happening] in the [video|clip|footage]
    who or what moves in the [video|clip|film]
    can you [play back|replay|go over|recap|retell|sum up] [the video|the clip|the footage|the film]
    can you [play back|recap|retell] what [happens|goes on] in the [video|clip|film]
    can you watch the [video|clip] and [describe it|sum it up|tell me what moves]
    what did you [see|watch] in the [video|clip|film|footage]
    what colour is the [background|backdrop|thing that moves] in the [video|clip|film]
    """,
    embedded="""
    what goes on in the [video|clip|film|footage]
    what the [clip|film|footage|movie] [shows|is about]
    how the [video|clip|film] [ends|starts]
    which way it [goes|moves|travels] in the [video|clip]
    what [changes|appears|grows] in the [video|clip|film]
    [if|whether] anything [moves|happens|changes] in the [video|clip|film]
    which thing is moving in the [video|clip|footage]
    """,
    whole="""
    [Play back|Replay|Recap|Retell|Sum up|Recount] [the video|the clip|the film|what happens in the video].
    [Play back|Recap|Retell] what [happens|moves|goes on] in the [video|clip|film].
    [Watch|Check] the [video|clip|film|footage]. What [happens|moves|changes|do you see]?
    [Talk|Walk|Guide] me through the [video|clip|film|footage].
    [Clip|Movie|Film|Footage|The video|The clip|The action in the video]?
    Here's a [video|clip|movie]. What [happens|moves|is going on]?
    I can't [watch|see] the [video|clip]. What [happens|is going on] in it?
    Something [moves|grows|vanishes] in the [video|clip]. What is it?
    The [video|clip], [please|in short|in a nutshell|quickly]: what happens?
    Describe [the movement|the action|what moves] in the [video|clip|film].
    The [circle|star|heart|ball] [moves left|goes up|gets bigger] in the video, [right|doesn't it]?
    Give me [the gist|a summary|a short description] of the [video|clip|film|footage].
    So what's [the video|that clip|the film] about, then?
    """,
)
