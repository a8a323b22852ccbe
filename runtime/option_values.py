"""What a caller chose, before anybody acts on it: is it a number, a flag, a text, and in its range?

Knows kinds of values and how to say what is wrong with one; refuses to know which options there are.
A wrong one must be told to whoever chose it: in the thread that would meet it, it would end the work of all.
"""

import math
from numbers import Integral, Real
from pathlib import Path
from reprlib import Repr
from typing import Any

from anymal.errors import ConfigError

__all__ = ["require_flag", "require_instance", "require_number", "require_path", "require_whole", "shown"]

_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = 60


def require_whole(name: str, value: object, least: int, most: int | None = None, note: str = "") -> int:
    """Return `value` as an int; raise `ConfigError` unless it is a whole number in the range."""
    whole = int(value) if isinstance(value, Integral) and not isinstance(value, bool) else None
    if whole is None or whole < least or (most is not None and whole > most):
        kind = "" if whole is not None else ", a whole number"
        raise ConfigError(f"{name} must be {_range(least, most)}{kind}{note}, found {shown(value)}")
    return whole


def require_number(
    name: str, value: object, least: float, most: float | None = None, note: str = ""
) -> float:
    """Return `value` as a number; raise `ConfigError` unless it is finite and in the range."""
    number = _finite(value)
    if number is None or number < least or (most is not None and number > most):
        kind = "" if number is not None else ", a finite number"
        raise ConfigError(f"{name} must be {_range(least, most)}{kind}{note}, found {shown(value)}")
    return number


def require_flag(name: str, value: object) -> None:
    """Raise `ConfigError` unless `value` is True or False: "no" would count as yes."""
    if not isinstance(value, bool):
        raise ConfigError(f"{name} must be True or False, found {shown(value)}")


def require_instance(name: str, value: object, kind: type, example: str) -> None:
    """Raise `ConfigError` unless `value` is a `kind`; `example` says how to write one."""
    if not isinstance(value, kind):
        raise ConfigError(f"{name} must be a {kind.__name__}, for example {example}; found {shown(value)}")


def require_path(name: str, value: Any, example: str) -> Path:
    """Return `value` as a path; raise `ConfigError` unless it names a file as text."""
    try:
        return Path(value)
    except TypeError as error:
        raise ConfigError(f"{name} must be a path, for example {example}; found {shown(value)}") from error


def shown(value: object) -> str:
    """A number as it is, anything else shortened and with its type."""
    try:
        text = _SHORT.repr(value)
    except ValueError:  # Python writes no whole number of more than some thousand digits
        text = "a number of thousands of digits"
    return text if type(value) in (int, float) else f"{text} ({type(value).__name__})"


def _finite(value: object) -> float | None:
    """Plain ints and floats stay what they are; those of NumPy become plain, for they overflow in sums."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    if not math.isfinite(number):
        return None
    return int(value) if isinstance(value, Integral) else number


def _range(least: float, most: float | None) -> str:
    return f"at least {least:g}" if most is None else f"from {least:g} to {most:g}"
