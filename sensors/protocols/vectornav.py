"""VectorNav VN-100/200/300: `$VN..` lines and binary groups, also mixed on one line.

Knows checksums, field tables and which fields carry gravity; refuses the gravity-compensated ones
(`$VNYBA`, `$VNYIA`). Source: UM001 v2.22, sections 3.8, 4.3 and the table of field lengths.

    text     $VNxxx,numbers*checksum CR LF       two hex digits: XOR; four: CRC-16-CCITT
    binary   FA groups, 16 bits of fields per group, payload, CRC-16-CCITT (big-endian, rest little)
"""

import re
import struct
from binascii import crc_hqx
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import xor

from anymal.sensors.protocols.parser import GAUSS_UT, ByteParser, ImuReading

__all__ = ["VectorNavParser"]

_MAX_LINE = 256
_CACHED_LAYOUTS = 64
_LENGTHS = {
    0: (8, 8, 8, 12, 16, 12, 24, 12, 12, 24, 20, 28, 2, 4, 8, 0),
    1: (8, 8, 8, 2, 8, 8, 8, 4, 4, 1, 1),
    2: (2, 12, 12, 12, 4, 4, 16, 12, 12, 12, 12, 2, 40),
    3: (8, 8, 2, 1, 1, 24, 24, 12, 12, 12, 4, 4, 2, 28, 2, 12),
    4: (2, 12, 16, 36, 12, 12, 12, 12, 12, 12, 28, 24),
    5: (2, 24, 24, 12, 12, 12, 12, 12, 12, 4, 4, 68, 64),
    6: (8, 8, 2, 1, 1, 24, 24, 12, 12, 12, 4, 4, 2, 28, 2, 12),
}
# Quantity -> where it is found: (group, bit, bytes into the field), the calibrated one first.
_BINARY = {
    "time": ((0, 0, 0), (1, 0, 0)),
    "ypr": ((0, 3, 0), (4, 1, 0)),
    "quat": ((0, 4, 0), (4, 2, 0)),
    "accel": ((0, 8, 0), (2, 9, 0), (0, 9, 0), (2, 2, 0)),
    "gyro": ((0, 5, 0), (2, 10, 0), (0, 9, 12), (2, 3, 0)),
    "mag": ((0, 10, 0), (2, 8, 0), (2, 1, 0)),
    "temperature": ((0, 10, 12), (2, 4, 0)),
}
# Message -> first cell of each quantity.
_TEXT = {
    b"YMR": {"ypr": 1, "mag": 4, "accel": 7, "gyro": 10},
    b"QMR": {"quat": 1, "mag": 5, "accel": 8, "gyro": 11},
    b"MAR": {"mag": 1, "accel": 4, "gyro": 7},
    b"IMU": {"mag": 1, "accel": 4, "gyro": 7, "temperature": 10, "pressure": 11},
    b"YPR": {"ypr": 1},
    b"QTN": {"quat": 1},
}
_SIZES = {"quat": 4, "temperature": 1, "pressure": 1}
_THREE, _FOUR, _ONE, _U64 = (struct.Struct("<" + code) for code in ("3f", "4f", "f", "Q"))


@dataclass(frozen=True)
class _Layout:
    size: int  # of the whole frame
    at: Mapping[str, int]


