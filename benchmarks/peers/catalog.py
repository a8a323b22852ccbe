"""Which peers there are, what each needs in its environment, and why one is not there.

Knows names, packages and worker scripts; refuses to install (`install.py`) and to measure (`run.py`).
"""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["FOLDER_VARIABLE", "PEERS", "PeerSpec", "environments_folder", "install_size_mb", "python_of"]

HERE = Path(__file__).resolve().parent
FOLDER_VARIABLE = "ANYMAL_PEERS"
"""Names the folder of the environments, in place of build/peers."""


@dataclass(frozen=True)
class PeerSpec:
    """`packages` for pip, `build` the environment variables it builds with, `worker` its script here.

    Without a worker, `why_not` says what is missing. `ours`: runs in this very environment.
    """

    name: str
    packages: tuple[str, ...] = ()
    build: dict[str, str] = field(default_factory=dict)
    worker: str = ""
    why_not: str = ""
    ours: bool = False


PEERS = {
    one.name: one
    for one in (
        PeerSpec("anymal", worker="worker_ours.py", ours=True),
        PeerSpec(
            "transformers",
            ("torch==2.13.0", "transformers==5.23.0", "pillow", "sentencepiece"),
            worker="worker_transformers.py",
        ),
        PeerSpec(
            "libmtmd",
            ("llama-cpp-python==0.3.36", "pillow"),
            build={"CMAKE_ARGS": ""},
            why_not="no worker yet: it was not measured",
        ),
        PeerSpec("openvino", ("openvino-genai", "pillow"), why_not="no worker yet: it was not measured"),
        PeerSpec(
            "onnxruntime-genai",
            ("onnxruntime-genai", "pillow"),
            why_not="no worker yet: it was not measured",
        ),
    )
}


def environments_folder() -> Path:
    """`$ANYMAL_PEERS`, else build/peers of this checkout."""
    return Path(os.environ.get(FOLDER_VARIABLE) or HERE.parent.parent / "build" / "peers")


def python_of(peer: PeerSpec, folder: Path) -> Path | str:
    """The interpreter that runs `peer`, or the reason why it must be skipped."""
    if not peer.worker:
        return peer.why_not
    if peer.ours:
        return Path(sys.executable)
    python = folder / peer.name / "bin" / "python"
    if python.is_file():
        return python
    return f"not installed: {python} is missing; run python benchmarks/peers/install.py {peer.name}"


def install_size_mb(environment: Path) -> float:
    """Size in MiB of every file of an environment; links count as nothing."""
    files = (path for path in environment.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / (1 << 20)
