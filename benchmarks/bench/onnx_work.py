"""How many floating-point operations one run of an ONNX encoder is.

Knows products and convolutions, which are nearly all of it; refuses to guess: shapes are those of a real run,
and without the `onnx` library, which rewrites the graph for it, there is no number. Elementwise work is not
counted.
"""

import math
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["encoder_flops", "node_flops"]

# In a product the sum runs over the last axis of the first operand (the operators' own documentation, and
# that of ONNX Runtime's contributed operators).
PRODUCTS = ("MatMul", "MatMulInteger", "FusedMatMul", "DynamicQuantizeMatMul", "MatMulIntegerToFloat")
CONVOLUTIONS = ("Conv", "ConvInteger", "FusedConv")
COUNTED = (*PRODUCTS, *CONVOLUTIONS, "Gemm")
Shape = tuple[int, ...]


def encoder_flops(path: Path) -> float | None:
    """Return the operations of one run with a batch of one: two per product and sum; None when unknown.

    Runs a copy of the graph once that also gives out what its products work on. Raises nothing for a file
    that is no ONNX graph or that ONNX Runtime does not take in that form: None.
    """
    if path.suffix != ".onnx":
        return None
    try:
        import onnx
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as errors
    except ImportError:
        return None
    model = onnx.load(str(path))
    nodes = [node for node in model.graph.node if node.op_type in COUNTED]
    shapes: dict[str, Shape] = {one.name: tuple(one.dims) for one in model.graph.initializer}
    given = {value.name for value in model.graph.input}
    wanted = {name for node in nodes for name in (*node.input[:2], node.output[0])} - set(shapes) - given
    own = {value.name for value in model.graph.output}
    model.graph.output.extend(onnx.ValueInfoProto(name=name) for name in sorted(wanted - own))
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = 1
    # Fused operators would take away what is asked for.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    failures = (errors.Fail, errors.InvalidArgument, errors.InvalidGraph, errors.RuntimeException, ValueError)
    try:
        session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
        feeds = {one.name: _zeros(one) for one in session.get_inputs()}
        outputs = [one.name for one in session.get_outputs()]
        for name, array in zip(outputs, session.run(outputs, feeds), strict=True):
            shapes[name] = tuple(np.shape(array))
    except failures:  # e.g. weights beside the file, or beyond 2 GB
        return None
    shapes |= {name: tuple(array.shape) for name, array in feeds.items()}
    total = sum(node_flops(node, shapes) for node in nodes)
    return total or None


def _zeros(spec: Any) -> Any:
    """An input of a batch of one."""
    kinds = {"tensor(uint8)": np.uint8, "tensor(float)": np.float32}
    sizes = [size if isinstance(size, int) else 1 for size in spec.shape]
    return np.zeros(sizes, kinds.get(spec.type, np.float32))


def node_flops(node: Any, shapes: dict[str, Shape]) -> float:
    """Return the operations of one product or convolution whose operands have these `shapes`."""
    out, first, second = (shapes[name] for name in (node.output[0], node.input[0], node.input[1]))
    if node.op_type in CONVOLUTIONS:
        return 2.0 * math.prod(out) * math.prod(second[1:])
    turned = any(one.name == "transA" and one.i for one in node.attribute)
    return 2.0 * math.prod(out) * (first[-2] if turned else first[-1])
