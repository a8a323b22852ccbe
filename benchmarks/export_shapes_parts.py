"""Full-size encoders with random weights in front of the aligners of AnyMAL's Table 12.

Knows published sizes (openai/clip-vit-large-patch14-336, clip-vit-base-patch16, laion/clap-htsat-unfused,
openai/whisper-small, IMU2CLIP mw2) and a small stand-in for each, for trying the benchmark out;
refuses to know how anything is measured.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import transformers
from numpy.typing import NDArray
from transformers.models.whisper.modeling_whisper import WhisperEncoder

from anymal.export.sources.pixels import CLIP_MEAN, CLIP_STD, PixelRules
from anymal.export.sources.sound import ClapEncoder, WhisperSoundEncoder
from anymal.export.sources.sourced import SourcedModule, SourceFacts
from anymal.export.sources.vision import VisionEncoder
from anymal.models.aligner import AlignerShape, LinearOptions, PerceiverOptions, build_aligner
from anymal.models.encoder_protocol import Encoder
from anymal.models.imu2clip import Imu2ClipEncoder, Imu2ClipOptions
from anymal.samples import Modality

__all__ = ["SHAPES", "Shape", "build"]

IMU_CHANNELS = ["ax_mps2", "ay_mps2", "az_mps2", "gx_radps", "gy_radps", "gz_radps"]
SMALL = {"hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4}


@dataclass(frozen=True)
class Shape:
    """One modality: `encoder(small)` makes it, `aligner` stands behind it; `what` is for the table."""

    what: str
    modality: Modality
    encoder: Callable[[bool], tuple[Encoder, dict[str, Any]]]
    aligner: str
    tokens: int
    layer: int = -1


def _clip(size_px: int, patch_px: int, layer: int, **sizes: int) -> Callable[[bool], tuple[Encoder, Any]]:
    def make(small: bool) -> tuple[Encoder, dict[str, Any]]:
        side = 4 * patch_px if small else size_px
        config = transformers.CLIPVisionConfig(
            **(SMALL if small else sizes), image_size=side, patch_size=patch_px
        )
        rules = PixelRules((side, side), (side, side), "crop", CLIP_MEAN, CLIP_STD)
        encoder = VisionEncoder(transformers.CLIPVisionModel(config), rules, layer)
        return encoder, {"name": "rgb", "size_px": [side, side], "fit": "crop"}

    return make


def _htsat(small: bool) -> tuple[Encoder, dict[str, Any]]:
    sizes: dict[str, Any] = {"depths": [1, 1], "num_attention_heads": [2, 4], "window_size": 4}
    config = transformers.ClapAudioConfig(**(sizes if small else {}))
    extractor = transformers.ClapFeatureExtractor(truncation="rand_trunc", frequency_min=50)
    encoder = ClapEncoder(transformers.ClapAudioModel(config), extractor, extractor.nb_max_samples)
    return encoder, {"name": "samples", "rate_hz": 48_000, "window_s": 10.0}


def _whisper(small: bool) -> tuple[Encoder, dict[str, Any]]:
    seconds = 2 if small else 30
    config = transformers.WhisperConfig(
        d_model=64 if small else 768,
        encoder_layers=2 if small else 12,
        encoder_attention_heads=4 if small else 12,
        encoder_ffn_dim=128 if small else 3072,
        max_source_positions=50 * seconds,
    )
    extractor = transformers.WhisperFeatureExtractor(chunk_length=seconds)
    encoder = WhisperSoundEncoder(WhisperEncoder(config), extractor, 16_000 * seconds)
    return encoder, {"name": "samples", "rate_hz": 16_000, "window_s": float(seconds)}


def _imu2clip(small: bool) -> tuple[Encoder, dict[str, Any]]:
    encoder = Imu2ClipEncoder(Imu2ClipOptions(hidden=32 if small else 512, gru_over_channels=True))
    return encoder, {"name": "imu", "rate_hz": 200, "window_s": 5.0, "channels": IMU_CHANNELS}


LARGE = {"hidden_size": 1024, "intermediate_size": 4096, "num_hidden_layers": 24, "num_attention_heads": 16}
BASE = {"hidden_size": 768, "intermediate_size": 3072, "num_hidden_layers": 12, "num_attention_heads": 12}

SHAPES: dict[str, Shape] = {
    "vit-l14-336": Shape(
        "CLIP ViT-L/14 at 336 px, resampler 6 layers x 64",
        "image",
        _clip(336, 14, -2, **LARGE),
        "perceiver",
        64,
        -2,
    ),
    "vit-b16": Shape(
        "CLIP ViT-B/16 at 224 px, resampler 6 layers x 64",
        "image",
        _clip(224, 16, -1, **BASE),
        "perceiver",
        64,
    ),
    "htsat": Shape("CLAP HTSAT, 10 s at 48 kHz, linear 32", "audio", _htsat, "linear", 32),
    "whisper-small": Shape(
        "Whisper-small encoder, 30 s, resampler 6 layers x 64", "audio", _whisper, "perceiver", 64
    ),
    "imu2clip": Shape("IMU2CLIP mw2, 5 s at 200 Hz, linear 32", "imu", _imu2clip, "linear", 32),
}


def build(name: str, n_embd: int, small: bool) -> tuple[SourcedModule, dict[str, Any], NDArray[Any]]:
    """Module, manifest input section and four raw samples of shape `name` before an LLM of width `n_embd`."""
    shape = SHAPES[name]
    encoder, section = shape.encoder(small)
    # Table 12's linear aligner is one layer on one vector; HTSAT's positions are averaged before it.
    options = PerceiverOptions(layers=6) if shape.aligner == "perceiver" else LinearOptions(pooling="mean")
    sides = AlignerShape(encoder.features_dim, encoder.positions, shape.tokens, n_embd)
    aligner = build_aligner(shape.aligner, sides, options)
    module = SourcedModule(encoder, aligner, SourceFacts(shape.modality, shape.tokens, n_embd))
    return module, section, _samples(shape.modality, section)


def _samples(modality: str, section: dict[str, Any]) -> NDArray[Any]:
    """Four samples that are not plain noise: pictures and sounds whose neighbours resemble each other."""
    dice = np.random.default_rng(0)
    if modality == "image":
        width, height = section["size_px"]
        coarse = dice.integers(0, 256, (4, height // 14 + 1, width // 14 + 1, 3), dtype=np.uint8)
        return coarse.repeat(14, axis=1).repeat(14, axis=2)[:, :height, :width].copy()
    count = round(section["rate_hz"] * section["window_s"])
    shape = (4, count) if modality == "audio" else (4, count, 6)
    walk = dice.standard_normal(shape).cumsum(axis=1)
    walk -= walk.mean(axis=1, keepdims=True)
    return (walk / np.abs(walk).max(axis=1, keepdims=True)).astype(np.float32)
