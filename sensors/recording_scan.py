"""MCAP records off a file that may end anywhere, or be damaged in the middle.

Knows the container (mcap.dev/spec) and its checksums; refuses to know what a message means. The
library's own reader wants a whole file, and takes lengths in a damaged one at their word.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from anymal.errors import InputError

__all__ = ["Chunk", "Found", "StoredMessage", "messages_of", "read_chunk", "scan"]

MAGIC = b"\x89MCAP0\r\n"
RECORD_LIMIT = 1 << 28  # bytes; ours are about a mebibyte, or one large picture
_FOOTER, _SCHEMA, _CHANNEL, _MESSAGE, _CHUNK, _METADATA = 2, 3, 4, 5, 6, 12
_HEAD = struct.Struct("<BQ")
_MESSAGE_HEAD = struct.Struct("<HIQQ")
_CHUNK_HEAD = struct.Struct("<QQQI")


@dataclass(frozen=True)
class Chunk:
    """A chunk whose records passed their checksum; `records` are decompressed."""

    offset: int
    records: bytes


@dataclass
class Found:
    """What a scan has found so far.

    `channels`: number -> (topic, encoding, schema number, metadata); `schemas`: number -> (name,
    encoding, data). `end` is how far the file is whole; `complete` says that it was finished;
    `damaged` counts chunks that failed their checksum.
    """

    channels: dict[int, tuple[str, str, int, dict[str, str]]] = field(default_factory=dict)
    schemas: dict[int, tuple[str, str, bytes]] = field(default_factory=dict)
    metadata: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    end: int = 0
    complete: bool = False
    damaged: int = 0


@dataclass(frozen=True)
class StoredMessage:
    """One message: `start` and `size` of its data within its chunk's records."""

    channel: int
    sequence: int
    log_ns: int
    publish_ns: int
    start: int
    size: int


def scan(file: BinaryIO, found: Found, head_only: bool = False) -> Iterator[Chunk]:
    """Yield the good chunks in file order and gather the rest into `found`; never raises on damage.

    Raises `InputError` only for a file that does not begin as MCAP. `head_only` stops at the
    first chunk, which is enough for the metadata.
    """
    start = file.read(len(MAGIC))
    if start != MAGIC:
        raise InputError(f"not an MCAP file: it begins with {start!r}; wanted {MAGIC!r}")
    at = found.end = len(MAGIC)
    while (head := file.read(_HEAD.size)) and len(head) == _HEAD.size:
        opcode, size = _HEAD.unpack(head)
        # 0 is no opcode, and what a file system leaves behind when the power goes.
        if opcode == 0 or size > RECORD_LIMIT:
            return
        if opcode == _FOOTER:
            found.complete = file.read(size + len(MAGIC))[size:] == MAGIC
            return
        if opcode == _CHUNK and head_only:
            return
        body = file.read(size)
        if len(body) < size:
            return
        try:
            if opcode == _CHUNK:
                records = _unpack(body)
                _gather(records, found)
                yield Chunk(at, records)
            elif opcode == _METADATA:
                fields = _Fields(body)
                found.metadata.append((fields.text(), fields.texts()))
        except InputError:
            found.damaged += 1
        at += _HEAD.size + size
        found.end = at


def read_chunk(file: BinaryIO, offset: int) -> bytes:
    """Return the records of the chunk at `offset`, which a scan found good."""
    file.seek(offset)
    _, size = _HEAD.unpack(_exactly(file, _HEAD.size))
    return _unpack(_exactly(file, size))


def messages_of(records: bytes) -> Iterator[StoredMessage]:
    """Yield the messages among the records of a chunk that `scan` found good."""
    for opcode, start, size in _records(records):
        if opcode == _MESSAGE:
            channel, sequence, log_ns, publish_ns = _MESSAGE_HEAD.unpack_from(records, start)
            skip = _MESSAGE_HEAD.size
            yield StoredMessage(channel, sequence, log_ns, publish_ns, start + skip, size - skip)


def _gather(records: bytes, found: Found) -> None:
    """Check that a chunk's records are whole, and keep the schemas and channels among them."""
    for opcode, start, size in _records(records):
        if opcode == _SCHEMA:
            fields = _Fields(records[start : start + size])
            number = fields.number(2)
            found.schemas[number] = (fields.text(), fields.text(), fields.data(fields.number(4)))
        elif opcode == _CHANNEL:
            fields = _Fields(records[start : start + size])
            number, schema = fields.number(2), fields.number(2)
            found.channels[number] = (fields.text(), fields.text(), schema, fields.texts())
        elif opcode == _MESSAGE and size < _MESSAGE_HEAD.size:
            raise InputError(f"a message of {size} bytes")


def _records(records: bytes) -> Iterator[tuple[int, int, int]]:
    at = 0
    while at < len(records):
        if at + _HEAD.size > len(records):
            raise InputError("a chunk whose last record is cut")
        opcode, size = _HEAD.unpack_from(records, at)
        at += _HEAD.size
        if at + size > len(records) or opcode == 0:
            raise InputError("a chunk whose records do not fill it")
        yield opcode, at, size
        at += size


def _unpack(body: bytes) -> bytes:
    """Decompress and check a chunk's records; raises `InputError`."""
    fields = _Fields(body)
    _, _, size, checksum = _CHUNK_HEAD.unpack(fields.data(_CHUNK_HEAD.size))
    compression = fields.text()
    packed = fields.data(fields.number(8))
    if size > RECORD_LIMIT:
        raise InputError(f"a chunk of {size} bytes")
    records = _decompress(packed, compression, size)
    if len(records) != size or (checksum and zlib.crc32(records) != checksum):
        raise InputError("a chunk that fails its checksum")
    return records


def _decompress(packed: bytes, compression: str, size: int) -> bytes:
    import lz4.frame  # type: ignore[import-untyped]
    import zstandard

    try:
        if compression == "zstd":
            if zstandard.frame_content_size(packed) > size:
                raise InputError("a chunk larger than it says")
            return zstandard.ZstdDecompressor().decompress(packed, max_output_size=size)
        if compression == "lz4":
            return bytes(lz4.frame.LZ4FrameDecompressor().decompress(packed, max_length=size))
    except (zstandard.ZstdError, RuntimeError, EOFError, MemoryError) as error:
        raise InputError(f"a chunk that does not decompress ({error})") from None
    if compression:
        raise InputError(f"a chunk compressed with {compression!r}; known: zstd, lz4")
    return packed


def _exactly(file: BinaryIO, size: int) -> bytes:
    data = file.read(size)
    if len(data) < size:
        raise InputError("the recording became shorter while it was read")
    return data


class _Fields:
    """Takes the fields of a record one after the other; raises `InputError` past its end."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    def data(self, size: int) -> bytes:
        piece = self._body[self._at : self._at + size]
        if len(piece) < size:
            raise InputError("a record shorter than its fields")
        self._at += size
        return piece

    def number(self, size: int) -> int:
        return int.from_bytes(self.data(size), "little")

    def text(self) -> str:
        try:
            return self.data(self.number(4)).decode()
        except UnicodeDecodeError as error:
            raise InputError(f"text that is not UTF-8 ({error})") from None

    def texts(self) -> dict[str, str]:
        rest = _Fields(self.data(self.number(4)))
        found = {}
        while rest._at < len(rest._body):
            key = rest.text()
            found[key] = rest.text()
        return found
