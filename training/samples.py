"""Endless streams of encoder inputs with their facts: what stages c and d are fed from.

Knows which worlds are mixed in which shares; refuses to know encoders and questions. With
`hold_out`, validation people and blocks of recordings stay unseen.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.training.facts import MotionFacts, PictureFacts, SoundFacts, VideoFacts
from anymal.training.motions import load_motions
from anymal.training.pictures import draw_picture, draw_video, random_picture, random_video
from anymal.training.pictures.photos import load_photos
from anymal.training.sounds import load_sounds

__all__ = ["SAMPLES", "audio_samples", "image_samples", "motion_samples", "video_samples"]

PHOTO_SHARE = 0.15


def image_samples(
    rng: random.Random, shared: Path, hold_out: bool
) -> Iterator[tuple[NDArray[np.uint8], PictureFacts]]:
    """Drawn pictures and photographs, uint8 [96, 96, 3]; only photographs whose colours have a name."""
    dice = _numpy(rng)
    photos = load_photos(shared, "train")
    while True:
        if dice.random() < PHOTO_SHARE:
            facts, pixels = photos.sample(dice)
            if facts.colours:
                yield pixels, facts
        else:
            facts = random_picture(dice)
            yield draw_picture(facts, dice), facts


def video_samples(
    rng: random.Random, shared: Path, hold_out: bool
) -> Iterator[tuple[NDArray[np.uint8], VideoFacts]]:
    """Drawn videos, uint8 [4, 96, 96, 3]."""
    dice = _numpy(rng)
    while True:
        facts = random_video(dice)
        yield draw_video(facts, dice), facts


def audio_samples(
    rng: random.Random, shared: Path, hold_out: bool
) -> Iterator[tuple[NDArray[np.float32], SoundFacts]]:
    """Real sounds, mixtures, digits, silence and tones, float32 [80000] at 16 kHz."""
    dice = _numpy(rng)
    world = load_sounds(shared, "train" if hold_out else "all")
    while True:
        samples, facts = world.random_sound(dice)
        # This encoder hears that a digit is said, not which: nothing may teach the LLM to guess.
        yield samples, replace(facts, digit=None)


def motion_samples(
    rng: random.Random, shared: Path, hold_out: bool
) -> Iterator[tuple[NDArray[np.float32], MotionFacts]]:
    """Real motion, float32 [500, 6] in m/s2 and rad/s."""
    dice = _numpy(rng)
    world = load_motions(shared, "train" if hold_out else "all")
    while True:
        yield world.random_motion(dice)


SAMPLES: dict[str, Callable[[random.Random, Path, bool], Iterator[tuple[NDArray[Any], Any]]]] = {
    "image": image_samples,
    "video": video_samples,
    "audio": audio_samples,
    "imu": motion_samples,
}


def _numpy(rng: random.Random) -> np.random.Generator:
    return np.random.default_rng(rng.getrandbits(64))
