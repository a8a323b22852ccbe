"""What the runtime needs of an LLM, said once; `engines.llama_engine.LlamaEngine` is all of it.

Knows names and promises; refuses to know llama.cpp.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from anymal.engines.chat_template import Piece

__all__ = ["ForkingModel", "LanguageModel", "TruncatingModel"]


class LanguageModel(Protocol):
    """What an answer needs of an LLM."""

    n_ctx: int
    """Positions in the context."""
    end_ids: frozenset[int]
    """Tokens that end an answer."""
    thought_ids: tuple[int, int] | None
    """The tokens that begin and end thoughts; None for an LLM that has none."""

    def decode_tokens(
        self, tokens: Sequence[int], position: int, sequence: int = 0, *, logits: bool = True
    ) -> None:
        """Run tokens at `position` and after it; without `logits` only keys and values are computed."""
        ...

    def decode_rows(
        self, rows: NDArray[np.float32], position: int, sequence: int = 0, *, logits: bool = True
    ) -> None:
        """Run embedding rows [n, n_embd] at `position` and after it."""
        ...

    def joined(self, pieces: Sequence[Piece]) -> Sequence[Piece]:
        """Return what stands for `pieces` in as few batches as can be; logits stay the same."""
        ...

    def logits_view(self) -> NDArray[np.float32]:
        """Return the logits [n_vocab] of the last position run, valid until the next is."""
        ...

    def clear(self, sequence: int | None = None) -> None:
        """Forget a sequence, or everything."""
        ...


class TruncatingModel(LanguageModel, Protocol):
    """What keeping a prompt needs of an LLM beyond decoding."""

    can_truncate: bool

    def piece(self, token: int, special: bool = False) -> bytes:
        """Return the bytes of a token."""
        ...

    def resident(self, sequence: int = 0) -> int:
        """Return how many positions `sequence` holds."""
        ...

    def truncate(self, sequence: int, position: int) -> None:
        """Keep the first `position` positions."""
        ...


class ForkingModel(LanguageModel, Protocol):
    """What a live context needs of an LLM beyond decoding."""

    can_shift: bool
    can_truncate: bool

    def fork(self, source: int, target: int) -> None:
        """Make `target` share the cells of `source`."""
        ...

    def stoppable(self) -> AbstractContextManager[None]:
        """Inside, `stop` ends a batch, which raises `Interrupted`."""
        ...

    def stop(self) -> None:
        """End the batch that runs inside `stoppable`, if one does; from any thread."""
        ...

    def truncate(self, sequence: int, position: int) -> None:
        """Keep the first `position` positions."""
        ...

    def slide(self, sequence: int, start: int, stop: int) -> None:
        """Drop a span and move what follows down."""
        ...
