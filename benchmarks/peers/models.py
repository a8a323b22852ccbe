"""Makes one random vision-language checkpoint of a realistic shape, for every peer to be exported from.

Knows the shapes; vocabulary, chat template and processor are those of the tests' small checkpoints. Random
weights cost what trained ones cost, and answer noise.

    python benchmarks/peers/models.py smolvlm build/peers/models/smolvlm
    anymal export --vlm build/peers/models/smolvlm --out build/peers/models/smolvlm-bundle
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import AutoConfig, AutoModelForImageTextToText

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tests.tiny_vlm import make_tiny_vlm

SEED = 5
CONTEXT = 2048


@dataclass(frozen=True)
class VlmShape:
    """`kind` of `make_tiny_vlm`, pixels of a square picture and its patches, and both transformers.

    `shuffle`: patches per side that Idefics3's connector joins into one row, 1 for LLaVA.
    """

    kind: str
    side_px: int
    patch_px: int
    vision_width: int
    vision_layers: int
    vision_heads: int
    text_width: int
    text_layers: int
    text_heads: int
    text_kv_heads: int
    feed_forward: int
    shuffle: int = 1


SHAPES = {
    # SmolVLM-256M: SigLIP-B/16 at 512 px, 64 rows a picture, SmolLM2-135M; the vocabulary is small.
    "smolvlm": VlmShape("idefics3", 512, 16, 768, 12, 12, 576, 30, 9, 3, 1536, shuffle=4),
    # LLaVA-1.5 with CLIP ViT-B/16 at 224 px, 196 rows a picture, and the same language model.
    "llava": VlmShape("llava", 224, 16, 768, 12, 12, 576, 30, 9, 3, 1536),
}


def make_checkpoint(folder: Path, shape: VlmShape) -> Path:
    """Fill `folder` with the checkpoint; the same weights every time."""
    make_tiny_vlm(folder, shape.kind)
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
        "initializer_range": 0.02,
    }
    for part, values in ((config.vision_config, vision), (config.text_config, text)):
        for name, value in values.items():
            setattr(part, name, value)
    if shape.kind == "idefics3":
        config.scale_factor = shape.shuffle
    torch.manual_seed(SEED)
    AutoModelForImageTextToText.from_config(config).save_pretrained(folder)
    _resize_processor(folder, shape)
    return folder


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


def main() -> None:
    """Make the checkpoint named on the command line."""
    parser = argparse.ArgumentParser(description="Make a random checkpoint of a realistic shape.")
    parser.add_argument("shape", choices=tuple(SHAPES))
    parser.add_argument("out", type=Path, help="folder to fill")
    arguments = parser.parse_args()
    make_checkpoint(arguments.out, SHAPES[arguments.shape])


if __name__ == "__main__":
    main()
