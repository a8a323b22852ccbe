"""Device memory, streams, events and graphs of one CUDA device, through NVIDIA's cuda-bindings.

Knows the CUDA runtime calls an engine needs and turns each error code into words; refuses to know
tensors and models. No torch, no CuPy: cuda-bindings brings its own CUDA runtime (31 MB installed),
so a device needs only its driver. Memory is only ever copied in or out, never lent as an array, so
that freeing it cannot leave a dangling view behind.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.probe import probe_cuda
from anymal.errors import EngineError

__all__ = ["Cuda", "DeviceBuffer", "Event", "Gpu", "Graph", "PinnedBuffer", "Stream", "open_cuda"]

PINNED_DEFAULT = 0  # cudaHostAllocDefault
CURE = "install cuda-bindings (anymal-edge[tensorrt]; 12.9 for JetPack 6, 13 else)"


@dataclass(frozen=True)
class Gpu:
    """The device: its `name`, compute capability (`major`, `minor`), driver's CUDA version, total memory."""

    name: str
    major: int
    minor: int
    driver: int
    total_bytes: int

    def __str__(self) -> str:
        cuda = f"{self.driver // 1000}.{self.driver % 1000 // 10}"
        return f"{self.name} (compute {self.major}.{self.minor}, CUDA {cuda})"


def open_cuda(binding: Any | None = None) -> "Cuda":
    """Return the CUDA runtime of device 0; `binding` stands in for `cuda.bindings.runtime` in tests.

    Asks the driver first: NVIDIA's libraries crash where there is none. Raises `EngineError` when
    there is no driver, no device or no cuda-bindings.
    """
    if binding is not None:
        return Cuda(binding)
    driver = probe_cuda()
    if not driver.works:
        raise EngineError(driver.reason)
    try:
        return Cuda(import_module("cuda.bindings.runtime"))
    except ImportError as error:
        raise EngineError(f"cuda-bindings does not load ({error}); {CURE}") from error


class Cuda:
    """Checked calls of the CUDA runtime; every method raises `EngineError` with CUDA's own words."""

    def __init__(self, binding: Any) -> None:
        self.binding = binding

    def call(self, name: str, *arguments: Any) -> Any:
        """Call `name` and return its one result, or None; the status comes first in every answer."""
        status, *results = getattr(self.binding, name)(*arguments)
        if int(status) != 0:
            raise EngineError(f"CUDA: {name} failed: {self._words(status)}")
        return results[0] if results else None

    def _words(self, status: Any) -> str:
        told, text = self.binding.cudaGetErrorString(status)
        words = text.decode("utf-8", "replace") if int(told) == 0 else "unknown error"
        return f"{words} ({getattr(status, 'name', int(status))})"

    def gpu(self) -> Gpu:
        """What the device says about itself."""
        properties = self.call("cudaGetDeviceProperties", 0)
        name = properties.name.decode("utf-8", "replace").rstrip("\0")
        driver, total = self.call("cudaDriverGetVersion"), int(properties.totalGlobalMem)
        return Gpu(name, int(properties.major), int(properties.minor), int(driver), total)

    def forget_error(self) -> None:
        """Clear the last error, so that a capture that failed does not fail the next call."""
        self.binding.cudaGetLastError()

    def pinned(self, n_bytes: int) -> "PinnedBuffer":
        """Page-locked host memory: what asynchronous copies need to be asynchronous."""
        return PinnedBuffer(self, n_bytes)

    def device(self, n_bytes: int) -> "DeviceBuffer":
        """Device memory."""
        return DeviceBuffer(self, n_bytes)

    def stream(self) -> "Stream":
        """A stream of its own, which never waits for the default stream."""
        return Stream(self)

    def event(self) -> "Event":
        """An event for timing."""
        return Event(self)


class _Owned:
    """One handle of the CUDA runtime, freed once: by `close`, or when its `with` block ends."""

    _free = ""

    def __init__(self, cuda: Cuda, handle: Any) -> None:
        self._cuda = cuda
        self._handle = handle

    @property
    def handle(self) -> Any:
        """What CUDA calls take; raises `EngineError` after `close`."""
        if self._handle is None:
            raise EngineError(f"this {type(self).__name__} is closed")
        return self._handle

    def close(self) -> None:
        """Free it; safe to call twice."""
        handle, self._handle = self._handle, None
        if handle is not None:
            self._cuda.call(self._free, handle)

    def __enter__(self) -> Any:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class PinnedBuffer(_Owned):
    """Page-locked host memory of `n_bytes`."""

    _free = "cudaFreeHost"

    def __init__(self, cuda: Cuda, n_bytes: int) -> None:
        super().__init__(cuda, int(cuda.call("cudaHostAlloc", n_bytes, PINNED_DEFAULT)))
        self.n_bytes = n_bytes

    def write(self, values: NDArray[Any]) -> int:
        """Copy `values` to the start and return their bytes; raises `EngineError` when they do not fit."""
        values = np.ascontiguousarray(values)
        _check_size(values.nbytes, self.n_bytes)
        ctypes.memmove(self.handle, values.ctypes.data, values.nbytes)
        return values.nbytes

    def read(self, shape: tuple[int, ...], dtype: str) -> NDArray[Any]:
        """Copy `shape` of `dtype` out of the start; raises `EngineError` when that is more than there is."""
        values = np.empty(shape, dtype)
        _check_size(values.nbytes, self.n_bytes)
        ctypes.memmove(values.ctypes.data, self.handle, values.nbytes)
        return values


