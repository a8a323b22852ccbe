"""The threads beside a caller of llama.cpp: gone when it rests, there again when it computes."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

import anymal
from anymal.engines import llama_team
from anymal.engines.bundle import load_bundle
from anymal.engines.llama_engine import LlamaEngine
from anymal.runtime.options import AssistantOptions
from tests.live_rig import hand_sensor
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
    llama_team._pause.cache_clear()
    try:
        assert not llama_team.release_team()  # no such file: not Linux
        told.write_text(maps)
        assert not llama_team.release_team()
    finally:
        llama_team._pause.cache_clear()
