"""Turn rates from orientation, for sensors that send no gyroscope, when a user asks for them.

Knows unit quaternions and time steps; refuses to call the result a gyroscope. It is the mean rate
since the previous reading (half a period late), coarse (BNO08x RVC angles step by 0.01 degree,
which is 1 deg/s at 100 Hz), and filtered by the device's fusion.
"""

import math

from anymal.samples import NS_PER_S

__all__ = ["turn_rate"]

Quaternion = tuple[float, float, float, float]


def turn_rate(before: Quaternion, after: Quaternion, step_ns: int) -> tuple[float, float, float]:
    """Return rad/s about the device's axes that turn `before` into `after` (wxyz, device to world)."""
    aw, ax, ay, az = before
    bw, bx, by, bz = after
    # conjugate(before) * after: the step as the device sees it
    w = aw * bw + ax * bx + ay * by + az * bz
    x = aw * bx - ax * bw - ay * bz + az * by
    y = aw * by + ax * bz - ay * bw - az * bx
    z = aw * bz - ax * by + ay * bx - az * bw
    sine = math.sqrt(x * x + y * y + z * z)
    if sine == 0.0:
        return (0.0, 0.0, 0.0)
    # q and -q are the same orientation: take the way round that is shorter.
    angle = 2 * math.atan2(sine, abs(w)) * math.copysign(1.0, w)
    scale = angle / sine * NS_PER_S / step_ns
    return (x * scale, y * scale, z * scale)
