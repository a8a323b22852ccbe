"""A draft on the next context before it is seen: nothing is read twice, every answer sees what it says."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from anymal.engines.base import Interrupted
from anymal.engines.bundle import Bundle, load_bundle
from anymal.engines.llama_engine import LlamaEngine
from anymal.errors import EngineError
from anymal.runtime.live_context import LiveContext
from anymal.runtime.senses import Sensed
from tests.runtime_helpers import tiny_bundle
from tests.test_live_context import fork_logits, fresh_logits, sensed
from tests.test_live_draft import QUESTION, context_with, read
from tests.test_live_room import small_engine


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load_bundle(tiny_bundle())


@pytest.fixture(scope="module")
def model(bundle: Bundle) -> Iterator[LlamaEngine]:
    with small_engine(bundle) as engine:
        yield engine


def keys(things: Sequence[Sensed]) -> list[str]:
    return [one.key for thing in things for one in thing.embeddings]


def shown(context: LiveContext) -> list[str]:
    """What an answer would see."""
    return keys(context.layout.sensed)


def test_a_draft_is_read_on_a_newer_context_before_answers_see_it(bundle: Bundle, model: LlamaEngine) -> None:
    things = [[sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in range(4)]
    context = context_with(bundle, model, things[0])
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
        context = context_with(bundle, model, things[0])
        read(context, "What is there")
        context.want(things[1])
        while not len(context._drafts._ahead):
            assert context.step()
        read(context, said)
        context.settle()
        assert shown(context) == keys(things[1])
        assert context.drafted == "What is there"
        read(context, said)
        np.testing.assert_allclose(fork_logits(context, model, QUESTION), wanted, atol=1e-5)


def test_a_newer_context_comes_without_the_draft_once_its_reading_was_stopped(
    bundle: Bundle, model: LlamaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = ([sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in (1, 2))
    context = context_with(bundle, model, old)
    read(context, QUESTION)
    decode, stops = model.decode_tokens, [EngineError("no"), Interrupted("stopped")]

    def stop(tokens: tuple[int, ...], position: int, sequence: int, **options: bool) -> None:
        if sequence == 3 and stops:
            raise stops.pop()
        decode(tokens, position, sequence, **options)

    monkeypatch.setattr(model, "decode_tokens", stop)
    context.want(new)
    context.settle()
    assert len(stops) == 1 and context.drafted == ""
    np.testing.assert_allclose(
        fork_logits(context, model, QUESTION), fresh_logits(bundle, new, QUESTION), atol=1e-5
    )
    read(context, QUESTION)
    context.want(old)
    with pytest.raises(EngineError, match="no"):
        context.settle()
    assert shown(context) == keys(new) and not context.building
    np.testing.assert_allclose(
        fork_logits(context, model, QUESTION), fresh_logits(bundle, new, QUESTION), atol=1e-5
    )


def test_a_build_that_is_given_up_takes_what_was_read_ahead_with_it(
    bundle: Bundle, model: LlamaEngine
) -> None:
    old, middle, new = ([sensed(bundle, "image", seed), sensed(bundle, "imu", seed)] for seed in (1, 2, 3))
    context = context_with(bundle, model, old)
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
