"""CPU latency of exported encoders at batch 1: ONNX Runtime and, where it is installed, OpenVINO, in turns.

Knows the graphs that `export_shapes.py --keep FOLDER` leaves (a folder per shape, with a sample) and both
runtimes; refuses OpenVINO beside its telemetry package, which would phone home. All candidates of a shape
are timed in turns in one process, so that their ratios hold when the machine's speed drifts.

    pip install --no-deps openvino
    python benchmarks/export_shapes.py --precisions fp32 int8 int8_qdq int8_u8 --no-tensorrt --keep shapes
    python benchmarks/export_shapes_latency.py shapes --output benchmarks/results/encoder_latency.json
"""

import argparse
import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from importlib import metadata, util
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.onnx_engine import OnnxEngine

__all__ = ["SAMPLE_FILE", "latencies"]

SAMPLE_FILE = "sample.npz"  # one raw input, under the name the graph gives it
ONNXRUNTIME, OPENVINO = "onnxruntime", "openvino"
# What each runtime takes: dynamic scales are ONNX Runtime's own form, Q/DQ is everybody's.
CANDIDATES = {ONNXRUNTIME: ("fp32", "int8"), OPENVINO: ("fp32", "int8_qdq", "int8_u8")}
REASON_CHARACTERS = 300
Run = Callable[[], object]


class Refused(Exception):
    """A runtime that does not take a graph, with its last words."""


def latencies(
    files: Mapping[str, Path], feeds: Mapping[str, NDArray[Any]], threads: int, rounds: int
) -> dict[str, Any]:
    """Milliseconds per inference of every candidate among `files` (precision -> graph), and its ratio.

    `speed_up` is over ONNX Runtime on the fp32 graph. `cpu` is what all threads of the process spent, which
    hardly counts what else the machine did; with one thread its ratio is that of a machine of one's own.
    `most_off` is the largest difference of the
    soft tokens from that graph's, so that a fast candidate is also seen to compute the same. A graph
    that a runtime does not take has `refused` with the reason in place of figures.
    """
    runs: dict[str, Run] = {}
    refused: dict[str, Any] = {}
    for runtime, precisions in CANDIDATES.items():
        for precision in precisions:
            key = f"{runtime} {precision}"
            try:
                if precision in files and (run := OPENERS[runtime](files[precision], feeds, threads)):
                    runs[key] = run
            except Refused as reason:
                refused[key] = {"refused": str(reason)}
    first = f"{ONNXRUNTIME} fp32"
    times, spent = {key: list[float]() for key in runs}, {key: list[float]() for key in runs}
    rows = {key: np.asarray(run()) for key, run in runs.items()}  # warms up, too
    for _ in range(rounds):
        for key, run in runs.items():
            began, cpu = time.perf_counter(), time.process_time()
            run()
            times[key].append((time.perf_counter() - began) * 1e3)
            spent[key].append((time.process_time() - cpu) * 1e3)
    usual, usual_cpu = statistics.median(times[first]), statistics.median(spent[first])
    return refused | {
        key: {
            "min": round(min(found), 2),
            "median": round(statistics.median(found), 2),
            "speed_up": round(usual / statistics.median(found), 2),
            "cpu": round(statistics.median(spent[key]), 2),
            "cpu_speed_up": round(usual_cpu / statistics.median(spent[key]), 2),
            "most_off": float(f"{np.abs(rows[key] - rows[first]).max():.3g}"),
        }
        for key, found in times.items()
    }


def _onnxruntime(path: Path, feeds: Mapping[str, NDArray[Any]], threads: int) -> Run:
    engine = OnnxEngine(path, "cpu", threads)
    return lambda: next(iter(engine.run(feeds).values()))


def _openvino(path: Path, feeds: Mapping[str, NDArray[Any]], threads: int) -> Run | None:
    """OpenVINO on the same graph, other arithmetic in float32, or None where it is not installed."""
    if util.find_spec("openvino") is None:
        return None
    if util.find_spec("openvino_telemetry") is not None:
        raise SystemExit("openvino_telemetry is installed and phones home: pip uninstall openvino-telemetry")
    import openvino

    options = {
        "INFERENCE_NUM_THREADS": threads,
        "INFERENCE_PRECISION_HINT": "f32",
        "PERFORMANCE_HINT": "LATENCY",
    }
    core = openvino.Core()
    try:
        model = core.read_model(str(path))
        model.reshape({name: list(value.shape) for name, value in feeds.items()})  # batch 1, known ahead
        compiled = core.compile_model(model, "CPU", options)
    except RuntimeError as error:
        raise Refused(" ".join(str(error).split())[-REASON_CHARACTERS:]) from error
    return lambda: compiled(feeds)[0]


OPENERS: dict[str, Callable[[Path, Mapping[str, NDArray[Any]], int], Run | None]] = {
    ONNXRUNTIME: _onnxruntime,
    OPENVINO: _openvino,
}


def main() -> None:
    """Time every shape below the folder; print each and write the result file as it grows."""
    arguments = _arguments()
    results: dict[str, Any] = {}
    for sample in sorted(arguments.folder.glob(f"*/{SAMPLE_FILE}")):
        name = sample.parent.name
        if arguments.shapes and name not in arguments.shapes:
            continue
        with np.load(sample) as saved:
            feeds = dict(saved)
        files = {path.stem: path for path in sample.parent.glob("*.onnx")}
        results[name] = latencies(files, feeds, arguments.threads, arguments.rounds)
        print(name, json.dumps(results[name], indent=1), flush=True)
        if arguments.output:
            record = _record(arguments, results)
            arguments.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def _record(arguments: argparse.Namespace, results: dict[str, Any]) -> dict[str, Any]:
    return {
        "command": f"export_shapes_latency.py --threads {arguments.threads} --rounds {arguments.rounds}",
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {"cpu": _cpu(), "cores": os.cpu_count(), "python": platform.python_version()},
        "tools": {name: metadata.version(name) for name in CANDIDATES if util.find_spec(name)},
        "weights": "random",
        "load_average_at_end": os.getloadavg()[0],
        "results": results,
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="what `export_shapes.py --keep` left")
    parser.add_argument("--shapes", nargs="+", default=[], help="only these")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--output", type=Path)
    return parser.parse_args()


def _cpu() -> str:
    """The CPU's name and the vector instructions that int8 arithmetic is made of."""
    text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    names = [line.split(":")[1].strip() for line in text.splitlines() if line.startswith("model name")]
    flags = [
        flag for flag in ("avx2", "avx512f", "avx512_vnni", "avx_vnni", "amx_int8") if f" {flag}" in text
    ]
    return f"{names[0] if names else platform.processor()} ({', '.join(flags)})"


if __name__ == "__main__":
    main()
