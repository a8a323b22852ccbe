"""What the columns of a motion table mean: quantity, axis and unit, from the header alone.

Knows the accepted names and units; refuses to guess a unit that is not written.
"""

import math
from dataclasses import dataclass
from pathlib import Path

from anymal.errors import InputError

__all__ = ["ACCEL_UNITS", "AXES", "CANONICAL_HEADER", "G_MPS2", "Column", "parse_header", "split_header"]

G_MPS2 = 9.80665
AXES = ("t", "ax", "ay", "az", "gx", "gy", "gz")
CANONICAL_HEADER = "t_s,ax_mps2,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps"

# Suffix -> factor to s, m/s2 and rad/s.
_TIME_UNITS = {"s": 1.0, "ms": 1e-3, "us": 1e-6, "ns": 1e-9}
ACCEL_UNITS = {"mps2": 1.0, "g": G_MPS2, "mg": G_MPS2 / 1000}
_GYRO_UNITS = {"radps": 1.0, "dps": math.pi / 180, "degps": math.pi / 180, "mdps": math.pi / 180_000}
_UNITS = {"t": _TIME_UNITS, "a": ACCEL_UNITS, "g": _GYRO_UNITS}

_ALIASES = {
    "time": "t", "timestamp": "t",
    "acc_x": "ax", "acc_y": "ay", "acc_z": "az", "accel_x": "ax", "accel_y": "ay", "accel_z": "az",
    "gyr_x": "gx", "gyr_y": "gy", "gyr_z": "gz", "gyro_x": "gx", "gyro_y": "gy", "gyro_z": "gz",
}  # fmt: skip

_CURE = (
    f"Name the columns like {CANONICAL_HEADER}; units accepted: t_s t_ms t_us t_ns; "
    "ax_mps2 ax_g ax_mg; gx_radps gx_dps gx_degps gx_mdps"
)


@dataclass(frozen=True)
class Column:
    """Where a quantity stands and what makes it SI: `values[:, index] * factor`."""

    axis: str  # one of AXES
    name: str  # as the file spells it
    index: int
    factor: float

    @property
    def unit(self) -> str:
        """The declared unit's suffix."""
        return self.name.lower().rpartition("_")[2]


def split_header(line: str) -> tuple[str, list[str]]:
    """Return the separator (`,` `;` or tab, whichever occurs most) and the column names."""
    separator = max((",", ";", "\t"), key=line.count)
    return separator, [name.strip().strip('"').strip() for name in line.split(separator)]


def parse_header(names: list[str], path: Path) -> tuple[Column, ...]:
    """Return the seven columns in the order of `AXES`; others are ignored.

    Raises `InputError` when one is missing, given twice, or has no unit or an unknown one.
    """
    found: dict[str, Column] = {}
    for index, name in enumerate(names):
        axis, factor = _axis_and_factor(name, path)
        if axis is None:
            continue
        if axis in found:
            raise InputError(f'{path}: "{found[axis].name}" and "{name}" are both {axis}. Remove one column.')
        found[axis] = Column(axis, name, index, factor)
    missing = [axis for axis in AXES if axis not in found]
    if missing:
        shown = ",".join(names)[:120]
        raise InputError(f'{path}: no column for {" ".join(missing)}; found "{shown}". {_CURE}.')
    return tuple(found[axis] for axis in AXES)


def _axis_and_factor(name: str, path: Path) -> tuple[str | None, float]:
    """Return (axis, factor), or (None, 0) for a column that is none of ours."""
    plain = name.lower()
    if _axis(plain):
        raise InputError(f'{path}: column "{name}" declares no unit, and none is guessed. {_CURE}.')
    stem, _, suffix = plain.rpartition("_")
    axis = _axis(stem)
    if axis is None:
        return None, 0.0
    units = _UNITS[axis[0]]
    if suffix not in units:
        raise InputError(f'{path}: column "{name}" has the unknown unit "{suffix}". {_CURE}.')
    return axis, units[suffix]


def _axis(stem: str) -> str | None:
    stem = _ALIASES.get(stem, stem)
    return stem if stem in AXES else None
