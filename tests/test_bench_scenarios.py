"""Soak, scaling, overhead and the aligner's share with known numbers."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from anymal.bench import live_ready
from anymal.bench import soak_child as soaked
from anymal.bench.aligner import aligner_times, border_of, not_measurable
from anymal.bench.memory import peak_rss_mb
from anymal.bench.overhead import OverheadPlan, alternate
from anymal.bench.record import figure
from anymal.bench.scaling import ScalingPlan, curve_of
from anymal.bench.scaling_live import can_judge, real_time_limit, run_windows, sensed_share, watch_live
from anymal.bench.soak import SoakPlan, run_soak, slopes, soak_child
from anymal.bench.timing import Timing
from anymal.errors import EngineError
from anymal.runtime.demo_recording import write_recording
from anymal.runtime.live_build import ContextCounts
from anymal.runtime.live_status import LiveStatus
from anymal.runtime.options import AssistantOptions
from anymal.runtime.sensing import SensingCounts
from anymal.runtime.spare_cores import children_of, watch_cores
from tests.runtime_helpers import tiny_bundle
from tests.tiny_models import TinySpec, make_tiny_bundle


def test_a_slope_is_found_in_noise_and_a_single_spike_is_not_one() -> None:
    at_s = [float(second) for second in range(120)]
    noise = np.random.default_rng(3).normal(0, 0.2, 120)
    growing = [100 + second / 60 * 0.5 + noise[number] for number, second in enumerate(at_s)]
    assert np.median(slopes(at_s, growing)) == pytest.approx(0.5, abs=0.1)
    level = [100.0] * 120
    level[100] = 500.0
    assert np.median(slopes(at_s, level)) == 0.0


def test_soak_judges_what_comes_after_the_warm_up() -> None:
    seconds = [float(second) for second in range(20)]
    samples = {
        "at_s": seconds,
        "rss_mb": [100.0 + 5 * min(second, 10) for second in seconds],
        "handles": [7.0] * 20,
        "threads": [9.0] * 20,
        "peak_rss_mb": [180.0],
        "ttft_ms": [3.0, 4.0],
    }
    found = run_soak(SoakPlan(seconds=20.0, warm_s=10.0), lambda plan: samples)
    assert found["rss_slope"].p50 == 0.0
    assert found["peak_rss_mb"].samples == (180.0,)
    assert found["handles_slope"].p50 == 0.0
    with_interval = {name for name, one in found.items() if one.low is not None}
    assert with_interval == set()  # levels over time and their slopes; two answers and one peak
    answers = run_soak(SoakPlan(seconds=20.0, warm_s=10.0), lambda plan: {**samples, "ttft_ms": [3.0] * 9})
    assert answers["ttft_ms"].low == 3.0
    with pytest.raises(EngineError, match="run longer"):
        run_soak(SoakPlan(seconds=20.0, warm_s=18.0), lambda plan: samples)


def test_a_soaked_process_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"soaked process ended with exit code 1.*bundle\.json"):
        soak_child(tmp_path, AssistantOptions())(SoakPlan(seconds=4.0, warm_s=0.0))


def test_a_session_without_senses_is_not_soaked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_recording(tmp_path / "short.mcap", 1.0)  # ends before the motion encoder has its five seconds
    monkeypatch.setattr(live_ready, "READY_S", 0.1)
    monkeypatch.setattr(soaked, "SENSORS", {"imu": ("imu", f"replay:{tmp_path / 'short.mcap'}")})
    asked = {"bundle": str(tiny_bundle()), "options": {"threads": 1}, "max_tokens": 2}
    with pytest.raises(EngineError, match="no window of every sensor"):
        soaked.soak({**asked, "seconds": 1.0, "every_s": 0.5})


def test_seconds_that_were_missed_are_no_burst_of_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    now_s, asked_s = [0.0], list[float]()

    def sleep(seconds: float) -> None:
        now_s[0] += seconds

    class Ended:
        done = True

        def answer(self, timeout_s: float) -> Any:
            return SimpleNamespace(timings=SimpleNamespace(ttft_ms=1.0))

    class Blocking:
        def ask(self, question: str) -> Ended:
            asked_s.append(now_s[0])
            now_s[0] += 3.3 if len(asked_s) == 2 else 0.0
            return Ended()

    monkeypatch.setattr(soaked, "time", SimpleNamespace(monotonic=lambda: now_s[0], sleep=sleep))
    session: Any = Blocking()
    columns = soaked._run(session, 8.0, 2.0)
    assert columns["at_s"] == pytest.approx([0.0, 1.0, 2.0, 5.3, 6.0, 7.0], abs=0.02)
    # A closed loop: two seconds after the one before was asked, or later.
    assert asked_s == pytest.approx([0.0, 2.0, 5.3, 7.3], abs=0.02)
    assert len(columns["ttft_ms"]) == 4


def test_a_child_that_ended_since_it_was_listed_has_no_memory() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    assert soaked.resident_mb([ended.pid]) == 0.0  # waited for: its number is nobody's
    assert soaked.resident_mb([ended.pid, os.getpid()]) > 1.0


def test_peak_memory_is_this_process_own(tmp_path: Path) -> None:
    status = tmp_path / "status"
    status.write_text("Name:\tx\nVmHWM:\t  2048 kB\nVmRSS:\t 1 kB\n", encoding="ascii")
    assert peak_rss_mb(status) == 2.0


def test_peak_memory_counts_the_processes_it_started() -> None:
    alone = peak_rss_mb()
    program = "import sys; print(flush=True); sys.stdin.read()"
    child = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdin is not None and child.stdout is not None
    with child, child.stdin:
        child.stdout.readline()  # before that it may hold a page or two only
        assert child.pid in children_of()
        both = peak_rss_mb()
    assert alone is not None and both is not None and both > alone + 1
    assert child.pid not in children_of()


def test_a_thread_that_ends_takes_no_child_of_others_with_it(tmp_path: Path) -> None:
    for task, children in (("1", "11 12 "), ("3", "13 ")):
        (tmp_path / "task" / task).mkdir(parents=True)
        (tmp_path / "task" / task / "children").write_text(children, encoding="ascii")
    gone = tmp_path / "task" / "2" / "children"
    gone.mkdir(parents=True)  # cannot be read, as that of a thread that has just ended
    assert set(children_of(tmp_path)) == {11, 12, 13}


BURN = """
import sys, time
for line in sys.stdin:
    began_s = time.process_time()
    while time.process_time() - began_s < float(line):
        pass
    print(flush=True)
