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
        (
            f"is {_IT} [a soft one|a quiet one|a faint one|barely audible|hardly audible|no louder "
            f"than a whisper]"
        ),
        f"isn't {_IT} [quiet|rather quiet|rather faint]",
        "do I have to [strain my ears|listen hard|listen closely] to hear [it|the sound]",
        "is it easy on the ears and quiet" + _NOW,
        "is the [sound|noise] [weak|low|subdued|muffled and faint|just a whisper|hushed]",
        "is there [little|very little|hardly any|almost no|not much] noise" + _NOW,
        "is it quiet [enough for a baby|like in a library|as in a church|as a mouse]" + _NOW,
        "it is quiet" + _NOW,
        "is quiet" + _NOW,
        "am I in a quiet [place|room|spot]" + _NOW,
        "is the [noise|sound] [behind me|next door|in the corner|in front of me] a quiet one",
        "is it quiet where I [sit|stand|walk|am]",
        "would [grandma|the baby|the dog|a light sleeper] sleep through [it|the noise], is it quiet",
        "is it [hush-hush|quiet and peaceful|nice and hushed]" + _NOW,
        "can I [sleep|rest|concentrate|study|meditate] [with so little noise|as it is that quiet]",
        "is it [all quiet|all calm|nice and calm]" + _NOW,
    ),
    embedded=(
        "[if|whether] it is [quiet|peaceful|rather quiet|quiet enough to sleep]" + _NOW,
        "[if|whether] the [volume|noise level|sound level] is low" + _NOW,
        f"[if|whether] {_IT} is [quiet|soft|faint]",
        "[if|whether] there is [little noise|not much noise|hardly any noise|peace and quiet]" + _NOW,
        f"[if|whether] {_IT} is [hardly audible|a soft one|a quiet one]",
    ),
    whole=(
        "[Quiet|Is it quiet|Peace and quiet|Low volume|A quiet sound|A faint one|Nice and quiet]?",
        "[It's quiet|It is quiet|Quite peaceful|Rather quiet|Quiet in here], [isn't it|right|no|yes|innit]?",
        "So it's [quiet|peaceful|rather quiet], yes?",
        "[I think|I'd say|I guess] it is quiet. [Am I right|Is that so|Correct|True]?",
        "[Quiet sound|Is quiet|Soft sound|Quiet there|Quiet or not|Little noise|Low noise|Hushed]?",
        f"[I believe|It seems|I suspect|I'd guess] {_IT} is [soft|quiet]. [Am I right|Is that so|True]?",
        "[My baby sleeps|I have a headache|I am about to record|I need a rest]. Is it quiet" + _NOW + "?",
        "[It's|That's|This is] a quiet [one|noise|sound], [isn't it|right|no|correct|or not]?",
        "[My neighbour|My wife|Grandpa|The landlord] says it's quiet. [Is that so|True|Is it]?",
        "Quiet: yes or no?",
        "[Bit quiet|Quiet, that|Very quiet here|Quiet here|Peaceful, this], [isn't it|innit|eh|no]?",
        "[I can hardly hear it|I have to prick up my ears]. Is it quiet?",
        "[I can't sleep|I'd like to sit and read|I'm standing in a library]. Is it quiet?",
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
        f"{_PERSON} or {_MACHINE}, [what|which] [makes|made|is making] the [sound|noise]",
        f"{_PERSON}, an animal or {_MACHINE}, [what|who] is behind the [sound|noise]",
        f"[what|which] of these [makes|made] {_IT}: {_PERSON}, an animal or {_MACHINE}",
        f"is {_IT} [a human|a person's] sound or [a machine's|a machine|a mechanical one|an electric one]",
        f"[was|is] that {_PERSON} I hear or {_MACHINE}",
        f"[was|is] it {_MACHINE} that I hear or {_PERSON}",
        f"is it more like {_PERSON} or more like {_MACHINE}, the [sound|noise]",
        f"is {_IT} [produced|caused|created|given off] by {_PERSON} or by {_MACHINE}",
        f"who is behind {_IT}, {_PERSON}, an animal or {_MACHINE}",
        f"am I hearing {_PERSON} or {_MACHINE}" + _NOW,
        f"should I look for {_PERSON} or for {_MACHINE} [behind|as the source of] the [sound|noise]",
        "is the [sound|noise] from a living being or from a machine",
        f"what kind of source has the sound, {_PERSON}, an animal or {_MACHINE}",
        f"did {_PERSON} make {_IT}, or did {_MACHINE}",
        f"is {_IT} [a living thing or a machine|flesh and blood or a machine|man, beast or machine]",
        f"is {_IT} [behind me|next door|upstairs|in the corner|over there] {_PERSON} or {_MACHINE}",
        f"who or what is making a noise, {_PERSON} or {_MACHINE}",
        f"do I have to [talk to|look for] {_PERSON} or switch off {_MACHINE}, going by the sound",
    ),
    embedded=(
        f"[if|whether] {_IT} [is|comes from|is made by] {_PERSON} or {_MACHINE}",
        f"[if|whether] {_IT} [is|comes from] an animal, {_PERSON} or {_MACHINE}",
        f"[if|whether] {_IT} is [human or mechanical|human, animal or mechanical]",
        f"which it is that I hear, {_PERSON} or {_MACHINE}",
        f"[if|whether] I [hear|am hearing] {_PERSON} or {_MACHINE}",
        f"[if|whether] {_PERSON} or {_MACHINE} makes {_IT}",
    ),
    whole=(
        (
            "[Man or machine|Human or machine|Machine or human|Person, "
            "animal or machine|Animal, human or machine]?"
        ),
        "[The sound|That noise|This sound]: [person or machine|machine or person|human, animal or machine]?",
        "[Someone or something electric|A human sound or a machine]?",
        "Choose: person, animal or machine. What [makes the sound|do you hear]?",
        "[Sound of man or machine|Noise from human or machine|Sound: person, machine or animal]?",
        f"[I hear|There is] [something|a noise|a sound]. Is it {_PERSON} or {_MACHINE}?",
        f"Is the [sound|noise] {_PERSON}? Or {_MACHINE}?",
        "[Pick one|Classify it|Sort it|Decide|Choose]: human, animal or machine, the [sound|noise]?",
        (
            f"[My son|My wife|My friend] says the sound is {_PERSON}, I say {_MACHINE}. [Who is "
            f"right|Which is it]?"
        ),
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
        f"[isn't|wasn't] {_THE} {{d}}",
        "did [they|he|she] [call out|read|name|announce|pronounce] {d}",
        "[is|was] the number [they said|in the recording|that I heard|that was called] {d}",
        "[is|was] it {d} [that I heard|they said|that was said|that was read out]",
        "the [voice|speaker|person] [says|said|is saying] {d}",
        "the [number|digit] that was said is {d}",
        "is {d} [what they said|what was said|what the voice says|the answer of the voice|the spoken word]",
        "do I hear [the number|the digit|the word] {d}",
        "was {d} [mentioned|called|read out|announced|uttered]",
        "am I right that [they|the voice|the speaker] said {d}",
        "can you confirm that [they|the voice|the speaker] said {d}",
        "did your [ears|microphone|mic] [catch|get|pick up] [the number|the word|a spoken] {d}",
        "have they [said|called|read out] [the number|number|] {d}",
        "did [they|he|she] say {d} or [some other number|another digit|something else]",
        "should I [write down|note|type|enter] {d}, was that what they said",
    ),
    embedded=(
        f"[if|whether] {_WHO} [said|says|is saying] {{d}}",
        f"[if|whether] {_THE} is {{d}}",
        "[if|whether] {d} [was said|is spoken]",
        "[if|whether] you hear [the number|the digit|the word] {d}",
        "[if|whether] [they|he|she] [called out|read out|named] {d}",
        "[if|whether] the [number|digit] [I heard|they said|in the recording] is {d}",
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
        "[Did they say|Said|Was that|Voice says|Heard] the [number|digit] {d}?",
        "They [said|called|read out] {d}, [didn't they|did they|is that right|or not|innit]?",
        "[I wrote down|I noted|I typed|I understood] {d}. [Is that what they said|Did they say that]?",
        (
            "[My bingo number is|My number is|My ticket says|I'm waiting for] {d}. Was that the "
            "number they said?"
        ),
        "{^d}: [is that what was said|did they say it|was it said|said or not]?",
        "Did I hear {d}? Or another [number|digit]?",
        "Not the number you see: did they say {d}?",
        "{^d}, [did they say|they said|was that the number|it was, the number they said]?",
        "They said it so fast. Was it {d}, the number?",
        "[My wife|My friend|The nurse] [heard|understood] {d}. Is that the digit that was said?",
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
            f"is the [number|digit] [said|spoken|heard|in the recording|read out] {word}",
            f"the [number|digit] that was said is {word}",
            f"do I hear an {word} [number|digit]",
            f"isn't {_THE} {word}",
            f"does {_THE} count as {word}",
            f"does {_THE} belong to the {word} [numbers|digits|ones]",
            f"is {_THE} among the {word} [numbers|digits|ones]",
            f"am I right that [they|the voice] said an {word} [number|digit]",
        ),
        embedded=(
            f"[if|whether] {_THE} is {word}",
            f"[if|whether] {_WHO} [said|says] an {word} [number|digit]",
            f"[if|whether] the [number|digit] [I heard|they said|in the recording] is {word}",
        ),
        whole=(
            f"[They|The voice|Someone] said an {word} [number|digit], [right|yes|correct|true]?",
            f"[Spoken digit|Spoken number|Number heard]: {word}?",
            f"{word} [number|digit] [said|spoken|heard], [right|yes or no|correct|or not]?",
            f"[I think|I believe|I'd say] the digit they said is {word}. [Is that right|Correct|Am I right]?",
            f"The [number|digit] they said, is it {word}?",
        ),
    )


IS_EVEN: Final = _parity("even")
IS_ODD: Final = _parity("odd")
