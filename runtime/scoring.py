"""Whether an answer holds a reference: normalised words, contained in one piece.

Knows words; refuses to know models, manifests or what the question was.
"""

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["is_correct", "normalise"]

_ARTICLES = frozenset({"a", "an", "the"})
_NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_DIGITS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS)}
_APOSTROPHES = re.compile("['\u2019\u02bc]")
_WORD = re.compile(r"\w+")


def normalise(text: str) -> tuple[str, ...]:
    """Return the words of `text` for comparison.

    Lower case, punctuation gone (apostrophes close up, everything else parts words), articles
    left out, number words up to twenty as digits. A text of nothing but articles keeps them.
    """
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold())
    words = _WORD.findall(plain.replace("_", " "))
    kept = [word for word in words if word not in _ARTICLES] or words
    return tuple(_DIGITS.get(word, word) for word in kept)


def is_correct(text: str, references: Iterable[str]) -> bool:
    """Say whether one of `references` stands in `text` as whole words in a row: `red` is not in `bored`."""
    words = normalise(text)
    return any(_contains(words, normalise(reference)) for reference in references)


def _contains(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return size > 0 and any(words[i : i + size] == wanted for i in range(len(words) - size + 1))
