"""More words in which people ask by situation: which animal is there, whether a picture is sharp.

Knows wording only, `pictures.asks_situation` puts it beside its own; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["DULL", "IS_SORT", "LIT", "SHAKEN", "STEADY", "WHICH_SORT"]

WHICH_SORT: Final = asking(
    direct="""
    which {sort} am I [looking at|facing|seeing] {in}?
    which {sort} is [it|that|there] {in}?
    which {sort} [appears|features|shows up|turns up|is included|is depicted|is pictured] {in}?
    which {sort} [has been|was] [drawn|painted|put in|included] {in}?
    which {sort} [would|will] I [meet|find|come across|spot] {in}?
    which {sort} [can|could] [I|we|you] [make out|recognise|recognize|name|identify] {in}?
    which {sort} does {pic} [show|have|contain|feature]?
    what {sort} does {pic} [show|have|contain|feature]?
    what is that {sort} [called|] {in}?
    what is the name of the {sort} {in}?
    what do you call the {sort} {in}?
    what would you call [that|the] {sort} {in}?
    what [manner|form] of {sort} [is there|do you see|is it] {in}?
    what {sort} is there, [if there is one|if any|if you see one] {in}?
    what {sort} there is {in}?
    [do you see|is there|can you find] [some|a|any] {sort} {in}? which [one|is it]?
    I [see|spot|think I see] a {sort} {in}. which [one|is it]?
    I can't [tell|make out|see] which {sort} [it is|is there] {in}. [what is it|can you tell]?
    I [love|like|have to name|need to find] the {sort} {in}. which is it?
    my [son|daughter|pupil|niece] [asks|wants to know] which {sort} [there is|it is|that is] {in}.
    [recognise|recognize|classify|determine] the {sort} {in}.
    [say|tell me|work out] which {sort} [it is|there is|you see|they drew] {in}.
    about the {sort} {in}[,|:] which is it?
    {sort} {in}[,|:] which [one|is it|do you see]?
    what's the {sort} [they have|we've got|over there|meant to be] {in}?
    a {sort} {in}, you say? [which one|what is it]?
    I [heard|was told|bet] there's a {sort} {in}. [what is it|which one is it]?
    is there any {sort} {in}? if so, [name it|tell me which].
    [look here|look over there|first things first], <what> {sort} is that {in}?
    <what> {sort} is [hiding|waiting|resting|standing] {in}?
    I'm [moving closer|sitting too far away|standing too far off]. <what> {sort} is it {in}?
    [forget|never mind] the rest[:|.] <what> {sort} is there {in}?
    """,
    clauses="""
    which {sort} [it is|that is|I'm looking at|can be seen|shows up] {in}
    what the {sort} is [called|] {in}
    the name of the {sort} {in}
    which {sort} {pic} [shows|has|contains]
    """,
    terse="""
    [kind|type|sort|name] of {sort}?
    {sort}, which [one|is it]?
    {sort} {in}, which [one|is it]?
    name the {sort}?
    what {sort} is it?
    [that|which|only the] {sort}, please?
    """,
)
IS_SORT: Final = asking(
    direct="""
    is {any} in {pic}?
    is {any} [present|in view|in sight|depicted|included|featured|nearby] {in}?
    is there {any} [or not|by any chance|somewhere] {in}?
    is there {any} to be [found|seen|made out] {in}?
    is there maybe {any} {in}?
    are you able to [see|spot|find] {any} {in}?
    any sign of {any} {in}?
    has {pic} got {any} [in it|]?
    has {any} been [drawn|included|put in|painted] {in}?
    has [the artist|somebody] [drawn|included|put in] {any} {in}?
    did the [artist|painter|child] [draw|include] {any} {in}?
    does {any} [appear|feature|show up|turn up|come into view] {in}?
    does the scene [have|include|contain|show] {any} {in}?
    do [they|we] have {any} {in}?
    could [you|I|we] [find|spot|point at] {any} {in}?
    would [you|a child|we] [find|spot|notice] {any} {in}?
    will I [meet|come across|see|bump into] {any} {in}?
    am I right that there is {any} {in}?
    am I [seeing|looking at] {any} {in}?
    I [think|believe|guess|bet|reckon] there is {any} {in}. [am I right|is that right|is there]?
    I [think|believe] I see {any} {in}. [am I right|do you too|is there]?
    I can't [tell|make out|see] [if|whether] there is {any} {in}. is there?
    I [hope|was told] there is {any} {in}. [is there|is that right]?
    my [son|daughter|friend] [says|thinks] there is {any} {in}. is [that right|that true|there]?
    there's {any} [somewhere|] {in}, [isn't there|is there|right|correct|innit|no]?
    you see {any} {in}, [don't you|right|correct|yes]?
    so there is {any} {in}, [right|yes|is there]?
    [scan|search|go over] the scene {in}. is there {any}?
    [true or false|yes or no]: there is {any} {in}?
    [confirm|verify|find out] [if|whether] there is {any} {in}.
    is there {any} {in}, or am I [mistaken|seeing things|dreaming]?
    is {any} [about|around|out there|over there] {in}?
    is {any} [to be met|tucked away somewhere|somewhere about] {in}?
    can {any} be [seen|found|made out|spotted] {in}?
    do you happen to see {any} {in}?
    have you [spotted|noticed|found] {any} {in}?
    is there {any} [near or far|big or small] {in}?
    is it so that there is {any} {in}?
    I'm [sitting all alone here|on my own|feeling lonely]. is there {any} {in}?
    look here, is there {any} {in}?
    {any} {in}? [I think so|I believe so|I'd say so|is there].
    what about {any} {in}, is there?
    """,
    clauses="""
    [if|whether] {any} is [drawn|present|there|in view] {in}
    [if|whether] they [drew|included|put in] {any} {in}
    [if|whether] {pic} [has|shows|contains|includes] {any}
    [if|whether] I would [meet|find|come across] {any} {in}
    """,
    terse="""
    is there {any}?
    {any} [there|drawn|in the scene|or not|present|around]?
    {any}, [yes or no|right]?
    [see|spot|find] {any}?
    any sign of {any}?
    {any}, [is there|I think|perhaps|maybe]?
    is {any} there?
    """,
)
STEADY: Final = asking(
    direct="""
    is {pic} [in focus|focused|focussed|free of blur|sharp enough|crystal clear|tack sharp|sharp and clear]?
    is {pic} [easy on the eye and sharp|as sharp as can be|razor sharp|nice and sharp|nicely focused]?
    is {pic} sharp [rather than blurred|and not blurred|not blurry]?
    is everything [sharp|in focus|crisp|clearly drawn and sharp] in {pic}?
    are things [in focus|sharp|crisp] in {pic}?
    are the [borders|contours|corners|fine lines] [sharp|crisp|clear|clean-cut] in {pic}?
    did the [camera|phone|lens|autofocus] [focus|focus well|do its job|get it sharp] for {pic}?
    did {pic} [come out|turn out] [sharp|in focus|crisp|without blur]?
    did I [do well|do a good job|manage] with the focus of {pic}?
    did I take {pic} with a [steady|still|firm] hand?
    does {pic} [look|seem|appear] [sharp|in focus|crisp|free of blur]?
    do you find {pic} [sharp|in focus|crisp]?
    has {pic} got [sharp edges|clean edges|crisp lines|good focus]?
    have I got {pic} in focus?
    can I keep {pic}, [is it sharp|is it in focus]?
    can you see {pic} [sharply|without blur|in sharp focus]?
    was {pic} [taken|shot|made] with a steady hand?
    I [held|kept] the [camera|phone] still for {pic}, [right|didn't I|is it sharp]?
    the focus is [fine|good|right|spot on] in {pic}, [isn't it|right|correct]?
    {pic} is [sharp|in focus|crisp], [isn't it|right|yes|correct|am I right]?
    no blur in {pic}, [right|correct]?
    my lens is new. is {pic} [sharp|crisp|in focus]?
    can I [see|make out] every [line|edge|detail] [clearly|sharply] in {pic}?
    did {pic} come out [nice and sharp|without a wobble|good and clear]?
    is {pic} as clear as [glass|crystal|a bell]?
    is {pic} sharp, or do I need to try again?
    do I have a steady hand, going by how sharp {pic} is?
    I was [sitting|standing] [quite|perfectly] still for {pic}. is it sharp?
    I was walking when I took {pic}. is it sharp all the same?
    I [cleaned|wiped|changed] the lens. is {pic} [sharp|clear|in focus] now?
    [nothing fuzzy|no wobble|no smudge] in {pic}, [right|correct]?
    my eyes are fine, so {pic} is sharp, [right|isn't it]?
    would my optician be happy with how sharp {pic} is?
    """,
    clauses="""
    [if|whether] {pic} [is in focus|came out sharp|turned out sharp|is free of blur]
    [if|whether] the [camera|phone|lens] [focused|focussed] [well|properly] for {pic}
    [if|whether] everything is [sharp|in focus|crisp] in {pic}
    """,
    terse="""
    [in focus|sharp enough|crisp edges|sharp edges|focus okay|focus good|sharp picture], [yes or no|right]?
    [held it still|steady enough|focus spot on|sharp and clear]?
    is the focus [good|right|okay]?
    [nice and sharp|good and sharp|all sharp|steady shot|sharp, is it]?
    """,
)
SHAKEN: Final = asking(
    direct="""
    is {pic} [out of focus|lacking sharpness|a blur|all blurry|blurred|wobbly]?
    is {pic} [spoilt|spoiled|ruined] by blur?
    is {pic} [blurred|fuzzy|unsharp] [rather than|and not|instead of] sharp?
    is {pic} too [blurred|blurry|fuzzy] to [print|frame|keep]?
    is there [any|some|a lot of|motion] blur in {pic}?
    is everything [blurred|blurry|fuzzy|out of focus] in {pic}?
    are things [blurred|blurry|fuzzy|out of focus] in {pic}?
    are the [borders|contours|corners|fine lines] [blurred|fuzzy|soft] in {pic}?
    did the [camera|phone|lens|autofocus] [fail to focus|miss the focus|get the focus wrong] for {pic}?
    did {pic} [come out|turn out] [blurred|blurry|fuzzy|out of focus]?
    did [my hand|the camera|the phone] [move|tremble|shake|slip|jerk] [in|for|during] {pic}?
    did somebody [bump into me|nudge my arm|jog the camera], is {pic} blurred?
    does {pic} [look|seem|appear] [blurred|blurry|fuzzy|out of focus|soft]?
    does {pic} suffer from [blur|camera shake|poor focus|bad focus]?
    do you find {pic} [blurred|blurry|fuzzy]?
    do I have to [refocus|focus again|take {pic} again], is it [blurred|blurry|out of focus]?
    has {pic} got [fuzzy edges|soft edges|blur|camera shake]?
    have I [messed up|botched|missed] the focus of {pic}?
    was {pic} [taken|shot|made] with a [shaky|trembling|unsteady] hand?
    the focus is [off|wrong|bad] in {pic}, [isn't it|right|correct]?
    {pic} is [blurred|blurry|fuzzy|out of focus], [isn't it|right|yes|correct|am I right]?
    my hands [were shaking|tremble|shake a lot]. is {pic} [blurred|blurry|out of focus]?
    everything looks [fuzzy|blurry] to me. is {pic} [blurred|out of focus]?
    do I need new [glasses|specs|spectacles|lenses], or is {pic} [fuzzy|blurred|blurry]?
    [new glasses needed|are my glasses dirty|am I going blind], or is {pic} [fuzzy|blurred]?
    is it [just me|me], or is {pic} [fuzzy|blurry|blurred|out of focus]?
    it's all [fuzzy|blurry] in {pic}, [isn't it|right|is it]?
    does {pic} look [like cotton wool|mushy|smudgy|as if rubbed with a thumb|as if breathed on]?
    was I [walking|running|moving|shivering] when I took {pic}, is it blurred?
    I [moved|sneezed|shivered|was nudged] while taking {pic}. is it [blurred|blurry]?
    I can't make out the edges in {pic}. are they blurred?
    the optician says my eyes are fine. so is {pic} [blurred|fuzzy]?
    should I [bin|delete|scrap] {pic} because it is [blurred|out of focus]?
    the lens was [dirty|fogged up|wet]. is {pic} [blurred|hazy]?
    nothing is sharp in {pic}, [right|is that so|correct]?
    """,
    clauses="""
    [if|whether] {pic} [is out of focus|came out blurred|turned out blurry|is a blur]
    [if|whether] there is [any|some] blur in {pic}
    [if|whether] the [camera|phone|lens] missed the focus for {pic}
    [if|whether] I should take {pic} again because it is [blurred|blurry|out of focus]
    """,
    terse="""
    [out of focus|blurry picture|fuzzy edges|camera wobble|trembling hand|focus off], [yes or no|right]?
    [is it|all] [blurry|blurred|fuzzy]?
    is there blur?
    [fuzzy, is it|all fuzzy|a blur|bit blurry|rather fuzzy]?
    """,
)
LIT: Final = asking(
    direct="""
    is {pic} [brightly lit|bright enough|lit well|bright and not dark|a bright one|well exposed rather than dark]?
    is the [light|lighting|exposure] [good|bright|strong|bright enough] in {pic}?
    is there light enough [to see by|to see everything|] in {pic}?
    did {pic} [come out|turn out] bright?
    does {pic} [look|seem|appear] [bright|well lit|light rather than dark]?
    does {pic} have [enough|plenty of|good] light?
    was it [bright|light] enough for {pic}?
    was the [lamp|light|flash] [bright|strong] enough for {pic}?
    had I [enough|plenty of] light when I took {pic}?
    {pic} is [bright|well lit|bright enough], [isn't it|right|yes|correct]?
    I had [enough|plenty of] light for {pic}, [right|didn't I|correct]?
    would you call {pic} [bright|well lit|light rather than dark]?
    can I see well in {pic}, is there light enough?
    is {pic} [as bright as day|bright and cheery|nice and light]?
    is {pic} bright, or [should I switch on a lamp|do I need a flash]?
    no need for [a flash|more light|a lamp] in {pic}, [right|correct]?
    it's nice and [light|bright] in {pic}, [isn't it|right]?
    I was [sitting by the window|standing under the lamp|walking in the sun] for {pic}. is it bright?
    the lamp was [on the left|behind me|on the right|in the corner]. is {pic} bright enough?
    someone [switched|turned] the lights on. is {pic} bright now?
    """,
    clauses="""
    [if|whether] {pic} [is bright enough|came out bright|is brightly lit]
    [if|whether] the [light|lighting] is [good|bright|bright enough] in {pic}
    [if|whether] I had [enough|plenty of] light for {pic}
    """,
    terse="""
    [bright enough|good light|good lighting|lighting okay|brightly lit|light enough]?
    is there [enough|plenty of] light?
    [nice and bright|nice and light|bright picture|lights on|light okay]?
    """,
)
DULL: Final = asking(
    direct="""
    is {pic} [dark|dim|dimly lit|rather dark|quite dark|a dark one|lacking light|in need of more light]?
    is {pic} [as dark as a cellar|dark and not bright|dark and dim|hard to see because it is dark]?
    is the [light|lighting|exposure] [poor|weak|dim|too weak|too dim] in {pic}?
    is there a lack of light in {pic}?
    did {pic} [come out|turn out] dark?
    did I [have too little|lack] light for {pic}?
    does {pic} [look|seem|appear] [dark|dim|gloomy|underexposed|badly lit]?
    does {pic} [lack|want for] light?
    was it too dark for {pic}?
    was the [lamp|light|flash] too weak for {pic}?
    would you call {pic} [dark|dim|gloomy|badly lit]?
    would [a lamp|more light|a flash] have [helped|been needed] in {pic} because it is dark?
    {pic} is [dark|too dark|badly lit|dim], [isn't it|right|yes|correct]?
    should I take {pic} again with [more light|a flash|the lamp on] because it is dark?
    rather dark in {pic}, [isn't it|right]?
    did [somebody|someone] [turn off|switch off] the light in {pic}, is it dark?
    is {pic} dark like a [cave|cellar|tunnel|cinema]?
    I can hardly see a thing in {pic}. is it [dark|too dark]?
    is it my eyes, or is {pic} [dark|dim|too dark]?
    I was [sitting in a corner|standing in a tunnel|under the table] when I took {pic}. is it dark?
    the lamp was [off|out|broken|behind me]. is {pic} dark?
    could {pic} do with [more light|a bit of light|brightening up]?
    is {pic} a bit [dark|dim|gloomy] for my [old|] eyes?
    """,
    clauses="""
    [if|whether] {pic} [came out dark|is dark|is dim|is dimly lit]
    [if|whether] there is too little light in {pic}
    [if|whether] the [light|lighting] is [poor|weak|too weak] in {pic}
    """,
    terse="""
    [dim|dark picture|poor light|poorly lit|too little light|not enough light|short of light]?
    is it [too dark|underexposed|dimly lit]?
    [rather dim|a bit dim|too dim|dark picture|lights off in the picture]?
    """,
)
