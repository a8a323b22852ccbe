"""LoRA adapters made on the spot: GGUF ones for the tiny GGUF, PEFT ones for a tiny checkpoint.

Knows both formats and what a merged weight is; the adapters know nothing and are large enough to see.
"""

from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGUFWriter
from numpy.typing import NDArray

from tests import tiny_models
from tests.tiny_models import TinySpec, make_tiny_gguf, vocabulary

RANK, ALPHA = 4, 8.0
TARGETS = ("blk.0.attn_q.weight", "blk.0.attn_v.weight", "blk.1.ffn_down.weight")
Pairs = dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]]


def tiny_weights() -> dict[str, NDArray[np.float32]]:
    """The tensors of the tiny GGUF, as numpy counts: [out, in]."""
    return tiny_models._llama_tensors(TinySpec(), len(vocabulary()[0]))


def make_pairs(seed: int = 0, targets: tuple[str, ...] = TARGETS, rank: int = RANK) -> Pairs:
    """A [rank, in] and B [out, rank] for each target."""
    dice, weights = np.random.default_rng(seed), tiny_weights()
    return {
        name: (
            dice.normal(0, 1 / 8, (rank, weights[name].shape[1])).astype(np.float32),
            dice.normal(0, 1 / 4, (weights[name].shape[0], rank)).astype(np.float32),
        )
        for name in targets
    }


def write_adapter(
    path: Path,
    pairs: Pairs | None = None,
    says: dict[str, Any] | None = None,
    extra: dict[str, NDArray[np.float32]] | None = None,
) -> Path:
    """Write a GGUF adapter; `says` overrides metadata (None leaves a key out), `extra` adds tensors."""
    metadata: dict[str, Any] = {"adapter.type": "lora", "adapter.lora.alpha": ALPHA, **(says or {})}
    writer = GGUFWriter(path, metadata.pop("general.architecture", "llama"))
    writer.add_type(metadata.pop("general.type", "adapter"))
    for key, value in metadata.items():
        if isinstance(value, str):
            writer.add_string(key, value)
        elif isinstance(value, np.float64):
            writer.add_float64(key, float(value))
        elif isinstance(value, float):
            writer.add_float32(key, value)
        elif value is not None:
            writer.add_array(key, value)
    for name, (a, b) in (make_pairs() if pairs is None else pairs).items():
        writer.add_tensor(f"{name}.lora_a", a)
        writer.add_tensor(f"{name}.lora_b", b)
    for name, values in (extra or {}).items():
        writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def write_merged(path: Path, monkeypatch: Any, *changes: tuple[Pairs, float]) -> Path:
    """Write the tiny GGUF with each (pairs, scale) added to its weights."""
    weights = tiny_weights()
    for pairs, scale in changes:
        for name, (a, b) in pairs.items():
            weights[name] = weights[name] + np.float32(scale * ALPHA / len(a)) * (b @ a)
    with monkeypatch.context() as patched:
        patched.setattr(tiny_models, "_llama_tensors", lambda *_: weights)
        return make_tiny_gguf(path)
