"""The encoders of a bundle against torch: every graph it holds, widest precision first, and row lengths.

Knows how to run a graph as the device does and what to measure on its rows; refuses to know
where reference and inputs come from, and LLMs.
"""

import math
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from anymal.engines import open_engine
from anymal.engines.base import Engine
from anymal.engines.bundle import Bundle
from anymal.engines.manifest import EncoderSpec
from anymal.engines.onnx_engine import ExactOnnxEngine
from anymal.errors import AnymalError, ExportError
from anymal.export.parity import RowsParity, max_error
from anymal.export.precisions import CALIBRATED, PRECISIONS
from anymal.export.row_scale import read_token_rows, token_row_scale
from anymal.export.to_onnx import OUTPUT_NAME
from anymal.export.verify import BATCH, torch_rows
from anymal.export.verify_record import Check, GraphFinding, NormFinding, VerifyLimits, WorstSample
from anymal.export.verify_reference import Reference
from anymal.samples import Modality

__all__ = ["check_graph", "check_norms", "graphs_of", "measure_graphs", "text_norms"]

Array = NDArray[np.float32]
# Widest first: each is judged against torch, or without torch against the first that runs.
ORDER = (*PRECISIONS, "plan")
NORMAL_TOKEN = 1  # llama.cpp's LLAMA_TOKEN_TYPE_NORMAL
MOST_TEXT_ROWS = 8192


def graphs_of(spec: EncoderSpec) -> list[tuple[str, str]]:
    """(precision, file) of every graph of a modality, the widest first; each file once."""
    named = {spec.file: spec.precision, **{file: name for name, file in spec.variants.items()}}
    places = {name: place for place, name in enumerate(ORDER)}
    return sorted(
        ((name, file) for file, name in named.items()), key=lambda one: places.get(one[0], len(ORDER))
    )


def measure_graphs(
    bundle: Bundle, modality: str, reference: Reference, threads: int
) -> tuple[list[GraphFinding], Array | None]:
    """Run every graph of `modality` on the reference's inputs and compare.

    Returns the findings and torch's rows [n, tokens, n_embd], None without a reference. Raises
    `ExportError` when torch makes rows of another shape: that reference is another model's.
    """
    spec = bundle.manifest.encoder_spec(cast(Modality, modality))
    inputs = reference.inputs[modality]
    wanted, against = _torch(reference, modality), "torch"
    torch_side = wanted
    findings = []
    for precision, file in graphs_of(spec):
        known = {"modality": modality, "file": file, "precision": precision, "shipped": file == spec.file}
        try:
            rows, backend = _run(bundle.path(file), spec, precision, inputs, threads)
        except AnymalError as error:
            findings.append(GraphFinding(**known, skipped=str(error)))  # type: ignore[arg-type]
            continue
        if wanted is None:
            wanted, against = rows, ""
        if rows.shape != wanted.shape:
            raise ExportError(
                f"{modality}: {file} makes rows {list(rows.shape)}, the reference {list(wanted.shape)}; "
                "give --reference the checkpoint that the bundle was exported from"
            )
        findings.append(
            GraphFinding(**known, reference=against, backend=backend, **_compared(inputs, wanted, rows))  # type: ignore[arg-type]
        )
        against = against or file
    return findings, torch_side


def _torch(reference: Reference, modality: str) -> Array | None:
    if reference.module is None:
        return None
    return torch_rows(reference.module(modality), reference.inputs[modality])


def _run(
    path: Path, spec: EncoderSpec, precision: str, inputs: NDArray[Any], threads: int
) -> tuple[Array, str]:
    """Rows [n, tokens, n_embd] and the backend: int8 one by one as on the device, others also in batches."""
    parts = []
    with _open(path, precision, threads) as engine:
        alone = precision.startswith("int8") or engine.inputs[0].shape[0] is not None
        cuts = list(range(len(inputs) + 1)) if alone else [0, *range(1, len(inputs), BATCH), len(inputs)]
        for start, end in pairwise(cuts):
            feeds = {spec.input.name: np.ascontiguousarray(inputs[start:end])}
            parts.append(engine.run(feeds)[OUTPUT_NAME].astype(np.float32))
        return np.concatenate(parts), engine.backend


