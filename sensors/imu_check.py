"""Is it motion, and whole? Asked once, of the first second, before anything is published.

Knows gravity and what a gyroscope's absence means; refuses to correct a unit by guessing.
"""

import statistics
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from anymal.errors import ConfigError, SensorError
from anymal.sensors.imu_plausible import REST_G
from anymal.sensors.imu_units import G_MPS2
from anymal.sensors.protocols.parser import ImuReading

__all__ = ["check_clock", "check_gyro", "check_motion"]

LEAST_G, MOST_G = REST_G
# A clock in another unit is wrong by 1000; arrivals of one second tell the rate to a few per cent.
MOST_CLOCK_FACTOR = 2.0
_TOLERANCE = 1.15
_LIKELY = {
    1 / G_MPS2: "It looks like g taken for m/s2. ",
    G_MPS2: "It looks like m/s2 taken for g. ",
    1000.0: "It looks like mg taken for g. ",
    1e-3: "It looks like g taken for mg. ",
    1000 / G_MPS2: "It looks like mg taken for m/s2. ",
}


def check_motion(name: str, readings: Sequence[ImuReading], hint: str = "") -> None:
    """Raise `SensorError` unless the median |acceleration| is within 0.5 to 2 g; `hint` is the cure."""
    size = float(np.median(np.linalg.norm([reading.accel_mps2 for reading in readings], axis=1)))
    if LEAST_G * G_MPS2 <= size <= MOST_G * G_MPS2:
        return
    ratio = size / G_MPS2
    likely = next((text for at, text in _LIKELY.items() if at / _TOLERANCE < ratio < at * _TOLERANCE), "")
    if not likely and ratio < LEAST_G:
        likely = "Is gravity removed in the sensor, or is it falling? "
    cure = hint or "set the sensor's full scale, or its output, to what the protocol expects"
    raise SensorError(
        f"{name}: acceleration is {size:.4g} m/s2 ({ratio:.3g} g) in the first second; wanted "
        f"{LEAST_G:g} to {MOST_G:g} g, as gravity alone gives 1 g. {likely}Cure: {cure}"
    )


def check_clock(name: str, readings: Sequence[ImuReading], arrival_period_ns: float | None) -> None:
    """Raise `SensorError` when the device's clock steps at another rate than its readings arrive."""
    times = [reading.device_ns for reading in readings if reading.device_ns is not None]
    if arrival_period_ns is None or len(times) < len(readings):
        return
    # Readings that got lost show as several steps at once.
    numbers = [reading.counter for reading in readings]
    steps = [
        (after - before) / ((n - m) if m is not None and n is not None and n > m else 1)
        for (before, after), (m, n) in zip(pairwise(times), pairwise(numbers), strict=True)
    ]
    step = statistics.median(steps)
    if 1 / MOST_CLOCK_FACTOR <= step / arrival_period_ns <= MOST_CLOCK_FACTOR:
        return
    raise SensorError(
        f"{name}: the device's clock steps by {step / 1e6:.4g} ms from reading to reading, but they arrive "
        f"every {arrival_period_ns / 1e6:.4g} ms. Cure: correct the clock's unit (time_unit= for text), or "
        "configure the device to send no time"
    )


def check_gyro(name: str, protocol: str, readings: Sequence[ImuReading], choice: str) -> None:
    """Raise `ConfigError` when turn rates are neither sent nor made from what the user allowed."""
    if choice == "zero" or any(reading.gyro_radps is not None for reading in readings):
        return
    turns = any(reading.orientation_wxyz is not None for reading in readings)
    if choice == "orientation" and turns:
        return
    if choice == "orientation":
        fault = f"gyro=orientation, but this {protocol} sensor sends no orientation either"
    else:
        fault = f"this {protocol} sensor sends no turn rates (gyroscope), and the model wants them"
    cures = ["configure the sensor to send turn rates"]
    if turns:
        cures.append("gyro=orientation to differentiate its orientation (coarse, half a period late)")
    cures.append("gyro=zero to tell the model that it never turns")
    raise ConfigError(f"{name}: {fault}. Cure: {'; or '.join(cures)}")
