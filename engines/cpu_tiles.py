"""Whether llama.cpp may lay weights out for a CPU's matrix tiles (Intel AMX).

GCC 12 (Debian 12) takes `_tile_loadconfig` to read 8 bytes of the 64 it reads and drops the stores of the
rest, so that a ggml built with it dies of an illegal instruction at the first batch of a quantised model. How
it was built cannot be asked, so tiles are for those who say that theirs is sound. Other CPUs keep ggml's own
layouts. Knows the CPU's flags and one environment variable; refuses to know models.
"""

import os
from functools import cache
from pathlib import Path

__all__ = ["TILES_VARIABLE", "has_tiles", "own_layouts"]

TILES_VARIABLE = "ANYMAL_LLAMA_AMX"
"""Set to 1: this llama.cpp is known to run quantised models on AMX, use it."""

CPUINFO = Path("/proc/cpuinfo")


@cache
def has_tiles(cpuinfo: Path = CPUINFO) -> bool:
    """True where the CPU lists `amx_tile`; False where it does not, or where nobody tells."""
    try:
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any("amx_tile" in line.split() for line in lines if line.startswith("flags"))


def own_layouts(tiles: bool | None = None) -> bool:
    """The value of llama.cpp's `use_extra_bufts`: weights laid out as the CPU's fastest kernels want them."""
    found = has_tiles() if tiles is None else tiles
    return not found or os.environ.get(TILES_VARIABLE) == "1"
