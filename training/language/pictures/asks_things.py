"""How people ask what is in a drawn scene: sun or moon, things, their number.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking, joined
from anymal.training.language.pictures import asks_things_more as more

__all__ = [
    "COUNT_THING",
    "IN_SKY",
    "SKY_UP",
    "THINGS",
]

_IN_SKY: Final = asking(
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
    what [hangs|stands|glows|is up|is hanging] in the sky {in}, the [sun or the moon|moon or the sun]?
    what is [up|high] above [everything|the ground|the land|us] {in}, the [sun or the moon|moon or the sun]?
    is that the [sun or the moon|moon or the sun] [up there|in the sky|above|overhead|] {in}?
    is the [round|bright|shining] thing in the sky {in} the [sun or the moon|moon or the sun]?
    is it [sunlight or moonlight|moonlight or sunlight] {in}, the [sun or the moon|moon or the sun]?
    where does the light {in} come from, the [sun or the moon|moon or the sun]?
    what [gives|makes|sends] the light {in}, the [sun or the moon|moon or the sun]?
    what [lights|is lighting] up the scene {in}, the [sun or the moon|moon or the sun]?
    which [of the two|one] is [up|out|drawn|shining] {in}, the [sun or the moon|moon or the sun]?
    which do you see {in}, the [sun or the moon|moon or the sun]?
    [sun or moon|moon or sun|the sun or the moon|the moon or the sun], which is [up|out|it|there] {in}?
    did they [draw|paint|put in] the [sun or the moon|moon or the sun] {in}?
    have they drawn [a sun or a moon|a moon or a sun] {in}?
    does {pic} [show|have|feature|contain] the [sun or the moon|moon or the sun]?
    do we [see|have|get] the [sun or the moon|moon or the sun] {in}?
    look [up|at the sky] {in}[,|:] [is it|do you see|what is it,] the [sun or the moon|moon or the sun]?
    when I look up {in}, do I see the [sun or the moon|moon or the sun]?
    what would I see [if I looked up|looking up] {in}, the [sun or the moon|moon or the sun]?
    which [heavenly body|celestial body|light in the sky|body] [is it|is shown|do you see|is up|shines] {in}?
    what [heavenly body|celestial body] [is|do you see|is drawn|is shown] in the sky {in}?
    what [lights|is lighting] the sky {in}?
    what is [up there|overhead|up] in the sky {in}, [sun or moon|moon or sun]?
    there's something [round|bright|shining] in the sky {in}. is it the [sun or the moon|moon or the sun]?
    I see [a light|something round|something shining] in the sky {in}. [sun or moon|moon or sun]?
    [tell me|say|name] which is up {in}, the [sun or the moon|moon or the sun].
    """,
    clauses="""
    [if|whether] you see the [sun or the moon|moon or the sun] {in}
    [if|whether] the [sun or the moon|moon or the sun] is [up|in the sky|shining] {in}
    what is in the sky {in}
    what [shines|is shining] in the sky {in}
    [if|whether] [it is|that is|they drew] the [sun or the moon|moon or the sun] {in}
    which is [up|out|shining|in the sky] {in}, the [sun or the moon|moon or the sun]
    what [lights|is lighting] the sky {in}
    """,
    terse="""
    [sun or moon|moon or sun]?
    in the sky?
    the sky?
    the [sun or the moon|moon or the sun]?
    [sun or moon|moon or sun] {in}?
    [sun or moon|moon or sun] [up there|in the sky|out|overhead]?
    [sunshine or moonshine|moonlight or sunlight|sunlight or moonlight]?
    """,
)
_SKY_UP: Final = asking(
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
    is the {body} [drawn|shown|painted|to be seen|present|overhead|included|part of it] {in}?
    is the {body} [up there|above|high up|hanging in the sky|in view|on show] {in}?
    is that the {body} [up there|in the sky|shining|overhead|I see|] {in}?
    is the {body} [there|visible|out|up] or not {in}?
    is [it|that] [truly|really|] the {body} in the sky {in}?
    is it the {body} that [gives|makes] the light {in}?
    isn't that the {body} [in the sky|up there] {in}?
    has the {body} [come up|come out|risen|been drawn] {in}?
    have they [drawn|painted|put in|included] the {body} {in}?
    have [you|we] got [a|the] {body} [up there|in the sky|] {in}?
    did [they|somebody|the artist] [put|draw|paint|include] the {body} [in the sky|] {in}?
    do [you|we] [notice|spot|find|have|get] [a|the] {body} {in}?
    can [you|we] [spot|find|make out|point to] the {body} {in}?
    does the {body} [appear|hang|stand|feature|come up|light things up] [in the sky|] {in}?
    does {pic} [feature|contain|include|come with] the {body}?
    would I see the {body} if I looked up {in}?
    will I find the {body} [in the sky|up there|] {in}?
    there's [a|the] {body} [in the sky|up there|] {in}, [isn't there|right|yes|correct]?
    that's the {body} [in the sky|up there|] {in}, [isn't it|right|yes]?
    so the {body} is [out|up|shining] {in}, [yes|right|is it]?
    the {body} is [out|up|shining|in the sky] {in}, [isn't it|right|yes|true|correct]?
    the {body} {in}[,|:] is it [there|up|out|in the sky]?
    I think I see the {body} {in}. [am I right|is that right|do you too|is it there]?
    I'm [looking for|trying to find] the {body} {in}. is it [there|in the sky|up]?
    [look|check|see] [if|whether] the {body} is [up|out|there|in the sky|shining] {in}.
    [true or false|right or wrong|yes or no]: the {body} is [up|out|in the sky] {in}?
    my [son|daughter|friend|gran] says the {body} is [up|out|shining] {in}. is [that right|that true]?
    """,
    clauses="""
    [if|whether] the {body} is [up|out|in the sky|shining] {in}
    [if|whether] there is a {body} {in}
    [if|whether] you see the {body} {in}
    [if|whether] the {body} is [drawn|there|visible|to be seen|up there] {in}
    [if|whether] the {body} has [come out|come up|risen] {in}
    [if|whether] they [drew|painted] the {body} {in}
    [if|whether] {pic} [has|shows|includes] the {body}
    """,
    terse="""
    {body}?
    the {body}?
    any {body}?
    a {body} {in}?
    {body} [up|out|there|in the sky|or not|visible]?
    the {body} {in}?
    [see|spot|got] [a|the] {body}?
    is the {body} [up|out|there]?
    is that the {body}?
    """,
)
_THINGS: Final = asking(
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
    <what> [objects|things|items] [can be found|are there to see|are to be found] {in}?
    <what> [things|objects] [make up|are part of|belong to|appear in|feature in] {pic}?
    <what> [things|objects] [did they|did somebody|did the artist] [put|place|draw|paint] {in}?
    <what> [things|objects] [would I|can we|do we|will I] [find|see|meet|come across|bump into] {in}?
    <what> [things|objects] [do you notice|do you pick out|are around] {in}?
    what [stands|is standing|is placed|is drawn] in the [scene|landscape]?
    what [things|objects] could I [point at|point to|count|touch|bump into|walk up to] {in}?
    what [things|objects] would I [see|pass|walk past] if I [stood|walked about] {in}?
    what is [in|part of] the [scene|landscape|scenery|view] {in}?
    what [does the scene|does the landscape] [hold|contain|show|have in it]?
    what's [in|there in] the [scene|landscape|scenery]?
    what is there [in the landscape|in the scene|on the ground and in the air]?
    what, [apart from|besides|other than] [the sky|sun or moon], [is there|do you see] {in}?
    [apart from|besides|other than] the [sun or moon|sky], what [is there|do you see] {in}?
    [list|name|tell me|give me|read out] [each|every] [thing|object|item] [you see|you can see|] {in}.
    [list|name|tell me|read out|reel off] [everything|all the things] [you see|you find] {in}.
    [go through|run through|tick off|count off] the [things|objects|items] {in}.
    [make|write|give me] [an inventory|a list] of what is [drawn|there] {in}.
    I spy with my little eye: <what> [things|objects] [do you spy|can I spy] {in}?
    I'd like a list of the [things|objects|items] {in}.
    I can't see the [things|objects] {in}. <what> ones are there?
    the [things|objects] {in}[,|:] [what are they|which are they|can you name them]?
    there are [some|a few] things {in}. [what are they|which ones|can you name them]?
    can you [name|list|tell me|pick out|identify] the [things|objects|items] {in}?
    could you [please|] [list|name|go through] the [things|objects|items] {in} [for me|]?
    [a|the] list of [things|objects] {in}[, please|].
    what [bits and pieces|thingies|bits and bobs] [are there|do you see|did they draw] {in}?
    what do you [spot|pick out] in the [scene|landscape]?
    """,
    clauses="""
    <what> [things|objects] you [see|can see] {in}
    <what> [things|objects] there are {in}
    <what> [things|objects] are [drawn|shown] {in}
    the [things|objects] {in}
    <what> [things|objects|items] [make up|appear in|are in] the scene
    <what> [things|objects] [they drew|they put|you can spot|you find|there are] {in}
    what [stands|is drawn] in the [scene|landscape]
    what there is besides the sky {in}
    """,
    terse="""
    [things|objects]?
    [things|objects] {in}?
    <what> [things|objects]?
    [all|list the|list all|name the|which] [things|objects|items]?
    [list|name] [the|all] [things|objects] {in}?
    [a|] list of [things|objects]?
    [things|objects|items], please?
    [things|objects] [there|drawn|in the scene]?
    """,
)
_COUNT_THING: Final = asking(
    direct="""
    how many {many} [are there|do you see|can you see|appear|are drawn|can you count] {in}?
    {in} how many {many} are there?
    {in} how many {many} do you see?
    what is the number of {many} {in}?
    count the {many} {in}.
    can you count the {many} {in}?
    how many {many} does {pic} [show|have|contain]?
    how many {many} [are visible|are to be seen|can be seen|can be counted|show up] {in}?
    how many {many} [did they|did somebody|did the artist] [draw|paint|put|place] {in}?
    how many {many} [have they|has somebody] [drawn|painted|put] {in}?
    how many {many} [have we got|have you got|do we have|do I see] {in}?
    how many {many} [could|can|do] [I|we|you] [find|spot|count|make out|point to] {in}?
    how many {many} [belong to|feature in|are part of] {pic}?
    how many {many} does {pic} [hold|include|feature]?
    how many of [the|these] things are {many} {in}?
    how many [things|objects] {in} are {many}?
    how many {many} in total {in}?
    how many {many}, [if any|if there are any|all told|altogether|all in all], [are there|do you see] {in}?
    just how many {many} [are there|do you see|did they draw] {in}?
    what number of {many} [do you see|are there|is drawn|can you find] {in}?
    what is the [count|total|tally] of {many} {in}?
    what [count|number] do you get for {many} {in}?
    {many}[,|:] how many [are there|do you see] {in}?
    {many} {in}: how many [are there|do you see|of them]?
    {in} there are how many {many}?
    [tell me|give me|say|state] the [number|count] of {many} {in}.
    [tot up|tally|tally up] the {many} {in}.
    [count|go and count|please count] [all|] the {many} [for me|] {in}.
    [could|would] you [please|] count the {many} {in} [for me|]?
    I want to count the {many} {in}. how many [are there|do you get|should I get]?
    I'm [counting|looking for] {many} {in}. how many [are there|do you see|will I find]?
    if you count the {many} {in}, [what do you get|how many are there|how many is that]?
    are there any {many} {in}, and how many?
    """,
    clauses="""
    how many {many} there are {in}
    how many {many} you [see|can see] {in}
    the number of {many} {in}
    how many {many} [there are|are drawn|are visible|can be seen] {in}
    how many {many} they [drew|painted|put] {in}
    how many {many} {pic} [has|shows]
    how many of the things {in} are {many}
    """,
    terse="""
    how many {many}?
    number of {many}?
    {many}, how many?
    {many} [count|number|total]?
    count of {many}?
    how many {many} {in}?
    count the {many}?
    """,
)
COUNT_THING: Final = joined(_COUNT_THING, more.COUNT_THING)
IN_SKY: Final = joined(_IN_SKY, more.IN_SKY)
SKY_UP: Final = joined(_SKY_UP, more.SKY_UP)
THINGS: Final = joined(_THINGS, more.THINGS)
