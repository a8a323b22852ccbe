"""Frames of every protocol from a motion: for tests, fuzzing, benchmarks, and playing a sensor into a pty.

Knows what a device would send for sample `number` of a 100 Hz stream; refuses to be exact where the
format is not: values are rounded to the device's resolution.
"""

import struct
from binascii import crc_hqx
from collections.abc import Callable
from functools import lru_cache, reduce
from operator import xor
from typing import Any

from anymal.sensors.protocols.msp import msp_frame
from anymal.sensors.protocols.parser import DEG, G_MPS2

__all__ = ["ENCODERS", "PERIOD_NS", "Encoder", "xsens_message"]

Triple = tuple[float, float, float]
Encoder = Callable[[int, Triple, Triple], bytes]
"""(number, acceleration in m/s2, rates in rad/s) -> the bytes of one sample."""

PERIOD_NS = 10_000_000


def _words(values: Triple, unit: float) -> tuple[int, ...]:
    return tuple(max(-32768, min(32767, round(value / unit))) for value in values)


def _wit_frame(kind: int, words: tuple[int, ...]) -> bytes:
    body = struct.pack("<2B4h", 0x55, kind, *words)
    return body + bytes((sum(body) & 0xFF,))


def _wit(number: int, accel: Triple, gyro: Triple) -> bytes:
    return (
        _wit_frame(0x51, (*_words(accel, G_MPS2 / 2048), 2500))
        + _wit_frame(0x52, (*_words(gyro, DEG * 2000 / 32768), 2500))
        + _wit_frame(0x53, (number % 30_000, 0, 0, 18_124))
    )


def _wit_dongle(number: int, accel: Triple, gyro: Triple) -> bytes:
    words = (*_words(accel, G_MPS2 / 2048), *_words(gyro, DEG * 2000 / 32768))
    return struct.pack("<2B9h", 0x55, 0x61, *words, number % 30_000, 0, 0)


def _rvc(number: int, accel: Triple, gyro: Triple) -> bytes:
    angle = number % 36_000 - 18_000  # a steady turn: yaw by 0.01 degree a frame
    body = struct.pack("<B6h3x", number & 0xFF, angle, 0, 0, *_words(accel, G_MPS2 / 1000))
    return b"\xaa\xaa" + body + bytes((sum(body) & 0xFF,))


def xsens_message(message: int, payload: bytes) -> bytes:
    """Return one Xbus message, with a long length where the payload needs it."""
    size = bytes((len(payload),)) if len(payload) < 0xFF else b"\xff" + struct.pack(">H", len(payload))
    body = bytes((0xFF, message)) + size + payload
    return b"\xfa" + body + bytes((-sum(body) & 0xFF,))


def _xsens(number: int, accel: Triple, gyro: Triple) -> bytes:
    ticks = number * PERIOD_NS // 100_000 & 0xFFFFFFFF
    payload = struct.pack(
        ">HBHHBIHB3fHB3f", 0x1020, 2, number & 0xFFFF, 0x1060, 4, ticks, 0x4020, 12, *accel, 0x8020, 12, *gyro
    )
    return xsens_message(0x36, payload)


def _vectornav_text(number: int, accel: Triple, gyro: Triple) -> bytes:
    numbers = "".join(f",{a:+07.3f}" for a in accel) + "".join(f",{g:+010.6f}" for g in gyro)
    body = f"VNIMU,+00.2500,+00.0500,-00.4000{numbers},+25.0,+101.300".encode()
    return b"$%b*%02X\r\n" % (body, reduce(xor, body))


def _vectornav_binary(number: int, accel: Triple, gyro: Triple) -> bytes:
    body = struct.pack("<BHQ3f3f", 1, 0x121, number * PERIOD_NS, *gyro, *accel)
    return b"\xfa" + body + struct.pack(">H", crc_hqx(body, 0))


def _in_degrees_and_g(accel: Triple, gyro: Triple) -> list[float]:
    return [*(g / DEG for g in gyro), *(a / G_MPS2 for a in accel)]


def _ximu3_text(number: int, accel: Triple, gyro: Triple) -> bytes:
    numbers = "".join(f",{value:.4f}" for value in _in_degrees_and_g(accel, gyro))
    return f"I,{number * PERIOD_NS // 1000}{numbers}\r\n".encode()


def _ximu3_binary(number: int, accel: Triple, gyro: Triple) -> bytes:
    body = struct.pack("<Q6f", number * PERIOD_NS // 1000, *_in_degrees_and_g(accel, gyro))
    return b"\xc9" + body.replace(b"\xdb", b"\xdb\xdd").replace(b"\n", b"\xdb\xdc") + b"\n"


def _csv(number: int, accel: Triple, gyro: Triple) -> bytes:
    header = "t_ms,ax_mps2,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps\n" if number == 0 else ""
    numbers = "".join(f",{value:.5f}" for value in (*accel, *gyro))
    return f"{header}{number * PERIOD_NS // 1_000_000}{numbers}\n".encode()


def _msp(version: int) -> Encoder:
    def encode(number: int, accel: Triple, gyro: Triple) -> bytes:
        words = (*_words(accel, G_MPS2 / 512), *_words(gyro, DEG), 100, -30, 250)
        return msp_frame(102, struct.pack("<9h", *words), version)

    return encode


@lru_cache(maxsize=1)
def _codec() -> Any:
    from anymal.sensors.protocols.mavlink import load_dialect

    return load_dialect().MAVLink(None, srcSystem=1, srcComponent=1)


def _mavlink(number: int, accel: Triple, gyro: Triple) -> bytes:
    codec = _codec()
    codec.seq = number & 0xFF
    magnetic_and_air = (0.21, -0.033, 0.402, 1013.2, 0.0, 10.5, 29.5)
    message = codec.highres_imu_encode(number * PERIOD_NS // 1000, *accel, *gyro, *magnetic_and_air, 0x1FFF)
    return bytes(message.pack(codec))


# Kind of stream -> (protocol, encoder); some protocols have several forms.
ENCODERS: dict[str, tuple[str, Encoder]] = {
    "wit": ("wit", _wit),
    "wit-dongle": ("wit", _wit_dongle),
    "rvc": ("rvc", _rvc),
    "xsens": ("xsens", _xsens),
    "vectornav-text": ("vectornav", _vectornav_text),
    "vectornav-binary": ("vectornav", _vectornav_binary),
    "ximu3-text": ("ximu3", _ximu3_text),
    "ximu3-binary": ("ximu3", _ximu3_binary),
    "csv": ("text", _csv),
    "msp-v1": ("msp", _msp(1)),
    "msp-v2": ("msp", _msp(2)),
    "mavlink": ("mavlink", _mavlink),
}
