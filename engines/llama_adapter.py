"""LoRA adapters of an open LLM: checked in Python, loaded once, switched between answers.

Knows what a GGUF adapter must say before llama.cpp may see it and how several are active at once;
refuses to know why one is chosen. Keys and values computed under one choice are wrong under
another: whoever switches forgets them (`LlamaEngine.use_adapters` does).
"""

import ctypes
import math
import mmap
import os
import struct
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anymal.engines.gguf_header import GgufHeader, TensorInfo, read_gguf_header
from anymal.engines.gguf_rules import NOT_WEIGHTS
from anymal.engines.llama_log import first_complaint
from anymal.engines.llama_native import load_llama
from anymal.errors import BundleError, ConfigError, EngineError

__all__ = ["AdapterFile", "LlamaAdapters", "check_adapter"]

MAX_ADAPTERS = 32
ALPHA = "adapter.lora.alpha"
INVOCATION = "adapter.alora.invocation_tokens"
A, B = ".lora_a", ".lora_b"
EMBEDDING, OUTPUT = "token_embd.weight", "output.weight"
FLOAT32 = 6  # of GGUF's value types


@dataclass(frozen=True)
class AdapterFile:
    """A GGUF adapter under the name it is asked for by; `scale` multiplies what it adds."""

    name: str
    path: Path
    scale: float = 1.0

    def __post_init__(self) -> None:
        """Raise `ConfigError` for a nameless adapter or a scale that is no number."""
        if not self.name or not math.isfinite(self.scale):
            raise ConfigError(
                f"adapter {self.name!r}: wanted a name and a finite scale, found scale {self.scale}"
            )


