"""Which part of a recording is wanted.

Knows seconds counted from the start of a recording; refuses to know what the recording holds.
"""

import math
from dataclasses import dataclass

from anymal.errors import ConfigError

__all__ = ["Window", "parse_window"]

_CURE = 'write "newest", "3:8" (from 3 s to 8 s), "3:" (from 3 s on) or ":8" (the first 8 s)'


@dataclass(frozen=True)
class Window:
    """A stretch of a recording, in seconds from its start.

    `start_s=None` means the newest `length_s` seconds; `length_s=None` means to the end, and
    with no start either, everything. A recording shorter than the window is used whole.
    Raises `ConfigError` for a negative start or a length that is not above zero.
    """

    start_s: float | None = None
    length_s: float | None = None

    def __post_init__(self) -> None:
        if self.start_s is not None and not (math.isfinite(self.start_s) and self.start_s >= 0):
            raise ConfigError(f"window starts at {self.start_s} s: wanted 0 or more; {_CURE}")
        if self.length_s is not None and not (math.isfinite(self.length_s) and self.length_s > 0):
            raise ConfigError(f"window is {self.length_s} s long: wanted an end after its start; {_CURE}")

    @property
    def end_s(self) -> float | None:
        """Where a window with both start and length ends, in seconds; `None` when it runs to the end."""
        return None if self.start_s is None or self.length_s is None else self.start_s + self.length_s

    def or_length(self, length_s: float) -> "Window":
        """Return this window with `length_s` filled in where no length was chosen."""
        return self if self.length_s is not None else Window(self.start_s, length_s)

    def __str__(self) -> str:
        """Name the window as a user would, for messages."""
        if self.start_s is not None:
            return f"{self.start_s:g}:" if self.end_s is None else f"{self.start_s:g}:{self.end_s:g}"
        return "whole" if self.length_s is None else f"newest {self.length_s:g} s"


def parse_window(text: str) -> Window:
    """Read `"newest"`, `"START:END"`, `"START:"` or `":END"` (seconds from the start of the file).

    Raises `ConfigError` for anything else, including an end at or before the start.
    """
    if text.strip() == "newest":
        return Window()
    start_text, colon, end_text = text.partition(":")
    if not colon or not (start_text.strip() or end_text.strip()):
        raise ConfigError(f'window "{text}": {_CURE}')
    start_s = _seconds(start_text, text) if start_text.strip() else 0.0
    if not end_text.strip():
        return Window(start_s)
    end_s = _seconds(end_text, text)
    if not end_s > start_s:
        raise ConfigError(f'window "{text}" ends at {end_s:g} s, not after its start {start_s:g} s; {_CURE}')
    return Window(start_s, end_s - start_s)


def _seconds(part: str, whole: str) -> float:
    try:
        return float(part)
    except ValueError:
        raise ConfigError(f'window "{whole}": "{part.strip()}" is not a number of seconds; {_CURE}') from None
