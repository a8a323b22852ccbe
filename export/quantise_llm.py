"""GGUF to smaller GGUF by llama.cpp's quantiser, told which columns matter.

Knows the types, which of them are worthless without an importance matrix, and how to hand one
over; refuses to know where a matrix comes from and what a type costs in answers. Whatever the
quantiser would meet with an exception or rubbish is checked here first.
"""

import ctypes
import math
import os
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from anymal.engines.gguf_header import GgufHeader, read_gguf_header
from anymal.engines.gguf_rules import check_gguf
from anymal.engines.llama_log import first_complaint
from anymal.engines.llama_native import load_llama
from anymal.errors import ExportError
from anymal.export.imatrix import ImportanceMatrix
from anymal.export.llm_faults import cure_of
from anymal.export.outputs import disk_trouble
from anymal.export.to_gguf import QUANTIZATIONS

__all__ = [
    "LLM_TYPES",
    "NEED_MATRIX",
    "QuantiseOptions",
    "bytes_of",
    "check_matrix",
    "is_quantised",
    "least_bytes",
    "quantise_llm",
]

# Name in our manifests -> name of llama.cpp's constant (llama.h, enum llama_ftype).
LLM_TYPES = {
    **QUANTIZATIONS,
    **{
        name: f"LLAMA_FTYPE_MOSTLY_{name}"
        for name in (
            *("Q5_0", "Q5_1", "Q4_1", "Q5_K_S", "Q4_K_S", "Q3_K_L", "Q3_K_M", "Q3_K_S", "Q2_K", "Q2_K_S"),
            *("IQ4_XS", "IQ4_NL", "IQ3_M", "IQ3_S", "IQ3_XS", "IQ3_XXS"),
            *("IQ2_M", "IQ2_S", "IQ2_XS", "IQ2_XXS", "IQ1_M", "IQ1_S"),
        )
    },
}
# tensor_requires_imatrix of llama-quant.cpp: the quantiser refuses these without one.
NEED_MATRIX = frozenset(
    {"Q2_K_S", "IQ3_XXS", "IQ3_XS", "IQ2_M", "IQ2_S", "IQ2_XS", "IQ2_XXS", "IQ1_M", "IQ1_S"}
)
NARROWEST = "IQ1_S"
PLAIN_KINDS = frozenset({0, 1, 30})  # f32, f16, bf16: nothing was rounded away yet


@dataclass(frozen=True)
class QuantiseOptions:
    """What to make: `quantization` is of `LLM_TYPES`.

    `again` allows a source that is quantised already, which rounds twice and is never as good.
    Raises `ExportError` for a type that is unknown.
    """

    quantization: str
    threads: int = 1
    again: bool = False

    def __post_init__(self) -> None:
        """Refuse an unknown type here, with the known ones."""
        if self.quantization not in LLM_TYPES:
            known = ", ".join(LLM_TYPES)
            raise ExportError(f"quantization {self.quantization!r} is unknown; there are {known}")


def quantise_llm(
    source: Path, out: Path, options: QuantiseOptions, matrix: ImportanceMatrix | None = None
) -> Path:
    """Write the GGUF `source` to `out` in the wanted type, weighted by `matrix` where there is one.

    Matrices too narrow for a type keep a wider one (llama.cpp decides). `out` appears whole or not
    at all. Raises `BundleError` for a source that is no LLM, `ExportError` for the rest.
    """
    header = read_gguf_header(source)
    check_gguf(header)
    check_matrix(header, options, matrix)
    llama = load_llama()
    params = llama.llama_model_quantize_default_params()
    params.ftype = getattr(llama, LLM_TYPES[options.quantization])
    params.nthread = options.threads
    params.allow_requantize = options.again
    native = _native(llama, matrix) if matrix is not None else None
    if native is not None:
        params.imatrix = ctypes.cast(native, ctypes.POINTER(llama.llama_model_imatrix_data))
    staged = out.with_name(out.name + ".staged")
    try:
        code = llama.llama_model_quantize(os.fsencode(source), os.fsencode(staged), ctypes.byref(params))
        if code or not staged.is_file():
            reason = first_complaint() or f"code {code}"
            cure = disk_trouble(out.parent, reason) or cure_of(reason, header.metadata)
            raise ExportError(
                f"{source.name}: llama.cpp could not quantise it to {options.quantization}: "
                f"{reason}{cure and '; '}{cure}"
            )
        check_gguf(read_gguf_header(staged))
        staged.replace(out)
    finally:
        staged.unlink(missing_ok=True)
    return out


def is_quantised(header: GgufHeader) -> bool:
    """Whether any weight was rounded to blocks: f32, f16 and bf16 are as good as exact."""
    return any(tensor.kind not in PLAIN_KINDS for tensor in header.tensors.values())


def least_bytes(header: GgufHeader, quantization: str) -> int:
    """No GGUF of the LLM in `header` as `quantization` is smaller than this; it may well be larger."""
    return bytes_of(sum(math.prod(tensor.shape) for tensor in header.tensors.values()), quantization)


def bytes_of(weights: int, quantization: str) -> int:
    """What `weights` numbers take as `quantization`, at least.

    Mixed types (`Q4_K_M`) count as their narrowest kind of block, those without a kind of their own
    as the narrowest there is.
    """
    from gguf import GGML_QUANT_SIZES, GGMLQuantizationType

    kinds = GGMLQuantizationType.__members__
    name = next((one for one in (quantization, quantization.rpartition("_")[0]) if one in kinds), NARROWEST)
    block, n_bytes = GGML_QUANT_SIZES[kinds[name]]
    return weights * int(n_bytes) // int(block)


def check_matrix(header: GgufHeader, options: QuantiseOptions, matrix: ImportanceMatrix | None) -> None:
    """Raise `ExportError` unless the LLM in `header` may be quantised so, weighted by `matrix`."""
    name = header.path.name
    if matrix is None and options.quantization in NEED_MATRIX:
        raise ExportError(
            f"{options.quantization} needs an importance matrix: give prompts to measure one on"
        )
    if is_quantised(header) and not options.again:
        raise ExportError(
            f"{name}: is quantised already; give the f32 or f16 GGUF it was made of, or allow rounding twice"
        )
    for tensor, importance in (matrix.tensors if matrix is not None else {}).items():
        info = header.tensors.get(tensor)
        wanted = info.shape[0] * (info.shape[2] if len(info.shape) > 2 else 1) if info else 0
        if importance.sums.size != wanted:
            raise ExportError(
                f"the importance matrix is of another model: {tensor} has {importance.sums.size} columns in "
                f"it, {wanted or 'no place'} in {name}"
            )


def _native(llama: ModuleType, matrix: ImportanceMatrix) -> Any:
    """The matrix as llama.cpp's array, ended by an entry without a name; owns its memory."""
    weights = [(name.encode(), tensor.weights()) for name, tensor in matrix.tensors.items()]
    array = (llama.llama_model_imatrix_data * (len(weights) + 1))()
    for entry, (name, values) in zip(array, weights, strict=False):
        entry.name = name
        entry.data = ctypes.cast(values.ctypes.data, ctypes.POINTER(ctypes.c_float))
        entry.size = values.size
    array.kept = weights  # ctypes holds bare pointers: the values must live as long as the array
    return array
