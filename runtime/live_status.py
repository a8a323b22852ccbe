"""What a live session is doing, and one line of text that says so: rates, ages, drops, rows, TTFT.

Knows plain records and wording; refuses to know threads and terminals.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anymal.runtime.live_answer import LiveAnswer
from anymal.runtime.live_build import ContextCounts
from anymal.runtime.sensing import SensingCounts
from anymal.samples import NS_PER_S, Modality
from anymal.sensors.driver import SensorStats

if TYPE_CHECKING:
    from anymal.engines.llama_engine import LlamaEngine
    from anymal.runtime.live_options import LiveOptions

__all__ = ["LiveStatus", "TroubleNotes", "fallback", "skew_s", "status_json", "status_text"]


@dataclass(frozen=True)
class LiveStatus:
    """What the session is doing, of this moment.

    `rows` counts positions in the context, `failures` says which streams gave up and why,
    `recording` what became of the file, when one is written, `fallback` what this LLM's memory
    cannot do of what was asked of it. `skew_s`: by how much the newest samples of the streaming
    sensors lie apart in capture time, None for fewer than two.
    """

    sensors: Mapping[Modality, SensorStats]
    sensing: Mapping[Modality, SensingCounts]
    rows: int
    context: ContextCounts
    failures: Mapping[Modality, str]
    last: LiveAnswer | None
    recording: str = ""
    fallback: str = ""
    skew_s: float | None = None


def skew_s(sensors: Mapping[Modality, SensorStats]) -> float | None:
    """Seconds between the newest samples of the streaming sensors; None for fewer than two."""
    newest = [s.last_ns for s in sensors.values() if s.state == "streaming" and s.last_ns is not None]
    return (max(newest) - min(newest)) / NS_PER_S if len(newest) > 1 else None


def status_text(status: LiveStatus, now_ns: int | None = None) -> str:
    """Return the line; `now_ns` is `time.monotonic_ns()` unless given."""
    now_ns = time.monotonic_ns() if now_ns is None else now_ns
    parts = [_sensor(name, stats, _failure(status, name), now_ns) for name, stats in status.sensors.items()]
    if status.skew_s is not None:
        parts.append(f"skew {status.skew_s:.2f} s")
    parts.append(f"{status.rows} rows")
    if status.last is not None:
        parts.append(f"first word {status.last.timings.ttft_ms:.0f} ms")
    if status.fallback:
        parts.append(status.fallback)
    if status.recording:
        parts.append(f"rec {status.recording}")
    return " | ".join(parts)


class TroubleNotes:
    """What to say where no line of status is shown: trouble of a stream when it begins and at its end, and a
    recording that failed.
    """

    def __init__(self) -> None:
        self._troubled: set[Modality] = set()
        self._unrecorded = False

    def of(self, status: LiveStatus) -> list[str]:
        """Return what is new since the last call."""
        notes = []
        for name, stats in status.sensors.items():
            trouble = _failure(status, name) or stats.trouble
            if trouble and name not in self._troubled:
                notes.append(f"{name}: {trouble}")
                self._troubled.add(name)
            elif not trouble and name in self._troubled:
                notes.append(f"{name}: works again")
                self._troubled.discard(name)
        if status.recording.startswith("failed") and not self._unrecorded:
            notes.append(f"recording {status.recording}")
            self._unrecorded = True
        return notes


def status_json(status: LiveStatus, now_ns: int | None = None) -> dict[str, object]:
    """Return what `{"status": true}` asks for; `now_ns` is `time.monotonic_ns()` unless given."""
    now_ns = time.monotonic_ns() if now_ns is None else now_ns
    sensors = {
        name: {
            "state": stats.state,
            "rate_hz": round(stats.rate_hz, 2),
            "age_s": None if stats.last_ns is None else round((now_ns - stats.last_ns) / NS_PER_S, 3),
            "received": stats.received,
            "dropped": stats.dropped,
            "reconnects": stats.reconnects,
            "trouble": _failure(status, name) or stats.trouble,
        }
        for name, stats in status.sensors.items()
    }
    skew_s = None if status.skew_s is None else round(status.skew_s, 3)
    return {"sensors": sensors, "skew_s": skew_s, "rows": status.rows, "recording": status.recording}


def _failure(status: LiveStatus, name: Modality) -> str:
    """Why a stream gives no windows though its sensor may work."""
    refusal = status.sensing[name].refusal if name in status.sensing else ""
    return status.failures.get(name, "") or refusal


def _sensor(name: str, stats: SensorStats, failure: str, now_ns: int) -> str:
    if failure:
        return f"{name}: {failure}"
    if stats.state != "streaming" or stats.trouble:
        return f"{name} {stats.trouble or stats.detail or stats.state}"
    age = "" if stats.last_ns is None else f" {(now_ns - stats.last_ns) / NS_PER_S:.1f} s old"
    dropped = f" {stats.dropped} dropped" if stats.dropped else ""
    rate = f"{stats.rate_hz / 1000:.1f} k/s" if stats.rate_hz >= 2000 else f"{stats.rate_hz:.0f}/s"
    return f"{name} {rate}{age}{dropped}"


def fallback(model: "LlamaEngine", options: "LiveOptions") -> str:
    """Say what is done in place of keeping part of the context, when the LLM's memory does not allow it."""
    if not model.can_truncate:
        return "this LLM's memory cannot be cut: the whole context is decoded again at every update"
    if options.policy == "sliding" and not model.can_shift:
        return "this LLM's positions cannot be shifted: the policy is exact, not sliding"
    return ""
