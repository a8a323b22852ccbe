"""LoRA adapters of PEFT: merging and switching agree with PEFT itself, and a misfit is refused in words."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file

from anymal.engines.gguf_header import read_gguf_header
from anymal.engines.llama_adapter import AdapterFile
from anymal.engines.llama_engine import LlamaEngine, LlamaOptions
from anymal.errors import ExportError
from anymal.export.llm_source import prepare_llm
from anymal.export.lora import check_base, convert_lora, read_lora
from anymal.export.recipe import AdapterSource, LlmSource
from anymal.models.multimodal_lm import MultimodalLm, load_llm
from tests.llm_families import make_family, make_vocabulary
from tests.tiny_models import make_tiny_gguf

peft = pytest.importorskip("peft", reason="merging LoRA needs peft (extra train)")
# peft 0.21 asks transformers 5.23 for a name that is on its way out.
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`:FutureWarning")

TOKENS = [1, 5, 40, 300, 77]
OPTIONS = LlamaOptions(n_ctx=64, threads=1, kv_f32=True)
SCALE = 0.5


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lora-base")
    return make_family("llama", folder / "base", make_vocabulary(folder / "tokenizer.model"))


def make_lora(base: Path, out: Path, **options: Any) -> Path:
    """Train nothing: a PEFT adapter of `base` with random weights that are large enough to see."""
    torch.manual_seed(1)
    config = peft.LoraConfig(r=4, lora_alpha=12, target_modules=["q_proj", "k_proj", "down_proj"], **options)
    model = peft.get_peft_model(load_llm(base), config)
    for name, values in model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(values, std=0.2)
    model.save_pretrained(out)
    return out


@pytest.fixture(scope="session")
def lora(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rank-stabilised, so that an alpha taken for what it is would show."""
    return make_lora(base, tmp_path_factory.mktemp("lora") / "task", use_rslora=True)


def logits_of(path: Path, *adapters: AdapterFile) -> NDArray[np.float32]:
    with LlamaEngine(path, OPTIONS, adapters=adapters) as engine:
        engine.use_adapters([adapter.name for adapter in adapters])
        engine.decode_tokens(TOKENS, 0)
        return engine.logits()


def test_merged_and_switched_agree_with_peft(base: Path, lora: Path, tmp_path: Path) -> None:
    adapter = str(lora)
    (tmp_path / "s").mkdir()
    (tmp_path / "m").mkdir()
    lines: list[str] = []
    switched = prepare_llm(
        LlmSource(str(base), "F32", 64, (AdapterSource("task", adapter, "switch", SCALE),)),
        tmp_path / "s",
        1,
        lines.append,
    )
    merged = prepare_llm(
        LlmSource(str(base), "Q8_0", 64, (AdapterSource("task", adapter, "merge", SCALE),)),
        tmp_path / "m",
        1,
        lines.append,
    )
    wrapped = peft.PeftModel.from_pretrained(load_llm(base), adapter)
    for module in wrapped.modules():
        if isinstance(module, peft.tuners.lora.LoraLayer):
            module.scale_layer(SCALE)
    with torch.no_grad():
        wanted = wrapped(torch.tensor([TOKENS])).logits[0, -1].numpy()
        assert merged.folder is not None
        again = MultimodalLm(load_llm(merged.folder))([TOKENS])[-1].numpy()

    assert switched.folder == base and merged.folder != base
    assert [one.name for one in switched.adapters] == ["task"] and merged.adapters == ()
    one = switched.adapters[0]
    found = {
        "transformers, merged": again,
        "GGUF, merged": logits_of(merged.exact),
        "GGUF, switched on": logits_of(switched.exact, AdapterFile(one.name, one.file, one.scale)),
    }
    for name, values in found.items():
        assert np.abs(values - wanted).max() < 1e-4, name
    assert np.abs(logits_of(switched.shipped) - wanted).max() > 0.1
    assert merged.shipped != merged.exact and (merged.folder / "tokenizer.model").is_file()
    assert lines == [
        "llm: converting base to GGUF",
        "llm: converting adapter task to GGUF",
        "llm: merging task into base",
        "llm: converting base to GGUF",
    ]


Change = Callable[[dict[str, Any], dict[str, torch.Tensor]], None]
Q = "base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight"


def changed(lora: Path, out: Path, change: Change) -> Path:
    """A copy of the adapter with its config and tensors changed."""
    config = json.loads((lora / "adapter_config.json").read_text())
    tensors = load_file(lora / "adapter_model.safetensors")
    change(config, tensors)
    out.mkdir()
    (out / "adapter_config.json").write_text(json.dumps(config))
    save_file(tensors, out / "adapter_model.safetensors")
    return out


def other_layer(config: dict[str, Any], tensors: dict[str, torch.Tensor]) -> None:
    for side in "AB":
        tensors[f"base_model.model.model.layers.9.self_attn.q_proj.lora_{side}.weight"] = torch.ones(4, 4)


def other_width(config: dict[str, Any], tensors: dict[str, torch.Tensor]) -> None:
    tensors[Q] = torch.ones(4, 128)


