"""What can be asked of a sound in words that fit several sounds.

Knows of which sounds each such question is true and false; refuses to know how an answer is worded.
"""

from typing import Final

from anymal.training.language.sounds import groups_plain as plain
from anymal.training.language.sounds.families import (
    CRYING,
    DOOR,
    HUMAN,
    MACHINES,
    SCREAMING,
    TONES,
    VOICE,
    WOMAN,
)
from anymal.training.language.sounds.groups_free import FREE
from anymal.training.language.sounds.predicates import asks, heard, predicate
from anymal.training.language.surface import joined

__all__ = ["GROUPS"]

_ANYBODY: Final = "[someone|somebody|anyone|anybody|a person]"
GROUPS: Final = (
    predicate(
        joined(
            asks(
                (
                    (
                        _ANYBODY,
                        (
                            "[crying|weeping|sobbing|in tears|bawling|blubbing|having a cry|crying "
                            "their eyes out|wailing]"
                        ),
                    ),
                ),
                (
                    f"{_ANYBODY} [crying|weeping|in tears|in floods of tears]",
                    "[crying|sobbing|sobs|weeping|tears|a weeping person|a crying person]",
                ),
            ),
            plain.CRYING,
        ),
        CRYING,
    ),
    predicate(
        joined(
            asks(
                (
                    (
                        _ANYBODY,
                        ("[screaming|yelling|shrieking|screeching|shouting out|screaming their head off]"),
                    ),
                ),
                (
                    f"{_ANYBODY} [screaming|yelling]",
                    "[a scream|screaming|screams|a shriek|shrieks|a yell|a screaming person|a loud scream]",
                ),
            ),
            plain.SCREAMING,
        ),
        SCREAMING,
    ),
    predicate(
        joined(
            heard(
                "a [woman|lady|girl or a woman|female|grown woman|female person]",
                "a [woman's|female|lady's] voice",
            ),
            plain.WOMAN,
        ),
        WOMAN,
        frozenset(("speech", "laughter")),
    ),
    predicate(
        joined(
            heard(
                "a [man|guy|bloke|chap|fellow|gentleman|grown man|male person|dude|lad or a man]",
                "a [man's|male|chap's|bloke's] voice",
            ),
            plain.MAN,
        ),
        frozenset(("a man screaming",)),
        frozenset(("speech", "laughter")),
    ),
    predicate(
        joined(
            heard(
                "[a baby|a child|a kid|a little one|an infant|a bairn|a toddler|a wee one|a "
                "small child|a tot|a newborn|a small kid|somebody very young]"
            ),
            plain.BABY,
        ),
        frozenset(("a baby crying",)),
        frozenset(("speech", "laughter")),
    ),
    predicate(
        joined(
            asks(
                (),
                (("[a voice|a human voice|someone's voice|a person's voice|somebody's voice|some voice]"),),
            ),
            plain.VOICE,
        ),
        VOICE,
        HUMAN - VOICE,
    ),
    predicate(
        joined(
            heard(
                (
                    "[a machine|a motor|an electric device|a household appliance|"
                    "an electric motor|a gadget with a motor]"
                ),
                (
                    "[something electric|something with a motor|some kind of machine|a bathroom "
                    "appliance|machinery|an electrical appliance|machine noise|motor noise]"
                ),
                "[a machine|an appliance|a motor] running",
            ),
            plain.MACHINE,
        ),
        MACHINES,
        TONES,
    ),
    predicate(
        joined(
            heard(
                "a door",
                "[a|the] door being [used|moved]",
                "[something to do with|somebody at|the sound of] a door",
            ),
            plain.DOOR,
        ),
        DOOR,
    ),
    predicate(
        joined(
            asks(
                (("[something|anything]", "[breaking|shattering|getting broken|smashed to bits]"),),
                ("something [breaking|being broken|fragile breaking|going to pieces]",),
            ),
            plain.BREAKING,
        ),
        frozenset(("glass breaking",)),
        frozenset(("dishes clattering",)),
    ),
    predicate(
        joined(
            asks(
                (
                    (
                        "[someone|anyone|somebody|anybody]",
                        (
                            "[ill|having a cold|unwell|sick|poorly|under the weather|coming down "
                            "with something|down with a cold|full of cold]"
                        ),
                    ),
                ),
                ("[someone|a person] with a [cold|bad cold]", "[signs|a sign] of [an illness|a cold]"),
            ),
            plain.ILL,
        ),
        frozenset(("coughing", "a sneeze")),
        HUMAN - frozenset(("laughter", "speech")),
    ),
    predicate(
        joined(
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
                    "[joy|amusement|merriment|good cheer|a happy person|a cheerful person|fun being had]",
                ),
            ),
            plain.HAPPY,
        ),
        frozenset(("laughter",)),
        frozenset(("speech", "hands clapping")),
    ),
    predicate(
        joined(
            asks(
                (
                    (
                        "[someone|somebody|anyone|anybody]",
                        "[tired|sleepy|ready for bed|bored or tired|in need of a nap|drowsy|weary]",
                    ),
                ),
                (
                    "[someone|somebody|a person] [tired|sleepy|drowsy|who needs sleep]",
                    "[tiredness|sleepiness|a tired person|a sleepy person|a sign of tiredness]",
                ),
            ),
            plain.TIRED,
        ),
        frozenset(("a yawn",)),
        frozenset(("breathing", "speech")),
    ),
    predicate(
        joined(
            asks(
                (
                    (
                        "[someone|somebody|anyone|anybody]",
                        (
                            "[sad|upset|unhappy|heartbroken|miserable|feeling down|in low spirits|"
                            "broken-hearted]"
                        ),
                    ),
                ),
                (
                    "[someone|somebody|a person] [sad|upset|unhappy]",
                    "[sadness|sobbing|sorrow|grief|a sad person|an unhappy person|a sad sound]",
                ),
            ),
            plain.SAD,
        ),
        CRYING,
        SCREAMING | {"speech", "breathing"},
    ),
    *FREE,
)
