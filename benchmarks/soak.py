"""Half an hour of a live session while the world around it breaks: does it grow, does everything come back?

A camera (MJPEG), a serial motion sensor (pty) and a microphone (a client of `ws-listen:`) run at real-time
rates in a process of their own (`soak_rig`); a question comes every few seconds, and a fault at every
`--fault-every`, one kind after the other. Knows faults, limits and what this process uses; refuses to
look at what answers say. Linux only: it reads /proc. Exit code 1 when memory, handles or threads grow
beyond the limits, an answer failed, something is left running, or a sensor was not back within 15 s.

    python benchmarks/soak.py --seconds 1800 --output benchmarks/results/soak.json
    python benchmarks/soak.py --seconds 60 --fault-every 8
"""

import argparse
import json
import os
import platform
import socket
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from soak_left import in_use, left_over
from soak_parts import FAULTS, Asking, Breaking, Busy, Rig, Usage, open_rig

import anymal
from anymal.runtime.live import LiveSession
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import NS_PER_S

TICK_S = 0.1
READY_S = 60.0
SETTLE_S = 1.5
COUNT_LIMIT = 2
"""More handles or threads than at the start by so many are no leak: in half an hour a fault comes 4 times."""
SLOPE_FROM_MIN = 5.0
"""Below so many minutes the slope says little, and growth in all is judged instead."""
GROWTH_LIMIT_MB = 16.0


@dataclass
class Figures:
    """Everything measured while the session ran."""

    usage: Usage
    asking: Asking
    breaking: Breaking
    encoding: Busy
    updating: Busy
    seconds: float = 0.0
    cpu_s: float = 0.0
    rig_cpu_s: float = 0.0
    deepest: dict[str, int] = field(default_factory=dict)


def soak(live: LiveSession, rig: Rig, arguments: argparse.Namespace) -> Figures:
    """Run the session for the time given, and until the last fault is over."""
    faults = [fault for fault in FAULTS if not arguments.faults or fault.name in arguments.faults]
    figures = Figures(
        Usage(),
        Asking(live, arguments.ask_every, arguments.seed),
        Breaking(live, rig, faults, arguments.fault_every),
        Busy(),
        Busy(),
    )
    for stream in live._streams.values():
        figures.encoding.listen(stream, "sense")
    figures.updating.listen(live._context, "step")
    began, cpu, rig_cpu = time.monotonic(), time.process_time(), rig.cpu_s()
    sample_every_s = min(5.0, max(0.25, arguments.seconds / 360))
    sampled, at_s = -1, 0.0
    while at_s < arguments.seconds or figures.breaking.going_on:
        time.sleep(TICK_S)
        at_s = time.monotonic() - began
        if live.closed:
            raise SystemExit(f"the session ended by itself: {live.status()}")
        for name, sensor in live._sensors.items():
            figures.deepest[name] = max(len(sensor._ring), figures.deepest.get(name, 0))
        if int(at_s / sample_every_s) > sampled:
            sampled = int(at_s / sample_every_s)
            figures.usage.sample(at_s, not figures.breaking.going_on)
        figures.asking.tick(at_s)
        figures.breaking.tick(at_s, arguments.back_within, at_s < arguments.seconds)
    figures.asking.finish(30.0)
    for _ in range(3):  # the last fault may have ended this moment
        time.sleep(SETTLE_S / 3)
        figures.usage.sample(at_s, quiet=True)
    figures.seconds = at_s
    figures.cpu_s, figures.rig_cpu_s = time.process_time() - cpu, rig.cpu_s() - rig_cpu
    return figures


