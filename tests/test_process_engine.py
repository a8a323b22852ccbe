"""An engine in another process: the same rows, runs that stand still and go on, no process left behind."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from anymal.engines import process_engine
from anymal.engines.base import Interrupted
from anymal.engines.onnx_engine import OnnxEngine
from anymal.engines.process_engine import ProcessEngine
from anymal.errors import EngineError
from tests.live_rig import until

WIDTH, LAYERS = 256, 100
LONG = 1500
"""Rows in a batch that takes long enough to be halted in the middle, where nobody keeps the test waiting."""
RUNS = 20
"""How often that is tried: a run that was over too soon says nothing, and not all of them are."""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many layers on few numbers: nearly all of a run is computing."""
    weights = np.random.default_rng(0).standard_normal((WIDTH, WIDTH)).astype(np.float32) / 16
    nodes, last = [], "x"
    for layer in range(LAYERS):
        nodes += [helper.make_node("MatMul", [last, "w"], [f"m{layer}"])]
        last = f"t{layer}" if layer < LAYERS - 1 else "rows"
        nodes += [helper.make_node("Tanh", [f"m{layer}"], [last])]
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", WIDTH]) for name in ("x", "rows")]
    graph = helper.make_graph(nodes, "deep", ends[:1], ends[1:], [numpy_helper.from_array(weights, "w")])
    path = tmp_path_factory.mktemp("onnx") / "deep.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10), str(path))
    return path


@pytest.fixture
def engine(model: Path) -> Iterator[ProcessEngine]:
    with ProcessEngine(model) as opened:
        yield opened


def feed(count: int = 1) -> dict[str, NDArray[np.float32]]:
    return {"x": np.random.default_rng(count).standard_normal((count, WIDTH)).astype(np.float32)}


def pid_of(engine: ProcessEngine) -> int:
    assert engine._process is not None
    return engine._process.pid


