"""What can be asked of a sound with yes or no, and of which sounds it is true or false.

Knows predicates over the closed world of sounds; a sound in neither set leaves the question
unasked, because nobody could settle it. Refuses to know how an answer is worded.
"""

import random
from dataclasses import dataclass

from anymal.training.facts import SOUNDS, SoundFacts
from anymal.training.language.phrasing import say
from anymal.training.language.sound_questions_answers import copula
from anymal.training.language.sound_questions_words import SOUND_WORDS
from anymal.training.language.surface import Asking, yes_no_asking

__all__ = ["PREDICATES", "SoundPredicate", "draw_predicate", "heard_name", "true_of"]

_NOW = "[||| right now| in the background| there| nearby| around here| in the recording]"


@dataclass(frozen=True)
class SoundPredicate:
    """`asking` is answered with yes for any sound in `true`, with no when all sounds are in `false`."""

    asking: Asking
    true: frozenset[str]
    false: frozenset[str]


def _asking(clauses: tuple[tuple[str, str], ...], heard: tuple[str, ...]) -> Asking:
    inverted: list[str] = []
    plain: list[str] = []
    whole: list[str] = []
    for subject, doing in clauses:
        verb = copula(subject)
        inverted += [f"{verb} {subject} {doing}{_NOW}", f"{verb} {subject} {doing}"]
        plain.append(f"{subject} {verb} {doing}")
    for name in heard:
        inverted.append(
            f"[do you hear|can you hear|did you hear|is there|do we hear|can I hear|do I hear] {name}{_NOW}"
        )
        inverted.append(f"[is|was] [that|this|it|that sound|that noise|the sound|the noise] {name}")
        inverted.append(f"does [it|that|this|the recording] sound like {name}")
        inverted.append(
            f"[have you heard|do you notice|do you make out|can you detect|do you recognise] {name}"
        )
        plain += [f"[this|that|it|the sound|the noise] is {name}", f"you [hear|can hear] {name}"]
        whole += [f"[Is that|Is this|Was that|Hear|Any sign of|Could that be] {name}?", f"{name}?"]
        whole.append(
            f"[I think I hear|I think that is|It sounds like|Maybe it is] {name}. [Is that right|Am I right|Correct|True]?"
        )
    return yes_no_asking(inverted, plain, whole)


# What may have happened a moment ago: words after "did" and after "has ... just".
_DID: dict[str, tuple[str, str, str]] = {
    "a baby crying": ("[a|the|my] baby", "[cry|wake up crying|start crying]", "[cried|started crying]"),
    "coughing": ("[someone|somebody|anyone]", "cough", "coughed"),
    "dishes clattering": (
        "[someone|somebody|anyone]",
        "[clatter with dishes|move dishes|do the dishes]",
        "[moved dishes|clattered with plates]",
    ),
    "a door slamming": ("[a|the|that] door", "[slam|bang|slam shut]", "[slammed|banged shut|slammed shut]"),
    "a door opening": ("[a|the|that] door", "open", "opened"),
    "an electric shaver": ("[someone|somebody|anyone]", "shave", "shaved"),
    "a woman crying": ("[a|the] woman", "[cry|start crying|weep]", "[cried|started crying]"),
    "a woman screaming": ("[a|the] woman", "[scream|shriek]", "[screamed|shrieked]"),
    "glass breaking": (
        "[a window|glass|a glass|something made of glass]",
        "[break|shatter|smash]",
        "[broken|shattered]",
    ),
    "hands clapping": (
        "[someone|somebody|anyone|the audience]",
        "[clap|applaud|clap hands]",
        "[clapped|applauded]",
    ),
    "typing on a keyboard": (
        "[someone|somebody|anyone]",
        "[type|type something|use a keyboard]",
        "[typed|used a keyboard]",
    ),
    "keys jingling": (
        "[someone|somebody|anyone]",
        "[jingle keys|shake their keys|rattle keys]",
        "[jingled keys|shaken keys]",
    ),
    "laughter": ("[someone|somebody|anyone]", "[laugh|giggle]", "[laughed|giggled]"),
    "a man screaming": ("[a|the] man", "[scream|yell]", "[screamed|yelled]"),
    "paper rustling": (
        "[someone|somebody|anyone]",
        "[rustle paper|crumple paper|turn a page]",
        "[rustled paper|crumpled paper]",
    ),
    "a sneeze": ("[someone|somebody|anyone]", "sneeze", "sneezed"),
    "speech": (
        "[someone|somebody|anyone]",
        "[speak|talk|say something|say anything]",
        "[spoken|talked|said something]",
    ),
    "running water": (
        "[someone|somebody|anyone]",
        "[turn on the tap|turn on the water|leave the tap running]",
        "[turned on the tap|left the water running]",
    ),
    "a yawn": ("[someone|somebody|anyone]", "yawn", "yawned"),
    "beeping": ("[something|a device|an alarm]", "[beep|bleep]", "[beeped|bleeped]"),
}


