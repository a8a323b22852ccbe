"""The words in which people ask whether it is quiet, what kind of thing makes a sound and if a digit is said.

Knows questions only; refuses to know answers and facts.
"""

from typing import Final

from anymal.training.language.surface import Asking

__all__ = ["IS_DIGIT", "IS_EVEN", "IS_ODD", "IS_QUIET", "MADE_BY"]

_NOW: Final = "[|||| right now| now| at the moment| here| in here| in this room| where I am]"
_IT: Final = "[it|that|this|the sound|the noise]"

IS_QUIET: Final = Asking(
    direct=(
        "is it [quiet|peaceful|calm|nice and quiet|a quiet place|fairly quiet|on the quiet side]" + _NOW,
        "is it [quiet|quiet|rather quiet|pretty quiet|very quiet|quiet enough to sleep]" + _NOW,
        f"is {_IT} [quiet|soft|faint|not loud at all|low in volume|gentle on the ears|turned down]",
        "[is|was] [that|this] a [quiet|soft|faint] [sound|noise]",
        "is the [volume|sound level|noise level|loudness] [low|down|on the low side]" + _NOW,
        "do you hear [something quiet|a quiet sound|a soft noise|a faint sound]" + _NOW,
        "is there [a quiet sound|a faint noise|only a soft sound|not much noise]" + _NOW,
        "could [a baby|I|somebody|one] [sleep|doze off|take a nap] with this [level of noise|volume]",
        "would it be quiet enough [for a nap|to read|to study|for a phone call|to record a podcast]" + _NOW,
        "do I have [peace and quiet|a bit of quiet|some quiet]" + _NOW,
        "would you [call|say] it [quiet|peaceful]" + _NOW,
    ),
    embedded=(
        "[if|whether] it is [quiet|peaceful|rather quiet|quiet enough to sleep]" + _NOW,
        "[if|whether] the [volume|noise level|sound level] is low" + _NOW,
        f"[if|whether] {_IT} is [quiet|soft|faint]",
    ),
    whole=(
        "[Quiet|Is it quiet|Peace and quiet|Low volume|A quiet sound|A faint one|Nice and quiet]?",
        "[It's quiet|It is quiet|Quite peaceful|Rather quiet|Quiet in here], [isn't it|right|no|yes|innit]?",
        "So it's [quiet|peaceful|rather quiet], yes?",
        "[I think|I'd say|I guess] it is quiet. [Am I right|Is that so|Correct|True]?",
    ),
)

_PERSON: Final = "[a person|a human|a human being|somebody|a living person]"
_MACHINE: Final = "[a machine|a device|an appliance|some machine|a gadget|something electric]"
MADE_BY: Final = Asking(
    direct=(
        f"is {_IT} [made by |from |]{_PERSON} or {_MACHINE}",
        f"is {_IT} [made by |from |]{_MACHINE} or {_PERSON}",
        f"is {_IT} [made by |from |]{_PERSON}, an animal or {_MACHINE}",
        f"is {_IT} [made by |from |]an animal, {_PERSON} or {_MACHINE}",
        f"does {_IT} come from {_PERSON} or from {_MACHINE}",
        f"does {_IT} come from {_MACHINE}, an animal or {_PERSON}",
        f"is {_IT} [human or mechanical|mechanical or human|human, animal or mechanical|man or machine]",
        f"what makes {_IT}, {_PERSON} or {_MACHINE}",
        f"who or what makes {_IT}, {_PERSON}, an animal or {_MACHINE}",
        f"[what|which] do I hear, {_PERSON} or {_MACHINE}",
        f"would you say {_IT} is from {_PERSON} or from {_MACHINE}",
        f"is the [source|cause|origin] {_PERSON} or {_MACHINE}",
        f"do you hear {_PERSON}, an animal or {_MACHINE}" + _NOW,
    ),
    embedded=(
        f"[if|whether] {_IT} [is|comes from|is made by] {_PERSON} or {_MACHINE}",
        f"[if|whether] {_IT} [is|comes from] an animal, {_PERSON} or {_MACHINE}",
        f"[if|whether] {_IT} is [human or mechanical|human, animal or mechanical]",
    ),
    whole=(
        (
            "[Man or machine|Human or machine|Machine or human|Person, "
            "animal or machine|Animal, human or machine]?"
        ),
        "[The sound|That noise|This sound]: [person or machine|machine or person|human, animal or machine]?",
        "[Someone or something electric|A human sound or a machine]?",
        "Choose: person, animal or machine. What [makes the sound|do you hear]?",
    ),
)

_SAYS: Final = "[say|mention|read out|utter]"
_WHO: Final = "[the voice|the speaker|someone|somebody|the person|anybody]"
_THE: Final = (
    "[the spoken digit|the spoken number|the digit I hear|the number being said|the digit they said]"
)
IS_DIGIT: Final = Asking(
    direct=(
        f"[did|does] {_WHO} {_SAYS} [{{d}}|the number {{d}}|the digit {{d}}]",
        f"is {_THE} [|by any chance |really ]{{d}}",
        "do you hear [{d} being said|someone say {d}|the number {d}|the digit {d}|the word {d}]",
        "did [I|we|you] [just |]hear [someone say {d}|the number {d}|the word {d}]",
        "was that {d} [that they said|that I heard|that was said]",
        "is {d} the [number|digit] [that was said|they said|you hear|being spoken]",
        "[is|was] [{d}|the number {d}|the digit {d}] [said|spoken|read out]",
        f"is {_WHO} saying {{d}}",
        f"would you say {_THE} is {{d}}",
        "did it sound like [someone saying {d}|the number {d}|the spoken word {d}]",
        f"could {_THE} be {{d}}",
    ),
    embedded=(
        f"[if|whether] {_WHO} [said|says|is saying] {{d}}",
        f"[if|whether] {_THE} is {{d}}",
        "[if|whether] {d} [was said|is spoken]",
        "[if|whether] you hear [the number|the digit|the word] {d}",
    ),
    whole=(
        "[They|He|She|The voice] said {d}, [right|yes|correct|true]?",
        (
            "[I think|I believe|I'd say|I could swear] [they|the voice] "
            "said {d}. [Is that right|Correct|Am I right|True]?"
        ),
        "I heard {d}. [You too|Did you hear that as well|Is that the digit they said]?",
        "[Spoken digit|Spoken number|Digit said|Number heard]: {d}?",
        "Someone said {d}, [right|yes|correct|true]?",
    ),
)


def _parity(word: str) -> Asking:
    return Asking(
        direct=(
            f"is {_THE} [an {word} one|{word}|an {word} number]",
            f"[did|does] {_WHO} {_SAYS} an {word} [number|digit]",
            f"do you hear an {word} [number|digit]",
            f"[is|was] the [digit|number] [that they said|that was spoken|you heard] {word}",
            f"would you call {_THE} {word}",
            f"was it an {word} [number|digit] that [they said|was said|I heard]",
        ),
        embedded=(
            f"[if|whether] {_THE} is {word}",
            f"[if|whether] {_WHO} [said|says] an {word} [number|digit]",
        ),
        whole=(
            f"[They|The voice|Someone] said an {word} [number|digit], [right|yes|correct|true]?",
            f"[Spoken digit|Spoken number|Number heard]: {word}?",
        ),
    )


IS_EVEN: Final = _parity("even")
IS_ODD: Final = _parity("odd")
