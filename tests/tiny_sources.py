"""Tiny random checkpoints of other people's classes, from their real config classes: what a recipe points at.

Knows transformers' configs and the files `save_pretrained` writes; the weights know nothing. Weights
are larger than transformers starts with, so that every layer matters to the output.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import (
    ClapAudioConfig,
    ClapAudioModel,
    ClapConfig,
    ClapFeatureExtractor,
    ClapModel,
    CLIPConfig,
    CLIPModel,
    CLIPVisionConfig,
    CLIPVisionModel,
    Dinov2Config,
    Dinov2Model,
    SiglipVisionConfig,
    SiglipVisionModel,
    VideoMAEConfig,
    VideoMAEModel,
    WhisperConfig,
    WhisperFeatureExtractor,
    WhisperForConditionalGeneration,
)
from transformers.utils.logging import disable_progress_bar

VISION_SIZES: dict[str, Any] = {
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "image_size": 32,
    "patch_size": 8,
}
CLIP_RULES = {
    "image_processor_type": "CLIPImageProcessor",
    "do_resize": True,
    "size": {"shortest_edge": 32},
    "do_center_crop": True,
    "crop_size": {"height": 32, "width": 32},
    "do_rescale": True,
    "rescale_factor": 1 / 255,
    "do_normalize": True,
    "image_mean": [0.48, 0.46, 0.41],
    "image_std": [0.27, 0.26, 0.28],
    "resample": 3,
}
SIGLIP_RULES = {
    "image_processor_type": "SiglipImageProcessor",
    "size": {"height": 32, "width": 32},
    "image_mean": [0.5, 0.5, 0.5],
    "image_std": [0.5, 0.5, 0.5],
    "resample": 3,
}
# As published: a model of one size, pictures of another, cut out of a larger one.
DINOV2_RULES = {
    "size": {"shortest_edge": 40},
    "do_center_crop": True,
    "crop_size": {"height": 24, "width": 24},
    "image_mean": [0.485, 0.456, 0.406],
    "image_std": [0.229, 0.224, 0.225],
    "resample": 3,
}


def shake(model: torch.nn.Module, seed: int = 0) -> torch.nn.Module:
    """Give every weight a size at which it changes the output; norms and statistics stay sane."""
    dice = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, value in (*model.named_parameters(), *model.named_buffers()):
            if not value.is_floating_point() or "position_embeddings" in name:
                continue
            noise = torch.randn(value.shape, generator=dice)
            if name.endswith("running_var"):
                value.copy_(1 + noise.abs())
            elif value.dim() > 1:
                value.copy_(noise / (value[0].numel() ** 0.5))
            else:
                value.add_(0.1 * noise)
    return model.eval()


def save(model: Any, folder: Path, rules: dict[str, Any] | None = None) -> Path:
    """Write the shaken `model`, and its preprocessor's `rules` where there are any."""
    disable_progress_bar()
    shake(model).save_pretrained(folder)  # type: ignore[operator]
    if rules is not None:
        (folder / "preprocessor_config.json").write_text(json.dumps(rules))
    return folder


def make_clip(folder: Path) -> Path:
    """A vision tower saved alone, with its preprocessor."""
    return save(CLIPVisionModel(CLIPVisionConfig(**VISION_SIZES)), folder, CLIP_RULES)


def make_whole_clip(folder: Path) -> Path:
    """A whole CLIP, text half and all, without a preprocessor."""
    text = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1, "num_attention_heads": 4}
    config = CLIPConfig(vision_config=dict(VISION_SIZES), text_config={**text, "vocab_size": 50})
    return save(CLIPModel(config), folder)


def make_siglip(folder: Path) -> Path:
    """A SigLIP vision tower: no class token, squashed pictures."""
    return save(SiglipVisionModel(SiglipVisionConfig(**VISION_SIZES)), folder, SIGLIP_RULES)


def make_dinov2(folder: Path) -> Path:
    """A DINOv2 of 32 px whose preprocessor makes pictures of 24 px."""
    sizes = {name: value for name, value in VISION_SIZES.items() if name != "intermediate_size"}
    return save(Dinov2Model(Dinov2Config(**sizes, mlp_ratio=2)), folder, DINOV2_RULES)


