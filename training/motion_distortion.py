"""How one real motion window becomes many: mounting, tempo, strength, noise, drop-outs.

Knows what may change without changing the activity; refuses to know activities and files.
Windows are float32 [n, 6] in m/s2 and rad/s with z the board's normal (the wearer's side axis).
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["distort", "rotation", "widest_source"]

_TEMPO = 0.15  # a window may be played up to 15 % faster or slower


def widest_source(window: int) -> int:
    """Samples `distort` needs at most to make `window` samples."""
    return int(window * (1 + _TEMPO)) + 1


def distort(source: NDArray[np.float32], window: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Cut `window` samples out of `source` at a random tempo, then re-mount, scale and disturb them."""
    signal = _retime(source, window, rng)
    if rng.random() < 0.5:  # left and right changed places: a reflection of z (rates are axial vectors)
        signal = signal * np.array([1, 1, -1, -1, -1, 1], np.float32)
    turn = _mounting(rng)
    signal = np.concatenate((signal[:, :3] @ turn, signal[:, 3:] @ turn), axis=1)
    signal = _rescale(signal, rng)
    return _disturb(signal, rng).astype(np.float32)


def rotation(axis: NDArray[np.float64], angle_rad: float) -> NDArray[np.float64]:
    """Rodrigues' rotation matrix about `axis` [3] (any length above zero)."""
    x, y, z = axis / np.linalg.norm(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + np.sin(angle_rad) * cross + (1 - np.cos(angle_rad)) * cross @ cross)


def _retime(source: NDArray[np.float32], window: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Resample at one tempo; angular rate rises with the tempo as it would in life."""
    most = min(1 + _TEMPO, (len(source) - 1) / (window - 1))
    tempo = float(rng.uniform(1 - _TEMPO, most))
    span = tempo * (window - 1)
    at = rng.uniform(0, len(source) - 1 - span) + tempo * np.arange(window)
    left = np.minimum(at.astype(np.int64), len(source) - 2)
    part = (at - left).astype(np.float32)[:, None]
    signal: NDArray[np.float32] = source[left] * (1 - part) + source[left + 1] * part
    signal[:, 3:] *= tempo
    return signal


def _mounting(rng: np.random.Generator) -> NDArray[np.float32]:
    """A plausible way to clip the sensor on: any small tilt, often pitched, now and then upside down."""
    turn = rotation(rng.normal(size=3) + 1e-9, rng.normal(0, 0.15))
    pitch = rng.uniform(-np.pi, np.pi) if rng.random() < 0.15 else rng.normal(0, 0.25)
    turn = turn @ rotation(np.array([0.0, 0.0, 1.0]), pitch)
    if rng.random() < 0.3:
        turn = turn @ rotation(np.eye(3)[int(rng.integers(2))], np.pi)
    return turn.astype(np.float32)


def _rescale(signal: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Stronger or weaker movement about the same gravity."""
    rest = signal[:, :3].mean(axis=0)
    strength = rng.uniform(0.8, 1.25)
    gain = rng.normal(1, 0.01, 3)
    accel = (rest + (signal[:, :3] - rest) * strength) * gain
    gyro = signal[:, 3:] * strength * rng.normal(1, 0.03, 3)
    out: NDArray[np.float32] = np.concatenate((accel, gyro), axis=1).astype(np.float32)
    return out


def _disturb(signal: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Noise, gyro bias, a slower sensor, and rarely a dead gyro axis."""
    if rng.random() < 0.5:
        level = np.array([0.08] * 3 + [0.02] * 3, np.float32) * np.float32(rng.uniform(0, 1))
        noise = rng.standard_normal(signal.shape, dtype=np.float32) * level
        signal = (signal + noise).astype(np.float32)
    bias = np.concatenate((rng.normal(0, 0.05, 3), rng.normal(0, 0.02, 3)))
    signal = (signal + bias).astype(np.float32)
    if rng.random() < 0.06:  # some of the real sensors ran at 25 to 50 Hz
        step = int(rng.integers(2, 5))
        coarse = np.arange(0, len(signal), step)
        every = np.arange(len(signal))
        slow = [np.interp(every, coarse, column[::step]) for column in signal.T]
        signal = np.stack(slow, axis=1).astype(np.float32)
    if rng.random() < 0.05:
        signal = signal.copy()
        signal[:, 3 + int(rng.integers(3))] = 0
    return np.asarray(signal, np.float32)
