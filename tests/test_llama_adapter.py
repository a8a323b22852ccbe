"""GGUF adapters at run time: switching is exact and forgets; no bad file reaches llama.cpp."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

import anymal
from anymal.engines.gguf_header import read_gguf_header
from anymal.engines.llama_adapter import AdapterFile, check_adapter
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.engines.manifest import AdapterSpec
from anymal.errors import BundleError, ConfigError, EngineError
from anymal.runtime.adapters import choose_adapters
from anymal.runtime.assistant import Assistant
from anymal.runtime.demo_recording import write_recording
from anymal.runtime.live_replay import ReplayQuestion
from anymal.runtime.options import AssistantOptions, GenerationOptions
from anymal.samples import AudioChunk
from tests.lora_maker import make_pairs, write_adapter, write_merged
from tests.runtime_helpers import AnymalProcess
from tests.tiny_models import TinySpec, make_tiny_bundle, make_tiny_gguf, tiny_manifest, write_manifest

TOKENS = [1, 4, 80, 200, 300, 33]
EXACT = 2e-5  # rounding, of logits of scale 3
OPTIONS = LlamaOptions(n_ctx=64, threads=1, kv_f32=True)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_gguf(tmp_path_factory.mktemp("base") / "tiny.gguf")


def logits(engine: LlamaEngine) -> NDArray[np.float32]:
    """Logits after tokens and rows on an empty context."""
    rows = np.random.default_rng(3).standard_normal((3, 64)).astype(np.float32)
    engine.clear()
    engine.decode_tokens(TOKENS, 0)
    engine.decode_rows(rows, len(TOKENS))
    return engine.logits()


def logits_of(path: Path) -> NDArray[np.float32]:
    with LlamaEngine(path, OPTIONS) as engine:
        return logits(engine)


def test_switching_equals_merging_one_two_and_none(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = make_pairs(1), make_pairs(2, ("blk.0.attn_v.weight", "output.weight"), rank=2)
    files = [
        AdapterFile("one", write_adapter(tmp_path / "one.gguf", one)),
        AdapterFile("two", write_adapter(tmp_path / "two.gguf", two), scale=0.5),
    ]
    wanted = {
        (): logits_of(base),
        ("one",): logits_of(write_merged(tmp_path / "a.gguf", monkeypatch, (one, 1.0))),
        ("two",): logits_of(write_merged(tmp_path / "b.gguf", monkeypatch, (two, 0.5))),
        ("one", "two"): logits_of(write_merged(tmp_path / "c.gguf", monkeypatch, (one, 1.0), (two, 0.5))),
    }
    with LlamaEngine(base, OPTIONS, adapters=files) as engine:
        assert engine.adapters == ("one", "two")
        for names in [(), ("one",), ("two",), (), ("two", "one"), ("one",), ()]:
            engine.use_adapters(names)
            key = tuple(sorted(names))
            np.testing.assert_allclose(logits(engine), wanted[key], rtol=0, atol=EXACT)
            for other in set(wanted) - {key}:
                assert np.abs(wanted[other] - wanted[key]).max() > 0.1


def test_a_switch_forgets_and_the_same_choice_again_does_not(base: Path, tmp_path: Path) -> None:
    with LlamaEngine(
        base, OPTIONS, adapters=[AdapterFile("a", write_adapter(tmp_path / "a.gguf"))]
    ) as engine:
        engine.decode_tokens(TOKENS, 0)
        engine.use_adapters([])
        assert engine.resident() == len(TOKENS)
        engine.use_adapters(["a"])
        assert engine.resident() == 0
        with pytest.raises(EngineError, match="no logits yet"):
            engine.logits()
        with pytest.raises(ConfigError, match="adapter 'b' is unknown; this LLM has a"):
            engine.use_adapters(["b"])


def test_names_must_differ_and_scales_be_numbers(base: Path, tmp_path: Path) -> None:
    file = AdapterFile("a", write_adapter(tmp_path / "a.gguf"))
    with pytest.raises(ConfigError, match="of different names, found a, a"):
        LlamaEngine(base, OPTIONS, adapters=[file, file])
    with pytest.raises(ConfigError, match="finite scale"):
        AdapterFile("a", file.path, float("nan"))


PAIR = ("blk.0.attn_q.weight",)
A, B = (values for values in make_pairs(targets=PAIR)[PAIR[0]])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"says": {"general.type": "model"}}, "general.type must be 'adapter'"),
        ({"says": {"general.architecture": "qwen2"}}, "general.architecture must be 'llama'"),
        ({"says": {"adapter.type": "control_vector"}}, "adapter.type must be 'lora'"),
        ({"says": {"adapter.lora.alpha": np.float64(8)}}, "must be a finite 32-bit float"),
        ({"says": {"adapter.lora.alpha": float("nan")}}, "must be a finite 32-bit float"),
        ({"says": {"adapter.alora.invocation_tokens": [1, 2]}}, "is an aLoRA"),
        ({"pairs": {}}, "holds no LoRA tensors"),
        ({"extra": {"blk.0.attn_norm.weight": np.ones(64, np.float32)}}, "would leave it out; merge"),
        ({"pairs": {}, "extra": {f"{PAIR[0]}.lora_a": A}}, "lacks .lora_b"),
        ({"pairs": {"blk.7.attn_q.weight": (A, B)}}, "no such tensor; the adapter is of another base"),
        ({"pairs": {PAIR[0]: (A[:, :32], B)}}, "is of another base model"),
        ({"pairs": {PAIR[0]: (A, B[:32])}}, "is of another base model"),
        ({"pairs": {PAIR[0]: (A[:2], B)}}, "is of another base model"),
        ({"pairs": {PAIR[0]: (A[0], B)}}, "is of another base model"),
        ({"pairs": {PAIR[0]: (A[None], B[None])}}, "is of another base model"),
        ({"pairs": {"output_norm.weight": (A, B)}}, "is of another base model"),
    ],
)
def test_what_does_not_fit_never_reaches_llama(
    base: Path, tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    file = AdapterFile("bad", write_adapter(tmp_path / "bad.gguf", **change))
    with pytest.raises(BundleError, match=message):
        LlamaEngine(base, OPTIONS, adapters=[file])


def test_an_adapter_of_tied_embeddings_is_refused(base: Path, tmp_path: Path) -> None:
    """llama.cpp would multiply by its A, which is laid out for looking up rows, and assert."""
    header = read_gguf_header(base)
    n_vocab = len(header.tokens)
    pair = (np.zeros((n_vocab, 4), np.float32), np.zeros((64, 4), np.float32))
    adapter = read_gguf_header(write_adapter(tmp_path / "a.gguf", {"token_embd.weight": pair}))
    check_adapter(adapter, header)
    tied = {name: info for name, info in header.tensors.items() if name != "output.weight"}
    with pytest.raises(BundleError, match="token embeddings, which are the output matrix"):
        check_adapter(adapter, type(header)(header.path, header.version, header.metadata, tied))


def test_a_truncated_adapter_is_named(base: Path, tmp_path: Path) -> None:
    path = write_adapter(tmp_path / "short.gguf")
    path.write_bytes(path.read_bytes()[:-500])
    with pytest.raises(BundleError, match=r"short\.gguf.*truncated"):
        LlamaEngine(base, OPTIONS, adapters=[AdapterFile("a", path)])


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny bundle with an adapter for sounds and one for a task."""
    folder = make_tiny_bundle(tmp_path_factory.mktemp("adapters") / "tiny")
    write_adapter(folder / "audio.lora.gguf", make_pairs(1))
    write_adapter(folder / "task.lora.gguf", make_pairs(2))
    manifest = tiny_manifest()
    manifest["llm"]["adapters"] = [
        {"name": "audio", "file": "audio.lora.gguf", "scale": 2.0},
        {"name": "task", "file": "task.lora.gguf"},
    ]
    write_manifest(folder, manifest)
    return folder


