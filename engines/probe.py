"""What this machine can run, found out by trying.

Knows the CUDA driver (through ctypes), which ONNX Runtime distributions are installed and
whether an LLM can use the GPU; refuses to trust lists of what was merely compiled in.
"""

import ctypes
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from anymal.engines.base import Prefer
from anymal.errors import EngineError

__all__ = [
    "CudaDriver",
    "check_onnxruntime",
    "llm_gpu_layers",
    "onnxruntime_distributions",
    "probe_cuda",
]

# Each of these unpacks into the same `onnxruntime` folder; the last one installed wins, silently.
ONNXRUNTIME_NAMES = (
    "onnxruntime",
    "onnxruntime-gpu",
    "onnxruntime-openvino",
    "onnxruntime-directml",
    "onnxruntime-rocm",
    "onnxruntime-migraphx",
    "onnxruntime-qnn",
)
CUDA_LIBRARY = "libcuda.so.1"


@dataclass(frozen=True)
class CudaDriver:
    """What the NVIDIA driver says: number of `devices`, and `reason` in words when there is none."""

    devices: int
    reason: str

    @property
    def works(self) -> bool:
        """Whether at least one CUDA device answers."""
        return self.devices > 0


@cache
def probe_cuda(library: str = CUDA_LIBRARY) -> CudaDriver:
    """Ask the driver itself: load it, `cuInit(0)`, count devices. Needs no CUDA package and runs once."""
    try:
        driver = ctypes.CDLL(library)
    except OSError:
        return CudaDriver(0, f"no NVIDIA driver ({library} not found)")
    status = int(driver.cuInit(0))
    if status:
        return CudaDriver(0, f"the NVIDIA driver does not start (cuInit gives error {status})")
    count = ctypes.c_int(0)
    status = int(driver.cuDeviceGetCount(ctypes.byref(count)))
    if status or count.value < 1:
        return CudaDriver(0, f"the NVIDIA driver finds no device (error {status})")
    return CudaDriver(count.value, f"the NVIDIA driver finds {count.value} device(s)")


def onnxruntime_distributions(folder: Path | None = None) -> dict[str, str]:
    """Return the distributions installed over the `onnxruntime` package, with their versions.

    Looks only beside the package (`folder`, when given): that is where they overwrite each
    other, and one folder is read in a fraction of the time that importlib.metadata takes.
    """
    if folder is None:
        package = find_spec("onnxruntime")
        if package is None or package.origin is None:
            return {}
        folder = Path(package.origin).parent.parent
    found = {}
    for record in sorted(folder.glob("onnxruntime*.dist-info")):
        name, _, version = record.stem.partition("-")
        if (name := name.replace("_", "-")) in ONNXRUNTIME_NAMES:
            found[name] = version
    return found


def check_onnxruntime(distributions: dict[str, str] | None = None) -> str:
    """Return the one installed ONNX Runtime as `name version`.

    Raises `EngineError` when two distributions overwrote each other, or when there is none.
    """
    found = onnxruntime_distributions() if distributions is None else distributions
    names = [f"{name} {version}" for name, version in found.items()]
    if len(names) > 1:
        raise EngineError(
            f"{' and '.join(names)} are both installed and overwrite each other's files; "
            f"run: pip uninstall -y {' '.join(found)}; then pip install 'anymal-edge[cpu]' (or [gpu])"
        )
    if not names and find_spec("onnxruntime") is None:
        raise EngineError(
            "onnxruntime is not installed; run: pip install 'anymal-edge[cpu]' (or 'anymal-edge[gpu]')"
        )
    return names[0] if names else "onnxruntime (without package metadata)"


def llm_gpu_layers(prefer: Prefer = "auto") -> int:
    """Return how many layers of an LLM go to the GPU: all (-1), or none.

    On `auto` all where a GPU works and llama.cpp has it built in; only then is llama.cpp imported.
    """
    if prefer == "auto" and probe_cuda().works:
        from anymal.engines.llama_native import load_llama

        return -1 if load_llama().llama_supports_gpu_offload() else 0
    return -1 if prefer == "gpu" else 0
