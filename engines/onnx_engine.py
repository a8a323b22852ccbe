"""ONNX Runtime as an engine, on the provider that really works here.

Knows sessions, providers and ONNX Runtime's exceptions; refuses to know what the tensors mean, and how
threads wait (`onnx_threads`).
"""

import contextlib
import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType, TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anymal.engines.base import Interrupted, Prefer, TensorSpec, check_feeds
from anymal.engines.onnx_threads import set_threads
from anymal.engines.probe import check_onnxruntime, probe_cuda
from anymal.errors import EngineError

__all__ = ["CPU", "CUDA", "ExactOnnxEngine", "OnnxEngine", "preload_cuda"]

CUDA, CPU = "CUDAExecutionProvider", "CPUExecutionProvider"
DTYPES = {
    "tensor(float)": "float32",
    "tensor(float16)": "float16",
    "tensor(double)": "float64",
    "tensor(uint8)": "uint8",
    "tensor(int8)": "int8",
    "tensor(int32)": "int32",
    "tensor(int64)": "int64",
    "tensor(bool)": "bool",
}
_PARTS = ("shape", "dtype")
FATAL = 4  # ONNX Runtime's log level: failures come to us as exceptions, not as lines on stderr


class OnnxEngine:
    """One ONNX model in one session; `backend` and `reason` say where it runs and why.

    Raises `EngineError` when ONNX Runtime is absent or clashes, when the file is no model, and
    with `prefer="gpu"` when no GPU works.
    """

    _config: Mapping[str, str] = MappingProxyType({})

    def __init__(self, path: Path, prefer: Prefer = "auto", threads: int = 1) -> None:
        self._name = path.name
        self.path, self.threads = path, threads
        if not path.is_file():
            raise EngineError(f"{path}: no such file")
        runtime = _import_onnxruntime()
        self._errors = _errors_of(runtime)
        self._run_options: Callable[[], Any] = runtime.RunOptions
        self._running = self._run_options()
        self._fitting: list[tuple[Any, ...]] | None = None
        self._session: Any
        self._session, self.backend, self.reason = self._open(runtime, path, prefer, threads)
        try:
            self.inputs = tuple(self._spec(item) for item in self._session.get_inputs())
            self.outputs = tuple(self._spec(item) for item in self._session.get_outputs())
        except UnicodeDecodeError as error:
            raise EngineError(f"{self._name}: damaged: a name in it is not text; export it again") from error
        self._outputs = [spec.name for spec in self.outputs]

    def _open(self, runtime: ModuleType, path: Path, prefer: Prefer, threads: int) -> tuple[Any, str, str]:
        """Return (session, backend, reason): the GPU when asked or possible and proven, else the CPU."""
        if prefer == "cpu":
            return self._create(runtime, path, CPU, threads), "CPU", "CPU: asked for"
        try:
            session = self._open_cuda(runtime, path, threads)
            return session, "CUDA", f"CUDA: {probe_cuda().reason}, and a first inference succeeded"
        except EngineError as error:
            if prefer == "gpu":
                raise
            return self._create(runtime, path, CPU, threads), "CPU", f"CPU: {error}"

    def _open_cuda(self, runtime: ModuleType, path: Path, threads: int) -> Any:
        driver = probe_cuda()
        if not driver.works:
            raise EngineError(driver.reason)
        if CUDA not in runtime.get_available_providers():
            raise EngineError(
                f"{check_onnxruntime()} has no CUDA; pip install 'anymal-edge[gpu]' in place of [cpu]"
            )
        preload_cuda(runtime)
        session = self._create(runtime, path, CUDA, threads)
        # A provider that cannot start is replaced in silence: only this tells.
        if session.get_providers()[0] != CUDA:
            raise EngineError("onnxruntime could not start its CUDA provider (libraries missing?)")
        specs = tuple(self._spec(item) for item in session.get_inputs())
        zeros = {spec.name: np.zeros([size or 1 for size in spec.shape], spec.dtype) for spec in specs}
        try:
            session.run(None, zeros)
        except self._errors as error:
            raise EngineError(f"{self._name}: the GPU cannot run it: {_first_line(error)}") from error
        return session

    def _create(
        self, runtime: ModuleType, path: Path, provider: str, threads: int, providers: list[Any] | None = None
    ) -> Any:
        """Open a session on `provider`; `providers` says more, with options."""
        options = runtime.SessionOptions()
        if provider == CPU:
            set_threads(options, runtime.__version__, threads)
        else:  # a GPU leaves them little to do
            options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        for key, value in self._config.items():
            options.add_session_config_entry(key, value)
        options.log_severity_level = FATAL
        if providers is None:
            providers = [provider] if provider == CPU else [provider, CPU]
        try:
            # enable_fallback=0: the Python fallback prints a banner and hides what failed.
            return runtime.InferenceSession(str(path), options, providers=providers, enable_fallback=0)
        except self._errors as error:
            raise EngineError(
                f"{self._name}: onnxruntime cannot load it: {_first_line(error)}; export the bundle again"
            ) from error

    def _spec(self, item: Any) -> TensorSpec:
        if item.type not in DTYPES:
            raise EngineError(f"{self._name}: {item.name!r} has type {item.type}, which no sense uses")
        shape = tuple(size if isinstance(size, int) and size >= 0 else None for size in item.shape)
        return TensorSpec(item.name, shape, DTYPES[item.type])

    def run(self, feeds: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        """Run once; arrays in and out by name. Raises `EngineError` naming what does not fit."""
        if self._session is None:
            raise EngineError(f"{self._name}: the engine is closed")
        signature = [
            (name, *(getattr(array, part, None) for part in _PARTS)) for name, array in feeds.items()
        ]
        if signature != self._fitting:  # what fitted once fits: after a run, this code is not in any cache
            check_feeds(self.inputs, feeds, self._name)
            self._fitting = signature
        if self._running.terminate:  # by an interrupt that came after its run
            self._running = self._run_options()
        running = self._running
        try:
            results = self._session.run(self._outputs, dict(feeds), running)
        except self._errors as error:
            if running.terminate:
                raise Interrupted(f"{self._name}: the run was interrupted") from error
            raise EngineError(f"{self._name}: inference failed: {_first_line(error)}") from error
        return dict(zip(self._outputs, results, strict=True))

    def interrupt(self) -> None:
        """See `Interruptible`: `RunOptions.terminate`, which is looked at between two nodes of the graph."""
        self._running.terminate = True

    def close(self) -> None:
        """Free the session; safe to call twice."""
        self._session = None

    def __enter__(self) -> "OnnxEngine":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class ExactOnnxEngine(OnnxEngine):
    """The same for comparing graphs with Q/DQ on a CPU, where a product of 8 bits with 8 must not saturate.

    x86 without VNNI adds pairs of them in 16 bits, and soft tokens come out far from what TensorRT and
    ARM compute. Slower to load; graphs of other forms compute the same either way.
    """

    _config = MappingProxyType({"session.x64quantprecision": "1"})


def preload_cuda(runtime: ModuleType) -> None:
    """Load CUDA from the pip packages, when they are there."""
    if hasattr(runtime, "preload_dlls"):
        with contextlib.redirect_stdout(io.StringIO()):  # it prints where it should raise
            runtime.preload_dlls()


def _import_onnxruntime() -> ModuleType:
    """Import onnxruntime, silent towards the network and the terminal."""
    check_onnxruntime()
    if os.environ.get("ORT_DISABLE_TELEMETRY") != "1":
        # Later is too late: the telemetry thread starts during the import.
        raise EngineError(
            "ORT_DISABLE_TELEMETRY must be 1 so that ONNX Runtime does not phone home, found "
            f"{os.environ.get('ORT_DISABLE_TELEMETRY')!r}; unset it, and import anymal before onnxruntime"
        )
    try:
        import onnxruntime
    except ImportError as error:
        if isinstance(error.__cause__ or error.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from error  # Ctrl-C while its library initialised
        raise EngineError(f"onnxruntime is installed but does not load: {error}; reinstall it") from error
    onnxruntime.set_default_logger_severity(FATAL)
    module: ModuleType = onnxruntime
    return module


def _errors_of(runtime: ModuleType) -> tuple[type[Exception], ...]:
    """Return every exception class of ONNX Runtime's native side; they share no base but Exception."""
    native = runtime.capi.onnxruntime_pybind11_state
    own = [item for item in vars(native).values() if isinstance(item, type) and issubclass(item, Exception)]
    return (RuntimeError, ValueError, MemoryError, *own)


def _first_line(error: BaseException) -> str:
    text = str(error).strip()
    return text.splitlines()[0][:300] if text else type(error).__name__
