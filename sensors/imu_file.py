"""Motion tables (CSV) to samples: accelerometer and gyroscope in SI units, checked for sense.

Knows time order, gaps in plausibility and windows; refuses to guess units or repair data. Every
row of the file is checked, wherever the window lies; only the window is kept.
"""

from collections import deque
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError
from anymal.samples import NS_PER_S, ImuChunk
from anymal.sensors.file_check import require_file
from anymal.sensors.imu_plausible import MAX_ACCEL_MPS2, MAX_GYRO_RADPS, check_plausible
from anymal.sensors.imu_table import Block, place, read_blocks, read_header_line
from anymal.sensors.imu_units import CANONICAL_HEADER, Column, parse_header, split_header
from anymal.sensors.window import Window

__all__ = ["read_imu"]

_WHOLE = Window()
_MIN_ROWS = 10
_MAX_SPAN_S = 3.2e9  # a century: more is not seconds


def read_imu(path: Path, window: Window = _WHOLE) -> ImuChunk:
    """Read motion as CSV; times count from the first row, accelerations include gravity.

    The header is `t_s,ax_mps2,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps`, in any order, with
    other declared units (see `imu_units`), separated by comma, semicolon or tab; other columns
    are ignored. A window keeps its first and last instant. Raises `InputError`, with the row,
    for a missing column or unit, a cell that is no finite number, times that do not rise, fewer
    than 10 rows, and values that no worn sensor in the declared unit would give.
    """
    file = require_file(path, "motion table (CSV)")
    with file.open("rb") as stream:
        header, header_line = read_header_line(stream, path)
        separator, names = split_header(header)
        if _is_number(names[0]):
            found = f'the first line is "{header[:60]}"'
            raise InputError(f"{path}: no header; {found}. Begin with {CANONICAL_HEADER}.")
        columns = parse_header(names, path)
        table = _Table(columns, window, path)
        wanted = [column.index for column in columns]
        for block in read_blocks(stream, header_line + 1, separator, names, wanted, path):
            table.add(block)
    return table.chunk()


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


class _Table:
    """Checks blocks as they come and keeps those the window may need."""

    def __init__(self, columns: tuple[Column, ...], window: Window, path: Path) -> None:
        self._columns = columns
        self._factors = np.array([column.factor for column in columns])
        self._window = window
        self._path = path
        self._first_time: float | None = None  # in the file's unit
        self._last_ns = -1
        self._rows = 0
        self._wild: InputError | None = None
        self._kept: deque[tuple[NDArray[np.int64], NDArray[np.float32]]] = deque()

    def add(self, block: Block) -> None:
        """Check a block, convert it to SI, keep it while the window may reach it."""
        self._check_finite(block)
        if self._first_time is None:
            self._first_time = float(block.values[0, 0])
        t_ns = self._times_ns(block, self._first_time)
        self._check_rising(t_ns, block)
        with np.errstate(over="ignore"):  # a number so large is refused below
            motion = block.values[:, 1:] * self._factors[1:]
        self._check_range(motion, block)
        self._rows += len(t_ns)
        self._last_ns = int(t_ns[-1])
        begin_ns, end_ns = self._span_ns()
        if t_ns[0] <= end_ns and t_ns[-1] >= begin_ns:
            self._kept.append((t_ns, motion.astype(np.float32)))
        while self._kept and self._kept[0][0][-1] < begin_ns:
            self._kept.popleft()

    def chunk(self) -> ImuChunk:
        """Return the window, after the checks that need all of it."""
        if self._rows < _MIN_ROWS:
            raise InputError(f"{self._path}: {self._rows} rows; wanted {_MIN_ROWS} or more. Record longer.")
        begin_ns, end_ns = self._span_ns()
        t_ns = np.concatenate([times for times, _ in self._kept]) if self._kept else np.zeros(0, np.int64)
        inside = (t_ns >= begin_ns) & (t_ns <= end_ns)
        rows = int(inside.sum())
        if rows < _MIN_ROWS:
            raise InputError(
                f"{self._path}: window {self._window} holds {rows} rows; wanted {_MIN_ROWS} or more. "
                f"The file lasts {self._last_ns / NS_PER_S:.2f} s: choose another window."
            )
        motion = np.concatenate([values for _, values in self._kept])[inside]
        accel, gyro = np.ascontiguousarray(motion[:, :3]), np.ascontiguousarray(motion[:, 3:])
        chunk = ImuChunk(t_ns[inside], accel, gyro)
        check_plausible(chunk, self._path, self._columns[1].unit)
        if self._wild is not None:
            raise self._wild
        return chunk

    def _span_ns(self) -> tuple[int, int]:
        """The window as far as known: the newest one moves on with every block."""
        start_s, length_s = self._window.start_s, self._window.length_s
        if start_s is None:
            return 0 if length_s is None else self._last_ns - round(length_s * NS_PER_S), self._last_ns
        end_s = self._window.end_s
        return round(start_s * NS_PER_S), self._last_ns if end_s is None else round(end_s * NS_PER_S)

    def _times_ns(self, block: Block, first_time: float) -> NDArray[np.int64]:
        seconds: NDArray[np.float64] = (block.values[:, 0] - first_time) * self._factors[0]
        wild = np.flatnonzero(np.abs(seconds) > _MAX_SPAN_S)
        if len(wild):
            raise self._error(block, int(wild[0]), 0, "lies more than a century from the first row")
        return np.round(seconds * NS_PER_S).astype(np.int64)

    def _check_finite(self, block: Block) -> None:
        wrong = np.argwhere(~np.isfinite(block.values))
        if len(wrong):
            row, column = int(wrong[0][0]), int(wrong[0][1])
            raise self._error(block, row, column, "wanted a finite number")

    def _check_rising(self, t_ns: NDArray[np.int64], block: Block) -> None:
        steps = np.diff(t_ns, prepend=self._last_ns)
        wrong = np.flatnonzero(steps <= 0)
        if len(wrong):
            row = int(wrong[0])
            fault = "repeats the time before it" if steps[row] == 0 else "goes back in time"
            raise self._error(block, row, 0, f"{fault}; wanted rising times: sort the rows, remove repeats")

    def _check_range(self, motion: NDArray[np.float64], block: Block) -> None:
        limits = np.array([MAX_ACCEL_MPS2] * 3 + [MAX_GYRO_RADPS] * 3)
        wrong = np.argwhere(np.abs(motion) > limits)
        if not len(wrong):
            return
        row, column = int(wrong[0][0]), int(wrong[0][1])
        error = self._error(block, row, column + 1, "no worn sensor reaches this in the declared unit")
        # A single wild cell is named at once. Many may be a table in the wrong unit, which is then named
        # as such by the medians; where those find nothing wrong, it is the row after all.
        if len(np.unique(wrong[:, 0])) <= max(1, len(motion) // 10):
            raise error
        self._wild = self._wild or error

    def _error(self, block: Block, row: int, column: int, fault: str) -> InputError:
        where = place(block.first_row + row, block.lines[row])
        name, value = self._columns[column].name, block.values[row, column]
        found = f"{where}, column {name}: {value:.15g}"
        return InputError(f"{self._path}: {found} {fault}. Correct or remove the row.")
