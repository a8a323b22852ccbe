"""The threads that compute beside a caller of llama.cpp: let go of when it computes no more, and spread.

libgomp keeps a team for every thread that ever computed, until that thread ends, and counts them all: once
they are more than the CPUs, nobody spins at barriers any more, and each of a graph's many steps goes through
the kernel. A live session whose program had asked before took 1.6 to 2 times as long for a question
(docs/bench.md).

A thread that is woken may be put on the core of the one that waits for it, and stay there for some 20 ms:
with as many threads as cores, each is given a core of its own. Knows libgomp, as far as ggml is linked with
it; refuses to know who computes when.
"""

import ctypes
import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import cast

from anymal.engines.process_cores import process_cores

__all__ = ["release_team", "spread_team", "spreading"]

SOFT = 1  # omp_pause_soft: the team goes, the settings stay
COMPUTES = "libggml-cpu"
MAPS = Path("/proc/self/maps")
REGION = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


def release_team() -> bool:
    """End the threads that wait to compute for the calling thread; its next computation starts them again.

    Returns False, and does nothing, where ggml was built without libgomp or is not loaded.
    """
    try:
        pause = _pause()
    except LookupError:
        return False
    return pause is not None and pause(SOFT) == 0


def spreading(use: Callable[[int], None]) -> Callable[[int], None]:
    """`use` of a number of threads, which are then spread over the cores that this process has now.

    To be called by the thread that computes, which does nothing else: see `spread_team`.
    """
    cores = process_cores()

    def use_and_spread(count: int) -> None:
        use(count)
        if cores:
            spread_team(count, cores)

    return use_and_spread


def spread_team(count: int, cores: Sequence[int]) -> bool:
    """Keep each of the `count` threads that compute for the calling thread, itself too, to one of `cores`.

    With fewer threads than cores every one of them may use them all: the kernel places them better then. What
    the calling thread starts meanwhile inherits its core. Returns whether each has one of its own.
    """
    try:
        team = _team()
    except LookupError:
        return False
    if team is None or not hasattr(os, "sched_setaffinity"):
        return False
    alone = 1 < count == len(cores)
    kept: list[bool] = []

    def keep(_: object) -> None:
        number = team.omp_get_thread_num()
        try:
            os.sched_setaffinity(0, {cores[number]} if alone else cores)
            kept.append(alone)
        except OSError:  # cores were taken away from this process
            kept.append(False)

    team.GOMP_parallel(REGION(keep), None, ctypes.c_uint(count), ctypes.c_uint(0))
    return len(kept) == count and all(kept)


def _pause() -> Callable[[int], int] | None:
    """`omp_pause_resource_all`. Raises `LookupError` while ggml is not there, which may change."""
    team = _team()
    return cast("Callable[[int], int] | None", getattr(team, "omp_pause_resource_all", None))


@cache
def _team() -> ctypes.CDLL | None:
    """The libgomp that ggml is linked with, not another in this process; None where it has other threads.

    Raises `LookupError` while ggml is not there, which may change.
    """
    library = _loaded(COMPUTES)
    try:
        handle = ctypes.CDLL(library, mode=os.RTLD_NOLOAD | os.RTLD_NOW)
        if hasattr(handle, "__kmpc_fork_call"):  # LLVM's: it has a team per process, not per caller
            return None
        return handle if handle.GOMP_parallel and handle.omp_get_thread_num else None
    except (AttributeError, OSError):  # other threads than OpenMP's
        return None


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
