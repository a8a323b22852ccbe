"""What people say aloud when they ask about details of a sound: loudness, who it is, what was said.

Knows questions only; words of sight and movement stand in them and decide nothing. Refuses to know answers.
"""

from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = [
    "COUNT",
    "DISTRESS",
    "EITHER",
    "HOW_LOUD",
    "IS_LOUD",
    "MORE",
    "SILENT",
    "SPOKEN_DIGIT",
    "WHO_CRIES",
    "WHO_SCREAMS",
    "WHO_SPEAKS",
    "WORDS",
    "WORRY",
]

HOW_LOUD: Final[Asking] = talk_asking(
    direct="""
    how's the [volume|loudness|noise|noise level][| in here| over there| now]
    how loud would you say [it|the sound|the noise] is, or is it [soft|quiet]
    where does the volume stand, loud or quiet
    what does the [sound meter|decibel meter|noise meter] say, loud or quiet
    do I get it [loud or soft|loudly or softly]
    is the [sound|noise] near the loud end or the quiet end
    is the [noise|sound] [behind me|next door|in the corner|in front of me] loud or quiet
    """,
    embedded="""
    how loud or soft things are[| in here| around me]
    where the volume stands, loud or quiet
    """,
    whole="""
    [Loud or what|Quiet or what|Loud, soft, which|Big noise or small noise|Strong sound or weak sound]?
    [I'd like to|I want to] [nap|make a call|study|sit down and read] here. Is it loud or quiet?
    My hearing aid needs setting. Is the sound loud or quiet?
    Is it loud? Or is it quiet?
    [From whisper to roar|From quiet to loud], where is [it|the sound]?
    Not how it looks: how loud is it?
    """,
)
IS_LOUD: Final[Asking] = talk_asking(
    direct="""
    is [it|something] making a [right|real|proper|terrible] racket
    will it wake the [wee one|little one|neighbours|dog|baby]
    is it too [loud|noisy] [to sleep|to talk|for a phone call|for a baby|to think]
    is this [loud|noisy]
    are the neighbours right that it's loud
    is the noise [behind me|next door|in front of me|on the stairs] a loud one
    would I have to [shout|raise my voice] over [it|the noise]
    """,
    embedded="""
    [if|whether] it's too loud to [sleep|talk|think]
    [if|whether] the noise will wake the [little one|neighbours]
    """,
    whole="""
    [Bit loud|Loud, that|Noisy, that|That's loud], [isn't it|innit|eh|no]?
    Loud, isn't it, the [sound|noise]?
    [I can't hear myself think|It hurts my ears|My ears ring]. Is it [really |]loud?
    [The baby will wake up|I can't sleep|Grandpa took his hearing aid out]. Is it loud?
    I want to sit here and read. Is it loud?
    """,
)
SILENT: Final[Asking] = talk_asking(
    direct="""
    am I hearing nothing[| at all]
    is the whole [house|place|street|world] silent
    do your ears get [nothing|no sound][| at all]
    did the sound [stop|go away|die away]
    is there truly nothing in your ears
    is it silent [behind the door|upstairs|next door|where I sit|in the corner]
    """,
    embedded="""
    [if|whether] the whole [house|place] is silent
    [if|whether] your ears get no sound at all
    """,
    whole="""
    [Silence, is it|Silent, is it|Nothing there, no sound at all]?
    [Am I going deaf|Have I lost my hearing|Are my batteries dead]? Or is it silent?
    It's so silent here, [isn't it|right]?
    [Everyone's asleep|The kids are gone|The house is empty]. Is it silent?
    I sit here and hear nothing. Is it silent?
    """,
)
EITHER: Final[Asking] = talk_asking(
    direct="""
    first I thought {a}, then {b}, which [is it|was it]
    do I hear {a}, or am I mistaken and it's {b}
    what's that [behind me|next door|upstairs|in the corner|on the stairs] I hear, {a} or {b}
    what did I just hear, {a} or {b}
    is it {a} that woke me, or {b}
    if it isn't {a}, is it {b} I hear
    """,
    embedded="""
    which I just heard, {a} or {b}
    [if|whether] it was {a} that woke me or {b}
    """,
    whole="""
    Was that {a}? Or was it {b}?
    [Bless you|Oh|Wait|My goodness|Hush|Pardon]! Was that {a} or {b}?
    {^a}? Or was that {b}?
    It might be {a}, it might be {b}. [Which|What do you hear|You tell me]?
    One of us hears {a}, the other {b}. Who's right?
    [Behind the door|Upstairs|In the corner|On the stairs|Outside]: {a} or {b}?
    {^a}, I'd say. Or is it {b}?
    I first took it for {a}. Or is it {b}?
    Bet it's {a}! Or {b}?
    I can't see it, only hear it. Is it {a} or {b}?
    """,
)
COUNT: Final[Asking] = talk_asking(
    direct="""
    what's the number of [sounds|noises] [in your ears|in the air|around me]
    how many can you hear, [sounds|noises] I mean
    [the sounds|the noises] [I hear|you hear], how many of them
    how many sounds can you split that [noise|racket] into
    what's the sound count[| here| in this place]
    """,
    embedded="""
    how many sounds you can split the noise into
    what the number of sounds is
    """,
    whole="""
    One, two? How many sounds?
    [Give me a number|In numbers|As a number]: how many [sounds|noises] [do you hear|are there]?
    [My son|Grandma|My friend] hears [one sound|two sounds]. How many do you hear?
    [I lost count|They blur together|It's a jumble]. How many sounds are there?
    Not what you see: how many sounds do you hear?
    """,
)
MORE: Final[Asking] = talk_asking(
    direct="""
    {x} aside, what else do you hear
    {x}, sure, but what else do you hear
    {x} is clear enough, what's the other [sound|noise]
    I got {x}, what [other sound |]did I miss
    what [sound|noise] is [drowned out by|mixed in with|underneath|hiding behind] {x}
    it can't be only {x}, what else do you hear
    """,
    embedded="""
    what else goes on for the ear besides {x}
    what [sound|noise] I miss because of {x}
    """,
    whole="""
    Yes, yes, {x}. And the other sound?
    {^x} I heard myself. What else [is there to hear|do you hear]?
    I only heard {x}. [Did I miss a sound|Is there another sound]?
    Not {x}, the other sound: what is it?
    {^x}, we know. Next sound?
    """,
)
WORRY: Final[Asking] = talk_asking(
    direct="""
    should I [call for help|get up and check] because of that [sound|noise]
    should I [fetch help|wake my husband|run over] because of that [sound|noise]
    do I have to get out of bed for that [noise|sound]
    would you be worried by that [sound|noise]
    is that [noise|sound] [behind me|upstairs|next door|on the stairs] a bad sign
    is that a bad [noise|sound]
    """,
    embedded="""
    [if|whether] I should get up and check because of that [noise|sound]
    [if|whether] that's a bad [noise|sound]
    """,
    whole="""
    That [noise|sound] gives me the creeps. Should I [be worried|worry]?
    [I can't sleep|I'm home alone|It's dark here]. Is that sound [alarming|a bad sign]?
    Shall I [ring someone|get up and look], does the sound mean trouble?
    [I'm sitting here all alone|I'm standing at my gate]. Does that sound mean trouble?
    """,
)
DISTRESS: Final[Asking] = talk_asking(
    direct="""
    is [some poor soul|somebody|someone] in [trouble|distress|a bad way] [next door|upstairs|over there]
    does [someone|somebody] need [looking after|a kind word|rescuing|help] [next door|upstairs|over there|]
    do I hear [some poor soul|somebody] in [trouble|distress]
    """,
    embedded="""
    [if|whether] [some poor soul|somebody] is in [trouble|distress][| next door| upstairs]
    """,
    whole="""
    Should I go over? [Does someone need help|Is someone in trouble]?
    [Oh dear|Goodness|Heavens], is someone in [trouble|distress]?
    I can't see anyone. Does somebody need help?
    """,
)
WHO_CRIES: Final[Asking] = talk_asking(
    direct="""
    who's [blubbing|blubbering|wailing|bawling|whimpering|sobbing][| over there| next door| behind me]
    who is crying [upstairs|next door|in the corner|behind the door|on the stairs|behind me|over there]
    who is it that's crying
    which one is crying, the [baby|little one] or the [woman|lady]
    is it [mum or the baby|the mother or the baby|the lady or the little one] that cries
    who do I hear in tears
    who's making that crying noise
    """,
    embedded="""
    who's crying [upstairs|next door|in the corner|behind the door|behind me]
    who it is that's in tears
    """,
    whole="""
    [Who is crying|Who's crying]? [I can't see them|It's dark|I can't look now|It breaks my heart].
    [Someone|Somebody] needs a cuddle. Who's crying?
    There's crying [next door|upstairs|behind me|in the corner]: who is it?
    Crying again. Who is it this time?
    I'm sitting here and hear crying. Who is it?
    """,
)
WHO_SCREAMS: Final[Asking] = talk_asking(
    direct="""
    who's [hollering|bellowing|shrieking|screeching|yelling] [like that|upstairs|next door|behind me]
    who is screaming [upstairs|next door|in the corner|behind the door|on the stairs|over there]
    who is it that's screaming
    which one screams, the man or the woman
    who gave me a fright with that scream
    who's making that screaming noise
    """,
    embedded="""
    who's screaming [upstairs|next door|in the corner|behind the door|behind me]
    who it is that's yelling
    """,
    whole="""
    [Who is screaming|Who's screaming|Who screamed]? [I can't see them|It's dark|It chills my blood].
    What a scream! [Who was it|Man or woman|A man or a woman]?
    There's screaming [next door|upstairs|behind me|outside]: who is it?
    I was sitting here and heard a scream. Who was it?
    """,
)
WHO_SPEAKS: Final[Asking] = talk_asking(
    direct="""
    who [has the floor|is doing the talking|is chatting|is holding forth]
    is that [grandma|my son|the postman|my teacher|Uncle Bob] I hear [talking|speaking]
    whose voice is that [behind me|next door|on the stairs|in front of me|at the door|in the corner]
    who's talking [behind me|next door|on the stairs|in front of me|at the door|in the corner]
    """,
    embedded="""
    whose voice that is [behind me|next door|at the door]
    """,
    whole="""
    I know that voice, but from where? Who is talking?
    Who's talking? I can't see [him|her|them|anyone].
    Sounds like [my uncle|my aunt|my teacher] talking. Who is it?
    """,
)
WORDS: Final[Asking] = talk_asking(
    direct="""
    what [have they|has he|has she] got to say
    what are they [nattering|chatting|gossiping|arguing|blethering] about
    what's being [whispered|mumbled|announced|discussed][| next door| behind me]
    can you tell what they're [on about|talking about]
    what did I just get told
    """,
    embedded="""
    what they're [nattering|gossiping|arguing|going on] about
    what's being [whispered|mumbled|announced]
    """,
    whole="""
    They mumble. What are they saying?
    [Behind the door|Next door|Upstairs] they talk. What about?
    I see lips move. What are they saying?
    """,
)
SPOKEN_DIGIT: Final[Asking] = talk_asking(
    direct="""
    [what|which] number [got called|came up|was called] [just now|in the announcement|over the loudspeaker]
    [what|which] [platform|gate|room|ticket|floor] number did they [call|announce|say]
    how many did they say
    which number do I have to [press|dial|remember], the one they said
    which number do you hear, not see
    """,
    embedded="""
    which [platform|gate|room|ticket] number they [called|announced]
    which number you hear, not see
    """,
    whole="""
    They said a number and I wasn't quick enough. Which was it?
    [Platform|Room|Ticket|Bingo] number they called: which?
    Not the number you see, the one you hear: which is it?
    What number do you hear? I don't mean the picture.
    I can't see any number, but I heard one. Which?
    """,
)
