"""A prompt that begins like the last one: what is not run again, and that nothing in the answer shows it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

import anymal
from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.chat_template import Piece
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.errors import ContextFull, EngineError
from anymal.runtime.answer import Answer
from anymal.runtime.assistant import Assistant
from anymal.runtime.demo_recording import write_recording
from anymal.runtime.generation import Generation
from anymal.runtime.kept_prompt import KeptPrompt
from anymal.runtime.live_replay import ReplayQuestion
from anymal.runtime.options import AssistantOptions, GenerationOptions
from tests.runtime_helpers import demo_samples, tiny_bundle

SHORT = GenerationOptions(max_tokens=6)


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load_bundle(tiny_bundle())


def engine_of(bundle: Bundle) -> LlamaEngine:
    return LlamaEngine(bundle.llm_path, LlamaOptions(n_ctx=128, threads=1))


@pytest.fixture(scope="module")
def engine(bundle: Bundle) -> Iterator[LlamaEngine]:
    with engine_of(bundle) as opened:
        yield opened


@pytest.fixture(scope="module")
def fresh(bundle: Bundle) -> Iterator[LlamaEngine]:
    with engine_of(bundle) as opened:
        yield opened


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as opened:
        yield opened


@pytest.fixture(scope="module")
def forgetful() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1, reuse=False)) as opened:
        yield opened


# Few pieces, so that prompts often begin alike; numbers above 9 stand for rows.
prompts = st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=5), min_size=1, max_size=6)


def pieces_of(numbers: list[int], width: int, last: int = 1) -> tuple[list[Piece], dict[int, str]]:
    """Text of `number` + 1 tokens, or five rows, in the order of `numbers`; then text, two tokens of it."""
    pieces: list[Piece] = []
    keys: dict[int, str] = {}
    for number in [*numbers, last]:
        if number <= 9:
            pieces.append(tuple(range(5, 6 + number)))
            continue
        rows = np.random.default_rng(number).standard_normal((5, width)).astype(np.float32)
        keys[id(rows)] = str(number)
        pieces.append(rows)
    return pieces, keys


@settings(max_examples=40, deadline=None)
@given(prompts)
def test_logits_are_those_of_a_fresh_prefill_to_the_last_bit(
    engine: LlamaEngine, fresh: LlamaEngine, asked: list[list[int]]
) -> None:
    kept = KeptPrompt(engine)
    before: list[int] = []
    for numbers in asked:
        pieces, keys = pieces_of(numbers, engine.n_embd)
        answering, cached = kept.prefill(pieces, keys, SHORT)
        found = engine.logits() if answering._logits is None else answering._logits
        for _ in zip(answering.tokens(), range(3), strict=False):
            pass  # an answer stands after the prompt when the next one comes
        alone = Generation(fresh, SHORT)
        alone.prefill(pieces)
        np.testing.assert_array_equal(found, fresh.logits())
        assert cached == shared_positions(before, numbers)
        before = numbers


def shared_positions(before: list[int], numbers: list[int]) -> int:
    """Positions of the pieces both begin with; the text that ends a prompt counts only in the same prompt."""
    positions = 2 * int(bool(before) and before == numbers)
    for one, other in zip([*before, 1] if before else [], numbers, strict=False):
        if one != other:
            break
        positions += one + 1 if one <= 9 else 5
    return positions


def test_one_position_is_never_left_alone(engine: LlamaEngine, fresh: LlamaEngine) -> None:
    """A batch of one sums in another order, so the piece before it is run again."""
    kept = KeptPrompt(engine)
    kept.prefill(*pieces_of([11, 3, 4], engine.n_embd), SHORT)
    pieces, keys = pieces_of([11, 3], engine.n_embd, last=0)
    assert kept.prefill(pieces, keys, SHORT)[1] == 5
    Generation(fresh, SHORT).prefill(pieces)
    np.testing.assert_array_equal(engine.logits(), fresh.logits())


def ask(assistant: Assistant, question: str, **things: Any) -> Answer:
    return assistant.ask(question, generation=SHORT, **things)


def test_another_question_about_the_same_things_runs_the_question_only(
    assistant: Assistant, forgetful: Assistant
) -> None:
    samples = demo_samples()
    things: dict[str, Any] = {"image": samples.picture, "imu": samples.walking}
    first, second, third = (ask(assistant, q, **things) for q in ("What is it?", "Who?", "Who?"))
    rows = sum(entry.tokens for entries in second.context.values() for entry in entries)
    assert first.timings.cached_tokens == 0
    assert third.timings.cached_tokens > second.timings.cached_tokens > rows
    assert third.text == second.text == ask(forgetful, "Who?", **things).text
    assert (second.context, second.finish_reason) == (third.context, third.finish_reason)
    assert second.to_json()["timings"]["cached_tokens"] == second.timings.cached_tokens  # type: ignore[index]
    assert ask(forgetful, "Who?", **things).timings.cached_tokens == 0


def test_the_same_question_about_the_same_things_runs_nothing(
    engine: LlamaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptPrompt(engine)
    pieces, keys = pieces_of([3, 11], engine.n_embd)
    first, cached = kept.prefill(pieces, keys, SHORT)
    assert cached == 0
    said = list(first.tokens())
    with monkeypatch.context() as patched:
        for name in ("decode_tokens", "decode_rows"):
            patched.setattr(engine, name, lambda *_: pytest.fail("nothing is to be run"))
        again, cached = kept.prefill(pieces, keys, SHORT)
    assert cached == sum(map(len, pieces))
    assert list(again.tokens()) == said
    assert list(kept.prefill(pieces, keys, SHORT)[0].tokens()) == said
    engine.clear(None)  # by someone else, who forgot to say so
    assert kept.prefill(pieces, keys, SHORT)[1] == 0


def test_what_is_known_is_not_encoded_again(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    samples = demo_samples()
    ask(assistant, "What?", audio=samples.beeping)
    encoder = assistant._senses.encoder("audio")
    runs: list[int] = []
    run = encoder.run
    monkeypatch.setattr(encoder, "run", lambda prepared: runs.append(len(prepared)) or run(prepared))
    ask(assistant, "And now?", audio=samples.beeping)
    assert runs == []


def test_a_stream_that_was_left_leaves_the_next_answer_as_it_is(
    assistant: Assistant, forgetful: Assistant
) -> None:
    picture = demo_samples().picture
    stream = assistant.stream("What is it?", image=picture, generation=SHORT)
    next(stream)
    answer = ask(assistant, "What is it, in full?", image=picture)
    assert answer.timings.cached_tokens > 0
    assert answer.text == ask(forgetful, "What is it, in full?", image=picture).text


def test_a_prompt_that_is_too_long_costs_nothing_of_what_is_kept(
    assistant: Assistant, forgetful: Assistant
) -> None:
    picture = demo_samples().picture
    ask(assistant, "What is it?", image=picture)
    with pytest.raises(ContextFull):
        ask(assistant, "word " * 4000, image=picture)
    again = ask(assistant, "Who is it?", image=picture)
    assert again.timings.cached_tokens > 0
    assert again.text == ask(forgetful, "Who is it?", image=picture).text


def test_a_live_session_leaves_nothing_behind(assistant: Assistant, forgetful: Assistant) -> None:
    samples = demo_samples()
    ask(assistant, "What?", imu=samples.walking)
    with assistant.live(imu="synthetic:imu") as live:
        assert live.ready(30.0)
        live.ask("What now?", generation=SHORT).answer(60)
    after = ask(assistant, "What?", imu=samples.walking)
    assert after.timings.cached_tokens == 0
    assert after.text == ask(forgetful, "What?", imu=samples.walking).text


def test_a_question_between_two_of_a_replay_is_kept_and_ends_the_replay(tmp_path: Path) -> None:
    samples = demo_samples()
    scene = tmp_path / "scene.mcap"
    write_recording(scene, 2.0)
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as opened:
        run = opened.replay(scene, generation=SHORT)
        answers = run.answers([ReplayQuestion(t_s, "What?") for t_s in (0.5, 1.0, 1.5)])
        next(answers)
        first = ask(opened, "Who?", image=samples.picture)
        assert first.timings.cached_tokens == 0
        assert ask(opened, "Who?", image=samples.picture).text == first.text
        with pytest.raises(EngineError, match="replay cannot go on: the assistant was asked something else"):
            next(answers)


def test_a_model_that_cannot_cut_its_sequence_runs_every_prompt_whole(
    engine: LlamaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "can_truncate", False)
    kept = KeptPrompt(engine)
    pieces, keys = pieces_of([3, 11], engine.n_embd)
    logits: list[NDArray[np.float32]] = []
    for _ in range(2):
        assert kept.prefill(pieces, keys, SHORT)[1] == 0
        logits.append(engine.logits())
    np.testing.assert_array_equal(logits[0], logits[1])
