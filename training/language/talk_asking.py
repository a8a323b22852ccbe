"""Askings written as lists of lines, one pattern a line, and several askings put together.

Knows how to read such lists; refuses to know what is asked.
"""

from anymal.training.language.surface import Asking

__all__ = ["lines", "put_together", "talk_asking"]


def lines(text: str) -> tuple[str, ...]:
    """Return the patterns of `text`, one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def talk_asking(direct: str = "", embedded: str = "", whole: str = "") -> Asking:
    """Build an `Asking` from lists of lines."""
    return Asking(lines(direct), lines(embedded), lines(whole))


def put_together(*askings: Asking) -> Asking:
    """Ask in the words of any of `askings`."""
    return Asking(
        tuple(pattern for one in askings for pattern in one.direct),
        tuple(pattern for one in askings for pattern in one.embedded),
        tuple(pattern for one in askings for pattern in one.whole),
    )
