"""Sound through encoders of transformers: CLAP's HTSAT and Whisper's encoder, log-mel in the graph.

Knows their feature extractors' scales and how a short window is filled up; refuses to know
resampling, which is the reader's work, and everything about words.
"""

from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from anymal.errors import ConfigError, ExportError
from anymal.export.sources.log_mel import MelPower
from anymal.export.sources.sourced import OpenedEncoder
from anymal.export.sources.spec import ModalitySource
from anymal.export.sources.vision import layers_read
from anymal.export.sources.weights import folder_hashes, load_pretrained, read_config
from anymal.models.encoder_protocol import Encoder

__all__ = ["ClapEncoder", "WhisperSoundEncoder", "open_clap", "open_whisper"]

WHISPER_PREFIX = {r"^(model\.)?encoder\.": ""}
EXTRACTOR_FILES = ("preprocessor_config.json", "processor_config.json")
UNUSED = {"feature_extractor_type", "processor_class", "image_processor_type"}
RANGE_LOG10 = 8.0  # Whisper: what is 80 dB below the loudest cell is nothing


class ClapEncoder(Encoder):
    """float32 [B, samples] at the extractor's rate to [B, positions, hidden] of a ClapAudioModel.

    The positions are `last_hidden_state` [B, hidden, bands, times] laid flat; their mean is its
    `pooler_output`. A shorter window is repeated and then filled up with silence ("repeatpad"). A
    model with fusion reads every window as not longer than its maximum, which it never is here.
    """

    def __init__(self, model: Any, extractor: Any, samples: int) -> None:
        super().__init__()
        if extractor.padding != "repeatpad":
            raise ExportError(f"CLAP: padding {extractor.padding!r} is not supported; wanted 'repeatpad'")
        fusion = extractor.truncation == "fusion"
        filters = extractor.mel_filters if fusion else extractor.mel_filters_slaney
        self.mel = MelPower(filters, extractor.fft_window_size, extractor.hop_length)
        self.repeats = max(1, int(extractor.nb_max_samples) // samples)
        self.silence = int(extractor.nb_max_samples) - self.repeats * samples
        self.model = model.audio_encoder
        # Without the fusion branch: it is for sounds longer than the window.
        self.model.enable_fusion = self.model.patch_embed.enable_fusion = False
        config = model.config
        self.features_dim = int(self.model.num_features)
        self.positions = _clap_positions(config)
        self.eval()

    def forward(self, raw: Tensor) -> Tensor:
        """Log-mel in dB, then HTSAT."""
        whole = functional.pad(torch.cat([raw] * self.repeats, dim=1), (0, self.silence))
        decibels = 10 * torch.log10(self.mel(whole))  # [B, bands, frames]
        picture = decibels.transpose(1, 2).unsqueeze(1).to(self.model.norm.weight.dtype)
        hidden = self.model(picture).last_hidden_state  # [B, hidden, bands, times]
        return cast(Tensor, hidden.flatten(2).transpose(1, 2))


def _clap_positions(config: Any) -> int:
    """Cells left after every stage but the last halved both sides."""
    shrink = 2 ** (len(config.depths) - 1)
    stride = config.patch_stride if not isinstance(config.patch_stride, int) else (config.patch_stride,) * 2
    return int((config.spec_size // stride[0] // shrink) * (config.spec_size // stride[1] // shrink))


class WhisperSoundEncoder(Encoder):
    """float32 [B, samples] at 16 kHz to [B, positions, d_model] of a WhisperEncoder.

    Whisper reads a fixed window (30 s): a shorter one is filled up with silence in the graph, as its
    extractor does, and all positions come out. `layer` as in `VisionEncoder`.
    """

    def __init__(self, model: Any, extractor: Any, samples: int, layer: int = -1) -> None:
        super().__init__()
        self.mel = MelPower(extractor.mel_filters, extractor.n_fft, extractor.hop_length)
        frames = 2 * int(model.config.max_source_positions)
        self.silence = frames * int(extractor.hop_length) - samples
        if self.silence < 0:
            raise ConfigError(
                f"Whisper: {samples} samples are more than its window of {samples + self.silence}"
            )
        count, last = layers_read(layer, len(model.layers), type(model).__name__)
        self.conv1, self.conv2 = model.conv1, model.conv2
        self.places = nn.Parameter(model.embed_positions.weight.detach().clone(), requires_grad=False)
        self.blocks = nn.ModuleList(model.layers[:count])
        self.last_norm = model.layer_norm if last else nn.Identity()
        self.features_dim = int(model.config.d_model)
        self.positions = frames // 2
        self.eval()

    def forward(self, raw: Tensor) -> Tensor:
        """Log-mel relative to the loudest cell of the window, two convolutions, transformer."""
        logs = torch.log10(self.mel(functional.pad(raw, (0, self.silence))))[:, :, :-1]  # [B, bands, frames]
        logs = torch.maximum(logs, logs.amax(dim=(1, 2), keepdim=True) - RANGE_LOG10)
        features = ((logs + 4.0) / 4.0).to(self.places.dtype)
        hidden = functional.gelu(self.conv2(functional.gelu(self.conv1(features))))
        hidden = hidden.transpose(1, 2) + self.places
        for block in self.blocks:
            hidden = block(hidden, None)
        return cast(Tensor, self.last_norm(hidden))


KINDS: dict[type[Encoder], str] = {ClapEncoder: "ClapAudioModel", WhisperSoundEncoder: "WhisperEncoder"}


def open_clap(source: ModalitySource, folder: Path, model_type: str) -> OpenedEncoder:
    """The CLAP sound encoder in `folder`; raises `ExportError` or `ConfigError`."""
    import transformers

    if source.layer != -1 or source.class_token:
        raise ConfigError("ClapAudioModel: only layer = -1 can be read, and there is no class token to keep")
    model = load_pretrained(transformers.ClapAudioModel, folder, **_clap_options(folder, model_type))
    extractor, origin = _extractor(transformers.ClapFeatureExtractor, folder, model.config.num_mel_bins)
    samples = _samples(source, extractor.sampling_rate, extractor.nb_max_samples, "CLAP")
    encoder = ClapEncoder(model, extractor, samples)
    return _opened(source, folder, encoder, samples, extractor.sampling_rate, origin)


def open_whisper(source: ModalitySource, folder: Path, model_type: str) -> OpenedEncoder:
    """The Whisper encoder in `folder`, without its decoder; raises `ExportError` or `ConfigError`."""
    import transformers
    from transformers.models.whisper.modeling_whisper import WhisperEncoder

    if source.class_token:
        raise ConfigError("WhisperEncoder has no class token; set class_token = false")
    model = load_pretrained(WhisperEncoder, folder, key_mapping=WHISPER_PREFIX)
    extractor, origin = _extractor(transformers.WhisperFeatureExtractor, folder, model.config.num_mel_bins)
    longest = 2 * int(model.config.max_source_positions) * int(extractor.hop_length)
    samples = _samples(source, extractor.sampling_rate, longest, "Whisper")
    encoder = WhisperSoundEncoder(model, extractor, samples, source.layer)
    return _opened(source, folder, encoder, samples, extractor.sampling_rate, origin)


def _clap_options(folder: Path, model_type: str) -> dict[str, Any]:
    """A whole CLAP keeps the sound half under a name of its own."""
    return {} if model_type != "clap" else {"key_mapping": {r"^audio_model\.": ""}}


def _extractor(kind: Any, folder: Path, bands: int) -> tuple[Any, str]:
    """The feature extractor of `folder`, or the class's defaults for `bands`, and where it was read.

    It must agree with the model: raises `ExportError` when it makes another number of mel bands.
    """
    file = ""
    values: dict[str, Any] = {}
    for file in EXTRACTOR_FILES:
        if (folder / file).is_file():
            found = read_config(folder, file)
            values = found.get("feature_extractor", found)
            break
    extractor = kind(
        **{"feature_size": bands, **{name: v for name, v in values.items() if name not in UNUSED}}
    )
    if extractor.feature_size != bands:
        raise ExportError(
            f"{folder}: the feature extractor makes {extractor.feature_size} mel bands; "
            f"config.json wants {bands}"
        )
    return extractor, file if values else f"default of {kind.__name__}"


def _samples(source: ModalitySource, rate_hz: int, longest: int, name: str) -> int:
    samples = longest if source.window_s is None else round(source.window_s * rate_hz)
    if not 2 <= samples <= longest:
        raise ConfigError(
            f"{name}: window_s must be at most {longest / rate_hz:g} s, found {source.window_s}; "
            "it does not read more at once"
        )
    return samples


def _opened(
    source: ModalitySource, folder: Path, encoder: Encoder, samples: int, rate_hz: int, origin: str
) -> OpenedEncoder:
    section = {"name": "samples", "rate_hz": rate_hz, "window_s": samples / rate_hz}
    provenance = {
        "class": KINDS[type(encoder)],
        "layer": source.layer,
        "folder": folder.name,
        "normalisation": origin,
        "weights": folder_hashes(folder),
    }
    return OpenedEncoder(encoder, section, provenance)
