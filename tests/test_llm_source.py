"""The LLM of a recipe: a GGUF ships as it is; what cannot be had, converted or run is said in words."""

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from gguf import GGUFReader, GGUFValueType, GGUFWriter
from safetensors.torch import load_file, save_file

from anymal.errors import AnymalError, BundleError, ExportError
from anymal.export.llm_source import prepare_llm
from anymal.export.recipe import AdapterSource, LlmSource
from anymal.export.row_scale import read_token_rows
from tests.llm_families import make_family, make_vocabulary
from tests.lora_maker import make_pairs, tiny_weights, write_adapter
from tests.tiny_models import make_tiny_gguf


def prepare(source: LlmSource, work: Path) -> Any:
    return prepare_llm(source, work, 1, lambda line: None)


def rewritten(source: Path, out: Path, architecture: str, **changes: Any) -> Path:
    """A copy of a GGUF as if it were of another architecture, with metadata changed."""
    reader = GGUFReader(source)
    writer = GGUFWriter(out, architecture)
    for key, field in reader.fields.items():
        if key.startswith("GGUF.") or key == "general.architecture" or key in changes:
            continue
        kind = field.types[0]
        sub_type = field.types[-1] if kind == GGUFValueType.ARRAY else None
        writer.add_key_value(
            key.replace("llama.", f"{architecture}.", 1), field.contents(), kind, sub_type=sub_type
        )
    for key, value in changes.items():
        writer.add_uint32(key, value)
    for tensor in reader.tensors:
        writer.add_tensor(tensor.name, np.array(tensor.data))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return out


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_gguf(tmp_path_factory.mktemp("gguf") / "tiny.gguf")


def test_a_gguf_ships_as_it_is(tiny: Path, tmp_path: Path) -> None:
    before = tiny.read_bytes()
    found = prepare(LlmSource(str(tiny), "Q4_K_M", n_ctx=4096), tmp_path)
    assert found.exact == found.shipped == tiny and found.folder is None
    assert (found.n_embd, found.n_ctx, found.quantization, found.embedding_scale) == (64, 1024, "F32", 1.0)
    assert found.notes == (
        "n_ctx is 1024, which the LLM was trained for, not 4096",
        "a GGUF ships as it is (F32): `anymal quantize` makes a bundle smaller",
    )
    assert list(found.provenance["llm"]["files"]) == ["tiny.gguf"]
    assert tiny.read_bytes() == before and not list(tmp_path.iterdir())


