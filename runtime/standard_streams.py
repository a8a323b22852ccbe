"""Standard streams as a command wants them: there, able to show any character, and stderr without errors.

Knows file handles; refuses to know what is said.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["open_streams", "unfailing_stderr"]


def open_streams() -> None:
    """Where a service manager closed a stream, what is said there goes nowhere, and nothing is typed.

    An answer may hold any character; a terminal that cannot show one must not end the run.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


@contextmanager
def unfailing_stderr() -> Iterator[None]:
    """In here a note that cannot be written (a full disk, a reader that left) is dropped.

    It is no reason to end what is going on, and must not be taken for standard output's trouble.
    """
    before = sys.stderr
    try:
        raw = _Dropping(before.fileno())
    except (OSError, ValueError):  # a stand-in without a file
        yield
        return
    before.flush()
    sys.stderr = io.TextIOWrapper(raw, before.encoding, "replace", line_buffering=True, write_through=True)
    try:
        yield
    finally:
        sys.stderr = before


class _Dropping(io.RawIOBase):
    """Writes to a handle without a buffer, where what could not be written would wait for the next time."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        rest = memoryview(data)
        with suppress(OSError):
            while rest:
                rest = rest[os.write(self._handle, rest) :]
        return len(data)

    def fileno(self) -> int:
        return self._handle

    def isatty(self) -> bool:
        return os.isatty(self._handle)

    def writable(self) -> bool:
        return True
