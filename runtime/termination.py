"""A polite request to end (SIGTERM, as service managers send it), made an exception like Ctrl-C.

SIGHUP, when the terminal is gone, is one too, unless it is ignored as under `nohup`.
Knows the signals; refuses to know what is to be finished first: whoever holds something closes it on the way
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
    """Let SIGTERM and SIGHUP raise `Terminated` in here, once: a second must not cut off what one began.

    Yields what to call when the end has begun by itself: from then on the signals change nothing, and no more
    does Ctrl-C. Outside the main thread, where Python takes no signals, nothing changes at all.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return
    ending = False

    def end() -> None:
        nonlocal ending
        ending = True
        signal.signal(signal.SIGINT, signal.SIG_IGN)

    def terminate(number: int, frame: FrameType | None) -> None:
        if not ending:
            end()
            raise Terminated(128 + number)

    interrupt = signal.getsignal(signal.SIGINT)
    asked = (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM))  # Windows has one of them
    before = {number: signal.getsignal(number) for number in asked}
    taken = [number for number in before if number == signal.SIGTERM or before[number] != signal.SIG_IGN]
    for number in taken:
        signal.signal(number, terminate)
    try:
        yield end
    finally:
        for number in taken:
            signal.signal(number, before[number] or signal.SIG_DFL)
        signal.signal(signal.SIGINT, interrupt or signal.SIG_DFL)
