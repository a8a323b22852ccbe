"""A module in half precision that still takes and gives float32: what becomes the fp16 graph.

Knows which parts stay in float32 (signal processing, norms of the rows) and how types meet at
their borders; refuses to know ONNX. Half precision holds 3 digits up to 65504: weights live
with that, the power spectrum of a quiet sound does not.
"""

import copy
from collections.abc import Iterator
from typing import Any, cast

import torch
from torch import nn

from anymal.export.to_onnx import RowsFacts, facts_of
from anymal.models.aligner import RowNorm

__all__ = ["HalfModality", "half_module", "stays_float32"]

# A module of any source may say so itself: `full_precision = True`.
MARK = "full_precision"
# Their modules without weights are activations and the like, harmless in half precision.
LIBRARIES = ("torch.", "transformers.")


class HalfModality(nn.Module):
    """`module` in half precision behind float32 ends; `options` are the module's own facts."""

    def __init__(self, module: nn.Module) -> None:
        super().__init__()
        self.options: RowsFacts = facts_of(module)
        self.module = module

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Raw batch to rows float32 [B, tokens, n_embd]."""
        return cast(torch.Tensor, self.module(raw)).float()


def half_module(module: nn.Module) -> HalfModality:
    """A copy of `module` (which is left alone) with weights and arithmetic in torch.float16.

    Raw input and rows stay float32. Signal processing stays float32 too (`stays_float32`).
    """
    copied = copy.deepcopy(module).eval()
    for part, full in _parts(copied):
        if full:
            part.register_forward_pre_hook(_to_float32, with_kwargs=True)
        elif part._parameters:
            _halve(part)
            if _from_library(part) or not part._modules:
                part.register_forward_pre_hook(_to_float16, with_kwargs=True)
    return HalfModality(copied)


def stays_float32(module: nn.Module) -> bool:
    """Whether `module` and all inside it keep float32.

    True where it is marked `full_precision`, where it makes the rows' final norm, and where it
    computes with fixed numbers alone: no parameter, and no class of torch or transformers.
    """
    if getattr(module, MARK, False) or isinstance(module, RowNorm):
        return True
    return not _from_library(module) and next(module.parameters(), None) is None


def _from_library(module: nn.Module) -> bool:
    """Whether `module` is a known layer: one of ours may begin with the raw signal, and takes it exact."""
    return type(module).__module__.startswith(LIBRARIES)


def _parts(module: nn.Module, full: bool = False) -> Iterator[tuple[nn.Module, bool]]:
    """Every module inside and whether it keeps float32, which goes down the tree."""
    full = full or stays_float32(module)
    yield module, full
    for child in module.children():
        yield from _parts(child, full)


def _halve(part: nn.Module) -> None:
    """Turn the tensors of `part` itself; fixed numbers of a part without weights stay exact."""
    for tensors in (part._parameters, part._buffers):
        for name, tensor in tensors.items():
            if tensor is not None and tensor.is_floating_point():
                half: Any = tensor.detach().half()
                tensors[name] = nn.Parameter(half, False) if isinstance(tensor, nn.Parameter) else half


def _to_float16(_: nn.Module, arguments: Any, named: Any) -> tuple[Any, Any]:
    return _cast(arguments, torch.float16), _cast(named, torch.float16)


def _to_float32(_: nn.Module, arguments: Any, named: Any) -> tuple[Any, Any]:
    return _cast(arguments, torch.float32), _cast(named, torch.float32)


def _cast(value: Any, dtype: torch.dtype) -> Any:
    """Every float tensor in a tuple or dict of arguments as `dtype`, whole numbers as they are."""
    if isinstance(value, torch.Tensor):
        return value.to(dtype) if value.is_floating_point() else value
    if isinstance(value, tuple):
        return tuple(_cast(item, dtype) for item in value)
    if isinstance(value, dict):
        return {name: _cast(item, dtype) for name, item in value.items()}
    return value
