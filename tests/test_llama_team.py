"""The threads beside a caller of llama.cpp: gone when it rests, there again when it computes."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import anymal
from anymal.engines import llama_team
from anymal.engines.bundle import load_bundle
from anymal.engines.llama_engine import LlamaEngine
from anymal.engines.llama_native import load_llama
from anymal.runtime import live
from anymal.runtime.options import AssistantOptions
from anymal.runtime.spare_cores import CoreWatch
from tests.live_rig import hand_sensor, until
from tests.runtime_helpers import tiny_bundle

TASKS = Path("/proc/self/task")


COUNTING = """
import sys, threading, time
from pathlib import Path
import numpy as np
from anymal.engines import llama_team
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions

def tasks():
    return len(list(Path("/proc/self/task").iterdir()))

def compute_and_rest():
    for _ in range(2):
        before = tasks()
        model.clear(None)
        model.decode_tokens(range(10, 42), 0)
        found.append(model.logits())
        counts.append(tasks() - before)
        model.rest()
        limit = time.monotonic() + 30
        while tasks() > before and time.monotonic() < limit:
            time.sleep(0.005)
        counts.append(tasks() - before)

counts, found = [], []
with LlamaEngine(Path(sys.argv[1]), LlamaOptions(threads=3)) as model:
    model.decode_tokens(range(10, 42), 0)  # a team of the first thread, which stays
    computing = threading.Thread(target=compute_and_rest)
    computing.start()
    computing.join()
print(llama_team._pause() is not None, counts, np.array_equal(*found))
"""


@pytest.mark.skipif(not TASKS.is_dir(), reason="threads are counted by what Linux says of them")
def test_whoever_rests_keeps_no_thread_and_computes_the_same_afterwards() -> None:
    command = [sys.executable, "-c", COUNTING, str(load_bundle(tiny_bundle()).llm_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    if done.stdout.startswith("False"):
        pytest.skip("this llama.cpp was not built with libgomp")
    assert done.stdout.strip() == "True [2, 0, 2, 0] True"


SPREADING = """
import os, sys, threading
from pathlib import Path
import numpy as np
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.llama_team import spread_team

def tasks():
    return {int(path.name) for path in Path("/proc/self/task").iterdir()}

def compute():
    def logits():
        model.clear(None)
        model.decode_tokens(range(10, 42), 0)
        return model.logits()

    before = tasks() - {threading.get_native_id()}
    found.append(logits())
    team = tasks() - before
    for count in (2, 1, 2):
        told.append(spread_team(count, cores))
        found.append(logits())
        told.append(sorted(sorted(os.sched_getaffinity(task)) for task in team))
        told.append(sorted(os.sched_getaffinity(threading.get_native_id())))

told, found, cores = [], [], sorted(os.sched_getaffinity(0))[:2]
with LlamaEngine(Path(sys.argv[1]), LlamaOptions(threads=2)) as model:
    computing = threading.Thread(target=compute)
    computing.start()
    computing.join()
first, second = cores
alone = [[first], [second]]
assert told[0] and told[1:3] == [alone, [first]], told
assert not told[3] and told[5] == cores, told
assert told[6] and told[7:] == [alone, [first]], told
assert all(np.array_equal(one, found[0]) for one in found)
assert set(cores) <= os.sched_getaffinity(0)  # nobody else was moved
"""


def spreads() -> bool:
    """Whether threads can be given cores here: at least two of them, and a llama.cpp built with libgomp."""
    load_llama()
    return len(getattr(os, "sched_getaffinity", lambda _: ())(0)) > 1 and llama_team._team() is not None


def test_each_thread_of_a_team_has_a_core_of_its_own_while_there_are_as_many() -> None:
    if not spreads():
        pytest.skip("needs two cores and a llama.cpp built with libgomp")
    command = [sys.executable, "-c", SPREADING, str(load_bundle(tiny_bundle()).llm_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def test_a_live_session_spreads_its_threads_and_listeners_inherit_nothing_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cores = getattr(os, "sched_getaffinity", lambda _: set[int]())(0)
    if not spreads() or len(cores) > 16:
        pytest.skip("needs two to sixteen cores and a llama.cpp built with libgomp")
    heard: list[set[int]] = []
    nobody_else = CoreWatch(lambda: 0.0, lambda: -1.0, lambda: 0.0, len(cores))
    monkeypatch.setattr(live, "watch_cores", lambda: nobody_else)
    sensor, _ = hand_sensor("imu")
    with (
        anymal.load(str(tiny_bundle()), AssistantOptions(device="cpu", threads=len(cores))) as assistant,
        assistant.live(imu=sensor, on_answer=lambda answer: heard.append(os.sched_getaffinity(0))) as session,
    ):
        computing = next(one for one in threading.enumerate() if one.name == "anymal LLM")
        session.ask("What is it?").answer(60)
        until(lambda: bool(heard) and len(os.sched_getaffinity(computing.native_id or 0)) == 1)
    assert heard == [cores] and os.sched_getaffinity(0) == cores


def test_an_answer_and_the_beginning_of_a_live_session_leave_no_team(monkeypatch: pytest.MonkeyPatch) -> None:
    rested: list[str] = []
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=2)) as assistant:
        monkeypatch.setattr(LlamaEngine, "rest", lambda model: rested.append(threading.current_thread().name))
        assistant.ask("What is it?")
        assert rested == ["MainThread"]
        stream = assistant.stream("What is it?")
        next(iter(stream))
        sensor, _ = hand_sensor("imu")
        with assistant.live(imu=sensor):
            assert rested == ["MainThread"] * 2


@pytest.mark.parametrize("maps", ["", "7f00-7f01 r-xp 0 08:01 5 /usr/lib/libggml-cpu.so (deleted)\n"])
def test_where_there_is_nothing_to_let_go_of_nothing_happens(
    maps: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "maps"
    monkeypatch.setattr(llama_team, "MAPS", told)
    llama_team._team.cache_clear()
    try:
        assert not llama_team.release_team()  # no such file: not Linux
        told.write_text(maps)
        assert not llama_team.release_team()
    finally:
        llama_team._team.cache_clear()


SPINNING = """
import os, platform
platform.machine = lambda: "{machine}"
from anymal.engines.llama_native import load_llama
load_llama()
print(os.environ.get("GOMP_SPINCOUNT"))
"""


@pytest.mark.parametrize(
    ("machine", "told", "turns"),
    [
        ("x86_64", {}, "2000"),
        ("aarch64", {}, "100000"),  # a turn is a look without a pause there
        ("x86_64", {"GOMP_SPINCOUNT": "77"}, "77"),
        ("x86_64", {"OMP_WAIT_POLICY": "passive"}, "None"),
    ],
)
def test_threads_look_for_each_other_as_often_as_pays_or_as_the_user_says(
    machine: str, told: dict[str, str], turns: str
) -> None:
    kept = {
        name: value for name, value in os.environ.items() if name not in ("GOMP_SPINCOUNT", "OMP_WAIT_POLICY")
    }
    command = [sys.executable, "-c", SPINNING.format(machine=machine)]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False, env={**kept, **told}
    )
    assert (done.returncode, done.stdout.strip()) == (0, turns), done.stderr
