"""Where a graph is quantised: the products with constant weights, and how large their inputs get.

Knows which nodes may be quantised and measures their inputs on calibration samples, one pass with
ONNX Runtime; refuses to know how a graph is rewritten (`export.quantise_qdq`). Everything else, and
everything before a logarithm, stays in float: there int8 is what ruins a model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray

from anymal.engines.onnx_engine import OnnxEngine
from anymal.errors import ExportError
from anymal.export.open_graph import open_graph

__all__ = ["CONV", "PRODUCTS", "Site", "before_logarithm", "find_sites", "measure_ranges"]

PRODUCTS = ("MatMul", "Gemm")
CONV = "Conv"
LEVELS = 127
BINS = 4096


@dataclass(frozen=True)
class Site:
    """One product: node number, tensor that goes in, constant weight, its output axis and shape."""

    node: int
    source: str
    weight: str
    axis: int
    shape: tuple[int, ...]


def find_sites(model: onnx.ModelProto, operators: Sequence[str] = PRODUCTS) -> tuple[Site, ...]:
    """Nodes of `operators` whose second input is a constant float matrix (or kernel), in graph order."""
    weights = {tensor.name: tensor for tensor in model.graph.initializer}
    excluded = before_logarithm(model)
    sites = []
    for number, node in enumerate(model.graph.node):
        if node.op_type not in operators or number in excluded or node.input[1] not in weights:
            continue
        tensor = weights[node.input[1]]
        kernel = node.op_type == CONV
        floating = tensor.data_type in (onnx.TensorProto.FLOAT, onnx.TensorProto.FLOAT16)
        if not floating or node.input[0] in weights or (not kernel and len(tensor.dims) != 2):
            continue
        transposed = any(item.name == "transB" and item.i for item in node.attribute)
        sites.append(
            Site(number, node.input[0], tensor.name, 0 if kernel or transposed else 1, tuple(tensor.dims))
        )
    return tuple(sites)


def before_logarithm(model: onnx.ModelProto) -> frozenset[int]:
    """Numbers of all nodes that a logarithm depends on: a log-mel spans 100 dB, int8 spans 42."""
    maker = {name: number for number, node in enumerate(model.graph.node) for name in node.output}
    waiting = [number for number, node in enumerate(model.graph.node) if node.op_type == "Log"]
    found: set[int] = set()
    while waiting:
        for name in model.graph.node[waiting.pop()].input:
            number = maker.get(name)
            if number is not None and number not in found:
                found.add(number)
                waiting.append(number)
    return frozenset(found)


def measure_ranges(
    path: Path, samples: NDArray[Any], operators: Sequence[str] = PRODUCTS, threads: int = 1
) -> tuple[float, ...]:
    """The largest size worth representing of the input of every site of `path`, in the sites' order.

    Chosen per site for the least squared error of 8 bits symmetric around zero: clipping a rare
    outlier may cost less than coarser steps for all the rest. `samples` are raw inputs [n, ...].
    """
    model = open_graph(path)
    sources = [site.source for site in find_sites(model, operators)]
    histograms = {name: _Histogram() for name in sources}
    given = model.graph.input[0]
    batch = given.type.tensor_type.shape.dim[0].dim_value or 1
    if len(samples) < batch:
        raise ExportError(f"{path.name}: takes {batch} samples at a time, calibration has {len(samples)}")
    watched = path.with_name(path.name + ".watched")
    try:
        watched.write_bytes(_watched(model, histograms).SerializeToString())
        with OnnxEngine(watched, prefer="cpu", threads=threads) as engine:
            for start in range(0, len(samples) - batch + 1, batch):
                found = engine.run({given.name: np.ascontiguousarray(samples[start : start + batch])})
                for name, histogram in histograms.items():
                    histogram.add(found[name])
    finally:
        watched.unlink(missing_ok=True)
    best = {name: histogram.best() for name, histogram in histograms.items()}
    return tuple(best[name] for name in sources)


def _watched(model: onnx.ModelProto, names: Mapping[str, Any]) -> onnx.ModelProto:
    """`model` with the tensors `names` among its outputs."""
    graph = onnx.shape_inference.infer_shapes(model).graph
    types = {value.name: value for value in (*graph.value_info, *graph.input)}
    have = {value.name for value in model.graph.output}
    for name in names:
        if name not in have:
            model.graph.output.append(types.get(name) or onnx.helper.make_empty_tensor_value_info(name))
    return model


class _Histogram:
    """Sizes |x| of one tensor over all samples; the range doubles as larger values come."""

    def __init__(self) -> None:
        self.counts = np.zeros(BINS, np.int64)
        self.top = 0.0

    def add(self, values: NDArray[Any]) -> None:
        sizes = np.abs(values.astype(np.float32, copy=False)).ravel()
        largest = float(sizes.max(initial=0.0))
        if not np.isfinite(largest):
            raise ExportError("calibration met NaN or infinity inside the graph")
        if self.top == 0.0:
            self.top = largest
        while largest > self.top:
            self.counts = np.concatenate((self.counts.reshape(-1, 2).sum(1), np.zeros(BINS // 2, np.int64)))
            self.top *= 2
        if self.top:
            self.counts += np.histogram(sizes, BINS, (0.0, self.top))[0]

    def best(self) -> float:
        """The clipping size with the least squared error; 1 for a tensor that is always zero."""
        used = np.flatnonzero(self.counts)
        if not self.top or not len(used):
            return 1.0
        centres = (np.arange(BINS) + 0.5) * self.top / BINS
        limits = (used[-1] + 1) * self.top / BINS * np.linspace(0.2, 1.0, 81)
        errors = [float(self.counts @ _squared_error(centres, limit)) for limit in limits]
        return float(limits[int(np.argmin(errors))])


def _squared_error(sizes: NDArray[np.float64], limit: float) -> NDArray[np.float64]:
    step = limit / LEVELS
    error: NDArray[np.float64] = sizes - np.minimum(np.round(sizes / step), LEVELS) * step
    return error**2
