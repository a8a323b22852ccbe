"""Typed access to a parsed JSON tree, where every complaint names the JSON path.

Knows types, ranges and paths such as `modalities.image.tokens`; refuses to know what a
field means. The keys of a table are visited through `tables`, so nothing is read unchecked.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from anymal.errors import BundleError

__all__ = ["Fields"]


class Fields:
    """One JSON object, read field by field; `origin` and `path` say where it stands in messages."""

    def __init__(self, value: object, origin: str, path: str = "") -> None:
        self._origin = origin
        self._path = path
        if not isinstance(value, Mapping):
            raise BundleError(f"{origin}: {path or 'the file'} must be an object, found {_kind(value)}")
        self._values: Mapping[str, Any] = value

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def where(self, name: str) -> str:
        """Return the JSON path of `name`."""
        return f"{self._path}.{name}" if self._path else name

    def fail(self, name: str, wanted: str, found: object) -> BundleError:
        """Return the error for field `name`, ready to raise."""
        return BundleError(f"{self._origin}: {self.where(name)} must be {wanted}, found {found}")

    def value(self, name: str) -> Any:
        """Return a field of any type; raises `BundleError` when it is missing."""
        if name not in self._values:
            raise BundleError(
                f"{self._origin}: {self.where(name)} is missing; export the bundle again with this version"
            )
        return self._values[name]

    def text(self, name: str, default: str | None = None, among: Sequence[str] = ()) -> str:
        """Return a string, one of `among` when that is given."""
        if default is not None and name not in self._values:
            return default
        value = self.value(name)
        if not isinstance(value, str):
            raise self.fail(name, "a string", _kind(value))
        if among and value not in among:
            raise self.fail(name, "one of " + ", ".join(among), repr(value))
        return value

    def integer(self, name: str, least: int = 0, most: int | None = None, default: int | None = None) -> int:
        """Return a whole number in [least, most]."""
        if default is not None and name not in self._values:
            return default
        value = self.value(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.fail(name, "a whole number", _kind(value))
        if value < least or (most is not None and value > most):
            limits = f"at least {least}" if most is None else f"between {least} and {most}"
            raise self.fail(name, limits, value)
        return value

    def flag(self, name: str, default: bool) -> bool:
        """Return a yes or no."""
        value = self._values.get(name, default)
        if not isinstance(value, bool):
            raise self.fail(name, "true or false", _kind(value))
        return value

    def positive(self, name: str) -> float:
        """Return a finite number above zero."""
        value = self.value(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.fail(name, "a number", _kind(value))
        if not _finite(value) or value <= 0:
            raise self.fail(name, "finite and above zero", value)
        return float(value)

    def number(self, name: str, default: float | None = None) -> float:
        """Return a finite number."""
        if default is not None and name not in self._values:
            return default
        value = self.value(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not _finite(value):
            raise self.fail(name, "a finite number", _kind(value))
        return float(value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of strings."""
        value = self.value(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fail(name, "a list of strings", _kind(value))
        return tuple(value)

    def integers(self, name: str, count: int, least: int) -> tuple[int, ...]:
        """Return a list of exactly `count` whole numbers, each at least `least`."""
        value = self.value(name)
        fits = isinstance(value, list) and len(value) == count
        if not fits or any(isinstance(item, bool) or not isinstance(item, int) for item in value):
            raise self.fail(name, f"a list of {count} whole numbers", value)
        if min(value) < least:
            raise self.fail(name, f"at least {least} each", value)
        return tuple(value)

    def table(self, name: str) -> "Fields":
        """Return the object at `name`."""
        return Fields(self.value(name), self._origin, self.where(name))

    def tables(self) -> "dict[str, Fields]":
        """Return every value of this object, each of which must be an object itself."""
        return {name: self.table(name) for name in self._values}

    def objects(self, name: str) -> "tuple[Fields, ...]":
        """Return a list of objects."""
        value = self.value(name)
        if not isinstance(value, list):
            raise self.fail(name, "a list of objects", _kind(value))
        where = self.where(name)
        return tuple(Fields(item, self._origin, f"{where}[{index}]") for index, item in enumerate(value))

    def raw(self) -> dict[str, Any]:
        """Return a copy of the object as parsed, for records that we only pass on."""
        return dict(self._values)


def _kind(value: object) -> str:
    """Name a JSON type in words."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    names = {str: "a string", int: "a whole number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)


def _finite(value: float) -> bool:
    """Whether it is a finite number that a float holds: JSON's whole numbers know no limit."""
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
