"""Each sound of the closed world in many words: who makes it, what happens, what else people call it.

Knows vocabulary only; refuses to know questions and answers.
"""

from dataclasses import dataclass, replace

from anymal.training.facts import SOUNDS
from anymal.training.language.sounds.words_more import MORE_CLAUSES, MORE_HEARD

__all__ = ["DIGITS", "SOUND_WORDS", "SoundWords"]

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True)
class SoundWords:
    """`clauses`: (subject, what it is doing). `heard`: names after "do you hear". `stems`: accepted in an answer.

    `source` follows "it comes from"; `word` is the one-word answer.
    """

    clauses: tuple[tuple[str, str], ...]
    heard: tuple[str, ...]
    source: str
    word: str
    stems: tuple[str, ...]
    kind: str


_TABLE = (
    SoundWords(
        (("[a baby|an infant]", "[crying|wailing|bawling]"), ("[a small|a little|a young] child", "crying")),
        (
            "[a baby|an infant|a little baby|a newborn] [crying|weeping|wailing]",
            "a crying [baby|infant|child]",
        ),
        "a baby",
        "baby",
        ("baby",),
        "a human voice",
    ),
    SoundWords(
        (("[someone|somebody|a person]", "breathing"),),
        ("breathing", "[someone|somebody|a person] breathing", "breaths", "[someone's|a] breath"),
        "a person",
        "breathing",
        ("breath",),
        "a body sound",
    ),
    SoundWords(
        (("[someone|somebody|a person]", "coughing"),),
        ("[a cough|coughing|coughs]", "[someone|somebody|a person] coughing"),
        "a person",
        "coughing",
        ("cough",),
        "a body sound",
    ),
    SoundWords(
        (
            ("[someone|somebody]", "[clattering with dishes|doing the dishes|clinking plates]"),
            ("[dishes|plates]", "[clattering|clinking]"),
        ),
        (
            "dishes",
            "[plates|dishes|crockery|cutlery] [clattering|clinking|rattling]",
            "the clatter of [dishes|plates]",
        ),
        "the kitchen",
        "dishes",
        ("dish",),
        "a kitchen noise",
    ),
    SoundWords(
        (
            ("a door", "[slamming|being slammed|slamming shut|banging shut]"),
            ("[someone|somebody]", "[slamming|banging] a door"),
        ),
        (
            "a door [slam|slamming|slamming shut|bang|being slammed]",
            "[someone|somebody] slamming [a|the] door",
            "a slamming door",
        ),
        "a door",
        "door",
        ("slam",),
        "a door",
    ),
    SoundWords(
        (("a door", "[opening|being opened]"), ("[someone|somebody]", "opening [a|the] door")),
        (
            "a door [opening|being opened|creaking open]",
            "[someone|somebody] opening [a|the] door",
            "an opening door",
        ),
        "a door",
        "door",
        ("opening",),
        "a door",
    ),
    SoundWords(
        (
            ("an electric [shaver|razor]", "[running|buzzing|switched on]"),
            ("[someone|somebody|a man]", "shaving"),
        ),
        (
            "an electric [shaver|razor]",
            "a shaver",
            "[a buzzing|the buzz of a] [razor|shaver]",
            "[someone|somebody] shaving",
        ),
        "a machine",
        "shaver",
        ("shaver",),
        "a machine",
    ),
    SoundWords(
        (("a [woman|lady]", "[crying|sobbing|weeping]"),),
        ("a [woman|lady] [crying|sobbing|weeping|in tears]", "a [crying|sobbing] [woman|lady]"),
        "a woman",
        "crying",
        ("woman crying", "crying"),
        "a human voice",
    ),
    SoundWords(
        (("a [woman|lady]", "[screaming|shrieking]"),),
        ("a [woman|lady] [screaming|shrieking]", "a [woman's|female] scream", "a screaming woman"),
        "a woman",
        "screaming",
        ("woman screaming", "screaming"),
        "a human voice",
    ),
    SoundWords(
        (("[glass|a window|something made of glass|a bottle]", "[breaking|shattering|smashing]"),),
        (
            "[glass|a glass|a window] [breaking|shattering|smashing]",
            "[breaking|shattering|broken] glass",
        ),
        "breaking glass",
        "glass",
        ("glass",),
        "a thing that breaks",
    ),
    SoundWords(
        (
            ("a [hair dryer|hairdryer|hair drier|blow dryer]", "[running|blowing|switched on]"),
            ("[someone|somebody]", "[drying|blow-drying] [their|her] hair"),
        ),
        ("a [hair dryer|hairdryer|blow dryer|hair drier]", "[someone|somebody] drying [their|her] hair"),
        "a machine",
        "dryer",
        ("dryer",),
        "a machine",
    ),
    SoundWords(
        (
            ("[someone|somebody|a person|an audience]", "[clapping|applauding]"),
            ("people", "[clapping|applauding]"),
        ),
        ("[clapping|applause]", "[hands|someone|people|somebody] clapping", "[a hand clap|some clapping]"),
        "hands",
        "clapping",
        ("clap",),
        "a noise made with hands",
    ),
    SoundWords(
        (
            (
                "[someone|somebody|a person]",
                "[typing|typing on a keyboard|using a keyboard|hitting keys on a keyboard]",
            ),
        ),
        (
            "[typing|a keyboard|keyboard clicks|keyboard typing]",
            "[someone|somebody] typing",
            "the clicking of a keyboard",
        ),
        "a keyboard",
        "typing",
        ("typing", "keyboard"),
        "a noise made with hands",
    ),
    SoundWords(
        (
            ("[keys|some keys]", "[jingling|rattling|jangling]"),
            ("[someone|somebody]", "jingling [keys|their keys]"),
        ),
        (
            "[keys|a bunch of keys|a set of keys]",
            "[keys|house keys] [jingling|rattling|jangling]",
            "[jingling|rattling] keys",
        ),
        "keys",
        "keys",
        ("keys jingling", "jingl"),
        "a noise made with hands",
    ),
    SoundWords(
        (("[someone|somebody|a person]", "[laughing|giggling|chuckling]"), ("people", "laughing")),
        ("[laughter|laughing|giggling|a laugh]", "[someone|somebody|people] laughing"),
        "a person",
        "laughter",
        ("laugh",),
        "a human voice",
    ),
    SoundWords(
        (("a [man|guy]", "[screaming|yelling|shouting]"),),
        ("a [man|guy] [screaming|yelling]", "a [man's|male] scream", "a screaming man"),
        "a man",
        "screaming",
        ("man screaming", "screaming"),
        "a human voice",
    ),
    SoundWords(
        (
            ("[paper|some paper]", "[rustling|crumpling|being handled]"),
            ("[someone|somebody]", "[rustling paper|turning pages|handling paper]"),
        ),
        (
            "[paper|some paper|pages|sheets of paper] [rustling|crumpling]",
            "[rustling|crumpled] paper",
            "the rustle of paper",
        ),
        "paper",
        "paper",
        ("paper",),
        "a noise made with hands",
    ),
    SoundWords(
        (("[someone|somebody|a person]", "sneezing"),),
        ("[a sneeze|sneezing|an achoo]", "[someone|somebody|a person] sneezing"),
        "a person",
        "sneeze",
        ("sneez",),
        "a body sound",
    ),
    SoundWords(
        (
            ("[someone|somebody|a person|anyone|anybody]", "[talking|speaking|saying something]"),
            ("[a person|someone]", "talking"),
        ),
        (
            "[speech|talking|words|a voice talking|spoken words|a spoken word]",
            "[someone|somebody|a person|people|anyone] [talking|speaking]",
        ),
        "a person",
        "speech",
        ("speech",),
        "a human voice",
    ),
    SoundWords(
        (("[water|some water|a tap|a faucet]", "running"), ("water", "[flowing|pouring|splashing]")),
        (
            "[water|running water|flowing water|a tap|a faucet]",
            "water [running|flowing|pouring|splashing]",
            "a [running|dripping] [tap|faucet]",
        ),
        "water",
        "water",
        ("water",),
        "water",
    ),
    SoundWords(
        (("[someone|somebody|a person]", "yawning"),),
        ("[a yawn|yawning]", "[someone|somebody|a person] yawning"),
        "a person",
        "yawn",
        ("yawn",),
        "a body sound",
    ),
    SoundWords(
        (("it", "[silent|completely silent|quiet and silent]"), ("everything", "[silent|completely silent]")),
        ("[silence|only silence|nothing but silence|nothing|nothing at all|total silence|no sound at all]",),
        "nowhere",
        "silence",
        ("silence", "silent"),
        "no sound at all",
    ),
    SoundWords(
        (("a [steady |constant |][tone|hum|whistling tone]", "[playing|sounding]"),),
        ("a [steady|constant|continuous|pure|single|long] tone", "[a|one] tone"),
        "a device",
        "tone",
        ("tone",),
        "a tone",
    ),
    SoundWords(
        (("[something|a device|a machine|an alarm]", "[beeping|bleeping]"),),
        ("[beeping|beeps|a beep|a beeping sound|a beeping device|short beeps]", "something beeping"),
        "a device",
        "beeping",
        ("beep",),
        "a tone",
    ),
)

SOUND_WORDS: dict[str, SoundWords] = {
    name: replace(words, clauses=words.clauses + MORE_CLAUSES[name], heard=words.heard + MORE_HEARD[name])
    for name, words in zip(SOUNDS, _TABLE, strict=True)
}
