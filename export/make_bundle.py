"""A checkpoint folder or an export recipe into a bundle folder: export, compare, choose, describe, publish.

Knows the order of the steps and that a bundle appears whole or not at all; refuses to know how a
step works.
"""

import dataclasses
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, cast

import anymal
from anymal.digest import file_sha256
from anymal.engines.bundle import load_bundle
from anymal.engines.manifest import MANIFEST_NAME, SCHEMA
from anymal.errors import ExportError
from anymal.export.bundle_parts import ExportedModality, check_llm, export_modality
from anymal.export.bundle_source import BundleSource, limits_for
from anymal.export.calibration import Calibration
from anymal.export.checkpoint_folder import CheckpointFolder, read_checkpoint_folder
from anymal.export.held_out import read_held_out
from anymal.export.llm_room import require_llm_room
from anymal.export.llm_source import PreparedLlm
from anymal.export.outputs import require_replaceable
from anymal.export.parity import ParityRecord, Tolerances
from anymal.export.precisions import CALIBRATED, DEFAULT_PRECISIONS, choose_precisions
from anymal.export.quantise_llm import QuantiseOptions, quantise_llm
from anymal.export.recipe import ExportRecipe
from anymal.export.recipe_source import open_recipe
from anymal.export.reference_prompt import ReferenceTokenizer
from anymal.export.staging import publish, staging
from anymal.export.to_gguf import QUANTIZATIONS, convert
from anymal.export.variants import variant_name
from anymal.export.versions import tool_versions
from anymal.models.checkpoint import load_modality

__all__ = ["EXPORTERS", "ExportOptions", "make_bundle"]

EXPORTERS = ("dynamo", "optimum")

LLM_FILE = "llm.gguf"
# Whose versions shape the bytes of a bundle.
TOOLS = ("torch", "onnx", "onnxscript", "onnxruntime", "transformers", "llama-cpp-python")


@dataclass(frozen=True)
class ExportOptions:
    """How to export: LLM type, which graphs, whether int8 encoders may be chosen, and how parity is measured.

    `questions` held-out questions, answers of up to `max_tokens` tokens. `name` and `version` replace the
    recipe's. `force` replaces a bundle that is already there. `llm_quantization` is for checkpoints: an
    export recipe has its own. `inputs`: samples per encoder where no held-out ones lie in a checkpoint.
    `precisions` replaces what the source says, by sense or for `EVERY_ENCODER` (`export.precisions`).
    `exporter`: `dynamo`, or `optimum` for vision towers (`export.optimum_export`).
    """

    llm_quantization: str = "Q8_0"
    int8: bool = True
    precisions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    questions: int = 200
    max_tokens: int = 32
    name: str = ""
    version: str = ""
    inputs: int = 16
    threads: int = 1
    exporter: str = "dynamo"
    force: bool = False
    tolerances: Tolerances = field(default_factory=Tolerances)

    def __post_init__(self) -> None:
        """Raise `ExportError` for options that no export can follow."""
        if self.llm_quantization not in QUANTIZATIONS:
            known = ", ".join(QUANTIZATIONS)
            raise ExportError(f"LLM quantization {self.llm_quantization!r} is unknown; there are {known}")
        if self.exporter not in EXPORTERS:
            raise ExportError(f"exporter {self.exporter!r} is unknown; there are {', '.join(EXPORTERS)}")
        for name in ("questions", "max_tokens", "inputs", "threads"):
            if getattr(self, name) < 1:
                raise ExportError(f"{name} must be at least 1, found {getattr(self, name)}")


def make_bundle(
    source: Path | ExportRecipe,
    out: Path,
    options: ExportOptions,
    say: Callable[[str], None] = lambda line: None,
) -> ParityRecord:
    """Export a checkpoint folder or a recipe to the bundle folder `out` and return what parity found.

    `say` is told each step in one line. Raises `ExportError`, and then `out` is as it was before:
    absent, or the bundle that was already there.
    """
    checkpoint = None if isinstance(source, ExportRecipe) else read_checkpoint_folder(source)
    require_replaceable(out, options.force)
    with staging(out) as folder:
        bundle, work = folder / "bundle", folder / "work"
        bundle.mkdir()
        work.mkdir()
        if isinstance(source, ExportRecipe):
            opened = open_recipe(source, work, options, say)
            options = dataclasses.replace(options, version=options.version or source.version)
        else:
            opened = _open_checkpoint(cast(CheckpointFolder, checkpoint), work, options, say)
        options = dataclasses.replace(options, tolerances=limits_for(source, options.tolerances))
        parity = _fill(opened, bundle, work, options, say)
        load_bundle(bundle)
        publish(bundle, out, folder)
    say(f"{out}: {sum(path.stat().st_size for path in out.iterdir()) / 1e6:.1f} MB")
    return parity


