"""Sound files to samples: any audio FFmpeg decodes, mono, at the rate asked for.

Knows resampling and plausible values; refuses to know what the sound is for. Channels are
averaged; how a stretch of a long file is found is `audio_decode`'s business.
"""

import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ConfigError, InputError
from anymal.samples import LOUDEST, NS_PER_S, AudioChunk
from anymal.sensors.audio_decode import SoundPiece, decode_sound
from anymal.sensors.file_check import check_riff_size, require_file
from anymal.sensors.media_file import media_errors
from anymal.sensors.window import Window

__all__ = ["read_audio"]

_WHOLE = Window()


def read_audio(path: Path, rate_hz: int, window: Window = _WHOLE) -> AudioChunk:
    """Read mono float32 samples in [-1, 1] at `rate_hz`; `t_ns` counts from the start of the file.

    Sound shorter than the window is returned as it is, silence too: padding is the encoder's
    business. Values beyond full scale are clipped. Raises `InputError` for a file that is
    missing, has no audio stream or no sample, is damaged or holds NaN, for a window that has no
    sound in it, and for more than `MAX_AUDIO_S` seconds at once.
    """
    if rate_hz < 1:
        raise ConfigError(f"audio at {rate_hz} Hz: wanted 1 or more")
    file = require_file(path, "sound")
    check_riff_size(file)
    with media_errors(path, "sound"):
        piece = decode_sound(file, window)
    _check_values(piece, path)
    samples = _resample(piece, rate_hz)
    if window.length_s is not None:
        samples = samples[: max(1, round(window.length_s * rate_hz))]
    if not len(samples):
        raise InputError(f"{path}: too short, less than one sample at {rate_hz} Hz. Record it again.")
    t_ns = (piece.first + piece.lead) * NS_PER_S // piece.rate_hz
    return AudioChunk(t_ns, np.clip(samples, -1.0, 1.0), rate_hz)


def _check_values(piece: SoundPiece, path: Path) -> None:
    wrong = np.flatnonzero(~np.isfinite(piece.samples))
    if len(wrong):
        where_s = (piece.first + wrong[0]) / piece.rate_hz
        fault = f"{len(wrong)} samples are NaN or infinite, the first at {where_s:.3f} s"
        raise InputError(f"{path}: {fault}. Record it again.")
    loudest = float(np.abs(piece.samples).max(initial=0.0))
    if loudest > LOUDEST:
        raise InputError(
            f"{path}: float samples reach {loudest:g}; wanted -1 to 1. "
            "They look like integers: divide them by full scale."
        )


def _resample(piece: SoundPiece, rate_hz: int) -> NDArray[np.float32]:
    """Resample to `rate_hz` float32 [n] and cut the context off.

    The context is trimmed to a whole number of output samples first, so that output sample 0
    stands exactly at the start of the window.
    """
    wanted = len(piece.samples) - piece.lead - piece.tail
    if rate_hz == piece.rate_hz:
        return piece.samples[piece.lead : piece.lead + wanted]
    import soxr

    unit = piece.rate_hz // math.gcd(piece.rate_hz, rate_hz)
    skipped = piece.lead % unit
    lead = (piece.lead - skipped) // unit * (rate_hz // math.gcd(piece.rate_hz, rate_hz))
    resampled = soxr.resample(piece.samples[skipped:], piece.rate_hz, rate_hz, quality="HQ")
    count = max(1, round(wanted * rate_hz / piece.rate_hz))
    return np.asarray(resampled[lead : lead + count], dtype=np.float32)