def make_videomae(folder: Path) -> Path:
    """A VideoMAE of four frames."""
    config = VideoMAEConfig(**VISION_SIZES, num_frames=4, tubelet_size=2, use_mean_pooling=False)
    rules = {**CLIP_RULES, "image_processor_type": "VideoMAEImageProcessor", "resample": 2}
    return save(VideoMAEModel(config), folder, rules)


CLAP_SIZES: dict[str, Any] = {
    "spec_size": 64,
    "num_mel_bins": 16,
    "patch_embeds_hidden_size": 16,
    "depths": [1, 1],
    "num_attention_heads": [2, 4],
    "window_size": 4,
    "hidden_size": 32,
    "num_hidden_layers": 2,
}
CLAP_RULES: dict[str, Any] = {
    "feature_size": 16,
    "sampling_rate": 16_000,
    "max_length_s": 1,
    "hop_length": 100,
    "fft_window_size": 256,
    "frequency_min": 50,
    "frequency_max": 7_000,
    "padding": "repeatpad",
}


def make_clap(folder: Path, fused: bool = False) -> Path:
    """A small HTSAT, alone (`fused`: with the branch for long sounds), and its feature extractor."""
    config = ClapAudioConfig(**CLAP_SIZES, enable_fusion=fused, fusion_type="aff_2d" if fused else None)
    save(ClapAudioModel(config), folder)
    ClapFeatureExtractor(**CLAP_RULES, truncation="fusion" if fused else "rand_trunc").save_pretrained(folder)
    return folder


def make_whole_clap(folder: Path) -> Path:
    """A whole CLAP, text half and all."""
    text = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1, "num_attention_heads": 4}
    config = ClapConfig(
        audio_config=CLAP_SIZES,
        text_config={**text, "vocab_size": 50, "max_position_embeddings": 20},
        projection_dim=32,
    )
    save(ClapModel(config), folder)
    ClapFeatureExtractor(**CLAP_RULES, truncation="rand_trunc").save_pretrained(folder)
    return folder


def make_whisper(folder: Path) -> Path:
    """A whole Whisper that hears one second."""
    config = WhisperConfig(
        d_model=32,
        encoder_layers=2,
        decoder_layers=1,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        num_mel_bins=80,
        vocab_size=60,
        max_source_positions=50,
        max_target_positions=8,
        pad_token_id=0,
        bos_token_id=1,
        eos_token_id=2,
        decoder_start_token_id=1,
    )
    save(WhisperForConditionalGeneration(config), folder)
    WhisperFeatureExtractor(chunk_length=1).save_pretrained(folder)
    return folder


def published_imu2clip(hidden: int = 16, seed: int = 0) -> dict[str, torch.Tensor]:
    """Tensors under the names and shapes of the published `MW2StackRNNPooling`."""
    dice = torch.Generator().manual_seed(seed)
    shapes = {
        "net.0.weight": (6,),
        "net.0.bias": (6,),
        "net.1.net.0.weight": (32, 6, 10),
        "net.2.net.0.weight": (32, 32, 5),
        "net.3.net.0.weight": (32, 32, 5),
        "net.4.weight": (32,),
        "net.4.bias": (32,),
        "net.5.weight_ih_l0": (3 * hidden, 32),
        "net.5.weight_hh_l0": (3 * hidden, hidden),
        "net.5.bias_ih_l0": (3 * hidden,),
        "net.5.bias_hh_l0": (3 * hidden,),
    }
    return {name: 0.3 * torch.randn(shape, generator=dice) for name, shape in shapes.items()}


def pictures(count: int, width: int, height: int, seed: int = 0) -> np.ndarray:
    """Random pictures uint8 [count, height, width, 3]."""
    return np.random.default_rng(seed).integers(0, 256, (count, height, width, 3), dtype=np.uint8)


def sounds(count: int, samples: int, seed: int = 0) -> np.ndarray:
    """Sounds float32 [count, samples]: noise, a faint tone and then silence, then faint noise."""
    dice = np.random.default_rng(seed)
    found = (0.3 * dice.standard_normal((count, samples))).astype(np.float32).clip(-1, 1)
    if count > 1:
        found[1] = 0.01 * np.sin(2 * np.pi * 440 / 16_000 * np.arange(samples))
        found[1, samples // 2 :] = 0.0
    if count > 2:
        found[2] *= 1e-3
    return found
