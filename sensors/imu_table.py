"""Text of numbers to arrays: a CSV body in blocks, fast, with every bad cell named by its row.

Knows separators, quotes and number syntax; refuses to know what a column means. A block is parsed
by numpy in one call; only when that fails is it walked cell by cell, to say where and why.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from anymal.errors import InputError

__all__ = ["Block", "place", "read_blocks", "read_header_line"]

_BLOCK_BYTES = 1 << 20
_MAX_LINE_BYTES = 64 << 10


@dataclass(frozen=True)
class Block:
    """Some rows: `values` float64 [n, columns asked for], and the line of the file each stands on."""

    values: NDArray[np.float64]
    lines: Sequence[int]  # counted from 1
    first_row: int  # counted from 1, header and blank lines left out


def place(row: int, line: int) -> str:
    """Name a row for a message: `row 12 (line 13)`."""
    return f"row {row} (line {line})"


def read_header_line(file: BinaryIO, path: Path) -> tuple[str, int]:
    """Return the first line that is neither blank nor a `#` comment, and its number."""
    for number in range(1, 1000):
        raw = file.readline(_MAX_LINE_BYTES)
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise InputError(f"{path}: UTF-16 text; wanted CSV in UTF-8. Save it as plain CSV.")
        if not raw or b"\0" in raw or (len(raw) == _MAX_LINE_BYTES and not raw.endswith(b"\n")):
            break
        text = raw.decode("utf-8-sig", "replace").strip()
        if text and not text.startswith("#"):
            return text, number
    raise InputError(f"{path}: not a CSV file: no header line. Export the motion as comma-separated text.")


def read_blocks(
    file: BinaryIO, first_line: int, separator: str, names: list[str], wanted: Sequence[int], path: Path
) -> Iterator[Block]:
    """Yield the `wanted` columns of all rows from here on; raises `InputError` naming the bad row."""
    line, row = first_line, 1
    for text in _texts(file, path):
        lines = text.split("\n")
        block = _parse_fast(lines, separator, len(names), wanted, line, row)
        if block is None:
            block = _parse_slow(lines, separator, names, wanted, line, row, path)
        if len(block.values):
            yield block
        row += len(block.values)
        line += len(lines)


def _texts(file: BinaryIO, path: Path) -> Iterator[str]:
    """Yield the rest of the file in pieces of whole lines, without the last line break."""
    rest = b""
    while True:
        piece = file.read(_BLOCK_BYTES)
        cut = piece.rfind(b"\n")
        if piece and cut < 0:
            rest += piece
            if len(rest) > _BLOCK_BYTES + _MAX_LINE_BYTES:
                raise InputError(f"{path}: a line of {len(rest)} bytes; wanted one row per line.")
            continue
        data, rest = (rest + piece[:cut], piece[cut + 1 :]) if piece else (rest, b"")
        if data:
            yield data.replace(b"\r\n", b"\n").removesuffix(b"\r").decode("utf-8", "replace")
        if not piece:
            return


def _parse_fast(
    lines: list[str], separator: str, columns: int, wanted: Sequence[int], line: int, row: int
) -> Block | None:
    """Parse a block of plain, equally long rows; `None` when anything is unusual."""
    if any(text.count(separator) != columns - 1 or '"' in text for text in lines):
        return None
    try:
        values = np.loadtxt(lines, np.float64, delimiter=separator, usecols=wanted, comments=None, ndmin=2)
    except ValueError:
        return None
    if len(values) != len(lines):
        return None
    return Block(values, range(line, line + len(lines)), row)


def _parse_slow(
    lines: list[str], separator: str, names: list[str], wanted: Sequence[int], line: int, row: int, path: Path
) -> Block:
    """Parse row by row: quotes and blank lines are fine, anything else is named."""
    rows: list[list[float]] = []
    numbers: list[int] = []
    for number, text in enumerate(lines, line):
        if not text.strip():
            continue
        where = place(row + len(rows), number)
        cells = _cells(text, separator, where, path)
        if len(cells) != len(names):
            raise InputError(
                f"{path}: {where} has {len(cells)} columns, the header {len(names)}. Complete or remove it."
            )
        rows.append([_number(cells[index], names[index], where, path) for index in wanted])
        numbers.append(number)
    return Block(np.array(rows, np.float64).reshape(len(rows), len(wanted)), numbers, row)


def _cells(text: str, separator: str, where: str, path: Path) -> list[str]:
    try:
        return next(csv.reader([text], delimiter=separator), [])
    except csv.Error as error:
        raise InputError(f"{path}: {where} is not CSV: {error}. Complete or remove it.") from None


def _number(cell: str, name: str, where: str, path: Path) -> float:
    plain = cell.strip()
    try:
        if "_" not in plain and plain.isascii():  # Python takes 1_000 and other scripts' digits
            return float(plain)
    except ValueError:
        pass
    found = f'"{plain[:40]}"' if plain else "nothing"
    comma = plain.replace(",", "", 1).lstrip("+-").isdigit()
    cure = "Write decimals with a point." if comma else "Correct or remove it."
    raise InputError(f"{path}: {where}, column {name}: wanted a number, found {found}. {cure}")
