"""The cells of a llama.cpp context: how many positions each sequence holds, and forking, cutting, sliding.

Knows `llama_memory_*` and checks every argument first, because llama.cpp answers a wrong one
with an assert that ends the process; refuses to know what the positions hold.
"""

from types import ModuleType
from typing import Any

from anymal.errors import EngineError

__all__ = ["LlamaMemory"]


class LlamaMemory:
    """`count` sequences over one pool of cells; `resident` is how many positions each holds."""

    def __init__(self, llama: ModuleType, context: Any, count: int) -> None:
        self._llama = llama
        self._memory: Any = llama.llama_get_memory(context)
        self.can_shift = bool(llama.llama_memory_can_shift(self._memory))
        self.resident = [0] * count

    def fork(self, source: int, target: int) -> None:
        """Make `target` a copy of `source`; the cells are shared, so this costs nothing."""
        self.check(source)
        self.check(target)
        if source == target:
            raise EngineError(f"sequence {source} cannot be forked onto itself")
        self.forget(target)
        self._llama.llama_memory_seq_cp(self._memory, source, target, -1, -1)
        self.resident[target] = self.resident[source]

    def truncate(self, sequence: int, position: int) -> None:
        """Keep the first `position` positions of `sequence`.

        Raises `EngineError` on recurrent models, whose state has no positions to drop.
        """
        self.check(sequence)
        resident = self.resident[sequence]
        if not 0 <= position <= resident:
            raise EngineError(f"sequence {sequence} holds {resident} positions, cannot keep {position}")
        if position == resident:
            return
        if position == 0:
            self.forget(sequence)
            return
        if not self._llama.llama_memory_seq_rm(self._memory, sequence, position, -1):
            raise EngineError(
                "this recurrent model cannot drop part of a sequence; clear it and decode again"
            )
        self.resident[sequence] = position

    def slide(self, sequence: int, start: int, stop: int) -> None:
        """Drop positions [start, stop) of `sequence` and move what follows down (`llama_memory_seq_add`).

        What follows was computed with the dropped span in view, so its keys and values are
        approximate. Cells shared with a fork would move for both: raises `EngineError` while
        any other sequence holds something, on models that cannot shift, and for a span outside.
        """
        self.check(sequence)
        resident = self.resident[sequence]
        if not self.can_shift:
            raise EngineError("this model's positions cannot be shifted; clear the sequence and decode again")
        if any(held for other, held in enumerate(self.resident) if other != sequence):
            raise EngineError(f"sequence {sequence} cannot slide while it may share cells with another")
        if not 0 <= start < stop <= resident:
            raise EngineError(
                f"sequence {sequence} holds {resident} positions, cannot drop {start} to {stop}"
            )
        if not self._llama.llama_memory_seq_rm(self._memory, sequence, start, stop):
            raise EngineError("llama.cpp refuses to drop the middle of a sequence; clear it and decode again")
        if stop < resident:
            self._llama.llama_memory_seq_add(self._memory, sequence, stop, -1, start - stop)
        self.resident[sequence] = resident - (stop - start)

    def drop_unfinished(self, sequence: int) -> None:
        """Forget what a failed batch wrote after the positions that count."""
        if not self._llama.llama_memory_seq_rm(self._memory, sequence, self.resident[sequence], -1):
            self.forget(sequence)

    def forget(self, sequence: int) -> None:
        """Empty one sequence; removing a whole sequence never fails (llama.h)."""
        self._llama.llama_memory_seq_rm(self._memory, sequence, -1, -1)
        self.resident[sequence] = 0

    def forget_all(self) -> None:
        """Empty every sequence."""
        self._llama.llama_memory_clear(self._memory, True)
        self.resident = [0] * len(self.resident)

    def check(self, sequence: int) -> None:
        """Raise `EngineError` for a sequence that is not there."""
        if not 0 <= sequence < len(self.resident):
            raise EngineError(f"sequence must be between 0 and {len(self.resident) - 1}, found {sequence}")
