"""The bound engine, on CPU memory: the rows of the plain one for every batch, words where it cannot run."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from anymal.engines import onnx_cuda, onnx_engine
from anymal.engines.onnx_cuda import OnnxCudaEngine, OnnxCudaOptions, cuda_settings, tensorrt_settings
from anymal.engines.onnx_engine import OnnxEngine
from anymal.engines.probe import CudaDriver, probe_cuda
from anymal.errors import EngineError
from tests.tiny_models import make_tiny_imu_onnx

STEPS = 500
PROVIDERS = ["TensorrtExecutionProvider", "CUDAExecutionProvider", "CPUExecutionProvider"]


class FakeGpu:
    """The real onnxruntime on the CPU, which says it is a GPU and records what it was asked for."""

    def __init__(self, runtime: Any) -> None:
        self._runtime = runtime
        self.asked: list[Any] = []
        self.refuses_graphs = ""
        self.no_kernel = False
        self.provider = ""
        # The one stand-in: device memory is host memory.
        self.OrtValue = SimpleNamespace(
            ortvalue_from_numpy=lambda a, device, n: runtime.OrtValue.ortvalue_from_numpy(a, "cpu", n),
            ortvalue_from_shape_and_type=lambda s, t, device, n: (
                runtime.OrtValue.ortvalue_from_shape_and_type(s, t, "cpu", n)
            ),
        )

    def __getattr__(self, name: str) -> Any:
        return getattr(self._runtime, name)

    def get_available_providers(self) -> list[str]:
        return PROVIDERS

    def InferenceSession(self, path: str, options: Any, providers: list[Any], **more: Any) -> Any:
        self.asked.append(providers)
        first, settings = providers[0] if isinstance(providers[0], tuple) else (providers[0], {})
        graph = settings.get("enable_cuda_graph") == "1" or settings.get("trt_cuda_graph_enable") == "1"
        if self.refuses_graphs == "at start" and graph:
            raise self._runtime.capi.onnxruntime_pybind11_state.Fail("nodes on the CPU: no CUDA graph")
        session = self._runtime.InferenceSession(path, options, providers=["CPUExecutionProvider"], **more)
        session.get_providers = lambda: [self.provider or first]
        if self.no_kernel or (self.refuses_graphs == "in the first run" and graph):
            session.run_with_iobinding = self.fail
        return session

    def fail(self, *arguments: Any) -> None:
        raise self._runtime.capi.onnxruntime_pybind11_state.Fail("no kernel image is available\nmore lines")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_imu_onnx(tmp_path_factory.mktemp("onnx") / "imu.onnx")


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeGpu]:
    fake = FakeGpu(onnx_engine._import_onnxruntime())
    monkeypatch.setattr(onnx_engine, "_import_onnxruntime", lambda: fake)
    monkeypatch.setattr(onnx_cuda, "preload_cuda", lambda runtime: None)
    monkeypatch.setattr(onnx_cuda, "probe_cuda", lambda: CudaDriver(1, "the NVIDIA driver finds 1 device(s)"))
    monkeypatch.setenv("ANYMAL_CACHE", str(tmp_path / "cache"))
    yield fake


def feed(batch: int, seed: int = 0) -> dict[str, Any]:
    return {"imu": np.random.default_rng(seed).standard_normal((batch, STEPS, 6)).astype(np.float32)}


@pytest.mark.parametrize("graph", [True, False])
def test_rows_are_those_of_the_plain_engine(gpu: FakeGpu, model: Path, graph: bool) -> None:
    cases = [(1, 0), (3, 1), (1, 2), (3, 3), (1, 2)]
    with OnnxEngine(model, prefer="cpu") as plain:
        wanted = [plain.run(feed(*case))["rows"] for case in cases]
    with OnnxCudaEngine(model, options=OnnxCudaOptions(cuda_graph=graph)) as engine:
        found = [engine.run(feed(*case))["rows"] for case in cases]
    for rows, right in zip(found, wanted, strict=True):  # kept apart: the output memory is reused
        np.testing.assert_array_equal(rows, right)


@pytest.mark.parametrize("when", ["at start", "in the first run"])
def test_a_graph_is_asked_for_and_given_up_when_refused(gpu: FakeGpu, model: Path, when: str) -> None:
    with OnnxCudaEngine(model) as engine:
        assert engine.reason.endswith("ONNX Runtime's CUDA provider, bound, as a CUDA graph")
    gpu.refuses_graphs = when
    with OnnxCudaEngine(model) as engine:
        assert engine.reason.endswith("bound, without a CUDA graph")
        assert engine.run(feed(2))["rows"].shape[0] == 2
    assert [asked[0][1]["enable_cuda_graph"] for asked in gpu.asked] == ["1", "1", "0"]


def test_tensorrts_provider_comes_before_cuda(gpu: FakeGpu, model: Path, tmp_path: Path) -> None:
    with OnnxCudaEngine(model, options=OnnxCudaOptions("tensorrt")) as engine:
        assert "TensorRT provider" in engine.reason
    (asked,) = gpu.asked
    assert [name if isinstance(name, str) else name[0] for name in asked] == PROVIDERS
    assert asked[0][1]["trt_engine_cache_path"] == str(tmp_path / "cache" / "plans" / "onnxruntime")
    assert (tmp_path / "cache" / "plans" / "onnxruntime").is_dir()


def test_settings_the_installed_onnxruntime_would_take() -> None:
    assert cuda_settings(OnnxCudaOptions(tf32=True), True) == {
        "use_tf32": "1",
        "enable_cuda_graph": "1",
        "cudnn_conv_algo_search": "HEURISTIC",
    }
    names = set(tensorrt_settings(OnnxCudaOptions("tensorrt"), True, Path("/dev/null/not")))
    assert not names & {"trt_fp16_enable", "trt_int8_enable"}  # precision is in the graph


def test_a_provider_that_cannot_start_is_an_error(gpu: FakeGpu, model: Path) -> None:
    gpu.provider = "CPUExecutionProvider"
    with pytest.raises(EngineError, match="could not start its CUDAExecutionProvider"):
        OnnxCudaEngine(model)


def test_a_gpu_without_kernels_is_found_out_at_once(gpu: FakeGpu, model: Path) -> None:
    gpu.no_kernel = True
    with pytest.raises(EngineError, match=r"imu\.onnx: inference failed: no kernel image is available$"):
        OnnxCudaEngine(model)


def test_feeds_failures_and_a_closed_engine(
    gpu: FakeGpu, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OnnxCudaEngine(model) as engine:
        with pytest.raises(EngineError, match=r"found float32 \[1, 4, 6\]"):
            engine.run({"imu": np.zeros((1, 4, 6), np.float32)})

        def fail(*arguments: Any) -> None:
            raise gpu.capi.onnxruntime_pybind11_state.Fail("out of memory")

        monkeypatch.setattr(engine._session, "run_with_iobinding", fail)
        with pytest.raises(EngineError, match="inference failed: out of memory"):
            engine.run(feed(1))
    engine.close()
    with pytest.raises(EngineError, match="closed"):
        engine.run(feed(1))


def test_it_says_where_it_cannot_run(model: Path) -> None:
    with pytest.raises(EngineError, match="a GPU only; use OnnxEngine"):
        OnnxCudaEngine(model, prefer="cpu")
    if not probe_cuda().works:
        with pytest.raises(EngineError, match="no NVIDIA driver"):
            OnnxCudaEngine(model)
