"""What full-size encoders cost to export and to run: seconds, peak memory, file sizes, CPU latency, TensorRT.

Knows the exporter's own functions and ONNX Runtime; OpenVINO and TensorRT-RTX take part where they
are installed. Weights are random: sizes and times are real, accuracies are not. Every shape runs in
a process of its own, so that its peak memory is its own. `export_shapes_latency.py` has the times.

    python benchmarks/export_shapes.py --output benchmarks/results/export_shapes.json
    python benchmarks/export_shapes.py --small --shapes imu2clip vit-b16   # a quick try
"""

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
from export_shapes_latency import SAMPLE_FILE, latencies
from export_shapes_parts import SHAPES, build
from numpy.typing import NDArray

from anymal.errors import AnymalError
from anymal.export.calibration import Calibration
from anymal.export.to_tensorrt import check_acceptance
from anymal.export.variants import VariantFile, build_variants

PRECISIONS = ("fp32", "fp16", "int8", "int8_qdq")
KNOWN_PRECISIONS = (*PRECISIONS, "int8_u8")
TOOLS = ("torch", "transformers", "onnx", "onnxscript", "onnxruntime", "openvino", "tensorrt-rtx")


def measure(name: str, arguments: argparse.Namespace) -> dict[str, Any]:
    """Everything about one shape, in this process."""
    began = time.perf_counter()
    module, section, samples = build(name, arguments.n_embd, arguments.small)
    record: dict[str, Any] = {
        "what": SHAPES[name].what,
        "parameters": sum(weight.numel() for weight in module.parameters()),
        "positions": module.encoder.positions,
        "build_s": _since(began),
        "peak_rss_mb": {"model": _peak_mb()},
    }
    calibration = Calibration("benchmark noise", samples[:2], samples[2:])
    with tempfile.TemporaryDirectory() as folder:
        made: dict[str, VariantFile] = {}
        for precision in arguments.precisions:
            began = time.perf_counter()
            made |= build_variants(module, section, Path(folder), (precision,), calibration)
            # With the comparison against torch: what `anymal export` spends on it.
            record.setdefault("export_and_compare_s", {})[precision] = _since(began)
            record["peak_rss_mb"][precision] = _peak_mb()
        del module
        record["bytes"] = {key: item.path.stat().st_size for key, item in made.items()}
        record["parity"] = {
            key: {"max_abs": item.parity.max_abs, "cosine_min": item.parity.cosine_min}
            for key, item in made.items()
        }
        feeds = {section["name"]: samples[:1]}
        files = {key: item.path for key, item in made.items()}
        record["latency_ms"] = latencies(files, feeds, arguments.threads, arguments.rounds)
        if arguments.keep:
            _keep(made, feeds, arguments.keep / name)
        if not arguments.no_tensorrt:
            record["tensorrt"] = {key: _accepted(item.path) for key, item in made.items() if key != "int8"}
    return record


def _keep(made: dict[str, VariantFile], feeds: dict[str, NDArray[Any]], folder: Path) -> None:
    """The graphs of a shape by precision and one sample, as `export_shapes_latency.py` reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    for key, item in made.items():
        shutil.copyfile(item.path, folder / f"{key}.onnx")
    np.savez(folder / SAMPLE_FILE, **feeds)


def _accepted(path: Path) -> dict[str, Any]:
    """Whether NVIDIA's parser and builder take the graph, ahead of time on this CPU."""
    try:
        found = check_acceptance(path)
    except AnymalError as error:
        return {"accepted": None, "reason": str(error).split("\n")[0]}
    return {
        "accepted": found.accepted,
        "builder": found.builder,
        "build_s": round(found.seconds, 1),
        "plan_bytes": found.plan_bytes,
        "reason": found.reason,
    }


def main() -> None:
    """Measure every shape in its own process, print and write the result file."""
    arguments = _arguments()
    if arguments.child:
        print(json.dumps(measure(arguments.child, arguments)))
        return
    results: dict[str, Any] = {}
    for name in arguments.shapes:
        command = [sys.executable, __file__, *sys.argv[1:], "--child", name]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{name}: exit code {done.returncode}")
        results[name] = json.loads(done.stdout.splitlines()[-1])
        print(name, json.dumps(results[name], indent=1), flush=True)
    record = {
        "command": " ".join(sys.argv),
        "date": time.strftime("%Y-%m-%d"),
        "hardware": {"cpu": _cpu(), "cores": os.cpu_count(), "python": platform.python_version()},
        "tools": _versions(),
        "threads": arguments.threads,
        "n_embd": arguments.n_embd,
        "small": arguments.small,
        "weights": "random",
        "load_average_at_end": os.getloadavg()[0],
        "results": results,
    }
    print(table(results))
    if arguments.output:
        arguments.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def table(results: dict[str, Any]) -> str:
    """The results as a Markdown table."""
    lines = ["| shape | export s | peak MB | fp32 MB | int8 MB | fp32 ms | int8 ms | speed-up | TensorRT |"]
    lines.append("|---|--:|--:|--:|--:|--:|--:|--:|---|")
    for found in results.values():
        sizes, latency = found["bytes"], found["latency_ms"]
        int8 = latency.get("onnxruntime int8", {})
        taken = ", ".join(f"{key} {item['accepted']}" for key, item in found.get("tensorrt", {}).items())
        cells = [
            found["what"],
            found["export_and_compare_s"]["fp32"],
            max(found["peak_rss_mb"].values()),
            round(sizes["fp32"] / 1e6, 1),
            round(sizes["int8"] / 1e6, 1) if "int8" in sizes else "-",
            latency["onnxruntime fp32"]["median"],
            int8.get("median", "-"),
            int8.get("speed_up", "-"),
            taken or "-",
        ]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--shapes", nargs="+", choices=SHAPES, default=list(SHAPES))
    parser.add_argument("--precisions", nargs="+", choices=KNOWN_PRECISIONS, default=list(PRECISIONS))
    parser.add_argument("--n-embd", type=int, default=4096, help="width of the LLM (LLaMA-2 7B: 4096)")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--small", action="store_true", help="tiny stand-ins, to try this script out")
    parser.add_argument("--no-tensorrt", action="store_true")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep graphs and a sample of every shape")
    parser.add_argument("--output", type=Path)
    parser.add_argument("--child", choices=SHAPES, help=argparse.SUPPRESS)
    return parser.parse_args()


def _since(began: float) -> float:
    return round(time.perf_counter() - began, 2)


def _peak_mb() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def _versions() -> dict[str, str]:
    found = {}
    for name in TOOLS:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    return found


def _cpu() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


if __name__ == "__main__":
    main()
