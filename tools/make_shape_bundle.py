"""Builds a bundle of realistic shape with random weights: its latencies mean something, its answers nothing.

Knows the shapes and nano's vocabulary, prompt and chat template; every file goes through export's own
steps (dynamo ONNX, int8, llama.cpp's converter and quantiser). Refuses to compare with torch: random
weights have nothing to lose. The 360 M LLM is 1024 wide where SmolLM2-360M is 960: 960 is no multiple
of 256, so llama.cpp would quietly make Q5_0 and Q8_0 of most of its matrices instead of Q4_K and Q6_K.

    .venv/bin/python tools/make_shape_bundle.py build/shape-360m
    .venv/bin/python tools/make_shape_bundle.py build/shape-tiny --llm tiny
"""

import gc
import hashlib
import json
import math
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from gguf import GGMLQuantizationType
from transformers import LlamaConfig, LlamaForCausalLM
from transformers.utils import logging as transformers_logging

import anymal
from anymal.engines.bundle import load_bundle
from anymal.engines.bundle_check import check_bundle
from anymal.engines.gguf_header import read_gguf_header
from anymal.engines.llama_native import usable_cores
from anymal.engines.manifest import IMU_CHANNELS, MANIFEST_NAME, SCHEMA
from anymal.errors import AnymalError, ConfigError, ExportError
from anymal.export.cli_arguments import say
from anymal.export.make_bundle import LLM_FILE, TOOLS
from anymal.export.quantise_llm import QuantiseOptions, quantise_llm
from anymal.export.quantise_onnx import quantise_onnx
from anymal.export.spm_vocabulary import write_vocabulary
from anymal.export.to_gguf import convert
from anymal.export.to_onnx import export_onnx
from anymal.export.versions import tool_versions
from anymal.models.aligner import LinearOptions, PerceiverOptions
from anymal.models.encoder_protocol import encoder_options
from anymal.models.modality import FusedModality, ModalityOptions
from anymal.models.presets import paper_imu_options
from anymal.runtime.arguments import Parser
from anymal.training.chat_format import DEFAULT_SYSTEM, SENSE_LINES, SENSE_ORDER, ChatTokenizer
from anymal.training.train_llm import save_llm

__all__ = ["SHAPES", "LlmShape", "Shape", "llm_config", "main", "make_shape_bundle"]

CONTEXT, QUANTIZATION, VIDEO_FRAMES = 2048, "Q4_K_M", 4
IMAGE_TOKENS, AUDIO_TOKENS = 64, 32
Say = Callable[[str], None]


@dataclass(frozen=True)
class LlmShape:
    """A Llama with tied embeddings; `vocabulary` 0 is as many pieces as the tokenizer has.

    `spread` is the standard deviation of every weight: large enough that the layers, not the last
    token's own embedding, decide what comes next.
    """

    hidden: int
    layers: int
    heads: int
    kv_heads: int
    feed_forward: int
    vocabulary: int
    spread: float


@dataclass(frozen=True)
class Shape:
    """An LLM and the options of its ViT, log-mel CNN and IMU2CLIP; `resampler_width` 0 is the ViT's."""

    llm: LlmShape
    vit: Mapping[str, Any]
    logmel_cnn: Mapping[str, Any]
    imu2clip: Mapping[str, Any]
    resampler_layers: int = 6
    resampler_width: int = 0
    hidden: int = 512  # of the sound's aligner: the width of CLAP's shared space

    def modalities(self) -> tuple[ModalityOptions, ...]:
        """Encoder and aligner of each sense; rows start as long as the LLM's embeddings are."""
        n_embd, norm = self.llm.hidden, self.llm.spread * math.sqrt(self.llm.hidden)
        vit, cnn = encoder_options("vit", self.vit), encoder_options("logmel_cnn", self.logmel_cnn)
        resampler = PerceiverOptions(self.resampler_layers, self.resampler_width, row_norm=norm)
        clap, mean = LinearOptions("mean", self.hidden, row_norm=norm), LinearOptions("mean", row_norm=norm)
        imu = encoder_options("imu2clip", self.imu2clip)
        return (
            ModalityOptions("image", "vit", vit, "perceiver", resampler, IMAGE_TOKENS, n_embd),
            ModalityOptions("audio", "logmel_cnn", cnn, "linear", clap, AUDIO_TOKENS, n_embd),
            replace(paper_imu_options(n_embd), encoder_options=imu, aligner_options=mean),
        )


