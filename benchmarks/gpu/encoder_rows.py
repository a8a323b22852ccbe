"""Encoders on the GPU against the CPU: largest difference of the rows, and latency, per provider and batch.

Every ONNX file given is run by ONNX Runtime on the CPU (the reference), by its CUDA provider the plain
way, bound to device memory, and as a CUDA graph; with `--tensorrt` also by its TensorRT provider, and by
TensorRT itself where that is installed. Inputs are noise of a fixed seed. Refuses to judge: it prints.

    python benchmarks/gpu/encoder_rows.py image.onnx audio.onnx --output benchmarks/results/gpu_encoders.json
"""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.base import Engine, TensorSpec
from anymal.engines.onnx_cuda import OnnxCudaEngine, OnnxCudaOptions
from anymal.engines.onnx_engine import OnnxEngine
from anymal.engines.tensorrt_engine import TensorRtEngine
from anymal.errors import EngineError

from gpu_record import percentiles, timed_ms, write_record  # isort: skip


def feed(specs: tuple[TensorSpec, ...], batch: int) -> dict[str, NDArray[Any]]:
    """Noise in the units of each sense: bytes of a picture, samples in [-1, 1], m/s2 and rad/s."""
    dice = np.random.default_rng(7)
    feeds: dict[str, NDArray[Any]] = {}
    for spec in specs:
        shape = tuple(size or batch for size in spec.shape)
        noise = dice.standard_normal(shape, np.float32) * (0.1 if len(shape) == 2 else 1.0)
        feeds[spec.name] = (
            dice.integers(0, 256, shape, np.uint8) if spec.dtype == "uint8" else noise.astype(spec.dtype)
        )
    return feeds


def engines(path: Path, tensorrt: bool) -> dict[str, Callable[[], Engine]]:
    """Every way to run `path` on the GPU, by name."""
    ways: dict[str, Callable[[], Engine]] = {
        "cuda": lambda: OnnxEngine(path, prefer="gpu"),
        "cuda bound": lambda: OnnxCudaEngine(path, options=OnnxCudaOptions(cuda_graph=False)),
        "cuda graph": lambda: OnnxCudaEngine(path),
        "cuda graph, tf32": lambda: OnnxCudaEngine(path, options=OnnxCudaOptions(tf32=True)),
    }
    if tensorrt:
        ways["tensorrt provider"] = lambda: OnnxCudaEngine(path, options=OnnxCudaOptions("tensorrt"))
        ways["tensorrt"] = lambda: TensorRtEngine(path)
    return ways


def measure(engine: Engine, wanted: dict[int, NDArray[Any]], runs: int) -> dict[str, Any]:
    """Difference from the CPU's rows and latency, for every batch."""
    found: dict[str, Any] = {"reason": engine.reason}
    for batch, reference in wanted.items():
        feeds = feed(engine.inputs, batch)
        rows = engine.run(feeds)["rows"].astype(np.float64)
        cosine = (
            (rows * reference).sum(-1) / np.linalg.norm(rows, axis=-1) / np.linalg.norm(reference, axis=-1)
        )
        found[f"batch {batch}"] = {
            "max_abs": float(np.abs(rows - reference).max()),
            "reference_scale": float(np.abs(reference).max()),
            "cosine_min": float(cosine.min()),
            "ms": percentiles(timed_ms(partial(engine.run, feeds), runs)),
        }
    return found


def main() -> None:
    """Measure every file, print and write the record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--batches", type=int, nargs="+", default=[1, 4])
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--threads", type=int, default=8, help="of the CPU reference")
    parser.add_argument("--tensorrt", action="store_true")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    results: dict[str, Any] = {}
    for path in arguments.files:
        with OnnxEngine(path, prefer="cpu", threads=arguments.threads) as cpu:
            wanted = {batch: cpu.run(feed(cpu.inputs, batch))["rows"] for batch in arguments.batches}
            results[path.name] = {"cpu": measure(cpu, wanted, max(5, arguments.runs // 10))}
        for name, opened in engines(path, arguments.tensorrt).items():
            try:
                with opened() as engine:
                    results[path.name][name] = measure(engine, wanted, arguments.runs)
            except EngineError as error:
                results[path.name][name] = {"error": str(error)}
    write_record(results, arguments.output)


if __name__ == "__main__":
    main()
