"""A question read while it is asked: the same answer, less to read at its end, and nothing left behind."""

import random
import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

import anymal
from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.llama_engine import LlamaEngine
from anymal.errors import ContextFull, EngineError
from anymal.runtime.assistant import Assistant
from anymal.runtime.compute_gate import ComputeGate
from anymal.runtime.live import LiveSession
from anymal.runtime.live_context import LiveContext
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import AssistantOptions
from anymal.runtime.senses import Sensed
from tests.live_rig import endless, picture, until
from tests.runtime_helpers import tiny_bundle
from tests.test_compute_gate import HandRun
from tests.test_live import LONG, feed, start
from tests.test_live_context import context_of, fork_logits, fresh_logits, sensed
from tests.test_live_room import small_engine

QUESTION = "What is there in front of me?"


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load_bundle(tiny_bundle())


@pytest.fixture(scope="module")
def model(bundle: Bundle) -> Iterator[LlamaEngine]:
    with small_engine(bundle) as engine:
        yield engine


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with anymal.load(str(tiny_bundle()), AssistantOptions(threads=1)) as opened:
        yield opened


def context_with(bundle: Bundle, model: LlamaEngine, things: list[Sensed], **options: object) -> LiveContext:
    context = context_of(bundle, model, **options)
    context.want(things)
    context.settle()
    return context


def read(context: LiveContext, text: str) -> None:
    """Read all of a draft, in as many steps as it takes."""
    while context.drafted != text:
        context.draft(text)


def left(context: LiveContext, question: str) -> int:
    """How many tokens an answer to `question` would still read."""
    _, _, tokens = context.fork(question)
    context.release()
    return len(tokens)


def words(text: str) -> list[str]:
    """What is said of `text` after each of its words."""
    said = text.split()
    return [" ".join(said[:count]) for count in range(1, len(said) + 1)]


def test_a_question_read_word_by_word_is_answered_as_if_read_at_once(
    bundle: Bundle, model: LlamaEngine
) -> None:
    things = [sensed(bundle, "image", 1), sensed(bundle, "imu", 2)]
    wanted = fresh_logits(bundle, things, QUESTION)
    for drafts in (
        words(QUESTION)[:-1],
        [QUESTION],
        [QUESTION + " And behind me?"],
        ["What was it?", "Wh", "Something else", "What is there"],
        [""],
    ):
        context = context_with(bundle, model, things)
        for text in drafts:
            read(context, text)
        np.testing.assert_allclose(fork_logits(context, model, QUESTION), wanted, atol=1e-5)
        np.testing.assert_allclose(fork_logits(context, model, QUESTION), wanted, atol=1e-5)


def test_only_what_was_not_read_yet_is_left_for_the_end(bundle: Bundle, model: LlamaEngine) -> None:
    context = context_with(bundle, model, [sensed(bundle, "imu", 1)])
    whole = left(context, QUESTION)
    read(context, QUESTION)
    assert left(context, QUESTION) == 0
    read(context, QUESTION)
    read(context, "What is there in front")
    read(context, QUESTION)
    assert left(context, QUESTION) == 0
    assert left(context, QUESTION) == whole  # a draft serves once
    read(context, "What is there in front")
    ending = left(context, QUESTION)
    assert 2 < ending < whole
    read(context, "Nothing like it")
    assert left(context, QUESTION) == whole


