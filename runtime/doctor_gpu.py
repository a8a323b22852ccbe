"""What of NVIDIA's is here beyond the driver: TensorRT, cuda-bindings, built plans, and which Jetson.

Knows where each shows itself and the cure when it does not; refuses to build anything, and imports
TensorRT only where a driver answers.
"""

import re
from collections.abc import Iterator
from importlib import metadata, util
from pathlib import Path

from anymal.engines.choose import BACKEND_VARIABLE, forced_backend
from anymal.engines.plan_cache import default_cache_folder
from anymal.engines.probe import CudaDriver
from anymal.engines.tensorrt_api import RTX, open_tensorrt, tensorrt_modules
from anymal.errors import AnymalError, ConfigError
from anymal.runtime.doctor import Finding

__all__ = ["examine_gpu"]

TEGRA_RELEASE = Path("/etc/nv_tegra_release")
POWER_STATUS = Path("/var/lib/nvpmodel/status")
SYSTEM_PACKAGES = Path("/usr/lib")
JETPACKS = {36: "JetPack 6", 38: "JetPack 7.0 or 7.1", 39: "JetPack 7.2"}
VENV_CURE = "make the virtual environment with --system-site-packages: apt's TensorRT is outside this one"


def examine_gpu(driver: CudaDriver) -> Iterator[Finding]:
    """Look at everything beside the driver; `driver` is what it said."""
    if TEGRA_RELEASE.is_file():
        yield _jetson(_read(TEGRA_RELEASE), _read(POWER_STATUS))
    yield _tensorrt(driver)
    yield _cuda_bindings()
    yield from _plans()
    yield from _forced()


def _jetson(release: str, power: str) -> Finding:
    """L4T release and power mode, from the two files that JetPack keeps them in."""
    match = re.search(r"R(\d+) \(release\), REVISION: ([\d.]+)", release)
    if match is None:
        return Finding("Jetson", "ok", "a Jetson of unknown release")
    major = int(match[1])
    jetpack = JETPACKS.get(major, "an unknown JetPack")
    found = f"L4T {major}.{match[2]} ({jetpack})"
    mode = re.search(r"pmode:0*(\d+)", power)
    if mode is not None:
        found += f", power mode {mode[1]}"
    cure = "" if major in JETPACKS else "JetPack 6 and 7 are what docs/jetson.md covers"
    return Finding("Jetson", "ok", found, cure)


def _tensorrt(driver: CudaDriver) -> Finding:
    installed = tensorrt_modules()
    if not installed:
        outside = next(iter(sorted(SYSTEM_PACKAGES.glob("python3*/dist-packages/tensorrt"))), None)
        cure = "when wanted: pip install 'anymal-edge[tensorrt]'" if outside is None else VENV_CURE
        return Finding("TensorRT", "absent", "not installed", cure)
    if not driver.works:
        names = ", ".join(f"{name} {_version(name)}" for name in installed)
        more = "; it builds plans ahead of time here, and runs none" if RTX in installed else ""
        return Finding("TensorRT", "ok", f"{names}, not imported: {driver.reason}{more}")
    try:
        return Finding("TensorRT", "ok", f"{open_tensorrt()}")
    except AnymalError as error:
        return Finding("TensorRT", "absent", str(error), "see there")


def _cuda_bindings() -> Finding:
    # find_spec of a submodule imports its parents; `cuda` itself is an empty namespace.
    if util.find_spec("cuda") is None or util.find_spec("cuda.bindings") is None:
        cure = "for native TensorRT: pip install cuda-bindings"
        return Finding("cuda-bindings", "absent", "not installed", cure)
    return Finding("cuda-bindings", "ok", _version("cuda-bindings"))


def _plans() -> Iterator[Finding]:
    try:
        folder = default_cache_folder()
    except ConfigError as error:
        yield Finding("TensorRT plans", "absent", str(error), "see there")
        return
    plans = list(folder.glob("*.plan"))
    if plans:
        size = sum(path.stat().st_size for path in plans) / 1e6
        yield Finding("TensorRT plans", "ok", f"{len(plans)} built, {size:.0f} MB in {folder}")


def _forced() -> Iterator[Finding]:
    try:
        backend = forced_backend()
    except ConfigError as error:
        yield Finding("encoder backend", "broken", str(error), f"unset {BACKEND_VARIABLE}")
        return
    if backend != "auto":
        yield Finding("encoder backend", "ok", f"{backend}: forced by {BACKEND_VARIABLE}")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "(version unknown)"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
