"""An ONNX graph with explicit int8: QuantizeLinear and DequantizeLinear around every product.

Knows the two forms made from one calibration: `s8` (symmetric, zero point 0: what TensorRT takes and
ARM prefers) and `u8` (the same scales, zero point 128: what x86 multiplies fast). Refuses to
measure (`export.quantised_sites`) and to quantise anything but products with constant weights:
TensorRT rejects other zero points, and the usual list of operators ruins a transformer.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from anymal.errors import ExportError
from anymal.export.open_graph import open_graph
from anymal.export.quantised_sites import LEVELS, PRODUCTS, Site, find_sites
from anymal.export.to_onnx import save_onnx

__all__ = ["Form", "quantise_qdq"]

Form = Literal["s8", "u8"]
# Levels of a weight. x86 without VNNI adds pairs of u8 x s8 products in 16 bits, which overflow with
# more than 7 bits: answers would depend on the processor.
WEIGHT_LEVELS: dict[Form, int] = {"s8": 127, "u8": 63}
# Nothing to represent still needs a step that is not zero.
LEAST_SCALE = {"float16": 2.0**-24, "float32": 2.0**-126}


def quantise_qdq(
    source: Path, out: Path, ranges: Sequence[float], form: Form = "s8", operators: Sequence[str] = PRODUCTS
) -> bool:
    """Write `source` in int8 to `out`; false, and no file, when it has no product to quantise.

    `ranges` are those of `measure_ranges` for the same operators; they also fit the fp16 graph of the
    same module. Raises `ExportError` when they do not fit or the graph is not valid.
    """
    model = open_graph(source)
    sites = find_sites(model, operators)
    if not sites:
        return False
    if len(ranges) != len(sites):
        raise ExportError(
            f"{source.name}: has {len(sites)} products to quantise, the calibration knows {len(ranges)}; "
            "calibrate the same module with the same operators"
        )
    _Rewriter(model, form).run(sites, ranges)
    save_onnx(model, out)
    return True


class _Rewriter:
    """Puts the pairs in; a tensor or weight that several products share is quantised once."""

    def __init__(self, model: onnx.ModelProto, form: Form) -> None:
        self.graph = model.graph
        self.form = form
        self.weights = {tensor.name: tensor for tensor in model.graph.initializer}
        self.done: dict[str, str] = {}

    def run(self, sites: Sequence[Site], ranges: Sequence[float]) -> None:
        by_node = {site.node: (site, limit) for site, limit in zip(sites, ranges, strict=True)}
        nodes = list(self.graph.node)
        del self.graph.node[:]
        for number, node in enumerate(nodes):
            if number in by_node:
                site, limit = by_node[number]
                node.input[0] = self._activation(site, limit)
                node.input[1] = self._weight(site)
            self.graph.node.append(node)
        self._drop_unused()

    def _activation(self, site: Site, limit: float) -> str:
        """x -> Q -> DQ, in the type of the weights."""
        if site.source in self.done:
            return self.done[site.source]
        name = f"{site.source}_{self.form}"
        dtype = numpy_helper.to_array(self.weights[site.weight]).dtype
        scale = np.array(max(limit / LEVELS, LEAST_SCALE[dtype.name]), dtype)
        zero = np.array(0, np.int8) if self.form == "s8" else np.array(128, np.uint8)
        constants = [self._constant(f"{name}_scale", scale), self._constant(f"{name}_zero", zero)]
        self._add("QuantizeLinear", [site.source, *constants], f"{name}_quantised")
        self._add("DequantizeLinear", [f"{name}_quantised", *constants], f"{name}_back")
        self.done[site.source] = f"{name}_back"
        return f"{name}_back"

    def _weight(self, site: Site) -> str:
        """Constant int8 -> DQ along the output axis."""
        name = f"{site.weight}_s8_{site.axis}"
        if name in self.done:
            return self.done[name]
        values = numpy_helper.to_array(self.weights[site.weight])
        quantised, scales = quantise_weight(values, site.axis, WEIGHT_LEVELS[self.form])
        constants = [
            self._constant(name, quantised),
            self._constant(f"{name}_scale", scales),
            self._constant(f"{name}_zero", np.zeros(len(scales), np.int8)),
        ]
        self._add("DequantizeLinear", constants, f"{name}_back", axis=site.axis)
        self.done[name] = f"{name}_back"
        return f"{name}_back"

    def _constant(self, name: str, values: NDArray[np.generic]) -> str:
        self.graph.initializer.append(numpy_helper.from_array(values, name))
        return name

    def _add(self, operator: str, inputs: Sequence[str], output: str, **attributes: int) -> None:
        node = onnx.helper.make_node(operator, inputs, [output], name=f"{output}_{operator}", **attributes)
        self.graph.node.append(node)

    def _drop_unused(self) -> None:
        used = {name for node in self.graph.node for name in node.input}
        used |= {value.name for value in self.graph.output}
        kept = [tensor for tensor in self.graph.initializer if tensor.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(kept)


def quantise_weight(
    values: NDArray[np.floating], axis: int, levels: int
) -> tuple[NDArray[np.int8], NDArray[np.floating]]:
    """Integers in [-levels, levels] of the shape of `values`, and one scale per index of `axis`.

    Scales have the type of `values`, and the integers are made with the scales as rounded to it.
    """
    others = tuple(number for number in range(values.ndim) if number != axis)
    largest = np.abs(values.astype(np.float64)).max(axis=others)
    scales = np.maximum(largest / levels, LEAST_SCALE[values.dtype.name]).astype(values.dtype)
    wide = scales.astype(np.float64).reshape([-1 if number == axis else 1 for number in range(values.ndim)])
    quantised = np.clip(np.round(values / wide), -levels, levels).astype(np.int8)
    return quantised, scales
