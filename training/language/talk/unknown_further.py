"""Still more questions about the world outside the senses, for the topics of `talk.unknown`.

Knows questions only; refuses to know any answer. None asks of shapes, colours, sounds or movements
that could be sensed, nor of the weather now.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["TOPICS_FURTHER"]

_GEOGRAPHY: Final[Asking] = talk_asking(
    direct="""
    what [is|would be] the main [city|language|religion|river] of [Belgium|Pakistan|Ecuador|Hungary|Iceland]
    on which [continent|sea|river|coast] is [Egypt|Lima|Prague|Naples|Bangkok|Vancouver]
    where in the world is [Samoa|Lake Titicaca|Mongolia|Zanzibar|Loch Ness|the Black Forest]
    what's the [tallest building|largest lake] [in the world|on earth]
    what's the [coldest place|driest desert|smallest country] [in the world|on earth]
    which [mountain|waterfall|island|desert] is the [biggest|highest|largest] [in Asia|in Africa|on earth]
    does [Austria|Bolivia|Nepal|Switzerland] have a [coast|king|navy|president]
    how do you get from [Delhi|Glasgow|Dallas|Lyon] to [Mumbai|Dublin|Houston|Nice]
    how far [is|would it be] from [Paris|Delhi|Leeds] to [Rome|Goa|York]
    """,
    embedded="""
    what the main language of [Belgium|Ghana|Iran] is
    how far it is from [Paris|Delhi|Leeds] to [Rome|Goa|York]
    on which continent [Egypt|Peru|Turkey] is
    """,
    whole="""
    [For the pub quiz|For my geography test|My daughter asks]: what's the capital of [Peru|Cuba|Kenya|Nepal]?
    [Capital of Australia|Longest river|Highest mountain|Biggest desert|Largest island in the world]?
    [Say|Tell us] where [Iceland|Fiji|Mongolia|Bhutan] is.
    """,
)
_WEATHER: Final[Asking] = talk_asking(
    direct="""
    what do they [say|forecast|predict] for [tomorrow|the weekend|next week|our holiday]
    will we [have|get] [snow|sunshine|rain|frost|a storm] [tomorrow|at the weekend|next week|for Christmas]
    can I [hang out the washing|go to the beach|wear shorts|plan a barbecue] [tomorrow|on Sunday]
    what's the thermometer say
    how many degrees [Celsius|Fahrenheit|do we have|are there outside]
    is there [snow|rain|a storm|frost|sunshine] [coming|forecast|on the way] [tomorrow|tonight|next week]
    what temperature [is it|will it be|do we have] [outside|tomorrow|in the room|in Delhi]
    what's it going to be like [tomorrow|on Saturday|next week], [weather-wise|sunny or wet]
    """,
    embedded="""
    what they forecast for [tomorrow|the weekend|next week]
    what temperature it [is outside|will be tomorrow]
    [if|whether] there will be [snow|rain|a storm|frost] [tomorrow|tonight|next week]
    """,
    whole="""
    We're planning a picnic. Will it [rain|be nice|storm] then?
    [I have a wedding on Sunday|I'm flying tomorrow]. Will it [rain|be nice|storm] then?
    [Tomorrow: rain or shine|Weekend forecast|Outlook for Sunday|Celsius|Temperature in degrees|Rain later]?
    """,
)
_TIME: Final[Asking] = talk_asking(
    direct="""
    could you give me the [time|date|hour]
    what [hour|o'clock] is it
    what's today
    what's [today's date|the date tomorrow|the day of the week|on the calendar today]
    how much [time|longer] [is left|do I have] [until dinner|before my train]
    how much [time|longer] [is left|do I have] [till bedtime|till the end of school]
    at what time does [the sun rise|the bank open|my lesson start|the next bus go]
    when [do we eat|is my next appointment|does the party start|did I get up|is payday|is Thanksgiving]
    has it [gone midnight|gone nine] [yet|already] on the clock
    is today [Wednesday|a holiday|Sunday|my birthday|a working day|the first of May]
    how long [till|to] [my birthday|Christmas|teatime|the weekend|payday]
    have I [missed my train|missed lunch|slept too long|got time for a coffee], by the clock
    """,
    embedded="""
    what [hour|day of the week] it is
    when [my next appointment|the party|Easter|payday] is
    how much time [I have|is left] [until dinner|before my train|till bedtime]
    """,
    whole="""
    [Current time|Hour|What o'clock|Today is what day]?
    [What year|Calendar|Date and time, please|wat time is it]?
    [I've no watch|My phone is flat|I overslept|I have a train to catch]. [What's the time|What time is it]?
    Would you have the [time|date] [on you|by any chance]?
    """,
)
_MATHS: Final[Asking] = talk_asking(
    direct="""
    what [does|do] [seven and eight|four fives|ten sixes|90 and 45] [make|come to|equal]
    what's [nine times nine|fifty take away seven|eight into sixty-four|a dozen dozen|double 75|half of 38]
    how many times does [six go into forty|three go into ninety|eight go into a hundred]
    what do I have to pay if one costs 3 pounds and I buy 7
    what do I have to pay if [it is 20 percent off 50 euros|the tip is ten percent]
    what is [the square of 15|log of 100|the sine of 30 degrees]
    what is [5 factorial|x if 2x is 10|a quarter plus a half]
    how many [pints are in a gallon|centimetres are in a yard|months have 31 days|zeros are in a million]
    can you [count backwards from ten|do long division|do my sums|check my maths|work out a percentage]
    """,
    embedded="""
    what [nine times nine|four fives|half of 38|12 squared] [is|makes]
    how many [pints|feet|inches|grams] there are in a [gallon|yard|mile|pound]
    """,
    whole="""
    [Seven eights|Six sevens|Nine nines|17 + 4|100 / 4|45 - 19|2 to the 8th]?
    [My sum is|For my homework|Maths test]: what's [13 plus 29|8 times 7|99 minus 12]?
    [Subtract|Take] [five from twelve|nine from thirty|20 from 90].
    """,
)
_PEOPLE: Final[Asking] = talk_asking(
    direct="""
    what do you know about [Gandhi|Einstein|Queen Victoria|Bob Marley|Robert Burns|Martin Luther King]
    have you heard of [Robert Burns|Sachin Tendulkar|Dolly Parton|Churchill|Tolstoy|Beyonce]
    what did [Einstein|Edison] [do|say|discover|invent|become famous for]
    what did [Churchill|Columbus|Florence Nightingale] [do|say|discover|invent|become famous for]
    who was [king|president|prime minister|pope] [in 1950|before the war|when I was born|after Lincoln]
    who [is married to|was the wife of|is the son of] [Brad Pitt|Henry the Eighth|the king|Beckham]
    how did [Lincoln|Elvis|Cleopatra|Mozart] die
    what nationality [is|was] [Picasso|Chopin|Messi|Freud|Galileo]
    which [scientist|painter|poet|queen] [lived longest|was the greatest|is on the bank note]
    """,
    embedded="""
    what [Einstein|Edison|Churchill] [did|discovered|is famous for]
    how [Elvis|Mozart|Lincoln] died
    """,
    whole="""
    [President of the USA|King of England|Inventor of the telephone|Author of Macbeth|The pope's name]?
    You've heard of [Robert Burns|Churchill|Dolly Parton|Tendulkar], [haven't you|right]?
    """,
)
_KNOWLEDGE: Final[Asking] = talk_asking(
    direct="""
    what do [people|they|you] mean by [inflation|karma|an algorithm|globalisation|a leap year|hygge]
    what is the [meaning|definition|origin|purpose] of [democracy|irony|Easter eggs|a comma|the appendix]
    what's the difference between [a frog and a toad|England and Britain|jam and marmalade|a virus and a germ]
    what's the [plural of ox|past tense of swim|French for bread|Spanish for cheese|Latin word for love]
    how is [paper|glass|chocolate|cheese|steel|beer] made
    where do [babies|pearls|tomatoes|potatoes] come from
    why do [we dream|men have nipples|zebras have stripes|people cry]
    how many [languages are there|people live on earth|letters has the Greek alphabet|chambers has the heart]
    is it true that [bats are blind|gold never rusts]
    is it true that [we only use ten percent of our brain|goldfish forget quickly]
    who or what is [God|Bigfoot|the Loch Ness monster|a leprechaun|Santa Claus]
    do you know [how a fridge works|what karma means|why we yawn|what an atom is|when Rome fell]
    can you teach me [physics|to play the piano|grammar|history|to code]
    what would happen if [the sun went out|the moon vanished|all bees died|nobody slept]
    """,
    embedded="""
    what [people|they] mean by [inflation|karma|irony]
    how [paper|glass|cheese|chocolate] is made
    the [meaning|definition] of [democracy|irony|karma|entropy]
    the difference between [a frog and a toad|jam and marmalade]
    """,
    whole="""
    [For my exam|My pupil asks|General knowledge|Trivia time]: [why is the sea salty|how does a fridge work]?
    [Meaning of karma|Definition of irony|French for bread|Opposite of brave|Synonym for happy]?
    [Lecture me on|Write about] [the Romans|volcanoes|democracy|whales in the wild].
    [Tell us about|Give a talk on] [the Romans|volcanoes|democracy|whales in the wild].
    [Look up|Check] [karma|irony|entropy] in the dictionary.
    """,
)
_NEWS: Final[Asking] = talk_asking(
    direct="""
    what's [happening|going on] in [the world|politics|America|the Middle East|parliament] [these days|today|]
    has [anything|something] [happened|changed] in [the world|politics|the markets|the news] [today|]
    what did [the government|parliament|the president|the stock market] [do|decide|say] [today|yesterday]
    how [did|does] [India|Scotland|my team|the Cowboys|Celtic] [play|do] [last night|yesterday|in the cup]
    how are [the shares|the markets|house prices|the roads|the trains] [doing|today|running]
    is there [a strike|a traffic jam on the motorway|a sale at the mall|anything good on TV] [today|tomorrow]
    where's the cheapest [petrol|bread|flat|phone|flight to Spain]
    what are the [opening hours|ticket prices|headlines|odds|bus times] [today|of the museum|in town]
    do I have any [mail|messages|meetings|missed calls|appointments] [today|tomorrow|]
    who will [win the cup|be the next president|be at the party|win the league]
    when will [the strike end|the war end|my parcel arrive|the plane from Delhi land|the shop open]
    """,
    embedded="""
    what's [happening in the world|going on in politics|on TV tonight]
    how [my team|India|Celtic] [did|played] [last night|yesterday]
    when [the shop opens|my parcel arrives|the next train leaves]
    [if|whether] I have any [messages|mail|meetings|appointments]
    """,
    whole="""
    [World news|Sport results|Cricket score|Train times]?
    [Opening hours|Traffic report|Weather and traffic|My inbox]?
    [I've been away for a month|I missed the news|I haven't read the paper]. What happened in the world?
    [Update me on|Fill me in on] [the news|politics|the cup|the election].
    """,
)
_HOUSEHOLD: Final[Asking] = talk_asking(
    direct="""
    what can I [cook|make|bake] with [eggs and rice|leftover chicken|two potatoes and an onion]
    how can I [get wine out of a carpet|stop the tap dripping|clean the oven|remove ink|keep flies away]
    what temperature do I [bake bread|wash wool|roast a turkey] at
    when do I [plant tulips|prune roses|change the filter|put the bins out|take the cake out]
    which [detergent|flour|oil|glue] [should I use|is best|do I buy]
    do we have any [milk|eggs|bread|loo paper] [left|in the house|at home]
    have I [locked up|fed the cat|paid the rent|watered the plants at home|left the stove on]
    """,
    embedded="""
    how to [clean the oven|get ink out|fix a tap|cook rice|prune roses]
    [if|whether] we have any [milk|eggs|bread] [left|at home]
    """,
    whole="""
    [Shopping list|Any milk left|Stain remover tips|Recipe ideas|Bin day|Wash at what temperature]?
    [Guests are coming|I have an onion and some eggs]. What [can|should] I cook?
    """,
)
_SCIENCE: Final[Asking] = talk_asking(
    direct="""
    what is [the theory of evolution|string theory|Ohm's law|the ozone layer|a chromosome|the periodic table]
    what's [lightning made of|the sun made of|inside an atom|the smallest particle|the nearest planet]
    how do [vaccines|tides|volcanoes|lasers|solar panels|kidneys] work
    how [hot is the sun|cold is space|fast is light|old is the earth|deep is the Mariana trench]
    which [gas|acid|metal|element] [is the lightest|do plants need|is in the air|conducts best]
    can [you clone a human|we live on Mars|light bend|time stop|animals talk to each other]
    what does [E=mc2|pH|DNA|H2O] [mean|stand for]
    """,
    embedded="""
    how [vaccines|tides|volcanoes|lasers] work
    what [Ohm's law|string theory|a chromosome] is
    """,
    whole="""
    [Ohm's law|Age of the earth|Temperature of the sun|Newton's laws|Number of elements|Symbol for gold]?
    [For biology class|For my physics test]: [what is a gene|what is an enzyme|how do tides work]?
    """,
)
_LEISURE: Final[Asking] = talk_asking(
    direct="""
    what [film|book|show|game] [should I watch|should I read|is everyone talking about|do you recommend]
    who scored in the final
    who [captained|coached] [the winning team|India in 1983|Brazil in 2002]
    how does [Harry Potter|Titanic|Romeo and Juliet|the series] end
    what's the [world record|longest film|best song of all time|plot of Hamlet]
    how do you play [chess|bridge|cricket|snooker|dominoes]
    do you [like|follow|support] [football|cricket|Celtic|the Beatles|opera|rap]
    where are the [next Olympics|concert tickets sold|best beaches in Spain]
    """,
    embedded="""
    how [Titanic|Hamlet|Harry Potter] ends
    how to play [chess|bridge|snooker|poker]
    """,
    whole="""
    [Film tips|Rules of snooker|World record in the mile|Bestseller list|Ending of Titanic|Oscars 1998]?
    [It's film night|I'm off on holiday|We want to play cards]. What do you recommend?
    """,
)
_MONEY: Final[Asking] = talk_asking(
    direct="""
    how much [is a dollar in rupees|does a house in Leeds cost|pension do I get|tax do I owe|can I afford]
    what's the [minimum wage|best mortgage|cheapest phone plan|rent here|going rate for a plumber]
    who [owes me money|pays my pension|can I sue|gets my house when I die]
    can I [claim that on tax|get my money back|afford a new car|retire early|break my lease]
    where's my [refund|pension|salary|tax return|cheque]
    is [gold|bitcoin|property|that shop|this bank] [a good investment|safe to buy|worth it|legit]
    """,
    embedded="""
    how much [a dollar is in rupees|a house costs|pension I get]
    [if|whether] I can [afford a car|get my money back|retire early]
    """,
    whole="""
    [Dollar rate|My pension|Rent money|Overdraft|Credit score|Minimum wage|Legal or not to park here]?
    My [landlord|boss|bank] [won't pay|wants more money]. What are my rights?
    """,
)
_ADVICE: Final[Asking] = talk_asking(
    direct="""
    what would you [do in my place|advise me|wear to a wedding|say to her|give your mum for her birthday]
    how do I [ask her out|tell him it's over|get over a breakup|get a raise|stop worrying|cheer up my wife]
    is it [wise|right|okay|a good idea] to [lend him money|marry young|quit school|forgive him|lie to her]
    do you think I should [marry him|go to university|see a doctor|move house|apologise to her]
    which [doctor|diet|school|career|present] [should I choose|would you choose|is right for me]
    what's good for [a sore throat|a hangover|back pain|a bad mood|sunburn]
    when will I [find love|get married|be famous|die|have children|be rich]
    """,
    embedded="""
    what you'd [do in my place|advise me]
    how to [ask her out|get a raise|stop worrying|cheer up my wife]
    [if|whether] it's [wise|right] to [lend him money|forgive him|quit school]
    """,
    whole="""
    [Advice, please|Your advice on love|Diet tips|Career advice|Remedy for a cough|Stay or go, my marriage]?
    [My wife left me|I failed my exam|I lost my job|I have a date tonight]. What should I do?
    [Advise me|Give me advice|Help me decide] on [my career|love|school|what to wear to the wedding].
    """,
)
TOPICS_FURTHER: Final[Mapping[str, Asking]] = {
    "geography": _GEOGRAPHY,
    "weather": _WEATHER,
    "time": _TIME,
    "maths": _MATHS,
    "people": _PEOPLE,
    "knowledge": _KNOWLEDGE,
    "news": _NEWS,
    "household": _HOUSEHOLD,
    "science": _SCIENCE,
    "leisure": _LEISURE,
    "money": _MONEY,
    "advice": _ADVICE,
}
