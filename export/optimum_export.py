"""The same encoders through optimum-onnx: a second opinion on the dynamo exporter, or its stand-in.

Knows how a vision tower is handed to optimum's own environment and how its graph is joined with what
goes before (pixels) and after (the aligner), so that the result is a bundle's graph like any other.
Refuses to import optimum: it pins another transformers, so it lives behind `ANYMAL_OPTIMUM_PYTHON`.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import onnx
import torch
from onnx import compose
from safetensors.torch import load_file, save_file
from torch import nn

from anymal.errors import ExportError
from anymal.export.open_graph import open_graph
from anymal.export.sources.sourced import SourcedModule
from anymal.export.sources.vision import VISION, VisionEncoder
from anymal.export.sources.weights import load_pretrained, read_config
from anymal.export.to_onnx import OPSET, OUTPUT_NAME, facts_of, finish_graph, input_shape, trace_graph

__all__ = ["PYTHON_VARIABLE", "export_with_optimum", "optimum_python"]

PYTHON_VARIABLE = "ANYMAL_OPTIMUM_PYTHON"
PIXELS, HIDDEN = "pixel_values", "last_hidden_state"
WEIGHTS = "model.safetensors"
LONGEST_S = 3600
CURE = (
    "make it with: python3 -m venv .venv-optimum && .venv-optimum/bin/pip install -r "
    f"export/optimum-requirements.txt, then set {PYTHON_VARIABLE}=.venv-optimum/bin/python"
)


# What optimum's older transformers calls the weights of ours, in front.
PREFIXES = {"CLIPVisionModel": "vision_model.", "SiglipVisionModel": "vision_model.", "Dinov2Model": ""}


class _Tail(nn.Module):
    """Hidden states [B, 1 + patches, D] to rows: drops the positions that are not read, then aligns."""

    def __init__(self, aligner: nn.Module, first: int) -> None:
        super().__init__()
        self.aligner, self.first = aligner, first

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        return cast(torch.Tensor, self.aligner(hidden[:, self.first :]))


def optimum_python() -> Path:
    """The Python of the optimum environment; raises `ExportError` with how to make one."""
    value = os.environ.get(PYTHON_VARIABLE, "")
    path = Path(value).absolute()
    if not value or not os.access(path, os.X_OK) or not path.is_file():
        found = f"found {value!r}" if value else "which is not set"
        raise ExportError(
            f"--exporter optimum needs its own environment's Python in {PYTHON_VARIABLE}, {found}; {CURE}"
        )
    return path


def export_with_optimum(module: nn.Module, folder: Path | None, spec: Mapping[str, Any], out: Path) -> Path:
    """Write `module` (of `open_source`) to `out`, its encoder exported by optimum from `folder`.

    `folder` is the transformers folder the encoder was opened from, `spec` the input section of the
    manifest. The graph is the one `export_onnx` writes, by other means: free batch, opset 20. Raises
    `ExportError` when the class or the layer is none that optimum can do, or when a step fails.
    """
    python = optimum_python()
    encoder = _tower(module)
    if folder is None:
        raise ExportError("--exporter optimum needs the transformers folder of the encoder, found none")
    with tempfile.TemporaryDirectory(prefix="anymal-optimum-") as name:
        work = Path(name)
        _save_tower(encoder, folder, work / "tower")
        _run(python, work / "tower", work / "onnx")
        middle = open_graph(work / "onnx" / "model.onnx", OPSET)
    pixels = torch.zeros((2, *input_shape("image", spec)), dtype=torch.uint8)
    hidden = torch.zeros(2, encoder.first + encoder.positions, encoder.features_dim)
    head = trace_graph(encoder.pixels, pixels, (spec["name"], PIXELS))
    tail = trace_graph(_Tail(cast(nn.Module, module.aligner), encoder.first), hidden, (HIDDEN, OUTPUT_NAME))
    return finish_graph(_joined(head, middle, tail), facts_of(module), spec["name"], out)


def _tower(module: nn.Module) -> VisionEncoder:
    encoder = getattr(module, "encoder", None)
    if not isinstance(module, SourcedModule) or not isinstance(encoder, VisionEncoder):
        raise ExportError(
            f"--exporter optimum takes CLIP, SigLIP and DINOv2 towers of transformers, found "
            f"{type(encoder).__name__}; leave the exporter at dynamo"
        )
    return encoder


def _save_tower(encoder: VisionEncoder, folder: Path, out: Path) -> None:
    """Write the blocks that are read as a model of its own: optimum gives the last hidden state only."""
    import transformers

    family = VISION[str(read_config(folder).get("model_type"))]
    model = load_pretrained(getattr(transformers, family.kind), folder)
    blocks = cast(nn.ModuleList, model.get_submodule(family.layers))
    if family.last_norm and isinstance(encoder.last_norm, nn.Identity):
        raise ExportError(
            f"--exporter optimum reads {family.kind} at layer -1 only: its last hidden state is normalised "
            "once more; leave the exporter at dynamo"
        )
    model.config.num_hidden_layers = len(encoder.blocks)
    model.set_submodule(family.layers, blocks[: len(encoder.blocks)])
    model.save_pretrained(out, max_shard_size="1TB")
    weights = load_file(out / WEIGHTS)
    save_file(
        {f"{PREFIXES[family.kind]}{name}": values for name, values in weights.items()},
        out / WEIGHTS,
        metadata={"format": "pt"},
    )
    sides = {"height": encoder.pixels.height, "width": encoder.pixels.width}
    rules = {"image_processor_type": "BitImageProcessor", "size": sides, "crop_size": sides}
    (out / "preprocessor_config.json").write_text(json.dumps(rules), encoding="utf-8")


def _joined(head: onnx.ModelProto, middle: onnx.ModelProto, tail: onnx.ModelProto) -> onnx.ModelProto:
    """One graph out of three; optimum's other outputs, and what only they need, are left behind."""
    middle.ir_version = tail.ir_version = head.ir_version
    del middle.opset_import[:], tail.opset_import[:]
    middle.opset_import.extend(head.opset_import)
    tail.opset_import.extend(head.opset_import)
    middle = compose.add_prefix(middle, "optimum_", rename_inputs=False, rename_outputs=False)
    tail = compose.add_prefix(tail, "aligner_", rename_inputs=False, rename_outputs=False)
    try:
        encoded = compose.merge_models(head, middle, [(PIXELS, PIXELS)], outputs=[HIDDEN])
        joined: onnx.ModelProto = compose.merge_models(encoded, tail, [(HIDDEN, HIDDEN)])
    except ValueError as error:
        raise ExportError(f"optimum's graph cannot be joined with pixels and aligner: {error}") from error
    return joined


def _run(python: Path, folder: Path, out: Path) -> None:
    """Export in the other environment, offline; its last words become the error."""
    worker = Path(__file__).with_name("optimum_worker.py")
    offline = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
    try:
        done = subprocess.run(
            [python, "-I", worker, folder, out, str(OPSET)],
            env={**os.environ, **offline},
            capture_output=True,
            text=True,
            timeout=LONGEST_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ExportError(f"{python}: optimum did not run: {error}; {CURE}") from error
    if done.returncode or not (out / "model.onnx").is_file():
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        raise ExportError(
            f"optimum cannot export {folder.name}: {lines[-1][:300] if lines else 'it said nothing'} "
            f"(exit code {done.returncode})"
        )
