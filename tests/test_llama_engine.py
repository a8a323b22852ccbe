"""LlamaEngine: exact forks, positions and room checked in Python, silence, and no crash on bad arguments."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from anymal.engines import llama_native
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.llama_native import default_threads
from anymal.errors import BundleError, ConfigError, ContextFull, EngineError
from tests.tiny_models import TinySpec, make_tiny_gguf, vocabulary

WIDTH = 64
EXACT = {"rtol": 0, "atol": 2e-5}  # logits of scale 3: the rounding of another order of cells


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_gguf(tmp_path_factory.mktemp("llama") / "tiny.gguf")


@pytest.fixture
def llm(model: Path) -> Iterator[LlamaEngine]:
    options = LlamaOptions(n_ctx=64, threads=1, n_batch=8, n_ubatch=4, sequences=3, kv_f32=True)
    with LlamaEngine(model, options) as engine:
        yield engine


def rows(count: int, seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal((count, WIDTH)).astype(np.float32)


def fresh(llm: LlamaEngine, *parts: list[int] | NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits after a prefill of `parts` on an empty context."""
    llm.clear()
    for part in parts:
        decode(llm, part)
    return llm.logits()


def decode(llm: LlamaEngine, part: list[int] | NDArray[np.float32], sequence: int = 0) -> None:
    position = llm.resident(sequence)
    if isinstance(part, list):
        llm.decode_tokens(part, position, sequence)
    else:
        llm.decode_rows(part, position, sequence)


def test_what_it_says_of_the_model(llm: LlamaEngine) -> None:
    assert (llm.n_embd, llm.n_ctx, llm.n_ctx_train) == (WIDTH, 64, TinySpec().n_ctx)
    assert llm.n_vocab == len(vocabulary()[0])
    assert llm.bos_id == 1
    assert vocabulary()[0].index(b"<|end|>") in llm.end_ids
    assert llm.can_shift and llm.can_truncate
    assert llm.chat_template
    assert "CPU" in llm.reason


def test_a_vocabulary_without_marks_around_thoughts_has_none(llm: LlamaEngine) -> None:
    assert llm.thought_ids is None


@pytest.mark.parametrize("marks", [("<think>", "</think>"), ("[THINK]", "[/THINK]")])
def test_marks_around_thoughts_are_found_in_the_vocabulary(tmp_path: Path, marks: tuple[str, str]) -> None:
    count = len(vocabulary()[0])
    path = make_tiny_gguf(tmp_path / "thinks.gguf", TinySpec(), None, *marks)
    with LlamaEngine(path, LlamaOptions(n_ctx=64, threads=1)) as llm:
        assert llm.thought_ids == (count, count + 1)
        # As somebody's words they are characters.
        assert not {count, count + 1} & set(llm.tokenize("".join(marks)))


def test_one_mark_alone_is_no_pair(tmp_path: Path) -> None:
    path = make_tiny_gguf(tmp_path / "half.gguf", TinySpec(), None, "<think>")
    with LlamaEngine(path, LlamaOptions(n_ctx=64, threads=1)) as llm:
        assert llm.thought_ids is None


def test_control_tokens_only_when_special(llm: LlamaEngine) -> None:
    assert llm.tokenize("<|user|>", special=True) == [4]
    text = llm.tokenize("<|user|>", special=False)
    assert len(text) > 1 and 4 not in text
    assert b"".join(map(llm.piece, text)) == b"<|user|>"
    assert llm.piece(4) == b"" and llm.piece(4, special=True) == b"<|user|>"


@pytest.mark.parametrize(
    "text", ["", "plain text", "tab\tand\nlines\n\n", "\x00\x01\x7f", "é 漢字 🙂", "  two  "]
)
def test_tokens_give_the_text_back(llm: LlamaEngine, text: str) -> None:
    tokens = llm.tokenize(text)
    assert b"".join(map(llm.piece, tokens)).decode() == text
    assert llm.bos_id not in tokens


def test_undecodable_bytes_of_a_command_line_become_question_marks(llm: LlamaEngine) -> None:
    assert b"".join(map(llm.piece, llm.tokenize("a\udcffb"))) == b"a?b"


def test_a_huge_text_is_refused_before_it_is_tokenised(llm: LlamaEngine) -> None:
    with pytest.raises(ContextFull, match="1000000 bytes"):
        llm.tokenize("x" * 1_000_000)


