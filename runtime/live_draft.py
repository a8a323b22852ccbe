"""A question that is still being asked: its tokens run ahead, so that only its end is left when it is asked.

Knows the tokens that stand on one sequence after a fork, and which of them a longer question keeps; refuses
to know how contexts are built, and time. No batch has a single token: two or more give the bits they would
in one batch, and one alone does not (docs/live.md).
Belongs to the thread that owns the LLM.
"""

from collections.abc import Sequence
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from anymal.engines.base import Interrupted
from anymal.errors import AnymalError
from anymal.runtime.language_model import ForkingModel
from anymal.runtime.live_prompt import ContextLayout, LivePrompt

__all__ = ["Logits", "QuestionDraft"]


Logits = NDArray[np.float32]
"""[n_vocab]"""
LEAST = 2
"""Tokens a batch has at least."""


class QuestionDraft:
    """`read` until `text` is what was said so far, then `take` it for the answer, or `drop` it."""

    def __init__(self, model: ForkingModel, prompt: LivePrompt, sequence: int, step: int) -> None:
        self._model = model
        self._prompt = prompt
        self.sequence = sequence
        self._step = max(LEAST, step)
        self._tokens: tuple[int, ...] = ()
        self._logits: Logits | None = None  # of the last of them, where they are a whole question
        self.text = ""
        """What was read to its end, or counts as read."""

    def __len__(self) -> int:
        """Return the cells it has to itself."""
        return len(self._tokens)

    def read(self, text: str, layout: ContextLayout, live: int, room: int) -> bool:
        """Run at most `step` tokens of `text` that are not there yet, after `layout` on the sequence `live`.

        False, and nothing changes, where that takes more than `room` positions, or the LLM cannot cut what it
        read. Raises what the LLM raises: when it is `Interrupted`, what stood there before still does; else
        nothing of the draft is left.
        """
        tokens = self._tokens_of(text, layout) if room > 0 else ()
        if not tokens or len(tokens) > room or not self._model.can_truncate:
            return False
        try:
            self._run(tokens, live, layout.length)
        except AnymalError as error:
            if not isinstance(error, Interrupted):
                self._forget()
            if not self._tokens:
                self._model.clear(self.sequence)
            raise
        self.text = text if self._tokens == tokens else ""
        return True

    def _tokens_of(self, text: str, layout: ContextLayout) -> tuple[int, ...]:
        """Empty for a text that no prompt can hold: whoever asks it is told."""
        try:
            return self._prompt.question(text, layout) if text else ()
        except AnymalError:
            return ()

    def _run(self, tokens: tuple[int, ...], live: int, start: int) -> None:
        kept = self._keep(tokens, start)
        if kept == len(tokens) - 1:
            kept = self._keep(tokens[:-LEAST], start)
        if not kept:
            self._model.fork(live, self.sequence)
        if more := tokens[kept : kept + self._step]:
            last = kept + len(more) == len(tokens)
            self._model.decode_tokens(more, start + kept, self.sequence, logits=last)
            self._logits = self._model.logits_view().copy() if last else None
        self._tokens = tokens[: kept + self._step]

    def take(self, tokens: Sequence[int], start: int) -> tuple[int, Logits | None]:
        """Leave the sequence to the answer; return how many of `tokens` stand on it already.

        When 0, nothing stands on it. When all, their logits [n_vocab] come with it; the last tokens run once
        more where those are not known.
        """
        if self._logits is not None and self._tokens == tuple(tokens):
            kept, logits = len(tokens), self._logits
        else:
            kept, logits = self._keep(tokens[:-LEAST], start), None
        self._forget()
        return kept, logits

    def drop(self, text: str = "") -> None:
        """Forget what was read; `text` then counts as read."""
        if self._tokens:
            self._model.clear(self.sequence)
        self._forget(text)

    def _forget(self, text: str = "") -> None:
        self._tokens, self._logits, self.text = (), None, text

    def _keep(self, tokens: Sequence[int], start: int) -> int:
        """Keep the beginning that the draft shares with `tokens`, and return its length."""
        same = takewhile(lambda pair: pair[0] == pair[1], zip(self._tokens, tokens, strict=False))
        kept = sum(1 for _ in same)
        if not kept:
            self.drop()
        elif kept < len(self._tokens):
            self._model.truncate(self.sequence, start + kept)
            self._tokens, self._logits = self._tokens[:kept], None
        return kept
