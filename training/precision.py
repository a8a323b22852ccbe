"""Where bfloat16 pays: matrices where the device multiplies it fast, attention written out or in float32.

Knows what the libraries report and what a short trial shows; refuses to know models. A CPU without
AVX512-BF16 or AMX emulates bfloat16 some forty times slower than it computes in float32. With AVX512-BF16
alone it depends: on Zen 4 it saves time, on an Intel Xeon (family 6, model 207, without AMX) a linear layer
takes 1.8 times as long and a step of the nano LLM 1.6 times. So both are tried. A fast CPU still runs the
backward pass of PyTorch's flash attention four to ten times slower in bfloat16 than in float32 (2.13, heads
of 32, 84 to 400 tokens). Over so few tokens attention written out as two products needs half of the time of
flash attention in float32 (a step of the nano LLM 0.97 s instead of 1.09, Zen 4, one core).
"""

import time
from typing import Any

import torch
from torch import nn
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import sdpa_mask

__all__ = ["SHORT_ATTENTION", "decide_bfloat16", "fast_bfloat16", "training_attention"]

SHORT_ATTENTION = "short_bfloat16"
"""Name under which `transformers` finds attention for few tokens on a CPU that is fast in bfloat16."""
# Times each precision is tried; the fastest of each counts, as others may use the cores.
TRIALS = 8
CLEARLY = 0.9
_cpu_decided: list[bool] = []  # empty until it was tried
# Written out, attention holds a score for each pair of tokens; beyond this many flash attention is better.
_FEW = 512


def fast_bfloat16(device: str) -> bool:
    """True where mixed precision saves time on `device` (`cpu`, `cuda`, `cuda:1`)."""
    if device.split(":")[0] == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if not _cpu_decided:
        _cpu_decided.append(bool(torch.ops.mkldnn._is_mkldnn_bf16_supported()) and _saves_time())
    return _cpu_decided[0]


def decide_bfloat16(saves_time: bool) -> None:
    """Settle for this process what `fast_bfloat16("cpu")` says, as another one found it."""
    _cpu_decided[:] = [saves_time]


@torch.enable_grad()  # whoever asks first may be an optimiser
def _saves_time() -> bool:
    """Whether a linear layer of the nano LLM, there and back, is clearly faster in bfloat16 on this CPU."""
    rows, weight = torch.full((2048, 256), 0.5), torch.full((512, 256), 0.25, requires_grad=True)

    def took_s(low: bool) -> float:
        began_s = time.perf_counter()
        with torch.autocast("cpu", torch.bfloat16, enabled=low):
            loss = torch.nn.functional.linear(rows, weight).float().square().sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return time.perf_counter() - began_s

    taken = [(took_s(True), took_s(False)) for _ in range(TRIALS)]
    low_s, high_s = (min(times) for times in zip(*taken, strict=True))
    return bool(low_s < CLEARLY * high_s)


def training_attention(device: str) -> str:
    """The attention implementation to train a `transformers` model with on `device`."""
    return SHORT_ATTENTION if device.split(":")[0] == "cpu" and fast_bfloat16(device) else "sdpa"


def _short_attention(
    module: nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    **options: Any,
) -> tuple[torch.Tensor, None]:
    """Causal attention of [B, heads, T, head] without a cache; with a mask or many tokens, in float32."""
    tokens = query.shape[2]
    written_out = attention_mask is None and tokens == key.shape[2] and tokens <= _FEW
    if not (written_out and torch.is_autocast_enabled(query.device.type)):
        return _float32_attention(module, query, key, value, attention_mask, **options)
    scores = torch.matmul(query * options["scaling"], key.transpose(2, 3)).float()
    places = torch.arange(tokens, device=query.device)
    scores = scores.masked_fill(places[:, None] < places, float("-inf"))
    mixed = torch.matmul(torch.softmax(scores, dim=-1), value)  # autocast: both products are in bfloat16
    return mixed.transpose(1, 2).contiguous(), None


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


AttentionInterface.register(SHORT_ATTENTION, _short_attention)
AttentionMaskInterface.register(SHORT_ATTENTION, sdpa_mask)
