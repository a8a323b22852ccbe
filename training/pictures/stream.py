"""An endless stream of picture batches with their true phrases, made in worker processes.

Knows the mixture of drawn pictures, frames of drawn clips and photographs, and that batch number
i of a seed is always the same; refuses to know models and losses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch.utils.data import DataLoader, Dataset

from anymal.training.pictures.draw import draw_picture, draw_video, frame_pictures
from anymal.training.pictures.palette import backgrounds_of
from anymal.training.pictures.photos import PhotoWorld, dominant_colours, load_photos
from anymal.training.pictures.phrases import cell_targets, picture_targets
from anymal.training.pictures.random_facts import practice_picture, random_picture, random_video

__all__ = ["Batch", "StreamOptions", "open_stream"]

Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


@dataclass(frozen=True)
class StreamOptions:
    """Batch size and the shares of clip frames, photographs and crowded pictures; the rest is usual."""

    batch: int = 64
    frames_share: float = 0.07
    photo_share: float = 0.1
    practice_share: float = 0.0
    split: Literal["train", "validation"] = "train"


def open_stream(
    shared: Path, seed: int, first: int, last: int, options: StreamOptions, workers: int = 1
) -> Iterator[Batch]:
    """Yield batches `first` to `last` - 1: uint8 [B, 96, 96, 3], int64 [B, groups], int64 [B, 3, 9]."""
    batches = _Batches(load_photos(shared, options.split), seed, first, last, options)
    loader = DataLoader(batches, batch_size=None, num_workers=workers, prefetch_factor=4 if workers else None)
    return iter(loader)


class _Batches(Dataset[Batch]):
    def __init__(self, photos: PhotoWorld, seed: int, first: int, last: int, options: StreamOptions) -> None:
        self.photos, self.seed, self.first, self.last, self.options = photos, seed, first, last, options

    def __len__(self) -> int:
        return self.last - self.first

    def __getitem__(self, index: int) -> Batch:
        held_out = int(self.options.split == "validation")
        rng = np.random.default_rng((self.seed, held_out, self.first + index))
        rows = [_one(self.photos, self.options, rng) for _ in range(self.options.batch)]
        pixels, targets, cells = (torch.from_numpy(np.stack(part)) for part in zip(*rows, strict=True))
        return pixels, targets, cells


def _one(photos: PhotoWorld, options: StreamOptions, rng: np.random.Generator) -> tuple[NDArray[Any], ...]:
    kind = rng.random()
    if kind < options.photo_share:
        facts, pixels = photos.sample(rng)
    elif kind < options.photo_share + options.frames_share:
        return _frame(rng)
    else:
        practice = kind > 1.0 - options.practice_share
        facts = practice_picture(rng) if practice else random_picture(rng)
        pixels = draw_picture(facts, rng)
    # Held-out figures are about photographs; in training the colour rule is learned from drawings as well.
    train = options.split == "train" and facts.kind != "photo"
    colours = dominant_colours(pixels) if train else ()
    return pixels, picture_targets(facts, colours=colours), cell_targets(facts)


def _frame(rng: np.random.Generator) -> tuple[NDArray[Any], ...]:
    video = random_video(rng)
    chosen = int(rng.integers(4))
    facts = frame_pictures(video)[chosen]
    shades = backgrounds_of(video.background)
    facts = replace(facts, bright=shades[0])
    return draw_video(video, rng)[chosen], picture_targets(facts, len(shades) == 1), cell_targets(facts)
