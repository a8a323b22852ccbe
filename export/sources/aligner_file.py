"""An aligner of ours in a file of its own: `NAME.safetensors` with the numbers, `NAME.json` with the shape.

Knows those two files, and the aligner inside a whole modality's checkpoint; refuses pickles.
"""

import dataclasses
import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from anymal.errors import ConfigError, ExportError
from anymal.export.sources.weights import read_config, read_tensors
from anymal.models.aligner import Aligner, AlignerOptions, AlignerShape, aligner_options, build_aligner

__all__ = ["load_aligner", "save_aligner"]

PREFIX = "aligner."
# Least and most that a file may ask for: whatever is wider fits no checkpoint, and no memory.
RANGES: dict[str, tuple[float, float]] = {
    "tokens": (1, 1 << 16),
    "layers": (1, 1024),
    "width": (0, 1 << 20),
    "heads": (1, 1024),
    "feed_forward": (1, 1024),
    "hidden": (0, 1 << 20),
    "words": (1, 1 << 20),
    "dropout": (0, 1),
    "row_norm": (0, 1e9),
}
FIELDS = ("aligner", "aligner_options", "tokens", "n_embd")


def save_aligner(path: Path, aligner: Aligner, kind: str, options: Any, shape: AlignerShape) -> None:
    """Write `aligner` to `path` (`.safetensors`) and what it is to the `.json` beside it, atomically."""
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in aligner.state_dict().items()}
    values = {
        "aligner": kind,
        "aligner_options": dataclasses.asdict(options),
        "features_dim": shape.features_dim,
        "positions": shape.positions,
        "tokens": shape.tokens,
        "n_embd": shape.n_embd,
    }
    staged = path.with_name(path.name + ".staged")
    save_file(tensors, staged)
    staged.replace(path)
    described = path.with_suffix(".json")
    staged = described.with_name(described.name + ".staged")
    staged.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")
    staged.replace(described)


def load_aligner(path: Path, features_dim: int, positions: int, n_embd: int) -> tuple[Aligner, int]:
    """The aligner in `path` and its tokens, for features [B, positions, features_dim] and width `n_embd`.

    `path` is what `save_aligner` or `save_modality` wrote. Raises `ExportError` naming the width that
    does not fit, wanted and found, or the file that is missing or damaged.
    """
    described = path.with_suffix(".json")
    values = read_config(path.parent, described.name)
    if missing := [name for name in FIELDS if name not in values]:
        raise ExportError(f"{described}: lacks {', '.join(missing)}; it describes no aligner")
    if values["n_embd"] != n_embd:
        raise ExportError(
            f"{path}: the aligner makes rows of width {values['n_embd']}; the LLM reads width {n_embd}: "
            "it was trained for another LLM"
        )
    try:
        kind, tokens, options = _described(values)
        shape = AlignerShape(features_dim, positions, tokens, n_embd)
        with torch.device("meta"):  # without memory: it may be far from what lies in the file
            expected = build_aligner(kind, shape, options)
    except ConfigError as error:
        raise ExportError(f"{described}: {error}") from error
    tensors = read_tensors(path)
    if any(name.startswith(PREFIX) for name in tensors):  # a whole modality: its encoder is not wanted here
        tensors = {
            name.removeprefix(PREFIX): item for name, item in tensors.items() if name.startswith(PREFIX)
        }
    _check(path, expected, tensors, values, (positions, features_dim))
    aligner = build_aligner(kind, shape, options)
    aligner.load_state_dict(tensors)
    return aligner.eval(), tokens


def _described(values: dict[str, Any]) -> tuple[str, int, AlignerOptions]:
    """Kind, tokens and options; raises `ConfigError` for a value of another type, or out of range."""
    kind, tokens = values["aligner"], values["tokens"]
    if type(kind) is not str or type(tokens) is not int:
        raise ConfigError(
            f"aligner must be a string and tokens a whole number, found {kind!r} and {tokens!r}"
        )
    options = aligner_options(kind, values["aligner_options"])
    for name, value in {"tokens": tokens, **dataclasses.asdict(options)}.items():
        least, most = RANGES.get(name, (None, None))
        if least is not None and not least <= value <= most:
            raise ConfigError(f"{name} must be from {least} to {most:g}, found {value}")
    return kind, tokens, options


def _check(
    path: Path,
    aligner: Aligner,
    tensors: dict[str, torch.Tensor],
    described: dict[str, Any],
    sides: tuple[int, int],
) -> None:
    """Raise `ExportError` unless `tensors` are those of `aligner`, which reads `sides` of the encoder."""
    made_for = described.get("positions"), described.get("features_dim")
    wanted = {name: tuple(tensor.shape) for name, tensor in aligner.state_dict().items()}
    found = {name: tuple(tensor.shape) for name, tensor in tensors.items()}
    for name in sorted(set(wanted) | set(found)):
        if wanted.get(name) != found.get(name):
            other = "" if None in made_for or made_for == sides else f" ({_features(made_for)})"
            raise ExportError(
                f"{path}: the aligner was trained for another encoder, layer or class_token{other}: the "
                f"encoder gives {_features(sides)}, and {name} has shape {_shape(found.get(name))}, wanted "
                f"{_shape(wanted.get(name))}"
            )


def _features(sides: tuple[Any, Any]) -> str:
    return f"{sides[0]} positions of width {sides[1]}"


def _shape(shape: tuple[int, ...] | None) -> str:
    return "none" if shape is None else str(list(shape))
