"""Questions at the times they were meant to come, and when their words came.

Knows a Poisson process, one user who waits for an answer to end, and times; refuses to know sessions. No
coordinated omission: when an answer takes so long that the next question is asked late, the latency of that
question still counts from the time it was meant for (as Gil Tene's wrk2 does). What was meant can be done: a
system whose answers take no time has no latency, however long a question takes to say.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from anymal.runtime.live_answer import LiveAnswer

__all__ = ["Asked", "Speech", "ask_all", "meant", "poisson"]

TIMEOUT_S = 300.0


@dataclass(frozen=True)
class Speech:
    """A question said word by word, `word_s` seconds each: `tell` is given what is said of it so far.

    The last word is not told: the question ends with it. With `silence_s` it is, and the question ends when
    there was silence for that long, as a recogniser or whoever presses Enter tells its end.
    """

    tell: Callable[[str], None]
    word_s: float
    silence_s: float = 0.0

    def lasts_s(self, question: str) -> float:
        """Return the seconds `say` takes."""
        return self.word_s * max(0, len(question.split()) - 1) + self.silence_s

    def lasts_s_of(self, questions: Sequence[str], count: int) -> float:
        """Return the seconds that saying `count` questions takes, which are taken in turns."""
        return sum(self.lasts_s(questions[number % len(questions)]) for number in range(count))

    def say(
        self,
        question: str,
        clock: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Say all words but the last, and wait for that one; with `silence_s`, it and the silence too.

        Every word comes at its time after the first: who speaks does not wait for who listens.
        """
        began_s, words = clock(), question.split()
        for count in range(1, len(words)):
            self.tell(" ".join(words[:count]))
            _wait_until(began_s + count * self.word_s, clock, sleep)
        if self.silence_s:
            self.tell(question)
            _wait_until(began_s + self.lasts_s(question), clock, sleep)


class Stream(Protocol):
    """What asking returns; `anymal.runtime.live_answer.LiveStream` is one."""

    def __iter__(self) -> Iterator[str]:
        """Iterate for pieces of text as they come."""
        ...

    def answer(self, timeout_s: float | None = None) -> LiveAnswer:
        """Return the finished answer."""
        ...


@dataclass(frozen=True)
class Asked:
    """One question: when it was meant to come, when it was asked, when each piece came; seconds."""

    intended_s: float
    asked_s: float
    pieces_s: tuple[float, ...]
    answer: LiveAnswer

    @property
    def first_s(self) -> float:
        """When the first piece was there; for an answer without text, when its first token was picked."""
        return self.pieces_s[0] if self.pieces_s else self.asked_s + self.answer.timings.ttft_ms / 1e3

    @property
    def gaps_ms(self) -> tuple[float, ...]:
        """Milliseconds between neighbouring pieces of text."""
        pairs = zip(self.pieces_s[:-1], self.pieces_s[1:], strict=True)
        return tuple((later - earlier) * 1e3 for earlier, later in pairs)


def poisson(count: int, per_s: float, seed: int) -> tuple[float, ...]:
    """Return `count` rising times in seconds, gaps exponential of mean 1 / `per_s`, equal for equal seeds."""
    rng = random.Random(seed)
    times, at_s = [], 0.0
    for _ in range(count):
        at_s += rng.expovariate(per_s)
        times.append(at_s)
    return tuple(times)


def meant(
    questions: Sequence[str], times_s: Sequence[float], speech: Speech | None = None
) -> Iterator[tuple[float, str]]:
    """Yield the second at which each question is meant to end, the first moment being 0, and the question.

    `questions` are taken in turns. With `speech` each is said before it ends, and what that takes moves it
    and all after it: nobody begins a question before the one before it is said. So the pause from the end of
    one to the beginning of the next is that of `times_s`, and only an answer can make a question late.
    """
    saying_s = 0.0
    for number, at_s in enumerate(times_s):
        question = questions[number % len(questions)]
        saying_s += speech.lasts_s(question) if speech else 0.0
        yield at_s + saying_s, question


def ask_all(
    ask: Callable[[str], Stream],
    questions: Sequence[str],
    times_s: Sequence[float],
    clock: Callable[[], float] = time.perf_counter,
    sleep: Callable[[float], None] = time.sleep,
    speech: Speech | None = None,
) -> list[Asked]:
    """Ask each question when it is `meant` to end after now, or as soon as the answer before it ended.

    Returns all, in their order. Raises what an answer raises.
    """
    began_s = clock()
    asked: list[Asked] = []
    for at_s, question in meant(questions, times_s, speech):
        intended_s = began_s + at_s
        if speech:
            _wait_until(intended_s - speech.lasts_s(question), clock, sleep)
            speech.say(question, clock, sleep)
        else:
            _wait_until(intended_s, clock, sleep)
        asked_s = clock()
        stream = ask(question)
        pieces_s = tuple(clock() for _ in stream)
        asked.append(Asked(intended_s, asked_s, pieces_s, stream.answer(TIMEOUT_S)))
    return asked


def _wait_until(at_s: float, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
    if (wait_s := at_s - clock()) > 0:
        sleep(wait_s)
