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
    """Room for `n_batch` tokens or embedding rows of one sequence at consecutive positions.

    A batch is valid until the next one is made: both share the arrays, whose addresses are found only once,
    since an answer makes a batch per token.
    """

    def __init__(self, llama: ModuleType, n_batch: int, row_planes: int) -> None:
        self._row_planes = row_planes
        self._tokens = np.zeros(n_batch, np.int32)
        self._steps = np.arange(n_batch, dtype=np.int32)
        self._positions = np.zeros(n_batch * MROPE_PLANES, np.int32)
        self._counts = np.ones(n_batch, np.int32)
        self._sequence = np.zeros(1, np.int32)
        # One pointer per entry, all to the same sequence number.
        self._sequences = np.full(n_batch, self._sequence.ctypes.data, np.uintp)
        self._outputs = np.zeros(n_batch, np.int8)
        self._batch = llama.llama_batch(
            pos=_pointer(self._positions, llama.llama_pos),
            n_seq_id=_pointer(self._counts, ctypes.c_int32),
            seq_id=_pointer(self._sequences, ctypes.POINTER(llama.llama_seq_id)),
            logits=_pointer(self._outputs, ctypes.c_int8),
        )
        # Not read back from the batch: a pointer that is read from a field changes with the field.
        self._token_pointer = _pointer(self._tokens, llama.llama_token)
        self._no_tokens = ctypes.POINTER(llama.llama_token)()
        self._no_rows = ctypes.POINTER(ctypes.c_float)()

    def tokens(self, tokens: NDArray[np.int32], position: int, sequence: int, outputs: int) -> Any:
        """Return a batch of tokens; the last `outputs` of them give logits."""
        count = len(tokens)
        self._tokens[:count] = tokens
        self._place(count, position, sequence, outputs, planes=1)
        self._batch.token, self._batch.embd = self._token_pointer, self._no_rows
        return self._batch

    def token(self, token: int, position: int, sequence: int, output: bool) -> Any:
        """Return a batch of one token: what an answer makes over and over."""
        self._tokens[0], self._positions[0], self._sequence[0] = token, position, sequence
        self._outputs[0] = output
        self._batch.n_tokens = 1
        self._batch.token, self._batch.embd = self._token_pointer, self._no_rows
        return self._batch

    def rows(self, rows: NDArray[np.float32], position: int, sequence: int, outputs: int) -> Any:
        """Return a batch of embedding rows [n, width], C-contiguous; `rows` must outlive its use."""
        self._place(len(rows), position, sequence, outputs, planes=self._row_planes)
        self._batch.token, self._batch.embd = self._no_tokens, _pointer(rows, ctypes.c_float)
        return self._batch

    def _place(self, count: int, position: int, sequence: int, outputs: int, planes: int) -> None:
        for plane in range(planes):
            part = self._positions[plane * count : (plane + 1) * count]
            np.add(self._steps[:count], position, out=part)
        self._sequence[0] = sequence
        self._outputs[:count] = 0
        self._outputs[count - outputs : count] = 1
        self._batch.n_tokens = count


def _pointer(array: NDArray[Any], kind: Any) -> Any:
    return ctypes.cast(array.ctypes.data, ctypes.POINTER(kind))
