"""Families of LLMs through the vendored converter: tokens and rows give the logits of transformers."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import pytest
import torch

from anymal.engines.chat_template import Piece, Rows
from anymal.engines.gguf_header import read_gguf_header
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.token_rows import ARCHITECTURES
from anymal.export.llm_source import prepare_llm
from anymal.export.recipe import LlmSource
from anymal.export.row_scale import ScaledRows, embedding_scale, rows_like_tokens, token_row_scale
from anymal.models.multimodal_lm import MultimodalLm, load_llm
from tests.llm_families import FAMILIES, WIDTH, WINDOW, convert_all, make_family, make_vocabulary

OPTIONS = LlamaOptions(n_ctx=64, threads=1, kv_f32=True)
BEFORE, AFTER = [1, 5, 40], [33]
ROWS = np.random.default_rng(0).standard_normal((4, WIDTH)).astype(np.float32) * 0.3
# Logits of scale 2.4; Gemma's GELU comes from a table of f16 in ggml.
GELU = {"gemma-1", "gemma-2", "gemma-3"}


@dataclass(frozen=True)
class Family:
    """One family's Hugging Face folder and its f32 GGUF."""

    name: str
    folder: Path
    gguf: Path


@pytest.fixture(scope="session")
def families(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Family]:
    root = tmp_path_factory.mktemp("families")
    vocabulary = make_vocabulary(root / "tokenizer.model")
    folders = {name: make_family(name, root / f"tiny-{name}", vocabulary) for name in FAMILIES}
    made = convert_all(folders, root)
    return {name: Family(name, folders[name], made[name]) for name in FAMILIES}


@pytest.fixture(params=list(FAMILIES))
def family(families: dict[str, Family], request: pytest.FixtureRequest) -> Family:
    return families[request.param]


@pytest.mark.filterwarnings("ignore")
def test_tokens_and_rows_give_the_logits_of_transformers(family: Family) -> None:
    scale = np.float32(embedding_scale(read_gguf_header(family.gguf)))
    lm = MultimodalLm(load_llm(family.folder))
    with torch.no_grad():
        wanted = lm([BEFORE, torch.from_numpy(ROWS), AFTER]).numpy()
    with LlamaEngine(family.gguf, OPTIONS) as engine:
        engine.decode_tokens(BEFORE, 0, all_logits=True)
        found = [engine.logits(index) for index in range(len(BEFORE))]
        engine.decode_rows(ROWS * scale, len(BEFORE), all_logits=True)
        found += [engine.logits(index) for index in range(len(ROWS))]
        engine.decode_tokens(AFTER, len(BEFORE) + len(ROWS))
        found.append(engine.logits())
    error = np.abs(np.stack(found)[:, : wanted.shape[1]] - wanted)
    limit = 1e-2 if family.name in GELU else 1e-4
    assert error.max() <= limit, f"max {error.max():.1e}, mean {error.mean():.1e}"


def test_a_token_and_its_own_row_give_the_same_logits(family: Family) -> None:
    header = read_gguf_header(family.gguf)
    with LlamaEngine(family.gguf, OPTIONS) as engine:
        assert rows_like_tokens(engine, header) < 1e-3


def test_text_goes_as_rows_only_where_a_row_is_the_token(family: Family) -> None:
    header = read_gguf_header(family.gguf)
    pieces: list[Piece] = [(5, 40), ROWS, (33, 7)]
    with LlamaEngine(family.gguf, LlamaOptions(n_ctx=64, threads=1)) as engine:
        joined = engine.joined(pieces)
        assert (joined is pieces) == (header.architecture not in ARCHITECTURES)
        if joined is not pieces:
            engine.decode_rows(cast("Rows", joined[0]), 0)
            found = engine.logits()
            engine.clear()
            engine.decode_tokens((5, 40), 0)
            engine.decode_rows(ROWS, 2)
            engine.decode_tokens((33, 7), 6)
            np.testing.assert_array_equal(found, engine.logits())


def test_gemma_is_scaled_and_others_are_not(families: dict[str, Family]) -> None:
    root = math.sqrt(WIDTH)
    scales = {
        name: (embedding_scale(header), token_row_scale(header))
        for name, header in ((name, read_gguf_header(one.gguf)) for name, one in families.items())
    }
    special = {"gemma-1": (1 / root, 1.0), "gemma-2": (1 / root, 1.0), "gemma-3": (1.0, root)}
    assert scales == {name: special.get(name, (1.0, 1.0)) for name in FAMILIES}


def test_a_wrong_scale_shows(families: dict[str, Family], monkeypatch: pytest.MonkeyPatch) -> None:
    header = read_gguf_header(families["gemma-3"].gguf)
    monkeypatch.setattr("anymal.export.row_scale.token_row_scale", lambda _: 1.0)
    with LlamaEngine(families["gemma-3"].gguf, OPTIONS) as engine:
        assert rows_like_tokens(engine, header) > 0.1


def test_scaled_rows_keep_what_an_export_reads() -> None:
    inner = torch.nn.Identity()
    inner.options = "facts"  # type: ignore[assignment]
    module = ScaledRows(inner.eval(), 0.125)
    assert module.options == "facts" and not module.training
    assert torch.equal(module(torch.full((1, 2, 3), 8.0)), torch.ones(1, 2, 3))


def test_a_recurrent_llm_is_handled_and_said_in_words(families: dict[str, Family], tmp_path: Path) -> None:
    lines: list[str] = []
    ready = LlmSource(str(families["mamba"].gguf), quantization="F32", n_ctx=64)
    prepared = prepare_llm(ready, tmp_path, 1, lines.append)
    assert any("mamba keeps a running state: questions about files work" in note for note in prepared.notes)
    assert lines == [f"llm: {note}" for note in prepared.notes]


@pytest.mark.parametrize(("name", "n_ctx"), [("mistral", WINDOW), ("gemma-2", 64), ("llama", 64)])
def test_attention_that_would_slide_in_vain_limits_the_context(
    families: dict[str, Family], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, n_ctx: int
) -> None:
    """llama.cpp gives Mistral full attention: beyond its window, answers would not be the model's."""
    made = families[name].gguf
    monkeypatch.setattr("anymal.export.llm_source.convert", lambda folder, out: made)
    prepared = prepare_llm(
        LlmSource(str(families[name].folder), "F32", n_ctx=64), tmp_path, 1, lambda line: None
    )
    assert prepared.n_ctx == n_ctx
    assert any("slides over 8 positions" in note for note in prepared.notes) == (n_ctx == WINDOW)
