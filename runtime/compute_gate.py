"""Who may compute: on a CPU one of {encoder, background prefill} at a time, and neither beside a question.

An encoder that is at work when a question comes stands still until it is answered, where it can; else it is
interrupted, and begins again later with what is newest.

Two libraries with thread pools on the same cores slow each other down several times over
(measured on two cores: a 64-row prefill 3.1 times slower beside one busy loop). Knows turns; refuses to
know what is computed. On a GPU the gate is open: work overlaps.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

__all__ = ["ComputeGate", "Run"]


class Run(Protocol):
    """Background work in its turn; the gate calls these from other threads, and they return at once."""

    def pause(self) -> bool:
        """Stand still; whether it does."""
        ...

    def resume(self) -> None:
        """Go on."""
        ...

    def interrupt(self) -> None:
        """End soon, if it can be done again later."""
        ...


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
        self._run: Run | None = None  # the background work that is in its turn
        self._paused = False
        self._waiting: list[tuple[bool, object]] = []  # (urgent, ticket), oldest first

    @contextmanager
    def background(
        self,
        urgent: bool = False,
        timeout_s: float | None = None,
        given_up: Callable[[], bool] = lambda: False,
        run: "Run | None" = None,
    ) -> Iterator[bool]:
        """Enter with True when it is this work's turn; False when it was not within `timeout_s`.

        Also False when the gate is closed, or `given_up()` by the next `wake`. `urgent` work is
        what a question waits for, so it waits neither for the question nor for its turn. `run` says
        what can be done about this work when a question or urgent work comes while it is in its turn.
        """
        if not self.exclusive:
            yield not self._closed
            return
        ticket = (urgent, object())
        with self._changed:
            if urgent:
                self._interrupt()
            self._waiting.append(ticket)
            self._changed.wait_for(lambda: self._closed or given_up() or self._next() is ticket, timeout_s)
            entered = not self._closed and self._next() is ticket and not given_up()
            self._waiting.remove(ticket)
            self._busy = self._busy or entered
            if entered:
                self._run = run
            self._changed.notify_all()  # the next in line may have waited for this ticket only
        try:
            yield entered
        finally:
            if entered:
                with self._changed:
                    self._go_on()  # it may have come to its end just before it was halted
                    self._busy, self._run = False, None
                    self._changed.notify_all()

    @contextmanager
    def question(self) -> Iterator[None]:
        """Hold background work back from its next turn on."""
        with self._changed:
            self._questions += 1
            if self._run is not None and not self._paused:
                self._paused = self._run.pause()
                if not self._paused:
                    self._run.interrupt()
        try:
            yield
        finally:
            self._answered()

    @contextmanager
    def aside(self, given_up: Callable[[], bool]) -> Iterator[bool]:
        """Enter for something short: work in its turn stands still for it where it can, else is waited for.

        False when it was `given_up()` by the next `wake`, or the gate is closed.
        """
        if not self.exclusive:
            yield not self._closed
            return
        with self._changed:
            self._changed.wait_for(lambda: self._closed or given_up() or self._stands())
            entered = not self._closed and not given_up()
            self._questions += entered
            if not entered and not self._questions:
                self._go_on()  # it was halted just before this was given up
        try:
            yield entered
        finally:
            if entered:
                self._answered()

    def _answered(self) -> None:
        with self._changed:
            self._questions -= 1
            if not self._questions:
                self._go_on()
            self._changed.notify_all()

    def _stands(self) -> bool:
        if self._busy and not self._paused and self._run is not None:
            self._paused = self._run.pause()
        return self._paused or not self._busy

    def make_way(self) -> None:
        """Interrupt the work that is in its turn, if it can be: something newer is wanted."""
        with self._changed:
            self._interrupt()

    def _interrupt(self) -> None:
        if self._run is not None:
            self._go_on()
            self._run.interrupt()

    def _go_on(self) -> None:
        if self._paused and self._run is not None:
            self._run.resume()
        self._paused = False

    def wake(self) -> None:
        """Let everybody who waits look whether to give up."""
        with self._changed:
            self._changed.notify_all()

    def close(self) -> None:
        """Let everybody who waits go, with False."""
        with self._changed:
            self._closed = True
            self._go_on()
            self._changed.notify_all()

    def _next(self) -> tuple[bool, object] | None:
        """Return whose turn it is: the oldest urgent ticket, else the oldest while nobody asks."""
        if self._busy:
            return None
        for ticket in self._waiting:
            if ticket[0]:
                return ticket
        return self._waiting[0] if self._waiting and not self._questions else None
