"""An LLM opened to be measured: whole prompts in, logits out, with the graph and the cache open to view.

Knows llama.cpp's evaluation callback and its cache types, which the device's engine has no use
for; refuses to know what is measured. One context, one sequence, one thread.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.chat_template import Piece
from anymal.engines.gguf_header import read_gguf_header
from anymal.engines.gguf_rules import check_gguf
from anymal.engines.llama_batch import MROPE_PLANES, BatchBuffers
from anymal.engines.llama_engine import MROPE_TYPES
from anymal.engines.llama_log import first_complaint
from anymal.engines.llama_native import LlamaOptions, load_llama, open_model
from anymal.engines.llama_vocabulary import Vocabulary
from anymal.errors import ContextFull, ExportError

__all__ = ["CACHE_TYPES", "ProbeLlm", "ProbeOptions", "Watch"]

Logits = NDArray[np.float32]
# Told the address of every tensor of a graph: first asking whether it is wanted, then with its values.
Watch = Callable[[int, bool], bool]
CACHE_TYPES = ("f32", "f16", "bf16", "q8_0", "q5_1", "q5_0", "q4_1", "q4_0", "iq4_nl")
PLAIN_CACHE = ("f32", "f16", "bf16")
BATCH = 2048


@dataclass(frozen=True)
class ProbeOptions:
    """How to open: the defaults are the exact form, f32 keys and values and no flash attention.

    `cache_k` and `cache_v` are of `CACHE_TYPES`; values in blocks (`q8_0` and smaller) need
    `flash_attention`, as llama.cpp has it. `gpu_layers` as in `LlamaOptions`.
    """

    n_ctx: int
    threads: int = 1
    cache_k: str = "f32"
    cache_v: str = "f32"
    flash_attention: bool = False
    gpu_layers: int = 0

    def __post_init__(self) -> None:
        """Raise `ExportError` for a cache that llama.cpp would refuse."""
        for name in (self.cache_k, self.cache_v):
            if name not in CACHE_TYPES:
                raise ExportError(f"cache type {name!r} is unknown; there are {', '.join(CACHE_TYPES)}")
        if self.cache_v not in PLAIN_CACHE and not self.flash_attention:
            raise ExportError(f"values in {self.cache_v} need flash attention; keys alone do not")


class ProbeLlm:
    """One GGUF with one context; use it with `with`.

    `watch` sees every tensor of every graph. Raises `BundleError` for a file that llama.cpp must
    not see, `EngineError` or `ExportError` when it refuses the file or the options.
    """

    def __init__(self, path: Path, options: ProbeOptions, watch: Watch | None = None) -> None:
        header = read_gguf_header(path)
        check_gguf(header)
        self.path, self.options = path, options
        self._llama = load_llama()
        with ExitStack() as stack:
            self._model = open_model(path, LlamaOptions(gpu_layers=options.gpu_layers), stack)
            self._context = self._open_context(watch, stack)
            self._stack = stack.pop_all()
        llama, model = self._llama, self._model
        self._n_batch = int(llama.llama_n_batch(self._context))
        planes = MROPE_PLANES if llama.llama_model_rope_type(model) in MROPE_TYPES else 1
        self._buffers = BatchBuffers(llama, self._n_batch, planes)
        self._n_embd_in: int = llama.llama_model_n_embd_inp(model)
        vocabulary = Vocabulary(llama, model, longest_token=1)  # never asked for the text of a token
        self.n_vocab, self.end_ids = vocabulary.size, vocabulary.end_ids
        self._position = 0

    def _open_context(self, watch: Watch | None, stack: ExitStack) -> Any:
        llama, options = self._llama, self.options
        params = llama.llama_context_default_params()
        params.n_ctx = options.n_ctx
        params.n_batch = min(BATCH, options.n_ctx)
        params.n_ubatch = min(params.n_ubatch, params.n_batch)
        params.n_threads = params.n_threads_batch = options.threads
        params.offload_kqv = params.op_offload = options.gpu_layers != 0
        params.no_perf = True
        params.flash_attn_type = (
            llama.LLAMA_FLASH_ATTN_TYPE_ENABLED
            if options.flash_attention
            else llama.LLAMA_FLASH_ATTN_TYPE_DISABLED
        )
        params.type_k = getattr(llama, f"GGML_TYPE_{options.cache_k.upper()}")
        params.type_v = getattr(llama, f"GGML_TYPE_{options.cache_v.upper()}")
        if watch is not None:
            # ctypes keeps no reference of its own, and llama.cpp calls for as long as the context lives.
            self._callback = llama.ggml_backend_sched_eval_callback(lambda tensor, ask, _: watch(tensor, ask))
            params.cb_eval = self._callback
        context = llama.llama_init_from_model(self._model, params)
        if not context:
            raise ExportError(
                f"{self.path.name}: llama.cpp opens no context of {options.n_ctx} positions with keys in "
                f"{options.cache_k} and values in {options.cache_v}: {first_complaint() or 'no reason given'}"
            )
        stack.callback(llama.llama_free, context)
        return context

    def prefill(self, pieces: Sequence[Piece]) -> Logits:
        """Forget what was, run a prompt, and return the logits [1, n_vocab] after its last position."""
        self._llama.llama_memory_clear(self._llama.llama_get_memory(self._context), True)
        self._position = 0
        for number, piece in enumerate(pieces, start=1):
            logits = self._decode(piece, outputs=1 if number == len(pieces) else 0)
        return logits

    def extend(self, tokens: Sequence[int], every: bool = True) -> Logits:
        """Run `tokens` after what is there; logits [n, n_vocab] after each, or of the last alone."""
        return self._decode(tuple(tokens), outputs=len(tokens) if every else 1)

    def _decode(self, piece: Piece, outputs: int) -> Logits:
        if self._position + len(piece) > self.options.n_ctx:
            raise ContextFull(
                f"{len(piece)} positions after {self._position} do not fit a context of {self.options.n_ctx}"
            )
        items, make = self._items(piece)
        gathered = []
        for start in range(0, len(items), self._n_batch):
            part = items[start : start + self._n_batch]
            rest = len(items) - start - len(part)
            wanted = min(len(part), max(0, outputs - rest))
            status = self._llama.llama_decode(self._context, make(part, self._position, 0, wanted))
            if status:
                reason = first_complaint() or "no reason given"
                raise ExportError(f"{self.path.name}: llama.cpp cannot decode (status {status}): {reason}")
            self._position += len(part)
            first = len(part) - wanted
            gathered += [self._row(first + index) for index in range(wanted)]
        return np.stack(gathered) if gathered else np.empty((0, self.n_vocab), np.float32)

    def _items(self, piece: Piece) -> tuple[NDArray[Any], Callable[..., Any]]:
        if isinstance(piece, tuple):
            return np.asarray(piece, np.int32), self._buffers.tokens
        rows = np.ascontiguousarray(piece, np.float32)
        missing = self._n_embd_in - rows.shape[1]
        if missing < 0 or not np.isfinite(rows).all():
            raise ExportError(f"rows must be finite and at most {self._n_embd_in} wide, found {rows.shape}")
        return np.pad(rows, ((0, 0), (0, missing))), self._buffers.rows

    def _row(self, index: int) -> Logits:
        pointer = self._llama.llama_get_logits_ith(self._context, index)
        if not pointer:
            raise ExportError(f"llama.cpp has no logits for item {index}: {first_complaint()}")
        return np.ctypeslib.as_array(pointer, shape=(self.n_vocab,)).copy()

    def __enter__(self) -> "ProbeLlm":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()
