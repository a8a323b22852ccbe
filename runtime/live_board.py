"""Where the threads of a live session meet: what is sensed, what is asked, what went wrong.

Knows one lock and who must be woken; refuses to know encoders, the LLM and sensors.
"""

import threading
from collections.abc import Callable, Mapping

from anymal.errors import AnymalError, EngineError
from anymal.runtime.live_question import Question, stale, superseded, unfulfilled
from anymal.runtime.question import require_text
from anymal.runtime.senses import Sensed
from anymal.samples import Modality

__all__ = ["Board", "Question", "unfulfilled"]


class Board:
    """Every method may be called from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._sensed: dict[Modality, Sensed] = {}
        self._fresh = False
        self._digested = True
        self._anew = self._slept = False
        self._question: Question | None = None
        self._answering: Question | None = None
        self._wishes: dict[Modality, int] = {}
        self._failure: tuple[str, BaseException] | None = None
        self._closed = False
        self._draft = ""
        self._drafted = True
        self._maker: int | None = None
        self.asks = 0
        """How often somebody asked, or said more of a question; whoever computes for nobody then looks up."""

    @property
    def closed(self) -> bool:
        """Whether the session is over."""
        return self._closed or self._failure is not None

    def answers_here(self) -> None:
        """Say that the calling thread makes the answers, and so cannot wait for one."""
        self._maker = threading.get_ident()

    def _is_maker(self) -> bool:
        return self._maker == threading.get_ident()

    def show(self, sensed: Sensed) -> None:
        """Put the newest window of a modality up; the one before it is forgotten."""
        with self._changed:
            self._sensed[sensed.modality] = sensed
            self._fresh, self._digested = True, False
            self._changed.notify_all()

    def withdraw(self, modality: Modality) -> None:
        """Take the window of a modality down: what it shows is no longer so."""
        with self._changed:
            if self._sensed.pop(modality, None) is not None:
                self._fresh = True
                self._changed.notify_all()

    def withdraw_all(self) -> None:
        """Take every window down, as after a sleep: no question is answered before `show_again`."""
        with self._changed:
            self._sensed.clear()
            self._fresh = self._slept = True
            self._changed.notify_all()

    def show_again(self) -> None:
        """Let all that is up be taken once more: nothing that was taken before is known any more."""
        with self._changed:
            self._fresh, self._digested, self._slept = True, not self._sensed, False

    def begin_anew(self) -> None:
        """Let the earlier turns be forgotten before the next question is answered."""
        with self._changed:
            self._anew = True
            self._changed.notify_all()

    def take_anew(self) -> bool:
        """Return whether the earlier turns shall be forgotten; says so once."""
        with self._changed:
            anew, self._anew = self._anew, False
            return anew

    @property
    def digested(self) -> bool:
        """Whether an answer begun now would know every window that is up."""
        return self._digested

    def digest(self) -> None:
        """Say that the context holds all that was taken."""
        with self._changed:
            self._digested = not self._fresh

    def take_sensed(self) -> dict[Modality, Sensed] | None:
        """Return all windows when one of them is new, else None."""
        with self._changed:
            if not self._fresh:
                return None
            self._fresh = False
            return dict(self._sensed)

    def ask(self, question: Question) -> None:
        """Ask; whatever is being answered, or still waits, is cancelled (barge-in)."""
        question.stream.made_by(self._is_maker)
        with self._changed:
            self.check()
            for earlier in (self._question, self._answering):
                if earlier is not None:
                    earlier.stream.cancel()
                    if earlier is self._question:
                        earlier.stream.fail(superseded(earlier))
            self._question, self._draft = question, ""
            self.asks += 1
            self._changed.notify_all()

    def draft(self, text: str) -> None:
        """Say what is typed or spoken so far of the next question; "" when it will not be asked.

        Raises `InputError` for what is no text.
        """
        require_text("the draft", text)
        with self._changed:
            self.check()
            self._draft, self._drafted = text, False
            self.asks += 1
            self._changed.notify_all()

    def take_draft(self) -> str:
        """Return what is said so far of the next question."""
        with self._changed:
            self._drafted = True
            return self._draft

    def offer(self, question: Question) -> bool:
        """Ask only when nothing else is asked or answered; returns whether it was taken."""
        question.stream.made_by(self._is_maker)
        with self._changed:
            if self.closed or self._question is not None or self._answering is not None:
                return False
            self._question = question
            self._changed.notify_all()
            return True

    def cancel(self) -> bool:
        """Stop the answer in the making; returns whether there was one, which one that is complete is not."""
        with self._changed:
            if self._question is not None:
                self._question.stream.cancel()
                self._question.stream.fail(superseded(self._question))
                self._question = None
                return True
            if self._answering is not None and not self._answering.stream.done:
                self._answering.stream.cancel()
                return True
            return False

    def next_question(self, sensed: tuple[Sensed, ...], now_ns: int) -> Question | None:
        """Return the question to answer now; one that waits for newer windows stays until its deadline."""
        with self._changed:
            question = self._question
            self._wishes = {}
            if question is None or self._slept:
                return None
            if question.stream.cancelled:
                self._question = None
                question.stream.fail(superseded(question))
                return None
            if missing := question.missing(sensed):
                if now_ns < question.deadline_ns:
                    self._wishes = missing
                    return None
                self._question = None
                question.stream.fail(stale(question, missing))
                return None
            if unseen := question.unseen(sensed, now_ns):
                self._wishes = unseen
                return None
            self._question, self._answering = None, question
            return question

    def answered(self) -> None:
        """Say that the answer in the making is over."""
        with self._changed:
            self._answering = None

    @property
    def asked(self) -> bool:
        """Whether a question waits."""
        return self._question is not None

    @property
    def waiting(self) -> str:
        """The text of the question that waits, "" when none does."""
        question = self._question
        return "" if question is None else question.text

    @property
    def wishes(self) -> Mapping[Modality, int]:
        """Modalities a question waits for, with the capture time they must have passed."""
        return self._wishes

    @property
    def starved(self) -> bool:
        """Whether a question waits for a window newer than what is up, which is then of no use to it."""
        with self._changed:
            wanted = self._question.newer_ns if self._question is not None and self._wishes else {}
            return bool(unfulfilled(wanted, tuple(self._sensed.values())))

    def wait(self, timeout_s: float) -> None:
        """Sleep until something changed, at most `timeout_s`."""
        with self._changed:
            if not (self._fresh or self._question is not None or self.closed or not self._drafted):
                self._changed.wait(timeout_s)
            elif self._wishes and not self._fresh:
                self._changed.wait(min(timeout_s, 0.01))

    def wait_for(self, condition: Callable[[], bool], timeout_s: float) -> bool:
        """Sleep until `condition` holds or the session is over; returns whether it holds.

        Whoever makes the answers is not kept waiting: what it waits for it would have to do itself.
        """
        if not self._is_maker():
            with self._changed:
                self._changed.wait_for(lambda: condition() or self.closed, timeout_s)
        return condition()

    def changed(self) -> None:
        """Wake whoever waits for a condition."""
        with self._changed:
            self._changed.notify_all()

    def check(self) -> None:
        """Raise `EngineError` when the session is over, saying why."""
        if self.closed:
            raise self._over()

    def fail(self, thread: str, error: BaseException) -> None:
        """A thread died: the session is over, and whoever waits for an answer is told."""
        with self._changed:
            self._failure = self._failure or (thread, error)
            self._end_questions()

    def close(self) -> None:
        """End the session."""
        with self._changed:
            self._closed = True
            self._end_questions()

    def _end_questions(self) -> None:
        for question in (self._question, self._answering):
            if question is not None:
                question.stream.cancel()
                question.stream.fail(self._over())
        self._question = None
        self._changed.notify_all()

    def _over(self) -> AnymalError:
        if self._failure is None:
            return EngineError("the live session is closed")
        thread, error = self._failure
        ended = EngineError(f"the live session ended: its {thread} thread failed: {error}")
        ended.__cause__ = error
        return ended
