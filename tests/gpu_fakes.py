"""A CUDA runtime and a TensorRT that compute with numpy in host memory.

Knows how the real ones behave where our code depends on it: status codes come first, streams queue,
captures record instead of running, a foreign plan deserialises to None. Refuses to be a GPU.
"""

import ctypes
import enum
import json
import signal
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

GRAPH = json.dumps({"inputs": [["imu", "FLOAT", [-1, 5, 6]]], "outputs": [["rows", "FLOAT", [-1, 2, 4]]]})


class Status(enum.IntEnum):
    cudaSuccess = 0
    cudaErrorMemoryAllocation = 2
    cudaErrorIllegalAddress = 700
    cudaErrorStreamCaptureInvalidated = 901


OK = Status.cudaSuccess


class FakeCudaBinding:
    """`cuda.bindings.runtime`, as far as `cuda_memory` calls it; `fail` makes a call answer an error."""

    cudaMemcpyKind = SimpleNamespace(cudaMemcpyHostToDevice=1, cudaMemcpyDeviceToHost=2)
    cudaStreamCaptureMode = SimpleNamespace(cudaStreamCaptureModeThreadLocal=1)
    cudaStreamNonBlocking = 1

    def __init__(self) -> None:
        self.memory: dict[int, Any] = {}
        self.handles: set[int] = set()
        self.queue: list[Callable[[], None]] = []
        self.recording: list[Callable[[], None]] | None = None
        self.recorded: dict[int, list[Callable[[], None]]] = {}
        self.fail: dict[str, Status] = {}
        self.calls: list[str] = []
        self.capturable = True
        self._next = 1000

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("cuda") and name not in ("cudaMemcpyKind", "cudaStreamCaptureMode"):
            value = object.__getattribute__(self, name)
            if callable(value):
                self.calls.append(name)
                if name in self.fail:
                    return lambda *arguments: (self.fail[name], None)
            return value
        return object.__getattribute__(self, name)

    def _allocate(self, n_bytes: int) -> tuple[Status, int]:
        block = (ctypes.c_byte * max(n_bytes, 1))()
        address = ctypes.addressof(block)
        self.memory[address] = block
        return OK, address

    def _handle(self) -> tuple[Status, int]:
        self._next += 1
        self.handles.add(self._next)
        return OK, self._next

    def enqueue(self, work: Callable[[], None]) -> None:
        (self.queue if self.recording is None else self.recording).append(work)

    def cudaGetErrorString(self, status: Status) -> tuple[Status, bytes]:
        return OK, b"words for " + status.name.encode()

    def cudaGetLastError(self) -> tuple[Status]:
        return (OK,)

    def cudaGetDeviceProperties(self, device: int) -> tuple[Status, Any]:
        return OK, SimpleNamespace(name=b"Fake Orin\0\0", major=8, minor=7, totalGlobalMem=8 << 30)

    def cudaDriverGetVersion(self) -> tuple[Status, int]:
        return OK, 12060

    def cudaHostAlloc(self, n_bytes: int, flags: int) -> tuple[Status, int]:
        return self._allocate(n_bytes)

    def cudaMalloc(self, n_bytes: int) -> tuple[Status, int]:
        return self._allocate(n_bytes)

    def cudaFree(self, address: int) -> tuple[Status]:
        del self.memory[address]  # KeyError when it is freed twice
        return (OK,)

    cudaFreeHost = cudaFree

    def cudaStreamCreateWithFlags(self, flags: int) -> tuple[Status, int]:
        return self._handle()

    def cudaEventCreate(self) -> tuple[Status, int]:
        return self._handle()

    def cudaStreamDestroy(self, handle: int) -> tuple[Status]:
        self.handles.remove(handle)
        return (OK,)

    cudaEventDestroy = cudaStreamDestroy
    cudaGraphExecDestroy = cudaStreamDestroy
    cudaGraphDestroy = cudaStreamDestroy

    def cudaMemcpyAsync(self, to: int, source: int, n_bytes: int, kind: int, stream: int) -> tuple[Status]:
        self.enqueue(lambda: ctypes.memmove(to, source, n_bytes) and None)
        return (OK,)

    def cudaStreamSynchronize(self, stream: int) -> tuple[Status]:
        work, self.queue = self.queue, []
        for step in work:
            step()
        return (OK,)

    def cudaEventRecord(self, event: int, stream: int) -> tuple[Status]:
        return (OK,)

    def cudaEventSynchronize(self, event: int) -> tuple[Status]:
        return (OK,)

    def cudaEventElapsedTime(self, start: int, end: int) -> tuple[Status, float]:
        return OK, 1.5

    def cudaStreamBeginCapture(self, stream: int, mode: int) -> tuple[Status]:
        self.recording = []
        return (OK,)

    def cudaStreamEndCapture(self, stream: int) -> tuple[Status, int | None]:
        work, self.recording = self.recording or [], None
        if not self.capturable:
            return Status.cudaErrorStreamCaptureInvalidated, None
        _, handle = self._handle()
        self.recorded[handle] = work
        return OK, handle

    def cudaGraphInstantiate(self, recorded: int, flags: int) -> tuple[Status, int]:
        _, handle = self._handle()
        self.recorded[handle] = self.recorded[recorded]
        return OK, handle

    def cudaGraphLaunch(self, graph: int, stream: int) -> tuple[Status]:
        self.queue.extend(self.recorded[graph])
        return (OK,)


