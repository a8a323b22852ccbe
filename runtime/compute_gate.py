"""Who may compute: on a CPU one of {encoder, background prefill} at a time, and neither beside a question.

An encoder that is at work when a question comes is interrupted, and begins again later with what is newest.

Two libraries with thread pools on the same cores slow each other down several times over
(`design.md`: a 64-row prefill 3.1 times slower beside one busy loop). Knows turns; refuses to
know what is computed. On a GPU the gate is open: work overlaps.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["ComputeGate"]


class ComputeGate:
    """`background()` waits for its turn; `question()` never waits, and holds background work back.

    Turns go in the order of asking, so that two workers with always something to do alternate.
    """

    def __init__(self, exclusive: bool) -> None:
        self.exclusive = exclusive
        self._changed = threading.Condition()
        self._busy = False
        self._questions = 0
        self._closed = False
        self._interrupt: Callable[[], None] | None = None  # ends the background work that is in its turn
        self._waiting: list[tuple[bool, object]] = []  # (urgent, ticket), oldest first

    @contextmanager
    def background(
        self,
        urgent: bool = False,
        timeout_s: float | None = None,
        given_up: Callable[[], bool] = lambda: False,
        interrupt: Callable[[], None] | None = None,
    ) -> Iterator[bool]:
        """Enter with True when it is this work's turn; False when it was not within `timeout_s`.

        Also False when the gate is closed, or `given_up()` by the next `wake`. `urgent` work is
        what a question waits for, so it waits neither for the question nor for its turn. `interrupt` asks
        work that can be done again later to end at once: it is called when a question or urgent work comes.
        """
        if not self.exclusive:
            yield not self._closed
            return
        ticket = (urgent, object())
        with self._changed:
            if urgent:
                self._end_redoable()
            self._waiting.append(ticket)
            self._changed.wait_for(lambda: self._closed or given_up() or self._next() is ticket, timeout_s)
            entered = not self._closed and self._next() is ticket and not given_up()
            self._waiting.remove(ticket)
            self._busy = self._busy or entered
            if entered and not urgent:
                self._interrupt = interrupt
            self._changed.notify_all()  # the next in line may have waited for this ticket only
        try:
            yield entered
        finally:
            if entered:
                with self._changed:
                    self._busy, self._interrupt = False, None
                    self._changed.notify_all()

    @contextmanager
    def question(self) -> Iterator[None]:
        """Hold background work back from its next turn on."""
        with self._changed:
            self._questions += 1
            self._end_redoable()
        try:
            yield
        finally:
            with self._changed:
                self._questions -= 1
                self._changed.notify_all()

    def make_way(self) -> None:
        """End work that can be done again later, if it is in its turn: something newer is wanted."""
        with self._changed:
            self._end_redoable()

    def _end_redoable(self) -> None:
        if self._interrupt is not None:
            self._interrupt()
            self._interrupt = None

    def wake(self) -> None:
        """Let everybody who waits look whether to give up."""
        with self._changed:
            self._changed.notify_all()

    def close(self) -> None:
        """Let everybody who waits go, with False."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _next(self) -> tuple[bool, object] | None:
        """Return whose turn it is: the oldest urgent ticket, else the oldest while nobody asks."""
        if self._busy:
            return None
        for ticket in self._waiting:
            if ticket[0]:
                return ticket
        return self._waiting[0] if self._waiting and not self._questions else None
