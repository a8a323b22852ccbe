"""Training in bfloat16 where it is fast: attention over few tokens is written out and says the same."""

import json
from pathlib import Path

import pytest
import torch
from transformers import LlamaForCausalLM

from anymal.training import precision
from anymal.training.precision import SHORT_ATTENTION, training_attention
from anymal.training.train_llm import LlmOptions, build_llm


def small_llm() -> LlamaForCausalLM:
    torch.manual_seed(1)
    return build_llm(LlmOptions(hidden=64, layers=2, heads=2, feed_forward=128), 96, end_id=2)


def test_without_autocast_it_answers_as_the_usual_one_and_learns_alike() -> None:
    ids = torch.randint(96, (3, 17), generator=torch.Generator().manual_seed(2))
    found = []
    for name in ("sdpa", SHORT_ATTENTION):
        llm = small_llm()
        llm.set_attn_implementation(name)
        logits = llm(input_ids=ids).logits
        logits.square().mean().backward()
        gradient = llm.model.layers[0].self_attn.q_proj.weight.grad
        assert gradient is not None
        found.append((logits.detach(), gradient))
    torch.testing.assert_close(found[0], found[1])


def test_under_autocast_it_says_about_the_same_and_looks_at_nothing_that_comes_later() -> None:
    ids = torch.randint(96, (2, 40), generator=torch.Generator().manual_seed(3))
    found = []
    for name in ("sdpa", SHORT_ATTENTION):
        llm = small_llm()
        llm.set_attn_implementation(name)
        with torch.autocast("cpu", torch.bfloat16):
            logits = llm(input_ids=ids, use_cache=False).logits
            cut = llm(input_ids=ids[:, :30], use_cache=False).logits
        torch.testing.assert_close(cut, logits[:, :30], atol=0.02, rtol=0.02)
        found.append(logits.detach().float())
    assert float((found[0] - found[1]).abs().max()) < 0.02 * float(found[0].abs().max()) + 0.01


@pytest.mark.parametrize(
    ("tokens", "masked", "wanted"), [(40, False, False), (600, False, True), (40, True, True)]
)
def test_many_tokens_or_a_mask_leave_it_in_float32(
    tokens: int, masked: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    kept = precision._float32_attention
    monkeypatch.setattr(precision, "_float32_attention", lambda *a, **k: (seen.append(1), kept(*a, **k))[1])
    llm = small_llm()
    llm.set_attn_implementation(SHORT_ATTENTION)
    mask = torch.ones(2, tokens, dtype=torch.int64)
    if masked:
        mask[0, :5] = 0
    with torch.autocast("cpu", torch.bfloat16), torch.no_grad():
        llm(input_ids=torch.ones(2, tokens, dtype=torch.int64), attention_mask=mask, use_cache=False)
    assert bool(seen) == wanted


def test_a_saved_llm_does_not_remember_how_it_was_trained(tmp_path: Path) -> None:
    llm = small_llm()
    llm.set_attn_implementation(SHORT_ATTENTION)
    llm.save_pretrained(tmp_path)
    assert SHORT_ATTENTION not in json.dumps(json.loads((tmp_path / "config.json").read_text()))


def test_whether_bfloat16_pays_is_tried_once_wherever_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    really = precision._saves_time
    monkeypatch.setattr(precision, "_cpu_decided", [])
    monkeypatch.setattr(precision, "_saves_time", lambda: tried.append(really()) or tried[-1])
    monkeypatch.setattr(torch.ops.mkldnn, "_is_mkldnn_bf16_supported", lambda: True)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):  # as an optimiser asks
        found = precision.fast_bfloat16("cpu")
    assert [found] == tried == [precision.fast_bfloat16("cpu")]
    precision.decide_bfloat16(not found)
    assert precision.fast_bfloat16("cpu") is not found and len(tried) == 1


@pytest.mark.parametrize(
    ("device", "fast", "wanted"),
    [("cpu", True, SHORT_ATTENTION), ("cpu", False, "sdpa"), ("cuda:0", True, "sdpa")],
)
def test_only_a_cpu_that_is_fast_in_bfloat16_needs_it(
    device: str, fast: bool, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "fast_bfloat16", lambda device: fast)
    assert training_attention(device) == wanted
