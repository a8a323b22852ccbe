"""Sounds made from formulas: silence, a steady tone, beeping.

Knows how such sounds may vary; refuses to know recordings.
"""

import numpy as np
from numpy.typing import NDArray

from anymal.training.facts import SoundFacts
from anymal.training.sound_distortion import coloured_noise, loudness

__all__ = ["made_beeping", "made_silence", "made_sound", "made_tone"]

_RATE_HZ = 16_000
_WINDOW = 80_000


def made_sound(rng: np.random.Generator) -> tuple[NDArray[np.float32], SoundFacts]:
    """One made window, float32 [80000], with its facts."""
    kind = int(rng.integers(3))
    if kind == 0:
        return made_silence(rng), SoundFacts(("silence",))
    samples = made_tone(rng) if kind == 1 else made_beeping(rng)
    return samples, SoundFacts(("a steady tone" if kind == 1 else "beeping",), loud=loudness(samples))


def made_silence(rng: np.random.Generator) -> NDArray[np.float32]:
    """Digital zero, or steady noise far below any real recording, perhaps a little DC, perhaps short."""
    if rng.random() < 0.25:
        return np.zeros(_WINDOW, np.float32)
    level = 10 ** (rng.uniform(-105, -62) / 20)
    samples = coloured_noise(_WINDOW, rng) * np.float32(level)
    if rng.random() < 0.3:
        samples[int(rng.integers(_RATE_HZ // 4, _WINDOW)) :] = 0
    if rng.random() < 0.2:
        samples = samples + np.float32(rng.normal(0, 1e-3))
    if rng.random() < 0.5:  # 16-bit files
        samples = np.round(samples * 32768) / np.float32(32768)
    return samples.astype(np.float32)


def made_tone(rng: np.random.Generator) -> NDArray[np.float32]:
    """One pitch from 150 to 3500 Hz for at least 0.8 s, pure or with a few harmonics, over faint noise."""
    return _dress(_pitch(rng) * _span(rng, int(0.8 * _RATE_HZ)), rng)


def made_beeping(rng: np.random.Generator) -> NDArray[np.float32]:
    """One pitch switched on and off at least three times at an even rhythm of 1 to 8 Hz."""
    period = 1 / rng.uniform(1.0, 8.0)
    on = period * rng.uniform(0.2, 0.7)
    t = np.arange(_WINDOW, dtype=np.float32) / np.float32(_RATE_HZ)
    phase = (t + rng.uniform(0, period)) % period
    edge = rng.uniform(0.001, 0.01)  # a switch without a click
    gate = np.clip(phase / edge, 0, 1) * np.clip((on - phase) / edge, 0, 1)
    if rng.random() < 0.3:  # a dying alarm
        gate = gate * np.exp(-phase / on * rng.uniform(0, 3))
    return _dress(_pitch(rng) * gate * _span(rng, min(_WINDOW, int(3.2 * period * _RATE_HZ))), rng)


def _pitch(rng: np.random.Generator) -> NDArray[np.float32]:
    """A steady pitch over the whole window, peak near one."""
    hertz = float(np.exp(rng.uniform(np.log(150), np.log(3500))))
    tone = _sine(hertz, rng.uniform(0, 2 * np.pi))
    kind = rng.random()
    if kind < 0.3:
        for overtone in range(2, 6):
            if hertz * overtone < 7500:
                tone += _sine(hertz * overtone, 0.0) * np.float32(rng.uniform(0, 1.2 / overtone))
    elif kind < 0.4:
        tone = np.clip(tone * 4, -1, 1)
    out: NDArray[np.float32] = tone / np.abs(tone).max()
    return out


def _sine(hertz: float, phase: float) -> NDArray[np.float32]:
    """A sine over the window; the phase is wrapped in float64 before the float32 sine."""
    turns = (np.arange(_WINDOW) * (hertz / _RATE_HZ)) % 1.0
    out: NDArray[np.float32] = np.sin((2 * np.pi * turns + phase).astype(np.float32))
    return out


def _span(rng: np.random.Generator, least: int) -> NDArray[np.float32]:
    """Ones over the whole window, or over a part of at least `least` samples that mostly starts at zero."""
    mask = np.ones(_WINDOW, np.float32)
    if rng.random() < 0.6:
        return mask
    length = int(rng.integers(least, _WINDOW + 1))
    start = 0 if rng.random() < 0.6 else int(rng.integers(0, _WINDOW - length + 1))
    mask[:start] = 0
    mask[start + length :] = 0
    return mask


def _dress(tone: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Any level from -45 dB to full scale, mostly over noise at least 20 dB below."""
    samples = tone * np.float32(10 ** (rng.uniform(-45, 0) / 20))
    if rng.random() < 0.6:
        below_db = rng.uniform(20, 60)
        samples = samples + coloured_noise(_WINDOW, rng) * np.float32(
            np.abs(samples).max() * 10 ** (-below_db / 20)
        )
    return np.asarray(np.clip(samples, -1, 1), np.float32)
