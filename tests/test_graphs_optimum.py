"""Optimum's exporter in an environment of its own: refusals here, the real thing where it is installed."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
import transformers

from anymal.errors import ExportError
from anymal.export.optimum_export import PYTHON_VARIABLE, export_with_optimum, optimum_python
from anymal.export.parity import compare_rows
from anymal.export.sources import ModalitySource, SourcedModality, open_source
from anymal.export.to_onnx import export_onnx
from anymal.export.verify import onnx_rows, torch_rows

SIZES = {
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "image_size": 28,
    "patch_size": 14,
}


@dataclass(frozen=True)
class Tower:
    folder: Path
    layer: int
    sourced: SourcedModality


def tower(folder: Path, kind: str, layer: int = -1) -> Tower:
    """A tiny random tower of class `kind` and a random linear aligner behind it."""
    torch.manual_seed(0)
    model = getattr(transformers, f"{kind}Model")
    config = getattr(transformers, f"{kind}Config")(**SIZES)
    model(config).save_pretrained(folder)
    source = ModalitySource("image", str(folder), "linear-random:3", layer=layer)
    return Tower(folder, layer, open_source(source, 16))


def fake_python(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_an_environment_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(PYTHON_VARIABLE, raising=False)
    with pytest.raises(
        ExportError, match=r"ANYMAL_OPTIMUM_PYTHON, which is not set; make it with: python3 -m"
    ):
        optimum_python()
    monkeypatch.setenv(PYTHON_VARIABLE, str(tmp_path))
    with pytest.raises(ExportError, match=r"found '.*'; make it with"):
        optimum_python()


def test_what_optimum_cannot_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(PYTHON_VARIABLE, str(fake_python(tmp_path / "python", "exit 0")))
    with pytest.raises(
        ExportError, match="takes CLIP, SigLIP and DINOv2 towers of transformers, found NoneType"
    ):
        export_with_optimum(torch.nn.Linear(2, 2), tmp_path, {}, tmp_path / "out.onnx")
    siglip = tower(tmp_path / "siglip", "SiglipVision", layer=-2)
    with pytest.raises(ExportError, match="reads SiglipVisionModel at layer -1 only"):
        export_with_optimum(siglip.sourced.module, siglip.folder, siglip.sourced.input, tmp_path / "out.onnx")
    assert not (tmp_path / "out.onnx").exists()


def test_optimum_that_fails_is_quoted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clip = tower(tmp_path / "clip", "CLIPVision")
    monkeypatch.setenv(PYTHON_VARIABLE, str(fake_python(tmp_path / "python", "echo no such op >&2; exit 3")))
    with pytest.raises(ExportError, match=r"optimum cannot export tower: no such op \(exit code 3\)"):
        export_with_optimum(clip.sourced.module, clip.folder, clip.sourced.input, tmp_path / "out.onnx")
    monkeypatch.setenv(PYTHON_VARIABLE, str(fake_python(tmp_path / "python", "exit 0")))
    with pytest.raises(ExportError, match=r"it said nothing \(exit code 0\)"):
        export_with_optimum(clip.sourced.module, clip.folder, clip.sourced.input, tmp_path / "out.onnx")
    assert not (tmp_path / "out.onnx").exists()


@pytest.mark.slow
@pytest.mark.skipif(PYTHON_VARIABLE not in os.environ, reason=f"{PYTHON_VARIABLE} names no Python of optimum")
@pytest.mark.parametrize(("kind", "layer"), [("CLIPVision", -2), ("SiglipVision", -1), ("Dinov2", -1)])
def test_both_exporters_make_the_same_rows(tmp_path: Path, kind: str, layer: int) -> None:
    made = tower(tmp_path / "tower", kind, layer)
    module, spec = made.sourced.module, made.sourced.input
    theirs = export_with_optimum(module, made.folder, spec, tmp_path / "optimum.onnx")
    ours = export_onnx(module, spec, tmp_path / "dynamo.onnx")
    width, height = spec["size_px"]
    pictures = np.random.default_rng(0).integers(0, 256, (3, height, width, 3), dtype=np.uint8)
    found = onnx_rows(theirs, "rgb", pictures, 1)
    assert compare_rows(torch_rows(module, pictures), found).max_abs < 1e-4
    assert compare_rows(onnx_rows(ours, "rgb", pictures, 1), found).max_abs < 1e-5
    names = [[value.name for value in onnx.load(path).graph.output] for path in (theirs, ours)]
    assert names == [["rows"], ["rows"]]
