"""The date of what was recorded: our times count from boot and stand still in a suspend.

Knows what the system's clock said beside ours, and how long the machine slept; refuses to know files. A
clock that is set (NTP, on a board without a battery) was wrong before, so the last date is believed for the
whole recording; a suspend moves only what comes after it.
"""

import re
import time
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anymal.clock import suspended_ns
from anymal.errors import InputError

__all__ = ["Dates", "WallClock"]


@dataclass(frozen=True)
class WallClock:
    """UTC minus our time at one moment, and how long the machine had slept by then since it booted."""

    epoch_offset_ns: int
    suspended_ns: int = 0

    @classmethod
    def read(cls, now_ns: int) -> "WallClock":
        """What the system says at our time `now_ns`, which is now."""
        return cls(time.time_ns() - now_ns, suspended_ns())

    @classmethod
    def from_metadata(cls, found: Mapping[str, str]) -> "WallClock":
        """Read it back; raises `InputError` for what is none."""
        offset, suspended = found.get("epoch_offset_ns", ""), found.get("suspended_ns", "0")
        if not (_is_number(offset) and _is_number(suspended)):
            raise InputError("its metadata has no epoch_offset_ns")
        return cls(int(offset), int(suspended))

    def to_metadata(self) -> dict[str, str]:
        """As text, for a record of metadata."""
        return {"epoch_offset_ns": str(self.epoch_offset_ns), "suspended_ns": str(self.suspended_ns)}

    def moved_ns(self, before: "WallClock") -> int:
        """How far the clock was set or the machine slept since `before`, whichever is more."""
        slept = self.suspended_ns - before.suspended_ns
        return max(abs(slept), abs(self.epoch_offset_ns - before.epoch_offset_ns))


class Dates:
    """UTC of a recording's times, from what was noted when it `began` and `later`, at our time each."""

    def __init__(self, began: WallClock, later: Sequence[Mapping[str, str]]) -> None:
        self._since_ns: list[int] = []
        self._said = [began]
        for found in later:
            try:
                said = WallClock.from_metadata(found)
            except InputError:
                continue
            if _is_number(found.get("t_ns", "")):
                self._since_ns.append(int(found["t_ns"]))
                self._said.append(said)

    def utc_ns(self, t_ns: int) -> int:
        """Return when our `t_ns` was, in nanoseconds since 1970."""
        slept_ns = self._said[bisect_right(self._since_ns, t_ns)].suspended_ns
        newest = self._said[-1]
        return t_ns + newest.epoch_offset_ns - newest.suspended_ns + slept_ns


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?[0-9]{1,19}", text) is not None
