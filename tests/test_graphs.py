"""Every precision of a modality: what it holds, how close it stays to torch, and what is refused."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, numpy_helper
from torch import nn

from anymal.errors import ConfigError, ExportError
from anymal.export.calibration import Calibration, samples_calibration
from anymal.export.half import half_module, stays_float32
from anymal.export.open_graph import open_graph, opset_of
from anymal.export.precisions import PRECISIONS
from anymal.export.quantise_onnx import quantise_onnx
from anymal.export.quantise_qdq import quantise_qdq
from anymal.export.quantised_sites import before_logarithm, find_sites
from anymal.export.to_onnx import GraphOptions, export_onnx
from anymal.export.variants import VariantFile, VariantOptions, build_variants, variant_name
from anymal.models.aligner import LinearOptions
from anymal.models.audio_encoder import LogMel
from anymal.models.encoder_protocol import encoder_options
from anymal.models.modality import FusedModality, ModalityOptions
from anymal.samples import Modality
from tests.tiny_checkpoint import ENCODERS, MODALITIES

DICE = np.random.default_rng(5)
SPEC = {"name": "rgb", "size_px": [8, 6]}


@dataclass(frozen=True)
class Facts:
    modality: Modality = "image"
    tokens: int = 2
    n_embd: int = 16


class Small(nn.Module):
    """Pictures of 8 x 6 through two linear layers; `gain` makes the middle as large as is wanted."""

    def __init__(self, gain: float = 1.0) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.options, self.gain = Facts(), gain
        self.first, self.norm, self.last = nn.Linear(144, 48), nn.LayerNorm(48), nn.Linear(48, 32)

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        pixels = raw.permute(0, 3, 1, 2).to(torch.float32) / 255 - 0.5
        hidden = nn.functional.gelu(self.first(pixels.flatten(1))) * self.gain
        return cast(torch.Tensor, self.last(self.norm(hidden)).reshape(-1, 2, 16))


PICTURES = DICE.integers(0, 256, (9, 6, 8, 3), dtype=np.uint8)


@dataclass(frozen=True)
class Built:
    module: nn.Module
    folder: Path
    calibration: Calibration
    files: dict[str, VariantFile]
    said: list[str]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """All precisions of a small picture model."""
    folder, said = tmp_path_factory.mktemp("small"), list[str]()
    calibration = samples_calibration("noise", PICTURES)
    module = Small().eval()
    files = build_variants(module, SPEC, folder, PRECISIONS, calibration, say=said.append)
    return Built(module, folder, calibration, files, said)


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A log-mel encoder as fp32, fp16 and Q/DQ with convolutions; the first sample is nearly silent."""
    folder = tmp_path_factory.mktemp("sound")
    torch.manual_seed(1)
    kind, values = ENCODERS["audio"]
    options = ModalityOptions(
        "audio", kind, encoder_options(kind, values), "linear", LinearOptions(row_norm=3.0), 3, 64
    )
    module = FusedModality(options).eval()
    samples = (0.1 * DICE.standard_normal((4, 5120))).astype(np.float32)
    samples[0, :1000] *= 1e-3
    samples[0, 1000:] = 0.0
    calibration = samples_calibration("noise", samples)
    files = build_variants(
        module,
        MODALITIES["audio"]["input"],
        folder,
        ("fp16", "int8", "int8_qdq"),
        calibration,
        VariantOptions(conv=True),
    )
    return Built(module, folder, calibration, files, [])


def operators(path: Path) -> list[str]:
    return [node.op_type for node in onnx.load(path).graph.node]


def test_every_precision_stays_close_to_torch(small: Built) -> None:
    assert list(small.files) == list(PRECISIONS)
    assert {file.path.name for file in small.files.values()} == {
        variant_name("image", name) for name in PRECISIONS
    }
    assert {path.name for path in small.folder.iterdir()} == {f.path.name for f in small.files.values()}
    limits = {"fp32": 1e-5, "fp16": 2e-3, "int8_nbits": 2e-2}
    for name, file in small.files.items():
        assert file.parity.max_abs < limits.get(name, 0.15), name
        assert file.parity.cosine_min > 0.99, name
        assert file.parity.cosine_mean > 0.999, name
        assert file.rows.shape == (9, 2, 16)
        assert file.rows.dtype == np.float32
    assert len(small.said) == len(PRECISIONS)


