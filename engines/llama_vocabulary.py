"""Text to tokens and back, with the vocabulary inside a GGUF.

Knows llama.cpp's tokeniser, which tokens end an answer, which stand around thoughts and which begin a text;
refuses to know chat formats and contexts.
"""

import ctypes
from types import ModuleType
from typing import Any

import numpy as np

from anymal.errors import ContextFull, EngineError

__all__ = ["THOUGHT_MARKS", "Vocabulary"]

THOUGHT_MARKS = (
    ("<think>", "</think>"),  # DeepSeek-R1, Qwen3, SmolLM3, GLM-4.5 and most others
    ("[THINK]", "[/THINK]"),  # Magistral, Ministral 3
    ("<seed:think>", "</seed:think>"),  # Seed-OSS
)
"""What reasoning models write around their thoughts, each as one token."""


class Vocabulary:
    """The vocabulary of an open model; lives no longer than the model does."""

    def __init__(self, llama: ModuleType, model: Any, longest_token: int) -> None:
        self._llama = llama
        self._handle = llama.llama_model_get_vocab(model)
        self._longest_token = max(1, longest_token)
        self.size: int = llama.llama_vocab_n_tokens(self._handle)
        bos: int = llama.llama_vocab_bos(self._handle)
        self.bos_id = bos if 0 <= bos < self.size else None
        eos: int = llama.llama_vocab_eos(self._handle)
        self.eos_id = eos if 0 <= eos < self.size else None
        is_end = llama.llama_vocab_is_eog
        self._pieces: dict[tuple[int, bool], bytes] = {}  # answers use few of all tokens, again and again
        self.end_ids = frozenset(token for token in range(self.size) if is_end(self._handle, token))
        self.thought_ids = self._thought_ids()

    def tokenize(self, text: str, special: bool, room: int) -> list[int]:
        """Return the tokens of `text`; only with `special` are control tokens recognised in it.

        Raises `ContextFull` when even the longest pieces would need more than `room` tokens,
        so that a huge text is refused before it is worked on.
        """
        # Lone surrogates (undecodable bytes of a command line) have no UTF-8: they become '?'.
        data = text.encode("utf-8", "replace")
        if len(data) > room * self._longest_token:
            raise ContextFull(
                f"a text of {len(data)} bytes cannot fit the context of {room} positions; shorten it"
            )
        if not data:
            return []
        capacity = len(data) + 16
        tokens = np.zeros(capacity, np.int32)
        pointer = ctypes.cast(tokens.ctypes.data, ctypes.POINTER(self._llama.llama_token))
        count = self._llama.llama_tokenize(self._handle, data, len(data), pointer, capacity, False, special)
        if count < 0:
            raise EngineError(f"llama.cpp wants {-count} tokens for a text of {len(data)} bytes")
        return [int(token) for token in tokens[:count]]

    def _thought_ids(self) -> tuple[int, int] | None:
        """The tokens around thoughts; None where this vocabulary has no such pair."""
        for marks in THOUGHT_MARKS:
            begins, ends = (self.tokenize(mark, True, len(mark)) for mark in marks)
            if len(begins) == len(ends) == 1:
                return begins[0], ends[0]
        return None

    def piece(self, token: int, special: bool) -> bytes:
        """Return the bytes `token` stands for; control tokens are empty unless `special`.

        A character may be spread over several tokens: join bytes before decoding.
        """
        known = self._pieces.get((token, special))
        if known is not None:
            return known
        if not 0 <= token < self.size:
            raise EngineError(f"token must be between 0 and {self.size - 1}, found {token}")
        capacity = 128
        while True:
            buffer = ctypes.create_string_buffer(capacity)
            count = self._llama.llama_token_to_piece(self._handle, token, buffer, capacity, 0, special)
            if count >= 0:
                piece = self._pieces[token, special] = buffer.raw[:count]
                return piece
            capacity = -count