def half(config: dict[str, Any], tensors: dict[str, torch.Tensor]) -> None:
    del tensors[Q]


def says(**values: Any) -> Change:
    return lambda config, tensors: config.update(values)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (other_layer, r"another base than .*: model\.layers\.9\.self_attn\.q_proj is not there"),
        (other_width, r"q_proj is \[64, 64\], the adapter changes \[64, 128\]; it was trained on"),
        (half, "q_proj has lora_B alone"),
        (says(peft_type="IA3"), "peft_type must be LORA, found 'IA3'"),
        (says(alora_invocation_tokens=[5, 6]), "is an aLoRA"),
        (lambda config, tensors: tensors.clear() or tensors.update(x=torch.ones(1)), "holds no lora_A"),
    ],
)
def test_a_misfit_is_refused(base: Path, lora: Path, tmp_path: Path, change: Change, message: str) -> None:
    folder = changed(lora, tmp_path / "bad", change)
    with pytest.raises(ExportError, match=message):
        check_base(read_lora(AdapterSource("bad", str(folder), "merge")), base)


@pytest.mark.parametrize("mode", ["merge", "switch"])
def test_a_misfit_is_told_before_the_llm_is_touched(
    base: Path, lora: Path, tmp_path: Path, mode: Literal["merge", "switch"]
) -> None:
    folder = changed(lora, tmp_path / "bad", other_width)
    source = LlmSource(str(base), "F32", 64, (AdapterSource("bad", str(folder), mode),))
    said: list[str] = []
    with pytest.raises(ExportError, match="is of another base"):
        prepare_llm(source, tmp_path, 1, said.append)
    assert said == [] and [path.name for path in tmp_path.iterdir()] == ["bad"]


def magnitude(config: dict[str, Any], tensors: dict[str, torch.Tensor]) -> None:
    tensors[Q.replace("lora_A.weight", "lora_magnitude_vector")] = torch.ones(64)


def ranks(config: dict[str, Any], tensors: dict[str, torch.Tensor]) -> None:
    tensors[Q] = torch.ones(2, 64)
    tensors[Q.replace("lora_A", "lora_B")] = torch.ones(64, 2)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (magnitude, "lora_magnitude_vector is no lora_A or lora_B"),
        (ranks, "use_rslora with several ranks cannot be said"),
        (says(alpha_pattern={"q_proj": 3}), "alpha_pattern cannot be said in a GGUF adapter"),
        (says(fan_in_fan_out=True), "fan_in_fan_out cannot be said"),
    ],
)
def test_what_cannot_be_switched_is_to_be_merged(
    base: Path, lora: Path, tmp_path: Path, change: Change, message: str
) -> None:
    adapter = read_lora(AdapterSource("a", str(changed(lora, tmp_path / "a", change)), "switch"))
    header = read_gguf_header(make_tiny_gguf(tmp_path / "tiny.gguf"))
    with pytest.raises(ExportError, match=f'{message}.*set mode = "merge"'):
        convert_lora(adapter, base, header, tmp_path / "a.gguf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "tiny.gguf"]
    source = LlmSource(str(base), "F32", 64, (AdapterSource("a", adapter.folder.as_posix(), "switch"),))
    said: list[str] = []
    with pytest.raises(ExportError, match=f'{message}.*set mode = "merge"'):
        prepare_llm(source, tmp_path, 1, said.append)
    assert said == [], "the LLM was converted first"


def test_a_pickle_with_code_is_refused_unread(lora: Path, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[Any, ...]:
            return (print, ("the pickle ran",))

    folder = changed(lora, tmp_path / "bad", says())
    (folder / "adapter_model.safetensors").unlink()
    (folder / "adapter_model.bin").write_bytes(pickle.dumps({"x": Trap()}, protocol=2))
    with pytest.raises(ExportError, match=r"adapter_model\.bin"):
        read_lora(AdapterSource("bad", str(folder), "merge"))


def test_an_adapter_of_a_tied_embedding_is_refused(tmp_path: Path, lora: Path, base: Path) -> None:
    tied = tmp_path / "tied"
    tied.mkdir()
    config = json.loads((base / "config.json").read_text())
    (tied / "config.json").write_text(json.dumps({**config, "tie_word_embeddings": True}))

    def head(config: dict[str, Any], tensors: dict[str, torch.Tensor]) -> None:
        tensors["base_model.model.lm_head.lora_A.weight"] = torch.ones(4, 64)
        tensors["base_model.model.lm_head.lora_B.weight"] = torch.ones(424, 4)

    adapter = read_lora(AdapterSource("a", str(changed(lora, tmp_path / "a", head)), "merge"))
    check_base(adapter, base)
    with pytest.raises(ExportError, match=r"changes lm_head, which .* uses as both first and last matrix"):
        check_base(adapter, tied)


def test_a_gguf_adapter_cannot_be_merged(base: Path, tmp_path: Path) -> None:
    source = LlmSource(str(base), adapters=(AdapterSource("a", "a.gguf", "merge"),))
    with pytest.raises(ExportError, match='a GGUF adapter cannot be merged; set mode = "switch"'):
        prepare_llm(source, tmp_path, 1, lambda line: None)
