"""A sound, cut or padded to the window an audio encoder takes.

Knows windows of samples; refuses to know spectra, which are inside the ONNX graph, and
resampling, which is the reader's work.
"""

import numpy as np
from numpy.typing import NDArray

from anymal.engines.manifest import AudioInput
from anymal.errors import InputError
from anymal.samples import NS_PER_S, AudioChunk

__all__ = ["audio_input", "audio_span_ns"]


def audio_input(chunk: AudioChunk, spec: AudioInput) -> NDArray[np.float32]:
    """Return float32 [n_samples]: the newest window, or all of a shorter sound and then silence.

    Raises `InputError` for another rate, no samples, or samples that are no numbers.
    """
    samples = chunk.samples
    if chunk.rate_hz != spec.rate_hz:
        raise InputError(
            f"sound must be at {spec.rate_hz} Hz, found {chunk.rate_hz} Hz; resample it when reading"
        )
    if samples.ndim != 1:
        raise InputError(f"sound must be mono [n], found {list(samples.shape)}")
    if not len(samples):
        raise InputError("the sound has no samples")
    newest = np.asarray(samples[-spec.n_samples :], dtype=np.float32)
    if not np.isfinite(newest).all():
        raise InputError("the sound holds NaN or infinity")
    padded = np.zeros(spec.n_samples, np.float32)
    padded[: len(newest)] = newest
    return padded


def audio_span_ns(chunk: AudioChunk, spec: AudioInput) -> tuple[int, int]:
    """Return (start, end) of the part that `audio_input` uses, without its padding."""
    end_ns = chunk.t_ns + round(len(chunk.samples) * NS_PER_S / chunk.rate_hz)
    used = min(len(chunk.samples), spec.n_samples)
    return end_ns - round(used * NS_PER_S / chunk.rate_hz), end_ns
