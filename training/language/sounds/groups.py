"""What can be asked of a sound in words that fit several sounds.

Knows of which sounds each such question is true and false; refuses to know how an answer is worded.
"""

from typing import Final

from anymal.training.language.sounds.predicates import ALL, asks, free, heard, predicate
from anymal.training.language.sounds.words import SOUND_WORDS

__all__ = ["GROUPS"]

# Sounds that a body or a voice makes: certain about a person, unlike dishes or typing.
_HUMAN: Final = frozenset(
    name for name, words in SOUND_WORDS.items() if words.kind in ("a human voice", "a body sound")
)
_VOICE: Final = frozenset(name for name, words in SOUND_WORDS.items() if words.kind == "a human voice")
_CRYING: Final = frozenset(("a baby crying", "a woman crying"))
_SCREAMING: Final = frozenset(("a woman screaming", "a man screaming"))
_WOMAN: Final = frozenset(("a woman crying", "a woman screaming"))
_MACHINES: Final = frozenset(("an electric shaver", "a hair dryer"))
_DOOR: Final = frozenset(("a door slamming", "a door opening"))
_TONES: Final = frozenset(("a steady tone", "beeping"))
_SILENCE: Final = frozenset(("silence",))
_HANDS: Final = frozenset(("hands clapping", "typing on a keyboard"))
# People may be at these, but need not.
_TOUCHED: Final = _DOOR | {
    "dishes clattering",
    "glass breaking",
    "keys jingling",
    "paper rustling",
    "running water",
}

