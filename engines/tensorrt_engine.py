"""A TensorRT plan as an engine: fixed buffers, one stream, one CUDA graph per batch size.

Knows execution contexts, device buffers and how a plan comes to be: given as a file, found in the
plan cache, or built here from the ONNX graph. Refuses to run where the driver does not answer, and
to know what the tensors mean. Uses only names that exist from TensorRT 10.3 to 11.4.
"""

import math
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.base import Prefer, TensorSpec, check_feeds
from anymal.engines.cuda_memory import Cuda, DeviceBuffer, Graph, PinnedBuffer, open_cuda
from anymal.engines.plan_cache import PlanCache
from anymal.engines.tensorrt_api import TensorRt, open_tensorrt
from anymal.engines.tensorrt_build import BuildOptions, Progress
from anymal.engines.tensorrt_plan import OpenedPlan, open_plan
from anymal.errors import EngineError

__all__ = ["TensorRtEngine"]

DTYPES = {
    "FLOAT": "float32",
    "HALF": "float16",
    "UINT8": "uint8",
    "INT8": "int8",
    "INT32": "int32",
    "INT64": "int64",
    "BOOL": "bool",
}
NOT_YET = "no CUDA graph yet"


class TensorRtEngine:
    """One plan in one execution context; `reason` says which GPU, and where the plan came from.

    `path` is a `.plan` or an `.onnx` file. A plan that does not fit this GPU or this TensorRT is
    rebuilt from the ONNX graph beside it. Raises `EngineError` without a GPU, when nothing can be
    built, and with `build=False` when something would have to be.
    """

    backend = "TensorRT"

    def __init__(
        self,
        path: Path,
        prefer: Prefer = "auto",
        threads: int = 1,
        options: BuildOptions | None = None,
        cache: PlanCache | None = None,
        progress: Progress | None = None,
        build: bool = True,
        api: TensorRt | None = None,
        cuda: Cuda | None = None,
    ) -> None:
        self._name = path.name
        self._closing = ExitStack()
        self._opened: OpenedPlan | None = None
        self._graph: Graph | None = None
        if prefer == "cpu":
            raise EngineError(f"{self._name}: TensorRT runs on a GPU only; open the ONNX file for the CPU")
        if not path.is_file():
            raise EngineError(f"{path}: no such file")
        # The driver first: without one, TensorRT's runtime ends the process.
        self._cuda = cuda or open_cuda()
        self._api = api or open_tensorrt()
        gpu = self._cuda.gpu()
        options, cache = options or BuildOptions(), cache or PlanCache()
        self._opened = open_plan(self._api, str(gpu), path, options, cache, progress, build)
        try:
            self._prepare(self._opened.engine)
        except BaseException:
            self.close()
            raise
        self.reason = (
            f"TensorRT: {self._api} on {gpu}, {self._opened.origin}, and a first inference succeeded"
        )

    def _prepare(self, engine: Any) -> None:
        """Make context, stream and buffers for the largest batch, and prove them with zeros."""
        self._context: Any = engine.create_execution_context()
        if self._context is None:
            raise EngineError(f"{self._name}: no execution context: {self._complaint()}")
        names = [engine.get_tensor_name(number) for number in range(engine.num_io_tensors)]
        inputs = [
            name for name in names if engine.get_tensor_mode(name) == self._api.module.TensorIOMode.INPUT
        ]
        self.inputs = tuple(self._spec(engine, name) for name in inputs)
        self.outputs = tuple(self._spec(engine, name) for name in names if name not in inputs)
        lowest, _, largest = (tuple(shape) for shape in engine.get_tensor_profile_shape(inputs[0], 0))
        self._max_batch = int(largest[0])
        self._fixed = lowest[0] == largest[0]
        self._stream = self._closing.enter_context(self._cuda.stream())
        self._host: dict[str, PinnedBuffer] = {}
        self._device: dict[str, DeviceBuffer] = {}
        for spec in (*self.inputs, *self.outputs):
            n_bytes = _n_bytes(spec, self._max_batch)
            self._host[spec.name] = self._closing.enter_context(self._cuda.pinned(n_bytes))
            self._device[spec.name] = self._closing.enter_context(self._cuda.device(n_bytes))
            if not self._context.set_tensor_address(spec.name, self._device[spec.name].handle):
                raise EngineError(f"{self._name}: {spec.name!r} cannot be bound: {self._complaint()}")
        self._batch = 0
        self.graph_reason = NOT_YET
        zeros = {spec.name: np.zeros(_sizes(spec, 1), spec.dtype) for spec in self.inputs}
        for _ in range(2):  # the second records the CUDA graph, so that no real sample waits for it
            self.run(zeros)

    def run(self, feeds: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        """Run; a batch over the plan's largest goes in parts.

        Raises `EngineError` naming what does not fit.
        """
        if self._opened is None:
            raise EngineError(f"{self._name}: the engine is closed")
        check_feeds(self.inputs, feeds, self._name)
        batches = {len(feeds[spec.name]) for spec in self.inputs}
        if len(batches) != 1:
            raise EngineError(f"{self._name}: inputs must have one batch size, found {sorted(batches)}")
        parts = [
            self._run_part({name: values[at : at + self._max_batch] for name, values in feeds.items()})
            for at in range(0, batches.pop(), self._max_batch)
        ]
        return {spec.name: np.concatenate([part[spec.name] for part in parts]) for spec in self.outputs}

    def _run_part(self, feeds: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        wanted = len(feeds[self.inputs[0].name])
        batch = self._max_batch if self._fixed else wanted  # what a fixed plan computes beyond is ignored
        for spec in self.inputs:
            self._host[spec.name].write(feeds[spec.name])
        again = batch == self._batch
        if not again:
            self._set_shapes(batch)
        elif self._graph is None and self.graph_reason == NOT_YET:
            self._capture(batch)
        if self._graph is not None:
            self._graph.launch(self._stream)
        else:
            self._queue(batch)
        self._stream.wait()
        return {
            spec.name: self._host[spec.name].read(_sizes(spec, wanted), spec.dtype) for spec in self.outputs
        }

    def _queue(self, batch: int) -> None:
        """Queue copies in, the network, and copies out."""
        for spec in self.inputs:
            self._device[spec.name].upload(self._host[spec.name], _n_bytes(spec, batch), self._stream)
        if not self._context.execute_async_v3(self._stream.number):
            raise EngineError(f"{self._name}: inference failed: {self._complaint()}")
        for spec in self.outputs:
            self._device[spec.name].download(self._host[spec.name], _n_bytes(spec, batch), self._stream)

    def _set_shapes(self, batch: int) -> None:
        """Tell the context its batch; a recorded graph is of the old one and goes."""
        if self._graph is not None:
            self._graph.close()
            self._graph, self.graph_reason = None, NOT_YET
        self._batch = 0
        for spec in self.inputs:
            if not self._context.set_input_shape(spec.name, _sizes(spec, batch)):
                raise EngineError(f"{self._name}: a batch of {batch} is refused: {self._complaint()}")
        self._batch = batch

    def _capture(self, batch: int) -> None:
        """Record `_queue` as a CUDA graph, once a batch size comes twice in a row.

        Not before: TensorRT does late set-up in the first run of a shape, and that cannot be
        recorded (Developer Guide, "CUDA Graphs"). A network that cannot be recorded runs without.
        """
        try:
            with self._stream.capture() as graphs:
                self._queue(batch)
        except EngineError as error:
            self.graph_reason = f"no CUDA graph: {error}"
            return
        self._graph = graphs[0]
        self.graph_reason = f"CUDA graph of batch {batch}"

    def _spec(self, engine: Any, name: str) -> TensorSpec:
        dtype = engine.get_tensor_dtype(name).name
        if dtype not in DTYPES:
            raise EngineError(f"{self._name}: {name!r} has type {dtype}, which no sense uses")
        shape = tuple(int(size) for size in engine.get_tensor_shape(name))
        if min(shape[1:], default=0) < 0:
            raise EngineError(f"{self._name}: {name!r} is open in more than its batch: {list(shape)}")
        return TensorSpec(name, (None, *shape[1:]), DTYPES[dtype])

    def _complaint(self) -> str:
        return self._api.complaint() or "TensorRT gives no reason"

    def close(self) -> None:
        """Free graphs, buffers, stream, context and plan, in that order; safe to call twice."""
        graph, self._graph = self._graph, None
        try:
            if graph is not None:
                graph.close()
        finally:
            self._closing.close()
            self._context = None
            self._opened = None

    def __enter__(self) -> "TensorRtEngine":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _sizes(spec: TensorSpec, batch: int) -> tuple[int, ...]:
    return tuple(batch if size is None else size for size in spec.shape)


def _n_bytes(spec: TensorSpec, batch: int) -> int:
    return math.prod(_sizes(spec, batch)) * np.dtype(spec.dtype).itemsize
