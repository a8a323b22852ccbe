"""Mono sound from one rate to another, piece by piece, as if it had been resampled whole.

Knows soxr's stream, which keeps its filter's state from piece to piece; refuses to know times,
channels and full scale. The filter holds sound back: 33 ms from 48 kHz to 16 kHz.
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
