"""Kernels of convolutions in half size: the same rows within float16, a log-mel's own basis untouched."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from anymal.export.quantise_onnx import quantise_onnx
from anymal.export.to_onnx import export_onnx
from anymal.models.modality import FusedModality
from anymal.models.presets import nano_options

SPECS = {
    "image": {"name": "rgb", "size_px": [96, 96]},
    "audio": {"name": "samples", "rate_hz": 16000, "window_s": 5.0},
}


@pytest.mark.parametrize("modality", ["image", "audio"])
def test_kernels_lie_in_half_size_and_rows_stay(modality: str, tmp_path: Path) -> None:
    torch.manual_seed(0)
    module = FusedModality(nano_options(modality, 64)).eval()  # type: ignore[arg-type]
    exact = export_onnx(module, SPECS[modality], tmp_path / "exact.onnx")
    small = tmp_path / "small.onnx"
    assert quantise_onnx(exact, small)
    kernels = {
        tensor.name: tensor for tensor in onnx.load(small).graph.initializer if tensor.name.endswith("_half")
    }
    assert kernels and all(k.data_type == onnx.TensorProto.FLOAT16 for k in kernels.values())
    assert not any("log_mel" in name for name in kernels)
    rng = np.random.default_rng(1)
    raw = (
        rng.integers(0, 255, (3, 96, 96, 3), np.uint8)
        if modality == "image"
        else rng.uniform(-0.5, 0.5, (3, 80_000)).astype(np.float32)
    )
    name = str(SPECS[modality]["name"])
    rows = [onnxruntime.InferenceSession(file).run(None, {name: raw})[0] for file in (exact, small)]
    lengths = np.linalg.norm(rows[0], axis=-1) * np.linalg.norm(rows[1], axis=-1)
    assert ((rows[0] * rows[1]).sum(-1) / lengths).min() > 0.99
