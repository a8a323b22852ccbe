"""Weights of other people's checkpoints into torch modules, read without running any code of theirs.

Knows `from_pretrained`, safetensors, `torch.load(weights_only=True)` and what each of them raises;
refuses to know what the weights are for.
"""

import json
import pickle
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file

from anymal.digest import file_sha256
from anymal.errors import ExportError

__all__ = ["folder_hashes", "load_pretrained", "read_config", "read_some", "read_tensors"]

PICKLES = (".pt", ".pth", ".ckpt", ".bin")
INDEX = "model.safetensors.index.json"


def read_config(folder: Path, file: str = "config.json") -> dict[str, Any]:
    """The JSON object in `folder / file`; raises `ExportError` when it is missing or damaged."""
    path = folder / file
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise ExportError(f"{path}: no such file; wanted a folder that save_pretrained() wrote") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ExportError(f"{path}: is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise ExportError(f"{path}: holds {type(value).__name__}; wanted an object")
    return value


def load_pretrained(kind: Any, folder: Path, **options: Any) -> Any:
    """The float32 transformers model of class `kind` in `folder`, on the CPU and in evaluation mode.

    Nothing is downloaded. Raises `ExportError` when weights are missing, damaged, of another shape
    than the config says, or a pickle that holds code.
    """
    from huggingface_hub.errors import StrictDataclassError

    # Besides files, whatever a config that makes no model trips over.
    unfit = (
        OSError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        ArithmeticError,
        StrictDataclassError,
    )
    try:
        with _quiet_transformers(), _reading(folder):
            model, report = kind.from_pretrained(
                folder,
                dtype=torch.float32,
                local_files_only=True,
                output_loading_info=True,
                ignore_mismatched_sizes=True,  # reported below, in one line instead of a table
                **options,
            )
    except unfit as error:
        cause = _first_line(error.__cause__ or error)
        raise ExportError(f"{folder}: cannot be read as {kind.__name__}: {cause}") from error
    for name, found, wanted in sorted(report["mismatched_keys"]):
        raise ExportError(
            f"{folder}: {name} has shape {list(found)}; config.json wants {list(wanted)}: "
            "the weights belong to another config"
        )
    if missing := sorted(report["missing_keys"]):
        raise ExportError(
            f"{folder}: the weights lack {missing[0]} and {len(missing) - 1} more that {kind.__name__} "
            "has; they would be random"
        )
    return model.eval()


def read_tensors(path: Path) -> dict[str, torch.Tensor]:
    """All tensors of one file: safetensors, or a torch pickle that holds nothing but tensors.

    A training checkpoint's `state_dict` entry is taken for the whole. Raises `ExportError` when the
    file is missing, damaged, or a pickle with anything in it that would have to be run.
    """
    if not path.is_file():
        raise ExportError(f"{path}: no such file")
    with _reading(path):
        if path.suffix == ".safetensors":
            return dict(load_file(path))
        if path.suffix not in PICKLES:
            raise ExportError(f"{path}: wanted .safetensors or one of {', '.join(PICKLES)}")
        # weights_only: tensors and plain containers; anything that names a function is refused unread.
        value = torch.load(path, map_location="cpu", weights_only=True)
    if isinstance(value, dict) and isinstance(value.get("state_dict"), dict):
        value = value["state_dict"]
    tensors = {str(name): item for name, item in value.items()} if isinstance(value, dict) else {}
    if not tensors or not all(isinstance(item, torch.Tensor) for item in tensors.values()):
        raise ExportError(f"{path}: holds no table of tensors; save the model's state_dict()")
    return tensors


def read_some(folder: Path, wanted: str) -> dict[str, torch.Tensor]:
    """The tensors of a folder whose name holds `wanted`, without reading the others of safetensors files."""
    found: dict[str, torch.Tensor] = {}
    files = sorted(folder.glob("*.safetensors"))
    if (folder / INDEX).is_file():
        names: Mapping[str, str] = read_config(folder, INDEX).get("weight_map", {})
        files = [folder / file for file in sorted({file for name, file in names.items() if wanted in name})]
    for path in files:
        if not path.is_file():
            raise ExportError(f"{path}: no such file, but {INDEX} names it")
        with _reading(path), safe_open(path, framework="pt") as tensors:
            found |= {name: tensors.get_tensor(name) for name in tensors.keys() if wanted in name}  # noqa: SIM118
    if not files:
        for path in sorted(folder.glob("*.bin")):
            found |= {name: item for name, item in read_tensors(path).items() if wanted in name}
    return found


def folder_hashes(folder: Path) -> dict[str, str]:
    """sha256 of every weight file of a folder, by name: what `from_pretrained` would read."""
    files = sorted(folder.glob("*.safetensors")) or sorted(folder.glob("pytorch_model*.bin"))
    return {path.name: file_sha256(path) for path in files}


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Errors of the readers below as `ExportError`."""
    try:
        yield
    except pickle.UnpicklingError as error:
        raise ExportError(
            f"{path}: this pickle holds more than tensors and was not read: reading it could run code "
            f"({_refused(error)}); save the state_dict() alone, best as safetensors"
        ) from error
    except (SafetensorError, RuntimeError, EOFError, zipfile.BadZipFile) as error:
        if isinstance(error, ExportError):
            raise
        raise ExportError(f"{path}: the weights are damaged or do not fit: {_first_line(error)}") from error


def _refused(error: Exception) -> str:
    """What torch refused: the name after "GLOBAL" in its long explanation."""
    words = str(error).split("GLOBAL ")
    return words[1].split()[0] if len(words) > 1 else "unknown content"


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).split("\n")[0]


@contextmanager
def _quiet_transformers() -> Iterator[None]:
    """transformers prints a bar and a table of what it skipped; what matters is checked here."""
    from transformers.utils import logging

    level = logging.get_verbosity()
    logging.set_verbosity(logging.CRITICAL)
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
