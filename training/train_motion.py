"""Stage b for motion: the nano IMU encoder against phrases, measured on people it never saw.

Knows the recipe: fit without the held-out people of each fold for honest figures, then fit on
everybody for the weights that are used. Refuses to know the aligner and the LLM.
"""

import os
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from anymal.models.spectral_gru_encoder import SpectralGruOptions
from anymal.training.encoder_fit import EncoderTask, FitOptions, PhraseModel, fit_encoder, write_json
from anymal.training.facts import ACTIVITIES
from anymal.training.motions import FOLDS, WINDOW, MotionSplit, MotionWorld, load_motions
from anymal.training.scores import score_classes
from anymal.training.sense_phrases import MOTION_PHRASES

__all__ = ["fit_motion", "train_motion_encoder"]


def train_motion_encoder(
    out: Path,
    seed: int,
    steps: int,
    device: str,
    progress: bool,
    shared: Path | None = None,
    folds: tuple[int, ...] = (0,),
) -> dict[str, Any]:
    """Write the held-out fits into `out/fold<k>`, then go on from the first over all people into `out`.

    `metrics.json` holds the figures of each fold; the encoder in `out` itself has seen everybody,
    so it has no honest figure of its own here. Without `folds` only the final fit runs.
    """
    shared = shared or Path(os.environ.get("ANYMAL_SHARED", "../shared"))
    held_out = {
        f"fold{k}": fit_motion(out / f"fold{k}", shared, "train", k, seed, steps, device, progress)
        for k in folds
    }
    start = out / f"fold{folds[0]}" if folds else None
    final = fit_motion(out, shared, "all", 0, seed, steps, device, progress, start)
    note = "held_out: fitted without the people of that fold; encoder.safetensors went on over all 46 people"
    split = {f"fold{k}": {name: list(people) for name, people in FOLDS[k].items()} for k in folds}
    metrics = {**final, "note": note, "split": split, "held_out": held_out}
    write_json(out / "metrics.json", metrics)
    return metrics


def fit_motion(
    out: Path,
    shared: Path,
    split: MotionSplit,
    fold: int,
    seed: int,
    steps: int,
    device: str,
    progress: bool,
    start: Path | None = None,
) -> dict[str, Any]:
    """One fit on one side of a fold, measured on the other side if any; `start` as in `fit_encoder`."""
    world = load_motions(shared, split, fold)
    held_out = load_motions(shared, "validation", fold) if split == "train" else None
    task = EncoderTask(
        kind="spectral_gru",
        encoder_options=SpectralGruOptions(),
        phrases=MOTION_PHRASES,
        draw=lambda rng: _draw(world, rng),
        blend=_blend,
        measure=_measure(held_out, device) if held_out else None,
        title=f"motion encoder ({split})",
        finer=len(world.labels),
    )
    # Blends of two motions cost three points of held-out accuracy here, so they stay off.
    options = FitOptions(steps=steps, blend_share=0.0)
    return fit_encoder(out, task, options.going_on() if start else options, seed, device, progress, start)


def _draw(world: MotionWorld, rng: np.random.Generator) -> tuple[Any, tuple[int, ...], int]:
    window, facts, label = world.labelled_motion(rng)
    return window, (ACTIVITIES.index(facts.activity),), label


def _blend(raw: Tensor, targets: Tensor, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Mixup (Zhang et al., 2018), or one motion followed by another (CutMix in time)."""
    share = float(rng.beta(0.4, 0.4))
    order = torch.from_numpy(rng.permutation(len(raw))).to(raw.device)
    if rng.random() < 0.5:
        mixed = share * raw + (1 - share) * raw[order]
    else:
        cut = int(WINDOW * share)
        mixed = torch.cat((raw[:, :cut], raw[order, cut:]), dim=1)
    return mixed, share * targets + (1 - share) * targets[order]


def _measure(world: MotionWorld, device: str) -> Any:
    samples = world.validation_set()
    raw = torch.from_numpy(np.stack([window for window, _ in samples])).to(device)
    true = np.array([ACTIVITIES.index(facts.activity) for _, facts in samples])

    def measure(model: PhraseModel) -> dict[str, Any]:
        return score_classes(true, model.predict(raw).argmax(dim=1).cpu().numpy(), ACTIVITIES)

    return measure
