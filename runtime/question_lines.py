"""Where questions of a live session come from, line by line: standard input, or a FIFO that outlives writers.

Knows files and one thread; refuses to know what a line means.
"""

import os
import queue
import stat
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

from anymal.errors import ConfigError

__all__ = ["QuestionLines", "question_lines"]


class QuestionLines:
    """`take` lines as they come; None is the end. `person`: somebody types them at a terminal."""

    def __init__(self, fifo: Iterable[str] | None = None) -> None:
        self.person = fifo is None and sys.stdin.isatty()
        self._fifo = fifo
        self._lines: queue.Queue[str | None] = queue.Queue()

    def start(self) -> None:
        """Read on a thread of its own: reading a terminal cannot be interrupted."""
        threading.Thread(target=self._read, name="typing", daemon=True).start()

    def take(self, timeout_s: float) -> str | None:
        """Return the next line, without space around it; raises `queue.Empty` after `timeout_s`."""
        return self._lines.get(timeout=timeout_s) if timeout_s else self._lines.get_nowait()

    def empty(self) -> bool:
        """Whether nothing waits."""
        return self._lines.empty()

    def rest(self) -> list[str]:
        """Return the lines that nobody took, but for empty ones."""
        left = []
        while not self.empty():
            left.append(self._lines.get())
        return [line for line in left if line]

    def _read(self) -> None:
        try:
            if self._fifo is None:
                # Questions are UTF-8 whatever the locale; other bytes reach them, and are refused in words.
                as_utf8 = {"encoding": "utf-8", "errors": "surrogateescape"}
                getattr(sys.stdin, "reconfigure", lambda **_: None)(**as_utf8)
            for line in sys.stdin if self._fifo is None else self._fifo:
                self._lines.put(line.strip())
        finally:
            self._lines.put(None)


def question_lines(fifo: Path | None) -> QuestionLines:
    """Lines of `fifo`, or of standard input.

    Raises `ConfigError` for what is no FIFO.
    """
    if fifo is None:
        return QuestionLines()
    try:
        is_fifo = stat.S_ISFIFO(fifo.stat().st_mode)
        # For reading and writing: it has a writer then, this one, and never comes to an end.
        handle = os.open(fifo, os.O_RDWR | os.O_CLOEXEC) if is_fifo else -1
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ConfigError(
            f"--questions {fifo}: cannot be read: {reason}; `mkfifo {fifo}` makes one"
        ) from error
    if not is_fifo:
        raise ConfigError(
            f"--questions {fifo}: is no FIFO (`mkfifo` makes one); a file of questions goes with --replay, "
            "or to standard input"
        )
    # Never closed: its thread waits in a read, and a close would wait for that.
    return QuestionLines(os.fdopen(handle, encoding="utf-8", errors="surrogateescape", closefd=False))
