"""Contrastive training of the image encoder against phrases (CLIP and SigLIP in the small).

Knows the views (learned attention queries over the feature map, and the nine cells), the loss
over phrase groups, checkpoints and held-out accuracy; refuses to know how pictures are made
(`pictures/`) and what the frozen encoder is used for. Text tower and views are dropped afterwards.
"""

import json
import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional

from anymal.models.image_encoder import ConvNetEncoder, ConvNetOptions
from anymal.models.text_tower import TextTower, TextTowerOptions
from anymal.training.contrastive import Temperature, softmax_loss
from anymal.training.pictures.phrases import CELL_GROUPS, GROUPS, UNKNOWN
from anymal.training.pictures.stream import Batch, StreamOptions, open_stream
from anymal.training.precision import fast_bfloat16

__all__ = ["ImageTraining", "held_out_accuracy", "train_image_encoder"]

Progress = Callable[[int, int, dict[str, float]], None]
_VIEWS = ("whole", "count", "digit", "scene")


@dataclass(frozen=True)
class ImageTraining:
    """`steps` of `batch` pictures, or fewer where `minutes` (0: no limit) are over before.

    The rate rises for `warm_up` steps, then falls by a cosine over what is used up of either.
    """

    steps: int = 5500
    minutes: float = 0.0
    batch: int = 64
    rate: float = 2.5e-3
    weight_decay: float = 0.02
    warm_up: int = 300
    save_every_s: float = 120.0
    practice_share: float = 0.3
    check_every: int = 1000
    held_out_batches: int = 40


class ImageViews(nn.Module):
    """Features [B, P, D] to unit vectors: one per name of _VIEWS, [B, dim], and `cell`, [B, 9, dim].

    A set instead of one pooled vector, so that the map itself must say what is where.
    """

    def __init__(self, features_dim: int, dim: int, heads: int = 4) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(features_dim)
        self.heads = heads
        self.queries = nn.Parameter(torch.randn(len(_VIEWS) * heads, features_dim) * 0.05)
        wide = features_dim * (heads + 2)
        self.project = nn.ModuleDict({name: nn.Linear(wide, dim) for name in _VIEWS})
        self.cell = nn.Linear(2 * features_dim, dim)

    def forward(self, features: torch.Tensor) -> dict[str, torch.Tensor]:
        batch, positions, width = features.shape
        normed = self.norm(features)
        weights = (normed @ self.queries.T).softmax(dim=1)  # [B, P, views x heads]
        looked = torch.einsum("bpq,bpd->bqd", weights, normed)
        looked = looked.reshape(batch, len(_VIEWS), self.heads * width)
        pooled = torch.cat([normed.mean(dim=1), normed.amax(dim=1)], dim=-1)
        views = {
            name: functional.normalize(self.project[name](torch.cat([looked[:, i], pooled], dim=-1)), dim=-1)
            for i, name in enumerate(_VIEWS)
        }
        side = math.isqrt(positions)
        grid = normed.transpose(1, 2).reshape(batch, width, side, side)
        cells = torch.cat(
            [functional.adaptive_avg_pool2d(grid, 3), functional.adaptive_max_pool2d(grid, 3)], dim=1
        )
        views["cell"] = functional.normalize(self.cell(cells.flatten(2).transpose(1, 2)), dim=-1)
        return views


class _Run(nn.Module):
    """Everything that is trained together."""

    def __init__(self, options: ConvNetOptions) -> None:
        super().__init__()
        self.encoder = ConvNetEncoder(options)
        self.text = TextTower(TextTowerOptions())
        dim = self.text.options.dim
        self.views = ImageViews(options.features_dim, dim)
        groups = len(GROUPS) + len(CELL_GROUPS)
        # Each group has its own temperature: easy pairs must not sharpen the hard ones too early.
        self.temperatures = nn.ModuleList(Temperature(scale=12.0) for _ in range(groups))

    def similarities(
        self, pixels: torch.Tensor, low_precision: bool
    ) -> list[tuple[torch.Tensor, torch.Tensor]]:
        """Per group of GROUPS, then CELL_GROUPS: views [B, dim] or [B x 9, dim], phrases [n, dim]."""
        fast = low_precision and fast_bfloat16(pixels.device.type)
        with torch.autocast(pixels.device.type, torch.bfloat16, enabled=fast):
            features = self.encoder(pixels)
        views = self.views(features.float())
        groups = (*GROUPS, *CELL_GROUPS)
        phrases = self.text([phrase for group in groups for phrase in group.phrases])
        banks = phrases.split([len(group.phrases) for group in groups])
        return [(views[g.view].flatten(0, -2), bank) for g, bank in zip(groups, banks, strict=True)]


