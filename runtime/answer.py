"""What an answer is: its text, why it ended, how long each stage took, and which windows it sensed.

Knows plain records and their JSON form; refuses to know how an answer is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from anymal.samples import Modality

__all__ = ["Answer", "ContextEntry", "FinishReason", "Timings"]

FinishReason = Literal["stop", "length", "context"]


@dataclass(frozen=True)
class ContextEntry:
    """One thing sensed: `tokens` soft tokens of what lies in [`start_s`, `end_s`] of its source."""

    start_s: float
    end_s: float
    tokens: int


@dataclass(frozen=True)
class Timings:
    """Durations of one answer.

    `load_ms`: opening the bundle and the LLM, plus any encoder this answer was the first to
    need. `encode_ms`: per modality, from reading the file to soft tokens. `prefill_ms`: the
    prompt through the LLM, less the `cached_tokens` positions it shares with the prompt before.
    `ttft_ms`: from `ask` being called to the first piece of text (bundle and LLM were open by
    then). `decode_tokens_per_s`: the tokens after the first, thoughts included; 0 when there were none.
    `think_ms`: of `ttft_ms`, until an LLM that thinks first had thought.
    """

    load_ms: float
    encode_ms: Mapping[Modality, float]
    prefill_ms: float
    ttft_ms: float
    decode_tokens_per_s: float
    cached_tokens: int = 0
    think_ms: float = 0.0


@dataclass(frozen=True)
class Answer:
    """One finished answer.

    `finish_reason` is `stop` (said all), `length` (max tokens reached) or `context` (no room left).
    `thoughts`, of `thought_tokens` tokens, are what an LLM that thinks first thought and did not say.
    """

    text: str
    finish_reason: FinishReason
    timings: Timings
    context: Mapping[Modality, tuple[ContextEntry, ...]]
    thoughts: str = ""
    thought_tokens: int = 0

    def to_json(self) -> dict[str, object]:
        """Return the object `anymal ask --json` prints: milliseconds to 0.01, seconds to the microsecond.

        An LLM that thought adds `thoughts` and, in `timings`, `thought_tokens` and `think_ms`.
        """
        timings = self.timings
        thought, spent = dict[str, str](), dict[str, float]()
        if self.thought_tokens:
            thought = {"thoughts": self.thoughts}
            spent = {"thought_tokens": self.thought_tokens, "think_ms": round(timings.think_ms, 2)}
        return {
            "text": self.text,
            **thought,
            "finish_reason": self.finish_reason,
            "timings": {
                "load_ms": round(timings.load_ms, 2),
                "encode_ms": {name: round(value, 2) for name, value in timings.encode_ms.items()},
                "prefill_ms": round(timings.prefill_ms, 2),
                "ttft_ms": round(timings.ttft_ms, 2),
                "decode_tokens_per_s": round(timings.decode_tokens_per_s, 2),
                "cached_tokens": timings.cached_tokens,
                **spent,
            },
            "context": {
                name: [
                    {"start_s": round(e.start_s, 6), "end_s": round(e.end_s, 6), "tokens": e.tokens}
                    for e in entries
                ]
                for name, entries in self.context.items()
            },
        }
