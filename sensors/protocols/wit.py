"""WitMotion (WT61, WT901, JY901, HWT905): eleven-byte frames that start with 0x55, and the dongles' form.

Knows frames, scales and how a burst becomes one reading; refuses to configure the device. Sources:
WT901 datasheet v20-0702, WT901BLECL manual, both checked against captured bytes.

    standard   55 type, four int16 LE, sum of the ten bytes before       one burst = 51 52 53 ..
    dongle     55 61, nine int16 LE (acceleration, rate, angle)          no checksum
"""

import re
import struct
from collections.abc import Mapping
from datetime import date

from anymal.sensors.protocols.parser import DEG, G_MPS2, ByteParser, ImuReading, choice, number

__all__ = ["WitParser"]

_SIZE, _DONGLE_SIZE = 11, 20
_DONGLE = (0x61, 0x71)  # samples, register replies
_WORDS = struct.Struct("<4h")
_NINE = struct.Struct("<9h")
_TIME = struct.Struct("<6BH")
_DAY_NS = 86_400_000_000_000
_NO_GYRO_AFTER = 3  # bursts without a rate frame
_START_INSIDE = re.compile(rb"\x55(?:[\x61\x71]|\Z)")


class WitParser(ByteParser):
    """Bursts to readings: published with the 0x52 frame, or without rates where none are ever sent.

    Option `clock=rtc` takes the 0x50 frames' calendar time (1 ms) as the device clock; their
    output must be enabled in the device. `accel_range_g` and `gyro_range_dps` are full scale.
    """

    options = ("clock", "accel_range_g", "gyro_range_dps")
    sync = re.compile(rb"\x55(?:[\x50-\x5f\x61\x71]|\Z)")
    no_reading = "the WitMotion sends no acceleration frames (0x51); enable them in its output content (RSW)"
    unit_hint = "set accel_range_g= to the full scale the device is configured for"

    def __init__(self, options: Mapping[str, str] | None = None) -> None:
        super().__init__(options)
        self._g = number(self.given, "accel_range_g", 16, 1, 1000) * G_MPS2 / 32768
        self._rate = number(self.given, "gyro_range_dps", 2000, 1, 100_000) * DEG / 32768
        self._has_clock = choice(self.given, "clock", "none", "rtc") == "rtc"
        self._seen_gyro = False
        self._seen_accel = False
        self._after_dongle = False
        self._pending: tuple[int, int, int, int] | None = None
        self._pending_ns: int | None = None
        self._burst_ns: int | None = None
        self._lonely = 0

    def _take(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        if start + 1 < len(buffer) and buffer[start + 1] in _DONGLE:
            return self._take_dongle(buffer, start, readings)
        end = start + _SIZE
        if end > len(buffer):
            return 0
        if sum(buffer[start : end - 1]) & 0xFF != buffer[end - 1]:
            return -1
        self._after_dongle = False
        self._frame(buffer[start + 1], buffer, start + 2, readings)
        return _SIZE

    def _frame(self, kind: int, buffer: bytes, at: int, readings: list[ImuReading]) -> None:
        if kind == 0x51:
            self._accel(_WORDS.unpack_from(buffer, at), readings)
        elif kind == 0x52:
            self._gyro(_WORDS.unpack_from(buffer, at), readings)
        elif kind == 0x50:
            clock = _TIME.unpack_from(buffer, at)
            self.extras["rtc"] = clock
            self._burst_ns = _calendar_ns(clock)
        elif kind == 0x53:
            x, y, z, _ = _WORDS.unpack_from(buffer, at)
            self.extras["roll_pitch_yaw_deg"] = (x * 180 / 32768, y * 180 / 32768, z * 180 / 32768)
        elif kind == 0x54:
            *mag, temperature = _WORDS.unpack_from(buffer, at)
            self.extras["mag_raw"] = tuple(mag)
            self.extras["temperature_c"] = (temperature / 100,)
        elif kind == 0x59:
            self.extras["orientation_wxyz"] = tuple(v / 32768 for v in _WORDS.unpack_from(buffer, at))

    def _accel(self, words: tuple[int, int, int, int], readings: list[ImuReading]) -> None:
        if self._pending is not None:
            if self._seen_gyro:  # its 0x52 was damaged on the way
                self._lost += 1
            else:
                self._lonely += 1
        self._pending, self._pending_ns = words, self._burst_ns
        self._seen_accel = True
        if self._lonely >= _NO_GYRO_AFTER:  # this device sends no rates, so there is nothing to wait for
            readings.append(self._reading(words, None))

    def _gyro(self, words: tuple[int, int, int, int], readings: list[ImuReading]) -> None:
        if self._pending is None:
            self._lost += self._seen_accel
        elif self._lonely < _NO_GYRO_AFTER:
            x, y, z, _ = words
            rate = self._rate
            readings.append(self._reading(self._pending, (x * rate, y * rate, z * rate)))
        self._seen_gyro = True
        self._pending = self._burst_ns = None
        self._lonely = 0

    def _reading(
        self, words: tuple[int, int, int, int], gyro: tuple[float, float, float] | None
    ) -> ImuReading:
        x, y, z, temperature = words
        g = self._g
        device_ns = self._pending_ns if self._has_clock else None
        return ImuReading((x * g, y * g, z * g), gyro, device_ns, temperature_c=temperature / 100)

    def _take_dongle(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        """Accept a frame without checksum only by where the next one stands.

        Right behind an accepted frame it need not be waited for, which would cost a sample period;
        a start inside it means that bytes were lost, and then the next start decides after all.
        """
        end = start + _DONGLE_SIZE
        if end > len(buffer):
            return 0
        if not (self._follows and self._after_dongle) or _START_INSIDE.search(buffer, start + 2, end):
            if buffer[end : end + 1] not in (b"\x55", b""):
                return -1
            if end + 2 > len(buffer):
                return 0
            if buffer[end + 1] not in _DONGLE:
                return -1
        self._after_dongle = True
        if buffer[start + 1] == 0x61:
            ax, ay, az, gx, gy, gz, *angles = _NINE.unpack_from(buffer, start + 2)
            g, rate = self._g, self._rate
            readings.append(ImuReading((ax * g, ay * g, az * g), (gx * rate, gy * rate, gz * rate)))
            self.extras["roll_pitch_yaw_deg"] = tuple(angle * 180 / 32768 for angle in angles)
        return _DONGLE_SIZE


def _calendar_ns(clock: tuple[int, ...]) -> int:
    """Nanoseconds of a 0x50 frame's year, month, day, hour, minute, second and millisecond."""
    year, month, day, hour, minute, second, milli = clock
    try:
        days = date(2000 + year, month, day).toordinal()
    except ValueError:  # never set: the manual's own captures show month 0, day 0
        days = day
    return days * _DAY_NS + ((hour * 60 + minute) * 60 + second) * 1_000_000_000 + milli * 1_000_000
