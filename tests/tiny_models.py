"""Tiny random models made on the spot: ONNX encoders, a Llama GGUF with the nano vocabulary, a whole bundle.

Knows the file formats and the bundle contract; the models know nothing and answer noise,
deterministically. `make_tiny_bundle(folder)` is what most tests want.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from gguf import GGUFWriter, TokenType
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

CONTROL_TOKENS = ("<|system|>", "<|user|>", "<|assistant|>", "<|end|>")
CHAT_TEMPLATE = (
    "{{ bos_token }}{% for message in messages %}{{ '<|' + message['role'] + '|>' }}"
    "{{ message['content'] }}{{ '<|end|>' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)
PROMPT = {
    "system": "You are a multimodal assistant. You answer from what you sense.",
    "senses": {
        "image": "\nHere is the image: <image>",
        "images": "\nHere is image {number}: <image>",
        "video": "\nHere is the video: <video>",
        "audio": "\nHere is the audio: <audio>",
        "imu": "\nHere is the motion: <imu>",
    },
    "order": ["image", "video", "audio", "imu"],
}
IMU_CHANNELS = ["ax_mps2", "ay_mps2", "az_mps2", "gx_radps", "gy_radps", "gz_radps"]


@dataclass(frozen=True)
class TinySpec:
    """Sizes of the tiny models; `onnx_n_embd` differs from `n_embd` only to make a misfit."""

    n_embd: int = 64
    n_layer: int = 2
    n_head: int = 4
    n_head_kv: int = 2
    n_ff: int = 96
    n_ctx: int = 1024
    image_px: tuple[int, int] = (96, 96)
    image_tokens: int = 4
    rate_hz: int = 16_000
    audio_window_s: float = 5.0
    audio_tokens: int = 3
    imu_rate_hz: int = 100
    imu_window_s: float = 5.0
    imu_tokens: int = 2
    seed: int = 7
    onnx_n_embd: int | None = None


def vocabulary(*more: str) -> tuple[list[bytes], list[float], list[int]]:
    """Pieces, scores and types of an SPM vocabulary: controls, 256 bytes, ASCII and a few merges.

    `more` control pieces come last.
    """
    pieces = [b"<unk>", b"<s>", b"</s>"] + [token.encode() for token in CONTROL_TOKENS]
    types = [int(TokenType.UNKNOWN)] + [int(TokenType.CONTROL)] * (len(pieces) - 1)
    pieces += [f"<0x{byte:02X}>".encode() for byte in range(256)]
    types += [int(TokenType.BYTE)] * 256
    words = ["\u2581", *map(chr, range(33, 127)), "he", "the", "\u2581the", "in", "is", "an", "er"]
    pieces += [word.encode() for word in words]
    types += [int(TokenType.NORMAL)] * len(words)
    scores = [0.0] * (len(pieces) - len(words)) + [-float(index) for index in range(len(words))]
    pieces += [piece.encode() for piece in more]
    return pieces, scores + [0.0] * len(more), types + [int(TokenType.CONTROL)] * len(more)


def _llama_tensors(spec: TinySpec, n_vocab: int) -> dict[str, NDArray[np.float32]]:
    """Random weights under llama.cpp's names; numpy shapes are GGUF's reversed."""
    generator = np.random.default_rng(spec.seed)
    n_kv = spec.n_embd // spec.n_head * spec.n_head_kv

    def matrix(rows: int, columns: int, gain: float = 1.0) -> NDArray[np.float32]:
        return (gain * generator.standard_normal((rows, columns)) / np.sqrt(columns)).astype(np.float32)

    tensors = {
        "token_embd.weight": generator.standard_normal((n_vocab, spec.n_embd)).astype(np.float32),
        "output_norm.weight": np.ones(spec.n_embd, np.float32),
        "output.weight": matrix(n_vocab, spec.n_embd, gain=3.0),
    }
    for layer in range(spec.n_layer):
        tensors |= {
            f"blk.{layer}.attn_norm.weight": np.ones(spec.n_embd, np.float32),
            f"blk.{layer}.attn_q.weight": matrix(spec.n_embd, spec.n_embd, gain=2.0),
            f"blk.{layer}.attn_k.weight": matrix(n_kv, spec.n_embd, gain=2.0),
            f"blk.{layer}.attn_v.weight": matrix(n_kv, spec.n_embd),
            f"blk.{layer}.attn_output.weight": matrix(spec.n_embd, spec.n_embd),
            f"blk.{layer}.ffn_norm.weight": np.ones(spec.n_embd, np.float32),
            f"blk.{layer}.ffn_gate.weight": matrix(spec.n_ff, spec.n_embd),
            f"blk.{layer}.ffn_up.weight": matrix(spec.n_ff, spec.n_embd),
            f"blk.{layer}.ffn_down.weight": matrix(spec.n_embd, spec.n_ff),
        }
    return tensors


def make_tiny_gguf(
    path: Path, spec: TinySpec = TinySpec(), chat_template: str | None = CHAT_TEMPLATE, *more: str
) -> Path:
    """Write a random f32 Llama of some 100 kB that llama.cpp loads; `more` control pieces; returns `path`."""
    pieces, scores, types = vocabulary(*more)
    writer = GGUFWriter(path, "llama")
    writer.add_name("tiny")
    writer.add_context_length(spec.n_ctx)
    writer.add_embedding_length(spec.n_embd)
    writer.add_block_count(spec.n_layer)
    writer.add_feed_forward_length(spec.n_ff)
    writer.add_head_count(spec.n_head)
    writer.add_head_count_kv(spec.n_head_kv)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(spec.n_embd // spec.n_head)
    writer.add_vocab_size(len(pieces))
    writer.add_file_type(0)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(pieces)
    writer.add_token_scores(scores)
    writer.add_token_types(types)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(pieces.index(b"<|end|>"))
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(False)
    writer.add_add_space_prefix(False)
    if chat_template is not None:
        writer.add_chat_template(chat_template)
    for name, values in _llama_tensors(spec, len(pieces)).items():
        writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _save_onnx(
    path: Path, nodes: list[Any], source: Any, weights: dict[str, NDArray[Any]], shape: list[Any]
) -> Path:
    target = helper.make_tensor_value_info("rows", TensorProto.FLOAT, shape)
    initialisers = [numpy_helper.from_array(value, name) for name, value in weights.items()]
    graph = helper.make_graph(nodes, "tiny", [source], [target], initialisers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)])
    model.ir_version = 10
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return path


def _projection(spec: TinySpec, features: int, tokens: int) -> tuple[dict[str, NDArray[Any]], list[Any]]:
    """Weights of a linear map features -> tokens x width, and the declared output shape."""
    width = spec.onnx_n_embd or spec.n_embd
    generator = np.random.default_rng(spec.seed + features)
    weights: dict[str, NDArray[Any]] = {
        "weight": generator.standard_normal((features, tokens * width)).astype(np.float32),
        "shape": np.array([-1, tokens, width], np.int64),
    }
    return weights, ["batch", tokens, width]


def make_tiny_image_onnx(path: Path, spec: TinySpec = TinySpec()) -> Path:
    """Pixels -> mean colour of nine cells -> rows."""
    height, width = spec.image_px[1], spec.image_px[0]
    weights, shape = _projection(spec, 27, spec.image_tokens)
    weights |= {
        "columns": np.array([-1, 3, height // 3, 3, width // 3, 3], np.int64),
        "axes": np.array([2, 4], np.int64),
        "flat": np.array([-1, 27], np.int64),
        "scale": np.array(1 / 255, np.float32),
    }
    nodes = [
        helper.make_node("Cast", ["rgb"], ["pixels"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["pixels", "scale"], ["unit"]),
        helper.make_node("Reshape", ["unit", "columns"], ["grid"]),
        helper.make_node("ReduceMean", ["grid", "axes"], ["means"], keepdims=0),
        helper.make_node("Reshape", ["means", "flat"], ["features"]),
        helper.make_node("MatMul", ["features", "weight"], ["product"]),
        helper.make_node("Reshape", ["product", "shape"], ["rows"]),
    ]
    source = helper.make_tensor_value_info("rgb", TensorProto.UINT8, ["batch", height, width, 3])
    return _save_onnx(path, nodes, source, weights, shape)


def make_tiny_audio_onnx(path: Path, spec: TinySpec = TinySpec()) -> Path:
    """Samples -> mean loudness of eight slices -> rows."""
    n_samples = round(spec.rate_hz * spec.audio_window_s)
    weights, shape = _projection(spec, 8, spec.audio_tokens)
    weights |= {"slices": np.array([-1, 8, n_samples // 8], np.int64), "axes": np.array([2], np.int64)}
    nodes = [
        helper.make_node("Abs", ["samples"], ["loud"]),
        helper.make_node("Reshape", ["loud", "slices"], ["grid"]),
        helper.make_node("ReduceMean", ["grid", "axes"], ["features"], keepdims=0),
        helper.make_node("MatMul", ["features", "weight"], ["product"]),
        helper.make_node("Reshape", ["product", "shape"], ["rows"]),
    ]
    source = helper.make_tensor_value_info("samples", TensorProto.FLOAT, ["batch", n_samples])
    return _save_onnx(path, nodes, source, weights, shape)


def make_tiny_imu_onnx(path: Path, spec: TinySpec = TinySpec()) -> Path:
    """Motion -> mean of each channel -> rows."""
    n_steps = round(spec.imu_rate_hz * spec.imu_window_s)
    weights, shape = _projection(spec, 6, spec.imu_tokens)
    weights |= {"axes": np.array([1], np.int64)}
    nodes = [
        helper.make_node("ReduceMean", ["imu", "axes"], ["features"], keepdims=0),
        helper.make_node("MatMul", ["features", "weight"], ["product"]),
        helper.make_node("Reshape", ["product", "shape"], ["rows"]),
    ]
    source = helper.make_tensor_value_info("imu", TensorProto.FLOAT, ["batch", n_steps, 6])
    return _save_onnx(path, nodes, source, weights, shape)


def tiny_manifest(spec: TinySpec = TinySpec()) -> dict[str, Any]:
    """The manifest of the tiny bundle, without its `files` section."""
    audio = {"name": "samples", "rate_hz": spec.rate_hz, "window_s": spec.audio_window_s}
    imu = {
        "name": "imu",
        "rate_hz": spec.imu_rate_hz,
        "window_s": spec.imu_window_s,
        "channels": IMU_CHANNELS,
    }
    image = {"name": "rgb", "size_px": list(spec.image_px), "fit": "squash"}
    return {
        "schema": 1,
        "name": "tiny",
        "version": "1",
        "created_by": "tests",
        "llm": {"file": "llm.gguf", "n_embd": spec.n_embd, "n_ctx": spec.n_ctx, "quantization": "F32"},
        "prompt": PROMPT,
        "modalities": {
            "image": {"file": "image.onnx", "tokens": spec.image_tokens, "precision": "fp32", "input": image},
            "video": {"via": "image", "frames": 4},
            "audio": {"file": "audio.onnx", "tokens": spec.audio_tokens, "precision": "fp32", "input": audio},
            "imu": {"file": "imu.onnx", "tokens": spec.imu_tokens, "precision": "fp32", "input": imu},
        },
        "parity": {"skipped": "random weights"},
        "provenance": {},
    }


def write_manifest(folder: Path, manifest: dict[str, Any]) -> Path:
    """Write bundle.json with `files` recomputed from what lies in the folder now."""
    files = {}
    for path in sorted(folder.iterdir()):
        if path.name != "bundle.json":
            data = path.read_bytes()
            files[path.name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    target = folder / "bundle.json"
    target.write_text(json.dumps({**manifest, "files": files}, indent=1))
    return target


def make_tiny_bundle(folder: Path, spec: TinySpec = TinySpec()) -> Path:
    """Fill `folder` (made if absent) with a complete schema-1 bundle; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    make_tiny_gguf(folder / "llm.gguf", spec)
    make_tiny_image_onnx(folder / "image.onnx", spec)
    make_tiny_audio_onnx(folder / "audio.onnx", spec)
    make_tiny_imu_onnx(folder / "imu.onnx", spec)
    write_manifest(folder, tiny_manifest(spec))
    return folder