def test_rows_equal_to_token_embeddings_act_like_tokens(model: Path) -> None:
    import gguf

    reader = gguf.GGUFReader(model)
    table = next(tensor.data for tensor in reader.tensors if tensor.name == "token_embd.weight")
    with LlamaEngine(model, LlamaOptions(n_ctx=64, threads=1, kv_f32=True)) as llm:
        by_token = fresh(llm, [1, 20, 30, 40])
        by_row = fresh(llm, [1], np.array(table[[20, 30, 40]], np.float32))
    np.testing.assert_allclose(by_row, by_token, **EXACT)


def test_pieces_of_a_long_prompt_equal_one_batch(model: Path, llm: LlamaEngine) -> None:
    tokens = [int(token) for token in np.random.default_rng(1).integers(3, llm.n_vocab, 50)]
    llm.decode_tokens(tokens, 0, all_logits=True)
    split = np.stack([llm.logits(index) for index in range(50)])
    with LlamaEngine(model, LlamaOptions(n_ctx=64, threads=1, kv_f32=True)) as whole:
        whole.decode_tokens(tokens, 0, all_logits=True)
        np.testing.assert_allclose(split, np.stack([whole.logits(i) for i in range(50)]), **EXACT)
        assert whole.argmax() == int(split[-1].argmax())


def test_a_fork_stays_exact_while_its_parent_gets_another_tail(llm: LlamaEngine) -> None:
    head, old, new, question = [1, 3, 50, 60], rows(9, seed=1), rows(11, seed=2), [4, 70, 80, 6, 5]
    decode(llm, head)
    decode(llm, old)
    llm.fork(0, 1)
    decode(llm, question[:2], sequence=1)
    llm.truncate(0, len(head))  # the parent's tail goes while the fork still reads it
    decode(llm, new)
    decode(llm, question[2:], sequence=1)
    forked = llm.logits()
    llm.fork(0, 2)
    decode(llm, question, sequence=2)
    parent = llm.logits()
    np.testing.assert_allclose(forked, fresh(llm, head, old, question), **EXACT)
    np.testing.assert_allclose(parent, fresh(llm, head, new, question), **EXACT)
    assert np.abs(forked - parent).max() > 0.1


def test_truncate_and_continue_equals_a_fresh_prefill(llm: LlamaEngine) -> None:
    decode(llm, [1, 10, 11, 12])
    llm.truncate(0, 2)
    assert llm.resident(0) == 2
    decode(llm, rows(3))
    kept = llm.logits()
    np.testing.assert_allclose(kept, fresh(llm, [1, 10], rows(3)), **EXACT)


def test_same_input_gives_the_same_bits(llm: LlamaEngine) -> None:
    first = fresh(llm, [1, 5, 9], rows(5))
    np.testing.assert_array_equal(fresh(llm, [1, 5, 9], rows(5)), first)


def test_logits_are_a_copy(llm: LlamaEngine) -> None:
    kept = fresh(llm, [1, 2, 3])
    before = kept.copy()
    decode(llm, [4])
    np.testing.assert_array_equal(kept, before)
    assert llm.argmax() == int(llm.logits().argmax())


def test_a_wrong_position_names_the_right_one(llm: LlamaEngine) -> None:
    decode(llm, [1, 2, 3])
    for position in (2, 4, -1):
        with pytest.raises(EngineError, match=f"next is 3, found {position}"):
            llm.decode_tokens([5], position)
    llm.decode_tokens([5], 3)


def test_no_room_leaves_the_sequence_as_it_was(llm: LlamaEngine) -> None:
    decode(llm, rows(60))
    with pytest.raises(ContextFull, match="60 of 64"):
        llm.decode_tokens([1] * 5, 60)
    llm.decode_tokens([1] * 4, 60)
    assert llm.resident(0) == 64


def test_cells_shared_by_sequences_can_run_out(model: Path) -> None:
    # llama.cpp rounds 250 up to 256 cells; two sequences of 200 positions do not fit into them.
    with LlamaEngine(model, LlamaOptions(n_ctx=250, threads=1, n_batch=64)) as llm:
        llm.decode_rows(rows(200), 0)
        with pytest.raises(ContextFull, match="cells are full"):
            llm.decode_rows(rows(200), 0, sequence=1)
        assert llm.resident(1) == 0
        llm.clear(0)
        llm.decode_rows(rows(200), 0, sequence=1)


