"""The threads beside a caller of llama.cpp: gone when it rests, there again when it computes."""

import threading
from pathlib import Path

import numpy as np
import pytest

import anymal
from anymal.engines import llama_team
from anymal.engines.bundle import load_bundle
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.runtime.options import AssistantOptions
from tests.live_rig import hand_sensor, until
from tests.runtime_helpers import tiny_bundle

TASKS = Path("/proc/self/task")
PROMPT = list(range(10, 42))


def tasks() -> int:
    return len(list(TASKS.iterdir()))


@pytest.fixture
def model() -> LlamaEngine:
    return LlamaEngine(load_bundle(tiny_bundle()).llm_path, LlamaOptions(threads=3))


@pytest.mark.skipif(not TASKS.is_dir(), reason="threads are counted by what Linux says of them")
def test_whoever_rests_keeps_no_thread_and_computes_the_same_afterwards(model: LlamaEngine) -> None:
    found, counts = [], []

    def compute_and_rest() -> None:
        for _ in range(2):
            before = tasks()
            model.clear(None)
            model.decode_tokens(PROMPT, 0)
            found.append(model.logits())
            counts.append(tasks() - before)
            model.rest()
            until(lambda most=before: tasks() <= most)

    with model:
        model.decode_tokens(PROMPT, 0)
        if llama_team._pause() is None:
            pytest.skip("this llama.cpp was not built with libgomp")
        computing = threading.Thread(target=compute_and_rest)
        computing.start()
        computing.join(60)
        assert not computing.is_alive()
    assert counts == [2, 2]
    np.testing.assert_array_equal(found[0], found[1])


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