class LlamaAdapters:
    """The adapters of one model. Load before the context is made: its graph has room for what is there.

    Raises `BundleError` for a file that llama.cpp must not see or that is made for another LLM,
    `EngineError` when llama.cpp refuses it (`llama_adapter_lora_init`), `ConfigError` for two of
    one name.
    """

    def __init__(self, files: Sequence[AdapterFile], model: Any, base: GgufHeader, stack: ExitStack) -> None:
        if len(files) > MAX_ADAPTERS or len({file.name for file in files}) < len(files):
            names = ", ".join(file.name for file in files)
            raise ConfigError(f"adapters must be at most {MAX_ADAPTERS} of different names, found {names}")
        self._llama = load_llama()
        self._scales = {file.name: file.scale for file in files}
        self._handles = {file.name: self._open(file, model, base, stack) for file in files}
        self.active: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every adapter that can be used, in the order given."""
        return tuple(self._handles)

    def use(self, context: Any, names: Sequence[str]) -> bool:
        """Apply exactly `names` from now on, none for the LLM alone; returns whether anything changed.

        What several add is summed (`llama_set_adapters_lora`). Raises `ConfigError` for an unknown name.
        """
        if unknown := [name for name in names if name not in self._handles]:
            have = ", ".join(self.names) or "none"
            raise ConfigError(f"adapter {unknown[0]!r} is unknown; this LLM has {have}")
        wanted = tuple(name for name in self._handles if name in names)
        if wanted == self.active:
            return False
        pointer = self._llama.llama_adapter_lora_p_ctypes
        handles = (pointer * len(wanted))(*(self._handles[name] for name in wanted))
        scales = (ctypes.c_float * len(wanted))(*(self._scales[name] for name in wanted))
        if status := int(self._llama.llama_set_adapters_lora(context, handles, len(wanted), scales)):
            raise EngineError(f"llama.cpp cannot switch to adapters {', '.join(wanted)} (status {status})")
        self.active = wanted
        return True

    def _open(self, file: AdapterFile, model: Any, base: GgufHeader, stack: ExitStack) -> Any:
        check_adapter(read_gguf_header(file.path), base)
        handle = self._llama.llama_adapter_lora_init(model, os.fsencode(file.path))
        if not handle:
            reason = first_complaint() or "it gives no reason"
            raise EngineError(f"{file.path.name}: llama.cpp cannot load this adapter: {reason}")
        stack.callback(self._llama.llama_adapter_lora_free, handle)
        return handle


def check_adapter(adapter: GgufHeader, base: GgufHeader) -> None:
    """Raise `BundleError` unless llama.cpp can apply all of `adapter` to the model `base`.

    Source of the rules: llama_adapter_lora_init_impl and build_lora_mm of llama.cpp. They pass
    over layer norms in silence and meet a misfit while running with an assert; both are refused.
    """
    name = adapter.path.name
    wanted = {
        "general.type": "adapter",
        "adapter.type": "lora",
        "general.architecture": base.architecture,
    }
    for key, value in wanted.items():
        if (found := adapter.metadata.get(key)) != value:
            raise BundleError(
                f"{name}: {key} must be {value!r} to fit {base.path.name}, found {found!r}; "
                "it is no adapter of this LLM"
            )
    if ALPHA in adapter.metadata and not _is_float32(adapter, ALPHA):
        raise BundleError(f"{name}: {ALPHA} must be a finite 32-bit float; convert the adapter again")
    if INVOCATION in adapter.metadata:
        raise BundleError(f"{name}: is an aLoRA, active only after certain tokens, which is not supported")
    sides = {name for name in adapter.tensors if name.endswith((A, B))}
    if other := sorted(set(adapter.tensors) - sides):
        raise BundleError(
            f"{name}: tensor {other[0]!r} is neither {A} nor {B}, and llama.cpp would leave it out; "
            "merge the adapter into the LLM instead"
        )
    targets = {side.removesuffix(A).removesuffix(B) for side in sides}
    if not targets:
        raise BundleError(f"{name}: holds no LoRA tensors; convert the adapter again")
    for target in sorted(targets):
        _check_pair(adapter, target, base)


def _check_pair(adapter: GgufHeader, target: str, base: GgufHeader) -> None:
    """Check the two tensors of one weight; `shape` counts fastest first: A (in, r), B (r, out)."""
    name = adapter.path.name
    a, b, weight = adapter.tensors.get(target + A), adapter.tensors.get(target + B), base.tensors.get(target)
    if a is None or b is None:
        raise BundleError(f"{name}: {target!r} lacks {A if a is None else B}; convert the adapter again")
    if kinds := {a.kind, b.kind} & NOT_WEIGHTS:
        raise BundleError(f"{name}: {target!r} is of type {kinds.pop()}, which is none for weights")
    if target == EMBEDDING and OUTPUT not in base.tensors:
        raise BundleError(
            f"{name}: changes the token embeddings, which are the output matrix of {base.path.name} too; "
            "merge the adapter into the LLM instead"
        )
    if weight is None or not _fits(a, b, weight, flipped=target == EMBEDDING):
        found = "no such tensor" if weight is None else f"{weight.shape}"
        raise BundleError(
            f"{name}: {target!r} is A {a.shape} and B {b.shape}, in {base.path.name} it is {found}; "
            "the adapter is of another base model"
        )


def _fits(a: TensorInfo, b: TensorInfo, weight: TensorInfo, flipped: bool) -> bool:
    if not len(a.shape) == len(b.shape) == len(weight.shape) >= 2:
        return False
    if flipped:  # rows of A are looked up by token: A (r, tokens), B (r, width)
        return (a.shape, b.shape) == ((b.shape[0], weight.shape[1]), (b.shape[0], weight.shape[0]))
    wanted = ((weight.shape[0], b.shape[0]), (b.shape[0], weight.shape[1]))
    deeper = a.shape[2:] == b.shape[2:] == weight.shape[2:]  # experts
    return (a.shape[:2], b.shape[:2]) == wanted and deeper


def _is_float32(header: GgufHeader, key: str) -> bool:
    """Whether `key` is stored as f32: llama.cpp asserts the type, which a parsed header no longer shows."""
    stored = struct.pack("<Q", len(key)) + key.encode() + struct.pack("<I", FLOAT32)
    with header.path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return data.find(stored) >= 0 and math.isfinite(header.metadata[key])
