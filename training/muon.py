"""Muon: momentum whose step is orthogonalised, for the matrices inside blocks.

`torch.optim.Muon` always works in bfloat16 and one matrix at a time, which takes longer than the rest of
a step on a CPU that has no bfloat16; this one stacks matrices of one shape and takes bfloat16 only where it
is fast.
Source: Jordan et al. 2024 (Newton-Schulz coefficients), Liu et al. 2025 (RMS matched to AdamW's).
Knows matrices; refuses to know models.
"""

import math
from collections.abc import Callable, Iterable
from typing import Any

import torch

from anymal.training.precision import fast_bfloat16

__all__ = ["Muon", "orthogonalised"]

_A, _B, _C = 3.4445, -4.7750, 2.0315


def orthogonalised(stack: torch.Tensor, rounds: int = 5) -> torch.Tensor:
    """The nearest (semi-)orthogonal matrices to `stack` [N, rows, columns], about: singular values near 1."""
    wide = stack if stack.shape[1] <= stack.shape[2] else stack.mT
    x: torch.Tensor = wide / (wide.norm(dim=(1, 2), keepdim=True) + 1e-7)
    x = x.bfloat16() if fast_bfloat16(str(stack.device)) else x
    for _ in range(rounds):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=_B, alpha=_C), x, beta=_A)
    return (x if stack.shape[1] <= stack.shape[2] else x.mT).to(stack.dtype)


class Muon(torch.optim.Optimizer):
    """Nesterov momentum, orthogonalised, with decoupled weight decay; every parameter is a matrix.

    `orthogonalise` takes a stack [N, rows, columns], as `orthogonalised` does.
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-3,
        momentum: float = 0.95,
        weight_decay: float = 0.0,
        orthogonalise: Callable[[torch.Tensor], torch.Tensor] = orthogonalised,
    ) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})
        self._orthogonalise = orthogonalise

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> float | None:  # type: ignore[override]
        """One step over every parameter that has a gradient."""
        loss = closure() if closure is not None else None
        for group in self.param_groups:
            shapes: dict[torch.Size, list[torch.Tensor]] = {}
            for parameter in group["params"]:
                if parameter.grad is not None:
                    shapes.setdefault(parameter.shape, []).append(parameter)
            for shape, parameters in shapes.items():
                rate = group["lr"] * 0.2 * math.sqrt(max(shape))
                updates = self._orthogonalise(
                    torch.stack([self._wanted(p, group["momentum"]) for p in parameters])
                )
                for parameter, update in zip(parameters, updates, strict=True):
                    parameter.mul_(1 - group["lr"] * group["weight_decay"]).add_(update, alpha=-rate)
        return loss

    def _wanted(self, parameter: torch.Tensor, momentum: float) -> torch.Tensor:
        state = self.state[parameter]
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(parameter)
        mean, gradient = state["momentum"], parameter.grad
        assert gradient is not None
        mean.lerp_(gradient, 1 - momentum)
        return gradient.lerp(mean, momentum)
