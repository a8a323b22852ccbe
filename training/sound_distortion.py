"""How one recording becomes many windows: speed, place, room, background, level.

Knows what may change without changing what is heard; refuses to know classes and files.
Samples are float32 in [-1, 1] at 16 kHz.
"""

import numpy as np
import scipy.fft
from numpy.typing import NDArray

__all__ = ["coloured_noise", "finish", "level_db", "loudness", "match_level", "place", "play", "window_of"]

_RATE_HZ = 16_000
_FRAME = 512
_SILENT = 1e-8


def window_of(samples: NDArray[np.float32], window: int) -> NDArray[np.float32]:
    """The newest `window` samples, zeros at the end when there are fewer: what the device does."""
    newest = samples[-window:]
    return np.pad(newest, (0, window - len(newest)))


def play(samples: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Now and then a part of the clip only, a little faster or slower (pitch follows), or filtered."""
    if rng.random() < 0.3 and len(samples) > _RATE_HZ:
        keep = int(len(samples) * rng.uniform(0.5, 1.0))
        start = int(rng.integers(0, len(samples) - keep + 1))
        samples = samples[start : start + keep]
    if rng.random() < 0.4:
        speed = rng.uniform(0.88, 1.14)
        at = np.arange(0, len(samples) - 1, speed)
        samples = np.interp(at, np.arange(len(samples)), samples).astype(np.float32)
    if rng.random() < 0.5:
        samples = _filtered(samples, rng)
    return samples


def place(samples: NDArray[np.float32], window: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Cut or pad to `window`: newest part or any part of a long clip; a short one first, or anywhere."""
    spare = len(samples) - window
    if spare >= 0:
        start = spare if rng.random() < 0.4 else int(rng.integers(0, spare + 1))
        return samples[start : start + window]
    before = 0 if rng.random() < 0.65 else int(rng.integers(0, 1 - spare))
    return np.pad(samples, (before, -spare - before))


def finish(window: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Add a faint background now and then, change the level, clip to [-1, 1]."""
    if rng.random() < 0.25:
        noise = coloured_noise(len(window), rng)
        below_db = rng.uniform(15, 40)
        gain = 10 ** ((level_db(window) - below_db - level_db(noise)) / 20)
        window = window + noise * np.float32(gain)
    spread_db = 3.0 if rng.random() < 0.6 else 9.0
    gain_db = min(rng.normal(0, spread_db), -level_db(window))
    if rng.random() < 0.5:
        gain_db = min(gain_db, 20 * np.log10(1 / max(float(np.abs(window).max()), _SILENT)))
    return np.asarray(np.clip(window * np.float32(10 ** (gain_db / 20)), -1, 1), np.float32)


def coloured_noise(count: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Steady noise of a random spectral slope (white to brown), RMS one; `count` is even."""
    spectrum = rng.standard_normal(count + 2, dtype=np.float32).view(np.complex64)  # white, drawn as bins
    bins = np.arange(len(spectrum), dtype=np.float32) + 20
    noise = scipy.fft.irfft(spectrum * bins ** np.float32(-rng.uniform(0, 1.2)), count)
    return np.asarray(noise / np.sqrt(np.mean(noise**2)), np.float32)


def level_db(samples: NDArray[np.float32]) -> float:
    """RMS of the loudest 32 ms in dB re full scale; -160 for digital silence."""
    whole = samples[: len(samples) // _FRAME * _FRAME]
    if len(whole) == 0:
        whole = np.pad(samples, (0, _FRAME - len(samples)))
    power = float((whole.reshape(-1, _FRAME) ** 2).mean(axis=1).max())
    return float(10 * np.log10(power + _SILENT**2))


def loudness(window: NDArray[np.float32]) -> bool | None:
    """True for clearly loud, False for clearly quiet, None between, where people would not agree."""
    level = level_db(window)
    if level > -14:
        return True
    return False if level < -38 else None


def match_level(samples: NDArray[np.float32], like: NDArray[np.float32]) -> NDArray[np.float32]:
    """`samples` scaled until its loudest moment is as loud as that of `like`."""
    gain = 10 ** ((level_db(like) - level_db(samples)) / 20)
    return samples * np.float32(min(gain, 1e4))


def _filtered(samples: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """A smooth random colouring: another microphone, another room."""
    size = len(samples)
    padded = scipy.fft.next_fast_len(size, real=True)
    spectrum = scipy.fft.rfft(samples, padded)
    corners = (2.0 ** np.arange(9) - 1) / 256 * (len(spectrum) - 1)  # octaves
    gains_db = np.interp(np.arange(len(spectrum)), corners, rng.normal(0, 4, 9))
    if rng.random() < 0.2:  # a dull microphone
        cut = rng.uniform(0.25, 0.9) * len(spectrum)
        gains_db = gains_db - 30 * np.clip(np.arange(len(spectrum)) / cut - 1, 0, 1)
    gains = np.power(np.float32(10), (gains_db / 20).astype(np.float32))
    return np.asarray(scipy.fft.irfft(spectrum * gains, padded)[:size], np.float32)
