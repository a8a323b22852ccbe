"""The GGUF gate: what it reads, and that nothing hostile kills it or llama.cpp behind it."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from gguf import GGUFReader, GGUFWriter, TokenType
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anymal.engines.gguf_header import read_gguf_header
from anymal.engines.gguf_rules import check_gguf
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.errors import AnymalError, BundleError
from tests.tiny_models import CHAT_TEMPLATE, TinySpec, make_tiny_gguf, vocabulary

FUZZ = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_gguf(tmp_path_factory.mktemp("gguf") / "tiny.gguf")


@pytest.fixture(scope="module")
def intact(model: Path) -> bytes:
    return model.read_bytes()


def header_size(model: Path) -> int:
    return min(int(tensor.data_offset) for tensor in GGUFReader(model).tensors)


def use(path: Path) -> None:
    """Everything an assistant does with a GGUF; any error must be one of ours."""
    with LlamaEngine(path, LlamaOptions(n_ctx=32, threads=1)) as llm:
        tokens = llm.tokenize("hello <|user|> \u00e9\0 you", special=True)[:8]
        llm.decode_tokens(tokens, 0)
        llm.decode_rows(np.ones((2, llm.n_embd), np.float32), len(tokens))
        for token in range(llm.n_vocab):
            llm.piece(token, special=True)


def test_it_reads_what_the_writer_wrote(model: Path) -> None:
    header = read_gguf_header(model)
    reader = GGUFReader(model)
    assert header.architecture == "llama"
    assert header.of_architecture("embedding_length") == TinySpec().n_embd
    assert header.tokens == tuple(piece.decode() for piece in vocabulary()[0])
    assert header.chat_template == CHAT_TEMPLATE
    assert header.metadata["llama.attention.layer_norm_rms_epsilon"] == pytest.approx(1e-5)
    assert list(header.tensors) == [tensor.name for tensor in reader.tensors]
    for tensor in reader.tensors:
        info = header.tensors[tensor.name]
        assert (info.shape, info.n_bytes) == (tuple(map(int, tensor.shape)), tensor.n_bytes)
    check_gguf(header, n_embd=TinySpec().n_embd)


def test_another_width_names_both(model: Path) -> None:
    with pytest.raises(BundleError, match=r"tiny.gguf: embedding width is 64, .* llm.n_embd = 256"):
        check_gguf(read_gguf_header(model), n_embd=256)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "cannot be read as GGUF"),
        (b"PK\3\4 not a model", "not a GGUF file: it begins with b'PK"),
        (b"GGUF", "the version"),
        (b"GGUF" + struct.pack("<IQQ", 1, 0, 0), "version 1"),
        (b"GGUF" + struct.pack(">IQQ", 3, 0, 0), "version 50331648"),
        (b"GGUF" + struct.pack("<IQQ", 3, 1 << 60, 1 << 60), "more than fit"),
        (b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + struct.pack("<Q", 1 << 62) + b"k" * 20, "metadata key"),
        (b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + struct.pack("<Q1sI", 1, b"k", 99), "unknown value type 99"),
        (b"GGUF" + struct.pack("<IQQ", 3, 0, 0), "general.architecture"),
    ],
)
def test_malformed_files_are_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bad.gguf"
    path.write_bytes(content)
    with pytest.raises(BundleError, match=message):
        LlamaEngine(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"absent\.gguf"):
        read_gguf_header(tmp_path / "absent.gguf")


def test_every_truncation_is_refused(model: Path, intact: bytes, tmp_path: Path) -> None:
    path = tmp_path / "cut.gguf"
    size = header_size(model)
    cuts = [*range(0, size, 97), *range(size, len(intact), 30_011), len(intact) - 1]
    for cut in cuts:
        path.write_bytes(intact[:cut])
        with pytest.raises(BundleError):
            LlamaEngine(path)


@FUZZ
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=3))
def test_flipped_header_bytes_never_kill(
    model: Path, intact: bytes, tmp_path: Path, flips: list[tuple[float, int]]
) -> None:
    damaged = bytearray(intact)
    for place, mask in flips:
        damaged[int(place * header_size(model))] ^= mask
    path = tmp_path / "flipped.gguf"
    path.write_bytes(damaged)
    try:
        use(path)
    except AnymalError as error:
        assert str(error)


def rewrite(source: Path, target: Path, changes: dict[str, Any]) -> Path:
    """Copy a GGUF with metadata replaced (a value), dropped (None) or tensors retyped (`tensor:` names)."""
    reader = GGUFReader(source)
    writer = GGUFWriter(target, str(changes.get("general.architecture", "llama")))
    for field in reader.fields.values():
        if field.name.startswith("GGUF.") or field.name == "general.architecture":
            continue
        value = changes.get(field.name, field.contents()) if field.name in changes else field.contents()
        if value is None:
            continue
        kind = field.types[0]
        writer.add_key_value(field.name, value, kind, field.types[-1] if len(field.types) > 1 else None)
    for name, (value, kind) in {k: v for k, v in changes.items() if isinstance(v, tuple)}.items():
        writer.add_key_value(name, value, kind)
    for tensor in reader.tensors:
        data = changes.get(f"tensor:{tensor.name}", np.array(tensor.data))
        if data is not None:
            writer.add_tensor(tensor.name, data)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return target


PIECES, SCORES, TYPES = vocabulary()
TOKENS = [piece.decode() for piece in PIECES]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"llama.block_count": 0}, r"llama\.block_count must be between 1"),
        ({"llama.block_count": None}, r"llama\.block_count must be a whole number, found None"),
        ({"llama.block_count": 3}, "llama.cpp cannot load it"),
        (
            {"llama.attention.head_count": 0, "llama.attention.head_count_kv": 0},
            "head_count must be between 1",
        ),
        ({"llama.attention.head_count_kv": 3}, "divisor of 4 heads"),
        ({"llama.attention.layer_norm_rms_epsilon": float("nan")}, "rms_epsilon"),
        ({"llama.rope.dimension_count": 8}, "rope.dimension_count must be 16"),
        ({"llama.context_length": 0}, "context_length must be between 1"),
        ({"llama.feed_forward_length": None}, "feed_forward_length"),
        ({"tokenizer.ggml.bos_token_id": 99_999}, "bos_token_id must be below"),
        ({"tokenizer.ggml.tokens": None}, "tokens must be a list of strings"),
        ({"tokenizer.ggml.tokens": [*TOKENS[:-1], TOKENS[0]]}, "distinct"),
        ({"tokenizer.ggml.tokens": [*TOKENS[:-1], "a\0b"]}, "free of NUL"),
        ({"tokenizer.ggml.tokens": [*TOKENS[:135], "swapped", *TOKENS[136:]]}, "256 byte pieces"),
        ({"tokenizer.ggml.scores": SCORES[:9]}, "scores must be a list of"),
        ({"tokenizer.ggml.token_type": [int(TokenType.NORMAL)]}, "token_type must be a list of"),
        ({"general.architecture": "clip"}, "projector"),
        ({"general.architecture": "nonesuch"}, r"nonesuch\.block_count"),
        ({"tensor:output_norm.weight": None}, "no such tensor"),
        ({"tensor:output_norm.weight": np.ones(64, np.float16)}, "must be f32"),
        ({"tensor:token_embd.weight": np.ones((8, 64), np.float32)}, r"of shape \(64, 3"),
        ({"tensor:blk.0.ffn_up.weight": np.ones((96, 64), np.int32)}, "one for weights"),
        ({"tensor:blk.0.ffn_up.weight": np.ones((96, 32), np.float32)}, "llama.cpp cannot load it"),
    ],
)
def test_every_rule_says_what_it_wants(
    model: Path, tmp_path: Path, changes: dict[str, Any], message: str
) -> None:
    path = rewrite(model, tmp_path / "changed.gguf", changes)
    with pytest.raises(AnymalError, match=message):
        use(path)


def test_an_unchanged_rewrite_works(model: Path, tmp_path: Path) -> None:
    use(rewrite(model, tmp_path / "same.gguf", {}))