def test_an_answer_takes_the_adapter_of_its_sense_or_the_one_asked_for(bundle: Path) -> None:
    short = GenerationOptions(max_tokens=8)
    sound = AudioChunk(0, np.linspace(-0.5, 0.5, 80_000, dtype=np.float32), 16_000)
    with anymal.load(str(bundle), AssistantOptions(threads=1)) as assistant:

        def ask(adapter: str | None, **given: Any) -> str:
            return assistant.ask("What is it?", adapter=adapter, generation=short, **given).text

        alone, heard = ask(None), ask(None, audio=sound)
        assert alone == ask("none") != ask("task")
        assert heard == ask("audio", audio=sound) != ask("none", audio=sound)
        assert ask(None) == alone
        with pytest.raises(ConfigError, match="adapter 'taks' is unknown; this bundle has audio, task"):
            ask("taks")


def test_a_recording_is_answered_with_an_adapter(bundle: Path, tmp_path: Path) -> None:
    scene = tmp_path / "scene.mcap"
    write_recording(scene, 3.0)
    with anymal.load(str(bundle), AssistantOptions(threads=1)) as assistant:

        def answers(adapter: str | None) -> list[str]:
            run = assistant.replay(scene, None, GenerationOptions(max_tokens=6), adapter)
            return [
                found.answer.text for found in run.answers([ReplayQuestion(2.5, "What?")]) if found.answer
            ]

        assert len(answers(None)) == 1
        assert answers(None) == answers("audio") != answers("none")
        assert answers("task") not in (answers("audio"), answers("none"))


