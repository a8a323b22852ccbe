"""Scenario `scaling`, live: how many windows per second of every sense at once this machine keeps up with.

Knows sensors that make samples at their real pace, and what a session says it sensed; refuses to know what a
window costs. One short session per rate, nobody asks anything: what is left of a second is for the answers.
"""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import anymal
from anymal.bench.live_ready import wait_for_senses
from anymal.bench.live_scenario import KEEPS_UP, LEAST_DUE, sensed
from anymal.bench.record import Absent, Figure, figure
from anymal.bench.scaling import MOST_HZ, ScalingPlan
from anymal.runtime.live import LiveSession
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_status import LiveStatus
from anymal.runtime.options import AssistantOptions
from anymal.runtime.spare_cores import CoreWatch, watch_cores
from anymal.samples import Modality

__all__ = ["can_judge", "real_time_limit", "run_windows", "sensed_share", "watch_live"]

# Sound and motion of a synthetic sensor come in portions of 20 ms, and every rate divides 50.
SENSORS: Mapping[str, tuple[Modality, str]] = {
    "camera": ("image", f"synthetic:image?fps={MOST_HZ}&width=256&height=256"),
    "mic": ("audio", "synthetic:audio?sound=noise"),
    "imu": ("imu", "synthetic:imu?motion=walk&noise=0.1"),
}
HOP_SHARE = 0.999
"""A hop is so much of the time between two windows: one nanosecond of rounding must not skip a sample."""


def run_windows(
    bundle: Path, options: AssistantOptions, plan: ScalingPlan, absent: Absent = lambda line: None
) -> dict[str, Figure]:
    """Return the share of due windows that were sensed and the CPU time it took, for every rate.

    The limit is of rates with enough windows due to judge; `absent` is told of others. Raises `EngineError`
    when a session had not every first window within a minute.
    """
    shares: dict[float, float] = {}
    found: dict[str, Figure] = {}
    if not plan.windows_per_s:
        return found
    with anymal.load(str(bundle), options) as assistant:
        given: dict[str, Any] = {
            name: uri for name, (modality, uri) in SENSORS.items() if modality in assistant.modalities
        }
        if not given:
            absent("windows_per_s: this bundle has no sense that a sensor could be made for")
            return {}
        for rate in plan.windows_per_s:
            hops: dict[Modality, float] = {SENSORS[name][0]: HOP_SHARE / rate for name in given}
            live_options = LiveOptions(hop_s=hops, still=0.0, history=0)
            with assistant.live(**given, options=live_options) as live:
                share, busy = watch_live(live, rate, plan.seconds)
            if can_judge(rate, plan.seconds, absent):
                shares[rate] = share
            name = f"sensed_by_windows_per_s@{rate}"
            note = "windows sensed of those due, of the stream that lags most"
            found[name] = figure(name, "share", [share], note, better="higher")
            name = f"cpu_by_windows_per_s@{rate}"
            note = "CPU seconds per second, encoders in other processes and sensors that draw included"
            found[name] = figure(name, "cores", [busy], note)
    if not shares:
        absent("real_time_limit: no rate had enough windows due to judge it")
        return found
    limit = real_time_limit(shares)
    note = f"of every sense at once; highest rate judged with at least {KEEPS_UP:g} of the windows, 0: none"
    found["real_time_limit"] = figure("real_time_limit", "windows/s", [limit], note, better="higher")
    return found


def can_judge(rate: float, seconds: float, absent: Absent) -> bool:
    """Return whether enough windows are due in `seconds`; tells `absent` when not."""
    due = rate * seconds
    if due < LEAST_DUE:
        absent(
            f"windows_per_s {rate:g} is not judged: {due:g} windows were due, {LEAST_DUE} are wanted: raise "
            "scaling.seconds"
        )
    return due >= LEAST_DUE


def watch_live(
    live: LiveSession,
    rate: float,
    seconds: float,
    cores: CoreWatch | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> tuple[float, float]:
    """Return the least share sensed of all streams, and the CPU seconds per second meanwhile.

    Processes that encoders run in count as well: those of a CPU are in one of their own while live.
    """
    wait_for_senses(live)
    cores = cores or watch_cores()
    before, began_s, cpu_s = live.status(), cores.wall_s(), cores.own_s()
    sleep(seconds)
    after, lasted_s, used_s = live.status(), cores.wall_s() - began_s, cores.own_s() - cpu_s
    return sensed_share(before, after, rate * lasted_s), used_s / lasted_s


def sensed_share(before: LiveStatus, after: LiveStatus, due: float) -> float:
    """Return the windows sensed between two states over those `due`, of the stream that lags most."""
    return min(sensed(before, after).values()) / due


def real_time_limit(shares: Mapping[float, float]) -> float:
    """Return the highest rate up to which every share is at least `KEEPS_UP`; 0 for none."""
    limit = 0.0
    for rate in sorted(shares):
        if shares[rate] < KEEPS_UP:
            break
        limit = rate
    return limit
