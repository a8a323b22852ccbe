"""More names that people give to each sound of the closed world.

Knows what follows "do you hear" and more clauses (subject, doing); refuses to know questions and answers.
"""

from typing import Final

__all__ = ["MORE_CLAUSES", "MORE_HEARD"]

_WHO: Final = "[someone|somebody|a person|anyone]"

MORE_HEARD: Final[dict[str, tuple[str, ...]]] = {
    "a baby crying": (
        "[a wailing|a bawling|an upset|a howling] [baby|infant|newborn|little one]",
        "[a baby's|a newborn's|an infant's] [cries|crying|wail|tears]",
        "[a baby|a newborn|an infant] [bawling|howling|in tears]",
        "[a bairn|a tot|a little child|my baby|the baby] [crying|wailing|in tears]",
        "baby [cries|tears|crying]",
        "[the little one|the wee one|a nipper] [crying|bawling|howling]",
    ),
    "breathing": (
        "[the breath of a person|a person's breath|someone's breathing|inhaling and exhaling]",
        f"{_WHO} [breathing in and out|drawing breath|taking breaths]",
        "[heavy breathing|deep breaths|somebody's breath|a breathing person|breath sounds]",
        "[air going in and out of somebody|respiration|huffing and puffing|panting]",
    ),
    "coughing": (
        "[a coughing fit|a bad cough|a hacking cough|someone's cough|a chesty cough]",
        f"{_WHO} with a cough",
        "[a dry cough|a smoker's cough|repeated coughing|somebody coughing away]",
        "[a coughing person|someone hacking and coughing|somebody who coughs]",
        "[a barking cough|a wee cough|somebody coughing their lungs up]",
    ),
    "dishes clattering": (
        "[crockery|plates|pots and plates|kitchenware|tableware] [being moved|clanking|clattering about]",
        "[the washing-up|the rattle of crockery|the clink of plates|clinking plates]",
        "[dishes|plates|cups and plates|pots and pans|cutlery] being [stacked|put away]",
        "[clattering|clinking|rattling] [dishes|crockery|plates]",
    ),
    "a door slamming": (
        "a door [banging shut|being banged|shutting with a bang|thrown shut|crashing shut]",
        "the [slam|bang] of a door",
        f"{_WHO} [slamming|banging] a door shut",
        "[a slammed|a banging] door",
        "a door [slammed|closed hard|shut hard|falling shut loudly|that slams]",
    ),
    "a door opening": (
        "a door [that opens|as it opens|swinging open|being pulled open|being pushed open]",
        "the [opening|creak] of a door",
        "[the front door|a creaky door|somebody's door] [opening|being opened]",
        "[a creaking|an opened] door",
    ),
    "an electric shaver": (
        "[a beard trimmer|a men's shaver|an electric trimmer|a hair clipper]",
        f"{_WHO} [trimming a beard|having a shave|using a shaver]",
        "[a man's shaver|an electrical shaver|an electric beard shaver|an electric razor running]",
        "[dad|a man] shaving",
    ),
    "a woman crying": (
        "[a weeping|a tearful|an upset] [woman|lady]",
        "[a woman's|a lady's] [sobs|tears|crying|weeping]",
        "a [woman|lady] [weeping|in floods of tears|bawling]",
        "[a grown woman|a lady|a mother] [crying|sobbing|in tears]",
        "a woman who [cries|weeps|sobs]",
    ),
    "a woman screaming": (
        "[a lady's|a woman's] [shriek|scream|screaming|screech]",
        "a [shrieking|screeching] [woman|lady]",
        "a [woman|lady] [screeching|screaming her head off|letting out a scream]",
        "a woman [who screams|in panic screaming|shrieking loudly]",
        "[a female|a woman's] [shriek|screech|scream]",
    ),
    "glass breaking": (
        "[a pane|a bottle|a wine glass|a vase] [breaking|smashing|shattering|going to pieces]",
        "the [smash|crash|shatter] of glass",
        "[smashed|splintering|shattered] glass",
        "[a window|a glass|a mirror|a jar|a light bulb] [being smashed|breaking|shattering]",
        "glass that [breaks|shatters]",
    ),
    "a hair dryer": (
        "[a hairdryer|a blow-dryer|a hair-dryer] [running|blowing|at work|switched on]",
        f"{_WHO} [blow-drying|drying] their hair",
        "the [blast|whirr|blowing] of a hair dryer",
        "[a hair blower|a blow drier|an electric hair dryer|a hairdrier]",
        "somebody using a [hair dryer|blow dryer]",
    ),
    "hands clapping": (
        "[a round of applause|a hand of applause|a bit of applause|handclaps|claps]",
        f"{_WHO} [applauding|clapping their hands|giving applause]",
        "[an audience|people|a person|spectators] [clapping|applauding]",
        "[clapping hands|a clap|hand clapping|applauding]",
    ),
    "typing on a keyboard": (
        "[a computer keyboard|computer keys|keystrokes|key presses|keyboard clatter]",
        f"{_WHO} [typing away|at a keyboard|tapping on a keyboard|bashing a keyboard|on a computer]",
        "[a keyboard being used|the clatter of keys on a keyboard|a typist|someone who types]",
        "[typing on a computer|typing sounds|key clicks|keyboard sounds]",
    ),
    "keys jingling": (
        "[car keys|a key ring|a keyring|door keys] [jingling|jangling|clinking|being shaken]",
        "the [jingle|jangle|rattle|clink] of keys",
        f"{_WHO} [shaking|rattling|fumbling with] keys",
        "[keys that jingle|a jingling bunch of keys|metal keys|keys on a ring]",
        "somebody [looking for|playing with|holding] their keys",
    ),
    "laughter": (
        "[a giggle|giggles|a chuckle|chuckling|guffaws|a good laugh|cackling]",
        f"{_WHO} [chuckling|giggling|having a laugh|cracking up|in stitches]",
        "[a laughing person|people who laugh|a belly laugh|hearty laughter|someone who laughs]",
        "[a fit of giggles|someone laughing out loud|cackles]",
        "[tittering|howls of laughter|somebody howling with laughter|people having a giggle]",
    ),
    "a man screaming": (
        "[a guy's|a bloke's|a man's] [scream|screaming|yell|roar]",
        "a [yelling|shrieking] [man|guy|bloke]",
        "a [man|bloke|chap] [screaming his head off|letting out a scream|yelling|screaming]",
        "a man who [screams|yells]",
        "[a grown man|a male|some guy] [screaming|yelling]",
    ),
    "paper rustling": (
        "[a newspaper|a page|a paper bag|a letter|a sheet] [rustling|being turned|crackling]",
        f"{_WHO} [leafing through pages|scrunching up paper|crumpling paper|shuffling papers]",
        "[rustly|crinkling|crackling] paper",
        "[wrapping paper|a paper|pages] [being crumpled|being turned|rustling]",
        "somebody [unfolding|crinkling|turning] [paper|a newspaper]",
    ),
    "a sneeze": (
        "[an atishoo|a loud sneeze|sneezes|an achoo sound|a sneezing fit]",
        f"{_WHO} [letting out a sneeze|going achoo|sneezing]",
        "[a person who sneezes|somebody sneezing|an achoo|a sudden sneeze|one sneeze]",
        "[a wee sneeze|an atchoo|a big sneeze|somebody sneezing their head off]",
    ),
    "speech": (
        "[a speaker|a talking person|talk|someone's speech|a spoken voice|somebody's words]",
        f"{_WHO} [chatting|saying words|saying something|talking away]",
        "[a talking voice|some talking|spoken language|someone who speaks|chatter|a speaking voice]",
        "[someone|somebody] [speaking|uttering words|having a chat]",
        "[somebody nattering|a natter|chit-chat|someone blethering|somebody's talking|a chatty voice]",
    ),
    "running water": (
        "[water coming from a tap|tap water|a running faucet|a stream of water|water gushing]",
        "[a tap|a faucet] [left on|running|pouring]",
        "the [splash|rush|gush|flow] of water",
        "[a water tap running|water from the tap|pouring water|splashing water|a gush of water]",
        "water that [runs|flows|splashes]",
        "[the kitchen tap|the tap|the faucet|the water] [running|left on|still running]",
    ),
    "a yawn": (
        "[a big yawn|a long yawn|yawns|a sleepy yawn|someone's yawn]",
        f"{_WHO} [letting out a yawn|giving a yawn|yawning]",
        "[a person who yawns|a yawning person|somebody's yawn|a tired yawn|one long yawn]",
        "[a great big yawn|somebody yawning their head off|a wee yawn]",
    ),
    "silence": (
        "[complete silence|dead silence|utter silence|pure silence|no noise at all]",
        "[not a sound|nothing whatsoever|absolute silence]",
        "[perfect silence|nothing audible|no sounds|a lack of sound|soundlessness]",
    ),
    "a steady tone": (
        "[an even|an unbroken|an unchanging|a constant|a sustained] tone",
        "[one long note|a single held note|a pure tone|a test tone|a dial tone]",
        "[a continuous|a held|a long|a never-changing|one constant] [tone|note]",
        "[a sine tone|a sine wave|a test signal tone|a tone that stays the same]",
    ),
    "beeping": (
        "[a bleep|bleeps|bleeping|a series of beeps|repeated beeps|beep after beep|a beeper]",
        "[something|a device|a gadget] [going beep|that beeps|bleeping|beeping away]",
        "[a beep sound|electronic beeps|beeping noises|bleeping noises|some beeps]",
        "[something|a machine|a device] that goes [beep beep|bleep]",
        "[something going bip bip|an electronic bleep|that beeping thing|a beep-beep]",
    ),
}

