"""Which columns of a weight matrix matter: mean squares of what flowed in, soft tokens included.

Knows how a matrix product shows in llama.cpp's graph and how to sum what flows into it; refuses
to know prompts and quantisers. The sums are those of llama.cpp's own `llama-imatrix`
(tools/imatrix/imatrix.cpp), which reads text only: embedding rows never pass through it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.llama_native import load_llama
from anymal.errors import ExportError
from anymal.export.ggml_tensors import GgmlLibrary, GgmlTensor

__all__ = ["Collector", "ImportanceMatrix", "TensorImportance", "accumulate", "accumulate_routed"]

Array = NDArray[np.float64]
# A column that no prompt ever used keeps this share of the mean weight: quantisers divide by the sum
# of a block's weights, and a block of zeros would come out as NaN.
LEAST_SHARE = 1e-4


@dataclass(frozen=True)
class TensorImportance:
    """`sums` float64 [n_matrices, columns] of squared inputs over `counts` int64 [n_matrices] rows.

    A mixture of experts has one matrix per expert, every other weight has one.
    """

    sums: Array
    counts: NDArray[np.int64]

    def weights(self) -> NDArray[np.float32]:
        """Mean squares [n_matrices * columns] as the quantiser takes them; an unused expert weighs 1."""
        means = self.sums / np.maximum(self.counts, 1)[:, None]
        floors = LEAST_SHARE * means.mean(axis=1, keepdims=True)
        means = np.where(means.any(axis=1, keepdims=True), np.maximum(means, floors), 1.0)
        return np.ascontiguousarray(means, np.float32).reshape(-1)


@dataclass(frozen=True)
class ImportanceMatrix:
    """Importance per weight tensor, by GGUF name, and what it was measured on.

    `datasets` names the prompts, `prompts` counts them; `positions` is the most rows any tensor saw.
    """

    tensors: Mapping[str, TensorImportance]
    datasets: tuple[str, ...] = ()
    prompts: int = 0

    @property
    def positions(self) -> int:
        """Rows that went through the busiest matrix."""
        return max((int(tensor.counts.sum()) for tensor in self.tensors.values()), default=0)


def accumulate(values: NDArray[np.float32], n_matrices: int) -> TensorImportance:
    """Sum squares of the inputs `values` [..., n2, rows, columns] of a product with `n_matrices` matrices.

    Slice i of the second-slowest axis meets matrix i modulo their number, as in ggml_mul_mat.
    """
    columns = values.shape[-1]
    sums = np.zeros((n_matrices, columns))
    slices = values.reshape(math.prod(values.shape[:-2]), values.shape[-2], columns)
    for number, rows in enumerate(slices):
        sums[number % n_matrices] += np.square(rows, dtype=np.float64).sum(axis=0)
    count = len(slices) * values.shape[-2] // n_matrices
    return TensorImportance(sums, np.full(n_matrices, count, np.int64))


def accumulate_routed(
    values: NDArray[np.float32], experts: NDArray[np.int32], n_matrices: int
) -> TensorImportance:
    """The same for a mixture: `values` [tokens, used or 1, columns], `experts` [tokens, used] says whose."""
    sums = np.zeros((n_matrices, values.shape[-1]))
    counts = np.zeros(n_matrices, np.int64)
    squares = np.square(values, dtype=np.float64)
    for slot in range(experts.shape[1]):
        np.add.at(sums, experts[:, slot], squares[:, slot % values.shape[1]])
        np.add.at(counts, experts[:, slot], 1)
    return TensorImportance(sums, counts)


@dataclass
class Collector:
    """The `watch` of a `ProbeLlm`: sums up what flows into every weight named in `wanted`.

    `wanted` are names of the GGUF's tensors. An error inside llama.cpp's callback cannot be
    raised there; it is kept, and `matrix` raises it.
    """

    wanted: frozenset[str]
    datasets: tuple[str, ...] = ()
    prompts: int = 0
    fault: str = ""
    _sums: dict[str, TensorImportance] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up what ggml calls its products."""
        self._ggml = GgmlLibrary(load_llama())
        self._dense = self._ggml.operation("MUL_MAT")
        self._routed = self._ggml.operation("MUL_MAT_ID")
        self._trusted = False

    def __call__(self, address: int, ask: bool) -> bool:
        """As llama.cpp's `cb_eval` wants: asked, say whether to stop here; else read, and say go on."""
        if self.fault:
            return not ask  # wanted by nobody; going on does no harm
        node = self._ggml.view(address)
        if not self._trusted:
            self._trusted = self._ggml.agrees(address)
            if not self._trusted:
                self.fault = "llama.cpp's tensors are not laid out as anymal-edge knows them"
                return not ask
        if node.op not in (self._dense, self._routed) or not node.src[0] or not node.src[1]:
            return not ask
        weight = self._ggml.view(node.src[0])
        name = plain_name(weight.name)
        if name not in self.wanted:
            return not ask
        if not ask:
            self._take(name, node, int(weight.ne[2] * weight.ne[3]))
        return True

    def _take(self, name: str, node: GgmlTensor, n_matrices: int) -> None:
        try:
            values = self._ggml.read(node.src[1])
            if node.op == self._routed:
                found = accumulate_routed(values[0], self._ggml.read(node.src[2])[0, 0], n_matrices)
            else:
                found = accumulate(values, n_matrices)
            if not np.isfinite(found.sums).all():
                raise ExportError("not all inputs are numbers: the model or a prompt is damaged")
            old = self._sums.get(name)
            if old is not None:
                found = TensorImportance(old.sums + found.sums, old.counts + found.counts)
            self._sums[name] = found
        except (ExportError, ValueError, IndexError) as error:
            self.fault = f"{name}: {error}"

    def matrix(self) -> ImportanceMatrix:
        """What was summed up so far; raises `ExportError` when something went wrong, or nothing was seen."""
        if self.fault:
            raise ExportError(f"the importance of weights cannot be measured: {self.fault}")
        if not self._sums:
            raise ExportError("no weight was multiplied by anything: no prompt was run")
        return ImportanceMatrix(dict(sorted(self._sums.items())), self.datasets, self.prompts)


def plain_name(raw: Any) -> str:
    """`CUDA0#blk.0.attn_k.weight#0`, as weights copied to a device are called, to `blk.0.attn_k.weight`."""
    name = bytes(raw).decode("utf-8", "replace")
    parts = name.split("#")
    return parts[1] if len(parts) > 1 else name
