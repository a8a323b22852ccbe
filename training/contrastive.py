"""Contrastive losses: encoder outputs against a bank of phrases (CLIP, SigLIP, IMU2CLIP).

Knows the losses and the learned temperature; refuses to know which encoder, phrases or data.
Targets are facts (this phrase is true of this sample), so one sample may have many positives.
"""

import math

import torch
from torch import nn
from torch.nn import functional

from anymal.models.aligner import pool_features

__all__ = ["ContrastiveHead", "Temperature", "sigmoid_loss", "softmax_loss"]


class Temperature(nn.Module):
    """Learned scale (kept <= 100 as CLIP does) and bias of the similarities."""

    def __init__(self, scale: float = 10.0, bias: float = 0.0) -> None:
        super().__init__()
        self.log_scale = nn.Parameter(torch.tensor(math.log(scale)))
        self.bias = nn.Parameter(torch.tensor(bias))

    def forward(self) -> tuple[torch.Tensor, torch.Tensor]:
        """(scale, bias), both scalars."""
        return self.log_scale.exp().clamp(max=100.0), self.bias


class ContrastiveHead(nn.Module):
    """Features to unit vectors beside the text tower's; dropped after training."""

    def __init__(self, features_dim: int, dim: int) -> None:
        super().__init__()
        self.project = nn.Sequential(nn.LayerNorm(2 * features_dim), nn.Linear(2 * features_dim, dim))

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Features [B, positions, features_dim] to [B, dim] of length 1."""
        return functional.normalize(self.project(pool_features(features, "mean_max")), dim=-1)


def sigmoid_loss(
    image_emb: torch.Tensor,
    phrase_emb: torch.Tensor,
    targets: torch.Tensor,
    scale: torch.Tensor,
    bias: torch.Tensor,
    known: torch.Tensor | None = None,
) -> torch.Tensor:
    """SigLIP over a phrase bank: every pair a yes/no question, yes and no weighing the same.

    `image_emb` [B, D] and `phrase_emb` [N, D] of length 1; `targets` [B, N] in {0, 1}; `known`
    [B, N] is true where the fact is known (default everywhere). Returns a scalar.
    """
    logits = scale * image_emb @ phrase_emb.T + bias
    losses = functional.binary_cross_entropy_with_logits(logits, targets.to(logits.dtype), reduction="none")
    seen = torch.ones_like(losses) if known is None else known.to(losses.dtype)
    positive = targets.to(losses.dtype) * seen
    negative = seen - positive
    # A bank holds far more false phrases than true ones; unweighted, "always no" is nearly optimal.
    return 0.5 * (_mean(losses, positive) + _mean(losses, negative))


def softmax_loss(
    sample_emb: torch.Tensor,
    phrase_emb: torch.Tensor,
    targets: torch.Tensor,
    scale: torch.Tensor,
    label_smoothing: float = 0.0,
    phrase_weights: torch.Tensor | None = None,
    symmetric: bool = False,
) -> torch.Tensor:
    """InfoNCE over a phrase bank (CLIP, IMU2CLIP), with several positives per sample sharing the mass.

    `sample_emb` [B, D] and `phrase_emb` [N, D] of length 1; `targets` [B, N] >= 0 with a positive
    in every row (mixup may put fractions there); `phrase_weights` [N] makes rare phrases count
    more; `symmetric` adds the direction from phrases to samples. Returns a scalar.
    """
    logits = scale * sample_emb @ phrase_emb.T
    weights = targets.to(logits.dtype)
    wanted = weights / weights.sum(dim=1, keepdim=True).clamp(min=1e-6)
    wanted = (1 - label_smoothing) * wanted + label_smoothing / wanted.shape[1]
    losses = -(wanted * functional.log_softmax(logits, dim=1)).sum(dim=1)  # [B]
    if phrase_weights is None:
        loss = losses.mean()
    else:
        loss = _mean(losses, (weights * phrase_weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1e-6))
    if not symmetric:
        return loss
    named = weights.sum(dim=0) > 0  # phrases true of no sample here have nothing to find
    backward = weights[:, named] / weights[:, named].sum(dim=0)
    found = -(backward * functional.log_softmax(logits[:, named], dim=0)).sum(dim=0).mean()
    return 0.5 * (loss + found)


def _mean(losses: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    return (losses * weights).sum() / weights.sum().clamp(min=1e-6)
