"""The native side of llama.cpp: its import, its one-time start, and model and context as resources.

Knows llama-cpp-python's low-level functions and the order in which handles are freed; refuses
to know sequences, tokens and prompts. Everything here assumes a file that `gguf_rules` passed.
"""

import os
import platform
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from anymal.engines.cpu_tiles import own_layouts
from anymal.engines.llama_log import first_complaint, silence
from anymal.errors import ConfigError, EngineError

__all__ = ["LlamaOptions", "default_threads", "load_llama", "open_context", "open_model", "usable_cores"]

MAX_SEQUENCES = 64
# A thread must have something to do between two meetings: nano (9 MB, two cores) takes 0.67 to 0.81 of one
# thread's time with two.
THREAD_BYTES = 4 << 20
# ggml's OpenMP threads wait for each other some hundred times per token, and libgomp lets a thread look so
# often before it sleeps in the kernel. With too few looks a large model's threads sleep at every step (135 M,
# two cores: 14.4 ms per token with 500, 11.7 with 2,000, 11.2 with libgomp's own 300,000). Many cost most
# beside other busy processes, which is what `runtime.spare_cores` is for. A look waits by PAUSE on x86 only,
# some 15 to 50 ns.
SPIN_TURNS = {"x86_64": 2_000, "AMD64": 2_000}
SPIN_TURNS_BARE = 100_000


@dataclass(frozen=True)
class LlamaOptions:
    """How an LLM is opened.

    `n_ctx`: positions of the context, None for what the model was trained with. `threads`: None for one per
    usable core, but not more than one for each 4 MB of a model's file, which more threads hardly speed up.
    `n_batch`: positions per native call, `n_ubatch` per pass through the graph. `sequences`: how many may
    live side by side, sharing cells. `flash_attention`: faster on long contexts; off by default, as it moves
    logits by 1e-2. `kv_f32`: keep keys and values in f32 instead of f16, for parity. `gpu_layers`: how many
    layers a GPU takes, -1 for all.
    """

    n_ctx: int | None = None
    threads: int | None = None
    n_batch: int = 512
    n_ubatch: int = 512
    sequences: int = 2
    flash_attention: bool = False
    kv_f32: bool = False
    gpu_layers: int = 0

    def __post_init__(self) -> None:
        """Raise `ConfigError` for what llama.cpp would meet with an assert."""
        limits = {
            "n_ctx": (16, 1 << 24),
            "threads": (1, 512),
            "n_batch": (1, 1 << 16),
            "n_ubatch": (1, 1 << 16),
            "sequences": (1, MAX_SEQUENCES),
            "gpu_layers": (-1, 1 << 16),
        }
        for name, (least, most) in limits.items():
            value = getattr(self, name)
            if value is not None and not least <= value <= most:
                raise ConfigError(f"LlamaOptions.{name} must be between {least} and {most}, found {value}")


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@cache
def load_llama() -> ModuleType:
    """Import llama.cpp's low-level functions and start its backends, once per process, in silence.

    Raises `EngineError` when llama-cpp-python is absent or its library does not load.
    """
    if "OMP_WAIT_POLICY" not in os.environ:
        turns = SPIN_TURNS.get(platform.machine(), SPIN_TURNS_BARE)
        os.environ.setdefault("GOMP_SPINCOUNT", str(turns))  # libgomp reads it once, when it is loaded
    try:
        from llama_cpp import llama_cpp
    except (ImportError, OSError, RuntimeError) as error:
        raise EngineError(f"llama-cpp-python does not load: {error}; install it again") from error
    module: ModuleType = llama_cpp
    silence(module)
    module.llama_backend_init()
    return module


def open_model(path: Path, options: LlamaOptions, stack: ExitStack) -> Any:
    """Map the weights and return the model handle, to be freed by `stack`. Raises `EngineError`."""
    llama = load_llama()
    if options.gpu_layers != 0 and not llama.llama_supports_gpu_offload():
        raise EngineError(
            "this llama-cpp-python was built without a GPU; reinstall it with "
            'CMAKE_ARGS="-DGGML_CUDA=on", or keep the LLM on the CPU'
        )
    params = llama.llama_model_default_params()
    params.n_gpu_layers = options.gpu_layers
    params.use_extra_bufts = own_layouts()
    params.load_mode = llama.LLAMA_LOAD_MODE_AUTO  # memory-mapped wherever the device can
    model = llama.llama_model_load_from_file(os.fsencode(path), params)
    if not model:
        raise EngineError(f"{path.name}: llama.cpp cannot load it: {_why()}")
    stack.callback(llama.llama_model_free, model)
    return model


def default_threads(path: Path) -> int:
    """Return the threads for the model in `path` when nobody chose a number."""
    return max(1, min(usable_cores(), path.stat().st_size // THREAD_BYTES))


def open_context(model: Any, n_ctx: int, threads: int, options: LlamaOptions, stack: ExitStack) -> Any:
    """Return a context of `n_ctx` cells or more, to be freed by `stack`. Raises `EngineError`."""
    llama = load_llama()
    params = llama.llama_context_default_params()
    params.n_ctx = n_ctx
    params.n_batch = min(options.n_batch, n_ctx)
    params.n_ubatch = min(options.n_ubatch, params.n_batch)
    params.n_seq_max = options.sequences
    params.n_threads = params.n_threads_batch = threads
    # One pool of cells: a fork is then only a mark on cells, and costs nothing.
    params.kv_unified = True
    params.offload_kqv = params.op_offload = options.gpu_layers != 0
    params.no_perf = True
    params.flash_attn_type = (
        llama.LLAMA_FLASH_ATTN_TYPE_ENABLED
        if options.flash_attention
        else llama.LLAMA_FLASH_ATTN_TYPE_DISABLED
    )
    if options.kv_f32:
        params.type_k = params.type_v = llama.GGML_TYPE_F32
    context = llama.llama_init_from_model(model, params)
    if not context:
        raise EngineError(
            f"llama.cpp cannot open a context of {n_ctx} positions: {_why()}; try a smaller n_ctx"
        )
    stack.callback(llama.llama_free, context)
    return context


def _why() -> str:
    return first_complaint() or "it gives no reason"
