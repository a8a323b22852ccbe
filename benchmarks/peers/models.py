"""Makes one random vision-language checkpoint of a realistic shape, for every peer to be exported from.

Knows how a shape becomes a checkpoint; chat template, processor and the words that mean something are those
of the tests' small checkpoints. Random weights cost what trained ones cost, and answer noise. `prepare.py`
makes every peer's files from what this writes.
"""

import json
import sys
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoConfig, AutoModelForImageTextToText

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from benchmarks.peers.shapes import VlmShape
from benchmarks.peers.vocabulary import extend_vocabulary
from tests.tiny_vlm import make_tiny_vlm

__all__ = ["make_checkpoint"]

SEED = 5
CONTEXT = 2048


def make_checkpoint(folder: Path, shape: VlmShape) -> Path:
    """Fill `folder` with the checkpoint; the same weights every time."""
    make_tiny_vlm(folder, shape.kind)
    pieces = extend_vocabulary(folder, shape.pieces)
    config = AutoConfig.from_pretrained(folder, local_files_only=True)
    vision = {
        "hidden_size": shape.vision_width,
        "intermediate_size": 4 * shape.vision_width,
        "num_hidden_layers": shape.vision_layers,
        "num_attention_heads": shape.vision_heads,
        "image_size": shape.side_px,
        "patch_size": shape.patch_px,
    }
    text = {
        "hidden_size": shape.text_width,
        "intermediate_size": shape.feed_forward,
        "num_hidden_layers": shape.text_layers,
        "num_attention_heads": shape.text_heads,
        "num_key_value_heads": shape.text_kv_heads,
        "head_dim": shape.text_width // shape.text_heads,
        "max_position_embeddings": CONTEXT,
        "vocab_size": pieces,
        "initializer_range": 0.02,
    }
    for part, values in ((config.vision_config, vision), (config.text_config, text)):
        for name, value in values.items():
            setattr(part, name, value)
    if shape.kind == "idefics3":
        config.scale_factor = shape.shuffle
    else:  # optimum-intel goes by it
        config.image_seq_length = (shape.side_px // shape.patch_px) ** 2
    torch.manual_seed(SEED)
    AutoModelForImageTextToText.from_config(config).save_pretrained(folder)
    if shape.kind == "llava":
        _rename_tower(folder)
    _resize_processor(folder, shape)
    return folder


def _rename_tower(folder: Path) -> None:
    """CLIP's tensors under the names of LLaVA's checkpoints on the hub.

    transformers 5 reads them under two names and writes the short one, of which transformers 4 knows nothing:
    it would fill the tower with random weights of its own.
    """
    path = folder / "model.safetensors"
    long = {
        name.replace("vision_tower.", "vision_tower.vision_model.", 1): tensor
        for name, tensor in load_file(path).items()
    }
    save_file(long, path, metadata={"format": "pt"})


def _resize_processor(folder: Path, shape: VlmShape) -> None:
    """The small checkpoint's processor, for pictures of the shape's size."""
    side = shape.side_px
    if shape.kind == "idefics3":
        changed: dict[str, Any] = {"max_image_size": {"longest_edge": side}, "size": {"longest_edge": side}}
        rows = {"image_seq_len": (side // shape.patch_px // shape.shuffle) ** 2}
    else:
        changed = {"crop_size": {"height": side, "width": side}, "size": {"shortest_edge": side}}
        rows = {"patch_size": shape.patch_px}
    for name, values in (("preprocessor_config.json", changed), ("processor_config.json", rows)):
        path = folder / name
        path.write_text(json.dumps({**json.loads(path.read_text()), **values}))