def _exact(name: str) -> Asking:
    asking = _asking(SOUND_WORDS[name].clauses, SOUND_WORDS[name].heard)
    if name not in _DID:
        return asking
    subject, base, done = _DID[name]
    past = (
        f"did {subject} [just |]{base}",
        f"has {subject} [just |]{done}",
        f"did {subject} {base}",
        f"did you hear {subject} {base}",
    )
    clauses = (f"{subject} has just {done}",)
    return Asking(
        asking.direct + past * 3, asking.embedded + tuple(f"[if|whether] {c}" for c in clauses), asking.whole
    )


def _heard(*heard: str) -> Asking:
    return _asking((), heard)


_ALL = frozenset(SOUNDS)
# Sounds that a body or a voice makes: certain about a person, unlike dishes or typing.
_HUMAN = frozenset(
    name for name, words in SOUND_WORDS.items() if words.kind in ("a human voice", "a body sound")
)
_VOICE = frozenset(name for name, words in SOUND_WORDS.items() if words.kind == "a human voice")
_CRYING = frozenset(("a baby crying", "a woman crying"))
_SCREAMING = frozenset(("a woman screaming", "a man screaming"))
_WOMAN = frozenset(("a woman crying", "a woman screaming"))
_MACHINES = frozenset(("an electric shaver", "a hair dryer"))
_DOOR = frozenset(("a door slamming", "a door opening"))
_TONES = frozenset(("a steady tone", "beeping"))
_SILENCE = frozenset(("silence",))


def _predicate(asking: Asking, true: frozenset[str], unsure: frozenset[str] = frozenset()) -> SoundPredicate:
    return SoundPredicate(asking, true, _ALL - true - unsure)


