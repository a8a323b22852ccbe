"""One fused modality, encoder and aligner, from torch to ONNX.

Knows torch.onnx's dynamo exporter (opset 20, dynamic batch) and what a bundle's ONNX looks like:
one named input, one output `rows` float32 [batch, tokens, n_embd], everything inside one file.
Refuses to know quantisation and whether the numbers agree (`export.quantise_onnx`, `export.parity`).
"""

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import onnx
import torch
from onnx_ir.passes import common as passes
from onnxscript.optimizer import fold_constants, remove_unused_nodes

from anymal.errors import ExportError
from anymal.models.modality import FusedModality

__all__ = ["OPSET", "OUTPUT_NAME", "export_onnx", "input_shape", "save_onnx"]

OPSET = 20
OUTPUT_NAME = "rows"


def input_shape(modality: str, spec: Mapping[str, Any]) -> tuple[int, ...]:
    """Shape of one raw sample without the batch, from the input section of a manifest.

    [H, W, 3] of `size_px` (width, height), [n] or [T, 6] of `rate_hz` times `window_s`. Raises
    `ExportError` when the section lacks what its modality needs.
    """
    try:
        if modality == "image":
            width, height = spec["size_px"]
            return (int(height), int(width), 3)
        samples = round(float(spec["rate_hz"]) * float(spec["window_s"]))
        return (samples,) if modality == "audio" else (samples, len(spec["channels"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ExportError(
            f"input section of {modality!r} is incomplete: {error!r} in {dict(spec)}"
        ) from error


def export_onnx(module: FusedModality, spec: Mapping[str, Any], out: Path) -> Path:
    """Write `module` to `out`; `spec` is the input section of its modality in the manifest.

    Raises `ExportError` when torch cannot export it or the graph's shapes are not the bundle's.
    """
    options = module.options
    dtype = torch.uint8 if options.modality == "image" else torch.float32
    # A batch of 2: the exporter takes a batch of 1 for a constant.
    example = torch.zeros((2, *input_shape(options.modality, spec)), dtype=dtype)
    with _quiet_exporter():
        program = torch.onnx.export(
            module.eval(),
            (example,),
            dynamo=True,
            opset_version=OPSET,
            input_names=[spec["name"]],
            output_names=[OUTPUT_NAME],
            dynamic_shapes=({0: torch.export.Dim("batch")},),
            external_data=False,
            report=False,
            verbose=False,
            optimize=False,
        )
    if program is None:
        raise ExportError(f"torch.onnx.export gave nothing back for {options.modality!r}")
    _simplify(program.model)
    model = program.model_proto
    _strip(model)
    facts = {"modality": options.modality, "tokens": str(options.tokens), "n_embd": str(options.n_embd)}
    onnx.helper.set_model_props(model, facts)
    _check_shapes(model, options.tokens, options.n_embd, spec["name"])
    return save_onnx(model, out)


def save_onnx(model: onnx.ModelProto, out: Path) -> Path:
    """Check `model` and write it to `out`, whole or not at all; raises `ExportError` when it is not valid."""
    try:
        onnx.checker.check_model(model, full_check=True)
    except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError) as error:
        raise ExportError(f"{out.name}: the graph is not valid ONNX: {error}") from error
    staged = out.with_name(out.name + ".staged")
    staged.write_bytes(model.SerializeToString())
    staged.replace(out)
    return out


def _check_shapes(model: onnx.ModelProto, tokens: int, n_embd: int, name: str) -> None:
    inputs = [value.name for value in model.graph.input]
    shape = [dim.dim_value for dim in model.graph.output[0].type.tensor_type.shape.dim]
    if inputs != [name] or len(model.graph.output) != 1 or shape != [0, tokens, n_embd]:
        raise ExportError(
            f"ONNX of {name!r}: inputs {inputs} and output shape {shape}; "
            f"wanted one input {name!r} and rows [batch, {tokens}, {n_embd}] with a free batch"
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
