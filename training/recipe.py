"""The nano recipe as data: every stage's size and schedule in one frozen record.

Knows numbers; refuses to know how a stage works (`training.stages`). `TINY` is the same path at
a size for tests.
"""

from dataclasses import dataclass, field

from anymal.training.train_aligner import AlignOptions
from anymal.training.train_llm import LlmOptions
from anymal.training.train_picture_rows import PictureRowOptions

__all__ = ["NANO", "TINY", "EncoderSteps", "Recipe", "StoreSizes"]


@dataclass(frozen=True)
class EncoderSteps:
    """Optimiser steps of each contrastive stage."""

    image: int = 5000
    audio: int = 1200
    motion: int = 1200


@dataclass(frozen=True)
class StoreSizes:
    """How many encoded samples stages c and d draw from."""

    image: int = 24000
    video: int = 9000
    audio: int = 7000
    imu: int = 12000


@dataclass(frozen=True)
class Recipe:
    """One bundle from one seed; with `hold_out`, the validation people and recordings stay unseen."""

    name: str = "nano"
    seed: int = 1
    hold_out: bool = True
    tokenizer_sentences: int = 60_000
    llm: LlmOptions = field(default_factory=LlmOptions)
    encoders: EncoderSteps = field(default_factory=EncoderSteps)
    stores: StoreSizes = field(default_factory=StoreSizes)
    picture_rows: PictureRowOptions = field(default_factory=PictureRowOptions)
    row_steps: int = 500
    align: AlignOptions = field(default_factory=lambda: AlignOptions(steps=60))
    instruct: AlignOptions = field(default_factory=lambda: AlignOptions(steps=1000).gentler())


NANO = Recipe()
TINY = Recipe(
    name="tiny",
    tokenizer_sentences=3000,
    llm=LlmOptions(
        hidden=64,
        layers=2,
        heads=2,
        feed_forward=128,
        vocabulary=768,
        steps=4,
        batch_tokens=1024,
        practice_steps=2,
    ),
    encoders=EncoderSteps(2, 2, 2),
    stores=StoreSizes(24, 8, 24, 24),
    picture_rows=PictureRowOptions(steps=2, batch=8),
    row_steps=2,
    align=AlignOptions(steps=2, batch_tokens=1024),
    instruct=AlignOptions(steps=2, batch_tokens=1024),
)
