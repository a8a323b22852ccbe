"""llama.cpp's log, kept off the terminal.

Knows the native log callback and keeps its last complaints, so that an error of ours can say
why; refuses to print anything.
"""

import ctypes
from collections import deque
from types import ModuleType
from typing import Any

__all__ = ["first_complaint", "silence"]

ERROR = 4  # of GGML_LOG_LEVEL
_complaints: deque[str] = deque(maxlen=8)
# The native side keeps a bare pointer: the callback must live as long as the process.
_callbacks: list[Any] = []


def silence(llama: ModuleType) -> None:
    """Route llama.cpp's and ggml's log lines to a short memory; call once, right after the import."""
    if _callbacks:
        return

    def remember(level: int, text: bytes, _: ctypes.c_void_p) -> None:
        if level == ERROR:
            _complaints.append(text.decode("utf-8", "replace").strip())

    callback = llama.llama_log_callback(remember)
    llama.llama_log_set(callback, ctypes.c_void_p(0))
    _callbacks.append(callback)


def first_complaint() -> str:
    """Return the first of what llama.cpp complained about lately, and forget all; empty when it did not.

    The first says what was wrong; those after it say what could not be done therefore.
    """
    text = next((line for line in _complaints if line), "")
    _complaints.clear()
    return text