def train_image_encoder(
    out: Path,
    shared: Path,
    seed: int,
    training: ImageTraining | None = None,
    options: ConvNetOptions | None = None,
    device: str = "cpu",
    progress: Progress | None = None,
    workers: int = 1,
) -> ConvNetEncoder:
    """Train, freeze and save the image encoder; a run that was cut goes on from `out/state.pt`.

    Writes `out/encoder.safetensors`, `out/encoder.json` (options) and `out/metrics.json` (held-out
    phrase accuracy per group), each atomically.
    """
    training, options = training or ImageTraining(), options or ConvNetOptions()
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    run = _Run(options).to(device)
    run.encoder.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimiser = torch.optim.AdamW(_decay_groups(run, training), lr=training.rate, betas=(0.9, 0.98))
    first, spent_s = _resume(out, run, optimiser, seed)
    drawn = StreamOptions(batch=training.batch, practice_share=training.practice_share)
    stream = open_stream(shared, seed, first, training.steps, drawn, workers)
    began, saved, done = time.monotonic() - spent_s, time.monotonic(), first
    run.train()
    for step, batch in enumerate(stream, start=first):
        used = _used(step, time.monotonic() - began, training)
        if used >= 1.0:
            break
        for group in optimiser.param_groups:
            group["lr"] = _rate(step, used, training)
        loss = _loss(run, batch, training, device)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(run.parameters(), 2.0)
        optimiser.step()
        done = step + 1
        if progress:
            progress(done, training.steps, {"loss": float(loss.detach())})
        if time.monotonic() - saved > training.save_every_s:
            _save_state(out, run, optimiser, done, time.monotonic() - began, seed)
            saved = time.monotonic()
        if done % training.check_every == 0 and done < training.steps:
            _check(out, run, shared, seed, done, training, device)
    _save_state(out, run, optimiser, done, time.monotonic() - began, seed)
    _check(out, run, shared, seed, done, training, device)
    return _save_encoder(out, run.encoder)


def held_out_accuracy(
    run: _Run, shared: Path, seed: int, training: ImageTraining, device: str = "cpu"
) -> dict[str, float]:
    """Share of right phrases per group on pictures and photographs that training never sees."""
    right: dict[str, int] = {}
    seen: dict[str, int] = {}
    options = StreamOptions(batch=training.batch, split="validation")
    run.eval()
    for batch in open_stream(shared, seed, 0, training.held_out_batches, options):
        pixels, targets = batch[0].to(device), _flat_targets(batch)
        with torch.no_grad():
            pairs = run.similarities(pixels, low_precision=False)
        for group, (views, bank), wanted in zip((*GROUPS, *CELL_GROUPS), pairs, targets, strict=True):
            known = wanted != UNKNOWN
            best = (views @ bank.T).argmax(dim=1).cpu()
            right[group.name] = right.get(group.name, 0) + int((best[known] == wanted[known]).sum())
            seen[group.name] = seen.get(group.name, 0) + int(known.sum())
            if group.name == "cell shape":  # empty cells are easy: count the filled ones apart
                filled = known & (wanted < len(group.phrases) - 1)
                right["item shape"] = right.get("item shape", 0) + int((best[filled] == wanted[filled]).sum())
                seen["item shape"] = seen.get("item shape", 0) + int(filled.sum())
    return {name: round(right[name] / seen[name], 4) for name in right if seen[name]}


def _check(
    out: Path, run: _Run, shared: Path, seed: int, done: int, training: ImageTraining, device: str
) -> None:
    accuracy = held_out_accuracy(run, shared, seed, training, device)
    _write_json(out / "metrics.json", {"step": done, **accuracy})
    run.train()


