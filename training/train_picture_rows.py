"""The end of stage b for pictures: the encoder and an aligner learn together to say the rows of words.

Contrast over phrases leaves an encoder that tells things apart; whether an aligner can say them exactly, row
by row, is another matter, and a language model reads exact rows far better (docs/nano.md). So both are
fitted once more, on fresh pictures, to the rows `language.fact_rows` makes of their facts. From then on the
encoder is frozen. Knows pictures, rows and checkpoints; refuses to know sentences and the LLM's layers.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset

from anymal.models.modality import FusedModality
from anymal.training.chat_format import ChatTokenizer
from anymal.training.language.fact_rows import fact_phrases
from anymal.training.optimiser import MuonAdamW, Rates
from anymal.training.pictures.draw import draw_picture
from anymal.training.pictures.photos import PhotoWorld, load_photos
from anymal.training.pictures.random_facts import practice_picture, random_picture
from anymal.training.soft_prompt import word_rows
from anymal.training.train_rows import row_losses

__all__ = ["PictureRowOptions", "Progress", "train_picture_rows"]

Progress = Callable[[int, int, dict[str, float]], None]
Pictures = tuple[torch.Tensor, list[tuple[str, ...]]]
"""uint8 [B, 96, 96, 3] and the words of every row of every picture."""


@dataclass(frozen=True)
class PictureRowOptions:
    """Schedule: `steps` of `batch` pictures; `rate` is the encoder's (AdamW), `aligner_rate` the aligner's.

    The latter is for matrices (Muon), the rest of the aligner learns at half of it.
    `photo_share` and `practice_share` of them are photographs and crowded pictures; `contrast` as in
    `train_rows.RowOptions`.
    """

    steps: int = 1500
    batch: int = 96
    rate: float = 5e-4
    aligner_rate: float = 2e-3
    weight_decay: float = 0.02
    warmup: int = 60
    photo_share: float = 0.3
    practice_share: float = 0.07
    contrast: float = 0.5
    save_every_s: float = 120.0


def train_picture_rows(
    out: Path,
    fused: FusedModality,
    shared: Path,
    tokenizer: ChatTokenizer,
    table: torch.Tensor,
    options: PictureRowOptions,
    seed: int,
    progress: Progress | None = None,
    workers: int = 1,
) -> dict[str, float]:
    """Fit all of `fused` to the rows of words of fresh pictures; `table` are the LLM's embeddings.

    A run that was cut goes on from `out/state.pt`. Returns what was left at the end: `rows_loss`, the squared
    error as a share of the rows' mean square, and `contrast_loss`. The encoder is frozen then.
    Raises `InputError` where `shared` holds no photographs.
    """
    torch.manual_seed(seed)
    device, table = table.device, table.detach()
    fit = _Fit(fused, options)
    fused.aligner.match_norm(table)
    done, left = fit.resume(out / "state.pt")
    pictures = _Pictures(load_photos(shared, "train"), options, seed, done)
    stream = DataLoader(
        pictures, batch_size=None, num_workers=workers, prefetch_factor=4 if workers else None
    )
    saved = time.monotonic()
    for step, (pixels, words) in enumerate(stream, start=done):
        targets = _targets(words, tokenizer, table)
        losses = row_losses(fused(pixels.to(device)), targets)
        fit.step(losses[0] + options.contrast * losses[1], step)
        left = _averaged(left, losses, first=step == 0)
        if progress:
            progress(step + 1, options.steps, left)
        if time.monotonic() - saved > options.save_every_s:
            fit.save(out / "state.pt", step + 1, left)
            saved = time.monotonic()
    fit.save(out / "state.pt", options.steps, left)
    fused.encoder.requires_grad_(False)
    fused.eval()
    return {name: round(value, 4) for name, value in left.items()}


class _Fit:
    """Module and optimisers of one run."""

    def __init__(self, fused: FusedModality, options: PictureRowOptions) -> None:
        self._fused = fused.train().requires_grad_(True)
        self._options = options
        for module in fused.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.momentum = 0.03  # its figures are those of many pictures already
        self._encoder = torch.optim.AdamW(
            fused.encoder.parameters(), options.rate, (0.9, 0.98), weight_decay=options.weight_decay
        )
        rates = Rates(options.aligner_rate, options.aligner_rate / 2)
        self._aligner = MuonAdamW([(dict(fused.aligner.named_parameters()), rates)], self._share)

    def _share(self, step: int) -> float:
        """Of the rates: up for `warmup` steps, down by a cosine to nothing."""
        rising = min(1.0, (step + 1) / self._options.warmup)
        return rising * 0.5 * (1 + math.cos(math.pi * min(1.0, step / self._options.steps)))

    def step(self, loss: torch.Tensor, step: int) -> None:
        """Back-propagate and step both."""
        for group in self._encoder.param_groups:
            group["lr"] = self._options.rate * self._share(step)
        self._encoder.zero_grad(set_to_none=True)
        self._aligner.step(loss)
        nn.utils.clip_grad_norm_(self._fused.encoder.parameters(), 1.0)
        self._encoder.step()

    def save(self, path: Path, done: int, left: dict[str, float]) -> None:
        """Write all a resumed run needs, atomically."""
        state = {
            "fused": self._fused.state_dict(),
            "encoder": self._encoder.state_dict(),
            "aligner": self._aligner.state_dict(),
        }
        staged = path.with_suffix(".staged")
        torch.save({**state, "done": done, "left": left}, staged)
        staged.replace(path)

    def resume(self, path: Path) -> tuple[int, dict[str, float]]:
        """Return steps done and the losses then."""
        if not path.is_file():
            return 0, {}
        state = torch.load(path, map_location="cpu", weights_only=True)
        self._fused.load_state_dict(state["fused"])
        self._encoder.load_state_dict(state["encoder"])
        self._aligner.load_state_dict(state["aligner"])
        return int(state["done"]), dict(state["left"])


class _Pictures(Dataset[Pictures]):
    """Batch number i of a seed is always the same."""

    def __init__(self, photos: PhotoWorld, options: PictureRowOptions, seed: int, first: int) -> None:
        self._photos, self._options, self._seed, self._first = photos, options, seed, first

    def __len__(self) -> int:
        return self._options.steps - self._first

    def __getitem__(self, index: int) -> Pictures:
        rng = np.random.default_rng((self._seed, 77, self._first + index))
        made = [self._one(rng) for _ in range(self._options.batch)]
        return torch.from_numpy(np.stack([pixels for pixels, _ in made])), [words for _, words in made]

    def _one(self, rng: np.random.Generator) -> tuple[np.ndarray, tuple[str, ...]]:
        kind = rng.random()
        if kind < self._options.photo_share:
            facts, pixels = self._photos.sample(rng)
        else:
            practice = kind > 1.0 - self._options.practice_share
            facts = practice_picture(rng) if practice else random_picture(rng)
            pixels = draw_picture(facts, rng)
        return pixels, fact_phrases(facts)


def _targets(words: list[tuple[str, ...]], tokenizer: ChatTokenizer, table: torch.Tensor) -> torch.Tensor:
    """Rows [B, 16, n_embd] that say `words`."""
    rows = word_rows([tokenizer.encode(row) for rows in words for row in rows], table)
    return rows.reshape(len(words), -1, table.shape[1])


def _averaged(
    before: dict[str, float], losses: tuple[torch.Tensor, torch.Tensor], first: bool
) -> dict[str, float]:
    keep = 0.0 if first else 0.98
    names = ("rows_loss", "contrast_loss")
    now = {name: float(loss.detach()) for name, loss in zip(names, losses, strict=True)}
    return {name: keep * before.get(name, 0.0) + (1 - keep) * value for name, value in now.items()}
