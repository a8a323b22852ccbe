"""A progress bar for people: drawn on a terminal, silent everywhere else.

Knows a text stream and a count; refuses to know what is being counted.
"""

import sys
import time
from types import TracebackType
from typing import TextIO

__all__ = ["Progress"]

WIDTH = 30
REDRAW_S = 0.1


class Progress:
    """`with Progress(total, "label") as bar: bar.step("note")`; writes nothing unless on a terminal."""

    def __init__(self, total: int, label: str, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._shown = self._stream.isatty()
        self._total = total
        self._label = label
        self._done = 0
        self._started_s = time.monotonic()
        self._drawn_s = float("-inf")

    def __enter__(self) -> "Progress":
        """Draw the empty bar."""
        self._draw("")
        return self

    def step(self, note: str = "") -> None:
        """Count one thing done and say `note` beside the bar."""
        self._done += 1
        now_s = time.monotonic()
        if self._done == self._total or now_s - self._drawn_s >= REDRAW_S:
            self._draw(note)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the bar standing and go to the next line."""
        if self._shown:
            self._stream.write("\n")
            self._stream.flush()

    def _draw(self, note: str) -> None:
        if not self._shown:
            return
        self._drawn_s = time.monotonic()
        filled = WIDTH * self._done // max(self._total, 1)
        left_s = (self._drawn_s - self._started_s) * (self._total - self._done) / max(self._done, 1)
        bar = "#" * filled + "." * (WIDTH - filled)
        line = f"{self._label} [{bar}] {self._done}/{self._total}, {left_s:.0f} s left  {note}"
        self._stream.write(f"\r{line}\x1b[K")
        self._stream.flush()
