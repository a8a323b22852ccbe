"""NVIDIA's TensorRT as a Python module: found, imported safely, and its complaints collected.

Knows that `tensorrt` and `tensorrt_rtx` offer the same names, and that the former ends the process
where no driver is; refuses to build or to run anything. All our code keeps to the names that exist
from TensorRT 10.3 (JetPack 6) to 11.4; a test compares them with the real bindings.
"""

from collections import deque
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from anymal.engines.probe import CudaDriver, probe_cuda
from anymal.errors import EngineError

__all__ = ["RTX", "TENSORRT", "TensorRt", "open_tensorrt", "tensorrt_modules"]

TENSORRT, RTX = "tensorrt", "tensorrt_rtx"
CURE = {
    TENSORRT: "pip install 'anymal-edge[tensorrt]'; on a Jetson: apt install python3-libnvinfer and a "
    "virtual environment made with --system-site-packages",
    RTX: "pip install tensorrt-rtx",
}
KEPT_LINES = 20


@dataclass(frozen=True)
class TensorRt:
    """An imported TensorRT: `name` is its module, `logger` keeps what it last complained of."""

    module: Any
    name: str
    version: str
    logger: Any

    def __str__(self) -> str:
        return f"{'TensorRT-RTX' if self.name == RTX else 'TensorRT'} {self.version}"

    def complaint(self) -> str:
        """Return and forget the last errors of the library, the first of them first; empty when none."""
        lines = list(dict.fromkeys(self.logger.lines))
        self.logger.lines.clear()
        # A missing driver is repeated after every error; it is said once, by the probe.
        told = [line for line in lines if "CUDA driver version is insufficient" not in line]
        return "; ".join((told or lines)[:3])


def tensorrt_modules() -> tuple[str, ...]:
    """Return which of `tensorrt` and `tensorrt_rtx` are installed, without importing either."""
    return tuple(name for name in (TENSORRT, RTX) if find_spec(name) is not None)


def open_tensorrt(name: str = "", needs_gpu: bool = True, driver: CudaDriver | None = None) -> TensorRt:
    """Import TensorRT: `name`, or the first installed of `tensorrt` and `tensorrt_rtx`.

    With `needs_gpu=False` only TensorRT-RTX will do without a driver: it builds ahead of time on a
    CPU. Raises `EngineError` when nothing usable is there; asks the driver before it imports.
    """
    driver = driver or probe_cuda()
    if needs_gpu and not driver.works:
        raise EngineError(driver.reason)
    installed = tensorrt_modules()
    name = name or next(iter(installed if driver.works else [*installed][::-1]), TENSORRT)
    if name not in CURE:
        raise EngineError(f"{name!r} is no TensorRT; there are {', '.join(CURE)}")
    if name not in installed:
        raise EngineError(f"{name} is not installed; {CURE[name]}")
    if not driver.works and name != RTX:
        raise EngineError(f"{name} cannot build here: {driver.reason}; without a GPU only {RTX} can")
    return _load(name)


@cache
def _load(name: str) -> TensorRt:
    """Import once, with one logger: TensorRT keeps the first it is given for the whole process."""
    try:
        module = import_module(name)
    except (ImportError, OSError) as error:
        raise EngineError(f"{name} is installed but does not load: {error}; {CURE[name]}") from error
    return TensorRt(module, name, str(module.__version__), _make_logger(module))


def _make_logger(trt: Any) -> Any:
    """A logger that prints nothing and remembers errors; called from the library's own threads too."""

    class Logger(trt.ILogger):  # type: ignore[misc]
        def __init__(self) -> None:
            trt.ILogger.__init__(self)
            self.lines: deque[str] = deque(maxlen=KEPT_LINES)

        def log(self, severity: Any, text: str) -> None:
            if severity in (trt.ILogger.ERROR, trt.ILogger.INTERNAL_ERROR):
                self.lines.append(text.strip().splitlines()[0][:300] if text.strip() else "")

    return Logger()
