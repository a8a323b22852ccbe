"""Motions made from formulas: the simple cases that demos and self-tests use.

Knows a still head and an idealised walk and run; refuses to know recordings. Real data
dominates training; these keep the encoder sane on clean, synthetic signals.
"""

import numpy as np
from numpy.typing import NDArray

from anymal.training.facts import MotionFacts
from anymal.training.motion_distortion import rotation

__all__ = ["made_motion", "made_stillness", "made_stride"]

_RATE_HZ = 100
_WINDOW = 500
_GRAVITY_MPS2 = 9.80665


def made_motion(rng: np.random.Generator) -> tuple[NDArray[np.float32], MotionFacts]:
    """One made window, float32 [500, 6] in m/s2 and rad/s, with its facts."""
    kind = int(rng.integers(4))
    if kind <= 1:
        return made_stillness(rng), MotionFacts("sitting still")
    if kind == 2:
        return made_stride(rng, rng.uniform(1.5, 2.2), rng.uniform(1.2, 3.5)), MotionFacts("walking")
    return made_stride(rng, rng.uniform(2.5, 3.2), rng.uniform(6.0, 13.0)), MotionFacts("running")


def made_stillness(rng: np.random.Generator) -> NDArray[np.float32]:
    """One g in a mounting of any small tilt, sensor noise, no movement at all."""
    noise = np.array([0.03] * 3 + [0.005] * 3) * rng.uniform(0, 2)
    signal = rng.standard_normal((_WINDOW, 6)) * noise
    signal[:, 1] += _GRAVITY_MPS2
    return _mount(signal, rng)


def made_stride(rng: np.random.Generator, steps_hz: float, bounce_mps2: float) -> NDArray[np.float32]:
    """Steps at `steps_hz`: vertical bounce, sway at half the step rate, a nodding and turning head."""
    t = np.arange(_WINDOW) / _RATE_HZ
    phase = 2 * np.pi * steps_hz * t + rng.uniform(0, 2 * np.pi)
    half = phase / 2 + rng.uniform(0, 2 * np.pi)
    second = rng.uniform(0, 0.5)
    bounce = np.sin(phase) + second * np.sin(2 * phase + rng.uniform(0, 2 * np.pi))
    ahead = rng.uniform(0.1, 0.5) * np.sin(phase + rng.uniform(0, 2 * np.pi))
    side = rng.uniform(0.1, 0.5) * np.sin(half)
    accel = np.stack((ahead * bounce_mps2, _GRAVITY_MPS2 + bounce * bounce_mps2, side * bounce_mps2), axis=1)
    nod = rng.uniform(0.05, 0.5) * np.sin(phase + rng.uniform(0, 2 * np.pi))
    yaw = rng.uniform(0.05, 0.6) * np.sin(half + rng.uniform(0, 2 * np.pi))
    roll = rng.uniform(0.02, 0.3) * np.sin(half + rng.uniform(0, 2 * np.pi))
    signal = np.concatenate((accel, np.stack((roll, yaw, nod), axis=1)), axis=1)
    signal += rng.standard_normal(signal.shape) * np.array([0.1] * 3 + [0.02] * 3) * rng.uniform(0, 2)
    return _mount(signal, rng)


def _mount(signal: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float32]:
    """Clip the made sensor on with gravity near any of the board's directions."""
    turn = rotation(rng.normal(size=3), rng.normal(0, 0.3))
    kind = int(rng.integers(4))
    if kind < 2:  # as on a glasses temple, pitched anyhow
        turn = turn @ rotation(np.array([0.0, 0.0, 1.0]), rng.uniform(-np.pi, np.pi))
    elif kind == 2:  # gravity on z, as most people write a synthetic sample
        turn = rotation(np.array([1.0, 0.0, 0.0]), -np.pi / 2) @ turn
    return np.concatenate((signal[:, :3] @ turn, signal[:, 3:] @ turn), axis=1).astype(np.float32)
