"""Stage b for sound: the nano audio encoder against phrases, measured on recordings it never heard.

Knows the recipe: fit without the held-out block for honest figures, then fit on everything for
the weights that are used. Refuses to know the aligner and the LLM.
"""

import os
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from anymal.models.audio_encoder import LogMelCnnOptions
from anymal.training.encoder_fit import EncoderTask, FitOptions, PhraseModel, fit_encoder, write_json
from anymal.training.facts import SOUNDS, SoundFacts
from anymal.training.made_sounds import made_sound
from anymal.training.scores import score_classes
from anymal.training.sense_phrases import DIGIT_PHRASES, SOUND_PHRASES
from anymal.training.sounds import SoundSplit, SoundWorld, load_sounds

__all__ = ["fit_audio", "train_audio_encoder"]

_MADE_CHECKS = 90
_SPEECH = SOUNDS.index("speech")


def train_audio_encoder(
    out: Path,
    seed: int,
    steps: int,
    device: str,
    progress: bool,
    shared: Path | None = None,
    measure_first: bool = True,
) -> dict[str, Any]:
    """Write the encoder of the held-out fit into `out/held_out`, then go on over all clips into `out`.

    `metrics.json` holds the held-out figures; the encoder in `out` itself has heard every everyday
    clip, so it has no honest figure for those; digits 0 to 2 of FSDD it has not heard.
    """
    shared = shared or Path(os.environ.get("ANYMAL_SHARED", "../shared"))
    held_out = (
        fit_audio(out / "held_out", shared, "train", seed, steps, device, progress) if measure_first else {}
    )
    start = out / "held_out" if measure_first else None
    final = fit_audio(out, shared, "all", seed, steps, device, progress, start)
    note = "held_out: fitted without the last fifth of each class; encoder.safetensors went on over all clips"
    metrics = {**final, "note": note, "held_out": held_out}
    write_json(out / "metrics.json", metrics)
    return metrics


def fit_audio(
    out: Path,
    shared: Path,
    split: SoundSplit,
    seed: int,
    steps: int,
    device: str,
    progress: bool,
    start: Path | None = None,
) -> dict[str, Any]:
    """One fit on one side of the split, measured on what it has not heard; `start` as in `fit_encoder`."""
    world = load_sounds(shared, split)
    task = EncoderTask(
        kind="logmel_cnn",
        encoder_options=LogMelCnnOptions(),
        phrases=SOUND_PHRASES + DIGIT_PHRASES,
        draw=lambda rng: _draw(world, rng),
        blend=_blend,
        measure=_measure(load_sounds(shared, "validation"), device, everyday_too=split == "train"),
        title=f"sound encoder ({split})",
    )
    options = FitOptions(steps=steps, batch=32, rate=2e-3, bfloat16=True)
    return fit_encoder(out, task, options.going_on() if start else options, seed, device, progress, start)


def _draw(world: SoundWorld, rng: np.random.Generator) -> tuple[Any, tuple[int, ...]]:
    window, facts = world.random_sound(rng)
    said = () if facts.digit is None else (len(SOUNDS) + facts.digit,)
    return window, (*(SOUNDS.index(phrase) for phrase in facts.phrases), *said)


def _blend(raw: Tensor, targets: Tensor, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Mixup of levelled waveforms (between-class learning, Tokozume et al., 2018).

    Silence stays alone, and so do spoken digits: a masked word is no word.
    """
    order = torch.from_numpy(rng.permutation(len(raw))).to(raw.device)
    strength = raw.square().mean(dim=1, keepdim=True).sqrt()
    digit = targets[:, len(SOUNDS) :].sum(dim=1, keepdim=True) > 0
    audible = (strength > 1e-4) & (strength[order] > 1e-4) & ~digit & ~digit[order]
    share = torch.from_numpy(rng.beta(0.4, 0.4, (len(raw), 1)).astype(np.float32)).to(raw.device)
    share = torch.where(audible, share, torch.ones_like(share))
    other = raw[order] * (strength / strength[order].clamp(min=1e-4))
    return share * raw + (1 - share) * other, share * targets + (1 - share) * targets[order]


def _measure(world: SoundWorld, device: str, everyday_too: bool) -> Any:
    samples = world.validation_set()
    everyday = [sample for sample in samples if sample[1].digit is None]
    digits = [sample for sample in samples if sample[1].digit is not None]
    rng = np.random.default_rng(0)
    made = [made_sound(rng) for _ in range(_MADE_CHECKS)]

    def measure(model: PhraseModel) -> dict[str, Any]:
        figures: dict[str, Any] = {}
        if everyday_too:
            figures = score_classes(_true(everyday), _predict(model, everyday, device)[0], SOUNDS)
        figures["made"] = float((_predict(model, made, device)[0] == _true(made)).mean())
        sound, digit = _predict(model, digits, device)
        figures["digits_as_speech"] = float((sound == _SPEECH).mean())
        figures["digits"] = float((digit == np.array([facts.digit for _, facts in digits])).mean())
        return figures

    return measure


def _true(samples: list[tuple[Any, SoundFacts]]) -> Any:
    return np.array([SOUNDS.index(facts.phrases[0]) for _, facts in samples])


def _predict(model: PhraseModel, samples: list[tuple[Any, SoundFacts]], device: str) -> tuple[Any, Any]:
    """Sound and digit of every sample; a spoken digit counts as speech."""
    chances = model.predict(torch.from_numpy(np.stack([window for window, _ in samples])).to(device))
    sounds, digits = chances[:, : len(SOUNDS)].clone(), chances[:, len(SOUNDS) :]
    sounds[:, _SPEECH] += digits.sum(dim=1)
    return sounds.argmax(dim=1).cpu().numpy(), digits.argmax(dim=1).cpu().numpy()
