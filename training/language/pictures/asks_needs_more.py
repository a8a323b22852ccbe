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
        """,
        clauses=f"""
        [if|whether] an {_WEAR} is [needed|of use|a good idea|necessary] {{in}}
        [if|whether] there is any rain {{in}}
        [if|whether] I should [bring the washing in|put my hood up|wear wellies] {{in}}
        """,
        terse="""
        [umbrella|brolly|raincoat|wellies|hood up], [yes or no|or not|right]?
        any rain {in}?
        [need|take|bring] [an umbrella|a brolly|a raincoat|my umbrella]?
        [getting wet|wet outside|raindrops|puddles] {in}?
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
        """,
        clauses=f"""
        [if|whether] I can do without [an|my] {_WEAR} {{in}}
        [if|whether] it is dry [outside|out there|enough for a picnic] {{in}}
        [if|whether] the washing [can stay out|would dry outside] {{in}}
        """,
        terse="""
        [dry outside|dry out|stay dry|fine and dry] {in}?
        [no rain|without umbrella|brolly at home|leave the brolly], [right|okay|correct]?
        washing weather {in}?
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
        """,
        clauses=f"""
        [if|whether] there is [any|] snow {{in}}
        [if|whether] snow is [falling|coming down] {{in}}
        [if|whether] we [can|could] {_SNOWY} {{in}}
        """,
        terse="""
        [any snow|snow falling|snow scene|snow day|snowfall] {in}?
        [snow boots|snow chains|sledge|skis], [yes or no|or not|right]?
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
        """,
        clauses=f"""
        [if|whether] a {_LAMP} is [needed|of use|necessary] {{in}}
        [if|whether] it is [bedtime|dark outside|after dark|after sunset] {{in}}
        [if|whether] {{pic}} [is a night scene|is set at night]
        """,
        terse=f"""
        [need|take|bring] a {_LAMP}?
        {_LAMP}, [yes or no|or not]?
        [night scene|after dark|moonlit|dark outside|sun gone] {{in}}?
        [pyjamas|sweet dreams|good night|sleeping time] {{in}}?
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
        """,
        clauses=f"""
        [if|whether] {_SHADES} would be [needed|of use|useful] {{in}}
        [if|whether] there is [sunshine|bright sunshine] {{in}}
        [if|whether] we could sit in the sun {{in}}
        """,
        terse=f"""
        [need|take|bring|wear] {_SHADES}?
        {_SHADES}, [yes or no|or not]?
        [sunny day|sunny outside|bright sunshine|sunbathing] {{in}}?
        """,
    ),
}
