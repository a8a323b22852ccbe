"""What the columns of a text stream mean: quantity, axis and unit of each name, and the row they make.

Knows the names and units that boards print; refuses to guess a unit that is neither written nor
declared. Recordings have stricter rules (`sensors.imu_units`); a live stream may be declared by
options: `columns=t_ms,ax,ay,az,gx,gy,gz&accel_unit=g&gyro_unit=dps`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anymal.sensors.protocols.parser import DEG, G_MPS2, GAUSS_UT

__all__ = ["Row", "UnitError", "is_header", "make_row", "quantity_of", "unit_factor"]

_TIME = {"s": 10**9, "ms": 10**6, "us": 10**3, "ns": 1}
_ACCEL = {"mps2": 1.0, "g": G_MPS2, "mg": G_MPS2 / 1000, "mmps2": 1e-3}
_GYRO = {"radps": 1.0, "dps": DEG, "mdps": DEG / 1000, "mradps": 1e-3}
_MAG = {"ut": 1.0, "mgauss": GAUSS_UT / 1000, "gauss": GAUSS_UT}
_UNITS: dict[str, Mapping[str, float]] = {"t": _TIME, "a": _ACCEL, "g": _GYRO, "m": _MAG}
_SPELLINGS = {
    "m/s^2": "mps2", "m/s2": "mps2", "m/s²": "mps2", "ms2": "mps2", "m_s2": "mps2", "mm/s2": "mmps2",
    "rad/s": "radps", "rads": "radps", "rad_s": "radps", "mrad/s": "mradps",
    "deg/s": "dps", "degs": "dps", "degps": "dps", "deg_s": "dps", "°/s": "dps", "mdeg/s": "mdps",
    "µt": "ut", "μt": "ut", "gs": "gauss", "mgs": "mgauss", "degc": "c", "°c": "c",
}  # fmt: skip
_KNOWN_UNITS = (*_SPELLINGS, *_TIME, *_ACCEL, *_GYRO, *_MAG, "c")
_SENSORS = {
    "a": ("a", "acc", "accel", "acceleration", "accelerometer"),
    "g": ("g", "gyr", "gyro", "gyroscope", "rot", "rotation", "omega", "w"),
    "m": ("m", "mag", "magnetometer"),
}
_STEMS = {
    **dict.fromkeys(("t", "time", "timestamp", "ts", "millis", "micros", "ms", "us"), "t"),
    **dict.fromkeys(("count", "counter", "seq", "n", "sample", "index"), "count"),
    **dict.fromkeys(("temp", "temperature", "imu"), "temp"),
    **{
        stem: quantity + axis
        for quantity, names in _SENSORS.items()
        for name in names
        for axis in "xyz"
        for stem in (name + axis, axis + name)
    },
}
_TRIPLES = (("ax", "ay", "az"), ("gx", "gy", "gz"), ("mx", "my", "mz"))
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]\s*$")
# Names that say their unit themselves.
_IMPLIED = {"millis": "ms", "ms": "ms", "micros": "us", "us": "us"}
_OPEN_LOG = {"a": "mg", "g": "dps", "m": "ut"}  # OpenLog Artemis prints these, under names without units


class UnitError(ValueError):
    """The columns are known but not their units; the message says what to declare."""


@dataclass(frozen=True)
class Row:
    """Where a line's numbers stand, in cells, and what makes them SI."""

    names: tuple[str, ...]
    accel: tuple[int, int, int]
    accel_scale: tuple[float, float, float]
    gyro: tuple[int, int, int] | None
    gyro_scale: tuple[float, float, float]
    mag: tuple[int, int, int] | None
    mag_scale: tuple[float, float, float] | None  # None: unit not written, so raw
    time: int | None
    time_ns: int  # one step of the time column
    count: int | None
    temperature: int | None


