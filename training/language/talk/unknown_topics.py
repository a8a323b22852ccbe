"""Further topics outside the senses: everyday life, science, sport, money, advice, things far away.

Knows questions only; refuses to know any answer.
"""

from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["FURTHER_TOPICS"]

_HOUSEHOLD: Final[Asking] = talk_asking(
    direct="""
    how [long|hot] do I [boil potatoes|bake a cake|roast a chicken|cook pasta|steam rice|grill fish]
    how do I [make pancakes|get rid of a wine stain|iron a shirt]
    how do I [unblock a sink|bake bread|descale a kettle|poach an egg]
    what [goes into|do I need for|is the recipe for] [a curry|an omelette|pancakes]
    what [goes into|do I need for|is the recipe for] [tomato soup|a fruit cake|risotto]
    how much [flour|sugar|salt|water|yeast] [do I need for a cake|goes into bread|is in the recipe]
    can I [eat|freeze|reheat|still eat] [this cheese after a week|raw mushrooms]
    can I [eat|freeze|reheat|still eat] [old rice|mouldy bread|cooked eggs]
    how often should I [water my cactus|change the sheets|clean the oven|service my car|feed the fish]
    is there any [milk|butter|bread|cheese] left in the fridge
    did I [lock the door|turn off the oven|leave the iron on|feed the cat|pay the bill|post the letter]
    what's in [my fridge|my cupboard at home|the parcel|the locked box|my post|the safe]
    how do you [fold a shirt|fix a bike|sharpen a knife|remove a splinter|plant tomatoes|knit a scarf]
    what's [cheaper, gas or electricity|best for a stain|the best way to peel garlic|wrong with my boiler]
    """,
    embedded="""
    how to [make pancakes|bake bread|iron a shirt|unblock a sink|poach an egg]
    how long to [boil potatoes|cook pasta|roast a chicken]
    [if|whether] I [locked the door|turned off the oven|fed the cat|paid the bill]
    what's [in my fridge|in the parcel|for dinner]
    """,
    whole="""
    [Give me|Read me|Find me] [a recipe for curry|a pancake recipe|a cake recipe|some cooking tips].
    [Recipe|Cooking time|Washing instructions|Oven temperature], please?
    My [tap drips|boiler is broken|car won't start|toast burnt]. [How do I fix it|What should I do]?
    """,
)
_SCIENCE: Final[Asking] = talk_asking(
    direct="""
    what is [a neutron|a molecule|a quasar|an enzyme|a virus]
    what is [a catalyst|a gene|an isotope|dark matter|a vacuum]
    what's the [speed of sound|atomic number of iron|mass of the earth|melting point of lead|formula for salt]
    how [far away|old|hot] is [Mars|Venus|Jupiter|the Milky Way|the universe|Saturn|the nearest galaxy]
    which planet is [the largest|closest to Mercury|the coldest|the hottest|the one with life]
    how many moons does [Jupiter|Mars|Saturn|Neptune] have
    why [do we sleep|is blood warm|does iron rust|do magnets attract|is the sea salty|do we get old]
    what [causes|cures|helps against] [a cold|hiccups|the flu|cancer|headaches|malaria|earthquakes|tides]
    who [proved|discovered] [evolution|relativity|gravity|DNA|the electron]
    what do [plants|bats|snakes|whales|spiders|ants|owls] [live on|eat|need]
    how long do [elephants|tortoises|mayflies|parrots|mice] live
    do [fish feel pain|plants feel pain|aliens exist|ghosts exist|atoms move]
    is [time travel possible|nuclear power safe|light a wave|there water on Mars|organic food better]
    """,
    embedded="""
    what [a molecule|a quasar|a gene|a virus|dark matter] is
    how [far away Mars is|old the universe is|many moons Jupiter has]
    why [we sleep|iron rusts|the sea is salty|magnets attract]
    """,
    whole="""
    [Explain|Describe|Define] [a molecule|evolution|dark matter].
    [Explain|Describe|Define] [relativity|the water cycle|an eclipse in theory].
    [Name|List] the [planets|elements|noble gases|bones of the hand].
    [Boiling point of water|Speed of light|Formula for salt|Distance to Mars|Number of planets]?
    """,
)
_LEISURE: Final[Asking] = talk_asking(
    direct="""
    who [won|will win] [Wimbledon|the Champions League|the Tour de France]
    who [won|will win] [the Ashes|the Super Bowl|the last World Cup]
    how many [players are in a rugby team|goals did Pele score]
    how many [sets are in a tennis match|holes are on a golf course]
    what are the rules of [chess|cricket|poker|rugby|golf|backgammon|baseball]
    what [happens at the end of Titanic|is Star Wars about]
    what [is Hamlet about|happens in the last Harry Potter book]
    which [book|film|series|album|band] [is the best|should I buy]
    which [book|film|series|album|band] [won the prize|do you like best|was first in 1985]
    have you [seen Star Wars|read Hamlet|been to Paris|heard of the Beatles|played chess|watched the final]
    how many [Oscars did Titanic win|Star Wars films are there]
    how many [books did Dickens write|symphonies did Mozart write]
    when [does the new film come out|is the next Olympics|do the Proms start|does the season start]
    what's your favourite [film|book|song|band|team|animal|food|place]
    who [plays James Bond|is the drummer of Queen|wrote Moby Dick|wrote the Beatles' songs|played Batman]
    what instrument did [Chopin|Hendrix|Paganini|Miles Davis] play
    """,
    embedded="""
    who won [Wimbledon|the Super Bowl|the Tour de France|the Ashes]
    what [Star Wars|Hamlet|Moby Dick] is about
    which [book|film|band|team] is the best
    the rules of [chess|cricket|poker|rugby]
    """,
    whole="""
    [Explain|Teach me] the rules of [chess|cricket|poker|rugby|golf].
    [Results of the match|Plot of Titanic|Cast of Casablanca|Premier League table|Top ten songs]?
    [Who's your favourite singer|Beatles or Stones|Cats or dogs|Tea or coffee]?
    """,
)
_MONEY: Final[Asking] = talk_asking(
    direct="""
    how much [money do I have|is in my account|do I earn]
    how much [do I owe|is my phone bill|is my house worth|is a pound in euros]
    what's [my bank balance|my salary|the interest rate]
    what's [the exchange rate|the price of gold|the VAT rate|my tax code]
    how do I [get a mortgage|save tax|write a CV|get a visa]
    how do I [renew my passport|claim a refund|sue my landlord|get rich]
    should I [buy a house|sell my shares|invest in gold]
    should I [change my job|take out a loan|quit my job|hire a lawyer]
    is it legal to [park here|download films|record a call|drive without a licence|work at fifteen]
    what [does a lawyer|does a plumber|does a teacher|does a nurse] [earn|do all day|cost]
    which [bank|insurance|company|broker] [is the best|is cheapest|should I trust|pays most interest]
    has my [salary|refund|parcel|cheque|payment] [arrived|come in|been sent]
    what's my [account number|card number|PIN code|credit limit|tax number]
    how long is [the warranty|my contract|a patent valid|copyright]
    can my [boss|landlord|neighbour] [fire me|throw me out|do that]
    """,
    embedded="""
    how much [money I have|I earn|I owe|gold costs|tax I pay]
    how to [get a mortgage|renew my passport|write a CV|save tax]
    [if|whether] I should [buy a house|sell my shares|change my job]
    """,
    whole="""
    [Bank balance|Exchange rate|My salary|Gold price|Tax advice|Mortgage rates]?
    [Give me|I need|I want] [legal advice|tax advice|a stock tip|the exchange rate].
    """,
)
_ADVICE: Final[Asking] = talk_asking(
    direct="""
    should I [marry her|move to Spain|have children|get a cat]
    should I [dye my hair|call my ex|see a doctor|go vegan|learn Latin]
    what should I [do with my life|say to my boss|do tonight|become when I grow up|do about my cough]
    what [helps against a headache|is good for a cold|can I take for a cough|cures hiccups|pill should I take]
    how can I [lose weight|sleep better|make friends]
    how can I [find a girlfriend|become famous|stop smoking|learn English faster]
    is [marriage|smoking|jogging|meat|chocolate|school|social media] [a good idea|worth it|bad for me|healthy]
    what's the [meaning of dreams|secret of happiness|best diet|best way to learn|right age to marry]
    which [party should I vote for|religion is right|job suits me|name is best for my baby|school is best]
    will [she say yes|it hurt|he come back|I pass|it work out|I be happy|my plan work]
    how long will I live
    what does my [horoscope|star sign|dream|future] [say|mean|hold]
    am I [a good person|right to be angry|normal|too old for that|wrong about politics]
    where should we [go on holiday|eat tonight|meet tomorrow|live]
    """,
    embedded="""
    what I should [do with my life|say to my boss|do tonight]
    [if|whether] I should [marry her|move to Spain|see a doctor|get a cat]
    how to [sleep better|make friends|stop smoking|lose weight|find love]
    what [helps against a headache|is good for a cold]
    """,
    whole="""
    [Give me|I need] [some advice on love|relationship advice|medical advice|a tip for my exam|a diet plan].
    [My horoscope|My future|Tell my fortune|Marry her or not|Heads or tails]?
    I have [a headache|a cough|toothache|a cold]. What [helps|should I take|can I do]?
    """,
)
_ELSEWHERE: Final[Asking] = talk_asking(
    direct="""
    what is my [wife|husband|son|daughter|brother|boss|cat|dog|neighbour] doing at home
    where [is my wife|is my husband|are my kids] [now|today|tonight|this evening]
    where [are my parents|is my boss|is my son] [now|today|tonight|this evening]
    who [called me|rang] [yesterday|this morning|last night|while I was out]
    who [texted me|wrote to me|was at the door] [yesterday|this morning|last night|while I was out]
    when [does my wife get home|is my son coming back|does my mum arrive|is the plumber coming]
    is [my mum|my boss|Tom|Anna|the plumber|my sister] [at home|at work|on the way]
    is [my mum|my boss|Tom|Anna|the plumber|my sister] [free tonight|online|awake yet]
    what did [my boss|Tom|my wife|the doctor|the teacher] [say yesterday|decide|write to me|want last week]
    what's going on [at my parents' place|in Paris|at the office in London|on the moon right now]
    did [my parcel come|anyone call yesterday|the kids eat|my wife phone|the cat come home last night]
    how is my [mother|father|grandma|sister|friend in Rome|old teacher][| doing these days]
    what is on [the far side of the moon|the sea floor|the desk in my office]
    who is going to [visit us tomorrow|pick up the kids|cook tonight|be at the party]
    what are my [children|parents|friends|neighbours] doing [at home|right now at school|in Spain|tonight]
    how are [my parents|the kids at home|my friends in Delhi|things at the office|my plants at home]
    is [anyone|anybody|my cat|my son] at [home|my house|school|the office] [now|already|]
    is [everything|all] [fine|well|okay] at [home|the office|my mum's house]
    who [is staying|lives|sleeps] in [my house|the flat upstairs|room 12 of the hotel]
    what [was|is] in [my parcel|the letter from the bank|the attic at home|my locker at school]
    when [did my wife leave home|will Dad be back|does grandma land|is the doctor coming]
    """,
    embedded="""
    where my [wife|husband|boss|son|mum] [is|went] [today|tonight]
    what my [wife|boss|dog|son] is doing at home
    who [called|texted|wrote to] me [yesterday|this morning]
    when [my wife gets home|the plumber comes|my son is back]
    how [my parents are|the kids at home are|things are at the office]
    [if|whether] [anyone|my son|my wife] is at home [already|now|]
    """,
    whole="""
    [My wife|My kids|My boss|My cat]: where [now|today|tonight]?
    Any [news from my mum|messages for me|missed calls|post for me]?
    Check on [the kids at home|my house in Rome|my mother in London|the cat at home].
    [My son is late|My dad doesn't answer the phone|My boy didn't come home]. Where [is he|could he be]?
    [Kids home yet|Wife at work|Anyone at my house|News from the office|Is Dad back from Delhi]?
    """,
)
FURTHER_TOPICS: Final[dict[str, Asking]] = {
    "household": _HOUSEHOLD,
    "science": _SCIENCE,
    "leisure": _LEISURE,
    "money": _MONEY,
    "advice": _ADVICE,
    "elsewhere": _ELSEWHERE,
}
