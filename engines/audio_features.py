"""A sound, cut or padded to the window an audio encoder takes.

Knows windows of samples; refuses to know spectra, which are inside the ONNX graph, and
resampling, which is the reader's work.
"""

import math

import numpy as np
from numpy.typing import NDArray

from anymal.engines.manifest import AudioInput
from anymal.errors import InputError
from anymal.samples import LOUDEST, NS_PER_S, AudioChunk

__all__ = ["audio_input", "audio_span_ns", "require_sound"]


def audio_input(chunk: AudioChunk, spec: AudioInput) -> NDArray[np.float32]:
    """Return float32 [n_samples]: the newest window, or all of a shorter sound and then silence.

    Raises `InputError` for another rate, no samples, or samples that are no floats around [-1, 1].
    """
    require_sound(chunk, spec.rate_hz)
    newest = chunk.samples[-spec.n_samples :]
    peak = float(np.abs(newest).max())
    if not math.isfinite(peak):
        raise InputError("the sound holds NaN or infinity; record it again")
    if peak > LOUDEST:
        raise InputError(
            f"the sound reaches {peak:g}; wanted -1 to 1. It looks like integers held as floats: divide them "
            "by full scale (int16 by 32768)"
        )
    padded = np.zeros(spec.n_samples, np.float32)
    padded[: len(newest)] = newest
    return padded


def require_sound(chunk: AudioChunk, rate_hz: int) -> None:
    """Raise `InputError` for another rate, more channels than one, no samples, or integers."""
    samples = chunk.samples
    if chunk.rate_hz != rate_hz:
        raise InputError(f"sound must be at {rate_hz} Hz, found {chunk.rate_hz} Hz; resample it when reading")
    if samples.ndim != 1:
        raise InputError(
            f"sound must be mono [n], found {list(samples.shape)}; average its channels, or choose one"
        )
    if samples.dtype.kind != "f":
        raise InputError(
            f"sound must be floats in [-1, 1], found {samples.dtype}; divide integers by full scale "
            "(int16 by 32768; uint8 is silent at 128: subtract that, then divide by 128)"
        )
    if not len(samples):
        raise InputError("the sound has no samples; record it again")


def audio_span_ns(chunk: AudioChunk, spec: AudioInput) -> tuple[int, int]:
    """Return (start, end) of the part that `audio_input` uses, without its padding."""
    end_ns = chunk.t_ns + round(len(chunk.samples) * NS_PER_S / chunk.rate_hz)
    used = min(len(chunk.samples), spec.n_samples)
    return end_ns - round(used * NS_PER_S / chunk.rate_hz), end_ns
