"""The checkpoint folder that training leaves: what is in it, read and checked before anything is exported.

Knows file names and the sections of `recipe.json`; refuses to know how any of it was trained.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anymal.engines.manifest import MANIFEST_NAME
from anymal.errors import ExportError

__all__ = ["CheckpointFolder", "read_checkpoint_folder"]

RECIPE = "recipe.json"
SECTIONS = ("name", "prompt", "modalities")


@dataclass(frozen=True)
class CheckpointFolder:
    """`recipe.json` and the LLM's config, parsed.

    `modalities` is the recipe's section: encoders of our own hold `tokens` and `input`, `video`
    may go `via` another modality.
    """

    folder: Path
    name: str
    prompt: Mapping[str, Any]
    modalities: Mapping[str, Mapping[str, Any]]
    provenance: Mapping[str, Any]
    n_embd: int
    n_ctx: int

    @property
    def llm(self) -> Path:
        """The Hugging Face folder of the LLM."""
        return self.folder / "llm"

    @property
    def encoded(self) -> tuple[str, ...]:
        """Modalities that have an encoder of their own, in prompt order."""
        order = [name for name in self.prompt["order"] if name in self.modalities]
        return tuple(name for name in order if "via" not in self.modalities[name])


def read_checkpoint_folder(folder: Path) -> CheckpointFolder:
    """Read `folder`; raises `ExportError` naming the file or section that is missing or damaged."""
    _require_ours(folder)
    recipe = _json(folder / RECIPE)
    for section in SECTIONS:
        if section not in recipe:
            raise ExportError(f"{folder / RECIPE}: has no section {section!r}; wanted {', '.join(SECTIONS)}")
    for section in ("prompt", "modalities"):
        if not isinstance(recipe[section], dict):
            raise ExportError(f"{folder / RECIPE}: {section!r} must be an object, found {recipe[section]!r}")
    for name, one in recipe["modalities"].items():
        if not isinstance(one, dict) or not ("via" in one or isinstance(one.get("input"), dict)):
            raise ExportError(f"{folder / RECIPE}: modality {name!r} must have an 'input', or a 'via'")
    for section in ("system", "senses", "order"):
        if section not in recipe["prompt"]:
            raise ExportError(f"{folder / RECIPE}: its prompt has no {section!r}")
    config = _json(folder / "llm" / "config.json")
    for key in ("hidden_size", "max_position_embeddings"):
        if not isinstance(config.get(key), int):
            raise ExportError(f"{folder / 'llm' / 'config.json'}: has no number {key!r}")
    return CheckpointFolder(
        folder=folder,
        name=str(recipe["name"]),
        prompt=recipe["prompt"],
        modalities=recipe["modalities"],
        provenance=recipe.get("provenance", {}),
        n_embd=config["hidden_size"],
        n_ctx=config["max_position_embeddings"],
    )


def _require_ours(folder: Path) -> None:
    """Raise `ExportError` with the cure when `folder` is none, or obviously something else than ours."""
    wanted = "wanted the checkpoint that `anymal train` leaves"
    if folder.is_file():
        cure = "a GGUF goes with --llm" if folder.suffix == ".gguf" else "a recipe's name ends in .toml"
        raise ExportError(f"{folder}: is a file; {wanted}; {cure}")
    if not folder.is_dir():
        raise ExportError(
            f"{folder}: no such folder; {wanted}; hub names and models of others go with --vlm, or --llm and "
            "--encoder"
        )
    if (folder / RECIPE).exists():
        return
    if (folder / "config.json").is_file():
        raise ExportError(
            f"{folder}: is a Hugging Face folder; {wanted}; give it with --vlm, --llm or --encoder SENSE="
        )
    if (folder / MANIFEST_NAME).is_file():
        raise ExportError(f"{folder}: is a bundle, which is made already; {wanted}")


def _json(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise ExportError(f"{path}: no such file; a checkpoint folder holds it")
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ExportError(f"{path}: is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise ExportError(f"{path}: holds {type(value).__name__}; wanted an object")
    return value