def quantity_of(name: str) -> tuple[str | None, str | None]:
    """Return (`t`, `ax` .. `mz`, `count`, `temp`, or None for a column not ours; unit as written or None)."""
    plain = name.strip().strip('"').strip().lower()
    unit = None
    bracket = _BRACKETS.search(plain)
    if bracket:
        unit, plain = bracket[1].strip(), plain[: bracket.start()].strip()
    elif plain not in _STEMS:
        for known in sorted(_KNOWN_UNITS, key=len, reverse=True):
            if plain.endswith("_" + known):
                unit, plain = known, plain[: -len(known) - 1]
                break
    unit = _SPELLINGS.get(unit, unit) if unit else _IMPLIED.get(plain)
    stem = re.sub(r"[\s_.\-]", "", plain)
    return _STEMS.get(stem), unit


def is_header(cells: Sequence[str]) -> bool:
    """Whether these cells name an acceleration: the first line of a table."""
    return {"ax", "ay", "az"} <= {quantity_of(cell)[0] for cell in cells}


def unit_factor(kind: str, unit: str) -> float:
    """Return what turns `unit` into ns, m/s2, rad/s or uT for kind `t`, `a`, `g`, `m`.

    Also `lsb16384`: counts per g, or per degree per second. Raises `UnitError` for an unknown unit.
    """
    unit = _SPELLINGS.get(unit.lower(), unit.lower())
    counts = re.fullmatch(r"lsb([0-9]{1,7}(?:\.[0-9]{1,6})?)", unit)
    if counts and kind in "ag" and float(counts[1]) > 0:
        return (G_MPS2 if kind == "a" else DEG) / float(counts[1])
    if unit not in _UNITS[kind]:
        known = ", ".join(_UNITS[kind]) + (", or lsb<counts per unit>" if kind in "ag" else "")
        raise UnitError(f"unknown unit {unit!r}; wanted one of: {known}")
    return _UNITS[kind][unit]


def make_row(names: Sequence[str], declared: Mapping[str, str]) -> Row:
    """Return the row these column names make; `declared` units (`t`, `a`, `g`) win over written ones.

    Raises `UnitError` when acceleration or rates have no unit, or there is no acceleration. A time
    column without unit is left out; where a name repeats, its first column counts.
    """
    found: dict[str, tuple[int, str | None]] = {}
    for index, name in enumerate(names):
        quantity, unit = quantity_of(name)
        if quantity is not None:
            found.setdefault(quantity, (index, unit))
    open_log = _OPEN_LOG if {"rtcDate", "imu_degC"} & set(names) and "aX" in names else {}
    places = [_triple(found, triple) for triple in _TRIPLES]
    accel, gyro, mag = places
    if accel is None:
        raise UnitError(f"no ax, ay and az among the columns {','.join(names)[:120]}; declare columns=")
    accel_scale = _scales(found, _TRIPLES[0], declared, open_log)
    gyro_scale = _scales(found, _TRIPLES[1], declared, open_log) if gyro else (0.0, 0.0, 0.0)
    time, time_unit = found.get("t", (None, None))
    time_unit = declared.get("t", time_unit)
    if time_unit is None:
        time = None
    mag_written = "mx" in found and (found["mx"][1] or open_log)
    return Row(
        tuple(names), accel, accel_scale, gyro, gyro_scale, mag,
        _scales(found, _TRIPLES[2], declared, open_log) if mag and mag_written else None,
        time, int(unit_factor("t", time_unit)) if time_unit else 0,
        found.get("count", (None, None))[0], found.get("temp", (None, None))[0],
    )  # fmt: skip


def _triple(
    found: Mapping[str, tuple[int, str | None]], axes: tuple[str, str, str]
) -> tuple[int, int, int] | None:
    if not all(axis in found for axis in axes):
        return None
    return (found[axes[0]][0], found[axes[1]][0], found[axes[2]][0])


def _scales(
    found: Mapping[str, tuple[int, str | None]],
    axes: tuple[str, str, str],
    declared: Mapping[str, str],
    implied: Mapping[str, str],
) -> tuple[float, float, float]:
    kind = axes[0][0]
    factors = []
    for axis in axes:
        unit = declared.get(kind) or found[axis][1] or implied.get(kind)
        if unit is None:
            option, example = ("accel_unit", "g") if kind == "a" else ("gyro_unit", "dps")
            raise UnitError(f"the column {axis} has no unit, and none is guessed; add {option}={example}")
        factors.append(unit_factor(kind, unit))
    return (factors[0], factors[1], factors[2])
