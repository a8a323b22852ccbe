"""A bundle into the same bundle with a smaller LLM: quantised, judged, described, and only then published.

Knows which files and which lines of the manifest change; refuses to know how a matrix is measured
(`export.quantise_study`). What was recorded of the LLM that is replaced does not survive it.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from anymal.digest import file_sha256
from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.manifest import MANIFEST_NAME
from anymal.engines.verified import compared_files
from anymal.export.imatrix import ImportanceMatrix
from anymal.export.imatrix_file import load_imatrix, save_imatrix
from anymal.export.llm_drift import Drift
from anymal.export.outputs import (
    require_file_place,
    require_folder_place,
    require_outside,
    require_replaceable,
    require_room,
)
from anymal.export.parity import Tolerances, require_quantised
from anymal.export.quantise_llm import QuantiseOptions, check_matrix, least_bytes, quantise_llm
from anymal.export.quantise_study import MATRICES, Study
from anymal.export.staging import publish, staging

__all__ = ["BundleQuantisation", "check_quantisation", "quantise_bundle"]

Say = Callable[[str], None]


@dataclass(frozen=True)
class BundleQuantisation:
    """What to make: a type of `LLM_TYPES`, a matrix of `MATRICES` or a file, and what may be lost.

    `keep_matrix` writes the matrix beside the bundle as a GGUF. `force` replaces a bundle that
    is there.
    """

    quantization: str
    matrix: str = "prompts"
    keep_matrix: Path | None = None
    force: bool = False
    tolerances: Tolerances = field(default_factory=Tolerances)


def quantise_bundle(
    bundle: Bundle, study: Study, out: Path, wanted: BundleQuantisation, say: Say = lambda line: None
) -> dict[str, Any]:
    """Write `bundle` with its LLM in the wanted type to the folder `out`; returns the record kept of it.

    Raises `ExportError` when the LLM drifts further than the tolerances allow, or `out` cannot be
    written; `out` is then as it was before.
    """
    require_replaceable(out, wanted.force)
    matrix = _matrix(study, wanted)
    if matrix is not None and wanted.keep_matrix:
        say(f"importance matrix: {save_imatrix(matrix, wanted.keep_matrix)}")
    with staging(out) as work:
        folder = work / "bundle"
        folder.mkdir()
        record = _fill(bundle, study, folder, wanted, matrix, say)
        load_bundle(folder)
        publish(folder, out, work)
    return record


def check_quantisation(bundle: Bundle, out: Path, wanted: BundleQuantisation) -> None:
    """Raise `ExportError` for what would stop `quantise_bundle` only after hours of measuring.

    That is a place that cannot be written, a disk without room, a matrix file that is none, and a type
    that wants a matrix where there is none.
    """
    options, header = QuantiseOptions(wanted.quantization, again=True), bundle.llm_header
    require_replaceable(out, wanted.force)
    require_outside(out, bundle.folder, "--out")
    require_folder_place(out.absolute().parent, "--out")
    kept = sum(
        file.n_bytes for name, file in bundle.manifest.files.items() if name != bundle.manifest.llm.file
    )
    require_room(out, kept + least_bytes(header, wanted.quantization), "--out")
    if wanted.keep_matrix:
        require_file_place(wanted.keep_matrix, "--save-imatrix")
        for place in (bundle.folder, out):
            require_outside(wanted.keep_matrix, place, "--save-imatrix")
    matrix = None if wanted.matrix in MATRICES else load_imatrix(Path(wanted.matrix))
    if wanted.matrix not in MATRICES[:2]:
        check_matrix(header, options, matrix)


def _matrix(study: Study, wanted: BundleQuantisation) -> ImportanceMatrix | None:
    return study.matrix(wanted.matrix) if wanted.matrix in MATRICES else load_imatrix(Path(wanted.matrix))


def _fill(
    bundle: Bundle,
    study: Study,
    folder: Path,
    wanted: BundleQuantisation,
    matrix: ImportanceMatrix | None,
    say: Say,
) -> dict[str, Any]:
    gguf = folder / bundle.manifest.llm.file
    options = QuantiseOptions(wanted.quantization, study.options.threads, again=True)
    quantise_llm(study.exact, gguf, options, matrix)
    drift = study.drift(gguf)
    old, new = bundle.llm_path.stat().st_size, gguf.stat().st_size
    say(
        f"{wanted.quantization}: {new / 1e6:.1f} MB (was {old / 1e6:.1f}), mean KL {drift.mean_kl:.1e}, "
        f"{drift.answers_changed:.1%} of answers change"
    )
    require_quantised(wanted.quantization, drift.mean_kl, drift.answers_changed, wanted.tolerances)
    for name in bundle.manifest.files:
        if name != bundle.manifest.llm.file:
            shutil.copyfile(bundle.path(name), folder / name)
    record = _record(study, wanted, matrix, drift)
    manifest = _manifest(bundle, gguf, wanted, record)
    (folder / MANIFEST_NAME).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return record


def _manifest(
    bundle: Bundle, gguf: Path, wanted: BundleQuantisation, record: dict[str, Any]
) -> dict[str, Any]:
    """The old manifest with everything about the LLM made new, and what was proven of the old one gone."""
    manifest: dict[str, Any] = json.loads((bundle.folder / MANIFEST_NAME).read_text(encoding="utf-8-sig"))
    manifest["files"][gguf.name] = {"sha256": file_sha256(gguf), "bytes": gguf.stat().st_size}
    manifest["llm"]["quantization"] = wanted.quantization
    manifest.pop("verified", None)
    # A bundle that was never compared with a reference does not become one that was.
    if parity := manifest.get("parity"):
        parity.pop("bundle", None)
        parity["llm"] = record["drift"]
        # By the record, not by what lies there: what was exchanged since still shows.
        if (compared := compared_files(bundle.manifest)) is not None:
            parity["files"] = {**compared, gguf.name: manifest["files"][gguf.name]["sha256"]}
    manifest.setdefault("provenance", {})["quantised"] = record
    return manifest


def _record(
    study: Study, wanted: BundleQuantisation, matrix: ImportanceMatrix | None, drift: Drift
) -> dict[str, Any]:
    kept = {
        "prompts": len(study.judge),
        "mean_kl": float(f"{drift.mean_kl:.6g}"),
        "mean_kl_sensed": float(f"{drift.where(sensed=True).mean_kl:.6g}") if drift.rows.any() else None,
        "answers_changed": float(f"{drift.answers_changed:.6g}"),
        "reference": "the exact GGUF in llama.cpp, f32 cache",
    }
    return {
        "type": wanted.quantization,
        "source_sha256": file_sha256(study.exact),
        "matrix": Path(wanted.matrix).name if matrix is not None else "none",
        "matrix_datasets": list(matrix.datasets) if matrix is not None else [],
        "matrix_positions": matrix.positions if matrix is not None else 0,
        "calibration": {
            "kinds": study.kinds,
            "prompts": len(study.calibrate),
            "sha256": study.sha256,
        },
        "drift": kept,
    }
