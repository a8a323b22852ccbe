"""The header of a GGUF file, read in pure Python so that a bad file never reaches native code.

Knows the container format (magic, version, metadata, tensor table, bounds against the file
size); refuses to know what an architecture needs: that is `gguf_rules.py`. Source of the
layout: docs/gguf.md and gguf_init_from_reader of llama.cpp.
"""

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from types import MappingProxyType
from typing import Any

from anymal.errors import BundleError

__all__ = ["GgufHeader", "TensorInfo", "read_gguf_header"]

MAGIC = b"GGUF"
VERSIONS = (2, 3)
MAX_DIMENSIONS = 4
MAX_NAME_BYTES = 63
DEFAULT_ALIGNMENT = 32
STRING, ARRAY = 8, 9
SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}

# ggml type -> (elements per block, bytes per block), as in ggml.c.
BLOCKS = {
    0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34), 9: (32, 36),
    10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210), 15: (256, 292),
    16: (256, 66), 17: (256, 74), 18: (256, 98), 19: (256, 50), 20: (32, 18), 21: (256, 110),
    22: (256, 82), 23: (256, 136), 24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8),
    29: (256, 56), 30: (1, 2), 34: (256, 54), 35: (256, 66), 39: (32, 17), 40: (64, 36), 41: (128, 18),
}  # fmt: skip


@dataclass(frozen=True)
class TensorInfo:
    """One tensor: `shape` as ggml counts (fastest first), `kind` the ggml type, `offset` into the data."""

    name: str
    shape: tuple[int, ...]
    kind: int
    offset: int
    n_bytes: int


@dataclass(frozen=True)
class GgufHeader:
    """All of a GGUF file but its weights; `metadata` strings are str, arrays are tuples.

    `data_start`: the byte of the file that tensors' offsets count from.
    """

    path: Path
    version: int
    metadata: Mapping[str, Any]
    tensors: Mapping[str, TensorInfo]
    data_start: int = 0

    @property
    def architecture(self) -> str:
        """`general.architecture`, empty when absent."""
        value = self.metadata.get("general.architecture", "")
        return value if isinstance(value, str) else ""

    def of_architecture(self, key: str) -> Any:
        """Return the metadata value `{architecture}.{key}`, None when absent."""
        return self.metadata.get(f"{self.architecture}.{key}")

    @property
    def tokens(self) -> tuple[str, ...]:
        """The pieces of the vocabulary, empty when there are none."""
        value = self.metadata.get("tokenizer.ggml.tokens", ())
        return value if isinstance(value, tuple) else ()

    @property
    def chat_template(self) -> str | None:
        """The Jinja chat template, None when the file has none."""
        value = self.metadata.get("tokenizer.chat_template")
        return value if isinstance(value, str) else None


class _Reader:
    """A cursor over the mapped file that never reads past its end."""

    def __init__(self, data: mmap.mmap, path: Path) -> None:
        self.data = data
        self.path = path
        self.size = len(data)
        self.position = 0

    def fail(self, what: str) -> BundleError:
        return BundleError(
            f"{self.path.name}: not a usable GGUF file: {what} at byte {self.position} of {self.size}; "
            "copy or export the file again"
        )

    def take(self, n_bytes: int, what: str) -> bytes:
        if n_bytes > self.size - self.position:
            raise self.fail(f"{what} wants {n_bytes} bytes, which the file does not have,")
        start = self.position
        self.position += n_bytes
        return self.data[start : self.position]

    def number(self, code: str, what: str) -> Any:
        return struct.unpack("<" + code, self.take(struct.calcsize("<" + code), what))[0]

    def text(self, what: str) -> str:
        # Pieces of a vocabulary may hold lone bytes; surrogateescape keeps them distinct.
        return self.take(self.number("Q", what), what).decode("utf-8", "surrogateescape")

    def value(self, key: str) -> Any:
        kind = self.number("I", key)
        if kind == STRING:
            return self.text(key)
        if kind == ARRAY:
            return self._array(key)
        if kind not in SCALARS:
            raise self.fail(f"{key!r} has unknown value type {kind}")
        return self.number(SCALARS[kind], key)

    def _array(self, key: str) -> tuple[Any, ...]:
        kind, count = self.number("I", key), self.number("Q", key)
        if kind == STRING:
            if count * 8 > self.size - self.position:
                raise self.fail(f"{key!r} claims {count} strings, more than the file can hold,")
            return tuple(self.text(key) for _ in range(count))
        if kind not in SCALARS:
            raise self.fail(f"{key!r} is an array of unknown type {kind}")
        n_bytes = count * struct.calcsize("<" + SCALARS[kind])
        block = self.take(n_bytes, key)
        return struct.unpack(f"<{count}{SCALARS[kind]}", block)


