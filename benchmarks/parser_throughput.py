"""Parser throughput: bytes per CPU second of every IMU protocol, against a serial line at 921,600 baud.

Knows clean streams cut into reads of 10 ms, and noise; refuses to measure anything but the parser: CPU
time of this process, one core, the best and the median of several rounds.

    python benchmarks/parser_throughput.py --rounds 5 --output benchmarks/results/parser_throughput.json
"""

import argparse
import json
import math
import os
import platform
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from anymal.errors import SensorError
from anymal.sensors.protocols import make_parser
from anymal.sensors.protocols.encode import ENCODERS

LINE_BYTES_PER_S = 92_160  # 921,600 baud, 8N1
WANTED = 10
READ_BYTES = LINE_BYTES_PER_S // 100


def stream(kind: str, size: int) -> tuple[bytes, int]:
    """Return about `size` bytes of a gently turning sensor, and the number of samples in them."""
    encode = ENCODERS[kind][1]
    frames: list[bytes] = []
    length = 0
    while length < size:
        phase = len(frames) / 100
        accel = (math.sin(phase), math.cos(phase), 9.8 + 0.1 * math.sin(7 * phase))
        frames.append(encode(len(frames), accel, (0.1 * math.cos(phase), 0.2, -0.3 * math.sin(phase))))
        length += len(frames[-1])
    return b"".join(frames), len(frames)


def measure(kind: str, size: int, rounds: int) -> dict[str, Any]:
    """Parse the stream `rounds` times; raises `SystemExit` when a sample is missing."""
    data, samples = stream(kind, size)
    pieces = [data[at : at + READ_BYTES] for at in range(0, len(data), READ_BYTES)]
    seconds = []
    for _ in range(rounds + 1):
        parser = make_parser(ENCODERS[kind][0])
        began = time.process_time()
        found = sum(len(parser.feed(piece)) for piece in pieces)
        seconds.append(time.process_time() - began)
        if found != samples:
            raise SystemExit(f"{kind}: {found} readings of {samples} samples")
    del seconds[0]  # warms up
    median = len(data) / statistics.median(seconds)
    return {
        "bytes_per_sample": round(len(data) / samples, 1),
        "median_bytes_per_s": round(median),
        "best_bytes_per_s": round(len(data) / min(seconds)),
        "times_921600_baud": round(median / LINE_BYTES_PER_S, 1),
        "us_per_sample": round(statistics.median(seconds) / samples * 1e6, 2),
        "noise_times_921600_baud": round(resync(kind, random.Random(1).randbytes(size // 4)), 1),
        "heads_times_921600_baud": round(resync(kind, data[:6] * (size // 24)), 1),
    }


def resync(kind: str, data: bytes) -> float:
    """Speed on bytes without a good frame: random noise, or nothing but the first bytes of frames."""
    parser = make_parser(ENCODERS[kind][0])
    began = time.process_time()
    for at in range(0, len(data), READ_BYTES):
        parser.feed(data[at : at + READ_BYTES])
    return len(data) / (time.process_time() - began) / LINE_BYTES_PER_S


def main() -> None:
    """Measure, print and write the result file; exit code 1 when a protocol is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bytes", type=int, default=2_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    results: dict[str, Any] = {}
    for kind in ENCODERS:
        try:
            results[kind] = measure(kind, arguments.bytes, arguments.rounds)
        except SensorError as error:  # pymavlink is an extra
            results[kind] = {"skipped": str(error)}
    slow = [kind for kind, found in results.items() if found.get("times_921600_baud", WANTED) < WANTED]
    record = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {"cpu": _cpu(), "cores": os.cpu_count(), "python": platform.python_version()},
        "load_average_at_end": os.getloadavg()[0],
        "line_bytes_per_s": LINE_BYTES_PER_S,
        "wanted_times": WANTED,
        "too_slow": slow,
        "results": results,
    }
    text = json.dumps(record, indent=1)
    print(text)
    if arguments.output:
        arguments.output.write_text(text + "\n", encoding="utf-8")
    if slow:
        raise SystemExit(1)


def _cpu() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next(
        (line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


if __name__ == "__main__":
    main()
