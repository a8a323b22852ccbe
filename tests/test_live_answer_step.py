"""Background work while an answer is spoken: small batches, as many positions as before, the same bits."""

from collections import deque

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anymal.clock import ManualClock
from anymal.engines.bundle import Bundle
from anymal.engines.llama_engine import LlamaEngine
from anymal.errors import ConfigError
from anymal.runtime.compute_gate import ComputeGate
from anymal.runtime.kv_window import Part
from anymal.runtime.live_board import Board
from anymal.runtime.live_build import ContextBuild, batches_of
from anymal.runtime.live_llm import LlmWorker
from anymal.runtime.live_options import LiveOptions
from anymal.runtime.live_prompt import EMPTY, ContextLayout
from tests.test_live_context import bundle, context_of, fork_logits, model, sensed

__all__ = ["bundle", "model"]


@given(lengths=st.lists(st.integers(1, 80), min_size=1, max_size=6), most=st.integers(2, 40))
def test_cut_batches_hold_every_position_once_and_cut_off_none_alone(lengths: list[int], most: int) -> None:
    rows = np.arange(sum(lengths), dtype=np.float32)[:, None]
    starts = np.cumsum([0, *lengths[:-1]])
    whole = [(rows[at : at + length], int(at)) for at, length in zip(starts, lengths, strict=True)]
    build = ContextBuild(EMPTY, 0, 0, deque(whole))
    taken = []
    while build.batches:
        piece, position = build.take_batch(most)
        assert len(piece) <= max(most, 3), (most, len(piece))
        assert np.array_equal(piece[:, 0], np.arange(len(piece)) + position)
        taken.append((position, len(piece)))
    assert sum(count for _, count in taken) == sum(lengths)
    alone = {position for position, count in taken if count == 1}
    assert alone == {int(at) for at, length in zip(starts, lengths, strict=True) if length == 1}


@pytest.mark.parametrize("most", [2, 3, 8])
def test_a_context_built_in_small_batches_has_the_same_bits(
    bundle: Bundle, model: LlamaEngine, most: int
) -> None:
    things = [sensed(bundle, "image", 1), sensed(bundle, "imu", 2)]
    found = []
    for limit in (None, most):
        context = context_of(bundle, model, step=32)
        context.want(things)
        while context.step(limit):
            pass
        found.append(fork_logits(context, model, "What is it?"))
    assert np.array_equal(found[0], found[1])


class Recorder:
    """A context that notes how large the batches are that it is asked for."""

    pending = True

    def __init__(self, work: int) -> None:
        self.work = work
        self.asked: list[int] = []

    def step(self, most: int) -> bool:
        if not self.work:
            return False
        self.asked.append(most)
        self.work -= 1
        return True


def worker_with(context: Recorder, **options: float) -> LlmWorker:
    settings = LiveOptions(**options)  # type: ignore[arg-type]
    clock = ManualClock()
    return LlmWorker(Board(), context, None, ComputeGate(False), clock, (), settings, dict)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "tokens", "batches"),
    [
        ({}, 16, [16] * 4),  # a step of 32 for every 8 tokens, in halves
        ({"answer_step": 32}, 16, [32] * 2),
        ({"answer_share": 1.0, "answer_step": 16}, 2, [16] * 4),
        ({"answer_share": 0.0}, 50, []),
        ({"step": 4}, 32, [4] * 4),  # no batch is larger than the step
        ({"answer_step": 4096, "answer_share": 1.0}, 3, [32] * 3),
    ],
)
def test_as_many_positions_as_the_share_says_in_batches_of_the_step(
    options: dict[str, float], tokens: int, batches: list[int]
) -> None:
    context = Recorder(100)
    worker = worker_with(context, **options)
    for _ in range(tokens):
        worker._between()
    assert context.asked == batches


def test_credit_is_not_saved_up_while_there_is_nothing_to_do() -> None:
    context = Recorder(0)
    worker = worker_with(context)
    for _ in range(40):
        worker._between()
    context.work = 100
    for _ in range(2):
        worker._between()
    assert len(context.asked) <= 1


@given(length=st.integers(1, 300), step=st.integers(2, 40))
def test_a_context_is_never_cut_so_that_one_position_is_left_alone(length: int, step: int) -> None:
    rows = np.zeros((length, 4), np.float32)
    counts = [len(piece) for piece, _ in batches_of((rows,), 0, step)]
    assert sum(counts) == length and max(counts) <= max(step, 3)
    assert 1 not in counts or counts == [1]


@given(lengths=st.lists(st.integers(1, 9), min_size=1, max_size=6), keep=st.integers(0, 60))
def test_what_is_kept_of_a_context_is_not_run_again(lengths: list[int], keep: int) -> None:
    numbers = iter(range(100))
    pieces = tuple(tuple(next(numbers) for _ in range(length)) for length in lengths)
    left = ContextLayout(pieces, tuple(map(Part.of_text, pieces)), (), ()).after(keep)
    assert [token for piece in left for token in piece] == list(range(sum(lengths)))[keep:]


@pytest.mark.parametrize("name", ["step", "answer_step"])
def test_a_batch_of_one_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match=f"{name} must be from 2"):
        LiveOptions(**{name: 1})  # type: ignore[arg-type]
