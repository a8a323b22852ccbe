"""Who computes with an assistant: one thread at a time, while the others wait; and its end, which interrupts.

llama.cpp's contexts are for one thread; two would end the process. Knows threads, forks and one flag; refuses
to know what is computed.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from anymal.errors import EngineError

__all__ = ["OneAtATime"]


class OneAtATime:
    """`with turn():` around everything that computes. The same thread may take it again within itself."""

    def __init__(self) -> None:
        self._lock, self._pid, self._depth = threading.RLock(), os.getpid(), 0
        self._ended = False

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """Wait for the thread that computes now; raises `EngineError` once it has ended."""
        with self._here():
            if self._ended:
                raise EngineError("this assistant is closed: load the bundle again")
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1

    @contextmanager
    def last(self) -> Iterator[None]:
        """The last turn, to free what the others used: whoever computes is told to stop at its next step.

        Raises `EngineError` within a turn of the same thread, as in a signal's handler: it goes on there.
        """
        self._ended = True
        with self._here():
            if self._depth:
                self._ended = False
                raise EngineError("close() came from within an answer of the same thread: raise instead")
            yield

    def _here(self) -> threading.RLock:
        if self._pid != os.getpid():
            # Forked: a thread that computed then is not in this process, and would be waited for without end.
            self._lock, self._pid, self._depth = threading.RLock(), os.getpid(), 0
        return self._lock
