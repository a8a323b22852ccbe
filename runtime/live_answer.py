"""An answer of a live session: its text as it comes, then what it saw, how old that was and what it cost.

Knows plain records and the stream that hands them over between threads; refuses to know how an
answer is made.
"""

import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from anymal.errors import EngineError
from anymal.samples import NS_PER_S, Modality

if TYPE_CHECKING:
    from anymal.runtime.senses import Sensed

__all__ = ["LiveAnswer", "LiveFinish", "LiveStream", "LiveTimings", "LiveWindow"]

LiveFinish = Literal["stop", "length", "context", "cancelled"]


@dataclass(frozen=True)
class LiveWindow:
    """One window the answer saw: capture times, and its age when the first token was there."""

    modality: Modality
    start_ns: int
    end_ns: int
    tokens: int
    age_s: float

    @classmethod
    def of(cls, thing: "Sensed", first_ns: int) -> "LiveWindow":
        """What of `thing` to tell with an answer whose first token was there at `first_ns`."""
        end_ns = max(e.end_ns for e in thing.embeddings)
        return cls(
            modality=thing.modality,
            start_ns=min(e.start_ns for e in thing.embeddings),
            end_ns=end_ns,
            tokens=sum(len(e.rows) for e in thing.embeddings),
            age_s=(first_ns - end_ns) / NS_PER_S,
        )


@dataclass(frozen=True)
class LiveTimings:
    """From the question to the first token, split; all in milliseconds.

    `wait_ms`: until the thread that owns the LLM took the question; it stops its background batch
    for that, but not one of a draft, and waits for a window only when a newer one is wanted.
    `flush_ms`: bringing the context into a state to fork from. `prefill_ms`: the question through the LLM.
    `think_ms`: until an LLM that thinks first had thought, background work between its tokens included.
    `first_decode_ms`: picking the first token that is said, and its text. `ttft_ms`: all of it.
    `decode_tokens_per_s`: the tokens after the first, thoughts included.
    """

    wait_ms: float
    flush_ms: float
    prefill_ms: float
    first_decode_ms: float
    ttft_ms: float
    decode_tokens_per_s: float
    think_ms: float = 0.0

    @classmethod
    def between(cls, marks: tuple[int, int, int, int, int, int], tokens_per_s: float) -> "LiveTimings":
        """Split at the times [ns] it was asked, taken, forked, prefilled, thought, and began to be said."""
        wait, flush, prefill, think, first = ((b - a) / 1e6 for a, b in pairwise(marks))
        return cls(wait, flush, prefill, first, (marks[-1] - marks[0]) / 1e6, tokens_per_s, think)


@dataclass(frozen=True)
class LiveAnswer:
    """One finished answer.

    `finish_reason` is `cancelled` for one that was stopped, by `cancel` or by the next question: `text` is
    then what was said so far.
    `question_tokens`: positions of the question and what follows it; `drafted_tokens`: how many of them
    were read while it was still being asked. `dropped` counts what was given up since the session began,
    by reason. `thoughts`, of `thought_tokens` tokens, were thought before `text` and not said.
    """

    question: str
    text: str
    finish_reason: LiveFinish
    timings: LiveTimings
    windows: tuple[LiveWindow, ...]
    asked_ns: int
    question_tokens: int = 0
    drafted_tokens: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    thoughts: str = ""
    thought_tokens: int = 0

    def to_json(self) -> dict[str, object]:
        """Return the object `anymal live --json` prints: milliseconds to 0.01, seconds to the microsecond."""
        timings = {name: round(value, 2) for name, value in vars(self.timings).items()}
        windows = [
            {
                "modality": window.modality,
                "start_s": round(window.start_ns / NS_PER_S, 6),
                "end_s": round(window.end_ns / NS_PER_S, 6),
                "tokens": window.tokens,
                "age_s": round(window.age_s, 4),
            }
            for window in self.windows
        ]
        return {
            "question": self.question,
            "text": self.text,
            "thoughts": self.thoughts,
            "finish_reason": self.finish_reason,
            "asked_s": round(self.asked_ns / NS_PER_S, 6),
            "question_tokens": self.question_tokens,
            "drafted_tokens": self.drafted_tokens,
            "thought_tokens": self.thought_tokens,
            "timings": timings,
            "windows": windows,
            "dropped": dict(self.dropped),
        }


class LiveStream:
    """Iterate for pieces of text as they come; `answer` waits for the end; `cancel` stops it.

    Made by one thread, read by another. Errors of the making are raised to the reader. The pieces of an
    answer that was stopped end like any others: `answer().finish_reason` tells, "cancelled".
    """

    def __init__(self, question: str) -> None:
        self.question = question
        self._changed = threading.Condition()
        self._pieces: deque[str] = deque()
        self._answer: LiveAnswer | None = None
        self._error: BaseException | None = None
        self._cancelled = False
        self._made_here: Callable[[], bool] = lambda: False

    def __iter__(self) -> "LiveStream":
        """Return itself: a stream can be read once."""
        return self

    def __next__(self) -> str:
        """Wait for the next piece and return it; raises what ended the answer, if anything did.

        On the thread that makes answers (in `on_answer`) it raises `EngineError` where it would wait.
        """
        with self._changed:
            self._require_maker(bool(self._pieces))
            self._changed.wait_for(lambda: self._pieces or self.done)
            if self._pieces:
                return self._pieces.popleft()
            if self._error is not None:
                raise self._error
            raise StopIteration

    def take(self, timeout_s: float) -> list[str]:
        """Return the pieces that came, waiting at most `timeout_s` for the first; raises nothing."""
        with self._changed:
            self._changed.wait_for(lambda: self._pieces or self.done, timeout_s)
            pieces = list(self._pieces)
            self._pieces.clear()
            return pieces

    @property
    def done(self) -> bool:
        """Whether the answer is complete or failed."""
        return self._answer is not None or self._error is not None

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked for the end of it."""
        return self._cancelled

    def answer(self, timeout_s: float | None = None) -> LiveAnswer:
        """Wait for the end and return the answer; raises its error, or `EngineError` after `timeout_s`.

        On the thread that makes answers (in `on_answer`) it raises `EngineError` at once where it would wait.
        """
        with self._changed:
            self._require_maker()
            self._changed.wait_for(lambda: self.done, timeout_s)
            if self._error is not None:
                raise self._error
            if self._answer is None:
                raise EngineError(f"the answer is not complete after {timeout_s} s")
            return self._answer

    def _require_maker(self, ready: bool = False) -> None:
        if not ready and not self.done and self._made_here():
            raise EngineError(
                f"the answer to {self.question!r} is made by this very thread, once on_answer has returned: "
                "do not wait for it here, but in another thread, or take it when on_answer is called with it"
            )

    def made_by(self, here: Callable[[], bool]) -> None:
        """Say how to find out whether the caller is the thread that makes this answer (the making side)."""
        self._made_here = here

    def cancel(self) -> None:
        """Stop within one decode step; what was said stays."""
        self._cancelled = True

    def push(self, piece: str) -> None:
        """Hand over a piece of text (the making side)."""
        with self._changed:
            self._pieces.append(piece)
            self._changed.notify_all()

    def finish(self, answer: LiveAnswer) -> None:
        """Hand over the finished answer (the making side); an error already told stays."""
        with self._changed:
            if not self.done:
                self._answer = answer
            self._changed.notify_all()

    def fail(self, error: BaseException) -> None:
        """End with an error (the making side); an answer already finished stays."""
        with self._changed:
            if not self.done:
                self._error = error
            self._changed.notify_all()
