"""Every precision of one modality: one export from torch each for fp32 and fp16, the rest made from those.

Knows the precisions, which file each is, and runs parity on each; refuses to choose what ships.

| precision | for | made by |
|---|---|---|
| fp32 | everything, the reference | `export_onnx` |
| fp16 | GPUs; half the disk | `half_module`, `export_onnx` |
| int8 | x86 CPUs; no calibration | dynamic activations (`quantise_onnx`) |
| int8_qdq | TensorRT, ARM | symmetric Q/DQ, zero point 0, over fp32 |
| int8_qdq_fp16 | TensorRT, rest in fp16 | the same over fp16, same calibration |
| int8_u8 | x86 CPUs, other runtimes | the same calibration, zero point 128 |
| int8_nbits | CPUs, accuracy critical | 8-bit weights in blocks |
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import nn

from anymal.engines.onnx_engine import ExactOnnxEngine
from anymal.errors import ExportError
from anymal.export.calibration import Calibration
from anymal.export.half import half_module
from anymal.export.parity import RowsParity, compare_rows
from anymal.export.precisions import check_precisions
from anymal.export.quantise_nbits import quantise_nbits
from anymal.export.quantise_onnx import quantise_onnx
from anymal.export.quantise_qdq import Form, quantise_qdq
from anymal.export.quantised_sites import CONV, PRODUCTS, measure_ranges
from anymal.export.to_onnx import OUTPUT_NAME, GraphOptions, export_onnx, facts_of
from anymal.export.verify import onnx_rows, torch_rows

__all__ = ["VariantFile", "VariantOptions", "build_variants", "variant_name"]

Array = NDArray[np.float32]


@dataclass(frozen=True)
class VariantOptions:
    """Form of the graphs, CPU `threads`, and whether Q/DQ also takes convolutions (`conv`)."""

    graph: GraphOptions = field(default_factory=GraphOptions)
    threads: int = 1
    conv: bool = False

    @property
    def operators(self) -> tuple[str, ...]:
        """What Q/DQ quantises."""
        return (*PRODUCTS, CONV) if self.conv else PRODUCTS


_DEFAULT = VariantOptions()


@dataclass(frozen=True)
class VariantFile:
    """One graph: its file, precision, parity with torch, and the `rows` it makes of the check samples."""

    path: Path
    precision: str
    parity: RowsParity
    rows: Array = field(repr=False, compare=False)


def variant_name(modality: str, precision: str) -> str:
    """File name of a precision in a bundle: `image.onnx` for fp32, `image.int8-qdq.onnx`."""
    return f"{modality}.onnx" if precision == "fp32" else f"{modality}.{precision.replace('_', '-')}.onnx"


def build_variants(
    module: nn.Module,
    spec: Mapping[str, Any],
    work: Path,
    wanted: Sequence[str],
    calibration: Calibration,
    options: VariantOptions = _DEFAULT,
    say: Callable[[str], None] = lambda line: None,
) -> dict[str, VariantFile]:
    """Write the `wanted` precisions of `module` into `work` and compare each with torch.

    `spec` is the input section of the manifest, `module.options` are `RowsFacts`. fp32 is always made;
    a precision for which the graph has nothing to quantise is left out, and `say` is told. Raises
    `ConfigError` for an unknown precision, `ExportError` for a graph that cannot be made, or rows that
    are no numbers.
    """
    check_precisions(wanted, facts_of(module).modality)
    builder = _Builder(module, spec, work, calibration, options)
    reference = torch_rows(module, calibration.check)
    found = {}
    for precision in dict.fromkeys(("fp32", *wanted)):
        path = builder.make(precision)
        if path is None:
            say(f"{builder.modality}: no {precision}: the graph has no matrix product to quantise")
            continue
        try:
            rows = _rows(path, spec["name"], calibration.check, options)
            parity = compare_rows(reference, rows)
        except ExportError as error:
            raise ExportError(
                f"{builder.modality} as {precision}: {error}; leave that precision out"
            ) from error
        say(
            f"{builder.modality}: {precision} {path.stat().st_size / 1e6:.1f} MB, "
            f"max abs error {parity.max_abs:.1e}, least cosine {parity.cosine_min:.5f}"
        )
        found[precision] = VariantFile(path, precision, parity, rows)
    return found


def _rows(path: Path, name: str, inputs: NDArray[Any], options: VariantOptions) -> Array:
    """What the graph makes of `inputs`; a fixed batch gets the last sample repeated to be full."""
    batch = options.graph.batch
    if batch is None:
        return onnx_rows(path, name, inputs, options.threads)
    missing = -len(inputs) % batch
    whole = np.concatenate((inputs, np.repeat(inputs[-1:], missing, axis=0)))
    with ExactOnnxEngine(path, prefer="cpu", threads=options.threads) as engine:
        parts = [
            engine.run({name: np.ascontiguousarray(whole[start : start + batch])})[OUTPUT_NAME]
            for start in range(0, len(whole), batch)
        ]
    return np.concatenate(parts)[: len(inputs)]


class _Builder:
    """Makes each file once; fp32, fp16 and the ranges serve several precisions."""

    def __init__(
        self,
        module: nn.Module,
        spec: Mapping[str, Any],
        work: Path,
        calibration: Calibration,
        options: VariantOptions,
    ) -> None:
        self.modality = facts_of(module).modality
        self.module, self.spec, self.work = module, spec, work
        self.calibration, self.options = calibration, options
        self.ranges: tuple[float, ...] | None = None

    def make(self, precision: str) -> Path | None:
        """The file of `precision`, or None when there is nothing to quantise."""
        out = self.work / variant_name(self.modality, precision)
        if out.is_file():
            return out
        if precision == "fp32":
            return export_onnx(self.module, self.spec, out, self.options.graph)
        if precision == "fp16":
            return export_onnx(half_module(self.module), self.spec, out, self.options.graph)
        exact = self._exact("fp32")
        if precision == "int8":
            made = quantise_onnx(exact, out)
        elif precision == "int8_nbits":
            made = quantise_nbits(exact, out)
        else:
            source = self._exact("fp16") if precision == "int8_qdq_fp16" else exact
            form: Form = "u8" if precision == "int8_u8" else "s8"
            made = quantise_qdq(source, out, self._ranges(exact), form, self.options.operators)
        return out if made else None

    def _exact(self, precision: str) -> Path:
        path = self.make(precision)
        if path is None:
            raise ExportError(f"{self.modality}: {precision} was not made")
        return path

    def _ranges(self, exact: Path) -> tuple[float, ...]:
        if self.ranges is None:
            options = self.options
            self.ranges = measure_ranges(exact, self.calibration.samples, options.operators, options.threads)
        return self.ranges
