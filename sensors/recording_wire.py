"""The three protobuf messages a recording holds, written and read without the protobuf library.

Knows the wire format and the fields of `foxglove.CompressedImage`, `CompressedVideo` and
`RawAudio` (foxglove-sdk, schemas/proto), to which it adds one of ours, `device_ns`, that other
readers skip; refuses to know what the bytes show. Times are nanoseconds since the epoch.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from anymal.errors import InputError
from anymal.samples import NS_PER_S

__all__ = ["AUDIO", "IMAGE", "VIDEO", "Payload", "Shape", "decode", "descriptor_set", "encode"]

DEVICE_FIELD = 1001  # far from what the schema's owner may add
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
# FieldDescriptorProto.Type and .Label (google/protobuf/descriptor.proto).
_TYPE = {"message": 11, "bytes": 12, "string": 9, "fixed32": 7, "sfixed64": 16, "int64": 3, "int32": 5}
_OPTIONAL, _REPEATED = 1, 3


@dataclass(frozen=True)
class Shape:
    """Name and field numbers of one schema; 0 where it has no such field."""

    name: str
    frame_id: int = 0
    data: int = 2
    format: int = 3
    rate: int = 0
    channels: int = 0


IMAGE = Shape("CompressedImage", frame_id=4)
VIDEO = Shape("CompressedVideo", frame_id=2, data=3, format=4)
AUDIO = Shape("RawAudio", rate=4, channels=5)


@dataclass(frozen=True)
class Payload:
    """What such a message carries; `device_ns` is empty for a device without a clock."""

    epoch_ns: int
    data: bytes
    format: str
    frame_id: str = ""
    rate_hz: int = 0
    device_ns: tuple[int, ...] = field(default=())


def encode(shape: Shape, payload: Payload) -> bytes:
    """Return the message's bytes."""
    seconds, nanoseconds = divmod(payload.epoch_ns, NS_PER_S)
    stamp = _number(1, seconds) + _number(2, nanoseconds)
    parts = [_text(1, stamp), _text(shape.data, payload.data), _text(shape.format, payload.format.encode())]
    if shape.frame_id:
        parts.append(_text(shape.frame_id, payload.frame_id.encode()))
    if shape.rate:
        parts.append(_fixed(shape.rate, payload.rate_hz, 4) + _fixed(shape.channels, 1, 4))
    parts += [_fixed(DEVICE_FIELD, value, 8) for value in payload.device_ns]
    return b"".join(parts)


def decode(shape: Shape, message: bytes) -> Payload:
    """Read a message back; raises `InputError` for bytes that are none."""
    fields: dict[int, list[int | bytes]] = {}
    for number, value in _fields(message):
        fields.setdefault(number, []).append(value)
    stamp = dict(_fields(_last_bytes(fields, 1)))
    seconds, nanoseconds = (_signed(_whole(stamp.get(number, 0))) for number in (1, 2))
    try:
        kept_as, frame_id = (_last_bytes(fields, n).decode() for n in (shape.format, shape.frame_id))
    except UnicodeDecodeError as error:
        raise InputError(f"foxglove.{shape.name}: text that is not UTF-8 ({error})") from None
    return Payload(
        seconds * NS_PER_S + nanoseconds,
        _last_bytes(fields, shape.data),
        kept_as,
        frame_id,
        _whole(fields.get(shape.rate, [0])[-1]) if shape.rate else 0,
        tuple(_signed(_whole(value)) for value in fields.get(DEVICE_FIELD, ())),
    )


def descriptor_set(shape: Shape) -> bytes:
    """Return the FileDescriptorSet of a schema and of the Timestamp it imports."""
    columns = {1: ("timestamp", "message"), shape.data: ("data", "bytes"), shape.format: ("format", "string")}
    if shape.frame_id:
        columns[shape.frame_id] = ("frame_id", "string")
    if shape.rate:
        columns |= {shape.rate: ("sample_rate", "fixed32"), shape.channels: ("number_of_channels", "fixed32")}
    columns[DEVICE_FIELD] = ("device_ns", "sfixed64")
    import_path = "google/protobuf/timestamp.proto"
    stamp = _file(
        import_path, "google.protobuf", "Timestamp", {1: ("seconds", "int64"), 2: ("nanos", "int32")}
    )
    return stamp + _file(f"foxglove/{shape.name}.proto", "foxglove", shape.name, columns, [import_path])


def _file(
    path: str, package: str, name: str, columns: Mapping[int, tuple[str, str]], imports: Sequence[str] = ()
) -> bytes:
    """One FileDescriptorProto as an entry of a FileDescriptorSet."""
    body = _text(1, name.encode()) + b"".join(
        _text(2, _column(number, *columns[number])) for number in sorted(columns)
    )
    needs = b"".join(_text(3, path.encode()) for path in imports)
    head = _text(1, path.encode()) + _text(2, package.encode())
    return _text(1, head + needs + _text(4, body) + _text(12, b"proto3"))


def _column(number: int, name: str, kind: str) -> bytes:
    label = _REPEATED if number == DEVICE_FIELD else _OPTIONAL
    described = _text(1, name.encode()) + _number(3, number) + _number(4, label) + _number(5, _TYPE[kind])
    if kind == "message":
        described += _text(6, b".google.protobuf.Timestamp")
    if number == DEVICE_FIELD:
        described += _text(8, _number(2, 0))  # options: not packed, as written above
    return described


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1  # a negative int64 takes ten bytes
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _number(field_number: int, value: int) -> bytes:
    return _varint(field_number << 3 | _VARINT) + _varint(value)


def _text(field_number: int, value: bytes) -> bytes:
    return _varint(field_number << 3 | _BYTES) + _varint(len(value)) + value


def _fixed(field_number: int, value: int, size: int) -> bytes:
    kind = _FIXED32 if size == 4 else _FIXED64
    return _varint(field_number << 3 | kind) + (value % (1 << 8 * size)).to_bytes(size, "little")


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield (field number, value) of every field of a message."""
    at = 0
    while at < len(message):
        tag, at = _read_varint(message, at)
        kind = tag & 7
        if kind == _VARINT:
            value, at = _read_varint(message, at)
            yield tag >> 3, value
            continue
        sizes = {_FIXED64: 8, _FIXED32: 4}
        if kind == _BYTES:
            size, at = _read_varint(message, at)
        elif kind in sizes:
            size = sizes[kind]
        else:
            raise InputError(f"a protobuf field of unknown wire type {kind} at byte {at}")
        piece, at = message[at : at + size], at + size
        if len(piece) < size:
            raise InputError(f"a protobuf field of {size} bytes of which {len(piece)} are there")
        yield tag >> 3, piece if kind == _BYTES else int.from_bytes(piece, "little")


def _read_varint(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(message):
            raise InputError("a protobuf number that does not end")
        byte, at = message[at], at + 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise InputError("a protobuf number of more than ten bytes")


def _last_bytes(fields: Mapping[int, Sequence[int | bytes]], number: int) -> bytes:
    value = fields.get(number, [b""])[-1]
    if not isinstance(value, bytes):
        raise InputError(f"protobuf field {number} is a number; wanted bytes")
    return value


def _whole(value: int | bytes) -> int:
    if isinstance(value, bytes):
        raise InputError("a protobuf field of bytes; wanted a number")
    return value


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value
