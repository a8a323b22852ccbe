"""MSP v1 and v2: the raw motion of a Betaflight or iNav flight controller, asked for sample by sample.

Knows framing and MSP_RAW_IMU; refuses to guess the accelerometer's scale, which the reply does not
carry: 512 counts per g on Betaflight and iNav with common parts, else `accel_lsb_per_g=`. Rates
come as whole degrees per second. Source: the firmware's own msp.c.

    v1   $M direction size command payload XOR
    v2   $X direction flag command16 size16 payload CRC-8
"""

import re
import struct
from collections.abc import Mapping
from functools import reduce
from operator import xor

from anymal.sensors.protocols.parser import DEG, G_MPS2, ByteParser, ImuReading, choice, number

__all__ = ["MspParser", "crc8_dvb_s2", "msp_frame"]

_RAW_IMU = 102
_MAX_V2 = 256  # we ask for 18 bytes; a longer claim is noise, and checking it costs time
_NINE = struct.Struct("<9h")


def _crc_table() -> bytes:
    table = bytearray()
    for value in range(256):
        for _ in range(8):
            value = (value << 1 ^ (0xD5 if value & 0x80 else 0)) & 0xFF
        table.append(value)
    return bytes(table)


_CRC = _crc_table()


class MspParser(ByteParser):
    """Replies to readings; `request()` must be sent for each. `version=` is 1 (default) or 2."""

    options = ("version", "accel_lsb_per_g")
    sync = re.compile(rb"\$(?:[MX](?:[<>!]|\Z)|\Z)")
    unit_hint = "set accel_lsb_per_g= to the board's scale (often 512, 2048 or 4096)"
    no_reading = "the flight controller answers, but not to MSP_RAW_IMU (102); its firmware may lack it"

    def __init__(self, options: Mapping[str, str] | None = None) -> None:
        super().__init__(options)
        self._scale = G_MPS2 / number(self.given, "accel_lsb_per_g", 512, 1, 1e6)
        self._request = msp_frame(_RAW_IMU, b"", int(choice(self.given, "version", "1", "2")), "<")

    def request(self) -> bytes:
        """Return the question for one sample."""
        return self._request

    def _take(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        have = len(buffer) - start
        if have < 6:
            return 0
        if buffer[start + 1] == 0x4D:
            size, command, at = buffer[start + 3], buffer[start + 4], start + 5
            end = at + size
            if end >= len(buffer):
                return 0
            good = reduce(xor, buffer[start + 3 : end]) == buffer[end]
        else:
            if have < 9:
                return 0
            command, size = struct.unpack_from("<HH", buffer, start + 4)
            at = start + 8
            end = at + size
            if size > _MAX_V2:
                return -1
            if end >= len(buffer):
                return 0
            good = crc8_dvb_s2(buffer[start + 3 : end]) == buffer[end]
        if not good:
            return -1
        self.extras["command"] = (command,)
        if command == _RAW_IMU and buffer[start + 2] == 0x3E and size >= _NINE.size:
            ax, ay, az, gx, gy, gz, mx, my, mz = _NINE.unpack_from(buffer, at)
            scale = self._scale
            accel, gyro = (ax * scale, ay * scale, az * scale), (gx * DEG, gy * DEG, gz * DEG)
            readings.append(ImuReading(accel, gyro, mag_raw=(mx, my, mz)))
        return end + 1 - start


def crc8_dvb_s2(data: bytes) -> int:
    """Checksum of MSP v2: polynomial 0xD5, starting from 0."""
    crc = 0
    for byte in data:
        crc = _CRC[crc ^ byte]
    return crc


def msp_frame(command: int, payload: bytes, version: int = 1, direction: str = ">") -> bytes:
    """Return one message; direction `<` to the flight controller, `>` from it."""
    if version == 1:
        body = bytes((len(payload), command)) + payload
        return b"$M" + direction.encode() + body + bytes((reduce(xor, body),))
    body = struct.pack("<BHH", 0, command, len(payload)) + payload
    return b"$X" + direction.encode() + body + bytes((crc8_dvb_s2(body),))
