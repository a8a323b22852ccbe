"""The nano recipe from end to end at its smallest size, on the real recordings, and the practice after it."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from sentencepiece import SentencePieceTrainer

from anymal.errors import ConfigError, InputError
from anymal.training.chat_format import ChatTokenizer
from anymal.training.cli import run
from anymal.training.practise import PracticeOptions, practise
from anymal.training.recipe import TINY
from anymal.training.stages import STAGES, run_stages
from anymal.training.swap import put_in_place, take_back
from anymal.training.train_aligner import AlignOptions, SoftPromptRun, train_soft_prompts
from anymal.training.workshop import Workshop

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
    assert len(moved) > len(before) // 2
    assert_only_words_of_no_row_moved(out / "checkpoint" / "llm", before, after)
    record = json.loads((out / "checkpoint" / "recipe.json").read_text())
    practice = record["provenance"]["practice"]
    assert [one["steps"] for one in practice] == [2] and practice[0]["processes"] == 2
    assert not (out / "practise" / "state.pt").exists()
    assert torch.get_num_threads() == threads
    # A checkpoint alone, as it is made of a bundle, can be practised on as well: no stage runs.
    alone = tmp_path / "alone"
    shutil.copytree(out / "checkpoint", alone / "checkpoint")
    del record["prompt"]["lowercase"]  # as a bundle of before has none
    (alone / "checkpoint" / "recipe.json").write_text(json.dumps(record))
    assert run([*given[:3], str(alone), *given[4:], "--practise", "1", "--layers", "3"]) == 0
    assert sorted(path.name for path in alone.iterdir()) == ["checkpoint", "features", "practise"]
    described = json.loads((alone / "checkpoint" / "recipe.json").read_text())
    assert described["prompt"]["lowercase"] is True
    assert described["provenance"]["practice"][-1]["layers"] == 3
    trained = load_file(alone / "checkpoint" / "llm" / "model.safetensors")
    assert not torch.equal(trained["model.norm.weight"], after["model.norm.weight"])
    assert {name.split(".")[2] for name in trained if ".layers." in name} == {"0", "1", "2"}
    assert any(bool(trained[f"model.layers.{place}.mlp.down_proj.weight"].any()) for place in (1, 2))


def test_a_vocabulary_without_marks_around_thoughts_is_refused(tmp_path: Path) -> None:
    checkpoint = tmp_path / "checkpoint"
    (checkpoint / "llm").mkdir(parents=True)
    (checkpoint / "recipe.json").write_text("{}")
    sentences = ["what do you see", "a red star and a blue ring"] * 20
    vocabulary = checkpoint / "llm" / "tokenizer"
    SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_prefix=str(vocabulary), vocab_size=20, minloglevel=2
    )
    vocabulary.with_suffix(".vocab").unlink()
    with pytest.raises(InputError, match=r"tokenizer\.model: has no <think> and </think>"):
        practise(workshop(tmp_path), PracticeOptions(2))


def assert_only_words_of_no_row_moved(
    llm: Path, before: dict[str, torch.Tensor], after: dict[str, torch.Tensor]
) -> None:
    name = "model.embed_tokens.weight"
    moved = (after[name] != before[name]).any(dim=1)
    tokenizer = ChatTokenizer(llm / "tokenizer.model")
    held = {token for phrase in (" top left", " red star", " walking") for token in tokenizer.encode(phrase)}
    assert moved.any() and not moved[sorted(held)].any()


def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path, SHARED, TINY)


def test_a_folder_that_another_recipe_filled_is_refused(tmp_path: Path) -> None:
    run_stages(workshop(tmp_path), ("tokenizer",))
    assert run_stages(workshop(tmp_path), ("tokenizer",)) == {}
    other = replace(TINY, name="other", seed=2)
    with pytest.raises(InputError, match=r"another recipe \('tiny', wanted 'other'; different: name, seed\)"):
        run_stages(Workshop(tmp_path, SHARED, other), ("tokenizer",))


def test_a_stage_that_comes_too_early_says_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"stage image_rows needs .*, which an earlier stage makes"):
        run_stages(workshop(tmp_path), ("image_rows",))
    with pytest.raises(InputError, match="no checkpoint to practise on"):
        practise(workshop(tmp_path), PracticeOptions(2))


@pytest.mark.skipif(bool(MISSING), reason=f"the recipe's recordings are absent: {', '.join(MISSING)}")
def test_practice_refuses_a_folder_of_another_recipe_too(tmp_path: Path) -> None:
    run_stages(workshop(tmp_path), ("tokenizer",))
    (tmp_path / "checkpoint").mkdir()
    (tmp_path / "checkpoint" / "recipe.json").write_text("{}")
    given = ["--recipe", "nano", "--out", str(tmp_path), "--shared", str(SHARED), "--practise", "1"]
    with pytest.raises(InputError, match=r"another recipe \('tiny', wanted 'nano'"):
        run(given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["--practise", "-5"], "--practise must be at least 0, found -5"),
        (["--processes", "0"], "--processes must be at least 1, found 0"),
        (["--threads", "-1"], "--threads must be at least 0, found -1"),
        (["--practise", "1", "--layers", "-1"], "--layers must be at least 0, found -1"),
        (["--layers", "12"], "--layers: new layers learn in practice alone; pass --practise STEPS too"),
        (["--device", "foo"], "--device foo: torch cannot use it"),
    ],
)
def test_options_that_cannot_be_are_named(tmp_path: Path, given: list[str], message: str) -> None:
    for name in NEEDED:
        (tmp_path / "data" / name).mkdir(parents=True)
    with pytest.raises(ConfigError, match=message):
        run(["--shared", str(tmp_path), "--out", str(tmp_path / "out"), *given])


def test_a_folder_takes_the_place_of_another_whole(tmp_path: Path) -> None:
    made, target = tmp_path / "made", tmp_path / "target"
    for folder, text in ((made, "new"), (target, "old")):
        folder.mkdir()
        (folder / "file").write_text(text)
    target.replace(tmp_path / "target.old")  # as a run leaves it that is killed between the two names
    take_back(target)
    assert (target / "file").read_text() == "old"
    put_in_place(made, target)
    take_back(target)
    assert (target / "file").read_text() == "new" and (made / "file").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made", "target"]


def test_a_state_of_another_version_is_not_gone_on_with(tmp_path: Path) -> None:
    torch.save({"parameters": {"llm.bias": torch.zeros(2)}}, tmp_path / "state.pt")
    run_of = SoftPromptRun(torch.nn.Linear(2, 2), {}, {}, "cpu")
    with pytest.raises(ConfigError, match=r"state\.pt: was begun when llm\.weight was not trained"):
        train_soft_prompts(tmp_path, run_of, lambda *_: iter(()), AlignOptions(1), 0, "practise")
