"""Everyday words for groups of sounds: who is heard, how somebody feels and what somebody needs by the sound.

Knows questions that are answered with yes or no; refuses to know of which sounds they are true.
"""

from typing import Final

from anymal.training.language.sounds.plain_words import ANY, IT
from anymal.training.language.sounds.predicates import free

__all__ = [
    "BABY",
    "BREAKING",
    "CRYING",
    "DOOR",
    "HAPPY",
    "ILL",
    "MACHINE",
    "MAN",
    "SAD",
    "SCREAMING",
    "TIRED",
    "VOICE",
    "WOMAN",
]

_ONE: Final = "[someone|somebody|a person]"

CRYING: Final = free(
    f"[does|did] {ANY} [cry|weep|sob|burst into tears|shed tears]",
    "are [tears|any tears] being shed by the sound of it",
    f"has {ANY} [burst into tears|broken down in tears|been crying]",
    f"is {ANY} [in tears|crying] [next door|upstairs|behind me|behind the door|on the stairs|in the corner]",
    f"is that {ANY} [crying|weeping|sobbing] I [hear|can hear]",
    f"is {IT} [the sound of crying|the sound of tears|that of a crying person]",
    clauses=(f"{_ONE} sheds tears", "there is crying"),
    whole=("[Crying|Sobbing|Weeping|Any crying|Tears]?", f"Is {ANY} crying? I hear badly."),
)
SCREAMING: Final = free(
    f"[does|did] {ANY} [scream|yell|shriek|let out a scream]",
    f"has {ANY} [screamed|yelled|shrieked|let out a scream]",
    f"is {ANY} [screaming|yelling] [next door|upstairs|behind me|outside|on the stairs]",
    f"is that {ANY} [screaming|yelling|shrieking] I [hear|can hear]",
    f"is {IT} [the sound of screaming|that of a screaming person|somebody's scream]",
    clauses=(f"{_ONE} screamed", "there is screaming", "there was a scream"),
    whole=("[Screaming|Yelling|A scream|Any screams|Any screaming]?",),
)
WOMAN: Final = free(
    f"does {IT} come from a [woman|lady|female]",
    f"is {IT} [from|made by] a [woman|lady|female]",
    "is a [woman|lady] [the source of the sound|making the sound|behind the noise]",
    "is the voice [female|a woman's|a lady's|that of a woman]",
    "am I hearing a [woman|lady]",
    clauses=("the sound comes from a woman", "a woman makes the sound", "the voice is a woman's"),
    whole=("[A woman|Woman's voice|A lady|Female voice] to hear?",),
)
MAN: Final = free(
    f"does {IT} come from a [man|guy|male person|bloke]",
    f"is {IT} [from|made by] a [man|guy|bloke]",
    "is a [man|guy|gentleman] [the source of the sound|making the sound|behind the noise]",
    "is the voice [male|a man's|a guy's|that of a man]",
    "am I hearing a [man|guy|bloke]",
    clauses=("the sound comes from a man", "a man makes the sound", "the voice is a man's"),
    whole=("[A man|Man's voice|A guy|Male voice] to hear?",),
)
BABY: Final = free(
    f"does {IT} come from a [baby|child|little one|newborn]",
    "is a [baby|child|little one] [the source of the sound|making the sound|behind the noise|to be heard]",
    "does [a|the|my] baby [need|want] [me|comforting|its mum|a cuddle|attention|something]",
    "should I [check on|comfort|pick up|calm|see to|look after] the [baby|little one|bairn]",
    "is [the|my] [baby|little one] [awake|upset|unhappy|fussy|not happy]",
    "did [the|my] [baby|little one] wake up",
    "is [the|our] [wee one|little one|bairn|infant|tot|newborn|little man] [awake|up|awake again|up again]",
    "is [the|my] [baby|little one|wee one] [still awake|calling for me|wide awake]",
    "has [the|my] [baby|little one|wee one] woken up[| again]",
    "do I have to go to the [nursery|cot|crib]",
    "is it time to [comfort|rock|cuddle|soothe] the [baby|little one]",
    clauses=("the baby is upset", "the baby needs comforting", "the sound comes from a baby"),
    whole=(
        "[Baby upset|Baby awake|The baby again|Baby noises|Baby needs me|Little one awake|Wee one up]?",
        "[I'm downstairs|I can't see the cot|I nodded off]. Is the [baby|little one] awake?",
    ),
)
VOICE: Final = free(
    f"is {IT} [made with the voice|somebody's voice|a vocal sound|vocal]",
    f"does {ANY} use their voice",
    "do you hear [voices|a voice|any voice|someone's voice]",
    "is there [a voice|somebody's voice] [to be heard|in the recording|in the background]",
    clauses=("there is a voice to be heard", f"{_ONE} uses their voice"),
    whole=("[A voice|Any voice|Human voice|Somebody's voice] to hear?",),
)
MACHINE: Final = free(
    f"is {IT} [made by|from|produced by] [a machine|an appliance|a motor|an electric motor]",
    (
        f"is {IT} [mechanical|a machine sound|motor noise|a mechanical sound|the noise of a motor|"
        f"machine noise]"
    ),
    "does [a machine|an appliance|a motor|some appliance] [run|make the noise|make the sound|hum away]",
    "did [someone|somebody] [turn|switch] on [a machine|an appliance|an electric appliance]",
    "is [something electric|some appliance|a motor] [on|working|in use|making the noise]",
    "is a machine [the source|the cause|what I hear|to be heard|at work]",
    clauses=("a motor is running", "there is a machine at work", "it is machine noise"),
    whole=("[Machine|Machine noise|Motor|Motor noise|An appliance|Machine running|Mechanical sound]?",),
)
DOOR: Final = free(
    f"did {ANY} [use|touch|move] [a|the] door",
    f"does {IT} come from [a|the] door",
    "is [a|the] door [the source|what I hear|behind the noise|making the noise|to be heard]",
    f"has {IT} [something to do|to do] with a door",
    "was it [a|the|my] door that I heard",
    "is that [the|a] door [behind me|upstairs|downstairs|next door] I hear",
    clauses=("a door makes the noise", "the sound comes from a door"),
    whole=("[Door|The door|Door noise|Sound of a door|Was it the door]?",),
)
BREAKING: Final = free(
    "did [something|anything] [break|shatter|smash|get broken|go to pieces]",
    "has [something|anything] [broken|shattered|smashed|been smashed|gone to pieces]",
    f"does {IT} sound like [something that breaks|a breakage|something going to bits]",
    clauses=("something broke", "something has gone to pieces"),
    whole=("[Something broke|Something broken|Anything smashed|Breakage] by the sound of it?",),
)
ILL: Final = free(
    f"does {ANY} have [a cold|the flu|a bug]",
    f"does {ANY} [seem to have a cold|sound ill|sound sick|sound poorly|sound unwell|seem ill]",
    f"has {ANY} [caught a cold|come down with something|got a cold|caught a bug]",
    f"should {ANY} [take something for a cold|stay in bed with a cold|see a doctor about a cold]",
    f"does {ANY} need [cold medicine|a hot drink for a cold|medicine for a cold]",
    clauses=(f"{_ONE} has caught a cold", f"{_ONE} sounds ill", f"{_ONE} has a cold"),
    whole=("[Someone ill|Somebody sick|Anyone got a cold|A cold|Is somebody sick] by the sound of it?",),
)
HAPPY: Final = free(
    f"does {ANY} [sound happy|sound amused|find something funny|have fun|enjoy a joke|sound cheerful]",
    f"did {ANY} [tell a joke|say something funny|find it funny|hear a good joke]",
    "was there [a joke|something funny] by the sound of it",
    f"is {IT} [a happy|a cheerful|a merry] one",
    f"is {IT} [a sign of joy|a sign of amusement|a sound of joy]",
    clauses=(f"{_ONE} finds something funny", f"{_ONE} sounds happy", f"{_ONE} has fun"),
    whole=("[Someone happy|Happy people|Somebody amused|Good mood|Somebody having fun] by the sound of it?",),
)
TIRED: Final = free(
    f"does {ANY} [need sleep|need a nap|want to go to bed|sound sleepy|sound tired]",
    f"should {ANY} [go to bed|take a nap|get some sleep|call it a day]",
    f"has {ANY} [slept too little|stayed up too late|been up too long] by the sound of it",
    "is it [bedtime|nap time] for somebody I hear",
    f"is {IT} a sign of [tiredness|being tired|sleepiness]",
    clauses=(f"{_ONE} needs sleep", f"{_ONE} sounds tired", f"{_ONE} should go to bed"),
    whole=("[Someone tired|Somebody sleepy|Anyone tired|Sleepy person|Tired person] by the sound of it?",),
)
SAD: Final = free(
    f"does {ANY} [sound sad|sound upset|sound unhappy|need a hug|need cheering up|need consoling]",
    "should I [comfort|console|cheer up|give a hug to|offer a hanky for the tears of] [someone|somebody]",
    f"is {IT} [a sad|an unhappy|a sorrowful] one",
    f"is {IT} a sign of [sadness|sorrow|grief]",
    f"has something made {ANY} [sad|unhappy|cry]",
    clauses=(f"{_ONE} sounds sad", f"{_ONE} needs a hug", f"{_ONE} needs consoling"),
    whole=("[Someone sad|Somebody upset|Anyone unhappy|Sad person|Somebody sad] by the sound of it?",),
)
