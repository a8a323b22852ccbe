"""A bundle in the making: a hidden folder beside its place, that appears whole or goes away.

Knows disks, signals and what an export that was killed left behind; refuses to know bundles. A lock
held by the exporting process tells its folder from a dead one's, whatever the process number.
"""

import contextlib
import errno
import fcntl
import glob
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from anymal.errors import AnymalError, ExportError

__all__ = ["publish", "scratch", "staging"]

LOCK = "lock"
# As many characters as `tempfile` adds to a prefix: ".nano-*" would be the folder of "nano-q4" as well.
_SUFFIX = "?" * 8


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """A hidden folder beside `out`, gone afterwards whatever happens; disk trouble becomes `ExportError`.

    Errors of this project pass as they are.

    Ending the process politely (SIGTERM, Ctrl-C, a closed terminal) clears it too; after a kill that
    nobody can catch, the next export to the same place does.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _clear_dead(out)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as name:
            folder = Path(name)
            with (folder / LOCK).open("w") as lock, _ended_politely():
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield folder
    except AnymalError:
        raise  # some are OSErrors too
    except OSError as error:
        if error.errno == errno.ENOSPC:
            free = shutil.disk_usage(out.parent).free / 1e6
            raise ExportError(
                f"{out}: the disk is full: the {free:.0f} MB that are free there are too few; nothing was "
                "written: make room and try again"
            ) from error
        what = f"{out}: cannot be written: {error}" if _concerns(error, out) else str(error)
        raise ExportError(f"{what}; nothing was left behind") from error


def _concerns(error: OSError, out: Path) -> bool:
    """Whether it is about `out`, a folder above it, or what lies beside it."""
    if error.filename is None:
        return True
    found, parent = Path(os.fsdecode(error.filename)).absolute(), out.parent.absolute()
    return found in (parent, *parent.parents) or parent in found.parents


@contextmanager
def scratch(name: str) -> Iterator[Path]:
    """A hidden folder for intermediate files where the system keeps such, gone afterwards like `staging`.

    Models are large: what a killed run of the same `name` left there goes with the next.
    """
    with staging(Path(tempfile.gettempdir()) / name) as folder:
        yield folder


def publish(bundle: Path, out: Path, folder: Path) -> None:
    """Move the finished `bundle` to `out`; an old one steps aside into `folder`, and back if that fails."""
    old = folder / "old"
    if out.exists():
        out.replace(old)
    try:
        bundle.replace(out)
    except OSError:
        if old.exists():
            old.replace(out)
        raise


def _clear_dead(out: Path) -> None:
    """Remove folders of exports to `out` that were killed; put an old bundle back that stood in one."""
    for folder in sorted(out.parent.glob(f".{glob.escape(out.name)}-{_SUFFIX}")):
        if not os.access(folder / LOCK, os.R_OK | os.W_OK):
            continue  # not an export, not yet locked, or another user's
        with (folder / LOCK).open("r+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue  # another export is at work
            if (folder / "old").is_dir() and not out.exists():
                (folder / "old").replace(out)
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _ended_politely() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into the exception that unwinds everything; only the main thread may."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _stop) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            with contextlib.suppress(TypeError):  # None: not installed from Python
                signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
