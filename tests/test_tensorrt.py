"""NVIDIA's parser and builder take every graph nano exports: TensorRT-RTX builds them here, without a GPU."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper

from anymal.engines.probe import CudaDriver, probe_cuda
from anymal.engines.tensorrt_api import RTX, open_tensorrt, tensorrt_modules
from anymal.engines.tensorrt_build import BuildOptions, BuiltPlan, Progress, build_plan
from anymal.errors import EngineError, ExportError
from anymal.export.half import half_module
from anymal.export.quantise_onnx import quantise_onnx
from anymal.export.quantise_qdq import quantise_qdq
from anymal.export.quantised_sites import find_sites
from anymal.export.to_onnx import export_onnx
from anymal.export.to_tensorrt import check_acceptance, tensorrt_form
from anymal.export.variants import variant_name
from anymal.models.modality import FusedModality
from anymal.models.presets import nano_options

IMU_CHANNELS = ["ax_mps2", "ay_mps2", "az_mps2", "gx_radps", "gy_radps", "gz_radps"]
INPUTS: dict[str, dict[str, Any]] = {
    "image": {"name": "rgb", "size_px": [96, 96], "fit": "squash"},
    "audio": {"name": "samples", "rate_hz": 16000, "window_s": 5.0},
    "imu": {"name": "imu", "rate_hz": 100, "window_s": 5.0, "channels": IMU_CHANNELS},
}
needs_rtx = pytest.mark.skipif(
    RTX not in tensorrt_modules(), reason="tensorrt_rtx is not installed: pip install tensorrt-rtx"
)


@pytest.fixture(scope="session", params=list(INPUTS))
def graphs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One nano modality with random weights in every precision that TensorRT may be given."""
    torch.manual_seed(0)
    name: str = request.param
    folder = tmp_path_factory.mktemp(f"trt-{name}")
    module = FusedModality(nano_options(name))
    files = {
        precision: folder / variant_name(name, precision)
        for precision in ("fp32", "fp16", "int8_qdq", "int8_qdq_fp16", "int8")
    }
    export_onnx(module, INPUTS[name], files["fp32"])
    export_onnx(half_module(module), INPUTS[name], files["fp16"])
    ranges = [4.0] * len(find_sites(onnx.load(files["fp32"])))  # acceptance does not depend on the numbers
    assert quantise_qdq(files["fp32"], files["int8_qdq"], ranges)
    assert quantise_qdq(files["fp16"], files["int8_qdq_fp16"], ranges)
    assert quantise_onnx(files["fp32"], files["int8"])
    return files


@needs_rtx
@pytest.mark.parametrize("precision", ["fp32", "fp16", "int8_qdq", "int8_qdq_fp16"])
def test_nvidias_builder_takes_it(graphs: dict[str, Path], precision: str) -> None:
    found = check_acceptance(graphs[precision], builder=RTX)
    assert found.accepted, found.reason
    # A plan holds the weights: one that is much smaller was built of something else.
    assert found.plan_bytes > 0.5 * graphs[precision].stat().st_size


@needs_rtx
def test_int8_for_cpus_is_refused_with_the_cure(graphs: dict[str, Path]) -> None:
    found = check_acceptance(graphs["int8"], builder=RTX)
    assert not found.accepted
    assert (
        "MatMulInteger" in found.reason and "give TensorRT the fp16 or the int8-qdq variant" in found.reason
    )
    assert "CUDA driver" not in found.reason  # it is not why


def small_graph(path: Path, **changes: Any) -> Path:
    """Rows of a small product; with `kind` and `shape` of the input to choose."""
    shape: list[Any] = changes.get("shape", ["batch", 4])
    kind = changes.get("kind", TensorProto.FLOAT)
    weight = helper.make_tensor("w", TensorProto.FLOAT, [4, 2], np.ones(8, np.float32).tobytes(), raw=True)
    nodes = [helper.make_node("MatMul", ["x", "w"], ["rows"])]
    graph = helper.make_graph(
        nodes,
        "g",
        [helper.make_tensor_value_info("x", kind, shape)],
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, None)],
        [weight],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10), path)
    return path


def built(source: Path, options: BuildOptions, progress: Progress | None = None) -> BuiltPlan:
    """A plan of TensorRT-RTX, which needs no GPU to build."""
    api = open_tensorrt(RTX, needs_gpu=False)
    return build_plan(api, tensorrt_form(source), source.name, options, progress=progress)


@needs_rtx
def test_progress_of_a_build_is_told(tmp_path: Path) -> None:
    said: list[str] = []
    assert built(small_graph(tmp_path / "x.onnx"), BuildOptions(max_batch=2), said.append).plan
    assert any("steps" in line for line in said)
    assert check_acceptance(tmp_path / "x.onnx", builder=RTX).builder.startswith("TensorRT-RTX ")


@needs_rtx
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.write_bytes(b"plain text"), "is no ONNX model"),
        (lambda path: path.write_bytes(b""), "is no ONNX model: it has no input"),
        (lambda path: None, "no such file"),
        (lambda path: small_graph(path, shape=["batch", "more", 4]), "only the batch may be open"),
        (lambda path: small_graph(path, kind=TensorProto.STRING), "does not take this graph"),
    ],
)
def test_what_cannot_be_built_is_not_accepted(tmp_path: Path, make: Any, message: str) -> None:
    make(tmp_path / "x.onnx")
    found = check_acceptance(tmp_path / "x.onnx", builder=RTX)
    assert not found.accepted and message in found.reason


