"""How one asks with yes or no about a motion, and for which activities the answer is yes or no.

Knows the shapes of such questions; refuses to know what is asked in them and how an answer is worded.
"""

from dataclasses import dataclass
from typing import Final

from anymal.training.facts import ACTIVITIES
from anymal.training.language.surface import Asking, yes_no_asking

__all__ = ["ALL", "MotionPredicate", "doing", "free"]

_NOW: Final = "[|||| right now| now| at the moment| currently| just now]"
_SENSOR: Final = "[motion sensor|sensor|IMU|accelerometer|motion|tracker]"
ALL: Final = frozenset(ACTIVITIES)


@dataclass(frozen=True)
class MotionPredicate:
    """`asking` is answered with yes for activities in `true`, with no for those in `false`."""

    asking: Asking
    true: frozenset[str]
    false: frozenset[str]


def doing(*doing: str) -> Asking:
    """Ask whether the wearer is `doing` any of these ("sitting still", "on a run")."""
    inverted: list[str] = []
    plain: list[str] = []
    whole: list[str] = []
    for words in doing:
        inverted += [f"am I {words}{_NOW}"] * 3 + [f"am I {words}"] * 3
        inverted += [
            f"[is the wearer|is the person|is the user|is this person] {words}",
            f"[was I|was I just|have I been|have I just been] {words}",
            f"[do I seem to be|do I appear to be|could I be|might I be|do I happen to be] {words}",
            f"[does it feel|does it look|does it seem] [like|as if] [I am|I'm] {words}",
            f"[can you feel|do you feel|do you notice|can you sense|did you notice] me {words}",
            f"does the {_SENSOR} [say|show|tell you|suggest|agree|confirm] that I am {words}",
            f"would you [describe this as|call this|log this as] me {words}",
            f"have you got me down as {words}",
            f"am I by any chance {words}",
            f"is it [me|correct that I am|right that I'm|the case that I am] {words}",
            f"would you agree that I am {words}",
            f"is the label {words} [right|correct|a good fit] for me",
            f"[can|could] [one|you|we] say [that |]I'm {words}",
            f"am I [really|actually|currently|indeed|maybe|possibly] {words}",
            f"am I {words} [or something else|or not|as we speak|according to the {_SENSOR}]",
            f"[are you sure|do you agree|does it hold|is it a fact] that I'm {words}",
            f"me {words}",
        ]
        plain += [f"I am {words}", f"I'm {words}", f"I am {words}{_NOW}"]
        whole += (
            f"[{words}|Me, {words}|{words}, me]?",
            (
                f"[I think|I believe|I guess|I feel like|I'd say|I reckon|My guess is] I am {words}. "
                "[Is that right|Am I right|Correct|Right|True|Do you agree|Agreed|Is that so]?"
            ),
            f"I am {words}, [aren't I|am I not|right|yes|correct|no|innit|don't you think]?",
            f"[So|Then|OK so] I'm {words}, [yes|right|correct|am I]?",
            (
                f"[Looks like|Seems like|Feels like] I'm "
                f"{words}, [right|yes|am I right|do you agree]?"
            ),
            f"[Check|Verify|Confirm|Tell me] whether I'm {words}.",
            f"[True or false|Right or wrong]: I am {words}.",
            f"I [should|must] be {words}. [Am I|Is it so|Can you confirm|True]?",
            f"I [can't tell|don't know|am not sure] [if|whether] I'm {words}. [Am I|Am I or not]?",
            f"[Put me down as|You have me down as] {words}, [right|yes|correct]?",
            (
                f"[My friend|My wife|My watch|The doctor|Someone] says I'm "
                f"{words}. [Is that so|True|Is it true|Right]?"
            ),
        )
    return yes_no_asking(inverted, plain, whole)


def free(*inverted: str, clauses: tuple[str, ...] = ()) -> Asking:
    """Ask in these words ("do I move"), or whether these clauses hold ("I move")."""
    whole: list[str] = []
    for clause in clauses:
        whole += [
            (
                f"[I think|I believe|I guess|I'd say|I reckon] {clause}. [Is "
                f"that right|Am I right|Correct|True|Agreed]?"
            ),
            f"[Check|Verify|Confirm|Tell me] whether {clause}.",
            f"[True or false|Right or wrong]: {clause}.",
            f"[So|Then|I gather] {clause}, [right|yes|correct|am I right]?",
            f"Somebody [claims|says|told me] {clause}. [Is that so|True|Is it true]?",
        ]
    return yes_no_asking(inverted, clauses, whole)
