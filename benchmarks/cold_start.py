"""Cold start: wall time from `anymal ask` to the first word, peak memory, import time, against a bare Python.

Knows processes and the operating system's own accounting; refuses to look inside. Every run is a
fresh process; runs are interleaved with `python -c "import numpy"`, so that the ratio holds when
the machine's speed drifts.

    python benchmarks/cold_start.py --runs 10 --output benchmarks/results/cold_start.json
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from anymal.runtime.demo_samples import write_samples

IMPORTS = "import anymal.runtime.cli, anymal.runtime.cli_ask, anymal.runtime.assistant"


@dataclass(frozen=True)
class Run:
    """One process: first output and end in ms after its start, peak resident memory in MB."""

    first_output_ms: float
    wall_ms: float
    peak_rss_mb: float


def measure(command: list[str]) -> Run:
    """Start `command`, wait for its first byte of output and for its end."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    process.stdout.read(1)
    first = time.perf_counter()
    process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    ended = time.perf_counter()
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    return Run((first - began) * 1e3, (ended - began) * 1e3, usage.ru_maxrss / 1024)


def summary(runs: list[Run]) -> dict[str, dict[str, float]]:
    """Minimum, median and maximum of every figure."""
    return {
        name: {
            "min": round(min(values), 1),
            "median": round(statistics.median(values), 1),
            "max": round(max(values), 1),
        }
        for name in asdict(runs[0])
        if (values := [asdict(run)[name] for run in runs])
    }


def main() -> None:
    """Measure, print and write the result file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", default="nano")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    python = [sys.executable]
    with tempfile.TemporaryDirectory() as folder:
        samples = write_samples(Path(folder))
        ask = [*python, "-m", "anymal.runtime.cli", "ask", "--bundle", arguments.bundle]
        senses = [
            *("--image", str(samples.picture)),
            *("--audio", str(samples.beeping)),
            *("--imu", str(samples.walking)),
        ]
        commands = {
            "bare_python_with_numpy": [*python, "-c", "import numpy; print(1)"],
            "import_anymal": [*python, "-c", f"{IMPORTS}; print(1)"],
            "ask_text_only": [*ask, "Who are you?"],
            "ask_image_audio_imu": [*ask, *senses, "What is going on?"],
        }
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for number in range(arguments.runs + 1):
            for name, command in commands.items():
                result = measure(command)
                if number:  # the first round only warms the page cache
                    runs[name].append(result)
    record = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {"cpu": _cpu(), "cores": os.cpu_count(), "python": platform.python_version()},
        "load_average_at_end": os.getloadavg()[0],
        "results": {name: summary(found) for name, found in runs.items()},
    }
    text = json.dumps(record, indent=1)
    print(text)
    if arguments.output:
        arguments.output.write_text(text + "\n", encoding="utf-8")


def _cpu() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next(
        (line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


if __name__ == "__main__":
    main()
