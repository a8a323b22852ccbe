"""How ONNX Runtime's threads wait, and that each has a core of its own where there are as many."""

import os
import threading
from pathlib import Path

import pytest

from anymal.engines.onnx_engine import OnnxEngine
from anymal.engines.onnx_threads import thread_settings
from tests.tiny_models import make_tiny_imu_onnx

SPIN, LONG = "session.intra_op.allow_spinning", "session.intra_op.spin_duration_us"
PLACES = "session.intra_op_thread_affinities"


@pytest.mark.parametrize("version", ["1.18.0", "1.25.1", "1.9"])
def test_where_a_spin_cannot_be_short_there_is_none(version: str) -> None:
    assert thread_settings(version, 2, (0, 1, 2)) == {SPIN: "0"}


@pytest.mark.parametrize("version", ["1.26.0", "1.32.0+cu13", "2.0.dev1"])
def test_where_it_can_be_it_is_some_microseconds(version: str) -> None:
    assert thread_settings(version, 2, (0, 1, 2)) == {SPIN: "1", LONG: "10"}


@pytest.mark.parametrize(
    ("threads", "cores", "places"),
    [
        (2, (0, 1), "2"),
        (4, (3, 5, 8, 9), "6;9;10"),
        (1, (0,), None),
        (2, (0, 1, 2, 3), None),  # the kernel places them better
        (3, (0, 1), None),
        (2, (), None),  # nothing is told here
    ],
)
def test_workers_have_cores_of_their_own_while_there_are_as_many(
    threads: int, cores: tuple[int, ...], places: str | None
) -> None:
    assert thread_settings("1.26.0", threads, cores).get(PLACES) == places


def test_a_session_keeps_its_workers_there_and_its_caller_nowhere(tmp_path: Path) -> None:
    cores = sorted(getattr(os, "sched_getaffinity", lambda _: ())(0))
    if not 1 < len(cores) <= 16:
        pytest.skip("needs two to sixteen cores, and a system that tells of them")

    def tasks() -> set[int]:
        return {int(task.name) for task in Path("/proc/self/task").iterdir()}

    before = tasks() | {one.native_id or 0 for one in threading.enumerate()}
    with OnnxEngine(make_tiny_imu_onnx(tmp_path / "imu.onnx"), prefer="cpu", threads=len(cores)):
        workers = sorted(sorted(os.sched_getaffinity(task)) for task in tasks() - before)
        assert workers == [[core] for core in cores[1:]]
        assert sorted(os.sched_getaffinity(0)) == cores
