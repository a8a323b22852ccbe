"""Checkpoints of llama2.c (version 0) as Hugging Face Llama folders, ready for `to_gguf`.

Knows that file's header, tensor order and tokenizer, and how its rotary layout differs from
Hugging Face's; refuses every other version. Format: llama2.c `run.c` and `export.py`.
"""

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from anymal.errors import ExportError

__all__ = ["Llama2cConfig", "llama2c_to_hf", "read_checkpoint", "read_vocabulary"]

HEADER = struct.Struct("<7i")
MAX_DIMENSION = 1 << 20
UNKNOWN_ID, BOS_ID, EOS_ID = 0, 1, 2


@dataclass(frozen=True)
class Llama2cConfig:
    """The header: sizes, all in elements; `shared` says that the output matrix is the embedding."""

    dim: int
    hidden: int
    layers: int
    heads: int
    kv_heads: int
    vocabulary: int
    context: int
    shared: bool

    @property
    def head_dim(self) -> int:
        """Width of one attention head."""
        return self.dim // self.heads


def llama2c_to_hf(checkpoint: Path, tokenizer: Path, folder: Path) -> Path:
    """Write `config.json`, `model.safetensors` and `tokenizer.model` into `folder` and return it.

    `tokenizer` is llama2.c's `tok*.bin`. Raises `ExportError` for files of another format.
    """
    from safetensors.numpy import save_file

    config, tensors = read_checkpoint(checkpoint)
    folder.mkdir(parents=True, exist_ok=True)
    save_file(_hf_names(config, tensors), folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "tokenizer.model").write_bytes(_sentencepiece(read_vocabulary(tokenizer, config.vocabulary)))
    (folder / "config.json").write_text(json.dumps(_hf_config(config), indent=1) + "\n", encoding="utf-8")
    settings = {"tokenizer_class": "LlamaTokenizer", "add_bos_token": True, "add_eos_token": False}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    return folder


def read_checkpoint(path: Path) -> tuple[Llama2cConfig, dict[str, NDArray[np.float32]]]:
    """The header and every tensor (rotary tables left out) of a version 0 checkpoint.

    Raises `ExportError` when the header makes no sense or the size does not follow from it.
    """
    data = path.read_bytes()
    if len(data) < HEADER.size:
        raise ExportError(
            f"{path}: {len(data)} bytes are no llama2.c checkpoint; its header has {HEADER.size}"
        )
    dim, hidden, layers, heads, kv_heads, vocabulary, context = HEADER.unpack_from(data)
    config = Llama2cConfig(dim, hidden, layers, heads, kv_heads, abs(vocabulary), context, vocabulary > 0)
    sizes = (dim, hidden, layers, heads, kv_heads, config.vocabulary, context)
    if not all(0 < size <= MAX_DIMENSION for size in sizes) or dim % heads or heads % kv_heads:
        raise ExportError(f"{path}: header {sizes} is no llama2.c version 0 checkpoint")
    shapes = _shapes(config)
    wanted = HEADER.size + 4 * sum(int(np.prod(shape)) for shape in shapes.values())
    if wanted != len(data):
        raise ExportError(f"{path}: has {len(data)} bytes, its header {sizes} asks for {wanted}")
    tensors, offset = {}, HEADER.size
    for name, shape in shapes.items():
        count = int(np.prod(shape))
        tensors[name] = np.frombuffer(data, np.dtype("<f4"), count, offset).reshape(shape)
        offset += 4 * count
    return config, tensors


def read_vocabulary(path: Path, size: int) -> list[tuple[bytes, float]]:
    """(bytes, score) of `size` pieces of a tokenizer file; raises `ExportError` when it is cut short."""
    data = path.read_bytes()
    pieces, offset = [], 4  # past the length of the longest piece
    for number in range(size):
        if offset + 8 > len(data):
            raise ExportError(
                f"{path}: ends within piece {number} of {size}; is it the tokenizer of this model?"
            )
        score, length = struct.unpack_from("<fi", data, offset)
        offset += 8 + length
        if length < 0 or offset > len(data):
            raise ExportError(f"{path}: piece {number} claims {length} bytes; this is no llama2.c tokenizer")
        pieces.append((data[offset - length : offset], score))
    return pieces


