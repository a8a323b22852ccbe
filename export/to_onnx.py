"""One fused modality, encoder and aligner, from torch to ONNX.

Knows torch.onnx's dynamo exporter (opset 20; a free batch, or a fixed one) and what a bundle's ONNX
looks like: one named input, one output `rows` float32 [batch, tokens, n_embd], everything inside one
file. Refuses to know quantisation and whether the numbers agree (`export.quantise_onnx`, `export.parity`).
"""

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

import onnx
import torch
from onnx_ir.passes import common as passes
from onnxscript.optimizer import fold_constants, remove_unused_nodes
from torch import nn

from anymal.errors import ExportError
from anymal.export.cast_first import cast_pictures_first

__all__ = [
    "OPSET",
    "OPSETS",
    "OUTPUT_NAME",
    "PICTURES",
    "GraphOptions",
    "RowsFacts",
    "export_onnx",
    "facts_of",
    "finish_graph",
    "input_shape",
    "save_onnx",
    "trace_graph",
]

OPSET = 20
# Oldest: what the dynamo exporter writes. Newest: what TensorRT 10.3 (JetPack 6) reads.
OPSETS = (18, 20)
OUTPUT_NAME = "rows"
PICTURES = ("image", "video")


class RowsFacts(Protocol):
    """What export must know of a module (`FusedModality.options`, `SourceFacts`)."""

    @property
    def modality(self) -> str:
        """Sense the module serves."""

    @property
    def tokens(self) -> int:
        """Rows per sample."""

    @property
    def n_embd(self) -> int:
        """Width of a row."""


@dataclass(frozen=True)
class GraphOptions:
    """Form of the graph: `batch` samples at a time (None: as many as the caller has), ONNX `opset`.

    A free batch serves ONNX Runtime and TensorRT profiles; a fixed one suits CUDA graphs and
    accelerators that compile for one shape. Raises `ExportError` for a value no engine takes.
    """

    batch: int | None = None
    opset: int = OPSET

    def __post_init__(self) -> None:
        """See the class."""
        if self.batch is not None and self.batch < 1:
            raise ExportError(f"batch must be at least 1, or None for a free batch; found {self.batch}")
        least, most = OPSETS
        if not least <= self.opset <= most:
            raise ExportError(
                f"ONNX opset {self.opset} cannot be used: the exporter writes {least} and later, "
                f"TensorRT 10.3 reads up to {most}; leave it at {OPSET}"
            )


_DEFAULT = GraphOptions()


