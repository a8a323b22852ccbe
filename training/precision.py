"""Where bfloat16 pays: matrices where the device multiplies it fast, attention in float32 all the same.

Knows what the libraries report and what was measured; refuses to know models. A CPU without AVX512-BF16 or
AMX emulates bfloat16 some forty times slower than it computes in float32. A CPU with them still runs the
backward pass of PyTorch's flash attention four to ten times slower in bfloat16 than in float32 (2.13, heads
of 32, 84 to 400 tokens).
"""

from typing import Any

import torch
from torch import nn
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

__all__ = ["FLOAT32_ATTENTION", "fast_bfloat16", "training_attention"]

FLOAT32_ATTENTION = "sdpa_float32"
"""Name under which `transformers` finds attention that leaves autocast."""


def fast_bfloat16(device: str) -> bool:
    """True where mixed precision saves time on `device` (`cpu`, `cuda`, `cuda:1`)."""
    if device.split(":")[0] == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def training_attention(device: str) -> str:
    """The attention implementation to train a `transformers` model with on `device`."""
    return FLOAT32_ATTENTION if device.split(":")[0] == "cpu" and fast_bfloat16(device) else "sdpa"


def _float32_attention(
    module: nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    **options: Any,
) -> tuple[torch.Tensor, None]:
    with torch.autocast(query.device.type, enabled=False):
        out, _ = sdpa_attention_forward(
            module, query.float(), key.float(), value.float(), attention_mask, **options
        )
    return out, None


AttentionInterface.register(FLOAT32_ATTENTION, _float32_attention)
AttentionMaskInterface.register(FLOAT32_ATTENTION, sdpa_mask)