class VectorNavParser(ByteParser):
    """Messages with an acceleration to readings. Only binary ones with TimeStartup carry a clock.

    Where several kinds come (`$VNYMR` is on by default), one is read: the first, binary before text.
    """

    sync = re.compile(rb"\xfa|\$(?:VN|V?\Z)")
    no_reading = "the VectorNav sends no acceleration; set its output to $VNIMU, or binary TimeStartup + Imu"

    def __init__(self, options: Mapping[str, str] | None = None) -> None:
        super().__init__(options)
        self._layouts: dict[bytes, _Layout | None] = {}
        self._kind = b""  # message or header that readings are made of

    def _take(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        if buffer[start] == 0xFA:
            return self._take_binary(buffer, start, readings)
        end = buffer.find(b"\n", start, start + _MAX_LINE) + 1
        if end == 0:
            return 0 if len(buffer) - start < _MAX_LINE else -1
        body, star, check = buffer[start + 1 : end].rstrip().partition(b"*")
        if not star or not _checks(body, check):
            return -1
        self._line(body, readings)
        return end - start

    def _line(self, body: bytes, readings: list[ImuReading]) -> None:
        cells = body.split(b",")
        found: dict[str, tuple[float, ...]] = {}
        try:
            for name, first in _TEXT.get(cells[0][2:], {}).items():
                numbers = tuple(map(float, cells[first : first + _SIZES.get(name, 3)]))
                if len(numbers) == _SIZES.get(name, 3):
                    found[name] = numbers
        except ValueError:
            return
        self._publish(cells[0], found, None, readings)

    def _take_binary(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        if start + 2 > len(buffer):
            return 0
        groups = buffer[start + 1]
        payload = start + 2 + 2 * groups.bit_count()
        if not groups or groups & 0x80:
            return -1
        if payload > len(buffer):
            return 0
        header = buffer[start + 1 : payload]
        if header not in self._layouts:
            if len(self._layouts) >= _CACHED_LAYOUTS:  # noise must not fill the memory
                self._layouts.clear()
            self._layouts[header] = _layout(header)
        layout = self._layouts[header]
        if layout is None:
            return -1
        end = start + layout.size
        if end > len(buffer):
            return 0
        if crc_hqx(buffer[start + 1 : end], 0):
            return -1
        found: dict[str, tuple[float, ...]] = {}
        device_ns = None
        for name, offset in layout.at.items():
            if name == "time":
                (device_ns,) = _U64.unpack_from(buffer, start + offset)
            else:
                unpacker = _FOUR if name == "quat" else _ONE if name == "temperature" else _THREE
                found[name] = unpacker.unpack_from(buffer, start + offset)
        self._publish(header, found, device_ns, readings)
        return layout.size

    def _publish(
        self,
        kind: bytes,
        found: dict[str, tuple[float, ...]],
        device_ns: int | None,
        readings: list[ImuReading],
    ) -> None:
        if any(value - value != 0 for values in found.values() for value in values):
            found = {n: v for n, v in found.items() if all(value - value == 0 for value in v)}
        if "ypr" in found:
            self.extras["yaw_pitch_roll_deg"] = found["ypr"]
        if "pressure" in found:
            self.extras["pressure_kpa"] = found["pressure"]
        if "accel" not in found:
            return
        if not self._kind or (self._kind.startswith(b"VN") and not kind.startswith(b"VN")):
            self._kind = kind
        if kind != self._kind:
            return
        gyro = _three(found.get("gyro"))
        mag, quat = _three(found.get("mag"), GAUSS_UT), found.get("quat")
        readings.append(
            ImuReading(
                _three(found["accel"]) or (0.0, 0.0, 0.0),
                gyro,
                device_ns,
                orientation_wxyz=(quat[3], quat[0], quat[1], quat[2]) if quat else None,  # sent scalar last
                temperature_c=found["temperature"][0] if "temperature" in found else None,
                mag_ut=mag,
            )
        )


def _three(values: tuple[float, ...] | None, scale: float = 1.0) -> tuple[float, float, float] | None:
    return (values[0] * scale, values[1] * scale, values[2] * scale) if values else None


def _checks(body: bytes, check: bytes) -> bool:
    try:
        given = int(check, 16)
    except ValueError:
        return False
    if len(check) == 2:
        return reduce(xor, body) == given
    return len(check) == 4 and crc_hqx(body, 0) == given


def _layout(header: bytes) -> _Layout | None:
    """Offsets within the frame of the fields we use; None for a field no table knows."""
    words = struct.unpack_from(f"<{(len(header) - 1) // 2}H", header, 1)
    groups = [group for group in _LENGTHS if header[0] >> group & 1]
    at = 1 + len(header)
    fields: dict[tuple[int, int], int] = {}
    for group, bits in zip(groups, words, strict=True):
        lengths = _LENGTHS[group]
        for bit in range(16):
            if bits >> bit & 1:
                if bit >= len(lengths) or not lengths[bit]:
                    return None
                fields[group, bit] = at
                at += lengths[bit]
    found: dict[str, int] = {}
    for name, places in _BINARY.items():
        for group, bit, inside in places:
            if (group, bit) in fields:
                found[name] = fields[group, bit] + inside
                break
    return _Layout(at + 2, found) if fields else None
