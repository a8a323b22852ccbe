"""A tiny training checkpoint made on the spot: random weights, the nano chat format, held-out noise.

Knows the checkpoint folder of the contract; its models know nothing and answer noise.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import LlamaConfig, LlamaForCausalLM

from anymal.models.aligner import LinearOptions, PerceiverOptions
from anymal.models.checkpoint import save_modality
from anymal.models.encoder_protocol import encoder_options
from anymal.models.modality import FusedModality, ModalityOptions
from anymal.training.chat_format import DEFAULT_SYSTEM, SENSE_LINES, SENSE_ORDER
from anymal.training.tokenizer import train_tokenizer
from anymal.training.train_llm import save_llm

N_EMBD, N_CTX = 64, 512
IMU_CHANNELS = ["ax_mps2", "ay_mps2", "az_mps2", "gx_radps", "gy_radps", "gz_radps"]
MODALITIES: dict[str, Any] = {
    "image": {"tokens": 4, "input": {"name": "rgb", "size_px": [32, 32], "fit": "squash"}},
    "video": {"via": "image", "frames": 2},
    "audio": {"tokens": 3, "input": {"name": "samples", "rate_hz": 4000, "window_s": 1.28}},
    "imu": {"tokens": 2, "input": {"name": "imu", "rate_hz": 100, "window_s": 5.0, "channels": IMU_CHANNELS}},
}
ENCODERS: dict[str, tuple[str, dict[str, Any]]] = {
    "image": ("vit", {"size_px": 32, "patch_px": 16, "width": 32, "layers": 1, "heads": 2}),
    "audio": ("logmel_cnn", {"samples": 5120, "rate_hz": 4000, "highest_hz": 2000.0, "widths": [4, 8]}),
    "imu": ("imu2clip", {"hidden": 16, "rate_hz": 100}),
}


def make_tiny_checkpoint(folder: Path) -> Path:
    """Fill `folder` with a whole checkpoint of some 400 kB; returns it."""
    torch.manual_seed(3)
    folder.mkdir(parents=True, exist_ok=True)
    _make_llm(folder)
    for name in ENCODERS:
        save_modality(folder, FusedModality(_options(name)))
    _make_heldout(folder / "heldout")
    recipe = {
        "name": "tiny",
        "prompt": {"system": DEFAULT_SYSTEM, "senses": SENSE_LINES, "order": list(SENSE_ORDER)},
        "modalities": MODALITIES,
        "provenance": {"data": "random numbers"},
    }
    (folder / "recipe.json").write_text(json.dumps(recipe))
    return folder


def _options(name: str) -> ModalityOptions:
    kind, values = ENCODERS[name]
    image = name == "image"
    aligner = (
        PerceiverOptions(layers=1, width=32, heads=2, row_norm=3.0) if image else LinearOptions(row_norm=3.0)
    )
    return ModalityOptions(
        modality=name,  # type: ignore[arg-type]
        encoder=kind,
        encoder_options=encoder_options(kind, values),
        aligner="perceiver" if image else "linear",
        aligner_options=aligner,
        tokens=MODALITIES[name]["tokens"],
        n_embd=N_EMBD,
    )


def _make_llm(folder: Path) -> None:
    sentences = [DEFAULT_SYSTEM, *SENSE_LINES.values(), "What is going on? What do you hear? A red circle."]
    vocabulary = folder / "tokenizer.model"
    train_tokenizer(sentences, len(sentences), 420, vocabulary)
    config = LlamaConfig(
        vocab_size=420,
        hidden_size=N_EMBD,
        intermediate_size=96,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=4,
        max_position_embeddings=N_CTX,
        rms_norm_eps=1e-5,
        tie_word_embeddings=False,
        initializer_range=0.3,  # wide enough that attention matters and near-ties are rare
        bos_token_id=1,
        eos_token_id=6,
    )
    llm = LlamaForCausalLM(config)
    save_llm(folder / "llm", llm, vocabulary)
    vocabulary.unlink()


def _make_heldout(folder: Path, count: int = 5) -> None:
    folder.mkdir()
    dice = np.random.default_rng(0)
    inputs = {
        "image": dice.integers(0, 256, (count, 32, 32, 3), dtype=np.uint8),
        "audio": (0.1 * dice.standard_normal((count, 5120))).astype(np.float32),
        "imu": dice.standard_normal((count, 500, 6)).astype(np.float32),
    }
    # A faint sound, then digital silence: the floor under the logarithm shows, which an optimiser once ate.
    inputs["audio"][0, :1000] *= 1e-3
    inputs["audio"][0, 1000:] = 0.0
    for name, values in inputs.items():
        np.savez(folder / f"{name}.npz", input=values)
    lines = [json.dumps({"question": text}) for text in ("What is it?", "How many circles are there?")]
    (folder / "picture.jsonl").write_text("\n".join(lines) + "\n")
