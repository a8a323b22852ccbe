"""Where llama.cpp keeps the logits of the last decode, and for how long they may be read.

Knows llama.cpp's rows and what was kept of a decode in parts; refuses to know positions and sequences.
Belongs to the engine's thread.
"""

import ctypes
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.llama_log import first_complaint
from anymal.errors import EngineError

__all__ = ["LlamaLogits"]

Array = NDArray[np.float32]


class LlamaLogits:
    """The logits of one context, rows of `n_vocab`; nothing is there until the first `keep`."""

    def __init__(self, llama: Any, context: Any, n_vocab: int) -> None:
        self._llama, self._context, self._n_vocab = llama, context, n_vocab
        self._there = False
        self._gathered: Array | None = None
        self._seen: tuple[int, Array] | None = None  # where logits last lay, and a view of it

    def forget(self) -> None:
        """What was kept belongs to a decode that is over."""
        self._there, self._gathered = False, None

    def keep(self, there: bool, gathered: Array | None = None) -> None:
        """A decode ended: its last row is `there`, or all its rows [n, n_vocab] were `gathered`."""
        self._there, self._gathered = there, gathered

    def copied(self, index: int) -> Array:
        """The logits [n_vocab] of decoded item `index`; raises `EngineError` for one that was not kept."""
        if not self._there:
            raise EngineError("no logits yet: decode something first")
        if self._gathered is not None:
            if not -len(self._gathered) <= index < len(self._gathered):
                raise EngineError(f"logits index must be below {len(self._gathered)}, found {index}")
            kept: Array = self._gathered[index].copy()
            return kept
        if index != -1:
            raise EngineError(
                f"only logits(-1) were kept, found {index}; decode with all_logits for the rest"
            )
        return self.row(-1).copy()

    def view(self) -> Array:
        """Those of the last position where llama.cpp keeps them, until the next decode.

        Copying those of a large vocabulary takes longer than the rest of a token's Python.
        """
        return self.row(-1) if self._there and self._gathered is None else self.copied(-1)

    def row(self, index: int) -> Array:
        """A view of llama.cpp's row `index` of the last batch (`llama_get_logits_ith`)."""
        pointer = self._llama.llama_get_logits_ith(self._context, index)
        if not pointer:
            raise EngineError(f"llama.cpp has no logits for item {index}: {first_complaint()}")
        address = ctypes.addressof(pointer.contents)
        if self._seen is None or self._seen[0] != address:  # nearly always the same place: a view costs 10 us
            self._seen = (address, np.ctypeslib.as_array(pointer, shape=(self._n_vocab,)))
        return self._seen[1]

    def close(self) -> None:
        """The context is about to go: forget where its rows lay."""
        self.forget()
        self._seen = None
