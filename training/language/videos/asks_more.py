"""More words in which people ask what a short video shows, what moves or changes in it and what stays.

Knows wording only, `videos.asks` puts it beside its own; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking
from anymal.training.language.videos import asks_further as further

__all__ = ["BACKGROUND", "CHANGES", "DESCRIBE", "FORMS", "RESTS", "WHAT_MOVES"]


DESCRIBE: Final = asking(
    direct="""
    what [happened|went on|took place|occurs|occurred|transpires|unfolds] in {pic}?
    what's [up|on|the story|the action|the plot] in {pic}?
    what [is|was] [to be seen|there to see|on show|going down] in {pic}?
    [run|talk|walk|take] me through {pic}[, please|].
    [sum up|recap|caption|narrate|explain|outline|put into words|boil down|retell] {pic} [for me|, please|].
    [sum {pic} up|break {pic} down] [for me|in a sentence|in one sentence|quickly|].
    give me [the gist|a rundown|the short version|a recap|a quick summary|the low-down|the lowdown] of {pic}.
    [what's|what is] the gist of {pic}?
    in [a few|your own|plain|simple] words, what [happens|is going on] in {pic}?
    [I can't see|I missed|I didn't catch|I wasn't watching|I haven't watched] {pic}. what [happens|happened]?
    I [can't|cannot] [watch|see] {pic}, [so|could you] tell me what [goes on|it shows|is in it].
    [play|look at|have a look at|view] {pic}. what [do you see|is going on|happens]?
    if you [watch|watched|had to describe] {pic}, what would you [say|tell me|report]?
    how would you [describe|sum up|explain] {pic} [to a friend|to a blind person|to a child|]?
    what would you [tell|say to] someone who [missed|can't see|hasn't seen] {pic}?
    what [would|could] you write under {pic}?
    [one|a] [sentence|line] [about|on|for] {pic}, please.
    [anything|something] [interesting|worth mentioning|going on|happening] in {pic}? what is it?
    what [am I|are we] [watching|looking at] in {pic}?
    what [is {pic} showing|does {pic} depict|has {pic} got in it|did {pic} show|can you tell me about {pic}]?
    what [do|did] you [notice|observe|spot|make out|witness] in {pic}?
    what do you make of {pic}?
    what's the [content|subject|topic] of {pic}?
    what kind of [scene|action|thing] [happens|is going on] in {pic}?
    [please|kindly|] [tell|show] me [all about|all that happens in|what goes on in|what you saw in] {pic}.
    [report|relate|say] what [happens|takes place|goes on] in {pic}.
    {pic}: what [happens|is it about|does it show|goes on]?
    {pic}, [describe it|sum it up|what's in it|what is it about][?|, please.]
    your [description|summary|account] of {pic}, please.
    """,
    clauses="""
    what [goes on|went on|happened|takes place] in {pic}
    what {pic} [is about|depicts|is showing|has in it]
    what [I am|I'm|we are|we're] watching {in}
    what [can be seen|there is to see|is to be seen] in {pic}
    what [you saw|you noticed|you can see] in {pic}
    """,
    terse="""
    [summary|recap|description] of {pic}[, please|]?
    [sum it up|narrate it|recap it|caption it].
    what [goes on|went on|takes place]?
    [and {pic}|so, {pic}]?
    what's in it?
    """,
)
WHAT_MOVES: Final = asking(
    direct="""
    what [shifts|is shifting|wanders|is wandering|drifts|is drifting|slides about|gets about] {in}?
    what [slides|glides|drifts|floats|flies|travels|wanders|zips|creeps] [along|past|by|about|around] {in}?
    which [one|thing|object|item|shape|figure] [moves|moved|is the mover|does the moving|did the moving] {in}?
    which [one|thing|object|shape] is [going places|on its way|on the go|under way|travelling] {in}?
    [who or what|what exactly|what thing|what on earth] [moves|is moving|moved] {in}?
    what [did|do|can] you see [move|moving|shifting|drifting|sliding|travelling|going along] {in}?
    what [catches the eye|stands out] by moving {in}?
    [spot|find|identify|pick out|point out|point me to] the [mover|moving <thing>|<thing> on the move] {in}.
    what's the [mover|moving <thing>|moving part|<thing> on the move|travelling <thing>] {in}?
    what would you call the [<thing> that moves|moving <thing>|mover] {in}?
    something [moves|is moving|moved|slid past|went by|shifted] {in}. what [is|was] it?
    I [saw|noticed|can see] [something|a thing] [move|moving] {in}. what [was|is] it?
    I [can tell|see] that [something|a thing] moves {in}, but [which <thing>|what] is it?
    out of [everything|all the <things>|what is there] {in}, what [moves|is moving|changes its place]?
    what [gets from one place to another|goes from A to B|crosses the screen|changes places] {in}?
    what doesn't [stay|keep] [still|put|in its place|where it is] {in}?
    what [won't|will not] [stay put|keep still] {in}?
    [only one <thing>|one of the <things>] moves {in}: which?
    the [<thing> that moves|moving <thing>|mover] {in} is what?
    guess which <thing> [moves|is moving] {in}.
    [what|which <thing>] is [it that is|] [being moved|sliding|gliding|drifting|travelling] {in}?
    what [has|shows] [any|some] [motion|movement] {in}?
    where do you see [motion|movement] {in}, on which <thing>?
    what's [actually|really|] [moving|on the move|going along] {in}?
    what [moves|is moving], if anything, {in}?
    """,
    clauses="""
    what [is on the move|changes its place|travels|moved|shifts|drifts] {in}
    which [one|thing|object|shape] [moves|is moving|moved] {in}
    the name of the moving <thing> {in}
    what [it is that moves|the mover is|does the moving] {in}
    what you [saw|see] moving {in}
    """,
    terse="""
    which one moves?
    [what|which one]'s on the move?
    the mover?
    [what|which <thing>] moved?
    name the mover.
    """,
)
_CHANGE = """
    what [did you see|do you see|can you see] {bare} {in}?
    what {past} {in}?
    which [one|<thing>] {s} {in}?
    which [one|<thing>] {past} {in}?
    what [was|has been] {ing} {in}?
    [something|a <thing>] {s} {in}. what is it?
    [something|a <thing>] {past} {in}. what was it?
    I [think|see|noticed] something {past} {in}. [what|which <thing>] was it?
    [spot|find|identify|point out|pick out] the <thing> that {s} {in}.
    what would you call the <thing> that {s} {in}?
    the <thing> that {s} {in} is what?
    what's the [name of the|] <thing> {ing} {in}?
    [who or what|what exactly|what on earth] {s} {in}?
    what [was it|is the thing] that {past} {in}?
    {in} which <thing> is {ing}?
    watch {pic}. what {s}?
    guess what {s} {in}.
    """
_CHANGE_CLAUSES = """
    what {past} {in}
    what is {ing} {in}
    which [one|<thing>] {s} {in}
    the <thing> that {past} {in}
    """
_CHANGE_TERSE = """
    what {past}?
    which one {s}?
    {ing}: what?
    """
# How a thing changes, as "it ...s", "it is ...ing", "see it ..." and "it ...ed".
FORMS: Final = {
    "grow": {
        "s": "[grows|gets bigger|gets larger|becomes bigger|becomes larger|expands|swells|enlarges|swells up"
        "|increases in size|puffs up|gains size|keeps growing|blows up|inflates|gets huge|gets fatter"
        "|goes from small to big|gets bigger and bigger|gets big|balloons|bulks up|goes up in size]",
        "ing": "[growing|getting bigger|getting larger|expanding|swelling|increasing in size"
        "|inflating|blowing up|enlarging|getting bigger and bigger|ballooning|getting big]",
        "bare": "[grow|get bigger|get larger|become bigger|expand|swell|increase in size|puff up"
        "|inflate|blow up|get bigger and bigger|balloon|get big]",
        "past": "[grew|got bigger|got larger|became bigger|expanded|swelled|swelled up|increased in size"
        "|inflated|blew up|has grown|ended up bigger|ballooned|got big]",
    },
    "shrink": {
        "s": "[shrinks|gets smaller|becomes smaller|contracts|dwindles|decreases in size|gets tinier|shrivels"
        "|loses size|keeps shrinking|gets littler|becomes tiny|diminishes|deflates|gets smaller and smaller"
        "|goes from big to small|reduces in size|gets small|becomes little|goes down in size]",
        "ing": "[shrinking|getting smaller|becoming smaller|contracting|dwindling|decreasing in size"
        "|diminishing|deflating|getting smaller and smaller|getting tiny|getting small]",
        "bare": "[shrink|get smaller|become smaller|contract|dwindle|decrease in size|shrivel"
        "|diminish|deflate|get tiny|get small|become little]",
        "past": "[shrank|got smaller|became smaller|contracted|dwindled|decreased in size|has shrunk"
        "|diminished|got tiny|ended up smaller|got small|became little]",
    },
    "appear": {
        "s": "[appears|shows up|comes into view|pops up|turns up|emerges|materialises|becomes visible"
        "|comes out of nowhere|pops into view|suddenly shows|comes into sight"
        "|fades in|makes an appearance|is there only at the end|suddenly pops up|appears out of nowhere"
        "|springs up|crops up|is new at the end|was not there before]",
        "ing": "[appearing|showing up|popping up|turning up|emerging|coming into view|becoming visible"
        "|fading in|popping into view|appearing out of nowhere|springing up|cropping up]",
        "bare": "[appear|show up|come into view|pop up|turn up|emerge|become visible|come out of nowhere"
        "|fade in|pop into view|make an appearance|spring up|crop up]",
        "past": "[appeared|showed up|came into view|popped up|turned up|emerged|became visible"
        "|came out of nowhere|wasn't there at first|made an appearance|faded in|popped into view]",
    },
    "disappear": {
        "s": "[disappears|vanishes|goes away|goes missing|drops out of sight|goes out of view"
        "|is gone at the end|stops being there|melts away|is no longer there at the end"
        "|fades away|becomes invisible|is missing at the end|leaves the scene|slips out of sight"
        "|does a vanishing act|ceases to exist]",
        "ing": "[disappearing|vanishing|going away|going missing|dropping out of sight|ceasing to be there"
        "|fading away|becoming invisible]",
        "bare": "[disappear|vanish|go away|go missing|drop out of sight|go out of view|fade away"
        "|become invisible|slip out of sight|cease to exist]",
        "past": "[disappeared|vanished|went away|went missing|dropped out of sight|was gone in the end"
        "|is gone now|faded away|became invisible|is missing now|isn't there any more"
        "|slipped out of sight|was there only at first]",
    },
}


def _formed(text: str, forms: dict[str, str]) -> str:
    for name, said in forms.items():
        text = text.replace(f"{{{name}}}", said)
    return text


CHANGES: Final = {
    verb: asking(
        _formed(_CHANGE + further.CHANGE, forms),
        _formed(_CHANGE_CLAUSES + further.CHANGE_CLAUSES, forms),
        _formed(_CHANGE_TERSE + further.CHANGE_TERSE, forms),
    )
    for verb, forms in FORMS.items()
}
RESTS: Final = asking(
    direct="""
    what [didn't|does not|did not|won't|never] [move|budge|shift|go anywhere|change its place] {in}?
    what [isn't|is not] [moving|going anywhere|on the move|in motion|shifting] {in}?
    what [is|remains|stays] [motionless|stationary|static|at rest|unmoved|immobile|fixed|parked|frozen] {in}?
    which [one|<thing>] [doesn't budge|won't budge|keeps still|sits tight|isn't going anywhere] {in}?
    which [one|<thing>] [is|remains] [motionless|stationary|static|at rest|immobile|unmoved|fixed] {in}?
    what [just sits|just stands|simply sits|only sits] there {in}?
    what [keeps|holds] [still|its place|its position] {in}?
    what [stayed|remained] [still|put|in place|where it was|in the same place|at rest] {in}?
    what [kept still|sat still|sat there|stood still|never moved|never budged] {in}?
    which <thing> [stayed|remained] [still|put|where it was|at rest] {in}?
    one <thing> moves {in}. what about the other one, what is it?
    besides the [mover|moving <thing>], what [else|other <thing>] is [there|in {pic}]?
    apart from the [mover|moving <thing>|one that moves], what is [there|left|in {pic}]?
    [other than|aside from] the [moving <thing>|mover], what [do you see|can be seen] {in}?
    [spot|find|identify|point out|name] the <thing> that [doesn't move|stays put|rests|keeps still] {in}.
    tell me [what|which <thing>] [stays put|doesn't move|keeps still|isn't moving] {in}.
    what's the [stationary|static|motionless|still|unmoving|resting|fixed] <thing> {in}?
    what would you call the [stationary|motionless|still|resting|unmoving] <thing> {in}?
    not everything moves {in}. what [doesn't|stays put]?
    something [doesn't move|stays put|keeps still|just sits there] {in}. what is it?
    not the moving <thing> but the other [one|]: what is it?
    the [<thing> that stays put|unmoving <thing>|one standing still] {in} is what?
    what is [there|] besides the [moving <thing>|mover] {in}?
    """,
    clauses="""
    what [isn't moving|is not moving|stays put|keeps still|is stationary|didn't move] {in}
    which [one|<thing>] [stays put|isn't moving|doesn't budge|is at rest] {in}
    what there is besides the moving <thing> {in}
    what [stayed|remained] [still|in place|put] {in}
    """,
    terse="""
    what stays put?
    what doesn't [move|budge]?
    [the other <thing>|the one at rest|the resting <thing>]?
    which one [rests|stays put|keeps still]?
    [what|which one]'s [not moving|standing still|stationary]?
    """,
)
BACKGROUND: Final = asking(
    direct="""
    <what> <colour> is the [backcloth|canvas|ground|surface] behind [it all|everything|the <things>] {in}?
    what's the [background|backdrop] like {in}, <what> <colour>?
    [against|on] <what> <colour> [background|backdrop] does [it all|everything|this] [happen|take place] {in}?
    on <what> <colour> of [background|backdrop] [is it|does it happen|do the <things> lie] {in}?
    what [colour|color] [lies|is there|is|do you see] behind the [moving|] <things> {in}?
    what is the [background|backdrop] painted {in}?
    the [background|backdrop] {in}: <what> <colour>?
    the [background|backdrop] [of {pic}|{in}] is <what> <colour>?
    <what> <colour> [was|has|fills] the [background|backdrop] [of {pic}|{in}]?
    <what> <colour> [fills|makes up|was used for|was chosen for] the [background|backdrop] {in}?
    if you ignore the <things> {in}, <what> <colour> is [left|the rest]?
    [apart from|leaving out|forget] the <things>, <what> <colour> is {pic}?
    [name|read out|describe|identify|state] the [background|backdrop] <colour> {in}.
    how is the [background|backdrop] [coloured|colored] {in}?
    how would you [describe|call|name] the <colour> [in the background|of the backdrop] {in}?
    <what> <colour> would you [say|call] the [background|backdrop] {in}?
    what's behind the <things> {in}, <what> <colour>?
    [please|] [tell me|say] <what> <colour> the [background|backdrop] [is|has] {in}.
    what is the <colour> [behind everything|in the background|all around the <things>] {in}?
    <what> <colour> is all around the <things> {in}?
    """,
    clauses="""
    <what> <colour> [fills|makes up] the [background|backdrop] {in}
    <what> <colour> is behind [everything|the <things>] {in}
    how the [background|backdrop] is [coloured|colored] {in}
    the [background|backdrop] <colour> of {pic}
    """,
    terse="""
    <colour> of the [background|backdrop]?
    <colour> behind it all?
    [and|] the backdrop?
    [background|backdrop]: which <colour>?
    """,
)
