"""Which ONNX files NVIDIA's parser and builder take, with build time, plan size and peak memory.

Every file is built in a process of its own by TensorRT-RTX, so that peak memory is that file's and a
crash is a row of the table. Needs no GPU. A refusal is a finding, with its reason; what the files are is
not known here.

    python benchmarks/tensorrt_acceptance.py build/graphs/*.onnx --output benchmarks/results/acceptance.json
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from importlib import metadata
from pathlib import Path
from typing import Any

ONE = """
import dataclasses, json, pathlib, resource, sys
from anymal.export.to_tensorrt import check_acceptance
found = dataclasses.asdict(check_acceptance(pathlib.Path(sys.argv[1]), builder="tensorrt_rtx"))
found["peak_rss_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print(json.dumps(found))
"""


def accept(path: Path, timeout_s: float) -> dict[str, Any]:
    """Build `path` in a process of its own and return what it found."""
    size = {"onnx_mb": round(path.stat().st_size / 1e6, 2)}
    try:
        done = subprocess.run(
            [sys.executable, "-c", ONE, str(path)],
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {**size, "accepted": False, "reason": f"not built after {timeout_s:.0f} s"}
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        return {**size, "accepted": False, "reason": last[0]}
    found: dict[str, Any] = json.loads(done.stdout)
    found["seconds"] = round(found["seconds"], 2)
    found["plan_mb"] = round(found.pop("plan_bytes") / 1e6, 2)
    return {**size, **found}


def main() -> int:
    """Try every file, print and write the record; 1 when one was refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--timeout", type=float, default=900.0, help="seconds per file (%(default)s)")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    results = {}
    for path in arguments.files:
        results[path.name] = accept(path, arguments.timeout)
        print(path.name, results[path.name], flush=True)
    record = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {"cores": os.cpu_count(), "machine": platform.machine(), "gpu": "none"},
        "versions": {name: metadata.version(name) for name in ("tensorrt-rtx", "onnx")},
        "results": results,
    }
    if arguments.output:
        arguments.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0 if all(found["accepted"] for found in results.values()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
