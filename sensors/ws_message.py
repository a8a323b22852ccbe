"""One message of a WebSocket client, checked and in SI units. Pure: no socket, no clock.

Knows the form of a message and every way it can be wrong; refuses to know who sent it. All faults
are an `InputError` whose text goes back to the sender.

A binary message is a u32 (little-endian) length, that many bytes of JSON header, and the payload:

    {"stream": "front", "seq": 7, "t_device_us": 123456789, "codec": "jpeg"}           one JPEG picture
    {.., "codec": "pcm-s16", "rate": 48000, "channels": 1}         int16 LE, channels interleaved
    {.., "codec": "imu-f32", "accel": "g", "gyro": "dps", "rate": 100}
                                          float32 LE rows ax ay az gx gy gz, gravity included

A text message is JSON alone, each row with its own time in front:

    {"stream": "head", "seq": 7, "codec": "imu-json", "accel": "mps2", "gyro": "dps",
     "rows": [[t_device_us, ax, ay, az, gx, gy, gz], ..]}

`stream` (default: the codec's sense), `seq` (counts messages of a stream) and `t_device_us` (the
device's own clock, of the picture, the first sound sample or the first row) may be left out.
Units are `mps2` or `g`, `radps` or `dps`. Header fields we do not know are passed over.
"""

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.samples import NS_PER_S, Modality
from anymal.sensors.imu_plausible import MAX_ACCEL_MPS2, MAX_GYRO_RADPS
from anymal.sensors.imu_units import G_MPS2

__all__ = ["CODECS", "Jpeg", "Message", "Pcm", "Rows", "parse_message"]

MAX_HEADER_BYTES = 4096
MAX_TEXT_BYTES = 1 << 20
MAX_ROWS = 10_000
MAX_SOUND_S = 10
MAX_DEVICE_US = 2**53  # 285 years; what every JSON parser keeps exact
_ACCEL = {"mps2": 1.0, "g": G_MPS2}
_GYRO = {"radps": 1.0, "dps": math.pi / 180}
_COLUMNS = ("ax", "ay", "az", "gx", "gy", "gz")


@dataclass(frozen=True)
class Jpeg:
    """A picture, still encoded."""

    data: bytes
    count: int = 1


@dataclass(frozen=True)
class Pcm:
    """Sound: `pcm` int16 LE, `channels` interleaved, `count` samples of each."""

    pcm: bytes
    rate_hz: int
    channels: int
    count: int


@dataclass(frozen=True)
class Rows:
    """Motion: `values` float32 [n, 6] in m/s2 and rad/s; `device_ns` int64 [n] rising, or None.

    Without device time the rows are `period_ns` apart.
    """

    values: NDArray[np.float32]
    device_ns: NDArray[np.int64] | None
    period_ns: float | None

    @property
    def count(self) -> int:
        """Rows in it."""
        return len(self.values)


@dataclass(frozen=True)
class Message:
    """What a client sent: `body` and, where it says so, sequence number and device time in ns."""

    stream: str
    sense: Modality
    seq: int | None
    device_ns: int | None
    body: Jpeg | Pcm | Rows


def parse_message(data: bytes | str) -> Message:
    """Take a message apart; raises `InputError` naming what was wanted and what was found."""
    header, payload = _split(data)
    codec = header.get("codec")
    if not isinstance(codec, str) or codec not in CODECS:
        raise InputError(f"codec is {_shown(codec)}; wanted one of: {', '.join(CODECS)}")
    sense, is_text, parse = CODECS[codec]
    if is_text != (payload is None):
        wanted = "a text message" if is_text else "a binary message with header and payload"
        raise InputError(f"codec {codec} needs {wanted}")
    stream = header.get("stream", sense)
    if not isinstance(stream, str) or not 0 < len(stream) <= 64 or not stream.isprintable():
        raise InputError(f"stream is {_shown(stream)}; wanted a name of 1 to 64 letters")
    seq = None if header.get("seq") is None else int(_number(header, "seq", 0, 2**53, whole=True))
    time_us = header.get("t_device_us")
    device_ns = None if time_us is None else round(_number(header, "t_device_us", 0, MAX_DEVICE_US) * 1000)
    body = parse(header, b"" if payload is None else payload, device_ns)
    if isinstance(body, Rows) and body.device_ns is not None:
        device_ns = int(body.device_ns[0])
    return Message(stream, sense, seq, device_ns, body)


def _split(data: bytes | str) -> tuple[dict[str, Any], bytes | None]:
    """Return header and payload; the payload of a text message is None."""
    if isinstance(data, str):
        if len(data) > MAX_TEXT_BYTES:
            raise InputError(f"text of {len(data)} characters; wanted at most {MAX_TEXT_BYTES}")
        return _json(data), None
    if len(data) < 4:
        raise InputError(f"binary message of {len(data)} bytes; wanted a u32 header length first")
    size = int.from_bytes(data[:4], "little")
    if not 2 <= size <= min(MAX_HEADER_BYTES, len(data) - 4):
        raise InputError(
            f"header length is {size} in a message of {len(data)} bytes; wanted a u32, little-endian, "
            f"of 2 to {MAX_HEADER_BYTES}, then that many bytes of JSON"
        )
    return _json(data[4 : 4 + size]), data[4 + size :]


