"""Long runs go through `torch.compile`: about 1.2 to 1.5 times the tokens a second on two CPU cores.

Knows when a run is long enough to pay for compiling; refuses to know what is trained.
"""

from typing import Any

import torch
from torch import nn

__all__ = ["WORTH_STEPS", "compiled_for"]

# Compiling takes about half a minute, a step of the nano recipe about half a second.
WORTH_STEPS = 200


def compiled_for(steps: int, module: nn.Module) -> Any:
    """`module` as it is, or compiled for any batch shape where `steps` are many.

    Parameters stay those of `module`. Compiling needs a C++ compiler, which building llama.cpp needs too.
    """
    return torch.compile(module, dynamic=True) if steps >= WORTH_STEPS else module
