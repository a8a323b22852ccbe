"""What an encoder is, and the table of the kinds there are.

Knows the interface that aligners and export rely on and where each kind lives; refuses to know
how any encoder works inside. Kinds are imported only when they are asked for.
"""

import dataclasses
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import torch
from torch import nn

from anymal.errors import ConfigError

__all__ = ["ENCODERS", "Encoder", "PartedEncoder", "build_encoder", "encoder_options", "make_options"]


# Type of an option's default -> what JSON may give for it; other types are left to who uses them.
SIMPLE: dict[type, tuple[type, ...]] = {int: (int,), float: (int, float), str: (str,), bool: (bool,)}


class Encoder(nn.Module):
    """Raw signal in, features out; normalisation happens inside `forward`.

    `forward(raw)` takes uint8 [B, H, W, 3] (image), float32 [B, n] (audio, in [-1, 1]) or
    float32 [B, T, 6] (IMU: m/s2, then rad/s) and returns float32 [B, positions, features_dim].
    """

    features_dim: int
    positions: int

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Features [B, positions, features_dim] of the raw batch."""
        raise NotImplementedError


class PartedEncoder(Encoder):
    """An encoder of several branches, each of which can be taught alone as well."""

    parts_dims: tuple[int, ...]

    def with_parts(self, raw: torch.Tensor) -> tuple[torch.Tensor, tuple[torch.Tensor, ...]]:
        """Features as `forward` gives them, and in training one vector [B, parts_dims[i]] per branch."""
        raise NotImplementedError


# kind -> (module, encoder class, options class); the class is built as Class(options).
ENCODERS: dict[str, tuple[str, str, str]] = {
    "convnet": ("anymal.models.image_encoder", "ConvNetEncoder", "ConvNetOptions"),
    "convnet_frames": ("anymal.models.frames_encoder", "FrameConvNetEncoder", "FrameConvNetOptions"),
    "vit": ("anymal.models.vit_encoder", "VitEncoder", "VitOptions"),
    "logmel_cnn": ("anymal.models.audio_encoder", "LogMelCnnEncoder", "LogMelCnnOptions"),
    "conv_gru": ("anymal.models.imu_encoder", "ConvGruEncoder", "ConvGruOptions"),
    "spectral_gru": ("anymal.models.spectral_gru_encoder", "SpectralGruEncoder", "SpectralGruOptions"),
    "imu2clip": ("anymal.models.imu2clip", "Imu2ClipEncoder", "Imu2ClipOptions"),
}


def encoder_options(kind: str, values: Mapping[str, Any]) -> Any:
    """The options dataclass of encoder `kind`, filled from `values` (missing ones keep their default).

    Raises `ConfigError` for an unknown kind or an unknown option.
    """
    module, _, options = _entry(kind)
    return make_options(getattr(import_module(module), options), values, f"encoder {kind!r}")


def build_encoder(kind: str, options: Any) -> Encoder:
    """A fresh encoder of `kind`; its weights are random."""
    module, name, _ = _entry(kind)
    encoder: Encoder = getattr(import_module(module), name)(options)
    return encoder


def make_options(options: Any, values: Mapping[str, Any], owner: str) -> Any:
    """`options(**values)` for a dataclass read from JSON: lists become tuples.

    Raises `ConfigError` for unknown names, and values of another type than the option's default.
    """
    if not isinstance(values, Mapping):
        raise ConfigError(f"{owner}: options must be an object, found {values!r}")
    known = {field.name: field.default for field in dataclasses.fields(options)}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise ConfigError(f"{owner}: unknown option {unknown[0]!r}; there are {', '.join(known)}")
    for name, value in values.items():
        kind = type(known[name])
        if kind in SIMPLE and type(value) not in SIMPLE[kind]:
            raise ConfigError(f"{owner}: {name} must be of type {kind.__name__}, found {value!r}")
    return options(**{name: _frozen(value) for name, value in values.items()})


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _entry(kind: str) -> tuple[str, str, str]:
    if kind not in ENCODERS:
        raise ConfigError(f"encoder kind {kind!r} is unknown; there are {', '.join(sorted(ENCODERS))}")
    return ENCODERS[kind]
