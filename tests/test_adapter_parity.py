"""An adapter that is switched on is part of the gate: export and verify compare it with PEFT's own merge."""

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from anymal.engines.bundle import load_bundle
from anymal.errors import ExportError
from anymal.export.llama_source import llama_source
from anymal.runtime import cli
from tests import tiny_sources
from tests.llm_families import make_family, make_vocabulary
from tests.test_lora import make_lora

pytest.importorskip("peft", reason="merging LoRA needs peft (extra train)")
# peft 0.21 asks transformers 5.23 for a name that is on its way out.
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`:FutureWarning")

RECIPE = """
name = "switched"
[llm]
source = "llama"
quantization = "F32"
n_ctx = 256
[[llm.adapters]]
name = "image"
source = "task"
mode = "switch"
scale = 0.5
[modalities.image]
encoder = "clip"
aligner = "linear-random:3"
precisions = ["fp32"]
"""
FEW = ["--questions", "3", "--max-tokens", "3", "--threads", "1", "--max-changed", "1"]
STAGE = "llm with adapter image: the GGUF (F32) against transformers, same soft tokens: largest logit error"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recipe beside its parts, and the bundle that was made of it."""
    try:
        llama_source()
    except ExportError as error:
        pytest.skip(f"no llama.cpp converter: {error}")
    folder = tmp_path_factory.mktemp("adapters")
    base = make_family("llama", folder / "llama", make_vocabulary(folder / "vocabulary.model"))
    make_lora(base, folder / "task")
    tiny_sources.make_clip(folder / "clip")
    (folder / "recipe.toml").write_text(RECIPE)
    out = ["-o", str(folder / "bundle")]
    assert cli.main(["export", str(folder / "recipe.toml"), *out, *FEW, "--inputs", "2"]) == 0
    return folder


def verify(folder: Path) -> int:
    reference = ["--reference", str(folder / "recipe.toml"), "--samples", "2"]
    return cli.main(["verify", str(folder / "bundle"), *reference, *FEW])


def test_export_and_verify_compare_the_adapter(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parity = load_bundle(folder / "bundle").manifest.parity
    switched, plain = parity["adapters"]["image"], parity["llm_f32"]
    assert switched["answers_changed"] == 0.0 and switched["max_abs"] < 1e-3
    assert switched["prompts"] == 3 and switched["logit_scale"] != plain["logit_scale"]
    assert verify(folder) == 0
    assert f"ok   {STAGE}" in capsys.readouterr().err
    manifest = load_bundle(folder / "bundle").manifest
    adapter = manifest.provenance["llm"]["adapters"]["image"]
    assert (adapter["mode"], adapter["scale"]) == ("switch", 0.5)
    proven = manifest.verified["reference"]["weights"]
    name = "llm/adapters/image/files/adapter_model.safetensors"
    assert proven[name] == adapter["files"]["adapter_model.safetensors"]
    assert cli.main(["inspect", str(folder / "bundle")]) == 0
    assert "adapter image: image.lora.gguf  " in capsys.readouterr().out


def test_another_adapter_in_the_recipe_fails_by_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = folder / "task" / "adapter_model.safetensors"
    before = weights.read_bytes()
    tensors = load_file(weights)
    dice = torch.Generator().manual_seed(9)
    save_file({k: torch.randn(v.shape, generator=dice) for k, v in tensors.items()}, weights)
    try:
        assert verify(folder) == 1
    finally:
        weights.write_bytes(before)
    assert f"NOT verified; the first bad stage is {STAGE}" in capsys.readouterr().err
    checks = json.loads((folder / "bundle" / "bundle.json").read_text())["verified"]["checks"]
    assert [check["passed"] for check in checks if check["stage"].startswith("llm: ")] != []
    assert all(check["passed"] for check in checks if check["stage"].startswith("llm: "))