SHAPES = {
    # 360.8 M parameters: SmolLM2-360M's depth and vocabulary, its width and feed-forward in steps of 256.
    # ViT-B/16; the six blocks of CNN14, CLAP's first audio encoder; IMU2CLIP as published.
    "360m": Shape(
        LlmShape(1024, 32, 16, 4, 2304, 49152, spread=0.02),
        {"size_px": 224, "patch_px": 16, "width": 768, "layers": 12, "heads": 12},
        {"widths": (64, 128, 256, 512, 1024, 2048), "summary_width": 512},
        {},
    ),
    # The same windows, rows and file types, for tests of whatever measures the large one.
    "tiny": Shape(
        LlmShape(256, 2, 4, 2, 512, 0, spread=0.06),
        {"size_px": 224, "patch_px": 56, "width": 32, "layers": 1, "heads": 2},
        {"widths": (4, 8), "summary_width": 8},
        {"hidden": 16},
        resampler_layers=1,
        resampler_width=32,
        hidden=16,
    ),
}


def make_shape_bundle(
    out: Path,
    shape: Shape,
    tokenizer: str = "nano",
    threads: int = 1,
    seed: int = 0,
    say: Say = lambda line: None,
) -> None:
    """Write the bundle folder `out`, whole or not at all; the same seed gives the same weights.

    `tokenizer` is a bundle (name or folder), a GGUF, a `tokenizer.model`, or a checkpoint folder.
    Raises `AnymalError`, and then nothing is left behind.
    """
    if out.exists():
        raise ExportError(f"{out}: is already there; choose another folder, or delete this one first")
    if threads < 1:
        raise ConfigError(f"threads must be at least 1, found {threads}")
    torch.set_num_threads(threads)
    transformers_logging.disable_progress_bar()  # ours are lines
    torch.manual_seed(seed)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as staging:
            bundle, work = Path(staging) / "bundle", Path(staging) / "work"
            bundle.mkdir()
            work.mkdir()
            made_up = write_vocabulary(tokenizer, work / "tokenizer.model", shape.llm.vocabulary)
            facts = {"seed": seed, "made_up_pieces": made_up, "shape": asdict(shape)}
            senses: dict[str, Any] = {}
            for options in shape.modalities():
                senses[options.modality] = _make_encoder(options, bundle, work, say)
            senses["video"] = {"via": "image", "frames": VIDEO_FRAMES}
            facts |= _make_llm(shape.llm, bundle, work, threads, say)
            manifest = _manifest(out.name, bundle, shape, senses, facts)
            (bundle / MANIFEST_NAME).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
            say("bundle: opening every part once")
            for part in check_bundle(load_bundle(bundle)):
                say(f"{part.name}: {part.file} runs on {part.backend}")
            bundle.replace(out)
    except OSError as error:
        if isinstance(error, AnymalError):
            raise
        raise ExportError(f"{out}: cannot be written: {error}; nothing was left behind") from error
    say(f"{out}: {sum(path.stat().st_size for path in out.iterdir()) / 1e6:.1f} MB")


def _make_encoder(options: ModalityOptions, bundle: Path, work: Path, say: Say) -> dict[str, Any]:
    """Write one graph, int8 where export would try it; returns its section of the manifest."""
    name, spec = options.modality, _input(options)
    module = FusedModality(options).eval()
    count = sum(parameter.numel() for parameter in module.parameters())
    say(f"{name}: {count / 1e6:.1f} M parameters, exporting to ONNX")
    exact = export_onnx(module, spec, work / f"{name}.onnx")
    del module
    gc.collect()
    shipped, precision = bundle / f"{name}.onnx", "int8"
    if not quantise_onnx(exact, shipped) or shipped.stat().st_size >= exact.stat().st_size:
        shutil.copyfile(exact, shipped)
        precision = "fp32"
    say(f"{name}: {precision}, {shipped.stat().st_size / 1e6:.1f} MB (fp32 {exact.stat().st_size / 1e6:.1f})")
    exact.unlink()  # the disk may be small
    gc.collect()
    return {"file": shipped.name, "tokens": options.tokens, "precision": precision, "input": spec}


def _input(options: ModalityOptions) -> dict[str, Any]:
    """The input section of the manifest, from what the encoder takes."""
    encoder = options.encoder_options
    if options.modality == "image":
        return {"name": "rgb", "size_px": [encoder.size_px, encoder.size_px], "fit": "squash"}
    if options.modality == "audio":
        window_s = encoder.samples / encoder.rate_hz
        return {"name": "samples", "rate_hz": encoder.rate_hz, "window_s": window_s}
    series = {"rate_hz": encoder.rate_hz, "window_s": encoder.window_s}
    return {"name": "imu", **series, "channels": list(IMU_CHANNELS)}


