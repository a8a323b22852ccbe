"""Fits one encoder against phrases (CLAP, IMU2CLIP): the loop that sound and motion share.

Knows the contrastive objective over a phrase bank, weight averaging, the schedule and how to
stop and go on; refuses to know sounds, activities and files of data.
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

from anymal.models.encoder_protocol import build_encoder
from anymal.models.text_tower import TextTower, TextTowerOptions
from anymal.training.contrastive import ContrastiveHead, Temperature, softmax_loss

__all__ = ["EncoderTask", "FitOptions", "PhraseModel", "fit_encoder", "write_json"]

# Inputs [B, ...] and targets [B, N] in, both blended with a shuffled copy of themselves out.
Blend = Callable[[Tensor, Tensor, np.random.Generator], tuple[Tensor, Tensor]]
Draw = Callable[[np.random.Generator], tuple[NDArray[np.float32], tuple[int, ...]]]


@dataclass(frozen=True)
class FitOptions:
    """Schedule and regularisation; `average` is the decay of the weight average that is kept."""

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
    save_every: int = 250

    def going_on(self) -> "FitOptions":
        """A fit that begins with good weights: half the steps at half the rate."""
        return replace(self, steps=max(1, self.steps // 2), rate=self.rate / 2)


@dataclass(frozen=True)
class EncoderTask:
    """What is fitted on what: an encoder kind, phrases per class, a source of samples, a held-out measure.

    `measure(model)` returns figures of the averaged model, or is None in a fit on everything.
    """

    kind: str
    encoder_options: Any
    phrases: tuple[tuple[str, ...], ...]
    draw: Draw
    blend: Blend
    measure: "Callable[[PhraseModel], dict[str, Any]] | None"
    title: str


class PhraseModel(nn.Module):
    """Encoder, projection and text tower; similarity of samples to classes in words."""

    def __init__(self, task: EncoderTask, text_dim: int) -> None:
        super().__init__()
        self.phrases = task.phrases
        self.encoder = build_encoder(task.kind, task.encoder_options)
        self.head = ContrastiveHead(self.encoder.features_dim, text_dim)
        self.text = TextTower(TextTowerOptions(dim=text_dim))
        self.temperature = Temperature()

    def loss(
        self, raw: Tensor, targets: Tensor, wordings: list[str], smoothing: float, bfloat16: bool
    ) -> Tensor:
        """Contrastive loss of a batch against one wording per class."""
        with torch.autocast(raw.device.type, torch.bfloat16, enabled=bfloat16):
            features = self.encoder(raw)
        scale, _ = self.temperature()
        return softmax_loss(self.head(features.float()), self.text(wordings), targets, scale, smoothing)

    @torch.no_grad()
    def predict(self, raw: Tensor, batch: int = 64) -> Tensor:
        """Probabilities [B, classes] with every wording of a class taken together."""
        names = functional.normalize(torch.stack([self.text(w).mean(dim=0) for w in self.phrases]), dim=-1)
        scale, _ = self.temperature()
        parts = [self.head(self.encoder(part)) @ names.T * scale for part in torch.split(raw, batch)]
        return torch.cat(parts).softmax(dim=-1)


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
    raw = torch.from_numpy(np.stack([sample for sample, _ in drawn])).to(device)
    targets = torch.zeros(options.batch, len(task.phrases), device=device)
    for row, (_, classes) in enumerate(drawn):
        targets[row, list(classes)] = 1.0 / len(classes)
    if rng.random() < options.blend_share:
        raw, targets = task.blend(raw, targets, rng)
    wordings = [words[int(rng.integers(len(words)))] for words in task.phrases]
    for group in optimiser.param_groups:
        group["lr"] = options.rate * _one_cycle(step / options.steps, options.warm_share)
    loss = model.loss(raw, targets, wordings, options.smoothing, options.bfloat16)
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
