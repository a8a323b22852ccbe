"""TensorRtEngine and the plan cache against stand-ins: where plans come from, batches, graphs, damage."""

import dataclasses
import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from anymal.engines import open_engine
from anymal.engines.cuda_memory import Cuda
from anymal.engines.plan_cache import PlanCache, PlanKey, default_cache_folder
from anymal.engines.probe import probe_cuda
from anymal.engines.tensorrt_api import TensorRt, _make_logger, open_tensorrt
from anymal.engines.tensorrt_build import BuildOptions, build_plan
from anymal.engines.tensorrt_engine import TensorRtEngine
from anymal.errors import EngineError
from tests.gpu_fakes import GRAPH, FakeCudaBinding, FakeTensorRt, Status


@dataclasses.dataclass
class Rig:
    """A fake GPU machine with one graph file."""

    folder: Path
    binding: FakeCudaBinding
    trt: FakeTensorRt
    said: list[str] = dataclasses.field(default_factory=list)

    @property
    def onnx(self) -> Path:
        return self.folder / "imu.onnx"

    @property
    def cache(self) -> PlanCache:
        return PlanCache(self.folder / "cache")

    def api(self) -> TensorRt:
        return TensorRt(self.trt, "tensorrt", self.trt.__version__, _make_logger(self.trt))

    def open(self, path: Path | None = None, **options: Any) -> TensorRtEngine:
        return TensorRtEngine(
            path or self.onnx,
            options=BuildOptions(**options),
            cache=self.cache,
            progress=self.said.append,
            api=self.api(),
            cuda=Cuda(self.binding),
        )


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """A rig; whatever a test does, everything allocated is freed exactly once."""
    binding = FakeCudaBinding()
    rig = Rig(tmp_path, binding, FakeTensorRt(binding))
    rig.onnx.write_text(GRAPH)
    yield rig
    assert not binding.memory and not binding.handles


def feed(batch: int, start: int = 0) -> dict[str, Any]:
    rows = np.arange(start, start + batch, dtype=np.float32)
    return {"imu": np.ascontiguousarray(np.broadcast_to(rows[:, None, None], (batch, 5, 6)))}


def expected(batch: int, start: int = 0) -> Any:
    rows = np.arange(start, start + batch, dtype=np.float32)[:, None, None]
    return rows + np.arange(8, dtype=np.float32).reshape(2, 4)


@pytest.mark.parametrize("batches", [[1, 1, 1], [1, 3, 3, 1, 1], [8, 9, 20, 1, 1]])
def test_rows_are_right_whatever_batches_came_before(rig: Rig, batches: list[int]) -> None:
    with rig.open() as engine:
        for start, batch in enumerate(batches):
            rows = engine.run(feed(batch, start))["rows"]
            np.testing.assert_array_equal(rows, expected(batch, start))
        assert str(engine.inputs[0]) == "imu: float32 [any, 5, 6]"


def test_a_repeated_batch_runs_as_a_graph(rig: Rig) -> None:
    with rig.open() as engine:
        assert engine.graph_reason == "CUDA graph of batch 1"  # recorded before the first real sample
        before = rig.binding.calls.count("cudaGraphLaunch")
        engine.run(feed(1))
        assert rig.binding.calls.count("cudaGraphLaunch") == before + 1
        engine.run(feed(2))
        assert engine.graph_reason == "no CUDA graph yet"


def test_a_network_that_cannot_be_recorded_runs_without(rig: Rig) -> None:
    rig.binding.capturable = False
    with rig.open() as engine:
        assert engine.graph_reason.startswith("no CUDA graph: CUDA: cudaStreamEndCapture failed")
        np.testing.assert_array_equal(engine.run(feed(2))["rows"], expected(2))
        np.testing.assert_array_equal(engine.run(feed(2, 5))["rows"], expected(2, 5))


def test_a_batch_too_large_for_the_builder_is_fed_in_parts(rig: Rig) -> None:
    rig.trt.largest_batch = 1
    with rig.open() as engine:
        assert rig.trt.builds == 2
        np.testing.assert_array_equal(engine.run(feed(5, 3))["rows"], expected(5, 3))


def test_a_batch_of_one_that_is_too_large_is_an_error(rig: Rig) -> None:
    rig.trt.largest_batch = 0
    with pytest.raises(EngineError, match="OutOfMemory"):
        rig.open()


