"""JSON into frozen records, every value of the type its field has, or one line that says where it is not.

Knows the annotations of dataclasses (str, int, float, literals, tuples, mappings, unions and records);
refuses to know what the records mean.
"""

import math
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from types import UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

__all__ = ["record_of", "value_of"]

WORDS: dict[Any, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    tuple: "a list",
    type(None): "null",
}
LONGEST = 60  # letters of a wrong value that are shown
Record = TypeVar("Record")


def record_of(kind: type[Record], tree: object, where: str) -> Record:
    """Return `tree` as a record of dataclass `kind`; fields with a default may be absent.

    Raises `ValueError` naming the place from `where` on, what is wanted and what was found.
    """
    if not isinstance(tree, dict):
        raise ValueError(f"{where} must be an object, found {_shown(tree)}")
    known = {one.name: one for one in fields(cast(Any, kind))}
    if unknown := sorted(str(name) for name in tree if name not in known):
        raise ValueError(f"{where} has unknown {', '.join(unknown)}; known are {', '.join(known)}")
    missing = [
        name
        for name, one in known.items()
        if name not in tree and one.default is MISSING and one.default_factory is MISSING
    ]
    if missing:
        raise ValueError(f"{where} lacks {', '.join(missing)}")
    hints = get_type_hints(kind)
    return kind(**{name: value_of(hints[name], value, f"{where}.{name}") for name, value in tree.items()})


def value_of(kind: Any, value: object, where: str) -> Any:
    """Return `value` as `kind`; raises `ValueError` as `record_of` does."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is UnionType:
        for one in inner:
            with suppress(ValueError):
                return value_of(one, value, where)
        raise ValueError(
            f"{where} must be {' or '.join(_words(one) for one in inner)}, found {_shown(value)}"
        )
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{where} must be a list, found {_shown(value)}")
        return tuple(value_of(inner[0], item, f"{where}[{number}]") for number, item in enumerate(value))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise ValueError(f"{where} must be an object, found {_shown(value)}")
        return {name: value_of(inner[1], item, f"{where}.{name}") for name, item in value.items()}
    if is_dataclass(kind) and isinstance(kind, type):
        return record_of(kind, value, where)
    if not _fits(kind, value):
        raise ValueError(f"{where} must be {_words(kind)}, found {_shown(value)}")
    return float(cast(float, value)) if kind is float else value


def _fits(kind: Any, value: object) -> bool:
    if get_origin(kind) is Literal:
        return isinstance(value, str) and value in get_args(kind)
    if kind is not float:
        return type(value) is kind
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond every float
        return False


def _words(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return " or ".join(get_args(kind))
    return WORDS.get(get_origin(kind) or kind, str(kind))


def _shown(value: object) -> str:
    text = ascii(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "..."