def input_shape(modality: str, spec: Mapping[str, Any]) -> tuple[int, ...]:
    """Shape of one raw sample without the batch, from the input section of a manifest.

    [H, W, 3] of `size_px` (width, height), for video [frames, H, W, 3]; [n] or [T, 6] of `rate_hz`
    times `window_s`. Raises `ExportError` when the section lacks what its modality needs.
    """
    try:
        if modality in PICTURES:
            width, height = spec["size_px"]
            picture = (int(height), int(width), 3)
            return picture if modality == "image" else (int(spec["frames"]), *picture)
        samples = round(float(spec["rate_hz"]) * float(spec["window_s"]))
        return (samples,) if modality == "audio" else (samples, len(spec["channels"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ExportError(
            f"input section of {modality!r} is incomplete: {error!r} in {dict(spec)}"
        ) from error


def facts_of(module: nn.Module) -> RowsFacts:
    """The `options` of a module that makes rows: its modality, tokens and n_embd."""
    return cast(RowsFacts, module.options)


def export_onnx(
    module: nn.Module, spec: Mapping[str, Any], out: Path, graph: GraphOptions = _DEFAULT
) -> Path:
    """Write `module` to `out`; `spec` is the input section of its modality in the manifest.

    `module.options` are `RowsFacts`. Raises `ExportError` when torch cannot export it or the graph's
    shapes are not the bundle's.
    """
    facts = facts_of(module)
    dtype = torch.uint8 if facts.modality in PICTURES else torch.float32
    # A free batch is shown as 2: the exporter takes a batch of 1 for a constant.
    example = torch.zeros((graph.batch or 2, *input_shape(facts.modality, spec)), dtype=dtype)
    model = trace_graph(module, example, (spec["name"], OUTPUT_NAME), graph)
    return finish_graph(model, facts, spec["name"], out, graph)


def trace_graph(
    module: nn.Module, example: torch.Tensor, names: tuple[str, str], graph: GraphOptions = _DEFAULT
) -> onnx.ModelProto:
    """`module` as a graph with one input and one output called `names`; `example` has a batch of 2 or more.

    Raises `ExportError` with torch's reason when it cannot be exported.
    """
    name, output = names
    try:
        with _quiet_exporter():
            program = torch.onnx.export(
                module.eval(),
                (example,),
                dynamo=True,
                opset_version=graph.opset,
                input_names=[name],
                output_names=[output],
                dynamic_shapes=({0: torch.export.Dim("batch")},) if graph.batch is None else None,
                external_data=False,
                report=False,
                verbose=False,
                optimize=False,
            )
    except torch.onnx.OnnxExporterError as error:
        raise ExportError(f"torch.onnx cannot export {name!r}: {_reason(error)}") from error
    if program is None:
        raise ExportError(f"torch.onnx.export gave nothing back for input {name!r}")
    _simplify(program.model)
    model: onnx.ModelProto = program.model_proto
    cast_pictures_first(model)
    _strip(model)
    return model


def finish_graph(
    model: onnx.ModelProto, facts: RowsFacts, name: str, out: Path, graph: GraphOptions = _DEFAULT
) -> Path:
    """Write `facts` into `model` and save it to `out`.

    Raises `ExportError` unless it is a bundle's graph: input `name`, output rows of those facts.
    """
    described = {"modality": facts.modality, "tokens": str(facts.tokens), "n_embd": str(facts.n_embd)}
    onnx.helper.set_model_props(model, described)
    _check_shapes(model, (graph.batch or 0, facts.tokens, facts.n_embd), name)
    return save_onnx(model, out)


def save_onnx(model: onnx.ModelProto, out: Path) -> Path:
    """Check `model` and write it to `out`, whole or not at all.

    Raises `ExportError` when it is not valid ONNX or larger than one file can be.
    """
    try:
        onnx.checker.check_model(model, full_check=True)
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError) as error:
        raise ExportError(f"{out.name}: the graph is not valid ONNX: {error}") from error
    except ValueError as error:  # protobuf's limit
        raise ExportError(f"{out.name}: the graph is larger than the 2 GB one ONNX file can hold") from error
    staged = out.with_name(out.name + ".staged")
    staged.write_bytes(model.SerializeToString())
    staged.replace(out)
    return out


def _reason(error: BaseException) -> str:
    """The innermost cause in one line; the outer ones are advice for authors of torch."""
    while error.__cause__ is not None:
        error = error.__cause__
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return f"{type(error).__name__}: {lines[0] if lines else 'no reason given'}"[:400]


def _check_shapes(model: onnx.ModelProto, wanted: tuple[int, int, int], name: str) -> None:
    """A free batch is 0 in `wanted`, as it is in the graph."""
    inputs = [value.name for value in model.graph.input]
    shape = [dim.dim_value for dim in model.graph.output[0].type.tensor_type.shape.dim]
    fixed = shape != list(wanted) and not wanted[0] and shape[1:] == list(wanted[1:])
    cure = "; the batch was fixed while it was traced: use x.shape[0], not len(x)" if fixed else ""
    if inputs != [name] or len(model.graph.output) != 1 or shape != list(wanted):
        raise ExportError(
            f"ONNX of {name!r}: inputs {inputs} and output shape {shape}; "
            f"wanted one input {name!r} and rows {list(wanted)} (0: a free batch){cure}"
        )


def _simplify(model: Any) -> None:
    """Fold constants and drop what nobody reads; weights become constants that int8 can find.

    The exporter's own optimiser is off: it takes any constant below 1e-8 for zero, and so removes the
    floor under a logarithm (onnxscript 0.7: x + 1e-10 becomes x).
    """
    everything = 1 << 31
    fold_constants(model, input_size_limit=everything, output_size_limit=everything)
    remove_unused_nodes(model)
    passes.LiftConstantsToInitializersPass(lift_all_constants=True, size_limit=0)(model)
    passes.DeduplicateInitializersPass()(model)
    passes.CommonSubexpressionEliminationPass()(model)
    remove_unused_nodes(model)


def _strip(model: onnx.ModelProto) -> None:
    """Drop the exporter's notes: they hold source paths of the machine that ran it."""
    for value in (*model.graph.input, *model.graph.output, *model.graph.value_info, *model.graph.initializer):
        value.ClearField("metadata_props")
        value.ClearField("doc_string")
    for node in (*model.graph.node, *(node for function in model.functions for node in function.node)):
        node.ClearField("metadata_props")
        node.ClearField("doc_string")
    model.graph.ClearField("metadata_props")
    model.ClearField("metadata_props")


@contextmanager
def _quiet_exporter() -> Iterator[None]:
    """torch.onnx warns about its own internals; none of it is ours to act on."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", UserWarning)
            yield
    finally:
        logger.setLevel(level)
