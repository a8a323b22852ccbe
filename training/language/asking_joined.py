"""Several groups of wordings as one.

Knows how to put `Asking`s together; refuses to know what they ask.
"""

from anymal.training.language.surface import Asking

__all__ = ["joined"]


def joined(*askings: Asking) -> Asking:
    """One `Asking` that draws from the patterns of all of them."""
    return Asking(
        tuple(pattern for asking in askings for pattern in asking.direct),
        tuple(pattern for asking in askings for pattern in asking.embedded),
        tuple(pattern for asking in askings for pattern in asking.whole),
    )
