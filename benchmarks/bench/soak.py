"""Scenario `soak`: whether a live session that answers on and on keeps what it uses level.

Knows a child process, its memory, handles and threads over time, and slopes; refuses to know faults, which
`benchmarks/soak.py` injects. The child is a process of its own, so that its memory is nobody else's.
"""

import json
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from anymal.bench.child import run_child
from anymal.bench.record import Figure, dependent, figure
from anymal.errors import ConfigError, EngineError
from anymal.runtime.options import AssistantOptions

__all__ = ["SoakPlan", "run_soak", "slopes", "soak_child", "soak_figures"]

SPARE_S = 120.0
SECONDS_PER_MIN = 60.0
APART = ("peak_rss_mb", "ttft_ms")
"""Figures whose samples do not follow one from the other, as levels over time and their slopes do."""
Samples = Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class SoakPlan:
    """`seconds` of live, a question every `every_s`; slopes are of what comes after `warm_s`."""

    seconds: float = 300.0
    warm_s: float = 30.0
    every_s: float = 2.0
    max_tokens: int = 24

    def __post_init__(self) -> None:
        """Raise `ConfigError` out of range."""
        limits = {
            "seconds": (4.0, 1e6),
            "warm_s": (0.0, self.seconds - 2.0),
            "every_s": (0.01, 3600.0),
            "max_tokens": (1, 100_000),
        }
        for name, (least, most) in limits.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise ConfigError(f"soak.{name} must be between {least:g} and {most:g}, found {value}")


def run_soak(plan: SoakPlan, soak: Callable[[SoakPlan], Samples]) -> dict[str, Figure]:
    """Return the figures of what `soak` sampled: `at_s`, `rss_mb`, `handles`, `threads`, `ttft_ms`."""
    return soak_figures(soak(plan), plan)


def soak_child(bundle: Path, options: AssistantOptions) -> Callable[[SoakPlan], Samples]:
    """Return what runs live on `bundle` in a fresh Python and samples it; it raises `EngineError`."""

    def soak(plan: SoakPlan) -> Samples:
        asked = {
            "bundle": os.fspath(bundle),
            "options": {
                "threads": options.threads,
                "n_ctx": options.n_ctx,
                "device": options.device,
                "allow_unverified": options.allow_unverified,
            },
            "seconds": plan.seconds,
            "every_s": plan.every_s,
            "max_tokens": plan.max_tokens,
        }
        limit_s = plan.seconds + SPARE_S
        try:
            done = run_child("anymal.bench.soak_child", [json.dumps(asked)], limit_s)
        except subprocess.TimeoutExpired as error:
            raise EngineError(f"the soaked process did not end within {limit_s:g} s") from error
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            raise EngineError(f"the soaked process ended with exit code {done.returncode}: {last}")
        samples: Samples = json.loads(done.stdout)
        return samples

    return soak


def soak_figures(samples: Samples, plan: SoakPlan) -> dict[str, Figure]:
    """Return levels and slopes. Raises `EngineError` when too little came after `warm_s` for a slope."""
    kept = [number for number, at_s in enumerate(samples["at_s"]) if at_s >= plan.warm_s]
    if len(kept) < 4:
        raise EngineError(f"soak has {len(kept)} samples after {plan.warm_s:g} s, 4 are wanted: run longer")
    at_s = [samples["at_s"][number] for number in kept]
    rss = samples["rss_mb"]
    found = {
        "rss_mb": figure("rss_mb", "MiB", rss, "resident memory each second, mapped weights included"),
        "peak_rss_mb": figure("peak_rss_mb", "MiB", samples["peak_rss_mb"], "the most at any moment"),
    }
    for column, unit in (("rss_mb", "MiB/min"), ("handles", "1/min"), ("threads", "1/min")):
        name = f"{column.removesuffix('_mb')}_slope"
        values = slopes(at_s, [samples[column][number] for number in kept])
        note = f"after {plan.warm_s:g} s, between samples half the time apart (median: Theil and Sen)"
        found[name] = figure(name, unit, values, note)
    for column in ("handles", "threads"):
        found[column] = figure(column, "count", samples[column], "each second")
    if samples["ttft_ms"]:
        found["ttft_ms"] = figure("ttft_ms", "ms", samples["ttft_ms"], "of every answer")
    return {name: one if name in APART else dependent(one) for name, one in found.items()}


def slopes(at_s: Sequence[float], values: Sequence[float]) -> list[float]:
    """Return the slopes per minute between samples half the series apart; their median is robust.

    As P. K. Sen (1968) with the pairs of H. Theil's incomplete method, so that neighbours' noise is divided
    by a long time. They overlap, and a level that only wanders has a slope in most runs: no interval is
    theirs.
    """
    half = len(values) // 2
    return [
        (values[first + half] - values[first]) / (at_s[first + half] - at_s[first]) * SECONDS_PER_MIN
        for first in range(len(values) - half)
    ]
