"""OnnxEngine, NullEngine and the engine table: feeds are checked, damage is reported, nothing is printed."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anymal.engines import engine_names, onnx_engine, open_engine
from anymal.engines.base import Engine, Interrupted, TensorSpec
from anymal.engines.null_engine import NullEngine
from anymal.engines.onnx_engine import OnnxEngine
from anymal.engines.onnx_threads import thread_settings
from anymal.engines.probe import CudaDriver, probe_cuda
from anymal.errors import AnymalError, EngineError
from tests.live_rig import until
from tests.tiny_models import TinySpec, make_tiny_imu_onnx

STEPS, WIDTH, TOKENS = 500, 64, 2
INPUTS = (TensorSpec("imu", (None, STEPS, 6), "float32"),)
OUTPUTS = (TensorSpec("rows", (None, TOKENS, WIDTH), "float32"),)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_imu_onnx(tmp_path_factory.mktemp("onnx") / "imu.onnx")


@pytest.fixture(params=["onnx", "null"])
def engine(request: pytest.FixtureRequest, model: Path) -> Engine:
    """The same contract for every engine."""
    return open_engine(model, prefer="cpu") if request.param == "onnx" else NullEngine(INPUTS, OUTPUTS)


def feed(batch: int = 1) -> dict[str, Any]:
    return {"imu": np.random.default_rng(0).standard_normal((batch, STEPS, 6)).astype(np.float32)}


def test_it_says_what_goes_in_and_comes_out(engine: Engine) -> None:
    assert (engine.inputs, engine.outputs) == (INPUTS, OUTPUTS)
    assert str(engine.inputs[0]) == "imu: float32 [any, 500, 6]"
    assert engine.reason.startswith(engine.backend)


@pytest.mark.parametrize("batch", [1, 3])
def test_rows_come_out_for_every_batch_size(engine: Engine, batch: int) -> None:
    with engine:
        results = engine.run(feed(batch))
    assert list(results) == ["rows"]
    assert results["rows"].shape == (batch, TOKENS, WIDTH) and results["rows"].dtype == np.float32


@pytest.mark.parametrize(
    ("feeds", "message"),
    [
        ({}, "inputs must be imu, found none"),
        ({"rgb": np.zeros(3)}, "inputs must be imu, found rgb"),
        ({**feed(), "more": np.zeros(1)}, "inputs must be imu, found imu, more"),
        ({"imu": [[0.0]]}, "found a list"),
        ({"imu": np.zeros((1, STEPS, 6))}, r"found float64 \[1, 500, 6\]"),
        (
            {"imu": np.zeros((1, 499, 6), np.float32)},
            r"wanted imu: float32 \[any, 500, 6\], found float32 \[1, 499, 6\]",
        ),
        ({"imu": np.zeros((STEPS, 6), np.float32)}, r"found float32 \[500, 6\]"),
        ({"imu": np.zeros((0, STEPS, 6), np.float32)}, "empty"),
    ],
)
def test_feeds_that_do_not_fit(engine: Engine, feeds: dict[str, Any], message: str) -> None:
    with engine, pytest.raises(EngineError, match=message):
        engine.run(feeds)


def test_a_closed_engine_does_not_run(engine: Engine) -> None:
    with engine:
        pass
    engine.close()
    with pytest.raises(EngineError, match="closed"):
        engine.run(feed())


def test_the_same_input_gives_the_same_bits(model: Path) -> None:
    with OnnxEngine(model) as one, OnnxEngine(model, threads=2) as other:
        np.testing.assert_array_equal(one.run(feed(4))["rows"], other.run(feed(4))["rows"])


def test_auto_says_why_the_cpu(model: Path) -> None:
    if probe_cuda().works:
        pytest.skip("this machine has a CUDA device")
    with OnnxEngine(model) as engine:
        assert engine.reason == f"CPU: {probe_cuda().reason}"
    with pytest.raises(EngineError, match="no NVIDIA driver"):
        OnnxEngine(model, prefer="gpu")


@pytest.mark.parametrize("content", [b"", b"plain text, not a model", b"\x08\x0a" * 40, bytes(1000)])
def test_files_that_are_no_models(tmp_path: Path, content: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "image.onnx"
    path.write_bytes(content)
    with pytest.raises(EngineError, match=r"image\.onnx: "), OnnxEngine(path) as engine:
        engine.run({})
    assert capfd.readouterr() == ("", "")


def test_every_truncation_gives_our_error(model: Path, tmp_path: Path) -> None:
    data, path = model.read_bytes(), tmp_path / "cut.onnx"
    for cut in range(1, len(data), 61):
        path.write_bytes(data[:cut])
        with pytest.raises(EngineError):
            OnnxEngine(path)


def try_model(path: Path) -> None:
    with OnnxEngine(path) as engine:
        engine.run(
            {spec.name: np.zeros([size or 1 for size in spec.shape], spec.dtype) for spec in engine.inputs}
        )


@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=3))
def test_flipped_bytes_never_kill(model: Path, tmp_path: Path, flips: list[tuple[float, int]]) -> None:
    damaged = bytearray(model.read_bytes())
    for place, mask in flips:
        damaged[int(place * len(damaged))] ^= mask
    path = tmp_path / "flipped.onnx"
    path.write_bytes(damaged)
    try:
        try_model(path)
    except AnymalError as error:
        assert str(error)


def test_the_table_names_what_it_knows(tmp_path: Path) -> None:
    assert "onnx" in engine_names()
    with pytest.raises(EngineError, match=r"no engine opens \*\.xyz files; known: onnx"):
        open_engine(tmp_path / "model.xyz")
    with pytest.raises(EngineError, match="no such file"):
        open_engine(tmp_path / "absent.onnx")


def test_another_distribution_can_add_an_engine(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    class Point:
        name = "null"
        value = "package_of_a_test:open_null"

        @staticmethod
        def load() -> Callable[..., Engine]:
            return lambda path, prefer, threads: NullEngine(INPUTS, OUTPUTS)

    monkeypatch.setattr(metadata, "entry_points", lambda group: [Point] if group == "anymal.engines" else [])
    assert engine_names() == ("onnx", "plan", "null")
    assert open_engine(model.with_suffix(".null")).backend == "none"


@pytest.mark.parametrize(
    ("lacking", "message"),
    [
        (("__enter__", "__exit__"), "lacks __enter__, __exit__; an engine offers"),
        (("reason",), "lacks reason;"),
    ],
)
def test_an_engine_that_is_none_is_refused_when_it_is_opened(
    lacking: tuple[str, ...], message: str, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = ("backend", "reason", "inputs", "outputs", "run", "close", "__enter__", "__exit__")
    made = type("HalfEngine", (), {name: None for name in offered if name not in lacking})
    monkeypatch.setattr(
        "anymal.engines.find_plugin", lambda *_: (lambda path, prefer, threads: made(), "a:b")
    )
    with pytest.raises(EngineError, match=f"model\\.half: its engine HalfEngine {message}"):
        open_engine(model.with_name("model.half"))


QUIET = """
import os, pathlib, sys
import numpy as np
import anymal
from anymal.engines.onnx_engine import OnnxEngine
with OnnxEngine(pathlib.Path(sys.argv[1])) as engine:
    engine.run({"imu": np.zeros((1, 500, 6), np.float32)})
    links = [link for link in pathlib.Path("/proc/self/fd").iterdir() if link.is_symlink() and link.exists()]
    names = [os.readlink(link) for link in links]
    print([name for name in names if name.endswith(".db")], len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_onnxruntime_does_not_phone_home(model: Path, tmp_path: Path) -> None:
    environment = {
        "HOME": str(tmp_path),
        "PATH": "/usr/bin:/bin",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", QUIET, str(model)], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[] 1\n"  # no database, no socket, no thread beside our own
    assert done.stderr == ""
    assert list(tmp_path.rglob("*")) == []


def test_telemetry_left_on_is_an_error(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORT_DISABLE_TELEMETRY", "0")
    with pytest.raises(EngineError, match=r"ORT_DISABLE_TELEMETRY must be 1 .* found '0'"):
        OnnxEngine(model)


def test_threads_are_what_was_asked_for(model: Path) -> None:
    assert TinySpec().imu_tokens == TOKENS
    with OnnxEngine(model, threads=3) as engine:
        options = engine._session.get_session_options()
        assert (options.intra_op_num_threads, options.inter_op_num_threads) == (3, 1)
        for key, value in thread_settings(onnx_engine._import_onnxruntime().__version__, 3).items():
            assert options.get_session_config_entry(key) == value


class FakeCuda:
    """The real onnxruntime, made to say that it runs on CUDA."""

    def __init__(self, runtime: ModuleType, providers: list[str], fails: bool) -> None:
        self.runtime, self.providers, self.fails = runtime, providers, fails
        self.__version__ = runtime.__version__
        self.capi, self.SessionOptions, self.RunOptions = (
            runtime.capi,
            runtime.SessionOptions,
            runtime.RunOptions,
        )

    def get_available_providers(self) -> list[str]:
        return ["CUDAExecutionProvider", "CPUExecutionProvider"]

    def preload_dlls(self) -> None:
        print("a banner that nobody should see")  # noqa: T201

    def InferenceSession(self, path: str, options: Any, providers: list[str], **kwargs: Any) -> Any:
        session = self.runtime.InferenceSession(path, options, providers=["CPUExecutionProvider"], **kwargs)
        if providers[0] == "CUDAExecutionProvider":
            session.get_providers = lambda: self.providers
            if self.fails:
                session.run = self.fail
        return session

    def fail(self, *args: Any) -> None:
        raise self.capi.onnxruntime_pybind11_state.Fail("no kernel image is available\nmore lines")


@pytest.mark.parametrize(
    ("providers", "fails", "backend", "reason"),
    [
        (["CUDAExecutionProvider"], False, "CUDA", "a first inference succeeded"),
        (["CPUExecutionProvider"], False, "CPU", "could not start its CUDA provider"),
        (["CUDAExecutionProvider"], True, "CPU", "the GPU cannot run it: no kernel image is available"),
    ],
)
def test_a_gpu_is_believed_only_when_it_works(
    model: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    providers: list[str],
    fails: bool,
    backend: str,
    reason: str,
) -> None:
    fake = FakeCuda(onnx_engine._import_onnxruntime(), providers, fails)
    monkeypatch.setattr(onnx_engine, "_import_onnxruntime", lambda: fake)
    monkeypatch.setattr(
        onnx_engine, "probe_cuda", lambda: CudaDriver(1, "the NVIDIA driver finds 1 device(s)")
    )
    with OnnxEngine(model) as engine:
        assert engine.backend == backend and reason in engine.reason
        assert engine.run(feed())["rows"].shape == (1, TOKENS, WIDTH)
    if backend == "CPU":
        with pytest.raises(EngineError, match=reason):
            OnnxEngine(model, prefer="gpu")
    assert capfd.readouterr() == ("", "")


def test_a_gpu_with_the_cpu_package_says_what_to_install(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "CUDAExecutionProvider" in onnx_engine._import_onnxruntime().get_available_providers():
        pytest.skip("this onnxruntime has CUDA")
    monkeypatch.setattr(onnx_engine, "probe_cuda", lambda: CudaDriver(1, "found"))
    with OnnxEngine(model) as engine:
        assert "has no CUDA; pip install 'anymal-edge[gpu]'" in engine.reason


def test_an_inference_that_fails_is_wrapped(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeCuda(onnx_engine._import_onnxruntime(), [], fails=True)
    with OnnxEngine(model) as engine:
        monkeypatch.setattr(engine._session, "run", fake.fail)
        with pytest.raises(EngineError, match=r"imu\.onnx: inference failed: no kernel image is available$"):
            engine.run(feed())


def test_a_run_ends_when_another_thread_interrupts_it(model: Path) -> None:
    with OnnxEngine(model, prefer="cpu") as engine:
        ended = threading.Event()

        def work() -> None:
            with pytest.raises(Interrupted, match=r"imu\.onnx: the run was interrupted$"):
                while True:
                    engine.run(feed(64))
            ended.set()

        thread = threading.Thread(target=work)
        thread.start()
        until(lambda: engine.interrupt() or ended.is_set())
        thread.join(10)
        engine.interrupt()  # nothing runs: the next run is not touched
        assert engine.run(feed())["rows"].shape == (1, TOKENS, WIDTH)
