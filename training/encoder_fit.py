"""Fits one encoder against phrases (CLAP, IMU2CLIP): the loop that sound and motion share.

Knows the contrastive objective over a phrase bank, the classifiers that help it along, weight
averaging, the schedule and how to stop and go on; refuses to know sounds, activities and files.
"""

import json
import math
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional
from tqdm import tqdm

from anymal.models.aligner import pool_features
from anymal.models.encoder_protocol import Encoder, PartedEncoder, build_encoder
from anymal.models.text_tower import TextTower, TextTowerOptions
from anymal.training.contrastive import ContrastiveHead, Temperature, softmax_loss
from anymal.training.precision import fast_bfloat16

__all__ = ["EncoderTask", "FitOptions", "PhraseModel", "fit_encoder", "write_json"]

# Inputs [B, ...] and targets [B, N] in, both blended with a shuffled copy of themselves out.
Blend = Callable[[Tensor, Tensor, np.random.Generator], tuple[Tensor, Tensor]]
# A sample and the classes that are true of it; with finer labels, the number of its own or -1.
Drawn = tuple[NDArray[np.float32], tuple[int, ...]] | tuple[NDArray[np.float32], tuple[int, ...], int]
Draw = Callable[[np.random.Generator], Drawn]


@dataclass(frozen=True)
class FitOptions:
    """Schedule and regularisation; `average` is the decay of the weight average that is kept.

    `help_share` weighs every helping classifier against the contrastive loss.
    """

    steps: int
    batch: int = 64
    rate: float = 3e-3
    weight_decay: float = 0.05
    warm_share: float = 0.15
    average: float = 0.995
    smoothing: float = 0.1
    blend_share: float = 0.5
    text_dim: int = 128
    bfloat16: bool = False
    help_share: float = 0.3
    save_every: int = 250

    def going_on(self) -> "FitOptions":
        """A fit that begins with good weights: half the steps at half the rate."""
        return replace(self, steps=max(1, self.steps // 2), rate=self.rate / 2)


@dataclass(frozen=True)
class EncoderTask:
    """What is fitted on what: an encoder kind, phrases per class, a source of samples, a held-out measure.

    `measure(model)` returns figures of the averaged model, or is None in a fit on everything.
    `finer` counts the finer labels that `draw` tells: more to learn from than is asked for later.
    """

    kind: str
    encoder_options: Any
    phrases: tuple[tuple[str, ...], ...]
    draw: Draw
    blend: Blend
    measure: "Callable[[PhraseModel], dict[str, Any]] | None"
    title: str
    finer: int = 0


class PhraseModel(nn.Module):
    """Encoder, projection and text tower; similarity of samples to classes in words."""

    def __init__(self, task: EncoderTask, text_dim: int) -> None:
        super().__init__()
        self.phrases = task.phrases
        self.encoder = build_encoder(task.kind, task.encoder_options)
        self.head = ContrastiveHead(self.encoder.features_dim, text_dim)
        self.text = TextTower(TextTowerOptions(dim=text_dim))
        self.temperature = Temperature()
        self.helpers = Helpers(self.encoder, len(task.phrases), task.finer)

    def loss(
        self, raw: Tensor, targets: Tensor, finer: Tensor, wordings: list[str], options: FitOptions
    ) -> Tensor:
        """Contrastive loss of a batch against one wording per class, and that of the helpers."""
        fast = options.bfloat16 and fast_bfloat16(raw.device.type)
        with torch.autocast(raw.device.type, torch.bfloat16, enabled=fast):
            if isinstance(self.encoder, PartedEncoder):
                features, parts = self.encoder.with_parts(raw)
            else:
                features, parts = self.encoder(raw), ()
        features, smoothing = features.float(), options.smoothing
        scale, _ = self.temperature()
        loss = softmax_loss(self.head(features), self.text(wordings), targets, scale, smoothing)
        helping: Tensor = self.helpers(features, parts, targets, finer, smoothing)
        return loss + options.help_share * helping

    @torch.no_grad()
    def predict(self, raw: Tensor, batch: int = 64) -> Tensor:
        """Probabilities [B, classes] with every wording of a class taken together."""
        names = functional.normalize(torch.stack([self.text(w).mean(dim=0) for w in self.phrases]), dim=-1)
        scale, _ = self.temperature()
        parts = [self.head(self.encoder(part)) @ names.T * scale for part in torch.split(raw, batch)]
        return torch.cat(parts).softmax(dim=-1)


class Helpers(nn.Module):
    """Linear classifiers dropped after training: finer labels from the features, classes from each part.

    Each part of a `PartedEncoder` must be able to answer alone, so none leans on the others.
    """

    def __init__(self, encoder: Encoder, classes: int, finer: int) -> None:
        super().__init__()
        dims = encoder.parts_dims if isinstance(encoder, PartedEncoder) else ()
        self.parts = nn.ModuleList(nn.Linear(dim, classes) for dim in dims)
        width = 2 * encoder.features_dim
        self.finer = (
            nn.Sequential(nn.LayerNorm(width), nn.Dropout(0.2), nn.Linear(width, finer)) if finer else None
        )

    def forward(
        self, features: Tensor, parts: tuple[Tensor, ...], targets: Tensor, finer: Tensor, smoothing: float
    ) -> Tensor:
        """Sum of the cross entropies; features [B, P, D], targets [B, N], finer [B] with -1 for unknown."""
        loss = features.new_zeros(())
        for classify, part in zip(self.parts, parts, strict=True):
            loss = loss + functional.cross_entropy(classify(part.float()), targets, label_smoothing=smoothing)
        known = finer >= 0
        if self.finer is not None and bool(known.any()):
            named = self.finer(pool_features(features, "mean_max")[known])
            loss = loss + functional.cross_entropy(named, finer[known], label_smoothing=smoothing)
        return loss


def fit_encoder(
    out: Path,
    task: EncoderTask,
    options: FitOptions,
    seed: int,
    device: str,
    progress: bool,
    start: Path | None = None,
) -> dict[str, Any]:
    """Fit, then write `encoder.safetensors`, `.json`, `metrics.json` into `out`; goes on from `state.pt`.

    `start` is the folder of a finished fit whose averaged weights a new fit begins with.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    model = PhraseModel(task, options.text_dim).to(device)
    averaged = PhraseModel(task, options.text_dim).to(device).requires_grad_(False)
    if start is not None:
        model.load_state_dict(torch.load(start / "state.pt", weights_only=True)["averaged"])
    averaged.load_state_dict(model.state_dict())
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=options.weight_decay)
    done = _resume(out / "state.pt", model, averaged, optimiser)
    bar = tqdm(total=options.steps, initial=done, desc=task.title, disable=not progress, mininterval=5)
    model.train()
    for step in range(done, options.steps):
        loss = _step(model, optimiser, task, options, step, seed)
        _average(averaged, model, options.average, step)
        bar.update()
        if (step + 1) % options.save_every == 0 or step + 1 == options.steps:
            _save(out / "state.pt", model, averaged, optimiser, step + 1)
            figures = _figures(averaged, task, {"loss": loss, "step": step + 1})
            bar.set_postfix(
                {name: f"{value:.3f}" for name, value in figures.items() if isinstance(value, float)}
            )
    bar.close()
    figures = _figures(averaged, task, {"steps": options.steps, "seed": seed, "options": asdict(options)})
    _write_encoder(out, averaged, task, figures)
    return figures


def write_json(path: Path, values: dict[str, Any]) -> None:
    """Replace `path` atomically."""
    staged = path.with_name(path.name + ".staged")
    staged.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")
    staged.replace(path)


def _step(
    model: PhraseModel,
    optimiser: torch.optim.Optimizer,
    task: EncoderTask,
    options: FitOptions,
    step: int,
    seed: int,
) -> float:
    """One update; every random draw of it follows from (seed, step), so a resumed fit is the same fit."""
    rng = np.random.default_rng([seed, step])
    torch.manual_seed(seed * 1_000_003 + step)
    drawn = [task.draw(rng) for _ in range(options.batch)]
    device = next(model.parameters()).device
    raw = torch.from_numpy(np.stack([sample for sample, *_ in drawn])).to(device)
    targets = torch.zeros(options.batch, len(task.phrases), device=device)
    finer = torch.full((options.batch,), -1, device=device)
    for row, (_, classes, *label) in enumerate(drawn):
        targets[row, list(classes)] = 1.0 / len(classes)
        finer[row] = label[0] if label else -1
    if rng.random() < options.blend_share:
        raw, targets = task.blend(raw, targets, rng)
    wordings = [words[int(rng.integers(len(words)))] for words in task.phrases]
    for group in optimiser.param_groups:
        group["lr"] = options.rate * _one_cycle(step / options.steps, options.warm_share)
    loss = model.loss(raw, targets, finer, wordings, options)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(model.parameters(), 2.0)
    optimiser.step()
    return float(loss.detach())


def _one_cycle(done: float, warm_share: float) -> float:
    """Share of the full rate: half a cosine up, half a cosine down to nearly nothing (Smith, 2018)."""
    if done < warm_share:
        return 0.04 + 0.96 * 0.5 * (1 - math.cos(math.pi * done / warm_share))
    return 1e-4 + 0.5 * (1 + math.cos(math.pi * (done - warm_share) / (1 - warm_share)))


@torch.no_grad()
def _average(averaged: PhraseModel, model: PhraseModel, decay: float, step: int) -> None:
    """Exponential average of weights and statistics, faster at the start so that it never lags far."""
    keep = min(decay, (step + 1) / (step + 10))
    for kept, new in zip(averaged.state_dict().values(), model.state_dict().values(), strict=True):
        if kept.is_floating_point():
            kept.lerp_(new, 1 - keep)
        else:
            kept.copy_(new)


def _figures(averaged: PhraseModel, task: EncoderTask, base: dict[str, Any]) -> dict[str, Any]:
    averaged.eval()
    return {**base, **(task.measure(averaged) if task.measure else {})}


def _write_encoder(out: Path, averaged: PhraseModel, task: EncoderTask, figures: dict[str, Any]) -> None:
    staged = out / "encoder.safetensors.staged"
    save_file({k: v.detach().cpu().contiguous() for k, v in averaged.encoder.state_dict().items()}, staged)
    staged.replace(out / "encoder.safetensors")
    write_json(out / "encoder.json", {"kind": task.kind, "options": asdict(task.encoder_options)})
    write_json(out / "metrics.json", figures)


def _save(
    path: Path, model: PhraseModel, averaged: PhraseModel, optimiser: torch.optim.Optimizer, step: int
) -> None:
    staged = path.with_name(path.name + ".staged")
    state = {"model": model.state_dict(), "averaged": averaged.state_dict(), "step": step}
    torch.save({**state, "optimiser": optimiser.state_dict()}, staged)
    staged.replace(path)


def _resume(path: Path, model: PhraseModel, averaged: PhraseModel, optimiser: torch.optim.Optimizer) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    averaged.load_state_dict(state["averaged"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])
