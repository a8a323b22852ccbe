"""Text as embedding rows, so that the pieces of a prompt go through the LLM as one batch.

Knows which GGUF types hold rows that can be read exactly and which architectures take a token's row for the
token; refuses to know prompts and the LLM's state. llama.cpp takes tokens or rows in one batch, never both,
and each batch reads every weight.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from anymal.engines.chat_template import Piece
from anymal.engines.gguf_header import BLOCKS, GgufHeader, TensorInfo
from anymal.engines.llama_native import LlamaOptions

__all__ = ["ARCHITECTURES", "TokenRows", "open_token_rows"]

EMBEDDINGS = "token_embd.weight"
# Their graphs look a token's row up and do nothing else to it (src/models of llama.cpp); Gemma scales it.
ARCHITECTURES = frozenset({"llama", "phi3", "qwen2", "qwen3"})
# ggml types: 0 F32, 1 F16, 2 Q4_0, 6 Q5_0, 8 Q8_0, 30 BF16.
Q8_0, BF16 = 8, 30
PLAIN = {0: np.float32, 1: np.float16}
# Products with these have the same bits in every batch of two or more; with K-quants they have not (135 M and
# 8 M Llamas, 76 rows cut in six ways: logits up to 0.2 apart with Q4_K and Q6_K, none with these).
SAME_IN_EVERY_BATCH = frozenset({0, 1, 2, 6, 8, 30})
Bytes = NDArray[np.uint8]


class TokenRows:
    """The token embeddings in an open GGUF, read where they lie: only rows that are wanted cost memory."""

    def __init__(self, header: GgufHeader, table: TensorInfo) -> None:
        self._width, self._count = table.shape
        per_block, block_bytes = BLOCKS[table.kind]
        shape = (self._count, self._width // per_block * block_bytes)
        at = header.data_start + table.offset
        self._bytes: Bytes = np.memmap(header.path, np.uint8, "r", at, shape)
        self._read = _reader(table.kind)

    def of(self, tokens: Sequence[int]) -> NDArray[np.float32]:
        """Return the rows [n, n_embd] of `tokens`, as ggml's `get_rows` makes them."""
        return self._read(self._bytes[list(tokens)])

    def joined(self, pieces: Sequence[Piece]) -> Sequence[Piece]:
        """Return `pieces` as one array of rows [n, n_embd].

        One piece stays as it is, and so do pieces of which one is no token or row of this LLM: they are not
        judged here.
        """
        if len(pieces) < 2 or not all(self._fits(piece) for piece in pieces):
            return pieces
        return [np.concatenate([self.of(piece) if isinstance(piece, tuple) else piece for piece in pieces])]

    def _fits(self, piece: Piece) -> bool:
        if isinstance(piece, tuple):
            return bool(piece) and min(piece) >= 0 and max(piece) < self._count
        return piece.ndim == 2 and piece.shape[1] == self._width


def open_token_rows(header: GgufHeader, options: LlamaOptions) -> TokenRows | None:
    """Return the token rows of a checked GGUF that is opened with `options`.

    None for an architecture or a type that is not known here, and where the borders of batches show in the
    last bits of logits: with some types of weights, on GPUs and with flash attention.
    """
    table = header.tensors.get(EMBEDDINGS)
    if table is None or len(table.shape) != 2 or header.architecture not in ARCHITECTURES:
        return None
    if options.gpu_layers or options.flash_attention or table.kind not in (*PLAIN, Q8_0, BF16):
        return None
    kinds = {tensor.kind for tensor in header.tensors.values()}
    return TokenRows(header, table) if kinds <= SAME_IN_EVERY_BATCH else None


def _reader(kind: int) -> Callable[[Bytes], NDArray[np.float32]]:
    if kind == Q8_0:
        return _read_q8_0
    return _read_bf16 if kind == BF16 else lambda rows: rows.view(PLAIN[kind]).astype(np.float32)


def _read_q8_0(rows: Bytes) -> NDArray[np.float32]:
    """Blocks of a half-precision scale and 32 signed bytes (`block_q8_0` of ggml-common.h)."""
    blocks = rows.reshape(len(rows), -1, 34)
    scales = np.ascontiguousarray(blocks[:, :, :2]).view(np.float16).astype(np.float32)
    return (blocks[:, :, 2:].view(np.int8) * scales).reshape(len(rows), -1)


def _read_bf16(rows: Bytes) -> NDArray[np.float32]:
    """The upper halves of float32."""
    return (rows.view(np.uint16).astype(np.uint32) << np.uint32(16)).view(np.float32)
