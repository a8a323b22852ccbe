"""How one asks with yes or no about a sound, and for which sounds the answer is yes or no.

Knows the shapes of such questions; refuses to know what is asked in them and how an answer is worded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from anymal.training.facts import SOUNDS
from anymal.training.language.sounds import predicate_forms as forms
from anymal.training.language.sounds.answers import copula
from anymal.training.language.surface import Asking, yes_no_asking

__all__ = ["ALL", "SoundPredicate", "asks", "free", "heard", "predicate"]

_NOW: Final = "[||| right now| in the background| there| nearby| around here| in the recording]"
_RIGHT: Final = (
    "[Is that right|Am I right|Correct|True|Do you agree|Agreed|Is that so|Right|Do you hear it too]"
)
_TAG: Final = "[right|yes|isn't it|no|correct|am I right|innit|don't you think]"
_SAYER: Final = (
    "[my mum|the nurse|my colleague|grandpa|a guest|the guard|my son|a friend|the teacher|my sister]"
)
_SHARED: Final = {"now": _NOW, "right": _RIGHT, "tag": _TAG, "sayer": _SAYER}
# "It is silent", but nobody hears it silent.
_NOT_HEARD: Final = ("it", "everything")
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
        of_clause = {"subject": subject, "doing": doing, "verb": verb, "Verb": verb.title(), **_SHARED}
        inverted += _filled(forms.CLAUSE, of_clause)
        if subject not in _NOT_HEARD:
            inverted += _filled(forms.CLAUSE_HEARD, of_clause)
        plain += _filled(forms.CLAUSE_PLAIN, of_clause)
        whole += _filled(forms.CLAUSE_WHOLE, of_clause)
    for name in heard:
        of_name = {"name": name, **_SHARED}
        inverted += _filled(forms.NAME, of_name)
        plain += _filled(forms.NAME_PLAIN, of_name)
        whole += _filled(forms.NAME_WHOLE, of_name)
    return yes_no_asking(inverted, plain, whole)


def _filled(patterns: tuple[str, ...], words: Mapping[str, str]) -> list[str]:
    return [pattern.format_map(words) for pattern in patterns]


def heard(*names: str) -> Asking:
    """Ask whether one hears these."""
    return asks((), names)


def free(*inverted: str, clauses: tuple[str, ...] = (), whole: tuple[str, ...] = ()) -> Asking:
    """Ask in these words ("is anyone ill"), or whether these clauses hold ("someone is ill")."""
    said = [f"[I think|I'd say|I reckon|I guess] {clause}. {_RIGHT}?" for clause in clauses]
    said += [
        f"[I suspect|It seems to me|I believe|It sounds as if] {clause}. {_RIGHT}?" for clause in clauses
    ]
    said += [f"{_SAYER} says {clause}. [Is that so|True|Right]?" for clause in clauses]
    said += [f"[True or not|Right or wrong|Yes or no|Tell me|Check]: {clause}?" for clause in clauses]
    asked = [
        f"[by the sound of it|from what you hear|going by the sound], {question}"
        for question in inverted
        if "by the sound" not in question
    ]
    asked += [f"[am I right|is it so|can you confirm|are you sure] that {clause}" for clause in clauses]
    inverted = (*inverted, *inverted, *asked)  # plain questions weigh twice as much as dressed ones
    return yes_no_asking(inverted, clauses, (*said, *whole))
