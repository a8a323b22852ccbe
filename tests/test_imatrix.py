"""Importance of weights: what llama.cpp multiplied by, against the same model written out in numpy."""

import ctypes
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import pytest
from numpy.typing import NDArray

from anymal.engines.chat_template import Piece
from anymal.engines.llama_native import load_llama
from anymal.errors import ContextFull, ExportError
from anymal.export.ggml_tensors import GgmlLibrary
from anymal.export.imatrix import (
    Collector,
    ImportanceMatrix,
    TensorImportance,
    accumulate,
    accumulate_routed,
    plain_name,
)
from anymal.export.imatrix_file import load_imatrix, save_imatrix
from anymal.export.probe_llm import ProbeLlm, ProbeOptions
from tests.tiny_models import TinySpec, make_tiny_gguf, vocabulary

SPEC = TinySpec(n_embd=64, n_ff=96, n_layer=2, n_ctx=256)
EXPERTS, USED = 4, 2
Array = NDArray[np.float64]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random Llama in f32."""
    return make_tiny_gguf(tmp_path_factory.mktemp("imatrix") / "llm.gguf", SPEC)


def prompt(seed: int = 0) -> list[Piece]:
    """Words, soft tokens, words."""
    rows = np.random.default_rng(seed).standard_normal((5, SPEC.n_embd)).astype(np.float32)
    return [(1, 300, 301, 302), 2.0 * rows, (303, 304, 305)]


def weights_of(path: Path) -> dict[str, Array]:
    """Every tensor of a plain GGUF, shapes as numpy counts."""
    return {tensor.name: np.array(tensor.data, np.float64) for tensor in gguf.GGUFReader(path).tensors}


def reference_inputs(
    path: Path, pieces: list[Piece], answer: tuple[int, ...]
) -> tuple[dict[str, Array], Array]:
    """A Llama in numpy: the input [rows, columns] of every matrix, and the logits where a token is drawn."""
    weights = weights_of(path)
    table = weights["token_embd.weight"]
    parts = [table[list(piece)] if isinstance(piece, tuple) else np.array(piece) for piece in pieces]
    hidden = np.concatenate([*parts, table[list(answer)]])
    drawn = np.arange(len(hidden) - len(answer) - 1, len(hidden))
    inputs: dict[str, Array] = {}

    def times(name: str, values: Array) -> Array:
        inputs[name] = values
        product: Array = values @ weights[name].T
        return product

    for layer in range(SPEC.n_layer):
        block = f"blk.{layer}."
        normed = normalise(hidden)
        query, key, value = (times(f"{block}attn_{name}.weight", normed) for name in "qkv")
        mixed = times(f"{block}attn_output.weight", attend(query, key, value))
        hidden = hidden + mixed
        if layer == SPEC.n_layer - 1:
            hidden = hidden[drawn]  # what no token is drawn from ends here, as on the device
        normed = normalise(hidden)
        gate = times(f"{block}ffn_gate.weight", normed)
        up = times(f"{block}ffn_up.weight", normed)
        hidden = hidden + times(f"{block}ffn_down.weight", gate / (1 + np.exp(-gate)) * up)
    logits = times("output.weight", normalise(hidden))
    return inputs, logits


def normalise(values: Array) -> Array:
    scaled: Array = values / np.sqrt((values**2).mean(axis=-1, keepdims=True) + 1e-5)
    return scaled


def attend(query: Array, key: Array, value: Array) -> Array:
    """Causal attention with rotary positions, pairs of neighbours turned, heads of keys shared."""
    n, width = len(query), SPEC.n_embd // SPEC.n_head
    angles = np.arange(n)[:, None] * 10000.0 ** (-np.arange(0, width, 2) / width)
    turn = np.exp(1j * angles)[:, None]

    def heads(values: Array, rotate: bool) -> Array:
        split = values.reshape(n, -1, width)
        if rotate:
            pairs = (split[..., ::2] + 1j * split[..., 1::2]) * turn
            split = np.stack([pairs.real, pairs.imag], axis=-1).reshape(split.shape)
        return np.repeat(split, SPEC.n_head // split.shape[1], axis=1)

    q, k, v = heads(query, True), heads(key, True), heads(value, False)
    scores = np.einsum("ihd,jhd->hij", q, k) / np.sqrt(width)
    scores = np.where(np.tri(n, dtype=bool), scores, -np.inf)
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    mixed: Array = np.einsum("hij,jhd->ihd", shares, v).reshape(n, -1)
    return mixed


def test_sums_are_those_of_the_same_model_in_numpy(model: Path) -> None:
    answer = (310, 311)
    wanted, logits = reference_inputs(model, prompt(), answer)
    collector = Collector(frozenset(wanted))
    with ProbeLlm(model, ProbeOptions(SPEC.n_ctx), collector) as llm:
        found = [llm.prefill(prompt()), llm.extend(answer)]
    assert np.abs(np.concatenate(found) - logits).max() < 1e-4
    matrix = collector.matrix()
    assert set(matrix.tensors) == set(wanted)
    for name, inputs in wanted.items():
        tensor = matrix.tensors[name]
        # The layer before the last sees every position, those after it only where tokens are drawn.
        assert tensor.counts.tolist() == [len(inputs)], name
        assert np.allclose(tensor.sums, (inputs**2).sum(axis=0), rtol=1e-4, atol=1e-6), name
    assert matrix.positions == 14


def test_soft_tokens_change_what_matters(model: Path) -> None:
    def measure(pieces: list[Piece]) -> Array:
        collector = Collector(frozenset({"blk.0.attn_k.weight"}))
        with ProbeLlm(model, ProbeOptions(SPEC.n_ctx), collector) as llm:
            llm.prefill(pieces)
        return collector.matrix().tensors["blk.0.attn_k.weight"].sums

    words = [piece for piece in prompt() if isinstance(piece, tuple)]
    with_rows, without = measure(prompt()), measure(words)
    rows = prompt()[1]
    assert np.allclose(
        with_rows - without, (normalise(np.array(rows, np.float64)) ** 2).sum(axis=0), rtol=1e-4
    )


def test_watching_changes_no_logit(model: Path) -> None:
    with ProbeLlm(model, ProbeOptions(SPEC.n_ctx)) as llm:
        plain = llm.prefill(prompt())
    with ProbeLlm(model, ProbeOptions(SPEC.n_ctx), Collector(frozenset({"output.weight"}))) as llm:
        assert np.array_equal(llm.prefill(prompt()), plain)


def make_mixture(path: Path) -> Path:
    """The tiny Llama with experts in place of its feed-forward matrices."""
    plain = make_tiny_gguf(path.with_name("plain.gguf"), SPEC)
    reader = gguf.GGUFReader(plain)
    writer = gguf.GGUFWriter(path, "llama")
    for name, field in reader.fields.items():
        if not name.startswith("GGUF.") and name != "general.architecture":
            kind, inner = field.types[0], field.types[-1] if len(field.types) > 1 else None
            writer.add_key_value(name, field.contents(), kind, inner)
    writer.add_expert_count(EXPERTS)
    writer.add_expert_used_count(USED)
    dice = np.random.default_rng(4)
    for tensor in reader.tensors:
        head, _, last = tensor.name.removesuffix(".weight").rpartition(".")
        values = np.array(tensor.data)
        if last in ("ffn_gate", "ffn_up", "ffn_down"):
            spread = 0.1 * dice.standard_normal((EXPERTS, *values.shape)).astype(np.float32)
            writer.add_tensor(f"{head}.{last}_exps.weight", values + spread)
        else:
            writer.add_tensor(tensor.name, values)
    for layer in range(SPEC.n_layer):
        router = dice.standard_normal((EXPERTS, SPEC.n_embd)).astype(np.float32)
        writer.add_tensor(f"blk.{layer}.ffn_gate_inp.weight", router)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def test_a_mixture_of_experts_counts_each_expert_by_itself(tmp_path: Path) -> None:
    model = make_mixture(tmp_path / "mixture.gguf")
    wanted = frozenset(
        {"blk.0.ffn_gate_inp.weight", "blk.0.ffn_up_exps.weight", "blk.0.ffn_down_exps.weight"}
    )
    collector = Collector(wanted)
    with ProbeLlm(model, ProbeOptions(SPEC.n_ctx), collector) as llm:
        llm.prefill(prompt())
    tensors = collector.matrix().tensors
    up, down, router = (tensors[f"blk.0.ffn_{n}.weight"] for n in ("up_exps", "down_exps", "gate_inp"))
    assert up.sums.shape == (EXPERTS, SPEC.n_embd) and down.sums.shape == (EXPERTS, SPEC.n_ff)
    assert up.counts.sum() == USED * 12 and np.array_equal(up.counts, down.counts)
    # Every position goes through the same number of experts: together they see what the router sees.
    assert np.allclose(up.sums.sum(axis=0), USED * router.sums[0], rtol=1e-4)


def test_sums_of_routed_rows() -> None:
    dice = np.random.default_rng(1)
    values = dice.standard_normal((6, 1, 3)).astype(np.float32)
    experts = np.array([[0, 2], [2, 1], [0, 1], [0, 2], [2, 0], [1, 2]], np.int32)
    found = accumulate_routed(values, experts, 4)
    for expert in range(4):
        rows = values[(experts == expert).any(axis=1), 0]
        assert np.allclose(found.sums[expert], (rows**2).sum(axis=0))
    assert found.counts.tolist() == [4, 3, 5, 0]


def test_sums_of_stacked_matrices_keep_them_apart() -> None:
    values = np.arange(2 * 4 * 3 * 5, dtype=np.float32).reshape(2, 4, 3, 5)
    found = accumulate(values, 4)
    assert found.sums.shape == (4, 5) and found.counts.tolist() == [6] * 4
    assert np.allclose(found.sums[1], (values[:, 1] ** 2).sum(axis=(0, 1)))


def test_weights_are_never_all_zero() -> None:
    tensor = TensorImportance(np.array([[4.0, 0.0], [0.0, 0.0]]), np.array([2, 0]))
    first, dead, *unused = tensor.weights().tolist()
    assert first == 2.0 and 0 < dead < 1e-3 and unused == [1.0, 1.0]


def test_names_of_copies_on_a_device() -> None:
    assert plain_name(b"CUDA0#blk.0.attn_k.weight#0") == plain_name(b"blk.0.attn_k.weight")


def test_the_file_is_llama_cpps(model: Path, tmp_path: Path) -> None:
    collector = Collector(frozenset({"blk.0.attn_k.weight", "output.weight"}), ("words", "abc"), 1)
    with ProbeLlm(model, ProbeOptions(SPEC.n_ctx), collector) as llm:
        llm.prefill(prompt())
    matrix = collector.matrix()
    path = save_imatrix(matrix, tmp_path / "matrix.gguf")
    again = load_imatrix(path)
    assert again.datasets == ("words", "abc") and again.prompts == 1
    assert again.positions == matrix.positions
    for name, tensor in matrix.tensors.items():
        assert np.allclose(again.tensors[name].sums, tensor.sums, rtol=1e-6)
    names = {tensor.name: list(tensor.shape) for tensor in gguf.GGUFReader(path).tensors}
    assert names["output.weight.in_sum2"] == [SPEC.n_embd, 1] and names["output.weight.counts"] == [1, 1]


def test_files_that_hold_no_matrix_are_refused(model: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="wanted a GGUF of type 'imatrix'"):
        load_imatrix(model)
    broken = ImportanceMatrix({"a.weight": TensorImportance(np.array([[np.nan]]), np.array([1]))})
    with pytest.raises(ExportError, match=r"a\.weight holds something that is no sum"):
        load_imatrix(save_imatrix(broken, tmp_path / "broken.gguf"))
    with pytest.raises(ExportError, match="cannot be written"):
        save_imatrix(broken, tmp_path / "nowhere" / "matrix.gguf")


def test_nothing_run_is_no_matrix() -> None:
    with pytest.raises(ExportError, match="no prompt was run"):
        Collector(frozenset({"output.weight"})).matrix()


def test_a_foreign_layout_is_noticed(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GgmlLibrary, "agrees", lambda *_: False)
    collector = Collector(frozenset({"output.weight"}))
    with ProbeLlm(model, ProbeOptions(SPEC.n_ctx), collector) as llm:
        llm.prefill(prompt())
    with pytest.raises(ExportError, match="not laid out as anymal-edge knows"):
        collector.matrix()
    monkeypatch.setattr(ctypes, "sizeof", lambda _: 1)
    with pytest.raises(ExportError, match=r"lays tensors out in another way.*bytes a tensor"):
        GgmlLibrary(load_llama())


def test_an_unknown_operation_has_no_number() -> None:
    with pytest.raises(ExportError, match="no operation 'MUL_CAT'"):
        GgmlLibrary(load_llama()).operation("MUL_CAT")


def test_the_probe_refuses_what_llama_cpp_would_abort_on(model: Path) -> None:
    bad: dict[str, Any]
    for bad, message in (
        ({"cache_k": "q7"}, "'q7' is unknown"),
        ({"cache_v": "q8_0"}, "flash attention"),
    ):
        with pytest.raises(ExportError, match=message):
            ProbeOptions(32, **bad)
    with ProbeLlm(model, ProbeOptions(32)) as llm:
        with pytest.raises(ContextFull, match="do not fit"):
            llm.prefill([tuple(range(len(vocabulary()[0])))[:40]])
        with pytest.raises(ExportError, match="must be finite"):
            llm.prefill([np.full((2, SPEC.n_embd), np.nan, np.float32)])
        assert llm.prefill([(1, 2)]).shape == (1, llm.n_vocab)


def test_small_caches_run(model: Path) -> None:
    with ProbeLlm(model, ProbeOptions(SPEC.n_ctx)) as llm:
        exact = llm.prefill([*prompt(), (306,)])
    options = ProbeOptions(SPEC.n_ctx, cache_k="f16", cache_v="f16")
    with ProbeLlm(model, options) as llm:
        drifted = np.abs(llm.prefill([*prompt(), (306,)]) - exact).max()
    assert 0 < drifted < 0.1
