"""More words in which people ask what a drawn scene calls for: umbrella, snow boots, torch, sunglasses.

Knows wording only, `pictures.asks_situation` puts it beside its own; refuses to know facts and answers.
"""

from typing import Final

from anymal.training.language.asking import asking

__all__ = ["NEEDS"]

_WEAR: Final = "[umbrella|brolly|rain coat|mac|rain hat|rain poncho|waterproof jacket]"
_LAMP: Final = "[torch|flashlight|lamp|lantern|head torch|bike light|pocket torch|candle]"
_SNOWY: Final = "[make a snowman|have a snowball fight|go sledding|go skiing|catch snowflakes|snowboard]"
_SHADES: Final = "[sunglasses|shades|sunscreen|sunblock|sun lotion|a sun hat|tinted glasses]"

NEEDS: Final = {
    "wet": asking(
        direct=f"""
        is it an {_WEAR} [day|kind of day|situation] {{in}}?
        is there any need [for|of] an {_WEAR} {{in}}?
        will an {_WEAR} be [needed|necessary|wanted|of use] {{in}}?
        umbrella or no umbrella {{in}}, I mean do I need one?
        [shall I|ought I to] [open|put up|unfold] [an|my] [umbrella|brolly] {{in}}?
        [shall|should|must] I [wear|put on] my [raincoat|rain jacket|wellies|rubber boots|hood] {{in}}?
        do I have to [cover my head|put my hood up|run for shelter|take shelter] because of the rain {{in}}?
        do [they|people|the folks] [have to|need to] [shelter|hide] from the rain {{in}}?
        [is there|do you see|can you see|do they have|do we have] any rain {{in}}?
        does it look like rain {{in}}?
        is it [pouring|drizzling|spitting|bucketing down|showery|tipping it down|pelting down] {{in}}?
        are [raindrops|drops of rain|drops of water] [falling|coming down] {{in}}?
        are the [streets|roads|roofs|fields] [getting|] wet [with rain|from the rain] {{in}}?
        would [puddles|mud] form {{in}}?
        would [windscreen wipers|windshield wipers|the wipers] be on {{in}}?
        would the [match|cricket|picnic|barbecue] be rained off {{in}}?
        would [my glasses|my phone|my shoes|the dog|the baby|a bench] get [rained on|wet] {{in}}?
        nice weather for ducks {{in}}, [right|isn't it|is it]?
        I'm [going out|off to the shops|walking the dog|cycling to work]. will I get [wet|rained on] {{in}}?
        I've just had my hair done. will [it|my hair] get wet {{in}}?
        my washing is out. [do I have to|should I|must I] bring it in {{in}}?
        would you [take|bring|carry] [an|your] {_WEAR} {{in}}?
        you'd want [an|your] {_WEAR} {{in}}, [right|wouldn't you|yes]?
        is it [chucking it down|bucketing|lashing down|raining cats and dogs|coming down in buckets] {{in}}?
        [brolly or no brolly|mac or no mac|hood or no hood] {{in}}, do I want one?
        do I want [my|an] {_WEAR} {{in}}?
        is it worth taking an {_WEAR} {{in}}?
        [do|would] you advise an {_WEAR} {{in}}?
        [need I|I need|is need of|we need] umbrella {{in}}?
        would I come home [wet|dripping|soaked to the skin|like a drowned rat] {{in}}?
        would the [cat|pram|letter|cake|newspaper] get [wet|soaked|soggy] outside {{in}}?
        would a [duck|frog|snail] enjoy the rain {{in}}?
        could I [splash in puddles|sing in the rain|catch raindrops|fill a bucket with rain] {{in}}?
        is water [falling|dripping|pouring] from the [sky|clouds] {{in}}?
        is the sky [leaking|crying|pouring itself out] {{in}}?
        [shall|should] we [stay in|cancel the picnic|call off the match] because of rain {{in}}?
        I hear [pattering|drumming|dripping]. is it raining in {{pic}}?
        I'm [sitting at the bus stop|standing at the door|running to the train]. will I get wet {{in}}?
        I left my [brolly|hood|mac|raincoat] [at home|on the bus|behind]. will I [miss|need] it {{in}}?
        I have new [shoes|suede boots|trousers]. will they get wet {{in}}?
        it's wet [out|outside|out there] {{in}}, [isn't it|right|yes]?
        rain, rain, go away. is it raining {{in}}?
        [look here|first question:] do I need an {_WEAR} {{in}}?
        """,
        clauses=f"""
        [if|whether] an {_WEAR} is [needed|of use|a good idea|necessary] {{in}}
        [if|whether] there is any rain {{in}}
        [if|whether] I should [bring the washing in|put my hood up|wear wellies] {{in}}
        [if|whether] I'd come home [wet|soaked|dripping] {{in}}
        [if|whether] it is [chucking it down|bucketing|wet outside|wet out] {{in}}
        """,
        terse="""
        [umbrella|brolly|raincoat|wellies|hood up], [yes or no|or not|right]?
        any rain {in}?
        [need|take|bring] [an umbrella|a brolly|a raincoat|my umbrella]?
        [getting wet|wet outside|raindrops|puddles] {in}?
        [umbrella|brolly|raincoat|mac] [needed|wanted|useful] {in}?
        [chucking it down|raindrops falling|puddles outside|wet out there]?
        """,
    ),
    "dry": asking(
        direct=f"""
        can I [do|go|walk out] without [an|my] {_WEAR} {{in}}?
        is it [safe|okay|all right|fine] to leave [the|my] {_WEAR} at home {{in}}?
        is it [okay|fine|all right] to go out without [an|my] {_WEAR} {{in}}?
        [will|would|do] my [clothes|hair|shoes|glasses|papers] stay dry [outside|out there|] {{in}}?
        is it dry [outside|out there|outdoors|out] {{in}}?
        are the [streets|roads|paths] dry {{in}}, with no rain or snow?
        is the [sky|weather] [dry|free of rain|free of rain and snow] {{in}}?
        is it [a dry day|dry weather|fair weather|fine and dry] {{in}}?
        [could|can|would] we [eat|sit|play|have lunch|hold the party] [outside|outdoors] without getting wet {{in}}?
        could the [kids|children] play outside [and stay dry|without raincoats|without getting wet] {{in}}?
        could I [paint the fence|mow the lawn|sit on a bench|cycle] without getting rained on {{in}}?
        would a [bench|tent|towel|newspaper|sandcastle] [stay|be] dry outside {{in}}?
        would the [match|picnic|garden party] [go ahead|take place] without rain or snow {{in}}?
        my washing is on the line. [can|may] it stay out {{in}}?
        I don't need [an|my] {_WEAR} {{in}}, [right|correct]?
        I want to stay dry. [can|may|could] I go out like this {{in}}?
        I won't get wet {{in}}, [right|correct]?
        nothing [falls|is falling|comes down|is coming down] from the sky {{in}}, [right|correct|is that so]?
        is it bone dry [outside|out|] {{in}}?
        is it [dry|fair] enough to [leave the bike out|sit out|leave the window open|eat outside] {{in}}?
        will I [get home|arrive|come back|get there] dry {{in}}?
        does it stay dry {{in}}?
        has the rain stayed away {{in}}?
        are we spared the rain {{in}}?
        could I [dry my socks|dry my tent|air my blankets|leave my book] outside {{in}} without rain on it?
        could I draw with chalk on the pavement {{in}} without it washing off?
        could I leave the [car roof|windows|pram] open {{in}} without rain coming in?
        could we [eat|sit|sleep] under the open sky and stay dry {{in}}?
        would the [hay|fresh paint|laundry|firewood|chalk drawing] stay dry {{in}}?
        can the [cushions|cat|baby|books] stay outside without getting wet {{in}}?
        I left my {_WEAR} behind. am I all right without it {{in}}?
        I [hate|can't stand] getting wet. do I stay dry {{in}}?
        I'm [sitting on a bench|standing in the garden|on a walk|moving furniture]. do I stay dry {{in}}?
        not a drop of rain [falls|comes down|to be seen|] {{in}}, [right|correct|is that so]?
        no [wipers|hood|raincoat|umbrella] needed {{in}}, [right|correct]?
        """,
        clauses=f"""
        [if|whether] I can do without [an|my] {_WEAR} {{in}}
        [if|whether] it is dry [outside|out there|enough for a picnic] {{in}}
        [if|whether] the washing [can stay out|would dry outside] {{in}}
        [if|whether] I'd [come home|get home|arrive] dry {{in}}
        [if|whether] it is [bone dry|fair|dry] outside {{in}}
        """,
        terse="""
        [dry outside|dry out|stay dry|fine and dry] {in}?
        [no rain|without umbrella|brolly at home|leave the brolly], [right|okay|correct]?
        washing weather {in}?
        [bone dry|not a drop of rain|all dry|dry out there], [right|correct|yes]?
        [dry enough|staying dry] {in}?
        """,
    ),
    "snow": asking(
        direct=f"""
        [is there|do you see|can you see|do they have|have we got] [any|some] snow {{in}}?
        is [snow|the white stuff] [falling|coming down] {{in}}?
        does [it|the sky] [snow|bring snow] {{in}}?
        is it [a snow day|a snowy day|snow day weather|sledge weather|sledding weather|ski weather] {{in}}?
        is there a [snowfall|snow shower|snow flurry] {{in}}?
        is {{pic}} [snowy|a snow scene|a winter scene with snow|full of snowflakes]?
        [could|can|may] [I|we|a child|my kids|the pupils] {_SNOWY} {{in}}?
        [would|will] the [kids|children|dogs] be [playing|jumping about|excited] in the snow {{in}}?
        would snow [settle|land|fall] on my [head|shoulders|gloves|tongue|umbrella] {{in}}?
        would the [car|roof|path|bench|garden] get snowed on {{in}}?
        would the [snow plough|snowplow|gritter] be out {{in}}?
        are those [snowflakes|flakes of snow|snow crystals] [I see|in the air|] {{in}}?
        are those white [dots|specks|spots] snow {{in}}?
        did they draw [snow|snowflakes|falling snow] {{in}}?
        do I have to [scrape|brush|sweep] snow off the [car|steps|windscreen] {{in}}?
        let it snow, let it snow. does it {{in}}?
        my [son|daughter|grandson] wants to {_SNOWY}. could we {{in}}?
        I'd need snow boots {{in}}, [right|wouldn't I|yes]?
        are [white bits|feathery flakes|white flakes] [floating|drifting|tumbling|dancing] down {{in}}?
        is that snow [I see|falling|coming down|] {{in}}?
        is it snow that [falls|I see|comes down|we have] {{in}}?
        is it a winter wonderland with snow {{in}}?
        is everything getting [white|covered] with snow {{in}}?
        would I leave footprints in the snow {{in}}?
        would I need [a sledge|snow goggles|snowshoes|winter tyres for the snow|mittens for the snow] {{in}}?
        would a [snowman|polar bear|penguin|husky|reindeer] feel at home in the snow {{in}}?
        would the school be closed for snow {{in}}?
        would it be slippery with snow {{in}}?
        do the [flakes|snowflakes] [fall|dance|fly] {{in}}?
        I'm [sitting by the fire|running late|walking to school|stuck indoors]. is it snowing {{in}}?
        I've never seen snow. [is there|do you see] any {{in}}?
        I left my [snow boots|sledge|mittens] behind. is it snowing {{in}}?
        I'm dreaming of a white Christmas. does it snow {{in}}?
        my [little one|lad|wee girl] wants the sledge out. is there snow {{in}}?
        [such a lot of|lots of|so much] snow {{in}}, [right|isn't there|no]?
        it's snowing {{in}}, [isn't it|right|innit|is it]?
        """,
        clauses=f"""
        [if|whether] there is [any|] snow {{in}}
        [if|whether] snow is [falling|coming down] {{in}}
        [if|whether] we [can|could] {_SNOWY} {{in}}
        [if|whether] [it's snow that falls|that's snow|the white stuff is falling] {{in}}
        [if|whether] my [little one|lad|daughter] can take the sledge out {{in}}
        """,
        terse="""
        [any snow|snow falling|snow scene|snow day|snowfall] {in}?
        [snow boots|snow chains|sledge|skis], [yes or no|or not|right]?
        [white stuff|white flakes|sledge weather|snow there|snow, is it] {in}?
        [sledging|snowball fight|snowman], [yes or no|right|or not]?
        """,
    ),
    "torch": asking(
        direct=f"""
        is there any need for a {_LAMP} {{in}}?
        will a {_LAMP} be [needed|necessary|of use] {{in}}?
        [shall I|must I|ought I to] [get|fetch] a {_LAMP} {{in}}?
        would I be [lost|in the dark|blind|stumbling about] without a {_LAMP} {{in}}?
        would you [take|bring|carry] a {_LAMP} {{in}}?
        would a driver [need|switch on] the headlights [because it is night|because of the night] {{in}}?
        would [most people|the neighbours|the children] be [asleep|in bed|sleeping] {{in}}?
        would the [shops|schools|offices] be closed for the night {{in}}?
        would the moon be out {{in}}?
        should I [go to bed|be asleep|be sleeping|put on my pyjamas|say sweet dreams] {{in}}?
        should I [draw the curtains|turn the lights on] because it is night {{in}}?
        is it [pyjama|pajama|bedtime story|night shift|sleeping] time {{in}}?
        is it [already|] dark outside [because it is night|at this hour|] {{in}}?
        is the [moon up and the sun gone|sun gone|sun down|day over] {{in}}?
        has [the day ended|the moon come up|it become night|darkness fallen] {{in}}?
        is {{pic}} [a night scene|a nocturnal scene|set at night|set after dark]?
        does {{pic}} [take place|play|happen] [at night|after dark|by moonlight]?
        am I [out|walking] [at night|after dark] {{in}}?
        did they draw [the night|a night sky|a night scene] {{in}}?
        I'm [going out|walking the dog|camping|on my bike]. [do|will] I need a {_LAMP} {{in}}?
        I'd need a {_LAMP} {{in}}, [right|wouldn't I|yes]?
        it's [bedtime|lights-out|dark outside] {{in}}, [right|isn't it|correct]?
        [torch or no torch|lamp or no lamp|flashlight or no flashlight] {{in}}, do I need one?
        would I [see nothing|trip over my feet|walk into things] without a {_LAMP} {{in}}?
        has the sun [gone to bed|said good night|slipped away|called it a day] {{in}}?
        has [it gone dark outside|the daylight gone|bedtime come] {{in}}?
        is it [time to turn in|beddy-byes|time for my nightie|time to say our prayers and sleep] {{in}}?
        would a [bat|moth|night watchman|firefly|fox] be out on the prowl {{in}}?
        would the [cockerel|rooster|lark|postman] still be asleep {{in}}?
        would I be [yawning|snoring|counting sheep|in my pyjamas] by now {{in}}?
        would a cyclist [need|want] lights because it is night {{in}}?
        should I [light a candle|light a lantern|leave a night light on] {{in}}?
        [who switched off the sun|where has the sun gone], is it night {{in}}?
        I'm [sitting on the porch|running in the park|walking home]. do I need a {_LAMP} {{in}}?
        I left my {_LAMP} [behind|at home]. will I miss it {{in}}?
        I'm scared of the night. is it night {{in}}?
        my [baby|toddler|little one] won't settle. is it bedtime {{in}}?
        it's late {{in}}, night already, [right|isn't it]?
        the sun is gone {{in}}, [right|isn't it|correct]?
        """,
        clauses=f"""
        [if|whether] a {_LAMP} is [needed|of use|necessary] {{in}}
        [if|whether] it is [bedtime|dark outside|after dark|after sunset] {{in}}
        [if|whether] {{pic}} [is a night scene|is set at night]
        [if|whether] [the sun has gone to bed|the daylight has gone|it's time to turn in] {{in}}
        [if|whether] I'd [miss|be lost without] a {_LAMP} {{in}}
        """,
        terse=f"""
        [need|take|bring] a {_LAMP}?
        {_LAMP}, [yes or no|or not]?
        [night scene|after dark|moonlit|dark outside|sun gone] {{in}}?
        [pyjamas|sweet dreams|good night|sleeping time] {{in}}?
        [time to turn in|beddy-byes|night-night|nighty-night|lights out] {{in}}?
        [sun gone|gone dark outside|night already], [right|is it|yes]?
        """,
    ),
    "shades": asking(
        direct=f"""
        is there any need for {_SHADES} {{in}}?
        will {_SHADES} be [needed|necessary|of use] {{in}}?
        would you [take|bring|wear|put on] {_SHADES} {{in}}?
        [shall I|must I|ought I to] [wear|put on|fetch|use] {_SHADES} {{in}}?
        would I [squint|be dazzled|need to shade my eyes|get sun on my face] [in the sun|because of the sun] {{in}}?
        would [the sun|sunshine] [warm my face|shine on me|dazzle me|burn my skin] {{in}}?
        would the [cat|dog] lie in the sun {{in}}?
        would a [sundial|solar panel] work {{in}}?
        would I [cast|throw] a shadow in the sun {{in}}?
        is there [sunshine|bright sunshine|sunlight] {{in}}?
        is the sun [beating down|blazing|shining from a clear sky] {{in}}?
        is it a [bright and sunny|clear and sunny|nice sunny|gloriously sunny] day {{in}}?
        is it [a sunny|sunny] scene {{in}}?
        could I manage without a {_LAMP} because of the sunshine {{in}}?
        could we [have a picnic|sit|play] in the sun {{in}}?
        do [they|people|we] [have|get] [sunshine|a sunny day|sun from a clear sky] {{in}}?
        I burn easily. do I need {_SHADES} {{in}}?
        my eyes are sensitive to the sun. do I need {_SHADES} {{in}}?
        it's [sunny|a sunny day] {{in}}, [right|isn't it|correct|yes]?
        I'd need {_SHADES} {{in}}, [right|wouldn't I|yes]?
        [shades or no shades|sunglasses or none|sun hat or no sun hat] {{in}}, do I need them?
        is the sun [blinding|smiling|blazing down|out in full] {{in}}?
        is it [deckchair|suntan|parasol|sun hat] weather {{in}}?
        is it wall-to-wall sunshine {{in}}?
        will I get [sunburnt|a tan|freckles from the sun|burnt by the sun|sunburn] {{in}}?
        do I need to [find some shade|close the blinds against the sun|slap on sun cream] {{in}}?
        could I [dry my hair|read|snooze|warm my bones|have an ice cream] in the sun {{in}}?
        would an ice cream melt in the sun {{in}}?
        would a [lizard|cat|tortoise] sun itself {{in}}?
        would a [parasol|sunshade|sun umbrella] be of use against the sun {{in}}?
        isn't it a sunny day {{in}}?
        here comes the sun. is it sunny {{in}}?
        I'm [sitting on the terrace|lying in the grass|walking on the beach]. do I need {_SHADES} {{in}}?
        I left my [sunglasses|sun hat|sun cream|shades] behind. will I be sorry about it {{in}}?
        I [sunburn|go red|get freckles] in no time. is it sunny {{in}}?
        it's a [sunny|gloriously sunny] one {{in}}, [isn't it|right|yes]?
        """,
        clauses=f"""
        [if|whether] {_SHADES} would be [needed|of use|useful] {{in}}
        [if|whether] there is [sunshine|bright sunshine] {{in}}
        [if|whether] we could sit in the sun {{in}}
        [if|whether] I'd get [sunburnt|a tan|freckles from the sun] {{in}}
        [if|whether] it's [sunny|deckchair weather|suntan weather] [out|outside|] {{in}}
        """,
        terse=f"""
        [need|take|bring|wear] {_SHADES}?
        {_SHADES}, [yes or no|or not]?
        [sunny day|sunny outside|bright sunshine|sunbathing] {{in}}?
        [sunburn|suntan|deckchair weather|sun hat weather|sun blazing] {{in}}?
        [sun cream|sun hat|parasol], [needed|yes or no|or not]?
        """,
    ),
}