def state_of(pid: int) -> str:
    """The letter the kernel gives: R and S for running and sleeping, T for halted, "" when it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def test_it_is_the_engine_it_stands_for(engine: ProcessEngine, model: Path) -> None:
    with OnnxEngine(model, "cpu") as here:
        for count in (1, 3):
            np.testing.assert_array_equal(engine.run(feed(count))["rows"], here.run(feed(count))["rows"])
        assert (engine.inputs, engine.outputs, engine.backend) == (here.inputs, here.outputs, here.backend)
    assert "process of its own" in engine.reason
    with pytest.raises(EngineError, match="inputs must be x, found nothing"):
        engine.run({"nothing": np.zeros(1, np.float32)})
    assert engine.run(feed())["rows"].shape[0] == 1, "a mistake costs nothing"


class Running:
    """A long run in a thread of its own; `result` or `error` at its end."""

    def __init__(self, engine: ProcessEngine) -> None:
        self.result: NDArray[np.float32] | None = None
        self.error: EngineError | None = None
        self.beats = 0
        engine.between = self._beat
        self._engine = engine
        self._thread = threading.Thread(target=self._work)
        self._thread.start()
        until(lambda: self.beats > 0 or self.over)

    def _beat(self) -> None:
        self.beats += 1

    def _work(self) -> None:
        try:
            self.result = self._engine.run(feed(LONG))["rows"]
        except EngineError as error:
            self.error = error

    @property
    def over(self) -> bool:
        return not self._thread.is_alive()

    def join(self) -> None:
        self._thread.join(60)
        assert self.over


def halted_run(engine: ProcessEngine) -> Running:
    """A long run that stands still; whoever waits for it is not halted."""
    for _ in range(RUNS):
        running = Running(engine)
        assert engine.pause()
        until(lambda: state_of(pid_of(engine)) == "T")
        beats = running.beats
        until(lambda running=running, beats=beats: running.beats > beats + 10 or running.over)
        if not running.over:
            return running
        engine.resume()
        running.join()
    raise AssertionError("every run was over before it was halted")


def broken_off(engine: ProcessEngine) -> BaseException:
    """What comes of a long run that `engine.between` breaks off."""
    for _ in range(RUNS):
        try:
            engine.run(feed(LONG))
        except (EngineError, KeyboardInterrupt) as error:
            return error
    raise AssertionError("every run was over before anything came between")


def test_a_halted_run_goes_on_where_it_was(engine: ProcessEngine) -> None:
    expected = engine.run(feed(LONG))["rows"]
    running = halted_run(engine)
    engine.resume()
    running.join()
    np.testing.assert_array_equal(running.result, expected)


def test_a_process_that_is_only_starting_stands_still_too_and_does_not_end_of_an_interrupt(
    model: Path,
) -> None:
    seen: list[str] = []

    def halt(engine: ProcessEngine) -> None:
        engine.interrupt()
        assert engine.pause()
        until(lambda: state_of(pid_of(engine)) == "T")
        seen.append("halted")
        engine.resume()

    with ProcessEngine(model, started=halt) as engine, OnnxEngine(model, "cpu") as here:
        assert seen == ["halted"]
        np.testing.assert_array_equal(engine.run(feed())["rows"], here.run(feed())["rows"])


def test_time_halted_does_not_count_as_time_to_start(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = [0.0]
    monkeypatch.setattr(process_engine.time, "monotonic", lambda: now_s[0])

    def halt(engine: ProcessEngine) -> None:
        assert engine.pause()
        now_s[0] += 10 * process_engine.START_S
        engine._idle()  # it is late, but no fault of its own
        engine.resume()
        now_s[0] += 0.9 * process_engine.START_S
        engine._idle()
        now_s[0] += 0.2 * process_engine.START_S

    with pytest.raises(EngineError, match="did not open it within"):
        ProcessEngine(model, started=halt)


def test_an_interrupted_run_ends_and_the_next_one_does_not_feel_it(engine: ProcessEngine) -> None:
    engine.interrupt()  # nothing runs: nothing happens
    for _ in range(RUNS):
        running = Running(engine)
        engine.interrupt()
        running.join()
        if running.error is not None:
            break
    assert isinstance(running.error, Interrupted)
    assert engine.run(feed())["rows"].shape[0] == 1


def test_a_process_that_dies_is_started_again_and_the_run_too(engine: ProcessEngine) -> None:
    expected = engine.run(feed(LONG))["rows"]
    for _ in range(RUNS):
        running, first = Running(engine), pid_of(engine)
        os.kill(first, signal.SIGKILL)
        running.join()
        np.testing.assert_array_equal(running.result, expected)
        if pid_of(engine) != first:
            break
        engine.run(feed())  # the run was over before its process died
    assert pid_of(engine) != first and engine.pause()
    engine.resume()


@pytest.mark.parametrize(
    ("number", "told"),
    [(signal.SIGKILL, "was killed .signal 9., as Linux does"), (signal.SIGTERM, "signal 15")],
)
def test_one_that_dies_again_is_told_and_the_next_run_tries_anew(
    engine: ProcessEngine, number: signal.Signals, told: str
) -> None:
    engine.between = lambda: os.kill(pid_of(engine), number)
    error = broken_off(engine)
    assert isinstance(error, EngineError) and re.search(rf"deep\.onnx: .*{told}", str(error))
    assert not engine.pause()
    engine.between = lambda: None
    assert engine.run(feed())["rows"].shape[0] == 1


def test_what_breaks_off_a_run_leaves_no_reply_for_the_next(engine: ProcessEngine) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    engine.between = interrupt
    assert isinstance(broken_off(engine), KeyboardInterrupt)
    engine.between = lambda: None
    expected = engine.run(feed())["rows"]
    np.testing.assert_array_equal(engine.run(feed())["rows"], expected)
    assert len(expected) == 1


def test_whoever_feeds_a_halted_process_is_not_halted(engine: ProcessEngine) -> None:
    engine.pause()
    until(lambda: state_of(pid_of(engine)) == "T")
    running = Running(engine)  # more than a pipe holds
    until(lambda: running.beats > 10)
    engine.resume()
    running.join()
    assert running.result is not None and len(running.result) == LONG


def test_a_file_that_is_no_model_is_told_as_if_it_were_opened_here(tmp_path: Path) -> None:
    (tmp_path / "bad.onnx").write_bytes(b"not a model")
    with pytest.raises(EngineError, match=r"bad\.onnx: onnxruntime cannot load it"):
        ProcessEngine(tmp_path / "bad.onnx")
    with pytest.raises(EngineError, match="no such file"):
        ProcessEngine(tmp_path / "missing.onnx")


def test_closing_ends_the_process_even_while_it_is_halted(model: Path) -> None:
    engine = ProcessEngine(model)
    pid = pid_of(engine)
    engine.pause()
    engine.close()
    engine.close()
    assert state_of(pid) == ""
    with pytest.raises(EngineError, match="closed"):
        engine.run(feed())


ABANDON = """
import sys
from pathlib import Path
from anymal.engines.process_engine import ProcessEngine
engine = ProcessEngine(Path(sys.argv[1]))
if sys.argv[2] == "halted":
    engine.pause()
print(engine._process.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("how", ["halted", "idle"])
def test_a_parent_that_is_killed_leaves_no_process(model: Path, how: str) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", ABANDON, str(model), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None and parent.stdin is not None
    child = int(parent.stdout.readline())
    assert os.getpgid(child) != os.getpgid(parent.pid), "an interrupt at the keyboard is for the parent"
    parent.kill()
    parent.wait(10)
    until(lambda: state_of(child) in ("", "Z"))
    parent.stdin.close()
    parent.stdout.close()


SUBREAPER = """
import ctypes, subprocess, sys
assert ctypes.CDLL(None).prctl(36, 1, 0, 0, 0) == 0  # PR_SET_CHILD_SUBREAPER
middle = subprocess.Popen([sys.executable, "-c", sys.argv[1], sys.argv[2], "halted"], stdin=subprocess.PIPE)
sys.stdin.readline()
middle.kill()
middle.wait()
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="subreapers are Linux's")
def test_nor_does_one_that_is_killed_in_a_container(model: Path) -> None:
    init = subprocess.Popen(
        [sys.executable, "-c", SUBREAPER, ABANDON, str(model)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert init.stdout is not None and init.stdin is not None
    child = int(init.stdout.readline())
    until(lambda: state_of(child) == "T")
    init.stdin.write("\n")
    init.stdin.flush()
    until(lambda: state_of(child) in ("", "Z"))
    init.stdin.close()
    init.wait(10)
    init.stdout.close()


def test_time_halted_is_not_time_computed(engine: ProcessEngine) -> None:
    def spent_ticks() -> int:
        fields = Path(f"/proc/{pid_of(engine)}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    running = halted_run(engine)
    before = spent_ticks()
    until(lambda beats=running.beats: running.beats > beats + 10)
    assert spent_ticks() == before
    engine.resume()
    running.join()
