"""The contrastive fit: it learns, it can be stopped and go on to the same weights, it writes whole files."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from anymal.models.encoder_protocol import build_encoder, encoder_options
from anymal.models.imu_encoder import ConvGruOptions
from anymal.training.encoder_fit import EncoderTask, FitOptions, PhraseModel, fit_encoder
from anymal.training.facts import ACTIVITIES, SOUNDS
from anymal.training.sense_phrases import DIGIT_PHRASES, MOTION_PHRASES, SOUND_PHRASES

TINY = ConvGruOptions(samples=64, widths=(8, 8), kernels=(5, 5), gru_width=8, summary_width=8, dropout=0.0)
OPTIONS = FitOptions(steps=12, batch=16, save_every=4, average=0.5, blend_share=0.0)


def _draw(rng: np.random.Generator) -> tuple[Any, tuple[int, ...]]:
    """Still or shaken: two classes a tiny encoder separates at once."""
    kind = int(rng.integers(2))
    window = rng.standard_normal((64, 6)).astype(np.float32) * (0.01 + 5 * kind)
    window[:, 1] += 9.8
    return window, (kind,)


def _accuracy(model: PhraseModel) -> dict[str, Any]:
    drawn = [_draw(np.random.default_rng(seed)) for seed in range(40)]
    predicted = model.predict(torch.from_numpy(np.stack([window for window, _ in drawn]))).argmax(dim=1)
    return {"accuracy": float(np.mean(predicted.numpy() == [classes[0] for _, classes in drawn]))}


def _task(draw: Any = _draw) -> EncoderTask:
    return EncoderTask(
        kind="conv_gru",
        encoder_options=TINY,
        phrases=(("sitting still", "no movement"), ("running", "fast steps")),
        draw=draw,
        blend=lambda raw, targets, rng: (raw, targets),
        measure=_accuracy,
        title="test",
    )


def test_every_class_has_several_wordings() -> None:
    assert tuple(words[0] for words in SOUND_PHRASES) == SOUNDS
    assert tuple(words[0] for words in MOTION_PHRASES) == ACTIVITIES
    for bank in (SOUND_PHRASES, MOTION_PHRASES, DIGIT_PHRASES):
        wordings = [words for group in bank for words in group]
        assert len(set(wordings)) == len(wordings)
        assert min(len(group) for group in bank) >= 4


def test_it_learns_and_writes_an_encoder_that_loads(tmp_path: Path) -> None:
    figures = fit_encoder(
        tmp_path, _task(), FitOptions(steps=40, batch=16, average=0.8, blend_share=0.0), 0, "cpu", False
    )
    assert figures["accuracy"] > 0.9
    assert json.loads((tmp_path / "metrics.json").read_text())["accuracy"] == figures["accuracy"]
    described = json.loads((tmp_path / "encoder.json").read_text())
    encoder = build_encoder(described["kind"], encoder_options(described["kind"], described["options"]))
    encoder.load_state_dict(load_file(tmp_path / "encoder.safetensors"))
    assert not list(tmp_path.glob("*.staged"))


def test_a_stopped_fit_goes_on_to_the_same_weights(tmp_path: Path) -> None:
    fit_encoder(tmp_path / "whole", _task(), OPTIONS, 3, "cpu", False)
    calls = 0

    def breaking(rng: np.random.Generator) -> tuple[Any, tuple[int, ...]]:
        nonlocal calls
        calls += 1
        if calls > 6 * OPTIONS.batch:
            raise KeyboardInterrupt
        return _draw(rng)

    with pytest.raises(KeyboardInterrupt):
        fit_encoder(tmp_path / "parts", _task(breaking), OPTIONS, 3, "cpu", False)
    assert not (tmp_path / "parts" / "encoder.safetensors").exists()
    fit_encoder(tmp_path / "parts", _task(), OPTIONS, 3, "cpu", False)
    whole, parts = (load_file(tmp_path / name / "encoder.safetensors") for name in ("whole", "parts"))
    for name, tensor in whole.items():
        torch.testing.assert_close(parts[name], tensor, atol=0, rtol=0, msg=name)
