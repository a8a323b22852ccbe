"""More questions about the world outside the senses, for the topics of `talk.unknown`.

Knows questions only; refuses to know any answer. None asks of shapes, colours, sounds or movements
that could be sensed, nor of the weather now.
"""

from collections.abc import Mapping
from typing import Final

from anymal.training.language.asking_lines import talk_asking
from anymal.training.language.surface import Asking

__all__ = ["TOPICS_MORE"]

_GEOGRAPHY: Final[Asking] = talk_asking(
    direct="""
    what's the capital [city |][of Finland|of Nigeria|of Argentina|of Vietnam]
    what's the capital [city |][of Morocco|of Ireland|of Texas|of Iran]
    which [city|town] is the capital of [Denmark|Thailand|Kenya|Wales|Scotland|Pakistan|Nepal|Colombia|Ghana]
    which is [bigger|larger|further north|hotter|richer], [Spain or Italy|Delhi or Mumbai]
    which is [bigger|larger|further north|hotter|richer], [Texas or France|Rome or Athens]
    is [Lisbon|Milan|Perth|Dubai|Toronto|Mumbai|Lagos] [the capital of its country|a big city]
    is [Lisbon|Milan|Perth|Dubai|Toronto|Mumbai|Lagos] [by the sea|far away]
    what [river|ocean|sea|country|state|city] is [nearest to Berlin|next to Poland|near Lima|south of Egypt]
    how [long|wide|deep] is [the Amazon|the Rhine|the Thames|Lake Victoria|the English Channel|the Danube]
    how high is [Everest|Mont Blanc|K2|Ben Nevis|Kilimanjaro|the Matterhorn]
    where [can I find|do I find|is|exactly is] [Bhutan|Lake Como|Timbuktu] [on the map|]
    where [can I find|do I find|is|exactly is] [the Gobi desert|Iceland|Fiji|Malta] [on the map|]
    what language [is spoken|do they speak] in [Brazil|Belgium|Iran|Ethiopia|Switzerland|Singapore]
    how many [states|provinces|inhabitants|islands] does [the USA|Canada|India|Greece|Indonesia] have
    which countries [border|lie next to|are neighbours of] [Germany|France|India|Brazil|Laos]
    what do people in [Korea|Peru|Italy|Ghana] [eat|celebrate|wear at weddings]
    what time zone is [Japan|California|Kenya|Ireland] in
    """,
    embedded="""
    what the capital of [Finland|Nigeria|Vietnam|Scotland|Peru|Iran] is
    how high [Everest|Mont Blanc|Kilimanjaro] is
    which [river|country|city] is the [longest|largest|biggest] in the world
    where [Bhutan|Iceland|Fiji|Lake Como] is
    """,
    whole="""
    [Name|Tell me|Give me] the capital of [Finland|Nigeria|Vietnam|Scotland|Ireland|Iran].
    The capital of [Spain|Italy|Peru|Japan] is [Madrid|Rome|Lima|Tokyo|Oslo], [isn't it|right]?
    Name [three rivers in Africa|a country in Asia|the seven continents|the oceans].
    [Population|Currency|Neighbours|Largest city|Language] of [India|Chile|Norway|Ghana]?
    """,
)
_WEATHER: Final[Asking] = talk_asking(
    direct="""
    what's the [forecast|outlook|weather going to be like] [for tomorrow|for the weekend]
    what's the [forecast|outlook|weather going to be like] [for Sunday|next week|tonight]
    is it going to [rain|snow|be hot|freeze|thunder|clear up] [tomorrow|tonight]
    is it going to [rain|snow|be hot|freeze|thunder|clear up] [on Sunday|next week|over the weekend]
    will [tomorrow|Sunday|next week|the weekend] be [sunny|rainy|cold|warm|dry|wet]
    should I [pack|take] [a coat|a brolly|sun cream] [tomorrow|for the weekend|for my trip next week]
    how [hot|cold|wet|windy] will it [be|get] [tomorrow|tonight|next week|on Monday]
    what's the [temperature|humidity|air pressure][| today| outside| in here| right now]
    what's the [UV index|pollen count|wind speed][| today| outside| in here| right now]
    how many degrees [is it outside|does the thermometer say|are we expecting|will it be tomorrow]
    when [is the next storm coming|does spring start]
    when [will it get warmer|will the heatwave end|is the next full eclipse]
    what's the weather [in Rome|in London|in New York|in Dubai|in Mumbai|on Mars|at my mum's place] like
    is it [below freezing|above thirty degrees] [outside|out there] by the thermometer
    """,
    embedded="""
    what the weather will be like [tomorrow|on Sunday|next week|at the weekend]
    what the [forecast|temperature|humidity|air pressure] is
    [if|whether] it is going to [rain|snow|freeze] [tomorrow|tonight|next week]
    how [hot|cold] it will [be|get] [tomorrow|tonight|next week]
    """,
    whole="""
    [Forecast for tomorrow|Tomorrow's weather|Weekend weather|Degrees outside|Humidity|Rain tomorrow]?
    [Give me|Tell me|Read me|Check] the [forecast|temperature].
    [Give me|Tell me|Read me|Check] the [weather report for tomorrow|weather for next week].
    It's going to [rain|snow|be sunny] [tomorrow|on Sunday|next week], [isn't it|right]?
    """,
)
_TIME: Final[Asking] = talk_asking(
    direct="""
    what's the [exact time|hour|date|day today|current time|year|month]
    have you got the [time|date][| on you]
    how many [days|weeks|hours|minutes] [until|till|to] [Christmas|my birthday|the weekend|New Year|summer]
    what day [is tomorrow|was yesterday|is it today|of the week is it]
    what [month|year|century|week] [is it|are we in]
    when [does the sun set today|is Easter this year|is Mother's Day|does summer start|is Diwali|is Ramadan]
    is it [late|early|past noon|past midnight] [yet|now|already|by the clock]
    is it [lunchtime|teatime|bedtime|time to go|a leap year] [yet|now|already|by the clock]
    what does the clock say by now
    how long [have we been talking|is it until dinner|does the film last|until my train leaves|till bedtime]
    what time [do you make it|is it in Tokyo|is it in New York]
    what time [is sunrise|do the shops close|is my appointment]
    do we have [Monday or Tuesday|May or June] today
    am I [late|early|on time|late for work]
    """,
    embedded="""
    what [day|date|month|year] [it is|it is today|we have]
    how late it is
    what time it is [in Tokyo|now|in London]
    how long it is until [Christmas|dinner|the weekend|my birthday]
    """,
    whole="""
    [Time, please|Got the time|What day|Which year|Day of the week|Clock|The date, please|What's the hour]?
    It's [Monday|Tuesday|late|half past three|June|five o'clock], [isn't it|right]?
    My watch has stopped. What time is it?
    """,
)
_MATHS: Final[Asking] = talk_asking(
    direct="""
    what do you get if you [add|multiply|divide] [six and seven|nine and twelve|forty and fifty|80 and 15]
    what's [17 plus 25|6 times 8|a third of 90]
    what's [10 percent of 250|12 squared|100 minus 37|two to the power of ten]
    how many [seconds are in a day|ounces are in a pound]
    how many [inches are in a foot|weeks are in a year|eggs in a dozen]
    how much is [20 percent of 80|15 times 4|a quarter of 200|five dozen|seven squared|50 euros in dollars]
    what's [the cube root of 27|the area of a field|the volume of a ball]
    what's [an integral|a prime|a fraction|the value of pi]
    can you [add up|multiply|divide|work out|do the sum] [12 and 30|these sums|45 and 15|my bill|the tip]
    does [two plus two|six times seven|ten minus three] make [four|five|forty-two|seven]
    is [91|57|2|101] [a prime|divisible by seven|an even number]
    what [is|comes to] [9 + 6|15 - 8|7 x 6|81 / 9|3 + 4 + 5]
    """,
    embedded="""
    what [six times seven|twelve plus nine|10 percent of 250|the root of 81] is
    how many [seconds|minutes|hours] there are in a [day|week|year]
    how much [20 percent of 80|15 times 4|half of 250] is
    """,
    whole="""
    [9 + 6|15 - 8|7 x 6|81 / 9|12 * 12]?
    [Add|Multiply] [six and seven|12 and 30|nine and five].
    [Convert|Change] [ten pounds to kilos|50 euros to dollars|five feet to metres|100 degrees Fahrenheit].
    [Solve for x|Do the sum|Help me with my maths homework].
    [Roll a dice|Toss a coin|Pick a number from one to ten].
    Two and two [is|makes] four, right?
    """,
)
_PEOPLE: Final[Asking] = talk_asking(
    direct="""
    who [is|was] [Gandhi|Marie Curie|Nelson Mandela|Taylor Swift|Messi]
    who [is|was] [Elvis|Galileo|Mother Teresa|Hitchcock|Plato]
    who's the [prime minister|president|king|chancellor] [of Canada|of India|of Spain|now|these days|of Japan]
    who [founded|started|runs|owns] [Apple|Microsoft|Amazon|Rome|Tesla|the Red Cross|the BBC]
    who [sang|composed|wrote|directed|acted in] [Yesterday|Titanic|Macbeth]
    who [sang|composed|wrote|directed|acted in] [Star Trek|The Magic Flute|Jaws|Casablanca]
    who [discovered|invented] [penicillin|radium|the steam engine|the telescope|X-rays|the zip|dynamite]
    how [old|tall|rich] is [Tom Cruise|the Pope|Madonna|Elon Musk|Bill Gates|the king of England]
    when did [Elvis|Lincoln|Mozart|Gandhi|Einstein|Lady Diana] die
    where [was|did] [Beethoven born|Picasso live|Shakespeare live|Columbus born|Frida Kahlo grow up]
    is [Elvis|the old pope|Paul McCartney|Clint Eastwood] still alive
    which [actor|actress|singer|writer|king] [is the most famous|is the best|died last year|won the Oscar]
    what is [Marie Curie|Galileo|Mandela|Ada Lovelace] [famous for|known for]
    who [holds the record in the long jump|climbed Everest first|won the Nobel prize|scored the most goals]
    """,
    embedded="""
    who [Gandhi|Marie Curie|Galileo|Messi|Plato] [is|was]
    who [founded Rome|runs Apple|discovered penicillin|wrote Macbeth|invented the zip]
    when [Elvis|Mozart|Lincoln] [died|was born]
    """,
    whole="""
    [Name|Tell me] the [president of France|king of Spain|author of Hamlet|inventor of the telephone].
    Tell me [something |all |]about [Gandhi|Marie Curie|Galileo|Messi|Elvis].
    [Shakespeare|Marlowe|Goethe] wrote [Hamlet|Faust|Macbeth], [didn't he|right]?
    """,
)
_KNOWLEDGE: Final[Asking] = talk_asking(
    direct="""
    what's [an algorithm|osmosis|entropy|karma|a vitamin|climate change|jazz|feng shui|a mortgage|a pronoun]
    what do you know about [dinosaurs|volcanoes|football|the Romans|wine|whales|politics|cooking|Bach|chess]
    how do [magnets|aeroplanes|vaccines] [work|actually work|do it]
    how do [microwaves|batteries|computers|fish breathe] [work|actually work|do it]
    how come [ice floats|bees die|we yawn|we age|onions make you cry|cats have nine lives]
    which is [faster|heavier|older], [a lion or a leopard|gold or lead]
    which is [faster|heavier|older], [light or sound|Rome or Athens|iron or wood]
    which animal is the [fastest|strongest|cleverest|oldest] in the world
    how many [planets|bones|continents|oceans|teeth|players] are there
    how many [planets|bones|continents|oceans|teeth|players] [does a human have|are in a football team]
    what's the [biggest animal|fastest bird] [on earth|in the world|known]
    what's the [hardest metal|smallest planet|rarest gem] [on earth|in the world|known]
    when [was the wheel invented|did the Titanic sink|was the moon landing|did dinosaurs live|did Rome fall]
    what happened in [1066|1789|1914|1945|1969|the Middle Ages]
    what does [carpe diem|RSVP|ASAP|serendipity|NASA|ambiguous|the word nice] mean
    how do you [say|write|spell] [thank you in Greek|hello in Welsh|accommodate]
    how do you [say|write|spell] [queue|diarrhoea|good night in Hindi]
    what's another word for [happy|big|clever|tired]
    what rhymes with [orange juice|cat|love|time|mouse]
    is [Pluto a planet|a whale a fish|glass a liquid]
    is [coffee healthy|sugar bad for you|the earth flat|chess a sport]
    can [penguins fly|pigs swim|dogs eat chocolate|plants think|you die of boredom|fish sleep]
    what [is|was] the [cold war|big bang|Renaissance|industrial revolution|stone age]
    """,
    embedded="""
    what [osmosis|entropy|karma|a mortgage|an algorithm] [is|means]
    how [magnets|batteries|vaccines|computers|aeroplanes] work
    why [ice floats|we yawn|onions make you cry|cats purr]
    when [the Titanic sank|dinosaurs lived|the wheel was invented]
    how to [spell necessary|tie a tie|change a tyre|get rid of ants]
    """,
    whole="""
    [Explain|Define] [osmosis|entropy|inflation|karma|climate change|the offside rule|relativity].
    [Did you know that|I've heard that|They say that] whales sing. [True|Really]?
    Did you know that [cats have nine lives|honey never goes off]. [True|Really]?
    [I've heard that|They say that] [cats have nine lives|honey never goes off]. [True|Really]?
    Spell [necessary|banana|accommodate|rhythm].
    [Teach me something|Tell me something new|Give me a fun fact|Quiz me|Tell me about dinosaurs].
    """,
)
_NEWS: Final[Asking] = talk_asking(
    direct="""
    what's [new in politics|in the papers|in the headlines|trending on the internet|on the radio tonight]
    any [news|headlines|breaking news] [from Berlin|from the world|from home|today|this morning]
    who [won|lost|is winning] [the match last night|the cup|the election]
    who [won|lost|is winning] [the Grand Prix|the Oscars|the test match]
    what's the score in [the football match|the cricket|the final|the tennis]
    how much [is a litre of petrol|does a new car cost|is the bus fare|is bitcoin|does bread cost|is the rent]
    what [does a stamp|does a pint|does a flat in London|does a haircut] cost
    is [the bakery|the post office|the supermarket|the pub|my bank] [open|shut|open on Sundays|still open]
    when [does the post arrive|is the next train|does the plane land|is the next election|does school start]
    is [my train|the bus|flight 203|the parcel|my post] [late|on time|delayed|on its way]
    will [prices go up|there be a war|robots take over|my team win|I get rich|we live on Mars one day]
    what will the [lottery numbers|future|exchange rate|stock market] be
    what's [on at the cinema|on the menu at the pub|for dinner tonight|in the post|on my shopping list]
    which [film|restaurant|book|phone|hotel] [do you recommend|is the best|should I choose]
    what should I [cook tonight|wear to the wedding|give my mum for her birthday|study|read next|name my cat]
    how many unread [emails|messages] do I have
    what's on my [calendar|agenda|to-do list][| today| tomorrow]
    """,
    embedded="""
    what's [in the news|in the headlines|on my calendar|on at the cinema]
    who won [the match|the election|the cup|the race]
    how much [petrol|bread|a flat|a ticket] costs
    [if|whether] [the shop|the bank|the pub|the museum] is open
    [if|whether] my [train|flight|bus|parcel] is [late|on time]
    what I should [cook|wear to the wedding|read next]
    """,
    whole="""
    [Headlines|Latest news|Football results|Bus times|Petrol prices|Share prices|My emails|My appointments]?
    [Give me|Tell me|Check] the [headlines|football results|share prices|lottery numbers|train times].
    [Recommend|Suggest] [a film|a restaurant|a good book|a hotel|a present for my mum].
    [Liverpool|India|Bayern|my team] won [last night|yesterday], [didn't they|right]?
    """,
)
TOPICS_MORE: Final[Mapping[str, Asking]] = {
    "geography": _GEOGRAPHY,
    "weather": _WEATHER,
    "time": _TIME,
    "maths": _MATHS,
    "people": _PEOPLE,
    "knowledge": _KNOWLEDGE,
    "news": _NEWS,
}
