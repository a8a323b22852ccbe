"""ggml's tensors as Python sees them while a graph runs: names, operations, and values as numpy arrays.

Knows the memory layout of `struct ggml_tensor` (ggml.h) and proves it against the library before
it trusts it; refuses to know what a tensor means. Read only: nothing here changes a graph.
"""

import ctypes
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ExportError

__all__ = ["GgmlLibrary", "GgmlTensor"]

MAX_OPERATIONS = 512
GGML_OBJECT_BYTES = 32  # ggml_tensor_overhead() counts the object that holds the tensor as well
DTYPES = {0: np.float32, 1: np.float16, 26: np.int32}
MISFIT = "this llama-cpp-python lays tensors out in another way than anymal-edge knows"


class GgmlTensor(ctypes.Structure):
    """`struct ggml_tensor`: `ne` counts elements, fastest first; `nb` are strides in bytes."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("buffer", ctypes.c_void_p),
        ("ne", ctypes.c_int64 * 4),
        ("nb", ctypes.c_size_t * 4),
        ("op", ctypes.c_int),
        ("op_params", ctypes.c_int32 * 16),
        ("flags", ctypes.c_int32),
        ("src", ctypes.c_void_p * 10),
        ("view_src", ctypes.c_void_p),
        ("view_offs", ctypes.c_size_t),
        ("data", ctypes.c_void_p),
        ("name", ctypes.c_char * 64),
        ("extra", ctypes.c_void_p),
        ("padding", ctypes.c_char * 8),
    )


class GgmlLibrary:
    """The functions of ggml that reading needs. Raises `ExportError` when they are not to be found."""

    def __init__(self, llama: ModuleType) -> None:
        try:
            library = llama._lib  # its dependencies, ggml among them, resolve through it
            self._get: Callable[..., None] = _typed(
                library.ggml_backend_tensor_get,
                None,
                [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t],
            )
            self._n_bytes = _typed(library.ggml_nbytes, ctypes.c_size_t, [ctypes.c_void_p])
            self._name_at = _typed(library.ggml_get_name, ctypes.c_void_p, [ctypes.c_void_p])
            self._overhead = _typed(library.ggml_tensor_overhead, ctypes.c_size_t, [])
            self._op_name = _typed(library.ggml_op_name, ctypes.c_char_p, [ctypes.c_int])
        except AttributeError as error:
            raise ExportError(f"ggml cannot be looked into: {error}; {MISFIT}") from error
        if self._overhead() != GGML_OBJECT_BYTES + ctypes.sizeof(GgmlTensor):
            raise ExportError(
                f"{MISFIT}: {self._overhead() - GGML_OBJECT_BYTES} bytes a tensor, wanted "
                f"{ctypes.sizeof(GgmlTensor)}; install the version in constraints.txt"
            )

    def operation(self, name: str) -> int:
        """The number of an operation by its name, such as `MUL_MAT`; numbers move between versions."""
        wanted = name.encode()
        for number in range(MAX_OPERATIONS):
            found = self._op_name(number)
            if found == wanted:
                return number
            if found in (b"NONE", None) and number:  # past the end of the table
                break
        raise ExportError(f"ggml has no operation {name!r}; {MISFIT}")

    def view(self, address: int) -> GgmlTensor:
        """The tensor at `address`, valid as long as the graph is running."""
        return GgmlTensor.from_address(address)

    def agrees(self, address: int) -> bool:
        """Whether the layout holds for this tensor: its name lies where we think, its bytes add up."""
        tensor = self.view(address)
        name_at = address + GgmlTensor.name.offset
        sizes = [(count - 1) * stride for count, stride in zip(tensor.ne, tensor.nb, strict=True)]
        if tensor.type not in DTYPES:
            return bool(self._name_at(address) == name_at)
        width = np.dtype(DTYPES[tensor.type]).itemsize
        return bool(self._name_at(address) == name_at and self._n_bytes(address) == sum(sizes) + width)

    def read(self, address: int) -> NDArray[Any]:
        """A copy of the values, shape as numpy counts (`ne` reversed), from whatever device they are on.

        Raises `ExportError` for a type that is not a plain number.
        """
        tensor = self.view(address)
        if tensor.type not in DTYPES:
            raise ExportError(f"tensor {tensor.name!r} has ggml type {tensor.type}; wanted f32, f16 or i32")
        buffer = np.empty(self._n_bytes(address), np.uint8)
        self._get(address, buffer.ctypes.data, 0, buffer.size)
        shape, strides = tuple(tensor.ne)[::-1], tuple(tensor.nb)[::-1]
        return np.ndarray(shape, DTYPES[tensor.type], buffer, strides=strides)


def _typed(function: Any, result: Any, arguments: list[Any]) -> Any:
    function.restype = result
    function.argtypes = arguments
    return function
