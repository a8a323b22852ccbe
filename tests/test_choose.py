"""Which engine is chosen and what is said of the others; `anymal plans`; what doctor says of a GPU."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from anymal.engines import choose, cuda_memory, onnx_cuda, tensorrt_engine
from anymal.engines.choose import EncoderFiles, forced_backend, open_best, tensorrt_graph
from anymal.engines.cuda_memory import Cuda
from anymal.engines.probe import CudaDriver, probe_cuda
from anymal.engines.tensorrt_api import TensorRt, _make_logger
from anymal.errors import ConfigError, EngineError
from anymal.runtime import cli, cli_plans, doctor, doctor_gpu
from tests.gpu_fakes import GRAPH, FakeCudaBinding, FakeTensorRt
from tests.tiny_models import TinySpec, make_tiny_bundle, make_tiny_imu_onnx

WORKS = CudaDriver(1, "the NVIDIA driver finds 1 device(s)")
NONE = CudaDriver(0, "no NVIDIA driver (libcuda.so.1 not found)")


@pytest.fixture
def files(tmp_path: Path) -> EncoderFiles:
    """An int8 encoder for CPUs, and an fp16 graph that only the stand-in TensorRT reads."""
    (tmp_path / "imu.fp16.onnx").write_text(GRAPH)
    shipped = make_tiny_imu_onnx(tmp_path / "imu.onnx")
    return EncoderFiles(shipped, "int8", {"fp16": tmp_path / "imu.fp16.onnx"})


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeTensorRt]:
    """A machine with a GPU whose ONNX Runtime has no CUDA; everything allocated is freed."""
    binding = FakeCudaBinding()
    trt = FakeTensorRt(binding)
    monkeypatch.setenv("ANYMAL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(choose, "probe_cuda", lambda: WORKS)
    monkeypatch.setattr(onnx_cuda, "probe_cuda", lambda: NONE)
    monkeypatch.setattr(tensorrt_engine, "open_cuda", lambda: Cuda(binding))
    api = TensorRt(trt, "tensorrt", "10.3.0", _make_logger(trt))
    monkeypatch.setattr(tensorrt_engine, "open_tensorrt", lambda: api)
    yield trt
    assert not binding.memory and not binding.handles


def test_tensorrt_gets_what_it_can_read(files: EncoderFiles, tmp_path: Path) -> None:
    graph, plan = tmp_path / "imu.fp16.onnx", tmp_path / "imu.plan"
    assert tensorrt_graph(files) == graph
    assert tensorrt_graph(EncoderFiles(files.shipped, "int8", {**files.variants, "plan": plan})) == plan
    assert tensorrt_graph(EncoderFiles(files.shipped, "fp32", {})) == files.shipped
    assert tensorrt_graph(EncoderFiles(files.shipped, "int8", {})) is None


def test_without_a_driver_the_cpu_runs_the_shipped_file(
    files: EncoderFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "probe_cuda", lambda: NONE)
    if not probe_cuda().works:
        with open_best(files) as engine:
            assert engine.reason == f"CPU: {NONE.reason}"
    with pytest.raises(EngineError, match="no NVIDIA driver"):
        open_best(files, prefer="gpu")
    monkeypatch.setenv("ANYMAL_ENCODERS", "tensorrt")
    with pytest.raises(EngineError, match="no NVIDIA driver"):
        open_best(files)


def test_no_question_waits_for_a_build(files: EncoderFiles, gpu: FakeTensorRt) -> None:
    with open_best(files) as engine:
        assert engine.backend == "CPU"
        assert (
            "TensorRT: no plan of imu.fp16.onnx for this GPU yet; `anymal plans` builds it" in engine.reason
        )
        assert "CUDA: no NVIDIA driver" in engine.reason
        assert engine.run({"imu": np.zeros((1, 500, 6), np.float32)})["rows"].shape == (1, 2, 64)
    assert gpu.builds == 0


def test_a_plan_that_is_ready_is_used(
    files: EncoderFiles, gpu: FakeTensorRt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANYMAL_ENCODERS", "tensorrt")  # this may build
    with open_best(files) as engine:
        assert engine.backend == "TensorRT" and "built in" in engine.reason
    monkeypatch.delenv("ANYMAL_ENCODERS")
    with open_best(files, prefer="gpu") as engine:
        assert engine.backend == "TensorRT" and "built here earlier" in engine.reason
    with open_best(files, prefer="cpu") as engine:
        assert engine.reason == "CPU: asked for"
    assert gpu.builds == 1


@pytest.mark.parametrize(
    ("backend", "prefer", "message"),
    [
        ("cuda", "auto", "^CUDA: no NVIDIA driver"),
        ("auto", "gpu", r"^TensorRT: no plan of .*; CUDA: no NVIDIA driver"),
    ],
)
def test_what_was_forced_is_not_replaced(
    files: EncoderFiles,
    gpu: FakeTensorRt,
    monkeypatch: pytest.MonkeyPatch,
    backend: str,
    prefer: Any,
    message: str,
) -> None:
    monkeypatch.setenv("ANYMAL_ENCODERS", backend)
    with pytest.raises(EngineError, match=message):
        open_best(files, prefer=prefer)


def test_a_device_that_is_asked_for_goes_before_the_variable_and_says_so(
    files: EncoderFiles, gpu: FakeTensorRt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANYMAL_ENCODERS", "tensorrt")
    with open_best(files, prefer="cpu") as engine:
        why = "the device cpu was asked for, which goes before ANYMAL_ENCODERS=tensorrt"
        assert engine.reason == f"CPU: asked for ({why})"
    with open_best(files) as engine:
        assert engine.backend == "TensorRT"
    monkeypatch.setenv("ANYMAL_ENCODERS", "cpu")
    with open_best(files, prefer="gpu") as engine:
        assert engine.backend == "TensorRT" and "which goes before ANYMAL_ENCODERS=cpu" in engine.reason
    with open_best(files, prefer="cpu") as engine:
        assert engine.reason == "CPU: asked for"


def test_a_forced_backend_must_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANYMAL_ENCODERS", "tpu")
    with pytest.raises(ConfigError, match="ANYMAL_ENCODERS must be one of auto, cpu, cuda, tensorrt, found"):
        forced_backend()
    (finding,) = doctor_gpu._forced()
    assert finding.status == "broken" and finding.cure == "unset ANYMAL_ENCODERS"
    monkeypatch.setenv("ANYMAL_ENCODERS", "")
    assert forced_backend() == "auto" and list(doctor_gpu._forced()) == []
    monkeypatch.setenv("ANYMAL_ENCODERS", "cpu")
    assert next(doctor_gpu._forced()).found == "cpu: forced by ANYMAL_ENCODERS"


def test_the_plans_command_builds_what_a_bundle_can(
    tmp_path: Path, gpu: FakeTensorRt, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = make_tiny_bundle(tmp_path / "tiny", TinySpec())
    graph = tmp_path / "any.onnx"
    graph.write_text(GRAPH)
    monkeypatch.setattr(cli_plans, "tensorrt_graph", lambda files: graph)
    assert cli.main(["plans", "--bundle", str(bundle)]) == 0
    output = capsys.readouterr().out
    assert "imu: any.onnx\nimu: TensorRT: TensorRT 10.3.0 on Fake Orin" in output
    assert "CUDA graph of batch 1" in output
    monkeypatch.setattr(cli_plans, "tensorrt_graph", lambda files: None)
    assert cli.main(["plans", "--bundle", str(bundle)]) == 1
    assert "imu: no graph for TensorRT; export the bundle with the fp16 variant" in capsys.readouterr().out


def test_the_plans_command_without_a_gpu(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cuda_memory, "probe_cuda", lambda: NONE)
    monkeypatch.setattr(cli_plans, "tensorrt_graph", lambda files: files.shipped)
    assert cli.main(["plans", "--bundle", str(make_tiny_bundle(tmp_path / "tiny", TinySpec()))]) == 2
    assert capsys.readouterr().err == f"anymal: error: {NONE.reason}\n"


@pytest.mark.parametrize(
    ("release", "power", "found", "cure"),
    [
        (
            "# R36 (release), REVISION: 4.3, GCID: 1",
            "pmode:0002 fmode:quiet",
            "(JetPack 6), power mode 2",
            "",
        ),
        ("# R39 (release), REVISION: 2.0, GCID: 1", "", "L4T 39.2.0 (JetPack 7.2)", ""),
        ("# R35 (release), REVISION: 5.0, GCID: 1", "", "an unknown JetPack", "docs/jetson.md covers"),
        ("damaged", "", "a Jetson of unknown release", ""),
    ],
)
def test_a_jetson_is_named(release: str, power: str, found: str, cure: str) -> None:
    finding = doctor_gpu._jetson(release, power)
    assert found in finding.found and cure in finding.cure


def test_doctor_goes_on_when_llama_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise EngineError("libllama.so: cannot be loaded")

    monkeypatch.setattr("anymal.engines.llama_native.load_llama", fails)
    findings = {finding.name: finding for finding in doctor._accelerators()}
    assert findings["llama.cpp"].status == "broken" and "libllama.so" in findings["llama.cpp"].found


def test_doctor_names_tensorrt_or_its_cure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doctor_gpu, "SYSTEM_PACKAGES", tmp_path)
    monkeypatch.setattr(doctor_gpu, "tensorrt_modules", lambda: ())
    assert "pip install 'anymal-edge[tensorrt]'" in doctor_gpu._tensorrt(NONE).cure
    (tmp_path / "python3" / "dist-packages" / "tensorrt").mkdir(parents=True)
    assert "--system-site-packages" in doctor_gpu._tensorrt(NONE).cure
    monkeypatch.setattr(doctor_gpu, "tensorrt_modules", lambda: ("tensorrt",))
    assert doctor_gpu._tensorrt(NONE).found.endswith(f"not imported: {NONE.reason}")


def test_without_a_home_folder_there_are_no_plans_and_still_an_answer(
    files: EncoderFiles, gpu: FakeTensorRt, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ANYMAL_CACHE", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 5)  # nobody's: a container's user without an entry
    with open_best(files) as engine:
        assert "there is no home folder to keep files in; set ANYMAL_CACHE" in engine.reason
    found = {finding.name: finding for finding in doctor_gpu.examine_gpu(NONE)}
    assert "set ANYMAL_CACHE" in found["TensorRT plans"].found


def test_doctor_counts_plans(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANYMAL_CACHE", str(tmp_path))
    names = {finding.name for finding in doctor_gpu.examine_gpu(NONE)}
    assert {"TensorRT", "cuda-bindings"} <= names and "TensorRT plans" not in names
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.plan").write_bytes(bytes(2_000_000))
    found = {finding.name: finding.found for finding in doctor_gpu.examine_gpu(NONE)}
    assert found["TensorRT plans"].startswith("1 built, 2 MB in ")
