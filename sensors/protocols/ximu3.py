"""x-io x-IMU3: the ASCII and the binary form of its messages, both ended by a line feed.

Knows the inertial message and the shapes of the others; refuses to trust noise, for the format has
no checksum: a message must have exactly the right length and finite numbers. Source: x-IMU3 User
Manual v0.11, pages 23 to 31 (Q, H, T, B are not described there and only counted).

    text     I,microseconds,gx,gy,gz (deg/s),ax,ay,az (g) CR LF
    binary   letter + 0x80, uint64 LE microseconds, float32 LE numbers, 0A; inside, 0A is DB DC, DB is DB DD
"""

import re
import struct

from anymal.sensors.protocols.parser import DEG, G_MPS2, ByteParser, ImuReading

__all__ = ["Ximu3Parser"]

_MAX = 512
_NUMBERS = {"I": 6, "M": 3, "A": 3, "Q": 4, "R": 9, "L": 7, "E": 7, "H": 3, "T": 1, "B": 3, "W": 2}
_TEXTS = "NFS"  # notification, error, serial accessory: anything may follow
_EXTRAS = {"M": "mag_raw", "A": "roll_pitch_yaw_deg", "Q": "orientation_wxyz", "T": "temperature_c"}
_PLAUSIBLE = 1e6
_LETTERS = "".join(_NUMBERS) + _TEXTS


class Ximu3Parser(ByteParser):
    """Inertial messages to readings, stamped by the device in microseconds."""

    sync = re.compile(b"[%b]|[%b](?:,|\\Z)" % (bytes(ord(c) | 0x80 for c in _LETTERS), _LETTERS.encode()))
    unchecked = True
    no_reading = "the x-IMU3 sends no inertial messages (I); enable them in its settings"

    def _take(self, buffer: bytes, start: int, readings: list[ImuReading]) -> int:
        end = buffer.find(b"\n", start, start + _MAX)
        if end < 0:
            return 0 if len(buffer) - start < _MAX else -1
        first = buffer[start]
        letter = chr(first & 0x7F)
        if first & 0x80:
            found = _binary(letter, buffer[start + 1 : end])
        else:
            found = _text(letter, buffer[start + 2 : end])
        if found is None:
            return -1
        micros, numbers = found
        if letter == "I":
            gx, gy, gz, ax, ay, az = numbers
            readings.append(
                ImuReading(
                    (ax * G_MPS2, ay * G_MPS2, az * G_MPS2), (gx * DEG, gy * DEG, gz * DEG), micros * 1000
                )
            )
        elif letter in _EXTRAS:
            self.extras[_EXTRAS[letter]] = numbers
        return end + 1 - start


_Found = tuple[int, tuple[float, ...]]
_BINARY = {letter: struct.Struct(f"<Q{count}f") for letter, count in _NUMBERS.items()}


def _binary(letter: str, stuffed: bytes) -> _Found | None:
    if b"\xdb" in stuffed:
        if stuffed.count(b"\xdb") != stuffed.count(b"\xdb\xdc") + stuffed.count(b"\xdb\xdd"):
            return None
        stuffed = stuffed.replace(b"\xdb\xdc", b"\n").replace(b"\xdb\xdd", b"\xdb")
    if letter in _TEXTS:
        return (0, ()) if len(stuffed) >= 8 and stuffed[8:].isascii() else None
    form = _BINARY[letter]
    if len(stuffed) != form.size:
        return None
    micros, *numbers = form.unpack(stuffed)
    return _plausible(micros, numbers)


def _text(letter: str, body: bytes) -> _Found | None:
    time, *cells = body.rstrip(b"\r").split(b",")
    if letter in _TEXTS:
        return (0, ()) if time.isdigit() and body.isascii() else None
    if len(cells) != _NUMBERS[letter] or not time.isdigit() or len(time) > 20 or b"_" in body:
        return None
    try:
        return _plausible(int(time), list(map(float, cells)))
    except ValueError:
        return None


def _plausible(micros: int, numbers: list[float]) -> _Found | None:
    if micros >> 60 or not all(-_PLAUSIBLE < value < _PLAUSIBLE for value in numbers):
        return None
    return micros, tuple(numbers)
