"""Every class of source through the exporter: ONNX Runtime gives the rows torch gives, at any batch.

Knows one tiny checkpoint per class; what full sizes cost is a benchmark.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from anymal.export.half import half_module
from anymal.export.parity import compare_rows
from anymal.export.sources import ModalitySource, SourcedModality, open_source
from anymal.export.to_onnx import export_onnx
from anymal.export.verify import onnx_rows
from tests import tiny_sources as tiny

N_EMBD = 24


@dataclass(frozen=True)
class Case:
    """A class of source: how its checkpoint is made, what a recipe says of it, a batch of raw input."""

    modality: str
    make: Callable[[Path], Path]
    aligner: str
    raw: Callable[[], np.ndarray]
    layer: int = -1


def _imu2clip(folder: Path) -> Path:
    folder.mkdir()
    torch.save(tiny.published_imu2clip(), folder / "mw2.pt")
    return folder / "mw2.pt"


def _motion() -> np.ndarray:
    return np.random.default_rng(0).standard_normal((3, 1000, 6)).astype(np.float32)


CASES = {
    "CLIPVisionModel": Case(
        "image", tiny.make_clip, "perceiver-random:4", lambda: tiny.pictures(3, 32, 32), layer=-2
    ),
    "SiglipVisionModel": Case("image", tiny.make_siglip, "linear-random:4", lambda: tiny.pictures(3, 32, 32)),
    "Dinov2Model": Case("image", tiny.make_dinov2, "linear-random:4", lambda: tiny.pictures(3, 40, 40)),
    "VideoMAEModel": Case(
        "video",
        tiny.make_videomae,
        "linear-random:4",
        lambda: tiny.pictures(12, 32, 32).reshape(3, 4, 32, 32, 3),
    ),
    "ClapAudioModel": Case("audio", tiny.make_clap, "linear-random:4", lambda: tiny.sounds(3, 16_000)),
    "WhisperEncoder": Case("audio", tiny.make_whisper, "linear-random:4", lambda: tiny.sounds(3, 16_000)),
    "IMU2CLIP": Case("imu", _imu2clip, "linear-random:4", _motion),
}


def opened(name: str, folder: Path) -> SourcedModality:
    case = CASES[name]
    described: Any = case.modality
    made = case.make(folder / name)
    return open_source(ModalitySource(described, str(made), case.aligner, layer=case.layer), N_EMBD)


@pytest.mark.parametrize("name", CASES)
def test_the_graph_gives_what_torch_gives(name: str, tmp_path: Path) -> None:
    source, raw = opened(name, tmp_path), CASES[name].raw()
    path = export_onnx(source.module, source.input, tmp_path / "graph.onnx")
    with torch.no_grad():
        wanted = source.module(torch.from_numpy(raw)).numpy()
    found = onnx_rows(path, source.input["name"], raw, threads=1)
    parity = compare_rows(wanted, found)
    assert found.shape == (3, 4, N_EMBD)
    assert parity.max_abs < 1e-4 * np.abs(wanted).max(), f"max abs error {parity.max_abs:.1e}"
    assert np.abs(wanted[0] - wanted[1]).max() > 1e-3, "the rows do not depend on the input"


@pytest.mark.parametrize("name", CASES)
def test_half_precision_gives_nearly_what_float32_gives(name: str, tmp_path: Path) -> None:
    """Spectra and pixels stay float32; the layers behind them live with three digits."""
    source, raw = opened(name, tmp_path), torch.from_numpy(CASES[name].raw())
    with torch.no_grad():
        wanted, found = source.module(raw), half_module(source.module)(raw)
    assert found.dtype == torch.float32
    parity = compare_rows(wanted.numpy(), found.numpy())
    assert parity.cosine_min > 0.999, f"least cosine {parity.cosine_min:.5f}, max abs {parity.max_abs:.1e}"
