"""BNO08x UART-RVC: orientation and acceleration, 100 times a second, without turn rates.

Knows the 19-byte frame (BNO080 datasheet 1000-3927, section 1.3.5.2); refuses to differentiate its
orientation, for the angles have steps of 0.01 degree, which is one degree per second at 100 Hz.

    AA AA index yaw pitch roll ax ay az (int16 LE) three reserved, sum of the bytes after AA AA
"""

import math
import re
import struct
from collections.abc import Mapping

from anymal.sensors.protocols.parser import DEG, G_MPS2, ByteParser, ImuReading, Unwrapper

__all__ = ["RvcParser"]

_SIZE = 19
_WORDS = struct.Struct("<6h")
Quaternion = tuple[float, float, float, float]


class RvcParser(ByteParser):
    """Frames to readings: acceleration, orientation and the index; the device sends no turn rates."""

    sync = re.compile(rb"\xaa(?:\xaa|\Z)")

    def __init__(self, options: Mapping[str, str] | None = None) -> None:
        super().__init__(options)
        self._counter = Unwrapper(8)

    def _take(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        end = start + _SIZE
        if end > len(buffer):
            return 0
        if sum(buffer[start + 2 : end - 1]) & 0xFF != buffer[end - 1]:
            return -1
        yaw, pitch, roll, ax, ay, az = _WORDS.unpack_from(buffer, start + 3)
        index = self._counter.step(buffer[start + 2])
        self._lost += self._counter.lost
        self.extras["yaw_pitch_roll_deg"] = (yaw / 100, pitch / 100, roll / 100)
        turn = _orientation(yaw / 100 * DEG, pitch / 100 * DEG, roll / 100 * DEG)
        mg = G_MPS2 / 1000
        accel = (ax * mg, ay * mg, az * mg)
        readings.append(ImuReading(accel, counter=index, orientation_wxyz=turn))
        return _SIZE


def _orientation(yaw: float, pitch: float, roll: float) -> Quaternion:
    """Quaternion wxyz of turns about z, then the new y, then the new x, in radians."""
    cy, sy = math.cos(yaw / 2), math.sin(yaw / 2)
    cp, sp = math.cos(pitch / 2), math.sin(pitch / 2)
    cr, sr = math.cos(roll / 2), math.sin(roll / 2)
    return (
        cy * cp * cr + sy * sp * sr,
        cy * cp * sr - sy * sp * cr,
        cy * sp * cr + sy * cp * sr,
        sy * cp * cr - cy * sp * sr,
    )
