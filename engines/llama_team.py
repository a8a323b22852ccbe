"""The threads that compute beside a caller of llama.cpp, let go of when the caller has no more to compute.

libgomp keeps a team for every thread that ever computed, until that thread ends, and counts them all: once
they are more than the CPUs, nobody spins at barriers any more, and each of a graph's many steps goes through
the kernel. A live session whose program had asked before took 1.6 to 2 times as long for a question
(docs/bench.md). Knows libgomp, as far as ggml is linked with it; refuses to know who computes when.
"""

import ctypes
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

__all__ = ["release_team"]

SOFT = 1  # omp_pause_soft: the team goes, the settings stay
COMPUTES = "libggml-cpu"
MAPS = Path("/proc/self/maps")


def release_team() -> bool:
    """End the threads that wait to compute for the calling thread; its next computation starts them again.

    Returns False, and does nothing, where ggml was built without libgomp or is not loaded.
    """
    try:
        pause = _pause()
    except LookupError:
        return False
    return pause is not None and pause(SOFT) == 0


@cache
def _pause() -> Callable[[int], int] | None:
    """`omp_pause_resource_all` of the libgomp that ggml is linked with, not of another in this process.

    Raises `LookupError` while ggml is not there, which may change.
    """
    library = _loaded(COMPUTES)
    try:
        handle = ctypes.CDLL(library, mode=os.RTLD_NOLOAD | os.RTLD_NOW)
        if hasattr(handle, "__kmpc_fork_call"):  # LLVM's: it has a team per process, not per caller
            return None
        pause: Callable[[int], int] = handle.omp_pause_resource_all
    except (AttributeError, OSError):  # other threads than OpenMP's
        return None
    return pause


def _loaded(name: str) -> str:
    """Path of a library in this process whose file name begins with `name`."""
    try:
        lines = MAPS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError as error:  # only Linux has it
        raise LookupError(name) from error
    for line in lines:
        if name in line and Path(path := line.split(maxsplit=5)[5]).name.startswith(name):
            return path
    raise LookupError(name)
