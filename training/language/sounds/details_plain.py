"""Everyday words in which people ask how loud a sound is, how many there are and which of two it is.

Knows questions only: short, broken, polite or with a story before them; refuses to know answers and facts.
"""

from typing import Final

from anymal.training.language.sounds.plain_words import IT, NOW
from anymal.training.language.surface import Asking

__all__ = ["COUNT", "EITHER", "HOW_LOUD", "IS_LOUD", "MORE", "SILENT"]


HOW_LOUD: Final = Asking(
    direct=(
        f"is {IT} a loud one or a [quiet|soft|faint] one",
        f"is {IT} more [loud or more quiet|on the loud or on the quiet side]",
        f"[was|is] {IT} [very |]loud or [rather |]quiet",
        f"how would you [rate|judge|describe|put] the [volume|loudness|noise level] of {IT}",
        "how does the [volume|loudness|noise level] [seem|sound] to you",
        "how [loud or quiet|loud or soft|noisy or quiet] is it" + NOW,
        "how [loudly|noisily|softly or loudly] does it sound" + NOW,
        "what about the [volume|loudness|noise level]",
        "loud or quiet, what would you say [it is|the sound is|that was]",
        "is the [sound|noise] high or low in volume",
        "how [bad|heavy|much] is the noise, loud or quiet" + NOW,
        "at what [volume|loudness|sound level] is [it|the sound|the noise]",
        "do you hear it loudly or [softly|quietly|faintly]",
        "is the noise [big or small|strong or weak|strong or faint]" + NOW,
        "on the ears, is it loud or [gentle|soft]",
    ),
    embedded=(
        "what the [volume|loudness|noise level|sound level] is [like|]" + NOW,
        "how loud or [quiet|soft] [it|the sound|the noise] is" + NOW,
        f"[if|whether] {IT} is a loud one or a quiet one",
    ),
    whole=(
        "[How noisy|How loud is it|Loudness level|Loud, quiet|Loud or silent or quiet|Level of noise]?",
        f"{IT}: [loud or quiet|quiet or loud|loud or soft|how loud]?",
        "I can't hear [it|well|a thing myself]. Is the sound loud or quiet?",
        "I want to [sleep|record something|make a call|read]. How loud is it" + NOW + "?",
        "[Tell|Give] me the [loudness|volume|noise level]: loud or quiet?",
        "The [volume|loudness|noise level], [please|loud or quiet|high or low]?",
        "[Say|Choose|Pick|Decide]: loud or quiet?",
    ),
)

IS_LOUD: Final = Asking(
    direct=(
        f"is {IT} [pretty|fairly|extremely|awfully|terribly|so|that|a bit|kind of] loud",
        f"[is|was] {IT} a [loud|noisy|big] one",
        f"[isn't|wasn't] {IT} [loud|rather loud|very loud|noisy]",
        "are we talking about a loud [sound|noise]",
        "is there [much|so much|too much|plenty of|lots of|a load of] noise" + NOW,
        "is the noise [bad|strong|heavy|big|hard on the ears|enough to annoy the neighbours]" + NOW,
        "is the sound [strong|powerful|booming|turned way up|hard to ignore]" + NOW,
        "would [someone|a person|people] [next door|across the street|far away] hear it",
        "does it make a lot of [noise|racket]",
        "could [it|that noise|the sound] [annoy|disturb|wake] [the neighbours|somebody who sleeps|people]",
        "will the noise [drown out|be louder than] my voice",
        "it is loud" + NOW,
        "is loud" + NOW,
        "is loud the sound",
        "is it making a [big|huge|terrible|loud] [noise|racket]",
        "should somebody turn [the volume|it] down [because of the noise|for my ears|as it's too loud]",
        "do you find [it|the sound|the noise] loud",
    ),
    embedded=(
        f"[if|whether] {IT} is [very|rather|quite|pretty] loud",
        "[if|whether] there is [much noise|a lot of noise|a racket|a loud noise]" + NOW,
        "[if|whether] it [would wake the baby|is hard on the ears|makes a lot of noise]",
    ),
    whole=(
        "[Loud sound|Loud there|Is loud|Much noise|Lots of racket|Big noise|Too loud|Loud or not]?",
        f"[I think|I'd say|I guess|I suspect|It seems] {IT} is loud. [Am I right|Is that so|Correct|True]?",
        "[Yes or no|Tell me|Confirm]: is [it|the sound] loud?",
        "[My ears are sensitive|My baby sleeps|I have a headache|I get migraines]. Is it [loud|noisy] there?",
        "[That's|It's|This is] a loud [one|noise|sound], [isn't it|right|no|correct|or not]?",
        "[My neighbour|My wife|Grandpa|The landlord] says it's loud. [Is that so|True|Is it]?",
        "Loud: yes or no?",
    ),
)

