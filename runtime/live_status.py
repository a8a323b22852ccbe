"""One line of text about a live session: per sensor rate, age and drops; rows; the last answer's TTFT.

Knows wording; refuses to know terminals.
"""

import time

from anymal.runtime.live import LiveStatus
from anymal.samples import NS_PER_S
from anymal.sensors.driver import SensorStats

__all__ = ["status_text"]


def status_text(status: LiveStatus, now_ns: int | None = None) -> str:
    """Return the line; `now_ns` is `time.monotonic_ns()` unless given."""
    now_ns = time.monotonic_ns() if now_ns is None else now_ns
    parts = [
        _sensor(name, stats, status.failures.get(name, ""), now_ns) for name, stats in status.sensors.items()
    ]
    parts.append(f"{status.rows} rows")
    if status.last is not None:
        parts.append(f"first word {status.last.timings.ttft_ms:.0f} ms")
    if status.fallback:
        parts.append(status.fallback)
    if status.recording:
        parts.append(f"rec {status.recording}")
    return " | ".join(parts)


def _sensor(name: str, stats: SensorStats, failure: str, now_ns: int) -> str:
    if failure:
        return f"{name}: {failure}"
    if stats.state != "streaming":
        return f"{name} {stats.detail or stats.state}"
    age = "" if stats.last_ns is None else f" {(now_ns - stats.last_ns) / NS_PER_S:.1f} s old"
    dropped = f" {stats.dropped} dropped" if stats.dropped else ""
    rate = f"{stats.rate_hz / 1000:.1f} k/s" if stats.rate_hz >= 2000 else f"{stats.rate_hz:.0f}/s"
    return f"{name} {rate}{age}{dropped}"
