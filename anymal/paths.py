"""Paths as people type them, and the folder for what can be made again.

Knows the home folder and the variables that stand in for it; refuses to know what lies where.
"""

import os
from pathlib import Path

from anymal.errors import ConfigError

__all__ = ["CACHE_VARIABLE", "cache_folder", "typed_path"]

CACHE_VARIABLE = "ANYMAL_CACHE"


def typed_path(text: "str | os.PathLike[str]") -> Path:
    """`text` with `~` expanded; `~somebody` who is not a user here stays, and is then no such file."""
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def cache_folder() -> Path:
    """Return `$ANYMAL_CACHE`, else `anymal` in the user's cache folder; it may not be there yet.

    Raises `ConfigError` where neither is set and the user has no home folder, as in some containers: a place
    that others may write to is none for plans, which are code.
    """
    if given := os.environ.get(CACHE_VARIABLE):
        return typed_path(given)
    if given := os.environ.get("XDG_CACHE_HOME"):
        return typed_path(given) / "anymal"
    try:
        return Path.home() / ".cache" / "anymal"
    except RuntimeError as error:
        raise ConfigError(
            f"there is no home folder to keep files in; set {CACHE_VARIABLE} to a folder of your own"
        ) from error
