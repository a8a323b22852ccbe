"""An ONNX graph with 8-bit weights in small blocks (MatMulNBits): nearly exact, half as fast as int8.

Knows the settings for encoders whose accuracy is critical on a CPU; refuses other bit widths (4 bits
cost a ViT 4 % of its centred cosine) and GPUs: TensorRT rejects the operator on float32 inputs.
"""

import logging
from importlib import import_module
from pathlib import Path
from typing import Any

import onnx
from onnx import numpy_helper

from anymal.errors import ExportError
from anymal.export.open_graph import graph_facts, open_graph
from anymal.export.quantised_sites import before_logarithm
from anymal.export.to_onnx import save_onnx

__all__ = ["quantise_nbits"]

BLOCK = 32
# Activations in int8 per block while multiplying: without it, 8-bit weights are slower than float32 ones.
ACCURACY_LEVEL = 4


def quantise_nbits(source: Path, out: Path, block: int = BLOCK) -> bool:
    """Write `source` with 8-bit weights per `block` inputs to `out`; false, and no file, without a MatMul.

    Raises `ExportError` when the graph is too old, damaged, or not valid afterwards.
    """
    model = open_graph(source)
    _split_gemms(model.graph)
    for number, node in enumerate(model.graph.node):
        node.name = node.name or f"node_{number}"  # exclusion goes by name
    excluded = [model.graph.node[number].name for number in sorted(before_logarithm(model))]
    library = _import_quantiser()
    settings = library.DefaultWeightOnlyQuantConfig(
        bits=8, block_size=block, is_symmetric=True, accuracy_level=ACCURACY_LEVEL
    )
    logger = logging.getLogger("onnxruntime.quantization.matmul_nbits_quantizer")
    level = logger.level
    logger.setLevel(logging.ERROR)  # one line per node otherwise
    try:
        quantiser = library.MatMulNBitsQuantizer(model, nodes_to_exclude=excluded, algo_config=settings)
        quantiser.process()
    except (ValueError, RuntimeError) as error:
        raise ExportError(f"{source.name}: cannot be quantised in blocks: {error}") from error
    finally:
        logger.setLevel(level)
    quantised: onnx.ModelProto = quantiser.model.model
    if not any(node.op_type == "MatMulNBits" for node in quantised.graph.node):
        return False
    onnx.helper.set_model_props(quantised, graph_facts(source))
    save_onnx(quantised, out)
    return True


def _import_quantiser() -> Any:
    """Import ONNX Runtime's quantiser, which sets up the root logger for everybody on its way in."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    try:
        return import_module("onnxruntime.quantization.matmul_nbits_quantizer")
    finally:
        root.setLevel(level)
        root.handlers[:] = handlers


def _split_gemms(graph: onnx.GraphProto) -> None:
    """Plain Gemms as MatMul and Add: the quantiser only looks at MatMul."""
    weights = {tensor.name: tensor for tensor in graph.initializer}
    nodes = list(graph.node)
    del graph.node[:]
    for node in nodes:
        values = {item.name: onnx.helper.get_attribute_value(item) for item in node.attribute}
        plain = values.get("alpha", 1.0) == values.get("beta", 1.0) == 1.0 and not values.get("transA", 0)
        if node.op_type != "Gemm" or not plain or node.input[1] not in weights:
            graph.node.append(node)
            continue
        weight, product = node.input[1], f"{node.output[0]}_product"
        if values.get("transB", 0):
            turned = numpy_helper.to_array(weights[weight]).T.copy()
            weight = f"{node.output[0]}_weight"
            graph.initializer.append(numpy_helper.from_array(turned, weight))
        bias = len(node.input) > 2
        output = product if bias else node.output[0]
        graph.node.append(onnx.helper.make_node("MatMul", [node.input[0], weight], [output], name=product))
        if bias:
            graph.node.append(
                onnx.helper.make_node("Add", [product, node.input[2]], node.output, name=f"{product}_bias")
            )
