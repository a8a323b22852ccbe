"""Processes that train one model: they step as one process does on all their batches."""

from pathlib import Path

import pytest
import torch
from torch import nn
from torch.multiprocessing.spawn import ProcessRaisedException

from anymal.training.muon import orthogonalised
from anymal.training.optimiser import MuonAdamW, Rates
from anymal.training.together import ALONE, Together, run_together

STEPS = 3


def made_model() -> nn.Sequential:
    torch.manual_seed(1)
    return nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 6), nn.Linear(6, 8))


def made_batches(rank: int) -> list[torch.Tensor]:
    return list(torch.randn(STEPS, 5, 6, generator=torch.Generator().manual_seed(rank)))


def train(together: Together, batches: list[list[torch.Tensor]], out: Path) -> None:
    """Steps of the mean loss over this process's share of `batches`; the first process writes the weights."""
    model = made_model()
    optimiser = MuonAdamW([(dict(model.named_parameters()), Rates(1e-2, 1e-2))], lambda step: 1.0, together)
    mine = batches[together.rank :: together.world]
    for step in range(STEPS):
        optimiser.step(torch.stack([model(batch[step]).square().mean() for batch in mine]).mean())
    torch.save(model.state_dict(), out / f"{together.world}-{together.rank}.pt")


def fail(together: Together, out: Path) -> None:
    if together.rank == 1:
        raise ValueError("no such batch")


def test_two_processes_step_as_one_does_on_both_batches(tmp_path: Path) -> None:
    batches = [made_batches(0), made_batches(1)]
    for world in (1, 2):
        run_together(world, train, batches, tmp_path)
    alone, first, second = (torch.load(tmp_path / f"{name}.pt") for name in ("1-0", "2-0", "2-1"))
    for name, value in alone.items():
        assert torch.equal(first[name], second[name])
        torch.testing.assert_close(first[name], value, rtol=1e-4, atol=1e-5)
        assert not torch.equal(value, made_model().state_dict()[name])


def test_a_process_that_fails_ends_all_of_them(tmp_path: Path) -> None:
    with pytest.raises(ProcessRaisedException):  # of the one that failed, or of one that lost it
        run_together(2, fail, tmp_path)


def test_alone_nothing_is_exchanged() -> None:
    stack = torch.randn(3, 4, 5, generator=torch.Generator().manual_seed(2))
    torch.testing.assert_close(ALONE.orthogonalised(stack), orthogonalised(stack))
    parameter = nn.Parameter(torch.ones(2))
    ALONE.average([parameter])
    assert parameter.grad is None and ALONE.first
