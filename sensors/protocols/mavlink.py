"""MAVLink v1 and v2 of a flight controller, decoded by pymavlink (extra `mavlink`).

Knows framing, which messages carry motion and their units; refuses RAW_IMU from a firmware that is
not known to scale it. Framing is ours because pymavlink skips a whole frame when its checksum
fails, and with it a good frame that stands inside. HIGHRES_IMU is in SI units, SCALED_IMU* and
ArduPilot's RAW_IMU in mg, mrad/s and mgauss.
"""

import re
from collections.abc import Mapping
from typing import Any

from anymal.errors import SensorError
from anymal.sensors.protocols.parser import (
    G_MPS2,
    GAUSS_UT,
    ByteParser,
    ImuReading,
    Unwrapper,
    choice,
    number,
)

__all__ = ["MavlinkParser", "load_dialect"]

_V1, _SIGNED, _SIGNATURE_BYTES = 0xFE, 1, 13
_HEARTBEAT, _ARDUPILOT, _SET_MESSAGE_INTERVAL = 0, 3, 511
_MESSAGES = {"highres_imu": 105, "scaled_imu": 26, "scaled_imu2": 116, "scaled_imu3": 129, "raw_imu": 27}
_RAW_IMU = _MESSAGES["raw_imu"]
_ASKED = (105, 26, 27)


def load_dialect() -> Any:
    """Return pymavlink's common dialect; raises `SensorError` when the library is not installed."""
    try:
        from pymavlink.dialects.v20 import common
    except ImportError as error:
        raise SensorError(
            f"protocol=mavlink needs the library pymavlink, which cannot be imported ({error}); "
            'install it with: pip install "anymal-edge[mavlink]"'
        ) from None
    return common


class MavlinkParser(ByteParser):
    """Motion messages to readings, of one kind from one component: the first that comes, or as asked.

    Options: `message`, `sysid`, `compid`, `request_hz` (0: do not ask for messages), and
    `raw_units=milli` for a RAW_IMU that is scaled although no ArduPilot says so.
    """

    options = ("message", "sysid", "compid", "request_hz", "raw_units")
    sync = re.compile(rb"[\xfd\xfe]")
    unit_hint = "choose another message= (highres_imu is in SI units)"
    no_reading = (
        "MAVLink messages come, but none with motion whose units are known; enable HIGHRES_IMU or "
        "SCALED_IMU, or add raw_units=milli when RAW_IMU is in mg and mrad/s"
    )

    def __init__(self, options: Mapping[str, str] | None = None) -> None:
        super().__init__(options)
        self._dialect = load_dialect()
        self._codec = self._dialect.MAVLink(None, srcSystem=255, srcComponent=190)
        asked = choice(self.given, "message", "auto", *_MESSAGES)
        self._kind = _MESSAGES.get(asked)
        self._sysid = self._id("sysid")
        self._compid = self._id("compid")
        self._raw_is_scaled = choice(self.given, "raw_units", "unknown", "milli") == "milli"
        self._request_hz = number(self.given, "request_hz", 100, 0, 1000)
        self._source: tuple[int, int, int] | None = None  # system, component, message
        self._sequence = Unwrapper(8)
        self._boot_ms = Unwrapper(32)

    def _id(self, name: str) -> int | None:
        return int(number(self.given, name, 0, 0, 255)) if name in self.given else None

    def start(self) -> bytes:
        """Return a heartbeat and a request for the motion messages, addressed to everyone."""
        if not self._request_hz:
            return b""
        codec = self._codec
        heartbeat = codec.heartbeat_encode(6, 8, 0, 0, 4)  # a ground station, no autopilot, active
        interval_us = 1e6 / self._request_hz
        wishes = (self._kind,) if self._kind is not None else _ASKED
        target = (self._sysid or 0, self._compid or 0)
        commands = [
            codec.command_long_encode(*target, _SET_MESSAGE_INTERVAL, 0, wish, interval_us, 0, 0, 0, 0, 0)
            for wish in wishes
        ]
        return b"".join(bytes(message.pack(codec)) for message in (heartbeat, *commands))

    def _take(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        if len(buffer) - start < (8 if buffer[start] == _V1 else 12):
            return 0
        if buffer[start] == _V1:
            size, kind = buffer[start + 1] + 8, buffer[start + 5]
        else:
            flags = buffer[start + 2]
            if flags & ~_SIGNED:
                return -1
            size = buffer[start + 1] + 12 + _SIGNATURE_BYTES * flags
            kind = int.from_bytes(buffer[start + 7 : start + 10], "little")
        end = start + size
        if kind not in self._dialect.mavlink_map:
            # Without the message's definition its checksum says nothing: trust only an unbroken chain.
            if not self._follows:
                return -1
            if end >= len(buffer):
                return 0
            return size if buffer[end] in (0xFD, 0xFE) else -1
        if end > len(buffer):
            return 0
        try:
            message = self._codec.decode(bytearray(buffer[start:end]))
        except self._dialect.MAVError:
            return -1
        self._message(kind, message, readings)
        return size

    def _message(self, kind: int, message: Any, readings: list[ImuReading]) -> None:
        system, component = message.get_srcSystem(), message.get_srcComponent()
        if kind == _HEARTBEAT:
            self._raw_is_scaled |= message.autopilot == _ARDUPILOT
        if self._source is None and self._wanted(system, component, kind):
            self._source = (system, component, kind)
        if self._source is None or self._source[:2] != (system, component):
            return
        self._sequence.step(message.get_seq())
        self._lost += self._sequence.lost
        if kind == self._source[2]:
            reading = self._reading(kind, message)
            if reading is not None:
                readings.append(reading)

    def _wanted(self, system: int, component: int, kind: int) -> bool:
        if self._sysid not in (None, system) or self._compid not in (None, component):
            return False
        if kind == _RAW_IMU and not self._raw_is_scaled:
            return False
        return kind == self._kind if self._kind is not None else kind in _MESSAGES.values()

    def _reading(self, kind: int, m: Any) -> ImuReading | None:
        highres = kind == _MESSAGES["highres_imu"]
        accel, rate, field = (1.0, 1.0, GAUSS_UT) if highres else (G_MPS2 / 1000, 1e-3, GAUSS_UT / 1000)
        acceleration = (m.xacc * accel, m.yacc * accel, m.zacc * accel)
        turning = (m.xgyro * rate, m.ygyro * rate, m.zgyro * rate)
        if not all(value - value == 0 for value in (*acceleration, *turning)):
            return None
        if highres or kind == _RAW_IMU:
            device_ns = m.time_usec * 1000
        else:
            device_ns = self._boot_ms.step(m.time_boot_ms) * 1_000_000
        mag = (m.xmag * field, m.ymag * field, m.zmag * field)
        celsius = m.temperature * (1.0 if highres else 0.01)
        return ImuReading(
            acceleration,
            turning,
            device_ns,
            # 0 stands for a sender that speaks MAVLink v1, where only HIGHRES_IMU has a temperature.
            temperature_c=celsius if celsius and celsius - celsius == 0 else None,
            mag_ut=mag if all(value - value == 0 for value in mag) else None,
        )
