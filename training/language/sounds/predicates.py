"""How one asks with yes or no about a sound, and for which sounds the answer is yes or no.

Knows the shapes of such questions; refuses to know what is asked in them and how an answer is worded.
"""

from dataclasses import dataclass
from typing import Final

from anymal.training.facts import SOUNDS
from anymal.training.language.sounds.answers import copula
from anymal.training.language.surface import Asking, yes_no_asking

__all__ = ["ALL", "SoundPredicate", "asks", "free", "heard", "predicate"]

_NOW: Final = "[||| right now| in the background| there| nearby| around here| in the recording]"
_RIGHT: Final = (
    "[Is that right|Am I right|Correct|True|Do you agree|Agreed|Is that so|Right|Do you hear it too]"
)
_TAG: Final = "[right|yes|isn't it|no|correct|am I right|innit|don't you think]"
ALL: Final = frozenset(SOUNDS)


@dataclass(frozen=True)
class SoundPredicate:
    """`asking` is answered with yes for any sound in `true`, with no when all sounds are in `false`."""

    asking: Asking
    true: frozenset[str]
    false: frozenset[str]


def predicate(asking: Asking, true: frozenset[str], unsure: frozenset[str] = frozenset()) -> SoundPredicate:
    """True of `true`, false of all other sounds but the `unsure` ones."""
    return SoundPredicate(asking, true, ALL - true - unsure)


def asks(clauses: tuple[tuple[str, str], ...], heard: tuple[str, ...]) -> Asking:
    """Ask whether (subject, what it is doing) holds and whether one hears `heard`."""
    inverted: list[str] = []
    plain: list[str] = []
    whole: list[str] = []
    for subject, doing in clauses:
        verb = copula(subject)
        inverted += [f"{verb} {subject} {doing}{_NOW}", f"{verb} {subject} {doing}"]
        inverted.append(f"[can|do|did] you [hear|notice|catch|pick up] {subject} {doing}")
        inverted.append(f"does it [sound|seem] [like|as if] {subject} {verb} {doing}")
        plain.append(f"{subject} {verb} {doing}")
        whole.append(f"[I think|I'd say|I reckon|I guess|My guess is] {subject} {verb} {doing}. {_RIGHT}?")
        whole.append(f"[Check|Verify|Confirm|Tell me] whether {subject} {verb} {doing}.")
    for name in heard:
        inverted += [
            f"[do you hear|can you hear|did you hear|is there|do we hear|can I hear|do I hear] {name}{_NOW}",
            f"[is|was] [that|this|it|that sound|that noise|the sound|the noise] {name}",
            f"does [it|that|this|the recording] sound like {name}",
            f"[have you heard|do you notice|do you make out|can you detect|do you recognise] {name}",
            f"[do you hear|can you hear|is there|do I hear|is that|do you pick up] {name}",
            f"[could|might|can|would] [it|that|this|the sound|that noise] be {name}",
            f"[would you call|would you label|can I call] [this|that|it] {name}",
            f"[have we got|have you got|do you get|are you getting|are you picking up] {name}{_NOW}",
            f"is {name} [what I hear|what you hear|the sound|what this is|audible|to be heard]",
            f"is it {name} [that I hear|that you hear|I'm hearing|or something else that I hear]",
            f"[any trace of|any sign of|any hint of] {name}{_NOW}",
            f"am I [hearing|listening to] {name}",
        ]
        plain += [f"[this|that|it|the sound|the noise] is {name}", f"you [hear|can hear] {name}"]
        whole += [
            f"[Is that|Is this|Was that|Hear|Any sign of|Could that be] {name}?",
            f"{name}?",
            f"[I think I hear|I think that is|It sounds like|Maybe it is|I'd say it's] {name}. {_RIGHT}?",
            f"[That's|This is|It's|That was|So that's|So it's] {name}, {_TAG}?",
            (
                f"[Sounds like|Looks like we have|I bet it's|Must be|Surely "
                f"that's] {name}, [right|yes|correct|or not]?"
            ),
            (
                f"[My friend|My wife|My grandson|Somebody|My neighbour] "
                f"says it's {name}. [Is that so|True|Right]?"
            ),
            f"[Listen for|Check for] {name}: [is it there|anything|do you hear it|yes or no|there or not]?",
        ]
    return yes_no_asking(inverted, plain, whole)


def heard(*names: str) -> Asking:
    """Ask whether one hears these."""
    return asks((), names)


def free(*inverted: str, clauses: tuple[str, ...] = (), whole: tuple[str, ...] = ()) -> Asking:
    """Ask in these words ("is anyone ill"), or whether these clauses hold ("someone is ill")."""
    said = [f"[I think|I'd say|I reckon|I guess] {clause}. {_RIGHT}?" for clause in clauses]
    return yes_no_asking(inverted, clauses, (*said, *whole))
