"""A switch that ends a llama.cpp batch in the middle, from another thread.

llama.cpp asks a C function between the nodes of a batch's graph (`llama_set_abort_callback`, CPU only). A
Python function would take the interpreter's lock some hundreds of times a batch; libc's `strlen` of a text
of none or one letter is false or true, and costs nothing. Knows the switch; refuses to know what is stopped.
"""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

__all__ = ["StopSwitch"]

GO, STOP = b"\0", b"s"


class StopSwitch:
    """`press` ends the batch that runs inside `armed`, and nothing outside of it; from any thread."""

    def __init__(self, llama: ModuleType, context: Any) -> None:
        self._letter = ctypes.create_string_buffer(2)
        self._lock = threading.Lock()
        self._armed = False
        address = _strlen()
        if address is None:  # then a batch runs to its end, as it would without us
            return
        self._callback = llama.ggml_abort_callback(address)  # lives as long as the context may call it
        llama.llama_set_abort_callback(context, self._callback, ctypes.cast(self._letter, ctypes.c_void_p))

    @contextmanager
    def armed(self) -> Iterator[None]:
        """Let `press` end what runs in here."""
        with self._lock:
            self._armed = True
        try:
            yield
        finally:
            with self._lock:
                self._armed = False
                self._letter[0] = GO

    def press(self) -> None:
        """End the batch in the making, if it may be ended."""
        with self._lock:
            if self._armed:
                self._letter[0] = STOP


def _strlen() -> int | None:
    try:
        return ctypes.cast(ctypes.CDLL(None).strlen, ctypes.c_void_p).value
    except (AttributeError, OSError, TypeError):  # Windows keeps its C library under another name
        return None
