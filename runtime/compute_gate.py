"""Who may compute: on a CPU one of {encoder, background prefill} at a time, and neither beside a question.

Two libraries with thread pools on the same cores slow each other down several times over
(`design.md`: a 64-row prefill 3.1 times slower beside one busy loop). Knows turns; refuses to
know what is computed. On a GPU the gate is open: work overlaps.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["ComputeGate"]


class ComputeGate:
    """`background()` waits for its turn; `question()` never waits, and holds background work back."""

    def __init__(self, exclusive: bool) -> None:
        self._exclusive = exclusive
        self._changed = threading.Condition()
        self._busy = False
        self._questions = 0
        self._closed = False

    @contextmanager
    def background(self, urgent: bool = False) -> Iterator[bool]:
        """Enter with True when it is this work's turn; False when the gate was closed while waiting.

        `urgent` work is what a question waits for, so it does not wait for the question.
        """
        if not self._exclusive:
            yield not self._closed
            return
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or (not self._busy and (urgent or not self._questions))
            )
            entered = not self._closed
            self._busy = self._busy or entered
        try:
            yield entered
        finally:
            if entered:
                with self._changed:
                    self._busy = False
                    self._changed.notify_all()

    @contextmanager
    def question(self) -> Iterator[None]:
        """Hold background work back from its next turn on."""
        with self._changed:
            self._questions += 1
        try:
            yield
        finally:
            with self._changed:
                self._questions -= 1
                self._changed.notify_all()

    def close(self) -> None:
        """Let everybody who waits go, with False."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
