"""One modality end to end: encoder and aligner fused, raw signal in, LLM embedding rows out.

Knows how the two halves are put together and described; refuses to know how they are trained
or exported.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

import torch
from torch import nn

from anymal.errors import ConfigError
from anymal.models.aligner import (
    AlignerOptions,
    AlignerShape,
    aligner_options,
    build_aligner,
    pool_features,
)
from anymal.models.encoder_protocol import build_encoder, encoder_options, make_options
from anymal.samples import Modality

__all__ = ["FusedModality", "ModalityOptions"]


@dataclass(frozen=True)
class ModalityOptions:
    """Kinds and options of encoder and aligner, and the rows they make: `tokens` of width `n_embd`.

    `encoder_options` is the options dataclass of the encoder kind (`models.encoder_protocol.ENCODERS`).
    """

    modality: Modality
    encoder: str
    encoder_options: Any
    aligner: str
    aligner_options: AlignerOptions
    tokens: int
    n_embd: int

    def to_json(self) -> dict[str, Any]:
        """A plain dict that `from_json` reads back."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "ModalityOptions":
        """Options from a plain dict; raises `ConfigError` naming what is unknown or missing."""
        values = dict(values)
        missing = [field.name for field in dataclasses.fields(cls) if field.name not in values]
        if missing:
            raise ConfigError(
                f"modality options lack {', '.join(missing)}; found {', '.join(sorted(values))}"
            )
        name, names = values["modality"], get_args(Modality)
        if name not in names:
            raise ConfigError(f"modality {name!r} is unknown; there are {', '.join(names)}")
        values["encoder_options"] = encoder_options(values["encoder"], values["encoder_options"])
        values["aligner_options"] = aligner_options(values["aligner"], values["aligner_options"])
        return cast(ModalityOptions, make_options(cls, values, "modality"))


class FusedModality(nn.Module):
    """Encoder and aligner as one module: what training fits and export writes to ONNX."""

    def __init__(self, options: ModalityOptions) -> None:
        super().__init__()
        self.options = options
        self.encoder = build_encoder(options.encoder, options.encoder_options)
        shape = AlignerShape(
            self.encoder.features_dim, self.encoder.positions, options.tokens, options.n_embd
        )
        self.aligner = build_aligner(options.aligner, shape, options.aligner_options)

    def encode(self, raw: torch.Tensor) -> torch.Tensor:
        """Raw batch (see `Encoder`) to features [B, positions, features_dim]."""
        return cast(torch.Tensor, self.encoder(raw))

    def pool(self, features: torch.Tensor) -> torch.Tensor:
        """Features [B, positions, features_dim] to their mean [B, features_dim]."""
        return pool_features(features, "mean")

    def align(self, features: torch.Tensor) -> torch.Tensor:
        """Features [B, positions, features_dim] to rows [B, tokens, n_embd]."""
        return cast(torch.Tensor, self.aligner(features))

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Raw batch to soft-token rows float32 [B, tokens, n_embd]."""
        return self.align(self.encode(raw))
