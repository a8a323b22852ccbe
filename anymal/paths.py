"""Paths as people type them.

Knows the home folder; refuses to know what lies where.
"""

import os
from pathlib import Path

__all__ = ["typed_path"]


def typed_path(text: "str | os.PathLike[str]") -> Path:
    """`text` with `~` expanded; `~somebody` who is not a user here stays, and is then no such file."""
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path
