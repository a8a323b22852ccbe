"""How people type a question: word order, politeness, spelling, capitals, and how short an answer they want.

Knows how to draw one question from a group of patterns and dress it as a person would type it;
refuses to know pictures, answers or facts.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from anymal.training.language.asking_frames import CLOSERS, JUST, LEADS, MACROS, ONE_WORD, OPENERS
from anymal.training.language.chatter import among_chatter, hurried, slipped
from anymal.training.language.phrasing import count_variants, pick, say

__all__ = [
    "ONE",
    "ONE_NAMED",
    "TWO",
    "VIDEO",
    "VIDEO_NAMED",
    "Asking",
    "Place",
    "ask",
    "asking",
    "joined",
    "numbered",
    "those",
    "wants_one_word",
]


@dataclass(frozen=True)
class Asking:
    """Patterns for one question: `direct` ones, `clauses` that follow "tell me", `terse` ones."""

    direct: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    terse: tuple[str, ...] = ()

    @property
    def variants(self) -> int:
        """How many different questions can be drawn with empty slots, before openers and typing habits."""
        leads = sum(count_variants(lead) for lead in LEADS)
        clauses = sum(_placed(clause) for clause in self.clauses)
        return sum(_placed(p) for p in (*self.direct, *self.terse)) + leads * clauses


@dataclass(frozen=True)
class Place:
    """How a question names the picture: `inside` fills `{in}`, `subject` fills `{pic}`.

    `named`: only patterns that name it or speak of seeing, for other senses are given as well.
    """

    inside: str
    subject: str
    named: bool = False


def asking(direct: str, clauses: str = "", terse: str = "") -> Asking:
    """Build an `Asking` from pattern lists, one pattern a line; `<name>` stands for a shared fragment."""
    return Asking(_lines(direct), _lines(clauses), _lines(terse))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(expand(line.strip()) for line in text.splitlines() if line.strip())


def expand(pattern: str) -> str:
    """Put the shared fragments in."""
    return re.sub(r"<(\w+)>", lambda found: MACROS[found.group(1)], pattern)


ONE: Final = Place(
    inside=expand(
        "[||||here|here|in [the|this|the|this|my|that] <pic>|in [the|this] <pic>"
        "|on [the|this] [picture|image|screen]"
        "|in front of [me|you|us]|in what you [see|are looking at]|before you|in view|within [the|this] <pic>]"
    ),
    subject=expand("[the|this|the|this|my|that] <pic>"),
)
ONE_NAMED: Final = Place(expand("in [the|this|the|my|that] <pic>"), ONE.subject, named=True)
VIDEO_NAMED: Final = Place(
    inside="in [the|this|my|that] [video|clip|movie|film|footage|animation|video|clip]",
    subject="[the|this|my|that] [video|clip|movie|film|footage|animation|video|clip]",
    named=True,
)
VIDEO: Final = Place(
    inside=expand(
        "[||||here|in [the|this|my|that] [video|clip|movie|recording|film|footage|animation]"
        "|in [the|this] [video|clip]|on [video|screen]|during [the|this] [video|clip]]"
    ),
    subject=expand("[the|this|my|that] [video|clip|movie|recording|film|footage|animation|video|clip]"),
)
TWO: Final = Place(
    inside=expand("[||in the two [pictures|images|photos]|in both [pictures|images]|here|between them]"),
    subject=expand("[the two|these two|both|the|these] [pictures|images|photos|pics|drawings]"),
)
_ORDINALS = ("first", "second", "third", "fourth")
_SHORT_ORDINALS = ("1st", "2nd", "3rd", "4th")
_NUMBERS = ("one", "two", "three", "four")


def _placed(pattern: str) -> int:
    places = count_variants(ONE.inside) if "{in}" in pattern else 1
    return count_variants(pattern) * places * (count_variants(ONE.subject) if "{pic}" in pattern else 1)


def numbered(index: int) -> Place:
    """Name the picture of this 0-based index among several."""
    names = (
        f"[the [{_ORDINALS[index]}|{_ORDINALS[index]}|{_SHORT_ORDINALS[index]}] "
        "[picture|image|photo|pic|one|drawing]"
        f"|[picture|image|photo|pic] [|number |no. ][{index + 1}|{_NUMBERS[index]}]]"
    )
    return Place(inside=f"[in|in|on] {names}", subject=names)


_NAMES = re.compile(r"\{in\}|\{pic\}|\bsee\b|\blooking at\b|\bwatch")


def joined(first: Asking, second: Asking) -> Asking:
    """All the patterns of both."""
    return Asking(first.direct + second.direct, first.clauses + second.clauses, first.terse + second.terse)


def those(group: Asking, fits: Callable[[str], bool]) -> Asking:
    """The patterns of `group` that fit."""
    kept = [tuple(filter(fits, patterns)) for patterns in (group.direct, group.clauses, group.terse)]
    return Asking(*kept)


def wants_one_word(rng: random.Random) -> bool:
    """Whether this question asks for the shortest answer."""
    return rng.random() < 0.1


def ask(
    group: Asking, rng: random.Random, place: Place = ONE, one_word: str | None = None, **slots: str
) -> str:
    """Draw one question as a person might type it.

    `one_word` names what the short answer is (`colour`, `number`, `shape`, `digit`, `yes` or
    `word`) and adds a request for it, `yes or no` one that leaves the length open; None asks for nothing.
    """
    if place.named:
        group = those(group, lambda pattern: _NAMES.search(pattern) is not None)
    roll = rng.random()
    if group.terse and roll < 0.15:
        pattern = rng.choice(group.terse)
    elif group.clauses and roll < 0.40:
        pattern = rng.choice(LEADS).replace("{clause}", rng.choice(group.clauses))
    else:
        pattern = rng.choice(group.direct)
    drawn = {"in": say(place.inside, rng) if "{in}" in pattern else ""}
    drawn["pic"] = say(place.subject, rng) if "{pic}" in pattern else ""
    text = say(pattern, rng, **drawn, **slots)
    text = _surround(text, rng)
    if one_word is not None:
        text = _shorten(text, one_word, rng)
    return _typed(text, rng)


def _surround(text: str, rng: random.Random) -> str:
    roll = rng.random()
    if roll < 0.14:
        text = f"{say(expand(rng.choice(OPENERS)), rng)} {text}"
    elif roll < 0.23 and text[-1] in "?." and "please" not in text:
        text = f"{text[:-1]} {rng.choice(CLOSERS)}{text[-1]}"
    elif roll < 0.35:
        text = among_chatter(text, rng)
    text = re.sub(r" +([?.,:])", r"\1", " ".join(text.split()))
    return _ARTICLE.sub(lambda found: found.group(1) + ("n " if found.group(2) else " "), text)


# "a orange circle", "an circle" from slots; "a one" keeps its "a".
_ARTICLE = re.compile(r"\b([Aa])n? (?=(?:((?!one\b|uni)[aeiou]|8)|\w))")


def _shorten(text: str, wanted: str, rng: random.Random) -> str:
    request = pick(ONE_WORD, rng)
    if wanted in JUST and (wanted == "yes or no" or rng.random() < 0.5):
        request = say(JUST[wanted], rng)
    return f"{request} {text}" if rng.random() < 0.15 else f"{text} {request}"


_SENTENCE_START = re.compile(r"(^|[.?!] )([a-z])")


def _typed(text: str, rng: random.Random) -> str:
    """Raise first letters, or type it as people do: lower case, no mark, a slip of the finger."""
    roll = rng.random()
    if roll < 0.70:
        text = _SENTENCE_START.sub(lambda found: found.group(1) + found.group(2).upper(), text)
        if roll > 0.62:
            text = text.rstrip("?.")
    elif roll < 0.985:
        text = text.lower()
        if roll > 0.84:
            text = text.rstrip("?.")
        if rng.random() < 0.4:
            text = text.replace("'", "")
    else:
        text = text.upper()
    slip = rng.random()
    if slip < 0.06:
        text = slipped(text, rng)
    elif slip < 0.07 and text.endswith("?"):
        text += "?"
    elif slip < 0.08 and text.endswith("?"):
        text = f"{text[:-1]} ?"
    elif slip < 0.13:
        text = hurried(text, rng)
    return text
