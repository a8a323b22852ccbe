"""More names that people give to each sound of the closed world.

Knows what follows "do you hear"; refuses to know questions and answers.
"""

from typing import Final

__all__ = ["MORE_HEARD"]

_WHO: Final = "[someone|somebody|a person|anyone]"

MORE_HEARD: Final[dict[str, tuple[str, ...]]] = {
    "a baby crying": (
        "[a wailing|a bawling|an upset|a howling] [baby|infant|newborn|little one]",
        "[a baby's|a newborn's|an infant's] [cries|crying|wail|tears]",
        "[a baby|a newborn|an infant] [bawling|howling|in tears]",
    ),
    "breathing": (
        "[the breath of a person|a person's breath|someone's breathing|inhaling and exhaling]",
        f"{_WHO} [breathing in and out|drawing breath|taking breaths]",
    ),
    "coughing": (
        "[a coughing fit|a bad cough|a hacking cough|someone's cough|a chesty cough]",
        f"{_WHO} with a cough",
    ),
    "dishes clattering": (
        "[crockery|plates|pots and plates|kitchenware|tableware] [being moved|clanking|clattering about]",
        "[the washing-up|the rattle of crockery|the clink of plates|clinking plates]",
    ),
    "a door slamming": (
        "a door [banging shut|being banged|shutting with a bang|thrown shut|crashing shut]",
        "the [slam|bang] of a door",
        f"{_WHO} [slamming|banging] a door shut",
    ),
    "a door opening": (
        "a door [that opens|as it opens|swinging open|being pulled open|being pushed open]",
        "the [opening|creak] of a door",
    ),
    "an electric shaver": (
        "[a beard trimmer|a men's shaver|an electric trimmer|a hair clipper]",
        f"{_WHO} [trimming a beard|having a shave|using a shaver]",
    ),
    "a woman crying": (
        "[a weeping|a tearful|an upset] [woman|lady]",
        "[a woman's|a lady's] [sobs|tears|crying|weeping]",
        "a [woman|lady] [weeping|in floods of tears|bawling]",
    ),
    "a woman screaming": (
        "[a lady's|a woman's] [shriek|scream|screaming|screech]",
        "a [shrieking|screeching] [woman|lady]",
        "a [woman|lady] [screeching|screaming her head off|letting out a scream]",
    ),
    "glass breaking": (
        "[a pane|a bottle|a wine glass|a vase] [breaking|smashing|shattering|going to pieces]",
        "the [smash|crash|shatter] of glass",
        "[smashed|splintering|shattered] glass",
    ),
    "a hair dryer": (
        "[a hairdryer|a blow-dryer|a hair-dryer] [running|blowing|at work|switched on]",
        f"{_WHO} [blow-drying|drying] their hair",
        "the [blast|whirr|blowing] of a hair dryer",
    ),
    "hands clapping": (
        "[a round of applause|a hand of applause|a bit of applause|handclaps|claps]",
        f"{_WHO} [applauding|clapping their hands|giving applause]",
    ),
    "typing on a keyboard": (
        "[a computer keyboard|computer keys|keystrokes|key presses|keyboard clatter]",
        f"{_WHO} [typing away|at a keyboard|tapping on a keyboard|bashing a keyboard|on a computer]",
    ),
    "keys jingling": (
        "[car keys|a key ring|a keyring|door keys] [jingling|jangling|clinking|being shaken]",
        "the [jingle|jangle|rattle|clink] of keys",
        f"{_WHO} [shaking|rattling|fumbling with] keys",
    ),
    "laughter": (
        "[a giggle|giggles|a chuckle|chuckling|guffaws|a good laugh|cackling]",
        f"{_WHO} [chuckling|giggling|having a laugh|cracking up|in stitches]",
    ),
    "a man screaming": (
        "[a guy's|a bloke's|a man's] [scream|screaming|yell|roar]",
        "a [yelling|shrieking] [man|guy|bloke]",
        "a [man|bloke|chap] [screaming his head off|letting out a scream|yelling|screaming]",
    ),
    "paper rustling": (
        "[a newspaper|a page|a paper bag|a letter|a sheet] [rustling|being turned|crackling]",
        f"{_WHO} [leafing through pages|scrunching up paper|crumpling paper|shuffling papers]",
        "[rustly|crinkling|crackling] paper",
    ),
    "a sneeze": (
        "[an atishoo|a loud sneeze|sneezes|an achoo sound|a sneezing fit]",
        f"{_WHO} [letting out a sneeze|going achoo|sneezing]",
    ),
    "speech": (
        "[a speaker|a talking person|talk|someone's speech|a spoken voice|somebody's words]",
        f"{_WHO} [chatting|saying words|saying something|talking away]",
    ),
    "running water": (
        "[water coming from a tap|tap water|a running faucet|a stream of water|water gushing]",
        "[a tap|a faucet] [left on|running|pouring]",
        "the [splash|rush|gush|flow] of water",
    ),
    "a yawn": (
        "[a big yawn|a long yawn|yawns|a sleepy yawn|someone's yawn]",
        f"{_WHO} [letting out a yawn|giving a yawn|yawning]",
    ),
    "silence": (
        "[complete silence|dead silence|utter silence|pure silence|no noise at all]",
        "[not a sound|nothing whatsoever|absolute silence]",
    ),
    "a steady tone": (
        "[an even|an unbroken|an unchanging|a constant|a sustained] tone",
        "[one long note|a single held note|a pure tone|a test tone|a dial tone]",
    ),
    "beeping": (
        "[a bleep|bleeps|bleeping|a series of beeps|repeated beeps|beep after beep|a beeper]",
        "[something|a device|a gadget] [going beep|that beeps|bleeping|beeping away]",
    ),
}
