"""A published LLM with published text: stories260K through our exporter tells the published story."""

from pathlib import Path

import pytest

from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.errors import ExportError
from anymal.export.llama2c import llama2c_to_hf, read_checkpoint, read_vocabulary
from anymal.export.llama_source import llama_source
from anymal.export.to_gguf import convert


@pytest.fixture(scope="module")
def weights(shared: Path) -> Path:
    folder = shared / "data" / "weights_stories260k"
    if not folder.is_dir():
        pytest.skip(f"no stories260K weights at {folder}")
    return folder


def test_greedy_text_is_the_published_one(weights: Path, tmp_path: Path) -> None:
    try:
        llama_source()
    except ExportError as error:
        pytest.skip(f"no llama.cpp converter: {error}")
    folder = llama2c_to_hf(weights / "stories260K.bin", weights / "tok512.bin", tmp_path / "hf")
    gguf = convert(folder, tmp_path / "stories260K.gguf")
    golden = (weights / "golden_greedy.txt").read_bytes().rstrip(b"\n")
    with LlamaEngine(gguf, LlamaOptions(threads=1, kv_f32=True)) as engine:
        text, token, position = b"", engine.bos_id, 0
        while len(text) <= len(golden) and position < 256:
            engine.decode_tokens([token], position)
            token = int(engine.logits().argmax())
            text += engine.piece(token)
            position += 1
    assert text.lstrip(b" ") == golden


def test_header_and_tensors_are_read_as_written(weights: Path) -> None:
    config, tensors = read_checkpoint(weights / "stories260K.bin")
    assert (config.dim, config.hidden, config.layers, config.heads, config.kv_heads) == (64, 172, 5, 8, 4)
    assert config.shared
    assert "output" not in tensors
    pieces = read_vocabulary(weights / "tok512.bin", config.vocabulary)
    assert len(pieces) == 512
    assert pieces[3] == (b"<0x00>", 0.0)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"short", "5 bytes are no llama2.c checkpoint"),
        (bytes(28), "is no llama2.c version 0 checkpoint"),
        (
            b"\x02\0\0\0\x02\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0\x02\0\0\0\x02\0\0\0",
            "has 28 bytes, its header",
        ),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "model.bin").write_bytes(content)
    with pytest.raises(ExportError, match=message):
        read_checkpoint(tmp_path / "model.bin")


def test_a_cut_tokenizer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tok.bin").write_bytes(bytes(4) + bytes(4) + b"\x05\0\0\0ab")
    with pytest.raises(ExportError, match="piece 0 claims 5 bytes"):
        read_vocabulary(tmp_path / "tok.bin", 1)
    with pytest.raises(ExportError, match="ends within piece 0 of 1"):
        (tmp_path / "tok.bin").write_bytes(bytes(4))
        read_vocabulary(tmp_path / "tok.bin", 1)
