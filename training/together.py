"""Processes that train one model, each on batches of its own: one to a core.

On CPUs, two processes of one thread train about twice what one process does; one process of two threads does
less, as much of a step is small. Knows gradients and matrices; refuses to know losses and models. Processes
meet through a file and speak over loopback.
"""

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import torch
from torch import distributed, nn
from torch.multiprocessing.spawn import start_processes

from anymal.training.muon import orthogonalised
from anymal.training.precision import decide_bfloat16, fast_bfloat16

__all__ = ["ALONE", "Together", "run_together"]

# The first of them saves and writes while the others wait.
PATIENCE = timedelta(minutes=30)


@dataclass(frozen=True)
class Together:
    """This process is number `rank` of `world`; alone, nothing is exchanged."""

    rank: int = 0
    world: int = 1

    @property
    def first(self) -> bool:
        """Whether this one writes files and shows progress."""
        return self.rank == 0

    def average(self, parameters: Iterable[nn.Parameter]) -> None:
        """Give every process the mean of all processes' gradients; who has none counts as zero."""
        if self.world == 1:
            return
        trained = list(parameters)
        for one in trained:
            if one.grad is None:
                one.grad = torch.zeros_like(one)
        gradients = [one.grad for one in trained if one.grad is not None]
        flat = torch.cat([gradient.reshape(-1) for gradient in gradients])
        distributed.all_reduce(flat)
        flat /= self.world
        at = 0
        for gradient in gradients:
            gradient.copy_(flat[at : at + gradient.numel()].view_as(gradient))
            at += gradient.numel()

    def orthogonalised(self, stack: torch.Tensor) -> torch.Tensor:
        """`muon.orthogonalised` of `stack` [N, rows, columns], a share from each where N divides."""
        if self.world == 1 or len(stack) % self.world:
            return orthogonalised(stack)
        share = len(stack) // self.world
        mine = orthogonalised(stack[self.rank * share : (self.rank + 1) * share]).contiguous()
        parts = [torch.empty_like(mine) for _ in range(self.world)]
        distributed.all_gather(parts, mine)
        return torch.cat(parts)


ALONE = Together()


def run_together(world: int, work: Callable[..., None], *arguments: Any) -> None:
    """Run `work(together, *arguments)` in `world` processes of one thread each, or here when it is one.

    `work` and `arguments` are pickled. Raises what torch raises when one of the processes fails; the others
    are ended then.
    """
    if world == 1:
        work(ALONE, *arguments)
        return
    low = fast_bfloat16("cpu")  # tried once, or processes might not agree
    with tempfile.TemporaryDirectory() as scratch:
        meeting = Path(scratch) / "meeting"
        given = (world, str(meeting), low, work, arguments)
        start_processes(_enter, given, nprocs=world, start_method="spawn")  # type: ignore[no-untyped-call]


def _enter(
    rank: int, world: int, meeting: str, low: bool, work: Callable[..., None], arguments: tuple[Any, ...]
) -> None:
    torch.set_num_threads(1)
    decide_bfloat16(low)
    os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")
    distributed.init_process_group(
        "gloo", init_method=f"file://{meeting}", rank=rank, world_size=world, timeout=PATIENCE
    )
    try:
        work(Together(rank, world), *arguments)
        distributed.barrier()
    finally:
        distributed.destroy_process_group()