_ANYBODY: Final = "[someone|somebody|anyone|anybody|a person]"
GROUPS: Final = (
    predicate(
        asks(
            ((_ANYBODY, "[crying|weeping|sobbing|in tears|bawling|blubbing]"),),
            (f"{_ANYBODY} [crying|weeping|in tears|in floods of tears]", "[crying|sobbing|sobs]"),
        ),
        _CRYING,
    ),
    predicate(
        asks(
            ((_ANYBODY, "[screaming|yelling|shrieking|screeching|shouting out]"),),
            (f"{_ANYBODY} [screaming|yelling]", "[a scream|screaming|screams|a shriek|shrieks|a yell]"),
        ),
        _SCREAMING,
    ),
    predicate(
        heard("a [woman|lady|girl or a woman|female]", "a [woman's|female|lady's] voice"),
        _WOMAN,
        frozenset(("speech", "laughter")),
    ),
    predicate(
        heard("a [man|guy|bloke|chap|fellow|gentleman]", "a [man's|male|chap's|bloke's] voice"),
        frozenset(("a man screaming",)),
        frozenset(("speech", "laughter")),
    ),
    predicate(
        heard("[a baby|a child|a kid|a little one|an infant|a bairn|a toddler|a wee one|a small child]"),
        frozenset(("a baby crying",)),
        frozenset(("speech", "laughter")),
    ),
    predicate(
        asks(
            (),
            (
                "[a human|a human being|a voice|a human voice|someone's voice|a person's voice]",
            ),
        ),
        _VOICE,
        _HUMAN - _VOICE,
    ),
    predicate(
        heard(
            (
                "[a machine|a motor|an electric device|a household appliance|"
                "an electric motor|a gadget with a motor]"
            ),
            "[something electric|something with a motor|some kind of machine|a bathroom appliance|machinery]",
            "[a machine|an appliance|a motor] running",
        ),
        _MACHINES,
        _TONES,
    ),
    predicate(
        heard(
            "a door",
            "[a|the] door being [used|moved]",
            "[something to do with|somebody at|the sound of] a door",
        ),
        _DOOR,
    ),
    predicate(
        asks(
            (("[something|anything]", "[breaking|shattering|getting broken|smashed to bits]"),),
            ("something [breaking|being broken|fragile breaking|going to pieces]",),
        ),
        frozenset(("glass breaking",)),
        frozenset(("dishes clattering",)),
    ),
    predicate(
        asks(
            (
                (
                    "[someone|anyone|somebody|anybody]",
                    "[ill|having a cold|unwell|sick|poorly|under the weather|coming down with something]",
                ),
            ),
            ("[someone|a person] with a [cold|bad cold]", "[signs|a sign] of [an illness|a cold]"),
        ),
        frozenset(("coughing", "a sneeze")),
        _HUMAN - frozenset(("laughter", "speech")),
    ),
    predicate(
        asks(
            (
                (
                    "[someone|somebody|anyone|anybody]",
                    (
                        "[happy|amused|having fun|enjoying themselves|having "
                        "a good time|cheerful|in a good mood]"
                    ),
                ),
            ),
            (
                "[someone|somebody|a person] [happy|amused|having fun|in a good mood|in high spirits]",
                "[joy|amusement|merriment|good cheer]",
            ),
        ),
        frozenset(("laughter",)),
        frozenset(("speech", "hands clapping")),
    ),
    predicate(
        asks(
            (
                (
                    "[someone|somebody|anyone|anybody]",
                    "[tired|sleepy|ready for bed|bored or tired|in need of a nap|drowsy|weary]",
                ),
            ),
            ("[someone|somebody|a person] [tired|sleepy|drowsy|who needs sleep]", "[tiredness|sleepiness]"),
        ),
        frozenset(("a yawn",)),
        frozenset(("breathing", "speech")),
    ),
    predicate(
        asks(
            (("[someone|somebody|anyone|anybody]", "[sad|upset|unhappy|heartbroken|miserable]"),),
            ("[someone|somebody|a person] [sad|upset|unhappy]", "[sadness|sobbing|sorrow|grief]"),
        ),
        _CRYING,
        _SCREAMING | {"speech", "breathing"},
    ),
    predicate(
        free(
            "[do|can|did] [you|I|we] hear [any sound|any noise|anything|anything at all|a sound|a noise]",
            "is there [any sound|any noise|anything|a sound|some noise] to [be heard|hear]",
            "is [anything|something] [audible|to be heard|making a noise|making a sound]",
            "does [anything|something] make a [sound|noise]",
            "do your ears [catch|pick up] [anything|anything at all|any sound|something]",
            clauses=("there is [a sound|some noise] to be heard", "something makes a [noise|sound]"),
        ),
        ALL - _SILENCE,
    ),
    predicate(
        free(
            "does [it|that|this|the sound] come from [a person|a human|somebody|a human being|a body]",
            "is [a person|a human|somebody|someone] making [that|this|the] [sound|noise] with their body",
            "is [that|this|it] [a human sound|a bodily sound|a sound of the body|a sound that people make]",
            "is the source [human|a person|a human being|a living being|alive]",
            clauses=("the sound comes from a person", "a person makes it", "it is a human sound"),
        ),
        _HUMAN,
        _HANDS | _TOUCHED,
    ),
    predicate(
        free(
            "do you hear [people|a person|somebody|anybody]",
            "can you [hear|make out] [people|a person|somebody|anybody]",
            "is there [a person|somebody|anybody] to be heard",
            "do I hear [a person|somebody|anybody]",
            clauses=("there is a person to be heard", "you hear a person"),
        ),
        _HUMAN | _HANDS,
        _TOUCHED | _MACHINES | _TONES,
    ),
    predicate(
        free(
            (
                "is [a machine|an appliance|something electric|some machine] "
                "[plugged in and running|switched on|running]"
            ),
            "did [somebody|someone] leave [an appliance|a machine|something electric] on",
            "should I [switch|turn] [off a machine|a machine off|an appliance off]",
            "does [it|that|this|the sound] come from [a machine|an appliance|something electric]",
            "is the source [mechanical|a machine|an appliance|electric]",
            clauses=("a machine makes it", "the sound comes from a machine", "an appliance is running"),
        ),
        _MACHINES,
        _TONES | {"running water"},
    ),
    predicate(
        free(
            "does [it|that|this|the sound] come from [an electronic device|some electronics]",
            "is [it|that|this] [an electronic sound|an electronic noise|a signal from a device]",
            "is [a device|a gadget|some gadget] [signalling|giving a signal|making a tone]",
            clauses=("it is an electronic sound", "a device gives a signal"),
        ),
        _TONES,
        _MACHINES,
    ),
    predicate(
        free(
            "is anything wet [involved|to be heard]",
            "does it sound [wet|watery|splashy]",
            "should I [turn off|check|close] the [tap|faucet]",
            "did [somebody|someone] leave the [tap|faucet] on",
            "is there [anything|something] liquid to be heard",
            clauses=("the tap is on", "there is a liquid involved"),
        ),
        frozenset(("running water",)),
        frozenset(("dishes clattering",)),
    ),
    predicate(
        free(
            (
                "is [someone|somebody|anyone|anybody] [busy at a desk|at "
                "a computer|at the computer|writing an email]"
            ),
            "is [someone|somebody|anyone] [working at|using] a computer",
            "does it sound like [an office|office work|desk work]",
            clauses=("someone is at a computer", "someone works at a computer"),
        ),
        frozenset(("typing on a keyboard",)),
        frozenset(("paper rustling", "speech", "beeping")),
    ),
    predicate(
        free(
            "does it sound like [a kitchen|washing-up|somebody in the kitchen]",
            (
                "is [someone|somebody|anyone] [washing up|doing the "
                "washing-up|laying the table|clearing the table]"
            ),
            "is [someone|somebody|anyone] [in the kitchen|busy with plates]",
            clauses=("someone is in the kitchen", "someone is clearing the table"),
        ),
        frozenset(("dishes clattering",)),
        frozenset(("running water", "glass breaking", "keys jingling", "speech", "beeping")),
    ),
    predicate(
        free(
            "is [someone|somebody|anyone] [coming in|entering|coming home|at the door]",
            "did [someone|somebody|anyone] [just |][come in|enter|walk in|come through the door]",
            "has [someone|somebody|anyone] [come in|entered|come home]",
            clauses=("someone is coming in", "someone came in"),
        ),
        frozenset(("a door opening",)),
        frozenset(("a door slamming", "keys jingling", "speech")),
    ),
    predicate(
        free(
            "do I need to sweep up [the pieces|shards|bits of glass]",
            "are there [shards|splinters|broken pieces|bits of glass] [on the floor|to sweep up|about]",
            "should I watch out for [shards|splinters|broken glass]",
            "has [somebody|someone] [broken|smashed|dropped] [a glass|a window|a vase|a bottle]",
            clauses=("something has been smashed", "there are shards about"),
        ),
        frozenset(("glass breaking",)),
        frozenset(("dishes clattering",)),
    ),
    predicate(
        free(
            "did [someone|somebody|anyone] like [the show|the performance|the play]",
            "is [there|this] [applause|a round of applause|an ovation]",
            "is an audience [showing its approval|pleased]",
            clauses=("there is a round of applause", "an audience is pleased"),
        ),
        frozenset(("hands clapping",)),
        frozenset(("laughter",)),
    ),
    predicate(
        free(
            "should I say [bless you|gesundheit|bless you to someone]",
            "does [someone|somebody|anyone] need a [tissue|hanky|handkerchief] for their nose",
            clauses=("I should say bless you", "someone needs a hanky for their nose"),
        ),
        frozenset(("a sneeze",)),
        frozenset(("coughing", *_CRYING)),
    ),
)
