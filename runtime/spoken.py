"""An answer as it is made, piece by piece, with its times.

Knows tokens, text and the clock of one answer; refuses to know who reads it.
"""

import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anymal.runtime.answer import Answer, ContextEntry, Timings
from anymal.runtime.generation import Generation
from anymal.runtime.senses import Sensed
from anymal.runtime.text_stream import AnswerText
from anymal.samples import Modality

if TYPE_CHECKING:
    from anymal.engines.llama_engine import LlamaEngine

__all__ = ["Spent", "spoken"]


@dataclass(frozen=True)
class Spent:
    """What an answer has cost before its first token."""

    started_s: float
    load_ms: float
    encode_ms: Mapping[Modality, float]
    prefill_ms: float
    cached_tokens: int

    def since_start_ms(self) -> float:
        """Milliseconds since the question came."""
        return (time.perf_counter() - self.started_s) * 1e3


def spoken(
    model: "LlamaEngine",
    answering: Generation,
    sensed: Sequence[Sensed],
    spent: Spent,
    between: Callable[[], None] = lambda: None,
) -> Generator[str, None, Answer]:
    """Yield text and return the answer; times are of the work, not of whoever reads the stream.

    `between` is called after each token, before the next is run.
    """
    text, began_ms, thought_ms = AnswerText(), spent.since_start_ms(), 0.0
    ttft_ms: float | None = None
    for token in answering.tokens():
        if piece := text.push(model.piece(token), answering.voice):
            ttft_ms = ttft_ms or spent.since_start_ms()
            yield piece
        elif answering.voice != "said" and ttft_ms is None:
            thought_ms = spent.since_start_ms() - began_ms
        between()
    ttft_ms = ttft_ms or spent.since_start_ms()
    if rest := text.finish():
        yield rest
    timings = Timings(
        spent.load_ms,
        spent.encode_ms,
        spent.prefill_ms,
        ttft_ms,
        answering.tokens_per_s,
        spent.cached_tokens,
        thought_ms,
    )
    model.rest()
    reason = answering.finish_reason or "stop"
    return Answer(text.text, reason, timings, _context(sensed), text.thoughts, answering.thought_tokens)


def _context(sensed: Sequence[Sensed]) -> dict[Modality, tuple[ContextEntry, ...]]:
    entries: dict[Modality, tuple[ContextEntry, ...]] = {}
    for thing in sensed:
        entries[thing.modality] = (*entries.get(thing.modality, ()), thing.entry)
    return entries