_EXACT = tuple(_predicate(_exact(name), frozenset((name,))) for name in SOUND_WORDS)
_ANYBODY = "[someone|somebody|anyone|anybody|a person]"
_GROUPS = (
    _predicate(
        _asking(
            ((_ANYBODY, "[crying|weeping|sobbing]"),), (f"{_ANYBODY} [crying|weeping]", "[crying|sobbing]")
        ),
        _CRYING,
    ),
    _predicate(
        _asking(
            ((_ANYBODY, "[screaming|yelling|shrieking]"),),
            (f"{_ANYBODY} [screaming|yelling]", "[a scream|screaming|screams]"),
        ),
        _SCREAMING,
    ),
    _predicate(
        _heard("a [woman|lady]", "a [woman's|female] voice"), _WOMAN, frozenset(("speech", "laughter"))
    ),
    _predicate(
        _heard("a [man|guy]", "a [man's|male] voice"),
        frozenset(("a man screaming",)),
        frozenset(("speech", "laughter")),
    ),
    _predicate(
        _heard("[a baby|a child|a kid|a little one|an infant]"),
        frozenset(("a baby crying",)),
        frozenset(("speech", "laughter")),
    ),
    _predicate(
        _asking((), ("[a human|a human being|a voice|a human voice|someone's voice|a person's voice]",)),
        _VOICE,
        _HUMAN - _VOICE,
    ),
    _predicate(
        _heard(
            "[a machine|a motor|an electric device|a household appliance]",
            "[a machine|an appliance|a motor] running",
        ),
        _MACHINES,
        _TONES,
    ),
    _predicate(_heard("a door", "[a|the] door [moving|being used]"), _DOOR),
    _predicate(
        _asking(
            (("[something|anything]", "[breaking|shattering]"),),
            ("something [breaking|break|shatter|being broken]",),
        ),
        frozenset(("glass breaking",)),
        frozenset(("dishes clattering",)),
    ),
    _predicate(
        _asking(
            (("[someone|anyone|somebody]", "[ill|having a cold|unwell]"),),
            ("[someone|a person] with a cold",),
        ),
        frozenset(("coughing", "a sneeze")),
        _HUMAN - frozenset(("laughter", "speech")),
    ),
    _predicate(
        _heard("[someone|somebody|a person] [happy|amused|having fun]"),
        frozenset(("laughter",)),
        frozenset(("speech", "hands clapping")),
    ),
    _predicate(
        _heard("[someone|somebody|a person] [tired|sleepy]"),
        frozenset(("a yawn",)),
        frozenset(("breathing", "speech")),
    ),
    _predicate(
        _heard("[someone|somebody|a person] [sad|upset]", "[sadness|sobbing]"),
        _CRYING,
        _SCREAMING | {"speech", "breathing"},
    ),
    _predicate(
        _heard("[any sound|any noise|anything|anything at all|some noise|some sound|a sound]"),
        _ALL - _SILENCE,
    ),
)
# Never in our world, so always answered with no; sounds that could be taken for them are left out.
_NEVER: tuple[tuple[str, frozenset[str]], ...] = (
    ("[a dog|a dog barking|a barking dog]", frozenset()),
    ("[a cat|a cat meowing]", frozenset(("a baby crying",))),
    ("[music|a song|a melody]", frozenset(("a steady tone",))),
    ("[a car|a car engine|traffic]", _MACHINES),
    ("[a car horn|a horn]", _TONES),
    ("[a siren|an ambulance]", _TONES),
    ("[rain|rainfall]", frozenset(("running water",))),
    ("[thunder|a thunderstorm]", frozenset(("a door slamming",))),
    ("[a bird|birds singing|birdsong]", _TONES),
    ("[a guitar|a piano|a violin|a drum]", _TONES),
    ("[an aeroplane|an airplane|a helicopter|a plane]", _MACHINES),
    ("[footsteps|someone walking]", frozenset()),
    ("[a train|a bus|a truck|a motorcycle]", _MACHINES),
    ("[a telephone|a phone ringing|a doorbell]", _TONES),
    ("[a clock|a clock ticking]", frozenset()),
    ("[wind|the wind blowing]", _MACHINES | {"breathing"}),
    ("[a crowd|a football match]", frozenset(("laughter", "hands clapping"))),
    ("[singing|someone singing|a choir]", _VOICE),
    ("[whistling|someone whistling]", _TONES),
    ("[a gunshot|an explosion|fireworks]", frozenset(("a door slamming",))),
    ("[a church bell|bells]", _TONES),
    ("[a horse|a cow|a sheep|a rooster]", frozenset()),
    ("[a vacuum cleaner|a washing machine|a drill]", _MACHINES),
    ("[snoring|someone snoring]", frozenset(("breathing", "a yawn"))),
    ("[the sea|waves|a waterfall]", frozenset(("running water",))),
    ("[a fire|crackling fire]", frozenset(("paper rustling",))),
    ("[frying|something frying in a pan]", frozenset(("running water",))),
    ("[an insect|a bee|a mosquito]", _MACHINES | _TONES),
    ("[a hammer|hammering|a saw]", frozenset()),
)
_FALSE_ONLY = tuple(_predicate(_heard(name), frozenset(), unsure) for name, unsure in _NEVER)
PREDICATES = (*_EXACT, *_GROUPS, *_FALSE_ONLY)


def true_of(predicate: SoundPredicate, facts: SoundFacts) -> bool | None:
    """Whether the predicate holds, or None when it cannot be settled."""
    if any(phrase in predicate.true for phrase in facts.phrases):
        return True
    return False if all(phrase in predicate.false for phrase in facts.phrases) else None


def draw_predicate(facts: SoundFacts, rng: random.Random) -> tuple[SoundPredicate, bool]:
    """Draw a predicate whose answer is yes in half of the cases."""
    wanted = rng.random() < 0.5
    # Exact names first in line: half of all questions name one sound, the rest are about groups.
    pools = (_EXACT, _EXACT, _GROUPS, _GROUPS if wanted else _FALSE_ONLY)
    for _ in range(8):
        pool = rng.choice(pools)
        fitting = [predicate for predicate in pool if true_of(predicate, facts) is wanted]
        if fitting:
            return rng.choice(fitting), wanted
    return next((p, wanted) for p in _EXACT if true_of(p, facts) is wanted)


def heard_name(phrase: str, rng: random.Random) -> str:
    """Draw a name of the sound as it follows "do you hear"."""
    return say(rng.choice(SOUND_WORDS[phrase].heard), rng)
