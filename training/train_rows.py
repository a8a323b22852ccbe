"""The start of stage c: an aligner learns to say the rows of words that the LLM was taught with.

Every sample's facts are known, so the rows it should make are known too (`language.fact_rows`): a plain
regression, with no LLM in it, brings the aligner where the likelihood of captions would take it many
times as long. Knows rows and the loss; refuses to know sentences.
"""

import random
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn
from tqdm import tqdm

from anymal.models.modality import FusedModality
from anymal.training.chat_format import ChatTokenizer
from anymal.training.feature_store import FeatureStore
from anymal.training.language.fact_rows import fact_phrases
from anymal.training.optimiser import MuonAdamW, Rates
from anymal.training.soft_prompt import word_rows
from anymal.training.train_llm import cosine_rate

__all__ = ["RowOptions", "row_losses", "train_rows"]

# Distance (as a share of the rows' mean square) to logit.
SHARPNESS = 8.0


@dataclass(frozen=True)
class RowOptions:
    """Schedule: `steps` of `batch` samples; `rate` for matrices (Muon), `other_rate` for the rest.

    `contrast` > 0 also asks that each row be nearest to its own words among all that may stand there: where
    an encoder is unsure, a plain regression gives the mean of two answers, which may lie nearest a third.
    """

    steps: int
    contrast: float = 0.0
    batch: int = 128
    rate: float = 4e-3
    other_rate: float = 2e-3
    warmup: int = 50


def train_rows(
    out: Path,
    fused: FusedModality,
    store: FeatureStore,
    tokenizer: ChatTokenizer,
    table: torch.Tensor,
    options: RowOptions,
    seed: int,
    title: str,
) -> float:
    """Fit `fused.aligner` to the rows of words of `store`'s facts; `table` are the LLM's embeddings.

    Returns the mean squared error at the end as a share of the rows' mean square; writes `out/rows.pt`
    and is skipped, its weights loaded, when that is there.
    """
    done = out / "rows.pt"
    if done.exists():
        state = torch.load(done, weights_only=True)
        fused.aligner.load_state_dict(state["aligner"])
        return float(state["loss"])
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    table = table.detach()
    fused.aligner.match_norm(table)
    wanted = [[tokenizer.encode(phrase) for phrase in fact_phrases(facts)] for facts in store.facts]
    optimiser = MuonAdamW(
        [(dict(fused.aligner.named_parameters()), Rates(options.rate, options.other_rate))],
        lambda step: cosine_rate(step, options.steps, options.warmup),
    )
    rng, average = random.Random(f"rows-{seed}"), 1.0
    fused.aligner.train()
    bar = tqdm(range(options.steps), desc=title, mininterval=5)
    for step in bar:
        chosen = [rng.randrange(len(store)) for _ in range(options.batch)]
        features = store.take(chosen).to(table.device)
        loss = _row_loss(fused, features, [wanted[i] for i in chosen], table, options.contrast)
        optimiser.step(loss)
        average = float(loss.detach()) if step == 0 else 0.98 * average + 0.02 * float(loss.detach())
        if step % 20 == 0:
            bar.set_postfix(loss=f"{average:.4f}")
    torch.save({"aligner": fused.aligner.state_dict(), "loss": average}, out / "rows.staged")
    (out / "rows.staged").replace(done)
    return average


def _row_loss(
    fused: FusedModality,
    features: torch.Tensor,
    phrases: list[list[list[int]]],
    table: torch.Tensor,
    contrast: float,
) -> torch.Tensor:
    targets = word_rows([row for rows in phrases for row in rows], table)
    targets = targets.reshape(len(phrases), -1, table.shape[1])
    apart, mistaken = row_losses(fused.align(features.flatten(1, -2)), targets, bool(contrast))
    return apart + contrast * mistaken


def row_losses(
    rows: torch.Tensor, targets: torch.Tensor, contrast: bool = True
) -> tuple[torch.Tensor, torch.Tensor]:
    """How far `rows` [B, n, n_embd] are from `targets`, and how often nearest to other words, both >= 0.

    The first is the squared error as a share of the targets' mean square, the second (0 without `contrast`) a
    cross entropy.
    """
    size = targets.square().mean()
    apart = nn.functional.mse_loss(rows, targets) / size
    return apart, _contrast(rows, targets, size) if contrast else torch.zeros_like(apart)


def _contrast(rows: torch.Tensor, targets: torch.Tensor, size: torch.Tensor) -> torch.Tensor:
    """Cross entropy of the right words by distance, per place, among the words this batch has there."""
    total = torch.zeros((), device=rows.device)
    for place in range(rows.shape[1]):
        words, right = torch.unique(targets[:, place], dim=0, return_inverse=True)
        apart = (rows[:, place, None] - words).square().mean(dim=-1) / size
        total = total + nn.functional.cross_entropy(-SHARPNESS * apart, right, label_smoothing=0.1)
    return total / rows.shape[1]