def test_every_precision_says_what_it_is_and_takes_raw_pixels(small: Built) -> None:
    for file in small.files.values():
        model = onnx.load(file.path)
        facts = {entry.key: entry.value for entry in model.metadata_props}
        assert facts == {"modality": "image", "tokens": "2", "n_embd": "16"}
        types = [value.type.tensor_type.elem_type for value in (model.graph.input[0], model.graph.output[0])]
        assert types == [TensorProto.UINT8, TensorProto.FLOAT]
        # TensorRT takes uint8 only straight into a Cast.
        readers = [node.op_type for node in model.graph.node if "rgb" in node.input]
        assert set(readers) <= {"Cast", "Shape"}


def test_names_of_files() -> None:
    assert [variant_name("imu", name) for name in ("fp32", "int8", "int8_qdq_fp16")] == [
        "imu.onnx",
        "imu.int8.onnx",
        "imu.int8-qdq-fp16.onnx",
    ]


def test_int8_for_tensorrt_is_symmetric_and_for_x86_is_not(small: Built) -> None:
    zeros = {}
    for name in ("int8_qdq", "int8_u8"):
        model = onnx.load(small.files[name].path)
        weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
        quantised = [node for node in model.graph.node if node.op_type == "QuantizeLinear"]
        assert len(quantised) == 2
        zeros[name] = {(str(weights[n.input[2]].dtype), int(weights[n.input[2]])) for n in quantised}
        whole = [values for values in weights.values() if values.dtype == np.int8 and values.ndim == 2]
        assert max(np.abs(values).max() for values in whole) == (127 if name == "int8_qdq" else 63)
    assert zeros == {"int8_qdq": {("int8", 0)}, "int8_u8": {("uint8", 128)}}


def test_one_calibration_serves_fp32_and_fp16(small: Built) -> None:
    def steps(name: str) -> list[float]:
        model = onnx.load(small.files[name].path)
        weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
        return [
            float(weights[node.input[1]]) for node in model.graph.node if node.op_type == "QuantizeLinear"
        ]

    assert steps("int8_qdq_fp16") == pytest.approx(steps("int8_qdq"), rel=1e-3)


def test_half_precision_keeps_log_mel_exact(sound: Built) -> None:
    assert sound.files["fp16"].parity.max_abs < 5e-3
    model = onnx.load(sound.files["fp16"].path)
    weights = {tensor.name: tensor.data_type for tensor in model.graph.initializer}
    types = {
        name: kind for name, kind in weights.items() if name.startswith(("module.encoder", "module.aligner"))
    }
    assert types.pop("module.encoder.log_mel.basis") == TensorProto.FLOAT
    assert types.pop("module.encoder.log_mel.mel") == TensorProto.FLOAT
    assert types["module.encoder.stages.0.weight"] == TensorProto.FLOAT16
    assert sound.files["fp16"].path.stat().st_size < sound.files["fp32"].path.stat().st_size


def test_half_precision_leaves_the_module_alone(sound: Built) -> None:
    half = half_module(sound.module)
    assert {tensor.dtype for tensor in sound.module.parameters()} == {torch.float32}
    assert torch.float16 in {tensor.dtype for tensor in half.parameters()}
    log_mels = [part for part in half.modules() if isinstance(part, LogMel)]
    assert len(log_mels) == 1
    assert stays_float32(log_mels[0])
    assert not stays_float32(nn.GELU())


def test_nothing_before_a_logarithm_is_quantised(sound: Built) -> None:
    model = onnx.load(sound.files["fp32"].path)
    before = before_logarithm(model)
    kinds = [model.graph.node[number].op_type for number in before]
    assert kinds.count("Conv") == 2
    sites = find_sites(model, ("MatMul", "Gemm", "Conv"))
    assert not before & {site.node for site in sites}
    names = [tensor.name for tensor in onnx.load(sound.files["int8_qdq"].path).graph.initializer]
    assert "encoder.log_mel.basis" in names
    assert "encoder.stages.0.weight" not in names
    assert sound.files["int8_qdq"].parity.cosine_mean > 0.99