def test_a_plan_of_a_fixed_batch_takes_any(rig: Rig) -> None:
    with rig.open(opt_batch=2, max_batch=2) as engine:
        pass
    graph = json.loads(GRAPH)
    plan = {**graph, "version": "10.3.0", "shapes": {"imu": [[2, 5, 6]] * 3}}
    (rig.folder / "imu.plan").write_text(json.dumps(plan))
    with rig.open(rig.folder / "imu.plan") as engine:
        for batch in (1, 2, 5):
            np.testing.assert_array_equal(engine.run(feed(batch))["rows"], expected(batch))


def test_it_is_built_once_and_says_so(rig: Rig) -> None:
    with rig.open() as engine:
        assert "TensorRT 10.3.0 on Fake Orin (compute 8.7, CUDA 12.6), a plan of imu.onnx built in" in (
            engine.reason
        )
        assert engine.reason.endswith("a first inference succeeded")
    with rig.open() as engine:
        assert "built here earlier" in engine.reason
    assert rig.trt.builds == 1 and rig.said == ["Timing tactics (3 steps)"]


@pytest.mark.parametrize("what", ["version", "gpu", "graph", "options"])
def test_anything_a_plan_depends_on_means_another_plan(rig: Rig, what: str) -> None:
    rig.open().close()
    options: dict[str, Any] = {}
    if what == "version":
        rig.trt.__version__ = "10.7.0"
    elif what == "gpu":
        rig.binding.cudaDriverGetVersion = lambda: (Status.cudaSuccess, 13000)  # type: ignore[method-assign]
    elif what == "graph":
        rig.onnx.write_text(GRAPH + " ")
    else:
        options = {"tf32": True}
    with rig.open(**options) as engine:
        assert "built in" in engine.reason
    assert rig.trt.builds == 2


@pytest.mark.parametrize("damage", ["cut", "flipped", "no record", "record damaged", "other version inside"])
def test_a_damaged_cached_plan_is_rebuilt(rig: Rig, damage: str) -> None:
    rig.open().close()
    (plan,) = rig.cache.folder.glob("*.plan")
    record = plan.with_suffix(".json")
    if damage == "cut":
        plan.write_bytes(plan.read_bytes()[:50])
    elif damage == "flipped":
        plan.write_bytes(plan.read_bytes().replace(b"imu", b"imv"))
    elif damage == "no record":
        record.unlink()
    elif damage == "record damaged":
        record.write_text("[1")
    else:  # hashed right, yet TensorRT refuses it
        other = plan.read_bytes().replace(b"10.3.0", b"99.9.9")
        key = PlanKey(
            **{k: v for k, v in json.loads(record.read_text()).items() if k in PlanKey.__match_args__}
        )
        assert rig.cache.write(key, other) == ""
    with rig.open() as engine:
        assert "built in" in engine.reason
    with rig.open() as engine:
        assert "built here earlier" in engine.reason


def test_a_shipped_plan_is_used_as_it_is_or_rebuilt(rig: Rig) -> None:
    plan = rig.folder / "imu.plan"
    plan.write_text(
        json.dumps({**json.loads(GRAPH), "version": "10.3.0", "shapes": {"imu": [[1, 5, 6]] * 3}})
    )
    with rig.open(plan) as engine:
        assert "the plan imu.plan as it is" in engine.reason
    rig.trt.__version__ = "10.7.0"
    with rig.open(plan) as engine:
        assert (
            "imu.plan is refused (engine plan file is not compatible with this version), so a plan of "
            in (engine.reason)
        )
    (rig.folder / "imu.fp16.onnx").write_text(GRAPH)
    with rig.open(plan) as engine:
        assert "a plan of imu.fp16.onnx built" in engine.reason
    for graph in rig.folder.glob("*.onnx"):
        graph.unlink()
    with pytest.raises(EngineError, match=r"no imu\.onnx beside it .* copy the whole bundle"):
        rig.open(plan)


def test_a_cache_that_cannot_be_written_costs_only_speed(rig: Rig) -> None:
    (rig.folder / "cache").write_text("a file where a folder should be")
    with rig.open() as engine:
        assert "could not be kept" in engine.reason
        np.testing.assert_array_equal(engine.run(feed(1))["rows"], expected(1))


def test_a_foreign_timing_cache_is_replaced(rig: Rig) -> None:
    built = build_plan(rig.api(), GRAPH.encode(), "imu.onnx", BuildOptions(), timing=b"foreign")
    assert built.timing == b"t"


