"""Text as embedding rows: rows of their tokens, and of joined pieces the logits of single ones to the bit."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anymal.engines.bundle import load_bundle
from anymal.engines.chat_template import Piece
from anymal.engines.gguf_header import read_gguf_header
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.token_rows import open_token_rows
from anymal.errors import EngineError
from anymal.export.quantise_llm import QuantiseOptions, quantise_llm
from anymal.export.row_scale import read_token_rows
from tests.runtime_helpers import tiny_bundle

OPTIONS = LlamaOptions(n_ctx=64, threads=1, n_batch=8)
TOKENS = (5, 40, 7, 7, 300)
PIECES = st.lists(st.integers(2, 9), min_size=1, max_size=5)


@pytest.fixture(scope="module", params=["F32", "F16", "BF16", "Q8_0"])
def gguf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("types") / f"{request.param}.gguf"
    options = QuantiseOptions(request.param, again=True)
    return quantise_llm(load_bundle(tiny_bundle()).llm_path, out, options)


@pytest.fixture(scope="module")
def engine(gguf: Path) -> Iterator[LlamaEngine]:
    with LlamaEngine(gguf, OPTIONS) as opened:
        yield opened


def pieces_of(lengths: list[int], width: int) -> list[Piece]:
    """Text and rows in turns, of `lengths`."""
    rows = np.random.default_rng(0).standard_normal((len(lengths), 9, width)).astype(np.float32)
    return [
        tuple(range(5 + number, 5 + number + length)) if number % 2 else rows[number, :length]
        for number, length in enumerate(lengths)
    ]


def run(engine: LlamaEngine, pieces: "list[Piece] | tuple[Piece, ...]") -> np.ndarray:
    engine.clear()
    at = 0
    for piece in pieces:
        decode = engine.decode_tokens if isinstance(piece, tuple) else engine.decode_rows
        decode(piece, at)  # type: ignore[arg-type]
        at += len(piece)
    return engine.logits()


def test_rows_are_those_of_the_file_to_the_bit(gguf: Path) -> None:
    rows = open_token_rows(read_gguf_header(gguf), OPTIONS)
    assert rows is not None
    found = rows.of(TOKENS)
    assert found.dtype == np.float32
    np.testing.assert_array_equal(found, read_token_rows(gguf, list(TOKENS)))


@settings(max_examples=40, deadline=None)
@given(lengths=PIECES)
def test_joined_pieces_have_the_logits_of_single_ones_to_the_bit(
    engine: LlamaEngine, lengths: list[int]
) -> None:
    pieces = pieces_of(lengths, engine.n_embd)
    joined = list(engine.joined(pieces))
    assert [len(piece) for piece in joined] == [sum(lengths)]
    np.testing.assert_array_equal(run(engine, joined), run(engine, pieces))


def test_a_piece_that_is_none_of_this_llm_is_left_for_the_engine_to_refuse(engine: LlamaEngine) -> None:
    rows = np.zeros((2, engine.n_embd), np.float32)
    wrong: list[list[Piece]] = [
        [rows, (1, engine.n_vocab)],
        [rows, (-1, 2)],
        [(1, 2), np.zeros((2, engine.n_embd + 1), np.float32)],
        [(1, 2), np.zeros(engine.n_embd, np.float32)],
    ]
    for pieces in wrong:
        assert engine.joined(pieces) is pieces
        with pytest.raises(EngineError):
            run(engine, pieces)


def test_nothing_is_joined_where_borders_of_batches_show(gguf: Path) -> None:
    header = read_gguf_header(gguf)
    assert open_token_rows(header, LlamaOptions(flash_attention=True)) is None
    assert open_token_rows(header, LlamaOptions(gpu_layers=-1)) is None


@pytest.mark.parametrize("name", ["token_embd.weight", "blk.0.ffn_up.weight"])
def test_types_that_are_not_known_here_are_not_joined(gguf: Path, name: str) -> None:
    header = read_gguf_header(gguf)
    coarse = dict(header.tensors) | {name: replace(header.tensors[name], kind=14)}  # Q6_K
    assert open_token_rows(replace(header, tensors=coarse), OPTIONS) is None
