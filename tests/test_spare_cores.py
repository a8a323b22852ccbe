"""An LLM leaves cores to other programs: how many, when, and that its answers do not change."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import anymal
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.runtime import assistant
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.runtime.spare_cores import CoreWatch, SpareCores, watch_cores
from tests.live_rig import hand_sensor
from tests.runtime_helpers import tiny_bundle
from tests.tiny_models import TinySpec, make_tiny_gguf


class Machine:
    """A machine whose load a test sets; looks come every `step_s`."""

    def __init__(self, most: int, cores: int = 0, step_s: float = 0.25) -> None:
        self.now_s = self.all_s = self.own_s = 0.0
        self.step_s = step_s
        self.used: list[int] = []
        self._watch = CoreWatch(lambda: self.now_s, lambda: self.all_s, lambda: self.own_s, cores or most)
        self.cores = SpareCores(most, self.used.append, self._watch)
        self.cores.look()

    def load(self, foreign: float, own: float) -> None:
        self.now_s += self.step_s
        self.own_s += own * self.step_s
        self.all_s += (foreign + own) * self.step_s

    def run(self, foreign: float, own: float, looks: int = 8) -> int:
        for _ in range(looks):
            self.load(foreign, own)
            self.cores.look()
        return self.cores.threads

    def watched(self, most: int, use: Callable[[int], None]) -> SpareCores:
        """What an assistant has of its own, which looks here."""

        def note(count: int) -> None:
            self.used.append(count)
            use(count)

        cores = SpareCores(most, note, self._watch)
        cores.look()
        return cores


def test_one_busy_program_takes_one_thread_and_gives_it_back() -> None:
    machine = Machine(2)
    assert machine.run(foreign=0.05, own=1.9) == 2
    assert machine.run(foreign=0.9, own=1.1) == 1
    assert machine.run(foreign=0.0, own=1.0) == 2
    assert machine.used == [1, 2]


def test_a_load_that_was_there_from_the_beginning_is_believed_at_the_first_look() -> None:
    machine = Machine(2)
    assert machine.run(foreign=1.0, own=0.5, looks=1) == 1


def test_a_question_leaves_cores_to_others_and_a_live_session_begins_with_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = Machine(2)
    monkeypatch.setattr(assistant, "spare_cores", lambda most, use: machine.watched(most, use))
    short = GenerationOptions(max_tokens=3)
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=2)) as opened:
        alone = opened.ask("What is it?", generation=short).text
        assert machine.used == []
        machine.load(foreign=1.0, own=0.5)
        assert opened.ask("What is it?", generation=short).text == alone
        assert machine.used == [1]
        with opened.live(imu=hand_sensor("imu")[0]):
            assert machine.used == [1, 2]


def test_what_others_did_before_a_question_is_no_load_of_now(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(2, step_s=30.0)
    monkeypatch.setattr(assistant, "spare_cores", lambda most, use: machine.watched(most, use))
    short = GenerationOptions(max_tokens=3)
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=2)) as opened:
        machine.load(foreign=2.0, own=0.0)  # for half a minute
        opened.ask("What is it?", generation=short)
        assert machine.used == []
        machine.step_s = 0.5
        machine.load(foreign=1.0, own=0.5)  # and now
        opened.ask("What was it?", generation=short)
        assert machine.used == [1]
        machine.step_s = 30.0
        machine.load(foreign=2.0, own=0.0)
        opened.ask("And this?", generation=short)
    assert machine.used == [1, 2]


def test_one_answer_meets_others_and_outlasts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(2)
    monkeypatch.setattr(assistant, "spare_cores", lambda most, use: machine.watched(most, use))
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=2)) as opened:
        stream = opened.stream("What is it?", generation=GenerationOptions(max_tokens=40))
        for foreign, _ in zip([1.0] * 3 + [0.0] * 9, stream, strict=False):
            machine.load(foreign=foreign, own=0.5)
        stream.close()
    assert machine.used == [1, 2]


def test_what_others_start_meanwhile_is_told_of_one_thread() -> None:
    machine = Machine(2)
    machine.cores.begin()
    with machine.cores.aside():
        assert machine.used == [2, 1]
    assert machine.used == [2, 1, 2]
    machine.run(foreign=0.9, own=1.1)
    with pytest.raises(KeyError), machine.cores.aside():
        raise KeyError
    assert machine.used == [2, 1, 2, 1, 1, 1]
    single = Machine(1)
    with single.cores.aside():
        single.cores.begin()
    assert single.used == []


def test_cores_that_nobody_uses_are_enough_for_others() -> None:
    machine = Machine(4, cores=16)
    assert machine.run(foreign=11.0, own=4.0) == 4
    assert machine.run(foreign=14.0, own=2.0) == 2


def test_a_process_of_ours_that_ends_counts_for_nothing() -> None:
    machine = Machine(2)
    machine.own_s -= 100.0  # its time is gone from ours before the kernel tells it as ended
    machine.run(foreign=0.0, own=1.0, looks=1)
    assert machine.run(foreign=0.0, own=1.0, looks=3) == 2


def test_a_load_about_a_half_does_not_make_it_waver() -> None:
    machine = Machine(4)
    for foreign in (0.5, 0.55, 0.45, 0.6, 0.4) * 4:
        machine.run(foreign, 3.0, looks=3)
    assert machine.used == []
    machine.run(2.0, 2.0)
    assert machine.used[-1] == 2
    machine.cores.restore()
    assert machine.used[-1] == machine.cores.threads == 4


@given(st.integers(1, 64), st.lists(st.floats(0.0, 200.0), max_size=20))
def test_there_is_always_a_thread_and_never_more_than_there_were(most: int, loads: list[float]) -> None:
    machine = Machine(most)
    for load in loads:
        assert 1 <= machine.run(load, 1.0, looks=2) <= most
    assert all(1 <= count <= most for count in machine.used)


def test_where_the_kernel_tells_nothing_all_threads_are_used(tmp_path: Path) -> None:
    cores = SpareCores(2, lambda count: pytest.fail("nothing is known"), watch_cores(tmp_path))
    for _ in range(3):
        cores.look()
    watch = CoreWatch(lambda: 1.0, lambda: -1.0, lambda: 0.0, 2)
    cores = SpareCores(2, lambda count: pytest.fail("nothing is known"), watch)
    cores.look()


def test_a_process_of_ours_is_no_stranger() -> None:
    watch = watch_cores()
    if not list(Path("/proc/self/task").glob("*/children")):
        pytest.skip("this kernel does not list a process's children")
    child = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        before, limit = watch.own_s() - time.process_time(), time.monotonic() + 60
        while watch.own_s() - time.process_time() - before < 0.2:  # its time alone
            assert child.poll() is None and time.monotonic() < limit
    finally:
        child.kill()
        child.wait()


def test_logits_do_not_depend_on_the_number_of_threads(tmp_path: Path) -> None:
    path = make_tiny_gguf(tmp_path / "tiny.gguf", TinySpec())
    found = []
    with LlamaEngine(path, LlamaOptions(n_ctx=64, threads=2)) as model:
        rows = np.random.default_rng(0).normal(size=(20, model.n_embd)).astype(np.float32)
        for threads in (2, 1, 2):
            model.use_threads(threads)
            model.clear(None)
            model.decode_rows(rows, 0, 0)
            first = np.array(model.logits_view())
            model.decode_tokens([3], len(rows), 0)
            found.append(np.concatenate([first, model.logits_view()]))
    assert np.array_equal(found[0], found[1]) and np.array_equal(found[0], found[2])
