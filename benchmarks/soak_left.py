"""What a process has in use, and what of it is left after everything was closed.

Knows the threads and open files of this process (/proc); refuses to know who opened them.
"""

import gc
import threading
import time
from pathlib import Path

__all__ = ["in_use", "left_over"]

SETTLED_S = 5.0


def in_use() -> tuple[list[str], list[str]]:
    """Names of this process's threads, and what its open files are."""
    files = []
    for entry in Path("/proc/self/fd").iterdir():
        try:
            files.append(str(entry.readlink()).partition("[")[0])
        except OSError:  # the handle this very listing had
            continue
    return sorted(thread.name for thread in threading.enumerate()), sorted(files)


def left_over(before: tuple[list[str], list[str]], within_s: float = SETTLED_S) -> dict[str, list[str]]:
    """What is in use beyond `before`; what goes by itself within `within_s` seconds is not left over.

    The WebSocket library ends a connection's reading thread without waiting for it, and leaves the
    selector of its server, a poll descriptor, to the garbage collector, which runs when it likes.
    """
    end = time.monotonic() + within_s
    while True:
        gc.collect()
        threads, handles = in_use()
        left = {"threads": more(threads, before[0]), "handles": more(handles, before[1])}
        if not any(left.values()) or time.monotonic() >= end:
            return left
        time.sleep(0.05)


def more(after: list[str], before: list[str]) -> list[str]:
    """What is in `after` beyond `before`."""
    left = list(after)
    for name in before:
        if name in left:
            left.remove(name)
    return left