def test_wrong_arguments_are_errors_not_aborts(llm: LlamaEngine) -> None:
    with pytest.raises(EngineError, match="no logits yet"):
        llm.logits()
    with pytest.raises(EngineError, match="tokens must be between"):
        llm.decode_tokens([1, llm.n_vocab], 0)
    with pytest.raises(EngineError, match="tokens must be between"):
        llm.decode_tokens([-1], 0)
    with pytest.raises(EngineError, match=rf"rows must be \[n, {WIDTH}\]"):
        llm.decode_rows(np.zeros((3, WIDTH + 1), np.float32), 0)
    with pytest.raises(EngineError, match="row 2"):
        llm.decode_rows(np.concatenate([rows(2), np.full((1, WIDTH), np.nan, np.float32)]), 0)
    for sequence in (-1, 3):
        with pytest.raises(EngineError, match="sequence must be between 0 and 2"):
            llm.decode_tokens([1], 0, sequence=sequence)
    with pytest.raises(EngineError, match="cannot keep 5"):
        llm.truncate(0, 5)
    with pytest.raises(EngineError, match="onto itself"):
        llm.fork(1, 1)
    with pytest.raises(EngineError, match="token must be between"):
        llm.piece(llm.n_vocab)
    llm.decode_tokens([1, 2], 0)
    with pytest.raises(EngineError, match="all_logits"):
        llm.logits(0)
    llm.decode_tokens([3, 4], 2, all_logits=True)
    with pytest.raises(EngineError, match="below 2"):
        llm.logits(2)
    llm.decode_tokens([], 4)
    assert llm.resident() == 4


def test_a_closed_engine_refuses_everything(model: Path) -> None:
    with LlamaEngine(model, LlamaOptions(n_ctx=32, threads=1)) as llm:
        llm.decode_tokens([1], 0)
    llm.close()
    for call in (llm.logits, llm.clear, lambda: llm.tokenize("a"), lambda: llm.decode_tokens([1], 1)):
        with pytest.raises(EngineError, match="closed"):
            call()


def test_options_out_of_range_are_named() -> None:
    with pytest.raises(ConfigError, match=r"LlamaOptions\.sequences must be between 1 and 64, found 0"):
        LlamaOptions(sequences=0)


def test_a_context_longer_than_trained_is_refused(model: Path) -> None:
    with pytest.raises(ConfigError, match="n_ctx must be at most 1024"):
        LlamaEngine(model, LlamaOptions(n_ctx=2048))


def test_gpu_layers_without_a_gpu_build_say_how_to_get_one(model: Path) -> None:
    from anymal.engines.llama_native import load_llama

    if load_llama().llama_supports_gpu_offload():
        pytest.skip("this llama.cpp has a GPU")
    with pytest.raises(EngineError, match="GGML_CUDA=on"):
        LlamaEngine(model, LlamaOptions(gpu_layers=-1))


def test_nothing_is_printed(model: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with LlamaEngine(model, LlamaOptions(n_ctx=32, threads=2)) as llm:
        llm.decode_tokens([1, 2, 3], 0)
    broken = model.with_name("broken.gguf")
    broken.write_bytes(model.read_bytes()[:5000])
    with pytest.raises(BundleError):
        LlamaEngine(broken)
    assert capfd.readouterr() == ("", "")


def test_flash_attention_agrees_roughly(model: Path, llm: LlamaEngine) -> None:
    exact = fresh(llm, [1, 5], rows(20))
    with LlamaEngine(model, LlamaOptions(n_ctx=64, threads=1, flash_attention=True)) as flash:
        np.testing.assert_allclose(fresh(flash, [1, 5], rows(20)), exact, rtol=0, atol=0.1)


def test_a_small_model_gets_one_thread_unless_told(model: Path) -> None:
    with LlamaEngine(model, LlamaOptions(n_ctx=32)) as llm:
        assert llm.threads == 1
    with LlamaEngine(model, LlamaOptions(n_ctx=32, threads=2)) as llm:
        assert llm.threads == 2
    assert os.environ["GOMP_SPINCOUNT"]


@pytest.mark.parametrize(
    ("megabytes", "cores", "threads"), [(1, 8, 1), (9, 1, 1), (9, 2, 2), (9, 8, 2), (20, 8, 5), (400, 8, 8)]
)
def test_threads_are_no_more_than_cores_and_than_there_is_work_for(
    megabytes: int, cores: int, threads: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(llama_native, "usable_cores", lambda: cores)
    path = tmp_path / "llm.gguf"
    path.touch()
    os.truncate(path, megabytes << 20)
    assert default_threads(path) == threads