class FakeTensorRt:
    """The `tensorrt` module. A plan is its builder's `version` and the graph, as JSON."""

    class ILogger:
        ERROR, INTERNAL_ERROR, WARNING = 1, 0, 2

    class IProgressMonitor:
        pass

    class TensorIOMode(enum.Enum):
        INPUT = 0
        OUTPUT = 1

    BuilderFlag = enum.Enum("BuilderFlag", "TF32")
    MemoryPoolType = enum.Enum("MemoryPoolType", "WORKSPACE")
    NetworkDefinitionCreationFlag = enum.IntEnum("NetworkDefinitionCreationFlag", "STRONGLY_TYPED")
    DataType = enum.Enum("DataType", "FLOAT HALF UINT8 BF16")

    def __init__(self, binding: FakeCudaBinding, version: str = "10.3.0") -> None:
        self.__version__ = version
        self.binding = binding
        self.builds = 0
        self.refuse_everything = False
        self.interrupt = False
        self.largest_batch = 1 << 30

    def Builder(self, logger: Any) -> Any:
        return FakeBuilder(self, logger)

    def OnnxParser(self, network: Any, logger: Any) -> Any:
        def parse(data: bytes) -> bool:
            try:
                network.graph = json.loads(data)
            except ValueError:
                return False
            return True

        return SimpleNamespace(parse=parse, num_errors=0)

    def Runtime(self, logger: Any) -> Any:
        def deserialise(plan: bytes) -> Any:
            value = json.loads(plan) if plan.startswith(b"{") else {}
            if value.get("version") != self.__version__ or self.refuse_everything:
                logger.log(self.ILogger.ERROR, "engine plan file is not compatible with this version")
                return None
            return FakeEngine(self, value)

        return SimpleNamespace(deserialize_cuda_engine=deserialise)


class FakeBuilder:
    def __init__(self, trt: FakeTensorRt, logger: Any) -> None:
        self.trt, self.logger = trt, logger

    def create_network(self, flags: int) -> Any:
        return FakeNetwork(graph={})

    def create_builder_config(self) -> Any:
        return FakeConfig()

    def create_optimization_profile(self) -> Any:
        profile = SimpleNamespace(shapes={})
        profile.set_shape = lambda name, *shapes: profile.shapes.update({name: shapes})
        return profile

    def build_serialized_network(self, network: Any, config: Any) -> bytes | None:
        self.trt.builds += 1
        config.progress_monitor.phase_start("Building engine", None, 1)
        config.progress_monitor.phase_start("Timing tactics", "Building engine", 3)
        if self.trt.interrupt:
            signal.raise_signal(signal.SIGINT)
            if not config.progress_monitor.step_complete("Timing tactics", 0):
                return None
        if network.graph.get("impossible"):
            self.logger.log(FakeTensorRt.ILogger.ERROR, "Could not find any implementation for node")
            return None
        if max(sizes[2][0] for sizes in config.profile.shapes.values()) > self.trt.largest_batch:
            self.logger.log(FakeTensorRt.ILogger.ERROR, "Error Code 2: OutOfMemory (Requested size was 9)")
            return None
        config.progress_monitor.step_complete("Timing tactics", 0)
        shapes = {name: [list(shape) for shape in sizes] for name, sizes in config.profile.shapes.items()}
        return json.dumps({**network.graph, "version": self.trt.__version__, "shapes": shapes}).encode()


