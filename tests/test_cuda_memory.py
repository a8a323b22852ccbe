"""The CUDA wrapper against a stand-in runtime: sizes are checked, errors become words, nothing leaks."""

import numpy as np
import pytest

from anymal.engines.cuda_memory import Cuda, open_cuda
from anymal.engines.probe import probe_cuda
from anymal.errors import EngineError
from tests.gpu_fakes import FakeCudaBinding, Status


@pytest.fixture
def binding() -> FakeCudaBinding:
    return FakeCudaBinding()


@pytest.fixture
def cuda(binding: FakeCudaBinding) -> Cuda:
    return open_cuda(binding)


def test_bytes_go_to_the_device_and_come_back(cuda: Cuda, binding: FakeCudaBinding) -> None:
    values = np.arange(24, dtype=np.float32).reshape(2, 3, 4)
    with cuda.pinned(200) as source, cuda.pinned(200) as target, cuda.device(200) as device:
        with cuda.stream() as stream:
            n_bytes = source.write(values[:, ::-1])
            device.upload(source, n_bytes, stream)
            device.download(target, n_bytes, stream)
            assert not target.read((2, 3, 4), "float32").any()  # queued, not done
            stream.wait()
        np.testing.assert_array_equal(target.read((2, 3, 4), "float32"), values[:, ::-1])
    assert not binding.memory and not binding.handles


def test_what_is_read_survives_the_buffer(cuda: Cuda) -> None:
    with cuda.pinned(4) as buffer:
        buffer.write(np.array([7], np.int32))
        values = buffer.read((1,), "int32")
    assert values.tolist() == [7]


def test_buffers_refuse_what_they_cannot_hold(cuda: Cuda) -> None:
    with cuda.pinned(8) as host, cuda.device(4) as device, cuda.stream() as stream:
        with pytest.raises(EngineError, match="a buffer of 8 bytes cannot hold 12"):
            host.write(np.zeros(3, np.float32))
        with pytest.raises(EngineError, match="a buffer of 8 bytes cannot hold 16"):
            host.read((2,), "float64")
        with pytest.raises(EngineError, match="a buffer of 4 bytes cannot hold 8"):
            device.upload(host, 8, stream)
        with pytest.raises(EngineError, match="a buffer of 4 bytes cannot hold 8"):
            device.download(host, 8, stream)


def test_closing_twice_frees_once_and_use_after_it_is_told(cuda: Cuda, binding: FakeCudaBinding) -> None:
    buffer = cuda.pinned(8)
    buffer.close()
    buffer.close()
    assert binding.calls.count("cudaFreeHost") == 1
    with pytest.raises(EngineError, match="this PinnedBuffer is closed"):
        buffer.read((1,), "float32")


def test_a_failed_call_names_itself_and_cudas_words(cuda: Cuda, binding: FakeCudaBinding) -> None:
    binding.fail["cudaMalloc"] = Status.cudaErrorMemoryAllocation
    wanted = r"cudaMalloc failed: words for cudaErrorMemoryAllocation \(cudaErrorMemoryAllocation\)"
    with pytest.raises(EngineError, match=wanted):
        cuda.device(1 << 40)


def test_a_graph_replays_what_was_queued(cuda: Cuda, binding: FakeCudaBinding) -> None:
    with (
        cuda.pinned(4) as source,
        cuda.pinned(4) as target,
        cuda.device(4) as device,
        cuda.stream() as stream,
    ):
        with stream.capture() as graphs:
            device.upload(source, 4, stream)
            device.download(target, 4, stream)
        stream.wait()
        with graphs[0] as graph:
            for number in (3, 4):
                source.write(np.array([number], np.int32))
                graph.launch(stream)
                stream.wait()
                assert target.read((1,), "int32").tolist() == [number]
    assert not binding.handles


def test_a_capture_that_fails_leaves_a_usable_stream(cuda: Cuda, binding: FakeCudaBinding) -> None:
    with cuda.stream() as stream:
        with pytest.raises(ValueError, match="inside"), stream.capture() as graphs:
            raise ValueError("inside")
        assert not graphs and binding.recording is None
        binding.capturable = False
        with pytest.raises(EngineError, match="cudaStreamEndCapture failed"), stream.capture():
            pass
        assert binding.calls.count("cudaGetLastError") == 2
        binding.capturable = True
        with stream.capture() as graphs:
            pass
        graphs[0].close()
    assert not binding.handles


def test_events_measure(cuda: Cuda) -> None:
    with cuda.stream() as stream, cuda.event() as start, cuda.event() as end:
        start.record(stream)
        end.record(stream)
        assert end.elapsed_ms(start) == 1.5


def test_the_device_says_what_it_is(cuda: Cuda) -> None:
    gpu = cuda.gpu()
    assert str(gpu) == "Fake Orin (compute 8.7, CUDA 12.6)" and gpu.total_bytes == 8 << 30


def test_without_a_driver_nothing_of_nvidia_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    if probe_cuda().works:
        pytest.skip("this machine has a CUDA device")
    monkeypatch.setattr("anymal.engines.cuda_memory.import_module", lambda name: pytest.fail(name))
    with pytest.raises(EngineError, match="no NVIDIA driver"):
        open_cuda()


def test_the_real_binding_has_every_name_we_call() -> None:
    runtime = pytest.importorskip("cuda.bindings.runtime", reason="cuda-bindings is not installed")
    names = {name for name in dir(FakeCudaBinding) if name.startswith("cuda")}
    assert names and not {name for name in names if not hasattr(runtime, name)}
    status, _ = runtime.cudaGetDeviceCount()
    told, words = runtime.cudaGetErrorString(status)
    assert int(told) == 0 and isinstance(words, bytes)
