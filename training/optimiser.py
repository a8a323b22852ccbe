"""One optimiser out of two: Muon for the matrices inside blocks, AdamW for everything else.

Muon (momentum, orthogonalised) took a quarter of the tokens AdamW needed to teach the nano LLM to
look things up in its context. Knows parameters, rates and the schedule; refuses to know losses
and models.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from anymal.training.muon import Muon
from anymal.training.together import ALONE, Together

__all__ = ["MuonAdamW", "Rates"]

# Tables that are looked up or added, not multiplied: a row's gradient says nothing about the others.
TABLES = ("embed", "lm_head", "latents", "places")


@dataclass(frozen=True)
class Rates:
    """Peak learning rates: `matrix` for Muon (RMS matched to AdamW's), `other` for AdamW."""

    matrix: float
    other: float


class MuonAdamW:
    """Steps both optimisers under one schedule; its state is one dictionary.

    With `together`, every process steps by the mean of all processes' gradients.
    """

    def __init__(
        self,
        groups: Iterable[tuple[Mapping[str, nn.Parameter], Rates]],
        schedule: Callable[[int], float],
        together: Together = ALONE,
    ) -> None:
        self._together = together
        matrices, others, self._trained = [], [], []
        for named, rates in groups:
            inside = [value for name, value in named.items() if _is_matrix(name, value)]
            outside = [value for name, value in named.items() if not _is_matrix(name, value)]
            matrices.append({"params": inside, "lr": rates.matrix})
            others.append({"params": outside, "lr": rates.other})
            self._trained += list(named.values())
        self._parts: list[torch.optim.Optimizer] = []
        if matrices := [group for group in matrices if group["params"]]:
            self._parts.append(Muon(matrices, weight_decay=0.02, orthogonalise=together.orthogonalised))
        if others := [group for group in others if group["params"]]:
            self._parts.append(torch.optim.AdamW(others, betas=(0.9, 0.95), weight_decay=0.0))
        self._schedules = [torch.optim.lr_scheduler.LambdaLR(part, schedule) for part in self._parts]

    def step(self, loss: torch.Tensor) -> None:
        """Back-propagate `loss`, clip the gradient's norm at 1, step, advance the schedule."""
        for part in self._parts:
            part.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        self._together.average(self._trained)
        nn.utils.clip_grad_norm_(self._trained, 1.0)
        for part, schedule in zip(self._parts, self._schedules, strict=True):
            part.step()
            schedule.step()

    def state_dict(self) -> dict[str, Any]:
        """Everything a resumed run needs."""
        return {
            "parts": [part.state_dict() for part in self._parts],
            "steps": [schedule.last_epoch for schedule in self._schedules],
        }

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        """Go on where `state_dict` was taken."""
        for part, kept in zip(self._parts, state["parts"], strict=True):
            part.load_state_dict(kept)
        for schedule, step in zip(self._schedules, state["steps"], strict=True):
            schedule.last_epoch = step


def _is_matrix(name: str, value: nn.Parameter) -> bool:
    return value.ndim == 2 and not any(table in name for table in TABLES)
