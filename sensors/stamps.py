"""The times on a sample, and whether they can be of this session's clock.

Knows what a stamp looks like and the commonest wrong ones (seconds, the time of day, 0); refuses to know
clocks of devices (`sensors.clock_map`).
"""

from typing import Any

import numpy as np

from anymal.errors import InputError
from anymal.samples import NS_PER_S, AudioChunk, Captured, ImuChunk

__all__ = ["captured_ns", "require_stamps", "sample_count"]

# A device may have held its samples, and its clock may run ahead of ours: not by as much as this.
FAR_NS = 60 * NS_PER_S
CURE = "a driver stamps with `clock.now_ns()`, nanoseconds as `time.monotonic_ns()` counts them"


def captured_ns(captured: Captured) -> int:
    """Mapped capture time of the sample's newest part."""
    sample: Any = captured.sample
    if isinstance(sample, ImuChunk):
        return int(sample.t_ns[-1])
    if isinstance(sample, AudioChunk):
        return int(sample.t_ns + len(sample.samples) * NS_PER_S // sample.rate_hz)
    return int(sample.t_ns)


def sample_count(captured: Captured) -> int:
    """Frames, sound samples or motion rows in it."""
    sample: Any = captured.sample
    if isinstance(sample, ImuChunk):
        return len(sample.t_ns)
    return len(sample.samples) if isinstance(sample, AudioChunk) else 1


def require_stamps(captured: Captured, opened_ns: int, now_ns: int) -> None:
    """Raise `InputError` for times that are no integers, or far from those since `opened_ns`."""
    stamps: Any = captured.sample.t_ns
    for name, stamp in (("t_ns", stamps), ("arrival_ns", captured.arrival_ns)):
        if np.asarray(stamp).dtype.kind not in "iu":
            raise InputError(f"{name} is {stamp!r}; wanted whole nanoseconds: {CURE}")
    for name, stamp in (("capture time", captured_ns(captured)), ("arrival", captured.arrival_ns)):
        if stamp > now_ns + FAR_NS:
            raise InputError(
                f"a sample's {name} lies {(stamp - now_ns) / NS_PER_S:.0f} s in the future: {CURE}"
            )
        if stamp < opened_ns - FAR_NS:
            before_s = (opened_ns - stamp) / NS_PER_S
            raise InputError(f"a sample's {name} lies {before_s:.0f} s before the sensor was opened: {CURE}")
