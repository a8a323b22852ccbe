"""An answer of a live session: its text as it comes, then what it saw, how old that was and what it cost.

Knows plain records and the stream that hands them over between threads; refuses to know how an
answer is made.
"""

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from anymal.errors import EngineError
from anymal.samples import NS_PER_S, Modality

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


@dataclass(frozen=True)
class LiveAnswer:
    """One finished answer.

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

    Made by one thread, read by another. Errors of the making are raised to the reader.
    """

    def __init__(self, question: str) -> None:
        self.question = question
        self._changed = threading.Condition()
        self._pieces: deque[str] = deque()
        self._answer: LiveAnswer | None = None
        self._error: BaseException | None = None
        self._cancelled = False

    def __iter__(self) -> "LiveStream":
        """Return itself: a stream can be read once."""
        return self

    def __next__(self) -> str:
        """Wait for the next piece and return it; raises what ended the answer, if anything did."""
        with self._changed:
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
        """Wait for the end and return the answer; raises its error, or `EngineError` after `timeout_s`."""
        with self._changed:
            self._changed.wait_for(lambda: self.done, timeout_s)
            if self._error is not None:
                raise self._error
            if self._answer is None:
                raise EngineError(f"the answer is not complete after {timeout_s} s")
            return self._answer

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
