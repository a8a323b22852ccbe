"""More questions about the wearer and the surroundings beyond the senses, topic by topic.

Knows questions only; refuses to know any answer.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["PERSONAL_MORE"]

_SMELL: Final[Asking] = talk_asking(
    direct="""
    what's that [smell|stink|scent|whiff|odour|stench|pong|aroma|fragrance]
    what [gives off|has|is causing] [that|this] [smell|scent|stench|pong]
    is [something|anything] [burning, can you smell it|smelling bad|smelling off|rotten, by the smell]
    does [the milk|the fish|my coat] smell [off|bad|fresh|nice|funny|all right]
    does [the bin|my breath|the room|this] smell [off|bad|fresh|nice|funny|all right]
    do my [socks|shoes|clothes|hands] smell
    is there [a whiff|a hint|a smell|an odour] of [gas|smoke|coffee] [here|in the air]
    is there [a whiff|a hint|a smell|an odour] of [perfume|garlic|petrol|cheese] [here|in the air]
    how does [the rose|the perfume|my hair|dinner|the sea|fresh bread] smell
    which [scent|fragrance|aftershave|odour] is [this|that]
    what can you [smell|sniff][| here| in the air]
    have you got a [nose|sense of smell]
    """,
    embedded="""
    what's [smelling|stinking|that smell|that scent]
    how it smells[| here| in here]
    [if|whether] [the milk|the fish|it|my shirt] smells [bad|off|fresh|all right]
    [if|whether] you [smell|can smell] [gas|smoke|anything|something burning]
    """,
    whole="""
    [Sniff|Have a sniff|Smell this|Take a whiff]. What is it?
    [Scent|Odour|Any smell|Smell anything|Smelly|Fragrance]?
    It [stinks|smells|reeks] [of gas|of smoke|in here|of something], [doesn't it|right]?
    Use your nose. What [is it|do you smell]?
    """,
)
_TASTE: Final[Asking] = talk_asking(
    direct="""
    what's [it|this|the soup|my tea|the wine|your dinner] taste like
    is [the curry|the sauce|my coffee] [too salty|too sweet|hot|mild|delicious|yummy|off]
    is [the cheese|this|the pie] [too salty|too sweet|hot|mild|delicious|yummy|off]
    does [the stew|the sauce|my coffee|the milk] need [more salt|sugar|pepper|seasoning]
    does [the milk|the fish|this] taste [off|sour|funny|all right|of garlic|of lemon]
    which [spice|flavour|taste] [is in it|do you notice|is that in the soup]
    how [sweet|salty|sour|spicy|bitter] is [it|the tea|the soup|this sauce|the lemon]
    do you [like|fancy] [the taste|the flavour|how it tastes]
    have you got [a tongue|a sense of taste|taste buds]
    is [the food|dinner|my cake] [good|tasty|any good|nice], taste-wise
    """,
    embedded="""
    what [it|the soup|this|my coffee|the wine] tastes like
    how [the soup|the cake|this|the sauce] tastes
    [if|whether] [the soup|it|the sauce] is [too salty|sweet enough|spicy|tasty]
    """,
    whole="""
    [Taste this|Try a bite|Have a taste|Have a lick]. [How is it|What is it like|Is it good]?
    [Flavour|Tasty|Yummy|Salty or sweet|Sweet or sour|Spicy]?
    It tastes [off|delicious|of lemon|salty], [doesn't it|right]?
    """,
)
_FEELINGS: Final[Asking] = talk_asking(
    direct="""
    am I [cross|grumpy|cheerful|depressed|excited|scared|jealous|homesick|worried|ashamed|proud|upset|content]
    do I seem [upset|happy|sad|tired|stressed|cheerful|nervous|grumpy] to you
    what's [on my mind|in my head|wrong with me|bothering me|my wish|my secret|my favourite song]
    what [makes me happy|makes me sad|do I like|do I love]
    what [do I need|do I dream about|do I fear|do I believe in]
    which number am I thinking of
    how [happy|sad|tired|hungry|stressed|thirsty|sleepy|cold] am I
    why am I so [tired|sad|happy|nervous|angry|lonely]
    is [my husband|my boss|she|he|my friend|my mum] [cross|angry with me|happy|sad|lying to me|in love]
    does [he|my boss|my friend|my cat|anybody] [like|love|hate|miss] me
    what does [she|he|my boss|my dog|my friend] [think of me|want|feel|think|wish for]
    am I [hot|cold|dizzy|in pain|well|allergic to nuts|ill], do you think
    can you [tell my mood|sense my mood|feel my emotions|guess my thoughts]
    """,
    embedded="""
    what [I want|I'm thinking about|is on my mind|I am feeling inside|I need]
    [if|whether] I'm [tired|stressed|in love|hungry|sad|angry|lonely|thirsty]
    [if|whether] [she|he|my boss|my friend] [likes me|loves me|is angry with me]
    which number I'm thinking of
    """,
    whole="""
    [Guess|Tell me|Say] [my mood|how I feel|what I want|what I'm thinking of|my favourite food].
    [My emotions|In love or not|Happy or sad, me|Tired or not, me|My thoughts]?
    I'm thinking of [a number|an animal|someone]. [Which one|Guess]?
    I [feel|seem] [sad|ill|tired|odd]. [Why|Why is that|What is wrong with me]?
    """,
)
_IDENTITY: Final[Asking] = talk_asking(
    direct="""
    what's my [surname|first name|full name|age|job|nickname]
    what's my [shoe size|PIN|email address|star sign|blood type|wife called]
    do you [know|recognise] [who I am|my name|my voice|my mother|my family|me by name]
    what [is my dog|is my cat|is my wife|is my son|is my boss|is she|is he|are they|am I] called
    who [lives here|owns this house|is my wife|is my teacher|is my doctor|are my parents|is my best friend]
    when [was I born|is my birthday|did I get married]
    where [was I born|did I grow up|do my parents live|did I go to school|do I come from]
    how many [brothers|sisters|siblings|friends|grandchildren|kids|pets] do I have
    how [rich|heavy|tall|old|famous] [am I|is my wife|is my father|is he|is she]
    am I [married|rich|famous|a student|a doctor|left-handed|single|German|over thirty]
    what [do I do for a living|is my profession|is my nationality|is my favourite colour|is my eye colour]
    which [school did I go to|bank am I with|team do I support|car do I own]
    is [she|he] my [wife|husband|sister|brother|boss|friend]
    """,
    embedded="""
    what my [name|surname|job|age|dog|wife|son] is[| called]
    when I was born
    who my [wife|husband|best friend|boss|doctor|neighbour] is
    how many [brothers|sisters|kids|friends] I have
    [if|whether] I am [married|rich|a student|famous]
    what I do for a living
    """,
    whole="""
    [Guess|Say|Tell me] my [name|age|job|birthday|nationality].
    [Who am I then|What am I called|My birthday|My surname|My job|My phone number|My password]?
    I forgot my [password|PIN|phone number|own name|wedding anniversary]. What is it?
    You know [my name|who I am|me|where I live], [don't you|right]?
    """,
)
_PLACE: Final[Asking] = talk_asking(
    direct="""
    where [on earth|in the world|exactly] am I
    which [district|village|neighbourhood|shop|floor|station|state|continent|park] [am I in|are we in|is this]
    what [town|city|country|street|village|area] [is this|are we in|am I in]
    whereabouts [am I|are we|did I leave my keys|is the nearest cafe|is the loo]
    where's [my mum|my wallet|the loo|the nearest cash machine]
    where's [the bus stop|the chemist|my key|the lift|the pub]
    how do I [get to the airport|find the station|get out of town|reach the hospital|walk to the museum]
    how far [away is|off is|is it to] [the airport|the beach|the next village|home|the nearest petrol station]
    how long [does it take|will it take] to [get home|walk to the station|drive to the airport]
    what are my [coordinates|GPS coordinates|whereabouts]
    what's [my address|the postcode here|the name of this street|the house number I live at|around the corner]
    which [bus|train|road|exit|way|turning] [do I take to the station|leads home|goes to town]
    is there a [bank|chemist|cafe|supermarket|petrol station|hospital|park] near[by| here| me]
    have you seen my [keys|wallet|phone|dog|bag] anywhere
    are we [there yet|nearly home|lost|in town|abroad|in Scotland|in India]
    """,
    embedded="""
    where [we are|my keys are|the loo is|the nearest bank is|I parked the car|I left my bag]
    [which|what] [town|street|country|area] [this is|we're in|I'm in]
    how to get [home|to the station|to the airport|to the beach]
    how far it is to [the station|the beach|the airport|town]
    """,
    whole="""
    [Directions home|GPS|My coordinates|Address|Which town|Map|My position on the map|Nearest bank]?
    [Guide me|Navigate me|Show me the way] [home|to the station|to the airport].
    [Give me directions|Tell me the way|Find me a way] [home|to the station|to the airport].
    [I lost my keys|I can't find my wallet|My phone is gone]. Where [is it|could it be|did I leave it]?
    I'm lost. [Which town is this|Which street is this|How do I get home]?
    """,
)
_BODY: Final[Asking] = talk_asking(
    direct="""
    what's my [heart rate|pulse|BMI|blood pressure]
    what's my [blood oxygen|body temperature|step count|resting pulse|VO2 max]
    how [many steps|many calories] have I [done today|walked today|run this week]
    how [many miles|many kilometres|far] have I [done today|walked today|run this week]
    how [high|low|fast|good] is my [pulse|blood pressure|heartbeat|blood sugar|heart rate]
    is my [heart rate|pulse|blood pressure|temperature|heart] [normal|too high|okay|healthy|all right]
    have I [reached my step goal|burned enough calories|slept enough|got a temperature|lost weight]
    did I [sleep well|sleep enough|burn a lot of calories|snore] last night
    how many [hours did I sleep|calories did I burn|flights of stairs did I do today|pounds have I lost]
    how [long|far] did I run [yesterday|this morning|last week]
    what's my [speed in miles per hour|speed in km/h|pace per kilometre|altitude|height above sea level]
    how many [miles per hour|kilometres per hour] am I doing
    am I [fit|overweight|dehydrated|getting a cold|running a temperature|out of shape|pregnant]
    """,
    embedded="""
    [if|whether] my [pulse|blood pressure|heart rate|temperature] is [normal|too high|okay]
    how [many steps I've done today|many calories I've burned|well I slept|fast my heart beats]
    how many [steps|calories|miles] I [walked|did|burned] today
    what my [heart rate|pulse|blood pressure|temperature|altitude] is
    """,
    whole="""
    [Take|Measure|Check|Read] my [pulse|blood pressure|temperature|heart rate|blood sugar].
    [Blood pressure|Heartbeat|Step count|BMI|Sleep score|Calories burned|My temperature|Steps so far]?
    My [pulse|blood pressure|heart rate|temperature] is [high|low|normal], [isn't it|right]?
    """,
)
PERSONAL_MORE: Final[Mapping[str, Asking]] = {
    "smell": _SMELL,
    "taste": _TASTE,
    "feelings": _FEELINGS,
    "identity": _IDENTITY,
    "place": _PLACE,
    "body": _BODY,
}
