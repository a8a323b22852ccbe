"""Which cores this process may use, whatever the thread that asks was given.

Knows what the kernel says of the first thread, which nothing here places; refuses to place anything.
"""

import os

__all__ = ["process_cores"]


def process_cores() -> list[int]:
    """Their numbers, rising; none where the system does not tell (only Linux does)."""
    return sorted(os.sched_getaffinity(os.getpid())) if hasattr(os, "sched_getaffinity") else []
