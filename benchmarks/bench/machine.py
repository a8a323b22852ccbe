"""The machine a run was made on, as far as the system tells.

Knows where Linux keeps the CPU's name, clock and governor, and what other systems say through Python;
refuses to guess: what is not told stays empty or 0.
"""

import ctypes
import os
import platform
from datetime import datetime, timezone
from importlib import metadata
from pathlib import Path

import anymal
from anymal.bench.record import Machine
from anymal.engines.llama_native import usable_cores
from anymal.engines.probe import onnxruntime_distributions, probe_cuda

__all__ = ["load_average", "read_machine"]

GIB = 1 << 30
CPUINFO = Path("/proc/cpuinfo")
CPUFREQ = Path("/sys/devices/system/cpu/cpu0/cpufreq")


def load_average() -> float:
    """Return the load average of one minute, 0 where the system has none."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def read_machine(load_before: float, cpuinfo: Path = CPUINFO, cpufreq: Path = CPUFREQ) -> Machine:
    """Return this machine now; `load_before` was taken when the run began."""
    text = _text(cpuinfo)
    frequency_khz = _number(_text(cpufreq / "scaling_cur_freq"))
    return Machine(
        cpu=_field(text, "model name") or _field(text, "Model") or platform.processor() or platform.machine(),
        cores=usable_cores(),
        memory_gb=_memory_gb(),
        governor=_text(cpufreq / "scaling_governor").strip(),
        frequency_mhz=frequency_khz / 1e3 if frequency_khz else _number(_field(text, "cpu MHz")),
        load_before=load_before,
        load_after=load_average(),
        python=platform.python_version(),
        versions=_versions(),
        gpu=_gpu(),
        date=datetime.now(timezone.utc).isoformat(timespec="seconds"),
    )


def _versions() -> dict[str, str]:
    versions = {"anymal": anymal.__version__, **onnxruntime_distributions()}
    for name in ("llama-cpp-python", "numpy"):
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return versions


def _gpu() -> str:
    """The name of the first GPU by the driver's own call (CUDA driver API, `cuDeviceGetName`)."""
    if not probe_cuda().works:
        return ""
    driver, device, name = ctypes.CDLL("libcuda.so.1"), ctypes.c_int(0), ctypes.create_string_buffer(256)
    if driver.cuDeviceGet(ctypes.byref(device), 0) or driver.cuDeviceGetName(name, 256, device):
        return "a GPU without name"
    return name.value.decode("utf-8", "replace")


def _memory_gb() -> float:
    try:
        return float(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")) / GIB
    except (AttributeError, ValueError, OSError):
        return 0.0


def _field(text: str, name: str) -> str:
    """The first value of `name` in text of `name : value` lines."""
    for line in text.splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return ""


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