def llm_config(shape: LlmShape, pieces: int, bos_id: int, end_id: int) -> LlamaConfig:
    """Return the Hugging Face configuration of `shape` with `pieces` pieces."""
    return LlamaConfig(
        vocab_size=pieces,
        hidden_size=shape.hidden,
        intermediate_size=shape.feed_forward,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        num_key_value_heads=shape.kv_heads,
        max_position_embeddings=CONTEXT,
        rms_norm_eps=1e-5,
        rope_theta=10000.0,
        tie_word_embeddings=True,
        initializer_range=shape.spread,
        bos_token_id=bos_id,
        eos_token_id=end_id,
    )


def _make_llm(shape: LlmShape, bundle: Path, work: Path, threads: int, say: Say) -> dict[str, Any]:
    """Write the GGUF as export does, by way of a Hugging Face folder; returns facts for the provenance."""
    model_file = work / "tokenizer.model"
    vocabulary = ChatTokenizer(model_file)
    config = llm_config(shape, len(vocabulary), vocabulary.bos, vocabulary.end)
    llm = LlamaForCausalLM(config).half()  # twice the size would only be rounded later
    count = sum(parameter.numel() for parameter in llm.parameters())
    say(f"llm: {count / 1e6:.1f} M parameters, {len(vocabulary)} pieces, writing")
    save_llm(work / "llm", llm, model_file)
    del llm
    gc.collect()
    say("llm: converting to GGUF")
    exact = convert(work / "llm", work / "f16.gguf", "f16")
    shutil.rmtree(work / "llm")
    say(f"llm: {exact.stat().st_size / 1e6:.1f} MB at f16, quantising to {QUANTIZATION}")
    shipped = quantise_llm(exact, bundle / LLM_FILE, QuantiseOptions(QUANTIZATION, threads))
    exact.unlink()
    kinds = Counter(GGMLQuantizationType(t.kind).name for t in read_gguf_header(shipped).tensors.values())
    types = dict(kinds.most_common())
    say(f"llm: {shipped.stat().st_size / 1e6:.1f} MB: " + ", ".join(f"{n} {k}" for k, n in types.items()))
    return {"llm_parameters": count, "tensor_types": types}


def _manifest(
    name: str, bundle: Path, shape: Shape, senses: Mapping[str, Any], facts: Mapping[str, Any]
) -> dict[str, Any]:
    files = {}
    for path in sorted(bundle.iterdir()):
        data = path.read_bytes()
        files[path.name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    llm = {"file": LLM_FILE, "n_embd": shape.llm.hidden, "n_ctx": CONTEXT, "quantization": QUANTIZATION}
    return {
        "schema": SCHEMA,
        "name": name,
        "version": "1",
        "created_by": f"anymal-edge {anymal.__version__}, tools/make_shape_bundle.py",
        "files": files,
        "llm": llm,
        "prompt": {"system": DEFAULT_SYSTEM, "senses": SENSE_LINES, "order": list(SENSE_ORDER)},
        "modalities": {sense: senses[sense] for sense in SENSE_ORDER},
        "parity": {"skipped": "random weights, for latency only"},
        "provenance": {**facts, "tools": tool_versions(TOOLS)},
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Build the bundle named on the command line; 2 for anything a user can cause."""
    parser = Parser(prog="make_shape_bundle.py", description="Build a random bundle of realistic shape.")
    parser.add_argument("out", type=Path, metavar="OUT", help="bundle folder to write; must not be there yet")
    parser.add_argument("--llm", choices=tuple(SHAPES), default="360m", help="shape (default: %(default)s)")
    parser.add_argument(
        "--tokenizer",
        default="nano",
        metavar="T",
        help="bundle, GGUF, tokenizer.model or checkpoint folder whose vocabulary is taken (%(default)s)",
    )
    parser.add_argument("--threads", type=int, default=usable_cores(), metavar="N", help="(%(default)s)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the weights (%(default)s)")
    try:
        given = parser.parse_args(argv)
        make_shape_bundle(given.out, SHAPES[given.llm], given.tokenizer, given.threads, given.seed, say)
    except AnymalError as error:
        say(f"error: {error}")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
