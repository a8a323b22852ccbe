"""More words in which people ask about the time of day and the weather of a drawn scene.

Knows wording only, `pictures.asks_scene` puts it beside its own; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["DAY", "IS", "WEATHER"]

DAY: Final = asking(
    direct="""
    what's the time of day {in}?
    [roughly|about] when in the day [is it|are we|was this] {in}?
    it could be [day or night|night or day] {in}. which [one|] [is it|do you think]?
    [day or night|night or day]: [help me decide|you tell me] {in}.
    are [people|they|folks] [saying|wishing each other] [good day or good night|good night or good day] {in}?
    is it time to [get up or go to bed|go to bed or get up|work or sleep] {in}, [day or night|night or day]?
    would my [watch|phone|alarm clock] say [day or night|night or day] {in}?
    would [a rooster crow or an owl hoot|an owl hoot or a rooster crow] {in}, [day or night|night or day]?
    [am I|are we] looking at [a day or a night|a night or a day|day or night|night or day] {in}?
    are we talking [day or night|night or day|daytime or night-time] {in}?
    does this happen [by day or by night|at night or in the day|during the day or during the night] {in}?
    is this [happening|going on] [in the daytime or at night|at night or in the daytime] {in}?
    is {pic} meant to be [day or night|night or day|daytime or night-time|at night or in the daytime]?
    [what|which] is it meant to be {in}, [day or night|night or day]?
    has the sun [set|gone down] or is it still [day|daytime] {in}?
    has the sun [come up|risen] or is it still [night|night-time] {in}?
    is it [dark|night] out or [light|day] out {in}?
    is the time {in} [day or night|night or day]?
    the time of day {in}[,|:] [what is it|which is it|any guess|do you know it]?
    the time {in}[,|:] is it [day or night|night or day]?
    the hour {in}[,|:] [day or night|night or day]?
    {pic}[,|:] [day or night|night or day|daytime or nighttime]?
    what period of the day is [it|this|shown|drawn] {in}?
    [which|what] of the two is it {in}, [day or night|night or day]?
    [I'd|I would] like to know the time of day {in}.
    [I need|I have] to [write down|report|log|note] the time of day {in}. [is it|was it] [day or night|night or day]?
    for my [report|notes|diary|log]: [day or night|night or day] {in}?
    my [kid|son|mum|wife|friend] says day, I say night. who is right {in}, is it [day or night|night or day]?
    is the lighting {in} that of [day or night|night or day]?
    does the sky {in} [look like|say|tell you|suggest|mean] [day or night|night or day]?
    what does the sky {in} tell you about the time of day?
    by the look of [it|the sky|things], is it [day or night|night or day] {in}?
    kindly [tell|inform] me [if|whether] it is [day or night|night or day] {in}.
    [determine|identify|establish|classify] the time of day {in}.
    classify {pic} as [day or night|night or day].
    it is [day or night|night or day] {in}?
    what is time in {pic}, [day or night|night or day]?
    which time is {in}, [day or night|night or day]?
    sorry, is this [day or night|night or day] {in}?
    are they having [day or night|night or day] {in}?
    do they have [day or night|night or day|daylight or darkness] {in}?
    do we have [daylight or darkness|day or night|night or day] {in}?
    is that a [daylight or a night-time|night-time or a daylight] [scene|sky] {in}?
    [night-time scene or daytime scene|daytime scene or night-time scene|night scene or day scene] {in}?
    nocturnal or [daytime|daylight] scene {in}?
    has it got dark {in} yet, or is it still day?
    could I see without a lamp {in}, I mean is it [day or night|night or day]?
    is it [the middle of the day or of the night|the middle of the night or of the day] {in}?
    is it [broad daylight or lights out|pitch dark or broad daylight|broad daylight or dead of night] {in}?
    is it [playtime or bedtime|bedtime or playtime|lunchtime or bedtime|bedtime or school time] {in}?
    are the [kids|children|little ones] [out playing or tucked up in bed|in bed or out playing] {in}?
    are the birds [awake or asleep|asleep or awake] {in}, [day or night|night or day]?
    would the [shops|schools|banks] be [open or shut|shut or open] {in}, [day or night|night or day]?
    would I [open or draw|draw or open] the curtains {in}, is it [day or night|night or day]?
    would a [candle|night light] be lit {in}, or is it [still|] day?
    could I [thread a needle|see my own feet|read a book] without a lamp {in}, or is it night?
    [day shift or night shift|night shift or day shift] {in}?
    has the [daylight|light of day|sunlight] gone {in}, or is it still daytime?
    is everyone asleep {in}, or is it daytime?
    is it day {in}, or has night come?
    is it [night {in}, or is it day|day {in}, or is it night]?
    is it [day {in}? or night|night {in}? or day]?
    daytime, is it, or night {in}?
    when [is|was] this {in}, [by day or at night|at night or by day]?
    when is it {in}, [day or night|night or day]?
    I [just woke up|lost all sense of time|have jet lag|dozed off]. is it [day or night|night or day] {in}?
    I'm [sitting indoors|lying in bed|down in the cellar|on the sofa]. is it [day or night|night or day] {in}?
    my watch [has stopped|is broken|has no numbers]. what time of day is it {in}?
    [look here|see here|sounds silly, but|first question:] is it [day or night|night or day] {in}?
    what does the light outside tell you {in}, [day or night|night or day]?
    you'd say [day or night|night or day] {in}?
    """,
    clauses="""
    [if|whether] this is [day or night|night or day] {in}
    [if|whether] it's [daytime or night|night or daytime|daylight or dark outside] {in}
    [if|whether] the sun [is still up or it is night already|has set or it is still day] {in}
    [if|whether] {pic} is [meant to be day or night|a night scene or a day scene]
    at what time of [the day|day] this [is|happens] {in}
    which part of the day it is {in}
    [if|whether] the sky {in} looks like [day or night|night or day]
    [if|whether] we have [day or night|night or day|daylight or darkness] {in}
    when this is {in}, [by day or at night|at night or by day]
    [if|whether] [night has come or it is still day|it is day or night has come] {in}
    [if|whether] the kids are [asleep or out playing|out playing or asleep] {in}, [day or night|night or day]
    """,
    terse="""
    time {in}, [day or night|night or day]?
    [night scene or day scene|day scene or night scene|day sky or night sky]?
    [which|what] time of [day|the day]?
    [good morning or good night|good day or good night|good night or good day]?
    [daylight or darkness|dark outside or light outside|light out or dark out]?
    sun up or [sun down|gone]?
    [bed or breakfast time|up and about or in bed], [day or night|night or day]?
    {pic} [day or night|night or day]?
    [day? night|day? or night|night? or day|day/night]?
    [playtime or bedtime|bedtime or playtime|day shift or night shift]?
    [when|what time] is it, [day or night|night or day]?
    """,
)
IS: Final = asking(
    direct="""
    would it be {claim} {in}?
    is it {claim} {in} or something else?
    is it {claim} [at the moment|now|just now|at present|by any chance|at all] {in}?
    it is {claim} {in} or not?
    it's {claim} {in} or [isn't it|what|not|am I wrong]?
    it is {claim} {in}?
    it's {claim} {in}, [innit|eh|huh|no|aye|na|yeah|okay|don't you think]?
    it must be {claim} {in}, [right|mustn't it|correct|surely]?
    {claim} is what it is {in}, [right|correct|is it]?
    {claim} is my guess {in}. [am I right|is that right|correct|is that so]?
    my guess [would be|is] {claim} {in}. [am I right|is that right|correct]?
    [if I say|when I say|suppose I say] it is {claim} {in}, am I right?
    would I be right [to say|in saying|to think] it is {claim} {in}?
    [someone|somebody|they] told me it is {claim} {in}. [is it|true|is that true|can you confirm]?
    I was told it is {claim} {in}. [is that right|is it|true]?
    I [heard|read|wrote|noted] [that|] it is {claim} {in}. [is that right|is that correct|is it]?
    I can't [tell|see|make out] [if|whether] it is {claim} {in}. is it?
    we [can't agree|argue] [if|whether] it is {claim} {in}. is it?
    do you see that it is {claim} {in}?
    does the [sky|drawing|scene] say it is {claim} {in}?
    does the [sky|scene] [show|tell|suggest] that it is {claim} {in}?
    from what you see, is it {claim} {in}?
    as far as you can [see|tell|judge], is it {claim} {in}?
    [judging by|going by|from] [the sky|the look of it|what is drawn], is it {claim} {in}?
    [can|could|would] you confirm [that|] it is {claim} {in}?
    can it be said that it is {claim} {in}?
    is it [fair|safe|right|correct] to say [that|] it is {claim} {in}?
    is it {claim} {in}, [I wonder|do you reckon|would you think|what do you think]?
    is it {claim} where [they are|this is|that is] {in}?
    is "{claim}" [right|correct|true|the right word] {in}?
    would "{claim}" [fit|describe it|be right|be correct] {in}?
    has it been drawn as {claim} {in}?
    how about {claim} {in}, is it that?
    {claim}, is it {in}?
    {in} it is {claim}, [right|yes|correct]?
    would somebody [standing|who stands|who lives] there say it is {claim} {in}?
    would you [say|call it] {claim} {in}, [yes or no|or not]?
    statement: it is {claim} {in}. [true or false|true|correct|right or wrong]?
    is it {claim} {in}? [I think so|I'd say so|I believe so|I hope so|I doubt it|looks like it to me].
    {claim} {in}? [I think so|seems so to me|looks like it|hope so|is it really].
    I [hope|fear|suspect|take it|gather|notice|imagine] it's {claim} {in}. [is it|am I right|is that so]?
    [let me guess|don't tell me|I knew it]: it's {claim} {in}. [right|am I right|is it]?
    [look here|now look|first question:|one question:|number one on my list:] is it {claim} {in}?
    I'm [sitting by the window|on the sofa|walking home|standing at the door]. is it {claim} {in}?
    [I'm indoors|I left my glasses at home|I can't look up]. is it {claim} {in}?
    tell me [straight|honestly|truly], is it {claim} {in}?
    it's {claim} {in}, [or am I seeing things|or am I mistaken|is it not|don't you agree]?
    [goodness|oh dear|oh good|would you believe], it's {claim} {in}, [isn't it|right]?
    at first glance it's {claim} {in}. is [it|that right]?
    would a [child|sailor|farmer|postman] say it is {claim} {in}?
    can I [write down|tell them|take it] that it is {claim} {in}?
    """,
    clauses="""
    [if|whether] it's {claim} {in}
    [if|whether] it is [really|actually|truly] {claim} {in}
    [if|whether] I am right that it is {claim} {in}
    [if|whether] it is {claim} [at the moment|right there|where this is] {in}
    [if|whether] it would be {claim} {in}
    [if|whether] it is {claim} or not {in}
    [if|whether] I [should|can] call it {claim} {in}
    [if|whether] it's meant to be {claim} {in}
    """,
    terse="""
    {claim} [now|there|here|outside now|at the moment]?
    it is {claim}?
    {claim} [I guess|I think|maybe|is it|innit|eh|huh], [right|or not|yes]?
    [surely|definitely|really|actually] {claim}?
    {claim}, [true or false|right or wrong]?
    {claim}, [is it|you reckon|you think|I take it|I suppose]?
    [is it|it's] {claim} [then|there|over there]?
    """,
)
WEATHER: Final = asking(
    direct="""
    how's the weather [over there|out there|up there|looking|holding up] {in}?
    how is weather {in}?
    what is weather like {in}?
    weather {in} is [what|how|like what]?
    what [do we have|have we got|have they got] [for weather|in the way of weather|weatherwise] {in}?
    what [sort|kind|type] of [a|] day is it {in} as far as the weather goes?
    what [kind|sort|type] of weather [do they have|are they having|are we having|are they getting] {in}?
    what [kind|sort|type] of weather [would I|will I|do I|would we] [meet|face|get|have|find] {in}?
    which weather [is shown|prevails|is depicted|can be seen|fits] {in}?
    what [would a|does the] weather [forecast|report|app|man|girl] say [about it|] {in}?
    what would [the weather report|the news] say about the weather {in}?
    what does the sky [do|look like|bring|have for us|hold], rain, snow or nothing {in}?
    what are the skies like {in}[, weather-wise|], [rain, snow or clear|clear, rain or snow]?
    what are the conditions [outside|outdoors|like|out there|] {in}?
    what weather must they put up with {in}?
    what weather has the artist [chosen|given us|painted] {in}?
    what is the climate doing {in}, [rain, snow or clear|snow, rain or clear]?
    is it [wet|rainy], [white|snowy] or [dry|clear] {in}?
    is it [dry, rainy or snowy|snowy, dry or rainy|rainy, dry or snowy] {in}?
    is it [chucking it down|raining cats and dogs|hammering down], snowing, or clear {in}?
    is something [falling|coming down] [from the sky|from above] {in}, and what is the weather?
    is [the weather|it] rain, snow or [fair|clear|fine] {in}?
    are there [raindrops, snowflakes or neither|snowflakes, raindrops or neither] in the air {in}?
    are those [raindrops or snowflakes|snowflakes or raindrops], or is it clear {in}?
    do you see [raindrops, snowflakes or a clear sky|flakes, drops or a clear sky] {in}?
    do they have [rain, snow or clear weather|snow, rain or a clear sky] {in}?
    does it [rain or snow|snow or rain] {in}, or is it clear?
    will I get [rained on, snowed on or neither|snowed on, rained on or neither] {in}?
    would I get [wet, white or stay dry|white, wet or stay dry] {in}, what is the weather?
    would I need [wipers, snow chains or neither|snow chains, wipers or neither] for the weather {in}?
    should I wear [wellies, snow boots or trainers|snow boots, wellies or sneakers] for the weather {in}?
    should I take [an umbrella, a snow shovel or nothing|a sledge, an umbrella or nothing] {in}, weather-wise?
    I'm getting dressed. [how's|what's] the weather {in}?
    I'm [about to leave|on my way out|taking the dog out|walking to school]. what's the weather {in}?
    I'm [flying|driving|cycling|sailing] there. what are the weather conditions {in}?
    I [can't see|couldn't see] the sky. [what's|how's] the weather {in}?
    I have to [write|draw|note] the weather in my diary. what is it {in}?
    [before|if] I go out there, what weather [should I expect|is waiting for me|am I in for] {in}?
    my [gran|mother|boss|little boy] asks about the weather {in}. what [shall|should|do] I say?
    weather [please|check|report|update|situation|conditions|forecast] {in}?
    weather [report|update|check] {in}, please.
    kindly [tell|inform] me about the weather {in}.
    [sum up|summarise|summarize|characterise|classify|state|name] the weather {in}.
    let's talk about the weather[.|:] [how is it|what is it like] {in}?
    speaking of the weather, [how is it|what is it like|what's it like] {in}?
    talk me through the weather {in}.
    about the weather[,|:] [how is it|what is it|what do you see] {in}?
    as [for|to] the weather, [how is it|what is it like|what do you see] {in}?
    meteorologically speaking, what [do we have|is it] {in}?
    precipitation {in}[,|:] rain, snow or [none|neither]?
    what precipitation [is there|do you see|falls] {in}, if any?
    [any|is there any] precipitation {in}, [rain or snow|snow or rain]?
    [fair|good|fine] weather, rain or snow {in}?
    [it's|it is] [rain, snow or clear|clear, rain or snow|snow, rain or clear] {in}?
    is it [a grand day|lovely out|dreich|grim out|miserable|gorgeous out] {in}, what's the weather?
    what's that [pouring|drifting|dropping|coming] down {in}, rain, snow or nothing at all?
    what [wets|lands on|drops on] the [ground|grass|roofs] {in}, rain, snow or nothing?
    what would I [hear on the roof|feel on my nose|see on my sleeve] {in}, rain, snow or nothing?
    are those [drops or flakes|flakes or drops] {in}, or is the sky clear?
    [sledge, brolly or deckchair|deckchair, brolly or sledge] {in}, going by the weather?
    which of the three is it {in}: [rain, snow or clear|clear, rain or snow|snow, clear or rain]?
    [raining, snowing or neither|snowing, raining or neither], which is it {in}?
    any rain {in}? any snow? or is it clear?
    is it rain {in}? or snow? or is it clear?
    what'll it be {in}, [rain, snow or a clear sky|a clear sky, snow or rain]?
    what have they got {in}, [rain, snow or a clear sky|snow, a clear sky or rain]?
    have they got [good|bad|nice|nasty] weather {in}, and what is it?
    is the weather being [kind|nasty|nice] to [them|us] {in}, and what is it?
    how do they have it {in}, weather-wise?
    I'm [sitting by the window|lying in bed|running late|walking to the bus]. what's the weather {in}?
    I left my [coat|brolly|hat] [behind|at home|on the bus]. [what's|how's] the weather {in}?
    I hear [drumming|dripping|nothing] on the roof. what's the weather {in}?
    [look here|look outside|look out|first things first], what's the weather {in}?
    [let me have|do me|I'd like] the weather {in}[, please|].
    and now [for|] the weather[:|,] what is it {in}?
    what weather would a [farmer|sailor|postman|builder|shepherd] have {in}?
    the weather's [what|how] {in}?
    """,
    clauses="""
    what's the weather like {in}
    what [kind|sort|type] of weather they [are having|have|get] {in}
    what the [weather|sky] is up to {in}
    what the weather conditions are {in}
    which weather [to expect|to dress for|I'd meet|is shown] {in}
    [if|whether] there is [rain, snow or neither|snow, rain or neither] {in}
    [if|whether] it [rains, snows or is clear|snows, rains or is clear] {in}
    what to wear for the weather {in}, that is, what the weather is
    what, if anything, is coming down from the sky {in}
    which it is {in}, [rain, snow or clear|clear, snow or rain|snow, rain or clear]
    what is dropping from the clouds {in}, rain, snow or nothing
    what weather they [wake up to|walk about in|live with] {in}
    """,
    terse="""
    [weather|the weather] [now|there|outside|today], please?
    how weather {in}?
    what weather {in}?
    rain? snow? [clear|neither]?
    [raining|rainy], [snowing|snowy] or [clear|dry]?
    [precipitation|conditions|sky conditions|weather type]?
    [raindrops, snowflakes or neither|snowflakes, raindrops or nothing]?
    [wellies, snow boots or sandals|sandals, wellies or snow boots] weather?
    [how|what] is it out there weatherwise?
    [sledge, brolly or deckchair|brolly, sledge or deckchair]?
    [rain, snow or none|drops or flakes or neither|wet, white or dry|dry, wet or white]?
    [how's it looking|what have we got] weatherwise?
    """,
)
