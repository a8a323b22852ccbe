"""ONNX Runtime on the GPU at its best: inputs and outputs stay bound to device memory, and a CUDA
graph replays the whole network.

Knows the CUDA and TensorRT providers' options and IOBinding; refuses the CPU. `OnnxEngine` is the
plain way and needs none of this. Follows ONNX Runtime's "CUDA Execution Provider" and "TensorRT
Execution Provider" pages; not run on hardware by our tests, which bind CPU memory the same way.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from anymal.engines.base import Prefer, check_feeds
from anymal.engines.onnx_engine import CPU, CUDA, OnnxEngine, preload_cuda
from anymal.engines.plan_cache import default_cache_folder
from anymal.engines.probe import check_onnxruntime, probe_cuda
from anymal.errors import EngineError

__all__ = ["OnnxCudaEngine", "OnnxCudaOptions"]

TENSORRT = "TensorrtExecutionProvider"
Provider = Literal["cuda", "tensorrt"]


@dataclass(frozen=True)
class OnnxCudaOptions:
    """`provider` that runs the graph; a CUDA graph per batch size; `tf32` as in `BuildOptions`."""

    provider: Provider = "cuda"
    cuda_graph: bool = True
    tf32: bool = False


class OnnxCudaEngine(OnnxEngine):
    """One ONNX model bound to the GPU; `reason` says with which provider, and whether as a graph.

    Raises `EngineError` without a GPU: fall back to `OnnxEngine` for the CPU.
    """

    def __init__(
        self,
        path: Path,
        prefer: Prefer = "gpu",
        threads: int = 1,
        options: OnnxCudaOptions | None = None,
    ) -> None:
        self._options = options or OnnxCudaOptions()
        self._device = "cuda"
        self._bound: dict[int, _Bound] = {}
        if prefer == "cpu":
            raise EngineError(f"{path.name}: this engine runs on a GPU only; use OnnxEngine for the CPU")
        super().__init__(path, prefer, threads)

    def _open(self, runtime: ModuleType, path: Path, prefer: Prefer, threads: int) -> tuple[Any, str, str]:
        self._runtime: Any = runtime
        driver = probe_cuda()
        if not driver.works:
            raise EngineError(driver.reason)
        wanted = TENSORRT if self._options.provider == "tensorrt" else CUDA
        if wanted not in runtime.get_available_providers():
            raise EngineError(f"{check_onnxruntime()} has no {wanted}; pip install 'anymal-edge[gpu]'")
        preload_cuda(runtime)
        graphs = (True, False) if self._options.cuda_graph else (False,)
        for self._graph in graphs:
            try:
                session = self._proven(wanted, path, threads)
                break
            except EngineError:
                # A graph wants every node on the GPU; without it the rest may stay on the CPU.
                if not self._graph:
                    raise
        name = "TensorRT provider" if wanted == TENSORRT else "CUDA provider"
        how = "as a CUDA graph" if self._graph else "without a CUDA graph"
        return session, "CUDA", f"CUDA: {driver.reason}; ONNX Runtime's {name}, bound, {how}"

    def _proven(self, provider: str, path: Path, threads: int) -> Any:
        """A session that has run zeros twice: the second run records the graph."""
        self._bound.clear()
        self._session = session = self._session_on(provider, path, threads, self._graph)
        self.inputs = tuple(self._spec(item) for item in session.get_inputs())
        self.outputs = tuple(self._spec(item) for item in session.get_outputs())
        zeros = {spec.name: np.zeros([size or 1 for size in spec.shape], spec.dtype) for spec in self.inputs}
        for _ in range(2):
            self.run(zeros)
        return session

    def _session_on(self, provider: str, path: Path, threads: int, graph: bool) -> Any:
        settings = cuda_settings(self._options, graph)
        providers: list[Any] = [(CUDA, settings), CPU]
        if provider == TENSORRT:
            providers.insert(0, (TENSORRT, tensorrt_settings(self._options, graph)))
        session = self._create(self._runtime, path, provider, threads, providers)
        # A provider that cannot start is replaced in silence: only this tells.
        if session.get_providers()[0] != provider:
            raise EngineError(f"onnxruntime could not start its {provider} (libraries missing?)")
        return session

    def run(self, feeds: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        """Run once through fixed device memory; arrays in and out by name, as `OnnxEngine.run`."""
        if self._session is None:
            raise EngineError(f"{self._name}: the engine is closed")
        check_feeds(self.inputs, feeds, self._name)
        batch = len(next(iter(feeds.values())))
        try:
            bound = self._bound.get(batch) or self._bind(batch, feeds)
            for name, values in feeds.items():
                bound.inputs[name].update_inplace(np.ascontiguousarray(values))
            self._session.run_with_iobinding(bound.binding, bound.options)
            return {name: value.numpy().copy() for name, value in bound.outputs.items()}
        except self._errors as error:
            self._bound.pop(batch, None)
            words = (str(error).strip() or type(error).__name__).splitlines()[0][:300]
            raise EngineError(f"{self._name}: inference failed: {words}") from error

    def _bind(self, batch: int, feeds: Mapping[str, NDArray[Any]]) -> "_Bound":
        """Device memory for this batch, which keeps its addresses: a recorded graph has them inside."""
        values = self._runtime.OrtValue
        binding = self._session.io_binding()
        inputs = {name: values.ortvalue_from_numpy(array, self._device, 0) for name, array in feeds.items()}
        outputs = {}
        for spec in self.outputs:
            shape = [batch if size is None else size for size in spec.shape]
            outputs[spec.name] = values.ortvalue_from_shape_and_type(
                shape, np.dtype(spec.dtype).type, self._device, 0
            )
        for name, value in inputs.items():
            binding.bind_ortvalue_input(name, value)
        for name, value in outputs.items():
            binding.bind_ortvalue_output(name, value)
        options = self._runtime.RunOptions()
        if self._graph:
            options.add_run_config_entry("gpu_graph_id", str(batch))  # a graph of its own per batch size
        self._bound[batch] = _Bound(binding, options, inputs, outputs)
        return self._bound[batch]

    def close(self) -> None:
        """Free device memory, then the session; safe to call twice."""
        self._bound.clear()
        super().close()


@dataclass(frozen=True)
class _Bound:
    """One batch size: its binding, run options, and values on the device by name."""

    binding: Any
    options: Any
    inputs: dict[str, Any]
    outputs: dict[str, Any]


def cuda_settings(options: OnnxCudaOptions, graph: bool) -> dict[str, str]:
    """Options of the CUDA provider; TF32 is on in ONNX Runtime unless told otherwise."""
    return {
        "use_tf32": str(int(options.tf32)),
        "enable_cuda_graph": str(int(graph)),
        "cudnn_conv_algo_search": "HEURISTIC",  # the exhaustive search takes seconds at start
    }


def tensorrt_settings(options: OnnxCudaOptions, graph: bool, folder: Path | None = None) -> dict[str, str]:
    """Options of the TensorRT provider: plans and tactics are kept beside our own plans.

    Precision flags stay off: what a layer computes in is in the graph, as for native TensorRT.
    """
    kept = folder or default_cache_folder() / "onnxruntime"
    with suppress(OSError):  # ONNX Runtime says so itself, and builds each time
        kept.mkdir(parents=True, exist_ok=True)
    return {
        "trt_engine_cache_enable": "1",
        "trt_engine_cache_path": str(kept),
        "trt_timing_cache_enable": "1",
        "trt_timing_cache_path": str(kept),
        "trt_cuda_graph_enable": str(int(graph)),
    }
