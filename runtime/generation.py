"""Pieces of a prompt in, tokens of an answer out, on one sequence of the LLM.

Knows positions, logits, when to stop thinking and when to stop; refuses to know text and files.
"""

import time
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from anymal.engines.chat_template import Piece
from anymal.runtime.answer import FinishReason
from anymal.runtime.language_model import LanguageModel
from anymal.runtime.options import GenerationOptions
from anymal.runtime.prompt import check_room
from anymal.runtime.sampling import Sampler
from anymal.runtime.thoughts import Thoughts, Voice

__all__ = ["Generation"]

LIVE_SEQUENCE = 0


class Generation:
    """One answer in the making: `prefill` once, then iterate `tokens`; `finish_reason` is set at the end.

    With `sequence` and `position` it goes on where a fork of a live context stands; with `logits` [n_vocab],
    those of the position before, there is nothing to prefill. `opened`: the prompt ends inside thoughts.
    """

    def __init__(
        self,
        model: LanguageModel,
        options: GenerationOptions,
        sequence: int = LIVE_SEQUENCE,
        position: int = 0,
        logits: NDArray[np.float32] | None = None,
        opened: bool = False,
    ) -> None:
        self._model = model
        self._options = options
        self._sequence = sequence
        self._sampler = Sampler(options)
        self._position = position
        self._logits = logits
        self._decoded = 0
        self._decode_s = 0.0
        self._thoughts = Thoughts(model.thought_ids, options.max_thoughts, opened)
        self.voice: Voice = "said"
        """What the token yielded last is."""
        self.finish_reason: FinishReason | None = None

    def prefill(self, pieces: Sequence[Piece]) -> int:
        """Clear the LLM, run `pieces` in order at contiguous positions and return how many there were.

        Raises `ContextFull` when they leave no room for one token of answer.
        """
        check_room(pieces, self._model.n_ctx)
        self._model.clear(None)
        self._position = 0
        self.extend(pieces)
        return self._position

    def extend(self, pieces: Sequence[Piece]) -> None:
        """Run `pieces` after what the sequence holds, in one batch where the LLM can."""
        pieces = self._model.joined(pieces)
        for number, piece in enumerate(pieces, start=1):
            last = number == len(pieces)
            if isinstance(piece, tuple):
                self._model.decode_tokens(piece, self._position, self._sequence, logits=last)
            else:
                self._model.decode_rows(piece, self._position, self._sequence, logits=last)
            self._position += len(piece)

    def tokens(self) -> Iterator[int]:
        """Yield the answer's tokens, without the one that ends it; `voice` says what each of them is."""
        self._thoughts.leave_room(self._model.n_ctx - self._position, self._options.max_tokens)
        token = self._pick(self._model.logits_view() if self._logits is None else self._logits)
        said = 0
        while True:
            if token in self._model.end_ids:
                self.finish_reason = "stop"
                return
            self.voice = self._thoughts.note(token)
            said += self.voice == "said"
            yield token
            if said == self._options.max_tokens:
                break  # running the last token would buy logits nobody reads
            if self._position == self._model.n_ctx:
                self.finish_reason = "context"
                return
            token = self._next(token)
        self.finish_reason = "length"

    @property
    def thought_tokens(self) -> int:
        """How many tokens were thought, their marks not counted."""
        return self._thoughts.count

    @property
    def tokens_per_s(self) -> float:
        """How fast tokens were run after the prefill, not counting the time between them; 0 for none."""
        return self._decoded / self._decode_s if self._decode_s else 0.0

    def _next(self, token: int) -> int:
        started_s = time.perf_counter()
        self._model.decode_tokens([token], self._position, self._sequence)
        following = self._pick(self._model.logits_view())
        self._decode_s += time.perf_counter() - started_s
        self._position += 1
        self._decoded += 1
        return following

    def _pick(self, logits: NDArray[np.float32]) -> int:
        """The next token: what the LLM would say, or the end of thoughts that are long enough or over."""
        if (forced := self._thoughts.forced) is not None:
            return forced
        token = self._sampler.pick(logits)
        if token in self._model.end_ids and self._thoughts.thinking:
            return self._thoughts.ends  # it would end without having said anything
        if not self._thoughts.forbids(token):
            return token
        allowed = logits.copy()
        allowed[token] = -np.inf
        return self._sampler.pick(allowed)
