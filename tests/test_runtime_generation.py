"""Generation on a scripted LLM: where positions go, why an answer ends, and what is never run."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from anymal.engines.chat_template import Piece
from anymal.errors import ContextFull
from anymal.runtime.generation import Generation
from anymal.runtime.options import GenerationOptions

END = 9


class ScriptedModel:
    """Says the tokens of a script one after another, and keeps what it was given and where."""

    def __init__(self, script: Sequence[int], n_ctx: int = 100) -> None:
        self.n_ctx = n_ctx
        self.end_ids = frozenset({END})
        self.calls: list[tuple[str, int, int]] = []
        self._script = iter(script)

    def decode_tokens(
        self, tokens: Sequence[int], position: int, sequence: int = 0, *, logits: bool = True
    ) -> None:
        self.calls.append(("tokens", position, len(tokens)))

    def decode_rows(
        self, rows: NDArray[np.float32], position: int, sequence: int = 0, *, logits: bool = True
    ) -> None:
        self.calls.append(("rows", position, len(rows)))

    def logits_view(self) -> NDArray[np.float32]:
        logits = np.zeros(10, np.float32)
        logits[next(self._script)] = 1
        return logits

    def clear(self, sequence: int | None = None) -> None:
        self.calls.append(("clear", 0, 0))


PROMPT: list[Piece] = [(1, 2), np.zeros((3, 4), np.float32), (5,)]
PREFILLED = [("clear", 0, 0), ("tokens", 0, 2), ("rows", 2, 3), ("tokens", 5, 1)]


def test_pieces_and_answer_stand_at_contiguous_positions() -> None:
    model = ScriptedModel([4, 6, END])
    generation = Generation(model, GenerationOptions())
    assert generation.prefill(PROMPT) == 6
    assert list(generation.tokens()) == [4, 6]
    assert generation.finish_reason == "stop"
    assert model.calls == [*PREFILLED, ("tokens", 6, 1), ("tokens", 7, 1)]
    assert generation.tokens_per_s > 0


def test_an_answer_that_ends_at_once_runs_nothing() -> None:
    model = ScriptedModel([END])
    generation = Generation(model, GenerationOptions())
    generation.prefill(PROMPT)
    assert list(generation.tokens()) == []
    assert (generation.finish_reason, generation.tokens_per_s) == ("stop", 0.0)
    assert model.calls == PREFILLED


def test_max_tokens_ends_an_answer_without_running_its_last_token() -> None:
    model = ScriptedModel([4, 5, 6, 7])
    generation = Generation(model, GenerationOptions(max_tokens=2))
    generation.prefill(PROMPT)
    assert list(generation.tokens()) == [4, 5]
    assert generation.finish_reason == "length"
    assert model.calls == [*PREFILLED, ("tokens", 6, 1)]


def test_the_end_of_the_context_ends_an_answer() -> None:
    model = ScriptedModel([4, 5, 6, 7], n_ctx=7)
    generation = Generation(model, GenerationOptions())
    generation.prefill(PROMPT)
    assert list(generation.tokens()) == [4, 5]
    assert generation.finish_reason == "context"
    assert model.calls == [*PREFILLED, ("tokens", 6, 1)]


def test_a_prompt_without_room_reaches_no_model() -> None:
    model = ScriptedModel([], n_ctx=6)
    with pytest.raises(ContextFull, match="wants 6 positions"):
        Generation(model, GenerationOptions()).prefill(PROMPT)
    assert model.calls == []
