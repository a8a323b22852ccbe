"""CLAP, Whisper and IMU2CLIP as sources: log-mel, features and weights against the classes they come from.

The references are transformers' own feature extractors and models, and the published layer list of
IMU2CLIP written out once more.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import transformers
from safetensors.torch import save_file
from torch import nn

from anymal.errors import ConfigError, ExportError
from anymal.export.sources import ModalitySource, open_source
from anymal.export.sources.log_mel import MelPower
from anymal.export.sources.opener import open_encoder
from anymal.models.imu2clip import Imu2ClipEncoder, Imu2ClipOptions
from tests import tiny_sources as tiny


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("sound")
    return {
        "clap": tiny.make_clap(root / "clap"),
        "fused": tiny.make_clap(root / "fused", fused=True),
        "whole_clap": tiny.make_whole_clap(root / "whole_clap"),
        "whisper": tiny.make_whisper(root / "whisper"),
    }


def source(folder: Path, **values: Any) -> ModalitySource:
    return ModalitySource(
        **{"modality": "audio", "encoder": str(folder), "aligner": "linear-random:3", **values}
    )


@pytest.mark.parametrize("kind", ["whisper", "clap"])
def test_log_mel_of_the_real_sizes_is_that_of_the_feature_extractor(kind: str) -> None:
    """Whisper's 400 / 160 / 80 and CLAP's 1024 / 480 / 64; noise, a faint tone then silence, faint noise."""
    raw = tiny.sounds(3, 12_000)
    if kind == "whisper":
        extractor = transformers.WhisperFeatureExtractor()
        mel = MelPower(extractor.mel_filters, extractor.n_fft, extractor.hop_length)
        wanted = np.stack([extractor._np_extract_fbank_features(item[None], "cpu")[0] for item in raw])
        logs = torch.log10(mel(torch.from_numpy(raw)))[:, :, :-1]
        found = (torch.maximum(logs, logs.amax(dim=(1, 2), keepdim=True) - 8) + 4) / 4
        limit = 1e-4  # the scale is 2 wide for 80 dB
    else:
        extractor = transformers.ClapFeatureExtractor()
        mel = MelPower(extractor.mel_filters_slaney, extractor.fft_window_size, extractor.hop_length)
        wanted = np.stack(
            [extractor._np_extract_fbank_features(item, extractor.mel_filters_slaney).T for item in raw]
        )
        found = 10 * torch.log10(mel(torch.from_numpy(raw)))
        limit = 0.02  # dB
    difference = np.abs(found.numpy() - wanted)
    assert difference.max() < limit, f"max {difference.max():.2e}, mean {difference.mean():.2e}"


@pytest.mark.parametrize("layer", [-1, -2, 1])
def test_whisper_gives_what_its_encoder_gives(layer: int, folders: dict[str, Path]) -> None:
    opened = open_encoder(source(folders["whisper"], layer=layer))
    assert opened.input == {"name": "samples", "rate_hz": 16_000, "window_s": 1.0}
    raw = tiny.sounds(2, 16_000)
    extractor = transformers.WhisperFeatureExtractor.from_pretrained(folders["whisper"])
    features = extractor(list(raw), sampling_rate=16_000, return_tensors="pt").input_features
    model = transformers.WhisperModel.from_pretrained(folders["whisper"]).eval()
    with torch.no_grad():
        found = opened.encoder(torch.from_numpy(raw))
        whole = model.get_encoder()(features, output_hidden_states=True)
    wanted = whole.last_hidden_state if layer == -1 else whole.hidden_states[layer]
    assert found.shape == wanted.shape == (2, 50, 32)
    assert (found - wanted).abs().max() < 1e-3 * wanted.abs().max(), "more than the log-mel explains"


def test_a_short_whisper_window_is_filled_up_with_silence(folders: dict[str, Path]) -> None:
    whole = open_encoder(source(folders["whisper"])).encoder
    half = open_encoder(source(folders["whisper"], window_s=0.5))
    raw = torch.from_numpy(tiny.sounds(2, 8_000))
    assert half.input["window_s"] == 0.5
    with torch.no_grad():
        padded = whole(nn.functional.pad(raw, (0, 8_000)))
        assert torch.equal(half.encoder(raw), padded)


@pytest.mark.parametrize("name", ["clap", "whole_clap"])
@pytest.mark.parametrize("seconds", [1.0, 0.4])
def test_clap_gives_what_its_class_gives(name: str, seconds: float, folders: dict[str, Path]) -> None:
    """The whole window, and a short one that the extractor repeats twice and fills up."""
    opened = open_encoder(source(folders[name], window_s=seconds))
    raw = tiny.sounds(3, round(seconds * 16_000))
    extractor = transformers.ClapFeatureExtractor.from_pretrained(folders[name])
    features = extractor(list(raw), sampling_rate=16_000, return_tensors="pt")["input_features"]
    kind = transformers.ClapAudioModel
    model = kind.from_pretrained(folders["clap"]) if name == "clap" else None
    if model is None:
        model = transformers.ClapModel.from_pretrained(folders[name]).audio_model
    with torch.no_grad():
        found = opened.encoder(torch.from_numpy(raw))
        whole = model.eval()(features)
    wanted = whole.last_hidden_state.flatten(2).transpose(1, 2)
    assert found.shape == wanted.shape == (3, opened.encoder.positions, 32)
    assert (found - wanted).abs().max() < 2e-3 * wanted.abs().max(), "more than the log-mel explains"
    assert (found.mean(dim=1) - whole.pooler_output).abs().max() < 2e-3 * wanted.abs().max()


def test_clap_with_fusion_reads_a_window_as_a_short_sound(folders: dict[str, Path]) -> None:
    """The extractor would mark one sound at random as longer; a window never is."""
    opened = open_encoder(source(folders["fused"]))
    raw = tiny.sounds(2, 16_000)
    extractor = transformers.ClapFeatureExtractor.from_pretrained(folders["fused"])
    features = extractor(list(raw), sampling_rate=16_000, return_tensors="pt")["input_features"]
    model = transformers.ClapAudioModel.from_pretrained(folders["fused"]).eval()
    with torch.no_grad():
        found = opened.encoder(torch.from_numpy(raw))
        whole = model(features, is_longer=torch.zeros(2, 1, dtype=torch.bool))
    wanted = whole.last_hidden_state.flatten(2).transpose(1, 2)
    assert (found - wanted).abs().max() < 2e-3 * wanted.abs().max()


@pytest.mark.parametrize("name", ["clap", "whisper"])
def test_a_window_longer_than_the_model_hears_is_refused(name: str, folders: dict[str, Path]) -> None:
    with pytest.raises(ConfigError, match=r"at most 1 s, found 1\.5"):
        open_encoder(source(folders[name], window_s=1.5))


def test_bands_that_do_not_fit_the_model_are_named(folders: dict[str, Path], tmp_path: Path) -> None:
    folder = tiny.make_clap(tmp_path / "clap")
    transformers.ClapFeatureExtractor(**{**tiny.CLAP_RULES, "feature_size": 32}).save_pretrained(folder)
    with pytest.raises(ExportError, match=r"makes 32 mel bands; config\.json wants 16"):
        open_encoder(source(folder))


@pytest.mark.parametrize("name", ["clap", "whisper"])
def test_log_mel_stays_float32_when_the_model_is_halved(name: str, folders: dict[str, Path]) -> None:
    """A full-scale sound's power overflows float16 and digital silence's floor vanishes in it."""
    opened = open_source(source(folders[name]), 24)
    raw = torch.from_numpy(tiny.sounds(3, 16_000))
    raw[2] = 0.0
    with torch.no_grad():
        wanted = opened.module(raw)
        found = opened.module.half()(raw)
    assert found.isfinite().all()
    assert (found.float() - wanted).abs().max() < 0.05 * wanted.abs().max()


class PublishedImu2Clip(nn.Module):
    """The published layer list, once more and apart from ours: [B, 6, T] to the last hidden state."""

    def __init__(self, hidden: int) -> None:
        super().__init__()

        def block(width: int, kernel: int) -> nn.Module:
            holder = nn.Module()
            holder.net = nn.Sequential(nn.Conv1d(width, 32, kernel, dilation=2, bias=False), nn.MaxPool1d(3))
            return holder

        layers = [nn.GroupNorm(2, 6), block(6, 10), block(32, 5), block(32, 5), nn.GroupNorm(4, 32)]
        self.net = nn.Sequential(*layers, nn.GRU(32, hidden, batch_first=True))

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        for layer in list(self.net)[:-1]:
            raw = layer.net(raw) if hasattr(layer, "net") else layer(raw)
        found: torch.Tensor = self.net[-1](raw)[1][0]
        return found


@pytest.mark.parametrize("layout", ["plain", "lightning", "safetensors", "ours"])
def test_imu2clip_weights_mean_what_they_mean_in_the_published_code(layout: str, tmp_path: Path) -> None:
    tensors = tiny.published_imu2clip()
    path = tmp_path / ("mw2.safetensors" if layout in ("safetensors", "ours") else "mw2.pt")
    if layout == "plain":
        torch.save(tensors, path)
    elif layout == "lightning":  # a whole training state: the other tower's tensors are left out
        state = {f"imu_encoder.{name}": value for name, value in tensors.items()}
        torch.save({"epoch": 3, "state_dict": {**state, "text.weight": torch.zeros(2)}}, path)
    elif layout == "safetensors":
        save_file(tensors, path)
    else:
        ours = Imu2ClipEncoder(Imu2ClipOptions(hidden=16, gru_over_channels=True))
        names = dict(zip(ours.state_dict(), tensors.values(), strict=True))
        save_file(names, path)
    reference = PublishedImu2Clip(16)
    reference.load_state_dict(tensors)
    opened = open_encoder(source(path, modality="imu"))
    assert (opened.input["rate_hz"], opened.input["window_s"]) == (200, 5.0)
    raw = torch.randn(2, 1000, 6, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        found = opened.encoder(raw)
        wanted = reference(raw.transpose(1, 2)).unsqueeze(1)
    assert torch.equal(found, wanted)


def test_another_encoder_in_an_imu_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.pt"
    torch.save({"encoder.1.weight": torch.zeros(24, 6, 10)}, path)
    with pytest.raises(ExportError, match=r"no mw2 encoder.*encoder\.1\.weight"):
        open_encoder(source(path, modality="imu"))


def test_an_imu_file_of_another_width_is_refused(tmp_path: Path) -> None:
    tensors = tiny.published_imu2clip()
    tensors["net.1.net.0.weight"] = torch.zeros(32, 6, 7)
    path = tmp_path / "mw2.pt"
    torch.save(tensors, path)
    with pytest.raises(ExportError, match=r"blocks\.0\.0\.weight has shape \[32, 6, 7\].*\[32, 6, 10\]"):
        open_encoder(source(path, modality="imu"))


def test_an_imu_window_of_another_length_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mw2.pt"
    torch.save(tiny.published_imu2clip(), path)
    with pytest.raises(ConfigError, match="exactly 5 s at 200 Hz"):
        open_encoder(source(path, modality="imu", window_s=2.5))
