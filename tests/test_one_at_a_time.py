"""Threads, forks, forgotten `close` and Ctrl-C: an assistant in use by more than one, or left behind."""

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import anymal
from anymal.errors import EngineError
from anymal.runtime.assistant import Assistant
from anymal.runtime.demo_recording import write_recording
from anymal.runtime.live import LiveSession
from anymal.runtime.live_replay import ReplayQuestion
from anymal.runtime.one_at_a_time import OneAtATime
from anymal.runtime.options import AssistantOptions, GenerationOptions
from tests.runtime_helpers import demo_samples, tiny_bundle

ONE = AssistantOptions(threads=1)
SHORT = GenerationOptions(max_tokens=8)
LONG = GenerationOptions(max_tokens=150)
PATIENCE_S = 60.0


@pytest.fixture
def assistant() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), ONE) as opened:
        yield opened


def test_threads_that_ask_at_once_get_the_answers_they_get_alone(assistant: Assistant) -> None:
    picture = demo_samples().picture
    questions = [f"What is number {n}?" for n in range(4)]
    alone = [assistant.ask(question, image=picture, generation=SHORT).text for question in questions]
    got: dict[int, list[str]] = {}

    def ask(n: int) -> None:
        answers = [assistant.ask(questions[n], image=picture, generation=SHORT) for _ in range(5)]
        got[n] = [answer.text for answer in answers]

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert got == {n: [alone[n]] * 5 for n in range(4)}


def test_a_question_of_another_thread_closes_a_stream_that_is_half_read(assistant: Assistant) -> None:
    stream = assistant.stream("What is there?", generation=LONG)
    next(stream)
    answers: list[str] = []
    thread = threading.Thread(target=lambda: answers.append(assistant.ask("Who?", generation=SHORT).text))
    thread.start()
    thread.join(PATIENCE_S)
    assert answers == [assistant.ask("Who?", generation=SHORT).text]
    assert list(stream) == []
    with pytest.raises(EngineError, match="not complete"):
        _ = stream.answer


def test_close_from_another_thread_ends_an_answer_at_its_next_token() -> None:
    opened = anymal.load(str(tiny_bundle()), ONE)
    began, told = threading.Event(), list[str]()
    piece = opened._model.piece

    def slow(token: int, special: bool = False) -> bytes:
        began.set()
        return piece(token, special)

    opened._model.piece = slow  # type: ignore[method-assign]

    def ask() -> None:
        try:
            while True:
                opened.ask("What is there?", generation=LONG)
        except EngineError as error:
            told.append(str(error))

    thread = threading.Thread(target=ask)
    thread.start()
    assert began.wait(PATIENCE_S)
    opened.close()
    thread.join(PATIENCE_S)
    assert told == ["this assistant is closed: load the bundle again"]
    with pytest.raises(EngineError, match="is closed"):
        opened.ask("Still there?")
    opened.close()


def test_close_from_within_an_answer_is_refused_and_the_answer_goes_on(assistant: Assistant) -> None:
    told: list[str] = []
    piece = assistant._model.piece

    def closing(token: int, special: bool = False) -> bytes:
        if not told:
            with pytest.raises(EngineError) as refused:
                assistant.close()
            told.append(str(refused.value))
        return piece(token, special)

    assistant._model.piece = closing  # type: ignore[method-assign]
    assert assistant.ask("What is there?", generation=SHORT).finish_reason in ("stop", "length")
    assert told == ["close() came from within an answer of the same thread: raise instead"]


def test_an_assistant_that_nobody_has_any_more_frees_its_llm() -> None:
    opened = anymal.load(str(tiny_bundle()), ONE)
    opened.ask("Who?", generation=SHORT)
    model = opened._model
    del opened
    gc.collect()
    with pytest.raises(EngineError, match="the LLM is closed"):
        model.decode_tokens([5], 0)


def test_a_stream_keeps_its_assistant() -> None:
    stream = anymal.load(str(tiny_bundle()), ONE).stream("Who?", generation=SHORT)
    gc.collect()
    assert "".join(stream) == stream.answer.text


LEFT_OPEN = """
import sys, anymal
from anymal.runtime.options import AssistantOptions
opened = anymal.load(sys.argv[1], AssistantOptions(threads=1))
live = opened.live(camera="synthetic:image?fps=10", imu="synthetic:imu")
assert live.ready(30)
print(live.ask("What is there?").answer(30).finish_reason)
"""


def test_a_program_may_end_with_a_session_open() -> None:
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", LEFT_OPEN, str(tiny_bundle())], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout.strip() in ("stop", "length")) == (0, True), done.stderr
        assert "terminate" not in done.stderr


def test_a_live_session_of_a_forked_process_says_that_it_is_none(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    with assistant.live(imu="synthetic:imu") as live:
        with monkeypatch.context() as forked:
            forked.setattr(os, "getpid", lambda: -1)
            with pytest.raises(EngineError, match="do not live in a forked process"):
                live.ask("Who?")
        assert live.ask("Who?", generation=SHORT).answer(PATIENCE_S).text is not None


def test_a_turn_that_was_taken_when_the_process_forked_is_free_there(monkeypatch: pytest.MonkeyPatch) -> None:
    turn, taken, release = OneAtATime(), threading.Event(), threading.Event()

    def hold() -> None:
        with turn():
            taken.set()
            release.wait(PATIENCE_S)

    thread = threading.Thread(target=hold)
    thread.start()
    assert taken.wait(PATIENCE_S)
    monkeypatch.setattr(os, "getpid", lambda: -1)
    with turn():
        release.set()
    thread.join(PATIENCE_S)


def test_ctrl_c_while_a_session_starts_leaves_no_thread(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = threading.Thread.start

    def interrupted(thread: threading.Thread) -> None:
        if thread.name == "anymal encoder":
            raise KeyboardInterrupt
        start(thread)

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", interrupted)
        with pytest.raises(KeyboardInterrupt):
            assistant.live(imu="synthetic:imu")
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("anymal", "sensor"))]
    with assistant.live(imu="synthetic:imu") as live:
        assert isinstance(live, LiveSession) and live.ready(30.0)


def test_a_replay_is_one_pass_and_ends_when_another_begins(assistant: Assistant, tmp_path: Path) -> None:
    write_recording(tmp_path / "scene.mcap", 2.0)
    questions = [ReplayQuestion(t_s, "What?") for t_s in (0.5, 1.5)]
    run = assistant.replay(tmp_path / "scene.mcap", generation=SHORT)
    answers = run.answers(questions)
    next(answers)
    with pytest.raises(EngineError, match="one pass over its recording"):
        run.answers(questions)
    other = assistant.replay(tmp_path / "scene.mcap", generation=SHORT)
    assert len(list(other.answers(questions))) == 2
    with pytest.raises(EngineError, match="cannot go on"):
        next(answers)