def read_gguf_header(path: Path) -> GgufHeader:
    """Read and bounds-check the header of `path`: a few milliseconds, whatever the size of the weights.

    Raises `BundleError` for a file that is missing, is not GGUF version 2 or 3, is truncated,
    or whose table of tensors does not fit its size.
    """
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _read(_Reader(data, path))
    except (OSError, ValueError) as error:
        if isinstance(error, BundleError):
            raise
        raise BundleError(f"{path}: cannot be read as GGUF: {error}") from error


def _read(reader: _Reader) -> GgufHeader:
    magic = reader.take(4, "the magic number")
    if magic != MAGIC:
        raise BundleError(f"{reader.path.name}: not a GGUF file: it begins with {magic!r}, wanted {MAGIC!r}")
    version = reader.number("I", "the version")
    if version not in VERSIONS:
        raise reader.fail(f"version {version} (supported: 2 and 3)")
    n_tensors, n_values = reader.number("Q", "the tensor count"), reader.number("Q", "the metadata count")
    if (n_tensors + n_values) * 12 > reader.size:
        raise reader.fail(f"{n_tensors} tensors and {n_values} metadata values, more than fit,")
    metadata: dict[str, Any] = {}
    for _ in range(n_values):
        key = reader.text("a metadata key")
        if not key or key in metadata:
            raise reader.fail(f"metadata key {key!r} is {'there twice' if key else 'empty'}")
        metadata[key] = reader.value(key)
    infos = [_tensor_info(reader) for _ in range(n_tensors)]
    start = _check_layout(reader, infos, metadata)
    tensors = {info.name: info for info in infos}
    if len(tensors) != len(infos):
        raise reader.fail("two tensors share a name")
    return GgufHeader(reader.path, version, MappingProxyType(metadata), MappingProxyType(tensors), start)


def _tensor_info(reader: _Reader) -> TensorInfo:
    name = reader.text("a tensor name")
    if not 0 < len(name.encode("utf-8", "surrogateescape")) <= MAX_NAME_BYTES:
        raise reader.fail(f"tensor name of {len(name)} characters")
    n_dimensions = reader.number("I", name)
    if not 1 <= n_dimensions <= MAX_DIMENSIONS:
        raise reader.fail(f"tensor {name!r} with {n_dimensions} dimensions")
    shape = struct.unpack(f"<{n_dimensions}Q", reader.take(8 * n_dimensions, name))
    kind, offset = reader.number("I", name), reader.number("Q", name)
    if kind not in BLOCKS:
        raise reader.fail(f"tensor {name!r} of unknown type {kind}")
    per_block, block_bytes = BLOCKS[kind]
    if min(shape) < 1 or shape[0] % per_block:
        raise reader.fail(f"tensor {name!r} of shape {shape}, whose rows are no multiple of {per_block},")
    return TensorInfo(name, shape, kind, offset, prod(shape) // per_block * block_bytes)


def _check_layout(reader: _Reader, infos: list[TensorInfo], metadata: Mapping[str, Any]) -> int:
    """Check that tensors lie back to back, aligned, and end inside the file, as llama.cpp demands.

    Returns the byte at which they begin.
    """
    alignment = metadata.get("general.alignment", DEFAULT_ALIGNMENT)
    if isinstance(alignment, bool) or not isinstance(alignment, int) or alignment < 1:
        raise reader.fail(f"general.alignment {alignment!r}")
    if alignment & (alignment - 1):
        raise reader.fail(f"general.alignment {alignment} is no power of two")
    start = -(-reader.position // alignment) * alignment
    expected = 0
    for info in infos:
        if info.offset != expected:
            raise reader.fail(f"tensor {info.name!r} lies at {info.offset}, expected {expected},")
        end = start + info.offset + info.n_bytes
        if end > reader.size:
            raise reader.fail(f"truncated: tensor {info.name!r} would end at byte {end},")
        expected += -(-info.n_bytes // alignment) * alignment
    return start
