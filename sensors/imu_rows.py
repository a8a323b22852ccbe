"""Stamped readings to motion: turn rates by the user's choice, holes counted, axes of the wearer.

Knows one stream's readings in order; refuses to know bytes and clocks.
"""

import statistics
from collections import deque

import numpy as np
from numpy.typing import NDArray

from anymal.samples import NS_PER_S, ImuChunk
from anymal.sensors.imu_clock import Stamped
from anymal.sensors.imu_turn import turn_rate
from anymal.sensors.mounting import rotate
from anymal.sensors.protocols.parser import ImuReading

__all__ = ["GYRO", "Rows"]

# Where turn rates come from: the sensor's gyroscope, its orientation differentiated, or nowhere.
GYRO = ("device", "orientation", "zero")
GAP_PERIODS, PERIOD_STEPS = 3, 64


class Rows:
    """Makes `ImuChunk`s of one connection's readings; `counts` says what was left out and why."""

    def __init__(self, gyro: str, mounting: NDArray[np.float64] | None) -> None:
        self.counts = {"gaps": 0, "late": 0, "no_gyro": 0, "not_finite": 0}
        self._gyro = gyro
        self._mounting = mounting
        self._steps: deque[int] = deque(maxlen=PERIOD_STEPS)
        self._before: tuple[int, ImuReading] | None = None

    @property
    def rate_hz(self) -> float | None:
        """The usual rate by the device's clock or count."""
        return NS_PER_S / max(1.0, statistics.median(self._steps)) if self._steps else None

    def make(self, stamped: Stamped) -> tuple[ImuChunk, NDArray[np.int64]] | None:
        """Return the motion and its device times int64 [n], or None when no reading can be used."""
        self.counts["late"] += stamped.late
        longest = GAP_PERIODS * statistics.median(self._steps) if self._steps else None
        kept: list[int] = []
        rows: list[tuple[float, ...]] = []
        for i, (reading, device) in enumerate(zip(stamped.readings, stamped.device, strict=True)):
            gyro = self._turn(reading, device, longest)
            if gyro is None:
                self.counts["no_gyro"] += 1
                continue
            kept.append(i)
            rows.append((*reading.accel_mps2, *gyro))
        values = np.array(rows, dtype=np.float32).reshape(-1, 6)
        finite = np.isfinite(values).all(axis=1)
        self.counts["not_finite"] += int(np.count_nonzero(~finite))
        if not finite.any():
            return None
        use = np.array(kept)[finite]
        accel, gyros = values[finite, :3], values[finite, 3:]
        if self._mounting is not None:
            accel, gyros = rotate(self._mounting, accel), rotate(self._mounting, gyros)
        times = np.array(stamped.mapped, dtype=np.int64)[use]
        chunk = ImuChunk(times, np.ascontiguousarray(accel), np.ascontiguousarray(gyros))
        return chunk, np.array(stamped.device, dtype=np.int64)[use]

    def _turn(
        self, reading: ImuReading, device_ns: int, longest_ns: float | None
    ) -> tuple[float, float, float] | None:
        """Return the reading's turn rate in rad/s, None if there is none."""
        before, self._before = self._before, (device_ns, reading)
        step, gap = 0, False
        if before is not None:
            step = device_ns - before[0]
            gap = longest_ns is not None and step > longest_ns
            self.counts["gaps"] += int(gap)
            self._steps.append(step)
        if reading.gyro_radps is not None:
            return reading.gyro_radps
        if self._gyro == "zero":
            return (0.0, 0.0, 0.0)
        now, was = reading.orientation_wxyz, before[1].orientation_wxyz if before is not None else None
        if self._gyro == "device" or gap or step <= 0 or now is None or was is None:
            return None
        return turn_rate(was, now, step)