def test_a_gguf_takes_gguf_adapters(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    adapters = tuple(
        AdapterSource(name, str(write_adapter(tmp_path / f"{name}.gguf", make_pairs(seed))), "switch", scale)
        for name, seed, scale in (("audio", 1, 1.0), ("task", 2, 0.5))
    )
    found = prepare(LlmSource(str(tiny), "F32", 64, adapters), tmp_path / "work")
    assert [(one.name, one.file.name, one.scale) for one in found.adapters] == [
        ("audio", "audio.lora.gguf", 1.0),
        ("task", "task.lora.gguf", 0.5),
    ]
    assert all(one.file.parent == tmp_path / "work" for one in found.adapters)


def test_adapters_that_do_not_fit_a_gguf(tiny: Path, tmp_path: Path) -> None:
    a, b = make_pairs()["blk.0.attn_q.weight"]
    wrong = write_adapter(tmp_path / "wrong.gguf", {"blk.0.attn_q.weight": (a[:, :8], b)})
    cases = {
        r"wrong\.gguf: .*another base model$": AdapterSource("a", str(wrong), "switch"),
        "nothing is merged into a GGUF": AdapterSource("a", str(wrong), "merge"),
        "no such file; wanted a GGUF adapter": AdapterSource("a", str(tmp_path / "no.gguf"), "switch"),
        "a name is up to 32 of": AdapterSource("../a", str(wrong), "switch"),
        "and not 'none'": AdapterSource("none", str(wrong), "switch"),
    }
    for message, adapter in cases.items():
        with pytest.raises(AnymalError, match=message):
            prepare(LlmSource(str(tiny), "F32", 64, (adapter,)), tmp_path)


@pytest.mark.parametrize(
    ("architecture", "changes", "message"),
    [
        ("clip", {}, r"must be a language model, found .*mmproj"),
        ("bert", {}, "must be a language model, found 'a text encoder'"),
        ("stratus", {}, "unknown model architecture: 'stratus'.*cannot be used here"),
        ("t5", {}, "cannot be used here"),
        ("llama", {"split.count": 3}, r"split.count must be 1 \(merge the parts first\), found 3"),
        ("llama", {"tokenizer.ggml.bos_token_id": 1 << 20}, "bos_token_id must be below"),
    ],
)
def test_a_gguf_that_is_no_llm_of_ours(
    tiny: Path, tmp_path: Path, architecture: str, changes: dict[str, int], message: str
) -> None:
    bad = rewritten(tiny, tmp_path / "bad.gguf", architecture, **changes)
    with pytest.raises((BundleError, ExportError), match=message):
        prepare(LlmSource(str(bad), "F32", 64), tmp_path)


def test_a_gguf_without_template_is_told(tmp_path: Path) -> None:
    bare = make_tiny_gguf(tmp_path / "bare.gguf", chat_template=None)
    assert "it has no chat template" in prepare(LlmSource(str(bare), "F32", 64), tmp_path).notes[-1]


def test_what_cannot_be_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    cases = {
        str(tmp_path / "no.gguf"): "no such file; wanted a GGUF",
        str(tmp_path / "nowhere" / "at" / "all"): "no such folder",
        "nobody/nothing-of-the-kind": "HF_HUB_OFFLINE forbids the hub",
        str(tmp_path): "no config.json",
    }
    for source, message in cases.items():
        with pytest.raises(ExportError, match=message):
            prepare(LlmSource(source), tmp_path)


def test_a_config_of_an_unknown_class_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "config.json").write_text(
        json.dumps({"architectures": ["StratusForCausalLM"], "model_type": "stratus", "hidden_size": 64})
    )
    with pytest.raises(ExportError, match=r"\(exit code 1\): ERROR:.*Stratus.* is not supported"):
        prepare(LlmSource(str(folder)), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["odd"]


def test_an_llm_whose_pickle_holds_code_is_refused_unread(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[Any, ...]:
            return os.mkdir, (str(tmp_path / "it-ran"),)

    folder = make_family("llama", tmp_path / "llm", make_vocabulary(tmp_path / "tokenizer.model"))
    (folder / "model.safetensors").unlink()
    torch.save({"model.embed_tokens.weight": torch.zeros(2), "x": Trap()}, folder / "pytorch_model.bin")
    with pytest.raises(ExportError, match=r"llm: a pickle .* was not read: .*; save .* safetensors$"):
        prepare(LlmSource(str(folder)), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["llm", "tokenizer.model"]


def spoilt(folder: Path, **tensors: Any) -> None:
    """Replace tensors; None takes one out."""
    weights = load_file(folder / "model.safetensors") | tensors
    kept = {name: value for name, value in weights.items() if value is not None}
    save_file(kept, folder / "model.safetensors", metadata={"format": "pt"})


UP = "model.layers.0.mlp.up_proj.weight"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nan", r"'blk\.0\.ffn_up\.weight' has invalid data; numbers in it are NaN"),
        ("lacks", r"cannot load it: .*blk\.0\.ffn_up\.weight.* here: the weights and the config\.json"),
        (
            "wide",
            r"cannot load it: .*wrong shape.* here: the weights and the config\.json beside them are not",
        ),
        ("untokened", r"no tokenizer in it \(.*\); save the tokenizer beside the weights: .*\)$"),
        ("my-phi3", r"takes what is called 'My Phi3' for Microsoft's.*: give its folder a name without phi3"),
    ],
)
def test_a_damaged_folder_is_named_as_it_was_given(name: str, message: str, tmp_path: Path) -> None:
    folder = make_family(
        "phi" if "phi" in name else "llama", tmp_path / name, make_vocabulary(tmp_path / "v")
    )
    if name == "nan":
        spoilt(folder, **{UP: torch.full((96, 64), torch.nan)})
    elif name == "lacks":
        spoilt(folder, **{UP: None})
    elif name == "wide":
        config = json.loads((folder / "config.json").read_text())
        (folder / "config.json").write_text(json.dumps({**config, "intermediate_size": 128}))
    elif name == "untokened":
        (folder / "tokenizer.model").unlink()
        (folder / "tokenizer_config.json").unlink()
    (tmp_path / "work").mkdir()
    with pytest.raises(AnymalError, match=rf"^{folder}: (?!f32|llm).*{message}"):
        prepare(LlmSource(str(folder), "F32", 64), tmp_path / "work")


def test_rows_of_the_embedding_are_read_back(tiny: Path) -> None:
    rows = read_token_rows(tiny, [7, 3])
    np.testing.assert_array_equal(rows, tiny_weights()["token_embd.weight"][[7, 3]])
