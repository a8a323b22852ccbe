"""The random bundle of realistic shape: the tiny one is built and asked; the large one is only counted."""

import errno
import re
from pathlib import Path
from typing import Any, NoReturn

import pytest
import torch
from gguf import GGMLQuantizationType
from transformers import LlamaForCausalLM

import anymal
from anymal.engines.bundle import Bundle, load_bundle
from anymal.errors import ExportError
from anymal.export.spm_vocabulary import write_vocabulary
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.training.chat_format import CHAT_TEMPLATE, DEFAULT_SYSTEM, ChatTokenizer
from tests import tiny_models
from tests.runtime_helpers import demo_samples, tiny_bundle
from tests.tiny_models import make_tiny_gguf
from tools import make_shape_bundle as making

K_QUANTS = {"Q4_K", "Q6_K"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bundle, list[str]]:
    """A tiny bundle with the vocabulary of a GGUF, and what the tool said meanwhile."""
    folder = tmp_path_factory.mktemp("shape")
    lines: list[str] = []
    source = str(tiny_bundle() / "llm.gguf")
    making.make_shape_bundle(folder / "shape", making.SHAPES["tiny"], source, say=lines.append)
    assert [path.name for path in folder.iterdir()] == ["shape"]
    return load_bundle(folder / "shape"), lines


@pytest.fixture
def no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full when the first encoder is written; nothing slow happens before that."""

    def full(*_: Any, **__: Any) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(making, "export_onnx", full)


def test_it_answers_with_the_rows_of_the_realistic_shape(built: tuple[Bundle, list[str]]) -> None:
    samples, short = demo_samples(), GenerationOptions(max_tokens=4)
    with anymal.load(built[0].folder, AssistantOptions(threads=1)) as assistant:
        assert assistant.ask("What is it?", generation=short).context == {}
        answer = assistant.ask(
            "What is going on?",
            image=samples.picture,
            audio=samples.beeping,
            imu=samples.walking,
            generation=short,
        )
    rows = {name: [entry.tokens for entry in entries] for name, entries in answer.context.items()}
    assert rows == {"image": [64], "audio": [32], "imu": [32]}
    assert answer.finish_reason in ("stop", "length")


def test_the_manifest_says_what_it_is(built: tuple[Bundle, list[str]]) -> None:
    manifest = built[0].manifest
    assert dict(manifest.parity) == {"skipped": "random weights, for latency only"}
    assert (manifest.llm.n_ctx, manifest.llm.quantization) == (2048, "Q4_K_M")
    assert manifest.prompt.system == DEFAULT_SYSTEM
    assert manifest.tokens_of("video") == 4 * 64
    assert {manifest.encoder_spec(name).precision for name in ("image", "audio", "imu")} == {"int8"}
    assert manifest.provenance["shape"]["llm"]["hidden"] == manifest.llm.n_embd
    assert any(line.startswith("llm: converting") for line in built[1])


def test_every_matrix_is_really_a_k_quant(built: tuple[Bundle, list[str]]) -> None:
    tensors = built[0].llm_header.tensors.values()
    kinds = {GGMLQuantizationType(tensor.kind).name for tensor in tensors if len(tensor.shape) > 1}
    assert kinds == K_QUANTS


def test_vocabulary_and_chat_template_are_those_of_nano(built: tuple[Bundle, list[str]]) -> None:
    header = built[0].llm_header
    pieces, scores, types = tiny_models.vocabulary()
    assert header.tokens == tuple(piece.decode() for piece in pieces)
    assert header.metadata["tokenizer.ggml.scores"] == tuple(scores)
    assert header.metadata["tokenizer.ggml.token_type"] == tuple(types)
    assert header.metadata["tokenizer.ggml.add_space_prefix"] is False
    assert header.chat_template == CHAT_TEMPLATE


def test_made_up_words_fill_the_vocabulary_and_leave_questions_alone(tmp_path: Path) -> None:
    source = str(tiny_bundle())
    assert write_vocabulary(source, tmp_path / "own.model") == 0
    own = ChatTokenizer(tmp_path / "own.model")
    assert write_vocabulary(str(tmp_path / "own.model"), tmp_path / "large.model", 1000) == 1000 - len(own)
    large = ChatTokenizer(tmp_path / "large.model")
    assert len(large) == 1000
    question = "Is there the red circle, when I walk 417 steps?"
    assert large.encode(question) == own.encode(question)
    assert large.end == own.end
    assert large.decode([999]).startswith(" w")


def test_the_large_shape_is_360_million_parameters_in_whole_k_quant_blocks() -> None:
    shape = making.SHAPES["360m"]
    with torch.device("meta"):
        llm = LlamaForCausalLM(making.llm_config(shape.llm, shape.llm.vocabulary, 1, 6))
    assert 355e6 < sum(parameter.numel() for parameter in llm.parameters()) < 365e6
    assert all(p.shape[-1] % 256 == 0 for p in llm.parameters() if p.ndim == 2)
    image, audio, imu = shape.modalities()
    assert [options.tokens for options in (image, audio, imu)] == [64, 32, 32]
    assert (image.encoder_options.layers, image.aligner_options.layers) == (12, 6)


def test_a_folder_that_is_there_is_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert making.main([str(tmp_path), "--llm", "tiny"]) == 2
    assert "is already there; choose another folder" in capsys.readouterr().err


@pytest.mark.usefixtures("no_models")
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="No space left on device; nothing was left behind"):
        making.make_shape_bundle(tmp_path / "out", making.SHAPES["tiny"], str(tiny_bundle()))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("no_models")
@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda path: path.write_bytes(b"\xffnot a model"), "no SentencePiece vocabulary can be read"),
        (lambda path: None, "not found; .*bundle"),
    ],
)
def test_a_tokenizer_of_another_kind_is_refused(
    tmp_path: Path, damage: Any, message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    damage(tmp_path / "tokenizer.model")
    arguments = [str(tmp_path / "out"), "--tokenizer", str(tmp_path / "tokenizer.model"), "--llm", "tiny"]
    assert making.main([*arguments, "--threads", "1"]) == 2
    error = capfd.readouterr().err
    assert error.startswith("error: ")
    assert re.search(message, error), error
    assert not (tmp_path / "out").exists()


def test_a_vocabulary_without_our_control_tokens_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces, scores, types = tiny_models.vocabulary()
    renamed = [b"<|who|>" if piece == b"<|user|>" else piece for piece in pieces]
    monkeypatch.setattr(tiny_models, "vocabulary", lambda: (renamed, scores, types))
    gguf = make_tiny_gguf(tmp_path / "other.gguf")
    with pytest.raises(ExportError, match=r"other\.gguf: its vocabulary has no control token <\|user\|>"):
        write_vocabulary(str(gguf), tmp_path / "tokenizer.model")
    assert not (tmp_path / "tokenizer.model").exists()
