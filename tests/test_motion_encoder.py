"""The motion encoder of nano: what it must not see, where tones land, what its branches and labels teach."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from anymal.models.spectral_gru_encoder import (
    SpectralGruEncoder,
    SpectralGruOptions,
    Spectrum,
    upright_view,
)
from anymal.training.encoder_fit import EncoderTask, FitOptions, PhraseModel, fit_encoder
from anymal.training.facts import ACTIVITIES
from anymal.training.motions import MotionWorld, Trial

GRAVITY_MPS2 = 9.80665
TINY = SpectralGruOptions(
    samples=64,
    widths=(8, 8),
    kernels=(5, 5),
    gru_width=8,
    spectrum_width=8,
    statistics_width=8,
    summary_width=8,
    dropout=0.0,
    channel_dropout=0.0,
)


@pytest.fixture
def encoder() -> SpectralGruEncoder:
    """An untrained encoder that is ready to answer."""
    torch.manual_seed(0)
    return SpectralGruEncoder(SpectralGruOptions()).eval()


@pytest.fixture
def raw() -> torch.Tensor:
    """Two windows of a shaking head with gravity near the board's y axis."""
    torch.manual_seed(1)
    raw = torch.randn(2, 500, 6) * 0.5
    raw[..., 1] += GRAVITY_MPS2
    return raw


@pytest.mark.parametrize(
    "signs",
    [(-1, -1, 1, -1, -1, 1), (1, -1, -1, 1, -1, -1), (1, 1, -1, -1, -1, 1)],
    ids=["half way round its normal", "turned over", "on the other side of the head"],
)
def test_where_the_sensor_sits_does_not_matter(
    encoder: SpectralGruEncoder, raw: torch.Tensor, signs: tuple[int, ...]
) -> None:
    moved = raw * torch.tensor(signs, dtype=torch.float32)
    with torch.no_grad():
        torch.testing.assert_close(encoder(moved), encoder(raw), atol=1e-4, rtol=0)


def test_the_pitch_of_the_mounting_stays_out_of_all_but_the_tilt(raw: torch.Tensor) -> None:
    quarter = torch.tensor([[0.0, -1, 0], [1, 0, 0], [0, 0, 1]])  # about the board's normal
    turned = torch.cat((raw[..., :3] @ quarter.T, raw[..., 3:] @ quarter.T), dim=-1)
    (view, signals, _), (view_turned, signals_turned, _) = upright_view(raw), upright_view(turned)
    torch.testing.assert_close(view_turned[:, 3:], view[:, 3:], atol=1e-3, rtol=0)
    torch.testing.assert_close(signals_turned, signals, atol=1e-4, rtol=0)
    assert (view_turned[:, 0] - view[:, 0]).abs().min() > 1  # the head's own pitch is not lost


def test_features_are_finite_even_in_free_fall(encoder: SpectralGruEncoder) -> None:
    raw = torch.zeros(3, 500, 6)
    raw[1, :, 2] = GRAVITY_MPS2  # gravity along the board's normal: no side axis is left
    raw[2] = torch.randn(500, 6) * 20
    features = encoder(raw)
    assert features.shape == (3, encoder.positions, encoder.features_dim)
    assert bool(features.isfinite().all())


@pytest.mark.parametrize("bin_hz", [2.0, 5.0, 9.0])
def test_a_tone_lands_in_its_bin(bin_hz: float) -> None:
    bins = torch.arange(1, 13, dtype=torch.float32)
    t = torch.arange(500) / 100
    tone = torch.stack((torch.sin(2 * torch.pi * bin_hz * t), torch.zeros(500)), dim=-1)[None]
    power = Spectrum(128, 32, bins / 100)(tone)
    assert power.shape == (1, 24, 12)
    assert bins[power[0, :12].mean(dim=-1).argmax()] == bin_hz
    assert power[0, :12].max() > power[0, 12:].max() + 1  # and not in the silent channel's


def test_a_labelled_window_tells_its_own_label() -> None:
    still = np.zeros((600, 6), np.float32)
    trials = [Trial("a", 1, "sitting still", still, "sitting, reading")]
    world = MotionWorld([*trials, Trial("a", 1, "walking", still + 1, "walking")])
    assert world.labels == ("sitting, reading", "walking")
    drawn = [world.labelled_motion(np.random.default_rng(seed)) for seed in range(60)]
    assert {(facts.activity, number) for _, facts, number in drawn if number >= 0} == {
        ("sitting still", 0),
        ("walking", 1),
    }
    assert all(number == -1 or facts.activity in ACTIVITIES for _, facts, number in drawn)


def _draw(rng: np.random.Generator) -> tuple[Any, tuple[int, ...], int]:
    """Still, or shaken along one of two axes: two classes, three finer labels, some unknown."""
    kind = int(rng.integers(3))
    window = rng.standard_normal((64, 6)).astype(np.float32) * 0.01
    window[:, 1] += GRAVITY_MPS2
    if kind:
        window[:, kind] += 5 * rng.standard_normal(64).astype(np.float32)
    return window, (min(kind, 1),), kind if rng.random() < 0.8 else -1


def _accuracy(model: PhraseModel) -> dict[str, Any]:
    drawn = [_draw(np.random.default_rng(seed)) for seed in range(60)]
    raw = torch.from_numpy(np.stack([window for window, *_ in drawn]))
    coarse = model.predict(raw).argmax(dim=1).numpy() == [classes[0] for _, classes, _ in drawn]
    return {"accuracy": float(coarse.mean())}


def _task() -> EncoderTask:
    return EncoderTask(
        kind="spectral_gru",
        encoder_options=TINY,
        phrases=(("sitting still", "no movement"), ("running", "fast steps")),
        draw=_draw,
        blend=lambda raw, targets, rng: (raw, targets),
        measure=_accuracy,
        title="test",
        finer=3,
    )


def test_branches_and_finer_labels_are_taught_and_dropped(tmp_path: Path) -> None:
    options = FitOptions(steps=60, batch=16, average=0.8, blend_share=0.0)
    figures = fit_encoder(tmp_path, _task(), options, 0, "cpu", False)
    assert figures["accuracy"] > 0.9
    kept = load_file(tmp_path / "encoder.safetensors")
    assert set(kept) == set(SpectralGruEncoder(TINY).state_dict())
    state = torch.load(tmp_path / "state.pt", weights_only=True)["averaged"]
    assert [name for name in state if name.startswith("helpers.finer")]
    assert len([name for name in state if name.startswith("helpers.parts") and "weight" in name]) == 3


def test_a_batch_without_finer_labels_is_no_error(tmp_path: Path) -> None:
    model = PhraseModel(_task(), text_dim=16)
    raw = torch.from_numpy(np.stack([_draw(np.random.default_rng(seed))[0] for seed in range(4)]))
    unknown = torch.full((4,), -1)
    loss = model.loss(raw, torch.eye(2)[[0, 1, 0, 1]], unknown, ["still", "running"], FitOptions(steps=1))
    assert bool(loss.isfinite())
