"""A draft on the next context before it is seen: nothing is read twice, every answer sees what it says."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

import anymal
from anymal.engines.base import Interrupted
from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.llama_engine import LlamaEngine
from anymal.errors import EngineError
from anymal.runtime.assistant import Assistant
from anymal.runtime.live_context import LiveContext
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.options import AssistantOptions
from anymal.runtime.senses import Sensed
from tests.live_rig import picture, until
from tests.runtime_helpers import tiny_bundle
from tests.test_live import feed, start
from tests.test_live_context import fork_logits, fresh_logits, sensed
from tests.test_live_draft import QUESTION, context_with, left, read
from tests.test_live_room import small_engine

WHOLE = 64
"""A step that reads all of the question at once."""


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


def keys(things: Sequence[Sensed]) -> list[str]:
    return [one.key for thing in things for one in thing.embeddings]


def shown(context: LiveContext) -> list[str]:
    """What an answer would see."""
    return keys(context.layout.sensed)


def test_a_draft_is_read_on_a_newer_context_before_answers_see_it(bundle: Bundle, model: LlamaEngine) -> None:
    things = [[sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in range(4)]
    context = context_with(bundle, model, things[0], step=WHOLE)
    read(context, QUESTION)
    for newer in things[1:]:
        context.want(newer)
        while context.step():
            assert context.drafted == QUESTION  # on the old one, or on the new one
            assert shown(context) == keys(newer) or context.pending
    wanted = fresh_logits(bundle, things[-1], QUESTION)
    assert context.drafted == QUESTION
    np.testing.assert_allclose(fork_logits(context, model, QUESTION), wanted, atol=1e-5)
    assert model.resident(2) == model.resident(3) == 0
    np.testing.assert_allclose(fork_logits(context, model, QUESTION), wanted, atol=1e-5)


def test_while_a_draft_is_read_ahead_answers_see_the_last_context_and_what_was_read_there(
    bundle: Bundle, model: LlamaEngine
) -> None:
    old, new = ([sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in (1, 2))
    context = context_with(bundle, model, old)
    read(context, QUESTION)
    context.want(new)
    while not len(context._drafts._ahead):
        assert context.step()
    found = fork_logits(context, model, QUESTION)
    np.testing.assert_allclose(found, fresh_logits(bundle, old, QUESTION), atol=1e-5)
    context.settle()
    assert context.drafted == "" and model.resident(2) == model.resident(3) == 0
    found = fork_logits(context, model, QUESTION)
    np.testing.assert_allclose(found, fresh_logits(bundle, new, QUESTION), atol=1e-5)


def test_more_is_said_while_a_draft_is_read_ahead(bundle: Bundle, model: LlamaEngine) -> None:
    """The context changes once what was said then is read, and the rest is read on the new one."""
    things = [[sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in range(3)]
    wanted = fresh_logits(bundle, things[1], QUESTION)
    for said in (QUESTION, "What else?", ""):
        context = context_with(bundle, model, things[0], step=WHOLE)
        read(context, "What is there")
        context.want(things[1])
        while not len(context._drafts._ahead):
            assert context.step()
        read(context, said)
        context.settle()
        assert shown(context) == keys(things[1])
        assert context.drafted == ("What is there" if said else "")
        read(context, said)
        np.testing.assert_allclose(fork_logits(context, model, QUESTION), wanted, atol=1e-5)


def test_a_long_draft_does_not_keep_a_newer_context_from_being_seen(
    bundle: Bundle, model: LlamaEngine
) -> None:
    """No more is read ahead than the context itself took; what was read is not read again."""
    old, new = ([sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in (1, 2))
    context = context_with(bundle, model, old)
    long = QUESTION * 6
    whole = left(context, long)
    read(context, long)
    context.want(new)
    while not len(context._drafts._ahead):
        assert context.step()
    took, steps = context.counts.decoded, 0
    while context.step():
        steps += 1
    assert shown(context) == keys(new) and context.drafted == ""
    assert 0 < steps <= took // 5 + 1 < whole // 5
    assert whole - left(context, long) >= 5 * steps
    np.testing.assert_allclose(fork_logits(context, model, long), fresh_logits(bundle, new, long), atol=1e-5)


def test_a_newer_context_comes_with_what_was_read_when_its_reading_was_stopped(
    bundle: Bundle, model: LlamaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    things = [[sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in range(4)]
    context = context_with(bundle, model, things[0])
    decode, batches = model.decode_tokens, list[int]()
    failing: dict[int, Exception] = {}

    def stop(tokens: tuple[int, ...], position: int, sequence: int, **options: bool) -> None:
        if sequence in (2, 3):
            batches.append(len(tokens))
            if error := failing.get(len(batches)):
                raise error
        decode(tokens, position, sequence, **options)

    monkeypatch.setattr(model, "decode_tokens", stop)
    whole = left(context, QUESTION)
    for newer, number in zip(things[1:3], (1, 2), strict=True):
        read(context, QUESTION)
        batches.clear()
        failing[number] = Interrupted("stopped")
        context.want(newer)
        context.settle()
        failing.clear()
        assert shown(context) == keys(newer) and len(batches) == number
        assert whole - left(context, QUESTION) == 5 * (number - 1)
        np.testing.assert_allclose(
            fork_logits(context, model, QUESTION), fresh_logits(bundle, newer, QUESTION), atol=1e-5
        )
    read(context, QUESTION)
    batches.clear()
    failing[2] = EngineError("no")
    context.want(things[3])
    with pytest.raises(EngineError, match="no"):
        context.settle()
    failing.clear()
    assert shown(context) == keys(things[2]) and not context.building
    np.testing.assert_allclose(
        fork_logits(context, model, QUESTION), fresh_logits(bundle, things[2], QUESTION), atol=1e-5
    )


def test_a_question_that_waits_is_read_ahead_instead_of_what_was_said_before(
    bundle: Bundle, model: LlamaEngine
) -> None:
    old, new = ([sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in (1, 2))
    for asked, read_before in (("Now?", 0), (QUESTION, 5), ("", 5)):
        # The context is more than one batch, the question at most one.
        context = context_with(bundle, model, old, step=20 if asked == "Now?" else 5)
        read(context, "What is there and where is it?")
        context.want(new)
        while len(context._drafts._ahead) < read_before or not context.building:
            assert context.step()
        context.expect(asked)
        context.settle()
        assert shown(context) == keys(new)
        assert (left(context, asked) == 0) == (asked == "Now?") if asked else context.drafted == ""
        wanted = fresh_logits(bundle, new, "Now?")
        np.testing.assert_allclose(fork_logits(context, model, "Now?"), wanted, atol=1e-5)


def test_what_is_read_ahead_gives_way_where_there_is_no_room_for_both(
    bundle: Bundle, model: LlamaEngine
) -> None:
    old, new = ([sensed(bundle, name, seed) for name in ("image", "audio", "imu")] for seed in (1, 2))
    context = context_with(bundle, model, old, step=WHOLE)
    long = "x" * (model.n_ctx // 3)
    read(context, long)
    assert len(context._drafts) > 0
    context.want(new)
    while not len(context._drafts._ahead):
        assert context.step()
    longer = long + "y" * 125
    read(context, longer)
    assert len(context._drafts._now) > len(longer) and not len(context._drafts._ahead)
    assert len(context._drafts._now) + WHOLE > context._spare
    context.settle()
    np.testing.assert_allclose(
        fork_logits(context, model, QUESTION), fresh_logits(bundle, new, QUESTION), atol=1e-5
    )


def test_a_build_that_is_given_up_takes_what_was_read_ahead_with_it(
    bundle: Bundle, model: LlamaEngine
) -> None:
    old, middle, new = ([sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in (1, 2, 3))
    context = context_with(bundle, model, old, step=WHOLE)
    read(context, QUESTION)
    context.want(middle)
    while not len(context._drafts._ahead):
        assert context.step()
    context.give_up_build()
    assert model.resident(3) == 0 and context.drafted == QUESTION
    context.want(new)
    context.settle()
    assert context.drafted == QUESTION
    found = fork_logits(context, model, QUESTION)
    np.testing.assert_allclose(found, fresh_logits(bundle, new, QUESTION), atol=1e-5)


def test_a_question_for_something_newer_does_not_wait_for_a_draft_that_is_over(assistant: Assistant) -> None:
    options = LiveOptions(hop_s={"image": 0.01}, history=0)  # no turn is read after the answer
    live, drivers = start(assistant, "image", options=options)
    with live:
        feed(assistant, live, drivers, 40)
        long = "and what is there, and what is behind it " * 4
        live.draft(long)
        until(lambda: live._context.drafted == long)
        until(lambda: not live._context.pending)
        decode, ran = live._context._model.decode_tokens, list[int]()

        def note(tokens: Sequence[int], *place: int, **options: bool) -> None:
            ran.append(len(tokens))
            decode(tokens, *place, **options)

        live._context._model.decode_tokens = note  # type: ignore[method-assign]
        stream = live.ask("Now?", max_age_s=0)
        until(lambda: live._board.wishes != {})
        ran.clear()
        drivers["image"].put(picture(90))
        answer = stream.answer(30)
        assert max(ran) <= answer.question_tokens
