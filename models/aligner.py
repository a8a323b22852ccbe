"""Aligners: encoder features into rows of the LLM's embedding space (AnyMAL section 3, Table 12).

Knows the Perceiver Resampler (vision), the linear aligner (audio, IMU) and one that chooses among
words (nano's motion); refuses to know which encoder made the features or which LLM reads the rows.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

import torch
from torch import nn
from torch.nn import functional

from anymal.errors import ConfigError
from anymal.models.encoder_protocol import make_options

__all__ = [
    "ALIGNERS",
    "Aligner",
    "AlignerOptions",
    "AlignerShape",
    "ChoosingAligner",
    "ChoosingOptions",
    "LinearAligner",
    "LinearOptions",
    "PerceiverOptions",
    "PerceiverResampler",
    "aligner_options",
    "build_aligner",
    "pool_features",
]

Pooling = Literal["mean", "mean_max", "flatten"]


@dataclass(frozen=True)
class AlignerShape:
    """What stands on both sides: features [B, positions, features_dim] in, rows [B, tokens, n_embd] out."""

    features_dim: int
    positions: int
    tokens: int
    n_embd: int


@dataclass(frozen=True)
class PerceiverOptions:
    """Perceiver Resampler: `layers` of cross attention and feed-forward at `width`.

    `width` 0 is as wide as the features; a feed-forward is `feed_forward` times that.

    `row_norm` is the L2 norm at which the rows start, best the mean norm of the text embeddings.
    """

    layers: int = 6
    width: int = 0
    heads: int = 8
    feed_forward: int = 4
    dropout: float = 0.0
    row_norm: float = 1.0


@dataclass(frozen=True)
class LinearOptions:
    """One linear layer from pooled features to all rows at once; `hidden` > 0 puts a GELU layer before it."""

    pooling: Pooling = "mean_max"
    hidden: int = 0
    dropout: float = 0.0
    row_norm: float = 1.0


@dataclass(frozen=True)
class ChoosingOptions:
    """How many `words` a `ChoosingAligner` knows, and what it pools before it weighs them."""

    words: int = 8
    pooling: Pooling = "mean_max"
    dropout: float = 0.0
    row_norm: float = 1.0


AlignerOptions = PerceiverOptions | LinearOptions | ChoosingOptions


class Aligner(nn.Module):
    """Features [B, positions, features_dim] to rows [B, tokens, n_embd]."""

    def match_norm(self, embeddings: torch.Tensor) -> None:
        """Start the rows at the mean L2 norm of text `embeddings` [n_vocab, n_embd]."""
        self.set_norm(float(embeddings.detach().float().norm(dim=-1).mean()))

    def set_norm(self, norm: float) -> None:
        """Make every row `norm` long (L2) from here on; training may change it again."""
        raise NotImplementedError


class _NormedAligner(Aligner):
    rows_norm: "RowNorm"

    def set_norm(self, norm: float) -> None:
        self.rows_norm.set_norm(norm)


class RowNorm(nn.Module):
    """RMS norm with a learned gain, so that soft tokens begin as long as text embeddings are."""

    def __init__(self, n_embd: int, norm: float) -> None:
        super().__init__()
        self.gain = nn.Parameter(torch.full((n_embd,), norm / math.sqrt(n_embd)))

    def set_norm(self, norm: float) -> None:
        """Make every row `norm` long (L2) from here on; training may change it again."""
        with torch.no_grad():
            self.gain.fill_(norm / math.sqrt(len(self.gain)))

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        """Rows [..., n_embd] of RMS 1, times the gain."""
        return rows * torch.rsqrt(rows.square().mean(dim=-1, keepdim=True) + 1e-6) * self.gain


class _CrossAttention(nn.Module):
    """Latents ask; features and latents together answer (Flamingo's resampler, section 3.1.1)."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm_latents = nn.LayerNorm(width)
        self.norm_features = nn.LayerNorm(width)
        self.query = nn.Linear(width, width, bias=False)
        self.key_value = nn.Linear(width, 2 * width, bias=False)
        self.out = nn.Linear(width, width, bias=False)

    def forward(self, latents: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        latents = self.norm_latents(latents)
        sources = torch.cat([self.norm_features(features), latents], dim=1)  # [B, P + N, W]
        key, value = self.key_value(sources).chunk(2, dim=-1)
        mixed = functional.scaled_dot_product_attention(
            self._split(self.query(latents)), self._split(key), self._split(value)
        )  # [B, heads, N, W / heads]
        return cast(torch.Tensor, self.out(mixed.transpose(1, 2).flatten(2)))

    def _split(self, rows: torch.Tensor) -> torch.Tensor:
        batch, count, width = rows.shape
        return rows.reshape(batch, count, self.heads, width // self.heads).transpose(1, 2)


class _PerceiverLayer(nn.Module):
    def __init__(self, width: int, options: PerceiverOptions) -> None:
        super().__init__()
        self.attention = _CrossAttention(width, options.heads)
        self.feed_forward = nn.Sequential(
            nn.LayerNorm(width),
            nn.Linear(width, options.feed_forward * width),
            nn.GELU(),
            nn.Dropout(options.dropout),
            nn.Linear(options.feed_forward * width, width),
        )

    def forward(self, latents: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        latents = latents + self.attention(latents, features)
        return latents + cast(torch.Tensor, self.feed_forward(latents))


class PerceiverResampler(_NormedAligner):
    """Learned latents read the features through `layers` of cross attention (paper: 6 layers, 64 tokens).

    Feature positions get a learned embedding: a convolutional encoder does not say where.
    """

    def __init__(self, shape: AlignerShape, options: PerceiverOptions) -> None:
        super().__init__()
        width = options.width or shape.features_dim
        if width % options.heads:
            raise ConfigError(f"Perceiver width {width} cannot be split over {options.heads} heads")
        self.shape, self.options = shape, options
        self.project_in = nn.Linear(shape.features_dim, width)
        self.places = nn.Parameter(torch.randn(shape.positions, width) * 0.02)
        self.latents = nn.Parameter(torch.randn(shape.tokens, width) * 0.02)
        self.layers = nn.ModuleList(_PerceiverLayer(width, options) for _ in range(options.layers))
        self.norm = nn.LayerNorm(width)
        self.project_out = nn.Linear(width, shape.n_embd)
        self.rows_norm = RowNorm(shape.n_embd, options.row_norm)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Features [B, positions, features_dim] to rows [B, tokens, n_embd]."""
        features = self.project_in(features) + self.places
        latents = self.latents.expand(features.shape[0], -1, -1)
        for layer in self.layers:
            latents = layer(latents, features)
        return cast(torch.Tensor, self.rows_norm(self.project_out(self.norm(latents))))

    def start_from(self, picture: "PerceiverResampler") -> None:
        """Take the weights of a resampler for one frame of what this one reads several frames of.

        Where things are, and which features are which thing, is the same in every frame; only when is left to
        learn. Raises `ConfigError` when sizes do not allow it.
        """
        frames, rest = divmod(self.shape.positions, picture.shape.positions)
        if rest or self.shape.tokens > picture.shape.tokens:
            raise ConfigError(f"an aligner of {self.shape} cannot start from one of {picture.shape}")
        weights, own = dict(picture.state_dict()), self.state_dict()
        weights["places"] = weights["places"].repeat(frames, 1)
        weights["latents"] = weights["latents"][: self.shape.tokens]
        if misfits := [name for name, value in own.items() if weights[name].shape != value.shape]:
            raise ConfigError(f"an aligner cannot start from another: {', '.join(misfits)} differ in size")
        weights["places"] = weights["places"] + own["places"]  # these tell frames apart
        self.load_state_dict(weights)


class LinearAligner(_NormedAligner):
    """Pooled features through one linear layer to all rows (paper: audio and IMU, 32 tokens)."""

    def __init__(self, shape: AlignerShape, options: LinearOptions) -> None:
        super().__init__()
        self.shape, self.options = shape, options
        width = _pooled_width(shape, options.pooling)
        layers: list[nn.Module] = [nn.LayerNorm(width), nn.Dropout(options.dropout)]
        if options.hidden:
            layers += [nn.Linear(width, options.hidden), nn.GELU()]
        self.project = nn.Sequential(*layers, nn.Linear(options.hidden or width, shape.tokens * shape.n_embd))
        self.rows_norm = RowNorm(shape.n_embd, options.row_norm)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Features [B, positions, features_dim] to rows [B, tokens, n_embd]."""
        rows = self.project(pool_features(features, self.options.pooling))
        rows = rows.reshape(-1, self.shape.tokens, self.shape.n_embd)
        return cast(torch.Tensor, self.rows_norm(rows))


class ChoosingAligner(Aligner):
    """Pooled features weigh a few words against each other; the rows are those words', each by its share.

    Rows of a linear aligner that is unsure lie between words, where an LLM may read what neither says.
    """

    def __init__(self, shape: AlignerShape, options: ChoosingOptions) -> None:
        super().__init__()
        self.shape, self.options = shape, options
        width = _pooled_width(shape, options.pooling)
        self.norm = nn.Sequential(nn.LayerNorm(width), nn.Dropout(options.dropout))
        self.choose = nn.Linear(width, options.words)
        self.words = nn.Parameter(torch.randn(options.words, shape.tokens * shape.n_embd))
        self.set_norm(options.row_norm)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Features [B, positions, features_dim] to rows [B, tokens, n_embd]."""
        shares = torch.softmax(self.choose(self.norm(pool_features(features, self.options.pooling))), dim=-1)
        return (shares @ self.words).reshape(-1, self.shape.tokens, self.shape.n_embd)

    def set_norm(self, norm: float) -> None:
        """Make every word's rows `norm` long (L2); between two words rows are shorter."""
        with torch.no_grad():
            rows = self.words.view(-1, self.shape.n_embd)
            rows.copy_(functional.normalize(rows, dim=-1) * norm)


def pool_features(features: torch.Tensor, pooling: Pooling) -> torch.Tensor:
    """Features [B, P, D] to [B, D] (mean), [B, 2 D] (mean and max side by side) or [B, P D] (flatten)."""
    if pooling == "flatten":
        return features.flatten(1)
    mean = features.mean(dim=1)
    return mean if pooling == "mean" else torch.cat([mean, features.amax(dim=1)], dim=-1)


def _pooled_width(shape: AlignerShape, pooling: str) -> int:
    pooled = {"mean": 1, "mean_max": 2, "flatten": shape.positions}
    if pooling not in pooled:
        raise ConfigError(f"pooling {pooling!r} is unknown; there are {', '.join(pooled)}")
    return pooled[pooling] * shape.features_dim


# kind -> (aligner class, options class); the class is built as Class(shape, options).
ALIGNERS: dict[str, tuple[Any, Any]] = {
    "perceiver": (PerceiverResampler, PerceiverOptions),
    "linear": (LinearAligner, LinearOptions),
    "choosing": (ChoosingAligner, ChoosingOptions),
}


def aligner_options(kind: str, values: Mapping[str, Any]) -> AlignerOptions:
    """The options of aligner `kind` filled from `values`; raises `ConfigError` for unknown names."""
    options: AlignerOptions = make_options(_entry(kind)[1], values, f"aligner {kind!r}")
    return options


def build_aligner(kind: str, shape: AlignerShape, options: AlignerOptions) -> Aligner:
    """A fresh aligner of `kind`; raises `ConfigError` when the kind is unknown."""
    aligner: Aligner = _entry(kind)[0](shape, options)
    return aligner


def _entry(kind: str) -> tuple[Any, Any]:
    if kind not in ALIGNERS:
        raise ConfigError(f"aligner kind {kind!r} is unknown; there are {', '.join(sorted(ALIGNERS))}")
    return ALIGNERS[kind]