SILENT: Final = Asking(
    direct=(
        "is there [not a sound|no sound|no noise|no sound whatsoever|no noise whatsoever]" + NOW,
        "is it as silent as [a tomb|the grave]" + NOW,
        "is it [[all|totally|fully|entirely|perfectly] silent|[just|pure] silence]" + NOW,
        "is everything [without a sound|soundless|hushed and silent|completely silent]" + NOW,
        "have we got [silence|total silence|no sound]" + NOW,
        "is nothing [making a sound|making any noise|audible|coming through|reaching your ears]" + NOW,
        "is silence [all there is|all you hear|all you get|everything you hear]",
        "is what you hear [silence|nothing|nothing at all]",
        "is the room [silent|completely silent|without a sound]",
        "is there absolutely nothing to [hear|listen to]" + NOW,
        "is the sound [off|missing|gone|muted|zero]" + NOW,
        "are we in [complete |total |]silence",
        "am I [surrounded by|sitting in|in] [complete |total |]silence",
        "it is silent" + NOW,
        "do you hear not a [thing|sound]" + NOW,
        "does silence reign" + NOW,
        "has all [sound|noise] [stopped|died away|gone]",
        "[isn't it|is it not] [completely |dead |]silent" + NOW,
        "am I right that there is [nothing to hear|no sound|only silence]",
    ),
    embedded=(
        "[if|whether] [there is no noise|it is soundless|all sound is gone|you hear nothing]" + NOW,
        "[if|whether] silence is all [there is|you hear]",
        "[if|whether] the [room|place] is [silent|completely silent]",
    ),
    whole=(
        "[Silence there|Pure silence|No sound|No noise at all|Nothing audible|No sounds|Is silent]?",
        "[I think|I'd say|I guess|It seems] it is silent. [Am I right|Is that so|Correct|True]?",
        "[Either I'm deaf or it's silent|I believe my ears are blocked]: is it silent?",
        "[There's no sound|There is nothing to hear|It's dead silent], [right|yes|correct|or not]?",
        "[Silent|Silence]: [yes or no|right|is it|true]?",
        "[Is it silence|Is it silent]? I [hear nothing|can't hear anything|don't trust my ears].",
    ),
)

EITHER: Final = Asking(
    direct=(
        "{a} or {b}, what do you hear",
        "{a} or {b}, which is it",
        "is {a} or {b} [what I hear|what you hear|the sound|to be heard|on the recording]",
        "which one do [I|we|you] hear, {a} or {b}",
        "which sound is it, {a} or {b}",
        "what kind of sound is it, {a} or {b}",
        "[was|is] the sound [that of|closer to|more like] {a} or {b}",
        "is it {a}, or do you think it's {b}",
        "could you tell whether it's {a} or {b}",
        "are we hearing {a}, or {b}",
        "did the microphone [catch|record|pick up] {a} or {b}",
        "should I say {a} or {b}",
        "you hear {a} or {b}",
        "it is {a} or {b}",
        "is it more of {a} or of {b}",
        "between {a} and {b}, which [is it|do you hear|would you pick|fits]",
        "out of {a} and {b}, which do you hear",
        "if you had to choose between {a} and {b}, which is the sound",
        "does that noise come across as {a} or {b}",
        "would a person hear {a} or {b}",
    ),
    embedded=(
        "which [sound|one|of them] [it is|you hear|I hear], {a} or {b}",
        "[if|whether] the [noise|recording|audio] [is|is of] {a} or {b}",
        "[if|whether] I should call it {a} or {b}",
    ),
    whole=(
        "[I hear|There is|I heard] [a sound|a noise|something]. Is it {a} or {b}?",
        "[Two options|Two choices|Only two possibilities]: {a} or {b}. [Which|Which is it]?",
        "[My wife|My brother|He|She] says {a}. [I think|I say] {b}. [Who is right|Which is it]?",
        "It's either {a} or {b}. [Which|Which one|Tell me which]?",
        "[Tell me|Say|Answer]: {a} or {b}?",
        "{^a}, {b}: [which|which one do you hear|which is it]?",
        "Do you hear {a}? Or is it {b}?",
        "[I can't tell|I'm not sure|Not sure] if it's {a} or {b}. [Which is it|Can you tell|You decide]?",
        "Option A: {a}. Option B: {b}. Which [is it|do you hear]?",
    ),
)

