"""A checkpoint folder into a bundle folder: export, compare, choose, describe, and only then publish.

Knows the order of the steps and that a bundle appears whole or not at all; refuses to know how a
step works. Work happens in a hidden folder beside the target, so publishing is one rename.
"""

import errno
import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

import anymal
from anymal.engines.bundle import load_bundle
from anymal.errors import ExportError
from anymal.export.bundle_parts import ExportedModality, check_llm, export_modality
from anymal.export.checkpoint_folder import CheckpointFolder, read_checkpoint_folder
from anymal.export.held_out import read_held_out
from anymal.export.parity import ParityRecord, Tolerances
from anymal.export.to_gguf import QUANTIZATIONS, convert, quantise

__all__ = ["ExportOptions", "make_bundle"]

LLM_FILE = "llm.gguf"
MANIFEST_FILE = "bundle.json"
SCHEMA = 1
# Whose versions shape the bytes of a bundle.
TOOLS = ("torch", "onnx", "onnxscript", "onnxruntime", "transformers", "llama-cpp-python")


@dataclass(frozen=True)
class ExportOptions:
    """How to export: LLM type, whether int8 encoders may be chosen, and how parity is measured.

    `questions` held-out questions, answers of up to `max_tokens` tokens. `name` replaces the
    recipe's. `force` replaces a bundle that is already there.
    """

    llm_quantization: str = "Q8_0"
    int8: bool = True
    questions: int = 200
    max_tokens: int = 32
    name: str = ""
    version: str = "1"
    threads: int = 1
    force: bool = False
    tolerances: Tolerances = field(default_factory=Tolerances)

    def __post_init__(self) -> None:
        """Raise `ExportError` for options that no export can follow."""
        if self.llm_quantization not in QUANTIZATIONS:
            known = ", ".join(QUANTIZATIONS)
            raise ExportError(f"LLM quantization {self.llm_quantization!r} is unknown; there are {known}")
        for name in ("questions", "max_tokens", "threads"):
            if getattr(self, name) < 1:
                raise ExportError(f"{name} must be at least 1, found {getattr(self, name)}")


def make_bundle(
    checkpoint: Path, out: Path, options: ExportOptions, say: Callable[[str], None] = lambda line: None
) -> ParityRecord:
    """Export the checkpoint folder to the bundle folder `out` and return what parity found.

    `say` is told each step in one line. Raises `ExportError`, and then `out` is as it was before:
    absent, or the bundle that was already there.
    """
    source = read_checkpoint_folder(checkpoint)
    if out.exists() and not options.force:
        raise ExportError(f"{out}: is already there; choose another folder, or --force to replace it")
    if out.exists() and not (out / MANIFEST_FILE).is_file():
        raise ExportError(
            f"{out}: is no bundle (no {MANIFEST_FILE}), so it is not replaced, not even by force"
        )
    with _staging(out) as staging:
        bundle, work = staging / "bundle", staging / "work"
        bundle.mkdir()
        work.mkdir()
        parity = _fill(source, bundle, work, options, say)
        load_bundle(bundle)
        _publish(bundle, out, staging)
    say(f"{out}: {sum(path.stat().st_size for path in out.iterdir()) / 1e6:.1f} MB")
    return parity


def _fill(
    source: CheckpointFolder, bundle: Path, work: Path, options: ExportOptions, say: Callable[[str], None]
) -> ParityRecord:
    """Write every file of the bundle into `bundle`; what does not ship goes to `work`."""
    held_out = read_held_out(source, options.questions)
    modalities = {
        name: export_modality(source, name, held_out.inputs[name], work, options, say)
        for name in source.encoded
    }
    say("llm: converting to GGUF")
    exact = convert(source.llm, work / "f32.gguf")
    shipped = quantise(exact, bundle / LLM_FILE, options.llm_quantization, options.threads)
    say(
        f"llm: {options.llm_quantization}, {shipped.stat().st_size / 1e6:.1f} MB; "
        f"asking {options.questions} questions"
    )
    modalities, parity = check_llm(source, held_out, modalities, exact, shipped, options, say)
    for name, exported in modalities.items():
        shutil.copyfile(exported.shipped_file, bundle / f"{name}.onnx")
    manifest = _manifest(source, bundle, modalities, parity, options)
    (bundle / MANIFEST_FILE).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return parity


def _manifest(
    source: CheckpointFolder,
    bundle: Path,
    modalities: dict[str, ExportedModality],
    parity: ParityRecord,
    options: ExportOptions,
) -> dict[str, Any]:
    senses: dict[str, Any] = {}
    for name, described in source.modalities.items():
        if name not in modalities:
            senses[name] = dict(described)
            continue
        exported = modalities[name]
        senses[name] = {
            "file": f"{name}.onnx",
            "tokens": exported.tokens,
            "precision": exported.parity.shipped,
            "input": described["input"],
        }
    return {
        "schema": SCHEMA,
        "name": options.name or source.name,
        "version": options.version,
        "created_by": f"anymal-edge {anymal.__version__}",
        "files": {path.name: _file_record(path) for path in sorted(bundle.iterdir())},
        "llm": {
            "file": LLM_FILE,
            "n_embd": source.n_embd,
            "n_ctx": source.n_ctx,
            "quantization": options.llm_quantization,
        },
        "prompt": dict(source.prompt),
        "modalities": senses,
        "parity": parity.to_json(),
        "provenance": {**source.provenance, "tools": {name: metadata.version(name) for name in TOOLS}},
    }


def _file_record(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A hidden folder beside `out`, gone afterwards whatever happens; disk trouble becomes `ExportError`."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as name:
            yield Path(name)
    except OSError as error:
        if isinstance(error, ExportError):
            raise
        if error.errno == errno.ENOSPC:
            free = shutil.disk_usage(out.parent).free / 1e6
            raise ExportError(
                f"{out}: the disk is full ({free:.0f} MB free); nothing was written: make room and try again"
            ) from error
        raise ExportError(f"{out}: cannot be written: {error}; nothing was left behind") from error


def _publish(bundle: Path, out: Path, staging: Path) -> None:
    """Move the finished folder to its name; an old bundle steps aside first and comes back if that fails."""
    old = staging / "old"
    if out.exists():
        out.replace(old)
    try:
        bundle.replace(out)
    except OSError:
        if old.exists():
            old.replace(out)
        raise
