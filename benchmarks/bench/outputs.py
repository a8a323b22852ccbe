"""Where results go: places are tried before anything is measured, and a file is replaced whole or not at all.

Knows paths and full disks; refuses to know what is written.
"""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from anymal.errors import ConfigError

__all__ = ["STDOUT", "check_apart", "check_places", "write_whole"]

STDOUT = Path("-")
"""Stands for the standard output."""


def check_places(places: Mapping[str, Path], sources: Mapping[str, Path]) -> None:
    """Refuse, before minutes of measuring, what `check_apart` refuses and a place that cannot be written.

    What is there stays as it is. Raises `ConfigError`.
    """
    check_apart(places, sources)
    for path in places.values():
        if path != STDOUT:
            _check_place(path)


def check_apart(places: Mapping[str, Path], sources: Mapping[str, Path]) -> None:
    """Refuse a place that is a source, or that is named twice.

    Both map what a person knows a path by (`-o`, `the scenario`) to it. Raises `ConfigError`.
    """
    taken = dict(sources)
    for name, path in places.items():
        for other, there in taken.items():
            if _is_same(path, there):
                raise ConfigError(f"{name} {path}: would overwrite {other}; name another file")
        taken[name] = path


def _is_same(one: Path, other: Path) -> bool:
    if STDOUT in (one, other):
        return one == other
    try:
        if one.exists() and not one.is_file():
            return False  # a device such as /dev/null takes everything
        return one.resolve() == other.resolve() or one.samefile(other)
    except (OSError, RuntimeError):  # absent, or links in a circle: told when it is tried
        return False


def _check_place(path: Path) -> None:
    try:
        if not path.absolute().parent.is_dir():
            raise ConfigError(f"{path}: its folder does not exist; make it first")
        if path.is_dir():
            raise ConfigError(f"{path}: is a folder; name a file in it")
        place = path.resolve()
        if not _is_replaced(place):
            return  # opening it may wait for its reader, or be seen by it
        if place.exists():
            with place.open("ab"):
                pass  # a file that was made read-only is meant to stay
        staged = _staged(place)
        staged.open("xb").close()
        staged.unlink()
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or error
        raise ConfigError(
            f"{path}: cannot be written: {why}; choose another place, or make room and permissions there"
        ) from error


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path`, the standard output, or into a device or pipe.

    Raises `OSError` when that cannot be done: a file of before is as it was then.
    """
    if path == STDOUT:
        sys.stdout.write(text)
        return
    place = path.resolve()
    if not _is_replaced(place):
        place.write_text(text, encoding="utf-8")
        return
    staged = _staged(place)
    try:
        staged.write_text(text, encoding="utf-8")
        if place.exists():
            shutil.copymode(place, staged)
        staged.replace(place)
    finally:
        staged.unlink(missing_ok=True)


def _is_replaced(place: Path) -> bool:
    """Whether another file can take its place: a device or a pipe must be written into."""
    return place.is_file() or not place.exists()


def _staged(place: Path) -> Path:
    return place.with_name(f"{place.name}.{os.getpid()}.staged")
