"""Outputs of the frozen encoders, computed once and kept on disk beside their facts.

Knows how to fill and reopen such a store; refuses to know aligners and sentences. Encoders are
frozen from stage c on, so running them again for every step would only cost time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tqdm import tqdm

from anymal.training.facts_json import Facts, dump_facts, load_facts

__all__ = ["FeatureStore", "fill_store", "open_store"]


@dataclass(frozen=True)
class FeatureStore:
    """`features` float16 [N, positions, dim] (for videos [N, frames, positions, dim]) and N `facts`."""

    features: NDArray[np.float16]
    facts: tuple[Facts, ...]

    def __len__(self) -> int:
        return len(self.facts)

    def take(self, indices: list[int]) -> torch.Tensor:
        """Rows at `indices` as float32 [n, ...]."""
        return torch.from_numpy(np.asarray(self.features[indices], dtype=np.float32))


def fill_store(
    path: Path,
    samples: Iterator[tuple[NDArray[Any], Facts]],
    count: int,
    encode: Callable[[torch.Tensor], torch.Tensor],
    batch: int = 64,
    title: str = "features",
) -> FeatureStore:
    """Encode `count` samples (raw encoder inputs and their facts) into `path`, or reopen it when complete.

    A sample of rank one above the encoder's input (a video: frames first) is encoded frame by frame.
    """
    if path.with_suffix(".npy").exists() and path.with_suffix(".facts").exists():
        return open_store(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    blocks: list[NDArray[np.float16]] = []
    facts: list[Facts] = []
    with tqdm(total=count, desc=title, mininterval=5) as bar:
        while drawn := list(islice(samples, min(batch, count - len(facts)))):
            blocks.append(_encode(np.stack([raw for raw, _ in drawn]), encode, nested=title == "video"))
            facts += [truth for _, truth in drawn]
            bar.update(len(drawn))
    features = np.concatenate(blocks)
    np.save(path.with_suffix(".npy"), features)
    staged = path.with_suffix(".staged")
    staged.write_text(dump_facts(tuple(facts)), encoding="utf-8")
    staged.replace(path.with_suffix(".facts"))  # last and whole: with it the store is complete
    return FeatureStore(features, tuple(facts))


def open_store(path: Path) -> FeatureStore:
    """Reopen a store; features stay on disk until taken."""
    features = np.load(path.with_suffix(".npy"), mmap_mode="r")
    return FeatureStore(features, load_facts(path.with_suffix(".facts").read_text(encoding="utf-8")))


@torch.no_grad()
def _encode(
    raw: NDArray[Any], encode: Callable[[torch.Tensor], torch.Tensor], nested: bool
) -> NDArray[np.float16]:
    flat = raw.reshape(-1, *raw.shape[2:]) if nested else raw
    with torch.autocast(device_type="cpu", dtype=torch.bfloat16, enabled=False):
        features = encode(torch.from_numpy(np.ascontiguousarray(flat))).to(torch.float16).cpu().numpy()
    return features.reshape(*raw.shape[:2], *features.shape[1:]) if nested else features