"""


def test_cpu_time_of_encoders_in_processes_of_their_own_counts() -> None:
    class Ready:
        def ready(self, timeout_s: float) -> bool:
            return True

        def status(self) -> LiveStatus:
            return status(10, 10)

    child = subprocess.Popen(
        [sys.executable, "-c", BURN], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with child:

        def sleep(seconds: float) -> None:
            assert child.stdin is not None and child.stdout is not None
            child.stdin.write(f"{seconds}\n")
            child.stdin.flush()
            assert child.stdout.readline()

        wall_s: Iterator[float] = iter([0.0, 2.0])
        cores = replace(watch_cores(), wall_s=lambda: next(wall_s))
        session: Any = Ready()
        _, busy = watch_live(session, rate=1.0, seconds=1.0, cores=cores, sleep=sleep)
    assert busy >= 0.45  # a second of the child's time in two; the kernel counts in hundredths


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("prefill_by_context@512", ("prefill_by_context", 512.0)),
        ("decode_token", None),
        ("real_time_limit", None),
        ("a_by_b@c", None),
        ("mail@512", None),
    ],
)
def test_points_of_curves_are_told_by_their_names(name: str, found: tuple[str, float] | None) -> None:
    assert curve_of(name) == found


def status(image: int, imu: int) -> LiveStatus:
    counts = {"image": SensingCounts(encoded=image), "imu": SensingCounts(encoded=imu - 1, cached=1)}
    return LiveStatus({}, counts, 0, ContextCounts(), {}, None)  # type: ignore[arg-type]


def test_the_stream_that_lags_most_decides() -> None:
    assert sensed_share(status(10, 10), status(30, 20), due=20.0) == 0.5


@pytest.mark.parametrize(
    ("shares", "limit"),
    [
        ({1: 1.0, 2: 0.95, 5: 0.5, 10: 0.99}, 2.0),  # what happens beyond the break does not count
        ({1: 0.2}, 0.0),
        ({10: 1.0, 2: 1.0}, 10.0),
    ],
)
def test_real_time_breaks_at_the_first_rate_that_is_not_kept_up_with(
    shares: dict[float, float], limit: float
) -> None:
    assert real_time_limit(shares) == limit


def test_a_rate_with_few_windows_due_is_not_judged_and_said() -> None:
    lines: list[str] = []
    assert [rate for rate in (1, 5, 50) if can_judge(rate, 4.0, lines.append)] == [5, 50]
    assert lines == [
        "windows_per_s 1 is not judged: 4 windows were due, 20 are wanted: raise scaling.seconds"
    ]


def test_where_no_rate_was_tried_there_is_no_limit() -> None:
    plan = ScalingPlan(windows_per_s=())
    assert run_windows(tiny_bundle(), AssistantOptions(threads=1), plan) == {}


def test_a_limit_of_rates_that_nobody_can_judge_is_left_out_and_said(tmp_path: Path) -> None:
    spec = TinySpec(audio_window_s=1.0, imu_window_s=1.0)
    bundle = make_tiny_bundle(tmp_path / "tiny", spec)
    lines: list[str] = []
    plan = ScalingPlan(windows_per_s=(1,), seconds=0.5)
    found = run_windows(bundle, AssistantOptions(threads=1), plan, lines.append)
    assert set(found) == {"sensed_by_windows_per_s@1", "cpu_by_windows_per_s@1"}
    assert lines[-1] == "real_time_limit: no rate had enough windows due to judge it"


@pytest.mark.parametrize(
    ("samples", "whole_ms", "why"),
    [
        ([0.1] * 8, 1.0, ""),
        (
            [-0.04, -0.03, -0.02, 0.0, 0.1, 0.2],
            1.0,
            "below what can be measured: the difference is from -0.04 to",
        ),
        ([0.1] * 5, 1.0, "5 runs are too few"),
        ([1.2] * 8, 1.0, "a difference of 1.2 ms in a whole of 1 ms"),
    ],
)
def test_a_difference_that_says_nothing_is_no_figure(samples: list[float], whole_ms: float, why: str) -> None:
    found = not_measurable(figure("aligner_image", "ms", samples), whole_ms)
    assert why in found
    assert bool(found) == bool(why)


def test_two_loops_alternate_and_neither_is_always_first() -> None:
    order: list[str] = []

    def loop(name: str, values: Iterator[float]) -> float:
        order.append(name)
        return next(values)

    ours, theirs = iter([9.0, 1.0, 2.0]), iter([9.0, 3.0, 4.0])
    plan = OverheadPlan(pairs=2, warmup=1)
    taken = alternate(lambda: loop("ours", ours), lambda: loop("bare", theirs), plan)
    assert taken == ([1.0, 2.0], [3.0, 4.0])
    assert order == ["ours", "bare", "bare", "ours", "ours", "bare"]


def test_pairs_end_when_their_time_is_over_but_never_so_early_that_nothing_can_be_said() -> None:
    ours, theirs = alternate(lambda: 1.0, lambda: 2.0, OverheadPlan(pairs=500, warmup=1, seconds=0.0))
    assert ours == [1.0] * 12 and theirs == [2.0] * 12
    assert len(alternate(lambda: 1.0, lambda: 2.0, OverheadPlan(pairs=3, seconds=0.0))[0]) == 3


def test_a_difference_is_of_neighbouring_runs() -> None:
    times = iter([0.0, 9.0, 9.0, 10.0, 10.0, 10.5, 10.5, 10.6])
    taken = Timing(repeats=1, warmup=1, clock=lambda: next(times)).of_difference(lambda: None, lambda: None)
    assert taken == pytest.approx([400.0])


def made_encoder(path: Path, weight: str) -> None:
    """A product, then a second one with `weight`."""
    onnx = pytest.importorskip("onnx", reason="cutting a graph needs onnx")
    helper, kind = onnx.helper, onnx.TensorProto.FLOAT
    names = ("encoder.weight", weight)
    weights = [onnx.numpy_helper.from_array(np.ones((4, 4), np.float32), name) for name in names]
    nodes = [
        helper.make_node("MatMul", ["signal", "encoder.weight"], ["features"]),
        helper.make_node("MatMul", ["features", weight], ["rows"]),
    ]
    shapes = {name: helper.make_tensor_value_info(name, kind, [1, 4]) for name in ("signal", "rows")}
    graph = helper.make_graph(nodes, "made", [shapes["signal"]], [shapes["rows"]], weights)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), str(path))


def test_the_aligner_is_what_depends_on_its_weights(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx", reason="cutting a graph needs onnx")
    feeds = {"signal": np.ones((1, 4), np.float32)}
    made_encoder(tmp_path / "made.onnx", "aligner.project.weight")
    assert border_of(onnx.load(str(tmp_path / "made.onnx")).graph) == ["features"]
    taken = aligner_times(tmp_path / "made.onnx", feeds, 1, Timing(repeats=3, warmup=0))
    assert taken is not None
    assert len(taken) == 3
    made_encoder(tmp_path / "other.onnx", "projector.weight")
    assert aligner_times(tmp_path / "other.onnx", feeds, 1, Timing(repeats=3, warmup=0)) is None
    assert aligner_times(tmp_path / "made.plan", feeds, 1, Timing(repeats=3, warmup=0)) is None
