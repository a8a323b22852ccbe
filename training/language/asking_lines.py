"""Askings written as lists of lines, one pattern a line.

Knows how to read such lists; refuses to know what is asked.
"""

from anymal.training.language.surface import Asking

__all__ = ["lines", "talk_asking"]


def lines(text: str) -> tuple[str, ...]:
    """Return the patterns of `text`, one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def talk_asking(direct: str = "", embedded: str = "", whole: str = "") -> Asking:
    """Build an `Asking` from lists of lines."""
    return Asking(lines(direct), lines(embedded), lines(whole))