def _loss(run: _Run, batch: Batch, training: ImageTraining, device: str) -> torch.Tensor:
    pairs = run.similarities(batch[0].to(device, non_blocking=True), low_precision=True)
    total = torch.zeros((), device=device)
    groups = (*GROUPS, *CELL_GROUPS)
    for i, (group, (views, bank), wanted) in enumerate(zip(groups, pairs, _flat_targets(batch), strict=True)):
        known = (wanted != UNKNOWN).nonzero().squeeze(1)
        if len(known) == 0:
            continue
        truth = functional.one_hot(wanted[known], len(group.phrases)).to(device)
        scale, _ = run.temperatures[i]()
        rare = _EMPTY_CELLS.to(device) if group.name == "cell shape" else None
        total = total + _WEIGHTS.get(group.name, 1.0) * softmax_loss(
            views[known.to(device)], bank, truth, scale, phrase_weights=rare
        )
    return total / len(groups)


# Groups that come in dozens share the weight of one; what is hard and asked often weighs more.
_WEIGHTS = {group.name: 0.35 for group in GROUPS if group.name.endswith(" count")} | {
    "count": 2.0,
    "digit": 3.0,
    "cell shape": 10.0,
    "cell colour": 2.0,
    "cell size": 2.0,
}
# Most cells are empty, which is easy to see: "nothing here" counts little.
_EMPTY_CELLS = torch.tensor([*(1.0 for _ in CELL_GROUPS[0].phrases[1:]), 0.1])


def _flat_targets(batch: Batch) -> list[torch.Tensor]:
    """True phrase indices per group: [B] for GROUPS, [B x 9] for CELL_GROUPS."""
    _, targets, cells = batch
    return [*targets.unbind(dim=1), *(part.flatten() for part in cells.unbind(dim=1))]


def _used(step: int, spent_s: float, training: ImageTraining) -> float:
    """Share of the steps, or of the minutes where they are limited and further gone, 0 to 1."""
    by_steps = step / training.steps
    return max(by_steps, spent_s / (60 * training.minutes)) if training.minutes > 0 else by_steps


def _rate(step: int, used: float, training: ImageTraining) -> float:
    if step < training.warm_up:
        return training.rate * (step + 1) / training.warm_up
    return training.rate * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(used, 1.0))))


def _decay_groups(run: _Run, training: ImageTraining) -> list[dict[str, Any]]:
    matrices = [p for p in run.parameters() if p.ndim > 1]
    others = [p for p in run.parameters() if p.ndim <= 1]
    return [
        {"params": matrices, "weight_decay": training.weight_decay},
        {"params": others, "weight_decay": 0.0},
    ]


def _save_state(
    out: Path,
    run: _Run,
    optimiser: torch.optim.Optimizer,
    done: int,
    spent_s: float,
    seed: int,
) -> None:
    state = {"run": run.state_dict(), "optimiser": optimiser.state_dict(), "done": done, "spent_s": spent_s}
    staged = out / "state.staged"
    options = json.dumps(asdict(run.encoder.options))
    torch.save({**state, "options": options, "seed": seed}, staged)
    staged.replace(out / "state.pt")


def _resume(out: Path, run: _Run, optimiser: torch.optim.Optimizer, seed: int) -> tuple[int, float]:
    """Load the last checkpoint of the same seed and encoder; return steps done and seconds spent.

    Steps and minutes may differ from the run that was cut: fewer end the cosine sooner.
    """
    path = out / "state.pt"
    if not path.is_file():
        return 0, 0.0
    state = torch.load(path, map_location="cpu", weights_only=True)
    if state["options"] != json.dumps(asdict(run.encoder.options)) or state["seed"] != seed:
        return 0, 0.0
    run.load_state_dict(state["run"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["done"]), float(state["spent_s"])


def _save_encoder(out: Path, encoder: ConvNetEncoder) -> ConvNetEncoder:
    encoder = encoder.to("cpu").eval()
    tensors = {name: tensor.detach().contiguous() for name, tensor in encoder.state_dict().items()}
    staged = out / "encoder.staged"
    save_file(tensors, staged)
    staged.replace(out / "encoder.safetensors")
    _write_json(out / "encoder.json", {"kind": "convnet", "options": asdict(encoder.options)})
    return encoder


def _write_json(path: Path, value: dict[str, Any]) -> None:
    staged = path.with_name(path.name + ".staged")
    staged.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
    staged.replace(path)
