"""How ONNX Runtime's threads wait for each other, and on which cores they run.

Knows its session options and its versions; refuses to know sessions and graphs. A worker that is woken may
be put on the core of the thread that waits for it, which then does all the work: with as many threads as
cores each worker keeps to a core of its own, and the caller, whose thread is not ours, stays free. Spinning
as ONNX Runtime does by itself takes 2.5 times the CPU time at 20 runs a second and starves llama.cpp's
threads; ten microseconds of it save most of what waking costs (docs/bench.md).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from anymal.engines.process_cores import process_cores

__all__ = ["set_threads", "thread_settings"]

SPIN_US = 10
SPINS_FOR = (1, 26)
"""The first version that spins for so long and no longer; those before ignore the key, and spin on."""


def set_threads(options: Any, version: str, threads: int) -> None:
    """Give `options` (`SessionOptions`) so many threads and how they wait, for a session on a CPU."""
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    for key, value in thread_settings(version, threads).items():
        options.add_session_config_entry(key, value)


def thread_settings(version: str, threads: int, cores: Sequence[int] | None = None) -> Mapping[str, str]:
    """Session options (`add_session_config_entry`) for `threads` on a CPU, the caller's counted.

    `version` is onnxruntime's, `cores` those this process may use: None asks the kernel.
    """
    cores = process_cores() if cores is None else cores
    settings = {"session.intra_op.allow_spinning": "0"}
    if _parsed(version) >= SPINS_FOR:
        settings = {"session.intra_op.allow_spinning": "1", "session.intra_op.spin_duration_us": str(SPIN_US)}
    if 1 < threads == len(cores):
        # ONNX Runtime counts processors from 1, and workers only.
        settings["session.intra_op_thread_affinities"] = ";".join(str(core + 1) for core in cores[1:])
    return settings


def _parsed(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:2])
