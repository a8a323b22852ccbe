"""The arrays of one `llama_batch`, owned by numpy and reused for every native call.

Knows the layout llama.cpp reads; refuses to know contexts and sequences' contents. No batch
is allocated natively, so none can leak.
"""

import ctypes
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["BatchBuffers"]

# M-RoPE models read four position planes for rows of embeddings (time, y, x, and a spare one).
MROPE_PLANES = 4


class BatchBuffers:
    """Room for `n_batch` tokens or embedding rows of one sequence at consecutive positions."""

    def __init__(self, llama: ModuleType, n_batch: int, row_planes: int) -> None:
        self._llama = llama
        self._row_planes = row_planes
        self._tokens = np.zeros(n_batch, np.int32)
        self._positions = np.zeros(n_batch * MROPE_PLANES, np.int32)
        self._counts = np.ones(n_batch, np.int32)
        self._sequence = np.zeros(1, np.int32)
        # One pointer per entry, all to the same sequence number.
        self._sequences = np.full(n_batch, self._sequence.ctypes.data, np.uintp)
        self._outputs = np.zeros(n_batch, np.int8)

    def tokens(self, tokens: NDArray[np.int32], position: int, sequence: int, outputs: int) -> Any:
        """Return a batch of tokens; the last `outputs` of them give logits."""
        count = len(tokens)
        self._tokens[:count] = tokens
        self._place(count, position, sequence, outputs, planes=1)
        return self._batch(count, token=self._tokens)

    def rows(self, rows: NDArray[np.float32], position: int, sequence: int, outputs: int) -> Any:
        """Return a batch of embedding rows [n, width], C-contiguous; `rows` must outlive its use."""
        self._place(len(rows), position, sequence, outputs, planes=self._row_planes)
        return self._batch(len(rows), rows=rows)

    def _place(self, count: int, position: int, sequence: int, outputs: int, planes: int) -> None:
        places = np.arange(position, position + count, dtype=np.int32)
        self._positions[: count * planes] = np.tile(places, planes)
        self._sequence[0] = sequence
        self._outputs[:count] = 0
        self._outputs[count - outputs : count] = 1

    def _batch(
        self, count: int, token: NDArray[np.int32] | None = None, rows: NDArray[np.float32] | None = None
    ) -> Any:
        llama = self._llama
        return llama.llama_batch(
            n_tokens=count,
            token=_pointer(token, llama.llama_token),
            embd=_pointer(rows, ctypes.c_float),
            pos=_pointer(self._positions, llama.llama_pos),
            n_seq_id=_pointer(self._counts, ctypes.c_int32),
            seq_id=_pointer(self._sequences, ctypes.POINTER(llama.llama_seq_id)),
            logits=_pointer(self._outputs, ctypes.c_int8),
        )


def _pointer(array: NDArray[Any] | None, kind: Any) -> Any:
    pointer = ctypes.POINTER(kind)
    return pointer() if array is None else ctypes.cast(array.ctypes.data, pointer)
