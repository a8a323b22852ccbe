"""Does TensorRT-RTX run on this GPU, and are its rows those of ONNX Runtime on the CPU?

TensorRT-RTX is made for GeForce and RTX cards; of data-centre GPUs such as the H200 (compute 9.0) its
pages say nothing. A refusal is a finding, not a failure. Runs in the order of least risk: the plan's
validity, then deserialising it, then rows.

    python benchmarks/gpu/rtx_on_this_gpu.py imu.onnx --output benchmarks/results/gpu_rtx.json
"""

import argparse
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from encoder_rows import feed

from anymal.engines.onnx_engine import OnnxEngine
from anymal.engines.plan_cache import PlanCache
from anymal.engines.tensorrt_api import RTX, open_tensorrt
from anymal.engines.tensorrt_build import BuildOptions, build_plan
from anymal.engines.tensorrt_engine import TensorRtEngine
from anymal.errors import EngineError

from gpu_record import percentiles, timed_ms, write_record  # isort: skip


def main() -> None:
    """Try each file, print and write the record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    api = open_tensorrt(RTX)
    results: dict[str, Any] = {}
    for path in arguments.files:
        built = build_plan(api, path.read_bytes(), path.name, BuildOptions())
        # Of TensorRT-RTX only, and so not in the engine's own code.
        validity, why = api.module.Runtime(api.logger).get_engine_validity(built.plan)
        found: dict[str, Any] = {"build_s": round(built.seconds, 2), "validity": f"{validity.name} {why}"}
        results[path.name] = found
        try:
            with tempfile.TemporaryDirectory() as folder:
                engine = TensorRtEngine(path, api=api, cache=PlanCache(Path(folder)))
        except EngineError as error:
            found["error"] = str(error)
            continue
        with engine, OnnxEngine(path, prefer="cpu", threads=8) as cpu:
            for batch in (1, 4):
                feeds = feed(engine.inputs, batch)
                difference = np.abs(engine.run(feeds)["rows"] - cpu.run(feeds)["rows"]).max()
                times = timed_ms(partial(engine.run, feeds), arguments.runs)
                found[f"batch {batch}"] = {"max_abs": float(difference), "ms": percentiles(times)}
            found |= {"reason": engine.reason, "graph": engine.graph_reason}
    write_record(results, arguments.output)


if __name__ == "__main__":
    main()
