"""Lines of input for `anymal live`: questions as they are typed, or JSON lines, which can say more.

Knows what a line may be; refuses to know who reads it and what is done about it.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NoReturn

from anymal.errors import InputError
from anymal.runtime.question import require_question

__all__ = ["ANEW", "Line", "LineError", "read_line"]

ANEW = "/new"
"""Typed in place of a question, it begins a new conversation."""
WANTED = (
    '{"draft": "what is"} or {"question": "what is it?"}, {"new": true} or {"status": true}, '
    'and an "id" of your own (text, a number, true, false or null) if you like'
)
SHOWN = 200
"""Characters of a line that an error shows."""
Scalar = str | int | float | bool | None
Kind = Literal["draft", "question", "new", "status", "nothing"]


@dataclass(frozen=True)
class Line:
    """What a line wants; `about` is its `id`, if it has one, as it belongs into what is said about it."""

    kind: Kind
    text: str = ""
    about: Mapping[str, Scalar] = field(default_factory=dict)


class LineError(InputError):
    """A line that nobody can follow; `about` is as in `Line`."""

    def __init__(self, message: str, about: Mapping[str, Scalar]) -> None:
        super().__init__(message)
        self.about = about


def read_line(line: str, json_lines: bool) -> Line:
    """Read one line, as it is typed or with `json_lines` as one JSON object.

    Raises `LineError` that shows what stands there instead.
    """
    if not line.strip():
        return Line("nothing")
    if not json_lines:
        return Line("new" if line.strip() == ANEW else "question", line.strip())
    about: dict[str, Scalar] = {}
    try:
        fields = json.loads(line, parse_constant=_no_number)
        if _is_scalar(fields.get("id", ())):
            about["id"] = fields.pop("id")
        ((kind, value),) = fields.items()
    except (ValueError, AttributeError, RecursionError) as error:
        raise _refused(line, about) from error
    if kind in ("new", "status") and value is True:
        return Line(kind, about=about)
    if kind not in ("draft", "question") or not isinstance(value, str):
        raise _refused(line, about)
    if kind == "question":
        _require(value, about)
    return Line(kind, value.strip(), about)


def _require(question: str, about: Mapping[str, Scalar]) -> None:
    try:
        require_question(question)
    except InputError as error:
        raise LineError(str(error), about) from error


def _refused(line: str, about: Mapping[str, Scalar]) -> LineError:
    return LineError(f"--json-lines wants {WANTED}; found {line[:SHOWN]!r}", about)


def _is_scalar(value: object) -> bool:
    return isinstance(value, Scalar) and (not isinstance(value, float) or math.isfinite(value))


def _no_number(constant: str) -> NoReturn:
    """Python reads NaN and Infinity, which no answer could give back as JSON."""
    raise ValueError(constant)
