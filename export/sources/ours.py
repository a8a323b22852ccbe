"""Encoders of our own, out of a checkpoint folder that training left.

Knows `<modality>.json`, `<modality>.safetensors` and the input section in `recipe.json`; refuses to know
how they were trained.
"""

from pathlib import Path
from typing import Any

from anymal.digest import file_sha256
from anymal.errors import ConfigError
from anymal.export.sources.motion import IMU_CHANNELS
from anymal.export.sources.sourced import OpenedEncoder
from anymal.export.sources.spec import CHECKPOINT, ModalitySource
from anymal.export.sources.weights import read_config
from anymal.models.checkpoint import load_modality
from anymal.models.modality import FusedModality
from anymal.paths import typed_path

__all__ = ["load_ours", "open_ours"]


def load_ours(text: str, modality: str) -> tuple[FusedModality, Path]:
    """The fused modality behind `checkpoint:FOLDER`, and the folder; raises `ConfigError`."""
    folder = typed_path(text.removeprefix(CHECKPOINT))
    return load_modality(folder, modality), folder


def open_ours(source: ModalitySource) -> OpenedEncoder:
    """The encoder of `source.encoder`, a `checkpoint:FOLDER`; raises `ConfigError` when it does not fit."""
    if source.layer != -1 or source.class_token:
        raise ConfigError("an encoder of ours is read at its end: layer = -1, class_token = false")
    module, folder = load_ours(source.encoder, source.modality)
    weights = folder / f"{source.modality}.safetensors"
    provenance = {
        "class": type(module.encoder).__name__,
        "layer": -1,
        "folder": folder.name,
        "weights": {weights.name: file_sha256(weights)},
    }
    return OpenedEncoder(module.encoder, _input(module, folder, source), provenance)


def _input(module: FusedModality, folder: Path, source: ModalitySource) -> dict[str, Any]:
    """The section the recipe beside the weights has, else what the encoder's options say."""
    if (folder / "recipe.json").is_file():
        described = read_config(folder, "recipe.json").get("modalities", {}).get(source.modality, {})
        if "input" in described:
            return dict(described["input"])
    options = module.options.encoder_options
    if source.modality == "image":
        size = int(options.size_px)
        return {"name": "rgb", "size_px": [size, size], "fit": "squash"}
    samples = getattr(module.encoder, "samples", None) or options.samples
    rate_hz = getattr(options, "rate_hz", None)
    if rate_hz is None:
        if source.window_s is None:
            raise ConfigError(
                f"{folder}: no recipe.json says how fast {samples} samples of {source.modality} come; "
                "set window_s"
            )
        rate_hz = round(samples / source.window_s)
    if source.modality == "audio":
        return {"name": "samples", "rate_hz": rate_hz, "window_s": samples / rate_hz}
    return {"name": "imu", "rate_hz": rate_hz, "window_s": samples / rate_hz, "channels": list(IMU_CHANNELS)}
