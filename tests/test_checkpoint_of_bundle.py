"""The shipped bundle back into a checkpoint: graphs exported again from it are the ones that shipped."""

from pathlib import Path

import numpy as np
import pytest
from gguf import GGUFReader

from anymal.engines.bundle import load_bundle
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.export.quantise_llm import QuantiseOptions, quantise_llm
from anymal.export.to_gguf import convert
from anymal.models.checkpoint import load_modality
from anymal.training.chat_format import ChatTokenizer
from tools.checkpoint_of_bundle import main

NANO = Path(__file__).parents[1] / "bundles" / "nano"


def test_the_shipped_bundle_comes_back_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "checkpoint"
    assert main([str(NANO), str(out)]) == 0
    told = capsys.readouterr().err
    bundle = load_bundle(NANO)
    for modality in bundle.manifest.modalities:
        assert f"{modality}: exported again: " in told
        assert load_modality(out, modality).options.modality == modality
    pieces = ChatTokenizer(out / "llm" / "tokenizer.model")
    assert len(pieces) == len(bundle.llm_header.tokens)
    question = "How many red stars are there?"
    tokens = pieces.encode(question)
    assert pieces.decode(tokens) == question
    with LlamaEngine(bundle.llm_path, LlamaOptions(n_ctx=64, threads=1)) as engine:
        assert engine.tokenize(question) == tokens
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checkpoint"]
    # Rounded once more, its LLM is to the bit the one that shipped.
    exact = convert(out / "llm", tmp_path / "exact.gguf")
    options = QuantiseOptions(bundle.manifest.llm.quantization)
    again = GGUFReader(quantise_llm(exact, tmp_path / "again.gguf", options))
    shipped = {tensor.name: tensor for tensor in GGUFReader(bundle.llm_path).tensors}
    assert {tensor.name for tensor in again.tensors} == set(shipped)
    for tensor in again.tensors:
        assert tensor.tensor_type == shipped[tensor.name].tensor_type
        np.testing.assert_array_equal(tensor.data, shipped[tensor.name].data)


def test_what_is_there_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(NANO), str(tmp_path)]) == 2
    assert f"{tmp_path}: is already there" in capsys.readouterr().err


def test_a_folder_that_is_no_bundle_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none"), str(tmp_path / "out")]) == 2
    assert "none" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
