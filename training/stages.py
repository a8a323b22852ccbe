"""The stages of a recipe in order, each skipped when its product is already there.

Knows what depends on what; refuses to know how a stage trains. Every
stage starts from `seed`, writes into its own folder and leaves `done.json` there last, so a run
that was stopped goes on where it was.
"""

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

import torch
from peft import LoraConfig, get_peft_model

from anymal.errors import InputError
from anymal.models.aligner import PerceiverResampler
from anymal.models.checkpoint import load_modality, save_modality
from anymal.models.modality import FusedModality
from anymal.samples import Modality
from anymal.training.chat_format import ChatTokenizer, Sequence
from anymal.training.choosing import let_choose
from anymal.training.corpus import (
    TextWorld,
    caption_corpus,
    dialogue_corpus,
    drill_corpus,
    sentences,
)
from anymal.training.feature_store import FeatureStore
from anymal.training.kind_errors import KindErrors
from anymal.training.motions import MotionSplit
from anymal.training.recipe_file import write_recipe_json
from anymal.training.sounds import SoundSplit
from anymal.training.tokenizer import train_tokenizer
from anymal.training.train_aligner import SoftPromptRun, train_soft_prompts
from anymal.training.train_audio import fit_audio
from anymal.training.train_image import ImageTraining, train_image_encoder
from anymal.training.train_llm import save_llm, train_llm
from anymal.training.train_motion import fit_motion
from anymal.training.train_picture_rows import train_picture_rows
from anymal.training.train_rows import RowOptions, train_rows
from anymal.training.workshop import (
    MODALITIES,
    Workshop,
    open_stores,
    stored_world,
    trained_llm,
    with_encoder,
)

__all__ = ["STAGES", "require_recipe", "run_stages"]


def run_stages(workshop: Workshop, only: tuple[str, ...] = ()) -> dict[str, float]:
    """Run what is not done yet; returns seconds per stage that ran.

    Raises `InputError` where another recipe has worked, and for a stage of `only` that comes too early.
    """
    require_recipe(workshop)
    took: dict[str, float] = {}
    for name, stage in STAGES.items():
        marker = workshop.folder(name) / "done.json"
        if marker.exists() or (only and name not in only):
            continue
        workshop.folder(name).mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        try:
            metrics = stage(workshop)
        except FileNotFoundError as error:
            raise InputError(f"stage {name} needs {error.filename}, which an earlier stage makes") from error
        took[name] = time.monotonic() - began
        record = {"seconds": round(took[name], 1), "metrics": metrics, "recipe": asdict(workshop.recipe)}
        marker.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return took


def require_recipe(workshop: Workshop) -> None:
    """Raise `InputError` where a stage of another recipe has worked."""
    recipe = json.loads(json.dumps(asdict(workshop.recipe)))
    for name in STAGES:
        if not (marker := workshop.folder(name) / "done.json").exists():
            continue
        made = json.loads(marker.read_text(encoding="utf-8"))["recipe"]
        if others := [part for part, value in recipe.items() if made.get(part) != value]:
            raise InputError(
                f"{marker.parent}: made by another recipe ({made.get('name')!r}, wanted {recipe['name']!r}; "
                f"different: {', '.join(others)}): build elsewhere (--out), or remove what is there"
            )


def _tokenizer(workshop: Workshop) -> Mapping[str, Any]:
    recipe = workshop.recipe
    path = workshop.folder("tokenizer") / "tokenizer.model"
    train_tokenizer(
        sentences(random.Random(recipe.seed)), recipe.tokenizer_sentences, recipe.llm.vocabulary, path
    )
    return {"pieces": len(ChatTokenizer(path))}


def _llm(workshop: Workshop) -> Mapping[str, Any]:
    tokenizer, recipe = workshop.tokenizer(), workshop.recipe

    def corpus(rng: random.Random, errors: KindErrors) -> Any:
        return dialogue_corpus(TextWorld(), tokenizer, rng, errors.share_out)

    def practice(rng: random.Random) -> Any:
        return drill_corpus(TextWorld(), tokenizer, rng)

    folder = workshop.folder("llm")
    return train_llm(folder, tokenizer, corpus, practice, recipe.llm, recipe.seed, workshop.device)


def _image_encoder(workshop: Workshop) -> Mapping[str, Any]:
    recipe, folder = workshop.recipe, workshop.folder("image_encoder")
    training = ImageTraining(steps=recipe.encoders.image)
    train_image_encoder(folder, workshop.shared, recipe.seed, training, device=workshop.device)
    return _metrics(folder)


def _image_rows(workshop: Workshop) -> Mapping[str, Any]:
    recipe, folder = workshop.recipe, workshop.folder("image_rows")
    table = trained_llm(workshop).get_input_embeddings().weight
    fused = with_encoder(workshop, "image", table.shape[1])
    metrics = train_picture_rows(
        folder, fused, workshop.shared, workshop.tokenizer(), table, recipe.picture_rows, recipe.seed
    )
    save_modality(folder, fused)
    return metrics


