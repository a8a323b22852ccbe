"""A tiny grammar of paraphrases: `[a|b|c]` picks one, brackets nest, `{slot}` is filled in.

Knows how to draw one sentence from a pattern; refuses to know what the sentence is about.
"""

import random
from collections.abc import Mapping, Sequence
from functools import cache

__all__ = ["count_variants", "join_words", "pick", "say", "with_article"]


def say(pattern: str, rng: random.Random, **slots: str) -> str:
    """Draw one sentence from `pattern`, e.g. `"[What|Which] colour is [it|the {shape}]?"`.

    `{^slot}` fills the slot with its first letter raised. Runs of spaces shrink to one, so an
    empty alternative (`"[please |]tell me"`) leaves no hole. Raises `KeyError` for an unknown
    slot and `ValueError` for unbalanced brackets.
    """
    drawn = _draw(_parse(pattern), rng)
    return " ".join(_fill(drawn, slots).split())


def pick(patterns: Sequence[str], rng: random.Random, **slots: str) -> str:
    """`say` one of `patterns`."""
    return say(rng.choice(patterns), rng, **slots)


def count_variants(pattern: str) -> int:
    """Return how many different sentences `pattern` can draw."""
    return _count(_parse(pattern))


def join_words(words: Sequence[str], conjunction: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def with_article(noun: str) -> str:
    """Put `a` or `an` before a noun phrase."""
    return f"{'an' if noun[:1] in 'aeiou' and noun != 'one' else 'a'} {noun}"


# A parsed pattern is a tuple of pieces; a piece is a string or a tuple of alternatives (patterns).
_Pattern = tuple["str | tuple[_Pattern, ...]", ...]


@cache
def _parse(pattern: str) -> _Pattern:
    parsed, end = _sequence(pattern, 0, closing="")
    if end != len(pattern):
        raise ValueError(f"phrasing: stray ']' at {end} in {pattern!r}")
    return parsed


def _sequence(text: str, start: int, closing: str) -> tuple[_Pattern, int]:
    pieces: list[str | tuple[_Pattern, ...]] = []
    position = plain_from = start
    while position < len(text) and text[position] not in (closing or "]"):
        if text[position] != "[":
            position += 1
            continue
        pieces.append(text[plain_from:position])
        alternatives, position = _alternatives(text, position + 1)
        pieces.append(alternatives)
        plain_from = position
    pieces.append(text[plain_from:position])
    return tuple(pieces), position


def _alternatives(text: str, start: int) -> tuple[tuple[_Pattern, ...], int]:
    found: list[_Pattern] = []
    position = start
    while True:
        branch, position = _sequence(text, position, closing="|]")
        found.append(branch)
        if position >= len(text):
            raise ValueError(f"phrasing: '[' without ']' in {text!r}")
        position += 1
        if text[position - 1] == "]":
            return tuple(found), position


def _draw(pattern: _Pattern, rng: random.Random) -> str:
    return "".join(piece if isinstance(piece, str) else _draw(rng.choice(piece), rng) for piece in pattern)


def _count(pattern: _Pattern) -> int:
    total = 1
    for piece in pattern:
        if not isinstance(piece, str):
            total *= sum(_count(branch) for branch in piece)
    return total


def _fill(text: str, slots: Mapping[str, str]) -> str:
    raised = {f"^{name}": value[:1].upper() + value[1:] for name, value in slots.items()}
    return text.format_map({**slots, **raised})
