"""More words for yes/no questions about short videos.

Knows wording only, `videos.asks_yesno` puts it beside its own; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["DOES_IT", "IS_DOING", "VERBS", "VERBS_ING"]

# What a yes/no question claims, as a bare verb.
VERBS: Final = {
    "left to right": (
        "[run|sail|scoot|fly|roll|wander] [from left to right|to the right|over to the right]",
        "[come from the left|start on the left and end on the right|go from the left side to the right]",
        "[go|move] [to the right hand side|to the right-hand side|toward the right|towards the right]",
        "[go|walk|zoom|dash|hop|swim|crawl] [to the right|from left to right|across to the right]",
    ),
    "right to left": (
        "[run|sail|scoot|fly|roll|wander] [from right to left|to the left|over to the left]",
        "[come from the right|start on the right and end on the left|go from the right side to the left]",
        "[go|move] [to the left hand side|to the left-hand side|toward the left|towards the left]",
        "[go|walk|zoom|dash|hop|swim|crawl] [to the left|from right to left|across to the left]",
    ),
    "top to bottom": (
        "[go|move|come|slip|slide] [down|downhill|towards the bottom|toward the bottom|from above to below]",
        "[come from above|come from the top|start at the top and end at the bottom|move lower]",
        "[go|travel|drop] [from the top to the bottom|all the way down|down the screen]",
        "[tumble down|take a tumble|sink like a stone|go south|fall to the bottom]",
    ),
    "bottom to top": (
        "[go|move|fly|float|climb] [up|uphill|towards the top|toward the top|from below to above]",
        "[come from below|come from the bottom|start at the bottom and end at the top]",
        "[go|travel|rise] [from the bottom to the top|all the way up|up the screen]",
        "[take off upwards|float up|fly up|go north|rise to the top]",
    ),
    "grows": (
        "[get bigger and bigger|grow in size|gain in size|inflate|blow up|scale up|get huge|get fatter]",
        "[go from small to big|end up bigger than before|become more big|increase|get enlarged]",
        "[balloon|bulk up|get big|get magnified|go up in size|become a giant]",
    ),
    "shrinks": (
        "[get smaller and smaller|shrink down|diminish|deflate|scale down|get tiny|get less big|lessen]",
        "[go from big to small|end up smaller than before|become more small|decrease|get reduced in size]",
        "[get small|become little|get wee|go down in size|lose its size]",
    ),
    "stays still": (
        "[do nothing|do nothing at all]",
        "[stay still the whole time|just stay there and do nothing|stand there idle]",
        "[sit tight|lie still|keep perfectly still|have a rest]",
    ),
    "appears": (
        "[make an appearance|pop into existence|come into being|materialise|materialize|fade in|pop in]",
        "[start to be visible|get visible|come to light|pop into view|show up all of a sudden]",
        "[spring up|crop up|come out of hiding|arrive out of the blue|start out invisible and then show up]",
    ),
    "disappears": (
        "[fade away|fade out|become invisible|go invisible|stop being there|cease to be visible|get erased]",
        "[go out of view|vanish from the screen|go poof|disappear all of a sudden|get lost from view]",
        "[do a vanishing act|make itself scarce|slip out of sight|get wiped away|cease to exist]",
    ),
}
# What a yes/no question claims, as a verb in -ing.
VERBS_ING: Final = {
    "left to right": (
        "[coming from the left|headed right|headed to the right|going towards the right|moving rightward]",
        "[running|sailing|flying|rolling|wandering] [from left to right|to the right]",
        "[walking|zooming|dashing|hopping|swimming|crawling] [to the right|from left to right]",
    ),
    "right to left": (
        "[coming from the right|headed left|headed to the left|going towards the left|moving leftward]",
        "[running|sailing|flying|rolling|wandering] [from right to left|to the left]",
        "[walking|zooming|dashing|hopping|swimming|crawling] [to the left|from right to left]",
    ),
    "top to bottom": (
        "[coming from above|coming from the top|headed down|going down|going towards the bottom|going lower]",
        "[sinking down|falling down|slipping down|moving downward|making its way down]",
        "[tumbling down|going south|falling to the bottom]",
    ),
    "bottom to top": (
        "[coming from below|coming from the bottom|headed up|going upwards|going towards the top]",
        "[rising up|climbing up|floating upward|moving upward|making its way up]",
        "[floating up|flying up|going north|rising to the top]",
    ),
    "grows": (
        "[getting bigger and bigger|growing in size|inflating|blowing up]",
        "[scaling up|getting fatter|enlarging|gaining size|getting huge]",
        "[ballooning|bulking up|getting big|going up in size]",
    ),
    "shrinks": (
        "[getting smaller and smaller|shrinking down|diminishing|reducing in size]",
        "[deflating|scaling down|getting tiny|becoming tiny]",
        "[getting small|becoming little|getting wee|going down in size]",
    ),
    "stays still": (
        "[doing nothing|doing nothing at all]",
        "[sitting tight|lying still|perfectly still|idle]",
    ),
    "appears": (
        "[making an appearance|fading in|materialising|materializing]",
        "[popping in|getting visible|popping into view]",
        "[springing up|cropping up|coming out of hiding]",
    ),
    "disappears": (
        "[fading away|fading out|becoming invisible|going invisible]",
        "[going out of view|vanishing from the screen]",
        "[making itself scarce|slipping out of sight|being wiped away]",
    ),
}
DOES_IT: Final = asking(
    direct="""
    is {it} going to {verb} {in}?
    does {it} [seem|happen|manage] to {verb} {in}?
    {it} {verb} {in}?
    do {it} {verb} {in}?
    {it} {verb} {in}, [yes|right|yes or no|true]?
    doesn't {it} {verb} {in}?
    does {it} {verb} {in}, [yes or no|or not|or no|or does it not|or what]?
    is there [a moment|some point|any point] [when|where] {it} does {verb} {in}?
    have [you|we] [seen|watched] {it} {verb} {in}?
    I [could swear I saw|feel I saw|thought I saw] {it} {verb} {in}. [did I|is that so|am I right]?
    [my boss|my teacher|grandpa|she|he] thinks {it} does {verb} {in}. [is that correct|true|does it]?
    we [have a bet on|can't agree on|are arguing about] whether {it} does {verb} {in}. does it?
    I [can't see well|missed it|wasn't looking|blinked]: did {it} {verb} {in}?
    for the [record|report|log]: did {it} {verb} {in}?
    {it} does {verb} {in}. [true or false|right or wrong|yes or no|fact or fiction]?
    [how about|what about|now] {it}: does it {verb} {in}?
    did {it} just {verb} {in}?
    [any chance|is there any chance|is it possible] that {it} does {verb} {in}?
    [can|could|may] I [say|write|report|note] that {it} does {verb} {in}?
    [kindly|please] [verify|confirm|check]: does {it} {verb} {in}?
    [surely|presumably|I suppose|it seems] {it} does {verb} {in}, [right|yes|does it|correct]?
    {it} {in}, did you see it {verb}?
    looking at {it} {in}, would you say that it does {verb}?
    does {it} ever {verb} {in}?
    does {it} go and {verb} {in}?
    {it} does {verb} {in}, does it [not|]?
    {it} does {verb} {in}, [eh|aye|huh|hey|okay]?
    you see {it} {verb} {in}, [right|yes|don't you|no]?
    [will|would] {it} {verb} {in}?
    does {it} {verb} {in}, or [is it my imagination|am I dreaming|did I imagine it]?
    I'm [sitting|standing] too far away: does {it} {verb} {in}?
    in front of the background, does {it} {verb} {in}?
    was {it} seen to {verb} {in}?
    can {it} be seen to {verb} {in}?
    correct me if I'm wrong: {it} does {verb} {in}.
    tell me if I'm right: {it} does {verb} {in}.
    {it} does {verb} {in}, or so [I'm told|they say|I hear]. is it [so|true]?
    by the end, did {it} {verb} {in}?
    what, {it} does {verb} {in}? [really|is that so|is that true]?
    so you're telling me {it} does {verb} {in}. [yes|is that right|is it so]?
    shall I [write|put|note] down that {it} does {verb} {in}?
    I don't need the colour. does {it} {verb} {in}?
    {it} {in}, [it does|so it does] {verb}, yes?
    """,
    clauses="""
    [if|whether] {it} [seems to|happens to|is going to|is seen to] {verb} {in}
    whether or not {it} does {verb} {in}
    [if|whether] {it} did {verb} {in}
    [if|whether] I'm right that {it} does {verb} {in}
    """,
    terse="""
    {it} {verb}?
    {it} {verb}, [yes|no|yes or no|y or n|right]?
    {it} {verb} or [no|not]?
    do {it} {verb}?
    [seen|saw] {it} {verb}?
    {it}, did it {verb}?
    will {it} {verb}?
    """,
)
IS_DOING: Final = asking(
    direct="""
    isn't {it} {verb} {in}?
    {it} {verb} {in}?
    {it} {verb} {in}, [yes|right|yes or no|true]?
    is {it} {verb} {in}, [yes or no|or no|or is it not|or what]?
    [are you|am I|are we] [seeing|watching|looking at] {it} {verb} {in}?
    have [you|we] seen {it} {verb} {in}?
    has {it} been {verb} {in}?
    does {it} [seem to be|look like it is|look as if it is|look to be] {verb} {in}?
    is {it} [currently|perhaps|maybe|possibly|ever|at all|at any time] {verb} {in}?
    would you describe {it} as {verb} {in}?
    can {it} be said to be {verb} {in}?
    [my boss|my teacher|grandpa|she|he] thinks {it} is {verb} {in}. [is that correct|true|is it]?
    we [have a bet on|can't agree on|are arguing about] whether {it} is {verb} {in}. is it?
    {it} is {verb} {in}. [true or false|right or wrong|yes or no|fact or fiction]?
    I [can't see well|missed it|wasn't looking|blinked]: [is|was] {it} {verb} {in}?
    for the [record|report|log]: is {it} {verb} {in}?
    [can|could|may] I [say|write|report|note] that {it} is {verb} {in}?
    [any chance|is there any chance|is it possible] that {it} is {verb} {in}?
    [what about|how about] {it} {in}, is it {verb}?
    looking at {it} {in}, would you say it is {verb}?
    [kindly|please] [verify|confirm|check]: is {it} {verb} {in}?
    do my eyes deceive me, or is {it} {verb} {in}?
    I have the [feeling|impression|idea] that {it} is {verb} {in}. [is it|is that so|am I right]?
    [surely|presumably|I suppose] {it} is {verb} {in}, [right|yes|is it|correct]?
    is {it} [just|simply|now|busy] {verb} {in}?
    {it} is {verb} {in}, is it [not|]?
    {it} is {verb} {in}, [eh|aye|huh|hey|okay]?
    {it} be {verb} {in}?
    I'm [sitting|standing] too far away: is {it} {verb} {in}?
    in front of the background, is {it} {verb} {in}?
    correct me if I'm wrong: {it} is {verb} {in}.
    tell me if I'm right: {it} is {verb} {in}.
    {it} is {verb} {in}, or so [I'm told|they say|I hear]. is it [so|true]?
    what, {it} is {verb} {in}? [really|is that so|is that true]?
    so you're telling me {it} is {verb} {in}. [yes|is that right|is it so]?
    shall I [write|put|note] down that {it} is {verb} {in}?
    is {it} {verb} {in}, or [is it my imagination|am I dreaming|did I imagine it]?
    you see {it} {verb} {in}, [right|yes|don't you|no]?
    I don't need the colour. is {it} {verb} {in}?
    {it} {verb} {in}, is [it|that so|that true]?
    """,
    clauses="""
    whether or not {it} is {verb} {in}
    [if|whether] {it} [seems to be|looks to be|has been] {verb} {in}
    [if|whether] I'm right that {it} is {verb} {in}
    """,
    terse="""
    {it} {verb}, [yes|no|yes or no|y or n]?
    {it} {verb} or [no|not]?
    {verb} or not, {it}?
    isn't {it} {verb}?
    was {it} {verb}?
    {it}, was it {verb}?
    {verb}, is it, {it}?
    {it} {verb}, is it?
    """,
)
