"""Importance matrices as files, in the GGUF form that llama.cpp's own tools write and read.

Knows that format (tools/imatrix, `save_imatrix`): two tensors per weight, `.in_sum2` and
`.counts`; refuses to know how the sums were measured. The older `.dat` form is not read.
"""

from pathlib import Path
from typing import Any

import numpy as np

from anymal.engines.gguf_header import read_gguf_header
from anymal.errors import ExportError
from anymal.export.imatrix import ImportanceMatrix, TensorImportance

__all__ = ["load_imatrix", "save_imatrix"]

TYPE = "imatrix"
SUMS, COUNTS = ".in_sum2", ".counts"
DATASETS, CHUNKS, CHUNK_SIZE = "imatrix.datasets", "imatrix.chunk_count", "imatrix.chunk_size"


def save_imatrix(matrix: ImportanceMatrix, path: Path) -> Path:
    """Write `matrix` to `path`, whole or not at all; a prompt counts as a chunk. Raises `ExportError`."""
    gguf = _gguf()
    staged = path.with_name(path.name + ".staged")
    try:
        writer = gguf.GGUFWriter(staged, arch="")
        writer.add_type(TYPE)
        if matrix.datasets:
            writer.add_array(DATASETS, list(matrix.datasets))
        writer.add_uint32(CHUNKS, matrix.prompts)
        writer.add_uint32(CHUNK_SIZE, max(1, matrix.positions // max(1, matrix.prompts)))
        for name, tensor in matrix.tensors.items():
            writer.add_tensor(name + SUMS, tensor.sums.astype(np.float32))
            writer.add_tensor(name + COUNTS, tensor.counts.astype(np.float32)[:, None])
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        staged.replace(path)
    except OSError as error:
        raise ExportError(f"{path}: the importance matrix cannot be written: {error}") from error
    finally:
        staged.unlink(missing_ok=True)
    return path


def load_imatrix(path: Path) -> ImportanceMatrix:
    """Read what `save_imatrix` or llama.cpp's `llama-imatrix` wrote.

    Raises `BundleError` for a file that is no GGUF, `ExportError` for one that holds no matrix.
    """
    header = read_gguf_header(path)  # bounds first: the reader below trusts the file
    if header.metadata.get("general.type") != TYPE:
        found = header.metadata.get("general.type", "nothing")
        raise ExportError(f"{path}: wanted a GGUF of type {TYPE!r}, found {found!r}")
    reader = _gguf().GGUFReader(path)
    found = {tensor.name: np.array(tensor.data, np.float64) for tensor in reader.tensors}
    tensors = {}
    for name in (full.removesuffix(SUMS) for full in found if full.endswith(SUMS)):
        sums, counts = found[name + SUMS], found.get(name + COUNTS)
        if counts is None or not counts.size or sums.size % counts.size:
            raise ExportError(f"{path}: {name} has no counts that fit its sums")
        if not (np.isfinite(sums).all() and np.isfinite(counts).all()) or min(sums.min(), counts.min()) < 0:
            raise ExportError(f"{path}: {name} holds something that is no sum of squares")
        counts = np.rint(counts.reshape(-1)).astype(np.int64)
        tensors[name] = TensorImportance(sums.reshape(len(counts), -1), counts)
    if not tensors:
        raise ExportError(f"{path}: holds no importance of any weight")
    datasets = header.metadata.get(DATASETS, ())
    prompts = header.metadata.get(CHUNKS, 0)
    return ImportanceMatrix(dict(sorted(tensors.items())), tuple(datasets), int(prompts))


def _gguf() -> Any:
    try:
        import gguf
    except ModuleNotFoundError as error:
        raise ExportError(
            "importance matrices as files need gguf: pip install 'anymal-edge[export]'"
        ) from error
    return gguf
