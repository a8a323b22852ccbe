"""How people ask about drawn scenes: the patterns of `picture_questions_scene`.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = [
    "COUNT_THING",
    "DAY",
    "IN_SKY",
    "IS",
    "SKY_UP",
    "THINGS",
    "WEATHER",
]

DAY: Final = asking(
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
    """,
    clauses="""
    [if|whether] it is [day or night|night or day] {in}
    [if|whether] {pic} shows [day or night|night or day]
    [what|which] time of day it is {in}
    the time of day {in}
    """,
    terse="""
    [day or night|night or day]?
    time of day?
    [daytime or night|day or night time]?
    """,
)
IS: Final = asking(
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
    """,
    clauses="""
    [if|whether] it is {claim} {in}
    [if|whether] it looks {claim} {in}
    """,
    terse="""
    {claim}?
    {claim} {in}?
    {claim}, yes or no?
    is it {claim}?
    """,
)
WEATHER: Final = asking(
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
    """,
    clauses="""
    [what|how] the weather is {in}
    what the weather is like {in}
    what kind of weather it is {in}
    what weather you see {in}
    the weather {in}
    """,
    terse="""
    weather?
    the weather?
    weather {in}?
    how's the weather?
    [rain, snow or clear|clear, rain or snow]?
    """,
)
IN_SKY: Final = asking(
    direct="""
    is there the sun or the moon {in}?
    [do you see|can you see|is it] the [sun or the moon|moon or the sun] {in}?
    is the [sun or the moon|moon or the sun] [in the sky|up|shining|visible|out] {in}?
    what is in the sky {in}, the [sun or the moon|moon or the sun]?
    what [shines|is shining|lights up] [in the sky|above|] {in}?
    what do you see in the sky {in}?
    what is in the sky {in}?
    what's up in the sky {in}?
    which [light|body] is in the sky {in}, the [sun or the moon|moon or the sun]?
    """,
    clauses="""
    [if|whether] you see the [sun or the moon|moon or the sun] {in}
    [if|whether] the [sun or the moon|moon or the sun] is [up|in the sky|shining] {in}
    what is in the sky {in}
    what [shines|is shining] in the sky {in}
    """,
    terse="""
    [sun or moon|moon or sun]?
    in the sky?
    the sky?
    """,
)
SKY_UP: Final = asking(
    direct="""
    is the {body} [up|out|shining|in the sky|visible|there] {in}?
    do you see the {body} {in}?
    can [you|I|we] see the {body} {in}?
    is there [a|the] {body} [in the sky|] {in}?
    does the {body} [shine|show] {in}?
    does {pic} [show|have] [a|the] {body}?
    {in} is there a {body}?
    {in} is the {body} [up|out|in the sky]?
    is it the {body} [that shines|in the sky] {in}?
    did they draw [a|the] {body} {in}?
    """,
    clauses="""
    [if|whether] the {body} is [up|out|in the sky|shining] {in}
    [if|whether] there is a {body} {in}
    [if|whether] you see the {body} {in}
    """,
    terse="""
    {body}?
    the {body}?
    any {body}?
    a {body} {in}?
    """,
)
THINGS: Final = asking(
    direct="""
    what things are [there|] {in}?
    <what> [things|objects|items] do you see {in}?
    <what> [things|objects|items] can you [see|find|spot|make out|recognise|recognize] {in}?
    <what> [things|objects|items] are [drawn|shown|visible|to be seen] {in}?
    <what> [things|objects] does {pic} [show|contain|have]?
    [list|name|tell me|give me] [the|all the|all] [things|objects|items] [that you see|you can see|] {in}.
    what else is there {in} besides the sky?
    what did they draw {in}?
    {in} <what> things do you see?
    what is [drawn|shown|standing] in the scene?
    [make|give] a list of [the|all] [things|objects] {in}.
    """,
    clauses="""
    <what> [things|objects] you [see|can see] {in}
    <what> [things|objects] are {in}
    <what> [things|objects] are [drawn|shown] {in}
    the [things|objects] {in}
    """,
    terse="""
    [things|objects]?
    [things|objects] {in}?
    <what> [things|objects]?
    """,
)
COUNT_THING: Final = asking(
    direct="""
    how many {many} [are there|do you see|can you see|are|appear|are drawn|can you count] {in}?
    {in} how many {many} are there?
    {in} how many {many} do you see?
    what is the number of {many} {in}?
    count the {many} {in}.
    can you count the {many} {in}?
    how many {many} does {pic} [show|have|contain]?
    """,
    clauses="""
    how many {many} there are {in}
    how many {many} you [see|can see] {in}
    the number of {many} {in}
    """,
    terse="""
    how many {many}?
    number of {many}?
    """,
)