def report(live: LiveSession, figures: Figures, arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the figures as they go into the result file."""
    status, seconds = live.status(), figures.seconds
    due = {name: seconds * NS_PER_S / live.options.hop_ns(name) for name in status.sensing}
    sensing = {
        name: asdict(counts)
        | {"of_due": round((counts.encoded + counts.still + counts.cached) / due[name], 3)}
        for name, counts in status.sensing.items()
    }
    sensors = {
        name: {
            "state": stats.state,
            "detail": stats.detail,
            "received": stats.received,
            "rate_hz": round(stats.rate_hz, 2),
            "dropped": stats.dropped,
            "gaps": stats.gaps,
            "reconnects": stats.reconnects,
            "deepest_queue": figures.deepest.get(name, 0),
            "counters": dict(stats.counters),
        }
        for name, stats in status.sensors.items()
    }
    asking = figures.asking
    return {
        "seconds": round(seconds, 1),
        "rss": figures.usage.memory(min(60.0, 0.3 * arguments.seconds)),
        "handles": Usage.count(figures.usage.handles),
        "threads": Usage.count(figures.usage.threads),
        "sensors": sensors,
        "sensing": sensing,
        "context": asdict(status.context),
        "failures_of_senses": dict(status.failures),
        "answers": {
            "asked": asking.asked,
            "answered": len(asking.ttft_ms),
            "late": asking.late,
            "failed": len(asking.errors),
            "errors": asking.errors[:5],
            "ttft_ms": summary(asking.ttft_ms),
            "wait_ms": summary(asking.wait_ms),
        },
        "cpu_share": round(figures.cpu_s / seconds, 4),
        "rig_cpu_share": round(figures.rig_cpu_s / seconds, 4),
        "encoding_s": round(figures.encoding.seconds, 2),
        "updating_s": round(figures.updating.seconds, 2),
        # Wall time of encoders and context updates per second of what was sensed: below 1 it keeps up.
        "real_time_factor": round((figures.encoding.seconds + figures.updating.seconds) / seconds, 4),
        "faults": [asdict(injected) for injected in figures.breaking.injected],
    }


def judge(result: dict[str, Any], arguments: argparse.Namespace) -> list[str]:
    """Return what went beyond the limits."""
    wrong = []
    rss = result["rss"]
    growth_mb = rss["slope_mb_per_min"] * rss["judged_min"]
    if rss["judged_min"] >= SLOPE_FROM_MIN and rss["slope_mb_per_min"] > arguments.rss_limit:
        wrong.append(f"memory grows by {rss['slope_mb_per_min']} MiB/min, limit {arguments.rss_limit}")
    elif rss["judged_min"] < SLOPE_FROM_MIN and growth_mb > GROWTH_LIMIT_MB:
        wrong.append(f"memory grew by {growth_mb:.1f} MiB, limit {GROWTH_LIMIT_MB:g}")
    for name in ("handles", "threads"):
        if result[name]["last"] - result[name]["first"] > COUNT_LIMIT:
            wrong.append(f"{name} grew from {result[name]['first']} to {result[name]['last']}")
    for fault in result["faults"]:
        if fault["back_s"] is None:
            wrong.append(f"{fault['sense']} was not back {arguments.back_within:g} s after: {fault['name']}")
    if result["answers"]["failed"] or result["answers"]["answered"] < 1:
        wrong.append(f"answers failed or none came: {result['answers']['errors']}")
    for name, sensor in result["sensors"].items():
        if sensor["state"] != "streaming":
            wrong.append(f"the sensor of {name} ended as {sensor['detail']}")
    wrong += [f"the sense {name} gave up: {why}" for name, why in result["failures_of_senses"].items()]
    wrong += [f"left running: {kind} {names}" for kind, names in result["left"].items() if names]
    return wrong


def summary(values: Sequence[float]) -> dict[str, float]:
    """Median, 95th percentile and maximum."""
    if not values:
        return {}
    ordered = sorted(values)
    return {
        "p50": round(statistics.median(ordered), 3),
        "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 3),
        "max": round(ordered[-1], 3),
    }


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[tuple[LiveSession, Rig]]:
    """The world and a live session in it."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    with (
        open_rig(port, arguments.fps, arguments.imu_hz) as rig,
        anymal.load(arguments.bundle, AssistantOptions(threads=arguments.threads)) as assistant,
        assistant.live(
            camera=rig.camera,
            mic=f"ws-listen://127.0.0.1:{port}?sense=audio",
            imu=f"imu:{rig.imu}?protocol=ximu3&baud=115200",
            # The rig's picture is the same but for its time code: every one counts as new.
            options=LiveOptions(still=0.0),
            generation=GenerationOptions(max_tokens=arguments.max_tokens),
        ) as live,
    ):
        yield live, rig


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Open everything, soak, close everything, and look at what is left."""
    with opened(arguments):
        pass  # what libraries keep open for good (llama-cpp-python: /dev/null twice) they have now
    before = in_use()
    with opened(arguments) as (live, rig):
        if not live.ready(READY_S):
            raise SystemExit(f"no windows within {READY_S:g} s: {live.status()}")
        figures = soak(live, rig, arguments)
        result = report(live, figures, arguments)
    return {**result, "left": left_over(before)}


def main() -> int:
    """Soak, print and write the result file; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=1800.0)
    parser.add_argument("--bundle", default="nano")
    parser.add_argument("--fault-every", type=float, default=60.0)
    parser.add_argument("--faults", nargs="*", choices=[fault.name for fault in FAULTS], help="default: all")
    parser.add_argument("--ask-every", type=float, default=4.0)
    parser.add_argument("--max-tokens", type=int, default=24)
    parser.add_argument("--fps", type=float, default=15.0)
    parser.add_argument("--imu-hz", type=float, default=100.0)
    parser.add_argument("--back-within", type=float, default=15.0)
    parser.add_argument("--rss-limit", type=float, default=0.1, help="MiB/min, from 5 judged minutes on")
    parser.add_argument("--threads", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    result = run(arguments)
    wrong = judge(result, arguments)
    record = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "machine": platform.machine(),
        },
        "load_average_at_end": os.getloadavg()[0],
        **result,
        "beyond_limits": wrong,
    }
    text = json.dumps(record, indent=1)
    print(text)
    if arguments.output:
        arguments.output.write_text(text + "\n", encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
