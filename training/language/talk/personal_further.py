"""Still more questions about the wearer and the surroundings, topic by topic of `talk.personal`.

Knows questions only; refuses to know any answer.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["PERSONAL_FURTHER"]

_SMELL: Final[Asking] = talk_asking(
    direct="""
    does [anything|something] [smell|stink|reek|pong] [here|in here|in this room|to you]
    is [that|it] [gas|smoke|petrol|perfume|garlic] [I smell|I can smell|that smells so]
    where does [that|this] [smell|stench|scent] come from
    what's [cooking|in the oven], by the smell of it
    how [strong|bad|good|fresh] does [it|the room|this|the fish] smell
    has [something|the milk|the meat] gone off, by the smell
    is there a [nice|bad|funny|strange|burnt|musty] smell [in here|here|]
    do you [get|notice|detect|catch] [a whiff of|the smell of|the scent of] [gas|roses|coffee|smoke]
    you smell [that|it|something]
    """,
    embedded="""
    where [that|this] smell comes from
    [if|whether] there's [a smell of gas|something burning, by the smell|a bad smell] [here|]
    [if|whether] I [smell|stink|smell of sweat]
    """,
    whole="""
    [I have a cold|My nose is blocked|I lost my sense of smell|I can't smell]. What does it smell [like|of]?
    [Any odour|Bad smell|Smell of gas|Gas leak smell|Perfume|Aroma|What scent|Nose report]?
    [Phew|Pooh|Yuck|Mmm], what [is that smell|stinks like that|smells so good]?
    """,
)
_TASTE: Final[Asking] = talk_asking(
    direct="""
    how would [it|this|the soup|the wine] taste
    what would [this|it|the cake] taste of
    what does [it|this|the sauce|the drink] taste of
    is [this|the tea|the dish|the curry] to your taste
    could you [taste|try|sample] [it|this|the soup] for me
    has [the soup|the stew|it] got enough [salt|pepper|sugar|spice]
    will I [like|enjoy] the [taste|flavour]
    did I put too much [salt|sugar|chilli] in[| it| the soup]
    is [the fruit|the melon|it|the wine] [sweet|sour|ripe and sweet|dry|corked], taste-wise
    """,
    embedded="""
    what [it|this|the drink] tastes of
    [if|whether] [it|the soup|the stew] [needs salt|needs sugar|tastes good|tastes right]
    how [sweet|salty|spicy] [it|the sauce|the curry] is
    """,
    whole="""
    [I can't taste anything|I have no sense of taste|My tongue is burnt]. What does it taste like?
    [More salt|Enough salt|Needs pepper|How's the taste|Taste test|Good flavour|Which flavour|Too spicy]?
    [Yum|Yuck|Mmm]: what does it taste [of|like]?
    """,
)
_FEELINGS: Final[Asking] = talk_asking(
    direct="""
    what [sort of|kind of] mood am I in
    in what [mood|frame of mind] am I
    how [am I|is my wife|is my husband|is he|is she] feeling[| today| inside]
    do I [feel|seem|appear] [well|good|poorly|frightened|relaxed|all right] [today|to you|]
    am I [okay|feeling well|feverish|frightened|relaxed|anxious|in a bad mood|moody]
    what's [making me sad|worrying me|my deepest wish|my dream|going through my head]
    what [word|card|animal] am I thinking of
    can you [guess|sense|tell] [what I'm thinking|my feelings|what's on my mind|how I feel inside]
    do you know [what I want|what I feel|what I'm thinking|how I feel|my secret]
    does [anyone|my husband|my girlfriend|my teacher|my neighbour] [love me|like me|miss me|fancy me]
    is [my girlfriend|my teacher|my dad|my neighbour] [angry|disappointed|in love|jealous|proud of me]
    why [do I feel so low|is she cross with me|am I crying inside|does nobody like me]
    do I need a [hug|rest|holiday|drink|friend]
    """,
    embedded="""
    what mood I'm in
    [if|whether] [my husband|my girlfriend|my teacher|he] [loves me|is cross with me|misses me]
    why I [feel so low|feel sad|am so nervous]
    [if|whether] I'm [okay|ill|anxious|depressed|in a good mood]
    """,
    whole="""
    [Mood check|My state of mind|Am I alright|Feeling okay, me|Mind reading|What do I feel|My secret wish]?
    [Something is wrong with me|I don't feel right|I've been crying]. What [is it|do I feel|is wrong]?
    I bet you can't [read my mind|guess my thoughts|tell how I feel]. Can you?
    """,
)
_IDENTITY: Final[Asking] = talk_asking(
    direct="""
    what do [people|my friends|my parents] call me
    what [year|month] was I born in
    what's my [middle name|maiden name|mother's name|dog's name|bank|employer|religion|passport number|height]
    whose [husband|daughter|son|mother] am I
    how [old|tall|heavy] is [my son|my grandma|the man next to me|the lady there]
    do you know [where I live|how old I am|my birthday|my husband's name|what I do for work|my dog's name]
    what [kind of work|job] do I do
    who [do I work for|am I married to|brought me up|gave me this|is my favourite singer]
    who is this [man|woman|lady|gentleman|child|bloke|fellow|guy] by name
    what's this [man's|woman's|lady's|gentleman's] name
    have I [got any children|got a husband|been to university|got a driving licence]
    am I [older than forty|a teacher|a nurse|Indian|Scottish|American|a pensioner|a grandfather|retired]
    which [country|family|religion|political party] do I belong to
    """,
    embedded="""
    what [I'm called|I do for work|year I was born]
    where I [live|work|went to school|was born]
    who [I work for|I'm married to|that man is by name|my parents are]
    [if|whether] I [have children|have a brother|am married|am retired]
    """,
    whole="""
    [Whoami|My first name|My full name|My employer|My wife's name|Her name|His name|Who is he|Who is she]?
    [I hit my head|I've lost my memory|I wake up and remember nothing]. [Who am I|What's my name]?
    Do you know [who you are talking to|who is asking you this|the person wearing you]?
    Tell [everybody|us|the class] [my name|how old I am|where I live].
    """,
)
_PLACE: Final[Asking] = talk_asking(
    direct="""
    what [place|part of town|corner of the world|spot on the map] [is this|am I in]
    in [which|what] [city|town|country|street|village|county|region] [am I|are we]
    at [which|what] [address|station|stop|airport] am I
    am I [near home|close to the station|still in Paris]
    am I [in the right street|far from home|in America|on the map]
    what's the [way|quickest way|best route|shortest way] [home|to the station|to the market|to the museum]
    how many [miles|kilometres|minutes|blocks] [is it|are we] [to home|from the station|from the hotel]
    could you [direct|guide|lead|navigate|take] me [home|to the station|to the chemist|to platform nine]
    which [street|stop|platform|gate|floor] do I [need|want|have to go to] [for the museum|for my train|]
    where can I [find|get to] [a chemist|a cash machine|a toilet]
    where can I [find|get to] [a taxi rank|the metro|my hotel|a police station]
    where have I [put|left|lost] my [keys|phone|wallet|passport|umbrella|purse|hearing aid]
    where has my [wife|phone|bag|son] [got to|gone|run off to]
    where [do I go|should I go|must I turn] [now|next|] to get [home|to the hotel|to the station]
    where did they [hide|put] [my keys|my present|the treasure|my phone]
    what's [the nearest|the closest] [town|station|hospital|pub|restaurant|bus stop]
    """,
    embedded="""
    in [which|what] [town|street|country] [I am|we are]
    the [way|quickest way] [home|to the station|to my hotel]
    where I've [put|left] my [keys|phone|wallet|passport]
    how far [away home is|we are from the hotel|the next village is]
    """,
    whole="""
    [Way home|My whereabouts|Which street|Which country]?
    [Route|Where's the loo|Nearest toilet|Current location]?
    [I'm a tourist|I'm not from here|My map is old|My phone is dead]. [Where am I|Which street is this]?
    [Locate|Find|Track] [my keys|my phone|me on the map|the nearest hospital].
    [Officer|Excuse me, dear|Pardon], how do I get to [the station|the town hall|the harbour|Oxford Street]?
    """,
)
_BODY: Final[Asking] = talk_asking(
    direct="""
    what [does my heart do|is my heart doing|are my vitals|is my oxygen level|is my cholesterol]
    how many [beats per minute|breaths a minute] [is that|do I have|does my heart do]
    what's my [heartbeat|daily step total|calorie count|body fat|blood type|temperature reading|weight today]
    how [healthy|fit|ill|drunk] am I
    how much [weight have I lost|do I weigh now|energy have I burned|have I slept|water did I drink today]
    how many [floors have I climbed|lengths did I swim|press-ups did I do|miles are on my legs] today
    did I [take enough steps|reach ten thousand steps|beat my record|take my pills|burn off the cake] today
    is my [breathing|blood sugar|cholesterol|weight|back|knee] [okay|fine|normal|too high|healthy]
    do I [have a temperature|have a cold|have the flu|weigh too much|breathe too fast|need a doctor]
    have I got [a fever|a cold|the flu|a broken bone|high blood pressure|diabetes]
    at what [speed|pace] in [km/h|miles per hour] [am I going|am I moving]
    can you [take|measure|feel|check] my [pulse|heart rate|temperature|blood pressure]
    """,
    embedded="""
    what my [heartbeat|step total|blood sugar|weight] is
    how many [floors|miles|kilometres] I [climbed|walked|did] today
    [if|whether] I [have a fever|have a temperature|am ill|am fit|reached my goal]
    [if|whether] my [breathing|blood sugar|weight] is [okay|normal|healthy]
    """,
    whole="""
    [Vitals|BPM|Temperature, me|Pulse rate|Distance today|Daily steps|Oxygen level|Fitness score|My weight]?
    [I feel dizzy|My chest hurts]. What's my [pulse|blood pressure|heart rate|weight]?
    [My heart is racing|I'm on a diet]. What's my [pulse|blood pressure|heart rate|weight]?
    [Count my steps for the day|Track my sleep|Weigh me|Test my blood|Give me my stats for today].
    [The doctor|The nurse|My trainer] wants my [pulse|blood pressure|step count|heart rate]. What is it?
    """,
)
PERSONAL_FURTHER: Final[Mapping[str, Asking]] = {
    "smell": _SMELL,
    "taste": _TASTE,
    "feelings": _FEELINGS,
    "identity": _IDENTITY,
    "place": _PLACE,
    "body": _BODY,
}
