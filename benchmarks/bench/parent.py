"""A process that measures ends when the one that started it is gone, even by SIGKILL.

Knows one wish to the kernel; imports nothing that would count in a start that is timed.
"""

import os
import signal
import sys

__all__ = ["PARENT", "end_with_parent"]

PARENT = "ANYMAL_BENCH_PARENT"
"""The environment's name for the process that started this one."""
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def end_with_parent() -> None:
    """Let the kernel kill this process when the one that started it is gone, even by SIGKILL. Linux only.

    No thread watches a pipe for it, as `soak` counts threads. One that we did not start is left alone.
    """
    parent = os.environ.get(PARENT)
    if parent is None or sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if str(os.getppid()) != parent:  # it was gone before the kernel was told
        os.kill(os.getpid(), signal.SIGKILL)