COUNT: Final = Asking(
    direct=(
        "how many [sounds|noises] [have you got|do you get|do you detect|come through|have you heard]" + NOW,
        "how many [sounds|noises] [is there|you hear|are you hearing|does one hear|are going on]" + NOW,
        (
            "how many [things|different things] do you hear [at once|at the same time|together|all "
            "in all|in total]"
        ),
        "how many [sounds|noises] make up [the|this] [recording|audio|noise|mix]",
        "is it a single [sound|noise] or several" + NOW,
        "are you hearing [one thing|one sound] or [more|more than one|a couple]",
        "do several [sounds|noises] overlap or is there just one",
        "is there [one|a single] [noise|sound] or are there [a couple|two of them|more]",
        "do you count one sound or two",
        "one, two or more [sounds|noises]",
        "what number of [sounds|noises] [do you hear|is there|can you count]",
        "can you count the [sounds|noises]" + NOW,
    ),
    embedded=(
        "how many [sounds|noises] [there are|you get|you detect|are mixed together]" + NOW,
        "what number of [sounds|noises] [there is|you hear]",
        "[if|whether] it is a single sound or several",
    ),
    whole=(
        "[Sound count|Count sounds|Sounds: how many|How many noises|How many different sounds]?",
        "[Only one sound|One sound|A single noise] or [two|more|several]?",
        "[Count|Add up|Number] [the|all the] [sounds|noises] [you hear|there are|for me].",
        "I can't [separate|tell apart] the sounds. How many are there?",
        "[Listen|Listen closely|Listen well]: how many [sounds|noises]?",
    ),
)

MORE: Final = Asking(
    direct=(
        "you hear {x}, [what else|and what more|what other sound]",
        "I already [heard|know about|noticed] {x}, what else [is there to hear|do you hear]",
        "we know there is {x}, what [other sound|else] do you hear",
        "what [more|further sound|second sound] [do you hear|is there|can be heard] [besides|apart from] {x}",
        "which [other|second|further] [sound|noise] [is there|do you hear] [besides|apart from|next to] {x}",
        "which [sound|noise] comes [together|along] with {x}",
        "what [sound|noise] is [under|next to|hidden behind] {x}",
        "what is [there|to be heard] [in addition|as well], besides {x}",
        "is there more than {x} to hear",
        "does another [sound|noise] go with {x}",
        "is it only {x}, or is there [more|another sound]",
        "is it just {x} that you hear, or [something else as well|more than that]",
        "with {x} [taken out|out of the way|left aside], what do you hear",
        "is anything [audible|to be heard] [besides|apart from|other than|except] {x}",
        "what else than {x} you hear",
    ),
    embedded=(
        "what [second|other|further] [sound|noise] [you hear|there is] besides {x}",
        "what comes [with|along with] {x}",
        "[if|whether] [you hear|there is] more than {x}",
    ),
    whole=(
        "{^x}: what else?",
        "{^x}, okay. [And what else|And besides that|What else do you hear|And the other sound]?",
        "[I get|Fine, I hear|Yes, there is] {x}. [Is there another sound|And what else|What other sound]?",
        "Forget {x}. What [else|other sound] do you hear?",
        "[Only|Just|Nothing but] {x}, or [something else|more|another sound too]?",
        "[More|Another sound|Other sounds] besides {x}?",
    ),
)
