"""The nano recipe from end to end at its smallest size, on the real recordings, and the practice after it."""

import json
import os
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from anymal.training.cli import run
from anymal.training.stages import STAGES

SHARED = Path(os.environ.get("ANYMAL_SHARED", "../shared"))
NEEDED = ("imu_classyglass", "audio_noise_of_life", "audio_fsdd", "photos_coco_mini", "video_intel")
MISSING = [name for name in NEEDED if not (SHARED / "data" / name).is_dir()]


@pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing:FutureWarning")  # peft asks transformers
@pytest.mark.skipif(bool(MISSING), reason=f"the recipe's recordings are absent: {', '.join(MISSING)}")
def test_every_stage_runs_and_the_llm_practises_on(tmp_path: Path) -> None:
    out = tmp_path / "build"
    # Held-out files are of full size whatever the recipe: test_heldout.py makes them.
    stages = [part for name in STAGES if name != "heldout" for part in ("--only", name)]
    given = ["--recipe", "tiny", "--out", str(out), "--shared", str(SHARED), "--device", "cpu"]
    threads = torch.get_num_threads()
    assert run([*given, *stages]) == 0
    weights = out / "checkpoint" / "llm" / "model.safetensors"
    before = load_file(weights)
    assert run([*given, *stages, "--practise", "2", "--processes", "2"]) == 0
    after = load_file(weights)
    moved = {name for name, value in after.items() if not torch.equal(value, before[name])}
    assert "model.embed_tokens.weight" not in moved and len(moved) > len(before) // 2
    practice = json.loads((out / "checkpoint" / "recipe.json").read_text())["provenance"]["practice"]
    assert [one["steps"] for one in practice] == [2] and practice[0]["processes"] == 2
    assert not (out / "practise" / "state.pt").exists()
    assert torch.get_num_threads() == threads
