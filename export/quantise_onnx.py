"""An ONNX graph with int8 weights: dynamic, per channel, matrix products only; convolutions lie in half size.

Knows the settings that measured best on CPUs (fastest and most accurate of those tried, no
calibration data) and refuses all others: whole-graph static quantisation ruins a ViT, and 8 bits
before a logarithm ruin a log-mel. Convolutions compute in float32 as before: their kernels are only kept
as float16, which a runtime widens once while it loads.
"""

import logging
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from anymal.errors import ExportError
from anymal.export.open_graph import graph_facts, open_graph
from anymal.export.quantised_sites import before_logarithm
from anymal.export.to_onnx import save_onnx

__all__ = ["quantise_onnx"]

# Kernels of fewer numbers stay float32: halving them saves nothing.
LEAST_KERNEL = 4096


def quantise_onnx(source: Path, out: Path) -> bool:
    """Write `source` with int8 weights to `out`; false, and no file, when it has no matrix product to shrink.

    Metadata is kept. Raises `ExportError` when `source` is damaged or of too old an opset, or when the
    quantised graph is not valid.
    """
    original = open_graph(source)
    for number, node in enumerate(original.graph.node):
        node.name = node.name or f"node_{number}"  # exclusion goes by name
    excluded = [original.graph.node[number].name for number in sorted(before_logarithm(original))]
    staged = out.with_name(out.name + ".quantised")
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.ERROR)  # it recommends a pre-processing step that crashes on dynamo graphs
    try:
        quantize_dynamic(
            original,
            staged,
            nodes_to_exclude=excluded,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            # 7-bit weights: without VNNI 8-bit products saturate, and answers would depend on the CPU.
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
        model = onnx.load(staged)
    except (ValueError, RuntimeError) as error:
        raise ExportError(f"{source.name}: cannot be quantised to int8: {error}") from error
    finally:
        root.setLevel(level)
        staged.unlink(missing_ok=True)
    if not any(node.op_type in {"MatMulInteger", "DynamicQuantizeMatMul"} for node in model.graph.node):
        return False
    _keep_kernels_as_half(model, frozenset(excluded))
    onnx.helper.set_model_props(model, graph_facts(source))
    save_onnx(model, out)
    return True


def _keep_kernels_as_half(model: onnx.ModelProto, excluded: frozenset[str]) -> None:
    """Store the kernels of Conv nodes that are not `excluded` as float16, each behind a cast to float32."""
    kernels = {
        node.input[1] for node in model.graph.node if node.op_type == "Conv" and node.name not in excluded
    }
    casts = []
    for tensor in model.graph.initializer:
        if tensor.name not in kernels or tensor.data_type != onnx.TensorProto.FLOAT:
            continue
        values = onnx.numpy_helper.to_array(tensor)
        if values.size < LEAST_KERNEL or np.abs(values).max() > np.finfo(np.float16).max:
            continue
        name, half = tensor.name, f"{tensor.name}_half"
        tensor.CopyFrom(onnx.numpy_helper.from_array(values.astype(np.float16), half))
        casts.append(onnx.helper.make_node("Cast", [half], [name], f"{name}_widened", to=1))
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)
