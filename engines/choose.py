"""Which engine runs an encoder on this machine, of those a bundle has files for.

Knows the order: a TensorRT plan that is ready, ONNX Runtime on the GPU, ONNX Runtime on the CPU; and
which precision each wants. Refuses to build a plan behind a question's back: that takes minutes on a
Jetson, and is what `anymal plans` is for. Every choice says why the ones before it were not taken.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from anymal.engines.base import Engine, Prefer
from anymal.engines.onnx_engine import OnnxEngine
from anymal.engines.probe import probe_cuda
from anymal.errors import ConfigError, EngineError

__all__ = ["BACKEND_VARIABLE", "Backend", "EncoderFiles", "forced_backend", "open_best", "tensorrt_graph"]

BACKEND_VARIABLE = "ANYMAL_ENCODERS"
Backend = Literal["auto", "cpu", "cuda", "tensorrt"]
# Of the forms of one encoder: int8 with dynamic scales is for CPUs, and fp16 for GPUs.
FOR_TENSORRT = ("fp16", "int8_qdq_fp16", "int8_qdq", "fp32")
FOR_CUDA = ("fp16", "fp32")


@dataclass(frozen=True)
class EncoderFiles:
    """The files of one encoder: the one every machine runs, its precision, and others by precision."""

    shipped: Path
    precision: str
    variants: Mapping[str, Path]

    def first_of(self, precisions: tuple[str, ...]) -> Path | None:
        """The file of the first precision there is."""
        have = {self.precision: self.shipped, **self.variants}
        return next((have[name] for name in precisions if name in have), None)


def forced_backend() -> Backend:
    """Return what `$ANYMAL_ENCODERS` asks for; raises `ConfigError` for a word that is no backend."""
    word = os.environ.get(BACKEND_VARIABLE, "") or "auto"
    if word not in get_args(Backend):
        raise ConfigError(f"{BACKEND_VARIABLE} must be one of {', '.join(get_args(Backend))}, found {word!r}")
    return cast(Backend, word)


def tensorrt_graph(files: EncoderFiles) -> Path | None:
    """The file TensorRT is given: a plan that ships, else the graph a plan is built from; or None."""
    return files.first_of(("plan", *FOR_TENSORRT))


def open_best(files: EncoderFiles, prefer: Prefer = "auto", threads: int = 1) -> Engine:
    """Open the best of `files` that works here; `reason` of the engine tells what did not.

    `prefer="cpu"` takes the CPU and `"gpu"` takes none; `$ANYMAL_ENCODERS` names one backend and takes no
    other. Where the two contradict each other `prefer` holds, as an option goes before the environment, and
    `reason` says so. Raises `EngineError` when nothing that is allowed works.
    """
    backend, told = forced_backend(), list[str]()
    if (prefer == "cpu" and backend in ("cuda", "tensorrt")) or (prefer == "gpu" and backend == "cpu"):
        told.append(f"the device {prefer} was asked for, which goes before {BACKEND_VARIABLE}={backend}")
        backend = "auto"
    if prefer == "cpu" or backend == "cpu":
        return _telling(OnnxEngine(files.shipped, prefer="cpu", threads=threads), told)
    driver = probe_cuda()
    if not driver.works:  # the usual machine: nothing of NVIDIA is even looked for
        if prefer == "gpu" or backend != "auto":
            raise EngineError(driver.reason)
        return OnnxEngine(files.shipped, prefer="auto", threads=threads)
    for attempt in _gpu_attempts(files, backend, threads, told):
        return _telling(attempt, told)
    if prefer == "gpu" or backend != "auto":
        raise EngineError("; ".join(told) or "no backend was tried")
    engine = OnnxEngine(files.shipped, prefer="cpu", threads=threads)
    engine.reason = f"CPU: {'; '.join(told)}"
    return engine


def _telling(engine: Engine, told: list[str]) -> Engine:
    if told:
        engine.reason = f"{engine.reason} ({'; '.join(told)})"
    return engine


def _gpu_attempts(files: EncoderFiles, backend: Backend, threads: int, told: list[str]) -> Iterator[Engine]:
    """Engines on the GPU that opened, best first; what failed goes into `told`."""
    # Imported here: a machine without a GPU never pays for them.
    from anymal.engines.onnx_cuda import OnnxCudaEngine
    from anymal.engines.tensorrt_engine import TensorRtEngine

    graph = tensorrt_graph(files)
    if backend in ("auto", "tensorrt"):
        if graph is None:
            told.append("TensorRT: the bundle has no graph for it (fp32, fp16 or int8-qdq)")
        else:
            try:
                yield TensorRtEngine(graph, build=backend == "tensorrt")
            except (EngineError, ConfigError) as error:  # the second: no folder to keep plans in
                told.append(f"TensorRT: {error}")
    if backend in ("auto", "cuda"):
        try:
            yield OnnxCudaEngine(files.first_of(FOR_CUDA) or files.shipped, threads=threads)
        except EngineError as error:
            told.append(f"CUDA: {error}")
