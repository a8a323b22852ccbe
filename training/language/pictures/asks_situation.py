"""How people ask about a picture by what they would do there: umbrellas, torches, animals, a steady hand.

Knows wording only; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking, joined
from anymal.training.language.pictures import asks_needs_more
from anymal.training.language.pictures import asks_situation_more as more

__all__ = ["DULL", "IS_SORT", "LIT", "NEEDS", "SHAKEN", "STEADY", "WHICH_SORT"]

_WEAR: Final = "[umbrella|brolly|raincoat|rain jacket|pair of wellies]"
_LAMP: Final = "[torch|flashlight|lamp|lantern|headlamp]"
_SNOWY: Final = "[build a snowman|throw snowballs|go sledging|go tobogganing|make snow angels|ski]"
_SHADES: Final = "[sunglasses|shades|sunnies|sun cream|a sun hat|dark glasses]"
_CLOSE: Final = "[, do you think|, would you say|]"

# What is needed or possible there, by name; `pictures.questions_situation` knows when.
_NEEDS: Final = {
    "wet": asking(
        direct=f"""
        [do|would|will|should] I [need|want|be glad of] [an|my] {_WEAR} {{in}}?
        [should|must] I [take|bring|pack|carry] [an|my] {_WEAR} {{in}}?
        is [an|my] {_WEAR} [needed|called for|any use|a good idea|useful|wanted] {{in}}?
        would [an|my] {_WEAR} [help|be useful|come in handy] {{in}}?
        [would|will|do] I get [wet|soaked|drenched] [without an umbrella|out there|outside|] {{in}}?
        do people {{in}} need [umbrellas|brollies|raincoats]?
        is it [umbrella|brolly|raincoat|wellies] weather {{in}}?
        would [my hair|a book|the washing|a paper map|my hat] get wet [outside|] {{in}}?
        if I [went out|stood outside|were] {{in}}, would I [need an umbrella|get wet]{_CLOSE}?
        I'm [popping out|going out|off for a walk] {{in}}. do I need [an|my] {_WEAR}?
        I have no {_WEAR} with me. would I [miss it|need it|get wet] {{in}}?
        better [take|bring] [an|my] {_WEAR} {{in}}, [right|yes]?
        """,
        clauses=f"""
        [if|whether] I [need|should take|would want] [an|my] {_WEAR} {{in}}
        [if|whether] [I|we] would get wet {{in}}
        """,
        terse=f"""
        {_WEAR} [needed|required]?
        will I [need a brolly|get wet] {{in}}?
        """,
    ),
    "dry": asking(
        direct=f"""
        [can|could|may] I [leave|forget] [the|my] {_WEAR} [at home|behind] {{in}}?
        [can|could|would] I [stay|keep] dry [outside|without an umbrella|out there|] {{in}}?
        [can|could] [I|we|mum] [hang|put] the [washing|laundry] out [to dry|] {{in}}?
        would the [washing|laundry] [dry|stay dry] [outside|on the line|] {{in}}?
        is it [picnic|washing-line|barbecue] weather {{in}}?
        would I [manage|get by] without [an|my] {_WEAR} {{in}}?
        am I fine without [an|my] {_WEAR} {{in}}?
        could I walk [around|about] without getting wet {{in}}?
        could I read a paper book out there [without it getting wet|and keep it dry] {{in}}?
        no need for [an|my] {_WEAR} {{in}}, [right|correct|am I right]?
        I'd leave the {_WEAR} at home {{in}}. [am I right|is that right]?
        """,
        clauses=f"""
        [if|whether] I [can leave|may leave] [the|my] {_WEAR} at home {{in}}
        [if|whether] I [stay|would stay|keep] dry {{in}}
        """,
        terse="""
        [dry|picnic|washing] day {in}?
        no [brolly|umbrella] needed, [right|correct]?
        """,
    ),
    "snow": asking(
        direct=f"""
        [can|could|would] [I|we|the children|the kids] [be able to|] {_SNOWY} {{in}}?
        is there [enough|the] snow to {_SNOWY} {{in}}?
        is it [snowman|snowball|sledging|snow boots] weather {{in}}?
        would I need [snow boots|a snow shovel|snow tyres|snow chains] {{in}}?
        do I need to [shovel|clear] snow {{in}}?
        would [flakes|snowflakes] land on my [coat|hat|nose|sleeve] {{in}}?
        are there [snowflakes|white flakes|flakes of snow] [falling|coming down|in the air|] {{in}}?
        does it look like a [white|snowy] Christmas {{in}}?
        """,
        clauses=f"""
        [if|whether] [I|we|the kids] could {_SNOWY} {{in}}
        [if|whether] [flakes|snowflakes] are falling {{in}}
        """,
        terse="""
        [snowflakes|snowman weather|flakes|sledging weather] {in}?
        [snow boots|snow shovel] needed?
        """,
    ),
    "torch": asking(
        direct=f"""
        [do|would|will|should] I [need|want|be glad of] a {_LAMP} {{in}}?
        should I [take|bring|carry|switch on] a {_LAMP} {{in}}?
        is a {_LAMP} [needed|called for|any use|useful] {{in}}?
        would a {_LAMP} [help|be useful|come in handy] {{in}}?
        would the [street lights|street lamps|headlights|headlamps] be on {{in}}?
        is it [bedtime|time for bed|time to sleep|lights-out] {{in}}?
        should [the children|the kids|everyone] be in bed [by now|] {{in}}?
        would [owls|bats|hedgehogs] be up and about {{in}}?
        is it [moonlit|past sunset|after dark|after sunset] {{in}}?
        has [the sun gone down|the sun set|night fallen] {{in}}?
        do I say good night {{in}}?
        going for a walk {{in}}, do I need a {_LAMP}?
        """,
        clauses=f"""
        [if|whether] I [need|should bring|would want] a {_LAMP} {{in}}
        [if|whether] [the sun has set|night has fallen] {{in}}
        """,
        terse=f"""
        {_LAMP} [needed|required]?
        bedtime {{in}}?
        """,
    ),
    "shades": asking(
        direct=f"""
        [do|would|will|should] I [need|want|be glad of] {_SHADES} {{in}}?
        should I [take|bring|pack|put on] {_SHADES} {{in}}?
        would {_SHADES} [help|be useful|come in handy] {{in}}?
        is it [sunglasses|sun cream|sun hat] weather {{in}}?
        could I [sunbathe|get a tan|get sunburnt|lie in the sun|soak up the sun] {{in}}?
        is it a [sunny|fine sunny] day {{in}}?
        is it sunny [outside|] {{in}}?
        are [sunglasses|shades|sunnies] [called for|of any use] {{in}}?
        would the sun be in my eyes {{in}}?
        """,
        clauses=f"""
        [if|whether] I [need|should take|would want] {_SHADES} {{in}}
        [if|whether] it is [sunny|a sunny day] {{in}}
        """,
        terse=f"""
        {_SHADES} [needed|required]?
        [sunny|sunshine] {{in}}?
        """,
    ),
}
_WHICH_SORT: Final = asking(
    direct="""
    <what> {sort} [is there|do you see|is it|is that|can you see|is drawn|is shown|is to be seen] {in}?
    <what> {sort} did [they|somebody|the artist] [draw|paint|put] {in}?
    <what> {sort} [have we got|do we have|can I find|would I see|could I point at] {in}?
    what [kind|sort|type] of {sort} [is there|do you see|is it|is that|is drawn|have we got] {in}?
    what {sort}, if any, [is there|do you see] {in}?
    [name|identify|tell me|point out|spot] the {sort} {in}.
    there [is|may be] [some|a] {sort} {in}. <what> is it?
    the {sort} {in}[,|:] what is it?
    I'm looking for a {sort} {in}. <what> is there?
    {in} <what> {sort} do you see?
    is there a {sort} {in}, and if so which?
    what is the {sort} {in}?
    """,
    clauses="""
    <what> {sort} [there is|you see|is drawn|they drew|you can see] {in}
    what [kind|sort] of {sort} [there is|it is] {in}
    """,
    terse="""
    <what> {sort}?
    <what> {sort} {in}?
    the {sort} is what?
    """,
)
_IS_SORT: Final = asking(
    direct="""
    <isthere> {any} {in}?
    is there {any} [at all|to be seen|drawn|anywhere|] {in}?
    is {any} [drawn|shown|visible|to be seen|about|around|there] {in}?
    did they [draw|include|put in|paint] {any} {in}?
    does {pic} [show|have|contain|include] {any}?
    there is {any} {in}, [isn't there|right|yes]?
    do you [spot|notice|find|see] {any} {in}?
    can [you|I|we] [spot|find|make out|see] {any} {in}?
    would I [meet|come across|run into|see] {any} {in}?
    have [they|you] got {any} {in}?
    [check|look] [if|whether] there is {any} {in}.
    I'm looking for {any}. is there {any} {in}?
    """,
    clauses="""
    [if|whether] there is {any} {in}
    [if|whether] you [see|can see|find] {any} {in}
    """,
    terse="""
    {any}?
    {any} {in}?
    """,
)
_STEADY: Final = asking(
    direct="""
    did I [hold|keep] the [camera|phone] [still|steady] [enough|] [in|for] {pic}?
    did I [get the focus right|focus properly|focus well] in {pic}?
    was my hand [steady|still] [enough|] for {pic}?
    was the [camera|lens|phone] [focused|focussed] [properly|well|right|] for {pic}?
    can the [details|edges|fine details|outlines] be [seen|made out] [well|clearly] in {pic}?
    are the [edges|outlines|details|lines] [clear|crisp|clean|sharp|well defined] in {pic}?
    is {pic} [clear|nice and clear|clear and crisp|pin-sharp|in good focus]?
    would {pic} be [sharp|clear] enough to [print|frame|hang up|send on]?
    could I [print|frame] {pic}, is it sharp?
    is the focus [good|right|spot on|fine] in {pic}?
    """,
    clauses="""
    [if|whether] I held the [camera|phone] [still|steady] [enough|] for {pic}
    [if|whether] the [edges|outlines|details] are [crisp|sharp|clear] in {pic}
    [if|whether] the focus is [good|right] in {pic}
    """,
    terse="""
    [steady hand|good focus|clear edges|camera held still]?
    did I hold the camera still?
    """,
)
_SHAKEN: Final = asking(
    direct="""
    did I [shake|wobble|jiggle|move] [the camera|the phone|] [when taking|while taking|taking] {pic}?
    did I [miss the focus|get the focus wrong|smear the lens|breathe on the lens] for {pic}?
    was [my hand|the camera|the phone] [shaky|wobbly|unsteady] for {pic}?
    do I need my [reading glasses|glasses|specs|spectacles], or is {pic} [blurred|blurry]?
    is it my [eyes|glasses|specs], or is {pic} [blurred|blurry|fuzzy|out of focus]?
    is {pic} [smeared|smudged|hazy|unsharp|soft|misty]?
    are the [edges|outlines|details|lines] [blurred|fuzzy|smeared|soft] in {pic}?
    should I [wipe|clean] the lens [and take {pic} again|], is {pic} [blurred|fuzzy]?
    should I take {pic} again because it is [blurred|out of focus|fuzzy]?
    is the focus [off|bad|wrong|out] in {pic}?
    does {pic} look as if seen [through fog|through a wet window|without glasses]?
    """,
    clauses="""
    [if|whether] I [shook|wobbled|moved] the [camera|phone] for {pic}
    [if|whether] the [edges|outlines|details] are [blurred|fuzzy|soft] in {pic}
    [if|whether] the focus is [off|bad|wrong] in {pic}
    """,
    terse="""
    [shaky|camera shake|blur|any blur|motion blur]?
    did I shake [the camera|it]?
    """,
)
_LIT: Final = asking(
    direct="""
    was there [enough|plenty of|a lot of] light for {pic}?
    is there [enough|plenty of|a lot of] light in {pic}?
    is {pic} [well lit|nicely lit|full of light|light enough|on the bright side]?
    did {pic} get [enough|plenty of] light?
    are the [lights|tones|colours] in {pic} bright rather than dark?
    is {pic} [more bright than dark|bright rather than dark|lighter than it is dark]?
    """,
    clauses="""
    [if|whether] there [was|is] [enough|plenty of] light in {pic}
    [if|whether] {pic} is [well lit|full of light|bright rather than dark]
    """,
    terse="""
    [enough|plenty of] light?
    well lit?
    """,
)
_DULL: Final = asking(
    direct="""
    is {pic} [too dark|underexposed|short of light|gloomy|murky|on the dark side|badly lit|poorly lit]?
    did {pic} come out too dark?
    should I have [used the flash|switched on a lamp|turned the light on] for {pic}?
    does {pic} need [more light|brightening|a brighter lamp|some more light]?
    is there too little light in {pic}?
    is {pic} [more dark than bright|dark rather than bright|darker than it is bright]?
    """,
    clauses="""
    [if|whether] {pic} is [too dark|underexposed|gloomy|badly lit]
    [if|whether] {pic} [lacks|needs more] light
    """,
    terse="""
    [too dark|underexposed|gloomy|badly lit]?
    more light needed?
    """,
)
DULL: Final = joined(_DULL, more.DULL)
IS_SORT: Final = joined(_IS_SORT, more.IS_SORT)
LIT: Final = joined(_LIT, more.LIT)
SHAKEN: Final = joined(_SHAKEN, more.SHAKEN)
STEADY: Final = joined(_STEADY, more.STEADY)
WHICH_SORT: Final = joined(_WHICH_SORT, more.WHICH_SORT)
NEEDS: Final = {name: joined(group, asks_needs_more.NEEDS[name]) for name, group in _NEEDS.items()}
