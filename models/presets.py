"""Model sizes by name: the paper's Table 12 and this project's `nano`.

Knows tokens, aligners and the published schedules; refuses to know data.
"""

from dataclasses import dataclass
from typing import Literal

from anymal.models.aligner import AlignerShape, LinearOptions, PerceiverOptions
from anymal.models.encoder_protocol import encoder_options
from anymal.models.modality import ModalityOptions
from anymal.samples import Modality

__all__ = ["NANO_TOKENS", "PAPER", "PaperRun", "nano_options", "paper_imu_options"]


@dataclass(frozen=True)
class PaperRun:
    """One row of AnyMAL's Table 12: how a modality was aligned, with the encoder it froze.

    `features_dim` and `positions` are those of the public encoder of that name, where the paper
    names one; its ViT layer and CLAP checkpoint are not stated.
    """

    modality: Modality
    encoder: str
    features_dim: int
    positions: int
    aligner: Literal["perceiver", "linear"]
    aligner_options: PerceiverOptions | LinearOptions
    tokens: int
    batch: int
    rate: float
    steps: int

    def shape(self, n_embd: int) -> AlignerShape:
        """The aligner's shape in front of an LLM of width `n_embd` (LLaMA-2: 4096, 5120 or 8192)."""
        return AlignerShape(self.features_dim, self.positions, self.tokens, n_embd)


PAPER: dict[str, PaperRun] = {
    "image": PaperRun(
        "image",
        "CLIP ViT-L/14 at 336 px",
        1024,
        576,
        "perceiver",
        PerceiverOptions(layers=6),
        64,
        2048,
        2e-4,
        100_000,
    ),
    "video": PaperRun(
        "video",
        "InternVideo, 8 frames",
        1024,
        1568,
        "perceiver",
        PerceiverOptions(layers=4),
        32,
        1024,
        1e-4,
        20_000,
    ),
    "audio": PaperRun("audio", "CLAP", 512, 1, "linear", LinearOptions(pooling="mean"), 32, 128, 1e-4, 1_000),
    "imu": PaperRun("imu", "IMU2CLIP", 512, 1, "linear", LinearOptions(pooling="mean"), 32, 256, 1e-4, 2_000),
}

# Rows per modality of the nano bundle: one for each fact (`training.language.fact_rows`).
NANO_TOKENS: dict[str, int] = {"image": 16, "video": 8, "audio": 4, "imu": 4}
_NANO_ENCODERS: dict[str, str] = {
    "image": "convnet",
    "video": "convnet_frames",
    "audio": "logmel_cnn",
    "imu": "spectral_gru",
}


def nano_options(modality: Modality, n_embd: int = 256) -> ModalityOptions:
    """The nano half of `modality` in front of an LLM of width `n_embd`."""
    kind = _NANO_ENCODERS[modality]
    encoder, tokens = encoder_options(kind, {}), NANO_TOKENS[modality]
    if modality in ("image", "video"):
        aligner = PerceiverOptions(layers=2, width=256, heads=8, feed_forward=2)
        return ModalityOptions(modality, kind, encoder, "perceiver", aligner, tokens, n_embd)
    linear = LinearOptions(dropout=0.3 if modality == "imu" else 0.0)
    return ModalityOptions(modality, kind, encoder, "linear", linear, tokens, n_embd)


def paper_imu_options(n_embd: int = 4096) -> ModalityOptions:
    """The paper's IMU half, wholly ours to build: IMU2CLIP and a linear aligner of 32 tokens."""
    run = PAPER["imu"]
    return ModalityOptions(
        "imu",
        "imu2clip",
        encoder_options("imu2clip", {}),
        run.aligner,
        run.aligner_options,
        run.tokens,
        n_embd,
    )
