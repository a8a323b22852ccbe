"""The parts of quantisation: what ranges are chosen, what calibration is made of, how pixels are cast."""

import wave
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

from anymal.errors import ExportError
from anymal.export import verify_graphs
from anymal.export.calibration import Calibration, folder_samples, samples_calibration
from anymal.export.cast_first import cast_pictures_first
from anymal.export.quantise_nbits import quantise_nbits
from anymal.export.quantise_qdq import quantise_qdq, quantise_weight
from anymal.export.quantised_sites import find_sites, measure_ranges
from anymal.export.verify import onnx_rows

DICE = np.random.default_rng(2)


def product_graph(path: Path, weight: np.ndarray[Any, Any], operator: str = "MatMul", **values: int) -> Path:
    """rows = x @ weight (or Gemm) for x [batch, k]."""
    columns = weight.shape[0 if values.get("transB") else 1]
    k = weight.shape[1 if values.get("transB") else 0]
    initial = [numpy_helper.from_array(weight.astype(np.float32), "w")]
    inputs = ["x", "w"]
    if operator == "Gemm":
        initial.append(numpy_helper.from_array(np.ones(columns, np.float32), "b"))
        inputs.append("b")
    graph = helper.make_graph(
        [helper.make_node(operator, inputs, ["rows"], **values)],
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", k])],
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["batch", columns])],
        initial,
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10), path)
    return path


def test_a_range_clips_an_outlier_when_that_costs_less(tmp_path: Path) -> None:
    path = product_graph(tmp_path / "a.onnx", np.eye(64))
    plain = DICE.uniform(-1, 1, (400, 64)).astype(np.float32)
    (usual,) = measure_ranges(path, plain)
    assert usual == pytest.approx(1.0, abs=0.02)
    spiked = plain.copy()
    spiked[300, 0] = 1.5
    (clipped,) = measure_ranges(path, spiked)
    assert 1.0 < clipped < 1.45
    spiked[300, 0] = 1000.0  # so far out that cutting it off costs more than coarse steps
    (kept,) = measure_ranges(path, spiked)
    assert kept > 100
    assert [item.name for item in tmp_path.iterdir()] == ["a.onnx"]


def test_a_range_of_nothing_and_of_no_number(tmp_path: Path) -> None:
    path = product_graph(tmp_path / "a.onnx", np.eye(4))
    silent = np.zeros((2, 4), np.float32)
    assert measure_ranges(path, silent) == (1.0,)
    assert quantise_qdq(path, tmp_path / "q.onnx", (1.0,))
    assert np.array_equal(onnx_rows(tmp_path / "q.onnx", "x", silent, 1), silent)
    with pytest.raises(ExportError, match="NaN or infinity inside the graph"):
        measure_ranges(path, np.full((1, 4), np.nan, np.float32))
    assert not (tmp_path / "a.onnx.watched").exists()


@pytest.mark.parametrize("dtype", [np.float32, np.float16])
@pytest.mark.parametrize(("axis", "levels"), [(0, 127), (1, 63)])
def test_weights_are_within_half_a_step(dtype: type[np.floating[Any]], axis: int, levels: int) -> None:
    values = (DICE.standard_normal((6, 5)) * 10.0 ** -np.arange(5)).astype(dtype)
    values[:, 2] = 0
    quantised, scales = quantise_weight(values, axis, levels)
    assert quantised.dtype == np.int8
    assert scales.dtype == dtype
    assert np.abs(quantised).max() <= levels
    wide = scales.astype(np.float64).reshape((-1, 1) if axis == 0 else (1, -1))
    # A float16 scale of a tiny channel is itself a coarse number: its largest weight may be clipped.
    assert np.all(np.abs(quantised * wide - values) <= 0.6 * wide + 0.002 * np.abs(values))


@pytest.mark.parametrize("values", [{}, {"transB": 1}])
def test_gemms_are_quantised_along_their_output(tmp_path: Path, values: dict[str, int]) -> None:
    weight = DICE.standard_normal((64, 32)) * 10.0 ** -np.arange(32).clip(max=3)  # columns of many sizes
    stored = weight.T if values else weight
    path = product_graph(tmp_path / "a.onnx", stored, "Gemm", **values)
    (site,) = find_sites(onnx.load(path))
    assert site.axis == (0 if values else 1)
    inputs = DICE.standard_normal((50, 64)).astype(np.float32)
    wanted = inputs @ weight + 1
    assert quantise_qdq(path, tmp_path / "q.onnx", measure_ranges(path, inputs))
    assert quantise_nbits(path, tmp_path / "n.onnx")
    sizes = np.linalg.norm(wanted - 1, axis=0)
    for name in ("q.onnx", "n.onnx"):
        found = onnx_rows(tmp_path / name, "x", inputs, 1)
        errors = np.linalg.norm(found - wanted, axis=0)
        assert np.all(errors < 0.03 * sizes), name


def test_full_products_do_not_saturate_whatever_the_cpu(tmp_path: Path) -> None:
    """Without VNNI, x86 adds pairs of products in 16 bits: 64 times 1 came out as 0.5."""
    path = product_graph(tmp_path / "a.onnx", np.ones((64, 16)))
    inputs = np.ones((3, 64), np.float32)
    assert quantise_qdq(path, tmp_path / "q.onnx", (1.0,))
    exported = onnx_rows(tmp_path / "q.onnx", "x", inputs, 1)
    spec: Any = SimpleNamespace(input=SimpleNamespace(name="x"))
    verified, _ = verify_graphs._run(tmp_path / "q.onnx", spec, "int8_qdq", inputs, 1)
    for found in (exported, verified):
        np.testing.assert_allclose(found, np.full((3, 16), 64.0), rtol=1e-5)


