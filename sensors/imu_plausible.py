"""Is it motion of a person, in the unit it is said to be in? Asked of a whole window.

Knows gravity, rates, how fast people turn and what no worn sensor reaches; refuses to correct a unit
by guessing. Files and samples handed over are held to the same limits; a live sensor to those of
`imu_check`.
"""

from pathlib import Path

import numpy as np

from anymal.errors import InputError
from anymal.samples import NS_PER_S, ImuChunk
from anymal.sensors.imu_units import ACCEL_UNITS, G_MPS2

__all__ = ["MAX_ACCEL_MPS2", "MAX_GYRO_RADPS", "REST_G", "check_plausible"]

REST_G = (0.5, 2.0)  # median |a| of anything worn by a person
MAX_ACCEL_MPS2 = 1000 * G_MPS2  # wearable sensors end at 16 to 400 g
MAX_GYRO_RADPS = 1000.0  # ... and at 2000 to 4000 deg/s, which is 70
_MAX_MEDIAN_RADPS = 35.0
_RATE_HZ = (1.0, 50_000.0)


def check_plausible(chunk: ImuChunk, name: Path | str, column_unit: str | None = None) -> None:
    """Raise `InputError` for a window whose rate, gravity or turning says that a unit is wrong.

    At least two rows. `name` opens the message; `column_unit` is the unit of acceleration that a table's
    header declares, None for arrays, which are in m/s2 and rad/s.
    """
    rate_hz = NS_PER_S / float(np.median(np.diff(chunk.t_ns)))
    if not _RATE_HZ[0] <= rate_hz <= _RATE_HZ[1]:
        times = "t_ns in nanoseconds" if column_unit is None else "the unit of t right"
        raise InputError(
            f"{name}: {rate_hz:g} rows per second; wanted {_RATE_HZ[0]:g} to {_RATE_HZ[1]:g}. Is {times}?"
        )
    median_mps2 = float(np.median(np.linalg.norm(chunk.accel_mps2.astype(np.float64), axis=1)))
    median_g = median_mps2 / G_MPS2
    if not REST_G[0] <= median_g <= REST_G[1]:
        raise InputError(
            f"{name}: median |a| is {median_mps2:.4g} m/s2 ({median_g:.3g} g); wanted {REST_G[0]} to "
            f"{REST_G[1]} g, since gravity is part of it. {_accel_hint(median_g, column_unit)}"
        )
    median_radps = float(np.median(np.linalg.norm(chunk.gyro_radps.astype(np.float64), axis=1)))
    if median_radps > _MAX_MEDIAN_RADPS:
        columns = "" if column_unit is None else " (gx_dps gy_dps gz_dps)"
        raise InputError(
            f"{name}: median |w| is {median_radps:.4g} rad/s; wanted at most {_MAX_MEDIAN_RADPS:g}. "
            f"It looks like deg/s given as rad/s{columns}, or raw counts: convert them."
        )


def _accel_hint(median_g: float, column_unit: str | None) -> str:
    """Name the unit in which the median would be 1 g, as near as people hold still."""
    spelled = {"mps2": "m/s2"}
    declared = column_unit or "mps2"
    for unit, factor in ACCEL_UNITS.items():
        if unit != declared and 0.7 < median_g * factor / ACCEL_UNITS[declared] < 1.4:
            mix_up = f"{spelled.get(unit, unit)} given as {spelled.get(declared, declared)}"
            if column_unit is None:
                return f"It looks like {mix_up}: multiply by {factor:g}."
            return f"It looks like {mix_up}: name the columns ax_{unit} ay_{unit} az_{unit}."
    if median_g < REST_G[0]:
        return "Is gravity removed? Record the raw accelerometer."
    return "Are these raw counts? Convert them to m/s2."
