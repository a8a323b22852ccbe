"""A status line at the bottom of a terminal that does not fight with typing.

Knows the escape sequences of the scroll region (DECSTBM: text scrolls above the last row, which
is ours); refuses to know what the line says. Off a terminal it draws nothing.
"""

import os
import sys
from types import TracebackType
from typing import TextIO

__all__ = ["StatusLine"]


class StatusLine:
    """`with StatusLine() as line: line.show("..")`; the terminal is as before afterwards."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout
        self.drawn = self._stream.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self._rows = 0
        self._text = ""

    def __enter__(self) -> "StatusLine":
        """Reserve the last row."""
        self._reserve()
        return self

    def show(self, text: str) -> None:
        """Put `text` on the last row, cut to its width; the cursor stays where the user types."""
        if not self.drawn:
            return
        columns, rows = self._size()
        if rows != self._rows:
            self._reserve()
        elif text == self._text:
            return
        self._text = text
        # Save the cursor, go to the last row, write inverted, clear the rest, come back.
        shown = text[: columns - 1].replace("\n", " ")
        self._write(f"\x1b7\x1b[{rows};1H\x1b[7m{shown}\x1b[0m\x1b[K\x1b8")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the row back."""
        if self.drawn and self._rows:
            self._write(f"\x1b7\x1b[r\x1b[{self._rows};1H\x1b[K\x1b8")

    def _reserve(self) -> None:
        if not self.drawn:
            return
        _, self._rows = self._size()
        # A new line first, so that what stands on the last row moves up; setting the region homes the cursor.
        self._write(f"\n\x1b7\x1b[1;{self._rows - 1}r\x1b8\x1b[1A")

    def _size(self) -> tuple[int, int]:
        try:
            size = os.get_terminal_size(self._stream.fileno())
        except (OSError, ValueError):
            return 80, 24
        # A terminal that does not know its size says 0.
        return max(size.columns or 80, 20), max(size.lines or 24, 3)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
