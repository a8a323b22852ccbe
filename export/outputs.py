"""Whether what a command is to write can be written, asked before the long work instead of after it.

Knows folders, permissions and room on a disk; refuses to know what is written. Nothing is left
behind by asking. A disk can still fill up meanwhile: `export.staging` takes care of that.
"""

import shutil
import tempfile
from pathlib import Path

from anymal.engines.manifest import MANIFEST_NAME
from anymal.errors import ExportError

__all__ = [
    "disk_trouble",
    "require_file_place",
    "require_folder_place",
    "require_outside",
    "require_replaceable",
    "require_room",
]

PROBE_BYTES = 1 << 16  # a disk without a free block takes an empty file
# How tools that are not ours say that a file could not be written to its end: the system, C++, numpy.
UNWRITTEN = ("No space left", "iostream error", "requested and")


def require_replaceable(out: Path, force: bool) -> None:
    """Raise `ExportError` when `out` is there, unless it is a bundle and may be replaced by `force`.

    An empty folder is as good as none.
    """
    if (not out.exists() and not out.is_symlink()) or (out.is_dir() and not any(out.iterdir())):
        return
    if not (out / MANIFEST_NAME).is_file():
        raise ExportError(
            f"{out}: is no bundle (no {MANIFEST_NAME}), so it is not replaced, not even by force; "
            "choose another folder"
        )
    if not force:
        raise ExportError(f"{out}: is already there; choose another folder, or --force to replace it")


def require_outside(out: Path, bundle: Path, option: str) -> None:
    """Raise `ExportError` when `out` lies inside the folder `bundle`, which nothing else may change."""
    if bundle.resolve() in out.resolve().parents:
        raise ExportError(
            f"{option} {out}: lies inside the bundle {bundle}, which holds its own files alone; "
            "choose a place outside"
        )


def require_folder_place(folder: Path, option: str) -> None:
    """Raise `ExportError` unless files can be written into `folder`, which may not be there yet."""
    place = folder.absolute()
    while not place.exists():
        place = place.parent
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(bytes(PROBE_BYTES))
            file.flush()
    except OSError as error:
        raise ExportError(
            f"{option} {folder}: cannot be written: {place}: {error.strerror or error}; "
            "choose another folder, or make room and permissions there"
        ) from error


def require_file_place(path: Path, option: str) -> None:
    """Raise `ExportError` unless a file can be written at `path`, whose folder must be there."""
    if path.is_dir() or not path.absolute().parent.is_dir():
        found = "is a folder" if path.is_dir() else f"there is no folder {path.absolute().parent}"
        raise ExportError(f"{option} {path}: cannot be written: {found}; wanted a file name in a folder")
    require_folder_place(path.absolute().parent, option)


def require_room(folder: Path, n_bytes: int, option: str) -> None:
    """Raise `ExportError` when the disk of `folder`, which may not be there yet, has less than `n_bytes`."""
    place = folder.absolute()
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    if free < n_bytes:
        raise ExportError(
            f"{option} {folder}: wants {n_bytes / 1e6:.0f} MB at least, and the disk has {free / 1e6:.0f} MB "
            "free; make room, or choose another disk"
        )


def disk_trouble(folder: Path, said: str) -> str:
    """What to do about the disk of `folder` when a tool failed there with the words `said`; or nothing.

    To be asked before what the tool has written is removed.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError:  # there is no such folder, which is another trouble
        return ""
    if free >= PROBE_BYTES and not any(sign in said for sign in UNWRITTEN):
        return ""
    return (
        f"it could not be written to its end: the disk of {folder} has {free / 1e6:.0f} MB left; "
        "make room and try again"
    )
