"""A file of JSON lines, read line by line.

Knows what a line is: JSON may hold other line ends in its texts, and a file may begin with a byte order mark.
Refuses to know what stands in one.
"""

from collections.abc import Iterator
from pathlib import Path

from anymal.errors import AnymalError

__all__ = ["read_json_lines"]


def read_json_lines(path: Path, called: str, kind: type[AnymalError]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not empty, with their numbers from 1 on.

    Raises `kind`, with what the file is `called`, for one that cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError as error:
        raise kind(f"{path}: there is no such {called}; check the spelling") from error
    except IsADirectoryError as error:
        raise kind(f"{path}: is a folder; name the {called} inside it") from error
    except UnicodeDecodeError as error:
        raise kind(f"{path}: no text in UTF-8; a {called} has a JSON object a line") from error
    except OSError as error:
        raise kind(f"{path}: the {called} cannot be read: {error}") from error
    return ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