def active(assistant: Assistant) -> tuple[str, ...]:
    return assistant._model._adapters.active


def test_a_live_session_keeps_its_adapter(bundle: Path) -> None:
    with anymal.load(str(bundle), AssistantOptions(threads=1)) as assistant:
        with assistant.live(mic="synthetic:audio"):
            assert active(assistant) == ("audio",)
        with assistant.live(mic="synthetic:audio", adapter="task"):
            assert active(assistant) == ("task",)
        with pytest.raises(ConfigError, match="adapter 'x' is unknown"):
            assistant.live(mic="synthetic:audio", adapter="x")
        assistant.ask("Still there?", generation=GenerationOptions(max_tokens=2))
        assert active(assistant) == ()


def test_the_command_line_takes_an_adapter(bundle: Path) -> None:
    asked = ["ask", "What is it?", "--bundle", str(bundle), "--json", "--max-tokens", "8", "--threads", "1"]
    with AnymalProcess() as anymal_process:
        plain = anymal_process.run(*asked)
        task = anymal_process.run(*asked, "--adapter", "task")
        unknown = anymal_process.run(*asked, "--adapter", "x")
    assert json.loads(plain.stdout)["text"] != json.loads(task.stdout)["text"]
    assert unknown.returncode == 2 and "this bundle has audio, task" in unknown.stderr


def test_a_bundle_whose_adapter_is_of_another_llm_is_refused(tmp_path: Path) -> None:
    folder = make_tiny_bundle(tmp_path / "tiny", TinySpec(n_ff=128))
    write_adapter(folder / "a.gguf", make_pairs(targets=("blk.1.ffn_down.weight",)))
    manifest = tiny_manifest(TinySpec(n_ff=128))
    manifest["llm"]["adapters"] = [{"name": "a", "file": "a.gguf"}]
    write_manifest(folder, manifest)
    with pytest.raises(BundleError, match=r"a\.gguf: 'blk\.1\.ffn_down\.weight' .*another base model"):
        anymal.load(str(folder), AssistantOptions(threads=1))


@pytest.mark.parametrize(
    ("senses", "wanted", "chosen"),
    [
        ((), None, ()),
        (("image",), None, ("image",)),
        (("image", "audio"), None, ("image", "audio")),
        (("image",), "none", ()),
        (("image",), "task", ("task",)),
    ],
)
def test_which_adapters_answer(senses: tuple[Any, ...], wanted: str | None, chosen: tuple[str, ...]) -> None:
    have = [AdapterSpec(name, f"{name}.gguf") for name in ("image", "task", "audio")]
    assert choose_adapters(have, senses, wanted) == chosen
