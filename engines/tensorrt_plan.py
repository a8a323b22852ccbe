"""Where a plan comes from: the given file, the cache, or a build; and what to do when it is refused.

Knows that `deserialize_cuda_engine` answers None for a plan of another GPU or version, and that the
cure is a rebuild from the graph; refuses to know buffers and streams (`tensorrt_engine`).
"""

import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from anymal.engines.plan_cache import PlanCache, PlanKey
from anymal.engines.tensorrt_api import TensorRt
from anymal.engines.tensorrt_build import BuildOptions, Progress, build_plan
from anymal.errors import EngineError

__all__ = ["OpenedPlan", "graph_of", "open_plan", "plan_key"]

PLAN = ".plan"
# Beside image.plan, from which a refused plan is rebuilt: the best form for TensorRT first.
GRAPHS = (".fp16.onnx", ".int8-qdq-fp16.onnx", ".int8-qdq.onnx", ".onnx")


@dataclass(frozen=True)
class OpenedPlan:
    """An `ICudaEngine`, the runtime that must outlive it, and in words where it came from."""

    engine: Any
    runtime: Any
    origin: str


def graph_of(plan: Path) -> Path | None:
    """Return the ONNX graph beside a plan file that it can be rebuilt from, or None."""
    found = (plan.with_name(plan.stem + ending) for ending in GRAPHS)
    return next((path for path in found if path.is_file()), None)


def plan_key(api: TensorRt, gpu: str, onnx: bytes, options: BuildOptions) -> PlanKey:
    """Return what a plan of `onnx` depends on."""
    return PlanKey(api.name, api.version, gpu, hashlib.sha256(onnx).hexdigest(), asdict(options))


def open_plan(
    api: TensorRt,
    gpu: str,
    path: Path,
    options: BuildOptions,
    cache: PlanCache,
    progress: Progress | None = None,
    build: bool = True,
) -> OpenedPlan:
    """Open the plan in `path`, or the plan of the ONNX graph in `path`, building it when there is none.

    Raises `EngineError` when a plan is refused and no graph is beside it, when the build fails, or
    when one is needed and `build` is false.
    The caller has asked the driver: without one, TensorRT's runtime ends the process.
    """
    runtime = api.module.Runtime(api.logger)
    if path.suffix != PLAN:
        return _from_graph(api, runtime, gpu, path, options, cache, progress, build)
    engine = _deserialise(api, runtime, _read(path))
    if engine is not None:
        return OpenedPlan(engine, runtime, f"the plan {path.name} as it is")
    refused = f"{path.name} is refused ({api.complaint() or 'another GPU or TensorRT'})"
    graph = graph_of(path)
    if graph is None:
        raise EngineError(
            f"{refused}; a plan runs only on the GPU and the TensorRT it was built with, and there is no "
            f"{path.stem}.onnx beside it to build another from: copy the whole bundle"
        )
    rebuilt = _from_graph(api, runtime, gpu, graph, options, cache, progress, build)
    return OpenedPlan(rebuilt.engine, runtime, f"{refused}, so {rebuilt.origin}")


def _from_graph(
    api: TensorRt,
    runtime: Any,
    gpu: str,
    graph: Path,
    options: BuildOptions,
    cache: PlanCache,
    progress: Progress | None,
    build: bool,
) -> OpenedPlan:
    """The cached plan of `graph` when it still opens, else a fresh one."""
    onnx = _read(graph)
    key = plan_key(api, gpu, onnx, options)
    kept = cache.read(key)
    if kept is not None:
        engine = _deserialise(api, runtime, kept)
        if engine is not None:
            return OpenedPlan(engine, runtime, f"a plan of {graph.name} built here earlier")
        cache.drop(key)
    if not build:
        raise EngineError(f"no plan of {graph.name} for this GPU yet; `anymal plans` builds it")
    built = build_plan(api, onnx, graph.name, options, cache.read_timing(key), progress)
    engine = _deserialise(api, runtime, built.plan)
    if engine is None:
        raise EngineError(
            f"{graph.name}: {api} built a plan and then refuses it: {api.complaint() or 'no reason given'}"
        )
    trouble = cache.write(key, built.plan, built.seconds)
    cache.write_timing(key, built.timing)
    origin = f"a plan of {graph.name} built in {built.seconds:.1f} s"
    return OpenedPlan(engine, runtime, f"{origin} ({trouble})" if trouble else origin)


def _deserialise(api: TensorRt, runtime: Any, plan: bytes) -> Any | None:
    """The engine, or None when TensorRT refuses these bytes."""
    api.logger.lines.clear()
    if not plan:
        return None
    try:
        return runtime.deserialize_cuda_engine(plan)
    except (RuntimeError, TypeError, ValueError):
        return None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise EngineError(f"{path}: cannot be read: {error.strerror or error}") from error
