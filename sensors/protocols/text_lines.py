"""One text line taken apart: separated cells, label:value pairs, JSON objects and Teleplot variables.

Knows the shapes of lines that boards print; refuses to know what the names mean (`text_columns`).
Every function returns None for a line that is not of its shape.
"""

import json
from collections.abc import Iterator
from typing import Any

from anymal.sensors.protocols.text_columns import quantity_of

__all__ = ["Pairs", "TeleplotGroup", "json_pairs", "label_pairs", "separator_of", "split_cells"]

Pairs = dict[str, float]
_MAX_PAIRS = 64


def separator_of(line: bytes) -> bytes | None:
    """Return `,` `;` or tab, whichever comes first in that order; None for blanks."""
    return next((separator for separator in (b",", b";", b"\t") if separator in line), None)


def split_cells(line: bytes, separator: bytes | None) -> list[bytes]:
    """Return the cells; one empty cell behind a trailing separator is dropped."""
    cells = line.split(separator)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return cells


def label_pairs(line: bytes) -> Pairs | None:
    """`ax:0.1,ay:0.2` (Arduino's plotter), separated by comma, semicolon, tab or blank; also `=`."""
    text = line.replace(b": ", b":").replace(b"=", b":").replace(b",", b" ").replace(b";", b" ")
    pairs: Pairs = {}
    for piece in text.split():
        label, colon, value = piece.partition(b":")
        number = _number(value)
        if not colon or not label or number is None or len(pairs) >= _MAX_PAIRS:
            return None
        pairs[label.decode("utf-8", "replace")] = number
    return pairs or None


def json_pairs(line: bytes) -> Pairs | None:
    """`{"t":1,"acc":{"x":..}}` or `{"acc":[x,y,z]}` with nested names joined: `acc_x`."""
    try:
        parsed = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(parsed, dict):
        return None
    pairs: Pairs = {}
    for name, value in _flatten("", parsed, 0):
        pairs[name] = value
        if len(pairs) >= _MAX_PAIRS:
            return None
    return pairs or None


def _flatten(prefix: str, value: Any, depth: int) -> Iterator[tuple[str, float]]:
    if isinstance(value, bool) or depth > 3:
        return
    if isinstance(value, int | float):
        # Integers of thousands of digits are legal JSON.
        yield prefix, float(value) if abs(value) < 2**63 else float("inf")
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _flatten(f"{prefix}_{name}" if prefix else name, inner, depth + 1)
    elif isinstance(value, list) and len(value) == 3:
        for axis, inner in zip("xyz", value, strict=True):
            yield from _flatten(f"{prefix}_{axis}", inner, depth + 1)


class TeleplotGroup:
    """Gathers `>name:value` and `>name:ms:value` lines, one variable each, into one set of pairs.

    A set starts at the variable of the x acceleration, or where lines are stamped, at a new stamp.
    Which names belong to it is learned from the first sets, so that later ones are complete without
    waiting for the next.
    """

    def __init__(self) -> None:
        self._open: Pairs = {}
        self._expected: frozenset[str] | None = None
        self._before: frozenset[str] | None = None
        self.broken = 0

    def add(self, line: bytes) -> tuple[bool, Pairs | None]:
        """Return (whether this is a Teleplot line, the set it completed or None)."""
        text = line[1:].partition(b"|")[0].decode("utf-8", "replace")
        text, _, unit = text.partition("§")
        name, *rest = text.split(":")
        number = _number(rest[-1].encode()) if 1 <= len(rest) <= 2 else None
        stamp = _number(rest[0].encode()) if len(rest) == 2 else None
        if not name.strip() or number is None or (len(rest) == 2 and stamp is None):
            return False, None
        quantity, written = quantity_of(name)
        if quantity is None:
            return True, None
        if unit.strip() and written is None:
            name = f"{name.strip()}[{unit.strip()}]"
        starts = quantity == "ax" if stamp is None else self._open.get("t[ms]", stamp) != stamp
        done = self._close() if starts else None
        if stamp is not None:
            self._open["t[ms]"] = stamp
        if self._open or starts:
            self._open[name] = number
        if len(self._open) > _MAX_PAIRS:
            self._open = {}
        if self._expected is not None and self._open.keys() == self._expected:
            done, self._open, self._before = self._open, {}, None
        return True, done

    def _close(self) -> Pairs | None:
        """End a set that was not known to be complete: the second of two alike teaches us the names."""
        pairs, self._open = self._open, {}
        names = frozenset(pairs)
        if not names:
            return None
        if self._expected is not None:
            self.broken += 1
        learned, self._before = names == self._before, names
        if learned:
            self._expected = names
        return pairs if learned else None


def _number(text: bytes) -> float | None:
    try:
        return None if b"_" in text else float(text)
    except ValueError:
        return None
