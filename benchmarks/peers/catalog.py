"""Which peers there are, what each needs in its environment, and why one is not there.

Knows names, packages, worker scripts and which kinds of model a peer takes; refuses to install
(`install.py`), to make models (`prepare.py`) and to measure (`run.py`).
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["FOLDER_VARIABLE", "MARKER", "PEERS", "PeerSpec", "environments_folder", "python_of"]

HERE = Path(__file__).resolve().parent
MARKER = "installed.txt"
"""Written last into an environment: one whose installation failed has none."""
FOLDER_VARIABLE = "ANYMAL_PEERS"
"""Names the folder of the environments, in place of build/peers."""


@dataclass(frozen=True)
class PeerSpec:
    """`packages` for pip, `build` the environment variables it builds with, `worker` its script here.

    `environment`: whose environment it runs in, empty for its own. `files`: the folder of a shape that
    it loads, `options` what else `load` is given. `refuses`: kind of model (`VlmShape.kind`) to the
    reason why it cannot be asked. Without a worker, `why_not` says what is missing. `ours`: runs in
    this very environment. `program`: what `install.py` compiles beside the packages. `without`: packages
    that others pull in and that are taken out again.
    """

    name: str
    packages: tuple[str, ...] = ()
    build: Mapping[str, str] = field(default_factory=dict)
    worker: str = ""
    why_not: str = ""
    ours: bool = False
    environment: str = ""
    files: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    refuses: Mapping[str, str] = field(default_factory=dict)
    program: str = ""
    without: tuple[str, ...] = ()


LLAMA = "llama-cpp-python==0.3.36"
PEERS = {
    one.name: one
    for one in (
        PeerSpec("anymal", worker="worker_ours.py", ours=True, files="bundle"),
        PeerSpec(
            "transformers",
            ("torch==2.13.0", "transformers==5.23.0", "pillow", "sentencepiece"),
            worker="worker_transformers.py",
            files="checkpoint",
        ),
        PeerSpec(
            "libmtmd",
            (LLAMA, "pillow"),
            build={"CMAKE_ARGS": ""},  # the project's own environment leaves libmtmd out
            worker="worker_libmtmd.py",
            files="libmtmd",
        ),
        PeerSpec(
            "libmtmd-one-view",
            worker="worker_libmtmd.py",
            environment="libmtmd",
            files="libmtmd",
            options={"one_view": True},
            refuses={"llava": "LLaVA's picture is one view: that is libmtmd itself"},
        ),
        PeerSpec(
            "llama-server",
            program="llama-server",
            worker="worker_llama_server.py",
            files="libmtmd",
        ),
        PeerSpec(
            "openvino",
            ("openvino-genai==2026.4.1.0", "pillow", "numpy"),
            worker="worker_openvino.py",
            files="openvino",
            refuses={"idefics3": "VLMPipeline knows no model_type idefics3 or smolvlm"},
        ),
        PeerSpec(
            "optimum-intel",
            ("torch==2.13.0", "optimum-intel==2.2.0", "transformers==4.57.6", "pillow", "sentencepiece"),
            worker="worker_optimum_intel.py",
            files="openvino",
            # Built for CUDA's torch it does not load beside torch for CPUs; without it Pillow resizes.
            without=("torchvision",),
        ),
        PeerSpec(
            "onnxruntime-genai",
            ("onnxruntime-genai==0.18.0", "pillow", "numpy", "tokenizers"),
            worker="worker_onnxruntime_genai.py",
            files="onnxruntime-genai",
        ),
    )
}


def environments_folder() -> Path:
    """`$ANYMAL_PEERS`, else build/peers of this checkout."""
    return Path(os.environ.get(FOLDER_VARIABLE) or HERE.parent.parent / "build" / "peers")


def python_of(peer: PeerSpec, folder: Path, kind: str = "") -> Path | str:
    """The interpreter that runs `peer` on a model of `kind`, or the reason why it must be skipped."""
    if not peer.worker:
        return peer.why_not
    if kind in peer.refuses:
        return peer.refuses[kind]
    if peer.ours:
        return Path(sys.executable)
    name = peer.environment or peer.name
    python = folder / name / "bin" / "python"
    program = folder / name / "bin" / (peer.program or "python")
    if missing := [one for one in (python, program, folder / name / MARKER) if not one.is_file()]:
        return f"not installed: {missing[0]} is missing; run python benchmarks/peers/install.py {name}"
    return python