def _open(path: Path, precision: str, threads: int) -> Engine:
    """A plan on its GPU, a graph on the CPU as a device runs it, or with Q/DQ as GPUs and ARM compute it."""
    if precision in CALIBRATED:
        return ExactOnnxEngine(path, prefer="cpu", threads=threads)
    return open_engine(path, prefer="auto" if precision == "plan" else "cpu", threads=threads)


def _compared(inputs: NDArray[Any], wanted: Array, found: Array) -> dict[str, Any]:
    """Figures of one graph; NaN and infinity come out as NaN, which no limit forgives."""
    wide, other = wanted.astype(np.float64), found.astype(np.float64)
    with np.errstate(all="ignore"):
        difference = np.abs(wide - other)
        norms, wanted_norms = np.linalg.norm(other, axis=-1), np.linalg.norm(wide, axis=-1)
        cosines = (wide * other).sum(axis=-1) / np.maximum(wanted_norms * norms, 1e-12)
        drift = float(np.abs(norms / np.maximum(wanted_norms, 1e-12) - 1).max())
    parity = RowsParity(
        inputs=len(wanted),
        max_abs=float(difference.max()),
        mean_abs=float(difference.mean()),
        cosine_min=float(cosines.min()),
        cosine_mean=float(cosines.mean()),
        scale=float(np.abs(wide).max()),
    )
    # argmax of a NaN is its place, so a broken sample is the worst one, as it should be.
    worst = int(difference.reshape(len(wanted), -1).max(axis=1).argmax())
    sample = WorstSample(worst, inputs[worst], wanted[worst], found[worst])
    measured = {"distances": 1.0 - cosines, "norms": norms, "norm_drift": drift}
    return {"parity": parity, "worst": sample, **measured}


def check_graph(graph: GraphFinding, limits: VerifyLimits) -> list[Check]:
    """The checks of one graph: closeness for fp32, direction and length for every narrower one."""
    if graph.parity is None or graph.norms is None or graph.worst is None:
        # What ships must run somewhere: a plan may wait for its GPU, a graph may not.
        if not graph.shipped and graph.precision == "plan":
            return []
        return [Check(f"{graph.stage}: {graph.skipped}", "graphs that do not run", 1.0, 0.0)]
    if not graph.reference:
        finite = float(np.isfinite(graph.norms).all())
        return [Check(graph.stage, "share of finite rows", finite, 1.0, ">=")]
    if graph.precision == "fp32":
        return [
            Check(graph.stage, max_error(graph.parity), graph.parity.max_abs, limits.onnx_limit(graph.parity))
        ]
    least = limits.fp16_cosine if graph.precision == "fp16" else limits.int8_cosine
    return [
        Check(graph.stage, "smallest cosine", graph.parity.cosine_min, least, ">="),
        Check(graph.stage, "largest change of a row's length", graph.norm_drift, limits.norm_drift),
    ]


def check_norms(norms: NormFinding, limits: VerifyLimits) -> list[Check]:
    """Soft tokens must be about as long as text embeddings: dead rows and exploding ones are not."""
    text = float(np.median(norms.text))
    checks = []
    for modality, lengths in norms.rows.items():
        ratio = float(np.median(lengths)) / text if text > 0 else math.inf
        apart = max(ratio, 1 / ratio) if ratio > 0 else math.inf
        stage = f"{modality}: length of soft tokens against text embeddings"
        checks.append(Check(stage, "median ratio, either way", apart, limits.norm_factor))
    return checks


def text_norms(bundle: Bundle) -> NDArray[np.float64]:
    """Lengths float64 [n] of the LLM's own token embeddings as its first layer reads them.

    Of at most `MOST_TEXT_ROWS` ordinary tokens, spread over the vocabulary.
    """
    header = bundle.llm_header
    kinds = header.metadata.get("tokenizer.ggml.token_type", ())
    ordinary = [number for number, kind in enumerate(kinds) if kind == NORMAL_TOKEN]
    chosen = ordinary or list(range(len(header.tokens)))
    step = max(1, math.ceil(len(chosen) / MOST_TEXT_ROWS))
    rows = read_token_rows(bundle.llm_path, chosen[::step])
    lengths: NDArray[np.float64] = np.linalg.norm(rows.astype(np.float64), axis=-1)
    return token_row_scale(header) * lengths