def _audio_encoder(workshop: Workshop) -> Mapping[str, Any]:
    recipe, folder = workshop.recipe, workshop.folder("audio_encoder")
    split: SoundSplit = "train" if recipe.hold_out else "all"
    return fit_audio(
        folder, workshop.shared, split, recipe.seed, recipe.encoders.audio, workshop.device, progress=True
    )


def _imu_encoder(workshop: Workshop) -> Mapping[str, Any]:
    recipe, folder = workshop.recipe, workshop.folder("imu_encoder")
    split: MotionSplit = "train" if recipe.hold_out else "all"
    return fit_motion(
        folder, workshop.shared, split, 0, recipe.seed, recipe.encoders.motion, workshop.device, progress=True
    )


def _features(workshop: Workshop) -> Mapping[str, Any]:
    stores = open_stores(workshop)
    return {name: len(store) for name, store in stores.items()}


def _align(modality: Modality) -> Callable[[Workshop], Mapping[str, Any]]:
    def stage(workshop: Workshop) -> Mapping[str, Any]:
        recipe, folder = workshop.recipe, workshop.folder(f"align_{modality}")
        llm = trained_llm(workshop).requires_grad_(False)
        stores = open_stores(workshop, modality)
        options, rows = recipe.align, dict[str, float]()
        if (
            modality == "image"
        ):  # its aligner says the rows of words already, better than stored features teach
            fused = load_modality(workshop.folder("image_rows"), modality).to(workshop.device)
            fused.encoder.requires_grad_(False).eval()
            options = recipe.align.gentler()
        else:
            fused = with_encoder(workshop, modality, llm.config.hidden_size)
            table = llm.get_input_embeddings().weight
            rows["rows_loss"] = _say_rows(workshop, fused, stores[modality], table)
        aligners: Mapping[str, FusedModality] = {modality: fused}
        run = SoftPromptRun(llm, aligners, stores, workshop.device)

        def corpus(rng: random.Random) -> Iterator[Sequence]:
            return caption_corpus(stored_world(run), workshop.tokenizer(), modality, rng)

        metrics = train_soft_prompts(folder, run, corpus, options, recipe.seed, f"align {modality}")
        if modality == "imu":
            let_choose(fused, stores[modality], workshop.tokenizer(), llm.get_input_embeddings().weight)
            save_modality(folder, fused)
        return {**metrics, **rows}

    return stage


def _say_rows(workshop: Workshop, fused: FusedModality, store: FeatureStore, table: torch.Tensor) -> float:
    recipe, modality = workshop.recipe, fused.options.modality
    if modality == "video":
        picture = load_modality(workshop.folder("align_image"), "image")
        cast(PerceiverResampler, fused.aligner).start_from(cast(PerceiverResampler, picture.aligner))
    # People move so differently that the motion encoder is often unsure: its rows must choose.
    options = RowOptions(recipe.row_steps, contrast=1.0 if modality == "imu" else 0.0)
    folder, title = workshop.folder(f"align_{modality}"), f"rows {modality}"
    return train_rows(folder, fused, store, workshop.tokenizer(), table, options, recipe.seed, title)


def _instruct(workshop: Workshop) -> Mapping[str, Any]:
    recipe = workshop.recipe
    folder = workshop.folder("instruct")
    llm = trained_llm(workshop)
    lora = LoraConfig(
        r=recipe.instruct.lora_rank,
        lora_alpha=recipe.instruct.lora_alpha,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
    )
    tuned = get_peft_model(llm, lora)
    fused: dict[str, FusedModality] = {
        name: load_modality(workshop.folder(f"align_{name}"), name) for name in MODALITIES
    }
    fused["imu"].aligner.train()  # its dropout stands for people not met yet
    # Fitting motion on to the people it has seen makes it surer of itself, and worse for everybody else.
    run = SoftPromptRun(tuned, fused, open_stores(workshop), workshop.device, settled=frozenset({"imu"}))

    def corpus(rng: random.Random) -> Iterator[Sequence]:
        return dialogue_corpus(stored_world(run), workshop.tokenizer(), rng, run.errors.share_out)

    metrics = train_soft_prompts(folder, run, corpus, recipe.instruct, recipe.seed, "instruct")
    merged = tuned.merge_and_unload()
    checkpoint = workshop.out / "checkpoint"
    save_llm(checkpoint / "llm", merged, workshop.out / "tokenizer" / "tokenizer.model")
    for module in fused.values():
        save_modality(checkpoint, module)
    write_recipe_json(recipe, checkpoint)
    return metrics


def _heldout(workshop: Workshop) -> Mapping[str, Any]:
    from anymal.training.heldout import write_heldout

    return write_heldout(workshop.out / "checkpoint" / "heldout", workshop.shared, workshop.recipe.seed)


STAGES: dict[str, Callable[[Workshop], Mapping[str, Any]]] = {
    "tokenizer": _tokenizer,
    "llm": _llm,
    "image_encoder": _image_encoder,
    "image_rows": _image_rows,
    "audio_encoder": _audio_encoder,
    "imu_encoder": _imu_encoder,
    "features": _features,
    "align_image": _align("image"),
    "align_video": _align("video"),
    "align_audio": _align("audio"),
    "align_imu": _align("imu"),
    "instruct": _instruct,
    "heldout": _heldout,
}


def _metrics(folder: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    return found
