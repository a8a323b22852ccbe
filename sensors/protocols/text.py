"""IMU samples as text lines: CSV with header or declared columns, label:value, JSON, Teleplot, OpenLog.

Knows how lines become readings and when a line must be refused; refuses to guess columns or units:
`problem` then says what to declare. There is no checksum, so a row counts only when it has all its
columns and every number we use is finite.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite

from anymal.errors import ConfigError
from anymal.sensors.protocols.parser import ByteParser, ImuReading, Unwrapper
from anymal.sensors.protocols.text_columns import (
    Row,
    UnitError,
    is_header,
    make_row,
    quantity_of,
    unit_factor,
)
from anymal.sensors.protocols.text_lines import (
    Pairs,
    TeleplotGroup,
    json_pairs,
    label_pairs,
    separator_of,
    split_cells,
)

__all__ = ["TextParser"]

_MAX_LINE = 1024
_PLAUSIBLE = 1e5  # m/s2 and rad/s: beyond any sensor, so damaged digits
_WRAP = 1 << 32  # millis() and micros() of a microcontroller
_DECLARED = {"t": "time_unit", "a": "accel_unit", "g": "gyro_unit"}


class TextParser(ByteParser):
    """Lines to readings.

    Options: `columns` (names in order, `-` for one to ignore), `accel_unit`, `gyro_unit`,
    `time_unit`, and `prefix`: only lines that start with this cell count, and it is cut off.
    The first line after opening is used only if it cannot be the tail of a row.
    """

    options = ("columns", "accel_unit", "gyro_unit", "time_unit", "prefix")
    unit_hint = "correct accel_unit= (mps2, g, mg or lsb<counts per g>)"

    def __init__(self, options: Mapping[str, str] | None = None) -> None:
        super().__init__(options)
        self._units = {kind: self.given[name] for kind, name in _DECLARED.items() if name in self.given}
        self._prefix = self.given.get("prefix", "").encode()
        self._row: Row | None = None
        self._from_options = False
        self._refused: tuple[str, ...] = ()
        self._count = Unwrapper(32)
        self._teleplot = TeleplotGroup()
        self._last_tick: int | None = None
        self._ticks_wrapped = 0
        self._first_line, self._overlong = True, False
        self._declare()

    def _declare(self) -> None:
        """Check the declarations; raises `ConfigError` that names the option."""
        for kind, unit in self._units.items():
            try:
                unit_factor(kind, unit)
            except UnitError as error:
                raise ConfigError(f"{_DECLARED[kind]}: {error}") from None
        if "columns" not in self.given:
            return
        names = [name.strip() for name in self.given["columns"].split(",")]
        known = [name for name in (quantity_of(name)[0] for name in names) if name]
        if len(known) != len(set(known)):
            raise ConfigError(f"columns={self.given['columns']!r} names a column twice")
        try:
            self._set_row(make_row(names, self._units))
        except UnitError as error:
            raise ConfigError(f"columns={self.given['columns']!r}: {error}") from None
        self._from_options = True

    def _set_row(self, row: Row) -> None:
        self._row, self.problem = row, None

    def feed(self, data: bytes) -> list[ImuReading]:
        """Take the next bytes of the stream and return the readings of the lines they completed."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        readings: list[ImuReading] = []
        for line in lines:
            first, self._first_line = self._first_line, False
            if self._overlong or len(line) > _MAX_LINE:
                self._overlong = good = False
            else:
                good = self._line(line.strip(), first, readings)
            if good:
                self._frames += 1
            else:
                self._bad += 1
                self._skipped += len(line) + 1
        if len(self._rest) > _MAX_LINE:
            self._skipped += len(self._rest)
            self._rest, self._overlong = b"", True
        if readings:
            self.problem = None
        return readings

    def _line(self, line: bytes, first: bool, readings: list[ImuReading]) -> bool:
        """Return whether the line is good: a row, a header, a comment or nothing at all."""
        if self._prefix:
            if not line.startswith(self._prefix):
                return True
            line = line[len(self._prefix) :].lstrip(b",;:\t ")
        if not line or line.startswith(b"#"):
            return True
        if line.startswith(b"{"):
            return self._pairs(json_pairs(line), readings)
        if line.startswith(b">"):
            broken = self._teleplot.broken
            good, pairs = self._teleplot.add(line)
            self._lost += self._teleplot.broken - broken
            return self._pairs(pairs, readings) if pairs else good
        cells = split_cells(line, separator_of(line))
        if self._row is not None and len(cells) == len(self._row.names) and not first:
            numbers = _numbers(cells)
            if numbers is not None:
                return self._publish(self._row, numbers, readings)
        if b":" in line or b"=" in line:
            pairs = label_pairs(line)
            if pairs:
                return self._pairs(pairs, readings)
        return self._other(cells)

    def _other(self, cells: list[bytes]) -> bool:
        """Take a header, or note why a row of numbers cannot be read."""
        names = [cell.decode("utf-8", "replace").strip() for cell in cells]
        if is_header(names):
            return self._learn(names)
        if len(cells) >= 3 and None not in map(_number, cells):
            arrive = f"lines of {len(cells)} numbers arrive"
            if self._row is not None:
                known = "declared" if self._from_options else "in the header"
                self.problem = f"{arrive}, but {len(self._row.names)} are {known}; correct columns="
            else:
                self.problem = (
                    f"{arrive} without a header; declare them, for example "
                    "columns=ax,ay,az,gx,gy,gz&accel_unit=g&gyro_unit=dps"
                )
        return False

    def _learn(self, names: Sequence[str]) -> bool:
        if self._from_options:
            return True
        if tuple(names) == self._refused:
            return False
        try:
            self._set_row(make_row(names, self._units))
        except UnitError as error:
            self.problem, self._refused = str(error), tuple(names)
            return False
        return True

    def _pairs(self, pairs: Pairs | None, readings: list[ImuReading]) -> bool:
        if not pairs:
            return False
        names = tuple(pairs)
        row = self._row
        if row is None or names != row.names:
            if self._from_options or not is_header(names) or not self._learn(names):
                return False
            row = self._row
        return row is not None and self._publish(row, list(pairs.values()), readings)

    def _publish(self, row: Row, numbers: Sequence[float | None], readings: list[ImuReading]) -> bool:
        accel = _triple(numbers, row.accel, row.accel_scale)
        gyro = _triple(numbers, row.gyro, row.gyro_scale) if row.gyro else None
        if accel is None or (row.gyro and gyro is None):
            return False
        device_ns = counter = mag = mag_raw = None
        if row.time is not None:
            time = numbers[row.time]
            if time is None or not 0 <= time * row.time_ns < 2**63:
                return False
            device_ns = self._clock(time, row.time_ns)
        if row.count is not None and (count := numbers[row.count]) is not None and 0 <= count < _WRAP:
            counter = self._count.step(int(count))
            self._lost += self._count.lost
        if row.mag:
            scales = row.mag_scale or (1.0, 1.0, 1.0)
            mag_raw = _triple(numbers, row.mag, scales)
            if row.mag_scale:
                mag, mag_raw = mag_raw, None
        temperature = numbers[row.temperature] if row.temperature is not None else None
        readings.append(
            ImuReading(accel, gyro, device_ns, counter, None, temperature, mag_ut=mag, mag_raw=mag_raw)
        )
        return True

    def _clock(self, time: float, step_ns: int) -> int:
        """Device time in ns; whole milli- and microseconds that fall by half of 2^32 have wrapped."""
        if step_ns in (1_000_000, 1000) and time < _WRAP and time == int(time):
            tick = int(time)
            if self._last_tick is not None and self._last_tick - tick > _WRAP // 2:
                self._ticks_wrapped += _WRAP
            self._last_tick = tick
            return (tick + self._ticks_wrapped) * step_ns
        self._last_tick = None
        return round(time * step_ns)


def _number(cell: bytes) -> float | None:
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if b"_" not in cell and isfinite(value) else None


def _numbers(cells: Iterable[bytes]) -> list[float | None] | None:
    """Numbers of a row, None for a cell that is none; None where not even one is."""
    numbers = [_number(cell) for cell in cells]
    return numbers if any(number is not None for number in numbers) else None


def _triple(
    numbers: Sequence[float | None], places: tuple[int, int, int], scales: tuple[float, float, float]
) -> tuple[float, float, float] | None:
    x, y, z = (numbers[place] for place in places)
    if x is None or y is None or z is None:
        return None
    x, y, z = x * scales[0], y * scales[1], z * scales[2]
    # One by one: a maximum passes over NaN, or not, by the order.
    return (x, y, z) if all(abs(value) < _PLAUSIBLE for value in (x, y, z)) else None
