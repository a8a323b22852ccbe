"""Mono sound from one rate to another, piece by piece, as if it had been resampled whole.

Knows soxr's stream, which keeps its filter's state from piece to piece; refuses to know times,
channels and full scale.

The filter holds sound back, so what is given out ends earlier than what came. To 16 kHz in pieces of 20 ms
that is, mean and most: 23 and 41 ms from 22.05, 24, 44.1 and 48 kHz, 48 and 84 ms from 11.025 kHz, 64 and
115 ms from 8 kHz, 43 and 79 ms from 96 to 384 kHz, 0.6 and 1 s from 1 kHz.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from soxr import ResampleStream

__all__ = ["SoundRate"]


class SoundRate:
    """One stretch of float32 sound [n] from `source_hz` to `rate_hz`; at the same rate untouched."""

    def __init__(self, source_hz: int, rate_hz: int) -> None:
        self.source_hz = source_hz
        self._stream: ResampleStream | None = None
        if source_hz != rate_hz:
            import soxr

            self._stream = soxr.ResampleStream(source_hz, rate_hz, 1, dtype="float32", quality="HQ")

    def feed(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Take the next piece; return what can be given out now, possibly nothing."""
        if self._stream is None:
            return samples
        return np.asarray(self._stream.resample_chunk(samples), np.float32)

    def finish(self) -> NDArray[np.float32]:
        """Return what the filter still holds; the stretch ends here."""
        nothing = np.zeros(0, np.float32)
        if self._stream is None:
            return nothing
        return np.asarray(self._stream.resample_chunk(nothing, last=True), np.float32)
