"""A polite request to end (SIGTERM, as service managers send it), made an exception like Ctrl-C.

Knows the signal; refuses to know what is to be finished first: whoever holds something closes it on the way
out.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["Terminated", "terminable"]


class Terminated(SystemExit):
    """The program was asked to end, by a signal; no `KeyboardInterrupt`, which may mean an answer alone."""


@contextmanager
def terminable() -> Iterator[Callable[[], None]]:
    """Let SIGTERM raise `Terminated` in here, once: a second one must not cut off what the first one began.

    Yields what to call when the end has begun by itself: from then on the signal changes nothing. Outside
    the main thread, where Python takes no signals, nothing changes at all.
    """
    ending = False

    def end() -> None:
        nonlocal ending
        ending = True

    def terminate(number: int, frame: FrameType | None) -> None:
        if not ending:
            end()
            raise Terminated(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield end
        return
    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield end
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL if before is None else before)
