"""What this machine has, what would run where and why, and what is missing with its cure.

Knows how to look without changing anything; refuses to print. Every finding is a `Finding`,
so that people and programs read the same thing.
"""

import os
import platform
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path
from typing import Literal

from anymal.errors import AnymalError
from anymal.runtime.requirements import DISTRIBUTION, required_names

__all__ = ["Finding", "Status", "examine"]

Status = Literal["ok", "absent", "broken"]  # absent: optional and not there; broken: answers will fail

# Of all CPU features the ones that llama.cpp and ONNX Runtime have kernels for.
CPU_FEATURES = (
    *("avx", "avx2", "fma", "f16c", "avx_vnni", "avx512f", "avx512bw", "avx512_vnni", "avx512_bf16"),
    *("amx_tile", "amx_int8", "asimd", "asimdhp", "asimddp", "i8mm", "bf16", "sve", "sve2"),
)
# What for, and the extra; those of encoders are looked at by themselves.
OPTIONAL = {
    "microphone": "mic",
    "WebSocket": "ws",
    "MAVLink": "mavlink",
    "export": "export",
    "training": "train",
    "benchmarks": "bench",
}


@dataclass(frozen=True)
class Finding:
    """One thing looked at: `found` says what is there, `cure` what to do when it is not."""

    name: str
    status: Status
    found: str
    cure: str = ""


def examine(bundle: str) -> Iterator[Finding]:
    """Look at everything, the cheap first; `bundle` is opened to prove what its encoders run on."""
    yield _python()
    yield Finding("machine", "ok", _machine())
    yield Finding("CPU", "ok", _cpu())
    yield Finding("memory", "ok", _memory())
    yield from _packages()
    yield _onnxruntime()
    yield from _accelerators()
    yield from _bundle(bundle)
    yield from _optional()


def _python() -> Finding:
    version = f"{platform.python_implementation()} {platform.python_version()} in {sys.prefix}"
    return Finding("Python", "ok", version)  # an older one would not have come this far


def _machine() -> str:
    # Boards (Jetson, Raspberry Pi) name themselves in the device tree.
    board = _read(Path("/proc/device-tree/model")).strip("\0 \n")
    return ", ".join(part for part in (board, platform.machine(), platform.platform()) if part)


def _cpu() -> str:
    from anymal.engines.llama_native import usable_cores

    fields: dict[str, str] = {}
    for line in _read(Path("/proc/cpuinfo")).splitlines():
        name, _, value = line.partition(":")
        fields.setdefault(name.strip(), value.strip())
    flags = set((fields.get("flags") or fields.get("Features") or "").split())
    features = " ".join(name for name in CPU_FEATURES if name in flags) or "features unknown"
    model = fields.get("model name") or platform.processor() or "CPU"
    return f"{model}, {usable_cores()} of {os.cpu_count()} cores usable, {features}"


def _memory() -> str:
    fields = dict(line.split(":", 1) for line in _read(Path("/proc/meminfo")).splitlines() if ":" in line)
    sizes = [
        f"{int(fields[key].split()[0]) * KIB / 1e9:.1f} GB {word}" for key, word in _MEMORY if key in fields
    ]
    return ", ".join(sizes) or "unknown"


_MEMORY = (("MemTotal", "in all"), ("MemAvailable", "available"))
KIB = 1024  # which /proc/meminfo counts in, and calls kB


def _packages() -> Iterator[Finding]:
    """What is always needed."""
    try:
        needed = required_names()
    except metadata.PackageNotFoundError:
        yield Finding(
            DISTRIBUTION, "absent", "runs without having been installed: what it needs is not known here"
        )
        return
    for name in needed:
        version = _version(name)
        if version:
            yield Finding(name, "ok", version)
        else:
            yield Finding(name, "broken", "not installed", f"pip install {name}")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _onnxruntime() -> Finding:
    from anymal.engines.probe import check_onnxruntime

    try:
        return Finding("ONNX Runtime", "ok", check_onnxruntime())
    except AnymalError as error:
        return Finding("ONNX Runtime", "broken", str(error), "see there")


def _accelerators() -> Iterator[Finding]:
    """Report the GPU driver and what llama.cpp was built with."""
    from anymal.engines.probe import probe_cuda

    driver = probe_cuda()
    if driver.works:
        yield Finding("CUDA driver", "ok", driver.reason)
    else:
        yield Finding("CUDA driver", "absent", driver.reason, "with an NVIDIA GPU: install its driver")
    from anymal.runtime.doctor_gpu import examine_gpu

    yield from examine_gpu(driver)
    if util.find_spec("llama_cpp") is None:
        return  # said already, as a missing package
    from anymal.engines.llama_native import load_llama

    try:
        llama = load_llama()
    except AnymalError as error:
        yield Finding("llama.cpp", "broken", str(error), "see there")
        return
    built = " ".join(llama.llama_print_system_info().decode("utf-8", "replace").replace(" = 1", "").split())
    yield Finding("llama.cpp", "ok", f"built for {built.strip(' |')}")
    if llama.llama_supports_gpu_offload():
        yield Finding("LLM backend", "ok", "GPU: this llama.cpp was built for one")
    else:
        cure = (
            "on a GPU machine: CMAKE_ARGS=-DGGML_CUDA=ON pip install --force-reinstall --no-cache-dir "
            "--no-deps --no-binary llama-cpp-python llama-cpp-python"
        )
        yield Finding("LLM backend", "ok", "CPU: this llama.cpp was built without a GPU backend", cure)


def _bundle(name: str) -> Iterator[Finding]:
    """Open the bundle and each of its parts: what really runs, not what might."""
    from anymal.engines.bundle import find_bundle, load_bundle
    from anymal.engines.bundle_check import check_bundle
    from anymal.engines.verified import require_verified

    try:
        bundle = load_bundle(find_bundle(name))
        require_verified(bundle.manifest)
        yield Finding(f"bundle {name}", "ok", f"{bundle.folder}, hashes right")
        for part in check_bundle(bundle):
            yield Finding(f"{part.name} backend", "ok", f"{part.file} on {part.reason}")
    except AnymalError as error:
        yield Finding(
            f"bundle {name}", "broken", str(error), "make the bundle, or name another with --bundle"
        )


def _optional() -> Iterator[Finding]:
    """What an extra brings."""
    with suppress(metadata.PackageNotFoundError):  # said already
        for purpose, extra in OPTIONAL.items():
            versions = {name: _version(name) for name in required_names(extra)}
            missing = [name for name, version in versions.items() if not version]
            if missing:
                told = f"not installed: {', '.join(missing)}"
                cure = f"when wanted: pip install '{DISTRIBUTION}[{extra}]'"
                yield Finding(purpose, "absent", told, cure)
            else:
                found = ", ".join(f"{name} {version}" for name, version in versions.items())
                yield Finding(purpose, "ok", found)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
