"""What an opened source is: one torch module from raw signal to rows, and the facts that describe it.

Knows the shape every source takes on its way to export; refuses to know where it came from.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import torch
from torch import nn

from anymal.models.encoder_protocol import Encoder
from anymal.samples import Modality

__all__ = ["KeepsFloat32", "OpenedEncoder", "SourceFacts", "SourcedModality", "SourcedModule"]


@dataclass(frozen=True)
class SourceFacts:
    """The rows a module makes: `tokens` of width `n_embd` (the names `FusedModality.options` has)."""

    modality: Modality
    tokens: int
    n_embd: int


@dataclass(frozen=True)
class OpenedEncoder:
    """An encoder with its weights, the manifest input section it wants, and where it came from."""

    encoder: Encoder
    input: Mapping[str, Any]
    provenance: Mapping[str, Any] = field(default_factory=dict)
    folder: Path | None = None


@dataclass(frozen=True)
class SourcedModality:
    """A modality ready for export.

    `module` takes the raw batch of `input` (`Encoder` says which; video: uint8 [B, frames, H, W, 3]) and
    returns rows float32 [B, tokens, n_embd]; `module.options` is `options`. `input` is the manifest's
    section; `provenance` names class, layer, folder and the sha256 of every weight file.
    """

    module: nn.Module
    options: SourceFacts
    input: dict[str, Any]
    provenance: dict[str, Any]


class KeepsFloat32(nn.Module):
    """A module whose constants stay float32 when the model around it is halved.

    For what goes before the first learned layer: a spectrum's power overflows float16, its floor
    vanishes in it.
    """

    def _apply(self, fn: Callable[[torch.Tensor], torch.Tensor], recurse: bool = True) -> "KeepsFloat32":
        def move(tensor: torch.Tensor) -> torch.Tensor:
            moved = fn(tensor)
            return moved if moved.dtype == tensor.dtype else tensor.to(moved.device)

        super()._apply(move, recurse)  # type: ignore[no-untyped-call]
        return self


class SourcedModule(nn.Module):
    """An outside encoder and an aligner as one module, in evaluation mode; `folder` is the encoder's."""

    def __init__(
        self, encoder: Encoder, aligner: nn.Module, options: SourceFacts, folder: Path | None = None
    ) -> None:
        super().__init__()
        self.folder = folder
        self.encoder, self.aligner, self.options = encoder, aligner, options
        self.eval()

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Raw batch to soft-token rows float32 [B, tokens, n_embd]."""
        return cast(torch.Tensor, self.aligner(self.encoder(raw)))
