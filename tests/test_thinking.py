"""An LLM that thinks first, through `ask`, a live session and a replay.

The tiny LLM's own tokens are taken for marks: it thinks from its first token to its fourth, and then speaks.
"""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import anymal
from anymal.runtime.answer import Answer
from anymal.runtime.assistant import Assistant
from anymal.runtime.demo_recording import write_recording
from anymal.runtime.evaluate import evaluate
from anymal.runtime.generation import Generation
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_replay import ReplayQuestion
from anymal.runtime.manifest_file import read_manifest
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.runtime.predictions_file import PredictionsFile
from anymal.runtime.text_stream import TextStream
from anymal.runtime.thoughts import Thoughts, Voice
from tests.live_rig import hand_sensor, picture, until
from tests.runtime_helpers import demo_samples, tiny_bundle

QUESTION = "What is going on?"
SHORT = GenerationOptions(max_tokens=6)
LONG = GenerationOptions(max_tokens=200, max_thoughts=600)
ALONE = LiveOptions(history=0)
NEVER = 300  # no token that the tiny LLM says by itself


@pytest.fixture
def assistant() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as opened:
        yield opened


def spoken(assistant: Assistant, monkeypatch: pytest.MonkeyPatch, count: int = 12) -> list[int]:
    """The tokens of the answer to `QUESTION` about a grey picture."""
    kept: list[int] = []
    tokens = Generation.tokens

    def noted(self: Generation) -> Iterator[int]:
        for token in tokens(self):
            kept.append(token)
            yield token

    with monkeypatch.context() as patch:
        patch.setattr(Generation, "tokens", noted)
        patch.setattr(assistant._model, "end_ids", frozenset())
        assistant.ask(QUESTION, image=picture(40), generation=GenerationOptions(max_tokens=count))
    return kept


def text_of(assistant: Assistant, tokens: list[int]) -> str:
    stream = TextStream()
    return "".join(stream.push(assistant._model.piece(token)) for token in tokens) + stream.finish()