def _shapes(c: Llama2cConfig) -> dict[str, tuple[int, ...]]:
    """Tensors in file order; the rotary tables are written but follow from the sizes."""
    kv_dim = c.kv_heads * c.head_dim
    shapes: dict[str, tuple[int, ...]] = {
        "embedding": (c.vocabulary, c.dim),
        "attention_norm": (c.layers, c.dim),
        "wq": (c.layers, c.dim, c.dim),
        "wk": (c.layers, kv_dim, c.dim),
        "wv": (c.layers, kv_dim, c.dim),
        "wo": (c.layers, c.dim, c.dim),
        "ffn_norm": (c.layers, c.dim),
        "w1": (c.layers, c.hidden, c.dim),
        "w2": (c.layers, c.dim, c.hidden),
        "w3": (c.layers, c.hidden, c.dim),
        "final_norm": (c.dim,),
        "rotary_real": (c.context, c.head_dim // 2),
        "rotary_imaginary": (c.context, c.head_dim // 2),
    }
    return shapes if c.shared else {**shapes, "output": (c.vocabulary, c.dim)}


def _hf_names(
    config: Llama2cConfig, tensors: dict[str, NDArray[np.float32]]
) -> dict[str, NDArray[np.float32]]:
    named = {"model.embed_tokens.weight": tensors["embedding"], "model.norm.weight": tensors["final_norm"]}
    if not config.shared:
        named["lm_head.weight"] = tensors["output"]
    for layer in range(config.layers):
        parts = {
            "input_layernorm": tensors["attention_norm"][layer],
            "self_attn.q_proj": _half_rotated(tensors["wq"][layer], config.heads),
            "self_attn.k_proj": _half_rotated(tensors["wk"][layer], config.kv_heads),
            "self_attn.v_proj": tensors["wv"][layer],
            "self_attn.o_proj": tensors["wo"][layer],
            "post_attention_layernorm": tensors["ffn_norm"][layer],
            "mlp.gate_proj": tensors["w1"][layer],
            "mlp.down_proj": tensors["w2"][layer],
            "mlp.up_proj": tensors["w3"][layer],
        }
        named.update({f"model.layers.{layer}.{name}.weight": part for name, part in parts.items()})
    return {name: np.ascontiguousarray(tensor) for name, tensor in named.items()}


def _half_rotated(weight: NDArray[np.float32], heads: int) -> NDArray[np.float32]:
    """Rows of each head from pairs (0, 1), (2, 3), ... to halves: Hugging Face rotates i with i + half."""
    rows, columns = weight.shape
    return weight.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)


def _hf_config(config: Llama2cConfig) -> dict[str, object]:
    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "vocab_size": config.vocabulary,
        "hidden_size": config.dim,
        "intermediate_size": config.hidden,
        "num_hidden_layers": config.layers,
        "num_attention_heads": config.heads,
        "num_key_value_heads": config.kv_heads,
        "head_dim": config.head_dim,
        "max_position_embeddings": config.context,
        "hidden_act": "silu",
        "rms_norm_eps": 1e-5,
        "rope_theta": 10000.0,
        "tie_word_embeddings": config.shared,
        "bos_token_id": BOS_ID,
        "eos_token_id": EOS_ID,
        "torch_dtype": "float32",
    }


def _sentencepiece(pieces: list[tuple[bytes, float]]) -> bytes:
    """The vocabulary as the SentencePiece BPE model, with byte fallback, that llama2.c unpacked."""
    from sentencepiece import sentencepiece_model_pb2 as protocol

    model = protocol.ModelProto()
    kinds = protocol.ModelProto.SentencePiece
    special = {
        UNKNOWN_ID: ("<unk>", kinds.UNKNOWN),
        BOS_ID: ("<s>", kinds.CONTROL),
        EOS_ID: ("</s>", kinds.CONTROL),
    }
    for number, (text, score) in enumerate(pieces):
        # llama2.c wrote spaces where SentencePiece has its own mark.
        plain = text.decode("utf-8").replace(" ", "\u2581")
        is_byte = len(plain) == 6 and plain.startswith("<0x") and plain.endswith(">")
        name, kind = special.get(number, (plain, kinds.BYTE if is_byte else kinds.NORMAL))
        model.pieces.add(piece=name, score=score, type=kind)
    model.trainer_spec.model_type = protocol.TrainerSpec.BPE
    model.trainer_spec.vocab_size = len(pieces)
    model.trainer_spec.byte_fallback = True
    model.trainer_spec.unk_id, model.trainer_spec.bos_id, model.trainer_spec.eos_id = (
        UNKNOWN_ID,
        BOS_ID,
        EOS_ID,
    )
    model.normalizer_spec.name = "identity"
    model.normalizer_spec.add_dummy_prefix = True
    model.normalizer_spec.remove_extra_whitespaces = False
    return bytes(model.SerializeToString())
