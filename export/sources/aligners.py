"""The second half of a modality: encoder features into rows of the LLM's width, from wherever it comes.

Knows the spellings of a recipe's `aligner` (ours, LLaVA's projector, an import path, random numbers);
refuses to know which encoder made the features.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import torch
from torch import nn

from anymal.digest import file_sha256
from anymal.errors import ConfigError, ExportError
from anymal.export.sources.aligner_file import load_aligner
from anymal.export.sources.folder import find_folder
from anymal.export.sources.imported import WANTED, find_factory, misfit, told
from anymal.export.sources.spec import CHECKPOINT
from anymal.export.sources.weights import folder_hashes, read_config, read_some, read_tensors
from anymal.models.aligner import AlignerShape, LinearOptions, PerceiverOptions, build_aligner
from anymal.paths import typed_path

__all__ = ["LlavaProjector", "OpenedAligner", "open_aligner"]

# The projector of LLaVA by the names transformers and the original repository give it.
FIRST = ("multi_modal_projector.linear_1", "mm_projector.0")
SECOND = ("multi_modal_projector.linear_2", "mm_projector.2")
ACTIVATIONS: dict[str, nn.Module] = {"gelu": nn.GELU(), "relu": nn.ReLU(), "silu": nn.SiLU()}
SEED = 0


@dataclass(frozen=True)
class OpenedAligner:
    """`module` takes features [B, positions, D] to rows [B, tokens, n_embd]."""

    module: nn.Module
    tokens: int
    provenance: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class _Sides:
    """What stands on both sides of the aligner, and whose it is."""

    modality: str
    features_dim: int
    positions: int
    n_embd: int


class LlavaProjector(nn.Module):
    """LLaVA-1.5's two linear layers with an activation between: one row per position."""

    def __init__(self, first: nn.Linear, second: nn.Linear, activation: str) -> None:
        super().__init__()
        if activation not in ACTIVATIONS:
            raise ExportError(
                f"projector activation {activation!r} is unknown; there are {', '.join(ACTIVATIONS)}"
            )
        self.first, self.act, self.second = first, ACTIVATIONS[activation], second

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Features [B, P, D] to rows [B, P, n_embd]."""
        return cast(torch.Tensor, self.second(self.act(self.first(features))))


def open_aligner(text: str, modality: str, features_dim: int, positions: int, n_embd: int) -> OpenedAligner:
    """The aligner `text` (`ModalitySource.aligner`) for features [B, positions, features_dim].

    Raises `ExportError` or `ConfigError` when it is missing, unsafe, or of another width.
    """
    sides = _Sides(modality, features_dim, positions, n_embd)
    kind, _, value = text.partition(":")
    opened = {
        "checkpoint": _ours,
        "llava": _llava,
        "import": _imported,
        "linear-random": _random_linear,
        "perceiver-random": _random_perceiver,
    }[kind](value, sides)
    _check_rows(text, opened, sides)
    return opened


def check_aligner(text: str) -> None:
    """Raise when `text` names a file, folder or factory that is not there; reads no weights.

    That is an `ExportError`, or a `ConfigError` for a factory.
    """
    kind, _, value = text.partition(":")
    if kind == "import":
        find_factory(value)
    if kind in ("checkpoint", "llava") and not typed_path(value).exists():
        find_folder(value)  # a name of the hub, else it says what was wanted


def _ours(value: str, sides: _Sides) -> OpenedAligner:
    path = typed_path(value)
    path = path / f"{sides.modality}.safetensors" if path.is_dir() else path
    if path.suffix != ".safetensors":
        raise ExportError(f"{CHECKPOINT}{value}: no such folder; wanted one, or a .safetensors file")
    module, tokens = load_aligner(path, sides.features_dim, sides.positions, sides.n_embd)
    return OpenedAligner(
        module, tokens, {"class": type(module).__name__, "weights": {path.name: file_sha256(path)}}
    )


def _llava(value: str, sides: _Sides) -> OpenedAligner:
    """The projector of a LLaVA-1.5 checkpoint: a folder, or the original `mm_projector.bin`."""
    path = typed_path(value)
    activation = "gelu"
    if path.is_file():
        tensors, hashes = read_tensors(path), {path.name: file_sha256(path)}
    else:
        path = find_folder(value)
        activation = str(read_config(path).get("projector_hidden_act", activation))
        tensors, hashes = read_some(path, "projector"), folder_hashes(path)
    first, second = _linear(tensors, FIRST, path), _linear(tensors, SECOND, path)
    if first.in_features != sides.features_dim or second.out_features != sides.n_embd:
        raise ExportError(
            f"{path}: its projector goes from width {first.in_features} to {second.out_features}; "
            f"the encoder gives {sides.features_dim} and the LLM reads {sides.n_embd}"
        )
    module = LlavaProjector(first, second, activation)
    return OpenedAligner(module.eval(), sides.positions, {"class": "LlavaProjector", "weights": hashes})


def _linear(tensors: Mapping[str, torch.Tensor], names: tuple[str, ...], path: Path) -> nn.Linear:
    for name, weight in tensors.items():
        stem = name.removesuffix(".weight")
        if name != stem and stem.endswith(names):
            bias = tensors.get(f"{stem}.bias")
            layer = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
            state = {"weight": weight.float()} | ({} if bias is None else {"bias": bias.float()})
            layer.load_state_dict(state)
            return layer
    raise ExportError(f"{path}: no tensor of LLaVA's projector in it; wanted {' or '.join(names)}")


def _imported(value: str, sides: _Sides) -> OpenedAligner:
    """`package.module:factory`: called with features_dim, positions and n_embd, it returns an nn.Module."""
    wanted, factory = f"import:{value}: {WANTED}", find_factory(value)
    arguments = {"features_dim": sides.features_dim, "positions": sides.positions, "n_embd": sides.n_embd}
    if why := misfit(factory, arguments):
        raise ConfigError(f"{wanted} that takes features_dim, positions and n_embd; {why}")
    try:
        module = factory(**arguments)
    except Exception as error:
        raise ConfigError(f"import:{value}: making the aligner failed: {told(error)}") from error
    if not isinstance(module, nn.Module):
        raise ConfigError(f"{wanted} that returns an nn.Module, found {type(module).__name__}")
    rows = _try(module.eval(), sides, f"import:{value}")
    tokens = int(rows.shape[1]) if rows.dim() == 3 else 0
    return OpenedAligner(module, tokens, {"class": f"{value}", "weights": {}})


def _random_linear(value: str, sides: _Sides) -> OpenedAligner:
    return _random("linear", LinearOptions(), value, sides)


def _random_perceiver(value: str, sides: _Sides) -> OpenedAligner:
    return _random("perceiver", PerceiverOptions(), value, sides)


def _random(kind: str, options: LinearOptions | PerceiverOptions, value: str, sides: _Sides) -> OpenedAligner:
    if not value.isdecimal() or not int(value):
        raise ConfigError(f"aligner {kind}-random:{value}: wanted a number of tokens, as in {kind}-random:32")
    shape = AlignerShape(sides.features_dim, sides.positions, int(value), sides.n_embd)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        module = build_aligner(kind, shape, options)
    return OpenedAligner(module.eval(), int(value), {"class": f"random {kind}", "weights": {}})


def _try(module: nn.Module, sides: _Sides, text: str) -> torch.Tensor:
    """The rows of two silent samples: the shape is learned by trying."""
    features = torch.zeros(2, sides.positions, sides.features_dim)
    try:
        with torch.no_grad():
            rows = module(features)
    except Exception as error:  # it may be code of the user's
        raise ExportError(
            f"aligner {text}: cannot take features {list(features.shape)} of the encoder: {told(error)}"
        ) from error
    if not isinstance(rows, torch.Tensor):
        raise ExportError(
            f"aligner {text}: returned {type(rows).__name__}; wanted rows [batch, tokens, {sides.n_embd}]"
        )
    return rows


def _check_rows(text: str, opened: OpenedAligner, sides: _Sides) -> None:
    rows = _try(opened.module, sides, text)
    wanted = (2, opened.tokens, sides.n_embd)
    if tuple(rows.shape) != wanted or rows.dtype != torch.float32:
        raise ExportError(
            f"aligner {text}: makes {rows.dtype} {list(rows.shape)} of two samples; "
            f"the LLM reads float32 rows [2, tokens, {sides.n_embd}]"
        )
    if not torch.isfinite(rows).all():
        raise ExportError(
            f"aligner {text} ({sides.modality}): makes NaN or infinity of features that are all zero: "
            "its weights hold some, or it divides by nothing"
        )
