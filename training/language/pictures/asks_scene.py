"""How people ask about drawn scenes: time of day and weather (what is in them: `pictures.asks_things`).

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking, joined
from anymal.training.language.pictures import asks_scene_more as more
from anymal.training.language.pictures.asks_things import COUNT_THING, IN_SKY, SKY_UP, THINGS

__all__ = [
    "COUNT_THING",
    "DAY",
    "IN_SKY",
    "IS",
    "SKY_UP",
    "THINGS",
    "WEATHER",
]

_DAY: Final = asking(
    direct="""
    is it [day or night|night or day|daytime or night|day time or night time|light out or dark out] {in}?
    is it [day or night|night or day] {in}?
    is [this|it] a [day or a night|night or a day] [scene|picture|image|drawing] {in}?
    [what|which] time of [day|the day] is it {in}?
    what time of day does {pic} show?
    what time of day [do you see|would you say it is|might it be] {in}?
    does {pic} show [day or night|night or day|the day or the night]?
    is {pic} [taken|drawn|set|made] [by day or by night|during the day or at night|at night or by day]?
    was {pic} [drawn|set|made] [by day or by night|during the day or at night]?
    {in} is it [day or night|night or day]?
    do you see [day or night|night or day] {in}?
    would you say it is [day or night|night or day] {in}?
    roughly what time is it {in}, [day or night|night or day]?
    [daytime or night time|day or night|night or day] {in}?
    when does {pic} [take place|happen], [day or night|by day or by night]?
    is it [daylight or darkness|light or dark outside|dark or light outside|day-time or night-time] {in}?
    is [it|this] [a daytime or a night-time|a night-time or a daytime] [scene|picture|view] {in}?
    is {pic} [a day or a night scene|a night or a day scene|by daylight or by moonlight]?
    is the sky {in} [a day or a night sky|a night or a day sky|that of the day or of the night]?
    is [the sun still up or is it night|it bedtime or daytime|it still day or already night] {in}?
    [has night fallen|has the night come] or is it [still|] day {in}?
    has the day [begun|broken] or is it still night {in}?
    would [I|people|folk] be [awake or asleep|in bed or up and about] {in}, is it [day or night|night or day]?
    should I say good [day or good night|night or good day] {in}, is it [day or night|night or day]?
    do I need [a torch or sunglasses|sunglasses or a torch|a flashlight or shades|shades or a torch] {in}?
    do I need [my torch or my sunnies|sunglasses or a lamp|a sun hat or a torch|a lantern or a sun hat] {in}?
    would the street lights be [on or off|off or on] {in}, is it [day or night|night or day]?
    would a clock {in} [show|say|read] [day or night|night or day]?
    which [half|part] of the [24 hours|day] is it {in}, [day or night|night or day]?
    [what|which] [part|time|half] of the day [is shown|is drawn|do we see|is it set at|would you guess] {in}?
    about what time [of day|] is it {in}, [day or night|night or day]?
    what would you say {in}, [day or night|night or day]?
    [day or night|night or day][,|:] [what do we have|which is it|which one|what would you say] {in}?
    [day or night|night or day], {pic}?
    what [do you reckon|is your guess] {in}, [day or night|night or day]?
    did they draw [the day or the night|the night or the day|day or night|night or day] {in}?
    have they drawn [day or night|night or day] {in}?
    does it look [like day or like night|like night or like day|more like day or more like night] {in}?
    can you [tell|make out|judge|guess] the time of day {in}?
    are we in [the day or the night|the daytime or the night|the night or the day] {in}?
    at [what|which] time of [the day|day] is {pic} [set|drawn]?
    at what time of day does {pic} [take place|play|happen]?
    when is {pic} set, [by day or by night|at night or by day|day or night]?
    I can't tell [day from night|the time of day] {in}. which is it, [day or night|night or day]?
    [judging by|from|going by] the sky, is it [day or night|night or day] {in}?
    [tell me|say|guess]: is it [day or night|night or day] {in}?
    [name|give me|tell me|state|guess|work out] the time of day {in}.
    """,
    clauses="""
    [if|whether] it is [day or night|night or day] {in}
    [if|whether] {pic} shows [day or night|night or day]
    [what|which] time of day it is {in}
    the time of day {in}
    [if|whether] it is [light or dark outside|daytime or night-time|still day or already night] {in}
    [if|whether] they drew [day or night|night or day] {in}
    [if|whether] {pic} is [a day or a night scene|set by day or at night]
    [if|whether] I need [a torch or sunglasses|sunglasses or a torch] {in}
    """,
    terse="""
    [day or night|night or day]?
    time of day?
    [daytime or night|day or night time]?
    [day|daytime] or [night|night-time|nighttime]?
    [night|night-time|night time] or [day|daytime]?
    [torch or sunglasses|sunglasses or torch]?
    [time of day|day or night|night or day] {in}?
    is it [day or night|night or day]?
    """,
)
_IS: Final = asking(
    direct="""
    is it {claim} {in}?
    is it {claim} {in}?
    {in} is it {claim}?
    would you say it is {claim} {in}?
    is it [true|right|correct] that it is {claim} {in}?
    it is {claim} {in}, [right|isn't it|correct|true or not]?
    I think it is {claim} {in}. [is that right|am I right|is that true]?
    does it look like it is {claim} {in}?
    do you think it is {claim} {in}?
    can you see that it is {claim} {in}?
    [check|look] [if|whether] it is {claim} {in}.
    it's {claim} {in}, [isn't it|right|yes|am I right|correct]?
    isn't it {claim} {in}?
    so it's {claim} {in}, [yes|right|is it|then]?
    it [looks|seems] {claim} [to me|] {in}. [is it|do you agree|am I right|right]?
    does it [look|seem|appear] [to be|] {claim} [outside|out there|] {in}?
    is it [really|actually|truly|indeed|currently] {claim} {in}?
    is it {claim} [outside|out there|out|there] {in}?
    is it [supposed|meant] to be {claim} {in}?
    [could|can|might] it be {claim} {in}?
    can [you|we] say it is {claim} {in}?
    would you [agree|guess|think|reckon] it is {claim} {in}?
    do you [reckon|believe|find|agree|feel] it is {claim} {in}?
    did they draw it as if it were {claim} {in}?
    did they mean it to be {claim} {in}?
    am I right [that|in thinking|to say] it is {claim} {in}?
    is it {claim} or not {in}?
    is it {claim} where {pic} is set?
    is it {claim} in the [scene|landscape|drawing]?
    if I [stood|were|walked] there {in}, would it be {claim}?
    I'd [say|guess|bet] it is {claim} {in}. [am I right|do you agree|correct|agreed]?
    I [believe|reckon|guess|suppose] it is {claim} {in}. [is that right|am I right|do you agree]?
    my [friend|mate|sister|grandad|teacher] says it is {claim} {in}. is [that right|that true|that so]?
    [true or false|right or wrong|yes or no]: it is {claim} {in}?
    [confirm|verify|see|check for me] [that|whether] it is {claim} {in}.
    does {pic} show that it is {claim}?
    {in} {claim} or not?
    """,
    clauses="""
    [if|whether] it is {claim} {in}
    [if|whether] it looks {claim} {in}
    [if|whether] it is {claim} [outside|out there|out] {in}
    [if|whether] it [seems|appears] [to be|] {claim} {in}
    [if|whether] they drew it as if it were {claim} {in}
    [if|whether] it might be {claim} {in}
    """,
    terse="""
    {claim}?
    {claim} {in}?
    {claim}, yes or no?
    is it {claim}?
    {claim} [or not|right|then|outside|out there]?
    [is it|it's] {claim} {in}?
    [so|and] is it {claim}?
    it is {claim}, [right|yes|correct]?
    {claim}, [correct|true|am I right|isn't it]?
    """,
)
_WEATHER: Final = asking(
    direct="""
    [what is|what's|how is|how's] the weather [like|] {in}?
    what is the weather {in}?
    what weather [is it|do you see|do they have|is there|can you see] {in}?
    what kind of weather [is it|do you see|is there|is shown] {in}?
    what sort of weather [is it|do you see|is there] {in}?
    what does the weather look like {in}?
    what is the weather doing {in}?
    is it [raining, snowing or clear|clear, raining or snowing|rainy, snowy or clear] {in}?
    is it [raining or snowing|snowing or raining], or is it clear {in}?
    {in} what is the weather like?
    [describe|report] the weather {in}.
    [give|tell] me the weather {in}.
    what [is falling|comes|is coming down] from the sky {in}, if anything?
    how would you describe the weather {in}?
    [do I|would I|will I] need an umbrella {in}, what is the weather?
    <what> weather does {pic} show?
    what are the weather conditions {in}?
    what's [it doing outside|the weather up to|the weather doing|it like outside|it like out] {in}?
    what is the [sky|weather] up to [outside|] {in}?
    how is it [outside|out there|weatherwise|weather-wise] {in}?
    how does the [weather|sky] look [to you|] {in}?
    how are the weather conditions [outside|] {in}?
    [wet or dry|dry or wet|fine or wet|rain or shine], [how|what] is the weather {in}?
    is it [wet, white or dry|dry, wet or white] outdoors {in}?
    is there [rain, snow or neither|rain or snow or neither|any rain or snow, or is it clear] {in}?
    is [rain or snow|snow or rain] [coming down|falling] {in}, or is it clear?
    is it [bucketing down|pouring|drizzling|tipping down], snowing or clear {in}?
    is the weather [good or bad|nice or nasty|bad or good], what is it like {in}?
    what falls [from the sky|from above|out of the clouds|down] {in}, rain, snow or nothing?
    what would [fall|land|come down] on my head if I [stood|were|was|walked] {in}, rain, snow or nothing?
    what would I [get|feel] on my [face|head|coat] {in}, rain, snow or nothing?
    what weather [would I need to dress for|should I dress for|would I be out in|did they draw] {in}?
    how should I dress {in}, what is the weather?
    do I need [a brolly or snow boots|snow boots or an umbrella|an umbrella, snow boots or neither] {in}?
    [umbrella, snow boots or neither|brolly, woolly hat or neither], going by the weather {in}?
    can I go out without [a coat|a brolly|getting wet] {in}, what is the weather?
    is it [picnic|umbrella|snowman] weather {in}, or what else is the weather?
    I'm [going out|off out|popping out]. what is the weather [like|doing] {in}?
    I'm [planning a walk|going for a walk|off on a picnic] there. what's the weather {in}?
    they are off on a trip. what weather do they have {in}?
    [report|read me|describe] the weather [like a weatherman|like on the radio|in brief|] {in}.
    be my weatherman[,|:] what is it doing {in}?
    which [kind of|sort of|] weather [did they draw|is drawn|is it|have we got] {in}?
    which is it {in}, [rain, snow or a clear sky|a clear sky, rain or snow|snow, rain or clear]?
    [rain, snow or clear|clear, snow or rain|snow, rain or clear skies], which [is it|would you say] {in}?
    tell me about the weather {in}.
    is there any [bad weather|weather to speak of] {in}, rain or snow?
    what's with the weather {in}?
    the weather {in}[,|:] [what is it|how is it|what's it like|rain, snow or clear]?
    """,
    clauses="""
    [what|how] the weather is {in}
    what the weather is like {in}
    what kind of weather it is {in}
    what weather you see {in}
    the weather {in}
    [what|which] [weather|sort of weather] [they have|there is|is drawn|we have] {in}
    what [it is doing outside|the sky is doing|falls from the sky] {in}
    [if|whether] it is [raining, snowing or clear|clear, raining or snowing|snowing, raining or clear] {in}
    what [the weather|it] is like [outside|out there] {in}
    """,
    terse="""
    weather?
    the weather?
    weather {in}?
    how's the weather?
    [rain, snow or clear|clear, rain or snow]?
    [what's the weather like|how's the weather|how is the weather|what weather]?
    weather [report|please|conditions|check]?
    [rain, snow|snow, rain] or [clear|dry]?
    [wet|rainy], snowy or [dry|clear]?
    [umbrella|brolly], snow boots or neither?
    what's it [doing outside|like out|like outside]?
    """,
)
DAY: Final = joined(_DAY, more.DAY)
IS: Final = joined(_IS, more.IS)
WEATHER: Final = joined(_WEATHER, more.WEATHER)
