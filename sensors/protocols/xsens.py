"""Xsens / Movella MTi: MTData2 messages over Xbus, in any of their four number formats.

Knows framing, the data items we use and their formats; refuses to configure outputs. Source: MT
Low Level Communication Protocol, checked against captures of an MTi-300. Everything is big-endian.

    FA bus message length payload checksum     sum of the bytes after FA is 0; length FF: 16 bits follow
    payload of message 36: (item 16 bits, size 8 bits, data) repeated; item & 3 is the number format
"""

import re
import struct
from collections.abc import Mapping

from anymal.sensors.protocols.parser import ByteParser, ImuReading, Unwrapper

__all__ = ["GO_TO_MEASUREMENT", "XsensParser"]

GO_TO_MEASUREMENT = bytes.fromhex("faff1000f1")
_MAX_PAYLOAD = 2048  # of an extended message, from the protocol's own limit
_DATA = 0x36
_TICK_NS = 100_000  # SampleTimeFine counts at 10 kHz
_COUNTER, _TIME_FINE, _TEMPERATURE, _STATUS = 0x1020, 0x1060, 0x0810, 0xE020
_ORIENTATION, _ACCEL, _GYRO, _MAG = 0x2010, 0x4020, 0x8020, 0xC020
_VALUES = {_ORIENTATION: 4, _ACCEL: 3, _GYRO: 3, _MAG: 3, _TEMPERATURE: 1}


class XsensParser(ByteParser):
    """Messages with an acceleration (XDI 4020) to readings; others are counted as frames only."""

    sync = re.compile(rb"\xfa(?:[\xff\x01]|\Z)")
    no_reading = (
        "the Xsens sends no Acceleration (4020); enable it and RateOfTurn (8020), PacketCounter (1020) "
        "and SampleTimeFine (1060) in its output configuration"
    )

    def start(self) -> bytes:
        """Return GoToMeasurement: a device left in its configuration mode is silent."""
        return GO_TO_MEASUREMENT

    def __init__(self, options: Mapping[str, str] | None = None) -> None:
        super().__init__(options)
        self._counter = Unwrapper(16)
        self._ticks = Unwrapper(32)

    def _take(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        have = len(buffer) - start
        if have < 5:
            return 0
        at, length = start + 4, buffer[start + 3]
        if length == 0xFF:
            if have < 7:
                return 0
            at, length = start + 6, buffer[start + 4] << 8 | buffer[start + 5]
            if length > _MAX_PAYLOAD:
                return -1
        end = at + length
        if end >= len(buffer):
            return 0
        if sum(buffer[start + 1 : end + 1]) & 0xFF:
            return -1
        if buffer[start + 2] == _DATA:
            found = _items(buffer, at, end)
            if found is None:
                return -1
            self._message(found, readings)
        return end + 1 - start

    def _message(self, found: dict[int, tuple[float, ...]], readings: list[ImuReading]) -> None:
        counter = device_ns = None
        if _COUNTER in found:
            counter = self._counter.step(int(found[_COUNTER][0]))
            self._lost += self._counter.lost
        if _TIME_FINE in found:
            device_ns = self._ticks.step(int(found[_TIME_FINE][0])) * _TICK_NS
        self.extras.update({name: found[item] for item, name in _EXTRAS.items() if item in found})
        accel = found.get(_ACCEL)
        if accel is None:
            return
        gyro, temperature = found.get(_GYRO), found.get(_TEMPERATURE)
        readings.append(
            ImuReading(
                (accel[0], accel[1], accel[2]),
                (gyro[0], gyro[1], gyro[2]) if gyro else None,
                device_ns,
                counter,
                _four(found.get(_ORIENTATION)),
                temperature[0] if temperature else None,
                mag_raw=_three(found.get(_MAG)),  # relative to the earth's field where it was calibrated
            )
        )


_EXTRAS = {
    _COUNTER: "packet_counter",
    _TIME_FINE: "sample_time_fine",
    _ORIENTATION: "orientation_wxyz",
    _STATUS: "status",
}


def _items(buffer: bytes, at: int, end: int) -> dict[int, tuple[float, ...]] | None:
    """Return the items we know by identifier without format and frame bits; None when they do not add up."""
    found: dict[int, tuple[float, ...]] = {}
    while at < end:
        if at + 3 > end:
            return None
        item, size = buffer[at] << 8 | buffer[at + 1], buffer[at + 2]
        at += 3
        if at + size > end:
            return None
        kind = item & 0xFFF0
        if kind in _VALUES:
            values = _numbers(buffer, at, size, item & 3, _VALUES[kind])
            if values is not None:
                found[kind] = values
        elif kind in (_COUNTER, _TIME_FINE, _STATUS):
            found[kind] = (int.from_bytes(buffer[at : at + size], "big"),)
        at += size
    return found


_FLOAT = {n: struct.Struct(f">{n}f") for n in (1, 3, 4)}
_DOUBLE = {n: struct.Struct(f">{n}d") for n in (1, 3, 4)}
_FIXED = {n: struct.Struct(f">{n}i") for n in (1, 3, 4)}
_LONG = {n: struct.Struct(">" + "Ih" * n) for n in (1, 3, 4)}


def _numbers(buffer: bytes, at: int, size: int, form: int, count: int) -> tuple[float, ...] | None:
    """`count` finite numbers: 0 float32, 1 fixed 12.20, 2 fixed 16.32 with the fraction first, 3 float64."""
    if size != count * (4, 4, 6, 8)[form]:
        return None
    values: tuple[float, ...]
    if form == 0:
        values = _FLOAT[count].unpack_from(buffer, at)
    elif form == 1:
        values = tuple(value / (1 << 20) for value in _FIXED[count].unpack_from(buffer, at))
    elif form == 2:
        raw = _LONG[count].unpack_from(buffer, at)
        values = tuple(whole + part / (1 << 32) for part, whole in zip(raw[::2], raw[1::2], strict=True))
    else:
        values = _DOUBLE[count].unpack_from(buffer, at)
    total = sum(values)
    return values if total - total == 0 else None  # not a number, or infinite


def _three(values: tuple[float, ...] | None) -> tuple[float, float, float] | None:
    return (values[0], values[1], values[2]) if values else None


def _four(values: tuple[float, ...] | None) -> tuple[float, float, float, float] | None:
    return (values[0], values[1], values[2], values[3]) if values else None
