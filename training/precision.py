"""Whether a device multiplies bfloat16 matrices faster than float32 ones.

Knows what the libraries report; refuses to know models. A CPU without AVX512-BF16 or AMX emulates
bfloat16 some forty times slower than it computes in float32.
"""

import torch

__all__ = ["fast_bfloat16"]


def fast_bfloat16(device: str) -> bool:
    """True where mixed precision saves time on `device` (`cpu`, `cuda`, `cuda:1`)."""
    if device.split(":")[0] == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