def test_a_graph_of_a_fixed_batch(tmp_path: Path) -> None:
    options = VariantOptions(graph=GraphOptions(batch=2))
    calibration = samples_calibration("noise", PICTURES)
    files = build_variants(Small(), SPEC, tmp_path, ("int8_qdq",), calibration, options)
    shape = onnx.load(files["int8_qdq"].path).graph.input[0].type.tensor_type.shape
    assert [dim.dim_value for dim in shape.dim] == [2, 6, 8, 3]
    assert len(files["int8_qdq"].rows) == 9
    assert files["fp32"].parity.max_abs < 1e-5
    with pytest.raises(ExportError, match="takes 2 samples at a time, calibration has 1"):
        few = Calibration("one", PICTURES[:1], PICTURES)
        (tmp_path / "image.int8-qdq.onnx").unlink()
        build_variants(Small(), SPEC, tmp_path, ("int8_qdq",), few, options)


def test_options_no_engine_takes() -> None:
    with pytest.raises(ExportError, match="batch must be at least 1"):
        GraphOptions(batch=0)
    with pytest.raises(ExportError, match=r"opset 17 cannot be used.*leave it at 20"):
        GraphOptions(opset=17)


def test_half_precision_that_overflows_is_said(tmp_path: Path) -> None:
    calibration = samples_calibration("noise", PICTURES)
    with pytest.raises(ExportError, match="image as fp16: rows hold NaN or infinity; leave that precision"):
        build_variants(Small(gain=1e6), SPEC, tmp_path, ("fp16",), calibration)


def test_what_cannot_be_exported_is_an_error(tmp_path: Path) -> None:
    class Branching(Small):
        def forward(self, raw: torch.Tensor) -> torch.Tensor:
            return super().forward(raw) if raw.float().mean() > 0 else super().forward(raw + 1)

    with pytest.raises(ExportError, match=r"torch\.onnx cannot export 'rgb': "):
        export_onnx(Branching(), SPEC, tmp_path / "image.onnx")
    assert list(tmp_path.iterdir()) == []


def test_a_batch_that_python_has_counted_is_told_with_its_cure(tmp_path: Path) -> None:
    class Counting(Small):
        def __init__(self) -> None:
            super().__init__()
            self.rows = nn.Parameter(torch.ones(1, 2, 16))

        def forward(self, raw: torch.Tensor) -> torch.Tensor:
            return super().forward(raw)[: len(raw)] + self.rows.expand(len(raw), -1, -1)

    with pytest.raises(
        ExportError, match=r"rows \[0, 2, 16\] \(0: a free batch\); the batch was fixed .*x\.shape"
    ):
        export_onnx(Counting(), SPEC, tmp_path / "image.onnx")


def test_an_unknown_precision(small: Built, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="precision 'int4' is unknown; there are fp32, fp16"):
        build_variants(small.module, SPEC, tmp_path, ("int4",), small.calibration)


def test_graphs_that_cannot_be_rewritten(small: Built, tmp_path: Path) -> None:
    source, out = small.files["fp32"].path, tmp_path / "out.onnx"
    with pytest.raises(ExportError, match="has 2 products to quantise, the calibration knows 1"):
        quantise_qdq(source, out, [1.0])
    with pytest.raises(ExportError, match=r"none\.onnx: .*export it again"):
        open_graph(tmp_path / "none.onnx")
    damaged = tmp_path / "damaged.onnx"
    damaged.write_bytes(b"\xff" + source.read_bytes()[1:])
    with pytest.raises(ExportError, match="is no ONNX file, or a damaged one"):
        quantise_onnx(damaged, out)
    assert not out.exists()


def test_an_opset_too_old(small: Built, tmp_path: Path) -> None:
    model = onnx.load(small.files["fp32"].path)
    assert opset_of(model) == 20
    model.opset_import[0].version = 11
    old = tmp_path / "old.onnx"
    old.write_bytes(model.SerializeToString())
    for quantise in (quantise_onnx, lambda source, out: quantise_qdq(source, out, [1.0, 1.0])):
        with pytest.raises(ExportError, match=r"opset 11 is too old, wanted at least 13; .*convert_version"):
            quantise(old, tmp_path / "out.onnx")
