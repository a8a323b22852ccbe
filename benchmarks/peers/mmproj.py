"""Writes what libmtmd reads a checkpoint's eyes from: an mmproj GGUF beside the language model's.

Knows the names and keys of libmtmd's `mlp` projector (LLaVA-1.5 over CLIP), which llama.cpp's converter no
longer writes, and that the converter itself takes Idefics3 and SmolVLM. Refuses to know language models:
their GGUF is the bundle's, byte for byte.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gguf
import numpy as np
from gguf.quants import quantize
from numpy.typing import NDArray
from safetensors import safe_open

from anymal.errors import ExportError
from anymal.export.converter import run_converter
from anymal.export.llama_source import CONVERTER

__all__ = ["OUT_TYPES", "write_mmproj"]

OUT_TYPES = {"f16": gguf.GGMLQuantizationType.F16, "q8_0": gguf.GGMLQuantizationType.Q8_0}
FILE_TYPES = {"f16": gguf.LlamaFileType.MOSTLY_F16, "q8_0": gguf.LlamaFileType.MOSTLY_Q8_0}
CONVERTED = ("idefics3", "smolvlm")
# Parts of a name in transformers' CLIP -> in libmtmd.
PARTS = {
    "layer_norm1": "ln1",
    "layer_norm2": "ln2",
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.out_proj": "attn_out",
    "mlp.fc1": "ffn_up",
    "mlp.fc2": "ffn_down",
}
WHOLE = {
    "embeddings.class_embedding": "v.class_embd",
    "embeddings.patch_embedding.weight": "v.patch_embd.weight",
    "embeddings.position_embedding.weight": "v.position_embd.weight",
    "pre_layrnorm.weight": "v.pre_ln.weight",
    "pre_layrnorm.bias": "v.pre_ln.bias",
}
BLOCK = re.compile(r"encoder\.layers\.(\d+)\.(.+)\.(weight|bias)$")
PROJECTOR = re.compile(r"multi_modal_projector\.linear_([12])\.(weight|bias)$")


def write_mmproj(checkpoint: Path, out: Path, out_type: str = "f16") -> Path:
    """Write the eyes of `checkpoint` to `out` with matrices of `out_type`, one of `OUT_TYPES`.

    Raises `ExportError` for a kind that libmtmd has no projector for.
    """
    if out_type not in OUT_TYPES:
        raise ExportError(f"mmproj type {out_type!r} is unknown; there are {', '.join(OUT_TYPES)}")
    config = json.loads((checkpoint / "config.json").read_text(encoding="utf-8"))
    kind = config["model_type"]
    if kind in CONVERTED:
        return run_converter(CONVERTER, [str(checkpoint), "--mmproj", "--outtype", out_type], out, checkpoint)
    if kind != "llava":
        raise ExportError(
            f"{checkpoint}: no mmproj for model_type {kind!r}; there is one for llava, {', '.join(CONVERTED)}"
        )
    staged = out.with_name(out.name + ".staged")
    writer = gguf.GGUFWriter(staged, "clip")
    _write_keys(writer, config, checkpoint, out_type)
    for name, tensor in _tensors(checkpoint, config):
        _add(writer, name, tensor, OUT_TYPES[out_type])
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return staged.replace(out)


def _write_keys(writer: Any, config: dict[str, Any], checkpoint: Path, out_type: str) -> None:
    vision = config["vision_config"]
    pixels = json.loads((checkpoint / "preprocessor_config.json").read_text(encoding="utf-8"))
    writer.add_type(gguf.GGUFType.MMPROJ)
    writer.add_file_type(FILE_TYPES[out_type])
    writer.add_clip_has_vision_encoder(True)
    writer.add_clip_projector_type("mlp")
    writer.add_vision_projection_dim(config["text_config"]["hidden_size"])
    writer.add_vision_image_size(vision["image_size"])
    writer.add_vision_patch_size(vision["patch_size"])
    writer.add_vision_embedding_length(vision["hidden_size"])
    writer.add_vision_feed_forward_length(vision["intermediate_size"])
    writer.add_vision_block_count(_blocks(config))
    writer.add_vision_head_count(vision["num_attention_heads"])
    writer.add_vision_attention_layernorm_eps(vision.get("layer_norm_eps", 1e-5))
    writer.add_vision_image_mean(pixels["image_mean"])
    writer.add_vision_image_std(pixels["image_std"])
    writer.add_vision_use_gelu(vision.get("hidden_act", "quick_gelu") == "gelu")
    writer.add_array("clip.vision.feature_layer", [_blocks(config)])


def _blocks(config: dict[str, Any]) -> int:
    """Layers of the tower that are computed: LLaVA reads the last but one, and the rest stays away."""
    layer = int(config.get("vision_feature_layer", -2))
    return layer if layer >= 0 else int(config["vision_config"]["num_hidden_layers"]) + 1 + layer


def _tensors(checkpoint: Path, config: dict[str, Any]) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Tensors of tower and projector under libmtmd's names."""
    for path in sorted(checkpoint.glob("*.safetensors")):
        with safe_open(path, "pt") as stored:
            for name in stored.keys():  # noqa: SIM118 - no mapping
                if renamed := _rename(name, _blocks(config)):
                    yield renamed, _ordered(renamed, stored.get_tensor(name).float().numpy())


def _ordered(name: str, tensor: NDArray[np.float32]) -> NDArray[np.float32]:
    """The tensor as libmtmd uses it: its LLaVA graph puts the class embedding after the patches.

    So the positions move on by one. Its rows still begin with the second patch and end with the class
    embedding (`ggml_concat` and the index `patches` in its models/llava.cpp), which no file can change.
    """
    return np.roll(tensor, -1, axis=0) if name == "v.position_embd.weight" else tensor


def _rename(name: str, blocks: int) -> str:
    """libmtmd's name of a tensor, empty for one that it does not read."""
    if found := PROJECTOR.search(name):
        return f"mm.{0 if found[1] == '1' else 2}.{found[2]}"
    if "vision_tower" not in name:
        return ""
    if (found := BLOCK.search(name)) and int(found[1]) < blocks:
        return f"v.blk.{found[1]}.{PARTS[found[2]]}.{found[3]}"
    return next((whole for part, whole in WHOLE.items() if name.endswith(part)), "")


def _add(writer: Any, name: str, tensor: NDArray[np.float32], kind: Any) -> None:
    """Matrices in `kind`, the patches' kernel in f16, everything else in f32."""
    if name == "v.patch_embd.weight":
        writer.add_tensor(name, tensor.astype(np.float16))
    elif tensor.ndim == 2 and name != "v.position_embd.weight":
        writer.add_tensor(name, quantize(tensor, kind), raw_dtype=kind)
    else:
        writer.add_tensor(name, tensor)