_SOME: Final = "[someone|somebody|a person]"
MORE_CLAUSES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "a baby crying": (("[the baby|my baby|a newborn|a little one]", "[crying|bawling|in tears|howling]"),),
    "breathing": ((_SOME, "[breathing in and out|breathing heavily|drawing breath|panting|breathing hard]"),),
    "coughing": (
        (_SOME, "[coughing badly|having a coughing fit|hacking and coughing|coughing their lungs out]"),
    ),
    "dishes clattering": (
        (_SOME, "[stacking dishes|rattling plates|moving plates about|handling crockery]"),
    ),
    "a door slamming": (
        ("[the door|some door|a door]", "[slammed shut|falling shut with a bang|crashing shut]"),
    ),
    "a door opening": (("[the door|some door|a door]", "[being pulled open|swinging open|creaking open]"),),
    "an electric shaver": ((_SOME, "[shaving with a shaver|using an electric razor|using a shaver]"),),
    "a woman crying": (("[a grown woman|some woman|a lady]", "[crying|in tears|weeping|bawling]"),),
    "a woman screaming": (
        ("[some woman|a lady|a grown woman]", "[screaming|screeching|screaming out loud]"),
    ),
    "glass breaking": (("[some glass|a pane|a vase|a glass]", "[breaking|being smashed|going to pieces]"),),
    "a hair dryer": ((_SOME, "[using a hair dryer|blow-drying hair|using a blow dryer]"),),
    "hands clapping": ((_SOME, "[clapping hands|giving applause|clapping their hands]"),),
    "typing on a keyboard": ((_SOME, "[typing away|hitting keys on a computer|tapping on a keyboard]"),),
    "keys jingling": ((_SOME, "[shaking keys|rattling keys|rattling a bunch of keys|playing with keys]"),),
    "laughter": ((_SOME, "[having a laugh|laughing out loud|cracking up|cackling|in stitches]"),),
    "a man screaming": (("[some man|a guy|a bloke|a grown man]", "[screaming|yelling|screaming out loud]"),),
    "paper rustling": (
        (_SOME, "[crumpling paper|leafing through pages|scrunching up paper|shuffling papers]"),
    ),
    "a sneeze": ((_SOME, "[sneezing loudly|letting out a sneeze|having a sneeze|going achoo]"),),
    "speech": (("[a voice|a speaker|somebody]", "[talking|speaking|saying words|saying something]"),),
    "running water": (("[a tap|the tap|the water|a faucet]", "[running|left running|pouring]"),),
    "a yawn": ((_SOME, "[giving a yawn|letting out a yawn|yawning loudly|having a yawn]"),),
    "silence": (("it", "[dead silent|totally silent|without a sound]"),),
    "a steady tone": (("[a tone|one tone|a long tone]", "[sounding|playing|being held|going on and on]"),),
    "beeping": (("[something|some device|a gadget|a beeper]", "[going beep|bleeping|beeping away]"),),
}