def test_weights_outside_the_file_are_refused_in_words(tmp_path: Path) -> None:
    small_graph(tmp_path / "x.onnx")
    model = onnx.load(tmp_path / "x.onnx")
    onnx.save(model, tmp_path / "y.onnx", save_as_external_data=True, size_threshold=0)
    with pytest.raises(ExportError, match=r"1 weights, 'w' the first, lie outside the file"):
        tensorrt_form(tmp_path / "y.onnx")


def test_no_builder_here_is_said_with_the_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    none = CudaDriver(0, "no NVIDIA driver (libcuda.so.1 not found)")
    monkeypatch.setattr("anymal.engines.tensorrt_api.probe_cuda", lambda: none)
    monkeypatch.setattr("anymal.engines.tensorrt_api.tensorrt_modules", lambda: ("tensorrt",))
    with pytest.raises(
        ExportError, match=r"tensorrt cannot build here: no NVIDIA driver .* only tensorrt_rtx"
    ):
        check_acceptance(tmp_path / "x.onnx")
    monkeypatch.setattr("anymal.engines.tensorrt_api.tensorrt_modules", lambda: ())
    with pytest.raises(
        ExportError, match=r"tensorrt is not installed; pip install .*anymal-edge\[tensorrt\]"
    ):
        check_acceptance(tmp_path / "x.onnx")
    with pytest.raises(EngineError, match="'torch' is no TensorRT; there are tensorrt, tensorrt_rtx"):
        open_tensorrt("torch", needs_gpu=False)
    with pytest.raises(EngineError, match="no NVIDIA driver"):
        open_tensorrt(needs_gpu=True)


def run_python(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: TensorRT's runtime may end it where there is no driver."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=120, check=False
    )


OPEN = """
import pathlib, sys
from anymal.engines import open_engine
from anymal.errors import EngineError
try:
    open_engine(pathlib.Path(sys.argv[1]))
except EngineError as error:
    print(error)
assert not {"tensorrt", "tensorrt_rtx"} & set(sys.modules), "imported before the driver answered"
"""


def test_opening_a_plan_without_a_driver_is_an_error_not_a_crash(tmp_path: Path) -> None:
    if probe_cuda().works:
        pytest.skip("this machine has a CUDA device")
    (tmp_path / "x.plan").write_bytes(b"ptrt" + bytes(100))
    done = run_python(OPEN, str(tmp_path / "x.plan"))
    assert (done.returncode, done.stdout) == (0, "no NVIDIA driver (libcuda.so.1 not found)\n"), done.stderr


FOREIGN = """
import pathlib, sys
from anymal.engines.plan_cache import PlanCache
from anymal.engines.probe import CudaDriver
from anymal.engines.tensorrt_api import open_tensorrt
from anymal.engines.tensorrt_build import BuildOptions
from anymal.engines.tensorrt_plan import open_plan
from anymal.errors import EngineError
api = open_tensorrt("tensorrt_rtx", driver=CudaDriver(1, "pretended"))
cache = PlanCache(pathlib.Path(sys.argv[2]))
try:
    open_plan(api, "no GPU", pathlib.Path(sys.argv[1]), BuildOptions(), cache)
except EngineError as error:
    print(error)
"""


@needs_rtx
def test_the_real_runtime_refuses_and_a_rebuild_is_tried(tmp_path: Path) -> None:
    """Without a driver TensorRT-RTX refuses every plan: first the given one, then the one just built."""
    if probe_cuda().works:
        pytest.skip("this machine has a CUDA device")
    graph = small_graph(tmp_path / "x.onnx")
    plan = tmp_path / "x.plan"
    plan.write_bytes(built(graph, BuildOptions()).plan)
    done = run_python(FOREIGN, str(plan), str(tmp_path / "cache"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("x.onnx: TensorRT-RTX") and "then refuses it" in done.stdout
    graph.unlink()
    done = run_python(FOREIGN, str(plan), str(tmp_path / "cache"))
    assert done.returncode == 0 and "no x.onnx beside it" in done.stdout, done.stderr


INTERRUPTED = """
import pathlib, sys
from anymal.engines.tensorrt_api import open_tensorrt
from anymal.engines.tensorrt_build import BuildOptions, build_plan
api, graph = open_tensorrt("tensorrt_rtx", needs_gpu=False), pathlib.Path(sys.argv[1]).read_bytes()
try:
    for _ in range(100):
        build_plan(api, graph, "x.onnx", BuildOptions(), progress=lambda line: print(line, flush=True))
except KeyboardInterrupt:
    print("interrupted")
"""


@needs_rtx
def test_ctrl_c_ends_a_build(tmp_path: Path) -> None:
    command = [sys.executable, "-c", INTERRUPTED, str(small_graph(tmp_path / "x.onnx"))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            process.stdout.readline()  # a phase has begun
            process.send_signal(signal.SIGINT)
            output, _ = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 0 and output.rstrip().endswith("interrupted")