class DeviceBuffer(_Owned):
    """Device memory of `n_bytes`; `handle` is its address."""

    _free = "cudaFree"

    def __init__(self, cuda: Cuda, n_bytes: int) -> None:
        super().__init__(cuda, int(cuda.call("cudaMalloc", n_bytes)))
        self.n_bytes = n_bytes

    def upload(self, source: PinnedBuffer, n_bytes: int, stream: "Stream") -> None:
        """Queue a copy from the host on `stream`."""
        _check_size(n_bytes, min(self.n_bytes, source.n_bytes))
        kind = self._cuda.binding.cudaMemcpyKind.cudaMemcpyHostToDevice
        self._cuda.call("cudaMemcpyAsync", self.handle, source.handle, n_bytes, kind, stream.handle)

    def download(self, target: PinnedBuffer, n_bytes: int, stream: "Stream") -> None:
        """Queue a copy to the host on `stream`."""
        _check_size(n_bytes, min(self.n_bytes, target.n_bytes))
        kind = self._cuda.binding.cudaMemcpyKind.cudaMemcpyDeviceToHost
        self._cuda.call("cudaMemcpyAsync", target.handle, self.handle, n_bytes, kind, stream.handle)


class Stream(_Owned):
    """An ordered queue of work on the device."""

    _free = "cudaStreamDestroy"

    def __init__(self, cuda: Cuda) -> None:
        super().__init__(cuda, cuda.call("cudaStreamCreateWithFlags", cuda.binding.cudaStreamNonBlocking))

    @property
    def number(self) -> int:
        """The handle as an integer, which is how TensorRT takes it."""
        return int(self.handle)

    def wait(self) -> None:
        """Wait for all queued work; errors of earlier work come out here."""
        self._cuda.call("cudaStreamSynchronize", self.handle)

    @contextmanager
    def capture(self) -> Iterator["list[Graph]"]:
        """Record what the `with` block queues instead of running it; the list then holds the graph.

        The mode is thread-local: llama.cpp may allocate on its own thread without spoiling it.
        Raises `EngineError` when something in the block cannot be captured.
        """
        graphs: list[Graph] = []
        mode = self._cuda.binding.cudaStreamCaptureMode.cudaStreamCaptureModeThreadLocal
        self._cuda.call("cudaStreamBeginCapture", self.handle, mode)
        try:
            yield graphs
        except BaseException:
            # Its own error would hide the one that is on its way.
            status, recorded = self._cuda.binding.cudaStreamEndCapture(self.handle)
            if int(status) == 0 and recorded is not None:
                self._cuda.binding.cudaGraphDestroy(recorded)
            self._cuda.forget_error()
            raise
        try:
            recorded = self._cuda.call("cudaStreamEndCapture", self.handle)
            graphs.append(Graph(self._cuda, recorded))
        except EngineError:
            self._cuda.forget_error()
            raise


class Event(_Owned):
    """A moment on a stream."""

    _free = "cudaEventDestroy"

    def __init__(self, cuda: Cuda) -> None:
        super().__init__(cuda, cuda.call("cudaEventCreate"))

    def record(self, stream: Stream) -> None:
        """Mark the moment when `stream` has done all it has been given so far."""
        self._cuda.call("cudaEventRecord", self.handle, stream.handle)

    def elapsed_ms(self, start: "Event") -> float:
        """Wait for this moment and return the milliseconds since `start`."""
        self._cuda.call("cudaEventSynchronize", self.handle)
        return float(self._cuda.call("cudaEventElapsedTime", start.handle, self.handle))


class Graph(_Owned):
    """Recorded work that one call launches; the addresses in it are those of the recording."""

    _free = "cudaGraphExecDestroy"

    def __init__(self, cuda: Cuda, recorded: Any) -> None:
        try:
            super().__init__(cuda, cuda.call("cudaGraphInstantiate", recorded, 0))
        finally:
            cuda.call("cudaGraphDestroy", recorded)  # the executable graph has its own copy

    def launch(self, stream: Stream) -> None:
        """Queue the whole recording on `stream`."""
        self._cuda.call("cudaGraphLaunch", self.handle, stream.handle)


def _check_size(wanted: int, available: int) -> None:
    if wanted > available:
        raise EngineError(f"a buffer of {available} bytes cannot hold {wanted}")
