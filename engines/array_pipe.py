"""Named arrays through a pipe, so that whoever waits for the other end can do something else meanwhile.

A message is the length of its header in eight bytes, the header in JSON, then the arrays' bytes. Knows file
descriptors; refuses to know who is at the other end and what the arrays mean.
"""

import json
import os
import select
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Idle", "PipeClosedError", "receive_arrays", "send_arrays"]

Idle = Callable[[], None]
"""Called about every 20 ms while nothing goes through; may raise to give up."""

IDLE_MS = 20
LENGTH_BYTES = 8
PIECE = 1 << 16


class PipeClosedError(OSError):
    """The other end is gone, or closed the pipe in the middle of a message."""


def send_arrays(pipe: int, header: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]], idle: Idle) -> None:
    """Send `header` and `arrays` through descriptor `pipe`. Raises `PipeClosedError`."""
    whole = {name: np.asarray(array, order="C") for name, array in arrays.items()}
    listed = [(name, array.dtype.str, array.shape) for name, array in whole.items()]
    text = json.dumps({**header, "arrays": listed}).encode()
    _push(pipe, memoryview(len(text).to_bytes(LENGTH_BYTES, "little") + text), idle)
    for array in whole.values():
        if array.size:
            _push(pipe, memoryview(array.reshape(-1).view(np.uint8).data), idle)


def receive_arrays(pipe: int, idle: Idle) -> tuple[dict[str, Any] | None, dict[str, NDArray[Any]]]:
    """Receive what `send_arrays` sent; (None, {}) when the pipe was closed between two messages.

    Raises `PipeClosedError` when it was closed within one.
    """
    size = bytearray(LENGTH_BYTES)
    if not _pull(pipe, memoryview(size), idle, may_end=True):
        return None, {}
    text = bytearray(int.from_bytes(size, "little"))
    _pull(pipe, memoryview(text), idle)
    header: dict[str, Any] = json.loads(bytes(text))
    arrays: dict[str, NDArray[Any]] = {}
    for name, kind, shape in header.pop("arrays"):
        array = np.empty(shape, kind)
        if array.size:
            _pull(pipe, memoryview(array.reshape(-1).view(np.uint8).data), idle)
        arrays[name] = array
    return header, arrays


def _push(pipe: int, rest: "memoryview[int]", idle: Idle) -> None:
    ready = _poll(pipe, select.POLLOUT)
    while rest:
        while not ready.poll(IDLE_MS):
            idle()
        try:
            rest = rest[os.write(pipe, rest[:PIECE]) :]
        except BlockingIOError:  # less room than it takes
            idle()
        except OSError as error:
            raise PipeClosedError("nobody reads the pipe") from error


def _pull(pipe: int, rest: "memoryview[int]", idle: Idle, may_end: bool = False) -> bool:
    """Fill `rest`; False when the pipe ends before its first byte and it `may_end` there."""
    ready, wanted = _poll(pipe, select.POLLIN), len(rest)
    while rest:
        while not ready.poll(IDLE_MS):
            idle()
        found = os.readv(pipe, [rest])
        if not found:
            if may_end and len(rest) == wanted:
                return False
            raise PipeClosedError("the pipe was closed in the middle of a message")
        rest = rest[found:]
    return True


def _poll(pipe: int, event: int) -> Any:
    """A poll(2) object: select(2) refuses descriptors from 1024 on."""
    poll = select.poll()
    poll.register(pipe, event)
    return poll
