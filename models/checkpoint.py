"""Modality weights on disk: `<modality>.json` says what it is, `<modality>.safetensors` holds the numbers.

Knows those two files, written whole or not at all; refuses pickles and knows nothing of the
LLM beside them.
"""

import json
from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from anymal.errors import ConfigError
from anymal.models.modality import FusedModality, ModalityOptions

__all__ = ["load_modality", "require_modality", "save_modality"]


def save_modality(folder: Path, module: FusedModality) -> None:
    """Write options and weights of `module` into `folder`, each file replaced atomically."""
    folder.mkdir(parents=True, exist_ok=True)
    weights, options = _paths(folder, module.options.modality)
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in module.state_dict().items()}
    staged = weights.with_name(weights.name + ".staged")
    save_file(tensors, staged)
    staged.replace(weights)
    staged = options.with_name(options.name + ".staged")
    staged.write_text(json.dumps(module.options.to_json(), indent=1) + "\n", encoding="utf-8")
    staged.replace(options)


def require_modality(folder: Path, modality: str) -> None:
    """Raise `ConfigError` naming the file when one of the two is missing."""
    for path in reversed(_paths(folder, modality)):
        if not path.is_file():
            raise ConfigError(f"{path}: no such file; a checkpoint folder holds it for modality {modality!r}")


def load_modality(folder: Path, modality: str) -> FusedModality:
    """The module of `modality` in `folder`, on the CPU and in evaluation mode.

    Raises `ConfigError` naming the file that is missing, damaged or does not fit its options.
    """
    require_modality(folder, modality)
    weights, options = _paths(folder, modality)
    try:
        values = json.loads(options.read_text(encoding="utf-8"))
        tensors = load_file(weights)
    except (json.JSONDecodeError, UnicodeDecodeError, SafetensorError) as error:
        raise ConfigError(f"{folder}: the checkpoint of {modality!r} is damaged: {error}") from error
    module = FusedModality(ModalityOptions.from_json(values))
    try:
        module.load_state_dict(tensors)
    except RuntimeError as error:
        raise ConfigError(f"{weights}: weights do not fit {options.name}: {error}") from error
    return module.eval()


def _paths(folder: Path, modality: str) -> tuple[Path, Path]:
    return folder / f"{modality}.safetensors", folder / f"{modality}.json"
