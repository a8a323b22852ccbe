"""An ONNX graph with int8 weights: dynamic, per channel, matrix products only.

Knows the settings that measured best on CPUs (fastest and most accurate of those tried, no
calibration data) and refuses all others: whole-graph static quantisation ruins a ViT, and 8 bits
before a logarithm ruin a log-mel.
"""

import logging
from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from anymal.errors import ExportError
from anymal.export.open_graph import graph_facts, open_graph
from anymal.export.quantised_sites import before_logarithm
from anymal.export.to_onnx import save_onnx

__all__ = ["quantise_onnx"]


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
    onnx.helper.set_model_props(model, graph_facts(source))
    save_onnx(model, out)
    return True
