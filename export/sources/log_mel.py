"""Mel power of a sound inside the graph: a Hann-windowed Fourier transform written as one convolution.

Knows what the feature extractors of transformers compute (`audio_utils.spectrogram`, centred, reflected
at the ends, power 2) and repeats it in operators every runtime has; refuses to know the scale that
follows, which each model sets itself.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from anymal.errors import ExportError
from anymal.export.sources.sourced import KeepsFloat32

__all__ = ["MEL_FLOOR", "MelPower"]

MEL_FLOOR = 1e-10


class MelPower(KeepsFloat32):
    """float32 [B, samples] in [-1, 1] to mel power [B, bands, 1 + samples // hop], at least 1e-10.

    `filters` [bins, bands] is the extractor's own bank. Frequencies no filter reads are not computed.
    Raises `ExportError` when the bank does not belong to the window.
    """

    basis: Tensor
    mel: Tensor

    def __init__(self, filters: NDArray[np.floating], window: int, hop: int) -> None:
        super().__init__()
        if len(filters) != window // 2 + 1:
            raise ExportError(
                f"log-mel: filters for {len(filters)} frequencies; a window of {window} has {window // 2 + 1}"
            )
        read = np.flatnonzero(filters.any(axis=1))
        first, last = int(read[0]), int(read[-1]) + 1
        n = torch.arange(window, dtype=torch.float64)
        k = torch.arange(first, last, dtype=torch.float64)[:, None]
        hann = torch.hann_window(window, periodic=True, dtype=torch.float64)
        # k * n is reduced first: cosines of large angles lose digits.
        angle = 2 * torch.pi * torch.remainder(k * n, window) / window
        basis = torch.cat((torch.cos(angle) * hann, torch.sin(angle) * hann)).float()
        mel = torch.from_numpy(np.ascontiguousarray(filters[first:last].T)).float()
        self.hop, self.pad, self.bins = hop, window // 2, last - first
        self.register_buffer("basis", basis.unsqueeze(1), persistent=False)  # [2 * bins, 1, window]
        self.register_buffer("mel", mel.unsqueeze(-1), persistent=False)  # [bands, bins, 1]

    def forward(self, raw: Tensor) -> Tensor:
        """See the class."""
        padded = functional.pad(raw.unsqueeze(1), (self.pad, self.pad), mode="reflect")
        spectrum = functional.conv1d(padded, self.basis, stride=self.hop)
        power = spectrum[:, : self.bins].square() + spectrum[:, self.bins :].square()  # [B, bins, frames]
        # A convolution, not a product of matrices: those are what int8 takes.
        return functional.conv1d(power, self.mel).clamp(min=MEL_FLOOR)
