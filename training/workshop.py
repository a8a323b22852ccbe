"""One run's folders, and what its stages share: the vocabulary, the trained LLM, encoders, feature stores.

Knows where products lie and how to open them again; refuses to know the order of stages (`stages`).
"""

import json
import random
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

import torch
from safetensors.torch import load_file
from transformers import LlamaForCausalLM

from anymal.errors import InputError
from anymal.models.checkpoint import load_modality
from anymal.models.encoder_protocol import encoder_options
from anymal.models.frames_encoder import FrameConvNetEncoder
from anymal.models.modality import FusedModality
from anymal.models.presets import NANO_TOKENS, nano_options
from anymal.samples import Modality
from anymal.training.chat_format import THINK, THOUGHT, ChatTokenizer
from anymal.training.corpus import StoredWorld
from anymal.training.feature_store import FeatureStore, fill_store
from anymal.training.precision import training_attention
from anymal.training.recipe import Recipe
from anymal.training.samples import SAMPLES
from anymal.training.train_aligner import SoftPromptRun

__all__ = [
    "MODALITIES",
    "Workshop",
    "open_stores",
    "stored_world",
    "thinking_tokenizer",
    "trained_llm",
    "with_encoder",
]

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

    @property
    def checkpoint(self) -> Path:
        """Where the last stage leaves what is exported, or somebody put what is to be trained on."""
        return self.out / "checkpoint"

    def tokenizer(self) -> ChatTokenizer:
        """The first stage's vocabulary; raises `InputError` for one of before LLMs thought."""
        return thinking_tokenizer(self.folder("tokenizer") / "tokenizer.model")


def thinking_tokenizer(path: Path) -> ChatTokenizer:
    """The vocabulary at `path`; raises `InputError` where it has no marks around thoughts."""
    tokenizer = ChatTokenizer(path)
    if not tokenizer.thinks:
        raise InputError(f"{path}: has no {THINK} and {THOUGHT}, which dialogues hold; train it anew")
    return tokenizer


def trained_llm(workshop: Workshop) -> Any:
    """The LLM of stage a, on the device."""
    attention = training_attention(workshop.device)
    folder = workshop.folder("llm") / "llm"
    folder.joinpath("config.json").stat()  # transformers would take a folder that is absent for a hub's name
    return LlamaForCausalLM.from_pretrained(folder, attn_implementation=attention).to(workshop.device)


def with_encoder(workshop: Workshop, modality: Modality, n_embd: int) -> FusedModality:
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


def open_stores(workshop: Workshop, *wanted: str) -> dict[str, FeatureStore]:
    """Feature stores by modality; filled on first use."""
    recipe, folder = workshop.recipe, workshop.folder("features")
    counts = asdict(recipe.stores)
    stores: dict[str, FeatureStore] = {}
    for name in wanted or tuple(counts):
        encoder = _stored_by(workshop, cast(Modality, name))
        rng = random.Random(f"{name}-{recipe.seed}")
        stores[name] = fill_store(
            folder / name,
            SAMPLES[name](rng, workshop.shared, recipe.hold_out),
            counts[name],
            encoder,
            title=name,
        )
    return stores


def _stored_by(workshop: Workshop, modality: Modality) -> Callable[[torch.Tensor], torch.Tensor]:
    """What makes the stored features of `modality`; of a video, frame by frame.

    Without the stages' folders it is the checkpoint's own encoder, for practice on a checkpoint alone.
    """
    stage = "image" if modality == "video" else modality
    done = workshop.folder(f"{stage}_encoder") / "done.json"
    if done.is_file() or not (workshop.checkpoint / "recipe.json").is_file():
        return with_encoder(workshop, stage, 64).encoder
    encoder = load_modality(workshop.checkpoint, modality).encoder.to(workshop.device)
    return encoder.picture if isinstance(encoder, FrameConvNetEncoder) else encoder


def stored_world(run: SoftPromptRun) -> StoredWorld:
    """Facts and rows of the samples in `run`'s stores."""
    return StoredWorld(run.stores, NANO_TOKENS)