@pytest.fixture
def thinking(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Make the first and the fourth token of that answer the marks around thoughts; returns its tokens."""
    tokens = spoken(assistant, monkeypatch)
    assert tokens[0] not in tokens[1:] and tokens[3] not in (*tokens[:3], *tokens[4:])
    monkeypatch.setattr(assistant._model, "thought_ids", (tokens[0], tokens[3]))
    monkeypatch.setattr(assistant._model, "end_ids", frozenset())
    return tokens


def test_thoughts_are_kept_and_not_said(assistant: Assistant, thinking: list[int]) -> None:
    for _ in range(2):  # the second time the prompt is in the cache
        stream = assistant.stream(QUESTION, image=picture(40), generation=SHORT)
        pieces = list(stream)
        answer = stream.answer
        assert "".join(pieces) == answer.text == text_of(assistant, thinking[4:10])
        assert answer.thoughts == text_of(assistant, thinking[1:3]).rstrip()
        assert (answer.thought_tokens, answer.finish_reason) == (2, "length")
        assert 0 < answer.timings.think_ms < answer.timings.ttft_ms
    record = json.loads(json.dumps(answer.to_json()))
    assert record["thoughts"] == answer.thoughts and record["timings"]["thought_tokens"] == 2


def test_an_llm_told_not_to_think_speaks_at_once(assistant: Assistant, thinking: list[int]) -> None:
    mute = GenerationOptions(max_tokens=6, max_thoughts=0)
    answer = assistant.ask(QUESTION, image=picture(40), generation=mute)
    assert (answer.thoughts, answer.thought_tokens) == ("", 0)
    assert answer.text and "thoughts" not in answer.to_json()


def test_a_template_that_opens_thoughts_is_seen(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = spoken(assistant, monkeypatch)
    assert plain[2] not in plain[:2]
    opening = assistant._model.tokenize("<|assistant|>", special=True)[0]
    monkeypatch.setattr(assistant._model, "end_ids", frozenset())
    # The template's last token stands for the mark, as the templates of some LLMs end with it.
    monkeypatch.setattr(assistant._model, "thought_ids", (opening, plain[2]))
    assistant._kept.forget()  # that prompt was run when there were no marks
    for _ in range(2):
        answer = assistant.ask(QUESTION, image=picture(40), generation=SHORT)
        assert answer.thoughts == text_of(assistant, plain[:2]).rstrip() and answer.thought_tokens == 2
    sensor, driver = hand_sensor("image")
    with assistant.live(camera=sensor, generation=GenerationOptions(max_tokens=6, max_thoughts=1)) as live:
        driver.put(picture(40))
        until(lambda: bool(live._context.layout.sensed))
        assert live.ask(QUESTION).answer(30).thought_tokens == 1


def test_a_live_answer_tells_what_thinking_took(assistant: Assistant, thinking: list[int]) -> None:
    sensor, driver = hand_sensor("image")
    with assistant.live(camera=sensor, options=ALONE, generation=SHORT) as live:
        driver.put(picture(40))
        until(lambda: bool(live._context.layout.sensed))
        stream = live.ask(QUESTION)
        said, answer = "".join(stream), stream.answer(30)
        live.draft(QUESTION)
        until(lambda: live._context.drafted == QUESTION)
        again = live.ask(QUESTION).answer(30)
    asked = assistant.ask(QUESTION, image=picture(40), generation=SHORT)
    assert said == answer.text == again.text == asked.text
    assert answer.thoughts == again.thoughts == asked.thoughts
    for one in (answer, again):
        timings = one.timings
        parts = (timings.wait_ms, timings.flush_ms, timings.prefill_ms, timings.think_ms)
        assert sum(parts) + timings.first_decode_ms == pytest.approx(timings.ttft_ms)
        assert min(*parts, timings.first_decode_ms) >= 0
        assert (timings.think_ms > 0) == (one.thought_tokens > 0)
        assert one.to_json()["thought_tokens"] == one.thought_tokens


def test_thinking_can_be_stopped(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    begins = spoken(assistant, monkeypatch)[0]
    thinking, stopped, note = threading.Event(), threading.Event(), Thoughts.note

    def slow(self: Thoughts, token: int) -> Voice:
        if self.count == 3:
            thinking.set()
            stopped.wait(30)
        return note(self, token)

    monkeypatch.setattr(Thoughts, "note", slow)
    monkeypatch.setattr(assistant._model, "thought_ids", (begins, NEVER))
    monkeypatch.setattr(assistant._model, "end_ids", frozenset())
    sensor, driver = hand_sensor("image")
    with assistant.live(camera=sensor, options=ALONE, generation=LONG) as live:
        driver.put(picture(40))
        until(lambda: bool(live._context.layout.sensed))
        stream = live.ask(QUESTION)
        assert thinking.wait(30) and live.cancel()
        stopped.set()
        answer = stream.answer(30)
        assert (answer.finish_reason, answer.text) == ("cancelled", "")
        monkeypatch.setattr(assistant._model, "thought_ids", None)
        assert live.ask(QUESTION, generation=SHORT).answer(30).text


def test_a_replay_of_an_llm_that_thinks_repeats_to_the_byte(
    assistant: Assistant, thinking: list[int], tmp_path: Path
) -> None:
    recording = tmp_path / "scene.mcap"
    write_recording(recording, 4.0)

    def told() -> list[str]:
        run = assistant.replay(recording, None, SHORT)
        questions = [ReplayQuestion(3.0, QUESTION), ReplayQuestion(3.5, "And now?")]
        return [json.dumps(answer.to_json(run.start_ns)) for answer in run.answers(questions)]

    assert told() == told()


def test_predictions_tell_what_was_thought(assistant: Assistant, thinking: list[int], tmp_path: Path) -> None:
    row = {"id": "1", "kind": "k", "question": QUESTION, "references": ["x"]}
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({**row, "image": "a.png"}) + "\n")

    def respond(item: object) -> Answer:
        return assistant.ask(QUESTION, image=picture(40), generation=SHORT)

    with PredictionsFile(tmp_path / "out.jsonl") as file:
        evaluate(respond, read_manifest(path), path, on_step=file.add)
    (line,) = (tmp_path / "out.jsonl").read_text().splitlines()
    assert json.loads(line)["thoughts"] == text_of(assistant, thinking[1:3]).rstrip()


@pytest.mark.parametrize(
    ("question", "thought", "said"),
    [
        ("How many circles are there?", "circle: ", "one"),
        ("Are there more circles than squares?", "more circles? circle, square: ", "no"),
        ("What is to the right of the circle?", "circle middle left; right of left is ", "blue square"),
        ("Is the circle red? Answer with one word.", "red? the circle is red", "yes"),
    ],
)
def test_the_shipped_bundle_thinks_before_what_needs_several_looks(
    question: str, thought: str, said: str
) -> None:
    with anymal.load("nano", AssistantOptions(threads=1)) as nano:
        answer = nano.ask(question, image=demo_samples().picture)
        assert answer.thoughts.startswith(thought) and said in answer.text.lower()
        described = nano.ask("What is in the picture?", image=demo_samples().picture)
        assert described.thoughts == "" and "red circle" in described.text