class FakeNetwork(SimpleNamespace):
    @property
    def num_inputs(self) -> int:
        return len(self.graph["inputs"])

    def get_input(self, number: int) -> Any:
        name, _, shape = self.graph["inputs"][number]
        return SimpleNamespace(name=name, shape=tuple(shape))


class FakeConfig:
    def __init__(self) -> None:
        self.flags: set[Any] = {FakeTensorRt.BuilderFlag.TF32}
        self.profile: Any = None

    def set_memory_pool_limit(self, pool: Any, size: int) -> None:
        self.workspace = size

    def set_flag(self, flag: Any) -> None:
        self.flags.add(flag)

    def clear_flag(self, flag: Any) -> None:
        self.flags.discard(flag)

    def add_optimization_profile(self, profile: Any) -> int:
        self.profile = profile
        return 0

    def create_timing_cache(self, data: bytes) -> Any:
        return SimpleNamespace(serialize=lambda: data + b"t", foreign=data == b"foreign")

    def set_timing_cache(self, cache: Any, ignore_mismatch: bool) -> bool:
        return not cache.foreign


class FakeEngine:
    """Rows are the mean of the first input, plus the position in the output."""

    def __init__(self, trt: FakeTensorRt, value: dict[str, Any]) -> None:
        self.trt, self.value = trt, value
        self.tensors = {name: (kind, shape) for name, kind, shape in value["inputs"] + value["outputs"]}
        self.num_io_tensors = len(self.tensors)

    def get_tensor_name(self, number: int) -> str:
        return list(self.tensors)[number]

    def get_tensor_mode(self, name: str) -> Any:
        inputs = [item[0] for item in self.value["inputs"]]
        return FakeTensorRt.TensorIOMode.INPUT if name in inputs else FakeTensorRt.TensorIOMode.OUTPUT

    def get_tensor_dtype(self, name: str) -> Any:
        return FakeTensorRt.DataType[self.tensors[name][0]]

    def get_tensor_shape(self, name: str) -> tuple[int, ...]:
        return tuple(self.tensors[name][1])

    def get_tensor_profile_shape(self, name: str, profile: int) -> list[tuple[int, ...]]:
        return [tuple(shape) for shape in self.value["shapes"][name]]

    def create_execution_context(self) -> Any:
        return FakeContext(self)


class FakeContext:
    def __init__(self, engine: FakeEngine) -> None:
        self.engine = engine
        self.addresses: dict[str, int] = {}
        self.shapes: dict[str, tuple[int, ...]] = {}

    def set_tensor_address(self, name: str, address: int) -> bool:
        self.addresses[name] = address
        return True

    def set_input_shape(self, name: str, shape: tuple[int, ...]) -> bool:
        self.shapes[name] = shape
        return True

    def execute_async_v3(self, stream: int) -> bool:
        if self.engine.value.get("broken"):
            return False
        shapes = dict(self.shapes)  # what a recorded graph keeps
        self.engine.trt.binding.enqueue(lambda: self._compute(shapes))
        return True

    def _compute(self, shapes: dict[str, tuple[int, ...]]) -> None:
        (name, shape), *_ = shapes.items()
        values = self._array(name, shape)
        for output, _, sizes in self.engine.value["outputs"]:
            rows = self._array(output, (shape[0], *sizes[1:]))
            rows[:] = values.reshape(shape[0], -1).mean(1)[:, None, None]
            rows += np.arange(rows[0].size, dtype=np.float32).reshape(rows[0].shape)

    def _array(self, name: str, shape: tuple[int, ...]) -> Any:
        count = int(np.prod(shape))
        block = (ctypes.c_float * count).from_address(self.addresses[name])
        return np.frombuffer(block, np.float32).reshape(shape)
