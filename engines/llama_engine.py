"""An LLM in llama.cpp: tokens or embedding rows in, logits out, on sequences that fork.

Knows positions, sequences and room, and checks all of it in Python first, because llama.cpp
answers a wrong argument with an assert that ends the process; refuses to know prompts,
sampling and what rows mean. Belongs to one thread.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.chat_template import Piece
from anymal.engines.gguf_header import GgufHeader, read_gguf_header
from anymal.engines.gguf_rules import check_gguf
from anymal.engines.llama_adapter import AdapterFile, LlamaAdapters
from anymal.engines.llama_batch import MROPE_PLANES, BatchBuffers
from anymal.engines.llama_logits import LlamaLogits
from anymal.engines.llama_memory import LlamaMemory
from anymal.engines.llama_native import LlamaOptions, default_threads, load_llama, open_context, open_model
from anymal.engines.llama_status import decode_failure
from anymal.engines.llama_stop import StopSwitch
from anymal.engines.llama_team import release_team
from anymal.engines.llama_vocabulary import Vocabulary
from anymal.engines.token_rows import open_token_rows
from anymal.errors import ConfigError, ContextFull, EngineError

__all__ = ["LlamaEngine", "LlamaOptions"]

DEFAULTS = LlamaOptions()
MROPE_TYPES = (8, 40)  # LLAMA_ROPE_TYPE_MROPE, LLAMA_ROPE_TYPE_IMROPE


class LlamaEngine:
    """One GGUF model with one context of `n_ctx` cells; use it with `with`.

    `header` saves a second reading when the caller has it. `adapters` are loaded beside the model
    and wait for `use_adapters`. Raises `BundleError` for a file that llama.cpp must not see,
    `EngineError` when llama.cpp refuses it, `ConfigError` for a context longer than the model was
    trained for.
    """

    def __init__(
        self,
        path: Path,
        options: LlamaOptions = DEFAULTS,
        header: GgufHeader | None = None,
        adapters: Sequence[AdapterFile] = (),
    ) -> None:
        header = header or read_gguf_header(path)
        check_gguf(header)
        self.n_ctx_train: int = header.of_architecture("context_length")
        self.n_ctx = options.n_ctx or self.n_ctx_train
        if self.n_ctx > self.n_ctx_train:
            raise ConfigError(
                f"n_ctx must be at most {self.n_ctx_train}, the length {path.name} was trained for, "
                f"found {self.n_ctx}"
            )
        self.chat_template = header.chat_template
        self.options = options
        self.threads = options.threads or default_threads(path)
        with ExitStack() as stack:
            self._llama = load_llama()
            self._model = open_model(path, options, stack)
            self._adapters = LlamaAdapters(adapters, self._model, header, stack)
            self._context = open_context(self._model, self.n_ctx, self.threads, options, stack)
            self._describe(path, header)
            self._stack = stack.pop_all()
        self._n_batch = int(self._llama.llama_n_batch(self._context))
        self._buffers = BatchBuffers(self._llama, self._n_batch, self._row_planes)
        self._logits = LlamaLogits(self._llama, self._context, self.n_vocab)
        self._token_rows = open_token_rows(header, options)
        switch = StopSwitch(self._llama, self._context)
        self.stoppable, self.stop = switch.armed, switch.press

    def _describe(self, path: Path, header: GgufHeader) -> None:
        llama, model = self._llama, self._model
        if llama.llama_model_has_encoder(model) or llama.llama_model_is_diffusion(model):
            raise EngineError(f"{path.name}: a decoder-only LLM is wanted, found {header.architecture}")
        self.n_embd: int = llama.llama_model_n_embd(model)
        # Wider than n_embd on models whose picture rows carry extra planes; ours leave them zero.
        self._n_embd_in: int = llama.llama_model_n_embd_inp(model)
        self._cells = LlamaMemory(llama, self._context, self.options.sequences)
        self.can_shift = self._cells.can_shift
        self.can_truncate = not (llama.llama_model_is_recurrent(model) or llama.llama_model_is_hybrid(model))
        self._row_planes = MROPE_PLANES if llama.llama_model_rope_type(model) in MROPE_TYPES else 1
        longest = max(len(token.encode("utf-8", "surrogateescape")) for token in header.tokens)
        self._vocabulary = Vocabulary(llama, model, longest)
        self.n_vocab = self._vocabulary.size
        self.bos_id, self.eos_id = self._vocabulary.bos_id, self._vocabulary.eos_id
        self.end_ids, self.thought_ids = self._vocabulary.end_ids, self._vocabulary.thought_ids
        self.backend = f"llama.cpp {'GPU' if self.options.gpu_layers else 'CPU'}"
        self.reason = f"{self.backend}: gpu_layers is {self.options.gpu_layers}"

    def tokenize(self, text: str, special: bool = False) -> list[int]:
        """Return the tokens of `text`, never with a BOS; control tokens in it count only with `special`.

        Raises `ContextFull` for a text that cannot fit in any case.
        """
        self._check_open()
        return self._vocabulary.tokenize(text, special, self.n_ctx)

    def piece(self, token: int, special: bool = False) -> bytes:
        """Return the bytes of `token`; control tokens have none unless `special`."""
        self._check_open()
        return self._vocabulary.piece(token, special)

    @property
    def adapters(self) -> tuple[str, ...]:
        """Names of the adapters that can be used."""
        return self._adapters.names

    def use_adapters(self, names: Sequence[str] = ()) -> None:
        """Answer with exactly these adapters from now on; a change forgets every sequence.

        Raises `ConfigError` for a name that is not there.
        """
        self._check_open()
        if self._adapters.use(self._context, names):
            self._cells.forget_all()
            self._logits.forget()

    def resident(self, sequence: int = 0) -> int:
        """Return how many positions `sequence` holds; the next one to decode has this number."""
        self._check_open()
        self._cells.check(sequence)
        return self._cells.resident[sequence]

    def decode_tokens(
        self,
        tokens: Sequence[int],
        position: int,
        sequence: int = 0,
        all_logits: bool = False,
        logits: bool = True,
    ) -> None:
        """Run `tokens` at `position` and after it on `sequence`; logits follow from `logits()`.

        Without `logits` only keys and values are computed. `position` must be `resident(sequence)`.
        Raises `EngineError` for a wrong position or token, `ContextFull` when there is no room; the
        sequence is then as before.
        """
        if len(tokens) == 1 and not all_logits:
            self._decode_one(int(tokens[0]), position, sequence, logits)
            return
        ids = np.asarray(tokens, dtype=np.int64)
        bad = ids[(ids < 0) | (ids >= self.n_vocab)]
        if len(bad):
            raise EngineError(f"tokens must be between 0 and {self.n_vocab - 1}, found {bad[0]}")
        self._decode(ids.astype(np.int32), self._buffers.tokens, position, sequence, (all_logits, logits))

    def decode_rows(
        self,
        rows: NDArray[np.float32],
        position: int,
        sequence: int = 0,
        all_logits: bool = False,
        logits: bool = True,
    ) -> None:
        """Run embedding rows [n, n_embd] at `position` and after it on `sequence`, as `decode_tokens`."""
        values = np.ascontiguousarray(rows, dtype=np.float32)
        if values.ndim != 2 or values.shape[1] != self.n_embd:
            raise EngineError(f"rows must be [n, {self.n_embd}] to fit the LLM, found {list(np.shape(rows))}")
        if not np.isfinite(values).all():
            bad = int(np.flatnonzero(~np.isfinite(values).all(axis=1))[0])
            raise EngineError(f"rows must be finite, found NaN or infinity in row {bad}")
        if self._n_embd_in > self.n_embd:
            values = np.pad(values, ((0, 0), (0, self._n_embd_in - self.n_embd)))
        self._decode(values, self._buffers.rows, position, sequence, (all_logits, logits))

    def joined(self, pieces: Sequence[Piece]) -> Sequence[Piece]:
        """Return `pieces` as one array of rows where logits stay the same (`token_rows`), else as is."""
        rows = None if self._adapters.active else self._token_rows
        return rows.joined(pieces) if rows else pieces

    def _decode(
        self,
        items: NDArray[Any],
        make: Callable[..., Any],
        position: int,
        sequence: int,
        outputs_wanted: tuple[bool, bool],
    ) -> None:
        all_logits, any_logits = outputs_wanted
        self._check_place(position, len(items), sequence)
        if not len(items):
            return
        self._logits.forget()
        gathered, end = [], position + len(items)
        # About equal: an item that is left alone would be summed in another order, to other bits.
        for part in np.array_split(items, -(-len(items) // self._n_batch)):
            last = position + len(part) == end
            outputs = len(part) if all_logits else int(last and any_logits)
            self._run(make(part, position, sequence, outputs), sequence)
            position += len(part)
            if all_logits:
                gathered.append(np.stack([self._logits.row(index) for index in range(len(part))]))
        self._cells.resident[sequence] = end
        self._logits.keep(all_logits or any_logits, np.concatenate(gathered) if all_logits else None)

    def _decode_one(self, token: int, position: int, sequence: int, logits: bool) -> None:
        """`decode_tokens` for one token, without the arrays whose checks would cost it 30 us."""
        if not 0 <= token < self.n_vocab:
            raise EngineError(f"tokens must be between 0 and {self.n_vocab - 1}, found {token}")
        self._check_place(position, 1, sequence)
        self._logits.forget()
        self._run(self._buffers.token(token, position, sequence, logits), sequence)
        self._cells.resident[sequence] = position + 1
        self._logits.keep(logits)

    def _check_place(self, position: int, count: int, sequence: int) -> None:
        resident = self.resident(sequence)
        if position != resident:
            raise EngineError(
                f"sequence {sequence} holds {resident} positions, so the next is {resident}, "
                f"found {position}; truncate or clear it first"
            )
        if position + count > self.n_ctx:
            raise ContextFull(
                f"sequence {sequence} holds {resident} of {self.n_ctx} positions; {count} more do not fit"
            )

    def _run(self, batch: Any, sequence: int) -> None:
        """Hand one batch to llama.cpp; on failure forget what parts of it took, then raise."""
        status = int(self._llama.llama_decode(self._context, batch))
        if status == 0:
            return
        failure = decode_failure(status, batch.n_tokens, self.n_ctx, self._cells.resident)
        self._cells.drop_unfinished(sequence)
        raise failure

    def logits(self, index: int = -1) -> NDArray[np.float32]:
        """Return the logits [n_vocab] of the last decode, copied.

        `index` counts the decoded items, and only -1 exists unless `all_logits` was asked for.
        """
        self._check_open()
        return self._logits.copied(index)

    def logits_view(self) -> NDArray[np.float32]:
        """Return the logits [n_vocab] of the last position, kept by llama.cpp until the next decode."""
        self._check_open()
        return self._logits.view()

    def argmax(self) -> int:
        """Return the most likely next token without copying the logits."""
        return int(self.logits_view().argmax())

    def fork(self, source: int, target: int) -> None:
        """Make `target` a copy of `source`; the cells are shared, so this costs nothing."""
        self._check_open()
        self._cells.fork(source, target)

    def truncate(self, sequence: int, position: int) -> None:
        """Keep the first `position` positions of `sequence`. Raises `EngineError` on recurrent models."""
        self._check_open()
        self._cells.truncate(sequence, position)

    def slide(self, sequence: int, start: int, stop: int) -> None:
        """Drop positions [start, stop) and move what follows down: approximate, see `LlamaMemory.slide`."""
        self._check_open()
        self._cells.slide(sequence, start, stop)

    def clear(self, sequence: int | None = None) -> None:
        """Forget one sequence, or all of them."""
        self._check_open()
        if sequence is None:
            self._cells.forget_all()
            return
        self._cells.check(sequence)
        self._cells.forget(sequence)

    @staticmethod
    def rest() -> None:
        """Let go of the calling thread's helpers until it computes again: they slow other threads down."""
        release_team()

    def use_threads(self, count: int) -> None:
        """Compute with `count` of its `threads` from now on; logits stay the same to the last bit."""
        self._check_open()
        self._llama.llama_set_n_threads(self._context, count, count)

    def _check_open(self) -> None:
        if self._context is None:
            raise EngineError("the LLM is closed")

    def close(self) -> None:
        """Free context and model, in that order; safe to call twice."""
        self._logits.close()
        self._context = self._model = self._token_rows = None
        self._stack.close()

    def __enter__(self) -> "LlamaEngine":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
