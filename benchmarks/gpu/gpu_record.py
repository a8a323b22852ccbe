"""What every GPU benchmark writes beside its figures: command, date, hardware and versions.

Knows how to look; refuses to measure.
"""

import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from anymal.engines.cuda_memory import open_cuda

__all__ = ["percentiles", "timed_ms", "write_record"]

PACKAGES = ("onnxruntime", "onnxruntime-gpu", "tensorrt", "tensorrt-rtx", "cuda-bindings", "llama-cpp-python")


def write_record(results: dict[str, Any], output: Path | None) -> None:
    """Print `results` with what they were measured on, and write them to `output`."""
    gpu = open_cuda().gpu()
    record = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {
            "gpu": str(gpu),
            "gpu_memory_gb": round(gpu.total_bytes / 1e9, 1),
            "cpu": _cpu(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "versions": {name: version for name in PACKAGES if (version := _version(name))},
        "results": results,
    }
    text = json.dumps(record, indent=1)
    print(text)
    if output:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text + "\n", encoding="utf-8")


def timed_ms(work: Callable[[], Any], runs: int, warm: int = 5) -> list[float]:
    """Wall times of `runs` calls in ms, after `warm` that do not count."""
    for _ in range(warm):
        work()
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1e3)
    return times


def percentiles(times: Sequence[float]) -> dict[str, float]:
    """Minimum, median and 95th percentile, rounded to microseconds."""
    ordered = sorted(times)
    return {
        "min": round(ordered[0], 3),
        "median": round(statistics.median(ordered), 3),
        "p95": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 3),
    }


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _cpu() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next(
        (line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )
