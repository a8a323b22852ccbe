"""Still more words in which people ask what a short video shows and what moves or changes in it.

Knows wording only, `videos.asks` puts it beside the rest; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["CHANGE", "CHANGE_CLAUSES", "CHANGE_TERSE", "DESCRIBE", "WHAT_MOVES"]

DESCRIBE: Final = asking(
    direct="""
    what is {pic} all about?
    what [is shown|is displayed|is being shown|gets shown|plays out|plays] in {pic}?
    what did [I|we] [miss|just miss] in {pic}?
    I [blinked|looked away|dozed off|was on the phone|came in late]. what [happened|went on] in {pic}?
    my screen is [broken|black|too dark|tiny]. what [does {pic} show|is in {pic}|happens in {pic}]?
    I am [blind|visually impaired|driving|at the wheel], [please|so please] [describe|tell me about] {pic}.
    [write|give me|I need] [an audio description|a caption|a log entry|some notes|alt text] for {pic}.
    for [my|the] [notes|report|log|records|diary]: what [happens|happened] in {pic}?
    from [start to finish|beginning to end|the first frame to the last], what happens in {pic}?
    what [is|was] the [event|main event|main thing|big news|important bit|highlight] in {pic}?
    [someone|a friend|my niece] [sent me|showed me] {pic}. what [is it|is in it|does it show]?
    [did you see|did you watch|have you seen|have you watched] {pic}? what [happened|was in it]?
    [I filmed|I recorded|I made|here is|here's|this is] {pic}. what [do you see|happens] in it?
    [say|put] in [simple|plain|your own|easy|a few] words what [happens|goes on] in {pic}.
    [explain it like I'm five|in one breath|in short|briefly|in brief|in a nutshell]: what happens in {pic}?
    what [you see|happen|you are seeing] in {pic}?
    can you [see|watch|follow|analyse|analyze|make sense of] {pic}? what [happens|is it about]?
    [analyse|analyze|interpret|review|report on|comment on|go through|unpack] {pic}[, please|].
    [kindly|please] [elaborate on|brief me on|fill me in on|update me on|inform me about] {pic}.
    [fill me in|bring me up to speed|put me in the picture|update me]: what [happens|happened] in {pic}?
    what's the [craic|news|deal|scoop|situation] [in|with] {pic}?
    what all [is happening|happens|is there] in {pic}?
    what is it that [happens|is happening|you see|goes on] in {pic}?
    what would a [witness|viewer|bystander|reporter] [say about|tell us about|remember of] {pic}?
    [tell me|give me] the [whole|full|] story of {pic}.
    [I'd love|I'd like|I want|I need] to [hear|know|understand] what [goes on|happens] in {pic}.
    [anything|something] to see in {pic}? [what|if so, what|what is it]?
    in {pic}, what [goes on|happens|is there]?
    {pic} [has|shows|is about] what?
    in {pic} there is what?
    what would I have seen if I had [watched|looked at] {pic}?
    [tell|give] it to me straight: what happens in {pic}?
    pretend [we're on the phone|I'm on the phone|I'm not there] and tell me what [happens|goes on] in {pic}.
    [tell|say] what you saw when you watched {pic}.
    [who or what|what] is in {pic}, and what [does it do|happens]?
    what's the [number one thing|first thing|one thing] [you notice|to know] about {pic}?
    nobody [told|tells] me what's in {pic}. [can you|will you|would you]?
    I was sitting [in the back row|too far away|behind a pillar], so what [happened|went on] in {pic}?
    I was [running late|standing outside|walking the dog] and missed {pic}. what happened in it?
    before I [move on|go to bed|sit down], what happens in {pic}?
    how does {pic} go?
    how does {pic} [begin and how does it end|start and how does it finish]?
    [anything|something] worth [telling|knowing|hearing] about {pic}? [what|what is it]?
    what did they [film|record|draw|animate] in {pic}?
    what [you got|we got|have you got for me|have we here] in {pic}?
    [gimme|give us|throw me] the [story|gist|short of it] of {pic}.
    [mummy|grandpa|miss], what [is|happens] in {pic}?
    I have {pic} [here|in front of me|on my phone]. [what is it of|what happens|tell me what it shows].
    what's the thing in {pic}, and what does it do?
    in what way would you [tell|retell] {pic} [at dinner|over the phone|to my gran]?
    [don't skip anything|leave the sound out|look here|no speech, please]: what happens in {pic}?
    """,
    clauses="""
    what [happens|goes on|happened] from [start to finish|beginning to end] in {pic}
    what the [gist|story|content|point] of {pic} is
    what [people|others|you all] can see in {pic}
    what {pic} [showed|contains|is all about|has to show]
    what I would [see|have seen] in {pic}
    how {pic} [goes|begins and ends]
    what there is in {pic}, and what it does
    """,
    terse="""
    [gist|story|content|action|events] of {pic}?
    [describe|explain|summarise|summarize] [video|clip]?
    [video|clip|film] [summary|description|content]?
    tldr [of {pic}|]?
    what's in {pic}?
    {pic}, what happens?
    {pic}, in words?
    """,
)
WHAT_MOVES: Final = asking(
    direct="""
    what is [changing its place|changing position|changing location|leaving its place|relocating] {in}?
    what [goes|is going|gets|travels] from one [side|end|place] to [the other|another] {in}?
    what [ran|flew|slid|glided|floated|drifted|scooted|whizzed] [past|by|along] {in}?
    there is [something moving|a moving <thing>] {in}. [what is it|what would you call it|which one]?
    what [moving|move|are moving] {in}?
    what <thing> [move|moving] {in}?
    who [moves|is moving|moved|is on the move] {in}?
    my [cat|dog|baby|toddler] is following something that moves {in}. what is it?
    [movement|motion] [detected|spotted|noticed] {in}: [what is it|which <thing>|what moved]?
    [identify|report|state] the [moving target|object in motion|moving body|moving item] {in}.
    which <thing> [is not|isn't] [standing still|at rest|stationary|staying put] {in}?
    what [can't keep still|is restless|is on a journey|has left its spot|leaves its place] {in}?
    what do my eyes [have to|need to] follow {in}, what is the <thing> that moves?
    does [anything|something] move {in}, and if so, [what|which <thing>]?
    what's that [moving|sliding|drifting|travelling|gliding] <thing> {in}?
    what's that [moving|sliding along|going along|drifting about|on the move] {in}?
    [can|could] you [name|identify|make out] [what|the <thing> that] [moves|is moving] {in}?
    what is the only <thing> [moving|that moves|on the move] {in}?
    [of|among|between] the <things> {in}, which one [moves|is moving|is on the move]?
    if one <thing> moves {in}, which [one is it|is it|would that be]?
    I can't [see well|make it out|quite see]. what [moves|is moving] {in}?
    what is on the [move|go] {in}?
    which is the one [on the move|that gets going|going somewhere] {in}?
    [which one|which <thing>] has [ants in its pants|itchy feet|somewhere to be] {in}, I mean what moves?
    what's [off and away|running off|getting away|making off] {in}?
    it moves {in}, but what is it?
    the one [that moves|on the move|moving about] {in}, what is it?
    the one that [doesn't|does not] rest {in}: [what|which <thing>] is it?
    something's [going|moving] [somewhere|along] {in}, I just can't [say|tell] what. [can you|do you know]?
    [careful|watch out|look out|mind], something moves {in}. what?
    what do I have to [watch|follow] because it moves {in}?
    what [doesn't|does not] [sit|stand|rest] [still|in one place] {in}?
    [of the two|between the two|of the pair], which one [moves|is on the move] {in}?
    what [changes|changed|is changing] its [spot|position|location|whereabouts] {in}?
    what is in one place first and in another place later {in}?
    what would a [cat|dog|puppy|kitten|frog] [chase|run after|jump at] {in}?
    in front of the [background|backdrop], what [moves|is moving] {in}?
    whose place [changes|is changing] {in}?
    what do you call the one that [gets going|takes a trip|goes along] {in}?
    I don't ask where to. what [moves|is moving|is on the move] {in}?
    never mind [which way|where to|the direction]: what [moves|is moving] {in}?
    I'm [sitting|standing] too far away to see what moves {in}. what is it?
    [what|which <thing>] is [doing|making] the [moving|movement|travelling] {in}?
    there's [movement|motion] {in}. [by what|of what|who's responsible]?
    the [movement|motion] {in}, whose is it?
    moving {in} is what?
    """,
    clauses="""
    who [moves|is moving] {in}
    what it is that [is moving|slides along|travels] {in}
    what [leaves|left] its place {in}
    what [I|we] [see|saw] [moving|move] {in}
    [which one|who] is on the [move|go] {in}
    whose [movement|motion] it is {in}
    [what|which <thing>] doesn't [sit|stand|rest] still {in}
    the one that [moves|is moving|gets going] {in}
    """,
    terse="""
    [what|who] moving?
    who moves?
    [object|thing|shape] in motion?
    [what|which <thing>] is in motion?
    moving one?
    what's on the [move|go]?
    the one [that moves|moving|on the move]?
    [mover|mover, what]?
    what goes?
    """,
)
# Filled in by `videos.asks` for each way in which a thing changes.
CHANGE: Final = """
    who {s} {in}?
    what's that {ing} {in}?
    what can be seen {ing} {in}?
    [can|could] you [name|identify|make out] what {s} {in}?
    does [anything|something] {bare} {in}, and [what|if so, what|which <thing>]?
    there is [something|a <thing>] {ing} {in}. [what is it|which one is it]?
    one <thing> {past} {in}. [which|what was it|which one]?
    what is the <thing> [you see|we see|I see] {ing} {in}?
    which [one|<thing>] [do|did] you see {bare} {in}?
    what did [we|I] [just|] see {bare} {in}?
    [report|state|identify|say] [what|which <thing>] {past} {in}.
    <what> <thing> {bare} {in}?
    my [son|daughter|friend|gran] says something {past} {in}. what was it?
    I looked away and something {past} {in}. what [was it|is it|exactly]?
    [of|out of|among] the <things> {in}, which one {s}?
    only one <thing> {s} {in}: [which|what]?
    watch closely {in}. what {s}?
    what is the only <thing> {ing} {in}?
    which is the one that {s} {in}?
    the one {ing} {in}, what is it?
    is there something {ing} {in}? [what|which one|name it]?
    I [sat|was sitting|was standing] too far away to see what {past} {in}. what was it?
    who's that {ing} {in}?
    [of the two|of the pair], which one {s} {in}?
    [we|I|the kids|my boys] saw something {bare} {in}, but what?
    what do you call the one that {s} {in}?
    in front of the [background|backdrop], what {s} {in}?
    it {past} {in}. [what was it|what did]?
    something {s} {in}, [and I can't say what|but I can't see what]. [can you|what is it]?
    what [does|did|will] {bare} {in}?
    which one was it that {past} {in}?
    [what|which <thing>] is the one you see {ing} {in}?
    nothing moves {in}, but something {s}. what?
    never mind the [background|others|colours]: what {s} {in}?
    {in} something {s}. [what|which <thing>]?
    """
CHANGE_CLAUSES: Final = """
    who {s} {in}
    what it [was|is] that {past} {in}
    what [I|we|you] [saw|see] {bare} {in}
    which is the one that {s} {in}
    [what|which <thing>] the one {ing} {in} is
    """
CHANGE_TERSE: Final = """
    {ing} <thing>?
    who {s}?
    what {ing}?
    <thing> that {past}?
    the one {ing}?
    which {s}?
    what did {bare}?
    """
