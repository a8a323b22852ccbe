"""Inputs made up for an encoder that comes without held-out samples: fixed, varied, and nothing more.

Knows the raw shapes of every modality; refuses to claim that they stand for the world: they show that
two programs agree, on smooth and on busy signals, loud and silent ones.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.export.to_onnx import input_shape

__all__ = ["MADE_UP", "made_inputs"]

MADE_UP = "made up: colour fields with grain, tones and noise, motions at rest and shaken"
GRAVITY_MPS2 = 9.81
Maker = Callable[[tuple[int, ...], Mapping[str, Any], np.random.Generator], NDArray[Any]]


def made_inputs(modality: str, spec: Mapping[str, Any], count: int) -> NDArray[Any]:
    """`count` raw samples [count, ...] for the input section `spec`, always the same ones."""
    dice = np.random.default_rng(20231)
    shape = input_shape(modality, spec)
    makers: Mapping[str, Maker] = {"image": _picture, "video": _video, "audio": _sound, "imu": _motion}
    samples: list[NDArray[Any]] = [makers[modality](shape, spec, dice) for _ in range(count)]
    return np.stack(samples)


def _picture(shape: tuple[int, ...], spec: Mapping[str, Any], dice: np.random.Generator) -> NDArray[np.uint8]:
    """A coarse field of colours, one patch of another, and grain."""
    height, width, _ = shape
    cells = int(dice.integers(1, 9))
    coarse = dice.integers(0, 256, (cells, cells, 3))
    picture = coarse[np.arange(height) * cells // height][:, np.arange(width) * cells // width]
    top, left = int(dice.integers(height)), int(dice.integers(width))
    picture[top : top + height // 3, left : left + width // 3] = dice.integers(0, 256, 3)
    grainy: NDArray[np.uint8] = np.clip(picture + dice.integers(-8, 9, shape), 0, 255).astype(np.uint8)
    return grainy


def _video(shape: tuple[int, ...], spec: Mapping[str, Any], dice: np.random.Generator) -> NDArray[np.uint8]:
    """A picture that moves to one side."""
    first = _picture(shape[1:], spec, dice)
    step = max(1, shape[2] // 16)
    return np.stack([np.roll(first, number * step, axis=1) for number in range(shape[0])])


def _sound(shape: tuple[int, ...], spec: Mapping[str, Any], dice: np.random.Generator) -> NDArray[np.float32]:
    """A tone and noise that swell and end; the end is digital silence."""
    seconds = np.arange(shape[0]) / float(spec["rate_hz"])
    tone = np.sin(2 * np.pi * dice.uniform(100, 1000) * seconds) * dice.uniform(0, 0.3)
    noise = dice.standard_normal(shape) * dice.uniform(0, 0.1)
    sound = (tone + noise) * np.sin(np.linspace(0, np.pi, shape[0]))
    sound[int(shape[0] * dice.uniform(0.5, 1.0)) :] = 0.0
    return np.clip(sound, -1, 1).astype(np.float32)


def _motion(
    shape: tuple[int, ...], spec: Mapping[str, Any], dice: np.random.Generator
) -> NDArray[np.float32]:
    """Gravity along z, shaken more or less; metres per second squared, radians per second."""
    moved = dice.standard_normal(shape) * dice.uniform(0, 3)
    moved[:, 2] += GRAVITY_MPS2
    return moved.astype(np.float32)