def _open_checkpoint(
    checkpoint: CheckpointFolder, work: Path, options: ExportOptions, say: Callable[[str], None]
) -> BundleSource:
    """The parts of a checkpoint that `anymal train` left; its LLM becomes GGUF."""
    usual = dict.fromkeys(checkpoint.encoded, DEFAULT_PRECISIONS)
    precisions = choose_precisions(options.precisions, usual, options.int8)
    held_out = read_held_out(checkpoint, options.questions)
    reader = ReferenceTokenizer(checkpoint.llm)
    require_llm_room(checkpoint.llm, options.llm_quantization, work)
    say("llm: converting to GGUF")
    exact = convert(checkpoint.llm, work / "f32.gguf")
    quantising = QuantiseOptions(options.llm_quantization, options.threads)
    shipped = quantise_llm(exact, work / LLM_FILE, quantising)
    llm = PreparedLlm(
        exact=exact,
        shipped=shipped,
        n_embd=checkpoint.n_embd,
        n_ctx=checkpoint.n_ctx,
        quantization=options.llm_quantization,
        adapters=(),
        folder=checkpoint.llm,
        embedding_scale=1.0,
        notes=(),
    )
    return BundleSource(
        name=checkpoint.name,
        prompt=checkpoint.prompt,
        modalities=checkpoint.modalities,
        precisions=precisions,
        provenance=checkpoint.provenance,
        llm=llm,
        held_out=held_out,
        module=partial(load_modality, checkpoint.folder),
        reader=reader,
    )


def _fill(
    source: BundleSource, bundle: Path, work: Path, options: ExportOptions, say: Callable[[str], None]
) -> ParityRecord:
    """Write every file of the bundle into `bundle`; what does not ship goes to `work`."""
    modalities = {name: export_modality(source, name, work, options, say) for name in source.encoded}
    llm = source.llm
    size = llm.shipped.stat().st_size
    say(f"llm: {llm.quantization}, {size / 1e6:.1f} MB; asking {options.questions} questions")
    modalities, parity = check_llm(source, modalities, options, say)
    if llm.shipped.is_relative_to(work):
        llm.shipped.rename(bundle / LLM_FILE)  # it may be large
    else:
        shutil.copyfile(llm.shipped, bundle / LLM_FILE)
    for adapter in llm.adapters:
        shutil.copyfile(adapter.file, bundle / adapter.file.name)
    for name, exported in modalities.items():
        shutil.copyfile(exported.shipped_file, bundle / f"{name}.onnx")
        for precision, path in exported.variants.items():
            shutil.copyfile(path, bundle / variant_name(name, precision))
    files = {path.name: _file_record(path) for path in sorted(bundle.iterdir())}
    parity = dataclasses.replace(parity, files={name: one["sha256"] for name, one in files.items()})
    manifest = _manifest(source, files, modalities, parity, options)
    (bundle / MANIFEST_NAME).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return parity


def _manifest(
    source: BundleSource,
    files: dict[str, dict[str, Any]],
    modalities: dict[str, ExportedModality],
    parity: ParityRecord,
    options: ExportOptions,
) -> dict[str, Any]:
    llm: dict[str, Any] = {
        "file": LLM_FILE,
        "n_embd": source.llm.n_embd,
        "n_ctx": source.llm.n_ctx,
        "quantization": source.llm.quantization,
    }
    if source.llm.adapters:
        llm["adapters"] = [
            {"name": one.name, "file": one.file.name, "scale": one.scale} for one in source.llm.adapters
        ]
    provenance = {**source.provenance, "tools": tool_versions(TOOLS)}
    calibrations = {name: used for name, one in modalities.items() if (used := _calibration(one))}
    if calibrations:
        provenance["calibration"] = calibrations
    return {
        "schema": SCHEMA,
        "name": options.name or source.name,
        "version": options.version or "1",
        "created_by": f"anymal-edge {anymal.__version__}",
        "files": files,
        "llm": llm,
        "prompt": dict(source.prompt),
        "modalities": {name: _sense(source, name, modalities) for name in source.modalities},
        "parity": parity.to_json(),
        "provenance": provenance,
    }


def _sense(source: BundleSource, name: str, modalities: dict[str, ExportedModality]) -> dict[str, Any]:
    """The manifest's section of one modality."""
    described = source.modalities[name]
    if name not in modalities:
        return dict(described)
    exported = modalities[name]
    section = {
        "file": f"{name}.onnx",
        "tokens": exported.tokens,
        "precision": exported.parity.shipped,
        "input": described["input"],
    }
    if exported.variants:
        section["variants"] = {one: variant_name(name, one) for one in exported.variants}
    return section


def _calibration(exported: ExportedModality) -> dict[str, Any]:
    """What the calibrated variants were fitted to; empty when there are none."""
    calibration: Calibration = exported.calibration
    return calibration.to_json() if set(CALIBRATED) & set(exported.variants) else {}


def _file_record(path: Path) -> dict[str, Any]:
    return {"sha256": file_sha256(path), "bytes": path.stat().st_size}
