"""A batch of the LLM stopped in the middle: nothing of it stays, and it can be run again."""

import ctypes
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from anymal.engines.base import Interrupted
from anymal.engines.bundle import load_bundle
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from tests.live_rig import until
from tests.runtime_helpers import tiny_bundle
from tests.test_live_context import bundle, context_of, fork_logits, fresh_logits, sensed  # noqa: F401

TOKENS = [5, 6, 7, 8, 9, 10, 11, 12]


def opened(path: Path) -> LlamaEngine:
    return LlamaEngine(path, LlamaOptions(threads=1, sequences=3, kv_f32=True))


@pytest.fixture(scope="module")
def engine() -> Iterator[LlamaEngine]:
    with opened(load_bundle(tiny_bundle()).llm_path) as model:
        yield model


def test_a_stopped_batch_leaves_the_sequence_as_it_was(engine: LlamaEngine) -> None:
    engine.clear()
    engine.decode_tokens(TOKENS, 0)
    with engine.stoppable():
        engine.stop()
        with pytest.raises(Interrupted, match="a batch of 8 positions was stopped"):
            engine.decode_tokens(TOKENS, 8)
    assert engine.resident() == 8
    engine.decode_tokens(TOKENS, 8)
    found = engine.logits()
    engine.clear()
    engine.decode_tokens(TOKENS, 0)
    engine.decode_tokens(TOKENS, 8)
    np.testing.assert_array_equal(found, engine.logits())


def test_what_may_not_be_stopped_is_not(engine: LlamaEngine) -> None:
    engine.clear()
    engine.stop()
    engine.decode_tokens(TOKENS, 0)
    with engine.stoppable():
        engine.stop()
    engine.decode_tokens(TOKENS, 8)
    assert engine.resident() == 16


def test_another_thread_stops_a_batch_that_runs(engine: LlamaEngine) -> None:
    engine.clear()
    stopped = threading.Event()

    def work() -> None:
        with pytest.raises(Interrupted), engine.stoppable():
            while True:
                engine.clear()
                engine.decode_tokens(TOKENS * 8, 0)
        stopped.set()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    until(lambda: engine.stop() or stopped.is_set())
    thread.join(10)
    engine.clear()
    engine.decode_tokens(TOKENS, 0)


def test_a_context_goes_on_with_the_batch_that_was_stopped(bundle: Any, engine: LlamaEngine) -> None:  # noqa: F811
    context = context_of(bundle, engine)
    things = [sensed(bundle, "image", 1), sensed(bundle, "imu", 2)]
    context.want(things)
    context.step()
    decoded = context.counts.decoded
    with context.stoppable():
        context.stop()
        assert context.step() and context.pending
    assert context.counts.decoded == decoded
    context.settle()
    found = fork_logits(context, engine, "What is it?")
    np.testing.assert_allclose(found, fresh_logits(bundle, things, "What is it?"), atol=1e-5)


def test_a_system_without_the_function_runs_batches_to_their_end(
    engine: LlamaEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ctypes.CDLL
    refused: list[None] = []

    def missing(name: str | None, *more: Any, **named: Any) -> ctypes.CDLL:
        if name is not None:
            return found(name, *more, **named)
        refused.append(name)
        raise OSError("no C library under this name")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    over = threading.Event()
    with opened(load_bundle(tiny_bundle()).llm_path) as other:

        def press() -> None:
            while not over.is_set():
                other.stop()

        presser = threading.Thread(target=press, daemon=True)
        with other.stoppable():
            other.stop()
            presser.start()
            try:
                other.decode_tokens(TOKENS * 8, 0)
            finally:
                over.set()
                presser.join(10)
        logits, resident = other.logits(), other.resident()
    engine.clear()
    engine.decode_tokens(TOKENS * 8, 0)
    assert refused and resident == 64
    np.testing.assert_array_equal(logits, engine.logits())