def _json(text: bytes | str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        fault = "too deep" if isinstance(error, RecursionError) else str(error)[:120]
        raise InputError(f"not JSON: {fault}") from None
    if not isinstance(found, dict):
        raise InputError(f"JSON is {_shown(found)}; wanted an object with codec, stream, seq, t_device_us")
    return found


def _jpeg(header: dict[str, Any], payload: bytes, device_ns: int | None) -> Jpeg:
    if not payload.startswith(b"\xff\xd8\xff"):
        raise InputError(f"picture starts with {payload[:4].hex() or 'nothing'}; wanted a JPEG (ffd8ff)")
    return Jpeg(payload)


def _pcm(header: dict[str, Any], payload: bytes, device_ns: int | None) -> Pcm:
    rate_hz = int(_number(header, "rate", 4_000, 192_000, whole=True))
    channels = int(_number({"channels": 1, **header}, "channels", 1, 8, whole=True))
    count, rest = divmod(len(payload), 2 * channels)
    if rest or not 0 < count <= MAX_SOUND_S * rate_hz:
        raise InputError(
            f"{len(payload)} bytes of sound; wanted whole samples of {channels} x int16, "
            f"at most {MAX_SOUND_S} s at once"
        )
    return Pcm(payload, rate_hz, channels, count)


def _imu_f32(header: dict[str, Any], payload: bytes, device_ns: int | None) -> Rows:
    count, rest = divmod(len(payload), 4 * len(_COLUMNS))
    if rest or not 0 < count <= MAX_ROWS:
        raise InputError(
            f"{len(payload)} bytes of motion; wanted 1 to {MAX_ROWS} rows of 6 float32 ({' '.join(_COLUMNS)})"
        )
    with np.errstate(invalid="ignore"):  # a signalling NaN; it is refused below
        values = np.frombuffer(payload, "<f4").reshape(count, 6).astype(np.float64)
    period_ns = NS_PER_S / _number(header, "rate", 0.1, 100_000)
    times = None
    if device_ns is not None:
        times = device_ns + np.round(np.arange(count) * period_ns).astype(np.int64)
    return Rows(_si(header, values), times, period_ns)


def _imu_json(header: dict[str, Any], payload: bytes, device_ns: int | None) -> Rows:
    rows = header.get("rows")
    if not isinstance(rows, list) or not 0 < len(rows) <= MAX_ROWS:
        raise InputError(f"rows is {_shown(rows)}; wanted a list of 1 to {MAX_ROWS} rows")
    for row in rows:
        if not isinstance(row, list) or len(row) != 7 or not all(type(cell) in (int, float) for cell in row):
            raise InputError(f"row is {_shown(row)}; wanted 7 numbers: t_device_us {' '.join(_COLUMNS)}")
    try:
        table = np.array(rows, dtype=np.float64)
    except OverflowError:
        raise InputError("rows hold a number beyond 1e308") from None
    times_us = table[:, 0]
    if not ((times_us >= 0) & (times_us <= MAX_DEVICE_US)).all() or not (np.diff(times_us) > 0).all():
        raise InputError(f"times of rows must rise, in microseconds from 0 to {MAX_DEVICE_US}")
    device_ns_of_rows = np.round(times_us * 1000).astype(np.int64)
    if not (np.diff(device_ns_of_rows) > 0).all():
        raise InputError("times of rows are closer than 1 ns; wanted microseconds")
    return Rows(_si(header, table[:, 1:]), device_ns_of_rows, None)


def _si(header: dict[str, Any], values: NDArray[np.float64]) -> NDArray[np.float32]:
    """Apply the declared units to `values` [n, 6] and refuse what no sensor measures."""
    factors: list[float] = []
    for name, units in (("accel", _ACCEL), ("gyro", _GYRO)):
        unit = header.get(name)
        if not isinstance(unit, str) or unit not in units:
            raise InputError(f"{name} is {_shown(unit)}; wanted its unit, one of: {', '.join(units)}")
        factors += [units[unit]] * 3
    with np.errstate(over="ignore"):  # 1e308 g is infinite, and refused as such
        scaled = values * factors
    accel, gyro = np.abs(scaled[:, :3]), np.abs(scaled[:, 3:])
    if not ((accel <= MAX_ACCEL_MPS2).all() and (gyro <= MAX_GYRO_RADPS).all()):  # catches NaN, too
        raise InputError(
            f"motion reaches {accel.max():g} m/s2 and {gyro.max():g} rad/s; wanted finite values up to "
            f"{MAX_ACCEL_MPS2:g} and {MAX_GYRO_RADPS:g}. Are these raw counts?"
        )
    return scaled.astype(np.float32)


def _number(header: dict[str, Any], name: str, low: float, high: float, whole: bool = False) -> float:
    """Return a header's number, which must be in [low, high]; true and false are no numbers."""
    found = header.get(name)
    if isinstance(found, int if whole else int | float) and not isinstance(found, bool):
        value: int | float = found
        if low <= value <= high:
            return value
    kind = "a whole number" if whole else "a number"
    raise InputError(f"{name} is {_shown(found)}; wanted {kind} from {low:g} to {high:g}")


def _shown(found: object) -> str:
    """A short form of what somebody sent, for a message."""
    if found is None:
        return "missing"
    if isinstance(found, dict | list):
        return f"{'an object' if isinstance(found, dict) else 'a list'} of {len(found)}"
    try:
        text = json.dumps(found)
    except ValueError:  # an integer of thousands of digits has no text
        text = "a very large number"
    return text if len(text) <= 40 else text[:37] + "..."


_Parse = Callable[[dict[str, Any], bytes, int | None], Jpeg | Pcm | Rows]
# Name -> sense, whether it comes as text, and who reads its body.
CODECS: dict[str, tuple[Modality, bool, _Parse]] = {
    "jpeg": ("image", False, _jpeg),
    "pcm-s16": ("audio", False, _pcm),
    "imu-f32": ("imu", False, _imu_f32),
    "imu-json": ("imu", True, _imu_json),
}
