"""The stages of a recipe in order, each skipped when its product is already there.

Knows what depends on what and where products lie; refuses to know how a stage trains. Every
stage starts from `seed`, writes into its own folder and leaves `done.json` there last, so a run
that was stopped goes on where it was.
"""

import json
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

import torch
from peft import LoraConfig, get_peft_model
from safetensors.torch import load_file
from transformers import LlamaForCausalLM

from anymal.models.aligner import PerceiverResampler
from anymal.models.checkpoint import load_modality, save_modality
from anymal.models.encoder_protocol import encoder_options
from anymal.models.modality import FusedModality
from anymal.models.presets import NANO_TOKENS, nano_options
from anymal.samples import Modality
from anymal.training.chat_format import ChatTokenizer
from anymal.training.choosing import let_choose
from anymal.training.corpus import (
    StoredWorld,
    TextWorld,
    caption_corpus,
    dialogue_corpus,
    drill_corpus,
    sentences,
)
from anymal.training.feature_store import FeatureStore, fill_store
from anymal.training.kind_errors import KindErrors
from anymal.training.motions import MotionSplit
from anymal.training.precision import training_attention
from anymal.training.recipe import Recipe
from anymal.training.recipe_file import write_recipe_json
from anymal.training.samples import SAMPLES
from anymal.training.sounds import SoundSplit
from anymal.training.tokenizer import train_tokenizer
from anymal.training.train_aligner import SoftPromptRun, train_soft_prompts
from anymal.training.train_audio import fit_audio
from anymal.training.train_image import ImageTraining, train_image_encoder
from anymal.training.train_llm import save_llm, train_llm
from anymal.training.train_motion import fit_motion
from anymal.training.train_picture_rows import train_picture_rows
from anymal.training.train_rows import RowOptions, train_rows

__all__ = ["STAGES", "Workshop", "run_stages"]

MODALITIES: tuple[Modality, ...] = ("image", "video", "audio", "imu")


@dataclass(frozen=True)
class Workshop:
    """Where one run builds, from which data, on which device."""

    out: Path
    shared: Path
    recipe: Recipe
    device: str = "cpu"

    def folder(self, stage: str) -> Path:
        """The stage's own folder."""
        return self.out / stage

    def tokenizer(self) -> ChatTokenizer:
        """The trained vocabulary."""
        return ChatTokenizer(self.out / "tokenizer" / "tokenizer.model")


def run_stages(workshop: Workshop, only: tuple[str, ...] = ()) -> dict[str, float]:
    """Run what is not done yet; returns seconds per stage that ran."""
    took: dict[str, float] = {}
    for name, stage in STAGES.items():
        marker = workshop.folder(name) / "done.json"
        if (only and name not in only) or marker.exists():
            continue
        workshop.folder(name).mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        metrics = stage(workshop)
        took[name] = time.monotonic() - began
        record = {"seconds": round(took[name], 1), "metrics": metrics, "recipe": asdict(workshop.recipe)}
        marker.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return took


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
    table = _trained_llm(workshop).get_input_embeddings().weight
    fused = _with_encoder(workshop, "image", table.shape[1])
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
    stores = _stores(workshop)
    return {name: len(store) for name, store in stores.items()}


def _align(modality: Modality) -> Callable[[Workshop], Mapping[str, Any]]:
    def stage(workshop: Workshop) -> Mapping[str, Any]:
        recipe, folder = workshop.recipe, workshop.folder(f"align_{modality}")
        llm = _trained_llm(workshop).requires_grad_(False)
        stores = _stores(workshop, modality)
        options, rows = recipe.align, dict[str, float]()
        if (
            modality == "image"
        ):  # its aligner says the rows of words already, better than stored features teach
            fused = load_modality(workshop.folder("image_rows"), modality).to(workshop.device)
            fused.encoder.requires_grad_(False).eval()
            options = recipe.align.gentler()
        else:
            fused = _with_encoder(workshop, modality, llm.config.hidden_size)
            table = llm.get_input_embeddings().weight
            rows["rows_loss"] = _say_rows(workshop, fused, stores[modality], table)
        aligners: Mapping[str, FusedModality] = {modality: fused}
        run = SoftPromptRun(llm, aligners, stores, workshop.device)
        rng = random.Random(f"align-{modality}-{recipe.seed}")
        corpus = caption_corpus(_world(run), workshop.tokenizer(), modality, rng)
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
    llm = _trained_llm(workshop)
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
    run = SoftPromptRun(tuned, fused, _stores(workshop), workshop.device, settled=frozenset({"imu"}))
    rng = random.Random(f"instruct-{recipe.seed}")
    corpus = dialogue_corpus(_world(run), workshop.tokenizer(), rng, run.errors.share_out)
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


def _trained_llm(workshop: Workshop) -> Any:
    attention = training_attention(workshop.device)
    folder = workshop.folder("llm") / "llm"
    return LlamaForCausalLM.from_pretrained(folder, attn_implementation=attention).to(workshop.device)


def _with_encoder(workshop: Workshop, modality: Modality, n_embd: int) -> FusedModality:
    """A nano modality with its trained encoder, frozen, and a fresh aligner; a video's is the picture's."""
    torch.manual_seed(workshop.recipe.seed)
    nano = nano_options(modality, n_embd)
    folder = workshop.folder(f"{'image' if modality == 'video' else modality}_encoder")
    made = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
    kind = nano.encoder if modality == "video" else made["kind"]
    fused = FusedModality(replace(nano, encoder=kind, encoder_options=encoder_options(kind, made["options"])))
    weights = load_file(folder / "encoder.safetensors")
    if modality in ("image", "video") and (workshop.folder("image_rows") / "image.safetensors").exists():
        weights = load_modality(workshop.folder("image_rows"), "image").encoder.state_dict()
    if modality == "video":
        weights = {f"picture.{name}": tensor for name, tensor in weights.items()}
    fused.encoder.load_state_dict(weights)
    fused.encoder.requires_grad_(False).eval()
    return fused.to(workshop.device)


def _stores(workshop: Workshop, *wanted: str) -> dict[str, FeatureStore]:
    """Feature stores by modality; filled on first use."""
    recipe, folder = workshop.recipe, workshop.folder("features")
    counts = asdict(recipe.stores)
    stores: dict[str, FeatureStore] = {}
    for name in wanted or tuple(counts):
        fused = _with_encoder(workshop, "image" if name == "video" else cast(Modality, name), 64)
        rng = random.Random(f"{name}-{recipe.seed}")
        stores[name] = fill_store(
            folder / name,
            SAMPLES[name](rng, workshop.shared, recipe.hold_out),
            counts[name],
            fused.encoder,
            title=name,
        )
    return stores


def _world(run: SoftPromptRun) -> StoredWorld:
    return StoredWorld(run.stores, NANO_TOKENS)


def _metrics(folder: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    return found
