"""The probe: what a machine has is found out by trying, and a clash of packages is explained."""

from pathlib import Path

import pytest

from anymal.engines import probe
from anymal.engines.base import Prefer
from anymal.engines.llama_native import load_llama
from anymal.engines.probe import (
    CudaDriver,
    check_onnxruntime,
    llm_gpu_layers,
    onnxruntime_distributions,
    probe_cuda,
)
from anymal.errors import EngineError


def test_no_driver_is_said_in_words() -> None:
    driver = probe_cuda("libcuda-that-is-not-there.so.1")
    assert not driver.works
    assert driver.reason == "no NVIDIA driver (libcuda-that-is-not-there.so.1 not found)"


class FakeDriver:
    def __init__(self, init: int, count: int, devices: int = 0) -> None:
        self.cuInit = lambda flags: init
        self.count, self.devices = count, devices

    def cuDeviceGetCount(self, pointer: object) -> int:
        pointer._obj.value = self.devices  # type: ignore[attr-defined]
        return self.count


@pytest.mark.parametrize(
    ("driver", "works", "reason"),
    [
        (FakeDriver(init=100, count=0), False, r"does not start \(cuInit gives error 100\)"),
        (FakeDriver(init=0, count=3), False, r"finds no device \(error 3\)"),
        (FakeDriver(init=0, count=0, devices=0), False, "finds no device"),
        (FakeDriver(init=0, count=0, devices=2), True, r"finds 2 device\(s\)"),
    ],
)
def test_what_the_driver_answers(
    driver: FakeDriver, works: bool, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import re

    monkeypatch.setattr("ctypes.CDLL", lambda name: driver)
    found = probe_cuda.__wrapped__("libcuda.so.1")
    assert found.works is works
    assert re.search(reason, found.reason)


def test_two_distributions_are_explained() -> None:
    with pytest.raises(EngineError, match="pip uninstall -y onnxruntime onnxruntime-gpu; then pip install"):
        check_onnxruntime({"onnxruntime": "1.32.0", "onnxruntime-gpu": "1.31.1"})
    assert check_onnxruntime({"onnxruntime": "1.32.0"}) == "onnxruntime 1.32.0"


def test_a_clash_is_seen_in_what_is_installed(tmp_path: Path) -> None:
    for name in ("onnxruntime_gpu-1.31.1", "onnxruntime-1.32.0", "onnxruntime_genai-0.9", "numpy-2.4.6"):
        (tmp_path / f"{name}.dist-info").mkdir()
    found = onnxruntime_distributions(tmp_path)
    assert found == {"onnxruntime": "1.32.0", "onnxruntime-gpu": "1.31.1"}
    with pytest.raises(EngineError, match="overwrite each other's files"):
        check_onnxruntime(found)


def test_an_onnxruntime_without_metadata_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_onnxruntime({}) == "onnxruntime (without package metadata)"
    monkeypatch.setattr("anymal.engines.probe.find_spec", lambda name: None)
    assert onnxruntime_distributions() == {}
    with pytest.raises(EngineError, match=r"pip install 'anymal-edge\[cpu\]'"):
        check_onnxruntime()


@pytest.mark.parametrize(
    ("prefer", "devices", "built_in", "layers"),
    [
        ("auto", 1, True, -1),
        ("auto", 1, False, 0),
        ("auto", 0, True, 0),
        ("cpu", 1, True, 0),
        ("gpu", 0, True, -1),
    ],
)
def test_an_llm_goes_to_the_gpu_where_one_works_and_llama_has_it_built_in(
    prefer: Prefer, devices: int, built_in: bool, layers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "probe_cuda", lambda: CudaDriver(devices, "as the test says"))
    monkeypatch.setattr(load_llama(), "llama_supports_gpu_offload", lambda: built_in)
    assert llm_gpu_layers(prefer) == layers
