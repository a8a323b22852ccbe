"""Motion rows as `sensor_msgs/msg/Imu` in CDR, the form both common viewers plot by themselves.

Knows that one message and its byte layout (little-endian XCDR1); refuses to know chunks, topics
and times other than the stamp. JSON was the alternative: twice the bytes, no NaN, and one of the
viewers shows it as text only.
"""

import struct

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.samples import NS_PER_S

__all__ = ["IMU_SCHEMA", "IMU_SCHEMA_NAME", "decode_row", "encode_rows"]

IMU_SCHEMA_NAME = "sensor_msgs/msg/Imu"
_RULE = "=" * 80
IMU_SCHEMA = f"""\
# orientation is unknown (covariance[0] is -1); m/s^2 gravity included; rad/s
std_msgs/Header header
geometry_msgs/Quaternion orientation
float64[9] orientation_covariance
geometry_msgs/Vector3 angular_velocity
float64[9] angular_velocity_covariance
geometry_msgs/Vector3 linear_acceleration
float64[9] linear_acceleration_covariance
{_RULE}
MSG: std_msgs/Header
builtin_interfaces/Time stamp
string frame_id
{_RULE}
MSG: builtin_interfaces/Time
int32 sec
uint32 nanosec
{_RULE}
MSG: geometry_msgs/Quaternion
float64 x
float64 y
float64 z
float64 w
{_RULE}
MSG: geometry_msgs/Vector3
float64 x
float64 y
float64 z
"""

_ENCAPSULATION = b"\x00\x01\x00\x00"  # CDR, little endian; alignment counts from after it
_STAMP = struct.Struct("<iII")
_NUMBERS = struct.Struct("<37d")
_NO_ORIENTATION = (0.0, 0.0, 0.0, 1.0, -1.0, *[0.0] * 8)  # x y z w, then -1: there is none
_UNKNOWN = (0.0,) * 9


def encode_rows(
    epoch_ns: NDArray[np.int64], accel: NDArray[np.float32], gyro: NDArray[np.float32], frame_id: str
) -> list[bytes]:
    """Return one message per row of `epoch_ns` int64 [n], `accel` m/s^2 and `gyro` rad/s [n, 3]."""
    name = frame_id.encode() + b"\0"
    name += b"\0" * (-(_STAMP.size + len(name)) % 8)
    size = len(frame_id.encode()) + 1
    messages = []
    for stamp, a, g in zip(epoch_ns.tolist(), accel.tolist(), gyro.tolist(), strict=True):
        head = _STAMP.pack(*divmod(stamp, NS_PER_S), size)
        numbers = _NUMBERS.pack(*_NO_ORIENTATION, *g, *_UNKNOWN, *a, *_UNKNOWN)
        messages.append(_ENCAPSULATION + head + name + numbers)
    return messages


def decode_row(message: bytes) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return acceleration and turn rate of one message; raises `InputError` for other bytes."""
    try:
        *_, size = _STAMP.unpack_from(message, len(_ENCAPSULATION))
        padded = _STAMP.size + size
        numbers = _NUMBERS.unpack_from(message, len(_ENCAPSULATION) + padded + -padded % 8)
    except struct.error as error:
        raise InputError(f"{IMU_SCHEMA_NAME}: {len(message)} bytes are not one ({error})") from None
    return numbers[25:28], numbers[13:16]
