"""Generation on a scripted LLM: where positions go, why an answer ends, and what is never run."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from anymal.engines.chat_template import Piece
from anymal.errors import ContextFull
from anymal.runtime.generation import Generation
from anymal.runtime.options import GenerationOptions

THINK, THOUGHT, END = 7, 8, 9


class ScriptedModel:
    """Says the tokens of a script one after another, and keeps what it was given and where."""

    def __init__(self, script: Sequence[int], n_ctx: int = 100) -> None:
        self.n_ctx = n_ctx
        self.end_ids = frozenset({END})
        self.thought_ids: tuple[int, int] | None = (THINK, THOUGHT)
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

    def joined(self, pieces: Sequence[Piece]) -> Sequence[Piece]:
        return pieces

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


def said(generation: Generation) -> list[tuple[int, str]]:
    return [(token, generation.voice) for token in generation.tokens()]


def test_what_is_thought_is_told_apart_from_what_is_said() -> None:
    model = ScriptedModel([THINK, 1, 2, THOUGHT, 3, END])
    generation = Generation(model, GenerationOptions())
    generation.prefill(PROMPT)
    spoken = [(THINK, "mark"), (1, "thought"), (2, "thought"), (THOUGHT, "mark"), (3, "said")]
    assert said(generation) == spoken
    assert (generation.finish_reason, generation.thought_tokens) == ("stop", 2)


def test_only_what_is_said_counts_towards_the_longest_answer() -> None:
    model = ScriptedModel([THINK, 1, 2, 3, THOUGHT, 4, 5, 6])
    generation = Generation(model, GenerationOptions(max_tokens=2))
    generation.prefill(PROMPT)
    assert [token for token, voice in said(generation) if voice == "said"] == [4, 5]
    assert generation.finish_reason == "length"


def test_thoughts_that_do_not_end_are_ended() -> None:
    model = ScriptedModel([THINK, 1, 1, 1, 5, 2, END])  # 5 would have been the fourth thought
    generation = Generation(model, GenerationOptions(max_thoughts=3))
    generation.prefill(PROMPT)
    assert said(generation)[-2:] == [(THOUGHT, "mark"), (2, "said")]
    assert generation.thought_tokens == 3


def test_thoughts_that_are_not_wanted_end_at_once() -> None:
    model = ScriptedModel([THINK, 1, 4, END])  # 1 would have been the first thought
    generation = Generation(model, GenerationOptions(max_thoughts=0))
    generation.prefill(PROMPT)
    assert said(generation) == [(THINK, "mark"), (THOUGHT, "mark"), (4, "said")]
    assert generation.thought_tokens == 0


def test_an_answer_thinks_once() -> None:
    model = ScriptedModel([THINK, 1, THOUGHT, THINK, 4, END])
    generation = Generation(model, GenerationOptions())
    generation.prefill(PROMPT)
    # Without the mark the likeliest token is the first of those that are all alike.
    assert [token for token, voice in said(generation) if voice == "said"] == [0, 4]


def test_a_prompt_can_end_inside_thoughts() -> None:
    model = ScriptedModel([1, 2, THOUGHT, 3, END])
    generation = Generation(model, GenerationOptions(), opened=True)
    generation.prefill(PROMPT)
    spoken = [(1, "thought"), (2, "thought"), (THOUGHT, "mark"), (3, "said")]
    assert said(generation) == spoken


def test_an_answer_that_would_end_inside_thoughts_is_made_to_speak() -> None:
    model = ScriptedModel([THINK, 1, END, 4, END])
    generation = Generation(model, GenerationOptions())
    generation.prefill(PROMPT)
    assert said(generation)[1:] == [(1, "thought"), (THOUGHT, "mark"), (4, "said")]
    assert generation.finish_reason == "stop"


def test_marks_of_an_llm_that_does_not_think_are_ordinary_tokens() -> None:
    model = ScriptedModel([THINK, 1, END])
    model.thought_ids = None
    generation = Generation(model, GenerationOptions(max_thoughts=0))
    generation.prefill(PROMPT)
    assert said(generation) == [(THINK, "said"), (1, "said")]


def test_thoughts_end_while_there_is_room_to_speak() -> None:
    model = ScriptedModel([THINK, *[1] * 20], n_ctx=20)
    generation = Generation(model, GenerationOptions(max_tokens=4))
    generation.prefill(PROMPT)
    voices = [voice for _, voice in said(generation)]
    assert voices.count("said") == 4 and voices.count("mark") == 2
    assert generation.finish_reason == "length"
