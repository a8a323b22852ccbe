"""Lines of standard input for `anymal live`: questions, or JSON lines with what is said of one so far.

Knows what a line may be; refuses to know who reads it and what is done about it.
"""

import json
from dataclasses import dataclass

from anymal.errors import InputError

__all__ = ["Line", "read_line"]

WANTED = '{"draft": "what is"} or {"question": "what is it?"}'
SHOWN = 200
"""Characters of a line that an error shows."""


@dataclass(frozen=True)
class Line:
    """A question, or with `draft` what is said of the next one so far."""

    text: str
    draft: bool = False


def read_line(line: str, json_lines: bool) -> Line:
    """Read one line, as it is typed or with `json_lines` as one JSON object.

    Raises `InputError` that shows what stands there instead.
    """
    if not json_lines or not line.strip():
        return Line(line.strip())
    try:
        ((kind, text),) = json.loads(line).items()
    except (ValueError, AttributeError, RecursionError) as error:
        raise _refused(line) from error
    if kind not in ("draft", "question") or not isinstance(text, str):
        raise _refused(line)
    return Line(text.strip(), kind == "draft")


def _refused(line: str) -> InputError:
    return InputError(f"--json-lines wants {WANTED}, found {line[:SHOWN]!r}")
