"""Scenario `start_up`: from the start of a fresh process to the first word and the first answer.

Knows processes and the marks a child reports; refuses to time inside the child. The page cache is warm, as it
is for everything but the first run after a boot: the first process is not kept.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from anymal.bench.child import run_child
from anymal.bench.inputs import made_picture
from anymal.bench.record import Figure, figure
from anymal.errors import ConfigError, EngineError
from anymal.runtime.options import AssistantOptions

__all__ = ["Start", "StartUpPlan", "run_start_up", "start_child"]

TIMEOUT_S = 600.0
FIGURES: Mapping[str, tuple[str, str]] = {
    "start_ms": ("ms", "from the process being started to Python running our module"),
    "import_ms": ("ms", "importing what an answer needs"),
    "load_ms": ("ms", "checking the bundle's hashes and opening the LLM"),
    "first_ms": ("ms", "from asking to the first word; opens the encoder"),
    "load_to_answer_ms": ("ms", "from the bundle being opened to the end of the first answer"),
    "start_to_first_ms": (
        "ms",
        "from the process being started to the first word",
    ),
    "peak_rss_mb": ("MiB", "peak resident memory of the process, mapped weights included"),
}
Start = Callable[[int], Mapping[str, float]]


@dataclass(frozen=True)
class StartUpPlan:
    """`runs` kept processes, after `warmup` that only fill the page cache."""

    runs: int = 10
    warmup: int = 1

    def __post_init__(self) -> None:
        """Raise `ConfigError` out of range."""
        if not (1 <= self.runs <= 10_000 and 0 <= self.warmup <= 1000):
            raise ConfigError(
                f"start_up.runs must be at least 1, warmup at least 0, found {self.runs}, {self.warmup}"
            )


def run_start_up(plan: StartUpPlan, start: Start) -> dict[str, Figure]:
    """Start processes one after the other by `start(number)` and return a figure per mark."""
    found = [start(number) for number in range(plan.warmup + plan.runs)][plan.warmup :]
    return {
        name: figure(name, unit, [marks[name] for marks in found], note)
        for name, (unit, note) in FIGURES.items()
        if all(name in marks for marks in found)
    }


def start_child(bundle: Path, options: AssistantOptions) -> Start:
    """Return a `Start` that asks the bundle in `bundle` in a fresh Python; it raises `EngineError`."""

    picture = made_picture(0).rgb

    def start(number: int) -> Mapping[str, float]:
        asked = {
            "bundle": os.fspath(bundle),
            "threads": options.threads,
            "n_ctx": options.n_ctx,
            "device": options.device,
            "allow_unverified": options.allow_unverified,
            "picture": picture.shape,
            "started_ns": time.monotonic_ns(),
        }
        try:
            done = run_child(
                "anymal.bench.start_up_child", [json.dumps(asked)], TIMEOUT_S, given=picture.tobytes()
            )
        except subprocess.TimeoutExpired as error:
            raise EngineError(f"fresh process {number} had no first word after {TIMEOUT_S:g} s") from error
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            raise EngineError(f"fresh process {number} ended with exit code {done.returncode}: {last}")
        marks: dict[str, float] = json.loads(done.stdout)
        return marks

    return start
