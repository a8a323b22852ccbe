"""The most memory this process and those it runs encoders in ever held.

Knows what Linux, macOS and psutil tell; refuses `ru_maxrss` where there is better: on Linux a child inherits
it from the process that started it, however large that was.
"""

import sys
from pathlib import Path

from anymal.runtime.spare_cores import children_of

__all__ = ["peak_rss_mb"]

STATUS = Path("/proc/self/status")
KIB_PER_MIB, MIB = 1 << 10, 1 << 20


def peak_rss_mb(status: Path = STATUS) -> float | None:
    """Return the peak resident memory in MiB (`VmHWM` of proc(5)), None where the system does not tell.

    Child processes that live are added with the peaks of their own: more than was ever held at once.
    """
    own = _peak_of(status)
    if own is None:
        return _peak_of_macos()
    children = (_peak_of(Path(f"/proc/{child}/status")) for child in children_of(status.parent))
    return own + sum(peak or 0.0 for peak in children)


def _peak_of(status: Path) -> float | None:
    try:
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return None
    peaks = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
    return peaks[0] / KIB_PER_MIB if peaks else None


def _peak_of_macos() -> float | None:
    if sys.platform != "darwin":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB  # bytes there