@pytest.mark.parametrize("step", [2, 3, 5])
def test_a_draft_is_read_a_step_at_a_time(
    step: int, bundle: Bundle, model: LlamaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = context_with(bundle, model, [sensed(bundle, "imu", 1)], step=step)
    runs: list[int] = []
    decode = model.decode_tokens

    def note(tokens: tuple[int, ...], *place: int, **options: bool) -> None:
        runs.append(len(tokens))
        decode(tokens, *place, **options)

    monkeypatch.setattr(model, "decode_tokens", note)
    read(context, QUESTION)
    assert max(runs) == max(2, step) and min(runs) > 1
    assert sum(runs) - left(context_with(bundle, model, []), QUESTION) in (0, 1)
    runs.clear()
    read(context, QUESTION)
    assert runs == []


def test_a_slide_forgets_the_draft_before_it_moves_what_the_draft_shares(
    bundle: Bundle, model: LlamaEngine
) -> None:
    clip = sensed(bundle, "video", 1, parts=5).embeddings
    found = []
    for text in ("", QUESTION):
        options = {"view": "video", "policy": "sliding", "step": 64}
        context = context_with(bundle, model, [Sensed("video", clip[:4])], **options)
        read(context, text)
        context.want([Sensed("video", clip[1:])])
        assert context.step() and context.counts.slides == 1 and context.drafted == ""
        context.settle()
        assert context.drafted == text
        found.append(fork_logits(context, model, QUESTION))
    np.testing.assert_allclose(found[1], found[0], atol=1e-5)


def test_a_draft_gives_way_where_there_is_no_room_for_it(bundle: Bundle, model: LlamaEngine) -> None:
    """Contexts, questions and drafts of any length, in any order: every answer is the right one."""
    generator = random.Random(5)
    text = "where is it and what does it do there now my friend " * 9
    context = context_with(bundle, model, [sensed(bundle, "imu", 0)])
    things = newest = [sensed(bundle, "imu", 0)]
    drafted = 0
    for number in range(120):
        match generator.choice(("want", "step", "step", "draft", "draft", "ask")):
            case "want":
                chosen = generator.sample(("image", "audio", "imu"), generator.randint(1, 3))
                newest = [sensed(bundle, name, number) for name in chosen]  # type: ignore[arg-type]
                context.want(newest)
            case "step":
                context.step()
            case "draft":
                context.draft(text[: generator.randint(0, len(text))])
                drafted += len(context._drafts) > 0
            case "ask":
                asked = text[: generator.randint(1, 60)]
                things = list(context.layout.sensed)
                found = fork_logits(context, model, asked)
                assert list(context.layout.sensed) in (things, newest)
                things = list(context.layout.sensed)
                np.testing.assert_allclose(found, fresh_logits(bundle, things, asked), atol=1e-5)
    assert drafted


def test_a_draft_that_is_too_long_or_breaks_the_llm_is_left_to_whoever_asks_it(
    bundle: Bundle, model: LlamaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    things = [sensed(bundle, "imu", 1)]
    context = context_with(bundle, model, things)
    for longest in ("x " * model.n_ctx, "x" * 100 * model.n_ctx):
        read(context, longest)
        with pytest.raises(ContextFull):
            context.fork(longest)

    def refuse(*_: object, **__: object) -> None:
        raise EngineError("no")

    with monkeypatch.context() as patched:
        patched.setattr(model, "decode_tokens", refuse)
        with pytest.raises(EngineError, match="no"):
            context.draft(QUESTION)
    assert context.drafted == "" and model.resident(2) == 0
    wanted = fresh_logits(bundle, things, QUESTION)
    np.testing.assert_allclose(fork_logits(context, model, QUESTION), wanted, atol=1e-5)


def test_an_llm_whose_memory_cannot_be_cut_reads_questions_at_once(
    bundle: Bundle, model: LlamaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = context_with(bundle, model, [sensed(bundle, "imu", 1)])
    whole = left(context, QUESTION)
    monkeypatch.setattr(model, "can_truncate", False)
    read(context, QUESTION)
    assert left(context, QUESTION) == whole


def drafted(live: LiveSession) -> str:
    return live._context.drafted


def noted(monkeypatch: pytest.MonkeyPatch, context: LiveContext, *names: str) -> list[str]:
    """Return a list that gets the name of each of these methods when it is called."""
    called: list[str] = []

    def note(name: str, method: Callable[..., None]) -> Callable[..., None]:
        def noting(*arguments: object) -> None:
            called.append(name)
            method(*arguments)

        return noting

    for name in names:
        monkeypatch.setattr(context, name, note(name, getattr(context, name)))
    return called


def test_a_session_reads_the_draft_and_reads_it_again_when_something_new_is_sensed(
    assistant: Assistant,
) -> None:
    often = LiveOptions(hop_s={"image": 0.01, "imu": 0.01})
    live, drivers = start(assistant, "image", "imu", options=often)
    with live:
        feed(assistant, live, drivers, 40)
        plain = live.ask(QUESTION).answer(30)
        live.begin_anew()
        until(lambda: not live._context.pending and not live._context.layout.history)
        for text in words(QUESTION):
            live.draft(text)
        until(lambda: drafted(live) == QUESTION)
        answer = live.ask(QUESTION).answer(30)
        assert answer.text == plain.text
        assert answer.drafted_tokens == answer.question_tokens == plain.question_tokens
        assert plain.drafted_tokens == 0
        assert answer.to_json()["drafted_tokens"] == answer.drafted_tokens
        live.begin_anew()
        live.draft(QUESTION)
        feed(assistant, live, drivers, 90)
        seen_ns = max(window.end_ns for window in answer.windows)
        until(lambda: all(thing.embeddings[-1].end_ns > seen_ns for thing in live.sensed()))
        until(lambda: not live._context.pending and drafted(live) == QUESTION)
        newer = live.ask(QUESTION).answer(30)
        assert newer.drafted_tokens > 0
        assert min(window.end_ns for window in newer.windows) > seen_ns


def test_a_draft_waits_for_the_answer_in_the_making_and_can_be_taken_back(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless(assistant, monkeypatch)
    live, drivers = start(assistant, "image")
    with live:
        feed(assistant, live, drivers, 40)
        done = noted(monkeypatch, live._context, "add_turn", "draft")
        stream = live.ask("Tell me all of it", generation=LONG)
        next(stream)
        live.draft(QUESTION)
        for _ in range(5):
            next(stream)
        stream.cancel()
        until(lambda: drafted(live) == QUESTION)
        assert done[:2] == ["add_turn", "draft"]
        live.draft("")
        until(lambda: drafted(live) == "")
        assert live.ask(QUESTION).answer(30).drafted_tokens == 0
    with pytest.raises(EngineError, match="closed"):
        live.draft(QUESTION)


def test_a_draft_too_long_to_fit_does_not_end_the_session(assistant: Assistant) -> None:
    live, drivers = start(assistant, "imu")
    with live:
        feed(assistant, live, drivers, 40)
        longest = "x" * 200_000
        live.draft(longest)
        until(lambda: drafted(live) == longest)
        with pytest.raises(ContextFull):
            live.ask(longest).answer(30)
        assert live.ask(QUESTION).answer(30).windows


def test_who_types_faster_than_is_read_does_not_keep_the_context_from_news(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, drivers = start(assistant, "image", options=LiveOptions(hop_s={"image": 0.01}))
    with live:
        feed(assistant, live, drivers, 40)
        read = live._context.draft
        told: list[str] = []

        def tell_more(text: str) -> None:
            read(text)
            told.append(text)
            live._board.draft(f"{QUESTION} {len(told)}")

        monkeypatch.setattr(live._context, "draft", tell_more)
        live.draft(QUESTION)
        until(lambda: len(told) > 3)
        before, seen_ns = len(told), live.sensed()[0].embeddings[0].end_ns
        drivers["image"].put(picture(200))
        until(lambda: live.sensed()[0].embeddings[0].end_ns > seen_ns)
        until(lambda: len(told) > before + 3)


def test_a_draft_halts_an_encoder_that_the_context_waits_for(assistant: Assistant) -> None:
    live, drivers = start(assistant, "image")
    with live:
        feed(assistant, live, drivers, 40)
        until(lambda: not live._context.pending)
        run = HandRun(halts=True)
        with live._gate.background(run=run) as entered:
            assert entered
            live._board.show(live.sensed()[0])  # work for the LLM's thread, which waits for its turn
            until(lambda: len(live._gate._waiting) == 1)
            live.draft(QUESTION)
            until(lambda: drafted(live) == QUESTION)
        assert run.asked == ["pause", "resume"]


def test_something_short_pauses_work_that_can_stand_still_and_waits_for_other_work() -> None:
    gate, run = ComputeGate(exclusive=True), HandRun(halts=True)
    with gate.background(run=run):
        with gate.aside(given_up=lambda: False) as entered:
            assert entered and run.asked == ["pause"]
            with gate.question():
                pass
            assert run.asked == ["pause"]
            with gate.background(timeout_s=0.01) as other:
                assert not other
        assert run.asked == ["pause", "resume"]
    inside = threading.Event()

    def enter() -> None:
        with gate.aside(given_up=lambda: False):
            inside.set()

    thread = threading.Thread(target=enter)
    with gate.background(run=HandRun()):
        with gate.aside(given_up=lambda: True) as entered:
            assert not entered
        thread.start()
        assert not inside.wait(0.05)
    assert inside.wait(10)
    thread.join(10)
    # Given up in the moment in which it was halted for it.
    last, answers = HandRun(halts=True), iter([False, True])
    with gate.background(run=last), gate.aside(given_up=lambda: next(answers)) as entered:
        assert not entered and last.asked == ["pause", "resume"]
    with gate.background(), gate.aside(given_up=lambda: bool(gate.close() or True)) as entered:
        assert not entered
    with ComputeGate(exclusive=False).aside(given_up=lambda: False) as entered:
        assert entered