def test_products_of_two_signals_stay_float(tmp_path: Path) -> None:
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [2, 2]) for name in ("x", "rows")]
    graph = helper.make_graph([helper.make_node("MatMul", ["x", "x"], ["rows"])], "g", values[:1], values[1:])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    onnx.save(model, tmp_path / "a.onnx")
    assert find_sites(model) == ()
    assert not quantise_qdq(tmp_path / "a.onnx", tmp_path / "q.onnx", ())
    assert not quantise_nbits(tmp_path / "a.onnx", tmp_path / "q.onnx")
    assert [item.name for item in tmp_path.iterdir()] == ["a.onnx"]


def picture_graph(nodes: list[onnx.NodeProto]) -> onnx.ModelProto:
    graph = helper.make_graph(
        nodes,
        "g",
        [helper.make_tensor_value_info("rgb", TensorProto.UINT8, ["batch", 2, 3, 3])],
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["batch", 3, 2, 3])],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)


def test_pixels_are_cast_before_they_are_moved(tmp_path: Path) -> None:
    cast = helper.make_node("Cast", ["moved"], ["floats"], to=TensorProto.FLOAT)
    turn = helper.make_node("Transpose", ["rgb"], ["moved"], perm=[0, 3, 1, 2])
    model = picture_graph([turn, cast, helper.make_node("Neg", ["floats"], ["rows"])])
    pictures = DICE.integers(0, 256, (3, 2, 3, 3), dtype=np.uint8)
    onnx.save(model, tmp_path / "before.onnx")
    assert cast_pictures_first(model)
    assert [node.op_type for node in model.graph.node] == ["Cast", "Transpose", "Neg"]
    assert not cast_pictures_first(model)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, tmp_path / "after.onnx")
    files = [tmp_path / "before.onnx", tmp_path / "after.onnx"]
    for path in files:
        text = onnx.load(path)
        text.graph.output[0].name = "rows"
    before, after = (onnx_rows(path, "rgb", pictures, 1) for path in files)
    assert np.array_equal(before, after)


def test_arithmetic_on_pixels_is_left_alone() -> None:
    turn = helper.make_node("Transpose", ["rgb"], ["moved"], perm=[0, 3, 1, 2])
    double = helper.make_node("Add", ["moved", "moved"], ["sums"])  # wraps around at 256
    cast = helper.make_node("Cast", ["sums"], ["rows"], to=TensorProto.FLOAT)
    model = picture_graph([turn, double, cast])
    assert not cast_pictures_first(model)
    assert [node.op_type for node in model.graph.node] == ["Transpose", "Add", "Cast"]


def test_a_calibration_is_known_by_its_hash() -> None:
    samples = DICE.standard_normal((5, 4)).astype(np.float32)
    found = samples_calibration("held-out", samples)
    record = found.to_json()
    assert (record["name"], record["samples"], record["checked_on"], record["shared"]) == (
        "held-out",
        3,
        5,
        3,
    )
    assert record["sha256"] == Calibration("other", samples[::2].copy(), samples).sha256
    assert record["sha256"] != samples_calibration("held-out", samples + 1).sha256
    with pytest.raises(ExportError, match="'held-out' holds no samples"):
        samples_calibration("held-out", samples[:0])


def test_a_folder_of_real_files(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "notes.txt").write_text("not a picture")
    for name, size in (("a.png", (8, 6)), ("more/b.jpg", (20, 10))):
        Image.new("RGB", size, (200, 10, 10)).save(tmp_path / name)
    spec = {"name": "rgb", "size_px": [8, 6], "fit": "squash"}
    pictures = folder_samples(tmp_path, "image", spec)
    assert (pictures.shape, pictures.dtype) == ((2, 6, 8, 3), np.uint8)
    assert len(folder_samples(tmp_path, "image", spec, most=1)) == 1
    for number in range(7):  # of a first half of dark ones and a second half of bright ones, both are taken
        shade = 255 * (number > 3)
        Image.new("RGB", (4, 4), (shade, shade, shade)).save(tmp_path / f"n{number}.png")
    assert len({int(one.mean()) for one in folder_samples(tmp_path, "image", spec, most=5)} & {0, 255}) == 2
    with wave.open(str(tmp_path / "c.wav"), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(np.full(4000, 1000, np.int16).tobytes())
    sounds = folder_samples(tmp_path, "audio", {"name": "samples", "rate_hz": 8000, "window_s": 1.0})
    assert (sounds.shape, sounds.dtype) == ((1, 8000), np.float32)
    header = "t_s,ax_mps2,ay_mps2,az_mps2,gx_radps,gy_radps,gz_radps\n"
    (tmp_path / "d.csv").write_text(header + "".join(f"{at / 100},0,0,9.8,0,0,0\n" for at in range(200)))
    motions = folder_samples(tmp_path, "imu", {"name": "imu", "rate_hz": 100, "window_s": 1.0})
    assert (motions.shape, motions.dtype) == ((1, 100, 6), np.float32)


def test_folders_that_cannot_calibrate(tmp_path: Path) -> None:
    spec = {"name": "rgb", "size_px": [8, 6]}
    with pytest.raises(ExportError, match="no such folder; calibration of 'image' wants one"):
        folder_samples(tmp_path / "none", "image", spec)
    with pytest.raises(ExportError, match=r"no file to calibrate 'image' with; wanted some of \.png"):
        folder_samples(tmp_path, "image", spec)
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n but no more")
    with pytest.raises(ExportError, match=r"calibration of 'image': .*a\.png.*; take that file out of"):
        folder_samples(tmp_path, "image", spec)