@pytest.mark.parametrize(
    ("graph", "message"),
    [
        ("no graph", r"imu\.onnx: TensorRT 10\.3\.0 does not take this graph: the file is no ONNX model"),
        (GRAPH.replace("-1, 5, 6", "-1, -1, 6"), r"input 'imu' is \[-1, -1, 6\]; only the batch may be open"),
        (GRAPH[:-1] + ', "impossible": 1}', "cannot build: Could not find any implementation for node"),
        (GRAPH[:-1] + ', "broken": 1}', "inference failed: TensorRT gives no reason"),
        (GRAPH.replace("FLOAT", "BF16"), "has type BF16, which no sense uses"),
    ],
)
def test_graphs_that_do_not_build_or_run(rig: Rig, graph: str, message: str) -> None:
    rig.onnx.write_text(graph)
    with pytest.raises(EngineError, match=message):
        rig.open()


def test_a_plan_refused_right_after_its_build_is_an_error_not_a_loop(rig: Rig) -> None:
    rig.trt.refuse_everything = True
    with pytest.raises(EngineError, match="built a plan and then refuses it: engine plan file is not"):
        rig.open()
    assert rig.trt.builds == 1


def test_ctrl_c_during_a_build_stops_it(rig: Rig) -> None:
    before = signal.getsignal(signal.SIGINT)  # ignored where the tests themselves run in the background
    rig.trt.interrupt = True
    with pytest.raises(KeyboardInterrupt):
        rig.open()
    assert not rig.cache.folder.exists()
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("call", ["cudaMalloc", "cudaHostAlloc", "cudaStreamCreateWithFlags"])
def test_no_memory_is_an_error_that_leaves_nothing_behind(rig: Rig, call: str) -> None:
    rig.binding.fail[call] = Status.cudaErrorMemoryAllocation
    with pytest.raises(EngineError, match=f"{call} failed"):
        rig.open()


def test_feeds_and_a_closed_engine(rig: Rig) -> None:
    with rig.open() as engine:
        with pytest.raises(EngineError, match=r"found float32 \[1, 4, 6\]"):
            engine.run({"imu": np.zeros((1, 4, 6), np.float32)})
        with pytest.raises(EngineError, match="inputs must be imu, found rgb"):
            engine.run({"rgb": np.zeros((1, 4, 6), np.float32)})
    engine.close()
    with pytest.raises(EngineError, match="the engine is closed"):
        engine.run(feed(1))


def test_it_says_where_it_cannot_run(rig: Rig) -> None:
    with pytest.raises(EngineError, match="a GPU only"):
        TensorRtEngine(rig.onnx, prefer="cpu")
    with pytest.raises(EngineError, match="no such file"):
        rig.open(rig.folder / "absent.plan")
    if not probe_cuda().works:
        (rig.folder / "imu.plan").write_bytes(b"ptrt")
        with pytest.raises(EngineError, match="no NVIDIA driver"):
            open_engine(rig.folder / "imu.plan")
        with pytest.raises(EngineError, match="no NVIDIA driver"):
            open_tensorrt()


@pytest.mark.parametrize("options", [{"opt_batch": 0}, {"opt_batch": 9}, {"level": 6}])
def test_options_no_builder_can_follow(options: dict[str, int]) -> None:
    with pytest.raises(EngineError, match="found"):
        BuildOptions(**options)  # type: ignore[arg-type]


def test_the_cache_folder_and_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANYMAL_CACHE", str(tmp_path))
    assert default_cache_folder() == tmp_path / "plans"
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setenv("ANYMAL_CACHE", "~/cache")
    assert default_cache_folder() == Path("/home/somebody/cache/plans")
    monkeypatch.delenv("ANYMAL_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_cache_folder() == Path("/somewhere/anymal/plans")
    cache = PlanCache(tmp_path, limit_bytes=250)
    keys = [PlanKey("tensorrt", "10.3.0", "gpu", f"{number}", {"level": 3}) for number in range(4)]
    for key in keys:
        assert cache.write(key, bytes(100)) == ""
    assert [cache.read(key) is not None for key in keys].count(True) == 2
    assert cache.read(keys[-1]) == bytes(100)
    assert len({key.timing for key in keys}) == 1 and len({key.digest for key in keys}) == 4
