"""A standing question: asked whenever what is sensed changed enough, reported only when the answer is yes.

Knows change, patience and what counts as yes; refuses to know threads: whoever owns the loop
calls `poll`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from anymal.clock import Clock, MonotonicClock
from anymal.errors import ConfigError
from anymal.runtime.live_answer import LiveAnswer, LiveStream
from anymal.runtime.option_values import require_instance, require_number
from anymal.samples import NS_PER_S, Modality

if TYPE_CHECKING:
    from anymal.runtime.senses import Sensed

__all__ = ["Watch", "WatchOptions", "Watched", "standing_question"]

TELL_ME = ("tell me when ", "tell me if ", "say when ", "warn me when ", "let me know when ")


@dataclass(frozen=True)
class WatchOptions:
    """`change`: how far the soft tokens must have moved (0: any update; 1: as far as they are long).

    `refractory_s`: the least time between two reports; `every_s`: between two askings.
    """

    change: float = 0.05
    refractory_s: float = 10.0
    every_s: float = 1.0

    def __post_init__(self) -> None:
        """Raise `ConfigError` for a value of a wrong kind or out of range."""
        for name in ("change", "refractory_s", "every_s"):
            number = require_number(f"WatchOptions.{name}", getattr(self, name), 0, 86400)
            object.__setattr__(self, name, number)


class Watched(Protocol):
    """What a watch needs of a live session."""

    def sensed(self) -> "tuple[Sensed, ...]":
        """Return what an answer begun now would see."""
        ...

    def offer(self, question: str) -> LiveStream | None:
        """Ask unless somebody else is asking."""
        ...

    def check(self) -> None:
        """Raise what ended the session, when it is over."""
        ...


class Watch:
    """Call `poll` a few times a second; it returns an answer worth telling, else None, and never blocks."""

    def __init__(
        self,
        live: Watched,
        wish: str,
        options: WatchOptions | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.question = standing_question(wish)
        self._live = live
        self._options = options or WatchOptions()
        self._clock = clock or MonotonicClock()
        self._asked_ns: int | None = None
        self._told_ns: int | None = None
        self._seen: dict[Modality, NDArray[np.float32]] = {}
        self._stream: LiveStream | None = None
        self.asked = 0

    def poll(self) -> LiveAnswer | None:
        """Go one step on: ask, wait, or tell.

        Raises what the answer raised, and `EngineError` once the session is over, saying why: an answer that
        came before is told first.
        """
        stream = self._stream
        if stream is None or not stream.done or stream.cancelled:
            self._live.check()
        if stream is not None:
            return self._finished(stream)
        now_ns = self._clock.now_ns()
        options = self._options
        if not _passed(self._told_ns, now_ns, options.refractory_s):
            return None
        if not _passed(self._asked_ns, now_ns, options.every_s):
            return None
        rows = {t.modality: np.concatenate([e.rows for e in t.embeddings]) for t in self._live.sensed()}
        if not rows or self._change(rows) < options.change or (self._seen and self._change(rows) == 0):
            return None
        self._stream = self._live.offer(self.question)
        if self._stream is not None:
            self._seen, self._asked_ns = rows, now_ns
            self.asked += 1
        return None

    def _finished(self, stream: LiveStream) -> LiveAnswer | None:
        if not stream.done:
            return None
        self._stream = None
        if stream.cancelled:
            self._seen = {}  # somebody else spoke: what was to be judged still is
            return None
        answer = stream.answer()
        if not answer.text.lower().lstrip().startswith("yes"):
            return None
        self._told_ns = self._clock.now_ns()
        return answer

    def _change(self, rows: dict[Modality, NDArray[np.float32]]) -> float:
        """Return how far any modality's rows moved, relative to their length; infinite for a new one."""
        moved = 0.0
        for name, now in rows.items():
            before = self._seen.get(name)
            if before is None or before.shape != now.shape:
                return float("inf")
            length = float(np.linalg.norm(now)) or 1.0
            moved = max(moved, float(np.linalg.norm(now - before)) / length)
        return moved


def standing_question(wish: str) -> str:
    """Turn `tell me when somebody knocks` into a question with yes or no for an answer; questions stay.

    Raises `ConfigError` for an empty wish.
    """
    require_instance("the wish to watch for", wish, str, '"tell me when the door opens"')
    text = wish.strip()
    if not text:
        raise ConfigError('the wish to watch for is empty; for example "tell me when the door opens"')
    lowered = text.lower()
    for opening in TELL_ME:
        if lowered.startswith(opening):
            return f"Is it true that {text[len(opening) :].rstrip('.!?')}? Answer yes or no."
    return text


def _passed(since_ns: int | None, now_ns: int, seconds: float) -> bool:
    return since_ns is None or now_ns - since_ns >= seconds * NS_PER_S
