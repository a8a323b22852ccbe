"""What can be asked of a sound with yes or no, and of which sounds it is true or false.

Knows predicates over the closed world of sounds; a sound in neither set leaves the question
unasked, because nobody could settle it. Refuses to know how an answer is worded.
"""

import random
from typing import Final

from anymal.training.facts import SoundFacts
from anymal.training.language.phrasing import say
from anymal.training.language.sounds.groups import GROUPS
from anymal.training.language.sounds.never import FALSE_ONLY
from anymal.training.language.sounds.predicates import SoundPredicate, asks, predicate
from anymal.training.language.sounds.words import SOUND_WORDS
from anymal.training.language.surface import Asking

__all__ = [
    "PREDICATES",
    "SoundPredicate",
    "draw_group",
    "draw_named",
    "draw_predicate",
    "heard_name",
    "true_of",
]

# What may have happened a moment ago: words after "did" and after "has ... just".
_DID: Final[dict[str, tuple[str, str, str]]] = {
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
    asking = asks(SOUND_WORDS[name].clauses, SOUND_WORDS[name].heard)
    if name not in _DID:
        return asking
    subject, base, done = _DID[name]
    named = subject.replace("|anyone", "")
    past = (
        f"did {subject} [just |]{base}",
        f"has {subject} [just |]{done}",
        f"did {subject} {base}[| or not| just now| a moment ago]",
        f"have you [just |]heard {subject} {base}",
        f"did I [just |]hear {subject} {base}",
        f"[by the sound of it|from what you hear], did {subject} [just |]{base}",
        f"{named} has [just |]{done}",
        f"[did|do|can] you hear {subject} {base}",
    )
    clauses = (f"{subject} has just {done}", f"{subject} has {done}", f"I heard {subject} {base}")
    whole = (
        (
            f"[I think|I believe|It seems|I'd say] {named} has [just |]{done}. [Right|Correct|True|"
            f"Am I right]?"
        ),
        f"[I thought|I could swear] I heard {named} {base}. [Did you too|Am I right|Is that so]?",
        f"[Tell me|Check|Let me know] if {subject} has [just |]{done}.",
    )
    return Asking(
        asking.direct + past * 3,
        asking.embedded + tuple(f"[if|whether] {c}" for c in clauses),
        asking.whole + whole,
    )


_EXACT: Final = tuple(predicate(_exact(name), frozenset((name,))) for name in SOUND_WORDS)
PREDICATES: Final = (*_EXACT, *GROUPS, *FALSE_ONLY)


def true_of(predicate: SoundPredicate, facts: SoundFacts) -> bool | None:
    """Whether the predicate holds, or None when it cannot be settled."""
    if any(phrase in predicate.true for phrase in facts.phrases):
        return True
    return False if all(phrase in predicate.false for phrase in facts.phrases) else None


def draw_predicate(facts: SoundFacts, rng: random.Random) -> tuple[SoundPredicate, bool]:
    """Draw any predicate whose answer is yes in half of the cases."""
    # Exact names first in line: half of all questions name one sound, the rest are about groups.
    return _draw(facts, rng.random() < 0.5, (_EXACT, _EXACT, GROUPS, FALSE_ONLY), rng)


def draw_named(facts: SoundFacts, rng: random.Random) -> tuple[SoundPredicate, bool]:
    """Draw a predicate that names one sound, ours or a strange one."""
    return _draw(facts, rng.random() < 0.5, (_EXACT, _EXACT, _EXACT, FALSE_ONLY), rng)


def draw_group(facts: SoundFacts, rng: random.Random) -> tuple[SoundPredicate, bool]:
    """Draw a predicate that fits several sounds, so that its answer has to be inferred."""
    return _draw(facts, rng.random() < 0.5, (GROUPS,), rng)


_Pools = tuple[tuple[SoundPredicate, ...], ...]


def _draw(facts: SoundFacts, wanted: bool, pools: _Pools, rng: random.Random) -> tuple[SoundPredicate, bool]:
    for _ in range(8):
        fitting = [one for one in rng.choice(pools) if true_of(one, facts) is wanted]
        if fitting:
            return rng.choice(fitting), wanted
    return next((p, wanted) for p in _EXACT if true_of(p, facts) is wanted)


def heard_name(phrase: str, rng: random.Random) -> str:
    """Draw a name of the sound as it follows "do you hear"."""
    return say(rng.choice(SOUND_WORDS[phrase].heard), rng)
